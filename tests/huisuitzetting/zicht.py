"""What every party can and cannot see of a case at one moment of a story."""

from collections.abc import Mapping

from convenant.poort.dossier import lees_zaak
from convenant.poort.handeling import Geweigerd, NietGevonden
from tests.huisuitzetting.huur import ANDER, MELDER
from tests.wereld import Wereld

TEAM, SDV, TROUBLESHOOTER, TEAMLEIDER = (
    f"gemeente/{functie}" for functie in ("swt", "sdv", "troubleshooter", "teamleider")
)
IEDEREEN = (
    MELDER,
    ANDER,
    TEAM,
    SDV,
    TROUBLESHOOTER,
    TEAMLEIDER,
    "gemeente/beleidsadviseur",
    "gemeente/privacycoordinator",
    "corporatie/manager",
    "corporatie/privacycoordinator",
)


def zicht(wereld: Wereld, zaak: int) -> Mapping[str, tuple[str, frozenset[str]]]:
    """For each persona for whom the case is there: the step as it is shown, and the sets it can read. Nobody else."""
    gezien = {}
    for naam in IEDEREEN:
        with wereld.als(naam):
            try:
                dossier = lees_zaak(zaak)
            except (NietGevonden, Geweigerd):
                continue
        leesbaar = frozenset(stuk.gelezen.gegevensset for stuk in dossier.stukken if stuk.gelezen)
        gezien[naam] = (dossier.stap, leesbaar)
    return gezien


def ziet(stap: str, *gegevenssets: str) -> tuple[str, frozenset[str]]:
    return stap, frozenset(gegevenssets)
