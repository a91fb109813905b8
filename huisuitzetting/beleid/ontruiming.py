"""Article 8 and bijlage 4: bailiff, judge, eviction date, and the last attempts before it."""

from convenant.beleid.taal import Feit, Gegevensset, Overgang, Termijn, Waarden

from .grondslagen import CONTRACT, TAAK
from .kanten import (
    INGESCHAKELDE_TROUBLESHOOTER,
    MELDER,
    SDV,
    SWT,
    TEAMLEIDER,
    TROUBLESHOOTER,
    bevoegd,
)
from .stappen import BETALING, BIJ_WIJKTEAM, GEMELD, RECHTER, TRAJECT, UITKOMST

FEITEN = (
    Feit(
        "twee_weken_na_contact_of_regeling",
        "zaak",
        "Er is twee weken geleden contact geweest met het wijkteam, of er loopt een betalingsregeling.",
        "Er is nog geen twee weken geleden contact geweest met het wijkteam, en er loopt geen betalingsregeling. "
        "Wacht tot de twee weken om zijn.",
        "HAA-3.4",
    ),
    Feit(
        "afwijking_met_reden",
        "zaak",
        "De reden van de afwijking staat erbij.",
        "Dit wijkt af van het convenant. Schrijf op waarom het toch is gebeurd.",
        "HAA-3.4",
    ),
    Feit(
        "drie_maanden_achterstand_of_reden",
        "zaak",
        "De achterstand is drie maanden of meer, of de reden om eerder te gaan staat erbij.",
        "De achterstand is nog geen drie maanden. Wacht, of schrijf op waarom u eerder naar de rechter gaat.",
        "HAA-B4.6",
    ),
    Feit(
        "vier_weken_na_vonnis",
        "zaak",
        "De ontruiming is vier weken of meer na het vonnis.",
        "De ontruiming kan niet eerder dan vier weken na het vonnis. Kies een latere datum.",
        "HAA-B4.10",
    ),
    Feit(
        "gezamenlijk_overleg_gehouden",
        "zaak",
        "Wijkteam, SDV en corporatie hebben samen nog een poging gedaan.",
        "Leg eerst het gezamenlijke overleg met wijkteam en SDV vast.",
        "HAA-B4.7",
    ),
)

DEURWAARDER_KAN_NA = (
    "herinnerd",
    *BIJ_WIJKTEAM,
    "voorstel",
    "incasso_hervat",
    "verbroken",
    "geen_regeling",
    "aanbod_afgewezen",
    "minnelijk_mislukt",
    "wsnp_afgewezen",
    "traject_beeindigd",
)

