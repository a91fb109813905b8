"""What the parties decide together and record, in a browser: nothing axe finds fault with, nothing too wide for a phone."""

from collections.abc import Callable, Iterator

import pytest
from django.urls import reverse
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from convenant.looptijd import ongeldig
from convenant.tijd import stel_in
from tests import werelden
from tests.huisuitzetting.vastleggen import EIGEN, leg_vast, meld_dpia
from tests.schermen.klant import log_in
from tests.wereld import NU, Wereld

from .samen import ADVISEUR, BUUR, MANAGER, stel_voor, teken

pytestmark = pytest.mark.browser


@pytest.fixture
def stad(live_server: LiveServer, transactional_db: None) -> Iterator[Wereld]:
    """The small Haarlem, committed, so that the server of the browser sees it."""
    wereld = werelden.maak("haarlem")
    with stel_in(NU):
        yield wereld


def adres(naam: str, *delen: object) -> str:
    return reverse(naam, args=["haarlem", *delen])


@pytest.mark.eis("HAA-9.3", "HAA-PR13.1", "HAA-PR13.2", "HAA-PR7.3", "HAA-PR7.4")
def test_elke_pagina_past_en_klopt(
    stad: Wereld, page: Page, context: BrowserContext, live_server: LiveServer, axe: Callable[[Page], None]
) -> None:
    with stad.als(ADVISEUR):
        ongeldig.verklaar("HAA-9.4", NU.date(), "Uitspraak van de rechtbank.")
    wijziging = stel_voor(stad, MANAGER, "wijziging_voorstellen", herstelt="HAA-9.4")
    einde = stel_voor(stad, MANAGER, "beeindiging_voorstellen", onderwerp="Het convenant stopt")
    teken(stad, wijziging, ADVISEUR, MANAGER)
    leg_vast(stad, EIGEN)
    meld_dpia(stad, EIGEN)
    paginas: dict[str, list[tuple[str, tuple[object, ...]]]] = {
        ADVISEUR: [
            ("looptijd", ()),
            ("looptijd_voorstel", (wijziging,)),
            ("looptijd_beslissen", (einde, "beeindiging_instemmen")),
            ("looptijd_voorstellen", ("wijziging_voorstellen",)),
            ("looptijd_ongeldig", ()),
        ],
        EIGEN: [
            ("vastleggingen", ()),
            ("vastlegging_nieuw", ("norm_vastleggen",)),
            ("vastlegging_nieuw", ("dpia_melden",)),
        ],
        BUUR: [("looptijd_beslissen", (wijziging, "wijziging_weigeren"))],
    }
    page.set_viewport_size({"width": 390, "height": 844})
    for wie, rijen in paginas.items():
        sessie = log_in(stad, wie).cookies["sessionid"].value
        context.clear_cookies()
        context.add_cookies([{"name": "sessionid", "value": sessie, "url": live_server.url}])
        for naam, delen in rijen:
            page.goto(live_server.url + adres(naam, *delen))
            axe(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= 390, naam
    page.get_by_label("Waarom stemt uw organisatie niet in?").fill("Te ruim.")
    page.get_by_role("button", name="Voorstel weigeren").click()
    expect(page.get_by_text("Het voorstel gaat niet door.")).to_be_visible()
