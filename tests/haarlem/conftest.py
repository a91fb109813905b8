from collections.abc import Iterator

import pytest

from convenant.partijen.models import InstellingWaarde
from convenant.poort import feiten
from convenant.tijd import stel_in
from tests.tables import once
from tests.wereld import NU, Wereld
from tests.werelden import maak

from .toneel import SETS, Gesteld


@once
def maak_haarlem() -> Wereld:
    wereld = maak("haarlem")
    naam = "velden_melding_met_toestemming"
    InstellingWaarde.objects.filter(convenant=wereld.convenant, naam=naam).update(
        waarde=list(SETS["melding_met_toestemming"].velden)
    )
    return wereld


@pytest.fixture
def wereld(db: None) -> Iterator[Wereld]:
    """The small Haarlem of tests/werelden.py on its Monday morning, two corporaties, every setting filled in."""
    wereld = maak_haarlem()
    with stel_in(NU):
        yield wereld


@pytest.fixture
def gesteld(monkeypatch: pytest.MonkeyPatch) -> Gesteld:
    """Every fact holds, but for the one a try takes away."""
    gesteld = Gesteld()
    monkeypatch.setitem(feiten._vragen, "haarlem", gesteld.vragen)
    return gesteld
