"""Krimpen, articles 4.2 and 10 to 12: letters, incidents, requests and objections."""

import pytest

from convenant.beleid.beslissing import Vraag, beslis
from convenant.beleid.taal import BEGIN, INZIEN
from woonoverlast.beleid import KRIMPEN

from .krimpen import (
    AANGESPROKEN,
    BEHEERDERS,
    BURGEMEESTER,
    CORPORATIE,
    MELDER,
    ONDER_AVG,
    OVERLASTGEVER,
    OVERLEG,
    POLITIE,
    REGISSEUR,
    UITVOERDER,
    VERHUURDER,
    VERZOEKER,
    WERK,
    ZES_STAPPEN,
    controleer,
)
from .tabel import SetRegel, alle_stappen, kant, params, stand

IEDEREEN = (REGISSEUR, UITVOERDER, POLITIE, CORPORATIE, VERHUURDER, BURGEMEESTER, *BEHEERDERS)
LOPEND = ("verzoek_ontvangen", "verzoek_gesplitst", "verzoek_afgestemd", "verzoek_afgehandeld")
BRIEF = (
    "verantwoordelijken",
    "doelen_verwerking",
    "soorten_gegevens",
    "herkomst_gegevens",
    "rechten_en_loket",
)


def _antwoord(eis, naam, velden, van, handeling, grondslag, *vereist, optioneel=(), **rest):
    """A letter to whoever asked; it goes after the parties aligned."""
    return SetRegel(
        eis,
        naam,
        velden,
        van,
        (VERZOEKER,),
        handeling,
        rest.pop("stappen", ("verzoek_afgestemd",)),
        rest.pop("leesbaar", ("verzoek_afgestemd", "verzoek_afgehandeld")),
        ("rechten_betrokkene",),
        (grondslag,),
        vereist=(*WERK, *vereist),
        optioneel=optioneel,
        **rest,
    )


BRIEVEN = [
    SetRegel(
        "KRI-4.2.brief",
        "brief_overlastgever",
        ("naam", "adres", *BRIEF, "wijze_bezorging"),
        (BURGEMEESTER,),
        (OVERLASTGEVER,),
        "overlastgever_informeren",
        ZES_STAPPEN,
        ZES_STAPPEN,
        ("informatieplicht",),
        ("avg_14",),
        vereist=WERK,
    ),
    SetRegel(
        "KRI-11.2.brief",
        "brief_melder",
        ("naam", "adres", *BRIEF),
        OVERLEG,
        (MELDER,),
        "melder_informeren",
        ZES_STAPPEN,
        ZES_STAPPEN,
        ("informatieplicht",),
        ("avg_14",),
        vereist=WERK,
    ),
    _antwoord(
        "KRI-12.2.politie",
        "antwoord_politie",
        ("besluit", "politiegegevens_artikel_8_wpg", "behandelende_partij", "partijen_met_gegevens"),
        (POLITIE,),
        "politiedeel_beantwoorden",
        "wpg_25_28",
        "alleen_politietaak",
        optioneel=("politiegegevens_artikel_8_wpg", "partijen_met_gegevens"),
    ),
    _antwoord(
        "KRI-12.3.gezamenlijk",
        "antwoord_gezamenlijk_deel",
        (
            "besluit",
            "plan_van_aanpak",
            "voortgangsrapportage",
            "afsluitrapportage",
            "behandelende_partij",
            "partijen_met_gegevens",
        ),
        (BURGEMEESTER,),
        "gezamenlijk_deel_beantwoorden",
        "avg_15_21",
        optioneel=("plan_van_aanpak", "voortgangsrapportage", "afsluitrapportage"),
        verantwoordelijke="gezamenlijk",
    ),
    _antwoord(
        "KRI-12.3.eigen",
        "antwoord_eigen_deel",
        ("besluit", "eigen_gegevens", "behandelende_partij", "partijen_met_gegevens"),
        ONDER_AVG,
        "eigen_deel_beantwoorden",
        "avg_15_21",
        "eigen_deel",
        optioneel=("eigen_gegevens",),
    ),
    _antwoord(
        "KRI-12.4.besluit",
        "besluit_bezwaar",
        ("besluit", "motivering"),
        (CORPORATIE, VERHUURDER),
        "bezwaar_beslissen",
        "avg_15_21",
        "verwerking_op_gerechtvaardigd_belang",
        stappen=("bezwaar_ontvangen",),
        leesbaar=("bezwaar_besloten",),
    ),
    _antwoord(
        "KRI-12.6.afwijzing",
        "afwijzing_avg",
        ("besluit", "grond_afwijzing", "motivering"),
        ONDER_AVG,
        "verzoek_afwijzen",
        "avg_15_21",
        "grond_uavg_41",
    ),
    _antwoord(
        "KRI-12.7.afwijzing",
        "afwijzing_wpg",
        ("besluit", "grond_afwijzing"),
        (POLITIE,),
        "verzoek_afwijzen_wpg",
        "wpg_25_28",
        "alleen_politietaak",
        "grond_wpg_27",
    ),
]

