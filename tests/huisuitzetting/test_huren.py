"""Arrears at the corporatie, through gate and database: contact, arrangement, clocks, and nothing for another."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest

from convenant.poort import dossier
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig
from convenant.termijnen.models import Klok
from convenant.tijd import stel_in
from huisuitzetting.achterstand import huren, regelen
from huisuitzetting.models import Contactpoging, Huurovereenkomst
from tests.huisuitzetting.huur import AFSPRAAK, ANDER, HUUR, MELDER, leg_vast
from tests.huisuitzetting.verhaal import gemeld, herinnerd
from tests.wereld import NU, Wereld

MET_CONTACT = {"huurder_informeren", "contact_zoeken", "wijzen_op_sdv"}


def contact(wereld: Wereld, huur: int, *, sdv: bool = True, wie: str = MELDER) -> int:
    with wereld.als(wie):
        return huren.leg_contact_vast(huur, "telefoon", bereikt=True, gewezen_op_sdv=sdv, kenmerk=uuid4())


def rij(wereld: Wereld, huur: int) -> Huurovereenkomst:
    with wereld.als(MELDER):
        return huren.geef(huur)


def lopend(wereld: Wereld, zaak: int) -> dict[str, str]:
    """The clocks of the case that are not met or ended, with their state."""
    with wereld.als(MELDER):
        klokken = dossier.lees_zaak(zaak).klokken
    return {klok.termijn: klok.stand for klok in klokken if klok.stand in Klok.OPEN}


@pytest.mark.eis("HAA-2.1.b", "HAA-3.1", "HAA-B4.1")
def test_contact_binnen_de_maand_haalt_de_klokken(haarlem: Wereld) -> None:
    huur = leg_vast(haarlem)
    assert (rij(haarlem, huur).te_doen, rij(haarlem, huur).uiterlijk) == ("contact", date(2026, 12, 1))
    zaak = contact(haarlem, huur, sdv=False)
    assert lopend(haarlem, zaak).keys() >= MET_CONTACT
    assert contact(haarlem, huur) == zaak
    assert not lopend(haarlem, zaak).keys() & MET_CONTACT
    na = rij(haarlem, huur)
    assert na.zaak
    assert (na.zaak.stap, na.te_doen, na.uiterlijk) == ("contact", "brief", None)


@pytest.mark.eis("HAA-B4.1")
def test_zonder_wijzen_op_sdv_telt_de_poging_maar_gaat_de_zaak_niet_verder(haarlem: Wereld) -> None:
    huur = leg_vast(haarlem)
    zaak = contact(haarlem, huur, sdv=False)
    assert lopend(haarlem, zaak).keys() >= MET_CONTACT
    na = rij(haarlem, huur)
    assert na.zaak
    assert (na.zaak.stap, na.te_doen) == ("achterstand", "contact")
    contact(haarlem, huur)
    contact(haarlem, huur, sdv=False)
    with haarlem.als(MELDER):
        assert Contactpoging.objects.filter(zaak=zaak).count() == 3


def test_hetzelfde_formulier_is_een_poging(haarlem: Wereld) -> None:
    huur, kenmerk = leg_vast(haarlem), uuid4()
    for _ in range(2):
        with haarlem.als(MELDER):
            huren.leg_contact_vast(huur, "brief", bereikt=False, gewezen_op_sdv=True, kenmerk=kenmerk)
    with haarlem.als(MELDER):
        assert Contactpoging.objects.count() == 1


@pytest.mark.eis("HAA-B4.2", "HAA-3.4")
def test_een_regeling_houdt_de_melding_tegen_tot_zij_breekt(haarlem: Wereld) -> None:
    huur = leg_vast(haarlem, schuld=Decimal(1100))
    zaak = contact(haarlem, huur)
    assert lopend(haarlem, zaak)["melden_bij_anderhalve_maand"] == Klok.LOOPT
    assert rij(haarlem, huur).uiterlijk == NU.date()
    with haarlem.als(MELDER):
        regelen.leg_vast(huur, "loopt", AFSPRAAK)
    assert lopend(haarlem, zaak)["melden_bij_anderhalve_maand"] == Klok.OPGESCHORT
    assert rij(haarlem, huur).te_doen == ""
    with haarlem.als(MELDER):
        regelen.leg_vast(huur, "verbroken")
    assert lopend(haarlem, zaak)["melden_bij_anderhalve_maand"] == Klok.LOOPT
    assert rij(haarlem, huur).te_doen == "brief"


@pytest.mark.eis("HAA-3.4")
def test_een_regeling_van_voor_de_zaak_houdt_de_klok_van_begin_af(haarlem: Wereld) -> None:
    huur = leg_vast(haarlem, schuld=Decimal(1100))
    with haarlem.als(MELDER):
        regelen.leg_vast(huur, "loopt", AFSPRAAK)
    zaak = contact(haarlem, huur)
    assert lopend(haarlem, zaak)["melden_bij_anderhalve_maand"] == Klok.OPGESCHORT


@pytest.mark.eis("HAA-2.1.c")
def test_de_deurwaarder_geeft_een_eerdere_dag(haarlem: Wereld) -> None:
    huur = leg_vast(haarlem)
    zaak = contact(haarlem, huur)
    leg_vast_opnieuw(haarlem, huur, deurwaarder_op=date(2026, 12, 20))
    assert rij(haarlem, huur).uiterlijk == date(2026, 12, 6)
    assert lopend(haarlem, zaak).keys() >= {"melden_voor_deurwaarder", "contact_voor_deurwaarder"}
    leg_vast_opnieuw(haarlem, huur, deurwaarder_op=None)
    assert "melden_voor_deurwaarder" not in lopend(haarlem, zaak)
    assert rij(haarlem, huur).uiterlijk is None


def leg_vast_opnieuw(wereld: Wereld, huur: int, **anders: object) -> None:
    with wereld.als(MELDER):
        huren.leg_vast(replace(HUUR, **anders), huur)  # type: ignore[arg-type]


@pytest.mark.eis("HAA-2.1")
def test_de_achterstand_is_weg(haarlem: Wereld) -> None:
    huur = leg_vast(haarlem, schuld=Decimal(1100))
    zaak = contact(haarlem, huur)
    leg_vast_opnieuw(haarlem, huur, schuld=Decimal(0), achterstand_sinds=None)
    assert rij(haarlem, huur).te_doen == "sluiten"
    assert lopend(haarlem, zaak) == {}


def test_minder_schuld_trekt_de_meldklok_in(haarlem: Wereld) -> None:
    huur = leg_vast(haarlem, schuld=Decimal(1100))
    zaak = contact(haarlem, huur)
    leg_vast_opnieuw(haarlem, huur, schuld=Decimal(500))
    assert "melden_bij_anderhalve_maand" not in lopend(haarlem, zaak)
    with stel_in(NU + timedelta(days=3)):
        leg_vast_opnieuw(haarlem, huur, schuld=Decimal(1200))
        assert rij(haarlem, huur).uiterlijk == date(2026, 11, 26)
        assert "melden_bij_anderhalve_maand" in lopend(haarlem, zaak)


@pytest.mark.eis("HAA-B4.2")
def test_wie_al_gemeld_is_hoeft_bij_meer_schuld_niet_nog_eens(haarlem: Wereld) -> None:
    zaak = gemeld(haarlem, schuld=Decimal(700))
    with haarlem.als(MELDER):
        huur = Huurovereenkomst.objects.get(zaak=zaak).pk
    leg_vast_opnieuw(haarlem, huur, schuld=Decimal(1400))
    assert "melden_bij_anderhalve_maand" not in lopend(haarlem, zaak)
    # Who has not been reported is due.
    niet_gemeld = herinnerd(haarlem, schuld=Decimal(700), contractnummer="H-2")
    leg_vast_opnieuw(haarlem, niet_gemeld, schuld=Decimal(1400), contractnummer="H-2")
    assert "melden_bij_anderhalve_maand" in lopend(haarlem, rij(haarlem, niet_gemeld).zaak_id)


@pytest.mark.eis("HAA-1.3")
def test_alleen_een_strafbaar_feit_is_buiten_het_convenant(haarlem: Wereld) -> None:
    huur = leg_vast(haarlem, alleen_strafbaar_feit=True)
    with pytest.raises(Geweigerd) as weigering:
        contact(haarlem, huur)
    assert [reden.eis for reden in weigering.value.redenen] == ["HAA-1.3"]
    with haarlem.als(MELDER):
        assert not Contactpoging.objects.exists()


@pytest.mark.eis("HAA-PAR.2")
def test_van_een_ander_is_er_niets(haarlem: Wereld) -> None:
    huur = leg_vast(haarlem)
    contact(haarlem, huur)
    for wie in (ANDER, "gemeente/swt", "corporatie/manager", "corporatie/privacycoordinator"):
        with haarlem.als(wie):
            assert not Huurovereenkomst.objects.exists()
            assert not Contactpoging.objects.exists()
            with pytest.raises(NietGevonden):
                huren.geef(huur)
    with pytest.raises(NietGevonden):
        contact(haarlem, huur, wie=ANDER)
    with haarlem.als(MELDER):
        assert huren.geef(huur).naam == HUUR.naam


def test_hetzelfde_nummer_bij_twee_corporaties(haarlem: Wereld) -> None:
    leg_vast(haarlem)
    leg_vast(haarlem, ANDER, naam="Bob de Groot")
    with haarlem.als(ANDER):
        assert [huur.naam for huur in Huurovereenkomst.objects.all()] == ["Bob de Groot"]
    with pytest.raises(Ongeldig) as fout:
        leg_vast(haarlem)
    assert list(fout.value.fouten) == ["contractnummer"]


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"geboortedatum": date(1856, 1, 1)}, "geboortedatum"),
        ({"geboortedatum": date(2026, 11, 24)}, "geboortedatum"),
        ({"schuld": Decimal(-1)}, "schuld"),
        ({"huur_per_maand": Decimal(0)}, "huur_per_maand"),
        ({"achterstand_sinds": date(2026, 11, 24)}, "achterstand_sinds"),
        ({"achterstand_sinds": None}, "achterstand_sinds"),
    ],
)
def test_wat_niet_kan_wordt_geweigerd(haarlem: Wereld, anders: dict, veld: str) -> None:
    with pytest.raises(Ongeldig) as fout:
        leg_vast(haarlem, **anders)
    assert list(fout.value.fouten) == [veld]
    with haarlem.als(MELDER):
        assert not Huurovereenkomst.objects.exists()


@pytest.mark.eis("HAA-B2.1.b")
def test_de_zeven_gegevens_en_niet_meer(haarlem: Wereld) -> None:
    huur = leg_vast(haarlem, achterstand_sinds=date(2026, 9, 22))
    with haarlem.als(MELDER) as beurt:
        zeven = huren.zeven_gegevens(huren.geef(huur))
        assert tuple(zeven) == beurt.wie.beleid.gegevensset("melding_achterstand").velden
    assert zeven["periode_betalingsachterstand"] == "2 maanden"


@pytest.mark.eis("HAA-B2.1")
def test_de_brief_van_het_eigen_systeem_brengt_de_zaak_verder(haarlem: Wereld) -> None:
    huur = leg_vast(haarlem, schuld=Decimal(1100))
    with haarlem.als(MELDER), pytest.raises(Ongeldig):
        huren.leg_brief_vast(huur, "Herinnering 2026", NU.date(), uuid4())
    contact(haarlem, huur)
    for dag in (NU.date() + timedelta(days=1), date(2026, 10, 31)):
        with haarlem.als(MELDER), pytest.raises(Ongeldig) as fout:
            huren.leg_brief_vast(huur, "Herinnering 2026", dag, uuid4())
        assert list(fout.value.fouten) == ["verstuurd_op"]
    with haarlem.als(MELDER):
        huren.leg_brief_vast(huur, "Herinnering 2026", NU.date(), uuid4())
    na = rij(haarlem, huur)
    assert na.zaak
    assert (na.zaak.stap, na.te_doen, na.uiterlijk) == ("herinnerd", "melden", NU.date())
    with haarlem.als(MELDER), pytest.raises(Geweigerd):
        huren.leg_brief_vast(huur, "Herinnering 2026", NU.date(), uuid4())


@pytest.mark.eis("HAA-PR10.2")
def test_een_nee_van_de_huurder_vraagt_geen_melding_meer(haarlem: Wereld) -> None:
    huur = leg_vast(haarlem, schuld=Decimal(1100))
    contact(haarlem, huur)
    with haarlem.als(MELDER):
        huren.leg_brief_vast(huur, "Herinnering 2026", NU.date(), uuid4())
    leg_vast_opnieuw(haarlem, huur, schuld=Decimal(1100), bezwaar_doorgeven=True)
    assert rij(haarlem, huur).te_doen == ""


@pytest.mark.eis("HAA-2.1")
def test_een_zaak_sluiten_met_een_reden(haarlem: Wereld) -> None:
    huur = leg_vast(haarlem, schuld=Decimal(1100))
    zaak = contact(haarlem, huur)
    with haarlem.als(MELDER), pytest.raises(Geweigerd):
        huren.sluit(zaak, "")
    with haarlem.als(ANDER), pytest.raises(NietGevonden):
        huren.sluit(zaak, "betaald")
    with haarlem.als(MELDER):
        huren.sluit(zaak, "betaald")
    na = rij(haarlem, huur)
    assert na.zaak
    assert (na.zaak.stap, na.te_doen, na.gesloten_om) == ("gesloten", "", "betaald")
    assert lopend(haarlem, zaak) == {}


@pytest.mark.eis("HAA-2.1")
def test_een_andere_huurder_komt_niet_op_de_zaak_van_de_vorige(haarlem: Wereld) -> None:
    huur = leg_vast(haarlem, schuld=Decimal(1100))
    zaak = contact(haarlem, huur)
    ander = replace(HUUR, naam="Karel Nieuw", geboortedatum=date(1990, 1, 1), schuld=Decimal(1100))
    with haarlem.als(MELDER), pytest.raises(Ongeldig) as fout:
        huren.leg_vast(ander, huur)
    assert list(fout.value.fouten) == ["geboortedatum"]
    with haarlem.als(MELDER):
        regelen.leg_vast(huur, "loopt", AFSPRAAK)
    with haarlem.als(MELDER):
        huren.sluit(zaak, "huur_beeindigd")
    with stel_in(NU + timedelta(days=40)):
        with haarlem.als(MELDER):
            huren.leg_vast(ander, huur)
        na = rij(haarlem, huur)
        assert (na.zaak, na.gesloten_om, na.betalingsregeling, na.te_doen) == (None, "", "", "contact")
        assert na.drempel_bereikt_op == (NU + timedelta(days=40)).date()
        assert contact(haarlem, huur) != zaak
