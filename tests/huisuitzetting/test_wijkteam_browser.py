"""The wijkteam at the door, at 390 pixels: three taps, and nothing axe finds fault with."""

from collections.abc import Callable, Iterator

import pytest
from django.urls import reverse
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from convenant.tijd import stel_in
from tests.huisuitzetting.verhaal import gemeld
from tests.huisuitzetting.wijkteam import SWT, op_wachtlijst
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


@pytest.mark.eis("HAA-B2.5", "HAA-B2.5.poging", "HAA-3.6")
def test_een_contactpoging_aan_de_deur_is_drie_tikken(
    stad: Wereld, page: Page, context: BrowserContext, live_server: LiveServer, axe: Callable[[Page], None]
) -> None:
    zaak = gemeld(stad)
    op_wachtlijst(stad, "vijfenzestig_plus", contractnummer="H-2", naam="Bo de Wit")
    sessie = log_in(stad, SWT).cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": sessie, "url": live_server.url}])
    page.set_viewport_size({"width": 390, "height": 844})
    for naam in ("contacten", "wachtlijst"):
        page.goto(live_server.url + reverse(naam, args=["haarlem"]))
        expect(page.get_by_text("Bo de Wit")).to_be_visible()
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.goto(live_server.url + reverse("zaakhandeling", args=["haarlem", zaak, "contactpoging_vastleggen"]))
    axe(page)
    page.get_by_text("Aangebeld", exact=True).click()
    page.get_by_text("Niet bereikt", exact=True).click()
    page.get_by_role("button", name="Leg vast").click()
    expect(page.get_by_text("De contactpoging is vastgelegd.")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
