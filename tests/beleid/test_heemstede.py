"""Heemstede as decision tables: written from docs/eisen/heemstede.yaml, not from the policy."""

import pytest

from brpinzage.beleid.heemstede import HEEMSTEDE
from convenant.beleid.taal import BEGIN, INZIEN, ZONDER_ZAAK

from .tabel import (
    Als,
    Mag,
    SetRegel,
    Stap,
    controleer_functie,
    controleer_geen_andere_stap,
    controleer_mag,
    controleer_set,
    controleer_stap,
    params,
)

CONTACT, BEHEER = "corporatie/contactpersoon", "corporatie/beheerder"
BURGERZAKEN, AUTORISATIE = "gemeente/burgerzaken", "gemeente/autorisatiebeheerder"
TOEZICHT, CONVENANT = "gemeente/toezichthouder", "gemeente/convenantbeheerder"

NAAM_EN_ADRES = (
    "naam_bewoner",
    "adres_straatnaam",
    "adres_huisnummer",
    "adres_huisletter",
    "adres_huisnummertoevoeging",
    "adres_postcode",
    "adres_woonplaats",
)
VIJF_DOELEN = (
    "onrechtmatige_bewoning",
    "bestandskwaliteit",
    "woningtoewijzing",
    "dienstverlening_brp",
    "dienstverlening_huurder",
)
ALS_CORPORATIE = (
    "geheimhouding_corporatie",
    "deelname_getekend",
    "zonder_winstoogmerk",
    "toegang_niet_ingetrokken",
)
ALS_CONTACTPERSOON = (*ALS_CORPORATIE, "aangewezen")
ALS_GEMEENTE = ("geheimhouding_gemeente",)

SETS = [
    SetRegel(
        "HEE-2.5",
        "naam_en_adres",
        NAAM_EN_ADRES,
        (BURGERZAKEN,),
        (CONTACT,),
        "raadplegen",
        (ZONDER_ZAAK,),
        (ZONDER_ZAAK,),
        VIJF_DOELEN,
        ("wet_brp_3_9",),
        vereist=(
            *ALS_CONTACTPERSOON,
            "grondslag_geldig",
            "noodzaak_vermeld",
            "eigen_bezit",
            "identiteit_vastgesteld",
            "geen_geheimhouding_op_adres",
            "niet_te_veel_bewoners",
        ),
        inzage_vereist=ALS_CONTACTPERSOON,
        optioneel=("adres_huisletter", "adres_huisnummertoevoeging"),
        haalt=True,
        afzender_leest=False,
    ),
    SetRegel(
        "HEE-2.2",
        "naam_en_adres_schriftelijk",
        NAAM_EN_ADRES,
        (BURGERZAKEN,),
        (CONTACT,),
        "verzoek_toewijzen",
        ("verzoek_ingediend",),
        ("verzoek_toegewezen",),
        VIJF_DOELEN,
        ("wet_brp_3_9",),
        vereist=(
            *ALS_GEMEENTE,
            "grondslag_geldig",
            "noodzaak_vermeld",
            "eigen_bezit",
            "identiteit_vastgesteld",
        ),
        inzage_vereist=ALS_CONTACTPERSOON,
        optioneel=("adres_huisletter", "adres_huisnummertoevoeging"),
    ),
    SetRegel(
        "HEE-2.6",
        "afwijkingsmelding",
        ("adres", "naam_bewoner_volgens_brp", "aard_afwijking", "toelichting", "datum_raadpleging"),
        (CONTACT,),
        (BURGERZAKEN,),
        "afwijking_melden",
        ("wijkt_af",),
        ("afwijking_gemeld", "afwijking_in_onderzoek", "afwijking_afgehandeld"),
        ("bestandskwaliteit",),
        ("avg_6_1_f",),
        vereist=(*ALS_CONTACTPERSOON, "raadpleging_wijkt_af", "zelfde_doel"),
        inzage_vereist=ALS_GEMEENTE,
    ),
    SetRegel(
        "HEE-OW.7",
        "afwijking_uitkomst",
        ("uitkomst_afwijking",),
        (BURGERZAKEN,),
        (CONTACT,),
        "uitkomst_vastleggen",
        ("afwijking_in_onderzoek",),
        ("afwijking_afgehandeld",),
        ("bestandskwaliteit",),
        ("wet_brp_3_9",),
        vereist=(*ALS_GEMEENTE, "grondslag_geldig"),
        inzage_vereist=ALS_CONTACTPERSOON,
    ),
    SetRegel(
        "HEE-5.9",
        "verhuizing",
        (
            "naam_huurder",
            "oud_adres",
            "nieuw_adres",
            "verhuisdatum",
            "machtiging_document",
            "machtiging_datum",
            "machtiging_ondertekenaar",
        ),
        (CONTACT,),
        (BURGERZAKEN,),
        "verhuizing_doorgeven",
        (BEGIN,),
        ("verhuizing_ontvangen", "verhuizing_in_behandeling", "verhuizing_verwerkt", "verhuizing_geweigerd"),
        ("dienstverlening_brp",),
        ("machtiging_huurder",),
        vereist=(*ALS_CONTACTPERSOON, "schriftelijke_machtiging"),
        inzage_vereist=ALS_GEMEENTE,
    ),
]


