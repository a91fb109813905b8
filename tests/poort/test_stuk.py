"""A page that keeps its own transactions: what it did first stays, whatever comes of the rest; for the rest as any page."""

import os
from urllib.parse import urlsplit

import psycopg
import pytest
from django.db import connection
from django.test import Client

from convenant.partijen import rechten
from convenant.poort.models import Logregel
from tests.poort import paginas
from tests.schermen.klant import log_in

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.urls("tests.poort.paginas")]
EIGEN = "/heemstede/eigen/"


@pytest.fixture
def regels(vaste_wereld):
    """(object, uitkomst) of the log's lines about the verb, in their order, as the toezichthouder reads them."""

    def lees() -> list[tuple[str, str]]:
        with vaste_wereld.als("frits"):
            gevonden = Logregel.objects.filter(handeling=paginas.HANDELING).exclude(object__contains="-")
            return list(gevonden.order_by("volg").values_list("object", "uitkomst"))

    return lees


@pytest.fixture
def klant(vaste_wereld):
    return lambda naam: log_in(vaste_wereld, naam, raise_request_exception=False)


def test_wat_het_eerst_deed_staat_vast_voor_het_tweede_begint(klant, regels, monkeypatch, eigenaar_buitenom):
    gezien = []
    monkeypatch.setattr(paginas, "tussendoor", lambda: gezien.append(eigenaar_buitenom("eerste")))
    antwoord = klant("eva").get(EIGEN)
    assert (antwoord.status_code, antwoord.content) == (200, b"goed")
    assert gezien == [1]
    assert regels() == [("eerste", "toegestaan"), ("tweede", "toegestaan")]


@pytest.fixture
def eigenaar_buitenom():
    """How many lines with this object another connection sees."""
    naam = connection.settings_dict["NAME"]

    def tel(object: str) -> int:
        adres = urlsplit(os.environ["DATABASE_OWNER_URL"])._replace(path=f"/{naam}").geturl()
        with psycopg.connect(adres) as eigenaar:
            return eigenaar.execute(
                "select count(*) from poort_logregel where object = %s", [object]
            ).fetchone()[0]

    return tel


def test_wat_in_het_tweede_mislukt_laat_het_eerste_staan(klant, regels, monkeypatch):
    def stuk_gaan() -> None:
        raise ValueError("de lijn viel weg")

    monkeypatch.setattr(paginas, "tussendoor", stuk_gaan)
    assert klant("eva").get(EIGEN).status_code == 500
    assert regels() == [("eerste", "toegestaan")]


def test_wat_er_niet_is_blijft_een_404_en_het_tweede_staat_er_niet(klant, regels):
    antwoord = klant("eva").get(EIGEN, {"weg": "ja"})
    assert antwoord.status_code == 404
    assert antwoord.content == klant("eva").get("/heemstede/nergens/").content
    assert regels() == [("eerste", "toegestaan")]


def test_wie_het_niet_mag_wordt_geweigerd_met_artikel_en_regel(klant, regels):
    antwoord = klant("anna").get(EIGEN)
    assert antwoord.status_code == 403
    assert "Uw functie mag deze handeling niet doen." in antwoord.content.decode()
    assert regels() == [("", "geweigerd")]


def test_wie_er_niet_werkt_of_niet_inlogde_ziet_wat_hij_overal_ziet(klant):
    assert klant("vreemde").get(EIGEN).status_code == 404
    niemand = klant("").get(EIGEN)
    assert (niemand.status_code, niemand.url) == (302, "/account/login/?next=%2Fheemstede%2Feigen%2F")


def test_er_blijft_geen_context_achter(klant):
    klant("eva").get(EIGEN)
    with connection.cursor() as cursor:
        cursor.execute("select current_setting('app.convenant', true)")
        assert cursor.fetchone()[0] in (None, "")


@pytest.mark.parametrize("pad", ["zonder_stuk", "gewoon"])
def test_een_fout_in_het_programma_valt_op(klant, regels, pad):
    """An act outside a piece leaves no line; a piece inside a transaction would be no piece."""
    client: Client = klant("eva")
    client.raise_request_exception = True
    with pytest.raises(RuntimeError):
        client.get(f"/heemstede/{pad}/")
    assert regels() == []


def test_wie_er_intussen_niet_meer_werkt_doet_het_tweede_niet(klant, regels, monkeypatch, vaste_wereld):
    """A right that ends while the page waits for a source has ended."""
    monkeypatch.setattr(
        paginas,
        "tussendoor",
        lambda: rechten.trek_in(vaste_wereld.autorisaties["eva"], door=None, reden="Weg."),
    )
    assert klant("eva").get(EIGEN).status_code == 404
    assert regels() == [("eerste", "toegestaan")]
