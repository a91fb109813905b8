"""What the clock does when the fourteen days are over and nothing was paid (HAA-7.6, decision 44): a person confirms the end."""

from convenant.partijen.models import Convenant
from convenant.poort.vanzelf import doe_vanzelf, van_kracht

ALSNOG_VOLDOEN = "lopende_huur_alsnog_voldoen"


def laat_verstrijken(convenant: Convenant, sleutel: str) -> None:
    """The traject is to be ended. A payment that was recorded met the clock, so one that runs out says there was none."""
    geldt = van_kracht(convenant)
    doe_vanzelf(
        convenant,
        int(sleutel),
        "hersteltermijn",
        "hersteltermijn_verstrijken",
        {
            "huur_niet_alsnog_betaald": True,
            "convenant_van_kracht": geldt,
            "alle_partijen_getekend": geldt,
        },
    )
