"""What the other stretches count for the figures of article 9.5: how often, at which corporatie, nothing of anybody.

Part of an act of a corporatie. A number outlives its case.
"""

from convenant.poort import tellingen
from convenant.poort.grens import beurt

MELDING, UITZETTING, SLEUTELS, VOORKOMEN = "melding", "uitzetting", "sleutels", "voorkomen"


def melding(soort: str) -> None:
    """A handover of this set went to the wijkteam (HAA-9.5.1)."""
    _tel(MELDING, soort)


def uitzetting(doelgroep: str, reden: str) -> None:
    """A tenant was evicted, of this group and for this reason (HAA-9.5.3)."""
    _tel(UITZETTING, f"{doelgroep}:{reden}")


def sleutels() -> None:
    """A tenant handed the keys in (HAA-9.5.3)."""
    _tel(SLEUTELS, "")


def voorkomen() -> None:
    """An eviction did not take place, after a handover (HAA-9.5.3)."""
    _tel(VOORKOMEN, "")


def _tel(maat: str, waarde: str) -> None:
    tellingen.tel(maat, f"{beurt().wie.deelname.pk}:{waarde}")