SETS = [
    *BRIEVEN,
    SetRegel(
        "KRI-10.3",
        "incidentmelding",
        ("soort_incident", "korte_geanonimiseerde_omschrijving", "mitigerende_maatregelen"),
        IEDEREEN,
        (BURGEMEESTER, *BEHEERDERS),
        "incident_melden",
        (BEGIN,),
        ("incident_gemeld", "incident_bij_burgemeester", "incident_bij_partij", "incident_afgehandeld"),
        ("afhandeling_incident",),
        ("avg_33_34",),
        vereist=(*WERK, "voldoet_aan_interne_criteria", "omschrijving_anoniem"),
        inzage_vereist=WERK,
        persoonsgegeven=False,
    ),
    SetRegel(
        "KRI-12.1.verzoek",
        "verzoek",
        ("naam_verzoeker", "adres_verzoeker", "soort_verzoek", "omschrijving_verzoek", "datum_ontvangst"),
        (VERZOEKER,),
        AANGESPROKEN,
        "verzoek_registreren",
        (BEGIN,),
        LOPEND,
        ("rechten_betrokkene",),
        ("verzoek_betrokkene",),
        vereist=(*WERK, "identiteit_vastgesteld"),
        inzage_vereist=WERK,
        haalt=True,
        afzender_leest=False,
        verantwoordelijke="aan",
    ),
    SetRegel(
        "KRI-12.5.bericht",
        "bericht_verzoek",
        ("naam_verzoeker", "soort_verzoek", "datum_ontvangst", "aangesproken_partij"),
        AANGESPROKEN,
        AANGESPROKEN,
        "partijen_informeren",
        ("verzoek_ontvangen",),
        LOPEND,
        ("rechten_betrokkene",),
        ("verzoek_betrokkene",),
        vereist=(*WERK, "ontvanger_in_samenwerkingsverband"),
        inzage_vereist=WERK,
    ),
    SetRegel(
        "KRI-12.4.bezwaar",
        "bezwaar",
        ("naam_verzoeker", "bijzondere_omstandigheden", "datum_ontvangst"),
        (VERZOEKER,),
        (CORPORATIE, VERHUURDER),
        "bezwaar_registreren",
        (BEGIN,),
        ("bezwaar_ontvangen", "bezwaar_besloten"),
        ("rechten_betrokkene",),
        ("verzoek_betrokkene",),
        vereist=(*WERK, "verwerking_op_gerechtvaardigd_belang"),
        inzage_vereist=WERK,
        haalt=True,
        afzender_leest=False,
        verantwoordelijke="aan",
    ),
]


@pytest.mark.parametrize("regel", params(SETS))
def test_gegevensset(regel):
    controleer(regel)


@pytest.mark.parametrize("regel", params(BRIEVEN))
def test_afzender_leest_wat_hij_verstuurde(regel):
    """Nobody signs in at the other end; the sender keeps its copy exactly in the steps of the row."""
    for van in regel.van:
        for stap in alle_stappen(KRIMPEN):
            vraag = Vraag(kant(van), INZIEN, stap, regel.naam)
            assert beslis(KRIMPEN, vraag, stand(KRIMPEN)).mag is (stap in regel.leesbaar), stap
        for feit in KRIMPEN.feiten:
            vraag = Vraag(kant(van), INZIEN, regel.leesbaar[0], regel.naam)
            mag = beslis(KRIMPEN, vraag, stand(KRIMPEN, (feit.naam,))).mag
            assert mag is (feit.naam not in WERK), feit.naam


WAARDEN = {
    "KRI-4.2.brief": {"wijze_bezorging": ("uitgereikt", "verstuurd")},
    "KRI-12.1.verzoek": {"soort_verzoek": ("inzage", "rectificatie", "wissing", "beperking")},
    "KRI-12.2.politie": {"besluit": ("toegewezen", "deels_toegewezen", "afgewezen")},
    "KRI-12.3.gezamenlijk": {"besluit": ("toegewezen", "deels_toegewezen", "afgewezen")},
    "KRI-12.3.eigen": {"besluit": ("toegewezen", "deels_toegewezen", "afgewezen")},
    "KRI-12.4.besluit": {"besluit": ("gegrond", "ongegrond")},
    "KRI-12.6.afwijzing": {"besluit": ("deels_toegewezen", "afgewezen")},
    "KRI-12.7.afwijzing": {"besluit": ("deels_toegewezen", "afgewezen")},
}


