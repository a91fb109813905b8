"""The case: from the report to the regisseur to the closed case (articles 1, 5.1, 6 and 9.9)."""

from convenant.beleid.taal import BEGIN, Feit, Overgang

from .partijen import (
    CORPORATIE,
    KLOK,
    OVERLEG,
    POLITIE,
    REGISSEUR,
    SAMENWERKINGSVERBAND,
    UITVOERDER,
    VERHUURDER,
    bevoegd,
)

ZES_STAPPEN = (
    "onderzoeksfase",
    "gezamenlijk_overleg",
    "plan_van_aanpak",
    "uitvoering",
    "voortgangsbespreking",
    "afsluiten",
)
IN_WERKING = ("convenant_actief", "gemeente_actief")

FEITEN = (
    Feit(
        "convenant_actief",
        "convenant",
        "Het convenant is van kracht.",
        "Het convenant is niet van kracht. Er kunnen geen gegevens worden uitgewisseld.",
        "KRI-16.1",
    ),
    Feit(
        "gemeente_actief",
        "convenant",
        "Politie, gemeente en ten minste een verhuurder hebben getekend.",
        "In deze gemeente hebben nog niet de politie, de gemeente en een verhuurder getekend.",
        "KRI-20",
    ),
    Feit(
        "uitvoeringsplan_geldig",
        "convenant",
        "De gemeente heeft een geldig uitvoeringsplan.",
        "De gemeente heeft nog geen geldig uitvoeringsplan. Zonder plan kan geen zaak worden gestart.",
        "KRI-OW.3",
    ),
    Feit(
        "overlast_vanuit_woning",
        "aanvraag",
        "De hinder komt uit of rond een woning en raakt buren in hun eigen woning.",
        "Vul in vanuit welke woning of welk gebouw ernaast de hinder komt, en wie daar thuis last van heeft.",
        "KRI-1.1.29",
    ),
    Feit(
        "eigen_inzet_beschreven",
        "aanvraag",
        "U hebt beschreven wat uw organisatie zelf heeft gedaan.",
        "Beschrijf eerst wat uw organisatie zelf al heeft gedaan. Alleen wat u niet alleen oplost, kan samen.",
        "KRI-OW.4",
    ),
    Feit(
        "interventies_beantwoord",
        "zaak",
        "Er staat welke interventies zijn gedaan.",
        "Vul eerst in welke interventies zijn gedaan, of waarom er geen zijn.",
        "KRI-5.1.S1.V3",
    ),
    Feit(
        "besluit_niet_complex",
        "zaak",
        "Het overleg heeft besloten dat het geen complexe woonoverlast is.",
        "Leg eerst het besluit vast dat het geen complexe woonoverlast is, met de reden.",
        "KRI-5.1.S2.V1",
    ),
    Feit(
        "besluit_complex",
        "zaak",
        "Geen partij kan het alleen oplossen en er is een gezamenlijk belang.",
        "Leg eerst vast waarom geen partij het alleen kan oplossen en wat het gezamenlijk belang is.",
        "KRI-1.1.6",
    ),
    Feit(
        "gedeeld_belang",
        "zaak",
        "Alle gekoppelde partijen zien een gedeeld belang.",
        "Niet elke gekoppelde partij ziet een gedeeld belang. Bespreek dit in het overleg.",
        "KRI-6.1",
    ),
    Feit(
        "samen_is_juiste_aanpak",
        "zaak",
        "Alle gekoppelde partijen vinden samen aanpakken juist.",
        "Niet elke gekoppelde partij vindt samen aanpakken juist. Bespreek dit in het overleg.",
        "KRI-6.1",
    ),
    Feit(
        "voldoende_capaciteit",
        "zaak",
        "Alle gekoppelde partijen hebben genoeg capaciteit.",
        "Niet elke gekoppelde partij heeft genoeg capaciteit. Bespreek dit in het overleg.",
        "KRI-6.1",
    ),
    Feit(
        "rol_enkelvoudig_of_woonfraude",
        "zaak",
        "De gemeente heeft een rol bij de enkelvoudige woonoverlast of de woonfraude.",
        "Leg eerst vast welke rol de gemeente heeft: enkelvoudige woonoverlast of woonfraude. "
        "Zonder rol worden de gegevens vernietigd.",
        "KRI-9.9.a",
    ),
    Feit(
        "plan_compleet",
        "zaak",
        "Het plan heeft alle onderdelen.",
        "Het plan mist nog een onderdeel: duiding, doelen, acties, monitoring of communicatie.",
        "KRI-5.1.S3.V1",
    ),
    Feit(
        "alle_partijen_akkoord",
        "zaak",
        "Alle gekoppelde partijen zijn akkoord met het plan.",
        "Nog niet alle gekoppelde partijen zijn akkoord met het plan.",
        "KRI-1.1.21",
    ),
    Feit(
        "overlastgever_geinformeerd",
        "zaak",
        "De overlastgever heeft de brief van de burgemeester, of er is een uitzondering vastgelegd.",
        "Verstuur eerst de brief van de burgemeester aan de overlastgever, reik hem uit, "
        "of leg een uitzondering met reden vast.",
        "KRI-4.2",
    ),
    Feit(
        "instrument_in_plan",
        "zaak",
        "Het instrument staat met de afweging in het vastgestelde plan.",
        "Dit instrument staat niet in het vastgestelde plan, of de afweging ontbreekt. Stel eerst het plan bij.",
        "KRI-6.2.c",
    ),
    Feit(
        "lichter_is_niet_genoeg",
        "zaak",
        "Er staat waarom een lichter instrument niet genoeg is.",
        "Schrijf op waarom een lichter instrument niet genoeg is.",
        "KRI-OW.6",
    ),
    Feit(
        "hinder_beoordeeld",
        "zaak",
        "Ernst en herhaling van de hinder zijn beoordeeld.",
        "Beoordeel eerst of de hinder ernstig is en herhaald: ten minste twee data, met de reden.",
        "KRI-1.1.9",
    ),
    Feit(
        "wetsartikel_genoemd",
        "aanvraag",
        "Het wetsartikel staat erbij.",
        "Vul in op welk artikel de gemeente deze maatregel neemt.",
        "KRI-3.2",
    ),
    Feit(
        "voortgangsrapportage_vastgesteld",
        "zaak",
        "De voortgangsrapportage is vastgesteld.",
        "Stel eerst de voortgangsrapportage van deze bespreking vast.",
        "KRI-1.1.28",
    ),
    Feit(
        "doelen_bereikt_of_reden",
        "zaak",
        "De doelen zijn bereikt, of er staat waarom toch wordt gestopt.",
        "De doelen zijn niet bereikt. Schrijf op waarom de aanpak toch stopt.",
        "KRI-6.2.d",
    ),
    Feit(
        "afsluitrapportage_vastgesteld",
        "zaak",
        "De afsluitrapportage is vastgesteld.",
        "Stel eerst de afsluitrapportage vast.",
        "KRI-1.1.3",
    ),
    Feit(
        "relevantie_bevestigd",
        "verstrekking",
        "U hebt bevestigd dat het relevant is voor de aanpak.",
        "Bevestig dat deze gegevens relevant zijn voor de aanpak.",
        "KRI-1.1.8",
    ),
)

