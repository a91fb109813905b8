"""Activity B, combiteams: designation without names, comparison per address, human selection, visit, report."""

from convenant.beleid.taal import BEGIN, Feit, Gegevensset, Overgang, Veldgrens, Verbod

from .grondslagen import CORPORATIES, DELEN, FRAUDE, GEMEENTE, TOEZICHT_WONEN
from .kanten import BIJ_ADRES, DIRECTIES, EIGENAAR, PARTIJEN, TOEZICHTHOUDER, WONEN, bevoegd

FEITEN = (
    Feit(
        "gemachtigd_combiteam",
        "medewerker",
        "U bent gemachtigd voor combiteams.",
        "U bent niet gemachtigd voor combiteams (activiteit B). Vraag uw beheerder.",
        "ZOE-10.3",
    ),
    Feit(
        "lid_van_combiteam",
        "medewerker",
        "U bent lid van het combiteam van deze zaak.",
        "U bent geen lid van het combiteam van deze zaak, of niet meer.",
        "ZOE-4.B1",
    ),
    Feit(
        "past_bij_de_zaak",
        "ontvanger",
        "De soort fraude of het adres hoort bij de taak van deze partij.",
        "Deze partij hoort niet bij de zaak: de soort fraude is niet haar taak, of het adres is niet van haar.",
        "ZOE-4.B4",
    ),
    Feit(
        "project_uit_besluit",
        "zaak",
        "Het project komt uit een besluit van de Stuurgroep.",
        "Voor dit project is geen besluit van de Stuurgroep. Het blijft een concept.",
        "ZOE-11.1",
    ),
    Feit(
        "binnen_gebied_of_thema",
        "adres",
        "Het adres ligt in het gebied of past bij het thema dat de Stuurgroep koos.",
        "Het adres ligt niet in het gebied en past niet bij het thema van een geldig besluit van de Stuurgroep.",
        "ZOE-4.B2",
    ),
    Feit(
        "aanwijzing_geldig",
        "zaak",
        "De Stuurgroep heeft dit aangewezen voor onderzoek.",
        "Er is geen geldige aanwijzing van de Stuurgroep. Vraag het secretariaat om een besluit.",
        "ZOE-6.D1",
    ),
    Feit(
        "mens_beoordeelde",
        "zaak",
        "Een mens heeft de vergelijking beoordeeld.",
        "Laat eerst een mens de uitkomst beoordelen. Vul in wie dat deed en wanneer.",
        "ZOE-4.B3",
    ),
    Feit(
        "concrete_aanwijzing",
        "zaak",
        "Per soort fraude is een concrete aanwijzing beschreven.",
        "Beschrijf per soort fraude een concrete aanwijzing. Een score alleen is niet genoeg.",
        "ZOE-4.B3",
    ),
    Feit(
        "fraude_naast_leefbaarheid",
        "zaak",
        "Er is een vermoeden van fraude, niet alleen een zorg over leefbaarheid.",
        "Leefbaarheid alleen is geen reden voor een huisbezoek. Vul in welke soort fraude wordt vermoed.",
        "ZOE-1.c",
    ),
    Feit(
        "onderzoek_van_belang_voor_wonen",
        "verstrekking",
        "Het lopende onderzoek is van belang voor de handhaving door Directie Wonen.",
        "Het lopende onderzoek is niet van belang voor Directie Wonen. De stand ervan blijft weg.",
        "ZOE-B1.B.gemeente",
    ),
    Feit(
        "internetbron_vermeld",
        "verstrekking",
        "Bij de internetinformatie staan bron en datum.",
        "Vermeld bij de internetinformatie de bron en de datum.",
        "ZOE-B1.B.gemeente",
    ),
    Feit(
        "toestemming_huisbezoek_vastgelegd",
        "zaak",
        "Er is vastgelegd of de bewoner toestemming gaf voor het huisbezoek.",
        "Leg vast of de bewoner toestemming gaf, weigerde of er niet was.",
        "ZOE-B2",
    ),
    Feit(
        "ontvanger_is_betrokken",
        "ontvanger",
        "Deze partij is bij het onderzoek betrokken.",
        "Deze partij is niet bij het onderzoek betrokken en krijgt deze gegevens niet.",
        "ZOE-4.B5",
    ),
    Feit(
        "bijlagen_zonder_id_gegevens",
        "verstrekking",
        "De bijlagen voor deze ontvanger bevatten geen ID-gegevens, of de ontvanger is een directie.",
        "In een bijlage staan ID-gegevens. Die gaan niet naar een corporatie: haal ze weg of laat de bijlage weg.",
        "ZOE-B1.B.rapport",
    ),
)

