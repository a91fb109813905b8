"""The corporatie's own stretch in a browser at 390 pixels: three taps at the door, and nothing axe finds fault with."""

from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest
from django.urls import reverse
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from convenant.tijd import stel_in
from tests.huisuitzetting.huur import MELDER, leg_vast
from tests.huisuitzetting.verhaal import herinnerd
from tests.schermen.klant import log_in
from tests.wereld import NU, Wereld
from tests.werelden import maak

pytestmark = pytest.mark.browser


@pytest.fixture
def stad(live_server: LiveServer, transactional_db: None) -> Iterator[Wereld]:
    """The small Haarlem, committed, so that the server of the browser sees it."""
    wereld = maak("haarlem")
    with stel_in(NU):
        yield wereld


@pytest.mark.eis("HAA-3.1", "HAA-B4.1")
def test_een_contactpoging_aan_de_deur_is_drie_tikken(
    stad: Wereld, page: Page, context: BrowserContext, live_server: LiveServer, axe: Callable[[Page], None]
) -> None:
    huur = leg_vast(stad, schuld=Decimal(1100))
    sessie = log_in(stad, MELDER).cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": sessie, "url": live_server.url}])
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(live_server.url + reverse("huren", args=["haarlem"]))
    expect(page.get_by_text("Contact zoeken met de huurder")).to_be_visible()
    axe(page)
    page.goto(live_server.url + reverse("huur_contact", args=["haarlem", huur]))
    axe(page)
    page.get_by_text("Huisbezoek", exact=True).click()
    page.get_by_text("Niet bereikt, wel gewezen op schuldhulp").click()
    page.get_by_role("button", name="Leg vast").click()
    expect(page.get_by_text("De contactpoging is vastgelegd.")).to_be_visible()
    expect(page.get_by_text("Herinneringsbrief versturen")).to_be_visible()
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.eis("HAA-3.4")
def test_een_regeling_met_bedrag_en_einde(
    stad: Wereld, page: Page, context: BrowserContext, live_server: LiveServer, axe: Callable[[Page], None]
) -> None:
    huur = herinnerd(stad)
    sessie = log_in(stad, MELDER).cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": sessie, "url": live_server.url}])
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(live_server.url + reverse("huur_regeling", args=["haarlem", huur]))
    page.get_by_text("Er is een regeling en de huurder houdt zich eraan").click()
    page.get_by_role("button", name="Leg vast").click()
    expect(page.get_by_text("Een regeling heeft een begin").first).to_be_visible()
    axe(page)
    page.get_by_label("Vanaf wanneer betaalt de huurder").fill("1-12-2026")
    page.get_by_label("Hoeveel per maand").fill("110")
    page.get_by_label("Tot en met wanneer").fill("1-9-2027")
    page.get_by_role("button", name="Leg vast").click()
    expect(page.get_by_text("U hoeft nu niets te doen")).to_be_visible()
    expect(
        page.get_by_text("€ 110,00 per maand, van 1 december 2026 tot en met 1 september 2027")
    ).to_be_visible()
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
