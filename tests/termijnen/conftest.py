from collections.abc import Iterator

import pytest

from convenant.tijd import stel_in
from tests.proef import maak_proef
from tests.termijnen.beleid import KLOKPROEF
from tests.wereld import NU, Wereld


@pytest.fixture
def proef(db: None) -> Iterator[Wereld]:
    """Monday 23 November 2026, half past ten in the Netherlands."""
    with stel_in(NU):
        yield maak_proef("klokproef", KLOKPROEF)
