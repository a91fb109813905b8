"""What Heemstede's tables share: who takes part, and what acting in each functie takes (HEE-1.a, 3.5, 3.6, 5.5)."""

from ..tabel import fg

CONTACT, BEHEER = "corporatie/contactpersoon", "corporatie/beheerder"
BURGERZAKEN, AUTORISATIE = "gemeente/burgerzaken", "gemeente/autorisatiebeheerder"
TOEZICHT, CONVENANT = "gemeente/toezichthouder", "gemeente/convenantbeheerder"
FG_CORPORATIE, FG_GEMEENTE = fg("corporatie", "gemeente")
FGS = (FG_CORPORATIE, FG_GEMEENTE)
BRP = "bron/brp"

ALS_CORPORATIE = (
    "geheimhouding_corporatie",
    "deelname_getekend",
    "zonder_winstoogmerk",
    "toegang_niet_ingetrokken",
)
ALS_CONTACTPERSOON = (*ALS_CORPORATIE, "aangewezen")
ALS_GEMEENTE = ("geheimhouding_gemeente",)
ALS = {
    CONTACT: ALS_CONTACTPERSOON,
    BEHEER: ALS_CORPORATIE,
    BURGERZAKEN: ALS_GEMEENTE,
    AUTORISATIE: ALS_GEMEENTE,
    TOEZICHT: ALS_GEMEENTE,
    CONVENANT: ALS_GEMEENTE,
}

ADRES = (
    "adres_straatnaam",
    "adres_huisnummer",
    "adres_huisletter",
    "adres_huisnummertoevoeging",
    "adres_postcode",
    "adres_woonplaats",
)
NAAM_EN_ADRES = ("naam_bewoner", *ADRES)
SOMS_LEEG = ("adres_huisletter", "adres_huisnummertoevoeging")

VIJF_DOELEN = (
    "onrechtmatige_bewoning",
    "bestandskwaliteit",
    "woningtoewijzing",
    "dienstverlening_brp",
    "dienstverlening_huurder",
)

VERZOEK = ("verzoek_ingediend", "verzoek_toegewezen", "verzoek_geweigerd")
AFWIJKING = ("afwijking_gemeld", "afwijking_in_onderzoek", "afwijking_afgehandeld")
VERHUIZING = (
    "verhuizing_ontvangen",
    "verhuizing_in_behandeling",
    "verhuizing_verwerkt",
    "verhuizing_geweigerd",
)
VRAAG = ("vraag_gesteld", "vraag_beantwoord", "vraag_gesloten")
BEVEILIGING = ("beveiliging_gemeld", "beveiliging_afgehandeld")
CONTROLE = ("controle_gevraagd", "controle_beantwoord", "controle_afgerond")
TEKORTKOMING = ("tekortkoming_open", "tekortkoming_overlegd", "tekortkoming_nagekomen", "toegang_ingetrokken")
