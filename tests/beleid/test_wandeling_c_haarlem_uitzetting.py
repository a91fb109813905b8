"""Walk (c), the other ends: a broken arrangement, the bailiff, the judge, the troubleshooter, the debt traject."""

import pytest

from huisuitzetting.beleid import HAARLEM

from .haarlem import KLOK, SDV, TEAMLEIDER, TROUBLESHOOTER
from .haarlem_verhaal import AANDACHT, ALLES, ELAN, TEAM, ZEVEN_GEGEVENS, gemeld, met
from .wandeling import Wandeling

CONTRACT = {"grondslag": "avg_6_1_b"}
VOORSTEL = {"datum_hervatting_lopende_huur": "2026-04-01", "bedrag_lopende_huur": "700"}
REGELING = {
    "bedrag_per_termijn": "50",
    "aantal_termijnen": "21",
    "startdatum_regeling": "2026-04-01",
    "einddatum_regeling": "2027-12-31",
}
GEMIST = {"datum_niet_nagekomen": "2026-05-02", "afspraak": "lopende_huur"}
ONTRUIMING = {
    "naam": "A. Bedacht",
    "adres": "Proefplein 1",
    "telefoonnummer": "023 000 00 01",
    "datum_vonnis": "2026-07-01",
    "datum_ontruiming": "2026-08-03",
}


@pytest.fixture
def wandeling():
    return Wandeling(HAARLEM, niet_waar=("troubleshooter_ingeschakeld",))


def aangepakt(wandeling):
    """Up to and including the talk with the tenant."""
    beeld = gemeld(wandeling)
    for handeling in (
        "bekendheid_controleren",
        "in_behandeling_nemen",
        "contact_huurder_vastleggen",
        "alleen_schuld_vaststellen",
    ):
        wandeling.doe(TEAM, handeling)
    return beeld


def verbroken(wandeling):
    """An arrangement that the tenant did not keep, told to the wijkteam."""
    beeld = aangepakt(wandeling)
    wandeling.stuur("voorstel", TEAM, ELAN, VOORSTEL)
    wandeling.stuur("regeling", ELAN, (TEAM, SDV), REGELING, **CONTRACT)
    wandeling.stuur("niet_nagekomen_volgens_corporatie", ELAN, TEAM, GEMIST, **CONTRACT)
    beeld = met(beeld, "voorstel", VOORSTEL, TEAM, ELAN)
    beeld = met(beeld, "regeling", REGELING, ELAN, TEAM, SDV)
    return met(beeld, "niet_nagekomen_volgens_corporatie", GEMIST, ELAN, TEAM)


def ontruimingsdatum_bekend(wandeling):
    """Bailiff, judge, judgment; the date goes to the troubleshooter with the act that records it."""
    beeld = verbroken(wandeling)
    for handeling in ("deurwaarder_inschakelen", "dagvaarden", "vonnis_vastleggen"):
        wandeling.doe(ELAN, handeling)
    wandeling.iedereen_ziet(beeld)
    wandeling.stuur("ontruimingsdatum", ELAN, TROUBLESHOOTER, ONTRUIMING | ALLES, **CONTRACT)
    wandeling.nu_geldt(troubleshooter_ingeschakeld=True)
    return met(beeld, "ontruimingsdatum", ONTRUIMING, ELAN, TROUBLESHOOTER)


@pytest.mark.eis("HAA-3.9", "HAA-6.4")
def test_een_verbroken_regeling_horen_beide_kanten(wandeling):
    beeld = verbroken(wandeling)
    assert wandeling.stap == "verbroken"
    wandeling.iedereen_ziet(beeld)


@pytest.mark.eis("HAA-3.9")
def test_ook_het_wijkteam_meldt_een_gemiste_afspraak_en_niet_waarom(wandeling):
    beeld = aangepakt(wandeling)
    wandeling.stuur("voorstel", TEAM, ELAN, VOORSTEL)
    wandeling.stuur("regeling", ELAN, TEAM, REGELING, **CONTRACT)
    wandeling.stuur("niet_nagekomen_volgens_wijkteam", TEAM, ELAN, GEMIST | AANDACHT)
    beeld = met(beeld, "voorstel", VOORSTEL, TEAM, ELAN)
    beeld = met(beeld, "regeling", REGELING, ELAN, TEAM)
    wandeling.iedereen_ziet(met(beeld, "niet_nagekomen_volgens_wijkteam", GEMIST, ELAN, TEAM))


