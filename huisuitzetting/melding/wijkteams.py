"""Which Sociaal Wijkteam a case goes to (HAA-2.1.c)."""

from convenant.partijen.models import Groep
from convenant.poort import poort
from convenant.zaken.models import Zaak
from huisuitzetting.beleid.kanten import SWT


def wijkteam_voor(postcode: str) -> Groep:
    """The Sociaal Wijkteam for this postcode. Raises Groep.DoesNotExist when there is none."""
    return poort.groep_van(SWT)


def wijkteam_van(zaak: Zaak) -> Groep:
    """The Sociaal Wijkteam that has this case."""
    return poort.groep_van(SWT)
