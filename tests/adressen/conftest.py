from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.adressen.registers import BagServer, PdokServer
from tests.schermen.conftest import klant, stad, wereld, werk_als

__all__ = ["klant", "stad", "wereld", "werk_als"]


@pytest.fixture
def stel_in_op(settings: Any) -> Callable[..., None]:
    """`stel_in_op("bag", url)`: from now on this register is the one that is asked."""

    def doe(soort: str, url: str = "", seconden: float = 2.0) -> None:
        settings.ADRESREGISTER, settings.ADRESREGISTER_URL = soort, url
        settings.ADRESREGISTER_SLEUTEL, settings.ADRESREGISTER_SECONDEN = "sleutel-van-niemand", seconden

    return doe


@pytest.fixture
def bag(stel_in_op: Callable[..., None]) -> Iterator[BagServer]:
    with BagServer.draai() as server:
        stel_in_op("bag", server.url)
        yield server


@pytest.fixture
def pdok(stel_in_op: Callable[..., None]) -> Iterator[PdokServer]:
    with PdokServer.draai() as server:
        stel_in_op("pdok", server.url)
        yield server
