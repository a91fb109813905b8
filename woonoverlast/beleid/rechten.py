"""What betrokkene may ask, and who answers which part (article 12)."""

from convenant.beleid.taal import BEGIN, Feit, Gegevensset, Instelling, Kant, Overgang, Termijn, Waarden

from .partijen import BURGEMEESTER, CORPORATIE, KLOK, POLITIE, REGISSEUR, VERHUURDER, bevoegd

VERZOEKER = Kant("betrokkene", "verzoeker")

# Any party can be addressed; for the municipality the burgemeester answers, who also has the joint part.
AANGESPROKEN = (BURGEMEESTER, POLITIE, CORPORATIE, VERHUURDER)
ONDER_AVG = (BURGEMEESTER, CORPORATIE, VERHUURDER)
LANGS_BELANG = (CORPORATIE, VERHUURDER)  # who may process on AVG 6.1 f
LOPEND = ("verzoek_ontvangen", "verzoek_gesplitst", "verzoek_afgestemd")
BEANTWOORD = ("verzoek_afgestemd", "verzoek_afgehandeld")
BEZWAAR = ("bezwaar_ontvangen", "bezwaar_besloten")
BESLUITEN = ("toegewezen", "deels_toegewezen", "afgewezen")

FEITEN = (
    Feit(
        "identiteit_vastgesteld",
        "aanvraag",
        "De identiteit van de verzoeker is vastgesteld.",
        "Stel eerst vast wie de verzoeker is.",
        "KRI-12.1",
    ),
    Feit(
        "wissing_niet_uitgezonderd",
        "aanvraag",
        "Er is geen uitzondering op het recht op wissing.",
        "Wissen kan niet: de gegevens zijn nodig voor een taak van algemeen belang (artikel 17 lid 3 b AVG) "
        "of artikel 28 Wpg.",
        "KRI-12.1",
    ),
    Feit(
        "alleen_politietaak",
        "aanvraag",
        "Dit deel wordt alleen voor de politietaak verwerkt.",
        "Op dit deel is de AVG van toepassing. De politie beantwoordt alleen wat alleen voor de politietaak is.",
        "KRI-12.2",
    ),
    Feit(
        "eigen_deel",
        "aanvraag",
        "Uw partij is verantwoordelijk voor dit deel.",
        "Een andere partij is verantwoordelijk voor dit deel. Die partij beantwoordt het.",
        "KRI-12.3",
    ),
    Feit(
        "alle_delen_beantwoord",
        "zaak",
        "Alle delen van het verzoek zijn beantwoord.",
        "Nog niet alle delen van het verzoek zijn beantwoord.",
        "KRI-12.3",
    ),
    Feit(
        "verwerking_op_gerechtvaardigd_belang",
        "aanvraag",
        "Uw partij verwerkt deze gegevens op een gerechtvaardigd belang (AVG 6.1 f).",
        "Bezwaar kan alleen bij de partij die deze gegevens op een gerechtvaardigd belang verwerkt (AVG 6.1 f).",
        "KRI-12.4",
    ),
    Feit(
        "ontvanger_in_samenwerkingsverband",
        "ontvanger",
        "De ontvanger doet mee in het samenwerkingsverband van deze zaak.",
        "De ontvanger doet niet mee in het samenwerkingsverband van deze zaak.",
        "KRI-12.5",
    ),
    Feit(
        "andere_partijen_geinformeerd",
        "zaak",
        "De andere partijen zijn over het verzoek geinformeerd.",
        "Informeer eerst de andere partijen in het samenwerkingsverband over het verzoek.",
        "KRI-12.5",
    ),
    Feit(
        "grond_uavg_41",
        "aanvraag",
        "De afwijzing noemt een grond van artikel 41 UAVG.",
        "Kies een grond van artikel 41 UAVG en leg uit waarom die geldt.",
        "KRI-12.6",
    ),
    Feit(
        "grond_wpg_27",
        "aanvraag",
        "De afwijzing noemt een grond van artikel 27 Wpg.",
        "Kies een grond van artikel 27 Wpg.",
        "KRI-12.7",
    ),
    Feit(
        "alle_partijen_afgestemd",
        "zaak",
        "Alle betrokken partijen hebben bevestigd dat is afgestemd.",
        "Nog niet alle betrokken partijen hebben bevestigd dat is afgestemd.",
        "KRI-12.8",
    ),
    Feit(
        "einde_termijn_nabij",
        "zaak",
        "Het einde van de wettelijke termijn is binnen drie werkdagen.",
        "De afstemming kan pas in de laatste drie werkdagen van de termijn worden afgedwongen.",
        "KRI-12.8",
    ),
)


