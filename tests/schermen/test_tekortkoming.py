"""In the browser: withdrawal after a tekortkoming. Hugo tries it talking first, then closes the access, then opens it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from convenant.tijd import stel_in
from tests.wereld import LINDELAAN_12, NU, Wereld

pytestmark = pytest.mark.browser


def open_begin(page: Page, herkomst: str) -> None:
    page.goto(f"{herkomst}/heemstede/")


def knop(page: Page, naam: str) -> None:
    page.get_by_role("button", name=naam, exact=True).click()


def leg_overleg_vast(page: Page, uitkomst: str) -> None:
    page.get_by_role("link", name="Overleg vastleggen").click()
    page.get_by_label("Op welke dag was het overleg?").fill("23-11-2026")
    page.get_by_label("Wie waren erbij?").fill("Directeur, convenantbeheerder")
    page.get_by_label("Wat is er afgesproken?").fill("De lijst met wachtwoorden verdwijnt.")
    page.get_by_label(uitkomst).check()
    knop(page, "Versturen")
    expect(page.get_by_role("status")).to_contain_text("Het overleg is vastgelegd")


@pytest.mark.eis("HEE-7.1", "HEE-7.2")
def test_intrekken_na_tekortkoming(
    live_server,
    page: Page,
    stad: Wereld,
    werk_als: Callable[[str], None],
    beeld: Callable[[Page, str], None],
):
    stad.raadpleeg("anna", LINDELAAN_12)
    werk_als("hugo")
    page.goto(f"{live_server.url}/heemstede/zaken/")
    page.get_by_role("link", name="Tekortkoming vastleggen").click()
    page.get_by_label("De Linde").check()
    page.get_by_label("Artikel 6, lid 1").check()
    page.get_by_label("Wat is er gebeurd?").fill("Wachtwoorden hingen op een lijst bij de balie.")
    page.get_by_label("Op welke dag bleek dat?").fill("20-11-2026")
    beeld(page, "tekortkoming-formulier")
    knop(page, "Versturen")
    expect(page.get_by_role("status")).to_contain_text("Leg nu het overleg vast")
    assert page.get_by_role("link", name="Toegang intrekken").count() == 0

    leg_overleg_vast(page, "Dat is nog af te wachten")
    with stel_in(NU + timedelta(hours=1)):  # the last one counts
        leg_overleg_vast(page, "Nee, niet nagekomen")
    beeld(page, "tekortkoming-zaak")
    zaak = page.url
    page.get_by_role("link", name="Toegang intrekken").click()
    page.get_by_label("Waarom trekt de gemeente de toegang in?").fill("De lijst hing er nog.")
    page.get_by_label("Typ de naam van de corporatie").fill("Waterkant")
    knop(page, "Ja, trek de toegang in")
    expect(page.get_by_role("alert")).to_contain_text("Typ de naam zoals die hier staat: De Linde.")
    assert page.get_by_label("Waarom trekt de gemeente").input_value() == "De lijst hing er nog."
    page.get_by_label("Typ de naam van de corporatie").fill("De Linde")
    beeld(page, "toegang-intrekken")
    knop(page, "Ja, trek de toegang in")
    expect(page.get_by_role("status")).to_contain_text("De toegang is ingetrokken")

    werk_als("anna")
    open_begin(page, live_server.url)
    expect(page.get_by_role("main")).to_contain_text(
        "De gemeente heeft de toegang van uw organisatie ingetrokken"
    )
    assert "Lindelaan" not in page.get_by_role("main").inner_text()
    beeld(page, "toegang-ingetrokken")
    werk_als("ina")
    open_begin(page, live_server.url)
    beeld(page, "toegang-ingetrokken-beheerder")

    werk_als("hugo")
    open_begin(page, live_server.url)
    expect(page.get_by_role("main")).to_contain_text("Ingetrokken")
    beeld(page, "convenantbeheerder-begin")
    page.goto(zaak)
    page.get_by_role("link", name="Toegang herstellen").click()
    page.get_by_label("Hoe komt de corporatie haar plicht nu na?").fill("De lijst is weg.")
    knop(page, "Herstel de toegang")
    werk_als("anna")
    open_begin(page, live_server.url)
    expect(page.get_by_role("link", name="Nieuwe raadpleging")).to_be_visible()


@pytest.mark.eis("HEE-5.2", "HEE-5.8", "HEE-6.1", "HEE-6.2")
def test_de_paginas_rondom_zien_er_goed_uit(
    live_server,
    page: Page,
    stad: Wereld,
    werk_als: Callable[[str], None],
    beeld: Callable[[Page, str], None],
):
    werk_als("hugo")
    page.goto(f"{live_server.url}/heemstede/handreiking/")
    page.get_by_role("link", name="Handreiking plaatsen").click()
    page.get_by_label("Tekst van de handreiking").fill(
        "Zo raadpleegt u.\n\nKies eerst het adres. Stel daarna de identiteit vast.\n\nTwijfelt u? Stel een vraag."
    )
    knop(page, "Plaatsen")
    beeld(page, "handreiking-gemeente")
    page.get_by_role("link", name="Wijzigen", exact=True).click()
    beeld(page, "handreiking-wijzigen")
    page.goto(f"{live_server.url}/heemstede/onderhoud/nieuw/")
    page.get_by_label("Titel").fill("Onderhoud vanavond van 18 tot 20 uur")
    page.get_by_label("Wat moeten mensen weten?").fill("Raadplegen kan dan niet. Uw zaken blijven staan.")
    for label, waarde in (
        ("Vanaf welke dag", "23-11-2026"),
        ("Vanaf hoe laat?", "08:00"),
        ("Tot welke dag?", "23-11-2026"),
        ("Tot hoe laat?", "20:00"),
    ):
        page.get_by_label(label).fill(waarde)
    beeld(page, "onderhoud-aankondigen")
    knop(page, "Bekijk het voorbeeld")
    beeld(page, "onderhoud-voorbeeld")
    knop(page, "Plaatsen")
    beeld(page, "onderhoud")
    page.goto(f"{live_server.url}/heemstede/rapportage/")
    beeld(page, "rapportage-leeg")

    werk_als("anna")
    open_begin(page, live_server.url)
    expect(page.get_by_role("main")).to_contain_text("Onderhoud vanavond")
    page.get_by_role("link", name="Lees de handreiking").click()
    beeld(page, "handreiking-lezen")
    knop(page, "Ik heb deze versie gelezen")
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role(
        "link", name="Beveiligingsprobleem melden"
    ).click()
    page.get_by_label("Inloggen").check()
    page.get_by_label("Wat is er mis?").fill("Ik kwam er zonder code in.")
    page.get_by_label("Op welke dag").fill("23-11-2026")
    page.get_by_label("Hoe laat?").fill("09:15")
    beeld(page, "beveiligingsprobleem")
    knop(page, "Meld het nu")
    beeld(page, "beveiligingsprobleem-gemeld")

    werk_als("ina")
    open_begin(page, live_server.url)
    beeld(page, "beheerder-begin-verklaring-ontbreekt")
    page.goto(f"{live_server.url}/heemstede/beveiliging/")
    page.get_by_label("Welke maatregelen neemt uw corporatie?").fill("Sterke wachtwoorden en twee stappen.")
    beeld(page, "beveiligingsverklaring")
    knop(page, "Verklaar dit namens de corporatie")
    open_begin(page, live_server.url)
    beeld(page, "beheerder-begin")
    werk_als("frits")
    page.goto(f"{live_server.url}/heemstede/zaken/nieuw/controle_openen/")
    beeld(page, "controle-openen")
    page.goto(f"{live_server.url}/heemstede/rapportage/")
    beeld(page, "rapportage")
