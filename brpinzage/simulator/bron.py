"""The persons of the simulator, and how each question finds them."""

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

Persoon = Mapping[str, Any]
NOOIT = ("F", "W")


class BronFout(ValueError):
    """The file does not hold a list of persons in the shape of the BRP."""


class Bron:
    """Persons as they are registered, in the order of the file."""

    def __init__(self, personen: Iterable[Persoon]):
        self._personen = [p for p in personen if _opschorting(p) not in NOOIT]
        self._op_bsn = {p["burgerservicenummer"]: p for p in self._personen if p.get("burgerservicenummer")}

    @classmethod
    def uit_bestand(cls, bestand: Path) -> "Bron":
        """Raises BronFout for what is not a JSON list of persons, OSError for a file that cannot be read."""
        try:
            personen = json.loads(bestand.read_bytes())
        except (ValueError, RecursionError):
            raise BronFout("Dit bestand is geen JSON.") from None
        if not isinstance(personen, list) or not all(isinstance(p, dict) and "naam" in p for p in personen):
            raise BronFout("Dit bestand is geen lijst van personen in de vorm van de BRP.")
        return cls(personen)

    def __len__(self) -> int:
        return len(self._personen)

    def vind(self, vraag: Mapping[str, Any]) -> list[Persoon]:
        """Who fits every parameter of the question; the dead only by number or when asked for."""
        if vraag["type"] == "RaadpleegMetBurgerservicenummer":
            bsns = dict.fromkeys(vraag["burgerservicenummer"])
            gevonden = [self._op_bsn[bsn] for bsn in bsns if bsn in self._op_bsn]
        else:
            ook_overleden = vraag.get("inclusiefOverledenPersonen", False)
            gevonden = [p for p in self._personen if ook_overleden or _opschorting(p) != "O"]
        for parameter, past in PAST.items():
            if (gezocht := vraag.get(parameter)) not in (None, ""):
                gevonden = [p for p in gevonden if past(p, gezocht)]
        return gevonden


def _opschorting(persoon: Persoon) -> str:
    return str(((persoon.get("opschortingBijhouding") or {}).get("reden") or {}).get("code", ""))


def _deel(groep: str, *namen: str) -> Callable[[Persoon], str]:
    """The first of these names that the group has, as text."""

    def lees(persoon: Persoon) -> str:
        gegevens = persoon.get(groep) or {}
        waarde = next((gegevens[naam] for naam in namen if gegevens.get(naam)), "")
        return waarde.strip() if isinstance(waarde, str) else ""

    return lees


def _code(*pad: str) -> Callable[[Persoon], str]:
    def lees(persoon: Persoon) -> str:
        gegevens: Any = persoon
        for naam in pad:
            gegevens = gegevens.get(naam) or {}
        return str(gegevens.get("code", ""))

    return lees


def _gelijk(lees: Callable[[Persoon], str]) -> Callable[[Persoon, str], bool]:
    return lambda persoon, gezocht: lees(persoon).casefold() == gezocht.casefold()


def _jokerteken(*lezers: Callable[[Persoon], str]) -> Callable[[Persoon, str], bool]:
    """Text with a * at one end, without regard to capitals."""

    def past(persoon: Persoon, gezocht: str) -> bool:
        zoek = gezocht.strip("*").casefold()
        for lees in lezers:
            tekst = lees(persoon).casefold()
            if gezocht.endswith("*") and tekst.startswith(zoek):
                return True
            if gezocht.startswith("*") and tekst.endswith(zoek):
                return True
            if tekst == gezocht.casefold():
                return True
        return False

    return past


def _past_nummer(persoon: Persoon, gezocht: int) -> bool:
    nummer = _deel("verblijfplaats", "huisnummer")(persoon)
    return nummer.isdecimal() and int(nummer) == gezocht


def _past_postcode(persoon: Persoon, gezocht: str) -> bool:
    return _deel("verblijfplaats", "postcode")(persoon) == gezocht.replace(" ", "").upper()


PAST: Mapping[str, Callable[[Persoon, Any], bool]] = {
    "adresseerbaarObjectIdentificatie": _gelijk(_deel("verblijfplaats", "adresseerbaarObjectIdentificatie")),
    "nummeraanduidingIdentificatie": _gelijk(_deel("verblijfplaats", "nummeraanduidingIdentificatie")),
    "postcode": _past_postcode,
    "huisnummer": _past_nummer,
    "huisletter": _gelijk(_deel("verblijfplaats", "huisletter")),
    "huisnummertoevoeging": _gelijk(_deel("verblijfplaats", "huisnummertoevoeging")),
    "straat": _jokerteken(_deel("verblijfplaats", "straat"), _deel("verblijfplaats", "naamOpenbareRuimte")),
    "gemeenteVanInschrijving": _gelijk(_code("gemeenteVanInschrijving")),
    "geboortedatum": lambda p, gezocht: _deel("geboorte", "datum")(p) == gezocht.replace("-", ""),
    "geslacht": _gelijk(_code("geslacht")),
    "geslachtsnaam": _jokerteken(_deel("naam", "geslachtsnaam")),
    "voornamen": _jokerteken(_deel("naam", "voornamen")),
    "voorvoegsel": _gelijk(_deel("naam", "voorvoegsel")),
}
