"""Words the tables of Zoeklicht share, written from docs/eisen/zoeklicht.yaml, not from the policy."""

from .tabel import fg

MELDER = "publiek/melder"
MELDPUNT, TOEZICHT = "directie_wonen/meldpunt", "directie_wonen/toezichthouder"
WONEN, INKOMEN, BASIS = (
    "directie_wonen/behandelaar",
    "directie_inkomen/behandelaar",
    "directie_basisinformatie/behandelaar",
)
CORPORATIE = "corporatie/behandelaar"
LOKET, SECRETARIAAT = "gemeente/loket_persoonsgegevens", "gemeente/secretariaat_stuurgroep"
KLOK = "systeem/klok"
DIRECTIES = (WONEN, INKOMEN, BASIS)
PARTIJEN = (WONEN, INKOMEN, BASIS, CORPORATIE)
BEHEER_PARTIJEN = (
    "directie_wonen/beheerder",
    "directie_inkomen/beheerder",
    "directie_basisinformatie/beheerder",
    "corporatie/beheerder",
)
BEHEER = (*BEHEER_PARTIJEN, "gemeente/beheerder")
STUURGROEP = (
    "directie_wonen/stuurgroeplid",
    "directie_inkomen/stuurgroeplid",
    "directie_basisinformatie/stuurgroeplid",
    "corporatie/stuurgroeplid",
)
FGS = fg("directie_wonen", "directie_inkomen", "directie_basisinformatie", "corporatie", "gemeente")

ALS_MEDEWERKER = ("is_partij", "niet_uitgetreden", "geheimhouding_getekend")
DELEN = (
    *ALS_MEDEWERKER,
    "noodzaak_vermeld",
    "verstrekking_niet_opgeschort",
    "bijzondere_gegevens_verantwoord",
)
MELDPUNTTAAK = (*DELEN, "gemachtigd_meldpunt", "staande_aanwijzing")
LEEST_MELDPUNT = (*ALS_MEDEWERKER, "gemachtigd_meldpunt")

WOONFRAUDE = (
    "rechtvaardige_verdeling",
    "onrechtmatig_gebruik",
    "leefbaarheid_veiligheid",
    "toewijzing_verhuur",
)
FRAUDE = (*WOONFRAUDE, "rechtmatige_uitkering", "juistheid_brp")
GEMEENTE = (
    "wet_brp",
    "besluit_brp",
    "huisvestingswet",
    "leegstandwet",
    "participatiewet_ioaw",
    "opiumwet",
    "wabo_omgevingswet",
    "woningwet_92a",
)
VAN_WONEN = ("huisvestingswet", "leegstandwet", "opiumwet", "wabo_omgevingswet", "woningwet_92a")
VAN_CORPORATIE = (
    "woningwet_corporatie",
    "btiv",
    "wet_brp_corporatie",
    "huurovereenkomst",
    "meewerkplicht_toezicht",
    "leefbaarheid",
    "gerechtvaardigd_belang",
)
# A private corporatie chooses from its own list, a directie from the municipality's.
PER_SOORT = (
    ("directie_wonen", GEMEENTE),
    ("directie_inkomen", GEMEENTE),
    ("directie_basisinformatie", GEMEENTE),
    ("corporatie", VAN_CORPORATIE),
)
ADRES = ("adres_straatnaam", "adres_huisnummer", "adres_huisletter", "adres_postcode", "adres_woonplaats")
ADRES_MET_ETAGE = (
    "adres_straatnaam",
    "adres_huisnummer",
    "adres_huisletter",
    "adres_etage",
    "adres_postcode",
    "adres_woonplaats",
)
EIGENAAR = ((CORPORATIE, "is_eigenaar"),)


def zonder(velden, *weg):
    return tuple(veld for veld in velden if veld not in weg)