@pytest.mark.eis("HAA-3.4", "HAA-2.1.c", "HAA-B4.5")
def test_te_vroeg_naar_de_deurwaarder_kan_alleen_als_afwijking(wandeling):
    beeld = gemeld(wandeling)
    wandeling.nu_geldt(twee_weken_na_contact_of_regeling=False)
    wandeling.geweigerd("deurwaarder_inschakelen", ELAN, feiten={"twee_weken_na_contact_of_regeling"})
    wandeling.nu_geldt(afwijking_met_reden=False)
    wandeling.geweigerd("deurwaarder_als_afwijking", ELAN, feiten={"afwijking_met_reden"})
    wandeling.nu_geldt(afwijking_met_reden=True)
    wandeling.doe(ELAN, "deurwaarder_als_afwijking")
    afwijking = {
        "soort_afwijking": "deurwaarder_te_vroeg",
        "datum_afwijking": "2026-03-12",
        "reden_afwijking": "De termijn was verkeerd berekend.",
    }
    wandeling.stuur("afwijking", ELAN, (TEAM, TEAMLEIDER), afwijking | ALLES, **CONTRACT)
    wandeling.iedereen_ziet(met(beeld, "afwijking", afwijking, ELAN, TEAM, TEAMLEIDER))


@pytest.mark.eis("HAA-B4.2", "HAA-B2.1.b")
def test_na_een_afwijking_wordt_alsnog_een_keer_gemeld(wandeling):
    wandeling.doe(ELAN, "achterstand_vastleggen")
    wandeling.doe(ELAN, "deurwaarder_als_afwijking")
    wandeling.stuur("melding_achterstand", ELAN, TEAM, ALLES, **CONTRACT)
    assert wandeling.stap == "gemeld"
    wandeling.nu_geldt(nog_niet_gemeld=False)
    wandeling.doe(ELAN, "deurwaarder_inschakelen")
    wandeling.geweigerd(
        "melden_achterstand",
        gegevensset="melding_achterstand",
        van=ELAN,
        aan=TEAM,
        feiten={"nog_niet_gemeld"},
        **CONTRACT,
    )


@pytest.mark.eis("HAA-8.1", "HAA-8.2", "HAA-B4.7", "HAA-B4.9", "HAA-2.2.3")
def test_de_troubleshooter_voorkomt_de_uitzetting(wandeling):
    beeld = ontruimingsdatum_bekend(wandeling)
    wandeling.iedereen_ziet(beeld)
    datum = {"datum_ontruiming": "2026-08-03"}
    wandeling.stuur("ontruimingsdatum_wijkteam_en_sdv", ELAN, (TEAM, SDV), ONTRUIMING, **CONTRACT)
    wandeling.stuur("melding_aan_troubleshooter", ELAN, TROUBLESHOOTER, ALLES, **CONTRACT)
    poging = {"datum_poging": "2026-07-20", "uitkomst_poging": "regeling"}
    wandeling.stuur("poging_troubleshooter", TROUBLESHOOTER, (ELAN, TEAM, SDV), poging | AANDACHT)
    beeld = met(beeld, "ontruimingsdatum_wijkteam_en_sdv", datum, ELAN, TEAM, SDV)
    beeld = met(beeld, "melding_aan_troubleshooter", ZEVEN_GEGEVENS, ELAN, TROUBLESHOOTER)
    beeld = met(beeld, "poging_troubleshooter", poging, TROUBLESHOOTER, ELAN, TEAM, SDV)
    wandeling.iedereen_ziet(beeld)

    wandeling.doe(ELAN, "voorkomen_vastleggen")
    wandeling.iedereen_ziet(beeld)
    einde = {"uitkomst_zaak": "voorkomen", "datum_uitkomst": "2026-07-21"}
    wandeling.stuur("uitkomst", ELAN, (TEAM, SDV, TROUBLESHOOTER), einde, **CONTRACT)
    wandeling.iedereen_ziet(met(beeld, "uitkomst", einde, ELAN, TEAM, SDV, TROUBLESHOOTER))


