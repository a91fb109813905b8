from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from django.test import Client
from playwright.sync_api import BrowserContext, expect
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
