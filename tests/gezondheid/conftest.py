from collections.abc import Iterator

import pytest

from convenant.tijd import stel_in
from tests.wereld import NU, Wereld, maak_wereld


@pytest.fixture
def wereld(db: None) -> Iterator[Wereld]:
    """The small Heemstede of tests/wereld.py, on its Monday morning."""
    with stel_in(NU):
        yield maak_wereld()
