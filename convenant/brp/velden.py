"""Which fields may be asked of a search on an address: the official list, less what nobody here may ask.

`burgerservicenummer` is asked by the client itself, for the protocol duty only, and custody (`gezag`) never. What the BRP
delivers unasked (geheimhouding, onderzoek, opschorting, RNI) may not be asked: the BRP refuses the question.
"""

from collections.abc import Iterable

NAAM = (
    "naam.adellijkeTitelPredicaat",
    "naam.geslachtsnaam",
    "naam.volledigeNaam",
    "naam.voorletters",
    "naam.voornamen",
    "naam.voorvoegsel",
)
REGELS = ("adresseringBinnenland.adresregel1", "adresseringBinnenland.adresregel2")
GROEPEN = {
    "adressering": (
        "adressering.adresregel1",
        "adressering.adresregel2",
        "adressering.adresregel3",
        "adressering.land",
    ),
    "adresseringBinnenland": REGELS,
    "geboorte": ("geboorte.datum",),
    "naam": NAAM,
}
# The fields behind those of a Gegevensset. Of an address nothing is asked: it is known, and the client checks it.
# An age counts on a day of the case, so it is reckoned from the birth date.
VAN_GEGEVENSSET = {
    "naam_bewoner": ("naam.volledigeNaam",),
    "gezinssamenstelling": ("geboorte.datum",),
    "leeftijd": ("geboorte.datum",),
}
VELDEN = {"geslacht", "leeftijd"}.union(GROEPEN, *GROEPEN.values())


def lees_velden(gevraagd: Iterable[str]) -> frozenset[str]:
    """The fields one by one, a group as its parts. Raises ValueError for none, or for one that may not be asked."""
    velden = list(gevraagd)
    if not velden or isinstance(gevraagd, str):
        raise ValueError("Fields are a list of at least one path.")
    if vreemd := sorted(set(velden) - VELDEN):
        raise ValueError(f"These fields may not be asked: {', '.join(vreemd)}.")
    return frozenset(deel for veld in velden for deel in GROEPEN.get(veld, (veld,)))


def velden_van(gegevens: Iterable[str]) -> tuple[str, ...]:
    """The BRP's fields behind these fields of a Gegevensset."""
    return tuple(veld for naam in gegevens for veld in VAN_GEGEVENSSET.get(naam, ()))
