"""In the browser: somebody is registered, granted, works, and is withdrawn; the next click is refused."""

import pytest
from playwright.sync_api import Page, expect

from tests.wereld import Wereld

pytestmark = [pytest.mark.browser, pytest.mark.eis("HEE-5.5", "HEE-5.6")]


def test_van_aangemeld_tot_ingetrokken(live_server, page: Page, stad: Wereld, werk_als, beeld):
    basis = f"{live_server.url}/heemstede"
    werk_als("ina")
    page.goto(f"{basis}/mensen/nieuw/")
    page.get_by_label("Naam").fill("Lies de Boer")
    page.get_by_label("E-mailadres van het werk").fill("lies@voorbeeld.nl")
    beeld(page, "mens-nieuw")
    page.get_by_role("button", name="Opslaan").click()
    expect(page.get_by_text("Geheimhouding ontbreekt")).to_be_visible()
    beeld(page, "mens")
    page.get_by_role("link", name="Verklaring vastleggen").click()
    page.get_by_label("Welke versie van de tekst?").fill("2026-1")
    beeld(page, "mens-verklaring")
    page.get_by_role("button", name="Vastleggen").click()
    page.get_by_role("link", name="Functie aanvragen").click()
    beeld(page, "mens-functie")
    page.get_by_role("link", name="Beheerder").click()
    page.locator("details").first.click()
    beeld(page, "mens-functie-blik")
    page.get_by_role("button", name="Aanvragen").click()
    expect(page.get_by_text("Iemand anders beslist")).to_be_visible()
    page.goto(f"{basis}/mensen/")
    beeld(page, "mensen")

    werk_als("gerda")
    page.goto(f"{basis}/")
    beeld(page, "begin-gerda")
    page.goto(f"{basis}/autorisaties/")
    beeld(page, "autorisaties")
    page.get_by_label("Wacht op uw besluit").get_by_role("link", name="Lies de Boer").first.click()
    page.get_by_role("link", name="Verlenen").click()
    beeld(page, "verlenen")
    page.get_by_role("button", name="Verlenen").click()
    expect(page.get_by_text("De functie is verleend")).to_be_visible()
    beeld(page, "autorisatie")
    page.goto(f"{basis}/autorisaties/geschiedenis/")
    beeld(page, "geschiedenis")
    page.goto(f"{basis}/autorisaties/set/naam_en_adres/")
    beeld(page, "wie-ziet")
    page.goto(f"{basis}/autorisaties/mens/{stad.mensen['anna'].pk}/")
    beeld(page, "wat-ziet")

    werk_als("anna")
    page.goto(f"{basis}/zaken/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Zaken")
    tab = page.context.new_page()
    werk_als("ina")
    tab.goto(f"{basis}/autorisaties/{stad.autorisaties['anna'].pk}/intrekken/")
    tab.get_by_label("Waarom?").fill("Andere baan.")
    beeld(tab, "intrekken")
    tab.get_by_role("button", name="Intrekken").click()
    expect(tab.get_by_text("De functie is ingetrokken")).to_be_visible()
    werk_als("anna")
    # A refused page answers 403, which Chromium writes to its console: asked for without showing it.
    assert page.request.get(f"{basis}/zaken/").status == 403