_ADRES = ("adres_straatnaam", "adres_huisnummer", "adres_huisletter", "adres_postcode", "adres_woonplaats")
_TOT_EN_MET_BEZOEK = (
    "adres_aangewezen",
    "adres_vergeleken",
    "adres_geselecteerd",
    "huisbezoek_gepland",
    "huisbezoek_gedaan",
)
_IN_COMBITEAM = ("gemachtigd_combiteam", "lid_van_combiteam")
_VEREIST = (*DELEN, *_IN_COMBITEAM, "aanwijzing_geldig", "past_bij_de_zaak")

GEGEVENSSETS = (
    Gegevensset(
        "adres_volgens_corporatie",
        (*_ADRES, "namen_huurders", "geboortedata_huurders", "huurcontract", "historie_woonsituatie_adres"),
        van=(EIGENAAR,),
        aan=(*DIRECTIES, TOEZICHTHOUDER),
        handeling="gegevens_inbrengen",
        doelen=FRAUDE,
        grondslagen=CORPORATIES,
        verzenden_in=("adres_aangewezen",),
        inzage_in=_TOT_EN_MET_BEZOEK,
        vereist=_VEREIST,
        inzage_vereist=_IN_COMBITEAM,
        eis="ZOE-B1.B.corporatie",
    ),
    Gegevensset(
        "adres_volgens_gemeente",
        (
            "namen_ingeschreven_bewoners",
            "geboortedatum_ingeschreven_bewoners",
            "geslacht_ingeschreven_bewoners",
            "inschrijvingsdatum_brp",
            "namen_contractuele_huurders",
            "status_lopend_onderzoek",
            "aantal_kamers",
            "oppervlakte",
            "aantal_bouwlagen",
            "locatie_woning",
            "eigenaar_woning",
            "internetinformatie_gebruiksfunctie",
            "locatie_school_minderjarige_kinderen",
        ),
        van=DIRECTIES,
        aan=(*BIJ_ADRES, TOEZICHTHOUDER),
        handeling="gegevens_inbrengen",
        doelen=FRAUDE,
        grondslagen=GEMEENTE,
        optioneel=(
            "status_lopend_onderzoek",
            "internetinformatie_gebruiksfunctie",
            "locatie_school_minderjarige_kinderen",
        ),
        verzenden_in=("adres_aangewezen",),
        inzage_in=_TOT_EN_MET_BEZOEK,
        vereist=_VEREIST,
        inzage_vereist=_IN_COMBITEAM,
        grenzen=(
            Veldgrens(
                ("status_lopend_onderzoek",), "ZOE-B1.B.gemeente", ("onderzoek_van_belang_voor_wonen",)
            ),
            Veldgrens(
                ("internetinformatie_gebruiksfunctie",), "ZOE-B1.B.gemeente", ("internetbron_vermeld",)
            ),
            Veldgrens(("locatie_school_minderjarige_kinderen",), "ZOE-6.R3", ("gevoelig_veld_verantwoord",)),
        ),
        eis="ZOE-B1.B.gemeente",
    ),
    Gegevensset(
        "rapport_van_bevindingen",
        (
            "datum_huisbezoek",
            "toestemming_aangetroffen_bewoners",
            *_ADRES,
            "naam_eigenaar_woning",
            "namen_bewoners_brp",
            "geboortedatum_bewoners_brp",
            "namen_aangetroffen_bewoners",
            "geboortedatum_aangetroffen_bewoners",
            "id_nummer_aangetroffen_bewoners",
            "verslag_feitelijke_situatie",
            "beeldverslag",
            "andere_bijlagen",
            "gegevens_woning_citydata",
            "huurcontract_huurbedrag",
            "indeling_woning",
            "gebruik_volgens_bestemmingsplan",
            "eventuele_wetsovertreding",
            "behandelend_toezichthouder_of_fraudemedewerker",
        ),
        van=(TOEZICHTHOUDER,),
        aan=BIJ_ADRES,
        handeling="rapport_vaststellen",
        doelen=FRAUDE,
        grondslagen=TOEZICHT_WONEN,
        optioneel=("andere_bijlagen", "eventuele_wetsovertreding"),
        verzenden_in=("huisbezoek_gedaan",),
        inzage_in=(
            "rapport_definitief",
            "fraude_vastgesteld",
            "fraude_niet_vastgesteld",
            "maatregelen_afgestemd",
        ),
        vereist=(
            *DELEN,
            "aanwijzing_geldig",
            "ontvanger_is_betrokken",
            "toestemming_huisbezoek_vastgelegd",
        ),
        inzage_vereist=("gemachtigd_combiteam",),
        grenzen=(
            Veldgrens(("id_nummer_aangetroffen_bewoners",), "ZOE-B2", niet_aan=("corporatie",)),
            Veldgrens(
                ("beeldverslag", "andere_bijlagen"), "ZOE-B1.B.rapport", ("bijlagen_zonder_id_gegevens",)
            ),
        ),
        eis="ZOE-B2",
    ),
)

