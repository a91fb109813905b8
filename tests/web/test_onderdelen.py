"""Every building block in a real browser: axe finds nothing, the console is silent, nothing runs off the screen."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

pytestmark = [
    pytest.mark.browser,
    pytest.mark.urls("tests.web.voorbeeld"),
    pytest.mark.django_db(transaction=True),
]

PAGES = {
    "onderdelen": "/onderdelen/?meldingen=1",
    "raadplegen": "/raadplegen/",
    "resultaat": "/resultaat/",
    "bevestigen": "/bevestigen/",
    "openbaar": "/openbaar/",
    "inloggen": "/account/login/",
    "wachtwoord vergeten": "/account/password/reset/",
}
# 640 is a screen of 1280 at 200 % zoom; 320 is one at 400 %.
WIDTHS = [1280, 640, 390, 320]


def _open_everything(page: Page) -> None:
    page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")


def _fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_no_faults(
    page: Page, axe: Callable[[Page], None], live_server: LiveServer, name: str
) -> None:
    response = page.goto(live_server.url + PAGES[name])
    assert response is not None
    # The order of the parts differs from run to run.
    policy = response.headers["content-security-policy"].split("; ")
    assert "style-src 'self'" in policy, "or a silent console says nothing"
    _open_everything(page)
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert _fits(page), width
        if width != 640:
            axe(page)


@pytest.mark.parametrize("name", ["onderdelen", "openbaar"])
@pytest.mark.parametrize(
    ("theme", "scheme"),
    [("veenhoven", "light"), ("veenhoven", "dark"), ("voorbeeldstad", "dark"), ("voorbeeldstad", "contrast")],
)
def test_other_colours_have_no_faults(
    page: Page, axe: Callable[[Page], None], live_server: LiveServer, name: str, theme: str, scheme: str
) -> None:
    if scheme == "contrast":
        page.emulate_media(forced_colors="active")
    else:
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    joint = "&" if "?" in PAGES[name] else "?"
    page.goto(f"{live_server.url}{PAGES[name]}{joint}thema={theme}")
    _open_everything(page)
    axe(page)


@pytest.mark.parametrize("width", [1280, 390])
def test_a_form_with_errors(
    page: Page, axe: Callable[[Page], None], live_server: LiveServer, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(live_server.url + "/onderdelen/")
    page.get_by_label("Adres", exact=True).fill("Lindelaan 12")
    page.get_by_role("button", name="Opslaan").click()
    expect(page).to_have_title("Fout: Onderdelen | Convenant")
    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    expect(page.get_by_label("Adres", exact=True)).to_have_value("Lindelaan 12")
    axe(page)
    assert _fits(page)
    summary.get_by_role("link", name="Maak een keuze bij ‘Welk document hebt u gezien?’.").click()
    expect(page.get_by_label("Paspoort")).to_be_focused()
    summary.get_by_role("link", name="Vul een datum in").click()
    expect(page.get_by_label("Datum waarop")).to_be_focused()


def test_the_first_tab_skips_to_the_content(page: Page, live_server: LiveServer) -> None:
    page.goto(live_server.url + "/onderdelen/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Direct naar de inhoud")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_a_wide_screen_has_the_menu_in_sight_and_no_button_for_it(
    page: Page, live_server: LiveServer
) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(live_server.url + "/onderdelen/")
    expect(page.get_by_role("navigation", name="Hoofdmenu")).to_be_visible()
    expect(page.get_by_role("button", name="Menu")).to_have_count(0)
    expect(page.get_by_role("button", name="Uitloggen")).to_have_count(1)


def test_the_menu_of_a_phone_works_by_keyboard(
    page: Page, axe: Callable[[Page], None], live_server: LiveServer
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(live_server.url + "/onderdelen/")
    menu = page.get_by_role("navigation", name="Hoofdmenu")
    expect(menu).to_be_hidden()
    page.get_by_role("button", name="Menu").focus()
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    expect(menu.get_by_role("button", name="Uitloggen")).to_be_visible()
    axe(page)
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(page.get_by_role("button", name="Menu")).to_be_focused()


@pytest.mark.parametrize("width", [1280, 390])
def test_who_one_is_at_work_as_is_always_in_sight(page: Page, live_server: LiveServer, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(live_server.url + "/onderdelen/")
    for text in (
        "Karin de Vries",
        "Medewerker verhuur",
        "Woonstichting De Linde",
        "Gegevens bij verhuur, gemeente Veenhoven",
    ):
        shown = (
            page.locator("header, [aria-label='Hoe u nu werkt']")
            .get_by_text(text, exact=True)
            .filter(visible=True)
        )
        expect(shown).to_have_count(1)
        expect(shown).to_be_in_viewport()


def test_every_focus_can_be_seen(page: Page, live_server: LiveServer) -> None:
    page.goto(live_server.url + "/onderdelen/")
    page.locator("body").focus()
    seen = 0
    while seen < 60:
        page.keyboard.press("Tab")
        style = page.evaluate(
            """() => { const e = document.activeElement;
                const own = getComputedStyle(e), after = getComputedStyle(e, '::after');
                return e === document.body ? null
                    : [e.outerHTML.slice(0, 120), own.outlineStyle, own.boxShadow, after.outlineStyle]; }"""
        )
        if style is None:
            break
        seen += 1
        element, outline, shadow, after = style
        assert outline != "none" or shadow != "none" or after != "none", element
    assert seen > 30


def test_paper_keeps_who_printed_it_and_drops_the_buttons(page: Page, live_server: LiveServer) -> None:
    page.goto(live_server.url + "/resultaat/")
    page.emulate_media(media="print")
    expect(page.get_by_text("Woonstichting De Linde", exact=True)).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    for gone in (page.get_by_role("navigation", name="Hoofdmenu"), page.get_by_text("Uitloggen").first):
        expect(gone).to_be_hidden()


def test_the_page_works_without_script(page: Page, live_server: LiveServer) -> None:
    page.route("**/*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(live_server.url + "/onderdelen/")
    page.get_by_role("button", name="Opslaan").click()
    expect(page.get_by_role("alert")).to_be_visible()
