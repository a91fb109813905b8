"""Walk (f): the Stuurgroep designates without names, a combiteam compares one address, a human selects, the visit,
and the report with and without ID numbers."""

import pytest

from meldpunt.beleid import ZOEKLICHT

from .wandeling import Wandeling
from .zoeklicht import BASIS, INKOMEN, KLOK, PARTIJEN, SECRETARIAAT, STUURGROEP, TOEZICHT, WONEN

EIGENAAR, ANDERE = "corporatie/behandelaar@eigenaar", "corporatie/behandelaar@andere"
BESLUIT = {
    "besluitnummer": "SZ-2026-04",
    "datum_besluit": "2026-02-01",
    "soort_aanwijzing": "gebied",
    "omschrijving_aanwijzing": "Proefbuurt, woningen met veel verhuizingen",
    "geldig_tot_en_met": "2026-12-31",
}
ADRES = {
    "adres_straatnaam": "Proefgracht",
    "adres_huisnummer": "7",
    "adres_huisletter": "C",
    "adres_postcode": "1000 AA",
    "adres_woonplaats": "Amsterdam",
}
VAN_CORPORATIE = ADRES | {
    "namen_huurders": "Ans Voorbeeld",
    "geboortedata_huurders": "1980-01-01",
    "huurcontract": "sinds 2015",
    "historie_woonsituatie_adres": "sinds 2015 dezelfde huurder",
}
UIT_BRP = {
    "namen_ingeschreven_bewoners": "Ans Voorbeeld",
    "geboortedatum_ingeschreven_bewoners": "1980-01-01",
    "geslacht_ingeschreven_bewoners": "vrouw",
    "inschrijvingsdatum_brp": "2015-05-01",
    "namen_contractuele_huurders": "Ans Voorbeeld",
}
OVER_WONING = {
    "aantal_kamers": "3",
    "oppervlakte": "61",
    "aantal_bouwlagen": "1",
    "locatie_woning": "tweede etage",
    "eigenaar_woning": "Corporatie Eigenaar",
}
GEVOELIG = {"locatie_school_minderjarige_kinderen": "Proefschool"}
RAPPORT_ZONDER_ID = ADRES | {
    "datum_huisbezoek": "2026-03-20",
    "toestemming_aangetroffen_bewoners": "gegeven",
    "naam_eigenaar_woning": "Corporatie Eigenaar",
    "namen_bewoners_brp": "Ans Voorbeeld",
    "geboortedatum_bewoners_brp": "1980-01-01",
    "namen_aangetroffen_bewoners": "Bo Verzonnen",
    "geboortedatum_aangetroffen_bewoners": "1990-02-02",
    "verslag_feitelijke_situatie": "Drie bedden, koffers van gasten.",
    "beeldverslag": "foto van de keuken",
    "gegevens_woning_citydata": "3 kamers",
    "huurcontract_huurbedrag": "600",
    "indeling_woning": "keuken en twee kamers",
    "gebruik_volgens_bestemmingsplan": "wonen",
    "behandelend_toezichthouder_of_fraudemedewerker": "T. Houder",
}
RAPPORT = RAPPORT_ZONDER_ID | {"id_nummer_aangetroffen_bewoners": "VERZ0NNEN1"}
RECHT = {"doel": "onrechtmatig_gebruik"}
WET = RECHT | {"grondslag": "huisvestingswet"}
HUUR = RECHT | {"grondslag": "huurovereenkomst"}


@pytest.fixture
def wandeling():
    return Wandeling(ZOEKLICHT, niet_waar=("gevoelig_veld_verantwoord",))


def breng_in(wandeling):
    """The corporatie its block, Basisinformatie and Wonen theirs; everybody but the sender gets it."""
    wandeling.stuur(
        "adres_volgens_corporatie", EIGENAAR, (WONEN, INKOMEN, BASIS, TOEZICHT), VAN_CORPORATIE, **HUUR
    )
    gemeente = UIT_BRP | OVER_WONING | GEVOELIG
    wandeling.stuur(
        "adres_volgens_gemeente",
        BASIS,
        (WONEN, INKOMEN, EIGENAAR, TOEZICHT),
        gemeente,
        velden=(*UIT_BRP, *GEVOELIG),
        doel="onrechtmatig_gebruik",
        grondslag="wet_brp",
    )
    wandeling.stuur(
        "adres_volgens_gemeente",
        WONEN,
        (INKOMEN, BASIS, EIGENAAR, TOEZICHT),
        gemeente,
        velden=tuple(OVER_WONING),
        **WET,
    )


BEIDE = {"adres_volgens_corporatie": VAN_CORPORATIE, "adres_volgens_gemeente": UIT_BRP | OVER_WONING}
TEAM_ZIET = dict.fromkeys((WONEN, INKOMEN, BASIS, TOEZICHT, EIGENAAR), BEIDE)


