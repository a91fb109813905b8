"""The terms on the page of a case: what, by whom, until when, and why; the earliest counts."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from playwright.sync_api import Page, expect

from brpinzage import afwijkingen
from brpinzage.beleid.heemstede import HEEMSTEDE
from convenant.beleid.taal import Termijn
from convenant.poort.klokken import Klokstand
from convenant.tijd import stel_in
from convenant.web.klokken import duur, klokken
from tests.schermen.test_agenda import wijkt_af
from tests.wereld import NU, Wereld

STAND = Klokstand(
    termijn="herinnering_afwijking",
    actie="afwijking_melden",
    eis="HEE-2.6",
    van="De Linde, contactpersoon",
    eigen=True,
    na=NU,
    vervalt_op=NU + timedelta(days=7),
    stand="loopt",
    verlopen=False,
    voldaan_op=None,
    op_tijd=None,
    verlengd=False,
    reden="",
)


def test_van_twee_klokken_voor_een_plicht_staat_de_eerste_vooraan() -> None:
    later = replace(STAND, eis="HEE-2.5", vervalt_op=NU + timedelta(days=30))
    ander = replace(STAND, van="Waterkant, contactpersoon", eigen=False, vervalt_op=NU + timedelta(days=8))
    getoond = klokken(HEEMSTEDE, [STAND, ander, later])
    assert [(plicht.klok, plicht.later) for plicht in getoond.plichten] == [(STAND, (later,)), (ander, ())]
    assert (getoond.eigen, getoond.van_ander) == (STAND, ander)


def test_wat_stilstaat_vraagt_niets_en_zegt_waarom() -> None:
    feit = next(feit for feit in HEEMSTEDE.feiten if feit.uitleg)
    stil = replace(STAND, stand="opgeschort", reden=feit.naam)
    getoond = klokken(HEEMSTEDE, [stil, replace(STAND, actie="anders")])
    assert getoond.plichten[0].reden == feit.uitleg
    assert getoond.eigen is not None
    assert getoond.eigen.actie == "anders"


def test_wat_langer_is_gemaakt_zegt_waarom_in_de_woorden_van_wie_het_deed() -> None:
    langer = replace(STAND, verlengd=True, reden="Wij wachten op de bewoner.")
    assert klokken(HEEMSTEDE, [langer]).plichten[0].reden == "Wij wachten op de bewoner."


def test_wat_klaar_is_staat_apart() -> None:
    gedaan = replace(STAND, stand="voldaan", voldaan_op=NU, op_tijd=True)
    getoond = klokken(HEEMSTEDE, [STAND, gedaan])
    assert (len(getoond.plichten), getoond.gedaan) == (1, (gedaan,))


@pytest.mark.parametrize(
    ("termijn", "tekst"),
    [
        (("n", "zaak", "na", 5, "werkdagen", "a", "HEE-2.6"), "binnen 5 werkdagen daarna"),
        (("n", "zaak", "na", 1, "weken", "a", "HEE-2.6"), "binnen 1 week daarna"),
        (("n", "zaak", "na", 72, "uren", "a", "HEE-2.6"), "binnen 72 uur daarna"),
        (("n", "zaak", "na", 2, "weken", "a", "HEE-2.6", "voor"), "2 weken ervoor"),
        (("n", "zaak", "na", 3, "maanden", "a", "HEE-2.6", "elke"), "elke 3 maanden"),
        (("n", "zaak", "na", 36, "maanden", "a", "HEE-2.6", "maximaal"), "hoogstens 36 maanden"),
        (("n", "zaak", "na", 0, "direct", "a", "HEE-2.6"), "meteen"),
        (("n", "zaak", "na", 0, "afgesproken", "a", "HEE-2.6"), "op de afgesproken dag"),
    ],
)
def test_hoe_lang_in_woorden(termijn: tuple, tekst: str) -> None:
    assert duur(Termijn(*termijn)) == tekst


def pagina(client, zaak: int) -> str:
    return client.get(f"/heemstede/zaken/{zaak}/").content.decode()


@pytest.mark.eis("HEE-2.6")
def test_de_zaak_zegt_wie_aan_zet_is_en_tot_wanneer(wereld: Wereld, klant) -> None:
    zaak = wijkt_af(wereld)
    anna = klant("anna")
    html = pagina(anna, zaak)
    assert "U bent aan zet" in html
    assert "Afwijking melden kan tot en met 30 november 2026: nog 7 dagen." in html
    assert "Raadpleging wijkt af: binnen 5 werkdagen daarna." in html
    assert "Dit getal is een voorstel." in html
    with stel_in(NU + timedelta(days=8)):
        html = pagina(anna, zaak)
    assert "U bent aan zet, en te laat" in html
    assert "1 dag te laat" in html
    with wereld.als("anna"):
        afwijkingen.meld(zaak, "anders", "Onbekend.", uuid4())
    html = pagina(anna, zaak)
    assert "op tijd gedaan op 23 november 2026" in html
    assert "aan zet (burgerzaken)" in html


def test_een_zaak_vraagt_niet_meer_van_de_database_dan_afgesproken(wereld: Wereld, klant) -> None:
    zaak = wijkt_af(wereld)
    anna = klant("anna")
    pagina(anna, zaak)
    with CaptureQueriesContext(connection) as vragen:
        pagina(anna, zaak)
    assert len(vragen) <= 25, "\n".join(v["sql"][:230] for v in vragen.captured_queries)


@pytest.mark.browser
def test_het_spoor_op_de_pagina(
    stad: Wereld, werk_als: Callable[[str], None], live_server, page: Page, beeld: Callable[[Page, str], None]
) -> None:
    zaak = wijkt_af(stad)
    werk_als("anna")
    page.goto(f"{live_server.url}/heemstede/zaken/{zaak}/")
    page.get_by_text("Waarom deze termijn?").click()
    expect(page.get_by_text("binnen 5 werkdagen daarna")).to_be_visible()
    beeld(page, "klokken")
    with stel_in(NU + timedelta(days=10)):
        page.goto(f"{live_server.url}/heemstede/zaken/")
        beeld(page, "klokken-lijst")
        page.goto(f"{live_server.url}/heemstede/zaken/{zaak}/")
        expect(page.get_by_text("U bent aan zet, en te laat")).to_be_visible()
        beeld(page, "klokken-te-laat")
