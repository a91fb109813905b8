"""The own calendar: what is due and nothing of anybody, for whoever has the address, as long as its person works here."""

import logging
import re
from collections.abc import Callable
from datetime import date, timedelta
from io import StringIO
from uuid import uuid4

import httpx
import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import reverse
from icalendar import Calendar
from playwright.sync_api import Page, expect

from brpinzage import afwijkingen
from brpinzage.afwijkingen import Bevinding
from convenant.agenda import adres, feed
from convenant.agenda.tasks import vergeet_adressen
from convenant.partijen import rechten
from convenant.partijen.models import Verklaring
from convenant.poort import klokken
from convenant.tijd import stel_in
from tests.wereld import LINDELAAN_12, LINDELAAN_14A, NU, Wereld

PAGINA = reverse("agenda", args=["heemstede"])
MAKEN = reverse("agenda_maken", args=["heemstede"])
INTREKKEN = reverse("agenda_intrekken", args=["heemstede"])
ADRES = re.compile(r">http://localhost:8000(/agenda/[\w-]{43}\.ics)</textarea>")
# Five werkdagen from Monday the 23rd.
LAATSTE_DAG = date(2026, 11, 30)


def wijkt_af(wereld: Wereld, waar=LINDELAAN_12) -> int:
    """A deviation that anna found and did not report yet."""
    ontvangst = wereld.raadpleeg("anna", waar)
    with wereld.als("anna"):
        mensen = 2 if waar is LINDELAAN_12 else 1
        return afwijkingen.wijkt_af(ontvangst, Bevinding(["mist"] * mensen, "anders", "Onbekend."))


def maak(client: Client) -> str:
    """The address, as the page shows it."""
    gevonden = ADRES.search(client.post(MAKEN, follow=True).content.decode())
    assert gevonden, "the page shows no address"
    return gevonden[1]


def agenda(pad: str) -> Calendar:
    """What the calendar program of somebody fetches, without a cookie."""
    antwoord = Client().get(pad)
    assert antwoord.status_code == 200
    assert antwoord["Content-Type"] == "text/calendar; charset=utf-8"
    assert "private" in antwoord["Cache-Control"]
    assert not antwoord.cookies
    return Calendar.from_ical(antwoord.content)


def samenvattingen(pad: str) -> list[str]:
    return [str(event["summary"]) for event in agenda(pad).events]


def nummer(wereld: Wereld, zaak: int) -> str:
    with wereld.als("anna"), connection.cursor() as cursor:
        cursor.execute("select nummer from zaken_zaak where id = %s", [zaak])
        return cursor.fetchone()[0]


@pytest.mark.eis("HEE-2.6")
def test_er_staat_wat_moet_tot_welke_dag_en_van_welke_zaak(wereld, klant) -> None:
    zaak = wijkt_af(wereld)
    pad = maak(klant("anna"))
    (event,) = agenda(pad).events
    assert str(event["summary"]) == f"Afwijking melden: zaak {nummer(wereld, zaak)}"
    assert (event.start, event.end) == (LAATSTE_DAG, LAATSTE_DAG + timedelta(days=1))
    assert str(event["url"]) == f"http://localhost:8000/heemstede/zaken/{zaak}/"
    assert str(event["transp"]) == "TRANSPARENT"
    with stel_in(NU + timedelta(days=1)):
        (later,) = agenda(pad).events
    assert later["uid"] == event["uid"]


def test_er_staat_niets_van_iemand_in(wereld, klant) -> None:
    wijkt_af(wereld)
    tekst = Client().get(maak(klant("anna"))).content.decode()
    for verboden in (
        "Anna",
        "anna",
        "Lindelaan",
        "2101",
        "Fatima",
        "Willem",
        "Vink",
        "@voorbeeld.nl",
        "Onbekend",
    ):
        assert verboden not in tekst


def test_wat_gedaan_of_voorbij_is_verdwijnt(wereld, klant) -> None:
    gemeld, voorbij = wijkt_af(wereld), wijkt_af(wereld, LINDELAAN_14A)
    pad = maak(klant("anna"))
    assert len(samenvattingen(pad)) == 2
    with wereld.als("anna"):
        afwijkingen.meld(gemeld, "anders", "Onbekend.", uuid4())
    assert samenvattingen(pad) == [f"Afwijking melden: zaak {nummer(wereld, voorbij)}"]
    with stel_in(NU + timedelta(days=9)):
        assert samenvattingen(pad) == []


