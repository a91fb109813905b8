"""Single values of VERA: read for what they are, or a sentence about what is wrong with them. Never a guess."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

T = TypeVar("T")
Ding = Mapping[str, Any]
DATUM = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
CENT = Decimal("0.01")
HOOGSTE = Decimal(10_000_000)


class VeraFout(ValueError):
    """What is wrong with one value, as a sentence that does not repeat it."""


class Vervallen(str):
    """What to use instead of a code that VERA ended; in a table of codes."""


def tekst(ding: Ding, naam: str) -> str:
    """The text; empty where nothing is said."""
    waarde = ding.get(naam)
    if not isinstance(waarde, str | None):
        raise VeraFout(f"Bij VERA is {naam} tekst. Hier staat iets anders.")
    return (waarde or "").strip()


def datum(ding: Ding, naam: str) -> date | None:
    waarde = tekst(ding, naam)
    if not waarde:
        return None
    if not DATUM.fullmatch(waarde):
        raise VeraFout(
            f"De datum bij {naam} kunnen wij niet lezen. Schrijf jaar-maand-dag, zoals 2026-12-31."
        )
    try:
        return date.fromisoformat(waarde)
    except ValueError:
        raise VeraFout(f"De datum bij {naam} bestaat niet. Controleer dag en maand.") from None


def bedrag(ding: Ding, naam: str) -> Decimal:
    """An amount in euro, to the cent: VERA's numbers are floats."""
    waarde = ding.get(naam)
    if waarde is None:
        raise VeraFout(f"Het bedrag bij {naam} ontbreekt. Vul het in, ook als het 0 is.")
    if isinstance(waarde, bool) or not isinstance(waarde, int | float):
        raise VeraFout(f"Bij VERA is {naam} een getal, zoals 712.50. Hier staat iets anders.")
    if not -HOOGSTE < (getal := Decimal(repr(waarde))) < HOOGSTE:
        raise VeraFout(f"Het bedrag bij {naam} is te groot. Controleer het.")
    if abs(getal - (afgerond := getal.quantize(CENT))) > Decimal("0.0001"):
        raise VeraFout(f"Het bedrag bij {naam} heeft delen van een cent. Rond het af.")
    return afgerond


def groep(ding: Ding, naam: str) -> Ding:
    """What is grouped under a name; empty where nothing is said."""
    waarde = ding.get(naam)
    if not isinstance(waarde, Mapping | None):
        raise VeraFout(f"Bij VERA is {naam} een groep gegevens. Hier staat iets anders.")
    return waarde or {}


def lijst(ding: Ding, naam: str) -> Sequence[Ding]:
    waarde = ding.get(naam)
    if waarde is None:
        return []
    if not isinstance(waarde, list) or not all(isinstance(deel, Mapping) for deel in waarde):
        raise VeraFout(f"Bij VERA is {naam} een lijst met gegevens. Hier staat iets anders.")
    return waarde


def code(ding: Ding, naam: str, codes: Mapping[str, T], leeg: T | None = None) -> T:
    """What the code under this name means by `codes`; `leeg` when none is given, a fault without it."""
    gevonden = tekst(groep(ding, naam), "code")
    if not gevonden and leeg is not None:
        return leeg
    if not gevonden:
        raise VeraFout(f"De code bij {naam} ontbreekt. Vul haar in.")
    if gevonden not in codes:
        raise VeraFout(f"De code bij {naam} kennen wij niet. Gebruik een code van VERA 4.3.")
    betekenis = codes[gevonden]
    if isinstance(betekenis, Vervallen):
        raise VeraFout(f"De code bij {naam} is vervallen. Gebruik {betekenis}.")
    return betekenis


def sleutel(ding: Any) -> str:
    """The id of a record, or the one that a reference names; empty when there is none to go by."""
    waarde = ding.get("id") if isinstance(ding, Mapping) else None
    return waarde if isinstance(waarde, str) else ""
