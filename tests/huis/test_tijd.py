import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from convenant.settings import base
from convenant.tijd import machinetijd, nu, stel_in, vandaag, zet_vooruit

OUDEJAARSAVOND = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)


def test_a_set_clock_stands_still_and_goes_on_afterwards():
    with stel_in(OUDEJAARSAVOND):
        assert nu() == OUDEJAARSAVOND
        with stel_in(OUDEJAARSAVOND + timedelta(days=1)):
            assert nu() == OUDEJAARSAVOND + timedelta(days=1)
        assert nu() == OUDEJAARSAVOND
    assert abs(nu() - timezone.now()) < timedelta(seconds=5)  # noqa: TID251 - the clock that ours is held against


def test_today_is_the_day_in_the_netherlands():
    with stel_in(OUDEJAARSAVOND):
        assert vandaag() == date(2027, 1, 1)


@pytest.fixture
def klokbestand(settings, tmp_path) -> Path:
    settings.KLOK_BESTAND = tmp_path / "klok"
    return settings.KLOK_BESTAND


def vooruit() -> timedelta:
    """How far ours is ahead of the machine's, to the second."""
    return timedelta(seconds=round((nu() - timezone.now()).total_seconds()))  # noqa: TID251


def test_the_demos_clock_goes_ahead_and_goes_on_from_there(klokbestand):
    assert vooruit() == timedelta(0)
    zet_vooruit(nu() + timedelta(days=42))
    assert vooruit() == timedelta(days=42)
    zet_vooruit(nu() + timedelta(hours=1))
    assert vooruit() == timedelta(days=42, hours=1)
    assert abs(machinetijd() - timezone.now()) < timedelta(seconds=5)  # noqa: TID251
    assert list(klokbestand.parent.iterdir()) == [klokbestand]


def test_it_never_goes_back(klokbestand):
    zet_vooruit(nu() + timedelta(days=42))
    for naar in (nu(), nu() - timedelta(days=1)):
        with pytest.raises(ValueError, match="forward"):
            zet_vooruit(naar)
    assert vooruit() == timedelta(days=42)


def test_a_process_that_runs_already_sees_it_at_once(klokbestand):
    """Two processes, one of them in the middle of its work: both have the same clock."""
    code = (
        "import django; django.setup()\n"
        "from convenant.tijd import *\n"
        "print(nu().isoformat(), flush=True); input(); print(nu().isoformat(), flush=True)"
    )
    omgeving = os.environ | {
        "DJANGO_SETTINGS_MODULE": "convenant.settings.demo",
        "KLOK_BESTAND": str(klokbestand),
    }
    with subprocess.Popen(
        [sys.executable, "-c", code], env=omgeving, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as ander:
        assert ander.stdout
        assert abs(datetime.fromisoformat(ander.stdout.readline().strip()) - nu()) < timedelta(minutes=1)
        zet_vooruit(nu() + timedelta(weeks=1))
        daarna, _ = ander.communicate("\n", timeout=60)
    assert abs(datetime.fromisoformat(daarna.strip()) - nu()) < timedelta(minutes=1)


def test_two_at_once_add_up_and_lose_nothing(klokbestand):
    """Each puts it an hour ahead of what it sees, four hundred times: whoever was too late is told."""

    def druk() -> int:
        gelukt = 0
        for _ in range(100):
            with suppress(ValueError):
                zet_vooruit(nu() + timedelta(hours=1))
                gelukt += 1
        return gelukt

    voor = nu()
    with ThreadPoolExecutor(4) as draden:
        gelukt = sum(draad.result() for draad in [draden.submit(druk) for _ in range(4)])
    assert nu() - voor >= timedelta(hours=100)
    assert vooruit() <= timedelta(hours=gelukt + 1)


def test_the_demo_does_by_the_clock_what_is_due_within_seconds():
    code = "from convenant.settings.demo import *; print(max(r['schedule'] for r in CELERY_BEAT_SCHEDULE.values()))"
    assert int(subprocess.check_output([sys.executable, "-c", code], text=True)) <= 10
    assert max(regel["schedule"] for regel in base.CELERY_BEAT_SCHEDULE.values()) > 10


def test_where_the_clock_may_not_be_set_it_is_refused(settings):
    settings.KLOK_INSTELBAAR = False
    with pytest.raises(RuntimeError), stel_in(OUDEJAARSAVOND):
        pass


def test_where_it_may_not_be_set_it_is_not_put_ahead_either(settings, tmp_path):
    settings.KLOK_BESTAND = None
    with pytest.raises(RuntimeError):
        zet_vooruit(nu() + timedelta(days=1))
    settings.KLOK_BESTAND, settings.KLOK_INSTELBAAR = tmp_path / "klok", False
    with pytest.raises(RuntimeError):
        zet_vooruit(nu() + timedelta(days=1))


def test_a_moment_needs_a_time_zone():
    with pytest.raises(ValueError, match="time zone"), stel_in(datetime(2026, 1, 1)):  # noqa: DTZ001
        pass
