"""Tenancies with arrears in a CSV file: which columns there are, and what each may say."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, BinaryIO, TypeVar

from convenant.bestand import Fouten, Kolommen, kolomnamen, lees_tabel

from .huur import Huur, fouten_in

T = TypeVar("T")
KOLOMMEN = Kolommen(
    verplicht=(
        "contractnummer",
        "naam",
        "geboortedatum",
        "telefoonnummer",
        "straatnaam",
        "huisnummer",
        "huisletter",
        "huisnummertoevoeging",
        "postcode",
        "plaats",
        "aantal_ingeschreven_bewoners",
        "huur_per_maand",
        "schuld",
        "achterstand_sinds",
    ),
    optioneel=(
        "deurwaarder_op",
        "bewind",
        "alleen_strafbaar_feit",
        "bezwaar_doorgeven",
        "betalingsregeling",
        "regeling_sinds",
        "regeling_per_maand",
        "regeling_tot",
    ),
    # "+31 6 …" is a number people have; an amount below zero is told of as such.
    met_teken=("telefoonnummer", "huur_per_maand", "schuld", "regeling_per_maand"),
)
LENGTE = {"contractnummer": 40, "naam": 200, "straatnaam": 100, "plaats": 100}
DATUM = re.compile(
    r"(?P<dag>\d{1,2})-(?P<maand>\d{1,2})-(?P<jaar>\d{4})|(?P<jaar2>\d{4})-(?P<maand2>\d\d)-(?P<dag2>\d\d)",
    re.ASCII,
)
BEDRAG = re.compile(r"(?:€\s*)?(-?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?", re.ASCII)
BEDRAG_MET_PUNT = re.compile(r"(?:€\s*)?(-?)(\d+)\.(\d{1,2})", re.ASCII)
POSTCODE = re.compile(r"([1-9]\d{3})\s?([A-Z]{2})", re.ASCII)
ADRES = re.compile(r"([1-9]\d{3})\s?([A-Z]{2})(?:\s+(\d{1,5}))?", re.ASCII)
TELEFOON = re.compile(r"\+?[\d\s()-]{0,19}", re.ASCII)
JA_NEE = {"ja": True, "nee": False, "": None}
REGELING = {"": "", "geen": "", "loopt": "loopt", "verbroken": "verbroken"}
LEEG = "Deze cel is leeg. Vul haar in."


class CelFout(ValueError):
    """What is wrong with one cell, as a sentence."""


def open_bestand(bron: BinaryIO, fouten: Fouten) -> tuple[Sequence[str], Iterator[tuple[int, Huur]]]:
    """The columns of the file and its rows without faults; the others are told of in `fouten`, with every cell that is wrong.

    Reading the rows raises BestandFout for what makes reading on useless.
    """
    return kolomnamen(bron, KOLOMMEN), _rijen(bron, fouten)


def _rijen(bron: BinaryIO, fouten: Fouten) -> Iterator[tuple[int, Huur]]:
    gezien: dict[str, int] = {}
    for nummer, cellen in lees_tabel(bron, KOLOMMEN, fouten):
        huur, gevonden = lees_rij(cellen)
        eerder = gezien.setdefault(cellen["contractnummer"], nummer)
        if eerder != nummer:
            gevonden["contractnummer"] = (
                f"Dit contractnummer staat ook in rij {eerder}. Haal een van de twee weg."
            )
        if huur is not None and not gevonden:
            yield nummer, huur
        for kolom, zin in gevonden.items():
            fouten.meld(nummer, kolom, zin)


def lees_rij(cellen: Mapping[str, str]) -> tuple[Huur | None, dict[str, str]]:
    """The tenancy in these cells, and what is wrong per column; None when a cell cannot be read at all."""
    waarden: dict[str, Any] = {}
    fouten: dict[str, str] = {}
    for kolom, cel in cellen.items():
        try:
            waarden[kolom] = LEES[kolom](cel)
        except CelFout as fout:
            fouten[kolom] = str(fout)
    if fouten:
        return None, fouten
    huur = Huur(**waarden)
    return huur, fouten_in(huur)


def _tekst(langst: int) -> Callable[[str], str]:
    def lees(cel: str) -> str:
        if not cel:
            raise CelFout(LEEG)
        if len(cel) > langst:
            raise CelFout(f"Deze cel is te lang. Gebruik hooguit {langst} tekens.")
        return cel

    return lees


def _datum(cel: str) -> date:
    gelezen = DATUM.fullmatch(cel)
    if gelezen is None:
        raise CelFout("Deze datum kunnen wij niet lezen. Schrijf dag-maand-jaar, zoals 31-12-2026.")
    delen = gelezen.groupdict()
    try:
        return date(*(int(delen[deel] or delen[f"{deel}2"]) for deel in ("jaar", "maand", "dag")))
    except ValueError:
        raise CelFout("Deze datum bestaat niet. Controleer dag en maand.") from None


def _bedrag(heel: int) -> Callable[[str], Decimal]:
    def lees(cel: str) -> Decimal:
        gelezen = BEDRAG.fullmatch(cel) or BEDRAG_MET_PUNT.fullmatch(cel)
        if gelezen is None:
            raise CelFout("Dit bedrag kunnen wij niet lezen. Schrijf het zo: 712,50.")
        teken, euro, cent = gelezen.groups()
        if len(euro := euro.replace(".", "")) > heel:
            raise CelFout("Dit bedrag is te groot. Controleer het.")
        return Decimal(f"{teken}{euro}.{cent or 0}")

    return lees


def _getal(hoogst: int) -> Callable[[str], int]:
    def lees(cel: str) -> int:
        if not re.fullmatch(r"[0-9]{1,6}", cel) or not 1 <= int(cel) <= hoogst:
            raise CelFout(f"Vul hier een heel getal van 1 tot en met {hoogst} in.")
        return int(cel)

    return lees


def _postcode(cel: str) -> str:
    gelezen = POSTCODE.fullmatch(cel.upper())
    if gelezen is None:
        raise CelFout("Deze postcode klopt niet. Schrijf vier cijfers en twee letters, zoals 2011 AB.")
    return f"{gelezen[1]} {gelezen[2]}"


def _telefoon(cel: str) -> str:
    if not TELEFOON.fullmatch(cel):
        raise CelFout("Dit telefoonnummer klopt niet. Schrijf alleen cijfers, zoals 06 12345678.")
    return cel


def _letter(cel: str) -> str:
    if cel and not re.fullmatch(r"[A-Za-z]", cel):
        raise CelFout("Deze huisletter klopt niet. Vul één letter in, zoals A.")
    return cel.upper()


def _toevoeging(cel: str) -> str:
    return _tekst(8)(cel) if cel else ""


def _uit(lijst: Mapping[str, T], keuzes: str) -> Callable[[str], T]:
    def lees(cel: str) -> T:
        if cel.lower() not in lijst:
            raise CelFout(f"Vul hier {keuzes} in.")
        return lijst[cel.lower()]

    return lees


def _mag_leeg(lees: Callable[[str], T]) -> Callable[[str], T | None]:
    return lambda cel: lees(cel) if cel else None


LEES: Mapping[str, Callable[[str], Any]] = {
    **{kolom: _tekst(langst) for kolom, langst in LENGTE.items()},
    "geboortedatum": _datum,
    "telefoonnummer": _telefoon,
    "huisnummer": _getal(99999),
    "huisletter": _letter,
    "huisnummertoevoeging": _toevoeging,
    "postcode": _postcode,
    "aantal_ingeschreven_bewoners": _getal(99),
    "huur_per_maand": _bedrag(5),
    "schuld": _bedrag(7),
    "achterstand_sinds": _mag_leeg(_datum),
    "deurwaarder_op": _mag_leeg(_datum),
    **dict.fromkeys(("bewind", "alleen_strafbaar_feit", "bezwaar_doorgeven"), _uit(JA_NEE, "ja of nee")),
    "betalingsregeling": _uit(REGELING, "geen, loopt of verbroken"),
    "regeling_sinds": _mag_leeg(_datum),
    "regeling_per_maand": _mag_leeg(_bedrag(7)),
    "regeling_tot": _mag_leeg(_datum),
}
