"""Names of the policy as people read them."""

import re

# A name that stands alone, and abbreviations within one, as they are written.
VOLUIT = {"swt": "Sociaal Wijkteam", "sdv": "Schulddienstverlening"}
AFKORTINGEN = {
    "brp": "BRP",
    "dpia": "DPIA",
    "sdv": "SDV",
    "stapp": "STAPP",
    "swt": "wijkteam",
    "wsnp": "Wsnp",
}
# Names are ASCII; people read the letters the language has.
TREMAS = {
    "beeindig": "beëindig",
    "coordinator": "coördinator",
    "financiele": "financiële",
    "geinform": "geïnform",
    "ieen": "ieën",
}
_TREMA = re.compile("|".join(TREMAS))
_AFKORTING = re.compile(rf"\b({'|'.join(AFKORTINGEN)})\b")


def in_woorden(naam: str) -> str:
    """onrechtmatige_bewoning -> Onrechtmatige bewoning, melding_bij_swt -> Melding bij wijkteam."""
    if naam in VOLUIT:
        return VOLUIT[naam]
    tekst = _AFKORTING.sub(lambda gevonden: AFKORTINGEN[gevonden[0]], naam.lower().replace("_", " "))
    tekst = _TREMA.sub(lambda gevonden: TREMAS[gevonden[0]], tekst)
    return tekst[:1].upper() + tekst[1:]


def midden_in_zin(naam: str) -> str:
    """The same, for the middle of a sentence."""
    tekst = in_woorden(naam)
    return tekst if naam in VOLUIT or tekst[1:2].isupper() else tekst[:1].lower() + tekst[1:]
