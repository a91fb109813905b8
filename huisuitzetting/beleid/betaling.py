"""Articles 3.9, 5 and 6: paying the rent again, an arrangement, and what happens when it is broken."""

from convenant.beleid.taal import Feit, Gegevensset, Overgang, Termijn, Waarden

from .grondslagen import CONTRACT, TAAK
from .kanten import MELDER, REGIEVOERDER, SDV, SWT, bevoegd
from .stappen import BETALING, GEMELD, IN_BEHANDELING

FEITEN = (
    Feit(
        "achterstand_in_voorstel_of_gemeld",
        "verstrekking",
        "Het voorstel regelt ook de achterstand, of zegt dat dat nog niet kan.",
        "Vul een regeling voor de achterstand in, of kruis aan dat die nog niet mogelijk is.",
        "HAA-6.3",
    ),
    Feit(
        "lopende_huur_hervat",
        "zaak",
        "De huurder betaalt de lopende huur weer.",
        "Leg vast vanaf wanneer de huurder de lopende huur weer betaalt.",
        "HAA-5.1",
    ),
    Feit(
        "goede_wil_getoond",
        "zaak",
        "De huurder toont goede wil.",
        "Leg vast waaruit de goede wil van de huurder blijkt.",
        "HAA-5.1",
    ),
    Feit(
        "zonder_huurachterstand",
        "zaak",
        "Er is geen huurachterstand.",
        "Er is huurachterstand. Het voorstel moet binnen twee weken komen.",
        "HAA-3.3",
    ),
)

GEGEVENSSETS = (
    Gegevensset(
        "schuldinventarisatie",
        ("schuldeisers", "bedragen_schulden", "inkomen", "datum_inventarisatie"),
        van=(SDV,),
        aan=(REGIEVOERDER,),
        handeling="inventarisatie_delen",
        doelen=("vroegsignalering",),
        grondslagen=TAAK,
        verzenden_in=(*IN_BEHANDELING, *BETALING),
        inzage_in=GEMELD,
        eis="HAA-6.1.inventarisatie",
    ),
    Gegevensset(
        "inventarisatie_gereed",
        ("datum_inventarisatie",),
        van=(SDV,),
        aan=(SWT,),
        handeling="inventarisatie_gereedmelden",
        doelen=("vroegsignalering",),
        grondslagen=TAAK,
        verzenden_in=(*IN_BEHANDELING, *BETALING),
        inzage_in=GEMELD,
        eis="HAA-6.1.gereed",
    ),
    Gegevensset(
        "voorstel",
        (
            "datum_hervatting_lopende_huur",
            "bedrag_lopende_huur",
            "bedrag_per_termijn",
            "aantal_termijnen",
            "startdatum_regeling",
        ),
        van=(SWT,),
        aan=(MELDER,),
        handeling="voorstel_doen",
        doelen=("betaalritme",),
        grondslagen=TAAK,
        optioneel=("bedrag_per_termijn", "aantal_termijnen", "startdatum_regeling"),
        verzenden_in=("alleen_schuld", "meer_problematiek", "verbroken"),
        inzage_in=GEMELD,
        vereist=("achterstand_in_voorstel_of_gemeld",),
        eis="HAA-6.2.voorstel",
    ),
    Gegevensset(
        "nog_geen_regeling",
        ("regeling_achterstand_nog_niet_mogelijk", "datum_bericht"),
        van=(SWT,),
        aan=(MELDER,),
        handeling="nog_geen_regeling_melden",
        doelen=("betaalritme",),
        grondslagen=TAAK,
        verzenden_in=("alleen_schuld", "meer_problematiek", "voorstel", "verbroken"),
        inzage_in=GEMELD,
        eis="HAA-6.3.bericht",
    ),
    Gegevensset(
        "regeling",
        (
            "bedrag_per_termijn",
            "aantal_termijnen",
            "startdatum_regeling",
            "einddatum_regeling",
            "afwijking_van_voorstel",
        ),
        van=(MELDER,),
        aan=(SWT, SDV),
        handeling="regeling_treffen",
        doelen=("uitzetting_voorkomen",),
        grondslagen=CONTRACT,
        optioneel=("afwijking_van_voorstel",),
        verzenden_in=("voorstel", "deurwaarder", "dagvaarding", "vonnis", "ontruimingsdatum_bekend"),
        inzage_in=GEMELD,
        eis="HAA-6.4.regeling",
    ),
    Gegevensset(
        "opschorting",
        ("datum_opschorting",),
        van=(MELDER,),
        aan=(SWT, SDV),
        handeling="incasso_opschorten",
        doelen=("uitzetting_voorkomen",),
        grondslagen=CONTRACT,
        verzenden_in=("regeling",),
        inzage_in=GEMELD,
        eis="HAA-5.1.opschorting",
    ),
    Gegevensset(
        "einde_opschorting",
        ("datum_einde_opschorting", "vervallen_voorwaarde"),
        van=(MELDER,),
        aan=(SWT,),
        handeling="opschorting_beeindigen",
        doelen=("uitzetting_voorkomen",),
        grondslagen=CONTRACT,
        verzenden_in=("opgeschort",),
        inzage_in=GEMELD,
        waarden=(Waarden("vervallen_voorwaarde", ("lopende_huur", "goede_wil", "betalingsregeling")),),
        eis="HAA-5.1.einde",
    ),
    Gegevensset(
        "niet_nagekomen_volgens_corporatie",
        ("datum_niet_nagekomen", "afspraak"),
        van=(MELDER,),
        aan=(SWT,),
        handeling="niet_nakoming_melden",
        doelen=("uitzetting_voorkomen",),
        grondslagen=CONTRACT,
        verzenden_in=("regeling", "opgeschort"),
        inzage_in=GEMELD,
        waarden=(Waarden("afspraak", ("lopende_huur", "regeling_achterstand")),),
        eis="HAA-3.9.corporatie",
    ),
    Gegevensset(
        "niet_nagekomen_volgens_wijkteam",
        ("datum_niet_nagekomen", "afspraak"),
        van=(SWT,),
        aan=(MELDER,),
        handeling="niet_nakoming_melden",
        doelen=("betaalritme",),
        grondslagen=TAAK,
        verzenden_in=("regeling", "opgeschort"),
        inzage_in=GEMELD,
        waarden=(Waarden("afspraak", ("lopende_huur", "regeling_achterstand")),),
        eis="HAA-3.9.wijkteam",
    ),
)

