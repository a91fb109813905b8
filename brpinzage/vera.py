"""VERA 4.3 as a source of own stock: the answer of `/eenheden`, a JSON list of `Eenheid`.

Used are `adres` (an Eenheidadres, whose `woonplaats` is an object with a `naam`), the `bagIdentificatie` of
`adresseerbaarObjectBasisregistratie`, and as from/until `inExploitatiedatum` and `uitExploitatiedatum`. Everything else
is left where it is. The file is read in pieces: one unit is in memory at a time.
"""

from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from django.conf import settings

from convenant.bestand import Fouten, lees_cellen
from convenant.jsonbestand import lees_lijsten

WOONRUIMTE = "WOO"  # code of EENHEIDSOORT
# Column of a stock file: where VERA has it.
VELDEN = {
    "postcode": ("adres", "postcode"),
    "huisnummer": ("adres", "huisnummer"),
    "huisletter": ("adres", "huisletter"),
    "huisnummertoevoeging": ("adres", "huisnummerToevoeging"),
    "straatnaam": ("adres", "straatnaam"),
    "woonplaats": ("adres", "woonplaats", "naam"),
    "bag_id": ("adresseerbaarObjectBasisregistratie", "bagIdentificatie"),
    "van": ("inExploitatiedatum",),
    "tot": ("uitExploitatiedatum",),
}
GEEN_VERA = (
    "Dit is geen lijst met eenheden zoals VERA die kent. "
    "Lever de eenheden aan als JSON-lijst volgens VERA 4.3, of gebruik een CSV-bestand."
)


def lees_eenheden(bron: BinaryIO, fouten: Fouten) -> Iterator[tuple[int, Mapping[str, str]]]:
    """The dwellings as cells of a stock file, each with its place in the list, counted from 1.

    Units that VERA calls something else than Woonruimte are left out and counted. Raises BestandFout at what makes reading on useless.
    """
    nummer = 0
    for naam, nummer, eenheid in lees_lijsten(bron, fouten, GEEN_VERA):
        if naam:
            raise fouten.stop(0, GEEN_VERA)
        if nummer > settings.INLEZEN_MAX_RIJEN:
            zin = f"Dit bestand heeft meer dan {settings.INLEZEN_MAX_RIJEN} eenheden. Splits of verklein het."
            raise fouten.stop(0, zin)
        if nummer == 1 and not (isinstance(eenheid, dict) and eenheid.keys() & {"adres", "soort"}):
            raise fouten.stop(0, GEEN_VERA)
        if nummer and (cellen := _lees_eenheid(nummer, eenheid, fouten)) is not None:
            yield nummer, cellen
    if not nummer:
        raise fouten.stop(0, GEEN_VERA)


def _lees_eenheid(nummer: int, eenheid: Any, fouten: Fouten) -> Mapping[str, str] | None:
    if not isinstance(eenheid, dict):
        fouten.meld(nummer, "", "Dit is geen eenheid van VERA. Haal dit deel uit het bestand.")
        return None
    soort = eenheid.get("soort")
    if not isinstance(soort, dict) or not isinstance(soort.get("code"), str):
        fouten.meld(nummer, "soort", "De soort van deze eenheid ontbreekt. Vul de code in, zoals WOO.")
        return None
    if soort["code"] != WOONRUIMTE:
        fouten.overgeslagen += 1
        return None
    cellen = [(kolom, _zoek(eenheid, pad)) for kolom, pad in VELDEN.items()]
    vreemd = [kolom for kolom, waarde in cellen if not isinstance(waarde, str)]
    for kolom in vreemd:
        fouten.meld(nummer, kolom, f"Bij VERA is {'.'.join(VELDEN[kolom])} tekst. Hier staat iets anders.")
    return None if vreemd else lees_cellen(nummer, cellen, fouten)


def _zoek(eenheid: Mapping[str, Any], pad: tuple[str, ...]) -> Any:
    """What stands there; empty where the file says nothing, None where a group is something else than a group."""
    waarde: Any = eenheid
    for naam in pad:
        if not isinstance(waarde, Mapping):
            return None
        if (waarde := waarde.get(naam)) is None:
            return ""
    return waarde
