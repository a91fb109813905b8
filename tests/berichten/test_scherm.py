"""One's own messages on the screen: the bell, the list, reading one or all, and the choice of mail."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from convenant.berichten.models import Bericht, Postfout
from convenant.poort import berichten
from convenant.poort.grens import als_systeem
from convenant.tijd import stel_in
from tests.wereld import NU

from .conftest import ONDERWERP, PAD, TEKST, schrijf

LIJST, KEUZE = "/heemstede/berichten/", "/heemstede/berichten/keuze/"


def html(client: Client, adres: str) -> str:
    return client.get(adres).content.decode()


def bel(client: Client, adres: str = "/heemstede/") -> int:
    """What the bell says on this page."""
    gevonden = re.search(r'app-header__badge">(\d+)<', html(client, adres))
    return int(gevonden[1]) if gevonden else 0


@pytest.fixture
def anna(wereld, klant) -> Client:
    return klant("anna")


def test_ieder_ziet_de_eigen_berichten_van_dit_convenant(wereld, klant, anna):
    schrijf(wereld)
    assert bel(anna) == bel(anna, LIJST) == bel(klant("bert")) == 1
    assert bel(klant("carla")) == bel(klant("hugo")) == 0
    tekst = html(anna, LIJST)
    assert ONDERWERP in tekst
    assert TEKST in tekst
    leeg = html(klant("carla"), LIJST)
    assert ONDERWERP not in leeg
    assert "U hebt geen berichten." in leeg


def test_meer_dan_honderd_is_veel(wereld, anna):
    with wereld.als("hugo"):
        for nummer in range(100):
            berichten.bericht_aan([wereld.mensen["anna"]], f"Nummer {nummer}", TEKST, PAD)
    assert 'app-header__badge">99+<' in html(anna, LIJST)


def test_wat_de_link_opent_is_gelezen(wereld, anna, als_eigenaar):
    schrijf(wereld)
    schrijf(wereld)
    (adres, _) = re.findall(rf'href="({PAD}\?bericht=[0-9a-f-]+)"', html(anna, LIJST))
    assert bel(anna, "/heemstede/zaken/" + adres.removeprefix(PAD)) == 1, "whatever page it leads to"
    with als_eigenaar():
        assert Bericht.objects.filter(gelezen_op=NU).count() == 1


def test_van_een_ander_is_niets_te_lezen(wereld, klant, als_eigenaar):
    schrijf(wereld)
    with als_eigenaar():
        ids = list(Bericht.objects.values_list("pk", flat=True))
    carla = klant("carla")
    for nummer in (*ids, "geen-nummer", ""):
        carla.get(f"/heemstede/?bericht={nummer}")
        carla.post(LIJST, {"bericht": nummer})
    with als_eigenaar():
        assert Bericht.objects.filter(gelezen_op=None).count() == 2


def test_een_of_alles_gelezen(wereld, klant, anna):
    for _ in range(3):
        schrijf(wereld)
    eerste = re.findall(r'name="bericht" value="([^"]+)"', html(anna, LIJST))[0]
    assert anna.post(LIJST, {"bericht": eerste}).status_code == 302
    assert bel(anna) == 2
    anna.post(LIJST)
    assert bel(anna) == 0
    assert "Alles is gelezen" not in html(anna, LIJST)
    assert bel(klant("bert")) == 3


def test_het_nieuwste_eerst_en_per_bladzijde(wereld, anna):
    for nummer in range(berichten.PER_PAGINA + 1):
        with stel_in(NU + timedelta(minutes=nummer)), wereld.als("hugo"):
            berichten.bericht([wereld.groep("linde", "contactpersoon")], f"Nummer {nummer:02}", TEKST, PAD)
    eerste, tweede = (
        re.findall(r">Nummer (\d\d)</a>", html(anna, LIJST + adres)) for adres in ("", "?pagina=2")
    )
    assert [*eerste, *tweede] == [f"{nummer:02}" for nummer in reversed(range(berichten.PER_PAGINA + 1))]
    assert len(eerste) == berichten.PER_PAGINA


def test_hoeveel_er_gevraagd_wordt(wereld, anna, django_assert_max_num_queries):
    for _ in range(10):
        schrijf(wereld)
    anna.get(LIJST)
    with django_assert_max_num_queries(24):
        anna.get(LIJST)


@pytest.mark.parametrize("adres", ["/heemstede/", "/heemstede/logboek/", "/heemstede/werkplek/"])
def test_de_bel_kost_elke_bladzijde_een_vraag(wereld, anna, adres):
    for _ in range(5):
        schrijf(wereld)
    with CaptureQueriesContext(connection) as gevangen:
        anna.get(adres)
    assert sum("berichten_" in vraag["sql"] for vraag in gevangen) == 1


def test_kiezen(wereld, anna, als_eigenaar):
    assert "U krijgt van elk bericht meteen een mail." in html(anna, LIJST)
    fout = anna.post(KEUZE, {"wijze": "postduif"})
    assert "<title>Fout: " in fout.content.decode()
    for wijze, zin in (("dag", "één mail per dag"), ("geen", "geen mail"), ("meteen", "meteen een mail")):
        assert anna.post(KEUZE, {"wijze": wijze}).status_code == 302
        assert zin in html(anna, LIJST)
        with wereld.als("anna"):
            assert berichten.mijn_keuze() == wijze
        with wereld.als("bert"):
            assert berichten.mijn_keuze() == ""


def test_wie_geen_mail_meer_krijgt_leest_hier_waarom(wereld, anna):
    account = wereld.mensen["anna"].account
    with als_systeem("berichten"):
        Postfout.objects.create(
            account=account, adres=account.email, soort=Postfout.HARD, eerste_op=NU, laatste_op=NU
        )
    assert "Uw mail komt niet aan" in html(anna, LIJST)


def test_zonder_functie_zijn_er_ook_berichten(wereld, klant):
    """Dirk works at a party without a functie: what is told to him he can read."""
    with wereld.als("hugo"):
        berichten.bericht_aan([wereld.mensen["dirk"]], ONDERWERP, TEKST, "/heemstede/")
    dirk = klant("dirk")
    assert bel(dirk) == 1
    assert ONDERWERP in html(dirk, LIJST)
