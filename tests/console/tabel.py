"""How the tables of functies are written: by hand, from the texts, one row per functie."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Rij:
    """One functie ("soort/naam") as expected: who registers it, who grants it, how many people of one party may have it
    at once, and which functies one person may not have besides."""

    eis: str
    functie: str
    registreert: str
    verleent: str
    maximum: int | None = None
    niet_met: tuple[str, ...] = ()

    @property
    def soort(self) -> str:
        return self.functie.partition("/")[0]

    @property
    def naam(self) -> str:
        return self.functie.partition("/")[2]


Tabel = tuple[Rij, ...]


def paren(tabel: Tabel) -> Mapping[tuple[str, str], bool]:
    """Of every two functies at one soort of party, and of those a row names, whether they may not meet."""
    met = {
        (rij.functie, ander.functie): ander.naam in rij.niet_met or rij.naam in ander.niet_met
        for rij in tabel
        for ander in tabel
        if rij != ander
    }
    return {
        (een, ander): niet
        for (een, ander), niet in met.items()
        if niet or een.partition("/")[0] == ander.partition("/")[0]
    }
