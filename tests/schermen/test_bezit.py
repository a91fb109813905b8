"""The beheerder keeps the own stock in the browser: a wrong file, the right one, the preview, confirmed; one by hand."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from convenant.poort.handeling import Geweigerd
from tests.brpinzage.test_inlezen import BEZIT_KOP, bestand
from tests.schermen.test_elke_pagina import bekijk
from tests.wereld import LINDELAAN_12, LINDELAAN_14A, Wereld

pytestmark = pytest.mark.browser
GOED = ("2101AB;12;;;Lindelaan;Heemstede;;01-06-2020;", "2103EF;1;;;Dorpsplein;Heemstede;;23-11-2026;")


def kies(page: Page, *rijen: str) -> None:
    inhoud = bestand(*rijen, kop=BEZIT_KOP)
    page.get_by_label("Bestand met uw bezit").set_input_files(
        {"name": "bezit.csv", "mimeType": "text/csv", "buffer": inhoud}
    )
    page.get_by_label("Al uw bezit").check()
    page.get_by_role("button", name="Laden en controleren").click()


@pytest.mark.eis("HEE-2.3")
def test_bezit_bijwerken(
    live_server, page: Page, stad: Wereld, werk_als: Callable[[str], None], axe: Callable[[Page], None]
):
    werk_als("ina")
    page.goto(f"{live_server.url}/heemstede/")
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Bezit").click()
    expect(page.get_by_role("table")).to_contain_text("Lindelaan 12")
    bekijk(page, page.url, axe)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.get_by_role("link", name="Bestand laden").click()
    kies(page, *GOED, "2102CD;3;;;Kade;Heemstede;;23-11-2026;")
    expect(page.get_by_role("table")).to_contain_text("van een andere corporatie")
    axe(page)
    kies(page, *GOED)
    expect(page.get_by_role("heading", level=1)).to_contain_text("zo bijwerken?")
    bekijk(page, page.url, axe)
    page.get_by_role("button", name="Bezit bijwerken").click()
    expect(page.get_by_role("status")).to_contain_text("Uw bezit is bijgewerkt")
    with pytest.raises(Geweigerd):
        stad.raadpleeg("anna", LINDELAAN_14A)
    page.get_by_role("link", name="Lindelaan 12").click()
    bekijk(page, page.url, axe)
    page.get_by_role("link", name="Beëindigen").click()
    page.get_by_role("button", name="Volgende").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Weet u het zeker?")
    axe(page)
    page.get_by_role("button", name="Ja, beëindigen").click()
    expect(page.get_by_role("status")).to_contain_text("Het einde is vastgelegd")
    with pytest.raises(Geweigerd):
        stad.raadpleeg("anna", LINDELAAN_12)
