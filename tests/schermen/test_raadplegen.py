"""One address in the browser: granted to corporatie De Linde, refused to Waterkant, and both in the log."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.wereld import Wereld

pytestmark = pytest.mark.browser


def vul_adres(page: Page, postcode: str, huisnummer: str) -> None:
    page.get_by_label("Postcode").fill(postcode)
    page.get_by_label("Huisnummer").fill(huisnummer)
    page.get_by_role("button", name="Volgende").click()


def vul_doel(page: Page) -> None:
    page.get_by_label("De BRP en het bestand van de corporatie verbeteren.").check()
    page.get_by_label("Waarom zijn de gegevens hiervoor nodig?").fill("De huurder vraagt medehuur aan.")
    page.get_by_role("button", name="Volgende").click()


def vul_identiteit(page: Page) -> None:
    page.get_by_label("Ja", exact=True).check()
    page.get_by_label("Naam van de huurder of aspirant-huurder").fill("R. Vink")
    page.get_by_label("Huurder", exact=True).check()
    page.get_by_label("Paspoort").check()
    page.get_by_label("Op welke datum hebt u dat gedaan?").fill("20-11-2026")
    page.get_by_role("button", name="Volgende").click()


@pytest.mark.eis("HEE-2.1", "HEE-2.3", "HEE-2.5", "HEE-3.7", "HEE-4", "HEE-OW.8", "HEE-11.1")
def test_van_adres_tot_logboek(live_server, page: Page, stad: Wereld, werk_als, axe):
    """HEE-2.5 as the person at the counter meets it."""
    werk_als("anna")
    page.goto(live_server.url)
    page.get_by_role("main").get_by_role("link", name="Raadplegen").click()
    page.get_by_role("link", name="Nieuwe raadpleging").click()
    vul_adres(page, "2101ab", "12")
    axe(page)
    vul_doel(page)
    axe(page)
    vul_identiteit(page)
    expect(page.get_by_text("Lindelaan 12, 2101 AB Heemstede")).to_be_visible()
    axe(page)
    page.get_by_role("button", name="Raadplegen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Lindelaan 12, 2101 AB Heemstede")
    assert page.locator(".app-names li").all_inner_texts() == ["Fatima Yılmaz", "Willem de Vries"]
    page.get_by_text("Waarom mag ik dit zien?").click()
    expect(page.get_by_text("artikel 2.5").first).to_be_visible()
    expect(page.get_by_text("Uittreksel van de BRP")).to_be_visible()
    axe(page)
    resultaat = page.url

    page.reload()  # the same look, not another raadpleging
    page.go_back()
    assert page.url == resultaat

    werk_als("carla")
    page.goto(f"{live_server.url}/heemstede/raadplegen/nieuw/")
    vul_adres(page, "2101 AB", "12")
    expect(page.get_by_role("alert")).to_contain_text("niet in het bezit van uw corporatie")
    expect(page.get_by_role("alert")).to_contain_text("artikel 2.3")
    expect(page.get_by_label("Postcode")).to_have_value("2101 AB")
    axe(page)

    werk_als("frits")
    page.goto(f"{live_server.url}/heemstede/logboek/")
    regels = page.get_by_role("row").filter(has_text="Raadplegen")
    expect(regels).to_have_count(2)
    expect(regels.nth(1)).to_contain_text("Lindelaan 12")
    expect(regels.nth(0)).to_contain_text("Geweigerd")
    axe(page)

    werk_als("carla")
    page.goto(f"{live_server.url}/heemstede/logboek/")
    expect(page.get_by_role("row").filter(has_text="Lindelaan")).to_have_count(0)


def test_terug_en_wijzigen_verliest_niets(live_server, page: Page, stad: Wereld, werk_als):
    werk_als("anna")
    page.goto(f"{live_server.url}/heemstede/raadplegen/nieuw/")
    vul_adres(page, "2101 AB", "12")
    vul_doel(page)
    page.get_by_role("link", name="Vorige").click()
    expect(page.get_by_label("Waarom zijn de gegevens hiervoor nodig?")).to_have_value(
        "De huurder vraagt medehuur aan."
    )
    page.get_by_role("button", name="Volgende").click()
    vul_identiteit(page)
    page.get_by_role("link", name="Wijzig adres").click()
    expect(page.get_by_label("Postcode")).to_have_value("2101 AB")


@pytest.mark.eis("HEE-3.7")
def test_nog_niet_vastgesteld_wordt_geweigerd_in_de_stap(
    live_server, page: Page, stad: Wereld, werk_als, axe
):
    werk_als("anna")
    page.goto(f"{live_server.url}/heemstede/raadplegen/nieuw/")
    vul_adres(page, "2101 AB", "12")
    vul_doel(page)
    page.get_by_label("Nee, nog niet").check()
    page.get_by_role("button", name="Volgende").click()
    expect(page.get_by_role("alert")).to_contain_text("artikel 3.7")
    axe(page)


def test_twee_tabbladen_blijven_gescheiden(live_server, page: Page, context, stad: Wereld, werk_als):
    """A wizard in another tab does not change what this one asks."""
    werk_als("anna")
    page.goto(f"{live_server.url}/heemstede/raadplegen/nieuw/")
    vul_adres(page, "2101 AB", "12")
    ander = context.new_page()
    ander.goto(f"{live_server.url}/heemstede/raadplegen/nieuw/")
    ander.get_by_label("Postcode").fill("2101 AB")
    ander.get_by_label("Huisnummer").fill("14")
    ander.get_by_label("Huisletter").fill("A")
    ander.get_by_label("Toevoeging").fill("2")
    ander.get_by_role("button", name="Volgende").click()
    vul_doel(page)
    vul_identiteit(page)
    expect(page.get_by_text("Lindelaan 12, 2101 AB Heemstede")).to_be_visible()


def test_wie_halverwege_is_uitgelogd_leest_het_en_komt_terug(
    live_server, page: Page, stad: Wereld, werk_als, axe
):
    """Signed out in another tab, then sent: a sentence at the login, and after it the same wizard, from the start."""
    werk_als("anna")
    page.goto(f"{live_server.url}/heemstede/raadplegen/nieuw/")
    vul_adres(page, "2101 AB", "12")
    page.context.clear_cookies(name="sessionid")
    vul_doel(page)
    expect(page.get_by_role("heading", name="U was uitgelogd")).to_be_visible()
    axe(page)
    page.get_by_label("E-mailadres").fill("anna@voorbeeld.nl")
    page.get_by_label("Wachtwoord").fill("wachtwoord-van-niemand")
    page.get_by_role("button", name="Inloggen").click()
    expect(page).to_have_url(re.compile("/adres/$"))
    expect(page.get_by_role("status")).to_contain_text("Vul eerst deze stap in.")
    expect(page.get_by_label("Postcode")).to_have_value("")
    axe(page)


def test_alleen_met_het_toetsenbord(live_server, page: Page, stad: Wereld, werk_als):
    werk_als("anna")
    page.goto(f"{live_server.url}/heemstede/raadplegen/nieuw/")
    page.keyboard.press("Tab")
    expect(page.get_by_text("Direct naar de inhoud")).to_be_focused()
    page.keyboard.press("Enter")
    for tekst in ("2101 AB", "12"):
        leeg_veld = (
            "document.activeElement.matches('input:not([role=combobox])') && !document.activeElement.value"
        )
        while not page.evaluate(leeg_veld):
            page.keyboard.press("Tab")
        page.keyboard.type(tekst)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/doel/"))
