"""Walk (c): Haarlem, from one month's arrears: seven in, five back, priority groups, an arrangement that holds."""

import pytest

from huisuitzetting.beleid import HAARLEM

from .haarlem import BRP, HUURDER, KLOK, SDV, TEAMLEIDER, TROUBLESHOOTER
from .haarlem_verhaal import (
    AANDACHT,
    ALLES,
    ANDER_TEAM,
    BRIEF,
    ELAN,
    TEAM,
    TERUG,
    YMERE,
    ZEVEN_GEGEVENS,
    gemeld,
    met,
)
from .wandeling import Wandeling

CONTROLE = {"bekend_in_stapp": "ja", "bekend_bij_sdv": "nee"}
GEZIN = {"gezinssamenstelling": "twee kinderen", "leeftijd": "41"}
VOORRANG = {"voorrangsgroep": "huurder_met_kinderen_tot_18"}
POGING = {"wijze_contact": "direct_aanbellen", "datum_contactpoging": "2026-03-17", "bereikt": "ja"}
VOORSTEL = {
    "datum_hervatting_lopende_huur": "2026-04-01",
    "bedrag_lopende_huur": "700",
    "bedrag_per_termijn": "50",
    "aantal_termijnen": "21",
    "startdatum_regeling": "2026-04-01",
}
REGELING = {
    "bedrag_per_termijn": "50",
    "aantal_termijnen": "21",
    "startdatum_regeling": "2026-04-01",
    "einddatum_regeling": "2027-12-31",
}


@pytest.fixture
def wandeling():
    return Wandeling(HAARLEM, niet_waar=("troubleshooter_ingeschakeld", "is_regievoerder"))


@pytest.mark.eis("HAA-B2.1", "HAA-B2.1.b", "HAA-3.1", "HAA-B4.1", "HAA-PAR.2", "HAA-PR1.2")
def test_zeven_gegevens_naar_een_wijkteam_na_een_brief(wandeling):
    wandeling.doe(ELAN, "achterstand_vastleggen")
    wandeling.iedereen_ziet({})
    wandeling.doe(ELAN, "contact_zoeken")
    wandeling.nu_geldt(brief_met_vier_onderdelen=False)
    wandeling.geweigerd(
        "melden_achterstand",
        gegevensset="melding_achterstand",
        van=ELAN,
        aan=TEAM,
        grondslag="avg_6_1_f",
        feiten={"brief_met_vier_onderdelen"},
        eisen={"HAA-B2.1.b", "HAA-2.1.c"},  # the step: first the letter
    )
    wandeling.nu_geldt(brief_met_vier_onderdelen=True)
    wandeling.stuur("herinneringsbrief", ELAN, HUURDER, BRIEF, grondslag="avg_6_1_b")
    wandeling.iedereen_ziet({ELAN: {"herinneringsbrief": BRIEF}, HUURDER: {"herinneringsbrief": BRIEF}})

    uitkomst = wandeling.stuur("melding_achterstand", ELAN, TEAM, ALLES, grondslag="avg_6_1_f")
    assert (wandeling.stap, uitkomst.doel) == ("gemeld", "vroegsignalering")
    assert list(wandeling.ziet(TEAM)["melding_achterstand"]) == list(ZEVEN_GEGEVENS)
    wandeling.iedereen_ziet(
        {
            ELAN: {"herinneringsbrief": BRIEF, "melding_achterstand": ZEVEN_GEGEVENS},
            HUURDER: {"herinneringsbrief": BRIEF},
            TEAM: {"melding_achterstand": ZEVEN_GEGEVENS},
        }
    )
    assert wandeling.ziet(YMERE) == wandeling.ziet(ANDER_TEAM) == {}


@pytest.mark.eis("HAA-B2.1.b", "HAA-PR10.2", "HAA-1.3")
@pytest.mark.parametrize(
    "feit",
    ["zelf_contact_gezocht", "huurder_maakt_geen_bezwaar", "niet_alleen_strafbaar_feit", "eigen_huurder"],
)
def test_geen_overdracht_zonder(wandeling, feit):
    for handeling in ("achterstand_vastleggen", "contact_zoeken", "brief_versturen"):
        wandeling.doe(ELAN, handeling)
    wandeling.nu_geldt(**{feit: False})
    feiten = {feit}
    wandeling.geweigerd(
        "melden_achterstand",
        gegevensset="melding_achterstand",
        van=ELAN,
        aan=TEAM,
        grondslag="avg_6_1_f",
        feiten=feiten,
    )
    wandeling.iedereen_ziet({})


