"""Burgerzaken and the live BRP in the browser: an extract fetched address by address, and one look for a case."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from brpinzage import afwijkingen
from brpinzage.simulator.bron import Bron
from tests.brp.gateway import fout, gateway
from tests.brpinzage.ophalen import KANARIE, aangesloten, brp, persoon, werk
from tests.brpinzage.test_afwijkingen import meld
from tests.schermen.test_elke_pagina import bekijk
from tests.wereld import KADE_3, LINDELAAN_12, LINDELAAN_14A, Wereld

pytestmark = pytest.mark.browser
Als, Axe = Callable[[str], None], Callable[[Page], None]


def bron() -> Bron:
    vertrokken = {"reden": {"code": "E", "omschrijving": "emigratie"}, "datum": "20200101"}
    onderzocht = persoon(2, "Twan", LINDELAAN_12)
    onderzocht["verblijfplaats"] |= {
        "inOnderzoek": {"aanduidingGegevensInOnderzoek": "080000", "datumIngangOnderzoek": "20260301"}
    }
    return Bron(
        [
            persoon(1, "Fien", LINDELAAN_12),
            onderzocht,
            persoon(3, "Stille", LINDELAAN_12, geheimhoudingPersoonsgegevens="7"),
            persoon(4, "Verre", LINDELAAN_12, opschortingBijhouding=vertrokken),
            persoon(5, "Joke", LINDELAAN_14A),
            persoon(6, "Sjaak", KADE_3),
        ]
    )


@pytest.mark.eis("HEE-OW.6")
def test_een_uittreksel_ophalen(live_server, page: Page, stad: Wereld, werk_als: Als, axe: Axe) -> None:
    werk_als("eva")
    with gateway(fout(503, "notAvailable")) as poort, aangesloten(poort.url):
        page.goto(f"{live_server.url}/heemstede/uittreksel/")
        page.get_by_role("link", name="Ophalen bij de BRP").click()
        bekijk(page, page.url, axe)
        page.get_by_role("button", name="Begin met ophalen").click()
        expect(page.get_by_role("status")).to_contain_text("Het ophalen is gestart")
        bekijk(page, page.url, axe)
        werk()
        expect(page.get_by_role("main")).to_contain_text(
            "Het ophalen wacht even"
        )  # without loading the page again
        bekijk(page, page.url, axe)
    with brp(bron()):
        page.get_by_role("button", name="Zet stil").click()
        expect(page.get_by_role("main")).to_contain_text("Staat stil")
        bekijk(page, page.url, axe)
        page.get_by_role("button", name="Ga verder").click()
        werk()
        expect(page.get_by_role("main")).to_contain_text("Alle adressen zijn gevraagd")
        bekijk(page, page.url, axe)
        bekijk(page, f"{live_server.url}/heemstede/uittreksel/", axe)
        page.get_by_role("link", name="Bekijk de aantallen").click()
        bekijk(page, page.url, axe)
        page.get_by_role("button", name="In gebruik nemen").click()
        expect(page.get_by_role("status")).to_contain_text("is in gebruik")


@pytest.mark.eis("HEE-11.1", "HEE-2.6")
def test_in_de_brp_kijken_vanuit_een_zaak(
    live_server, page: Page, stad: Wereld, werk_als: Als, axe: Axe
) -> None:
    zaak = meld(stad)
    with stad.als("eva"):
        afwijkingen.start_onderzoek(zaak)
    werk_als("eva")
    page.goto(f"{live_server.url}/heemstede/zaken/{zaak}/")
    page.get_by_role("link", name="In de BRP kijken").click()
    bekijk(page, page.url, axe)
    with gateway(fout(503, "notAvailable")) as poort, aangesloten(poort.url):
        page.get_by_role("button", name="Vraag het de BRP").click()
        expect(page.get_by_role("main")).to_contain_text("De BRP is nu niet bereikbaar")
        axe(page)
    with brp(bron()):
        page.get_by_role("button", name="Vraag het de BRP").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("2101 AB 12")
    for woord in (f"Fien {KANARIE}", "Geheimhouding", "Opgeschort: emigratie", "in onderzoek"):
        expect(page.get_by_role("main")).to_contain_text(woord)
    bekijk(page, page.url, axe)
