"""People and values the walks through Haarlem share. Everybody here is invented."""

from .haarlem import HUURDER
from .wandeling import Wandeling

ELAN, YMERE = "corporatie/melder@elan", "corporatie/melder@ymere"
TEAM, ANDER_TEAM = "gemeente/swt@noord", "gemeente/swt@oost"

BRIEF = {
    "delen_met_swt": "Wij delen uw gegevens met het Sociaal Wijkteam.",
    "welke_gegevens": "Naam, adres, telefoon, geboortedatum, bewoners, sinds wanneer en hoe lang.",
    "doel_van_delen": "Voorkomen dat u uw huis uit moet.",
    "reactie_swt_te_verwachten": "Het wijkteam neemt contact met u op.",
}
ZEVEN_GEGEVENS = {
    "naam": "A. Bedacht",
    "adres": "Proefplein 1",
    "telefoonnummer": "023 000 00 01",
    "geboortedatum": "1985-01-01",
    "aantal_ingeschreven_bewoners": "3",
    "datum_ontstaan_betalingsachterstand": "2026-01-01",
    "periode_betalingsachterstand": "2 maanden",
}
# What the corporatie knows besides; no set of the convenant has a place for it.
ALLES = ZEVEN_GEGEVENS | {
    "burgerservicenummer": "000000000",
    "opmerkingen": "Klachten van buren over de tuin.",
    "bedrag_achterstand": "1.400",
}
# What the wijkteam hears at the kitchen table.
AANDACHT = {
    "gespreksverslag": "Mevrouw vertelt dat haar werk is gestopt.",
    "achtergrond_betalingsachterstand": "Ontslag.",
    "medische_gegevens": "Rugklachten.",
}
TERUG = {
    "identificerende_gegevens_melding": "A. Bedacht, Proefplein 1",
    "contact_gelegd": "nee",
    "in_behandeling_binnen_vijf_werkdagen": "nee",
    "incasso_kan_worden_hervat": "nee",
    "datum_hervatting_en_inloop_betaling": "nog niet afgesproken",
}


def met(beeld, gegevensset, waarden, *wie):
    """What everybody sees, with one copy more for each of `wie`."""
    return beeld | {naam: beeld.get(naam, {}) | {gegevensset: waarden} for naam in wie}


def gemeld(wandeling: Wandeling) -> dict:
    """Up to and including the report; gives what everybody sees then."""
    wandeling.doe(ELAN, "achterstand_vastleggen")
    wandeling.doe(ELAN, "contact_zoeken")
    wandeling.stuur("herinneringsbrief", ELAN, HUURDER, BRIEF, grondslag="avg_6_1_b")
    wandeling.stuur("melding_achterstand", ELAN, TEAM, ALLES, grondslag="avg_6_1_f")
    beeld = met({}, "herinneringsbrief", BRIEF, ELAN, HUURDER)
    return met(beeld, "melding_achterstand", ZEVEN_GEGEVENS, ELAN, TEAM)
