"""The categories of personal data and the report that opens a case (articles 5.2 to 5.5, 6.2 and 7)."""

from convenant.beleid.taal import BEGIN, ZONDER_ZAAK, Feit, Gegevensset, Kant, Veldgrens, Waarden

from .partijen import (
    BURGEMEESTER,
    CORPORATIE,
    MET_TOESTEMMING,
    OVERLEG,
    POLITIE,
    REGISSEUR,
    SAMENWERKINGSVERBAND,
    UITVOERDER,
    VERHUURDER,
    ZONDER_TOESTEMMING,
    bevoegd,
)
from .zaak import IN_WERKING, UITVOERENDEN, ZES_STAPPEN

FEITEN = (
    Feit(
        "zelf_gekoppeld",
        "deelname",
        "Uw organisatie is aan deze zaak gekoppeld.",
        "Uw organisatie is niet aan deze zaak gekoppeld. Vraag het aan de regisseur van de gemeente.",
        "KRI-5.1",
        gemis_zichtbaar=False,
    ),
    Feit(
        "ontvanger_gekoppeld",
        "ontvanger",
        "De ontvanger is aan deze zaak gekoppeld.",
        "De ontvanger is niet aan deze zaak gekoppeld. Kies een partij die meedoet.",
        "KRI-5.1",
    ),
    Feit(
        "wijze_volgens_uitvoeringsplan",
        "verstrekking",
        "Het uitvoeringsplan van de gemeente noemt deze manier van verstrekken.",
        "Het uitvoeringsplan van de gemeente noemt deze manier van verstrekken niet. Kies een andere manier.",
        "KRI-7.1",
    ),
    Feit(
        "afwegingen_vastgelegd",
        "verstrekking",
        "Doel, evenredigheid en lichtere middelen zijn afgewogen.",
        "Schrijf kort op: het doel, waarom het in verhouding staat en waarom het niet met minder kan.",
        "KRI-4.5",
    ),
    Feit(
        "niet_geblokkeerd",
        "verstrekking",
        "Er loopt geen bezwaar of beperking over deze gegevens.",
        "Deze gegevens zijn geblokkeerd tot over een bezwaar of verzoek is beslist.",
        "KRI-12.4",
        gemis_zichtbaar=False,
    ),
    Feit(
        "betrokkene_is_melder",
        "betrokkene",
        "Betrokkene is de melder.",
        "Deze gegevens horen bij een melder. Controleer de rol van betrokkene in deze zaak.",
        "KRI-1.1.5",
    ),
    Feit(
        "betrokkene_is_overlastgever",
        "betrokkene",
        "Betrokkene is de overlastgever of is voor hem verantwoordelijk.",
        "Deze gegevens horen bij een overlastgever of wie voor hem verantwoordelijk is. "
        "Controleer de rol van betrokkene in deze zaak.",
        "KRI-1.1.5",
    ),
    Feit(
        "betrokkene_is_klant",
        "betrokkene",
        "Betrokkene is klant bij een verhuurder: huurder, eigenaar, gebruiker of medebewoner.",
        "Deze gegevens horen bij een klant van een verhuurder. Over andere buren worden geen gegevens gedeeld.",
        "KRI-1.1.5",
    ),
    Feit(
        "samenwerkingsafspraken_bevestigd",
        "zaak",
        "De samenwerkingsafspraken van deze zaak zijn bevestigd.",
        "Leg eerst samenwerkingsafspraken vast en laat de partijen die bevestigen.",
        "KRI-OW.5",
    ),
    Feit(
        "aangewezen_voor_politiegegevens",
        "medewerker",
        "De burgemeester heeft deze medewerker aangewezen om politiegegevens te ontvangen.",
        "De burgemeester heeft deze medewerker niet aangewezen om politiegegevens te ontvangen.",
        "KRI-OW.2",
        gemis_zichtbaar=False,
    ),
    Feit(
        "vrijgegeven_door_politie",
        "verstrekking",
        "De politie noemt deze partij als ontvanger van dit gegeven.",
        "De politie heeft dit gegeven niet aan deze partij vrijgegeven.",
        "KRI-5.3.politie",
        gemis_zichtbaar=False,
    ),
    Feit(
        "politie_akkoord_met_overname",
        "verstrekking",
        "De politie vindt overname in het eigen dossier goed.",
        "Vraag eerst de politie of u dit gegeven in uw eigen dossier mag overnemen.",
        "KRI-5.3.politie",
    ),
)

