"""Activity D: comparing files, of four kinds only, each cut to what its receiver may see."""

from convenant.beleid.taal import (
    BEGIN,
    Bevoegdheid,
    Feit,
    Gegevensset,
    Instelling,
    Overgang,
    Termijn,
    Veldgrens,
)

from .grondslagen import BRP, CORPORATIES, DELEN, TOEZICHT_WONEN, WOONFRAUDE
from .kanten import (
    BASISINFORMATIE,
    CORPORATIE,
    DIRECTIES,
    EIGENAAR,
    INKOMEN,
    KLOK,
    PARTIJEN,
    SECRETARIAAT,
    WONEN,
    bevoegd,
)

FEITEN = (
    Feit(
        "gemachtigd_bestanden",
        "medewerker",
        "U bent gemachtigd voor het vergelijken van bestanden.",
        "U bent niet gemachtigd voor het vergelijken van bestanden (activiteit D). Vraag uw beheerder.",
        "ZOE-10.3",
    ),
    Feit(
        "project_loopt",
        "zaak",
        "De einddatum van het project is nog niet voorbij.",
        "De einddatum van het project is voorbij. Vraag de Stuurgroep om een nieuw besluit.",
        "ZOE-4.D",
    ),
    Feit(
        "melding_over_woonfraude",
        "zaak",
        "De melding gaat over woonfraude.",
        "Alleen meldingen van woonfraude horen in dit bestand. Haal deze melding eruit.",
        "ZOE-4.D1",
    ),
    Feit(
        "project_voor_combiteam",
        "zaak",
        "Het bestand is voor een combiteam.",
        "Dit bestand is alleen voor combiteams. Koppel het project aan een combiteam.",
        "ZOE-B1.D1",
    ),
    Feit(
        "noodzaak_melder",
        "verstrekking",
        "De gegevens van de melder zijn nodig.",
        "Geef aan waarom de gegevens van de melder nodig zijn, of laat ze weg.",
        "ZOE-B1.D1",
    ),
    Feit(
        "patroon_beschreven",
        "verstrekking",
        "Het patroon in de BRP is beschreven.",
        "Beschrijf het onregelmatige patroon in de BRP waarop deze selectie rust.",
        "ZOE-4.D2",
    ),
    Feit(
        "vermoeden_woonfraude",
        "aanvraag",
        "Er is een vermoeden van woonfraude.",
        "Een corporatie mag de BRP hiervoor alleen raadplegen bij een vermoeden van woonfraude.",
        "ZOE-4.D3",
    ),
)

_ADRES = ("adres_straatnaam", "adres_huisnummer", "adres_huisletter", "adres_postcode", "adres_woonplaats")
_ADRES_MET_ETAGE = (
    "adres_straatnaam",
    "adres_huisnummer",
    "adres_huisletter",
    "adres_etage",
    "adres_postcode",
    "adres_woonplaats",
)
_LEVEREN_IN = ("project_goedgekeurd", "project_geleverd")
_INZAGE_IN = ("project_geleverd", "project_beoordeeld")
_VEREIST = (*DELEN, "gemachtigd_bestanden", "aanwijzing_geldig", "project_loopt")
_LEVERANCIERS = (WONEN, BASISINFORMATIE, CORPORATIE)