def test_een_ander_ziet_het_niet(wereld, klant) -> None:
    wijkt_af(wereld)
    assert len(samenvattingen(maak(klant("bert")))) == 1, "a colleague with the same functie"
    for naam in ("carla", "eva", "ina", "gerda"):
        assert samenvattingen(maak(klant(naam))) == [], naam


@pytest.mark.eis("HEE-9.1")
def test_van_het_convenant_zelf_ziet_het_wie_erover_gaat_met_een_herinnering(wereld, klant) -> None:
    with wereld.als("hugo") as beurt:
        assert klokken.gebeurt("inwerkingtreding", sleutel=str(beurt.wie.convenant.pk))
    (event,) = agenda(maak(klant("hugo"))).events
    assert str(event["url"]) == "http://localhost:8000/heemstede/"
    # A year that counts its first day.
    assert event.start == date(2027, 11, 22)
    assert [alarm["trigger"].dt for alarm in event.walk("VALARM")] == [timedelta(days=-91, hours=9)]
    assert samenvattingen(maak(klant("anna"))) == []


@pytest.mark.eis("HEE-6.1")
def test_wat_niet_werkt_is_hetzelfde_als_wat_nooit_was(wereld, klant, als_eigenaar) -> None:
    wijkt_af(wereld)
    anna = klant("anna")

    def antwoord(pad: str) -> tuple[int, bytes]:
        gekregen = Client().get(pad)
        return gekregen.status_code, gekregen.content

    nooit = antwoord("/agenda/verzonnen.ics")
    assert nooit[0] == 404
    oud, nieuw = maak(anna), maak(anna)
    assert antwoord(oud) == nooit, "renewed"
    assert antwoord(nieuw)[0] == 200
    with stel_in(NU + adres.GELDIG):
        assert antwoord(nieuw) == nooit, "a year later"
    account = wereld.mensen["anna"].account
    account.is_active = False
    account.save()
    assert antwoord(nieuw) == nooit, "inactive"
    account.is_active = True
    account.save()
    anna.post(INTREKKEN)
    assert antwoord(nieuw) == nooit, "taken back"
    van_bert = maak(klant("bert"))
    rechten.trek_in(wereld.autorisaties["bert"], door=wereld.mensen["gerda"], reden="Weg.", per=NU.date())
    assert antwoord(van_bert) == nooit, "the autorisatie ended"


def test_het_adres_staat_er_een_keer_en_is_niet_te_lezen_in_de_tabel(wereld, klant, als_eigenaar) -> None:
    anna = klant("anna")
    pad = maak(anna)
    assert not ADRES.search(anna.get(PAGINA).content.decode())
    with als_eigenaar(), connection.cursor() as cursor:
        cursor.execute("select t::text from agenda_adres t")
        (rij,) = cursor.fetchone()
    assert pad.removeprefix("/agenda/").removesuffix(".ics") not in rij


def test_wat_over_is_wordt_weggegooid(wereld, klant, als_eigenaar) -> None:
    maak(klant("anna"))
    with stel_in(NU + adres.GELDIG - timedelta(seconds=1)):
        vergeet_adressen()
        maak(klant("bert"))
    with stel_in(NU + adres.GELDIG):
        vergeet_adressen()
    with als_eigenaar(), connection.cursor() as cursor:
        cursor.execute("select account_id from agenda_adres")
        assert cursor.fetchall() == [(wereld.mensen["bert"].account_id,)]


def test_elke_keer_een_regel_in_het_logboek(wereld, klant, als_eigenaar) -> None:
    wijkt_af(wereld)
    pad = maak(klant("anna"))
    for _ in range(2):
        agenda(pad)
    with als_eigenaar(), connection.cursor() as cursor:
        cursor.execute(
            "select medewerker_id, uitkomst, object from poort_logregel where handeling = 'agenda_halen'"
        )
        assert cursor.fetchall() == [(wereld.mensen["anna"].pk, "toegestaan", "")] * 2


@pytest.mark.eis("HEE-3.5")
def test_wie_geen_zaken_mag_lezen_haalt_er_geen_op_en_wordt_niet_geweigerd(
    wereld, klant, als_eigenaar
) -> None:
    """A program asks all day: its person must not stand among those who go on trying."""
    wijkt_af(wereld)
    pad = maak(klant("anna"))
    with als_eigenaar():
        Verklaring.objects.filter(medewerker=wereld.mensen["anna"]).update(tot=NU.date())
    assert samenvattingen(pad) == []
    with als_eigenaar(), connection.cursor() as cursor:
        cursor.execute("select count(*) from poort_logregel where uitkomst = 'geweigerd'")
        assert cursor.fetchone() == (0,)