@pytest.mark.eis("HAA-B2.6", "HAA-3.7", "HAA-3.8", "HAA-B2.3")
def test_vijf_gegevens_terug_ook_als_de_zaak_nog_wacht(wandeling):
    beeld = gemeld(wandeling)
    wandeling.stuur("bekendheid_controle", TEAM, TEAM, CONTROLE | ALLES)
    wandeling.doe(TEAM, "op_wachtlijst_plaatsen")
    wandeling.stuur("terugkoppeling", TEAM, ELAN, TERUG | ALLES | CONTROLE | AANDACHT)
    beeld = met(beeld, "bekendheid_controle", CONTROLE, TEAM)
    beeld = met(beeld, "terugkoppeling", TERUG, TEAM, ELAN)
    wandeling.iedereen_ziet(beeld)
    assert list(wandeling.ziet(ELAN)["terugkoppeling"]) == [
        "identificerende_gegevens_melding",
        "contact_gelegd",
        "in_behandeling_binnen_vijf_werkdagen",
        "incasso_kan_worden_hervat",
        "datum_hervatting_en_inloop_betaling",
    ]


@pytest.mark.eis("HAA-3.6", "HAA-B2.4")
def test_voorrang_blijft_bij_het_wijkteam_en_verdwijnt_na_de_wachtlijst(wandeling):
    beeld = gemeld(wandeling)
    wandeling.doe(TEAM, "bekendheid_controleren")
    wandeling.doe(TEAM, "op_wachtlijst_plaatsen")
    wandeling.nu_geldt(wachtlijst_te_lang=False)
    wandeling.geweigerd(
        "brp_raadplegen",
        gegevensset="brp_gezin_en_leeftijd",
        van=BRP,
        aan=TEAM,
        feiten={"wachtlijst_te_lang"},
    )
    wandeling.nu_geldt(wachtlijst_te_lang=True)
    wandeling.stuur("brp_gezin_en_leeftijd", BRP, TEAM, GEZIN | ALLES)
    wandeling.stuur("voorrang", TEAM, TEAM, VOORRANG | ALLES)
    op_wachtlijst = met(beeld, "brp_gezin_en_leeftijd", GEZIN, TEAM)
    op_wachtlijst = met(op_wachtlijst, "voorrang", VOORRANG, TEAM)
    wandeling.iedereen_ziet(op_wachtlijst)

    wandeling.nu_geldt(volgorde_gevolgd=False)
    wandeling.geweigerd("in_behandeling_nemen", TEAM, feiten={"volgorde_gevolgd"})
    wandeling.nu_geldt(volgorde_gevolgd=True)
    wandeling.doe(TEAM, "in_behandeling_nemen")
    wandeling.iedereen_ziet(beeld)


@pytest.mark.eis("HAA-PR5.3", "HAA-3.6")
def test_corporatie_weet_wie_aan_zet_is_en_niet_in_welke_stap(wandeling):
    gemeld(wandeling)
    wandeling.doe(TEAM, "bekendheid_controleren")
    wandeling.doe(TEAM, "op_wachtlijst_plaatsen")
    kader = {
        "zaaknummer": "H-1",
        "stap_zaak": "wachtlijst",
        "datum_stap": "2026-03-12",
        "uiterlijk_op": "2026-03-17",
    }
    wandeling.stuur("zaakkader_corporatie", KLOK, ELAN, kader | {"aan_zet": "gemeente"})
    wandeling.stuur("zaakkader_gemeente", KLOK, (TEAM, SDV, TEAMLEIDER), kader | {"aan_zet": "swt"})
    assert wandeling.ziet(ELAN)["zaakkader_corporatie"] == {
        "zaaknummer": "H-1",
        "aan_zet": "gemeente",
        "uiterlijk_op": "2026-03-17",
    }
    assert wandeling.ziet(TEAMLEIDER) == {"zaakkader_gemeente": kader | {"aan_zet": "swt"}}
    assert wandeling.ziet(TROUBLESHOOTER) == wandeling.ziet(YMERE) == {}
    assert "wachtlijst" not in str(wandeling.ziet(ELAN))


