"""Legal time: when a clock of the policy runs out.

Decision 2: werkdagen are Monday to Friday without the Dutch free days, the day of receipt does not count, weeks are
seven days, and nothing shifts for a weekend. A day ends at midnight in Europe/Amsterdam.
"""

from calendar import monthrange
from collections.abc import Set as AbstractSet
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import holidays

from .taal import Bewaartermijn, Termijn

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@cache
def feestdagen(jaar: int) -> frozenset[date]:
    """The free days of artikel 3 Algemene termijnenwet: Goede Vrijdag and every 5 May included."""
    nationaal = holidays.country_holidays("NL", years=jaar, categories=("public", "optional"))
    return frozenset(nationaal) | {date(jaar, 5, 5)}


def is_werkdag(dag: date, extra: AbstractSet[date] = frozenset()) -> bool:
    return dag.weekday() < 5 and dag not in feestdagen(dag.year) and dag not in extra


def tel(dag: date, aantal: int, eenheid: str, extra: AbstractSet[date] = frozenset()) -> date:
    """The day `aantal` units after `dag` (before it when negative). Raises ValueError for a unit without days."""
    if eenheid in ("direct", "einde_dag"):
        return dag
    if eenheid == "dagen":
        return dag + timedelta(days=aantal)
    if eenheid == "weken":
        return dag + timedelta(weeks=aantal)
    if eenheid == "werkdagen":
        return _tel_werkdagen(dag, aantal, extra)
    if eenheid == "maanden":
        return _tel_maanden(dag, aantal)
    if eenheid == "jaren":
        return _tel_maanden(dag, 12 * aantal)
    if eenheid == "kalendermaanden":  # the last day of the n-th full calendar month (decision 12)
        doel = _tel_maanden(dag.replace(day=1), aantal)
        return doel.replace(day=monthrange(doel.year, doel.month)[1])
    raise ValueError(f"Eenheid zonder dagen: {eenheid}")


def vervalt_op(termijn: Termijn, na: datetime, extra: AbstractSet[date] = frozenset()) -> datetime:
    """The moment the clock runs out: the end of its last day, or the exact hour when it counts hours.

    `na` is the event, an aware datetime. A clock with richting "voor" counts back from it: the last moment at
    which its act is in time. "direct" is the event itself.
    """
    if termijn.eenheid == "direct":
        return na
    teken = -1 if termijn.richting == "voor" else 1
    if termijn.eenheid == "uren":
        # In UTC: local time has a day of 23 hours and one of 25.
        return na.astimezone(UTC) + teken * timedelta(hours=termijn.duur)
    dag = tel(na.astimezone(AMSTERDAM).date(), teken * termijn.duur, termijn.eenheid, extra)
    return einde_van(dag - timedelta(days=1) if termijn.eerste_dag_telt else dag)


def bewaren_tot(rij: Bewaartermijn, na: datetime) -> datetime:
    """The moment from which nothing of it may be left. Raises ValueError when the number is a setting's."""
    if rij.duur is None:
        raise ValueError(f"{rij.naam}: de termijn staat in de instelling {rij.instelling}")
    return einde_van(tel(na.astimezone(AMSTERDAM).date(), rij.duur, rij.eenheid))


def einde_van(dag: date) -> datetime:
    """Midnight at which the day ends, in Dutch local time; stored half-open (decision 70)."""
    return datetime.combine(dag + timedelta(days=1), time.min, AMSTERDAM)


def _tel_werkdagen(dag: date, aantal: int, extra: AbstractSet[date]) -> date:
    stap = timedelta(days=1 if aantal > 0 else -1)
    for _ in range(abs(aantal)):
        dag += stap
        while not is_werkdag(dag, extra):
            dag += stap
    return dag


def _tel_maanden(dag: date, aantal: int) -> date:
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 + aantal, 12)
    return date(jaar, maand + 1, min(dag.day, monthrange(jaar, maand + 1)[1]))
