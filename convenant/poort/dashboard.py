"""The regisseur's dashboard: numbers over the own group's access rows, each the length of a list that opens."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import connection

from convenant.beleid.beslissing import Vraag
from convenant.beleid.taal import INZIEN
from convenant.tijd import begin_van_de_dag, nu, vandaag

from . import dashboard_klokken as klokken
from .daad import Daad, verricht
from .dashboard_klokken import Klokregel, Partijstand, Termijnstand
from .grens import beurt
from .lijst import binnen_een_week
from .werklijst import MEER
from .zaken import is_afgerond, te_zien

WEKEN = 12
EERST = 6
DAGEN = 28  # how long a case that closed still counts as closed lately
NIEUW, GESLOTEN = "nieuw", "gesloten"
PER_PAGINA = 50

_STAND = """
select soort, sleutel, aantal from toegang_tel_dashboard(
  %(groep)s, %(nu)s, %(binnenkort)s, %(stappen)s, %(weken)s::date[], %(vanaf)s::date, %(meer)s)
"""
_DAG = {NIEUW: "sinds", GESLOTEN: "gesloten_op"}
_LIJST = """
select z.id, z.nummer, l.stap, l.label, l.kenmerk, l.sinds, l.gesloten_op from (
  select t.* from zaken_toegang t
  where t.group_id = %(groep)s and (t.geldig_tot is null or t.geldig_tot > %(nu)s) and {soort}
    and t.{dag} >= %(van)s and t.{dag} < %(tot)s {verder}
  order by t.{dag} desc, t.zaak_id desc limit %(aantal)s) l
join zaken_zaak z on z.id = l.zaak_id order by l.{dag} desc, l.zaak_id desc
"""
_VERDER = "and (t.{dag}, t.zaak_id) < (%(na_dag)s, %(na)s)"


@dataclass(frozen=True)
class Week:
    """What came and what closed in the week that begins on this Monday; at most MEER + 1 of each."""

    maandag: date
    nieuw: int
    gesloten: int


@dataclass(frozen=True)
class Stand:
    """How the own cases stand. No number is higher than MEER + 1: from there on it is a lot."""

    per_stap: Sequence[tuple[str, int]]
    per_week: Sequence[Week]
    te_laat: int
    binnenkort: int
    gesloten: int
    gesloten_vanaf: date
    per_partij: Sequence[Partijstand]
    per_termijn: Sequence[Termijnstand]
    eerst: Sequence[Klokregel]


@dataclass(frozen=True)
class Zaakregel:
    """One case of a list behind a number, with what the own group may know it by."""

    zaak_id: int
    nummer: str
    stap: str
    label: str
    kenmerk: str
    sinds: date
    gesloten_op: date | None


@dataclass(frozen=True)
class Periode:
    """Cases that came (NIEUW) or closed (GESLOTEN) in [van, tot); `na` is the last day and case of the page before."""

    wat: str
    van: date
    tot: date
    na: tuple[date, int] | None = None


def stand() -> Stand:
    """The numbers of today. One log line; raises Geweigerd when this functie may not read cases now."""
    wie, dag = beurt().wie, vandaag()
    maandag = dag - timedelta(days=dag.weekday())
    weken = [maandag - timedelta(weeks=terug) for terug in reversed(range(WEKEN))]
    vanaf = dag - timedelta(days=DAGEN - 1)
    with verricht(Daad(Vraag(wie.kant, INZIEN))) as (werk,):
        werk.aanvulling |= {"handeling": "dashboard_zien"}
        with connection.cursor() as cursor:
            cursor.execute(
                _STAND,
                {
                    "groep": wie.groep,
                    "nu": nu(),
                    "binnenkort": binnen_een_week(),
                    "stappen": [s for s in te_zien(wie.beleid) if not is_afgerond(wie.beleid, s)],
                    "weken": weken,
                    "vanaf": vanaf,
                    "meer": MEER + 1,
                },
            )
            geteld = {(soort, sleutel): aantal for soort, sleutel, aantal in cursor.fetchall()}
        per_partij, per_termijn = klokken.per_partij(), klokken.per_termijn(begin_afgelopen())
        eerst = klokken.dringend(aantal=EERST)
    return Stand(
        [(sleutel, aantal) for (soort, sleutel), aantal in geteld.items() if soort == "stap" and aantal],
        [Week(w, geteld[NIEUW, w.isoformat()], geteld[GESLOTEN, w.isoformat()]) for w in weken],
        geteld["te_laat", ""],
        geteld["binnenkort", ""],
        geteld["gesloten_sinds", vanaf.isoformat()],
        vanaf,
        per_partij,
        per_termijn,
        eerst,
    )


def begin_afgelopen() -> datetime:
    """Since when clocks count as having ended lately: the Monday that begins the first week of the chart."""
    dag = vandaag()
    return begin_van_de_dag(nu()) - timedelta(days=dag.weekday(), weeks=WEKEN - 1)


@dataclass(frozen=True)
class Klokkeuze:
    """Which clocks: of what must still be done (`termijn` empty) those of `deelname`, or of any; else of what ended.

    `uitkomst` is TE_LAAT or WEEK of what runs, OP_TIJD or TE_LAAT of what ended; "" is all that is urgent.
    """

    uitkomst: str = ""
    deelname: int | None = None
    termijn: str = ""
    over: int = 0


def termijnen(keuze: Klokkeuze) -> list[Klokregel]:
    """The clocks behind a number; one more than a page when there are more. One log line."""
    with verricht(Daad(Vraag(beurt().wie.kant, INZIEN))) as (werk,):
        werk.aanvulling |= {"handeling": "termijnen_zien"}
        if keuze.termijn:
            return klokken.afgelopen(
                keuze.termijn, keuze.uitkomst, begin_afgelopen(), over=keuze.over, aantal=PER_PAGINA + 1
            )
        return klokken.dringend(keuze.uitkomst, keuze.deelname, over=keuze.over, aantal=PER_PAGINA + 1)


def zaken(periode: Periode) -> list[Zaakregel]:
    """The cases behind a number, the latest day first; one more than a page when there are more. One log line."""
    wie, dag = beurt().wie, _DAG[periode.wat]
    na_dag, na = periode.na or (None, None)
    sql = _LIJST.format(
        dag=dag,
        soort="not t.open" if periode.wat == GESLOTEN else "true",
        verder=_VERDER.format(dag=dag) if periode.na else "",
    )
    with verricht(Daad(Vraag(wie.kant, INZIEN))) as (werk,), connection.cursor() as cursor:
        werk.aanvulling |= {"handeling": "werklijst_zien"}
        cursor.execute(
            sql,
            {
                "groep": wie.groep,
                "nu": nu(),
                "van": periode.van,
                "tot": periode.tot,
                "na_dag": na_dag,
                "na": na,
                "aantal": PER_PAGINA + 1,
            },
        )
        return [Zaakregel(*rij) for rij in cursor.fetchall()]
