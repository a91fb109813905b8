"""Walk (g): files are compared in a project of the Stuurgroep; each receiver gets the rows of its own stock."""

import pytest

from meldpunt.beleid import ZOEKLICHT

from .wandeling import Wandeling
from .zoeklicht import BASIS, INKOMEN, KLOK, PARTIJEN, SECRETARIAAT, STUURGROEP, WONEN

A, B = "corporatie/behandelaar@A", "corporatie/behandelaar@B"


def adres(nummer, **meer):
    vast = {"adres_straatnaam": "Proefgracht", "adres_huisletter": "C", "adres_postcode": "1000 AA"}
    return vast | {"adres_huisnummer": nummer, "adres_woonplaats": "Amsterdam"} | meer


# Who owns which house number. 30 belongs to nobody in the convenant.
BEZIT = {"7": A, "9": A, "20": B, "30": "particulier"}
MELDINGEN = [
    adres(
        nummer,
        inhoud_melding=f"melding over {nummer}",
        type_melding="website",
        eigenaar_adres=BEZIT[nummer],
        partij_toegezonden="Directie Wonen",
    )
    for nummer in BEZIT
]
MELDER = {"gegevens_melder": "Bo Verzonnen"}
NIET_IN_DE_LIJST = {"namen_huurders": "Ans Voorbeeld", "burgerservicenummer": "000000000"}
MEER = {"doel": "onrechtmatig_gebruik"}
WET, BRP, CONTRACT = (
    MEER | {"grondslag": naam} for naam in ("huisvestingswet", "besluit_brp", "woningwet_corporatie")
)


@pytest.fixture
def wandeling():
    wandeling = Wandeling(ZOEKLICHT, niet_waar=("noodzaak_melder",))
    wandeling.doe(WONEN, "project_voorstellen")
    wandeling.doe(SECRETARIAAT, "project_goedkeuren")
    return wandeling


def lever(wandeling, gegevensset, van, aan, rijen, **vraag):
    """Offers every row to the receiver; a row not of its stock is refused for that reason alone."""
    for rij in rijen:
        eigenaar = BEZIT[rij["adres_huisnummer"]]
        wandeling.nu_geldt(is_eigenaar=eigenaar in (van, aan))
        if eigenaar in (van, aan) or not aan.startswith("corporatie"):
            wandeling.stuur(gegevensset, van, aan, rij | MELDER | NIET_IN_DE_LIJST, **vraag)
        else:
            geweigerd = {"gegevensset": gegevensset, "van": van, "aan": aan, "feiten": {"is_eigenaar"}}
            wandeling.geweigerd("bestand_leveren", **geweigerd, **vraag)
    wandeling.nu_geldt(is_eigenaar=True)


def rijen_van(wandeling, wie):
    """The rows `wie` holds, when it may read them now."""
    leesbaar = wandeling.ziet(wie)
    return [waarden for houder, naam, *_, waarden in wandeling.kopieen if houder == wie and naam in leesbaar]


@pytest.mark.eis("ZOE-4.D", "ZOE-4.D1", "ZOE-B1.D1", "ZOE-PAR.2", "ZOE-B1.D")
def test_d1_per_corporatie_alleen_de_eigen_adressen(wandeling):
    lever(wandeling, "bestand_meldingen", WONEN, A, MELDINGEN, **WET)
    lever(wandeling, "bestand_meldingen", WONEN, B, MELDINGEN, **WET)
    assert wandeling.stap == "project_geleverd"
    assert rijen_van(wandeling, A) == MELDINGEN[:2]
    assert rijen_van(wandeling, B) == MELDINGEN[2:3]
    assert (
        rijen_van(wandeling, WONEN) == MELDINGEN[:3]
    )  # its own copy of what went out; the fourth never went
    for niemand in (INKOMEN, BASIS, SECRETARIAAT, *STUURGROEP):
        assert wandeling.ziet(niemand) == {}


@pytest.mark.eis("ZOE-B1.D1")
def test_d1_de_melder_gaat_alleen_mee_als_het_nodig_is_en_nooit_als_hij_anoniem_was(wandeling):
    rij, met_melder = MELDINGEN[0], MELDINGEN[0] | MELDER
    lever(wandeling, "bestand_meldingen", WONEN, A, [rij], **WET)
    wandeling.nu_geldt(noodzaak_melder=True, melder_bekend=False)
    lever(wandeling, "bestand_meldingen", WONEN, A, [rij], **WET)
    assert rijen_van(wandeling, A) == [rij, rij]
    wandeling.nu_geldt(melder_bekend=True)
    lever(wandeling, "bestand_meldingen", WONEN, A, [rij], **WET)
    assert rijen_van(wandeling, A) == [rij, rij, met_melder]


@pytest.mark.eis("ZOE-4.D1", "ZOE-B1.D1")
@pytest.mark.parametrize("feit", ["melding_over_woonfraude", "project_voor_combiteam", "project_loopt"])
def test_d1_alleen_woonfraude_en_alleen_voor_een_combiteam(wandeling, feit):
    wandeling.nu_geldt(**{feit: False})
    wandeling.geweigerd(
        "bestand_leveren", gegevensset="bestand_meldingen", van=WONEN, aan=A, feiten={feit}, **WET
    )


@pytest.mark.eis("ZOE-4.D2", "ZOE-B1.D2", "ZOE-PAR.2")
def test_d2_alleen_adressen_en_per_corporatie_de_eigen(wandeling):
    rijen = [adres(nummer, adres_etage="2") for nummer in BEZIT]
    for aan in (WONEN, INKOMEN, A, B):
        lever(wandeling, "bestand_signalen_brp", BASIS, aan, rijen, **BRP)
    assert rijen_van(wandeling, WONEN) == rijen_van(wandeling, INKOMEN) == rijen
    assert rijen_van(wandeling, A) == rijen[:2]
    assert rijen_van(wandeling, B) == rijen[2:3]
    kolom = wandeling.geweigerd(
        "bestand_leveren",
        gegevensset="bestand_signalen_brp",
        van=BASIS,
        aan=WONEN,
        velden=("adres_postcode", "namen_huurders"),
        eisen={"ZOE-B1.D2"},
        **BRP,
    )
    assert "namen_huurders" in kolom.gemis[0].tekst


