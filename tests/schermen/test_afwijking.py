"""From raadpleging to deviation to outcome, as anna of the corporatie and eva of burgerzaken meet it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.schermen.test_raadplegen import vul_adres, vul_doel, vul_identiteit
from tests.wereld import Wereld

pytestmark = pytest.mark.browser
Beeld = Callable[[Page, str], None]


@pytest.mark.eis("HEE-OW.5", "HEE-OW.7", "HEE-2.6")
def test_van_raadpleging_tot_uitkomst(live_server, page: Page, stad: Wereld, werk_als, beeld: Beeld):
    werk_als("anna")
    page.goto(f"{live_server.url}/heemstede/raadplegen/nieuw/")
    vul_adres(page, "2101 AB", "12")
    vul_doel(page)
    vul_identiteit(page)
    page.get_by_role("button", name="Raadplegen").click()
    page.get_by_role("link", name="Vergelijk met uw administratie").click()
    page.get_by_role("button", name="Volgende").click()  # nothing chosen yet
    expect(page.get_by_role("alert")).to_contain_text("Kies voor Fatima Yılmaz of de naam overeenkomt.")
    page.get_by_role("group", name="Fatima Yılmaz").get_by_label("Komt overeen").check()
    page.get_by_role("group", name="Willem de Vries").get_by_label("Staat niet in onze").check()
    page.get_by_label("Nee", exact=True).check()
    page.get_by_label("Er staat iemand ingeschreven die wij niet kennen").check()
    page.get_by_label("Toelichting").fill("Wij kennen alleen mevrouw.")
    beeld(page, "vergelijken")
    page.get_by_role("button", name="Volgende").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Afwijking melden")
    expect(page.get_by_label("Toelichting")).to_have_value("Wij kennen alleen mevrouw.")
    beeld(page, "afwijking-melden")
    page.get_by_role("button", name="Versturen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Afwijking gemeld")
    expect(page.get_by_text("De gemeente is aan zet")).to_be_visible()

    werk_als("eva")
    page.goto(f"{live_server.url}/heemstede/")
    beeld(page, "begin-burgerzaken")
    page.get_by_role("main").get_by_role("link", name="2026-000001").click()
    expect(page.get_by_text("Willem de Vries: staat niet in onze administratie")).to_be_visible()
    expect(page.get_by_text("Fatima")).to_have_count(0)
    page.get_by_role("link", name="Onderzoek starten").click()
    page.get_by_role("button", name="Start het onderzoek").click()
    page.get_by_label("Behandelaar").select_option("Eva")
    page.get_by_role("button", name="Wijs toe").click()
    expect(page.get_by_text("De zaak is nu van u.")).to_be_visible()
    page.get_by_label("Ons kenmerk").fill("BZ-26-0117")
    page.get_by_role("button", name="Sla op").click()
    page.get_by_text("Waarom mag ik dit zien?").first.click()
    beeld(page, "zaak-burgerzaken")
    page.get_by_role("link", name="Uitkomst vastleggen").click()
    page.get_by_label("De BRP is aangepast").check()
    page.get_by_role("button", name="Verstuur de uitkomst").click()
    expect(page.get_by_text("Deze zaak is afgerond", exact=True)).to_be_visible()

    werk_als("anna")
    page.goto(f"{live_server.url}/heemstede/zaken/?stand=gesloten")
    regel = page.get_by_role("row").filter(has_text="2026-000001")
    expect(regel).to_contain_text("nieuw")
    expect(regel).to_contain_text("Lindelaan 12")
    expect(regel).not_to_contain_text("BZ-26-0117")  # the other group's own affair
    beeld(page, "zaken")
    page.get_by_role("link", name="2026-000001").click()
    expect(page.get_by_text("BRP aangepast", exact=True)).to_be_visible()
    beeld(page, "zaak-corporatie")
    page.go_back()
    page.get_by_label("Zoek een zaak").fill("2026-000001")
    page.get_by_role("button", name="Zoek").click()
    expect(page.get_by_role("link", name="2026-000001")).to_be_visible()
    assert page.url.endswith("/zaken/zoeken/")  # what was typed does not stand in the address
