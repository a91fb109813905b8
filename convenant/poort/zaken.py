"""Cases through the gate: opening one, moving its step, giving a group access, and the work list."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from convenant.beleid.beslissing import Uitkomst, Vraag
from convenant.beleid.taal import INZIEN
from convenant.partijen.models import Groep
from convenant.tijd import nu
from convenant.zaken.models import Zaak

from .daad import Daad, verricht
from .grens import beurt
from .handeling import NietGevonden

LIJST = """
select z.id, z.nummer, z.stap, l.termijn, l.label
from (
  select distinct on (termijn, zaak_id) zaak_id, termijn, label
  from unnest(%(groepen)s::int[]) g(id) cross join lateral (
    select zaak_id, termijn, label from zaken_toegang t
    where t.group_id = g.id and t.open and (t.geldig_tot is null or t.geldig_tot > %(nu)s)
      and (%(na_zaak)s::bigint is null
        or (coalesce(t.termijn, 'infinity'), t.zaak_id) > (coalesce(%(na_termijn)s, 'infinity'::timestamptz), %(na_zaak)s))
    order by t.termijn, t.zaak_id limit %(aantal)s
  ) per_groep
  order by termijn, zaak_id limit %(aantal)s
) l join zaken_zaak z on z.id = l.zaak_id
order by l.termijn, z.id
"""


@dataclass(frozen=True)
class Werkregel:
    """One line of the work list: what the receiver's own set allows to show, and the clock of that group."""

    zaak_id: int
    nummer: str
    stap: str
    termijn: datetime | None
    label: str


def werklijst(na: Werkregel | None = None, aantal: int = 50) -> list[Werkregel]:
    """Own open cases, the most urgent first; `na` is the last line of the page before. One log line.

    Raises Geweigerd when this functie may not read cases now.
    """
    wie = beurt().wie
    with verricht(Daad(Vraag(wie.kant, INZIEN))) as (werk,):
        werk.aanvulling |= {"handeling": "werklijst_zien"}
        return _lijst(wie.groepen, na, aantal)


def _lijst(groepen: Sequence[int], na: Werkregel | None, aantal: int) -> list[Werkregel]:
    vanaf = {"na_zaak": na.zaak_id if na else None, "na_termijn": na.termijn if na else None}
    with connection.cursor() as cursor:
        cursor.execute(LIJST, {"groepen": list(groepen), "nu": nu(), "aantal": aantal, **vanaf})
        return [Werkregel(*rij) for rij in cursor.fetchall()]


def zaak_van(zaak_id: int) -> Zaak:
    """The case, for the gate's own functions. Raises NietGevonden when it is not there or not theirs."""
    zaak = Zaak.objects.filter(pk=zaak_id).first()
    if zaak is None:
        raise NietGevonden
    return zaak


def vergrendel(zaak: Zaak) -> Zaak:
    """The case as it is now, locked until the end of the request: two acts at once are weighed one after the other."""
    vers = Zaak.objects.select_for_update().filter(pk=zaak.pk).first()
    if vers is None:
        raise NietGevonden
    return vers


def maak_zaak(stap: str, grond: str, eis: str) -> Zaak:
    """A new case in this step; the own group gets the first access. Part of an act, never an act of its own."""
    wie = beurt().wie
    with connection.cursor() as cursor:
        cursor.execute(
            "select zaak_open(%s, %s, %s, %s, %s, %s)", [wie.beleid.versie, stap, wie.groep, grond, eis, nu()]
        )
        return zaak_van(cursor.fetchone()[0])


def zet_stap(zaak: Zaak, stap: str) -> None:
    """Move a case. Part of an act, never an act of its own."""
    zaak.stap = stap
    zaak.save(update_fields=["stap"])


@contextmanager
def doe(zaak: Zaak, handeling: str, *, gegeven: Mapping[str, bool] | None = None) -> Iterator[Uitkomst]:
    """Perform a verb on a case and move its step where the policy says so."""
    zaak = vergrendel(zaak)
    vraag = Vraag(beurt().wie.kant, handeling, zaak.stap)
    with verricht(Daad(vraag, gegeven=gegeven or {}, zaak=zaak, onderwerp=zaak.nummer)) as (werk,):
        yield werk.uitkomst
        if werk.uitkomst.naar:
            zet_stap(zaak, werk.uitkomst.naar)


def geef_toegang(
    zaak: Zaak, groepen: Sequence[Groep], grond: str, eis: str, tot: datetime | None = None
) -> None:
    """Let groups see a case on a ground; an earlier ground stays. Only who has the case can give it."""
    with connection.cursor() as cursor:
        for groep in groepen:
            cursor.execute(
                "select toegang_verleen(%s, %s, %s, %s, %s, %s)", [zaak.pk, groep.pk, grond, eis, nu(), tot]
            )


def neem_toegang(zaak: Zaak, groep: Groep, grond: str) -> None:
    """End one ground; the access ends with the last of them."""
    with connection.cursor() as cursor:
        cursor.execute("select toegang_beeindig(%s, %s, %s, %s)", [zaak.pk, groep.pk, grond, nu()])
