"""How the parties stand, for who keeps the convenant, and how one's own people and stock stand, for who keeps those."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from convenant.partijen.models import Autorisatie, Deelname
from convenant.poort.grens import beurt
from convenant.tijd import vandaag

from . import beveiliging
from .beveiliging import Stand


@dataclass(frozen=True)
class Partijstand:
    """One party: signed and left when, its access, its security declaration (corporaties only)."""

    naam: str
    is_corporatie: bool
    getekend_op: date | None
    einde: date | None
    ingetrokken_op: datetime | None
    verklaring: Stand | None


@dataclass(frozen=True)
class Collega:
    """Somebody of the own party with a functie today, and until when (half-open)."""

    naam: str
    functie: str
    tot: date | None


def partijen() -> Sequence[Partijstand]:
    """Every party of the convenant, by name."""
    verklaringen: Mapping[int, Stand] = beveiliging.standen()
    rijen = Deelname.objects.filter(convenant=beurt().wie.convenant).select_related("partij")
    return [
        Partijstand(
            rij.partij.naam,
            rij.soort == "corporatie",
            rij.getekend_op,
            rij.einde,
            rij.toegang_ingetrokken_op,
            verklaringen.get(rij.pk),
        )
        for rij in rijen.order_by("partij__naam")
    ]


def collegas() -> Sequence[Collega]:
    """Who of the own party has a functie today."""
    rijen = Autorisatie.objects.filter(groep__deelname=beurt().wie.deelname, van__isnull=False)
    geordend = rijen.select_related("medewerker__account", "groep").order_by(
        "medewerker__account__naam", "pk"
    )
    return [
        Collega(rij.medewerker.account.naam, rij.groep.functie, rij.tot)
        for rij in geordend
        if rij.geldt(vandaag()) and rij.medewerker.is_in_dienst(vandaag())
    ]
