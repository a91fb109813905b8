"""The screens of supervision in a real browser: nothing under axe, no sideways scroll, no address in the bar."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from convenant.poort.handeling import Geweigerd
from convenant.toezicht import steekproef
from tests.browser import silent_page
from tests.schermen.test_elke_pagina import bekijk
from tests.toezicht.conftest import op, raadpleeg
from tests.wereld import KADE_3, LINDELAAN_12, LINDELAAN_14A, Wereld

pytestmark = [pytest.mark.browser, pytest.mark.eis("HEE-4")]


@pytest.fixture
def oktober(stad: Wereld) -> Wereld:
    for dag in range(5, 9):
        raadpleeg(stad, "anna", LINDELAAN_12, op(dag))
    raadpleeg(stad, "bert", LINDELAAN_14A, op(6, 22), doel="onrechtmatige_bewoning")
    raadpleeg(stad, "carla", KADE_3, op(2, 23), doel="woningtoewijzing")
    with pytest.raises(Geweigerd):
        raadpleeg(stad, "carla", LINDELAAN_12, op(14))
    return stad


def test_een_adres_van_signaal_naar_logboek(live_server, page: Page, oktober: Wereld, werk_als, axe) -> None:
    """The number opens the list, and the address is nowhere in the bar."""
    werk_als("frits")
    page.goto(f"{live_server.url}/heemstede/signalen/?vanaf=01-10-2026&tot_en_met=31-10-2026")
    page.get_by_role("button", name="4 regels bekijken over Lindelaan 12").click()
    expect(page.get_by_role("table").get_by_role("rowheader")).to_have_count(4)
    assert "Lindelaan" not in page.url
    expect(page.get_by_label("Adres of kenmerk")).to_have_value("Lindelaan 12, 2101 AB Heemstede")
    page.get_by_role("link", name="Uitvoeren").click()
    expect(page.get_by_text("Lindelaan 12, 2101 AB Heemstede")).to_be_visible()
    page.get_by_label("CSV").check()
    page.get_by_label("Waarvoor voert u het logboek uit?").fill("Controle van artikel 4.")
    with page.expect_download() as gekregen:
        page.get_by_role("button", name="Bestand maken").click()
    assert gekregen.value.suggested_filename == "logboek-heemstede-2026-11-23.csv"
    assert gekregen.value.path().read_text(encoding="utf-8-sig").count("Lindelaan 12") == 4


def test_elke_pagina(live_server, context: BrowserContext, oktober: Wereld, werk_als, axe) -> None:
    werk_als("frits")
    with oktober.als("frits"):
        getrokken = steekproef.trek()
        steekproef.beoordeel(getrokken, 1, steekproef.VRAAG, "Waarom was dit nodig?")
    for pad in (
        "",
        "signalen/?vanaf=01-10-2026&tot_en_met=31-10-2026",
        "steekproeven/",
        f"steekproeven/{getrokken}/",
        f"steekproeven/{getrokken}/1/",
        "logboek/?handeling=raadplegen",
        "logboek/uitvoer/",
    ):
        with silent_page(context) as page:
            bekijk(page, f"{live_server.url}/heemstede/{pad}", axe)
