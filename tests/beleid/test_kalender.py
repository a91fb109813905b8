"""Legal time, awkward cases first. Expected days are counted by hand on a calendar."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from convenant.beleid.kalender import (
    bewaren_tot,
    drempel_bereikt,
    einde_van,
    feestdagen,
    is_werkdag,
    laatste_dag,
    momenten,
    nog_toegestaan,
    vervalt_op,
    volgende_start,
)
from convenant.beleid.taal import Bewaartermijn

from .klok import klok, lokaal

# Hours are hours, also in the nights in which the clock moves. (duur, richting, event, moment in UTC)
UREN = [
    (24, "binnen", lokaal("2026-03-28 12:00"), "2026-03-29 11:00"),  # summer time begins: 13:00 on the wall
    (24, "binnen", lokaal("2026-10-24 12:00"), "2026-10-25 10:00"),  # it ends: 11:00 on the wall
    (72, "binnen", lokaal("2026-03-27 18:00"), "2026-03-30 17:00"),
    (24, "binnen", lokaal("2026-10-25 02:30", fold=0), "2026-10-26 00:30"),  # the first half past two
    (24, "binnen", lokaal("2026-10-25 02:30", fold=1), "2026-10-26 01:30"),  # and the second, an hour later
    (1, "binnen", lokaal("2026-03-29 01:30"), "2026-03-29 01:30"),  # 02:30 does not exist: half past three
    (24, "voor", lokaal("2026-03-29 12:00"), "2026-03-28 10:00"),
    (24, "binnen", datetime(2026, 12, 31, 23, 15, tzinfo=UTC), "2027-01-01 23:15"),
    (24, "binnen", lokaal("2026-12-25 09:00"), "2026-12-26 08:00"),  # hours do not wait for Christmas
]


@pytest.mark.parametrize(("duur", "richting", "na", "moment"), UREN)
def test_uren(duur, richting, na, moment):
    assert vervalt_op(klok(duur, "uren", richting), na) == datetime.fromisoformat(moment).replace(tzinfo=UTC)


# (duur, eenheid, day of the event, last day)
BINNEN = [
    # werkdagen: Good Friday, every 5 May, Ascension, a moved King's Day; the day of receipt does not count
    (1, "werkdagen", "2026-04-02", "2026-04-07"),  # Maundy Thursday: over Good Friday and Easter Monday
    (5, "werkdagen", "2026-03-31", "2026-04-09"),
    (1, "werkdagen", "2026-05-04", "2026-05-06"),  # 5 May, not a lustrum
    (1, "werkdagen", "2025-05-04", "2025-05-06"),  # 5 May, a lustrum
    (1, "werkdagen", "2028-05-04", "2028-05-08"),  # 5 May is a Friday
    (5, "werkdagen", "2026-04-24", "2026-05-04"),  # King's Day is a Monday
    (1, "werkdagen", "2025-04-25", "2025-04-28"),  # 27 April a Sunday: kept on Saturday the 26th
    (1, "werkdagen", "2026-05-13", "2026-05-15"),  # Ascension Day
    (1, "werkdagen", "2026-05-22", "2026-05-26"),  # Whit Monday
    (5, "werkdagen", "2026-12-23", "2026-12-31"),  # Christmas on Friday and Saturday
    (5, "werkdagen", "2026-12-24", "2027-01-04"),  # and over New Year: 28 to 31 December, 4 January
    (1, "werkdagen", "2026-06-05", "2026-06-08"),  # a Friday
    (1, "werkdagen", "2026-06-06", "2026-06-08"),  # received on a Saturday
    (1, "werkdagen", "2026-06-07", "2026-06-08"),  # and on a Sunday
    (5, "werkdagen", "2026-06-08", "2026-06-15"),  # a whole week
    (10, "werkdagen", "2026-06-08", "2026-06-22"),
    # months: the same day, or the last one there is
    (1, "maanden", "2026-01-31", "2026-02-28"),
    (1, "maanden", "2028-01-31", "2028-02-29"),
    (1, "maanden", "2026-02-28", "2026-03-28"),  # not the end of March
    (1, "maanden", "2026-03-31", "2026-04-30"),
    (3, "maanden", "2026-11-30", "2027-02-28"),
    (2, "maanden", "2026-12-31", "2027-02-28"),
    (1, "maanden", "2026-12-15", "2027-01-15"),
    (36, "maanden", "2028-02-29", "2031-02-28"),
    (1, "maanden", "2026-09-28", "2026-10-28"),  # over the end of summer time
    (1, "jaren", "2028-02-29", "2029-02-28"),
    (4, "jaren", "2028-02-29", "2032-02-29"),
    (5, "jaren", "2026-03-01", "2031-03-01"),
    # weeks are seven days, and no term shifts for a weekend or a free day
    (2, "weken", "2026-12-11", "2026-12-25"),  # Christmas Day
    (4, "weken", "2026-03-06", "2026-04-03"),  # Good Friday
    (2, "weken", "2026-03-20", "2026-04-03"),  # over the begin of summer time
    (14, "dagen", "2026-06-06", "2026-06-20"),  # a Saturday
    (1, "dagen", "2028-02-28", "2028-02-29"),
    (1, "dagen", "2026-10-24", "2026-10-25"),  # a day of 25 hours
    (1, "maanden", "2026-05-07", "2026-06-07"),  # a Sunday
    # full calendar months (decision 12)
    (2, "kalendermaanden", "2026-03-10", "2026-05-31"),
    (2, "kalendermaanden", "2026-03-01", "2026-05-31"),
    (2, "kalendermaanden", "2026-03-31", "2026-05-31"),
    (2, "kalendermaanden", "2025-12-31", "2026-02-28"),
    (2, "kalendermaanden", "2027-12-01", "2028-02-29"),
    (1, "kalendermaanden", "2026-11-30", "2026-12-31"),
    # nothing to count
    (0, "werkdagen", "2026-12-25", "2026-12-25"),
    (0, "dagen", "2026-06-06", "2026-06-06"),
]


@pytest.mark.parametrize(("duur", "eenheid", "dag", "laatste"), BINNEN)
@pytest.mark.parametrize("uur", ["00:00", "23:59"])
def test_binnen(duur, eenheid, dag, laatste, uur):
    """Whatever the hour of the event, the last day is whole."""
    tot = lokaal(f"{laatste} 00:00") + timedelta(days=1)
    assert vervalt_op(klok(duur, eenheid), lokaal(f"{dag} {uur}")) == tot


VOOR = [
    (2, "weken", "2026-06-15", "2026-06-01"),
    (2, "weken", "2026-05-19", "2026-05-05"),  # on a free day: no shift backward either
    (5, "werkdagen", "2026-06-15", "2026-06-08"),
    (1, "werkdagen", "2026-04-07", "2026-04-02"),  # back over Easter
    (3, "werkdagen", "2026-05-07", "2026-05-01"),  # back over 5 May
    (1, "werkdagen", "2026-06-07", "2026-06-05"),  # a Sunday
    (1, "maanden", "2026-03-31", "2026-02-28"),
    (1, "maanden", "2026-01-15", "2025-12-15"),
    (1, "jaren", "2028-02-29", "2027-02-28"),
    (10, "dagen", "2026-03-05", "2026-02-23"),
    (2, "kalendermaanden", "2026-03-10", "2026-01-31"),
]


@pytest.mark.parametrize(("duur", "eenheid", "dag", "laatste"), VOOR)
def test_voor(duur, eenheid, dag, laatste):
    """The last day on which the act is in time."""
    tot = lokaal(f"{laatste} 00:00") + timedelta(days=1)
    assert vervalt_op(klok(duur, eenheid, "voor"), lokaal(f"{dag} 09:00")) == tot


@pytest.mark.parametrize("richting", ["binnen", "voor", "maximaal", "elke"])
def test_direct_is_the_moment_itself(richting):
    moment = lokaal("2026-03-29 03:30")
    assert vervalt_op(klok(0, "direct", richting), moment) == moment


@pytest.mark.parametrize(
    ("duur", "eenheid", "dag", "laatste"),
    [
        (1, "jaren", "2026-06-01", "2027-05-31"),
        (4, "jaren", "2024-03-01", "2028-02-29"),
        (1, "jaren", "2028-02-29", "2029-02-27"),
        (1, "maanden", "2026-02-01", "2026-02-28"),
        (1, "dagen", "2026-03-29", "2026-03-29"),
    ],
)
def test_a_period_that_counts_its_first_day(duur, eenheid, dag, laatste):
    tot = lokaal(f"{laatste} 00:00") + timedelta(days=1)
    assert vervalt_op(klok(duur, eenheid, eerste_dag_telt=True), lokaal(f"{dag} 00:00")) == tot


def test_the_day_is_the_day_in_the_netherlands():
    """Half past eleven in the evening in UTC is the next day here; in winter the difference is one hour."""
    assert vervalt_op(klok(1, "dagen"), datetime(2026, 6, 8, 22, 30, tzinfo=UTC)) == lokaal(
        "2026-06-11 00:00"
    )
    assert vervalt_op(klok(1, "dagen"), datetime(2026, 1, 8, 22, 30, tzinfo=UTC)) == lokaal(
        "2026-01-10 00:00"
    )


@pytest.mark.parametrize(("dag", "uren"), [("2026-03-29", 23), ("2026-10-25", 25), ("2026-06-08", 24)])
def test_a_day_ends_at_midnight_however_long_it_is(dag, uren):
    begin, einde = lokaal(f"{dag} 00:00"), einde_van(date.fromisoformat(dag))
    assert (einde.hour, einde.minute) == (0, 0)
    assert einde.astimezone(UTC) - begin.astimezone(UTC) == timedelta(hours=uren)


def test_free_days_of_a_year():
    assert feestdagen(2026) >= {
        date(2026, maand, dag)
        for maand, dag in [(1, 1), (4, 3), (4, 6), (4, 27), (5, 5), (5, 14), (5, 25), (12, 25), (12, 26)]
    }
    werkdagen_vrij = {dag for dag in feestdagen(2026) if dag.weekday() < 5}
    assert len(werkdagen_vrij) == 8  # the nine above but Boxing Day, a Saturday


def test_an_extra_free_day_does_not_count_either():
    brug = frozenset({date(2026, 5, 15)})
    assert not is_werkdag(date(2026, 5, 15), brug)
    assert vervalt_op(klok(1, "werkdagen"), lokaal("2026-05-13 09:00"), brug) == lokaal("2026-05-19 00:00")


@pytest.mark.parametrize("eenheid", ["keer_per_jaar", "eeuwen", ""])
def test_a_unit_without_days_has_no_moment(eenheid):
    with pytest.raises(ValueError, match="Eenheid"):
        vervalt_op(klok(1, eenheid), lokaal("2026-06-08 09:00"))


@pytest.mark.parametrize("richting", ["binnen", "voor", "elke", "maximaal"])
@pytest.mark.parametrize("eenheid", ["dagen", "werkdagen", "weken", "maanden", "jaren"])
def test_a_term_of_zero_ends_with_its_own_day(eenheid, richting):
    """Received on the evening before a free day, or in the middle of it: still that day."""
    for dag in ("2026-04-02", "2026-04-03", "2028-02-29", "2026-12-31"):
        assert vervalt_op(klok(0, eenheid, richting), lokaal(f"{dag} 23:59")) == einde_van(
            date.fromisoformat(dag)
        )


@pytest.mark.parametrize("eenheid", ["direct", "uren"])
def test_what_counts_no_days_has_no_first_one(eenheid):
    with pytest.raises(ValueError, match="eerste dag"):
        vervalt_op(klok(0, eenheid, eerste_dag_telt=True), lokaal("2026-06-08 09:00"))


@pytest.mark.parametrize(
    ("duur", "eenheid", "na", "zin"),
    [
        (-1, "dagen", lokaal("2026-06-08 09:00"), "negatief"),
        (-1, "direct", lokaal("2026-06-08 09:00"), "negatief"),
        (1, "dagen", datetime(2026, 6, 8, 9), "tijdzone"),  # noqa: DTZ001
        (0, "direct", datetime(2026, 6, 8, 9), "tijdzone"),  # noqa: DTZ001
    ],
)
def test_nonsense_gives_no_moment(duur, eenheid, na, zin):
    with pytest.raises(ValueError, match=zin):
        vervalt_op(klok(duur, eenheid), na)


# (warnings, the moment it runs out, the starts of the days on which to warn)
WAARSCHUWEN = [
    ((), "2026-06-16 00:00", ()),
    ((1,), "2026-06-16 00:00", ("2026-06-14 00:00",)),  # up to and including the 15th: the day before that
    ((14, 7), "2026-04-04 00:00", ("2026-03-20 00:00", "2026-03-27 00:00")),  # 14 and 21 days after receipt
    ((7, 14), "2026-04-04 00:00", ("2026-03-20 00:00", "2026-03-27 00:00")),
    ((7, 7), "2026-04-04 00:00", ("2026-03-27 00:00",)),
    ((91,), "2027-01-01 00:00", ("2026-10-01 00:00",)),  # the last quarter opens
    ((1,), "2026-03-30 00:00", ("2026-03-28 00:00",)),  # the last day has 23 hours
    ((1,), "2026-10-26 00:00", ("2026-10-24 00:00",)),  # and 25
    ((1,), "2028-03-01 00:00", ("2028-02-28 00:00",)),
    ((5, 1), "2026-05-06 00:00", ("2026-04-30 00:00", "2026-05-04 00:00")),  # no shift for free days
    ((1,), "2026-06-16 11:00", ("2026-06-15 00:00",)),  # it counts hours: runs out on the 16th itself
    ((1,), "2026-06-16 00:01", ("2026-06-15 00:00",)),
]


@pytest.mark.parametrize(("waarschuw", "vervalt", "dagen"), WAARSCHUWEN)
def test_warnings_come_first_and_at_the_start_of_their_day(waarschuw, vervalt, dagen):
    verwacht = [(lokaal(dag), "waarschuwing") for dag in dagen]
    for moment in (lokaal(vervalt), lokaal(vervalt).astimezone(UTC)):
        assert list(momenten(klok(1, "dagen", waarschuw=waarschuw), moment)) == [
            *verwacht,
            (moment, "verlopen"),
        ]


@pytest.mark.parametrize("dagen", [0, -1])
def test_a_warning_after_the_fact_is_none(dagen):
    with pytest.raises(ValueError, match="vooraf"):
        momenten(klok(1, "dagen", waarschuw=(dagen,)), lokaal("2026-06-16 00:00"))


@pytest.mark.parametrize(
    ("vervalt", "dag"),
    [
        ("2026-06-16 00:00", "2026-06-15"),
        ("2026-06-16 00:01", "2026-06-16"),
        ("2026-03-30 00:00", "2026-03-29"),
        ("2027-01-01 00:00", "2026-12-31"),
    ],
)
def test_the_last_day_is_the_one_before_midnight(vervalt, dag):
    assert laatste_dag(lokaal(vervalt)) == laatste_dag(lokaal(vervalt).astimezone(UTC))
    assert laatste_dag(lokaal(vervalt)) == date.fromisoformat(dag)


# (event, duur, eenheid, it ran out, it was met, the next round runs out)
ELKE = [
    ("vorige_evaluatie", 1, "jaren", "2026-06-02 00:00", "2026-05-20 15:00", "2027-05-21 00:00"),  # early
    ("vorige_evaluatie", 6, "maanden", "2026-06-02 00:00", "2026-08-31 15:00", "2027-03-01 00:00"),  # late
    ("laatste_risicoanalyse", 3, "jaren", "2028-02-29 00:00", "2028-02-29 09:00", "2031-03-01 00:00"),
    # The evaluation of 2026 a month late: the one of 2027 is due in 2027 all the same.
    ("kalenderjaar_vierde_kwartaal", 1, "jaren", "2027-01-01 00:00", "2027-01-29 15:00", "2028-01-01 00:00"),
    ("kalenderjaar_vierde_kwartaal", 1, "jaren", "2027-01-01 00:00", "2026-10-05 15:00", "2028-01-01 00:00"),
    ("einde_lopende_periode", 1, "jaren", "2027-06-01 00:00", "2027-06-01 00:00", "2028-06-01 00:00"),
    ("einde_lopende_periode", 1, "jaren", "2027-06-01 00:00", "2027-06-09 00:00", "2028-06-01 00:00"),
]


@pytest.mark.parametrize(("na", "duur", "eenheid", "verviel", "vervuld", "verwacht"), ELKE)
def test_the_next_round(na, duur, eenheid, verviel, vervuld, verwacht):
    termijn = klok(duur, eenheid, "elke", na)
    assert vervalt_op(termijn, volgende_start(termijn, lokaal(vervuld), lokaal(verviel))) == lokaal(verwacht)


@pytest.mark.parametrize("richting", ["binnen", "voor", "maximaal"])
def test_what_does_not_recur_has_no_next_round(richting):
    with pytest.raises(ValueError, match="keert niet terug"):
        volgende_start(klok(1, "jaren", richting), lokaal("2026-06-08 09:00"), lokaal("2026-06-08 09:00"))


@pytest.mark.parametrize(
    ("eerder", "moment", "over"),
    [
        ((), "2026-06-08 09:00", 2),
        (("2026-01-01 00:00",), "2026-06-08 09:00", 1),
        (("2026-01-01 00:00", "2026-12-31 23:59"), "2026-06-08 09:00", 0),
        (("2026-02-01 10:00", "2026-03-01 10:00", "2026-04-01 10:00"), "2026-06-08 09:00", 0),
        (("2025-12-31 23:59", "2025-11-01 10:00"), "2026-01-01 00:00", 2),  # a year is a calendar year
        (("2026-12-31 23:30",), "2026-12-31 23:45", 1),  # still this year here, next year nowhere yet
    ],
)
def test_so_many_times_a_year(eerder, moment, over):
    grens = klok(2, "keer_per_jaar", "maximaal", "kalenderjaar")
    assert nog_toegestaan(grens, map(lokaal, eerder), lokaal(moment)) == over


def test_the_year_is_the_year_in_the_netherlands():
    """Half an hour past midnight here is still last year in UTC."""
    grens = klok(1, "keer_per_jaar", "maximaal", "kalenderjaar")
    nieuwjaar = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    assert nog_toegestaan(grens, [nieuwjaar], lokaal("2027-06-01 10:00")) == 0
    assert nog_toegestaan(grens, [nieuwjaar], lokaal("2026-06-01 10:00")) == 1


@pytest.mark.parametrize(
    "geen_grens",
    [
        klok(2, "jaren", "maximaal", "kalenderjaar"),
        klok(2, "keer_per_jaar", "voor", "kalenderjaar"),
        klok(2, "keer_per_jaar", "maximaal", "verjaardag"),
        klok(2, "keer_per_jaar", "maximaal", "kalenderjaar", eerste_dag_telt=True),
    ],
)
def test_what_is_no_limit_a_year_counts_no_times(geen_grens):
    with pytest.raises(ValueError, match="kalenderjaar"):
        nog_toegestaan(geen_grens, [], lokaal("2026-06-08 09:00"))


@pytest.mark.parametrize(
    ("bedrag", "huur", "bereikt"),
    [
        ("1199.99", "800.00", False),
        ("1200.00", "800.00", True),  # 1.5 month's rent owed, to the cent (decision 67)
        ("1200.01", "800.00", True),
        ("0", "800.00", False),
        ("899.99", "600", False),
        ("1049.98", "699.99", False),  # 1.5 times 699.99 is half a cent more
        ("1049.99", "699.99", True),
    ],
)
def test_an_amount_starts_the_clock(bedrag, huur, bereikt):
    termijn = klok(0, "direct", drempel=(1.5, "maandhuren"))
    assert drempel_bereikt(termijn, Decimal(bedrag), Decimal(huur)) is bereikt


@pytest.mark.parametrize(
    ("drempel", "bedrag", "huur", "zin"),
    [
        (None, "1200", "800", "geen drempel"),
        ((1.5, "maandhuren"), "-1", "800", "niet te rekenen"),
        ((1.5, "maandhuren"), "1200", "0", "niet te rekenen"),
        ((1.5, "maandhuren"), "1200", "-800", "niet te rekenen"),
    ],
)
def test_an_amount_that_means_nothing(drempel, bedrag, huur, zin):
    with pytest.raises(ValueError, match=zin):
        drempel_bereikt(klok(0, "direct", drempel=drempel), Decimal(bedrag), Decimal(huur))


@pytest.mark.parametrize(
    ("duur", "eenheid", "laatste"),
    [(0, "einde_dag", "2026-12-25"), (5, "werkdagen", "2027-01-04"), (5, "jaren", "2031-12-25")],
)
def test_keeping_ends_with_its_last_day(duur, eenheid, laatste):
    regel = Bewaartermijn("b", "zaak", "iets", "vernietigen", "X-1", duur, eenheid)
    assert bewaren_tot(regel, lokaal("2026-12-25 10:00")) == lokaal(f"{laatste} 00:00") + timedelta(days=1)


def test_keeping_without_a_number_says_which_setting():
    with pytest.raises(ValueError, match="bewaartermijn_zaak"):
        bewaren_tot(
            Bewaartermijn("b", "zaak", "iets", "vernietigen", "X-1", instelling="bewaartermijn_zaak"),
            lokaal("2026-12-25 10:00"),
        )