@pytest.mark.eis("HAA-B4.7", "HAA-B4.10")
def test_geen_ontruiming_zonder_laatste_overleg(wandeling):
    beeld = ontruimingsdatum_bekend(wandeling)
    wandeling.nu_geldt(gezamenlijk_overleg_gehouden=False)
    wandeling.geweigerd("ontruiming_vastleggen", ELAN, feiten={"gezamenlijk_overleg_gehouden"})
    overleg = {
        "datum_overleg": "2026-07-25",
        "deelnemende_partijen": "Elan Wonen, wijkteam, SDV",
        "uitkomst_overleg": "geen_regeling",
    }
    wandeling.stuur("laatste_overleg", TEAM, (ELAN, SDV), overleg | AANDACHT)
    wandeling.nu_geldt(gezamenlijk_overleg_gehouden=True)
    wandeling.doe(ELAN, "ontruiming_vastleggen")
    assert wandeling.stap == "ontruimd"
    wandeling.iedereen_ziet(met(beeld, "laatste_overleg", overleg, TEAM, ELAN, SDV))


@pytest.mark.eis("HAA-8.1", "HAA-B4.10")
def test_ontruimingsdatum_niet_binnen_vier_weken_en_niet_zonder_bericht(wandeling):
    verbroken(wandeling)
    for handeling in ("deurwaarder_inschakelen", "dagvaarden", "vonnis_vastleggen"):
        wandeling.doe(ELAN, handeling)
    wandeling.nu_geldt(vier_weken_na_vonnis=False)
    wandeling.geweigerd(
        "ontruimingsdatum_vastleggen",
        gegevensset="ontruimingsdatum",
        van=ELAN,
        aan=TROUBLESHOOTER,
        feiten={"vier_weken_na_vonnis"},
        **CONTRACT,
    )
    assert wandeling.ziet(TROUBLESHOOTER) == {}


@pytest.mark.eis("HAA-2.2.3")
def test_opschalen_opent_alleen_de_vraag_en_het_advies_blijft_bij_de_gemeente(wandeling):
    beeld = gemeld(wandeling)
    wandeling.geweigerd(
        "melden_aan_troubleshooter",
        gegevensset="melding_aan_troubleshooter",
        van=ELAN,
        aan=TROUBLESHOOTER,
        feiten={"troubleshooter_ingeschakeld"},
        **CONTRACT,
    )
    vraag = {
        "naam": "A. Bedacht",
        "adres": "Proefplein 1",
        "telefoonnummer": "023 000 00 01",
        "grond_opschaling": "stagnatie_met_risico",
        "vraag_aan_troubleshooter": "Partijen komen er niet uit over de eerste termijn.",
    }
    wandeling.stuur("opschaling", TEAM, TROUBLESHOOTER, vraag | ALLES | AANDACHT | vraag)
    wandeling.nu_geldt(troubleshooter_ingeschakeld=True)
    advies = {"advies": "Begin met de lopende huur.", "datum_advies": "2026-03-20"}
    wandeling.stuur("advies_troubleshooter", TROUBLESHOOTER, (TEAM, SDV), advies)
    beeld = met(beeld, "opschaling", vraag, TEAM, TROUBLESHOOTER)
    wandeling.iedereen_ziet(met(beeld, "advies_troubleshooter", advies, TROUBLESHOOTER, TEAM, SDV))
    wandeling.geweigerd(
        "adviseren",
        gegevensset="advies_troubleshooter",
        van=TROUBLESHOOTER,
        aan=ELAN,
        eisen={"HAA-2.2.3.advies"},
    )


