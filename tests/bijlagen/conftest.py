from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

import pytest

from convenant.poort import bijlagen, poort
from convenant.tijd import stel_in
from tests.bijlagen.bestanden import geladen, maak_pdf
from tests.proef import maak_proef
from tests.wereld import NU, Wereld

# What no other byte in the database or on disk looks like.
HERKENBAAR = b"% Dit staat alleen in deze machtiging: lepelaarskolonie."
PDF = maak_pdf() + b"\n" + HERKENBAAR


@pytest.fixture
def proef(db: None) -> Iterator[Wereld]:
    with stel_in(NU):
        yield maak_proef()


@pytest.fixture
def neem_aan(proef: Wereld) -> Callable[..., dict[str, Any]]:
    """`neem_aan()`: kees takes in a file; the value that stands for it."""

    def doe(inhoud: bytes = PDF, naam: str = "machtiging Noor.pdf", wie: str = "kees") -> dict[str, Any]:
        with proef.als(wie):
            concept = bijlagen.concept(bijlagen.neem_aan(geladen(naam, inhoud)))
        assert concept
        return concept.waarde

    return doe


@pytest.fixture
def stuur(proef: Wereld) -> Callable[..., poort.Verstrekt]:
    """`stuur(reden=waarde)`: kees reports to leerplicht and wijkteam. `reden` goes only with consent of the parent."""

    def doe(*functies: str, toestemming: bool = True, bewaren_tot: Any = None, **waarden: Any):
        with proef.als("kees"):
            return poort.verstrek(
                "verzuimmelding",
                {"leerling": "Noor", "dagen": "3"} | waarden,
                [proef.groep("gemeente", functie) for functie in functies or ("leerplicht", "wijkteam")],
                gegeven={"toestemming": toestemming},
                bewaren_tot=bewaren_tot,
            )

    return doe


@pytest.fixture
def leest(proef: Wereld) -> Callable[..., bytes]:
    """`leest("lies", waarde)`: the content, as this persona gets it."""

    def doe(naam: str, waarde: dict[str, Any]) -> bytes:
        with proef.als(naam):
            return bijlagen.lees_bijlage(UUID(waarde["bijlage"])).inhoud

    return doe
