"""Maintenance that the municipality announces to everyone who works in the convenant (HEE-5.8)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from convenant.poort import poort
from convenant.poort.grens import beurt
from convenant.poort.handeling import NietGevonden, Ongeldig
from convenant.tijd import nu

from .models import Aankondiging

HANDELING = "onderhoud_aankondigen"


@dataclass(frozen=True)
class Aankondigen:
    """What is announced, and from when until when it stands on every page (half-open)."""

    titel: str
    tekst: str
    van: datetime
    tot: datetime


@dataclass(frozen=True)
class Melding:
    """An announcement as it is shown."""

    id: int
    wat: Aankondigen
    ingetrokken: bool

    @property
    def stand(self) -> str:
        """ingetrokken, komt, loopt or voorbij."""
        if self.ingetrokken:
            return "ingetrokken"
        if nu() < self.wat.van:
            return "komt"
        return "loopt" if nu() < self.wat.tot else "voorbij"


def toets(wat: Aankondigen) -> None:
    """Raises Ongeldig for a period that cannot be."""
    if wat.tot <= wat.van:
        raise Ongeldig({"tot_datum": "Het einde ligt niet na het begin. Controleer beide momenten."})
    if wat.tot <= nu():
        raise Ongeldig({"tot_datum": "Dit moment is al geweest. Kies een later einde."})


def kondig_aan(wat: Aankondigen) -> int:
    """Announce; the same words for the same time, sent twice, are one announcement. Its id."""
    toets(wat)
    velden = {"titel": wat.titel, "tekst": wat.tekst, "van": wat.van, "tot": wat.tot}
    with poort.handel(HANDELING, onderwerp="aankondiging"):
        bestaand = Aankondiging.objects.filter(**velden, convenant=beurt().wie.convenant, ingetrokken_op=None)
        rij = bestaand.first() or Aankondiging.objects.create(
            **velden, convenant=beurt().wie.convenant, gemaakt_op=nu()
        )
        return rij.pk


def trek_in(aankondiging_id: int) -> None:
    """Take it off the pages. Raises NietGevonden when it is not there, Ongeldig when it is gone already."""
    rij = Aankondiging.objects.filter(pk=aankondiging_id, convenant=beurt().wie.convenant).first()
    if rij is None:
        raise NietGevonden
    if _melding(rij).stand in ("ingetrokken", "voorbij"):
        raise Ongeldig({"": "Deze aankondiging staat er niet meer."})
    with poort.handel(HANDELING, onderwerp="aankondiging ingetrokken"):
        rij.ingetrokken_op = nu()
        rij.save(update_fields=["ingetrokken_op"])


def lopende() -> Sequence[Melding]:
    """What stands on every page now."""
    loopt = Aankondiging.objects.filter(
        convenant=beurt().wie.convenant, ingetrokken_op=None, van__lte=nu(), tot__gt=nu()
    )
    return [_melding(rij) for rij in loopt.order_by("van", "pk")]


def alle() -> Sequence[Melding]:
    """The last hundred, the newest first; what was withdrawn only for who announces."""
    rijen = Aankondiging.objects.filter(convenant=beurt().wie.convenant).order_by("-van", "-pk")
    if not poort.mag(HANDELING):
        rijen = rijen.filter(ingetrokken_op=None)
    return [_melding(rij) for rij in rijen[:100]]


def _melding(rij: Aankondiging) -> Melding:
    return Melding(
        rij.pk, Aankondigen(rij.titel, rij.tekst, rij.van, rij.tot), rij.ingetrokken_op is not None
    )
