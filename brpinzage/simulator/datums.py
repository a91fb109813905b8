"""Dates of the BRP: YYYYMMDD with 00 for a part that is not known, and the four date types the API makes of them."""

from datetime import date
from typing import Any

MAANDEN = "januari februari maart april mei juni juli augustus september oktober november december".split()


def datum(gba: str) -> dict[str, Any]:
    """The API's date. What cannot be a date counts as an unknown one."""
    jaar, maand, dag = delen(gba)
    if not jaar:
        return {"type": "DatumOnbekend", "onbekend": True, "langFormaat": "onbekend"}
    if not maand:
        return {"type": "JaarDatum", "jaar": jaar, "langFormaat": str(jaar)}
    naam = MAANDEN[maand - 1]
    if not dag:
        return {"type": "JaarMaandDatum", "jaar": jaar, "maand": maand, "langFormaat": f"{naam} {jaar}"}
    return {
        "type": "Datum",
        "datum": date(jaar, maand, dag).isoformat(),
        "langFormaat": f"{dag} {naam} {jaar}",
    }


def leeftijd(geboren: str, vandaag: date) -> int | None:
    """Age in whole years; None where the day of birth matters and is not known."""
    jaar, maand, dag = delen(geboren)
    if not jaar or not maand or (not dag and maand == vandaag.month):
        return None
    jarig_geweest = (vandaag.month, vandaag.day) >= (maand, dag or 1)
    return max(vandaag.year - jaar - (not jarig_geweest), 0)


def delen(gba: str) -> tuple[int, int, int]:
    """Year, month and day, 0 for what is not known."""
    if not (len(gba) == 8 and gba.isascii() and gba.isdigit()):
        return 0, 0, 0
    jaar, maand, dag = int(gba[:4]), int(gba[4:6]), int(gba[6:])
    if not jaar or maand > 12:
        return 0, 0, 0
    try:
        date(jaar, maand or 1, dag or 1)
    except ValueError:
        return jaar, maand, 0
    return jaar, maand, dag if maand else 0
