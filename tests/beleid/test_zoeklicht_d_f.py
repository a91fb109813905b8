"""Zoeklicht activities D and F, rights, breaches and designations as decision tables."""

import pytest

from convenant.beleid.taal import BEGIN, ZONDER_ZAAK
from meldpunt.beleid import ZOEKLICHT

from . import test_zoeklicht_a, test_zoeklicht_b_c
from .tabel import SetRegel, controleer_set, params
from .zoeklicht import (
    ADRES,
    ADRES_MET_ETAGE,
    ALS_MEDEWERKER,
    BASIS,
    BEHEER,
    BEHEER_PARTIJEN,
    CORPORATIE,
    DELEN,
    DIRECTIES,
    EIGENAAR,
    FRAUDE,
    INKOMEN,
    LOKET,
    PARTIJEN,
    SECRETARIAAT,
    STUURGROEP,
    TOEZICHT,
    VAN_CORPORATIE,
    VAN_WONEN,
    WONEN,
    WOONFRAUDE,
    zonder,
)

BESTAND = (*DELEN, "gemachtigd_bestanden", "aanwijzing_geldig", "project_loopt")
LEEST_BESTAND = (*ALS_MEDEWERKER, "gemachtigd_bestanden")
LEVEREN = ("project_goedgekeurd", "project_geleverd")
LEZEN = ("project_geleverd", "project_beoordeeld")
D1 = (*ADRES, "inhoud_melding", "type_melding", "gegevens_melder", "eigenaar_adres", "partij_toegezonden")
VERZOEK = (
    "soort_verzoek",
    "naam_betrokkene",
    "adres_betrokkene",
    "datum_ontvangst_verzoek",
    "omschrijving_verzoek",
)
LOPEND = ("rechtenverzoek_ontvangen", "rechtenverzoek_uitgezet", "rechtenverzoek_beantwoord")
VERHUURDER = ((CORPORATIE, "verzoeker_huurt_hier"),)
VOOR_RECHTEN = {"doelen": ("rechten_en_informatie",), "grondslagen": ("plicht_avg",)}
AVG_PER_SOORT = tuple(
    (soort, ("plicht_avg",))
    for soort in ("directie_wonen", "directie_inkomen", "directie_basisinformatie", "corporatie", "gemeente")
)
ZONDER_PERSOON = tuple((soort, ("geen_persoonsgegevens",)) for soort, _ in AVG_PER_SOORT)