def _aan_verzoeker(eis, naam, velden, van, grondslag, handeling, vereist, *, stappen=LOPEND[2:], **rest):
    """An answer on paper to whoever asked; the sender keeps what it sent until the request is done."""
    return Gegevensset(
        naam,
        velden,
        van,
        (VERZOEKER,),
        handeling,
        ("rechten_betrokkene",),
        (grondslag,),
        eis,
        verzenden_in=stappen,
        inzage_in=rest.pop("inzage_in", BEANTWOORD),
        vereist=vereist,
        **rest,
    )


GEGEVENSSETS = (
    Gegevensset(
        "verzoek",
        ("naam_verzoeker", "adres_verzoeker", "soort_verzoek", "omschrijving_verzoek", "datum_ontvangst"),
        van=(VERZOEKER,),
        aan=AANGESPROKEN,
        handeling="verzoek_registreren",
        initiatief="aan",
        doelen=("rechten_betrokkene",),
        grondslagen=("verzoek_betrokkene",),
        verzenden_in=(BEGIN,),
        inzage_in=(*LOPEND, "verzoek_afgehandeld"),
        waarden=(Waarden("soort_verzoek", ("inzage", "rectificatie", "wissing", "beperking")),),
        verantwoordelijke="aan",
        afzender_bewaart=False,
        eis="KRI-12.1.verzoek",
    ),
    Gegevensset(
        "bericht_verzoek",
        ("naam_verzoeker", "soort_verzoek", "datum_ontvangst", "aangesproken_partij"),
        van=AANGESPROKEN,
        aan=AANGESPROKEN,
        handeling="partijen_informeren",
        doelen=("rechten_betrokkene",),
        grondslagen=("verzoek_betrokkene",),
        verzenden_in=("verzoek_ontvangen",),
        inzage_in=(*LOPEND, "verzoek_afgehandeld"),
        vereist=("ontvanger_in_samenwerkingsverband",),
        eis="KRI-12.5.bericht",
    ),
    _aan_verzoeker(
        "KRI-12.2.politie",
        "antwoord_politie",
        ("besluit", "politiegegevens_artikel_8_wpg", "behandelende_partij", "partijen_met_gegevens"),
        (POLITIE,),
        "wpg_25_28",
        "politiedeel_beantwoorden",
        ("alleen_politietaak",),
        optioneel=("politiegegevens_artikel_8_wpg", "partijen_met_gegevens"),
        waarden=(Waarden("besluit", BESLUITEN),),
    ),
    _aan_verzoeker(
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
        "avg_15_21",
        "gezamenlijk_deel_beantwoorden",
        (),
        optioneel=("plan_van_aanpak", "voortgangsrapportage", "afsluitrapportage"),
        waarden=(Waarden("besluit", BESLUITEN),),
        verantwoordelijke="gezamenlijk",
    ),
    _aan_verzoeker(
        "KRI-12.3.eigen",
        "antwoord_eigen_deel",
        ("besluit", "eigen_gegevens", "behandelende_partij", "partijen_met_gegevens"),
        ONDER_AVG,
        "avg_15_21",
        "eigen_deel_beantwoorden",
        ("eigen_deel",),
        optioneel=("eigen_gegevens",),
        waarden=(Waarden("besluit", BESLUITEN),),
    ),
    Gegevensset(
        "bezwaar",
        ("naam_verzoeker", "bijzondere_omstandigheden", "datum_ontvangst"),
        van=(VERZOEKER,),
        aan=LANGS_BELANG,
        handeling="bezwaar_registreren",
        initiatief="aan",
        doelen=("rechten_betrokkene",),
        grondslagen=("verzoek_betrokkene",),
        verzenden_in=(BEGIN,),
        inzage_in=BEZWAAR,
        verantwoordelijke="aan",
        afzender_bewaart=False,
        eis="KRI-12.4.bezwaar",
    ),
    _aan_verzoeker(
        "KRI-12.4.besluit",
        "besluit_bezwaar",
        ("besluit", "motivering"),
        LANGS_BELANG,
        "avg_15_21",
        "bezwaar_beslissen",
        (),
        stappen=("bezwaar_ontvangen",),
        inzage_in=("bezwaar_besloten",),
        waarden=(Waarden("besluit", ("gegrond", "ongegrond")),),
    ),
    _aan_verzoeker(
        "KRI-12.6.afwijzing",
        "afwijzing_avg",
        ("besluit", "grond_afwijzing", "motivering"),
        ONDER_AVG,
        "avg_15_21",
        "verzoek_afwijzen",
        ("grond_uavg_41",),
        waarden=(Waarden("besluit", ("deels_toegewezen", "afgewezen")),),
    ),
    _aan_verzoeker(
        "KRI-12.7.afwijzing",
        "afwijzing_wpg",
        ("besluit", "grond_afwijzing"),
        (POLITIE,),
        "wpg_25_28",
        "verzoek_afwijzen_wpg",
        ("alleen_politietaak", "grond_wpg_27"),
        waarden=(Waarden("besluit", ("deels_toegewezen", "afgewezen")),),
    ),
)

