"""The walk of an FG: begin, signals, the sample, the register and its article in the policy. Reading, and no more."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from convenant.tijd import stel_in
from convenant.toezicht import steekproef
from tests.wereld import KADE_3, LINDELAAN_12, NU, Wereld, neem_fgs_aan

pytestmark = [pytest.mark.browser, pytest.mark.eis("HEE-3.3")]


def test_van_begin_tot_artikel(
    live_server, page: Page, stad: Wereld, werk_als, beeld: Callable[[Page, str], None]
):
    neem_fgs_aan(stad)
    for naam, adres in (("anna", LINDELAAN_12), ("bert", LINDELAAN_12), ("carla", KADE_3)):
        stad.raadpleeg(naam, adres)
    with stel_in(NU + timedelta(days=9)):
        with stad.als("frits"):
            steekproef.trek()
        werk_als("lotte")
        page.goto(f"{live_server.url}/heemstede/")
        expect(page.get_by_text("U ziet toe, u verandert niets")).to_be_visible()
        beeld(page, "fg-begin")
        page.get_by_role("navigation").get_by_role("link", name="Signalen").click()
        expect(page.get_by_text("U ziet aantallen van uw eigen organisatie.")).to_be_visible()
        beeld(page, "fg-signalen")
        page.get_by_role("navigation").get_by_role("link", name="Steekproef").click()
        beeld(page, "fg-steekproeven")
        page.get_by_role("link", name="November 2026").click()
        expect(page.get_by_text("0 van 2 regels van uw organisatie beoordeeld")).to_be_visible()
        beeld(page, "fg-steekproef")
        page.get_by_role("table").get_by_role("link").first.click()
        expect(page.get_by_text("Nog niet beoordeeld")).to_be_visible()
        beeld(page, "fg-regel")
        page.get_by_role("navigation").get_by_role("link", name="Verwerkingsregister").click()
        page.locator("summary", has_text="Verhuizing artikel 5.9").click()
        beeld(page, "verwerkingsregister")
        page.get_by_role("link", name="artikel 5.9").first.click()
        expect(page).to_have_url(f"{live_server.url}/heemstede/beleid/#HEE-5.9")
        expect(page.locator('[id="HEE-5.9"]')).to_be_in_viewport()
        page.get_by_label("Zoek in het beleid").fill("steekproef trekken")
        page.get_by_role("button", name="Zoek").click()
        expect(page.get_by_role("status")).to_have_text("1 artikel met “steekproef trekken”.")
        beeld(page, "beleid")