@pytest.mark.parametrize("regel", params(SETS))
def test_gegevensset(regel):
    controleer_set(HEEMSTEDE, regel)


def test_elke_gegevensset_heeft_een_rij():
    assert {regel.naam for regel in SETS} == {gegevensset.naam for gegevensset in HEEMSTEDE.gegevenssets}


BEVOEGDHEDEN = [
    Mag("HEE-OW.8", "raadplegen", (CONTACT,), ALS_CONTACTPERSOON),
    Mag("HEE-2.2", INZIEN, (CONTACT, BURGERZAKEN)),
    Mag("HEE-OW.8", INZIEN, (CONTACT, BURGERZAKEN)),
    Mag("HEE-2.2", "schriftelijk_verzoeken", (CONTACT,)),
    Mag("HEE-2.2", "verzoek_toewijzen", (BURGERZAKEN,), ALS_GEMEENTE),
    Mag("HEE-2.2", "verzoek_weigeren", (BURGERZAKEN,), ("reden_vermeld",)),
    Mag("HEE-OW.5", "beoordelen_overeenkomst", (CONTACT,)),
    Mag("HEE-OW.5", "beoordelen_afwijking", (CONTACT,)),
    Mag("HEE-2.6", "afwijking_melden", (CONTACT,)),
    Mag("HEE-2.6", "onderzoek_starten", (BURGERZAKEN,)),
    Mag("HEE-2.6", "uitkomst_vastleggen", (BURGERZAKEN,)),
    Mag("HEE-3.8", "verhuizing_doorgeven", (CONTACT,)),
    Mag("HEE-5.9", "verhuizing_behandelen", (BURGERZAKEN,)),
    Mag("HEE-5.9", "verhuizing_verwerken", (BURGERZAKEN,)),
    Mag("HEE-5.9", "verhuizing_weigeren", (BURGERZAKEN,)),
    Mag("HEE-5.7", "ondersteuning_vragen", (CONTACT,)),
    Mag("HEE-5.7", "ondersteuning_beantwoorden", (BURGERZAKEN,)),
    Mag("HEE-6.2", "beveiligingsprobleem_melden", (CONTACT, BEHEER)),
    Mag("HEE-4", "eigen_logboek_lezen", (CONTACT, BEHEER), bereik=((BEHEER, "partij"),)),
    Mag("HEE-4", "logboek_lezen", (TOEZICHT,), ALS_GEMEENTE, bereik=((TOEZICHT, "convenant"),)),
    Mag("HEE-4", "steekproef_trekken", (TOEZICHT,), bereik=((TOEZICHT, "convenant"),)),
    Mag("HEE-5.6", "medewerker_aanmelden", (BEHEER,)),
    Mag("HEE-5.6", "medewerker_afmelden", (BEHEER,)),
    Mag("HEE-5.6", "autorisatie_verlenen", (AUTORISATIE,), ("aangemeld_door_corporatie",)),
    Mag("HEE-5.6", "autorisatie_weigeren", (AUTORISATIE,)),
    Mag("HEE-2.3", "bezit_bijhouden", (BEHEER,)),
    Mag("HEE-OW.6", "uittreksel_laden", (BURGERZAKEN,), ALS_GEMEENTE),
    Mag("HEE-3.2", "doorgifte_toestaan", (BURGERZAKEN,), ("toestemming_leverancier",)),
    Mag("HEE-7.1", "tekortkoming_openen", (CONVENANT,)),
    Mag("HEE-7.1", "overleg_vastleggen", (CONVENANT,)),
    Mag("HEE-7.1", "nakoming_vastleggen", (CONVENANT,)),
    Mag("HEE-7.1", "toegang_intrekken", (CONVENANT,), ("overleg_zonder_nakoming",)),
    Mag("HEE-9.2", "vervallen_verklaren", (CONVENANT,)),
    Mag("HEE-9.3", "opzeggen", (BEHEER, CONVENANT)),
    Mag("HEE-12.1", "overmacht_melden", (BEHEER, CONVENANT)),
    Mag("HEE-5.8", "onderhoud_aankondigen", (CONVENANT,)),
    Mag("HEE-5.2", "handreiking_plaatsen", (CONVENANT,)),
    Mag("HEE-5.3", "handreiking_wijzigen", (CONVENANT,), ("raadpleging_partijen_vastgelegd",)),
    Mag("HEE-10.1", "wijziging_voorstellen", (BEHEER, CONVENANT)),
    Mag("HEE-10.1", "wijziging_instemmen", (BEHEER, CONVENANT)),
    Mag("HEE-10.1", "wijziging_weigeren", (BEHEER, CONVENANT)),
    Mag("HEE-10.1", "wijziging_aannemen", (CONVENANT,), ("alle_partijen_stemmen_in",)),
]


@pytest.mark.parametrize("regel", params(BEVOEGDHEDEN))
def test_bevoegdheid(regel):
    controleer_mag(HEEMSTEDE, regel)


