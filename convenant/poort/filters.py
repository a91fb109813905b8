"""Saved parts of the work list: of one person in one functie, and nobody else's affair. They hold no case and no person
about whom data go, only the choices of that list, so using them leaves no line in the log; the list itself does.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from convenant.zaken.models import Werkfilter

from .grens import beurt
from .handeling import NietGevonden, Ongeldig

MEESTE = 20
DUBBEL = "U hebt al een filter met deze naam. Kies een andere naam."
VOL = f"U hebt al {MEESTE} filters. Verwijder er eerst een."


@dataclass(frozen=True)
class Filter:
    """A saved filter: the choices as they stand in the address of the list, which may name what is no longer there."""

    id: int
    naam: str
    keuze: Mapping[str, str]
    standaard: bool


def filters() -> list[Filter]:
    """One's own, by name."""
    return [Filter(rij.pk, rij.naam, rij.keuze, rij.standaard) for rij in _eigen().order_by("naam")]


def geef(filter_id: int) -> Filter:
    """Raises NietGevonden when it is not there or not one's own."""
    rij = _een(filter_id)
    return Filter(rij.pk, rij.naam, rij.keuze, rij.standaard)


def bewaar(naam: str, keuze: Mapping[str, str], standaard: bool = False) -> int:
    """Keep these choices under a name. Raises Ongeldig for a name that is taken, or one filter too many."""
    if _eigen().count() >= MEESTE:
        raise Ongeldig({"naam": VOL})
    wie = beurt().wie
    rij = Werkfilter(
        convenant=wie.convenant, groep_id=wie.groep, medewerker=wie.medewerker, keuze=dict(keuze)
    )
    return _schrijf(rij, naam, standaard)


def wijzig(filter_id: int, naam: str, standaard: bool) -> None:
    """Another name, or how the list opens. Raises Ongeldig for a name that is taken, NietGevonden as `geef`."""
    _schrijf(_een(filter_id), naam, standaard)


def verwijder(filter_id: int) -> None:
    """Raises NietGevonden as `geef`."""
    _een(filter_id).delete()


def _schrijf(rij: Werkfilter, naam: str, standaard: bool) -> int:
    """There is one that the list opens with, at most."""
    rij.naam, rij.standaard = naam, standaard
    try:
        with transaction.atomic():
            if standaard:
                _eigen().exclude(pk=rij.pk).filter(standaard=True).update(standaard=False)
            rij.save(update_fields=("naam", "standaard") if rij.pk else None)
    except IntegrityError:
        raise Ongeldig({"naam": DUBBEL}) from None
    return rij.pk


def _een(filter_id: int) -> Werkfilter:
    rij = _eigen().filter(pk=filter_id).first()
    if rij is None:
        raise NietGevonden
    return rij


def _eigen() -> QuerySet[Werkfilter]:
    wie = beurt().wie
    return Werkfilter.objects.filter(groep_id=wie.groep, medewerker=wie.medewerker)
