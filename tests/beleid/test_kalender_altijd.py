"""Legal time: what holds for every day, number and unit."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from convenant.beleid.kalender import (
    AMSTERDAM,
    feestdagen,
    is_werkdag,
    laatste_dag,
    momenten,
    tel,
    vervalt_op,
)

from .klok import klok, lokaal

DAGEN = st.dates(date(1990, 1, 1), date(2090, 12, 31))
# Also moments that the wall shows twice or never. Hypothesis wants the bounds without a zone.
MOMENTEN = st.datetimes(datetime(1990, 1, 1), datetime(2090, 12, 31), timezones=st.just(AMSTERDAM))  # noqa: DTZ001
EENHEDEN = st.sampled_from(["uren", "dagen", "werkdagen", "weken", "maanden", "kalendermaanden", "jaren"])
AANTALLEN = st.integers(1, 40)


@given(MOMENTEN, MOMENTEN, AANTALLEN, EENHEDEN, st.sampled_from(["binnen", "voor"]))
def test_a_later_event_never_runs_out_earlier(een, ander, duur, eenheid, richting):
    eerder, later = sorted([een, ander], key=lambda moment: moment.astimezone(UTC))
    termijn = klok(duur, eenheid, richting)
    assert vervalt_op(termijn, eerder) <= vervalt_op(termijn, later)


@given(MOMENTEN, AANTALLEN, EENHEDEN)
def test_a_longer_clock_runs_out_later_and_after_its_event(na, duur, eenheid):
    kort, lang = vervalt_op(klok(duur, eenheid), na), vervalt_op(klok(duur + 1, eenheid), na)
    assert na.astimezone(UTC) < kort.astimezone(UTC) < lang.astimezone(UTC)


@given(DAGEN, AANTALLEN, st.sampled_from([1, -1]))
def test_werkdagen_end_on_a_werkdag_and_count_exactly_those(dag, aantal, teken):
    laatste = tel(dag, teken * aantal, "werkdagen")
    assert is_werkdag(laatste)
    tussen = (dag + timedelta(days=teken * n) for n in range(1, abs((laatste - dag).days) + 1))
    assert sum(is_werkdag(d) for d in tussen) == aantal


@given(DAGEN, AANTALLEN, st.sampled_from(["dagen", "weken", "werkdagen", "maanden", "jaren"]))
def test_counting_back_undoes_counting(dag, aantal, eenheid):
    assume(eenheid != "werkdagen" or is_werkdag(dag))
    assume(eenheid not in ("maanden", "jaren") or dag.day <= 28)  # the 31st has no way back from the 30th
    assert tel(tel(dag, aantal, eenheid), -aantal, eenheid) == dag


@given(DAGEN, AANTALLEN)
def test_who_acts_on_the_last_day_is_in_time_and_who_acts_a_day_later_is_not(dag, aantal):
    """In werkdagen, from both ends: counting back from the last day finds the event, however free the days between."""
    assume(is_werkdag(dag))
    na = lokaal(f"{dag} 09:00")
    laatste = laatste_dag(vervalt_op(klok(aantal, "werkdagen"), na))
    assert laatste_dag(vervalt_op(klok(aantal, "werkdagen", "voor"), lokaal(f"{laatste} 09:00"))) == dag
    assert tel(laatste + timedelta(days=1), -aantal, "werkdagen") > dag


@given(MOMENTEN, AANTALLEN, st.sets(DAGEN.filter(lambda dag: dag.weekday() < 5), max_size=5))
def test_a_free_day_more_never_makes_a_clock_shorter(na, aantal, extra):
    termijn = klok(aantal, "werkdagen")
    assert vervalt_op(termijn, na) <= vervalt_op(termijn, na, extra)
    assert is_werkdag(laatste_dag(vervalt_op(termijn, na, extra)), extra)
    dagen = klok(aantal, "weken")
    assert vervalt_op(dagen, na) == vervalt_op(dagen, na, extra)


@given(MOMENTEN, AANTALLEN, EENHEDEN, st.sets(st.integers(1, 400), max_size=4))
def test_what_has_to_be_done_comes_in_order_and_the_end_last(na, duur, eenheid, waarschuw):
    vervalt = vervalt_op(klok(duur, eenheid), na)
    gevonden = momenten(klok(duur, eenheid, waarschuw=tuple(waarschuw)), vervalt)
    tijden = [moment.astimezone(UTC) for moment, _ in gevonden]
    assert tijden == sorted(set(tijden))
    assert gevonden[-1] == (vervalt, "verlopen")
    assert len(gevonden) == len(waarschuw) + 1


@given(DAGEN, st.integers(1, 24))
def test_calendar_months_end_with_a_month_and_are_at_least_full(dag, aantal):
    laatste = tel(dag, aantal, "kalendermaanden")
    assert (laatste + timedelta(days=1)).day == 1
    assert laatste >= tel(dag, aantal, "maanden")
    assert laatste < tel(dag, aantal + 1, "maanden") + timedelta(days=1)


@given(DAGEN)
def test_good_friday_and_5_may_are_always_free(dag):
    vrij = feestdagen(dag.year)
    assert date(dag.year, 5, 5) in vrij
    # Easter Monday is a free Monday between 23 March and 26 April; Good Friday is three days before it.
    paasmaandagen = [
        d for d in vrij if d.weekday() == 0 and date(dag.year, 3, 23) <= d <= date(dag.year, 4, 26)
    ]
    assert any(d - timedelta(days=3) in vrij for d in paasmaandagen)
