"""The handover in a browser at 390 pixels, by keyboard: forty from one page, and a tenant without arrears."""

from collections.abc import Callable, Iterator

import pytest
from django.urls import reverse
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from convenant.tijd import stel_in
from tests.huisuitzetting.huur import MELDER
from tests.huisuitzetting.verhaal import GEKOZEN, herinnerd, kies_velden
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


@pytest.mark.eis("HAA-B4.2", "HAA-B2.1.b", "HAA-3.3")
def test_melden_op_een_telefoon_met_het_toetsenbord(
    stad: Wereld, page: Page, context: BrowserContext, live_server: LiveServer, axe: Callable[[Page], None]
) -> None:
    kies_velden(stad, GEKOZEN)
    for nummer, naam in enumerate(("Samira Visser", "Omar de Boer")):
        herinnerd(stad, contractnummer=f"H-{nummer}", naam=naam)
    herinnerd(stad, contractnummer="H-9", naam="Zegt Nee", bezwaar_doorgeven=True)
    sessie = log_in(stad, MELDER).cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": sessie, "url": live_server.url}])
    page.set_viewport_size({"width": 390, "height": 844})

    page.goto(live_server.url + reverse("huren", args=["haarlem"]) + "?wat=melden")
    axe(page)
    page.get_by_role("link", name="Meld deze huurders").press("Enter")
    axe(page)
    expect(page.get_by_text("Zegt Nee")).to_have_count(0)
    samira = page.get_by_label("Samira Visser")
    samira.focus()
    page.keyboard.press("Space")
    expect(samira).not_to_be_checked()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Omar de Boer")).to_be_focused()
    page.get_by_role("button", name="Meld de gekozen huurders").press("Enter")
    expect(page.get_by_role("heading", name="1 huurder gemeld")).to_be_visible()
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390

    page.goto(live_server.url + reverse("zaak_nieuw", args=["haarlem", "melden_met_toestemming"]))
    axe(page)
    page.get_by_label("Naam van de huurder").fill("Joost Bakker")
    page.get_by_role("button", name="Meld de huurder").press("Enter")
    expect(page.get_by_label("Naam van de huurder")).to_have_value("Joost Bakker")
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
