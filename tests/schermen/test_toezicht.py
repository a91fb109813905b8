"""The monthly sample as frits draws and judges it, and the signals he looks at (HEE-4)."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from convenant.tijd import stel_in
from tests.wereld import KADE_3, LINDELAAN_12, NU, Wereld

pytestmark = [pytest.mark.browser, pytest.mark.eis("HEE-4")]
VOLGENDE_MAAND = NU + timedelta(days=9)


def test_steekproef_van_trekken_tot_afronden(
    live_server, page: Page, stad: Wereld, werk_als, beeld: Callable[[Page, str], None]
):
    for naam, adres in (("anna", LINDELAAN_12), ("bert", LINDELAAN_12), ("carla", KADE_3)):
        stad.raadpleeg(naam, adres)
    with stel_in(VOLGENDE_MAAND):
        werk_als("frits")
        page.goto(f"{live_server.url}/heemstede/")
        expect(page.get_by_text("November 2026 is voorbij")).to_be_visible()
        beeld(page, "begin-toezicht")
        page.get_by_role("link", name="Naar de steekproef").click()
        page.get_by_role("button", name="Steekproef trekken").click()
        expect(page.get_by_text("0 van 3 regels beoordeeld").first).to_be_visible()
        page.get_by_role("link", name="Verder met beoordelen").click()
        page.get_by_role("button", name="Bewaren").click()  # no judgement yet
        expect(page.get_by_role("alert")).to_be_visible()
        page.get_by_label("Niet in orde").check()
        page.get_by_role("button", name="Bewaren").click()  # a judgement like this wants a word
        expect(page.get_by_role("alert")).to_be_visible()
        expect(page.get_by_label("Niet in orde")).to_be_checked()
        page.get_by_label("Toelichting").fill("De noodzaak noemt geen aanleiding.")
        beeld(page, "steekproef-regel")
        page.get_by_role("button", name="Bewaren").click()
        for _ in range(2):
            page.get_by_label("In orde", exact=True).check()
            page.get_by_role("button", name="Bewaren").click()
        page.get_by_role("button", name="Steekproef afronden").click()
        expect(page.get_by_text("Afgerond op 2 december 2026")).to_be_visible()
        expect(page.get_by_text("Opnieuw geloot met hetzelfde zaad: dezelfde regels.")).to_be_visible()
        beeld(page, "steekproef")
        page.goto(f"{live_server.url}/heemstede/signalen/")
        expect(page.get_by_text("geen oordeel").first).to_be_visible()
        beeld(page, "signalen")
