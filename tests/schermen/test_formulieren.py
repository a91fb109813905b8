"""Every form that any persona can reach: one wrong value, and nothing else that was typed is lost.

The pages are found by following links from the begin, and the steps of the wizard one after the other. Each persona finds
all of hers; a form that several have is sent by the first of them, and in the full dose by each.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.urls import resolve
from playwright.sync_api import Locator, Page, expect

from tests.schermen.test_raadplegen import vul_adres, vul_doel
from tests.wereld import Wereld

pytestmark = pytest.mark.browser

# Whose screens hold which forms; a form that is found and does not stand here fails the test, and the reverse.
FORMULIEREN = {
    "": {"account_login", "account_reset_password"},
    "anna": {
        "logboek",
        "berichten_keuze",
        "account_change_password",
        "mfa_activate_totp",
        "adres",
        "doel",
        "identiteit",
        "zaken",
        "schriftelijk_verzoeken",
        "verhuizing_doorgeven",
        "ondersteuning_vragen",
        "doorgifte_vragen",
        "beveiligingsprobleem_melden",
    },
    "eva": {
        "berichten_keuze",
        "uittreksel_nieuw",
        "account_change_password",
        "mfa_activate_totp",
        "zaken",
        "rapportage",
    },
    "frits": {
        "logboek",
        "logboek_uitvoer",
        "signalen",
        "berichten_keuze",
        "account_change_password",
        "mfa_activate_totp",
        "zaken",
        "controle_openen",
        "rapportage",
    },
    "ina": {
        "opzeggen",
        "wijziging_voorstellen",
        "logboek",
        "berichten_keuze",
        "account_change_password",
        "mfa_activate_totp",
        "bezit",
        "bezit_nieuw",
        "bezit_einde",
        "bezit_verbeteren",
        "bezit_verwijderen",
        "zaken",
        "beveiliging",
        "beveiligingsprobleem_melden",
        "overmacht_melden",
        "mensen",
        "mens_nieuw",
        "mens_verklaring",
        "mens_afmelden",
        "mens_factor",
        "autorisaties",
        "autorisatie_daad",
        "autorisaties_geschiedenis",
    },
    "hugo": {
        "opzeggen",
        "wijziging_voorstellen",
        "vervallen_verklaren",
        "berichten_keuze",
        "account_change_password",
        "mfa_activate_totp",
        "zaken",
        "tekortkoming_openen",
        "overmacht_melden",
        "onderhoud_nieuw",
        "handreiking_nieuw",
        "rapportage",
        "beleid",
        "mensen",
        "mens_nieuw",
        "mens_verklaring",
        "mens_afmelden",
        "mens_factor",
        "autorisaties",
        "autorisatie_daad",
        "autorisaties_geschiedenis",
        "inrichting_aansluiten",
        "inrichting_ingang",
        "inrichting_vrije_dagen",
        "inrichting_instelling",
        "inrichting_ondertekening",
        "inrichting_verklaring",
        "inrichting_verklaring_einde",
    },
    "gerda": {
        "berichten_keuze",
        "account_change_password",
        "mfa_activate_totp",
        "autorisaties",
        "autorisatie_daad",
        "autorisaties_geschiedenis",
    },
    "dirk": {"berichten_keuze", "account_change_password", "mfa_activate_totp"},
}
BEGIN = {"": "/account/login/"}
NIET_VOLGEN = (  # signs somebody else in; is not there without its question; are files
    "/demo/",
    "/heemstede/dashboard/zaken/",
    "/heemstede/bezit/uitvoer/",
    "/heemstede/rapportage/csv/",
    "/heemstede/rapportage/pdf/",
    "/heemstede/verwerkingsregister/csv/",
    "/heemstede/verwerkingsregister/pdf/",
    "/heemstede/autorisaties/uitvoer/",
    "/heemstede/autorisaties/geschiedenis/uitvoer/",
    "/heemstede/verhuizing/machtigingsformulier/",
)
STAP = re.compile(r"/raadplegen/[0-9a-f-]{36}/(\w+)/")
INVULBAAR = "input:not([type=hidden]), textarea, select"


# What stands at an address, without drawing it: where it leads, whether it has a form, and its links.
LEES = """async ([adres, invulbaar]) => {
    const antwoord = await fetch(adres)
    const blad = new DOMParser().parseFromString(await antwoord.text(), "text/html")
    const links = [...blad.querySelectorAll("a[href]")].map(a => new URL(a.getAttribute("href"), antwoord.url))
    return [
        antwoord.url,
        blad.querySelector(`form.app-form :is(${invulbaar})`) !== null,
        links.map(link => link.href.split(/[?#]/)[0]),
    ]
}"""


def naam_van(adres: str) -> str:
    """The step of the wizard, the verb on a case, or the name in the URL conf."""
    pad = re.sub(r"https?://[^/]+", "", adres).split("?")[0]
    stap = STAP.search(pad)
    gevonden = resolve(pad)
    return stap[1] if stap else gevonden.kwargs.get("handeling", str(gevonden.url_name))


def formulieren_van(page: Page, begin: str) -> Iterator[str]:
    """The address of every form behind the links from here."""
    herkomst = re.match(r"https?://[^/]+", begin)
    assert herkomst
    wachtend, gezien = [begin], {begin, *(herkomst[0] + pad for pad in NIET_VOLGEN)}
    page.goto(begin)
    while wachtend:
        plek, heeft_formulier, links = page.evaluate(LEES, [wachtend.pop(0), INVULBAAR])
        nieuw = [
            adres for adres in dict.fromkeys(links) if adres.startswith(herkomst[0]) and adres not in gezien
        ]
        gezien.update(nieuw)
        wachtend += nieuw
        if heeft_formulier:
            yield plek
        if STAP.search(plek):
            page.goto(plek)
            vul_adres(page, "2101 AB", "12")
            yield (stap := page.url)
            page.goto(stap)
            vul_doel(page)
            yield page.url


def vul_verkeerd(formulier: Locator) -> dict[str, Any]:
    """The first field as it should not be (no choice, no file, no sense), the rest filled in; what must come back."""
    getypt: dict[str, Any] = {}
    velden = formulier.locator(INVULBAAR).all()
    eerste = velden[0].get_attribute("name")
    for nummer, veld in enumerate(velden):
        plek = str(veld.get_attribute("id"))
        soort = veld.get_attribute("type") or veld.evaluate("e => e.tagName.toLowerCase()")
        is_eerste = veld.get_attribute("name") == eerste
        if soort == "file" or (is_eerste and soort in ("radio", "select")):
            continue
        if soort == "radio":
            veld.check()
            groep = plek.rstrip("0123456789")
            getypt = {id: waarde for id, waarde in getypt.items() if not id.startswith(groep)} | {plek: True}
        elif soort == "select":
            veld.select_option(index=veld.locator("option").count() - 1)
            getypt[plek] = veld.input_value()
        else:
            # Any text will do where nothing says what it looks like: such a field is wrong when it is empty.
            eist = veld.get_attribute("inputmode") or veld.get_attribute("autocapitalize")
            verkeerd = "" if soort in ("text", "textarea") and not eist else "niet goed"
            veld.fill(verkeerd if is_eerste else f"getypt {nummer}")
            if soort != "password":
                getypt[plek] = veld.input_value()
    return getypt


def toets(page: Page, axe: Callable[[Page], None]) -> None:
    """Send the form of the page, wrong in its first field."""
    formulier = page.locator("form.app-form").filter(has=page.locator(INVULBAAR)).first
    getypt = vul_verkeerd(formulier)
    formulier.locator("button[type=submit]").first.click()
    expect(page).to_have_title(re.compile("^Fout: "))
    samenvatting = page.get_by_role("alert")
    links = samenvatting.locator("a[href^='#']").all()
    assert links, page.url
    for link in links:
        doel = link.get_attribute("href") or ""
        assert page.locator(f"[id='{doel[1:]}']").count() == 1, f"{page.url}: {doel}"
    for plek, waarde in getypt.items():
        veld = page.locator(f"[id='{plek}']")
        assert (veld.is_checked() if waarde is True else veld.input_value()) == waarde, f"{page.url}: {plek}"
    axe(page)


def van_een_eerder(persona: str) -> set[str]:
    """The forms that somebody before this persona has too."""
    eerder = list(FORMULIEREN)[: list(FORMULIEREN).index(persona)]
    return {naam for ander in eerder for naam in FORMULIEREN[ander]}


@pytest.mark.parametrize(
    "volledig",
    [
        pytest.param(False, id="dagelijks"),
        pytest.param(True, id="volledig", marks=pytest.mark.volledig),
    ],
)
@pytest.mark.parametrize("persona", FORMULIEREN)
def test_een_fout_verliest_niets(
    live_server, page: Page, stad: Wereld, werk_als, axe, persona: str, volledig: bool
) -> None:
    if persona:
        werk_als(persona)
    gevonden, getoetst = set(), set() if volledig else van_een_eerder(persona)
    for adres in formulieren_van(page, live_server.url + BEGIN.get(persona, "/heemstede/")):
        naam = naam_van(adres)
        if naam not in getoetst:
            page.goto(adres)
            toets(page, axe)
        gevonden.add(naam)
        getoetst.add(naam)
    assert gevonden == FORMULIEREN[persona]
