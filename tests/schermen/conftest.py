from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from playwright.sync_api import BrowserContext, expect
from pytest_django.live_server_helper import LiveServer

from convenant.tijd import stel_in
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