GEGEVENSSETS = (
    Gegevensset(
        "aankondiging_deurwaarder",
        ("geplande_datum_deurwaarder",),
        van=(MELDER,),
        aan=(SWT,),
        handeling="deurwaarder_aankondigen",
        doelen=("uitzetting_voorkomen",),
        grondslagen=CONTRACT,
        verzenden_in=(*BIJ_WIJKTEAM, *BETALING, *TRAJECT),
        inzage_in=GEMELD,
        eis="HAA-3.4.aankondiging",
    ),
    Gegevensset(
        "afwijking",
        ("soort_afwijking", "datum_afwijking", "reden_afwijking"),
        van=(MELDER,),
        aan=(SWT, TEAMLEIDER),
        handeling="afwijking_melden",
        doelen=("uitzetting_voorkomen",),
        grondslagen=CONTRACT,
        # What was done before the handover is told with it, or when the corporatie goes on without one.
        verzenden_in=("gemeld", *RECHTER, "ontruimd"),
        inzage_in=GEMELD,
        vereist=("afwijking_met_reden",),
        waarden=(
            Waarden(
                "soort_afwijking",
                ("deurwaarder_te_vroeg", "rechter_te_vroeg", "ontruiming_zonder_overleg"),
            ),
        ),
        eis="HAA-3.4.afwijking",
    ),
    Gegevensset(
        "stand_procedure",
        ("stap_procedure", "datum_procedure"),
        van=(MELDER,),
        aan=(SWT, SDV),
        handeling="stand_procedure_melden",
        doelen=("uitzetting_voorkomen",),
        grondslagen=CONTRACT,
        verzenden_in=("deurwaarder", "dagvaarding", "vonnis"),
        inzage_in=GEMELD,
        waarden=(Waarden("stap_procedure", ("deurwaarder", "dagvaarding", "vonnis")),),
        eis="HAA-B4.5.stand",
    ),
    Gegevensset(
        "ontruimingsdatum",
        ("naam", "adres", "telefoonnummer", "datum_vonnis", "datum_ontruiming"),
        van=(MELDER,),
        aan=(TROUBLESHOOTER,),
        handeling="ontruimingsdatum_vastleggen",
        doelen=("uitzetting_voorkomen",),
        grondslagen=CONTRACT,
        verzenden_in=("vonnis", "ontruimingsdatum_bekend"),
        inzage_in=("ontruimingsdatum_bekend", "regeling", "opgeschort", "verbroken", *UITKOMST),
        antwoord="poging_melden",
        eis="HAA-8.1.datum",
    ),
    Gegevensset(
        "ontruimingsdatum_wijkteam_en_sdv",
        ("datum_ontruiming",),
        van=(MELDER,),
        aan=(SWT, SDV),
        handeling="ontruimingsdatum_melden",
        doelen=("uitzetting_voorkomen",),
        grondslagen=CONTRACT,
        verzenden_in=("ontruimingsdatum_bekend",),
        inzage_in=GEMELD,
        eis="HAA-B4.7.datum",
    ),
    Gegevensset(
        "laatste_overleg",
        ("datum_overleg", "deelnemende_partijen", "uitkomst_overleg"),
        van=(MELDER, SWT, SDV),
        aan=(MELDER, SWT, SDV),
        handeling="laatste_overleg_vastleggen",
        doelen=("uitzetting_voorkomen",),
        grondslagen=(*CONTRACT, *TAAK),
        verzenden_in=RECHTER,
        inzage_in=GEMELD,
        waarden=(Waarden("uitkomst_overleg", ("regeling", "geen_regeling", "vervolgafspraak")),),
        verantwoordelijke="gezamenlijk",
        eis="HAA-B4.7.overleg",
    ),
    Gegevensset(
        "poging_troubleshooter",
        ("datum_poging", "uitkomst_poging"),
        van=(INGESCHAKELDE_TROUBLESHOOTER,),
        aan=(MELDER, SWT, SDV),
        handeling="poging_melden",
        doelen=("uitzetting_voorkomen",),
        grondslagen=TAAK,
        verzenden_in=("ontruimingsdatum_bekend",),
        inzage_in=GEMELD,
        waarden=(Waarden("uitkomst_poging", ("regeling", "geen_regeling", "niet_bereikt")),),
        eis="HAA-8.2.poging",
    ),
    Gegevensset(
        "uitkomst",
        ("uitkomst_zaak", "datum_uitkomst"),
        van=(MELDER,),
        aan=(SWT, SDV, INGESCHAKELDE_TROUBLESHOOTER),
        handeling="uitkomst_melden",
        doelen=("uitzetting_voorkomen",),
        grondslagen=CONTRACT,
        verzenden_in=UITKOMST,
        inzage_in=UITKOMST,
        waarden=(Waarden("uitkomst_zaak", ("voorkomen", "sleutels_ingeleverd", "ontruimd")),),
        eis="HAA-8.2.uitkomst",
    ),
)

