"""The clocks of the dashboard: what runs out by who must act, and what was met in time; of what the own group may see.

The urgent ones are found from the own access rows: their clock is the earliest the group may see, so that a case with
nothing urgent is never looked at. Part of an act, never an act of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from convenant.beleid.register import register
from convenant.termijnen.models import Klok
from convenant.tijd import nu

from . import klokwerk
from .grens import beurt
from .lijst import binnen_een_week

# More than anybody can look after: the most urgent so many, or the latest, are counted, and the page says so.
GRENS = 2000
TE_LAAT, WEEK = "te_laat", "week"
OP_TIJD = "op_tijd"

_DRINGEND = """
with eigen as materialized (
  select t.zaak_id from zaken_toegang t
  where t.group_id = %(groep)s and t.open and t.termijn <= %(binnenkort)s
    and (t.geldig_tot is null or t.geldig_tot > %(nu)s)
  order by t.termijn, t.zaak_id limit %(grens)s
), dringend as (
  select k.* from eigen e join termijnen_klok k on k.zaak_id = e.zaak_id
  where k.stand = 'loopt' and k.vervalt_op <= %(binnenkort)s
  union all
  select k.* from termijnen_klok k
  where k.zaak_id is null and k.convenant_id = %(convenant)s and k.stand = 'loopt' and k.vervalt_op <= %(binnenkort)s
    and not k.termijn = any(%(vanzelf)s)
  union all
  -- What goes on after a case is closed.
  select k.* from termijnen_klok k
  join zaken_toegang t on t.zaak_id = k.zaak_id and t.group_id = %(groep)s and not t.open
    and (t.geldig_tot is null or t.geldig_tot > %(nu)s)
  where k.groep_id = %(groep)s and k.stand = 'loopt' and k.vervalt_op <= %(binnenkort)s
)
"""
# In time is known when it is met, late when its moment has gone by; what is met late stays late. The latest of both
# together: a share of the latest so many, where each by itself would make it half.
_AFGELOPEN = """
with afgelopen as (select * from (
  (select k.*, true as op_tijd, k.voldaan_op as wanneer from termijnen_klok k
   where k.convenant_id = %(convenant)s and k.verlopen_op is null and k.voldaan_op >= %(vanaf)s
   order by k.voldaan_op desc limit %(grens)s)
  union all
  (select k.*, false, k.verlopen_op from termijnen_klok k
   where k.convenant_id = %(convenant)s and k.verlopen_op >= %(vanaf)s order by k.verlopen_op desc limit %(grens)s)
  ) beide order by wanneer desc, id desc limit %(grens)s
)
"""
_REGELS = """
select k.beleid_versie, k.termijn, k.zaak_id, coalesce(z.nummer, ''),
  coalesce((select t.label from zaken_toegang t where t.zaak_id = k.zaak_id and t.group_id = %(groep)s limit 1), ''),
  coalesce(p.naam, ''), coalesce(g.functie, ''), coalesce(g.team, ''), k.vervalt_op, k.voldaan_op, k.stand, k.onderwerp