@pytest.mark.eis("ZOE-4.B2", "ZOE-4.B2.aanwijzing", "ZOE-6.D1", "ZOE-3.1")
def test_de_stuurgroep_wijst_aan_zonder_namen(wandeling):
    wandeling.doe(STUURGROEP[3], "aanwijzing_voorstellen")
    wandeling.nu_geldt(besluit_zonder_namen=False)
    aan = (*STUURGROEP, *PARTIJEN, TOEZICHT)
    vraag = {"gegevensset": "aanwijzingsbesluit", "van": SECRETARIAAT, "aan": WONEN} | RECHT
    wandeling.geweigerd("aanwijzing_vaststellen", feiten={"besluit_zonder_namen"}, **vraag)
    wandeling.nu_geldt(besluit_zonder_namen=True, stuurgroep_heeft_besloten=False)
    wandeling.geweigerd("aanwijzing_vaststellen", feiten={"stuurgroep_heeft_besloten"}, **vraag)
    wandeling.nu_geldt(stuurgroep_heeft_besloten=True)
    wandeling.stuur(
        "aanwijzingsbesluit", SECRETARIAAT, aan, BESLUIT | {"namen_huurders": "Ans Voorbeeld"}, **RECHT
    )
    wandeling.iedereen_ziet({wie: {"aanwijzingsbesluit": BESLUIT} for wie in (*aan, SECRETARIAAT)})
    wandeling.doe(KLOK, "aanwijzing_laten_aflopen")
    wandeling.iedereen_ziet({})


@pytest.mark.eis("ZOE-4.B2", "ZOE-6.D1", "ZOE-PAR.2", "ZOE-4.B1")
@pytest.mark.parametrize(
    "feit", ["aanwijzing_geldig", "binnen_gebied_of_thema", "is_eigenaar", "lid_van_combiteam"]
)
def test_zonder_aanwijzing_komt_een_adres_er_niet_op(wandeling, feit):
    wandeling.nu_geldt(**{feit: False})
    wandeling.geweigerd("adres_opvoeren", wie=EIGENAAR, feiten={feit})


@pytest.mark.eis("ZOE-B1.B", "ZOE-B1.B.corporatie", "ZOE-B1.B.gemeente", "ZOE-4.B3", "ZOE-6.R3")
def test_afgevallen_adres_verdwijnt_uit_beeld(wandeling):
    wandeling.doe(WONEN, "adres_opvoeren")
    wandeling.iedereen_ziet({})
    breng_in(wandeling)
    wandeling.iedereen_ziet(TEAM_ZIET)  # and no school: no reason was given
    wandeling.doe(WONEN, "adres_vergelijken")
    wandeling.iedereen_ziet(TEAM_ZIET)
    wandeling.nu_geldt(mens_beoordeelde=False)
    wandeling.geweigerd("adres_selecteren", wie=WONEN, feiten={"mens_beoordeelde"})
    wandeling.geweigerd("adres_laten_afvallen", wie=WONEN, feiten={"mens_beoordeelde"})
    wandeling.nu_geldt(mens_beoordeelde=True, concrete_aanwijzing=False)
    wandeling.geweigerd("adres_selecteren", wie=WONEN, feiten={"concrete_aanwijzing"})
    wandeling.geweigerd("huisbezoek_plannen", wie=TOEZICHT, eisen={"ZOE-4.B3"})
    wandeling.doe(WONEN, "adres_laten_afvallen")
    assert wandeling.stap == "adres_afgevallen"
    wandeling.iedereen_ziet({})


@pytest.mark.eis("ZOE-4.B1", "ZOE-10.3")
def test_wie_geen_lid_meer_is_ziet_niets_meer(wandeling):
    wandeling.doe(WONEN, "adres_opvoeren")
    breng_in(wandeling)
    for feit in ("lid_van_combiteam", "gemachtigd_combiteam"):
        wandeling.nu_geldt(**{feit: False})
        wandeling.iedereen_ziet({})
        wandeling.nu_geldt(**{feit: True})
    wandeling.iedereen_ziet(TEAM_ZIET)


@pytest.mark.eis("ZOE-B1.B.corporatie", "ZOE-PAR.2", "ZOE-4.B4")
def test_een_andere_corporatie_brengt_niets_in_en_krijgt_niets(wandeling):
    wandeling.doe(WONEN, "adres_opvoeren")
    wandeling.nu_geldt(is_eigenaar=False)
    inbrengen = {"handeling": "gegevens_inbrengen", "feiten": {"is_eigenaar"}}
    wandeling.geweigerd(gegevensset="adres_volgens_corporatie", van=ANDERE, aan=WONEN, **inbrengen, **HUUR)
    wandeling.geweigerd(gegevensset="adres_volgens_gemeente", van=WONEN, aan=ANDERE, **inbrengen, **WET)
    wandeling.nu_geldt(is_eigenaar=True, past_bij_de_zaak=False)
    inbrengen["feiten"] = {"past_bij_de_zaak"}
    wandeling.geweigerd(gegevensset="adres_volgens_gemeente", van=WONEN, aan=INKOMEN, **inbrengen, **WET)
    wandeling.iedereen_ziet({})