OVERGANGEN = (
    *(
        Overgang(
            stap,
            "deurwaarder_inschakelen",
            "deurwaarder",
            (MELDER,),
            "HAA-B4.5",
            ("twee_weken_na_contact_of_regeling",),
            # The bailiff may be called in before a report and while the wijkteam is at work; the step does not wait for that.
            vrij=stap == "herinnerd" or stap in BIJ_WIJKTEAM and stap != "niet_in_behandeling",
        )
        for stap in DEURWAARDER_KAN_NA
    ),
    *(
        Overgang(
            stap,
            "deurwaarder_als_afwijking",
            "deurwaarder",
            (MELDER,),
            "HAA-3.4",
            ("afwijking_met_reden",),
            vrij=True,
        )
        for stap in ("achterstand", "contact", *DEURWAARDER_KAN_NA, "regeling", "opgeschort")
    ),
    Overgang(
        "deurwaarder",
        "dagvaarden",
        "dagvaarding",
        (MELDER,),
        "HAA-B4.6",
        ("drie_maanden_achterstand_of_reden",),
    ),
    Overgang("dagvaarding", "vonnis_vastleggen", "vonnis", (MELDER,), "HAA-B4.9"),
    Overgang("dagvaarding", "afwijzing_rechter_vastleggen", "voorkomen", (MELDER,), "HAA-B4.9"),
    Overgang(
        "vonnis",
        "ontruimingsdatum_vastleggen",
        "ontruimingsdatum_bekend",
        (MELDER,),
        "HAA-8.1",
        ("vier_weken_na_vonnis",),
    ),
    # A later day is free, and whoever knew the first one hears it.
    Overgang(
        "ontruimingsdatum_bekend",
        "ontruimingsdatum_vastleggen",
        "ontruimingsdatum_bekend",
        (MELDER,),
        "HAA-B4.10",
        ("vier_weken_na_vonnis",),
        vrij=True,
    ),
    Overgang(
        "ontruimingsdatum_bekend",
        "ontruiming_vastleggen",
        "ontruimd",
        (MELDER,),
        "HAA-B4.10",
        ("gezamenlijk_overleg_gehouden",),
    ),
    Overgang(
        "ontruimingsdatum_bekend",
        "ontruiming_als_afwijking",
        "ontruimd",
        (MELDER,),
        "HAA-B4.7",
        ("afwijking_met_reden",),
    ),
    *(
        Overgang(stap, "sleutels_ontvangen", "sleutels_ingeleverd", (MELDER,), "HAA-9.5.3")
        for stap in RECHTER
    ),
    *(
        Overgang(stap, "voorkomen_vastleggen", "voorkomen", (MELDER,), "HAA-9.5.3")
        for stap in ("regeling", "opgeschort", "schuldbemiddeling", "wsnp", "ontruimingsdatum_bekend")
    ),
)

BEVOEGDHEDEN = (
    *bevoegd(
        (MELDER,), ("deurwaarder_aankondigen", "deurwaarder_als_afwijking", "afwijking_melden"), "HAA-3.4"
    ),
    *bevoegd((MELDER,), ("deurwaarder_inschakelen", "stand_procedure_melden"), "HAA-B4.5"),
    *bevoegd((MELDER,), ("dagvaarden",), "HAA-B4.6"),
    *bevoegd((MELDER,), ("vonnis_vastleggen", "afwijzing_rechter_vastleggen"), "HAA-B4.9"),
    *bevoegd((MELDER,), ("ontruimingsdatum_vastleggen",), "HAA-8.1"),
    *bevoegd((MELDER,), ("ontruimingsdatum_melden", "ontruiming_als_afwijking"), "HAA-B4.7"),
    *bevoegd((MELDER, SWT, SDV), ("laatste_overleg_vastleggen",), "HAA-B4.7"),
    *bevoegd((TROUBLESHOOTER,), ("poging_melden",), "HAA-8.2"),
    *bevoegd((MELDER,), ("uitkomst_melden",), "HAA-8.2"),
    *bevoegd((MELDER,), ("ontruiming_vastleggen",), "HAA-B4.10"),
    *bevoegd((MELDER,), ("sleutels_ontvangen", "voorkomen_vastleggen"), "HAA-9.5.3"),
)

TERMIJNEN = (
    Termijn(
        "naar_de_rechter",
        "zaak",
        "ontstaan_huurachterstand",
        3,
        "maanden",
        "verzoek_ontbinding_rechter",
        "HAA-B4.6",
        verantwoordelijk=MELDER,
        # While an arrangement is kept the corporatie goes no further on this road (HAA-5.1). Of a minnelijk traject the text says
        # no such thing: article 5 ends where the schuldbemiddeling begins, article 7 leaves it to the corporatie, and
        # bijlage 4 names three months without exception. That it may be asked is no duty to ask: the corporatie decides (HAA-2.1).
        opgeschort_door=("betalingsregeling_loopt",),
    ),
    Termijn(
        "bericht_aan_troubleshooter",
        "zaak",
        "datum_uitzetting_bekend",
        0,
        "direct",
        "bericht_aan_troubleshooter",
        "HAA-8.1",
        verantwoordelijk=MELDER,
    ),
    Termijn(
        "ontruiming",
        "zaak",
        "toewijzing_vonnis",
        4,
        "weken",
        "ontruiming",
        "HAA-B4.10",
        verantwoordelijk=MELDER,
        waarschuw=(14, 7, 1),
        zien=(TROUBLESHOOTER,),
    ),
)
