"""The report of an end (HEE-9.5): what was closed, and what was still open that day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from convenant.beleid.beheer import INRICHTEN
from convenant.partijen.models import Autorisatie
from convenant.poort.daad import handel
from convenant.poort.grens import beurt
from convenant.poort.handeling import NietGevonden

from .beeindigen import EEN_DAG
from .models import Eindverslag


@dataclass(frozen=True)
class Verslag:
    """`gesloten`: (name, functie) of each autorisatie that ended. `zaken`: (number, step) of what was open."""

    id: UUID
    partij: str
    laatste_dag: date
    gemaakt_op: datetime
    gesloten: Sequence[tuple[str, str]]
    zaken: Sequence[tuple[str, str]]


def overzicht() -> Sequence[Verslag]:
    """Every report, the latest first; without its lines of people. For who sets the convenant up."""
    return [_verslag(rij, ()) for rij in _rijen().order_by("-einde", "deelname__partij__naam")]


def geef(verslag_id: UUID) -> Verslag:
    """One report with the people in it. One log line. Raises NietGevonden."""
    rij = _rijen().filter(pk=verslag_id).first()
    if rij is None:
        raise NietGevonden
    with handel(INRICHTEN, onderwerp="eindverslag"):
        autorisaties = Autorisatie.objects.filter(pk__in=rij.autorisaties)
        gesloten = [
            (autorisatie.medewerker.account.naam, autorisatie.groep.functie)
            for autorisatie in autorisaties.select_related("medewerker__account", "groep").order_by(
                "medewerker__account__naam", "pk"
            )
        ]
        return _verslag(rij, gesloten)


def _rijen():
    return Eindverslag.objects.filter(convenant=beurt().wie.convenant).select_related("deelname__partij")


def _verslag(rij: Eindverslag, gesloten: Sequence[tuple[str, str]]) -> Verslag:
    zaken = [(nummer, stap) for nummer, stap in rij.zaken]
    return Verslag(rij.pk, rij.deelname.partij.naam, rij.einde - EEN_DAG, rij.gemaakt_op, gesloten, zaken)
