"""Which data go over: name and address, deviations, moves (artikel 2 and 5)."""

from convenant.beleid.taal import BEGIN, Gegevensset, Verbod

from .gronden import TE_RAADPLEGEN
from .kanten import BURGERZAKEN, CONTACTPERSOON

NAAM_EN_ADRES = (
    "naam_bewoner",
    "adres_straatnaam",
    "adres_huisnummer",
    "adres_huisletter",
    "adres_huisnummertoevoeging",
    "adres_postcode",
    "adres_woonplaats",
)

GEGEVENSSETS = (
    Gegevensset(
        "naam_en_adres",
        NAAM_EN_ADRES,
        van=(BURGERZAKEN,),
        aan=(CONTACTPERSOON,),
        handeling="raadplegen",
        initiatief="aan",
        doelen=TE_RAADPLEGEN,
        grondslagen=("wet_brp_3_9",),
        optioneel=("adres_huisletter", "adres_huisnummertoevoeging"),
        vereist=(
            "noodzaak_vermeld",
            "eigen_bezit",
            "identiteit_vastgesteld",
            "geen_geheimhouding_op_adres",
            "niet_te_veel_bewoners",
        ),
        afzender_bewaart=False,
        eis="HEE-2.5",
    ),
    Gegevensset(
        "naam_en_adres_schriftelijk",
        NAAM_EN_ADRES,
        van=(BURGERZAKEN,),
        aan=(CONTACTPERSOON,),
        handeling="verzoek_toewijzen",
        doelen=TE_RAADPLEGEN,
        grondslagen=("wet_brp_3_9",),
        optioneel=("adres_huisletter", "adres_huisnummertoevoeging"),
        verzenden_in=("verzoek_ingediend",),
        inzage_in=("verzoek_toegewezen",),
        vereist=("noodzaak_vermeld", "eigen_bezit", "identiteit_vastgesteld"),
        eis="HEE-2.2",
    ),
    Gegevensset(
        "afwijkingsmelding",
        ("adres", "naam_bewoner_volgens_brp", "aard_afwijking", "toelichting", "datum_raadpleging"),
        van=(CONTACTPERSOON,),
        aan=(BURGERZAKEN,),
        handeling="afwijking_melden",
        doelen=("bestandskwaliteit",),
        grondslagen=("avg_6_1_f",),
        verzenden_in=("wijkt_af",),
        inzage_in=("afwijking_gemeld", "afwijking_in_onderzoek", "afwijking_afgehandeld"),
        vereist=("raadpleging_wijkt_af", "zelfde_doel"),
        eis="HEE-2.6",
    ),
    Gegevensset(
        "afwijking_uitkomst",
        ("uitkomst_afwijking",),
        van=(BURGERZAKEN,),
        aan=(CONTACTPERSOON,),
        handeling="uitkomst_vastleggen",
        doelen=("bestandskwaliteit",),
        grondslagen=("wet_brp_3_9",),
        verzenden_in=("afwijking_in_onderzoek",),
        inzage_in=("afwijking_afgehandeld",),
        eis="HEE-OW.7",
    ),
    Gegevensset(
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
        van=(CONTACTPERSOON,),
        aan=(BURGERZAKEN,),
        handeling="verhuizing_doorgeven",
        doelen=("dienstverlening_brp",),
        grondslagen=("machtiging_huurder",),
        verzenden_in=(BEGIN,),
        inzage_in=(
            "verhuizing_ontvangen",
            "verhuizing_in_behandeling",
            "verhuizing_verwerkt",
            "verhuizing_geweigerd",
        ),
        vereist=("schriftelijke_machtiging",),
        eis="HEE-5.9",
    ),
)

VERBODEN = (
    Verbod(
        ("geboortedatum", "burgerservicenummer", "geslacht", "burgerlijke_staat", "datum_inschrijving"),
        "corporatie",
        "HEE-2.5",
    ),
)
