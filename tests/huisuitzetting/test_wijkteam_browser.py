"""The wijkteam at the door, at 390 pixels, and with a waiting list that is too long: nothing axe finds fault with."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from brpinzage.simulator.bron import Bron
from convenant.tijd import stel_in
from huisuitzetting.wijkteam import brp as raadpleging
from tests.brp.gateway import fout, gateway
from tests.brpinzage.ophalen import GEHEIM, GEMEENTE, KANARIE, aangesloten, brp
from tests.huisuitzetting.test_wijkteam_brp import HUURDER, mens, stel_capaciteit
from tests.huisuitzetting.verhaal import gemeld
from tests.huisuitzetting.wijkteam import SWT, op_wachtlijst
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


@pytest.mark.eis("HAA-B2.5", "HAA-B2.5.poging", "HAA-3.6")
def test_een_contactpoging_aan_de_deur_is_drie_tikken(
    stad: Wereld, page: Page, context: BrowserContext, live_server: LiveServer, axe: Callable[[Page], None]
) -> None:
    zaak = gemeld(stad)
    op_wachtlijst(stad, "vijfenzestig_plus", contractnummer="H-2", naam="Bo de Wit")
    sessie = log_in(stad, SWT).cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": sessie, "url": live_server.url}])
    page.set_viewport_size({"width": 390, "height": 844})
    for naam in ("contacten", "wachtlijst"):
        page.goto(live_server.url + reverse(naam, args=["haarlem"]))
        expect(page.get_by_text("Bo de Wit")).to_be_visible()
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.goto(live_server.url + reverse("zaakhandeling", args=["haarlem", zaak, "contactpoging_vastleggen"]))
    axe(page)
    page.get_by_text("Aangebeld", exact=True).click()
    page.get_by_text("Niet bereikt", exact=True).click()
    page.get_by_role("button", name="Leg vast").click()
    expect(page.get_by_text("De contactpoging is vastgelegd.")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.eis("HAA-B2.4", "HAA-3.6")
def test_een_te_lange_wachtlijst_met_de_brp_op_volgorde(
    stad: Wereld, page: Page, context: BrowserContext, live_server: LiveServer, axe: Callable[[Page], None]
) -> None:
    """From the list to a question, no answer, an answer, priority by it, and a reason to leave that order."""
    stad.convenant.gemeentecode = GEMEENTE
    stad.convenant.save()
    stel_capaciteit(stad, 1)
    op_wachtlijst(
        stad, contractnummer="H-2", naam="Bo de Wit", geboortedatum=date(1970, 1, 1), huisnummer="14"
    )
    gezin = op_wachtlijst(stad)
    sessie = log_in(stad, SWT).cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": sessie, "url": live_server.url}])

    def bekijk() -> None:
        for breedte in (1280, 390):
            page.set_viewport_size({"width": breedte, "height": 844})
            assert page.evaluate("document.documentElement.scrollWidth") <= breedte
        axe(page)

    lijst = live_server.url + reverse("wachtlijst", args=["haarlem"])
    page.goto(lijst)
    expect(page.get_by_text("De wachtlijst is langer dan het wijkteam aankan")).to_be_visible()
    page.get_by_role("link", name="In de BRP kijken").nth(1).click()
    bekijk()
    vraag, antwoord = page.get_by_role("button", name="Vraag het de BRP"), page.get_by_role("main")
    with gateway(fout(503, "notAvailable")) as poort, aangesloten(poort.url):
        vraag.click()
        expect(antwoord).to_contain_text("De BRP is nu niet bereikbaar")
    with brp(Bron([HUURDER, mens(2, "19860203", **GEHEIM)])):
        vraag.click()
        expect(antwoord).to_contain_text(raadpleging.GEHEIM)
    bekijk()
    with brp(Bron([HUURDER, mens(2, "19860203"), mens(3, "20200203")])):
        vraag.click()
        expect(antwoord).to_contain_text("2 volwassenen, 1 kind onder 18")
    expect(vraag).to_have_count(0)
    expect(antwoord).not_to_contain_text(KANARIE)
    bekijk()
    page.get_by_role("link", name="Voorrang vastleggen").click()
    page.get_by_text("Huurder met kinderen tot 18 jaar").click()
    page.get_by_role("button", name="Leg vast").click()
    expect(page.get_by_text("De voorrang is vastgelegd.")).to_be_visible()
    expect(antwoord).to_contain_text("Huurder met kinderen tot 18")
    page.goto(lijst)
    rijen = page.get_by_role("row")
    expect(rijen.nth(1)).to_contain_text("Gaat voor")
    rijen.nth(2).get_by_role("link", name="In behandeling nemen").click()
    page.get_by_role("button", name="Neem in behandeling").click()
    expect(page.get_by_text("Er gaat iemand voor op de wachtlijst").first).to_be_visible()
    bekijk()
    page.get_by_label("Waarom wijkt u af van de volgorde?").fill("De huurder wordt volgende week opgenomen.")
    page.get_by_role("button", name="Neem in behandeling").click()
    expect(page.get_by_text("De zaak is in behandeling.")).to_be_visible()
    page.goto(lijst)
    expect(page.get_by_role("link", name="In de BRP kijken")).to_have_count(0)
    page.goto(live_server.url + reverse("brp_wachtlijst", args=["haarlem", gezin]))
    expect(antwoord).to_contain_text("1 kind onder 18")
