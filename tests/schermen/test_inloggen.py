"""Signing in as a person meets it, in a browser: the app, the fresh factor, the warning, the form that comes back."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from convenant.settings import base
from convenant.tijd import stel_in
from tests.inloggen.eigen.app import App
from tests.schermen.test_raadplegen import vul_adres, vul_doel
from tests.wereld import NU, Wereld

pytestmark = pytest.mark.browser
WACHTWOORD = "vier-paarden-in-de-wei"


@pytest.fixture
def dorp(stad: Wereld, settings: Any) -> Wereld:
    """The town as in production: with a password, a factor, half an hour and half a day."""
    for naam in ("TWEEDE_FACTOR", "IDLE_SECONDEN", "SESSIE_SECONDEN"):
        setattr(settings, naam, getattr(base, naam))
    account = stad.mensen["anna"].account
    account.set_password(WACHTWOORD)
    account.save()
    return stad


def log_in(page: Page, email: str) -> None:
    page.get_by_label("E-mailadres").fill(email)
    page.get_by_label("Wachtwoord").fill(WACHTWOORD)
    page.get_by_role("button", name="Inloggen", exact=True).click()


def test_van_eerste_keer_tot_formulier_terug(
    live_server: Any, page: Page, dorp: Wereld, beeld: Callable[[Page, str], None]
) -> None:
    anna = dorp.mensen["anna"].account
    app = App(anna)
    page.goto(f"{live_server.url}/heemstede/")
    log_in(page, anna.email)
    expect(page).to_have_title("App instellen | Convenant")
    beeld(page, "inloggen-app")
    page.get_by_label("Code").fill(app.scan(page.content()))
    page.get_by_role("button", name="App instellen").click()
    expect(page).to_have_title("Herstelcodes | Convenant")
    expect(page.locator(".app-herstelcodes li")).to_have_count(10)
    beeld(page, "inloggen-herstelcodes")
    page.get_by_role("link", name="Ik heb ze bewaard").click()
    page.get_by_role("link", name="Uw account").first.click()
    beeld(page, "inloggen-account")
    page.get_by_role("link", name="Waar u bent ingelogd").click()
    expect(page.get_by_text("Hier bent u nu")).to_be_visible()
    beeld(page, "inloggen-sessies")

    page.goto(f"{live_server.url}/heemstede/raadplegen/nieuw/")
    vul_adres(page, "2101 AB", "12")
    with stel_in(NU + timedelta(minutes=16)):
        vul_doel(page)
        expect(page).to_have_title("Bent u het echt? | Convenant")
        beeld(page, "inloggen-opnieuw")
        page.get_by_label("Code").fill(app.herstelcode())
        page.get_by_role("button", name="Doorgaan").click()
        expect(page).to_have_title("U was bezig met een formulier | Convenant")
        beeld(page, "inloggen-formulier")
        page.get_by_role("button", name="Verstuur het opnieuw").click()
        expect(page).to_have_title(re.compile("Identiteit"))
    with stel_in(NU + timedelta(minutes=60)):
        page.reload()
        expect(page.get_by_text("U was een tijd niet bezig")).to_be_visible()
        beeld(page, "inloggen-verlopen")
        log_in(page, anna.email)
        expect(page).to_have_title("Code uit uw app | Convenant")
        beeld(page, "inloggen-code")
        page.get_by_label("Code").fill(app.herstelcode())
        page.get_by_role("button", name="Inloggen", exact=True).click()
        expect(page).to_have_title(re.compile("Identiteit"))


def test_een_woord_voor_het_einde_en_typen_telt(
    live_server: Any,
    page: Page,
    stad: Wereld,
    werk_als: Callable[[str], None],
    settings: Any,
    beeld: Callable,
) -> None:
    settings.IDLE_SECONDEN, settings.SESSIE_SECONDEN = base.IDLE_SECONDEN, base.SESSIE_SECONDEN
    gemeld: list[str] = []
    page.on("request", lambda vraag: gemeld.append(vraag.method) if vraag.url.endswith("/bezig/") else None)
    werk_als("anna")
    page.clock.install()
    page.goto(f"{live_server.url}/heemstede/zaken/nieuw/ondersteuning_vragen/")
    veld = page.locator("main textarea").first
    for seconden in (25, 30):
        page.clock.run_for(1000 * seconden)
        veld.press_sequentially("a")
    with page.expect_response("**/bezig/"):
        page.clock.run_for("00:10")
        veld.press_sequentially("a")
    assert len(gemeld) == 1, "three signs in 65 seconds"
    waarschuwing = page.get_by_text("Wij loggen u over twee minuten uit").first
    page.clock.run_for("26:30")
    expect(waarschuwing).to_be_hidden()
    page.clock.run_for("01:30")
    expect(waarschuwing).to_be_visible()
    beeld(page, "inloggen-bijna-uit")
    with page.expect_response("**/bezig/") as antwoord:
        page.get_by_role("button", name="Blijf ingelogd").click()
    assert antwoord.value.status == 204
    page.clock.run_for("00:02")
    expect(waarschuwing).to_be_hidden()
    page.clock.run_for("29:30")
    expect(page.get_by_text("U bent uitgelogd")).to_be_visible()
    expect(veld).to_have_value("aaa")


def test_na_een_hele_dag_helpt_blijven_niet(
    live_server: Any, page: Page, stad: Wereld, werk_als: Callable[[str], None], settings: Any
) -> None:
    settings.IDLE_SECONDEN, settings.SESSIE_SECONDEN = base.IDLE_SECONDEN, 10 * 60
    werk_als("anna")
    page.clock.install()
    page.goto(f"{live_server.url}/heemstede/")
    page.clock.run_for("08:30")
    expect(page.get_by_text("U bent dan een hele dag ingelogd")).to_be_visible()
    expect(page.get_by_role("button", name="Blijf ingelogd")).to_be_hidden()


def test_wat_op_het_scherm_staat_gaat_weg_als_er_niets_is_getypt(
    live_server: Any, page: Page, stad: Wereld, werk_als: Callable[[str], None], settings: Any
) -> None:
    settings.IDLE_SECONDEN, settings.SESSIE_SECONDEN = base.IDLE_SECONDEN, base.SESSIE_SECONDEN
    werk_als("anna")
    page.clock.install()
    page.goto(f"{live_server.url}/heemstede/")
    with stel_in(NU + timedelta(minutes=31)):
        page.clock.run_for("29:10")
        expect(page).to_have_title("Inloggen | Convenant")
