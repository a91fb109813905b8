"""Closing a case: one verb, with the reasons of who closes, and those read by the own group alone."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from convenant.poort import dossier
from convenant.poort.handeling import NietGevonden
from huisuitzetting import sluiten
from huisuitzetting.models import Interventie, Toestemming
from tests.huisuitzetting.huur import ANDER, MELDER
from tests.huisuitzetting.verhaal import gemeld, gemeld_met_toestemming
from tests.schermen.klant import log_in
from tests.wereld import Wereld

SWT = "gemeente/swt"


def post(client: Client, zaak: int, reden: str) -> str:
    waar = reverse("zaakhandeling", args=["haarlem", zaak, "zaak_sluiten"])
    return " ".join(client.post(waar, {"reden": reden}, follow=True).content.decode().split())


@pytest.mark.eis("HAA-2.2.1")
def test_het_wijkteam_sluit_met_zijn_eigen_reden(haarlem: Wereld) -> None:
    zaak = gemeld(haarlem)
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