@pytest.mark.eis("HAA-7.1", "HAA-7.2", "HAA-7.3", "HAA-7.4", "HAA-7.6")
def test_minnelijk_traject_en_een_hersteltermijn_die_verloopt(wandeling):
    beeld = aangepakt(wandeling)
    wandeling.doe(SDV, "geen_regeling_vaststellen")
    wandeling.doe(SDV, "minnelijk_traject_starten")
    status = {"status_minnelijk_traject": "gestart", "datum_status_minnelijk_traject": "2026-04-01"}
    wandeling.stuur("status_minnelijk_traject", SDV, (ELAN, TEAM), status | AANDACHT)
    aanbod = {"prognosepercentage": "12", "looptijd_maanden": "36", "datum_aanbod": "2026-05-01"}
    wandeling.nu_geldt(looptijd_ten_hoogste_36_maanden=False)
    wandeling.geweigerd(
        "aanbod_doen", gegevensset="aanbod", van=SDV, aan=ELAN, feiten={"looptijd_ten_hoogste_36_maanden"}
    )
    wandeling.nu_geldt(looptijd_ten_hoogste_36_maanden=True, beoordeling_sdv_vastgelegd=False)
    wandeling.stuur("aanbod", SDV, ELAN, aanbod | {"schuldeisers": "drie"})
    wandeling.geweigerd("aanbod_aanvaarden", ELAN, feiten={"beoordeling_sdv_vastgelegd"})
    wandeling.nu_geldt(beoordeling_sdv_vastgelegd=True)
    wandeling.stuur("akkoord_aanbod", ELAN, SDV, {"datum_akkoord": "2026-05-08"}, **CONTRACT)
    beeld = met(beeld, "status_minnelijk_traject", status, SDV, ELAN, TEAM)
    beeld = met(beeld, "aanbod", aanbod, SDV, ELAN)
    beeld = met(beeld, "akkoord_aanbod", {"datum_akkoord": "2026-05-08"}, SDV, ELAN)
    assert wandeling.stap == "schuldbemiddeling"
    wandeling.iedereen_ziet(beeld)

    gemist = {"datum_gemiste_huur": "2026-07-01", "datum_herstelbrief": "2026-07-03"}
    wandeling.stuur("hersteltermijn", ELAN, SDV, gemist, **CONTRACT)
    wandeling.nu_geldt(huur_niet_alsnog_betaald=False)
    wandeling.geweigerd("hersteltermijn_verstrijken", KLOK, feiten={"huur_niet_alsnog_betaald"})
    wandeling.nu_geldt(huur_niet_alsnog_betaald=True)
    wandeling.doe(KLOK, "hersteltermijn_verstrijken")
    wandeling.geweigerd("traject_beeindigen", KLOK, eisen={"HAA-7.6"})  # a person, not the job
    wandeling.stuur("einde_traject", SDV, (ELAN, TEAM), {"datum_einde_traject": "2026-07-18"})
    beeld = met(beeld, "hersteltermijn", gemist, ELAN, SDV)
    beeld = met(beeld, "einde_traject", {"datum_einde_traject": "2026-07-18"}, SDV, ELAN, TEAM)
    wandeling.iedereen_ziet(beeld)


@pytest.mark.eis("HAA-7.5", "HAA-7.3", "HAA-B4.8")
def test_geweigerd_aanbod_leidt_naar_de_wsnp(wandeling):
    beeld = aangepakt(wandeling)
    wandeling.doe(SDV, "geen_regeling_vaststellen")
    wandeling.doe(SDV, "minnelijk_traject_starten")
    aanbod = {"prognosepercentage": "4", "looptijd_maanden": "36", "datum_aanbod": "2026-05-01"}
    wandeling.stuur("aanbod", SDV, ELAN, aanbod)
    weigering = {"datum_weigering": "2026-05-08", "reden_weigering": "Het percentage is te laag."}
    wandeling.stuur("weigering_aanbod", ELAN, SDV, weigering, **CONTRACT)
    wandeling.doe(SDV, "minnelijk_traject_mislukken")
    wandeling.doe(SDV, "wsnp_verzoeken")
    wandeling.doe(SDV, "wsnp_toelating_vastleggen")
    status = {"status_wsnp": "toegelaten", "datum_status_wsnp": "2026-09-01"}
    wandeling.stuur("status_wsnp", SDV, (ELAN, TEAM), status)
    beeld = met(beeld, "aanbod", aanbod, SDV, ELAN)
    beeld = met(beeld, "weigering_aanbod", weigering, ELAN, SDV)
    wandeling.iedereen_ziet(met(beeld, "status_wsnp", status, SDV, ELAN, TEAM))
    wandeling.geweigerd("deurwaarder_inschakelen", ELAN, eisen={"HAA-B4.5"})
