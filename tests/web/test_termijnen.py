"""What is left of a term, as it stands on the screen."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from convenant.tijd import stel_in
from convenant.web.templatetags.termijnen import haast, resterend, uiterste

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def op(dag: int, uur: int = 0, minuut: int = 0, maand: int = 10) -> datetime:
    return datetime(2026, maand, dag, uur, minuut, tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    ("moment", "nu", "tekst", "kleur"),
    [
        # Saturday the 24th is the last day; that night the clock goes back an hour.
        (op(25), op(21, 9), "nog 3 dagen", "muted"),
        (op(25), op(22, 9), "nog 2 dagen", "warning"),
        (op(25), op(23, 23, 59), "nog 1 dag", "warning"),
        (op(25), op(24), "nog vandaag", "warning"),
        (op(25), op(24, 23, 59), "nog vandaag", "warning"),
        (op(25), op(25), "1 dag te laat", "danger"),
        (op(25), op(25, 23, 59), "1 dag te laat", "danger"),
        (op(25), op(26), "2 dagen te laat", "danger"),
        (op(25), op(1, maand=11), "8 dagen te laat", "danger"),
        # A clock that counts hours.
        (op(25, 14, 30), op(25, 14, 29), "nog vandaag", "warning"),
        (op(25, 14, 30), op(25, 14, 30), "te laat", "danger"),
        (op(25, 14, 30), op(26, 9), "1 dag te laat", "danger"),
    ],
)
def test_wat_er_nog_over_is(moment, nu, tekst, kleur) -> None:
    with stel_in(nu):
        assert resterend(moment) == tekst
        assert f">{tekst}</span>" in haast(moment)
        assert kleur in haast(moment)


def test_een_dag_is_tot_en_met_een_uur_is_uiterlijk() -> None:
    assert uiterste(op(25)) == "tot en met 24 oktober 2026"
    assert uiterste(op(1, maand=11)) == "tot en met 31 oktober 2026"
    assert uiterste(op(25, 14, 30)) == "uiterlijk 25 oktober 2026, 14:30 uur"
