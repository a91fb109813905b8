"""Articles 1 to 3, bijlage 2 steps 1 and 2: seven fields in."""

from convenant.beleid.taal import BEGIN, Feit, Gegevensset, Instelling, Overgang, Termijn, Waarden

from .grondslagen import CONTRACT, PLICHT, TOESTEMMING
from .kanten import HUURDER, INGESCHAKELDE_TROUBLESHOOTER, MELDER, SDV, SWT, bevoegd
from .stappen import GEMELD, LOPEND, RECHTER

FEITEN = (
    Feit(
        "niet_alleen_strafbaar_feit",
        "zaak",
        "De (dreigende) uitzetting komt niet alleen door een strafbaar feit.",
        "De uitzetting komt alleen door een strafbaar feit. Daarvoor geldt dit convenant niet.",
        "HAA-1.3",
    ),
    Feit(
        "zelf_contact_gezocht",
        "zaak",
        "De corporatie heeft zelf contact met de huurder gezocht.",
        "Leg eerst een contactpoging vast: een brief, een telefoontje of een huisbezoek.",
        "HAA-3.1",
    ),
    Feit(
        "gewezen_op_sdv",
        "zaak",
        "De huurder is gewezen op de schulddienstverlening.",
        "Wijs de huurder eerst op de schulddienstverlening en leg dat vast.",
        "HAA-B4.1",
    ),
    Feit(
        "brief_met_vier_onderdelen",
        "zaak",
        "De herinneringsbrief met de vier onderdelen is verstuurd.",
        "Er is geen herinneringsbrief met de vier onderdelen vastgelegd. Verstuur die brief eerst.",
        "HAA-B2.1",
    ),
    Feit(
        "huurder_maakt_geen_bezwaar",
        "betrokkene",
        "De huurder heeft geen bezwaar gemaakt tegen het doorgeven.",
        "De huurder wil niet dat zijn gegevens worden doorgegeven. Behandel eerst zijn bezwaar.",
        "HAA-PR10.2",
    ),
    Feit(
        "huurder_geinformeerd",
        "zaak",
        "De huurder weet dat het wijkteam wordt ingeschakeld.",
        "Informeer eerst de huurder dat u het wijkteam inschakelt, en leg de datum vast.",
        "HAA-3.2",
    ),
    Feit(
        "toestemming_huurder",
        "betrokkene",
        "De huurder heeft toestemming gegeven; de corporatie heeft die vastgelegd.",
        "Er is geen (geldige) toestemming van de huurder. Zonder achterstand mag melden alleen met toestemming.",
        "HAA-B2.2",
    ),
    Feit(
        "melding_op_toestemming",
        "zaak",
        "De melding rust op toestemming van de huurder.",
        "Deze melding rust niet op toestemming. Een bezwaar van de huurder behandelt u als verzoek.",
        "HAA-3.3",
    ),
    Feit(
        "nog_niet_gemeld",
        "zaak",
        "Deze zaak is nog niet gemeld.",
        "Deze zaak is al gemeld. Een tweede keer melden kan niet.",
        "HAA-B4.2",
    ),
    Feit(
        "zonder_contacttermijn",
        "zaak",
        "De melding is er een volgens artikel 3.2 of 3.3.",
        "De melding is er een volgens artikel 3.4. De termijn van vijf werkdagen geldt.",
        "HAA-3.5",
    ),
    Feit(
        "betalingsregeling_loopt",
        "zaak",
        "Er loopt een betalingsregeling die de huurder nakomt.",
        "Er loopt geen betalingsregeling, of de huurder komt die niet na.",
        "HAA-3.4",
    ),
    Feit("reden_vermeld", "zaak", "De reden staat erbij.", "Schrijf de reden op.", "HAA-2.1"),
)

ZEVEN_GEGEVENS = (
    "naam",
    "adres",
    "telefoonnummer",
    "geboortedatum",
    "aantal_ingeschreven_bewoners",
    "datum_ontstaan_betalingsachterstand",
    "periode_betalingsachterstand",
)
BIJ_ACHTERSTAND = (
    "niet_alleen_strafbaar_feit",
    "zelf_contact_gezocht",
    "brief_met_vier_onderdelen",
    "huurder_maakt_geen_bezwaar",
)

