"""Whole roads of a case through the product's own verbs, with every value that a person fills in taken from `Waarden`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from tests.huisuitzetting import verhaal
from tests.huisuitzetting.huur import MELDER
from tests.huisuitzetting.zicht import TEAM
from tests.wereld import Wereld

EIGEN = "eigen"  # what the corporatie keeps for itself stands in no set


class Waarden:
    """Each value in two versions: the second where `anders(gegevensset, veld)` says so. `veranderd` are those it gave."""

    def __init__(self, anders: Callable[[str, str], bool] = lambda gegevensset, veld: False) -> None:
        self.anders = anders
        self.veranderd: set[tuple[str, str]] = set()

    def __call__(self, gegevensset: str, veld: str, een: Any, ander: Any) -> Any:
        if not self.anders(gegevensset, veld):
            return een
        self.veranderd.add((gegevensset, veld))
        return ander


@dataclass(frozen=True)
class Weg:
    """One road: how it goes, and which sets each persona holds at its end, written by hand from the text."""

    naam: str
    speel: Callable[[Wereld, Waarden], None]
    krijgen: Mapping[str, tuple[str, ...]]


def huurder(w: Waarden) -> dict[str, Any]:
    """What the corporatie knows of the tenant; some of it is in the seven fields, the amounts are in none."""
    return {
        "naam": w("melding_achterstand", "naam", "Samira Visser", "Iemand Anders"),
        "telefoonnummer": w("melding_achterstand", "telefoonnummer", "06 12345678", "06 87654321"),
        "bewind": w(EIGEN, "bewind", False, True),
        "aantal_ingeschreven_bewoners": w("melding_achterstand", "aantal_ingeschreven_bewoners", 3, 5),
    }


def _gemeld(wereld: Wereld, w: Waarden) -> None:
    verhaal.gemeld(wereld, **huurder(w))


WEGEN = (
    Weg(
        "gemeld",
        _gemeld,
        {MELDER: ("herinneringsbrief", "melding_achterstand"), TEAM: ("melding_achterstand",)},
    ),
)
