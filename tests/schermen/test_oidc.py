"""Signing in through the provider of one's own organisation, in a browser. The provider is nobody's of ours: oidc-provider-mock,
in a process of its own."""

import json
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from tests.inloggen.conftest import sluit_aanbieder_aan
from tests.wereld import Wereld

__all__ = ["sluit_aanbieder_aan"]

pytestmark = pytest.mark.browser

MENSEN = (
    {"sub": "anna", "email": "anna@voorbeeld.nl", "email_verified": True, "acr": "2"},
    {"sub": "carla", "email": "carla@voorbeeld.nl", "email_verified": True},
    {"sub": "bert", "email": "bert@voorbeeld.nl", "email_verified": False},
)


@pytest.fixture(scope="module")
def aanbieder() -> Iterator[str]:
    """The address of the provider; it wants a nonce."""
    with socket.create_server(("127.0.0.1", 0)) as vrij:
        poort = vrij.getsockname()[1]
    mensen = [f"--user-claims={json.dumps(mens)}" for mens in MENSEN]
    opdracht = [sys.executable, "-m", "oidc_provider_mock", f"--port={poort}", "--require-nonce", *mensen]
    proces = subprocess.Popen(opdracht, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{poort}"
    try:
        _wacht_op(f"{url}/.well-known/openid-configuration", proces)
        yield url
    finally:
        proces.terminate()
        proces.wait(10)


def _wacht_op(adres: str, proces: subprocess.Popen) -> None:
    einde = time.monotonic() + 30
    while True:
        assert proces.poll() is None, "the provider stopped"
        try:
            urlopen(adres, timeout=5).close()
        except URLError:
            assert time.monotonic() < einde, "the provider does not start"
            time.sleep(0.1)
        else:
            return


@pytest.fixture
def linde(
    aanbieder: str, stad: Wereld, page: Page, sluit_aanbieder_aan: Callable[..., None], settings: Any
) -> str:
    sluit_aanbieder_aan(aanbieder, stad.deelnames["linde"].partij_id, factor=["2"])
    # Its pages want a style sheet from elsewhere.
    page.route(re.compile("^https:"), lambda weg: weg.fulfill(status=200, content_type="text/css", body=""))
    page.route("**/favicon.ico", lambda weg: weg.fulfill(status=204))
    return aanbieder


def _kies(page: Page, live_server: LiveServer, wie: str) -> None:
    page.goto(f"{live_server.url}/account/login/?next=/heemstede/")
    page.get_by_role("button", name="Inloggen via De Linde").click()
    page.get_by_role("button", name=wie, exact=True).click()


def test_met_de_aanbieder_naar_binnen(
    page: Page, live_server: LiveServer, linde: str, beeld: Callable[[Page, str], None]
) -> None:
    page.goto(f"{live_server.url}/account/login/?next=/heemstede/")
    beeld(page, "inloggen-oidc")
    page.get_by_role("button", name="Inloggen via De Linde").click()
    expect(page).to_have_url(re.compile(f"^{linde}/oauth2/authorize"))
    page.get_by_role("button", name="anna", exact=True).click()
    expect(page).to_have_url(f"{live_server.url}/heemstede/")
    expect(page.get_by_text("Anna").first).to_be_visible()
    page.goto(f"{live_server.url}/account/logout/")
    page.get_by_role("button", name="Uitloggen").click()
    page.goto(f"{live_server.url}/heemstede/")
    expect(page.get_by_role("heading", name="Inloggen", exact=True)).to_be_visible()


def test_de_factor_opnieuw_bij_de_aanbieder(
    page: Page, live_server: LiveServer, linde: str, beeld: Callable[[Page, str], None]
) -> None:
    _kies(page, live_server, "anna")
    expect(page).to_have_url(f"{live_server.url}/heemstede/")
    page.goto(f"{live_server.url}/account/oidc/linde/koppelen/")
    beeld(page, "inloggen-oidc-koppelen")
    page.goto(f"{live_server.url}/account/oidc/opnieuw/?next=/heemstede/zaken/")
    beeld(page, "inloggen-oidc-opnieuw")
    page.get_by_role("button", name="Bevestigen").click()
    page.get_by_role("button", name="bert", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("De Linde heeft niet bevestigd dat u het bent.")
    page.get_by_role("button", name="Bevestigen").click()
    page.get_by_role("button", name="anna", exact=True).click()
    expect(page).to_have_url(f"{live_server.url}/heemstede/zaken/")


@pytest.mark.parametrize("wie", ["carla", "bert"])
def test_een_adres_dat_niet_mag(
    page: Page, live_server: LiveServer, linde: str, beeld: Callable[[Page, str], None], wie: str
) -> None:
    """Carla works elsewhere, bert's address was never verified: both read the same."""
    _kies(page, live_server, wie)
    expect(page).to_have_url(f"{live_server.url}/account/login/?next=%2Fheemstede%2F")
    expect(page.get_by_role("status")).to_contain_text(
        "U kunt met uw account van De Linde hier niet inloggen."
    )
    beeld(page, f"inloggen-oidc-geweigerd-{wie}")
    page.goto(f"{live_server.url}/heemstede/")
    expect(page.get_by_role("heading", name="Inloggen", exact=True)).to_be_visible()


def test_de_weg_ernaartoe_is_een_gewone_pagina(
    page: Page, live_server: LiveServer, linde: str, beeld: Callable[[Page, str], None]
) -> None:
    """The page in between, held still: without its refresh there is a link."""

    def sta_stil(weg: Route) -> None:
        antwoord = weg.fetch()
        weg.fulfill(response=antwoord, body=antwoord.text().replace('http-equiv="refresh"', ""))

    page.route("**/oidc/linde/login/", sta_stil)
    page.goto(f"{live_server.url}/account/login/")
    page.get_by_role("button", name="Inloggen via De Linde").click()
    expect(page.get_by_role("heading", name="U gaat naar De Linde")).to_be_visible()
    beeld(page, "inloggen-oidc-doorsturen")
    page.get_by_role("link", name="Ga verder").click()
    expect(page).to_have_url(re.compile(f"^{linde}/oauth2/authorize"))