OVERGANGEN = (
    Overgang(
        BEGIN,
        "adres_opvoeren",
        "adres_aangewezen",
        BIJ_ADRES,
        "ZOE-4.B2",
        (
            "binnen_gebied_of_thema",
            "aanwijzing_geldig",
            "fraude_hangt_samen_met_wonen",
            "woonfraude_omschreven",
        ),
    ),
    Overgang("adres_aangewezen", "adres_vergelijken", "adres_vergeleken", BIJ_ADRES, "ZOE-4.B3"),
    Overgang(
        "adres_vergeleken",
        "adres_selecteren",
        "adres_geselecteerd",
        BIJ_ADRES,
        "ZOE-4.B3",
        ("mens_beoordeelde", "concrete_aanwijzing"),
    ),
    Overgang(
        "adres_vergeleken",
        "adres_laten_afvallen",
        "adres_afgevallen",
        BIJ_ADRES,
        "ZOE-4.B3",
        ("mens_beoordeelde",),
    ),
    Overgang(
        "adres_geselecteerd",
        "huisbezoek_plannen",
        "huisbezoek_gepland",
        (TOEZICHTHOUDER,),
        "ZOE-4.B3",
        ("fraude_naast_leefbaarheid",),
    ),
    Overgang(
        "huisbezoek_gepland", "huisbezoek_vastleggen", "huisbezoek_gedaan", (TOEZICHTHOUDER,), "ZOE-4.B5"
    ),
    Overgang("huisbezoek_gedaan", "rapport_vaststellen", "rapport_definitief", (TOEZICHTHOUDER,), "ZOE-4.B5"),
    Overgang(
        "adres_afgevallen", "zaak_sluiten", "zaak_gesloten", BIJ_ADRES, "ZOE-2.3", ("conclusie_vastgelegd",)
    ),
)

BEVOEGDHEDEN = (
    *bevoegd(
        (WONEN,),
        ("combiteam_samenstellen",),
        "ZOE-4.B4",
        ("gemachtigd_combiteam", "past_bij_de_zaak", "project_uit_besluit"),
    ),
    *bevoegd(PARTIJEN, ("adres_opvoeren",), "ZOE-4.B2", _IN_COMBITEAM),
    *bevoegd(PARTIJEN, ("gegevens_inbrengen",), "ZOE-B1.B"),
    *bevoegd(
        PARTIJEN, ("adres_vergelijken", "adres_selecteren", "adres_laten_afvallen"), "ZOE-4.B3", _IN_COMBITEAM
    ),
    *bevoegd(
        (TOEZICHTHOUDER,),
        ("huisbezoek_plannen", "huisbezoek_vastleggen", "rapport_vaststellen"),
        "ZOE-4.B5",
        _IN_COMBITEAM,
    ),
)

VERBODEN = (
    Verbod(
        ("id_nummer_aangetroffen_bewoners", "identiteitsbewijs_aangetroffen_bewoners"),
        "corporatie",
        "ZOE-B1.B.rapport",
    ),
)
