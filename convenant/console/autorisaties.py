"""Rights as they are read: what waits, the matrix of party, person, functie and until, one autorisatie, the history."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import F, Q, QuerySet

from convenant.beleid.beheer import RECHTEN_INZIEN
from convenant.partijen.models import Autorisatie, Autorisatiegebeurtenis, Medewerker
from convenant.poort.daad import handel
from convenant.poort.grens import beurt
from convenant.tijd import vandaag

from . import bevestiging, kring

PER_PAGINA = 50
AANGEMELD, GEPLAND, LOOPT, GESCHORST = "aangemeld", "gepland", "loopt", "geschorst"
BEEINDIGD, AFGESLOTEN = "beeindigd", "niet_verleend"
STANDEN = (AANGEMELD, GEPLAND, LOOPT, GESCHORST, BEEINDIGD, AFGESLOTEN)
NU = "nu"  # everything that is not over
# Before whom, before when: the two ways one looks for something, and what ends first.
VOLGORDES = {
    "partij": (
        "groep__deelname__partij__naam",
        "groep__deelname",
        "medewerker__account__naam",
        "groep__functie",
    ),
    "naam": ("medewerker__account__naam", "groep__functie"),
    "functie": ("groep__functie", "medewerker__account__naam"),
    "tot": (F("tot").asc(nulls_last=True), "medewerker__account__naam"),
}


@dataclass(frozen=True)
class Recht:
    """One autorisatie. `tot` is half-open; `eigen`: it is the reader's own. Whoever decided at another party is named by
    that party."""

    id: int
    medewerker: int
    naam: str
    deelname: int
    partij: str
    soort: str
    functie: str
    stand: str
    van: date | None
    tot: date | None
    aangemeld_op: datetime
    aangemeld_door: str
    verleend_door: str
    bevestigd_op: datetime | None
    bevestigen_voor: date | None
    te_laat: bool
    eigen: bool
    team: str


@dataclass(frozen=True)
class Keuze:
    """Which rights: of a party (id of its deelname), a functie, a person, in which state, ending before a day."""

    deelname: int | None = None
    functie: str = ""
    medewerker: int | None = None
    stand: str = NU
    eindigt_voor: date | None = None
    volgorde: str = "partij"


@dataclass(frozen=True)
class Gebeurd:
    """One line of the history."""

    moment: datetime
    soort: str
    autorisatie: int
    naam: str
    partij: str
    functie: str
    door: str
    reden: str
    van: date | None
    tot: date | None
    team: str


@dataclass(frozen=True)
class Terugblik:
    """Which part of the history; days included."""

    vanaf: date | None = None
    tot_en_met: date | None = None
    soort: str = ""
    deelname: int | None = None
    functie: str = ""


@dataclass(frozen=True)
class Wacht:
    """What waits for this person: to decide, to confirm."""

    te_verlenen: Sequence[Recht] = field(default_factory=tuple)
    te_bevestigen: Sequence[Recht] = field(default_factory=tuple)


def wacht() -> Wacht:
    """What waits for the actor today; what somebody else must decide does not stand in it."""
    wie, dag = beurt().wie, vandaag()
    groepen = kring.groepen()
    ik = wie.medewerker.account_id
    rijen = kring.in_bereik().order_by("aangemeld_op", "pk")
    aangemeld = rijen.filter(
        _stand(AANGEMELD, dag), groep__in=[g.pk for g in groepen if kring.verleent(g)]
    ).exclude(Q(medewerker__account=ik) | Q(aangemeld_door__account=ik))
    lopend = rijen.filter(
        _stand(LOOPT, dag), groep__in=[g.pk for g in groepen if kring.registreert(g)]
    ).exclude(medewerker__account=ik)
    te_bevestigen = [rij for rij in lopend if bevestiging.is_aan_de_beurt(rij, wie.beleid, dag)]
    return Wacht(
        tuple(_recht(rij) for rij in aangemeld),
        tuple(sorted((_recht(rij) for rij in te_bevestigen), key=lambda recht: str(recht.bevestigen_voor))),
    )


def lijst(keuze: Keuze, nummer: int) -> Page[Any]:
    """One page of rights in the reader's reach, as Recht. One log line."""
    with handel(RECHTEN_INZIEN, onderwerp="autorisaties"):
        bladzijde: Page[Any] = Paginator(gekozen(keuze), PER_PAGINA).get_page(nummer)
        bladzijde.object_list = [_recht(rij) for rij in bladzijde.object_list]
        return bladzijde


def gekozen(keuze: Keuze) -> QuerySet[Autorisatie]:
    """The rows a choice leaves, in its order; for who has weighed the act already."""
    dag = vandaag()
    rijen = kring.in_bereik()
    gelijk = {
        "groep__deelname": keuze.deelname,
        "groep__functie": keuze.functie,
        "medewerker": keuze.medewerker,
    }
    rijen = rijen.filter(**{kolom: waarde for kolom, waarde in gelijk.items() if waarde})
    if keuze.stand == NU:
        rijen = rijen.exclude(_stand(BEEINDIGD, dag)).exclude(_stand(AFGESLOTEN, dag))
    elif keuze.stand:
        rijen = rijen.filter(_stand(keuze.stand, dag))
    if keuze.eindigt_voor:
        rijen = rijen.filter(tot__lte=keuze.eindigt_voor)
    return rijen.order_by(*VOLGORDES[keuze.volgorde], "pk")


