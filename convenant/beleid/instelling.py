"""The value of a setting: which one can be right for its soort, and how it reads in words."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from .taal import Instelling

# The most of each unit that somebody can mean: a hundred years.
EENHEDEN: Mapping[str, int] = {
    "dagen": 36500,
    "werkdagen": 26000,
    "weken": 5200,
    "maanden": 1200,
    "jaren": 100,
}
LANGSTE_TEKST, HOOGSTE_GETAL = 2000, 100_000
MEERVOUD = {"dagen": "dag", "werkdagen": "werkdag", "weken": "week", "maanden": "maand", "jaren": "jaar"}


def fout_in(instelling: Instelling, waarde: Any) -> str:
    """What is wrong with this value, in one Dutch sentence; "" when nothing is.

    Shapes: tekst and document a text, getal a whole number, datum an ISO date, lijst texts, janee true or false, duur
    {"duur": 5, "eenheid": "jaren"} with, if given, its "bron".
    """
    return _FOUTEN[instelling.soort](waarde)


def in_woorden(instelling: Instelling, waarde: Any) -> str:
    """The value as people read it; "" when there is none."""
    if waarde is None:
        return ""
    if instelling.soort == "duur":
        aantal, eenheid, bron = waarde["duur"], waarde["eenheid"], waarde.get("bron", "")
        tekst = f"{aantal} {MEERVOUD.get(eenheid, eenheid) if aantal == 1 else eenheid}"
        return f"{tekst} ({bron})" if bron else tekst
    if instelling.soort == "datum":
        return f"{date.fromisoformat(waarde):%d-%m-%Y}"
    if instelling.soort == "janee":
        return "Ja" if waarde else "Nee"
    if instelling.soort in ("lijst", "velden"):
        return ", ".join(str(deel).replace("_", " ") for deel in waarde)
    return str(waarde)


def _tekst(waarde: Any) -> str:
    if not isinstance(waarde, str) or not waarde.strip():
        return "Vul een tekst in."
    if len(waarde) > LANGSTE_TEKST:
        return f"De tekst is te lang. Gebruik niet meer dan {LANGSTE_TEKST} tekens."
    return ""


def _geheel(waarde: Any) -> bool:
    return isinstance(waarde, int) and not isinstance(waarde, bool)


def _getal(waarde: Any) -> str:
    goed = _geheel(waarde) and 1 <= waarde <= HOOGSTE_GETAL
    return "" if goed else f"Vul een heel getal in van 1 tot en met {HOOGSTE_GETAL}."


def _datum(waarde: Any) -> str:
    try:
        date.fromisoformat(waarde)
    except (TypeError, ValueError):
        return "Vul een datum in die bestaat."
    return ""


def _duur(waarde: Any) -> str:
    if not isinstance(waarde, dict) or not {"duur", "eenheid"} <= waarde.keys() <= {
        "duur",
        "eenheid",
        "bron",
    }:
        return "Geef een aantal en een eenheid, bijvoorbeeld 5 jaren."
    eenheid = waarde["eenheid"]
    if eenheid not in EENHEDEN:
        return f"Kies als eenheid {', '.join(EENHEDEN)}."
    if not _geheel(waarde["duur"]) or not 1 <= waarde["duur"] <= EENHEDEN[eenheid]:
        return f"Vul bij {eenheid} een heel getal in van 1 tot en met {EENHEDEN[eenheid]}."
    return _tekst(waarde["bron"]) if "bron" in waarde else ""


def _lijst(waarde: Any) -> str:
    if not isinstance(waarde, list) or not waarde:
        return "Noem ten minste een ding, elk op een eigen regel."
    if len(set(map(str, waarde))) < len(waarde):
        return "Er staat iets dubbel in de lijst. Haal dat weg."
    return next(filter(None, map(_tekst, waarde)), "")


def _janee(waarde: Any) -> str:
    return "" if isinstance(waarde, bool) else "Kies ja of nee."


def _velden(_: Any) -> str:
    return "Deze gegevens kiest u niet hier: daarvoor heeft het convenant een eigen besluit."


_FOUTEN: Mapping[str, Callable[[Any], str]] = {
    "tekst": _tekst,
    "document": _tekst,
    "getal": _getal,
    "datum": _datum,
    "duur": _duur,
    "lijst": _lijst,
    "janee": _janee,
    "velden": _velden,
}
