"""Supervision over the small Heemstede: a full October, looked at on a Monday in November."""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.http import HttpResponse
from django.test import Client

from brpinzage.handelingen import Identiteit
from convenant.brp.adres import Adres
from convenant.poort.handeling import Geweigerd
from convenant.tijd import stel_in
from tests.schermen.klant import log_in
from tests.tables import once
from tests.wereld import KADE_3, LINDELAAN_12, LINDELAAN_14A, NU, Wereld, maak_wereld

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
OKTOBER = date(2026, 10, 1)
GEEN_HUURDER = Identiteit("R. Vink", "huurder", "paspoort", date(2026, 9, 30))


def op(dag: int, uur: int = 10, maand: int = 10) -> datetime:
    return datetime(2026, maand, dag, uur, tzinfo=AMSTERDAM)


def raadpleeg(wereld: Wereld, wie: str, adres: Adres, moment: datetime, **anders: object) -> None:
    with stel_in(moment):
        wereld.raadpleeg(wie, adres, **({"identiteit": GEEN_HUURDER} | anders))


@once
def maak_oktober() -> Wereld:
    """Thirteen raadplegingen and two refusals in October, one raadpleging on each side of it."""
    wereld = maak_wereld()
    for dag in range(5, 13):  # a working week and a bit; 10 and 11 October are a weekend
        raadpleeg(wereld, "anna", LINDELAAN_12, op(dag))
    raadpleeg(wereld, "bert", LINDELAAN_14A, op(6, 22), doel="onrechtmatige_bewoning")
    raadpleeg(wereld, "bert", LINDELAAN_14A, op(13, 6))
    for dag in (1, 2, 31):
        raadpleeg(wereld, "carla", KADE_3, op(dag, 23), doel="woningtoewijzing")
    for _ in range(2):
        with pytest.raises(Geweigerd):
            raadpleeg(wereld, "carla", LINDELAAN_12, op(14))
    raadpleeg(wereld, "anna", LINDELAAN_12, op(1) - timedelta(hours=10, minutes=1))
    raadpleeg(wereld, "anna", LINDELAAN_12, op(1, 0, maand=11))
    return wereld


@pytest.fixture
def wereld(request: pytest.FixtureRequest, db: None) -> Iterator[Wereld]:
    """The small Heemstede, with its October for a test that asks for `oktober`."""
    with stel_in(NU):
        yield maak_oktober() if "oktober" in request.fixturenames else maak_wereld()


@pytest.fixture
def oktober(wereld: Wereld) -> Wereld:
    return wereld


@pytest.fixture
def klant(wereld: Wereld) -> Callable[[str], Client]:
    return lambda naam: log_in(wereld, naam)


@pytest.fixture
def frits(klant: Callable[[str], Client]) -> Client:
    return klant("frits")


def tekst(antwoord: HttpResponse) -> str:
    return " ".join(antwoord.content.decode().split())


def volgen(antwoord: HttpResponse) -> list[int]:
    """The numbers of the lines on a page of the log."""
    return [int(volg) for volg in re.findall(r'app-table__sub">regel (\d+)<', antwoord.content.decode())]


def laatste_regels(wereld: Wereld, als_eigenaar, aantal: int) -> list[tuple[str, str]]:
    """(verb, object) of the last lines of the log, the newest first, as the owner sees them."""
    from convenant.poort.models import Logregel

    with als_eigenaar():
        regels = Logregel.objects.filter(convenant=wereld.convenant).order_by("-volg")[:aantal]
        return [(regel.handeling, regel.object) for regel in regels]