DRIE_VOORWAARDEN = ("gedeeld_belang", "samen_is_juiste_aanpak", "voldoende_capaciteit")
VOORWAARDEN_PLAN = ("plan_compleet", "alle_partijen_akkoord", "overlastgever_geinformeerd")
UITVOERENDEN = (REGISSEUR, UITVOERDER, POLITIE, CORPORATIE, VERHUURDER)
GEMEENTE = (REGISSEUR, UITVOERDER)
ANDEREN = (POLITIE, CORPORATIE, VERHUURDER)
ZWAAR = ("instrument_in_plan", "lichter_is_niet_genoeg", "hinder_beoordeeld")

BEVOEGDHEDEN = (
    *bevoegd(UITVOERENDEN, ("aanmelden",), "KRI-6.2", vereist=IN_WERKING),
    *bevoegd(
        (REGISSEUR,),
        ("onderzoek_starten", "partij_koppelen", "bericht_sturen"),
        "KRI-6.2",
        vereist=IN_WERKING,
    ),
    *bevoegd(OVERLEG, ("zoekresultaat_vastleggen",), "KRI-6.2", vereist=IN_WERKING),
    *bevoegd(OVERLEG, ("overleg_vastleggen",), "KRI-OW.8", vereist=IN_WERKING),
    *bevoegd(UITVOERENDEN, ("eigen_dossier_bijhouden",), "KRI-1.1.8", vereist=("relevantie_bevestigd",)),
    *bevoegd((REGISSEUR,), ("overleg_beginnen",), "KRI-5.1.S2", vereist=IN_WERKING),
    *bevoegd((REGISSEUR,), ("niet_complex_besluiten",), "KRI-5.1.S2.V1"),
    *bevoegd((REGISSEUR,), ("uitzondering_vastleggen",), "KRI-9.9.a"),
    *bevoegd((REGISSEUR,), ("gezamenlijke_aanpak_besluiten",), "KRI-6.1", vereist=IN_WERKING),
    *bevoegd(OVERLEG, ("plan_instemmen",), "KRI-1.1.21", vereist=IN_WERKING),
    *bevoegd((REGISSEUR,), ("plan_vaststellen",), "KRI-1.1.21", vereist=IN_WERKING),
    *bevoegd(GEMEENTE, ("instrument_inzetten",), "KRI-3.2", vereist=(*IN_WERKING, "wetsartikel_genoemd")),
    *bevoegd(ANDEREN, ("instrument_inzetten",), "KRI-6.2.c", vereist=IN_WERKING),
    *bevoegd(
        GEMEENTE, ("zware_maatregel_inzetten",), "KRI-3.2", vereist=(*IN_WERKING, "wetsartikel_genoemd")
    ),
    *bevoegd(ANDEREN, ("zware_maatregel_inzetten",), "KRI-OW.6", vereist=IN_WERKING),
    *bevoegd(
        (REGISSEUR,), ("voortgang_bespreken", "bijstellen", "doorgaan"), "KRI-5.1.S5", vereist=IN_WERKING
    ),
    *bevoegd((REGISSEUR,), ("aanpak_stoppen",), "KRI-6.2.d"),
    *bevoegd((REGISSEUR,), ("zaak_sluiten",), "KRI-5.1.S6"),
)

