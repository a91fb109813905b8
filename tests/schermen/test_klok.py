"""The clock of the demo: on every page, forward only, and nobody is signed out by it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from convenant.poort.tasks import vergeet_sessies
from convenant.settings import base
from convenant.tijd import nu
from tests.schermen.klant import BACKEND

KLOK = reverse("demo_klok")
LOGIN = reverse("account_login")
ACCOUNT = reverse("mfa_index")


@pytest.fixture
def klokbestand(settings, tmp_path) -> Path:
    settings.KLOK_BESTAND = tmp_path / "klok"
    return settings.KLOK_BESTAND


@pytest.fixture
def ingelogd(db: None, settings) -> Client:
    """Somebody who stays signed in for as long as in production."""
    for naam in ("IDLE_SECONDEN", "SESSIE_SECONDEN"):
        setattr(settings, naam, getattr(base, naam))
    client = Client()
    account = get_user_model().objects.create(email="klok@voorbeeld.nl", naam="K. Lok")
    client.force_login(account, backend=BACKEND)
    return client


def vooruit() -> timedelta:
    return timedelta(seconds=round((nu() - timezone.now()).total_seconds()))  # noqa: TID251


def gezegd(antwoord) -> str:
    return " ".join(str(bericht) for bericht in antwoord.context["messages"])


def test_een_sprong_logt_niemand_uit_en_ruimt_geen_sessie_op(klokbestand, ingelogd) -> None:
    antwoord = ingelogd.post(KLOK, {"stap": "week", "terug": ACCOUNT}, follow=True)
    assert antwoord.redirect_chain == [(ACCOUNT, 302)]
    assert "Het is nu" in gezegd(antwoord)
    assert vooruit() == timedelta(weeks=1)
    vergeet_sessies()
    assert Session.objects.count() == 1
    assert ingelogd.get(ACCOUNT).status_code == 200


def test_de_mensen_van_de_demo_werkten_door(klokbestand, ingelogd) -> None:
    """Who is away for ninety days loses every functie; of them nobody would be left to give one back."""
    anna = get_user_model().objects.create(email="anna@demo.voorbeeld.nl", naam="Anna")
    ander = get_user_model().objects.create(email="ander@voorbeeld.nl", naam="Ander")
    ingelogd.post(KLOK, {"stap": "week"})
    anna.refresh_from_db()
    ander.refresh_from_db()
    assert nu() - anna.last_login < timedelta(minutes=1)
    assert ander.last_login is None


def test_een_datum_is_de_ochtend_van_die_dag(klokbestand, ingelogd) -> None:
    dag = (nu() + timedelta(days=20)).date()
    ingelogd.post(KLOK, {"datum": dag.strftime("%d-%m-%Y")})
    assert timezone.localtime(nu()).replace(second=0, microsecond=0).isoformat()[:16] == f"{dag}T09:00"


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"datum": "01-01-2001"}, "alleen vooruit"),
        ({"datum": "{vandaag}"}, "alleen vooruit"),
        ({"datum": "31-12-2099"}, "binnen tien jaar"),
        ({"datum": "31-02-2030"}, "bestaat niet"),
        ({"datum": "morgen"}, "dag-maand-jaar"),
        ({"stap": "jaar"}, "kan niet meer"),
        ({}, "kies een stap"),
    ],
)
def test_wat_niet_kan_wordt_gezegd_en_verandert_niets(klokbestand, ingelogd, velden, zin) -> None:
    ingelogd.post(KLOK, {"stap": "dag"})
    dag = timezone.localtime(nu()).strftime("%d-%m-%Y")
    gestuurd = {naam: waarde.format(vandaag=dag) for naam, waarde in velden.items()}
    antwoord = ingelogd.post(KLOK, gestuurd | {"terug": ACCOUNT}, follow=True)
    assert zin in gezegd(antwoord)
    assert vooruit() == timedelta(days=1)


def test_wie_vooruit_ging_kan_niet_terug_naar_de_echte_dag(klokbestand, ingelogd) -> None:
    ingelogd.post(KLOK, {"stap": "week"})
    morgen = datetime.now() + timedelta(days=1)  # noqa: TID251 - the machine's own tomorrow
    antwoord = ingelogd.post(KLOK, {"datum": morgen.strftime("%d-%m-%Y"), "terug": ACCOUNT}, follow=True)
    assert "make clean" in gezegd(antwoord)
    assert vooruit() == timedelta(weeks=1)


@pytest.mark.parametrize(
    "terug", ["https://elders.voorbeeld.nl/", "//elders.voorbeeld.nl/", "javascript:1", ""]
)
def test_de_weg_terug_blijft_hier(klokbestand, ingelogd, terug) -> None:
    assert ingelogd.post(KLOK, {"stap": "uur", "terug": terug}).url == "/"


def test_een_andere_site_zet_de_klok_niet(klokbestand, db) -> None:
    assert Client(enforce_csrf_checks=True).post(KLOK, {"stap": "uur"}).status_code == 403
    assert vooruit() == timedelta(0)


def test_zonder_klokbestand_is_er_niets_van(ingelogd) -> None:
    assert ingelogd.post(KLOK, {"stap": "uur"}).status_code == 404
    assert "app-klok" not in ingelogd.get(ACCOUNT).content.decode()


def test_wie_inlogt_is_aan_het_werk_ook_als_de_klok_vooruit_staat(klokbestand, ingelogd) -> None:
    zelf = get_user_model().objects.create_user("zelf@voorbeeld.nl", "vier-paarden-in-de-wei", naam="Z. Elf")
    ingelogd.post(KLOK, {"stap": "week"})
    Client().post(LOGIN, {"login": "zelf@voorbeeld.nl", "password": "vier-paarden-in-de-wei"})
    zelf.refresh_from_db()
    assert nu() - zelf.last_login < timedelta(minutes=1)


@pytest.mark.browser
def test_de_klok_staat_op_de_pagina_en_gaat_vooruit(
    klokbestand,
    live_server: LiveServer,
    transactional_db: None,
    page: Page,
    beeld: Callable[[Page, str], None],
) -> None:
    page.goto(live_server.url + LOGIN)
    strook = page.get_by_role("complementary", name="Klok van de demo")
    expect(strook.locator("time")).to_contain_text(str(nu().year))
    strook.get_by_role("button", name="1 dag verder").click()
    expect(page.get_by_text("Het is nu")).to_be_visible()
    assert page.url == live_server.url + LOGIN
    strook.get_by_text("Naar een datum").click()
    beeld(page, "klok")
    strook.get_by_label("Naar welke datum?").fill("01-01-2001")
    strook.get_by_label("Naar welke datum?").press("Enter")
    expect(page.get_by_text("De klok kan alleen vooruit")).to_be_visible()
    assert vooruit() == timedelta(days=1)
    page.emulate_media(media="print")
    expect(strook).to_be_hidden()
