"""Article 8: what a person may ask, at the Loket or at the own corporatie, and how the parties answer together."""

from convenant.beleid.taal import BEGIN, INZIEN, Feit, Gegevensset, Lijst, Overgang, Termijn, Waarden

from .kanten import BETROKKENE, CORPORATIE, LOKET, PARTIJEN, VERHUURDER, bevoegd

FEITEN = (
    Feit(
        "verzoeker_huurt_hier",
        "betrokkene",
        "De verzoeker huurt bij deze corporatie.",
        "De verzoeker huurt niet bij uw corporatie. Stuur het verzoek door naar het Loket persoonsgegevens.",
        "ZOE-8.1",
    ),
    Feit(
        "identiteit_verzoeker_vastgesteld",
        "aanvraag",
        "De identiteit van de verzoeker is vastgesteld.",
        "Stel eerst vast wie de verzoeker is.",
        "ZOE-8.1",
    ),
    Feit(
        "houdt_gegevens_van_betrokkene",
        "ontvanger",
        "Deze partij heeft gegevens van de betrokkene.",
        "Deze partij heeft geen gegevens van de betrokkene. Zij hoeft het verzoek niet te krijgen.",
        "ZOE-8.2",
    ),
    Feit(
        "weigering_rust_op_grond",
        "aanvraag",
        "De inzage wordt niet geweigerd, of elke weigering noemt een grond en een reden.",
        "Noem bij elke weigering van inzage een van de gronden a tot en met e, met een reden.",
        "ZOE-8.4",
    ),
    Feit(
        "afwijking_van_advies_gemotiveerd",
        "aanvraag",
        "Het besluit volgt de adviezen, of zegt waarom niet.",
        "U wijkt af van het advies van de partij die de gegevens leverde. Schrijf op waarom.",
        "ZOE-8.3",
    ),
)

# The kinds of ZOE-8.1 a-f and the grounds for refusal of ZOE-8.4 a-e.
_SOORTEN = (
    "informatie",
    "inzage",
    "verbetering_aanvulling_verwijdering_afscherming",
    "wissing",
    "beperking",
    "bezwaar",
)
LIJSTEN = (Lijst("soorten_verzoek", _SOORTEN, "ZOE-8.1"),)
_WEIGERINGSGRONDEN = Waarden(
    "weigeringsgrond",
    (
        "veiligheid_van_de_staat",
        "strafbare_feiten",
        "gewichtige_economische_of_financiele_belangen",
        "toezicht_op_naleving",
        "bescherming_betrokkene_of_ander",
    ),
)
_LOPEND = ("rechtenverzoek_ontvangen", "rechtenverzoek_uitgezet", "rechtenverzoek_beantwoord")
_UITGEZET = ("rechtenverzoek_uitgezet", "rechtenverzoek_beantwoord")
_VERZOEK = (
    "soort_verzoek",
    "naam_betrokkene",
    "adres_betrokkene",
    "datum_ontvangst_verzoek",
    "omschrijving_verzoek",
)

