from collections.abc import Iterator

import pytest

from convenant.tijd import stel_in
from tests.tables import once
from tests.wereld import NU, Wereld, maak_wereld, neem_fgs_aan


@once
def maak_wereld_met_fgs() -> Wereld:
    wereld = maak_wereld()
    neem_fgs_aan(wereld)
    return wereld


@pytest.fixture
def wereld(db: None) -> Iterator[Wereld]:
    """The small Heemstede of tests/wereld.py and its FGs, on its Monday morning."""
    with stel_in(NU):
        yield maak_wereld_met_fgs()
