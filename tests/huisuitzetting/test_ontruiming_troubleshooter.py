"""The troubleshooter: asked in for one case, advises the gemeente, tries once more."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.urls import reverse

from convenant.berichten.models import Bericht
from convenant.poort import dossier
from convenant.poort.grens import beurt
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig
from convenant.tijd import nu, stel_in, vandaag
from convenant.verstrekkingen.models import Ontvangst, Verstrekking
from huisuitzetting.melding import handelingen as melding
from huisuitzetting.ontruiming import einden, troubleshooter
from huisuitzetting.ontruiming import handelingen as rechtsgang
from huisuitzetting.wijkteam import hulp
from tests.huisuitzetting import verhaal
from tests.huisuitzetting.huur import ANDER, MELDER
from tests.huisuitzetting.recht import SDV, SWT, TROUBLESHOOTER, ziet
from tests.huisuitzetting.wijkteam import meer
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


@pytest.mark.eis("HAA-2.2.3.opschaling", "HAA-2.2.3.advies", "HAA-8.1.datum", "HAA-8.2")
def test_wie_iets_is_gevraagd_is_aan_zet_tot_het_antwoord(haarlem: Wereld) -> None:
    """The advice answers the question, an attempt the day of eviction; a later day asks again."""

    def verder() -> set[str]:
        with haarlem.als(TROUBLESHOOTER):
            zaak_nu = dossier.lees_zaak(zaak)
        return set(zaak_nu.verder) if zaak_nu.eigen_zet else set()

    zaak = verhaal.vonnis(haarlem)
    with weken(8):
        schaal_op(haarlem, zaak, MELDER)
        assert verder() == {"adviseren"}
        with haarlem.als(TROUBLESHOOTER):
            troubleshooter.adviseer(zaak, "Bel de zus van de huurder niet zelf.", uuid4())
        assert verder() == set()
        for erbij in (4, 5):
            with stel_in(nu() + timedelta(hours=erbij)):
                with haarlem.als(MELDER):
                    rechtsgang.leg_ontruimingsdatum_vast(zaak, dag(8 + erbij), uuid4())
                assert "poging_melden" in verder()
                with haarlem.als(TROUBLESHOOTER):
                    troubleshooter.meld_poging(zaak, vandaag(), "niet_bereikt", uuid4())
                assert verder() == set()


@pytest.mark.eis("HAA-2.2.1.regie")
@pytest.mark.parametrize("wie", [MELDER, SDV, SWT])
def test_ook_wie_een_ander_inschakelt_hoort_wie_de_regie_voert(haarlem: Wereld, wie: str) -> None:
    """Only the wijkteam tells it; when another brings the troubleshooter in, the team is asked to, and its form knows the answer."""
    zaak = meer(haarlem)
    with haarlem.als(SWT):
        hulp.schakel_sdv_in(zaak, uuid4())
    schaal_op(haarlem, zaak, wie)
    with haarlem.als(SWT):
        gevraagd = Bericht.objects.filter(onderwerp__startswith="De troubleshooter is erbij").count()
    if wie == SWT:
        assert gevraagd == 0
    else:
        assert gevraagd > 0
        assert "regie" not in ziet(haarlem, TROUBLESHOOTER, zaak)
        wijkteam = log_in(haarlem, SWT)
        waar = reverse("zaakhandeling", args=["haarlem", zaak, "regie_beleggen"])
        gekozen = wijkteam.get(waar).context["form"]
        invoer = {"medewerker": gekozen["medewerker"].value(), "kenmerk": gekozen["kenmerk"].value()}
        assert wijkteam.post(waar, invoer).status_code == 302
    with haarlem.als(SWT):
        naam = beurt().wie.medewerker.account.naam
    assert ziet(haarlem, TROUBLESHOOTER, zaak)["regie"]["regievoerder"] == naam


@pytest.mark.eis("HAA-2.2.1.regie", "HAA-8.1")
def test_met_de_eerste_datum_hoort_het_wijkteam_wie_erbij_kwam(haarlem: Wereld) -> None:
    zaak = verhaal.vonnis(haarlem)
    zinnen = []
    for later in (4, 5):
        with weken(8), haarlem.als(MELDER):
            rechtsgang.leg_ontruimingsdatum_vast(zaak, dag(8 + later), uuid4())
        with haarlem.als(SWT):
            bekend = Bericht.objects.filter(onderwerp=rechtsgang.DATUM_BEKEND)
            zinnen.append(
                sorted("wie de regie voert" in tekst for tekst in bekend.values_list("tekst", flat=True))
            )
    assert zinnen == [[True], [False, True]]
