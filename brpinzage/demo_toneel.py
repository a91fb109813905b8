"""How the demo comes to have a past: stories that each wait for their moment, told together in the order of the clock."""

import heapq
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from convenant.beleid.kalender import AMSTERDAM, is_werkdag, tel
from convenant.partijen.models import Convenant, Medewerker
from convenant.poort.grens import Beurt, binnen
from convenant.poort.wie import werkplekken
from convenant.tijd import stel_in

# Yields the moment at which it wants to go on.
Verhaal = Iterator[datetime]


@dataclass(frozen=True)
class Toneel:
    """Who there is to act, and the calendar as seen from the moment at which the demo is made."""

    convenant: Convenant
    mensen: Mapping[str, Medewerker]
    nu: datetime

    def als(self, sleutel: str) -> AbstractContextManager[Beurt]:
        """Work as this person, at the moment of the story."""
        return binnen(werkplekken(self.mensen[sleutel].account, self.convenant)[0])

    def geleden(self, werkdagen: int, uur: int, minuut: int = 0) -> datetime:
        """So many working days ago, at least one."""
        return op(tel(self.nu.astimezone(AMSTERDAM).date(), -werkdagen, "werkdagen"), uur, minuut)

    def werkdagen_vorige_maand(self) -> list[date]:
        """Those of the month before this one."""
        laatste = self.nu.astimezone(AMSTERDAM).date().replace(day=1) - timedelta(days=1)
        return [dag for nummer in range(laatste.day) if is_werkdag(dag := laatste.replace(day=nummer + 1))]


def op(dag: date, uur: int, minuut: int = 0) -> datetime:
    return datetime.combine(dag, time(uur, minuut), AMSTERDAM)


def vertel(verhalen: Iterable[Verhaal]) -> None:
    """Tell them to the end, each time the one whose moment comes first."""
    wachtend = [(next(verhaal), plaats, verhaal) for plaats, verhaal in enumerate(verhalen)]
    heapq.heapify(wachtend)
    while wachtend:
        moment, plaats, verhaal = heapq.heappop(wachtend)
        with stel_in(moment):
            volgende = next(verhaal, None)
        if volgende:
            heapq.heappush(wachtend, (volgende, plaats, verhaal))
