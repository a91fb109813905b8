"""The management report: how often something happened in a period, so rounded that nobody can be recognised in it.

A month is the smallest thing there is, and only a month that is over: of a number that still grows, two looks would tell
how much it grew. Per month and outcome is published: none, fewer than five (one to four are not told apart), or the nearest
multiple of five. Everything else, totals and shares, is worked out from what was published and not from what was counted.
So no set of periods that overlap tells more than their months do, and no subtraction gives a number under five.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from convenant.beleid.kalender import tel
from convenant.poort import tellingen
from convenant.poort.tellingen import Cijfer
from convenant.tijd import vandaag

VIJF = 5
# Under this many a share would be a share of a handful.
GENOEG = 20
VAN_TERMIJN, OP_TIJD, TE_LAAT = "termijn:", "op_tijd", "te_laat"


@dataclass(frozen=True)
class Aantal:
    """A number as it is published: `rond` is a multiple of five, or 0 with `weinig` for one to four."""

    rond: int
    weinig: bool = False

    @property
    def midden(self) -> float:
        """What it stands for in a sum."""
        return VIJF / 2 if self.weinig else self.rond


@dataclass(frozen=True)
class Maand:
    """One month of a measure: a number per outcome, in the order of the measure."""

    dag: date
    aantallen: Sequence[Aantal]

    @property
    def samen(self) -> Aantal:
        return optellen(self.aantallen)


@dataclass(frozen=True)
class Maat:
    """What was counted, by outcome, month by month and over the period."""

    naam: str
    uitkomsten: Sequence[str]
    maanden: Sequence[Maand]

    @property
    def termijn(self) -> str:
        """The clock this is about, "" when it is about none."""
        return self.naam.removeprefix(VAN_TERMIJN) if self.naam.startswith(VAN_TERMIJN) else ""

    @property
    def totalen(self) -> Sequence[Aantal]:
        """One per outcome, as the columns of the table."""
        return [optellen(kolom) for kolom in zip(*(maand.aantallen for maand in self.maanden), strict=True)]

    @property
    def op_tijd(self) -> Aantal:
        return self._totaal(OP_TIJD)

    @property
    def te_laat(self) -> Aantal:
        return self._totaal(TE_LAAT)

    @property
    def aandeel(self) -> int | None:
        """How many per cent was in time; None when there are too few to say."""
        samen = self.op_tijd.midden + self.te_laat.midden
        return round(100 * self.op_tijd.midden / samen) if samen >= GENOEG else None

    def _totaal(self, uitkomst: str) -> Aantal:
        return dict(zip(self.uitkomsten, self.totalen, strict=True)).get(uitkomst, Aantal(0))


@dataclass(frozen=True)
class Rapport:
    """The report over the months in [van, tot): the clocks, and whatever else was counted."""

    van: date
    tot: date
    termijnen: Sequence[Maat]
    maten: Sequence[Maat]


def rond_af(aantal: int) -> Aantal:
    """As it may be told."""
    if 0 < aantal < VIJF:
        return Aantal(0, weinig=True)
    return Aantal(VIJF * ((aantal + VIJF // 2) // VIJF))


def optellen(aantallen: Iterable[Aantal]) -> Aantal:
    """The sum of published numbers: about, for each of them is."""
    return rond_af(int(sum(aantal.midden for aantal in aantallen)))


def voltooide_maanden(hoeveel: int) -> list[date]:
    """The first days of the latest months that are over, the latest first."""
    deze = vandaag().replace(day=1)
    return [tel(deze, -terug, "maanden") for terug in range(1, hoeveel + 1)]


def rapport(van: date, tot: date) -> Rapport:
    """The report over the months in [van, tot) that are over; both are the first of a month. One log line.

    Raises Geweigerd when this functie may not see figures.
    """
    tot = min(tot, vandaag().replace(day=1))
    aantal = (tot.year - van.year) * 12 + tot.month - van.month
    maanden = [tel(van, verder, "maanden") for verder in range(aantal)]
    per_maat = groupby(tellingen.cijfers(van, tot), key=lambda cijfer: cijfer.maat)
    maten = [_maat(naam, maanden, list(cijfers)) for naam, cijfers in per_maat]
    return Rapport(
        van,
        tot,
        [maat for maat in maten if maat.termijn],
        [maat for maat in maten if not maat.termijn],
    )


def _maat(naam: str, maanden: Sequence[date], cijfers: Sequence[Cijfer]) -> Maat:
    geteld = {(cijfer.maand, cijfer.waarde): cijfer.aantal for cijfer in cijfers}
    uitkomsten = sorted({cijfer.waarde for cijfer in cijfers})
    return Maat(
        naam,
        uitkomsten,
        [
            Maand(maand, [rond_af(geteld.get((maand, uitkomst), 0)) for uitkomst in uitkomsten])
            for maand in maanden
        ],
    )
