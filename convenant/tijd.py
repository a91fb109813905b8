"""The only clock of the product: everything that asks the time asks it here, and passes it on to SQL as a parameter.

Tests set it with `stel_in`; the demo can run it some days ahead (`KLOK_DAGEN_VOORUIT`) to show what clocks do.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta

from django.conf import settings
from django.utils import timezone

# One for the whole process, not per thread: a test sets it for the server thread that it clicks through.
_stil: datetime | None = None


def nu() -> datetime:
    """This moment, with time zone."""
    return _stil or timezone.now() + timedelta(days=settings.KLOK_DAGEN_VOORUIT)


def vandaag() -> date:
    """The date in the Netherlands (settings.TIME_ZONE)."""
    return nu().astimezone(timezone.get_default_timezone()).date()


def begin_van_de_dag(moment: datetime) -> datetime:
    """The Dutch date of a moment, as a moment: for what may keep its date only (decision 68)."""
    return moment.astimezone(timezone.get_default_timezone()).replace(
        hour=0, minute=0, second=0, microsecond=0
    )


@contextmanager
def stel_in(moment: datetime) -> Iterator[None]:
    """Stops the clock at `moment`, which must have a time zone.

    Raises RuntimeError where the settings do not allow it, as in production.
    """
    global _stil
    if not settings.KLOK_INSTELBAAR:
        raise RuntimeError("The clock cannot be set here.")
    if timezone.is_naive(moment):
        raise ValueError("A moment needs a time zone.")
    before, _stil = _stil, moment
    try:
        yield
    finally:
        _stil = before