@pytest.mark.eis("HAA-6.2", "HAA-6.4", "HAA-5.1", "HAA-B4.4", "HAA-6.1")
def test_een_regeling_die_standhoudt_voorkomt_de_uitzetting(wandeling):
    beeld = gemeld(wandeling)
    for handeling in ("bekendheid_controleren", "in_behandeling_nemen"):
        wandeling.doe(TEAM, handeling)
    wandeling.stuur("contactpoging", TEAM, TEAM, POGING)
    for handeling in ("contact_huurder_vastleggen", "alleen_schuld_vaststellen"):
        wandeling.doe(TEAM, handeling)
    beeld = met(beeld, "contactpoging", POGING, TEAM)
    inschakeling = {
        naam: waarde for naam, waarde in ZEVEN_GEGEVENS.items() if naam != "aantal_ingeschreven_bewoners"
    }
    wandeling.stuur("sdv_inschakeling", TEAM, SDV, ALLES)
    beeld = met(beeld, "sdv_inschakeling", inschakeling, TEAM, SDV)
    wandeling.iedereen_ziet(beeld)

    schulden = {
        "schuldeisers": "drie",
        "bedragen_schulden": "4.100",
        "inkomen": "1.450",
        "datum_inventarisatie": "2026-03-20",
    }
    wandeling.geweigerd(
        "inventarisatie_delen",
        gegevensset="schuldinventarisatie",
        van=SDV,
        aan=TEAM,
        feiten={"is_regievoerder"},
    )
    wandeling.nu_geldt(is_regievoerder=True)
    wandeling.stuur("schuldinventarisatie", SDV, TEAM, schulden)
    beeld = met(beeld, "schuldinventarisatie", schulden, SDV, TEAM)

    wandeling.stuur("voorstel", TEAM, ELAN, VOORSTEL | AANDACHT | schulden)
    beeld = met(beeld, "voorstel", VOORSTEL, TEAM, ELAN)
    wandeling.iedereen_ziet(beeld)
    wandeling.stuur("regeling", ELAN, (TEAM, SDV), REGELING, grondslag="avg_6_1_b")
    wandeling.stuur(
        "opschorting", ELAN, (TEAM, SDV), {"datum_opschorting": "2026-04-01"}, grondslag="avg_6_1_b"
    )
    beeld = met(beeld, "regeling", REGELING, ELAN, TEAM, SDV)
    beeld = met(beeld, "opschorting", {"datum_opschorting": "2026-04-01"}, ELAN, TEAM, SDV)
    assert wandeling.stap == "opgeschort"
    wandeling.iedereen_ziet(beeld)
    wandeling.geweigerd("deurwaarder_inschakelen", ELAN, eisen={"HAA-B4.5"})

    wandeling.doe(ELAN, "voorkomen_vastleggen")
    einde = {"uitkomst_zaak": "voorkomen", "datum_uitkomst": "2027-12-31"}
    wandeling.stuur("uitkomst", ELAN, (TEAM, SDV), einde, grondslag="avg_6_1_b")
    wandeling.iedereen_ziet(met(beeld, "uitkomst", einde, ELAN, TEAM, SDV))
    wandeling.doe(ELAN, "zaak_sluiten")
    wandeling.iedereen_ziet({HUURDER: beeld[HUURDER]})


@pytest.mark.eis("HAA-B2.6.b")
def test_meer_dan_vijf_alleen_zolang_de_klant_schriftelijk_instemt(wandeling):
    beeld = gemeld(wandeling)
    wandeling.nu_geldt(schriftelijke_toestemming_klant=False)
    extra = {
        "extra_onderwerp": "hulp bij opruimen",
        "extra_inhoud": "Er komt wekelijks iemand helpen.",
        "datum_toestemming_klant": "2026-03-20",
    }
    wandeling.geweigerd(
        "extra_terugkoppelen",
        gegevensset="extra_informatie",
        van=TEAM,
        aan=ELAN,
        feiten={"schriftelijke_toestemming_klant"},
    )
    wandeling.nu_geldt(schriftelijke_toestemming_klant=True)
    wandeling.stuur("extra_informatie", TEAM, ELAN, extra)
    wandeling.iedereen_ziet(met(beeld, "extra_informatie", extra, TEAM, ELAN))
    wandeling.nu_geldt(schriftelijke_toestemming_klant=False)
    wandeling.iedereen_ziet(beeld)


@pytest.mark.eis("HAA-3.3", "HAA-B2.2", "HAA-3.3.intrekking")
def test_toestemming_gegeven_en_ingetrokken(wandeling):
    melding = {
        "naam": "B. Verzonnen",
        "adres": "Proefplein 2",
        "telefoonnummer": "023 000 00 00",
        "geboortedatum": "1955-05-05",
        "signaalcategorie": "verwaarlozing_woning",
        "datum_toestemming": "2026-03-09",
    }
    wandeling.nu_geldt(toestemming_huurder=False)
    wandeling.geweigerd(
        "melden_met_toestemming",
        gegevensset="melding_met_toestemming",
        van=ELAN,
        aan=TEAM,
        feiten={"toestemming_huurder"},
    )
    wandeling.nu_geldt(toestemming_huurder=True)
    wandeling.stuur("melding_met_toestemming", ELAN, TEAM, melding | ALLES | melding)
    wandeling.iedereen_ziet(
        {wie: {"melding_met_toestemming": melding} for wie in (ELAN, TEAM)},
    )
    wandeling.nu_geldt(toestemming_huurder=False)
    wandeling.iedereen_ziet({})
    wandeling.stuur("intrekking_toestemming", ELAN, TEAM, {"datum_intrekking": "2026-03-20"})
    assert wandeling.stap == "gestopt"
    wandeling.iedereen_ziet(
        {wie: {"intrekking_toestemming": {"datum_intrekking": "2026-03-20"}} for wie in (ELAN, TEAM)}
    )
