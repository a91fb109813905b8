"""Who of the own group has how much in hand: counted from the list that each of them has."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from convenant.beleid.beslissing import Vraag
from convenant.beleid.taal import INZIEN

from .daad import Daad, verricht
from .grens import beurt
from .lijst import (
    GELDIG,
    LANGS_DE_INDEX,
    TERMIJN,
    VAN_MIJ,
    VAN_NIEMAND,
    VERLOPEN,
    WEEK,
    basis,
    binnen_een_week,
    niemand,
    rijen_van,
)
from .werklijst import MEER, getal, groepsgenoten

# Each count stops at what nobody counts further than; the oldest case is looked up along the index of who handles it.
_LAST = f"""
select {{wie}},
  (select count(*) from (select 1 from zaken_toegang t where {GELDIG} and t.open and {{waar}} limit %(meer)s) a),
  (select count(*) from (select 1 from zaken_toegang t where {GELDIG} and t.open and {{waar}}
    and {TERMIJN[VERLOPEN]} limit %(meer)s) b),
  (select count(*) from (select 1 from zaken_toegang t where {GELDIG} and t.open and {{waar}}
    and {TERMIJN[WEEK]} limit %(meer)s) c),
  (select min(t.zaak_id) from zaken_toegang t where {GELDIG} and t.open and {{waar}})
"""
_VERDELING = f"""
select l.*, z.nummer, z.geopend_op from (
  {_LAST.format(wie="m.id", waar="t.behandelaar_id = m.id")} from unnest(%(mensen)s::bigint[]) m(id)
  union all {{niemand}}
) l(wie, open, verlopen, week, oudste) left join zaken_zaak z on z.id = l.oudste
"""


@dataclass(frozen=True)
class Last:
    """What one colleague has in hand (`naam` is "" for nobody): numbers as long as the list behind them, and the oldest
    case."""

    naam: str
    van: str
    open: str
    verlopen: str
    week: str
    oudste: int | None
    nummer: str | None
    sinds: datetime | None


def verdeling() -> list[Last]:
    """Each colleague of the own group, and at the end what nobody has. One log line.

    Everyone of the group may: these are numbers over a list that each of them has. Raises Geweigerd as the list does.
    """
    groep, ik = groepsgenoten(), beurt().wie.medewerker.pk
    waarden = {
        "mensen": list(groep.werken),
        "vertrokken": list(groep.vertrokken),
        "week": binnen_een_week(),
        "meer": MEER + 1,
    }
    sql = _VERDELING.format(niemand=_LAST.format(wie="null", waar=niemand(groep.vertrokken)))
    with verricht(Daad(Vraag(beurt().wie.kant, INZIEN))) as (werk,):
        werk.aanvulling |= {"handeling": "werklijst_zien"}
        with connection.cursor() as cursor:
            cursor.execute(LANGS_DE_INDEX.format(sql), basis() | waarden)
            geteld = {rij[0]: rij[1:] for rij in rijen_van(cursor)}
    return [
        _last(naam, VAN_MIJ if mens == ik else str(mens), geteld[mens]) for mens, naam in groep.werken.items()
    ] + [_last("", VAN_NIEMAND, geteld[None])]


def _last(naam: str, van: str, geteld: tuple[Any, ...]) -> Last:
    lopend, verlopen, week, *oudste = geteld
    return Last(naam, van, getal(lopend), getal(verlopen), getal(week), *oudste)
