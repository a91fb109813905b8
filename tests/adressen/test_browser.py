"""The combobox at work: mouse, keyboard, screen reader, phone, outage, and no script at all."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.wereld import Wereld

from .gedrag import antwoord, druppel, gateway
from .registers import BagServer, Woning

pytestmark = pytest.mark.browser
Axe = Callable[[Page], None]
SCRIPT = "<script>document.title='gekaapt'</script>laan"


@pytest.fixture
def formulier(live_server: LiveServer, page: Page, stad: Wereld, bag: BagServer, werk_als) -> Page:
    werk_als("anna")
    page.goto(f"{live_server.url}/heemstede/raadplegen/nieuw/")
    return page


def ingevuld(page: Page) -> list[str]:
    velden = ("Postcode", "Huisnummer", "Huisletter", "Toevoeging")
    return [page.get_by_label(veld).input_value() for veld in velden]


@pytest.mark.eis("HEE-2.3")
def test_met_het_toetsenbord(formulier: Page, axe: Axe) -> None:
    page, zoek = formulier, formulier.get_by_role("combobox", name="Zoek het adres")
    expect(zoek).to_have_attribute("aria-expanded", "false")
    zoek.focus()
    page.keyboard.type("2101ab14")
    opties = page.get_by_role("option")
    expect(opties).to_have_count(5)
    expect(zoek).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_text("5 adressen gevonden.")).to_be_visible()
    axe(page)
    page.keyboard.press("ArrowUp")
    expect(opties.nth(4)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(opties.nth(1)).to_have_attribute("aria-selected", "true")
    assert zoek.get_attribute("aria-activedescendant") == opties.nth(1).get_attribute("id")
    expect(zoek).to_be_focused()
    axe(page)
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(zoek).to_have_value("2101ab14")
    page.keyboard.press("ArrowDown")
    expect(opties.nth(0)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    zoek.fill("lindelaan 14 a-ii")
    expect(opties).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/adres/$"))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Ingevuld: Lindelaan 14A-II, 2101 AB Heemstede.")).to_be_visible()
    assert ingevuld(page) == ["2101 AB", "14", "A", "II"]
    axe(page)
    page.get_by_role("button", name="Volgende").click()
    # The stock writes it otherwise: it was found by its BAG id.
    expect(page).to_have_url(re.compile("/doel/$"))


def test_met_de_muis_en_daarna_met_de_hand_anders(formulier: Page) -> None:
    page = formulier
    page.get_by_role("combobox").fill("lindelaan 14 a-ii")
    page.get_by_role("option").click()
    expect(page.get_by_role("listbox")).to_be_hidden()
    zegel = page.locator("input[name$=zegel]")
    expect(zegel).to_have_value(re.compile("^0397010000001401:"))
    page.get_by_label("Huisnummer").fill("12")
    expect(zegel).to_have_value("")
    page.get_by_label("Huisletter").fill("")
    page.get_by_label("Toevoeging").fill("")
    page.get_by_role("button", name="Volgende").click()
    expect(page).to_have_url(re.compile("/doel/$"))


@pytest.mark.parametrize("breedte", [1280, 390, 320])
def test_past_op_het_scherm(formulier: Page, axe: Axe, breedte: int) -> None:
    page = formulier
    page.set_viewport_size({"width": breedte, "height": 800})
    page.get_by_role("combobox").fill("2101ab14")
    expect(page.get_by_role("option")).to_have_count(5)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    hoog = page.get_by_role("option").first.bounding_box()
    assert hoog
    assert hoog["height"] >= 40, "a finger must hit it"
    axe(page)
    page.emulate_media(color_scheme="dark")
    page.keyboard.press("ArrowDown")
    axe(page)


def test_een_straat_met_een_script_blijft_tekst(formulier: Page, bag: BagServer) -> None:
    page = formulier
    bag.woningen += (Woning(SCRIPT, 1, "", "", "2109ZZ", 1),)
    page.get_by_role("combobox").fill("2109zz1")
    expect(page.get_by_role("option")).to_have_text(f"{SCRIPT} 1, 2109 ZZ Heemstede")
    page.get_by_role("option").click()
    assert page.locator(".app-adreszoeker script").count() == 0
    assert "gekaapt" not in page.title()


def test_een_oud_antwoord_komt_niet_over_een_nieuw(formulier: Page, bag: BagServer, stel_in_op) -> None:
    page = formulier
    with gateway(druppel(b"HTTP/1.1 200 OK\r\n")) as traag:
        stel_in_op("bag", traag.url, seconden=3.0)
        with page.expect_request("**/adres/zoeken/"):
            page.get_by_role("combobox").fill("2101ab14")
        stel_in_op("bag", bag.url)
        page.get_by_role("combobox").fill("2101ab12")
        expect(page.get_by_role("option")).to_have_text("Lindelaan 12, 2101 AB Heemstede")
        page.wait_for_timeout(3_500)
        expect(page.get_by_role("option")).to_have_text("Lindelaan 12, 2101 AB Heemstede")


def test_een_storing_houdt_niemand_tegen(formulier: Page, axe: Axe, stel_in_op) -> None:
    page = formulier
    with gateway(antwoord(b"<html>", "200 OK", "text/html")) as stuk:
        stel_in_op("pdok", stuk.url)
        page.get_by_role("combobox").fill("2101ab12")
        expect(page.get_by_text("Zoeken lukt nu niet. Vul het adres hieronder zelf in.")).to_be_visible()
    axe(page)
    page.get_by_label("Postcode").fill("2101 AB")
    page.get_by_label("Huisnummer").fill("12")
    page.get_by_role("button", name="Volgende").click()
    expect(page).to_have_url(re.compile("/doel/$"))


def test_wie_intussen_is_uitgelogd_leest_dat_zoeken_niet_lukt(formulier: Page) -> None:
    page = formulier
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("combobox").fill("2101ab12")
    expect(page.get_by_text("Zoeken lukt nu niet.")).to_be_visible()


def test_zonder_script_zijn_er_de_velden(
    browser: Browser, context: BrowserContext, formulier: Page, live_server: LiveServer
) -> None:
    zonder = browser.new_context(java_script_enabled=False)
    zonder.add_cookies(context.cookies())  # type: ignore[arg-type]
    page = zonder.new_page()
    page.goto(f"{live_server.url}/heemstede/raadplegen/nieuw/")
    expect(page.get_by_role("combobox")).to_have_count(0)
    page.get_by_label("Postcode").fill("2101 AB")
    page.get_by_label("Huisnummer").fill("12")
    page.get_by_role("button", name="Volgende").click()
    expect(page).to_have_url(re.compile("/doel/$"))
    zonder.close()
