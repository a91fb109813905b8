"""Every page × persona: a heading, content, a silent console, no fault under axe, no sideways scroll at 320 px."""

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser import silent_page
from tests.wereld import LINDELAAN_12, Wereld

pytestmark = pytest.mark.browser

# The pages one reaches, per functie; what stands here opens, what does not is refused (tests/schermen/test_url.py).
PAGINAS = {
    "anna": (
        "/",
        "/heemstede/",
        "/heemstede/raadplegen/",
        "/heemstede/logboek/",
        "/account/password/change/",
    ),
    "ina": ("/heemstede/", "/heemstede/logboek/"),
    "eva": ("/heemstede/", "/heemstede/uittreksel/"),
    "frits": (
        "/heemstede/",
        "/heemstede/logboek/",
        "/heemstede/logboek/?uitkomst=geweigerd",
        "/heemstede/logboek/?vanaf=31-02-2026",
    ),
    "gerda": ("/heemstede/",),
    "dirk": ("/heemstede/",),
}


def bekijk(page: Page, url: str, axe) -> None:
    page.goto(url)
    assert page.get_by_role("heading", level=1).count() == 1, url
    assert len(page.get_by_role("main").inner_text()) > 20, url
    axe(page)
    for breedte in (1280, 390, 320):
        page.set_viewport_size({"width": breedte, "height": 900})
        te_breed = page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        )
        assert not te_breed, f"{url} scrolls sideways at {breedte}"


@pytest.mark.parametrize("persona", PAGINAS)
def test_pagina_van_persona(live_server, context: BrowserContext, stad: Wereld, werk_als, axe, persona):
    stad.raadpleeg("anna", LINDELAAN_12)
    werk_als(persona)
    for pad in PAGINAS[persona]:
        with silent_page(context) as page:
            bekijk(page, live_server.url + pad, axe)
            page.close()


def test_zonder_inloggen(live_server, context: BrowserContext, stad: Wereld, axe):
    for pad in ("/account/login/", "/demo/"):
        with silent_page(context) as page:
            bekijk(page, live_server.url + pad, axe)


@pytest.mark.parametrize(
    ("persona", "pad"),
    [
        ("dirk", "/heemstede/raadplegen/"),
        ("gerda", "/heemstede/logboek/"),
        ("anna", "/heemstede/uittreksel/"),
    ],
)
def test_weigering_ziet_er_ook_goed_uit(
    live_server, context: BrowserContext, stad: Wereld, werk_als, axe, persona, pad
):
    """A refused page answers 403, which Chromium writes to its console; nothing else may stand there."""
    werk_als(persona)
    page = context.new_page()
    meldingen: list[str] = []
    page.on("console", lambda bericht: meldingen.append(bericht.text))
    bekijk(page, live_server.url + pad, axe)
    assert all("403" in melding for melding in meldingen)
