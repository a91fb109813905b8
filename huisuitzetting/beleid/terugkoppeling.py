"""Article 3.7, bijlage 2 step 6: five items back to the corporatie, and more with the client's written consent only."""

from convenant.beleid.taal import Feit, Gegevensset, Termijn

from .grondslagen import TAAK, TOESTEMMING
from .kanten import MELDER, SWT, bevoegd
from .stappen import GEMELD, LOPEND

FEITEN = (
    Feit(
        "schriftelijke_toestemming_klant",
        "betrokkene",
        "De klant stemt schriftelijk in; het wijkteam heeft dat vastgelegd.",
        "Inhoud van het gesprek gaat niet terug zonder schriftelijke toestemming van de klant.",
        "HAA-B2.6.b",
    ),
)

GEGEVENSSETS = (
    Gegevensset(
        "terugkoppeling",
        (
            "identificerende_gegevens_melding",
            "contact_gelegd",
            "in_behandeling_binnen_vijf_werkdagen",
            "incasso_kan_worden_hervat",
            "datum_hervatting_en_inloop_betaling",
        ),
        van=(SWT,),
        aan=(MELDER,),
        handeling="terugkoppelen",
        doelen=("betaalritme",),
        grondslagen=TAAK,
        verzenden_in=LOPEND,
        inzage_in=GEMELD,
        eis="HAA-B2.6",
    ),
    Gegevensset(
        "extra_informatie",
        ("extra_onderwerp", "extra_inhoud", "datum_toestemming_klant"),
        van=(SWT,),
        aan=(MELDER,),
        handeling="extra_terugkoppelen",
        doelen=("betaalritme",),
        grondslagen=TOESTEMMING,
        verzenden_in=LOPEND,
        inzage_in=GEMELD,
        vereist=("schriftelijke_toestemming_klant",),
        inzage_vereist=("schriftelijke_toestemming_klant",),
        eis="HAA-B2.6.b.extra",
    ),
)

BEVOEGDHEDEN = (
    *bevoegd((SWT,), ("terugkoppelen",), "HAA-B2.6"),
    *bevoegd((SWT,), ("extra_terugkoppelen",), "HAA-B2.6.b"),
)

TERMIJNEN = (
    Termijn(
        "terugkoppeling",
        "zaak",
        "ontvangst_melding",
        5,
        "werkdagen",
        "terugkoppeling",
        "HAA-3.7",
        verantwoordelijk=SWT,
        waarschuw=(1,),
        zien=(MELDER,),
    ),
    Termijn(
        "terugkoppeling_vijf_gegevens",
        "zaak",
        "ontvangst_melding",
        5,
        "werkdagen",
        "terugkoppeling",
        "HAA-B2.6",
        verantwoordelijk=SWT,
        waarschuw=(1,),
        zien=(MELDER,),
    ),
)
