"""The work list on screen: each number is the length of the list behind it, filters are kept, work changes hands."""

import html
import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from convenant.poort import filters, toewijzen
from convenant.tijd import stel_in
from tests.brpinzage.test_afwijkingen import bevind
from tests.poort.test_toewijzen import tweede
from tests.schermen.klant import titel
from tests.wereld import NU, Wereld

Klant = Callable[[str], Client]
LIJST, FILTERS, TOEWIJZEN = "/heemstede/zaken/", "/heemstede/zaken/filters/", "/heemstede/zaken/toewijzen/"
TAB = re.compile(r'app-tabs__tab" href="([^"]+)"[^>]*>[^<]*<span class="app-tabs__count">(\d+)')
GETAL = re.compile(r'<a class="nl-link" href="(/heemstede/zaken/\?[^"]+)">(\d+)<')
RIJ = '<th scope="row"'


def tekst(client: Client, pad: str = LIJST, **vraag: str) -> str:
    return client.get(pad, vraag).content.decode()


def lengte(client: Client, adres: str) -> int:
    return tekst(client, html.unescape(adres)).count(RIJ)


def test_een_getal_is_zo_lang_als_de_lijst_erachter(klant: Klant, wereld: Wereld) -> None:
    """Whatever part is shown: a tab is of everyone, of oneself, or of nobody."""
    zaken = [bevind(wereld), tweede(wereld)]
    with wereld.als("anna"):
        toewijzen.wijs_toe(zaken[0], wereld.mensen["bert"].pk, None)
    anna = klant("anna")
    for van in ("", "mij", "niemand", str(wereld.mensen["bert"].pk)):
        tabs = TAB.findall(tekst(anna, stand="open", van=van))
        assert [int(aantal) for _, aantal in tabs] == [2, 0, 1, 0, 2, 0]
        for adres, aantal in tabs:
            assert lengte(anna, adres) == int(aantal)


def test_elk_getal_van_de_verdeling_is_zo_lang_als_de_lijst_erachter(klant: Klant, wereld: Wereld) -> None:
    zaken = [bevind(wereld), tweede(wereld)]
    with wereld.als("anna"):
        toewijzen.wijs_toe(zaken[0], wereld.mensen["anna"].pk, None)
    with stel_in(NU + timedelta(days=9)):
        anna = klant("anna")
        getallen = GETAL.findall(tekst(anna, "/heemstede/zaken/verdeling/"))
        assert [int(aantal) for _, aantal in getallen] == [1, 1, 0, 0, 0, 0, 1, 1, 0]
        for adres, aantal in getallen:
            assert lengte(anna, adres) == int(aantal), adres
    assert GETAL.findall(tekst(klant("carla"), "/heemstede/zaken/verdeling/"))[0][1] == "0"


def test_een_filter_bewaren_openen_hernoemen_en_weggooien(klant: Klant, wereld: Wereld) -> None:
    zaak, anna = bevind(wereld), klant("anna")
    leeg = anna.post(FILTERS, {"naam": " ", "stand": "open", "termijn": "week"})
    assert titel(leeg).startswith("Fout: ")
    assert 'name="termijn" value="week"' in leeg.content.decode()  # what was chosen is not lost
    bewaard = anna.post(FILTERS, {"naam": "Deze week", "stand": "open", "termijn": "week"}, follow=True)
    assert "Uw filter is bewaard." in bewaard.content.decode()
    assert f"{LIJST}{zaak}/" in bewaard.content.decode()
    (filter_,) = _filters(wereld)
    assert (filter_.naam, filter_.standaard) == ("Deze week", False)
    dubbel = anna.post(FILTERS, {"naam": "Deze week", "stand": "open"}).content.decode()
    assert "al een filter met deze naam" in dubbel
    pad = f"{FILTERS}{filter_.id}/"
    anna.post(pad, {"naam": "Te laat", "standaard": "on"})
    assert [(rij.naam, rij.standaard) for rij in _filters(wereld)] == [("Te laat", True)]
    assert klant("bert").get(pad).status_code == 404
    assert "Filter ‘Te laat’ verwijderen?" in tekst(anna, f"{pad}verwijderen/")
    anna.post(f"{pad}verwijderen/")
    assert _filters(wereld) == []


