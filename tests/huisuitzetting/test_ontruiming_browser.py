"""The way to an eviction in a browser at 390 pixels: what comes, an attempt, what is late; nothing axe finds fault with."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from convenant.tijd import stel_in
from huisuitzetting.ontruiming import handelingen
from tests.huisuitzetting import verhaal
from tests.huisuitzetting.huur import MELDER
from tests.huisuitzetting.recht import TEAMLEIDER, TROUBLESHOOTER
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


@pytest.mark.eis("HAA-8.1", "HAA-8.2", "HAA-3.5", "HAA-3.4.afwijking")
def test_troubleshooter_en_teamleider_op_een_telefoon(
    stad: Wereld, page: Page, context: BrowserContext, live_server: LiveServer, axe: Callable[[Page], None]
) -> None:
    verhaal.ontruimingsdatum(stad)
    te_vroeg = verhaal.gemeld(stad, contractnummer="H-2", naam="Ans Bedacht", huisnummer=16)
    with stad.als(MELDER):
        handelingen.leg_deurwaarder_te_vroeg_vast(te_vroeg, NU.date(), "De huurder vertrekt.", uuid4())

    def open_als(wie: str, naam: str) -> None:
        sessie = log_in(stad, wie).cookies["sessionid"].value
        context.clear_cookies()
        context.add_cookies([{"name": "sessionid", "value": sessie, "url": live_server.url}])
        page.goto(live_server.url + reverse(naam, args=["haarlem"]))
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390

    page.set_viewport_size({"width": 390, "height": 844})
    with stel_in(NU + timedelta(days=78)):
        open_als(TROUBLESHOOTER, "uitzettingen")
        expect(page.get_by_text("nog 6 dagen")).to_be_visible()
        page.get_by_role("link", name="Samira Visser").click()
        page.get_by_role("link", name="Poging melden").click()
        page.get_by_text("De huurder is niet bereikt").click()
        page.get_by_role("button", name="Meld de poging").click()
        expect(page.get_by_text("weten van uw poging")).to_be_visible()
        open_als(TEAMLEIDER, "te_laat")
        expect(page.get_by_text("Contact met huurder").first).to_be_visible()
        page.get_by_role("link", name="2026-000002").click()
        expect(page.get_by_text("De huurder vertrekt.")).to_be_visible()
        expect(page.get_by_text("Ans Bedacht")).to_have_count(0)
        axe(page)
