"""The road of a case as its page shows it: the steps it went through, where it is now, and what can come next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from convenant.beleid.taal import Beleid
from convenant.poort.dossier import Dossier, Spoor


@dataclass(frozen=True)
class Stapsgewijs:
    """A step of a case that was reached at a moment."""

    stap: str
    sinds: datetime


@dataclass(frozen=True)
class Weg:
    """`gedaan` in the order they were taken; `sinds`: when the case came where it is, if that may be known; `daarna`: the
    steps a move leads to."""

    gedaan: Sequence[Stapsgewijs]
    nu: str
    sinds: datetime | None
    daarna: Sequence[str]


def weg(beleid: Beleid, dossier: Dossier) -> Weg:
    """Of what the own group may know of the steps: where others are at work it is the party, and nothing after it."""
    stappen = list(_stappen(dossier.spoor))
    laatste = stappen.pop() if stappen and stappen[-1].stap == dossier.stap else None
    daarna = (o.naar for o in beleid.overgangen if o.van == dossier.stap and not o.vrij)
    return Weg(
        stappen,
        dossier.stap,
        laatste.sinds if laatste else None,
        [stap for stap in dict.fromkeys(daarna) if stap != dossier.stap],
    )


def _stappen(spoor: Sequence[Spoor]) -> Iterator[Stapsgewijs]:
    vorige = ""
    for rij in spoor:
        if rij.stap != vorige:
            yield Stapsgewijs(rij.stap, rij.moment)
        vorige = rij.stap
