"""A privacycoordinator in a browser, at 390 and 1280 pixels; nothing axe finds fault with."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from convenant.tijd import stel_in
from tests.bijlagen.bestanden import maak_pdf
from tests.huisuitzetting import privacy
from tests.huisuitzetting.privacy import CORPORATIE, GEMEENTE
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


@pytest.mark.eis("HAA-PR10.2", "HAA-PR10.3")
@pytest.mark.parametrize("breed", [390, 1280])
def test_een_verzoek_vastleggen_en_doorsturen(
    stad: Wereld,
    page: Page,
    context: BrowserContext,
    live_server: LiveServer,
    axe: Callable[[Page], None],
    tmp_path: Path,
    breed: int,
) -> None:
    privacy.verzoek(stad, naam="Ans Bedacht")
    brief = tmp_path / "brief.pdf"
    brief.write_bytes(maak_pdf())

    def werk_als(wie: str) -> None:
        sessie = log_in(stad, wie).cookies["sessionid"].value
        context.clear_cookies()
        context.add_cookies([{"name": "sessionid", "value": sessie, "url": live_server.url}])
        page.goto(live_server.url + reverse("privacy", args=["haarlem"]))
        klopt()

    def klopt() -> None:
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= breed

    page.set_viewport_size({"width": breed, "height": 844})
    werk_als(CORPORATIE)
    page.get_by_role("link", name="Verzoek vastleggen", exact=True).click()
    page.get_by_label("Naam van wie het vraagt").fill("Joost Bakker")
    page.get_by_label("Adres of e-mailadres").fill("Kinderhuissingel 8, Haarlem")
    page.get_by_text("Inzage: welke gegevens").click()
    page.get_by_label("Kopie van het verzoek").set_input_files(brief)
    klopt()
    page.get_by_role("button", name="Leg het verzoek vast").click()
    expect(page.get_by_text("Maak een keuze bij ‘Over wiens verwerking gaat het?’.").first).to_be_visible()
    expect(page.get_by_text("brief.pdf")).to_be_visible()  # nothing typed is lost
    page.get_by_text("Over die van een andere partij").click()
    page.get_by_role("button", name="Leg het verzoek vast").click()
    expect(page.get_by_text("Het verzoek is vastgelegd.")).to_be_visible()
    klopt()
    page.get_by_role("link", name="Doorsturen").click()
    page.get_by_text("gemeente haarlem", exact=True).click()
    klopt()
    page.get_by_role("button", name="Stuur het verzoek door").click()
    expect(page.get_by_text("Het verzoek is doorgestuurd.")).to_be_visible()
    werk_als(GEMEENTE)
    page.get_by_role("link", name="Verzoek van Joost Bakker").click()
    expect(page.get_by_text("Kinderhuissingel 8, Haarlem")).to_be_visible()
    klopt()
