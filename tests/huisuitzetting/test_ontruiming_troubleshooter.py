"""The troubleshooter: asked in for one case, advises the gemeente, tries once more."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse

from convenant.poort import dossier
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig
from convenant.tijd import stel_in
from convenant.verstrekkingen.models import Ontvangst, Verstrekking
from huisuitzetting.melding import handelingen as melding
from huisuitzetting.ontruiming import einden, troubleshooter
from huisuitzetting.ontruiming import handelingen as rechtsgang
from tests.huisuitzetting import verhaal
from tests.huisuitzetting.huur import ANDER, MELDER
from tests.huisuitzetting.recht import SDV, SWT, TROUBLESHOOTER, ziet
from tests.schermen.klant import log_in
from tests.wereld import NU, Wereld

VRAAG = {
    "naam": "Samira Visser",
    "adres": "Spaarnelaan 12, 2012 AB Haarlem",
    "telefoonnummer": "06 12345678",
    "grond_opschaling": "stagnatie_met_risico",
    "vraag_aan_troubleshooter": "Hoe krijgen wij contact?",
}


def schaal_op(wereld: Wereld, zaak: int, wie: str) -> None:
    with wereld.als(wie):
        troubleshooter.schaal_op(zaak, "stagnatie_met_risico", "Hoe krijgen wij contact?", uuid4())


def weken(aantal: int) -> Any:
    return stel_in(NU + timedelta(weeks=aantal))


def dag(aantal: int) -> date:
    return NU.date() + timedelta(weeks=aantal)


@pytest.mark.eis("HAA-2.2.3", "HAA-2.2.3.opschaling")
@pytest.mark.parametrize("wie", [MELDER, SWT])
def test_opschalen_geeft_die_ene_zaak_en_de_vraag(haarlem: Wereld, wie: str) -> None:
    zaak, andere = verhaal.gemeld(haarlem), verhaal.gemeld(haarlem, contractnummer="H-2", naam="Bob de Groot")
    schaal_op(haarlem, zaak, wie)
    assert ziet(haarlem, TROUBLESHOOTER, zaak) == {"opschaling": VRAAG}
    with haarlem.als(TROUBLESHOOTER), pytest.raises(NietGevonden):
        dossier.lees_zaak(andere)
    stil = SWT if wie == MELDER else MELDER
    assert "opschaling" not in ziet(haarlem, stil, zaak)


@pytest.mark.eis("HAA-2.2.3")
def test_sdv_zonder_eigen_kopie_kan_niet_zeggen_wie_het_is(haarlem: Wereld) -> None:
    zaak = verhaal.deurwaarder(haarlem)
    with weken(3), haarlem.als(SDV), pytest.raises(Ongeldig):
        troubleshooter.schaal_op(zaak, "stagnatie_met_risico", "Wat nu?", uuid4())
    with haarlem.als(ANDER), pytest.raises(NietGevonden):
        troubleshooter.schaal_op(zaak, "stagnatie_met_risico", "Wat nu?", uuid4())


@pytest.mark.eis("HAA-2.2.3.advies")
def test_het_advies_leest_de_corporatie_niet(haarlem: Wereld) -> None:
    zaak = verhaal.gemeld(haarlem)
    schaal_op(haarlem, zaak, SWT)
    with haarlem.als(TROUBLESHOOTER):
        troubleshooter.adviseer(zaak, "Begin met de lopende huur.", uuid4())
    for wie in (SWT, SDV):
        assert ziet(haarlem, wie, zaak)["advies_troubleshooter"] == {
            "advies": "Begin met de lopende huur.",
            "datum_advies": NU.date().isoformat(),
        }
    assert "lopende huur" not in str(ziet(haarlem, MELDER, zaak))


@pytest.mark.eis("HAA-8.2", "HAA-8.2.poging")
def test_een_poging_horen_corporatie_wijkteam_en_sdv(haarlem: Wereld) -> None:
    zaak = verhaal.ontruimingsdatum(haarlem)
    with weken(9):
        with haarlem.als(TROUBLESHOOTER), pytest.raises(Ongeldig):
            troubleshooter.meld_poging(zaak, dag(10), "regeling", uuid4())
        with haarlem.als(TROUBLESHOOTER):
            troubleshooter.meld_poging(zaak, dag(9), "niet_bereikt", uuid4())
        for wie in (MELDER, SWT, SDV):
            assert ziet(haarlem, wie, zaak)["poging_troubleshooter"] == {
                "datum_poging": dag(9).isoformat(),
                "uitkomst_poging": "niet_bereikt",
            }


@pytest.mark.eis("HAA-8.2")
def test_een_poging_is_er_pas_als_de_datum_bekend_is(haarlem: Wereld) -> None:
    zaak = verhaal.gemeld(haarlem)
    schaal_op(haarlem, zaak, MELDER)
    with haarlem.als(TROUBLESHOOTER), pytest.raises(Geweigerd):
        troubleshooter.meld_poging(zaak, NU.date(), "regeling", uuid4())


@pytest.mark.eis("HAA-2.2.3", "HAA-PR5.3.corporatie")
def test_de_corporatie_leert_niet_dat_het_wijkteam_opschaalde(haarlem: Wereld) -> None:
    """What she may send, and to whom how it ended goes, is the same with and without that question."""
    zonder = verhaal.gemeld(haarlem)
    met = verhaal.gemeld(haarlem, contractnummer="H-2", naam="Bob de Groot")
    schaal_op(haarlem, met, SWT)
    geleerd = []
    for zaak in (zonder, met):
        with haarlem.als(MELDER), pytest.raises(Geweigerd) as weigering:
            melding.meld_aan_troubleshooter(zaak, uuid4())
        formulier = log_in(haarlem, MELDER).get(
            reverse("zaakhandeling", args=["haarlem", zaak, "melden_aan_troubleshooter"])
        )
        with haarlem.als(MELDER):
            rechtsgang.leg_deurwaarder_te_vroeg_vast(zaak, NU.date(), "Spoed.", uuid4())
        with haarlem.als(MELDER):
            einden.ontvang_sleutels(zaak, NU.date(), uuid4())
        with haarlem.als(MELDER):
            uitkomst = Verstrekking.objects.get(zaak=zaak, gegevensset="uitkomst")
            naar = Ontvangst.objects.filter(verstrekking=uitkomst).count()
        redenen = [reden.feit for reden in weigering.value.redenen]
        geleerd.append((redenen, formulier.status_code, naar))
    assert geleerd[0] == geleerd[1]
    assert "uitkomst" not in ziet(haarlem, TROUBLESHOOTER, met)
