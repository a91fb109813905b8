"""A mutant, and the row it is made from."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from convenant.beleid.taal import Beleid


@dataclass(frozen=True)
class Mutant:
    """`beleid` with one change: in which `rij`, `wat` changed, and the clauses whose tests must notice."""

    beleid: Beleid
    rij: str
    eisen: frozenset[str]
    wat: str


class Rij:
    """One row of a policy, from which mutants are made."""

    def __init__(self, beleid: Beleid, deel: str, rij: Any, naam: str):
        self.beleid, self.deel, self.rij, self.naam = beleid, deel, rij, naam

    def anders(self, wat: str, *eisen: str, **velden: Any) -> Mutant:
        """The row with other values; `eisen` are clauses that may notice besides the row's own."""
        rijen = (
            replace(rij, **velden) if rij is self.rij else rij for rij in getattr(self.beleid, self.deel)
        )
        return self.mutant(wat, *eisen, **{self.deel: tuple(rijen)})

    def weg(self) -> Mutant:
        rijen = (rij for rij in getattr(self.beleid, self.deel) if rij is not self.rij)
        return self.mutant("rij weg", **{self.deel: tuple(rijen)})

    def mutant(self, wat: str, *eisen: str, **delen: Any) -> Mutant:
        return Mutant(self.beleid.anders(**delen), self.naam, frozenset({self.rij.eis, *eisen}), wat)

    def elk_weg(self, veld: str) -> Iterator[Mutant]:
        waarden = getattr(self.rij, veld)
        for waarde in waarden:
            yield self.anders(f"{veld}: {waarde} weg", **{veld: zonder(waarden, waarde)})

    def elk_feit_weg(self, veld: str) -> Iterator[Mutant]:
        namen = getattr(self.rij, veld)
        for naam in namen:
            eis = self.beleid.feit(naam).eis
            yield self.anders(f"{veld}: {naam} weg", eis, **{veld: zonder(namen, naam)})

    def een_erbij(self, veld: str, mogelijk: tuple[str, ...]) -> Iterator[Mutant]:
        """The first of `mogelijk` that the row does not have yet."""
        waarden = getattr(self.rij, veld)
        for waarde in eerste(mogelijk, waarden):
            yield self.anders(f"{veld}: {waarde} erbij", **{veld: (*waarden, waarde)})

    def elk_verschoven(self, veld: str, mogelijk: tuple[str, ...]) -> Iterator[Mutant]:
        """Each value replaced by one that the row does not have."""
        waarden = getattr(self.rij, veld)
        for oud in waarden:
            for nieuw in eerste(mogelijk, waarden):
                anders = tuple(nieuw if waarde == oud else waarde for waarde in waarden)
                yield self.anders(f"{veld}: {oud} wordt {nieuw}", **{veld: anders})

    def elke_kant_minder(self, veld: str) -> Iterator[Mutant]:
        """Each end away, and each end without its own condition."""
        kanten = getattr(self.rij, veld)
        yield from self.elk_weg(veld)
        for kant in kanten:
            if kant.mits:
                vrij = tuple(replace(k, mits="") if k is kant else k for k in kanten)
                yield self.anders(
                    f"{veld}: {kant}, voorwaarde weg", self.beleid.feit(kant.mits).eis, **{veld: vrij}
                )

    def anders_per(self, veld: str, keuzen: tuple[Any, ...]) -> Iterator[Mutant]:
        """The next of `keuzen` instead of the value."""
        waarde = getattr(self.rij, veld)
        nieuw = keuzen[(keuzen.index(waarde) + 1) % len(keuzen)] if waarde in keuzen else keuzen[0]
        yield self.anders(f"{veld}: {waarde} wordt {nieuw}", **{veld: nieuw})


def eerste(mogelijk: tuple[str, ...], behalve: tuple[str, ...]) -> tuple[str, ...]:
    """The first of `mogelijk` that is not among `behalve`, as a tuple of one, or none."""
    return tuple(waarde for waarde in mogelijk if waarde not in behalve)[:1]


def zonder(waarden: tuple[Any, ...], weg: Any) -> tuple[Any, ...]:
    return tuple(waarde for waarde in waarden if waarde != weg)


def vervang(waarden: tuple[Any, ...], oud: Any, nieuw: Any) -> tuple[Any, ...]:
    return tuple(nieuw if waarde is oud else waarde for waarde in waarden)