SETS = [
    SetRegel(
        "ZOE-B1.D1",
        "bestand_meldingen",
        D1,
        (WONEN,),
        (CORPORATIE,),
        "bestand_leveren",
        LEVEREN,
        LEZEN,
        WOONFRAUDE,
        VAN_WONEN,
        vereist=(*BESTAND, "wet_geldt", "melding_over_woonfraude", "project_voor_combiteam"),
        inzage_vereist=LEEST_BESTAND,
        optioneel=("gegevens_melder",),
        velden_zonder=(
            ("melder_bekend", zonder(D1, "gegevens_melder")),
            ("noodzaak_melder", zonder(D1, "gegevens_melder")),
        ),
        grondslagen_van=(("directie_wonen", VAN_WONEN),),
        mits=EIGENAAR,
    ),
    SetRegel(
        "ZOE-B1.D2",
        "bestand_signalen_brp",
        ADRES_MET_ETAGE,
        (BASIS,),
        (WONEN, INKOMEN, CORPORATIE),
        "bestand_leveren",
        LEVEREN,
        LEZEN,
        ("rechtvaardige_verdeling", "onrechtmatig_gebruik", "rechtmatige_uitkering", "juistheid_brp"),
        ("wet_brp", "besluit_brp"),
        vereist=(*BESTAND, "wet_geldt", "patroon_beschreven"),
        inzage_vereist=LEEST_BESTAND,
        grondslagen_van=(("directie_basisinformatie", ("wet_brp", "besluit_brp")),),
        mits=EIGENAAR,
    ),
    SetRegel(
        "ZOE-B1.D3",
        "bestand_fraudemeldingen",
        (*ADRES_MET_ETAGE, "adres_stadsdeel"),
        (CORPORATIE,),
        DIRECTIES,
        "bestand_leveren",
        LEVEREN,
        LEZEN,
        WOONFRAUDE,
        VAN_CORPORATIE,
        vereist=(*BESTAND, "project_voor_combiteam"),
        inzage_vereist=LEEST_BESTAND,
        grondslagen_van=(("corporatie", VAN_CORPORATIE),),
        mits=EIGENAAR,
    ),
    SetRegel(
        "ZOE-B1.D3.leegstand",
        "bestand_leegstand_bewoond",
        (*ADRES_MET_ETAGE, "adres_stadsdeel"),
        (CORPORATIE,),
        DIRECTIES,
        "bestand_leveren",
        LEVEREN,
        LEZEN,
        WOONFRAUDE,
        VAN_CORPORATIE,
        vereist=BESTAND,
        inzage_vereist=LEEST_BESTAND,
        grondslagen_van=(("corporatie", VAN_CORPORATIE),),
        mits=EIGENAAR,
    ),
    SetRegel(
        "ZOE-B1.D4",
        "bestand_huisvestingsvergunning",
        (*ADRES_MET_ETAGE, "ingangsdatum_huurcontract", "namen_hoofdhuurders", "namen_medehuurders"),
        (CORPORATIE,),
        (WONEN,),
        "bestand_leveren",
        LEVEREN,
        LEZEN,
        ("rechtvaardige_verdeling", "toewijzing_verhuur"),
        VAN_CORPORATIE,
        vereist=(*BESTAND, "mandaat_huisvestingsvergunning"),
        inzage_vereist=LEEST_BESTAND,
        optioneel=("namen_medehuurders",),
        grondslagen_van=(("corporatie", VAN_CORPORATIE),),
        mits=EIGENAAR,
    ),
    SetRegel(
        "ZOE-4.F.rapportage",
        "resultaten",
        (
            "aantal_lopende_woonfraudezaken",
            "aantal_afgehandelde_woonfraudezaken",
            "aantal_vrijgekomen_huurwoningen_en_vastgoed",
            "aantal_correcties_brp",
            "aantal_beeindigde_uitkeringen",
            "aantal_ongewijzigd_voortgezette_uitkeringen",
            "aantal_gewijzigd_voortgezette_uitkeringen",
            "overige_bijzonderheden",
        ),
        BEHEER_PARTIJEN,
        (*STUURGROEP, SECRETARIAAT, *PARTIJEN),
        "resultaten_leveren",
        (ZONDER_ZAAK,),
        (ZONDER_ZAAK,),
        FRAUDE,
        ("geen_persoonsgegevens",),
        vereist=(*ALS_MEDEWERKER, "zaken_gesloten_en_geteld"),
        inzage_vereist=(*ALS_MEDEWERKER, "managementniveau"),
        persoonsgegeven=False,
        optioneel=("overige_bijzonderheden",),
        grondslagen_van=ZONDER_PERSOON,
    ),
    SetRegel(
        "ZOE-8.1.doorsturen",
        "rechtenverzoek_doorgestuurd",
        VERZOEK,
        (CORPORATIE,),
        (LOKET,),
        "rechtenverzoek_doorsturen",
        (BEGIN,),
        LOPEND,
        **VOOR_RECHTEN,
        vereist=ALS_MEDEWERKER,
        inzage_vereist=ALS_MEDEWERKER,
        optioneel=("omschrijving_verzoek",),
        afzender_leest=False,
        grondslagen_van=AVG_PER_SOORT,
    ),
    SetRegel(
        "ZOE-8.2.verzoek",
        "rechtenverzoek",
        VERZOEK,
        (LOKET, CORPORATIE),
        PARTIJEN,
        "rechtenverzoek_uitzetten",
        LOPEND[:2],
        LOPEND[1:],
        **VOOR_RECHTEN,
        vereist=(*ALS_MEDEWERKER, "houdt_gegevens_van_betrokkene"),
        inzage_vereist=ALS_MEDEWERKER,
        optioneel=("omschrijving_verzoek",),
        grondslagen_van=AVG_PER_SOORT,
    ),
    SetRegel(
        "ZOE-8.2.deelantwoord",
        "deelantwoord",
        ("verwerkte_gegevens", "doel_verwerking", "herkomst_gegevens", "ontvangers_gegevens"),
        PARTIJEN,
        (LOKET, CORPORATIE),
        "deelantwoord_geven",
        LOPEND[1:2],
        LOPEND[1:],
        **VOOR_RECHTEN,
        vereist=ALS_MEDEWERKER,
        inzage_vereist=ALS_MEDEWERKER,
        grondslagen_van=AVG_PER_SOORT,
    ),
    SetRegel(
        "ZOE-8.3.advies",
        "advies_over_inzage",
        ("advies", "weigeringsgrond", "motivering"),
        PARTIJEN,
        (LOKET, CORPORATIE),
        "advies_geven",
        LOPEND[1:2],
        LOPEND[1:],
        **VOOR_RECHTEN,
        vereist=(*ALS_MEDEWERKER, "is_bronpartij", "weigering_rust_op_grond"),
        inzage_vereist=ALS_MEDEWERKER,
        optioneel=("weigeringsgrond", "motivering"),
        grondslagen_van=AVG_PER_SOORT,
    ),
    SetRegel(
        "ZOE-8.1.antwoord",
        "antwoord_aan_betrokkene",
        ("besluit", "gegevens_betrokkene", "weigeringsgrond", "motivering"),
        (LOKET, CORPORATIE),
        ("betrokkene/verzoeker",),
        "rechtenverzoek_beantwoorden",
        LOPEND[1:2],
        LOPEND[2:],
        **VOOR_RECHTEN,
        vereist=(*ALS_MEDEWERKER, "weigering_rust_op_grond", "afwijking_van_advies_gemotiveerd"),
        inzage_vereist=ALS_MEDEWERKER,
        optioneel=("gegevens_betrokkene", "weigeringsgrond"),
        grondslagen_van=AVG_PER_SOORT,
        mits=VERHUURDER,
    ),
    SetRegel(
        "ZOE-10.2.melding",
        "beveiligingsgebrek",
        ("omschrijving_gebrek", "datum_constatering_gebrek", "genomen_maatregelen"),
        BEHEER,
        BEHEER,
        "beveiligingsgebrek_melden",
        (ZONDER_ZAAK,),
        (ZONDER_ZAAK,),
        ("beveiliging",),
        ("geen_persoonsgegevens",),
        vereist=ALS_MEDEWERKER,
        inzage_vereist=ALS_MEDEWERKER,
        persoonsgegeven=False,
        grondslagen_van=ZONDER_PERSOON,
    ),
    SetRegel(
        "ZOE-10.8.melding",
        "incidentmelding",
        (
            "kwalificatie",
            "aard_inbreuk",
            "tijdstip_bekend",
            "soorten_betrokkenen",
            "aantal_betrokkenen",
            "waarschijnlijke_gevolgen",
            "maatregelen_inbreuk",
        ),
        BEHEER,
        BEHEER,
        "incident_melden",
        ("incident_vastgelegd", "incident_gemeld"),
        ("incident_gemeld", "incident_in_behandeling", "incident_afgehandeld"),
        ("beveiliging",),
        ("plicht_avg",),
        vereist=(*ALS_MEDEWERKER, "ontvanger_betrokken_bij_incident"),
        inzage_vereist=ALS_MEDEWERKER,
        persoonsgegeven=False,
        optioneel=("aantal_betrokkenen",),
        grondslagen_van=AVG_PER_SOORT,
    ),
    SetRegel(
        "ZOE-4.B2.aanwijzing",
        "aanwijzingsbesluit",
        (
            "besluitnummer",
            "datum_besluit",
            "soort_aanwijzing",
            "omschrijving_aanwijzing",
            "geldig_tot_en_met",
        ),
        (SECRETARIAAT,),
        (*STUURGROEP, *PARTIJEN, TOEZICHT),
        "aanwijzing_vaststellen",
        ("aanwijzing_voorgesteld",),
        ("aanwijzing_vastgesteld",),
        FRAUDE,
        ("geen_persoonsgegevens",),
        vereist=(*ALS_MEDEWERKER, "besluit_zonder_namen", "stuurgroep_heeft_besloten"),
        inzage_vereist=(*ALS_MEDEWERKER, "managementniveau"),
        persoonsgegeven=False,
        grondslagen_van=ZONDER_PERSOON,
    ),
]


@pytest.mark.parametrize("regel", params(SETS))
def test_gegevensset(regel):
    controleer_set(ZOEKLICHT, regel)


ALLE = (*test_zoeklicht_a.SETS, *test_zoeklicht_b_c.SETS, *SETS)
OPGEHAALD = ("melding_per_telefoon", "stand_eigen_melding")
ALLEEN_BIJ_DE_ONTVANGER = (*OPGEHAALD, "rechtenverzoek_doorgestuurd")


@pytest.mark.parametrize("regel", params(ALLE))
def test_wie_brengt_en_wie_bewaart(regel):
    gegevensset = ZOEKLICHT.gegevensset(regel.naam)
    assert gegevensset.initiatief == ("aan" if regel.naam in OPGEHAALD else "van")
    assert gegevensset.afzender_bewaart is (regel.naam not in ALLEEN_BIJ_DE_ONTVANGER)


def test_elke_gegevensset_heeft_een_rij():
    assert {regel.naam for regel in ALLE} == {gegevensset.naam for gegevensset in ZOEKLICHT.gegevenssets}
