"""Messages in the browser: the bell, the list, the choice of mail, and what a beheerder sees of mail that comes back."""

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import override_settings
from playwright.sync_api import Page, expect

from convenant.poort import berichten, post, postfout
from convenant.poort.grens import als_systeem
from convenant.tijd import stel_in
from tests.wereld import NU, Wereld

pytestmark = pytest.mark.browser

ZINNEN = (
    ("Er is een maatregel genomen: zaak 2026-000003", "Er is een maatregel op een tekortkoming vastgelegd."),
    (
        "Het convenant wordt vanzelf verlengd",
        "Wie dat niet wil, zegt op. Dat kan tot en met 30 november 2026.",
    ),
    ("De handreiking is veranderd", "Lees wat er nieuw is en bevestig dat u het gelezen hebt."),
)


def stuur(wereld: Wereld) -> None:
    for dagen, (onderwerp, tekst) in enumerate(ZINNEN):
        with stel_in(NU - timedelta(days=dagen, hours=dagen)), wereld.als("hugo"):
            groepen = [wereld.groep("linde", "contactpersoon")]
            berichten.bericht(groepen, onderwerp, tekst, "/heemstede/handreiking/")


def laat_terugkomen(wereld: Wereld) -> None:
    with als_systeem("berichten") as moment:
        postfout.noteer(wereld.mensen["bert"].account, "5.1.1", moment)


def bel(page: Page) -> str:
    """What the bell says, as it is read aloud."""
    return page.get_by_role("banner").get_by_role("link", name="Berichten").inner_text().replace("\n", " ")


def test_van_bel_tot_keuze(
    live_server, page: Page, stad: Wereld, werk_als: Callable[[str], None], beeld: Callable[[Page, str], None]
) -> None:
    stuur(stad)
    laat_terugkomen(stad)
    werk_als("anna")
    page.goto(live_server.url + "/heemstede/")
    beeld(page, "berichten-bel")
    assert re.search(r"3\s*ongelezen", bel(page))
    page.get_by_role("banner").get_by_role("link", name="Berichten").click()
    expect(page.get_by_role("heading", name="Berichten", level=1)).to_be_visible()
    beeld(page, "berichten")
    page.get_by_role("link", name=ZINNEN[2][0]).click()
    expect(page).to_have_url(re.compile(r"/heemstede/handreiking/\?bericht=[0-9a-f-]{36}$"))
    assert re.search(r"2\s*ongelezen", bel(page))
    page.get_by_role("banner").get_by_role("link", name="Berichten").click()
    page.get_by_role("button", name=f"Zet op gelezen {ZINNEN[0][0]}").click()
    assert re.search(r"1\s*ongelezen", bel(page))
    page.get_by_role("button", name="Alles is gelezen").click()
    expect(page.get_by_text("Alle berichten zijn gelezen.")).to_be_visible()
    assert "ongelezen" not in bel(page)

    page.get_by_role("link", name="Wijzig wanneer u mail krijgt").click()
    page.get_by_role("button", name="Opslaan").click()
    expect(page).to_have_title(re.compile("^Fout: "))
    beeld(page, "berichten-keuze")
    page.get_by_role("radio", name="Eén mail per dag").check()
    page.get_by_role("button", name="Opslaan").click()
    expect(page.get_by_role("status").or_(page.get_by_role("alert"))).to_contain_text("één mail per dag")

    werk_als("bert")
    page.goto(live_server.url + "/heemstede/berichten/")
    expect(page.get_by_text("Uw mail komt niet aan")).to_be_visible()
    werk_als("carla")
    page.goto(live_server.url + "/heemstede/berichten/")
    beeld(page, "berichten-leeg")

    werk_als("ina")
    page.goto(live_server.url + "/heemstede/mensen/")
    beeld(page, "mensen-mail-terug")
    page.get_by_role("link", name="Bert").click()
    beeld(page, "mens-mail-terug")
    page.get_by_role("button", name="Het adres klopt, stuur weer mail").click()
    expect(page.get_by_text("Wij blijven het proberen.")).to_be_visible()


def test_de_mail_van_de_demo(
    live_server, page: Page, stad: Wereld, beeld: Callable[[Page, str], None], tmp_path: Path, mailoutbox
) -> None:
    """As the mail server of the demo leaves it (tests/berichten/test_postvak.py)."""
    stuur(stad)
    (tmp_path / "new").mkdir()
    assert post.verstuur() == 6
    for nummer, mail in enumerate(mailoutbox):
        (tmp_path / "new" / str(nummer)).write_bytes(mail.message().as_bytes())
    with override_settings(POSTVAK=tmp_path):
        page.goto(live_server.url + "/demo/post/")
        beeld(page, "demo-post")
        pad, kop = page.get_by_role("link", name="Demo"), page.get_by_role("heading", level=1)
        links = [deel.evaluate("deel => deel.getBoundingClientRect().left") for deel in (pad, kop)]
        assert links[0] == links[1], "the path begins where the page does"
