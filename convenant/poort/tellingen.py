"""Figures beyond the own list: counted in the transaction of the event, without anything to trace them by."""

from dataclasses import dataclass
from datetime import date

from convenant.zaken.models import Telling

from .daad import handel
from .grens import beurt


@dataclass(frozen=True)
class Cijfer:
    """How often in the month that begins at `maand`."""

    maand: date
    maat: str
    waarde: str
    aantal: int


def tel(maat: str, waarde: str) -> None:
    """Count one event of today, at the end of the request. Part of an act, never an act of its own."""
    beurt().tellingen.append((maat, waarde))


def cijfers(van: date, tot: date) -> list[Cijfer]:
    """All counts of the months in [van, tot). Raises Geweigerd when this functie may not see them."""
    with handel("cijfers_inzien"):
        rijen = Telling.objects.filter(maand__gte=van, maand__lt=tot).order_by("maat", "waarde", "maand")
        return [Cijfer(rij.maand, rij.maat, rij.waarde, rij.aantal) for rij in rijen]
