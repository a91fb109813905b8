"""Access from its beginning to its end, as people meet it: with a factor of their own, each in a browser of their own."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from convenant.beleid.kalender import AMSTERDAM
from convenant.looptijd import beeindigen
from convenant.looptijd.beeindigen import Invoer
from convenant.partijen import rechten
from convenant.partijen.models import Account
from convenant.settings import base
from convenant.tijd import stel_in
from tests.inloggen.eigen.app import App
from tests.schermen.test_inloggen import WACHTWOORD
from tests.schermen.test_raadplegen import vul_adres, vul_doel, vul_identiteit
from tests.wereld import LINDELAAN_12, NU, Wereld

pytestmark = pytest.mark.browser


@pytest.fixture
def balie(stad: Wereld, settings: Any) -> Wereld:
    """The town as in production; dirk works at De Linde, where one of the two contactpersonen has just left."""
    for naam in ("TWEEDE_FACTOR", "IDLE_SECONDEN", "SESSIE_SECONDEN"):
        setattr(settings, naam, getattr(base, naam))
    for naam in ("dirk", "ina", "gerda", "frits"):
        account = stad.mensen[naam].account
        account.set_password(WACHTWOORD)
        account.save()
    rechten.trek_in(stad.autorisaties["bert"], door=stad.mensen["ina"], reden="Andere baan.")
    return stad


@pytest.fixture
def eigen_browser(browser: Browser) -> Iterator[Any]:
    """`eigen_browser()`: the page of somebody else's computer."""
    open_: list[BrowserContext] = []

    def nieuw() -> Page:
        open_.append(browser.new_context(locale="nl-NL"))
        return open_[-1].new_page()

    yield nieuw
    for context in open_:
        context.close()


def eerste_keer(page: Page, url: str, account: Account) -> App:
    """Sign in for the first time: password, then an app."""
    app = App(account)
    page.goto(url)
    page.get_by_label("E-mailadres").fill(account.email)
    page.get_by_label("Wachtwoord").fill(WACHTWOORD)
    page.get_by_role("button", name="Inloggen", exact=True).click()
    page.get_by_label("Code").fill(app.scan(page.content()))
    page.get_by_role("button", name="App instellen").click()
    page.get_by_role("link", name="Ik heb ze bewaard").click()
    return app


def toon_code(page: Page, app: App) -> None:
    expect(page).to_have_title("Bent u het echt? | Convenant")
    page.get_by_label("Code").fill(app.herstelcode())
    page.get_by_role("button", name="Doorgaan").click()


@pytest.mark.eis("HEE-5.4", "HEE-5.5", "HEE-5.6", "HEE-3.5", "HEE-OW.8")
def test_van_aangemeld_tot_de_klik_na_het_intrekken(
    live_server: Any, balie: Wereld, eigen_browser: Any
) -> None:
    """Registered, granted with a fresh factor, signed in for the first time, consulted with a fresh factor, withdrawn."""
    basis = f"{live_server.url}/heemstede"
    ina, gerda, dirk = eigen_browser(), eigen_browser(), eigen_browser()
    eerste_keer(ina, f"{basis}/", balie.mensen["ina"].account)
    ina.goto(f"{basis}/mensen/{balie.mensen['dirk'].pk}/")
    ina.get_by_role("link", name="Functie aanvragen").click()
    ina.get_by_role("link", name="Contactpersoon").click()
    ina.get_by_role("button", name="Aanvragen").click()
    expect(ina.get_by_text("Iemand anders beslist")).to_be_visible()

    app = eerste_keer(gerda, f"{basis}/", balie.mensen["gerda"].account)
    with stel_in(NU + timedelta(minutes=16)):
        gerda.goto(f"{basis}/autorisaties/")
        gerda.get_by_label("Wacht op uw besluit").get_by_role("link", name="Dirk").first.click()
        gerda.get_by_role("link", name="Verlenen").click()
        toon_code(gerda, app)
        gerda.get_by_role("button", name="Verlenen").click()
        expect(gerda.get_by_text("De functie is verleend")).to_be_visible()
    verleend = gerda.url

    app = eerste_keer(dirk, f"{basis}/", balie.mensen["dirk"].account)
    with stel_in(NU + timedelta(minutes=16)):
        dirk.goto(f"{basis}/raadplegen/nieuw/")
        toon_code(dirk, app)
        vul_adres(dirk, "2101 AB", "12")
        vul_doel(dirk)
        vul_identiteit(dirk)
        dirk.get_by_role("button", name="Raadplegen").click()
        expect(dirk.get_by_text("Fatima Yılmaz")).to_be_visible()

        gerda.goto(f"{verleend}intrekken/")
        gerda.get_by_label("Waarom?").fill("Toch niet nodig.")
        gerda.get_by_role("button", name="Intrekken").click()
        expect(gerda.get_by_text("De functie is ingetrokken")).to_be_visible()
        # Not shown but asked for: Chromium writes a refused page to its console.
        naar = dirk.get_by_role("link", name="Zaken").first.get_attribute("href")
        antwoord = dirk.request.get(f"{live_server.url}{naar}")
        assert antwoord.status == 403
        assert "U hebt hiervoor geen autorisatie" in antwoord.text()
        assert dirk.request.get(dirk.url).status == 403


@pytest.mark.eis("HEE-9.3", "HEE-9.4", "HEE-9.5", "HEE-3.9")
def test_op_de_dag_van_het_einde_sluit_de_deur_en_blijft_het_logboek(
    live_server: Any, page: Page, stad: Wereld, werk_als: Any, beeld: Any
) -> None:
    """A notice in November works after two whole calendar months; the tab that was open then is closed too."""
    basis = f"{live_server.url}/heemstede"
    with stad.als("hugo"):
        beeindigen.leg_vast(Invoer("opzeggen", NU.date()))
    werk_als("hugo")
    page.goto(f"{basis}/looptijd/")
    expect(page.get_by_text("31 januari 2027").first).to_be_visible()
    beeld(page, "looptijd-opgezegd")

    laatste_minuut = datetime(2027, 1, 31, 23, 59, tzinfo=AMSTERDAM)
    with stel_in(laatste_minuut):
        ontvangst = stad.raadpleeg("anna", LINDELAAN_12)
        werk_als("anna")
        page.goto(f"{basis}/raadpleging/{ontvangst}/")
        expect(page.get_by_text("Fatima Yılmaz")).to_be_visible()
    with stel_in(laatste_minuut + timedelta(minutes=1)):
        # Not shown but asked for: Chromium writes a refused page to its console.
        for adres in (page.url, f"{basis}/raadplegen/nieuw/"):
            dicht = page.request.get(adres)
            assert dicht.status == 403
            assert "artikel 9.5" in dicht.text()
        werk_als("frits")
        page.goto(f"{basis}/logboek/")
        expect(page.get_by_role("row").filter(has_text="Anna").first).to_be_visible()
        beeld(page, "logboek-na-einde")