def test_te_vaak_ophalen_kan_niet(wereld, klant, settings) -> None:
    settings.AGENDA_PER_UUR = 2
    pad = maak(klant("anna"))
    assert [Client().get(pad).status_code for _ in range(3)] == [200, 200, 429]


def test_een_adres_dat_niet_werkt_telt_niet_mee(settings, wereld, klant) -> None:
    """Whoever guesses leaves nothing behind, however often."""
    settings.AGENDA_PER_UUR = 0
    assert Client().get("/agenda/verzonnen.ics").status_code == 404
    assert cache.get("agenda:verzonnen") is None
    pad = maak(klant("anna"))
    assert Client().get(pad).status_code == 429
    assert cache.get("agenda:" + pad.removeprefix("/agenda/").removesuffix(".ics")) == 1


def test_zonder_redis_is_de_agenda_er_gewoon(settings, wereld, klant) -> None:
    wijkt_af(wereld)
    pad = maak(klant("anna"))
    settings.CACHES = {"default": settings.CACHES["default"] | {"LOCATION": "redis://127.0.0.1:1/0"}}
    assert len(samenvattingen(pad)) == 1


def test_hoogstens_zoveel_en_de_eerste_eerst(wereld, klant, monkeypatch) -> None:
    monkeypatch.setattr(feed, "HOOGSTENS", 1)
    eerst = wijkt_af(wereld)
    with stel_in(NU + timedelta(hours=6)):
        wijkt_af(wereld, LINDELAAN_14A)
    assert samenvattingen(maak(klant("anna"))) == [f"Afwijking melden: zaak {nummer(wereld, eerst)}"]


def test_het_aantal_vragen_hangt_niet_af_van_wat_er_loopt(wereld, klant, django_assert_num_queries) -> None:
    pad = maak(klant("anna"))
    with django_assert_num_queries(VRAGEN):
        agenda(pad)
    wijkt_af(wereld)
    wijkt_af(wereld, LINDELAAN_14A)
    with django_assert_num_queries(VRAGEN):
        agenda(pad)


VRAGEN = 18


def test_het_geheim_staat_in_geen_regel_van_de_console(wereld, klant) -> None:
    """A page that is not there, or not for this, is the sort of thing that gets a line with its address."""
    anna = klant("anna")
    pad = maak(anna)
    anna.post(INTREKKEN)
    (console,) = [h for h in logging.getLogger().handlers if type(h) is logging.StreamHandler]
    eerder = console.setStream(StringIO())
    try:
        Client().get(pad)
        Client().post(pad)
        gezegd = console.stream.getvalue()
    finally:
        console.setStream(eerder)
    assert gezegd.count("agenda_feed") == 2, "by its name, not by its address"
    assert pad.removeprefix("/agenda/").removesuffix(".ics") not in gezegd


@pytest.mark.browser
def test_een_adres_maken_kopieren_en_intrekken(
    stad: Wereld,
    werk_als: Callable[[str], None],
    live_server,
    page: Page,
    beeld: Callable[[Page, str], None],
    settings,
) -> None:
    settings.PUBLIEK_ADRES = live_server.url
    wijkt_af(stad)
    werk_als("anna")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(live_server.url + reverse("mfa_index"))
    page.get_by_role("link", name="Termijnen in uw eigen agenda").click()
    beeld(page, "agenda-leeg")
    page.get_by_role("button", name="Maak mijn adres").click()
    beeld(page, "agenda-gemaakt")
    veld = page.get_by_label("Adres", exact=True)
    assert veld.evaluate(
        "veld => veld.scrollHeight <= veld.clientHeight && veld.scrollWidth <= veld.clientWidth"
    )
    page.get_by_role("button", name="Kopieer").click()
    expect(page.get_by_role("button", name="Gekopieerd")).to_be_visible()
    gekopieerd = page.evaluate("navigator.clipboard.readText()")
    assert gekopieerd == page.get_by_label("Adres", exact=True).input_value()
    assert "Afwijking melden: zaak" in httpx.get(gekopieerd).text
    page.get_by_role("button", name="Trek het adres in").click()
    expect(page.get_by_text("Het adres werkt niet meer.")).to_be_visible()
    assert httpx.get(gekopieerd).status_code == 404