OVERGANGEN = (
    *(
        Overgang(stap, "voorstel_doen", "voorstel", (SWT,), "HAA-6.2")
        for stap in ("alleen_schuld", "meer_problematiek", "verbroken")
    ),
    Overgang("voorstel", "regeling_treffen", "regeling", (MELDER,), "HAA-6.4"),
    *(
        Overgang(stap, "regeling_treffen", "regeling", (MELDER,), "HAA-B4.7")
        for stap in ("deurwaarder", "dagvaarding", "vonnis")
    ),
    Overgang("ontruimingsdatum_bekend", "regeling_treffen", "regeling", (MELDER,), "HAA-8.2"),
    Overgang(
        "regeling",
        "incasso_opschorten",
        "opgeschort",
        (MELDER,),
        "HAA-5.1",
        ("lopende_huur_hervat", "goede_wil_getoond", "betalingsregeling_loopt"),
    ),
    Overgang("opgeschort", "opschorting_beeindigen", "incasso_hervat", (MELDER,), "HAA-5.1"),
    # Nobody waits for it: an arrangement that is kept asks nothing of the wijkteam.
    *(
        Overgang(stap, "niet_nakoming_melden", "verbroken", (MELDER, SWT), "HAA-3.9", vrij=True)
        for stap in ("regeling", "opgeschort")
    ),
)

BEVOEGDHEDEN = (
    *bevoegd((SDV,), ("inventarisatie_delen", "inventarisatie_gereedmelden"), "HAA-6.1"),
    *bevoegd((SWT,), ("voorstel_doen",), "HAA-6.2"),
    *bevoegd((SWT,), ("nog_geen_regeling_melden",), "HAA-6.3"),
    *bevoegd((MELDER,), ("regeling_treffen",), "HAA-6.4"),
    *bevoegd((MELDER,), ("incasso_opschorten", "opschorting_beeindigen"), "HAA-5.1"),
    *bevoegd((MELDER, SWT), ("niet_nakoming_melden",), "HAA-3.9"),
)

TERMIJNEN = (
    Termijn(
        "voorstel",
        "zaak",
        "ontvangst_melding",
        2,
        "weken",
        "voorstel_doorbetalen_lopende_huur",
        "HAA-6.2",
        verantwoordelijk=SWT,
        waarschuw=(3,),
        opgeschort_door=("zonder_huurachterstand",),
        zien=(MELDER,),
    ),
    Termijn(
        "niet_nagekomen",
        "zaak",
        "niet_nakomen_betaalafspraak",
        0,
        "direct",
        "wederzijds_informeren",
        "HAA-3.9",
    ),
)