@pytest.mark.eis("ZOE-4.B3", "ZOE-4.B5", "ZOE-B2", "ZOE-B1.B.rapport", "ZOE-4.C", "ZOE-2.3", "ZOE-1.c")
def test_van_selectie_tot_rapport_met_en_zonder_id(wandeling):
    wandeling.doe(WONEN, "adres_opvoeren")
    breng_in(wandeling)
    wandeling.doe(EIGENAAR, "adres_vergelijken")
    wandeling.doe(WONEN, "adres_selecteren")
    wandeling.nu_geldt(fraude_naast_leefbaarheid=False)
    wandeling.geweigerd("huisbezoek_plannen", wie=TOEZICHT, feiten={"fraude_naast_leefbaarheid"})
    wandeling.nu_geldt(fraude_naast_leefbaarheid=True)
    wandeling.doe(TOEZICHT, "huisbezoek_plannen")
    wandeling.doe(TOEZICHT, "huisbezoek_vastleggen")
    wandeling.iedereen_ziet(TEAM_ZIET)

    rapport = {
        "handeling": "rapport_vaststellen",
        "gegevensset": "rapport_van_bevindingen",
        "aan": EIGENAAR,
    } | WET
    wandeling.nu_geldt(toestemming_huisbezoek_vastgelegd=False)
    wandeling.geweigerd(van=TOEZICHT, feiten={"toestemming_huisbezoek_vastgelegd"}, **rapport)
    wandeling.nu_geldt(toestemming_huisbezoek_vastgelegd=True)
    wandeling.geweigerd(van=WONEN, eisen={"ZOE-B2", "ZOE-4.B5"}, **rapport)
    _stuur_rapport(wandeling, (WONEN, INKOMEN, BASIS, EIGENAAR))
    assert wandeling.stap == "rapport_definitief"
    beeld = {wie: {"rapport_van_bevindingen": RAPPORT} for wie in (TOEZICHT, WONEN, INKOMEN, BASIS)}
    beeld[EIGENAAR] = {"rapport_van_bevindingen": RAPPORT_ZONDER_ID}
    wandeling.iedereen_ziet(beeld)  # and the two blocks of the comparison are closed

    wandeling.doe(WONEN, "fraude_vaststellen")
    wandeling.iedereen_ziet(beeld)
    wandeling.doe(WONEN, "maatregelen_vaststellen")
    wandeling.doe(WONEN, "zaak_sluiten")
    wandeling.iedereen_ziet({})
    for houder, *_, waarden in wandeling.kopieen:
        assert houder != EIGENAAR or "VERZ0NNEN1" not in str(waarden)


def _stuur_rapport(wandeling, ontvangers):
    return wandeling.stuur("rapport_van_bevindingen", TOEZICHT, ontvangers, RAPPORT, **WET)


@pytest.mark.eis("ZOE-B1.B.rapport", "ZOE-B2", "ZOE-4.B5", "ZOE-PAR.2")
def test_een_bijlage_met_id_gegevens_blijft_achter():
    wandeling = Wandeling(ZOEKLICHT, stap="huisbezoek_gedaan", niet_waar=("bijlagen_zonder_id_gegevens",))
    _stuur_rapport(wandeling, EIGENAAR)
    zonder_beeld = {veld: w for veld, w in RAPPORT_ZONDER_ID.items() if veld != "beeldverslag"}
    assert wandeling.ziet(EIGENAAR) == {"rapport_van_bevindingen": zonder_beeld}


@pytest.mark.eis("ZOE-B2", "ZOE-4.B5", "ZOE-PAR.2")
@pytest.mark.parametrize(("aan", "feit"), [(ANDERE, "is_eigenaar"), (INKOMEN, "ontvanger_is_betrokken")])
def test_wie_niet_betrokken_is_krijgt_geen_rapport(aan, feit):
    wandeling = Wandeling(ZOEKLICHT, stap="huisbezoek_gedaan", niet_waar=(feit,))
    wandeling.geweigerd(
        "rapport_vaststellen",
        gegevensset="rapport_van_bevindingen",
        van=TOEZICHT,
        aan=aan,
        feiten={feit},
        **WET,
    )
    wandeling.iedereen_ziet({})