BEVOEGDHEDEN = (
    *bevoegd(
        AANGESPROKEN,
        ("verzoek_registreren", "rectificeren", "verwerking_beperken"),
        "KRI-12.1",
        vereist=("identiteit_vastgesteld",),
    ),
    *bevoegd(
        AANGESPROKEN,
        ("gegevens_wissen",),
        "KRI-12.1",
        vereist=("identiteit_vastgesteld", "wissing_niet_uitgezonderd"),
    ),
    *bevoegd((POLITIE,), ("politiedeel_beantwoorden",), "KRI-12.2"),
    *bevoegd((BURGEMEESTER,), ("gezamenlijk_deel_beantwoorden",), "KRI-12.3"),
    *bevoegd(ONDER_AVG, ("eigen_deel_beantwoorden",), "KRI-12.3"),
    *bevoegd(AANGESPROKEN, ("verzoek_splitsen",), "KRI-12.3"),
    *bevoegd((KLOK,), ("verzoek_afhandelen",), "KRI-12.3"),
    *bevoegd(
        LANGS_BELANG,
        ("bezwaar_registreren", "bezwaar_beslissen"),
        "KRI-12.4",
        vereist=("verwerking_op_gerechtvaardigd_belang",),
    ),
    *bevoegd(AANGESPROKEN, ("partijen_informeren",), "KRI-12.5"),
    *bevoegd(ONDER_AVG, ("verzoek_afwijzen",), "KRI-12.6"),
    *bevoegd((POLITIE,), ("verzoek_afwijzen_wpg",), "KRI-12.7"),
    *bevoegd(AANGESPROKEN, ("afstemming_bevestigen",), "KRI-12.8"),
    *bevoegd((KLOK,), ("afstemming_vaststellen",), "KRI-12.8"),
    *bevoegd((REGISSEUR,), ("afstemming_afdwingen",), "KRI-12.8"),
)

OVERGANGEN = (
    Overgang(BEGIN, "verzoek_registreren", "verzoek_ontvangen", AANGESPROKEN, "KRI-12.1"),
    Overgang(
        "verzoek_ontvangen",
        "verzoek_splitsen",
        "verzoek_gesplitst",
        AANGESPROKEN,
        "KRI-12.3",
        ("andere_partijen_geinformeerd",),
    ),
    Overgang(
        "verzoek_gesplitst",
        "afstemming_vaststellen",
        "verzoek_afgestemd",
        (KLOK,),
        "KRI-12.8",
        ("alle_partijen_afgestemd",),
    ),
    Overgang(
        "verzoek_gesplitst",
        "afstemming_afdwingen",
        "verzoek_afgestemd",
        (REGISSEUR,),
        "KRI-12.8",
        ("einde_termijn_nabij",),
    ),
    Overgang(
        "verzoek_afgestemd",
        "verzoek_afhandelen",
        "verzoek_afgehandeld",
        (KLOK,),
        "KRI-12.3",
        ("alle_delen_beantwoord",),
    ),
    Overgang(BEGIN, "bezwaar_registreren", "bezwaar_ontvangen", LANGS_BELANG, "KRI-12.4"),
    Overgang("bezwaar_ontvangen", "bezwaar_beslissen", "bezwaar_besloten", LANGS_BELANG, "KRI-12.4"),
)

TERMIJNEN = (
    Termijn(
        "antwoord_verzoek",
        "verzoek",
        "ontvangst_verzoek",
        1,
        "maanden",
        "beantwoorden_verzoek",
        "KRI-12.8.antwoord",
        waarschuw=(7,),
        bron="AVG",
        verlenging=(2, "maanden"),
    ),
    Termijn(
        "afdwingen_afstemming",
        "verzoek",
        "einde_termijn_verzoek",
        3,
        "werkdagen",
        "afstemming_afdwingen",
        "KRI-12.8.afdwingen",
        richting="voor",
        verantwoordelijk=REGISSEUR,
        bron="voorstel",
    ),
)

INSTELLINGEN = (
    Instelling(
        "antwoordtermijn_wpg",
        "duur",
        "convenant",
        "antwoord_politie",
        "binnen welke termijn de politie een verzoek op de Wpg beantwoordt.",
        "KRI-12.8",
    ),
)