@pytest.mark.eis("ZOE-4.D3", "ZOE-B1.D3", "ZOE-B1.D3.leegstand", "ZOE-PAR.2")
@pytest.mark.parametrize(
    ("gegevensset", "eis"),
    [("bestand_fraudemeldingen", "ZOE-B1.D3"), ("bestand_leegstand_bewoond", "ZOE-B1.D3.leegstand")],
)
def test_d3_een_corporatie_levert_haar_eigen_adressen_aan_de_directies(wandeling, gegevensset, eis):
    """Read narrowly, "partijen" are the directies: an address of A is nobody else's stock, so no other corporatie gets it."""
    rijen = [adres(nummer, adres_etage="2", adres_stadsdeel="Proef") for nummer in ("7", "9")]
    lever(wandeling, gegevensset, A, WONEN, rijen, **CONTRACT)
    lever(wandeling, gegevensset, A, BASIS, rijen, **CONTRACT)
    wandeling.geweigerd("bestand_leveren", gegevensset=gegevensset, van=A, aan=B, eisen={eis}, **CONTRACT)
    wandeling.nu_geldt(is_eigenaar=False)
    vreemd = {"gegevensset": gegevensset, "van": A, "aan": WONEN, "feiten": {"is_eigenaar"}}
    wandeling.geweigerd("bestand_leveren", **vreemd, **CONTRACT)
    wandeling.nu_geldt(is_eigenaar=True)
    assert rijen_van(wandeling, WONEN) == rijen_van(wandeling, BASIS) == rijen
    assert wandeling.ziet(B) == wandeling.ziet(INKOMEN) == {}


@pytest.mark.eis("ZOE-4.D4", "ZOE-B1.D4", "ZOE-OW.VI")
def test_d4_gaat_alleen_naar_wonen_en_alleen_met_mandaat(wandeling):
    rij = adres(
        "7", adres_etage="2", ingangsdatum_huurcontract="2026-01-01", namen_hoofdhuurders="Ans Voorbeeld"
    )
    vraag = {"doel": "toewijzing_verhuur", "grondslag": "woningwet_corporatie"}
    d4 = {"gegevensset": "bestand_huisvestingsvergunning", "van": A}
    for aan in (INKOMEN, BASIS, B):
        wandeling.geweigerd("bestand_leveren", aan=aan, eisen={"ZOE-B1.D4"}, **d4, **vraag)
    wandeling.nu_geldt(mandaat_huisvestingsvergunning=False)
    wandeling.geweigerd(
        "bestand_leveren", aan=WONEN, feiten={"mandaat_huisvestingsvergunning"}, **d4, **vraag
    )
    wandeling.nu_geldt(mandaat_huisvestingsvergunning=True)
    lever(wandeling, "bestand_huisvestingsvergunning", A, WONEN, [rij], **vraag)
    wandeling.iedereen_ziet({wie: {"bestand_huisvestingsvergunning": rij} for wie in (A, WONEN)})


@pytest.mark.eis("ZOE-4.D", "ZOE-11.1")
def test_een_project_begint_bij_de_stuurgroep_en_eindigt_met_een_mens(wandeling):
    nieuw = Wandeling(ZOEKLICHT, niet_waar=("stuurgroep_heeft_besloten", "mens_beoordeelde"))
    nieuw.doe(WONEN, "project_voorstellen")
    levering = {"gegevensset": "bestand_meldingen", "van": WONEN, "aan": A} | WET
    nieuw.geweigerd("bestand_leveren", eisen={"ZOE-B1.D1", "ZOE-4.D"}, **levering)
    nieuw.geweigerd("project_goedkeuren", wie=SECRETARIAAT, feiten={"stuurgroep_heeft_besloten"})
    nieuw.nu_geldt(stuurgroep_heeft_besloten=True)
    nieuw.doe(SECRETARIAAT, "project_goedkeuren")
    nieuw.geweigerd("resultaat_beoordelen", wie=A, feiten=set(), eisen={"ZOE-4.D"})
    lever(nieuw, "bestand_meldingen", WONEN, A, MELDINGEN[:1], **WET)
    nieuw.geweigerd("resultaat_beoordelen", wie=A, feiten={"mens_beoordeelde"})
    nieuw.nu_geldt(mens_beoordeelde=True)
    nieuw.doe(A, "resultaat_beoordelen")
    assert nieuw.ziet(A)
    nieuw.doe(KLOK, "project_beeindigen")
    nieuw.iedereen_ziet({})
    for wie in PARTIJEN:
        nieuw.geweigerd("project_beeindigen", wie=wie, eisen={"ZOE-4.D"})


@pytest.mark.eis("ZOE-4.D3")
def test_een_corporatie_raadpleegt_de_brp_en_houdt_er_niets_aan_over(wandeling):
    """Decision 33: the act, with own stock and suspicion; no list, so no value."""
    uitkomst = wandeling.doe(A, "brp_raadplegen")
    assert uitkomst.velden == ()
    wandeling.iedereen_ziet({})
    for feit in ("is_eigenaar", "vermoeden_woonfraude"):
        wandeling.nu_geldt(**{feit: False})
        wandeling.geweigerd("brp_raadplegen", wie=A, feiten={feit})
        wandeling.nu_geldt(**{feit: True})
