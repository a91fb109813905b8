"""Articles 4, 9 and 10: contact list, figures, evaluation, end and amendment of the convenant."""

from convenant.beleid.taal import BEGIN, Feit, Gegevensset, Instelling, Overgang, Termijn, Waarden

from .grondslagen import CONTRACT, TAAK
from .kanten import (
    BELEIDSADVISEUR,
    BESTUUR,
    MANAGER,
    MELDERS,
    PRIVACY,
    SDV,
    TEAMLEIDER,
    TROUBLESHOOTER,
    WIJKTEAMS,
    bevoegd,
)

FEITEN = (
    Feit(
        "alle_partijen_stemmen_in",
        "zaak",
        "Alle partijen stemmen in; dat staat op papier.",
        "Nog niet alle partijen stemmen schriftelijk in. Alleen samen kunnen partijen de afspraken beëindigen.",
        "HAA-9.3",
    ),
    Feit(
        "hooguit_twee_overleggen_of_reden",
        "convenant",
        "Het is het eerste of tweede overleg van dit jaar, of de reden voor een derde staat erbij.",
        "Er zijn dit jaar al twee overleggen geweest. Schrijf op waarom er nog een nodig is.",
        "HAA-9.4",
    ),
    Feit(
        "bedoeld_als_wijziging",
        "zaak",
        "In het stuk staat uitdrukkelijk dat het een wijziging is.",
        "In het stuk moet uitdrukkelijk staan dat het bedoeld is als wijziging.",
        "HAA-PR13.2",
    ),
    Feit(
        "bevoegd_ondertekend",
        "zaak",
        "Van elke partij heeft een bevoegde vertegenwoordiger getekend.",
        "Nog niet van elke partij heeft een bevoegde vertegenwoordiger getekend.",
        "HAA-PR13.2",
    ),
)

CONTACTPERSOON = (
    "naam_contactpersoon",
    "functie_contactpersoon",
    "telefoonnummer_contactpersoon",
    "mailadres_contactpersoon",
    "contactpersoon_vanaf",
    "contactpersoon_tot",
)

GEGEVENSSETS = (
    Gegevensset(
        "contactwijziging",
        CONTACTPERSOON,
        van=(MANAGER, TEAMLEIDER),
        aan=(BELEIDSADVISEUR,),
        handeling="contactwijziging_aanleveren",
        doelen=("uitvoering_reglement",),
        grondslagen=(*CONTRACT, *TAAK),
        optioneel=("contactpersoon_tot",),
        verzenden_in=(BEGIN,),
        inzage_in=("contactwijziging_aangeleverd", "contactwijziging_verwerkt"),
        eis="HAA-4.2.wijziging",
    ),
    Gegevensset(
        "contactlijst",
        CONTACTPERSOON,
        van=(BELEIDSADVISEUR,),
        aan=(MELDERS, WIJKTEAMS, SDV, TROUBLESHOOTER, MANAGER, TEAMLEIDER, *PRIVACY),
        handeling="contactlijst_verspreiden",
        doelen=("uitvoering_reglement",),
        grondslagen=TAAK,
        optioneel=("contactpersoon_tot",),
        eis="HAA-4.3.lijst",
    ),
    Gegevensset(
        "telling_wijkteam",
        ("periode", "aantal_meldingen_via_corporatie"),
        van=(TEAMLEIDER,),
        aan=BESTUUR,
        handeling="telling_wijkteam_delen",
        doelen=("beleidsevaluatie",),
        grondslagen=TAAK,
        persoonsgegeven=False,
        eis="HAA-9.5.1.telling",
    ),
    Gegevensset(
        "telling_sdv",
        ("periode", "aantal_huurders_op_crisislijst_sdv"),
        van=(SDV,),
        aan=BESTUUR,
        handeling="telling_sdv_delen",
        doelen=("beleidsevaluatie",),
        grondslagen=TAAK,
        persoonsgegeven=False,
        eis="HAA-9.5.2.telling",
    ),
    Gegevensset(
        "telling_corporatie",
        (
            "periode",
            "doelgroep",
            "reden",
            "aantal_huisuitzettingen_per_doelgroep_en_reden",
            "aantal_vrijwillig_ingeleverde_sleutels",
            "aantal_voorkomen_huisuitzettingen_na_melding_swt",
        ),
        van=(MANAGER,),
        aan=BESTUUR,
        handeling="telling_corporatie_delen",
        doelen=("beleidsevaluatie",),
        grondslagen=CONTRACT,
        waarden=(
            Waarden(
                "doelgroep",
                ("huurder_met_kinderen", "vijfenzestig_plus", "statushouder", "alleenstaande", "overig"),
            ),
            Waarden("reden", ("huurschuld", "overlast", "strafbaar_feit", "anders")),
        ),
        persoonsgegeven=False,
        eis="HAA-9.5.3.telling",
    ),
)