GEKOPPELD = ("zelf_gekoppeld", "ontvanger_gekoppeld", "wijze_volgens_uitvoeringsplan")
OVER_PERSONEN = (*GEKOPPELD, "afwegingen_vastgelegd", "niet_geblokkeerd")
LEZEN_OVER_PERSONEN = ("zelf_gekoppeld", "niet_geblokkeerd")
CONTACT_MELDER = ("naam", "adres", "woonplaats", "telefoon", "email")

# By default the municipal staff the burgemeester designated; others when the police names them (decision 50).
AANGEWEZEN = tuple(
    Kant(kant.soort, kant.functie, mits="aangewezen_voor_politiegegevens") for kant in (REGISSEUR, UITVOERDER)
)
VRIJGEGEVEN = tuple(
    Kant(kant.soort, kant.functie, mits="vrijgegeven_door_politie") for kant in (CORPORATIE, VERHUURDER)
)

GEGEVENSSETS = (
    Gegevensset(
        "aanmelding",
        (
            "adres_woning",
            "herkomst_overlast",
            "soort_overlast",
            "doen_of_nalaten",
            "hinder_in_eigen_woning",
            "eigen_inzet",
        ),
        van=UITVOERENDEN,
        aan=(REGISSEUR,),
        handeling="aanmelden",
        doelen=("onderzoek_en_aanpak",),
        grondslagen=ZONDER_TOESTEMMING,
        verzenden_in=(BEGIN,),
        inzage_in=("aangemeld", *ZES_STAPPEN),
        waarden=(
            Waarden("herkomst_overlast", ("woning", "aanpalend_gebouw")),
            Waarden("doen_of_nalaten", ("doen", "nalaten")),
        ),
        vereist=("wijze_volgens_uitvoeringsplan", "afwegingen_vastgelegd"),
        eis="KRI-6.2.aanmelding",
    ),
    Gegevensset(
        "bericht_aanmelding",
        ("adres_woning", "herkomst_overlast", "soort_overlast", "doen_of_nalaten"),
        van=(REGISSEUR,),
        aan=(POLITIE, CORPORATIE, VERHUURDER),
        handeling="bericht_sturen",
        doelen=("onderzoek_en_aanpak",),
        grondslagen=("avg_6_1_e_burgemeester",),
        verzenden_in=("aangemeld", *ZES_STAPPEN),
        inzage_in=ZES_STAPPEN,
        vereist=OVER_PERSONEN,
        inzage_vereist=LEZEN_OVER_PERSONEN,
        eis="KRI-6.2.bericht",
    ),
    Gegevensset(
        "melder",
        (*CONTACT_MELDER, "verslag_melding", "toestemming_delen_contactgegevens"),
        van=OVERLEG,
        aan=SAMENWERKINGSVERBAND,
        handeling="verstrekken",
        doelen=(
            "onderzoek_en_aanpak",
            "communicatie_met_melder",
            "inzetten_instrumenten",
            "tevredenheidsonderzoek",
        ),
        grondslagen=MET_TOESTEMMING,
        verzenden_in=ZES_STAPPEN,
        inzage_in=ZES_STAPPEN,
        grenzen=(
            Veldgrens(
                CONTACT_MELDER,
                "KRI-3.3.d",
                vereist=("toestemming_melder",),
                doelen=("communicatie_met_melder", "tevredenheidsonderzoek"),
            ),
        ),
        vereist=(*OVER_PERSONEN, "betrokkene_is_melder"),
        inzage_vereist=LEZEN_OVER_PERSONEN,
        eis="KRI-5.2",
    ),
    Gegevensset(
        "overlastgever",
        (
            "naam",
            "adres",
            "woonplaats",
            "geboortedatum",
            "telefoon",
            "email",
            "gegevens_dat_er_woonoverlast_is",
            "gegevens_dat_overlastgever_veroorzaakt",
            "gegevens_wie_verantwoordelijk_is",
            "verslag_instrumenten_en_maatregelen_met_resultaat",
        ),
        van=OVERLEG,
        aan=SAMENWERKINGSVERBAND,
        handeling="verstrekken",
        doelen=(
            "onderzoek_en_aanpak",
            "communicatie_met_overlastgever",
            "inzetten_instrumenten_en_maatregelen",
        ),
        grondslagen=ZONDER_TOESTEMMING,
        verzenden_in=ZES_STAPPEN,
        inzage_in=ZES_STAPPEN,
        vereist=(*OVER_PERSONEN, "betrokkene_is_overlastgever"),
        inzage_vereist=LEZEN_OVER_PERSONEN,
        eis="KRI-5.3",
    ),
    Gegevensset(
        "politiegegevens",
        ("politiegegevens_artikel_8_wpg",),
        van=(POLITIE,),
        aan=(*AANGEWEZEN, *VRIJGEGEVEN),
        handeling="politiegegevens_verstrekken",
        doelen=("onderzoek_en_aanpak",),
        grondslagen=("wpg_20",),
        verzenden_in=ZES_STAPPEN,
        inzage_in=ZES_STAPPEN,
        vereist=(*OVER_PERSONEN, "betrokkene_is_overlastgever", "samenwerkingsafspraken_bevestigd"),
        inzage_vereist=LEZEN_OVER_PERSONEN,
        eis="KRI-5.3.politie",
    ),
    Gegevensset(
        "klant_bij_verhuurder",
        (
            "naam",
            "adres",
            "woonplaats",
            "telefoon",
            "email",
            "relatie_met_overlastgever",
            "gegevens_wie_verantwoordelijk_is",
            "verslag_instrumenten_en_maatregelen_met_resultaat",
        ),
        van=OVERLEG,
        aan=SAMENWERKINGSVERBAND,
        handeling="verstrekken",
        doelen=("onderzoek_en_aanpak", "communicatie_met_klant", "inzetten_instrumenten_en_maatregelen"),
        grondslagen=ZONDER_TOESTEMMING,
        verzenden_in=ZES_STAPPEN,
        inzage_in=ZES_STAPPEN,
        vereist=(*OVER_PERSONEN, "betrokkene_is_klant"),
        inzage_vereist=LEZEN_OVER_PERSONEN,
        eis="KRI-5.4",
    ),
    Gegevensset(
        "contactgegevens_partij",
        ("naam_medewerker", "functie", "telefoon_werk", "email_werk"),
        van=(*UITVOERENDEN, BURGEMEESTER),
        aan=(*UITVOERENDEN, BURGEMEESTER),
        handeling="contactgegevens_delen",
        doelen=("samenwerking_partijen",),
        grondslagen=("onderlinge_contactgegevens",),
        verzenden_in=(ZONDER_ZAAK,),
        inzage_in=(ZONDER_ZAAK,),
        eis="KRI-5.5",
    ),
    Gegevensset(
        "samenwerkingsafspraken",
        ("partij_afspraak", "afspraak", "inspanning"),
        van=OVERLEG,
        aan=SAMENWERKINGSVERBAND,
        handeling="samenwerkingsafspraak_vastleggen",
        doelen=("onderzoek_en_aanpak",),
        grondslagen=ZONDER_TOESTEMMING,
        verzenden_in=ZES_STAPPEN,
        inzage_in=ZES_STAPPEN,
        vereist=OVER_PERSONEN,
        inzage_vereist=LEZEN_OVER_PERSONEN,
        verantwoordelijke="gezamenlijk",
        eis="KRI-1.1.23.afspraken",
    ),
)

