"""The rows that come in from outside: who is registered where, and what a corporatie owns."""

from dataclasses import dataclass, field
from datetime import date

from convenant.brp.adres import Adres

LANGSTE_NAAM = 450


@dataclass(frozen=True)
class Persoonsrij:
    """One row of an extract: who is registered where. `naam` is empty for a hidden person (`afgeschermd`)."""

    adres: Adres
    naam: str
    persoon_sleutel: str
    afgeschermd: bool = False


@dataclass(frozen=True)
class Bezitrij:
    """One row of own stock, from/until (half-open). `rij` is its number in the file it came from."""

    adres: Adres
    van: date
    tot: date | None = None
    rij: int = field(default=0, compare=False)
