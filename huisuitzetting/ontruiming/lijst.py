"""The evictions that come, for the troubleshooter; what is late at the wijkteam, for who leads it. One log line each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection
from django.db.models import Max, OuterRef, QuerySet, Subquery

from convenant.beleid import kalender
from convenant.beleid.beslissing import Vraag
from convenant.beleid.taal import INZIEN, Kant
from convenant.beleid.woorden import midden_in_zin
from convenant.partijen.models import Groep
from convenant.poort.daad import Daad, handel, verricht
from convenant.poort.grens import beurt
from convenant.termijnen.models import Klok
from convenant.tijd import nu, vandaag
from convenant.verstrekkingen.models import Ontvangst, Verstrekking
from convenant.zaken.models import Toegang
from huisuitzetting.beleid import HAARLEM
from huisuitzetting.beleid.kanten import SWT
from huisuitzetting.beleid.stappen import LOPEND

TE_LAAT_LEZEN = "te_late_zaken_lezen"
REGIE = "regie"
PER_PAGINA = 50
# Two clauses that ask for one act are one duty: it is late once.
PLICHTEN = {rij.actie: rij.naam for rij in reversed(HAARLEM.termijnen) if rij.verantwoordelijk == SWT}


@dataclass(frozen=True)
class Uitzetting:
    """An eviction that comes: on which day, in how many days (below 0 when it has been), and whom its step waits for."""

    zaak: int
    nummer: str
    label: str
    dag: date
    dagen: int
    aan_zet: tuple[Kant, ...]
    laatste_poging: datetime | None


def uitzettingen(vanaf: int = 0) -> tuple[Sequence[Uitzetting], bool]:
    """The evictions the own group was told of, the nearest first, from the one in this place; and whether there are more.

    Raises Geweigerd when this person may not read cases now.
    """
    with verricht(Daad(Vraag(beurt().wie.kant, INZIEN))) as (werk,):
        werk.aanvulling |= {"handeling": "lijst_zien"}
        rijen = list(_klokken()[vanaf : vanaf + PER_PAGINA + 1])
        return [_uitzetting(rij) for rij in rijen[:PER_PAGINA]], len(rijen) > PER_PAGINA


def _klokken() -> QuerySet[Klok]:
    """The clock of the eviction of each own case whose day was told here, with what the group calls the case."""
    groep = beurt().wie.groep or 0
    verteld = Ontvangst.objects.filter(groep_id=groep, verstrekking__gegevensset="ontruimingsdatum")
    eigen = Toegang.objects.filter(content_object=OuterRef("zaak"), group_id=groep)
    pogingen = Verstrekking.objects.filter(
        zaak=OuterRef("zaak"), door_groep_id=groep, gegevensset="poging_troubleshooter"
    )
    lopend = Klok.objects.filter(termijn="ontruiming", stand__in=Klok.OPEN)
    return (
        lopend.filter(zaak__in=verteld.values("verstrekking__zaak"))
        .select_related("zaak")
        .annotate(
            label=Subquery(eigen.values("label")[:1]),
            poging=Subquery(pogingen.values("zaak").annotate(laatste=Max("moment")).values("laatste")),
        )
        .order_by("vervalt_op", "pk")
    )


def _uitzetting(klok: Klok) -> Uitzetting:
    dag = kalender.laatste_dag(klok.vervalt_op)
    assert klok.zaak
    return Uitzetting(
        klok.zaak.pk,
        klok.zaak.nummer,
        klok.label,  # type: ignore[attr-defined]
        dag,
        (dag - vandaag()).days,
        beurt().wie.beleid.aan_zet(klok.zaak.stap),
        klok.poging,  # type: ignore[attr-defined]
    )


@dataclass(frozen=True)
class TeLaat:
    """A duty of a wijkteam that was not done in time: which case by its number, since when, and whether nobody leads it."""

    nummer: str
    team: str
    actie: str
    sinds: datetime
    zonder_regie: bool


@dataclass(frozen=True)
class Gemeld:
    """A deviation the own group was told of."""

    zaak: int
    nummer: str
    moment: datetime


def te_late_zaken(vanaf: int = 0) -> tuple[Sequence[TeLaat], bool]:
    """What the own party's wijkteams are late with, the longest first: no name, no address, no step (HAA-3.5, HAA-2.2.1).

    Raises Geweigerd for whoever does not lead a wijkteam.
    """
    with handel(TE_LAAT_LEZEN), connection.cursor() as cursor:
        cursor.execute(
            "select nummer, groep, termijn, sinds, zonder_regie from zaken_te_laat(%s, %s, %s, %s, %s)",
            [nu(), list(PLICHTEN.values()), list(LOPEND), vanaf, PER_PAGINA + 1],
        )
        rijen = cursor.fetchall()
    acties = {termijn: actie for actie, termijn in PLICHTEN.items()} | {REGIE: "regie_beleggen"}
    teams = Groep.objects.select_related("deelname__partij").in_bulk({rij[1] for rij in rijen})
    gevonden = [
        TeLaat(nummer, _naam(teams[groep]), acties[termijn], sinds, zonder_regie)
        for nummer, groep, termijn, sinds, zonder_regie in rijen
    ]
    return gevonden[:PER_PAGINA], len(gevonden) > PER_PAGINA


def afwijkingen(aantal: int = PER_PAGINA) -> Sequence[Gemeld]:
    """The deviations the own group was told of, the latest first; what stands in them the case shows."""
    eigen = Ontvangst.objects.filter(
        groep_id=beurt().wie.groep, verstrekking__gegevensset="afwijking", vernietigd_op=None
    )
    rijen = eigen.filter(verstrekking__zaak__isnull=False).select_related("verstrekking__zaak")
    return [
        Gemeld(rij.verstrekking.zaak.pk, rij.verstrekking.zaak.nummer, rij.verstrekking.moment)
        for rij in rijen.order_by("-verstrekking__moment")[:aantal]
        if rij.verstrekking.zaak
    ]


def _naam(groep: Groep) -> str:
    return f"{groep.deelname.partij.naam}, {midden_in_zin(groep.functie)}"
