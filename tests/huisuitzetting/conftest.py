from collections.abc import Iterator

import pytest

from convenant.tijd import stel_in
from tests.wereld import NU, Wereld
from tests.werelden import maak


@pytest.fixture
def haarlem(db: None) -> Iterator[Wereld]:
    """The small Haarlem of tests/werelden.py on its Monday morning, with two corporaties."""
    wereld = maak("haarlem")
    with stel_in(NU):
        yield wereld
