"""Activity A3, the process Linge: a corporatie's suspicion of uitkeringsfraude in five steps."""

from convenant.beleid.taal import BEGIN, Gegevensset, Overgang, Termijn, Veldgrens, Waarden

from .a_meldpunt import TYPE_MELDING
from .grondslagen import CORPORATIES, DELEN, TOEZICHT_WONEN
from .kanten import CORPORATIE, EIGENAAR, INKOMEN, MELDPUNT, WONEN, bevoegd

# The lists of A3.2-A3.5 know no huisletter; the case number links them (decision 29).
_ADRES = ("adres_straatnaam", "adres_huisnummer", "adres_postcode", "adres_woonplaats")
_TERUGKOPPELING = (
    *_ADRES,
    "namen_aanwezige_bewoners",
    "geboortedatum_aanwezige_bewoners",
    "status_onderzoek",
    "datum_constatering",
)
_VEREIST = (*DELEN, "gemachtigd_meldpunt", "staande_aanwijzing")
_STAPPEN = (
    "linge_gemeld",
    "linge_signaal_gegeven",
    "linge_teruggekoppeld",
    "linge_doorgezonden",
    "linge_resultaat_gemeld",
)

GEGEVENSSETS = (
    Gegevensset(
        "linge_melding",
        (
            "adres_straatnaam",
            "adres_huisnummer",
            "adres_huisletter",
            "adres_postcode",
            "adres_woonplaats",
            "inhoud_melding",
            "type_melding",
            "naam_corporatie",
            "naam_medewerker_corporatie",
            "datum_constatering",
        ),
        van=(CORPORATIE,),
        aan=(MELDPUNT,),
        handeling="linge_melden",
        doelen=("rechtmatige_uitkering",),
        grondslagen=CORPORATIES,
        verzenden_in=(BEGIN,),
        inzage_in=_STAPPEN,
        vereist=(*_VEREIST, "uitkeringsfraude_door_woonsituatie", "fraude_hangt_samen_met_wonen"),
        inzage_vereist=("gemachtigd_meldpunt",),
        waarden=(TYPE_MELDING,),
        eis="ZOE-B1.A3.1",
    ),
    Gegevensset(
        "linge_signaal",
        (
            *_ADRES,
            "inhoud_melding",
            "namen_ingeschreven_bewoners",
            "geboortedatum_ingeschreven_bewoners",
            "namen_aangetroffen_bewoners",
            "geboortedatum_aangetroffen_bewoners",
            "identiteitsbewijs_aangetroffen_bewoners",
            "eigenaar_adres",
            "naam_behandelaar",
            "datum_constatering",
            "objectinformatie_bag",
        ),
        van=(MELDPUNT,),
        aan=(INKOMEN,),
        handeling="linge_signaal_geven",
        doelen=("rechtmatige_uitkering",),
        grondslagen=("participatiewet_ioaw",),
        optioneel=("objectinformatie_bag",),
        verzenden_in=("linge_gemeld",),
        inzage_in=_STAPPEN[1:],
        vereist=_VEREIST,
        inzage_vereist=("gemachtigd_meldpunt",),
        grenzen=(
            Veldgrens(("identiteitsbewijs_aangetroffen_bewoners",), "ZOE-B1.A3.2", niet_aan=("corporatie",)),
        ),
        eis="ZOE-B1.A3.2",
    ),
    Gegevensset(
        "linge_terugkoppeling",
        _TERUGKOPPELING,
        van=(INKOMEN,),
        aan=(MELDPUNT, WONEN),
        handeling="linge_terugkoppelen",
        doelen=("rechtmatige_uitkering",),
        grondslagen=("participatiewet_ioaw",),
        verzenden_in=("linge_signaal_gegeven",),
        inzage_in=_STAPPEN[2:],
        vereist=_VEREIST,
        inzage_vereist=("gemachtigd_meldpunt",),
        waarden=(Waarden("status_onderzoek", ("gestart", "beeindigd")),),
        eis="ZOE-B1.A3.3",
    ),
    Gegevensset(
        "linge_doorgifte",
        _TERUGKOPPELING,
        van=(WONEN,),
        aan=(EIGENAAR,),
        handeling="linge_doorzenden",
        doelen=("onrechtmatig_gebruik",),
        grondslagen=TOEZICHT_WONEN,
        verzenden_in=("linge_teruggekoppeld",),
        inzage_in=_STAPPEN[3:],
        vereist=_VEREIST,
        inzage_vereist=("gemachtigd_meldpunt",),
        eis="ZOE-B1.A3.4",
    ),
    Gegevensset(
        "linge_resultaat",
        (*_ADRES, "type_fraude", "start_beeindiging_huurcontract", "naam_corporatie"),
        van=(CORPORATIE,),
        aan=(MELDPUNT,),
        handeling="linge_resultaat_melden",
        doelen=("onrechtmatig_gebruik",),
        grondslagen=CORPORATIES,
        verzenden_in=("linge_doorgezonden",),
        inzage_in=_STAPPEN[4:],
        vereist=_VEREIST,
        inzage_vereist=("gemachtigd_meldpunt",),
        waarden=(Waarden("start_beeindiging_huurcontract", ("ja", "nee")),),
        eis="ZOE-B1.A3.5",
    ),
)

OVERGANGEN = (
    Overgang(BEGIN, "linge_melden", "linge_gemeld", (CORPORATIE,), "ZOE-B1.A3"),
    Overgang("linge_gemeld", "linge_signaal_geven", "linge_signaal_gegeven", (MELDPUNT,), "ZOE-B1.A3"),
    Overgang("linge_signaal_gegeven", "linge_terugkoppelen", "linge_teruggekoppeld", (INKOMEN,), "ZOE-B1.A3"),
    Overgang("linge_teruggekoppeld", "linge_doorzenden", "linge_doorgezonden", (WONEN,), "ZOE-B1.A3"),
    Overgang(
        "linge_doorgezonden", "linge_resultaat_melden", "linge_resultaat_gemeld", (EIGENAAR,), "ZOE-B1.A3"
    ),
    Overgang(
        "linge_resultaat_gemeld",
        "linge_sluiten",
        "linge_gesloten",
        (MELDPUNT,),
        "ZOE-2.3",
        ("conclusie_vastgelegd",),
    ),
)

BEVOEGDHEDEN = (
    *bevoegd((CORPORATIE,), ("linge_melden", "linge_resultaat_melden"), "ZOE-4.A3"),
    *bevoegd((MELDPUNT,), ("linge_signaal_geven",), "ZOE-4.A3"),
    *bevoegd((INKOMEN,), ("linge_terugkoppelen",), "ZOE-B1.A3"),
    *bevoegd((WONEN,), ("linge_doorzenden",), "ZOE-B1.A3"),
    *bevoegd((MELDPUNT,), ("linge_sluiten",), "ZOE-2.3"),
)

TERMIJNEN = (
    Termijn(
        "linge_terugkoppeling",
        "verstrekking",
        "verzending_signaal_aan_inkomen",
        2,
        "maanden",
        "terugkoppeling_inkomen",
        "ZOE-B1.A3.3",
        verantwoordelijk=INKOMEN,
        waarschuw=(18,),  # six weeks after the signal
    ),
    Termijn(
        "linge_resultaat",
        "verstrekking",
        "ontvangst_doorgifte_wonen",
        2,
        "maanden",
        "resultaat_corporatie",
        "ZOE-B1.A3.5",
        verantwoordelijk=CORPORATIE,
    ),
)
