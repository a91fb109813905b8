"""The working agreements in a browser, by those who lead: nothing axe finds fault with, and nothing too wide for a phone."""

from collections.abc import Callable, Iterator
from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse
from playwright.sync_api import BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from convenant.tijd import stel_in
from huisuitzetting.werkafspraken import contactlijst, kengetallen
from huisuitzetting.werkafspraken.contact import Contact
from tests.huisuitzetting.evalueren import ADVISEUR, evalueer, open_evaluatie
from tests.schermen.klant import log_in
from tests.wereld import NU, Wereld
from tests.werelden import maak

pytestmark = pytest.mark.browser
MANAGER, TEAMLEIDER = "corporatie/manager", "gemeente/teamleider"
MELDER = "Melder, corporatie haarlem"


@pytest.fixture
def stad(live_server: LiveServer, transactional_db: None) -> Iterator[Wereld]:
    """The small Haarlem with something on every page, committed, so that the server of the browser sees it."""
    wereld = maak("haarlem")
    with stel_in(NU):
        evalueer(wereld)
        with wereld.als(MANAGER):
            kengetallen.deel_corporatie("2026-1", {("overig", "overlast"): 2}, 6, 11, uuid4())
        yield wereld


@pytest.mark.eis("HAA-4.2", "HAA-4.3")
def test_een_contactpersoon_van_manager_tot_iedereen(
    stad: Wereld, page: Page, context: BrowserContext, live_server: LiveServer, axe: Callable[[Page], None]
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    meld_aan(stad, context, live_server, MANAGER)
    page.goto(live_server.url + adres("contactlijst"))
    page.get_by_role("link", name="Contactpersoon doorgeven").click()
    axe(page)
    page.get_by_label("Naam").fill("Iris Blom")
    page.get_by_label("Waarvoor is deze contactpersoon?").select_option(MELDER)
    page.get_by_label("Telefoonnummer op het werk").fill("023 1234567")
    page.get_by_label("E-mailadres op het werk").fill("iris@corporatie.voorbeeld.nl")
    page.get_by_label("Vanaf welke dag?").fill("23-11-2026")
    page.get_by_role("button", name="Versturen").click()
    expect(page.get_by_text("De wijziging is verstuurd.")).to_be_visible()
    zaak = page.url
    meld_aan(stad, context, live_server, ADVISEUR)
    page.goto(zaak)
    page.get_by_role("link", name="In de contactlijst zetten").click()
    axe(page)
    page.get_by_role("button", name="Zet in de lijst en verspreid").click()
    meld_aan(stad, context, live_server, "gemeente/swt")
    page.goto(live_server.url + adres("contactlijst"))
    expect(page.get_by_text("Iris Blom")).to_be_visible()
    axe(page)


@pytest.mark.eis("HAA-9.2", "HAA-9.5", "HAA-OW.6")
def test_elke_pagina_past_en_klopt(
    stad: Wereld, page: Page, context: BrowserContext, live_server: LiveServer, axe: Callable[[Page], None]
) -> None:
    zaak = open_evaluatie(stad, date(2026, 12, 15))
    with stad.als(ADVISEUR):
        contact = Contact("Iris Blom", MELDER, "023 1234567", "i@voorbeeld.nl", date(2026, 11, 23))
        contactlijst.verspreid(contact, None, uuid4())
    paginas: dict[str, list[tuple[str, tuple[object, ...]]]] = {
        ADVISEUR: [
            ("contactlijst", ()),
            ("contactlijst_verspreiden", ()),
            ("kengetallen", ()),
            ("evaluaties", ()),
            ("evaluatie", (zaak,)),
            ("evaluatie_nieuw", ()),
            ("evaluatie_besluit", (zaak,)),
            ("overleg_nieuw", ()),
            ("afspraken", ()),
            ("afspraak_nieuw", ()),
        ],
        MANAGER: [("kengetallen_delen", ()), ("contact_wijzigen", (0,))],
        TEAMLEIDER: [("kengetallen_delen", ())],
    }
    for wie, rijen in paginas.items():
        meld_aan(stad, context, live_server, wie)
        for naam, delen in rijen:
            page.set_viewport_size({"width": 390, "height": 844})
            page.goto(live_server.url + adres(naam, *delen))
            axe(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= 390, naam


def meld_aan(wereld: Wereld, context: BrowserContext, server: LiveServer, wie: str) -> None:
    sessie = log_in(wereld, wie).cookies["sessionid"].value
    context.clear_cookies()
    context.add_cookies([{"name": "sessionid", "value": sessie, "url": server.url}])


def adres(naam: str, *delen: object) -> str:
    return reverse(naam, args=["haarlem", *delen])
