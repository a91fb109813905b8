"""The small Heemstede on its Monday morning, and how its people grant and withdraw through the gate."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from django.test import Client

from convenant.tijd import stel_in
from tests.schermen.klant import log_in
from tests.wereld import NU, Wereld, maak_wereld

VANDAAG = date(2026, 11, 23)


@pytest.fixture
def wereld(db: None) -> Iterator[Wereld]:
    wereld = maak_wereld()
    with stel_in(NU):
        yield wereld


@pytest.fixture
def vaste_wereld(transactional_db: None) -> Iterator[Wereld]:
    """The same, really committed: for two who act at once."""
    wereld = maak_wereld()
    with stel_in(NU):
        yield wereld


@pytest.fixture
def klant(wereld: Wereld) -> Callable[[str], Client]:
    return lambda naam: log_in(wereld, naam)
