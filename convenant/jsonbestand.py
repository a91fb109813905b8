"""A JSON file as systems give it: one list, or an object with lists by name. One element is in memory at a time."""

import os
from collections.abc import Container, Iterator
from typing import Any, BinaryIO

import ijson
from ijson.common import ObjectBuilder

from convenant.bestand import Fouten, toets_omvang

BOM = b"\xef\xbb\xbf"
DIEPST = 20
LANGSTE_ELEMENT = 20_000  # events of the parser: no record of a registration has so many fields
GEEN_JSON = (
    "Dit bestand is geen goede JSON: het is beschadigd of niet af. Maak het opnieuw en kies het nog eens."
)


def is_json(bron: BinaryIO) -> bool:
    """Whether a file begins as JSON does; no CSV file begins with a bracket."""
    bron.seek(0)
    begin = bron.read(64).removeprefix(BOM).lstrip()
    bron.seek(0)
    return begin.startswith((b"[", b"{"))


def lees_lijsten(
    bron: BinaryIO, fouten: Fouten, anders: str, alleen: Container[str] | None = None
) -> Iterator[tuple[str, int, Any]]:
    """Per list its name ("" for the list that is the whole file), 0 and None; then each element with its place from 1.

    Of lists that are not in `alleen` only the name is given. Numbers are int or float. Raises BestandFout: for what is no
    JSON, and with the sentence `anders` for JSON of another shape, or deeper or longer than a record ever is.
    """
    toets_omvang(bron.seek(0, os.SEEK_END), fouten)
    bron.seek(0)
    bron.seek(len(BOM) if bron.read(len(BOM)) == BOM else 0)
    try:
        yield from _lijsten(bron, fouten, anders, alleen)
    except (ijson.JSONError, UnicodeDecodeError):
        raise fouten.stop(0, GEEN_JSON) from None


def _lijsten(
    bron: BinaryIO, fouten: Fouten, anders: str, alleen: Container[str] | None
) -> Iterator[tuple[str, int, Any]]:
    """The library's own iterator keeps the path of every level, and that takes memory without end.

    Floats, because its Decimals of numbers that are too long are no JSON error but take the process down.
    """
    diepte = niveau = nummer = lengte = 0
    naam, bouwer = "", ObjectBuilder()
    for gebeurtenis, waarde in ijson.basic_parse(bron, use_float=True):
        begint, eindigt = gebeurtenis.startswith("start_"), gebeurtenis.startswith("end_")
        diepte -= eindigt
        if diepte < max(niveau, 1):
            # The outer object or list, and the names and lists in it. Elements are one level below their list.
            if gebeurtenis == "map_key":
                naam = waarde
            elif gebeurtenis == "start_array":
                niveau, nummer = diepte + 1, 0
                yield naam, 0, None
            elif gebeurtenis == "start_map" and not diepte:
                niveau = 2
            elif not eindigt:
                raise fouten.stop(0, anders)
        elif alleen is None or naam in alleen:
            bouwer.event(gebeurtenis, waarde)
            lengte += 1
            if diepte == niveau and not begint:
                nummer, lengte, klaar, bouwer = nummer + 1, 0, bouwer.value, ObjectBuilder()
                yield naam, nummer, klaar
        diepte += begint
        if diepte > DIEPST or lengte > LANGSTE_ELEMENT:
            raise fouten.stop(0, anders)