def een(autorisatie_id: int) -> tuple[Recht, Sequence[Gebeurd]]:
    """One autorisatie with everything that happened to it, the latest first. One log line. Raises NietGevonden."""
    autorisatie = kring.geef(autorisatie_id)
    with handel(RECHTEN_INZIEN, onderwerp=f"autorisatie {autorisatie_id}"):
        return _recht(autorisatie), [
            _gebeurd(rij) for rij in _gebeurtenissen().filter(autorisatie=autorisatie_id)
        ]


def geschiedenis(terugblik: Terugblik, nummer: int) -> Page[Any]:
    """One page of what happened to the rights in the reader's reach, as Gebeurd, the latest first. One log line."""
    with handel(RECHTEN_INZIEN, onderwerp="geschiedenis"):
        bladzijde: Page[Any] = Paginator(gebeurd(terugblik), PER_PAGINA).get_page(nummer)
        bladzijde.object_list = [_gebeurd(rij) for rij in bladzijde.object_list]
        return bladzijde


def gebeurd(terugblik: Terugblik) -> QuerySet[Autorisatiegebeurtenis]:
    """The events a filter leaves; for who has weighed the act already."""
    gelijk = {
        "soort": terugblik.soort,
        "autorisatie__groep__deelname": terugblik.deelname,
        "autorisatie__groep__functie": terugblik.functie,
    }
    rijen = _gebeurtenissen().filter(autorisatie__in=kring.in_bereik().order_by().values("pk"))
    rijen = rijen.filter(**{kolom: waarde for kolom, waarde in gelijk.items() if waarde})
    if terugblik.vanaf:
        rijen = rijen.filter(moment__date__gte=terugblik.vanaf)
    if terugblik.tot_en_met:
        rijen = rijen.filter(moment__date__lt=terugblik.tot_en_met + timedelta(days=1))
    return rijen


def als_rechten(rijen: QuerySet[Autorisatie]) -> list[Recht]:
    return [_recht(rij) for rij in rijen]


def als_gebeurd(rijen: QuerySet[Autorisatiegebeurtenis]) -> list[Gebeurd]:
    return [_gebeurd(rij) for rij in rijen]


def stand_van(autorisatie: Autorisatie, dag: date) -> str:
    """What an autorisatie is on this day; one of STANDEN."""
    if autorisatie.afgesloten_op is not None:
        return AFGESLOTEN
    if autorisatie.van is None:
        return AANGEMELD
    weg = (tot for tot in (autorisatie.tot, autorisatie.medewerker.tot) if tot is not None)
    if any(tot <= dag or tot <= autorisatie.van for tot in weg):
        return BEEINDIGD
    if autorisatie.geschorst_op is not None:
        return GESCHORST
    return GEPLAND if autorisatie.van > dag else LOOPT


def _stand(stand: str, dag: date) -> Q:
    """The same as `stand_van`, as a filter."""
    verleend = Q(van__isnull=False, afgesloten_op=None)
    weg = verleend & (
        Q(tot__lte=dag)
        | Q(tot__lte=F("van"))
        | Q(medewerker__tot__lte=dag)
        | Q(medewerker__tot__lte=F("van"))
    )
    blijft = (
        verleend
        & (Q(tot=None) | Q(tot__gt=dag) & Q(tot__gt=F("van")))
        & (Q(medewerker__tot=None) | Q(medewerker__tot__gt=dag) & Q(medewerker__tot__gt=F("van")))
    )
    return {
        AFGESLOTEN: Q(afgesloten_op__isnull=False),
        AANGEMELD: Q(van=None, afgesloten_op=None),
        BEEINDIGD: weg,
        GESCHORST: blijft & Q(geschorst_op__isnull=False),
        GEPLAND: blijft & Q(geschorst_op=None, van__gt=dag),
        LOOPT: blijft & Q(geschorst_op=None, van__lte=dag),
    }[stand]


def _recht(rij: Autorisatie) -> Recht:
    wie, dag = beurt().wie, vandaag()
    stand = stand_van(rij, dag)
    voor = bevestiging.uiterlijk(rij, wie.beleid) if stand in (LOOPT, GESCHORST) else None
    return Recht(
        rij.pk,
        rij.medewerker_id,
        rij.medewerker.account.naam,
        rij.groep.deelname_id,
        rij.groep.deelname.partij.naam,
        rij.groep.deelname.soort,
        rij.groep.functie,
        stand,
        rij.van,
        rij.tot,
        rij.aangemeld_op,
        wie_deed(rij.aangemeld_door),
        wie_deed(rij.verleend_door) if rij.verleend_door else "",
        rij.bevestigd_op,
        voor,
        voor is not None and voor < dag,
        rij.medewerker.account_id == wie.medewerker.account_id,
        rij.groep.team,
    )


def wie_deed(door: Medewerker) -> str:
    """By name where the reader sees the whole convenant or works there too, else by the party."""
    dichtbij = kring.bereik() == kring.CONVENANT or door.partij_id == beurt().wie.deelname.partij_id
    return door.account.naam if dichtbij else door.partij.naam


def _gebeurtenissen() -> QuerySet[Autorisatiegebeurtenis]:
    return Autorisatiegebeurtenis.objects.select_related(
        "autorisatie__groep__deelname__partij",
        "autorisatie__medewerker__account",
        "door__account",
        "door__partij",
    ).order_by("-moment", "pk")


def _gebeurd(rij: Autorisatiegebeurtenis) -> Gebeurd:
    groep = rij.autorisatie.groep
    return Gebeurd(
        rij.moment,
        rij.soort,
        rij.autorisatie_id,
        rij.autorisatie.medewerker.account.naam,
        groep.deelname.partij.naam,
        groep.functie,
        wie_deed(rij.door) if rij.door else "",
        rij.reden,
        rij.van,
        rij.tot,
        groep.team,
    )
