"""Burgerzaken loads an extract in the browser: a wrong file, the right one, the numbers, in use."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from convenant.poort import poort
from tests.brpinzage.test_inlezen import bestand
from tests.schermen.test_elke_pagina import bekijk
from tests.wereld import LINDELAAN_12, Wereld

pytestmark = pytest.mark.browser


def kies(page: Page, inhoud: bytes) -> None:
    page.get_by_label("CSV-bestand").set_input_files(
        {"name": "uittreksel.csv", "mimeType": "text/csv", "buffer": inhoud}
    )
    page.get_by_role("button", name="Laden en controleren").click()


@pytest.mark.eis("HEE-OW.6", "HEE-5.8")
def test_uittreksel_laden(
    live_server, page: Page, stad: Wereld, werk_als: Callable[[str], None], axe: Callable[[Page], None]
):
    werk_als("eva")
    page.goto(f"{live_server.url}/heemstede/")
    page.get_by_role("main").get_by_role("link", name="Uittreksel van de BRP").click()
    page.get_by_role("link", name="Uittreksel laden").click()
    page.get_by_label("Op welke datum").fill("23-11-2026")
    page.get_by_label("Hoe laat").fill("10:30")
    kies(page, bestand("2101AB;12;;;;=SOM(A1);n1;nee", "2101;12;;;;Nieuwe Bewoner;n2;nee"))
    expect(page.get_by_role("alert")).to_contain_text("Het bestand heeft 2 fouten")
    expect(page.get_by_role("table")).to_contain_text("lijkt op een formule")
    axe(page)
    assert page.get_by_label("Hoe laat").input_value() == "10:30"
    kies(page, bestand("2101AB;12;;;;Nieuwe Bewoner;n1;nee", "9999ZZ;1;;;;Een Ander;x1;nee"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("in gebruik nemen?")
    bekijk(page, page.url, axe)
    page.get_by_role("button", name="In gebruik nemen").click()
    expect(page.get_by_role("status")).to_contain_text("Het nieuwe uittreksel is in gebruik")
    bekijk(page, page.url, axe)
    ontvangst = stad.raadpleeg("anna", LINDELAAN_12)
    with stad.als("anna"):
        assert "Nieuwe Bewoner" in str(poort.lees(ontvangst).velden)
