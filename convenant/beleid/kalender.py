"""Legal time: when a clock of the policy runs out.

Decision 2: werkdagen are Monday to Friday without the Dutch free days, the day of receipt does not count, weeks are
seven days, and nothing shifts for a weekend. A day ends at midnight in Europe/Amsterdam.
"""

from calendar import monthrange
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from functools import cache
from zoneinfo import ZoneInfo

import holidays

from .taal import Bewaartermijn, Termijn

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
WAARSCHUWING, VERLOPEN = "waarschuwing", "verlopen"
# Events of the calendar: their next round begins where the one before it ended, however late that one was met.
OP_DE_KALENDER = frozenset({"einde_lopende_periode", "kalenderjaar_vierde_kwartaal"})


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
    which its act is in time. "direct" is the event itself. Raises ValueError for a moment without zone, a negative
    number, and a unit that gives no moment.
    """
    dag = _dag(na)
    if termijn.duur < 0:
        raise ValueError(f"{termijn.naam}: een termijn is nooit negatief")
    if termijn.eerste_dag_telt and termijn.eenheid in ("direct", "uren"):
        raise ValueError(f"{termijn.naam}: zonder dagen is er geen eerste dag")
    if termijn.eenheid == "direct":
        return na
    teken = -1 if termijn.richting == "voor" else 1
    if termijn.eenheid == "uren":
        # In UTC: local time has a day of 23 hours and one of 25.
        return na.astimezone(UTC) + teken * timedelta(hours=termijn.duur)
    laatste = tel(dag, teken * termijn.duur, termijn.eenheid, extra)
    return einde_van(laatste - timedelta(days=1) if termijn.eerste_dag_telt else laatste)


def momenten(termijn: Termijn, vervalt: datetime) -> tuple[tuple[datetime, str], ...]:
    """When something has to be done about a clock that runs out at `vervalt`, in order: (moment, soort).

    A warning comes at the start of its day, counted back from the last day on which the act is in time ("een dag van
    tevoren" is not that day itself). Raises ValueError for a moment without zone or a day that is not before.
    """
    laatste = laatste_dag(vervalt)
    if any(dagen < 1 for dagen in termijn.waarschuw):
        raise ValueError(f"{termijn.naam}: waarschuwen kan alleen vooraf")
    dagen_ervoor = sorted(set(termijn.waarschuw), reverse=True)
    vooraf = ((begin_van(laatste - timedelta(days=dagen)), WAARSCHUWING) for dagen in dagen_ervoor)
    return (*vooraf, (vervalt, VERLOPEN))


def volgende_start(termijn: Termijn, vervuld: datetime, verviel: datetime) -> datetime:
    """The moment from which the next round of a recurring clock counts: when this one was met (`vervuld`).

    What goes by the calendar (a period, a year) counts on from the last day of the round that ended at `verviel`.
    Raises ValueError for a clock that does not recur.
    """
    if termijn.richting != "elke":
        raise ValueError(f"{termijn.naam}: deze termijn keert niet terug")
    return begin_van(laatste_dag(verviel)) if termijn.na in OP_DE_KALENDER else vervuld


def nog_toegestaan(termijn: Termijn, eerder: Iterable[datetime], moment: datetime) -> int:
    """How many times it may still be done in the calendar year of `moment`, after the times it was done before.

    Raises ValueError for a clock that is not a limit per calendar year.
    """
    soort = (termijn.eenheid, termijn.richting, termijn.na, termijn.eerste_dag_telt)
    if soort != ("keer_per_jaar", "maximaal", "kalenderjaar", False):
        raise ValueError(f"{termijn.naam}: dit is geen aantal keer per kalenderjaar")
    jaar = _dag(moment).year
    return max(0, termijn.duur - sum(_dag(keer).year == jaar for keer in eerder))


def drempel_bereikt(termijn: Termijn, bedrag: Decimal, eenheidsbedrag: Decimal) -> bool:
    """Whether the amount owed starts this clock, given what one unit of its threshold is (a month's rent).

    Raises ValueError for a clock without threshold, a debt below nothing, and a unit of nothing (decision 67).
    """
    if termijn.drempel is None:
        raise ValueError(f"{termijn.naam}: deze termijn heeft geen drempel")
    if bedrag < 0 or eenheidsbedrag <= 0:
        raise ValueError(f"{termijn.naam}: met dit bedrag is niet te rekenen")
    aantal, _ = termijn.drempel
    return bedrag >= Decimal(str(aantal)) * eenheidsbedrag


def bewaren_tot(rij: Bewaartermijn, na: datetime) -> datetime:
    """The moment from which nothing of it may be left. Raises ValueError when the number is a setting's."""
    if rij.duur is None:
        raise ValueError(f"{rij.naam}: de termijn staat in de instelling {rij.instelling}")
    return einde_van(tel(_dag(na), rij.duur, rij.eenheid))


def begin_van(dag: date) -> datetime:
    """Midnight at which the day begins, in Dutch local time."""
    return datetime.combine(dag, time.min, AMSTERDAM)


def einde_van(dag: date) -> datetime:
    """Midnight at which the day ends, in Dutch local time; stored half-open (decision 70)."""
    return begin_van(dag + timedelta(days=1))


def laatste_dag(vervalt: datetime) -> date:
    """The last day of which some part is in time: what is stored half-open and shown as 'tot en met'."""
    dag = _dag(vervalt)
    return dag - timedelta(days=1) if vervalt == begin_van(dag) else dag


def _dag(moment: datetime) -> date:
    """The day in the Netherlands. Raises ValueError for a moment without zone."""
    if moment.tzinfo is None:
        raise ValueError("Een moment heeft een tijdzone")
    return moment.astimezone(AMSTERDAM).date()


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