@pytest.mark.parametrize("eis", [pytest.param(regel.eis, marks=pytest.mark.eis(regel.eis)) for regel in SETS])
def test_gesloten_antwoorden(eis):
    (gegevensset,) = [s for s in KRIMPEN.gegevenssets if s.eis == eis]
    assert {w.veld: w.waarden for w in gegevensset.waarden} == WAARDEN.get(eis, {})


@pytest.mark.eis("KRI-10.3")
def test_incidentmelding_kent_geen_persoon_en_geen_zaak():
    wie, ontvanger = kant(CORPORATIE), kant(BURGEMEESTER)
    for veld in ("naam", "adres", "zaaknummer"):
        vraag = Vraag(wie, "incident_melden", BEGIN, "incidentmelding", ontvanger, velden=(veld,))
        assert not beslis(KRIMPEN, vraag, stand(KRIMPEN)).mag
    vraag = Vraag(wie, "incident_melden", BEGIN, "incidentmelding", ontvanger)
    (reden,) = beslis(KRIMPEN, vraag, stand(KRIMPEN, ("omschrijving_anoniem",))).gemis
    assert (reden.tekst, reden.eis) == (KRIMPEN.feit("omschrijving_anoniem").gemis, "KRI-10.3")


WEIGERINGEN = [
    # who, verb, step, fact, clause of the reason
    (
        BURGEMEESTER,
        "uitzondering_informeren_vastleggen",
        "uitvoering",
        "uitzonderingsgrond_vermeld",
        "KRI-11.3",
    ),
    (BURGEMEESTER, "verzoek_registreren", BEGIN, "identiteit_vastgesteld", "KRI-12.1"),
    (BURGEMEESTER, "gegevens_wissen", "verzoek_afgestemd", "wissing_niet_uitgezonderd", "KRI-12.1"),
    (CORPORATIE, "bezwaar_registreren", BEGIN, "verwerking_op_gerechtvaardigd_belang", "KRI-12.4"),
    (CORPORATIE, "verzoek_splitsen", "verzoek_ontvangen", "andere_partijen_geinformeerd", "KRI-12.5"),
    (REGISSEUR, "afstemming_afdwingen", "verzoek_gesplitst", "einde_termijn_nabij", "KRI-12.8"),
    (BURGEMEESTER, "melden_bij_ap", "incident_bij_burgemeester", "afgestemd_of_termijn_verloopt", "KRI-10.6"),
    (BURGEMEESTER, "inlichten_uitstellen", "incident_bij_burgemeester", "opsporingsbelang", "KRI-10.6"),
]


@pytest.mark.parametrize(
    ("wie", "handeling", "stap", "feit", "eis"),
    [pytest.param(*rij, marks=pytest.mark.eis(rij[-1])) for rij in WEIGERINGEN],
)
def test_weigering_noemt_reden_en_artikel(wie, handeling, stap, feit, eis):
    (reden,) = beslis(KRIMPEN, Vraag(kant(wie), handeling, stap), stand(KRIMPEN, (feit,))).voor_mens(KRIMPEN)
    assert (reden.tekst, reden.eis) == (KRIMPEN.feit(feit).gemis, eis)


@pytest.mark.eis("KRI-12.6", "KRI-12.7")
def test_elk_regime_heeft_zijn_eigen_afwijzing():
    """The police cannot refuse on UAVG 41, the others not on Wpg 27, and neither reads the other's ground."""
    naar, waar = kant(VERZOEKER), stand(KRIMPEN)
    for handeling, naam, wel in (
        ("verzoek_afwijzen", "afwijzing_avg", ONDER_AVG),
        ("verzoek_afwijzen_wpg", "afwijzing_wpg", (POLITIE,)),
    ):
        for wie in AANGESPROKEN:
            vraag = Vraag(kant(wie), handeling, "verzoek_afgestemd", naam, naar)
            assert beslis(KRIMPEN, vraag, waar).mag is (wie in wel)
            assert beslis(KRIMPEN, Vraag(kant(wie), INZIEN, "verzoek_afgestemd", naam), waar).mag is (
                wie in wel
            )