OVERGANGEN = (
    Overgang(
        BEGIN,
        "aanmelden",
        "aangemeld",
        UITVOERENDEN,
        "KRI-6.2",
        ("uitvoeringsplan_geldig", "overlast_vanuit_woning", "eigen_inzet_beschreven"),
    ),
    Overgang("aangemeld", "onderzoek_starten", "onderzoeksfase", (REGISSEUR,), "KRI-6.2"),
    Overgang(
        "onderzoeksfase",
        "overleg_beginnen",
        "gezamenlijk_overleg",
        (REGISSEUR,),
        "KRI-5.1.S2",
        ("interventies_beantwoord",),
    ),
    Overgang(
        "gezamenlijk_overleg",
        "niet_complex_besluiten",
        "niet_complex",
        (REGISSEUR,),
        "KRI-5.1.S2.V1",
        ("besluit_niet_complex",),
    ),
    Overgang(
        "niet_complex",
        "uitzondering_vastleggen",
        "enkelvoudig",
        (REGISSEUR,),
        "KRI-9.9.a",
        ("rol_enkelvoudig_of_woonfraude",),
    ),
    Overgang("niet_complex", "vernietigen", "vernietigd", (KLOK,), "KRI-9.9.a"),
    Overgang(
        "gezamenlijk_overleg",
        "gezamenlijke_aanpak_besluiten",
        "plan_van_aanpak",
        (REGISSEUR,),
        "KRI-6.1",
        ("besluit_complex", *DRIE_VOORWAARDEN),
    ),
    Overgang(
        "plan_van_aanpak", "plan_vaststellen", "uitvoering", (REGISSEUR,), "KRI-1.1.21", VOORWAARDEN_PLAN
    ),
    Overgang(
        "uitvoering",
        "instrument_inzetten",
        "uitvoering",
        SAMENWERKINGSVERBAND,
        "KRI-6.2.c",
        ("instrument_in_plan",),
    ),
    Overgang("uitvoering", "zware_maatregel_inzetten", "uitvoering", SAMENWERKINGSVERBAND, "KRI-OW.6", ZWAAR),
    Overgang("uitvoering", "voortgang_bespreken", "voortgangsbespreking", (REGISSEUR,), "KRI-5.1.S5"),
    Overgang(
        "voortgangsbespreking",
        "bijstellen",
        "plan_van_aanpak",
        (REGISSEUR,),
        "KRI-5.1.S5",
        ("voortgangsrapportage_vastgesteld",),
    ),
    Overgang(
        "voortgangsbespreking",
        "doorgaan",
        "uitvoering",
        (REGISSEUR,),
        "KRI-5.1.S5",
        ("voortgangsrapportage_vastgesteld",),
    ),
    Overgang(
        "voortgangsbespreking",
        "aanpak_stoppen",
        "afsluiten",
        (REGISSEUR,),
        "KRI-6.2.d",
        ("voortgangsrapportage_vastgesteld", "doelen_bereikt_of_reden"),
    ),
    Overgang(
        "afsluiten",
        "zaak_sluiten",
        "niet_actief",
        (REGISSEUR,),
        "KRI-5.1.S6",
        ("afsluitrapportage_vastgesteld",),
    ),
)