GEGEVENSSETS = (
    Gegevensset(
        "rechtenverzoek_doorgestuurd",
        _VERZOEK,
        van=(CORPORATIE,),
        aan=(LOKET,),
        handeling="rechtenverzoek_doorsturen",
        doelen=("rechten_en_informatie",),
        grondslagen=("plicht_avg",),
        optioneel=("omschrijving_verzoek",),
        verzenden_in=(BEGIN,),
        inzage_in=_LOPEND,
        waarden=(Waarden("soort_verzoek", _SOORTEN),),
        afzender_bewaart=False,
        eis="ZOE-8.1.doorsturen",
    ),
    Gegevensset(
        "rechtenverzoek",
        _VERZOEK,
        van=(LOKET, CORPORATIE),
        aan=PARTIJEN,
        handeling="rechtenverzoek_uitzetten",
        doelen=("rechten_en_informatie",),
        grondslagen=("plicht_avg",),
        optioneel=("omschrijving_verzoek",),
        verzenden_in=("rechtenverzoek_ontvangen", "rechtenverzoek_uitgezet"),
        inzage_in=_UITGEZET,
        vereist=("houdt_gegevens_van_betrokkene",),
        waarden=(Waarden("soort_verzoek", _SOORTEN),),
        eis="ZOE-8.2.verzoek",
    ),
    Gegevensset(
        "deelantwoord",
        ("verwerkte_gegevens", "doel_verwerking", "herkomst_gegevens", "ontvangers_gegevens"),
        van=PARTIJEN,
        aan=(LOKET, VERHUURDER),
        handeling="deelantwoord_geven",
        doelen=("rechten_en_informatie",),
        grondslagen=("plicht_avg",),
        verzenden_in=("rechtenverzoek_uitgezet",),
        inzage_in=_UITGEZET,
        eis="ZOE-8.2.deelantwoord",
    ),
    Gegevensset(
        "advies_over_inzage",
        ("advies", "weigeringsgrond", "motivering"),
        van=PARTIJEN,
        aan=(LOKET, VERHUURDER),
        handeling="advies_geven",
        doelen=("rechten_en_informatie",),
        grondslagen=("plicht_avg",),
        optioneel=("weigeringsgrond", "motivering"),
        verzenden_in=("rechtenverzoek_uitgezet",),
        inzage_in=_UITGEZET,
        vereist=("is_bronpartij", "weigering_rust_op_grond"),
        waarden=(Waarden("advies", ("geen_bezwaar", "negatief")), _WEIGERINGSGRONDEN),
        eis="ZOE-8.3.advies",
    ),
    Gegevensset(
        "antwoord_aan_betrokkene",
        ("besluit", "gegevens_betrokkene", "weigeringsgrond", "motivering"),
        van=(LOKET, CORPORATIE),
        aan=(BETROKKENE,),
        handeling="rechtenverzoek_beantwoorden",
        doelen=("rechten_en_informatie",),
        grondslagen=("plicht_avg",),
        optioneel=("gegevens_betrokkene", "weigeringsgrond"),
        verzenden_in=("rechtenverzoek_uitgezet",),
        inzage_in=("rechtenverzoek_beantwoord",),
        vereist=("weigering_rust_op_grond", "afwijking_van_advies_gemotiveerd"),
        waarden=(_WEIGERINGSGRONDEN,),
        eis="ZOE-8.1.antwoord",
    ),
)

OVERGANGEN = (
    Overgang(
        BEGIN,
        "rechtenverzoek_registreren",
        "rechtenverzoek_ontvangen",
        (LOKET, VERHUURDER),
        "ZOE-8.1",
        ("identiteit_verzoeker_vastgesteld",),
    ),
    Overgang(BEGIN, "rechtenverzoek_doorsturen", "rechtenverzoek_ontvangen", (CORPORATIE,), "ZOE-8.1"),
    Overgang(
        "rechtenverzoek_ontvangen",
        "rechtenverzoek_uitzetten",
        "rechtenverzoek_uitgezet",
        (LOKET, VERHUURDER),
        "ZOE-8.2",
    ),
    Overgang(
        "rechtenverzoek_uitgezet",
        "rechtenverzoek_uitzetten",
        "rechtenverzoek_uitgezet",
        (LOKET, VERHUURDER),
        "ZOE-8.2",
    ),
    Overgang(
        "rechtenverzoek_uitgezet",
        "rechtenverzoek_beantwoorden",
        "rechtenverzoek_beantwoord",
        (LOKET, VERHUURDER),
        "ZOE-8.1",
    ),
)

BEVOEGDHEDEN = (
    *bevoegd((LOKET, CORPORATIE), ("rechtenverzoek_registreren", "rechtenverzoek_beantwoorden"), "ZOE-8.1"),
    *bevoegd((CORPORATIE,), ("rechtenverzoek_doorsturen",), "ZOE-8.1"),
    *bevoegd((LOKET, CORPORATIE), ("rechtenverzoek_uitzetten",), "ZOE-8.2"),
    *bevoegd(PARTIJEN, ("deelantwoord_geven",), "ZOE-8.2"),
    *bevoegd(PARTIJEN, ("advies_geven",), "ZOE-8.3"),
    *bevoegd((LOKET,), (INZIEN,), "ZOE-8.2"),
)

TERMIJNEN = (
    Termijn(
        "antwoord_betrokkene",
        "verzoek",
        "ontvangst_rechtenverzoek",
        1,
        "maanden",
        "antwoord_aan_betrokkene",
        "ZOE-8.1",
        verantwoordelijk=LOKET,
        waarschuw=(7,),
        bron="AVG",
        verlenging=(2, "maanden"),
    ),
)