OVERGANGEN = (
    Overgang(
        BEGIN,
        "contactwijziging_aanleveren",
        "contactwijziging_aangeleverd",
        (MANAGER, TEAMLEIDER),
        "HAA-4.2",
    ),
    Overgang(
        "contactwijziging_aangeleverd",
        "contactwijziging_verwerken",
        "contactwijziging_verwerkt",
        (BELEIDSADVISEUR,),
        "HAA-4.3",
    ),
    Overgang(BEGIN, "evaluatie_openen", "evaluatie_open", (BELEIDSADVISEUR,), "HAA-9.2"),
    Overgang("evaluatie_open", "voortzetten", "evaluatie_voortgezet", (BELEIDSADVISEUR,), "HAA-9.2.b"),
    Overgang(
        "evaluatie_open", "niet_voortzetten", "evaluatie_niet_voortgezet", (BELEIDSADVISEUR,), "HAA-9.2"
    ),
    Overgang(
        BEGIN, "beeindiging_voorstellen", "beeindiging_voorgesteld", (MANAGER, BELEIDSADVISEUR), "HAA-9.3"
    ),
    Overgang(
        "beeindiging_voorgesteld",
        "beeindigen",
        "beeindigd",
        (BELEIDSADVISEUR,),
        "HAA-9.3",
        ("alle_partijen_stemmen_in",),
    ),
    Overgang(
        "beeindiging_voorgesteld",
        "beeindiging_weigeren",
        "beeindiging_geweigerd",
        (MANAGER, BELEIDSADVISEUR),
        "HAA-9.3",
    ),
    Overgang(
        BEGIN, "wijziging_voorstellen", "wijziging_voorgesteld", (MANAGER, BELEIDSADVISEUR), "HAA-PR13.2"
    ),
    Overgang(
        "wijziging_voorgesteld",
        "wijziging_vaststellen",
        "wijziging_vastgesteld",
        (BELEIDSADVISEUR,),
        "HAA-PR13.2",
        ("bedoeld_als_wijziging", "bevoegd_ondertekend"),
    ),
    Overgang(
        "wijziging_voorgesteld",
        "wijziging_weigeren",
        "wijziging_geweigerd",
        (MANAGER, BELEIDSADVISEUR),
        "HAA-PR13.2",
    ),
)

BEVOEGDHEDEN = (
    *bevoegd((MANAGER, TEAMLEIDER), ("contactwijziging_aanleveren",), "HAA-4.2"),
    *bevoegd((BELEIDSADVISEUR,), ("contactwijziging_verwerken", "contactlijst_verspreiden"), "HAA-4.3"),
    *bevoegd((TEAMLEIDER,), ("telling_wijkteam_delen",), "HAA-9.5.1"),
    *bevoegd((SDV,), ("telling_sdv_delen",), "HAA-9.5.2"),
    *bevoegd((MANAGER,), ("telling_corporatie_delen",), "HAA-9.5.3"),
    *bevoegd((BELEIDSADVISEUR,), ("evaluatie_openen", "niet_voortzetten"), "HAA-9.2"),
    *bevoegd((BELEIDSADVISEUR,), ("voortzetten",), "HAA-9.2.b"),
    *bevoegd((BELEIDSADVISEUR,), ("overleg_plannen",), "HAA-9.4", ("hooguit_twee_overleggen_of_reden",)),
    *bevoegd(
        (MANAGER, BELEIDSADVISEUR),
        ("beeindiging_voorstellen", "beeindiging_instemmen", "beeindiging_weigeren"),
        "HAA-9.3",
    ),
    *bevoegd((BELEIDSADVISEUR,), ("beeindigen",), "HAA-9.3"),
    *bevoegd(
        (MANAGER, BELEIDSADVISEUR),
        ("wijziging_voorstellen", "wijziging_ondertekenen", "wijziging_weigeren"),
        "HAA-PR13.2",
    ),
    *bevoegd((BELEIDSADVISEUR,), ("wijziging_vaststellen",), "HAA-PR13.2"),
    *bevoegd((BELEIDSADVISEUR,), ("bepaling_ongeldig_verklaren",), "HAA-PR13.1"),
    *bevoegd((BELEIDSADVISEUR,), ("aanvullende_afspraak_toevoegen",), "HAA-OW.6"),
)

TERMIJNEN = (
    Termijn(
        "evaluatie",
        "convenant",
        "vorige_evaluatie",
        6,
        "maanden",
        "evaluatie",
        "HAA-9.2",
        richting="elke",
        verantwoordelijk=BELEIDSADVISEUR,
        waarschuw=(30,),
    ),
    Termijn(
        "voortzetting",
        "convenant",
        "evaluatiebesluit",
        1,
        "jaren",
        "voortzetting",
        "HAA-9.2.b",
        verantwoordelijk=BELEIDSADVISEUR,
        waarschuw=(91,),
    ),
    Termijn(
        "overleg_werkafspraken",
        "convenant",
        "kalenderjaar",
        2,
        "keer_per_jaar",
        "overleg_werkafspraken",
        "HAA-9.4",
        richting="maximaal",
        verantwoordelijk=BELEIDSADVISEUR,
    ),
)

INSTELLINGEN = (
    Instelling(
        "aanvullende_afspraken",
        "document",
        "deelname",
        "",
        "de aanvullende afspraken van een corporatie, bijvoorbeeld over vroegsignalering.",
        "HAA-OW.6",
        standaard="geen",
    ),
    Instelling(
        "contactlijst",
        "lijst",
        "convenant",
        "convenant",
        "de contactpersonen van elke corporatie, elk wijkteam, SDV en de troubleshooter.",
        "HAA-B3",
    ),
    Instelling(
        "privacyreglement",
        "document",
        "convenant",
        "convenant",
        "het privacyreglement (bijlage 1).",
        "HAA-10.1",
    ),
    Instelling(
        "kleinste_aantal",
        "getal",
        "convenant",
        "",
        "onder welk aantal een cijfer niet in een uitvoer staat.",
        "HAA-9.5",
        standaard=5,
    ),
)