GEGEVENSSETS = (
    Gegevensset(
        "herinneringsbrief",
        ("delen_met_swt", "welke_gegevens", "doel_van_delen", "reactie_swt_te_verwachten"),
        van=(MELDER,),
        aan=(HUURDER,),
        handeling="brief_versturen",
        doelen=("betaalritme",),
        grondslagen=CONTRACT,
        verzenden_in=("contact", *RECHTER),
        inzage_in=("herinnerd", *GEMELD),
        eis="HAA-B2.1",
    ),
    Gegevensset(
        "melding_achterstand",
        ZEVEN_GEGEVENS,
        van=(MELDER,),
        aan=(SWT,),
        handeling="melden_achterstand",
        doelen=("vroegsignalering",),
        grondslagen=CONTRACT,
        verzenden_in=("herinnerd", *RECHTER),
        inzage_in=GEMELD,
        vereist=BIJ_ACHTERSTAND,
        eis="HAA-B2.1.b",
    ),
    Gegevensset(
        "melding_aan_troubleshooter",
        ZEVEN_GEGEVENS,
        van=(MELDER,),
        aan=(INGESCHAKELDE_TROUBLESHOOTER,),
        handeling="melden_aan_troubleshooter",
        doelen=("uitzetting_voorkomen",),
        grondslagen=CONTRACT,
        verzenden_in=LOPEND,
        inzage_in=GEMELD,
        vereist=BIJ_ACHTERSTAND,
        eis="HAA-B2.1.b",
    ),
    Gegevensset(
        "melding_met_meer",
        ZEVEN_GEGEVENS,
        van=(MELDER,),
        aan=(SWT,),
        handeling="melden_met_meer",
        doelen=("vroegsignalering",),
        grondslagen=CONTRACT,
        verzenden_in=("herinnerd",),
        inzage_in=GEMELD,
        vereist=(*BIJ_ACHTERSTAND, "huurder_geinformeerd"),
        eis="HAA-3.2.melding",
    ),
    Gegevensset(
        "melding_met_toestemming",
        ("naam", "adres", "telefoonnummer", "geboortedatum", "signaalcategorie", "datum_toestemming"),
        van=(MELDER,),
        aan=(SWT,),
        handeling="melden_met_toestemming",
        doelen=("uitzetting_voorkomen",),
        grondslagen=TOESTEMMING,
        verzenden_in=(BEGIN,),
        inzage_in=GEMELD,
        vereist=("niet_alleen_strafbaar_feit", "toestemming_huurder"),
        inzage_vereist=("toestemming_huurder",),
        waarden=(
            Waarden(
                "signaalcategorie",
                ("vraag_om_hulp", "overlast", "verwaarlozing_woning", "zorgen_om_huishouden"),
            ),
        ),
        velden_uit="velden_melding_met_toestemming",
        eis="HAA-B2.2",
    ),
    Gegevensset(
        "intrekking_toestemming",
        ("datum_intrekking",),
        van=(MELDER,),
        aan=(SWT,),
        handeling="toestemming_intrekken",
        doelen=("uitzetting_voorkomen",),
        grondslagen=PLICHT,
        verzenden_in=(*GEMELD, "gesloten"),
        inzage_in=("gestopt", "gesloten"),
        eis="HAA-3.3.intrekking",
    ),
)

OVERGANGEN = (
    Overgang(
        BEGIN, "achterstand_vastleggen", "achterstand", (MELDER,), "HAA-1.3", ("niet_alleen_strafbaar_feit",)
    ),
    Overgang("achterstand", "contact_zoeken", "contact", (MELDER,), "HAA-B4.1", ("gewezen_op_sdv",)),
    Overgang("contact", "brief_versturen", "herinnerd", (MELDER,), "HAA-B2.1"),
    # A bailiff who came too early takes away neither the letter nor the handover, and a judge does not either.
    *(Overgang(stap, "brief_versturen", stap, (MELDER,), "HAA-B2.1", vrij=True) for stap in RECHTER),
    Overgang("herinnerd", "melden_achterstand", "gemeld", (MELDER,), "HAA-2.1.c"),
    Overgang("deurwaarder", "melden_achterstand", "gemeld", (MELDER,), "HAA-B4.2", ("nog_niet_gemeld",)),
    # Once the judge is asked the procedure goes on; the wijkteam joins it (HAA-B4.7).
    *(
        Overgang(stap, "melden_achterstand", stap, (MELDER,), "HAA-B4.2", ("nog_niet_gemeld",), vrij=True)
        for stap in RECHTER
        if stap != "deurwaarder"
    ),
    Overgang("herinnerd", "melden_met_meer", "gemeld", (MELDER,), "HAA-3.2"),
    Overgang(BEGIN, "melden_met_toestemming", "gemeld", (MELDER,), "HAA-3.3"),
    *(
        Overgang(
            stap,
            "toestemming_intrekken",
            "gestopt",
            (MELDER, SWT),
            "HAA-3.3",
            ("melding_op_toestemming",),
            vrij=True,
        )
        for stap in GEMELD
    ),
    # The tenant may take consent back as long as anything rests on it; what is closed stays closed.
    Overgang(
        "gesloten",
        "toestemming_intrekken",
        "gesloten",
        (MELDER, SWT),
        "HAA-3.3",
        ("melding_op_toestemming",),
        vrij=True,
    ),
)