GEGEVENSSETS = (
    Gegevensset(
        "bestand_meldingen",
        (
            *_ADRES,
            "inhoud_melding",
            "type_melding",
            "gegevens_melder",
            "eigenaar_adres",
            "partij_toegezonden",
        ),
        van=(WONEN,),
        aan=(EIGENAAR,),
        handeling="bestand_leveren",
        doelen=WOONFRAUDE,
        grondslagen=TOEZICHT_WONEN,
        optioneel=("gegevens_melder",),
        verzenden_in=_LEVEREN_IN,
        inzage_in=_INZAGE_IN,
        vereist=(*_VEREIST, "melding_over_woonfraude", "project_voor_combiteam"),
        inzage_vereist=("gemachtigd_bestanden",),
        grenzen=(Veldgrens(("gegevens_melder",), "ZOE-B1.D1", ("melder_bekend", "noodzaak_melder")),),
        eis="ZOE-B1.D1",
    ),
    Gegevensset(
        "bestand_signalen_brp",
        _ADRES_MET_ETAGE,
        van=(BASISINFORMATIE,),
        aan=(WONEN, INKOMEN, EIGENAAR),
        handeling="bestand_leveren",
        doelen=("rechtvaardige_verdeling", "onrechtmatig_gebruik", "rechtmatige_uitkering", "juistheid_brp"),
        grondslagen=BRP,
        verzenden_in=_LEVEREN_IN,
        inzage_in=_INZAGE_IN,
        vereist=(*_VEREIST, "patroon_beschreven"),
        inzage_vereist=("gemachtigd_bestanden",),
        eis="ZOE-B1.D2",
    ),
    Gegevensset(
        "bestand_fraudemeldingen",
        (*_ADRES_MET_ETAGE, "adres_stadsdeel"),
        van=(EIGENAAR,),
        aan=DIRECTIES,
        handeling="bestand_leveren",
        doelen=WOONFRAUDE,
        grondslagen=CORPORATIES,
        verzenden_in=_LEVEREN_IN,
        inzage_in=_INZAGE_IN,
        vereist=(*_VEREIST, "project_voor_combiteam"),
        inzage_vereist=("gemachtigd_bestanden",),
        eis="ZOE-B1.D3",
    ),
    Gegevensset(
        "bestand_leegstand_bewoond",
        (*_ADRES_MET_ETAGE, "adres_stadsdeel"),
        van=(EIGENAAR,),
        aan=DIRECTIES,
        handeling="bestand_leveren",
        doelen=WOONFRAUDE,
        grondslagen=CORPORATIES,
        verzenden_in=_LEVEREN_IN,
        inzage_in=_INZAGE_IN,
        vereist=_VEREIST,
        inzage_vereist=("gemachtigd_bestanden",),
        eis="ZOE-B1.D3.leegstand",
    ),
    Gegevensset(
        "bestand_huisvestingsvergunning",
        (*_ADRES_MET_ETAGE, "ingangsdatum_huurcontract", "namen_hoofdhuurders", "namen_medehuurders"),
        van=(EIGENAAR,),
        aan=(WONEN,),
        handeling="bestand_leveren",
        doelen=("rechtvaardige_verdeling", "toewijzing_verhuur"),
        grondslagen=CORPORATIES,
        optioneel=("namen_medehuurders",),
        verzenden_in=_LEVEREN_IN,
        inzage_in=_INZAGE_IN,
        vereist=(*_VEREIST, "mandaat_huisvestingsvergunning"),
        inzage_vereist=("gemachtigd_bestanden",),
        eis="ZOE-B1.D4",
    ),
)

OVERGANGEN = (
    Overgang(BEGIN, "project_voorstellen", "project_voorgesteld", PARTIJEN, "ZOE-4.D"),
    Overgang(
        "project_voorgesteld",
        "project_goedkeuren",
        "project_goedgekeurd",
        (SECRETARIAAT,),
        "ZOE-11.1",
        ("stuurgroep_heeft_besloten",),
    ),
    Overgang("project_goedgekeurd", "bestand_leveren", "project_geleverd", _LEVERANCIERS, "ZOE-4.D"),
    Overgang("project_geleverd", "bestand_leveren", "project_geleverd", _LEVERANCIERS, "ZOE-4.D"),
    Overgang(
        "project_geleverd",
        "resultaat_beoordelen",
        "project_beoordeeld",
        PARTIJEN,
        "ZOE-4.D",
        ("mens_beoordeelde",),
    ),
    Overgang("project_goedgekeurd", "project_beeindigen", "project_beeindigd", (*PARTIJEN, KLOK), "ZOE-4.D"),
    Overgang("project_geleverd", "project_beeindigen", "project_beeindigd", (*PARTIJEN, KLOK), "ZOE-4.D"),
    Overgang("project_beoordeeld", "project_beeindigen", "project_beeindigd", (*PARTIJEN, KLOK), "ZOE-4.D"),
)

BEVOEGDHEDEN = (
    *bevoegd(
        PARTIJEN,
        ("project_voorstellen", "resultaat_beoordelen", "project_beeindigen"),
        "ZOE-4.D",
        ("gemachtigd_bestanden",),
    ),
    Bevoegdheid("klok", "systeem", ("project_beeindigen",), "ZOE-4.D"),
    *bevoegd((WONEN,), ("bestand_leveren",), "ZOE-4.D1"),
    *bevoegd((BASISINFORMATIE,), ("bestand_leveren",), "ZOE-4.D2"),
    *bevoegd((CORPORATIE,), ("bestand_leveren",), "ZOE-4.D3"),
    # No field list is given: the act is logged, nothing is stored (decision 33).
    *bevoegd((CORPORATIE,), ("brp_raadplegen",), "ZOE-4.D3", ("is_eigenaar", "vermoeden_woonfraude")),
    *bevoegd((SECRETARIAAT,), ("project_goedkeuren",), "ZOE-11.1"),
)

TERMIJNEN = (
    Termijn(
        "levering_huisvestingsvergunning",
        "deelname",
        "vorige_levering_huisvestingsvergunning",
        3,
        "maanden",
        "levering_huisvestingsvergunning",
        "ZOE-4.D4",
        richting="elke",
        verantwoordelijk=CORPORATIE,
        bron="voorstel",
    ),
)

INSTELLINGEN = (
    Instelling(
        "levering_huisvestingsvergunning",
        "getal",
        "deelname",
        "",
        "om de hoeveel maanden de corporatie het bestand van huurders met een vergunning levert.",
        "ZOE-4.D4",
        standaard=3,
    ),
)