from {bron} k left join zaken_zaak z on z.id = k.zaak_id
left join partijen_groep g on g.group_id = k.groep_id
left join partijen_deelname d on d.id = g.deelname_id
left join partijen_partij p on p.id = d.partij_id
where {waar} order by {volgorde}, k.id limit %(aantal)s offset %(over)s
"""
_WAAR_DRINGEND = {TE_LAAT: "k.vervalt_op <= %(nu)s", WEEK: "k.vervalt_op > %(nu)s", "": "true"}
_WAAR_AFGELOPEN = {OP_TIJD: "k.op_tijd", TE_LAAT: "not k.op_tijd"}
# No participant at all is 0: a clock for which the policy names nobody, or more than one could be meant.
_VAN = "and coalesce(g.deelname_id, 0) = %(deelname)s"


@dataclass(frozen=True)
class Partijstand:
    """How many clocks a party must still stop: gone by, or about to. `deelname` is 0 where nobody is named."""

    deelname: int
    partij: str
    te_laat: int
    binnenkort: int


@dataclass(frozen=True)
class Termijnstand:
    """How often a clock was met in time, and how often its moment went by."""

    termijn: str
    op_tijd: int
    te_laat: int

    @property
    def aandeel(self) -> int:
        return round(100 * self.op_tijd / (self.op_tijd + self.te_laat))


@dataclass(frozen=True)
class Klokregel:
    """One clock of a list. `actie` is what it asks, `onderwerp` what it is about; without a case `zaak_id` is None and
    `nummer` empty."""

    zaak_id: int | None
    nummer: str
    label: str
    actie: str
    partij: str
    functie: str
    team: str
    vervalt_op: datetime
    voldaan_op: datetime | None
    loopt: bool
    onderwerp: str


def per_partij() -> Sequence[Partijstand]:
    """Of whom most is late first."""
    rijen = _vraag(
        _DRINGEND + "select coalesce(g.deelname_id, 0), coalesce(p.naam, ''),"
        " count(*) filter (where k.vervalt_op <= %(nu)s), count(*) filter (where k.vervalt_op > %(nu)s)"
        " from dringend k left join partijen_groep g on g.group_id = k.groep_id"
        " left join partijen_deelname d on d.id = g.deelname_id left join partijen_partij p on p.id = d.partij_id"
        " group by 1, 2 order by 3 desc, 4 desc, 2"
    )
    return [Partijstand(*rij) for rij in rijen]


def per_termijn(vanaf: datetime) -> Sequence[Termijnstand]:
    """What was decided since then, by clock."""
    rijen = _vraag(
        _AFGELOPEN
        + "select k.termijn, count(*) filter (where k.op_tijd), count(*) filter (where not k.op_tijd)"
        " from afgelopen k group by 1 order by 1",
        vanaf=vanaf,
    )
    return [Termijnstand(*rij) for rij in rijen]


def dringend(
    wanneer: str = "", deelname: int | None = None, *, over: int = 0, aantal: int
) -> list[Klokregel]:
    """What is late, due within a week, or either (""), the most urgent first; of one party where `deelname` says so."""
    waar = f"{_WAAR_DRINGEND[wanneer]} {_VAN if deelname is not None else ''}"
    sql = _DRINGEND + _REGELS.format(bron="dringend", waar=waar, volgorde="k.vervalt_op")
    return _regels(sql, deelname=deelname, over=over, aantal=aantal)


def afgelopen(termijn: str, uitkomst: str, vanaf: datetime, *, over: int = 0, aantal: int) -> list[Klokregel]:
    """The clocks behind one number of a Termijnstand, the latest first."""
    waar = f"k.termijn = %(termijn)s and {_WAAR_AFGELOPEN[uitkomst]}"
    sql = _AFGELOPEN + _REGELS.format(bron="afgelopen", waar=waar, volgorde="k.wanneer desc")
    return _regels(sql, termijn=termijn, vanaf=vanaf, over=over, aantal=aantal)


def _regels(sql: str, **waarden: Any) -> list[Klokregel]:
    code = beurt().wie.beleid.code
    regels = []
    for (
        versie,
        termijn,
        zaak_id,
        nummer,
        label,
        partij,
        functie,
        team,
        vervalt,
        voldaan,
        stand,
        onderwerp,
    ) in _vraag(sql, **waarden):
        actie = register.geef(code, versie).termijn(termijn).actie
        loopt = stand == Klok.LOOPT
        regels.append(
            Klokregel(
                zaak_id, nummer, label, actie, partij, functie, team, vervalt, voldaan, loopt, onderwerp
            )
        )
    return regels


def _vraag(sql: str, **waarden: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, _basis() | waarden)
        return cursor.fetchall()


def _basis() -> dict[str, Any]:
    wie = beurt().wie
    return {
        "groep": wie.groep,
        "convenant": wie.convenant.pk,
        "nu": nu(),
        "binnenkort": binnen_een_week(),
        "grens": GRENS,
        # The silent extension of a convenant runs out without anybody being late.
        "vanzelf": klokwerk.vanzelf(wie.beleid),
    }
