import os
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from convenant.tijd import stel_in
from tests.schermen.klant import log_in, logstand, tabellen
from tests.wereld import NU, Wereld, maak_wereld

expect.set_options(timeout=15_000)


@pytest.fixture
def stad(live_server: LiveServer, transactional_db: None) -> Iterator[Wereld]:
    """The small Heemstede, committed, so that the server of the browser sees it; on its Monday morning."""
    wereld = maak_wereld()
    with stel_in(NU):
        yield wereld


@pytest.fixture
def werk_als(live_server: LiveServer, context: BrowserContext, stad: Wereld) -> Callable[[str], None]:
    """`werk_als("anna")`: from now on the browser is signed in as this persona."""

    def inloggen(naam: str) -> None:
        client = Client()
        client.force_login(
            stad.mensen[naam].account, backend="allauth.account.auth_backends.AuthenticationBackend"
        )
        context.clear_cookies()
        context.add_cookies(
            [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}]
        )

    return inloggen


@pytest.fixture
def wereld(db: None) -> Iterator[Wereld]:
    """The small Heemstede in the transaction of the test: for Django's own client, without a browser."""
    wereld = maak_wereld()
    with stel_in(NU):
        yield wereld


@pytest.fixture
def klant(wereld: Wereld) -> Callable[[str], Client]:
    """`klant("anna")`: a client signed in as this persona; "" is nobody, "vreemde" works for no party."""

    def inloggen(naam: str) -> Client:
        return log_in(wereld, naam)

    return inloggen


@pytest.fixture
def onveranderd(als_eigenaar) -> Callable[..., AbstractContextManager[None]]:
    """`with onveranderd(weigeringen=1)`: nothing changes in any table, and the log gains exactly so many refusals."""

    @contextmanager
    def houd(weigeringen: int = 0) -> Iterator[None]:
        with als_eigenaar():
            eerst, stand = tabellen(), logstand()
        yield
        with als_eigenaar():
            assert tabellen() == eerst, "something was changed"
            assert logstand() - stand == Counter({"geweigerd": weigeringen} if weigeringen else {})

    return houd


@pytest.fixture
def beeld(axe: Callable[[Page], None]) -> Callable[[Page, str], None]:
    """`beeld(page, "zaak")`: the page as it stands, on a desk and on a phone: axe finds no fault and nothing is wider
    than the screen. With BEELD=docs/beeld in the environment it leaves the pictures of the manual there."""

    def bekijk(page: Page, naam: str) -> None:
        for breedte, hoogte in ((390, 844), (1280, 900)):
            page.set_viewport_size({"width": breedte, "height": hoogte})
            axe(page)
            te_breed = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            assert te_breed <= 0, f"{naam}: {te_breed} px wider than a screen of {breedte} px"
            if map_ := os.environ.get("BEELD"):
                page.screenshot(path=Path(map_) / f"{naam}-{breedte}.png", full_page=True)

    return bekijk