BEVOEGDHEDEN = (
    *bevoegd(OVERLEG, ("verstrekken",), "KRI-7.1", vereist=IN_WERKING),
    *bevoegd(OVERLEG, ("toestemming_intrekken",), "KRI-3.3.d"),
    *bevoegd(
        (POLITIE,), ("politiegegevens_verstrekken", "ontvanger_vrijgeven"), "KRI-3.1", vereist=IN_WERKING
    ),
    *bevoegd((POLITIE,), ("vrijgave_intrekken", "overname_toestaan"), "KRI-5.3.politie"),
    *bevoegd(
        (REGISSEUR, UITVOERDER),
        ("politiegegeven_overnemen",),
        "KRI-5.3.politie",
        vereist=("politie_akkoord_met_overname", "aangewezen_voor_politiegegevens"),
    ),
    *bevoegd(
        (CORPORATIE, VERHUURDER),
        ("politiegegeven_overnemen",),
        "KRI-5.3.politie",
        vereist=("politie_akkoord_met_overname", "vrijgegeven_door_politie"),
    ),
    *bevoegd((*UITVOERENDEN, BURGEMEESTER), ("contactgegevens_delen",), "KRI-5.5"),
    *bevoegd(
        OVERLEG,
        ("samenwerkingsafspraak_vastleggen", "samenwerkingsafspraak_bevestigen"),
        "KRI-1.1.23",
        vereist=IN_WERKING,
    ),
)
