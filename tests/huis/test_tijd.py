from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from convenant.tijd import nu, stel_in, vandaag

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


def test_the_demo_can_run_ahead(settings):
    settings.KLOK_DAGEN_VOORUIT = 42
    assert timedelta(days=41) < nu() - timezone.now() < timedelta(days=43)  # noqa: TID251


def test_where_the_clock_may_not_be_set_it_is_refused(settings):
    settings.KLOK_INSTELBAAR = False
    with pytest.raises(RuntimeError), stel_in(OUDEJAARSAVOND):
        pass


def test_a_moment_needs_a_time_zone():
    with pytest.raises(ValueError, match="time zone"), stel_in(datetime(2026, 1, 1)):  # noqa: DTZ001
        pass
