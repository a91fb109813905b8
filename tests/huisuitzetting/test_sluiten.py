"""Closing a case: one verb, with the reasons of who closes, and those read by the own group alone."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from convenant.poort import dossier
from convenant.poort.handeling import Geweigerd, NietGevonden
from convenant.tijd import nu, stel_in
from huisuitzetting import sluiten
from huisuitzetting.models import Interventie, Toestemming
from tests.huisuitzetting.huur import ANDER, MELDER
from tests.huisuitzetting.verhaal import gemeld, gemeld_met_toestemming, ontruimingsdatum, voorkomen
from tests.huisuitzetting.wijkteam import teruggekoppeld
from tests.schermen.klant import log_in
from tests.wereld import Wereld

SWT = "gemeente/swt"


def post(client: Client, zaak: int, reden: str) -> str:
    waar = reverse("zaakhandeling", args=["haarlem", zaak, "zaak_sluiten"])
    return " ".join(client.post(waar, {"reden": reden}, follow=True).content.decode().split())


@pytest.mark.eis("HAA-2.2.1")
def test_het_wijkteam_sluit_met_zijn_eigen_reden(haarlem: Wereld) -> None:
    zaak = teruggekoppeld(haarlem, gemeld(haarlem))
    client = log_in(haarlem, SWT)
    waar = reverse("zaakhandeling", args=["haarlem", zaak, "zaak_sluiten"])
    keuzes = client.get(waar).content.decode()
    assert "De huurder wil geen hulp" in keuzes
    assert "De huurder heeft de achterstand betaald" not in keuzes
    assert "kan niet meer" in post(client, zaak, "betaald")
    assert "De zaak is gesloten" in post(client, zaak, "overleden")
    with haarlem.als(SWT):
        assert Interventie.objects.get(soort="zaak_gesloten").resultaat == "overleden"
    corporatie = log_in(haarlem, MELDER).get(reverse("zaak", args=["haarlem", zaak])).content.decode()
    assert "overleden" not in corporatie.lower()
    with haarlem.als(MELDER):
        assert not Interventie.objects.exists()
        assert dossier.lees_zaak(zaak).stap == "gesloten"


@pytest.mark.eis("HAA-2.1")
def test_de_corporatie_sluit_een_melding_met_toestemming(haarlem: Wereld) -> None:
    zaak = gemeld_met_toestemming(haarlem)
    with haarlem.als(ANDER), pytest.raises(NietGevonden):
        sluiten.sluit(zaak, "geholpen", uuid4())
    assert "De zaak is gesloten" in post(log_in(haarlem, MELDER), zaak, "geholpen")
    with haarlem.als(MELDER):
        assert Toestemming.objects.get().gesloten_om == "geholpen"
    with haarlem.als(SWT):
        gelezen = dossier.lees_zaak(zaak)
        assert gelezen.stap == "gesloten"
        assert not gelezen.laatste("melding_met_toestemming")


@pytest.mark.eis("HAA-3.7")
def test_het_wijkteam_sluit_pas_na_de_terugkoppeling(haarlem: Wereld) -> None:
    zaak = gemeld(haarlem)
    assert "Stuur die eerst" in post(log_in(haarlem, SWT), zaak, "geen_rol")
    with haarlem.als(SWT), pytest.raises(Geweigerd) as weigering:
        sluiten.sluit(zaak, "geen_rol", uuid4())
    assert [(reden.feit, reden.eis) for reden in weigering.value.redenen] == [
        ("terugkoppeling_gegeven", "HAA-3.7")
    ]
    with haarlem.als(SWT):
        assert dossier.lees_zaak(zaak).stap == "gemeld"
        assert not Interventie.objects.exists()
    teruggekoppeld(haarlem, zaak)
    with haarlem.als(SWT):
        sluiten.sluit(zaak, "geen_rol", uuid4())


@pytest.mark.eis("HAA-2.1")
def test_op_weg_naar_de_ontruiming_sluit_alleen_de_corporatie(haarlem: Wereld) -> None:
    zaak = ontruimingsdatum(haarlem)
    teruggekoppeld(haarlem, zaak)
    with stel_in(nu() + timedelta(weeks=9)):
        assert "Zaak sluiten" not in log_in(haarlem, SWT).get(f"/haarlem/zaken/{zaak}/").content.decode()
        with haarlem.als(SWT), pytest.raises(Geweigerd):
            sluiten.sluit(zaak, "geen_rol", uuid4())
        with haarlem.als(MELDER):
            sluiten.sluit(zaak, "betaald", uuid4())
        with haarlem.als(MELDER):
            assert dossier.lees_zaak(zaak).stap == "gesloten"


@pytest.mark.eis("HAA-2.2.1")
def test_na_de_uitkomst_sluit_ook_het_wijkteam(haarlem: Wereld) -> None:
    zaak = voorkomen(haarlem)
    with stel_in(nu() + timedelta(weeks=10)), haarlem.als(SWT):
        sluiten.sluit(zaak, "opgelost", uuid4())
