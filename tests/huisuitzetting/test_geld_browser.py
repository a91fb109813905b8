"""The forms of paying again and of debt counselling in a browser, on a phone and on a desk; axe finds no fault."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from convenant.tijd import stel_in
from tests.huisuitzetting import verhaal_geld as verhaal
from tests.huisuitzetting.huur import MELDER
from tests.huisuitzetting.verhaal_geld import SCHULDHULP, WIJKTEAM
from tests.huisuitzetting.wijkteam import alleen_schuld
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


@pytest.fixture
def bekijk(page: Page, axe: Callable[[Page], None]) -> Callable[[str], None]:
    """The page as it stands, on a phone and on a desk."""

    def kijk(naam: str) -> None:
        for breedte in (390, 1280):
            page.set_viewport_size({"width": breedte, "height": 900})
            axe(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= breedte, naam
            if map_ := os.environ.get("BEELD"):
                page.screenshot(path=Path(map_) / f"{naam}-{breedte}.png", full_page=True)

    return kijk


@pytest.mark.eis("HAA-6.2", "HAA-6.4", "HAA-5.1", "HAA-3.9", "HAA-7.1", "HAA-7.3", "HAA-7.6")
def test_van_voorstel_tot_hersteltermijn(
    stad: Wereld, page: Page, context: BrowserContext, live_server: LiveServer, bekijk: Callable[[str], None]
) -> None:
    zaak = alleen_schuld(stad)

    def open_als(wie: str, handeling: str) -> None:
        sessie = log_in(stad, wie).cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": sessie, "url": live_server.url}])
        naar = reverse("zaakhandeling", args=["haarlem", zaak, handeling])
        page.goto(live_server.url + naar)

    open_als(WIJKTEAM, "voorstel_doen")
    page.get_by_role("button", name="Versturen").click()
    expect(page.get_by_role("alert")).to_be_visible()
    bekijk("voorstel-fout")
    page.get_by_label("Vanaf wanneer betaalt de huurder").fill("01-12-2026")
    page.get_by_label("Hoeveel huur per maand").fill("700,00")
    page.get_by_label("Regeling voor de achterstand: hoeveel").fill("1.110,00")
    page.get_by_label("In hoeveel maanden?").fill("10")
    page.get_by_label("Vanaf wanneer lost de huurder af?").fill("1-12-2026")
    bekijk("voorstel")
    page.get_by_role("button", name="Versturen").click()
    expect(page.get_by_text("Het voorstel is verstuurd.")).to_be_visible()

    open_als(MELDER, "regeling_treffen")
    expect(page.get_by_label("Hoeveel betaalt de huurder per maand")).to_have_value("1110,00")
    bekijk("regeling")
    page.get_by_role("button", name="Leg de regeling vast").click()
    expect(page.get_by_text("De regeling is vastgelegd.")).to_be_visible()
    bekijk("zaak-corporatie")

    open_als(MELDER, "incasso_opschorten")
    bekijk("opschorten")
    open_als(WIJKTEAM, "niet_nakoming_melden")
    bekijk("niet-nagekomen")
    page.get_by_text("De achterstand aflossen volgens de regeling").click()
    page.get_by_label("Wanneer moest de huurder betalen?").fill("23-11-2026")
    page.get_by_role("button", name="Meld het").click()
    expect(page.get_by_text("De regeling staat als verbroken.")).to_be_visible()

    verhaal.minnelijk(stad, zaak)
    for handeling in ("inventarisatie_delen", "plan_delen", "beoordeling_melden", "aanbod_doen"):
        open_als(SCHULDHULP, handeling)
        bekijk(handeling)
    page.get_by_label("Welk deel van de schuld").fill("4,5")
    page.get_by_label("In hoeveel maanden?").fill("37")
    page.get_by_role("button", name="Doe het aanbod").click()
    expect(page.get_by_role("alert")).to_contain_text("1 tot en met 36 maanden")
    expect(page.get_by_label("Welk deel van de schuld")).to_have_value("4,5")
    page.get_by_label("In hoeveel maanden?").fill("36")
    page.get_by_role("button", name="Doe het aanbod").click()
    expect(page.get_by_text("De corporatie heeft het aanbod.")).to_be_visible()
    bekijk("zaak-sdv")
    verhaal.beoordeeld(stad, zaak)
    open_als(MELDER, "aanbod_aanvaarden")
    bekijk("akkoord")
    page.get_by_role("button", name="Ga akkoord").click()
    expect(page.get_by_text("U bent akkoord.")).to_be_visible()
    open_als(MELDER, "hersteltermijn_bieden")
    bekijk("hersteltermijn")
