from collections.abc import Iterator

import pytest

from convenant.tijd import stel_in
from tests.wereld import NU, Wereld, maak_wereld


@pytest.fixture
def wereld(db: None) -> Iterator[Wereld]:
    """The small Heemstede of tests/wereld.py, on its Monday morning."""
    wereld = maak_wereld()
    with stel_in(NU):
        yield wereld


@pytest.fixture
def vaste_wereld(transactional_db: None) -> Iterator[Wereld]:
    """The same, really committed: for tests of what stays when something fails."""
    wereld = maak_wereld()
    with stel_in(NU):
        yield wereld
