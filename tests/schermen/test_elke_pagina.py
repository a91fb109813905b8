"""Every page × persona: a heading, content, a silent console, no fault under axe, no sideways scroll at 320 px."""

from collections.abc import Sequence

import pytest
from playwright.sync_api import BrowserContext, Page

from brpinzage import afwijkingen
from brpinzage.afwijkingen import Bevinding
from tests.browser import silent_page
from tests.wereld import LINDELAAN_12, Wereld

pytestmark = pytest.mark.browser

# The pages one reaches, per functie; what stands here opens, what does not is refused (tests/schermen/test_url.py).
PAGINAS = {
    "anna": (
        "/",
        "/heemstede/raadplegen/",
        "/heemstede/raadpleging/{ontvangst}/",
        "/heemstede/raadpleging/{ontvangst}/vergelijken/",
        "/heemstede/zaken/",
        "/heemstede/zaken/verdeling/",
        "/heemstede/zaken/filters/",
        "/heemstede/zaken/nieuw/schriftelijk_verzoeken/",
        "/heemstede/zaken/nieuw/verhuizing_doorgeven/",
        "/heemstede/zaken/{zaak}/",
        "/heemstede/zaken/{zaak}/afwijking_melden/",
        "/heemstede/zaken/{zaak}/afwijking_intrekken/",
        "/heemstede/logboek/",
        "/heemstede/handreiking/",
        "/heemstede/onderhoud/",
        "/heemstede/beveiligingsprobleem/",
        "/heemstede/zaken/nieuw/ondersteuning_vragen/",
        "/heemstede/zaken/nieuw/doorgifte_vragen/",
        "/heemstede/werkplek/",
        "/heemstede/berichten/",
        "/heemstede/berichten/keuze/",
        "/account/password/change/",
        "/account/logout/",
        "/account/factor/",
        "/account/factor/instellen/",
        "/account/sessies/",
    ),
    "ina": (
        "/heemstede/",
        "/heemstede/agenda/",
        "/heemstede/logboek/",
        "/heemstede/bezit/",
        "/heemstede/bezit/nieuw/",
        "/heemstede/beveiliging/",
        "/heemstede/zaken/nieuw/overmacht_melden/",
        "/heemstede/looptijd/",
        "/heemstede/looptijd/opzeggen/",
        "/heemstede/looptijd/voorstellen/wijziging_voorstellen/",
        "/heemstede/mensen/",
        "/heemstede/mensen/nieuw/",
        "/heemstede/mensen/{dirk}/",
        "/heemstede/mensen/{dirk}/functie/",
        "/heemstede/mensen/{dirk}/functie/?groep={groep}",
        "/heemstede/mensen/{dirk}/verklaring/",
        "/heemstede/mensen/{dirk}/afmelden/",
        "/heemstede/mensen/{dirk}/factor/",
        "/heemstede/autorisaties/{autorisatie}/intrekken/",
    ),
    "eva": ("/heemstede/", "/heemstede/dashboard/", "/heemstede/uittreksel/", "/heemstede/uittreksel/nieuw/"),
    "frits": ("/heemstede/", "/heemstede/logboek/", "/heemstede/zaken/nieuw/controle_openen/"),
    "gerda": (
        "/heemstede/",
        "/heemstede/autorisaties/",
        "/heemstede/autorisaties/{autorisatie}/",
        "/heemstede/autorisaties/{autorisatie}/schorsen/",
        "/heemstede/autorisaties/geschiedenis/",
        "/heemstede/autorisaties/mens/{anna}/",
        "/heemstede/autorisaties/set/",
        "/heemstede/autorisaties/set/naam_en_adres/",
    ),
    "hugo": (
        "/heemstede/",
        "/heemstede/gezondheid/",
        "/heemstede/handreiking/",
        "/heemstede/handreiking/nieuw/",
        "/heemstede/onderhoud/",
        "/heemstede/onderhoud/nieuw/",
        "/heemstede/rapportage/",
        "/heemstede/zaken/nieuw/tekortkoming_openen/",
        "/heemstede/looptijd/",
        "/heemstede/looptijd/vervallen_verklaren/",
        "/heemstede/verwerkingsregister/",
        "/heemstede/beleid/",
    ),
    "dirk": ("/heemstede/",),
}
ZONDER_INLOGGEN = (
    "/heemstede/openbaar/",
    "/account/login/?next=/heemstede/&onderbroken=1",
    "/account/inactive/",
    "/account/password/reset/",
    "/account/password/reset/done/",
    "/account/password/reset/key/1-x/",
    "/account/password/reset/key/done/",
    "/demo/",
    "/demo/post/",
)


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
    ontvangst = stad.raadpleeg("anna", LINDELAAN_12)
    with stad.als("anna"):
        zaak = afwijkingen.wijkt_af(ontvangst, Bevinding(["mist", "mist"], "anders", "Onbekend."))
    werk_als(persona)
    waarden = {
        "ontvangst": ontvangst,
        "zaak": zaak,
        "dirk": stad.mensen["dirk"].pk,
        "anna": stad.mensen["anna"].pk,
        "groep": stad.groep("linde", "contactpersoon").pk,
        "autorisatie": stad.autorisaties["anna"].pk,
    }
    paden = [pad.format(**waarden) for pad in PAGINAS[persona]]
    bekijk_alle(live_server.url, paden, context, axe)


def test_zonder_inloggen(live_server, context: BrowserContext, stad: Wereld, axe):
    bekijk_alle(live_server.url, ZONDER_INLOGGEN, context, axe)


def bekijk_alle(herkomst: str, paden: Sequence[str], context: BrowserContext, axe) -> None:
    """Every page by itself, and each with a title of its own."""
    titels = []
    for pad in paden:
        with silent_page(context) as page:
            bekijk(page, herkomst + pad, axe)
            titels.append(page.title())
            page.close()
    assert len(set(titels)) == len(titels), titels


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
