"""The only clock of the product: everything that asks the time asks it here, and passes it on to SQL as a parameter.

Tests stop it with `stel_in`. In the demo anybody can put it ahead (`zet_vooruit`), to see the terms fall: how far stands
in KLOK_BESTAND, which every process reads. Back it cannot: the log and the terms have moved on with it.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime, timedelta
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.utils import timezone

# One for the whole process, not per thread: a test sets it for the server thread that it clicks through.
_stil: datetime | None = None


def nu() -> datetime:
    """This moment, with time zone."""
    return _stil or timezone.now() + _vooruit()


def machinetijd() -> datetime:
    """This moment without what the demo adds to it: for how long somebody has been at the screen, or a process silent."""
    return _stil or timezone.now()


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


def zet_vooruit(naar: datetime) -> None:
    """Puts the clock of every process of the demo ahead to `naar`; from there it goes on.

    Raises RuntimeError where the settings do not allow it, ValueError when `naar` is not ahead of the clock.
    """
    bestand: Path | None = settings.KLOK_BESTAND
    if bestand is None or not settings.KLOK_INSTELBAAR:
        raise RuntimeError("The clock cannot be set here.")
    beside = os.open(bestand.parent, os.O_RDONLY)
    try:
        # Two at once: the second counts from where the first put it, so that it never goes back.
        fcntl.flock(beside, fcntl.LOCK_EX)
        if naar <= nu():
            raise ValueError("The clock goes forward only.")
        nieuw = bestand.with_suffix(".nieuw")
        nieuw.write_text(str((naar - timezone.now()).total_seconds()))
        nieuw.replace(bestand)
    finally:
        os.close(beside)


def _vooruit() -> timedelta:
    if settings.KLOK_BESTAND is not None:
        with suppress(FileNotFoundError):
            stand = os.stat(settings.KLOK_BESTAND)
            return _gelezen(settings.KLOK_BESTAND, stand.st_mtime_ns, stand.st_ino)
    return timedelta()


@lru_cache(maxsize=1)
def _gelezen(bestand: Path, gewijzigd: int, inode: int) -> timedelta:
    """What stands in the file, read once for each time that it was replaced."""
    return timedelta(seconds=float(bestand.read_text()))