def test_de_lijst_opent_met_wat_iemand_koos(klant: Klant, wereld: Wereld) -> None:
    """Only when the address says nothing; a tab says something."""
    zaak = bevind(wereld)
    with wereld.als("anna"):
        filters.bewaar("Te laat", {"stand": "open", "termijn": "verlopen"}, standaard=True)
    anna = klant("anna")
    assert "Geen zaak past bij dit filter." in tekst(anna)
    assert f"{LIJST}{zaak}/" in tekst(anna, stand="open")
    assert f"{LIJST}{zaak}/" in tekst(klant("bert"))


def test_een_filter_op_wat_er_niet_meer_is(klant: Klant, wereld: Wereld, als_eigenaar) -> None:
    """It opens without that part, and says which; the rest holds."""
    zaak = bevind(wereld)
    with wereld.als("anna"):
        toewijzen.wijs_toe(zaak, wereld.mensen["bert"].pk, None)
        delen = {"van": str(wereld.mensen["bert"].pk), "stap": "wijkt_af", "termijn": "week", "kleur": "rood"}
        nummer = filters.bewaar("Oud", {"stand": "open"} | delen)
        stap_weg = filters.bewaar("Stap", {"stand": "open", "stap": "van_vroeger", "termijn": "eeuwig"})
    anna = klant("anna")
    gezien = tekst(anna, filter=str(nummer))
    assert "Een onderdeel van dit filter bestaat niet meer." in gezien
    assert f"{LIJST}{zaak}/" in gezien
    with als_eigenaar():
        wereld.autorisaties["bert"].tot = NU.date()
        wereld.autorisaties["bert"].save()
    gezien = tekst(anna, filter=str(nummer))
    assert "De collega uit dit filter werkt hier niet meer." in gezien
    assert f"{LIJST}{zaak}/" in gezien
    gezien = tekst(anna, filter=str(stap_weg))
    assert "De stap uit dit filter bestaat niet meer." in gezien
    assert "Een onderdeel van dit filter bestaat niet meer." in gezien
    assert f"{LIJST}{zaak}/" in gezien
    assert "Dit filter bestaat niet meer." in tekst(anna, filter="0")


@pytest.mark.parametrize(
    "vraag", [{"na": "x"}, {"voor": "0"}, {"na": str(2**63)}, {"van": "⛄"}, {"stand": "'"}]
)
def test_een_adres_dat_niet_klopt_toont_de_rest(klant: Klant, wereld: Wereld, vraag: dict[str, str]) -> None:
    zaak = bevind(wereld)
    gezien = tekst(klant("anna"), **{"stand": "open"} | vraag)
    assert f"{LIJST}{zaak}/" in gezien
    assert "Uw filter past niet meer helemaal" in gezien


def test_meer_zaken_toewijzen_zegt_per_zaak_wat_niet_lukte(klant: Klant, wereld: Wereld) -> None:
    zaken = [bevind(wereld), tweede(wereld)]
    anna, bert = wereld.mensen["anna"].pk, wereld.mensen["bert"].pk
    with wereld.als("anna"):
        toewijzen.wijs_toe(zaken[1], anna, None)
    gestuurd = {
        "zaak": [f"{zaak}-" for zaak in zaken],
        "behandelaar": bert,
        "terug": "?stand=open&van=niemand",
    }
    antwoord = klant("bert").post(TOEWIJZEN, gestuurd)
    assert antwoord["Location"] == f"{LIJST}?stand=open&van=niemand"
    gezien = tekst(klant("bert"), stand="open", van="mij")
    assert gezien.count(RIJ) == 1
    volgende = klant("bert").post(TOEWIJZEN, gestuurd | {"zaak": [f"{zaken[1]}-{anna}"]}, follow=True)
    assert "De zaak is nu van u. Eerst was zij van Anna." in volgende.content.decode()
    for onzin in ({}, {"zaak": "x"}, {"zaak": f"{zaken[0]}-", "behandelaar": "x"}):
        antwoord = klant("bert").post(TOEWIJZEN, {"behandelaar": bert, "terug": "https://elders.nl/"} | onzin)
        assert antwoord["Location"].startswith(LIJST)


