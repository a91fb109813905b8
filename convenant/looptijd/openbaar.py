"""What anyone may know of a convenant: its text as the policy says it, and which organisations take part. No people.

Reads tables without a fence only: nobody acts here, so no context is set.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from convenant.beleid.fg import FG
from convenant.beleid.taal import Beleid, Bewaartermijn, Doel, Gegevensset, Grondslag
from convenant.partijen.models import Convenant, Deelname, InstellingWaarde
from convenant.poort.handeling import NietGevonden
from convenant.tijd import vandaag

from .stand import Stand, einde_van_deelname, stand


@dataclass(frozen=True)
class Deelnemer:
    """A party, nameless when it may be a person: `einde` is half-open; `met_fg` when the text knows a functionaris gegevensbescherming for it."""

    naam: str
    soort: str
    getekend_op: date | None
    einde: date | None
    doet_mee: bool
    met_fg: bool


@dataclass(frozen=True)
class Levering:
    """A set about persons: its fields, the soorten it goes from and to, and who answers for it."""

    naam: str
    velden: Sequence[str]
    van: Sequence[str]
    aan: Sequence[str]
    verantwoordelijk: Sequence[str]
    samen: bool
    eis: str


@dataclass(frozen=True)
class Bewaren:
    """How long something is kept after `na`: a number of units, or None while the convenant has not said."""

    naam: str
    na: str
    duur: int | None
    eenheid: str
    daarna: str
    eis: str


@dataclass(frozen=True)
class Openbaar:
    """The public page of one convenant."""

    code: str
    naam: str
    gemeente: str
    huisstijl: str
    stand: Stand
    deelnemers: Sequence[Deelnemer]
    doelen: Sequence[Doel]
    grondslagen: Sequence[Grondslag]
    leveringen: Sequence[Levering]
    bewaren: Sequence[Bewaren]


def geef(code: str) -> Openbaar:
    """Raises NietGevonden for a code that is not there."""
    convenant = Convenant.objects.filter(code=code).first()
    if convenant is None:
        raise NietGevonden
    beleid = convenant.beleid
    gevuld = _gevuld(convenant)
    deelnames = convenant.deelnames.select_related("partij", "convenant").order_by("soort", "partij__naam")
    return Openbaar(
        convenant.code,
        convenant.naam,
        convenant.gemeente,
        convenant.huisstijl,
        stand(convenant, vandaag()),
        [_deelnemer(deelname, beleid) for deelname in deelnames],
        beleid.doelen,
        beleid.grondslagen,
        [_levering(rij) for rij in beleid.gegevenssets if rij.persoonsgegeven],
        [_bewaren(rij, gevuld) for rij in beleid.bewaartermijnen],
    )


def _deelnemer(deelname: Deelname, beleid: Beleid) -> Deelnemer:
    einde = einde_van_deelname(deelname)
    getekend = deelname.getekend_op is not None and deelname.getekend_op <= vandaag()
    return Deelnemer(
        _naam(deelname),
        deelname.soort,
        deelname.getekend_op,
        einde,
        getekend and (einde is None or vandaag() < einde),
        any((functie.soort, functie.naam) == (deelname.soort, FG) for functie in beleid.functies),
    )


def _naam(deelname: Deelname) -> str:
    """Empty for a party that may be one person: a landlord without a company is not for everybody to know."""
    partij = deelname.partij
    return partij.naam if partij.kvk_nummer or partij.onderdeel_van_id else ""


def _levering(rij: Gegevensset) -> Levering:
    van, aan = _soorten(rij.van), _soorten(rij.aan)
    samen = rij.verantwoordelijke == "gezamenlijk"
    wie = {"van": van, "aan": aan, "gezamenlijk": _soorten((*rij.van, *rij.aan))}
    verantwoordelijk = wie.get(rij.verantwoordelijke, [rij.verantwoordelijke])
    return Levering(rij.naam, rij.velden, van, aan, verantwoordelijk, samen, rij.eis)


def _soorten(kanten) -> list[str]:
    return list(dict.fromkeys(kant.soort for kant in kanten))


def _gevuld(convenant: Convenant) -> dict[str, object]:
    rijen = InstellingWaarde.objects.filter(convenant=convenant, deelname=None)
    return dict(rijen.values_list("naam", "waarde"))


def _bewaren(rij: Bewaartermijn, gevuld: dict[str, object]) -> Bewaren:
    duur, eenheid = rij.duur, rij.eenheid
    waarde = gevuld.get(rij.instelling)
    if isinstance(waarde, dict):
        duur, eenheid = int(waarde["duur"]), str(waarde["eenheid"])
    return Bewaren(rij.naam, rij.na, duur, eenheid, rij.daarna, rij.eis)
