"""The field in a real browser: choose a file, make a mistake elsewhere, change one's mind, send it, open it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from convenant.bijlagen.models import Bijlage
from convenant.tijd import stel_in
from tests.bijlagen.bestanden import SVG, maak_jpeg, maak_pdf
from tests.proef import maak_proef
from tests.schermen.klant import log_in
from tests.wereld import NU, Wereld

pytestmark = [pytest.mark.browser, pytest.mark.urls("tests.bijlagen.pagina")]


@pytest.fixture
def proef(live_server, transactional_db) -> Iterator[Wereld]:
    with stel_in(NU):
        yield maak_proef()


@pytest.fixture
def werk_als(live_server, context: BrowserContext, proef: Wereld) -> Callable[[str], None]:
    def inloggen(naam: str) -> None:
        sessie = log_in(proef, naam).cookies["sessionid"].value
        context.clear_cookies()
        context.add_cookies([{"name": "sessionid", "value": sessie, "url": live_server.url}])

    return inloggen


def bestand(naam: str, inhoud: bytes) -> dict[str, object]:
    return {"name": naam, "mimeType": "application/octet-stream", "buffer": inhoud}


def past(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))


@pytest.mark.parametrize("breedte", [1280, 390, 320])
def test_kiezen_vergissen_en_versturen(live_server, page: Page, werk_als, axe, breedte: int) -> None:
    werk_als("kees")
    page.set_viewport_size({"width": breedte, "height": 900})
    page.goto(f"{live_server.url}/proef/melden/")
    axe(page)
    page.get_by_label("Welke leerling?").fill("Noor")
    page.get_by_label("Hoeveel dagen?").fill("")
    page.get_by_label("Brief van de ouder").set_input_files(bestand("machtiging.pdf", maak_pdf(2)))
    page.get_by_role("button", name="Versturen").click()
    expect(page.get_by_text("machtiging.pdf, 2 pagina’s")).to_be_visible()
    axe(page)
    assert past(page)

    page.get_by_label("Brief van de ouder").set_input_files(bestand("plaatje.pdf", SVG))
    page.get_by_role("button", name="Versturen").click()
    page.get_by_role("alert").get_by_role("link", name="Dit is geen pdf").click()
    expect(page.get_by_label("Brief van de ouder")).to_be_focused()
    expect(page.get_by_text("machtiging.pdf, 2 pagina’s")).to_be_visible()
    axe(page)
    assert past(page)

    page.get_by_label("Verwijderen").check()
    page.get_by_role("button", name="Versturen").click()
    expect(page.get_by_text("machtiging.pdf")).to_have_count(0)
    page.get_by_label("Brief van de ouder").set_input_files(bestand("foto.jpg", maak_jpeg()))
    page.get_by_label("Hoeveel dagen?").fill("3")
    page.get_by_role("button", name="Versturen").click()
    expect(page).to_have_title("Begin | Convenant")


def test_een_foto_staat_in_de_browser_en_een_pdf_wordt_gehaald(
    live_server, context: BrowserContext, page: Page, proef: Wereld, werk_als, als_eigenaar, tmp_path: Path
) -> None:
    adressen: list[str] = []
    brief = maak_pdf()
    for naam, inhoud in (("foto.jpg", maak_jpeg()), ("brief.pdf", brief)):
        werk_als("kees")
        page.goto(f"{live_server.url}/proef/melden/")
        page.get_by_label("Welke leerling?").fill("Noor")
        page.get_by_label("Hoeveel dagen?").fill("3")
        page.get_by_label("Brief van de ouder").set_input_files(bestand(naam, inhoud))
        page.get_by_role("button", name="Versturen").click()
        expect(page).to_have_url(f"{live_server.url}/proef/")
        with als_eigenaar():
            (bijlage,) = Bijlage.objects.exclude(pk__in=[adres.split("/")[-2] for adres in adressen])
        adressen.append(f"{live_server.url}/proef/bijlage/{bijlage.pk}/")
    foto, pdf = adressen
    werk_als("lies")
    page.goto(foto)
    expect(page.locator("img")).to_have_js_property("naturalWidth", 60)
    page.goto(f"{live_server.url}/proef/")
    with page.expect_download() as gehaald:
        page.evaluate("adres => { location.href = adres }", pdf)
    gehaald.value.save_as(tmp_path / "brief.pdf")
    assert gehaald.value.suggested_filename == "brief.pdf"
    assert (tmp_path / "brief.pdf").read_bytes() == brief