def test_overnemen_van_de_zaak_zegt_wie_haar_heeft(klant: Klant, wereld: Wereld) -> None:
    """Two with the same page open: the second hears who was first."""
    zaak = bevind(wereld)
    pad = f"{LIJST}{zaak}/behandelaar/"
    anna, bert = klant("anna"), klant("bert")
    for client, naam in ((anna, "anna"), (bert, "bert")):
        pagina = client.post(pad, {"behandelaar": wereld.mensen[naam].pk, "was": ""}, follow=True)
        zin = "De zaak is nu van u." if naam == "anna" else "is intussen van Anna. Er is niets veranderd."
        assert zin in pagina.content.decode()
    pagina = bert.post(
        pad, {"behandelaar": wereld.mensen["bert"].pk, "was": wereld.mensen["anna"].pk}, follow=True
    )
    assert "De zaak is nu van u. Eerst was zij van Anna. Wie het aangaat, krijgt een bericht." in (
        pagina.content.decode()
    )
    assert klant("carla").post(pad, {"behandelaar": "", "was": ""}).status_code == 404


def _filters(wereld: Wereld) -> list[filters.Filter]:
    with wereld.als("anna"):
        return filters.filters()


@pytest.mark.browser
def test_met_het_toetsenbord_door_de_lijst(live_server, page: Page, stad: Wereld, werk_als, beeld) -> None:
    """Move, pick, search, the help; never while typing; turned off they do nothing. Then assign, filter and keep it."""
    bevind(stad), tweede(stad)
    werk_als("anna")
    page.goto(f"{live_server.url}{LIJST}")
    links = page.get_by_role("table", name="Zaken").get_by_role("link")
    expect(links).to_have_count(2)
    page.keyboard.press("j")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("x")
    expect(page.get_by_label("Kies zaak 2026-000001")).to_be_checked()
    page.keyboard.press("/")
    zoekveld = page.get_by_label("Zoek een zaak")
    expect(zoekveld).to_be_focused()
    page.keyboard.type("j/?x")
    expect(zoekveld).to_have_value("j/?x")
    zoekveld.fill("")
    links.nth(0).focus()
    page.keyboard.press("?")
    uitleg = page.get_by_role("dialog", name="Sneltoetsen")
    expect(uitleg).to_be_visible()
    beeld(page, "sneltoetsen")
    uitleg.get_by_label("Gebruik sneltoetsen").uncheck()
    page.keyboard.press("Escape")
    expect(uitleg).to_be_hidden()
    page.reload()
    page.keyboard.press("?")
    page.keyboard.press("j")
    expect(uitleg).to_be_hidden()
    expect(links.nth(0)).not_to_be_focused()

    toewijzen_balk = page.locator(".app-bulk__bar")
    expect(toewijzen_balk).to_have_css("position", "static")  # over no row as long as nothing is picked
    page.get_by_label("Kies zaak 2026-000001").check()
    expect(toewijzen_balk).to_have_css("position", "sticky")
    page.get_by_label("Behandelaar").select_option("Bert")
    page.get_by_role("button", name="Wijs gekozen zaken toe").click()
    expect(page.get_by_text("De zaak is nu van Bert.")).to_be_visible()
    page.get_by_text("Filter en volgorde").click()
    page.get_by_label("Van wie").select_option("Bert")
    page.get_by_role("button", name="Toon").click()
    expect(links).to_have_count(1)
    beeld(page, "filter-bewaren")
    page.get_by_label("Naam van het filter").fill("Wat Bert heeft")
    page.get_by_role("button", name="Bewaar dit filter").click()
    expect(
        page.get_by_role("navigation", name="Uw filters").get_by_role("link", name="Wat Bert heeft")
    ).to_be_visible()
    beeld(page, "zaken-filter")
    page.goto(f"{live_server.url}/heemstede/zaken/verdeling/")
    beeld(page, "werkverdeling")
    page.goto(f"{live_server.url}{LIJST}?stand=open")
    beeld(page, "werklijst")
    page.emulate_media(media="print")  # on paper the list itself, and which part it is
    expect(links).to_have_count(2)
    expect(page.get_by_role("link", name="Alles wat loopt")).to_be_visible()
    for schermwerk in ("Afgerond", "Filters beheren"):
        expect(page.get_by_role("link", name=schermwerk)).to_be_hidden()
    expect(page.get_by_role("button", name="Wijs gekozen zaken toe")).to_be_hidden()
    page.emulate_media(media="screen")
    links.nth(0).click()
    page.get_by_role("button", name="Neem deze zaak over").click()
    expect(page.get_by_text("De zaak is nu van u. Eerst was zij van Bert.")).to_be_visible()
    beeld(page, "zaak-overgenomen")
    page.get_by_role("button", name="Geef terug aan de groep").click()
    expect(page.get_by_text("De zaak is nu weer van de hele groep.")).to_be_visible()
