"""Persons in the shape of the BRP's own registration (LO GBA), made into rows of an extract (HEE-OW.6).

What goes in is what a search on an address gives, and of that the name and the address only:

- Whoever's bijhouding is opgeschort is left out. F (fout) and W (gewist) are never delivered and O (overleden) is no
  result of a search; E (emigratie), R (niet-ingezetene) and M (ministerieel besluit) are not registered at a Dutch
  address, and HEE-2.5 speaks of who is registered there.
- So is whoever has no Dutch address: abroad, VOW (land 0000), or a location without postcode and number.
- Stays: a correspondence address (briefadres) and 089999 (the municipality doubts that the person still lives there).
  A search finds both, for both are registered there; what it says besides may not go into the extract.
- Geheimhouding (indication above 0) leaves a row without a name.
"""

import json
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from convenant.bestand import Fouten
from convenant.brp.adres import BAG_ID, Adres, AdresFout, maak_adres
from convenant.brp.sleutel import persoon_sleutel

from .rijen import LANGSTE_NAAM, Persoonsrij

OPGESCHORT = {
    "O": "overleden",
    "E": "vertrokken naar het buitenland",
    "M": "opgeschort bij ministerieel besluit",
    "R": "niet-ingezetene",
    "F": "fout opgenomen",
    "W": "gewist",
}
OPGESCHORT_ONBEKEND = "opgeschort om een andere reden"
GEEN_ADRES = "zonder Nederlands adres"
NAAM_ONBEKEND = "(naam onbekend)"

# Table 38: per code the forms for a man and a woman; who is neither keeps the form of the code.
PREDICATEN = {"JH": ("jonkheer", "jonkvrouw"), "JV": ("jonkheer", "jonkvrouw")}
TITELS = {
    "B": ("baron", "barones"),
    "G": ("graaf", "gravin"),
    "H": ("hertog", "hertogin"),
    "M": ("markies", "markiezin"),
    "P": ("prins", "prinses"),
    "R": ("ridder", "ridder"),
}
TITELS |= {code: TITELS[code[0]] for code in ("BS", "GI", "HI", "MI", "PS")}
VORM_VAN_VROUW = {"JV", "BS", "GI", "HI", "MI", "PS"}


class Vormfout(ValueError):
    """A person is not in the shape that was agreed; the message names the field."""


def lees_personen(bron: BinaryIO, weggelaten: Counter[str]) -> Iterator[Persoonsrij]:
    """A row per person who is registered at a Dutch address; counts in `weggelaten` who is not, per reason.

    Raises BestandFout, at the end, with the place in the list of each person that cannot be read.
    """
    fouten = Fouten()
    try:
        personen = json.load(bron)
    except (ValueError, RecursionError):
        raise fouten.stop(0, "Dit bestand is geen JSON. Kies het bestand met personen.") from None
    if not isinstance(personen, list) or not personen:
        raise fouten.stop(0, "Dit bestand heeft geen lijst met personen. Kies een ander bestand.")
    for nummer, persoon in enumerate(personen, 1):
        try:
            if reden := _reden_om_weg_te_laten(persoon):
                weggelaten[reden] += 1
            elif not fouten.aantal:
                yield _rij(persoon)
        except Vormfout as fout:
            fouten.meld(
                nummer, str(fout), "Dit gegeven heeft niet de vorm van de BRP. Controleer het bestand."
            )
        except AdresFout as fout:
            fouten.meld(nummer, fout.veld, str(fout))
    fouten.sluit()


def _reden_om_weg_te_laten(persoon: Any) -> str:
    if not isinstance(persoon, dict):
        raise Vormfout("persoon")
    if opschorting := _groep(persoon, "opschortingBijhouding"):
        return OPGESCHORT.get(_tekst(_groep(opschorting, "reden"), "code"), OPGESCHORT_ONBEKEND)
    verblijfplaats = _groep(persoon, "verblijfplaats")
    if not (_tekst(verblijfplaats, "postcode") and _tekst(verblijfplaats, "huisnummer")):
        return GEEN_ADRES
    return ""


def _rij(persoon: Mapping[str, Any]) -> Persoonsrij:
    bsn = _tekst(persoon, "burgerservicenummer")
    if not (bsn.isascii() and bsn.isdigit() and len(bsn) == 9):
        raise Vormfout("burgerservicenummer")
    geheim = _tekst(persoon, "geheimhoudingPersoonsgegevens") not in ("", "0")
    naam = "" if geheim else volledige_naam(persoon) or NAAM_ONBEKEND
    if len(naam) > LANGSTE_NAAM or not naam.isprintable():
        raise Vormfout("naam")
    return Persoonsrij(_adres(_groep(persoon, "verblijfplaats")), naam, persoon_sleutel(bsn), geheim)


def volledige_naam(persoon: Mapping[str, Any]) -> str:
    """The name as the BRP's API writes it: predicaat voornamen titel voorvoegsel geslachtsnaam; "" if unknown."""
    naam = _groep(persoon, "naam")
    code = _tekst(_groep(naam, "adellijkeTitelPredicaat"), "code")
    geslacht = _tekst(_groep(persoon, "geslacht"), "code")
    geslachtsnaam = _tekst(naam, "geslachtsnaam")
    delen = (
        _vorm(PREDICATEN, code, geslacht),
        _tekst(naam, "voornamen"),
        _vorm(TITELS, code, geslacht),
        _tekst(naam, "voorvoegsel"),
        "" if geslachtsnaam == "." else geslachtsnaam,
    )
    return unicodedata.normalize("NFC", " ".join(" ".join(delen).split()))


def _vorm(tabel: Mapping[str, tuple[str, str]], code: str, geslacht: str) -> str:
    man, vrouw = tabel.get(code, ("", ""))
    return vrouw if geslacht == "V" or (geslacht != "M" and code in VORM_VAN_VROUW) else man


def _adres(verblijfplaats: Mapping[str, Any]) -> Adres:
    """A houseboat opposite number 4 is not number 4: "to" (tegenover) and "by" (bij) come before the addition.

    A BAG id that cannot be one is left out: the address itself still says which dwelling it is.
    """
    aanduiding = _tekst(_groep(verblijfplaats, "aanduidingBijHuisnummer"), "code")
    toevoeging = _tekst(verblijfplaats, "huisnummertoevoeging")
    bag_id = _tekst(verblijfplaats, "adresseerbaarObjectIdentificatie")
    return maak_adres(
        postcode=_tekst(verblijfplaats, "postcode"),
        huisnummer=_tekst(verblijfplaats, "huisnummer"),
        huisletter=_tekst(verblijfplaats, "huisletter"),
        huisnummertoevoeging=f"{aanduiding} {toevoeging}".strip(),
        straatnaam=_tekst(verblijfplaats, "straat"),
        woonplaats=_tekst(verblijfplaats, "woonplaats"),
        bag_id=bag_id if BAG_ID.fullmatch(bag_id) else "",
    )


def _groep(gegevens: Mapping[str, Any], naam: str) -> Mapping[str, Any]:
    groep = gegevens.get(naam) or {}
    if not isinstance(groep, dict):
        raise Vormfout(naam)
    return groep


def _tekst(gegevens: Mapping[str, Any], naam: str) -> str:
    tekst = gegevens.get(naam) or ""
    if not isinstance(tekst, str):
        raise Vormfout(naam)
    return tekst.strip()