def test_elke_handeling_heeft_een_rij():
    verwacht = {handeling for rij in HEEMSTEDE.bevoegdheden for handeling in rij.handelingen}
    assert {regel.handeling for regel in BEVOEGDHEDEN} == verwacht


FUNCTIES = [
    Als("HEE-5.4", CONTACT, BEHEER, AUTORISATIE, ALS_CONTACTPERSOON, maximum=2),
    Als("HEE-5.6", BEHEER, BEHEER, AUTORISATIE, ALS_CORPORATIE),
    Als("HEE-PAR.1", BURGERZAKEN, CONVENANT, AUTORISATIE, ALS_GEMEENTE),
    Als(
        "HEE-PAR.1",
        AUTORISATIE,
        CONVENANT,
        AUTORISATIE,
        ALS_GEMEENTE,
        onverenigbaar=("burgerzaken", "toezichthouder"),
    ),
    Als("HEE-4", TOEZICHT, CONVENANT, AUTORISATIE, ALS_GEMEENTE, onverenigbaar=("burgerzaken",)),
    Als("HEE-7.1", CONVENANT, CONVENANT, AUTORISATIE, ALS_GEMEENTE),
]


@pytest.mark.parametrize("regel", params(FUNCTIES))
def test_functie(regel):
    controleer_functie(HEEMSTEDE, regel)


def test_elke_functie_heeft_een_rij():
    assert {regel.functie for regel in FUNCTIES} == {f"{f.soort}/{f.naam}" for f in HEEMSTEDE.functies}


STAPPEN = [
    Stap("HEE-2.2", BEGIN, "schriftelijk_verzoeken", "verzoek_ingediend", (CONTACT,)),
    Stap("HEE-2.2", "verzoek_ingediend", "verzoek_toewijzen", "verzoek_toegewezen", (BURGERZAKEN,)),
    Stap(
        "HEE-2.2",
        "verzoek_ingediend",
        "verzoek_weigeren",
        "verzoek_geweigerd",
        (BURGERZAKEN,),
        ("reden_vermeld",),
    ),
    Stap("HEE-OW.5", ZONDER_ZAAK, "beoordelen_overeenkomst", "komt_overeen", (CONTACT,)),
    Stap("HEE-OW.5", ZONDER_ZAAK, "beoordelen_afwijking", "wijkt_af", (CONTACT,)),
    Stap("HEE-2.6", "wijkt_af", "afwijking_melden", "afwijking_gemeld", (CONTACT,)),
    Stap("HEE-2.6", "afwijking_gemeld", "onderzoek_starten", "afwijking_in_onderzoek", (BURGERZAKEN,)),
    Stap("HEE-2.6", "afwijking_in_onderzoek", "uitkomst_vastleggen", "afwijking_afgehandeld", (BURGERZAKEN,)),
    Stap("HEE-5.9", BEGIN, "verhuizing_doorgeven", "verhuizing_ontvangen", (CONTACT,)),
    Stap(
        "HEE-5.9",
        "verhuizing_ontvangen",
        "verhuizing_behandelen",
        "verhuizing_in_behandeling",
        (BURGERZAKEN,),
    ),
    Stap(
        "HEE-5.9", "verhuizing_in_behandeling", "verhuizing_verwerken", "verhuizing_verwerkt", (BURGERZAKEN,)
    ),
    Stap(
        "HEE-5.9",
        "verhuizing_in_behandeling",
        "verhuizing_weigeren",
        "verhuizing_geweigerd",
        (BURGERZAKEN,),
        ("reden_vermeld",),
    ),
    Stap("HEE-7.1", BEGIN, "tekortkoming_openen", "tekortkoming_open", (CONVENANT,)),
    Stap("HEE-7.2", "tekortkoming_open", "overleg_vastleggen", "tekortkoming_overlegd", (CONVENANT,)),
    Stap("HEE-7.2", "tekortkoming_overlegd", "nakoming_vastleggen", "tekortkoming_nagekomen", (CONVENANT,)),
    Stap(
        "HEE-7.1",
        "tekortkoming_overlegd",
        "toegang_intrekken",
        "toegang_ingetrokken",
        (CONVENANT,),
        ("overleg_zonder_nakoming",),
    ),
    Stap("HEE-10.1", BEGIN, "wijziging_voorstellen", "wijziging_voorgesteld", (BEHEER, CONVENANT)),
    Stap(
        "HEE-10.1",
        "wijziging_voorgesteld",
        "wijziging_aannemen",
        "wijziging_aangenomen",
        (CONVENANT,),
        ("alle_partijen_stemmen_in",),
    ),
    Stap(
        "HEE-10.1", "wijziging_voorgesteld", "wijziging_weigeren", "wijziging_verworpen", (BEHEER, CONVENANT)
    ),
]


@pytest.mark.parametrize("regel", params(STAPPEN))
def test_stap(regel):
    controleer_stap(HEEMSTEDE, regel)


@pytest.mark.eis(*dict.fromkeys(regel.eis for regel in STAPPEN))
def test_geen_andere_stap():
    controleer_geen_andere_stap(HEEMSTEDE, STAPPEN)