BEVOEGDHEDEN = (
    *bevoegd((MELDER,), ("achterstand_vastleggen",), "HAA-2.1"),
    *bevoegd((MELDER,), ("contact_zoeken",), "HAA-3.1"),
    *bevoegd((MELDER,), ("betalingsregeling_vastleggen",), "HAA-3.4"),
    *bevoegd((MELDER,), ("brief_versturen",), "HAA-B2.1"),
    *bevoegd((MELDER,), ("melden_achterstand", "melden_aan_troubleshooter"), "HAA-B2.1.b"),
    *bevoegd((MELDER,), ("melden_met_meer",), "HAA-3.2"),
    *bevoegd((MELDER,), ("melden_met_toestemming",), "HAA-3.3"),
    *bevoegd((MELDER, SWT), ("toestemming_intrekken",), "HAA-3.3"),
    *bevoegd((MELDER, SWT, SDV), ("interventie_vastleggen",), "HAA-1.2"),
)

TERMIJNEN = (
    Termijn(
        "huurder_informeren",
        "zaak",
        "ontstaan_huurachterstand",
        1,
        "maanden",
        "huurder_actief_informeren",
        "HAA-2.1.b",
        verantwoordelijk=MELDER,
        waarschuw=(7,),
    ),
    Termijn(
        "contact_zoeken",
        "zaak",
        "ontstaan_huurachterstand",
        1,
        "maanden",
        "actief_contact_met_huurder",
        "HAA-3.1",
        verantwoordelijk=MELDER,
        waarschuw=(7,),
    ),
    Termijn(
        "wijzen_op_sdv",
        "zaak",
        "ontstaan_huurachterstand",
        1,
        "maanden",
        "contact_en_wijzen_op_sdv",
        "HAA-B4.1",
        verantwoordelijk=MELDER,
        waarschuw=(7,),
    ),
    Termijn(
        "melden_voor_deurwaarder",
        "zaak",
        "inschakelen_deurwaarder",
        2,
        "weken",
        "melding_bij_swt",
        "HAA-2.1.c",
        richting="voor",
        verantwoordelijk=MELDER,
        waarschuw=(5, 1),
        opgeschort_door=("betalingsregeling_loopt",),
    ),
    Termijn(
        "contact_voor_deurwaarder",
        "zaak",
        "inschakelen_deurwaarder",
        2,
        "weken",
        "contact_met_swt",
        "HAA-3.4",
        richting="voor",
        verantwoordelijk=MELDER,
        waarschuw=(5, 1),
        opgeschort_door=("betalingsregeling_loopt",),
    ),
    Termijn(
        "melden_bij_anderhalve_maand",
        "zaak",
        "schuld_bereikt_1_5_maand_huur",
        0,
        "direct",
        "melding_bij_swt",
        "HAA-B4.2",
        verantwoordelijk=MELDER,
        opgeschort_door=("betalingsregeling_loopt",),
        drempel=(1.5, "maandhuren"),
    ),
    Termijn(
        "wijkteam_inschakelen",
        "zaak",
        "huurder_geinformeerd",
        0,
        "direct",
        "swt_inschakelen",
        "HAA-3.2",
        verantwoordelijk=MELDER,
    ),
    Termijn(
        "contact_door_wijkteam",
        "zaak",
        "ontvangst_melding",
        5,
        "werkdagen",
        "contact_met_huurder",
        "HAA-3.5",
        verantwoordelijk=SWT,
        waarschuw=(1,),
        opgeschort_door=("zonder_contacttermijn",),
    ),
)

INSTELLINGEN = (
    Instelling(
        "velden_melding_met_toestemming",
        "velden",
        "convenant",
        "melding_met_toestemming",
        "welke gegevens de corporatie met toestemming van de huurder meldt.",
        "HAA-B2.2",
    ),
)
