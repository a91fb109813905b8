"""The address behind the address forms: who may ask it, how often, and what of a question stays behind (nothing)."""

import logging
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
import redis
from django.conf import settings as instellingen
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from convenant.adressen.views import GEEN, STORING, TE_VAAK
from tests.schermen.klant import DOEL, IDENTITEIT, Formulieren, logstand, tabellen
from tests.wereld import LINDELAAN_14A, Wereld

from .gedrag import antwoord, gateway, zwijg
from .registers import BagServer

Klant = Callable[[str], Client]
PAD = "/heemstede/adres/zoeken/"
# Stands in no other test and in no data.
KANARIE = "Kanarievogelstraat 77"


def vraag(client: Client, tekst: str) -> dict:
    response = client.post(PAD, {"tekst": tekst})
    assert response.status_code == 200
    return response.json()


@pytest.mark.parametrize("wie", ["anna", "eva", "ina", "dirk"])
def test_wie_in_het_convenant_werkt_zoekt(klant: Klant, bag: BagServer, wie: str) -> None:
    gevonden = vraag(klant(wie), "2101ab14 a2")
    assert gevonden["melding"] == "5 adressen gevonden."
    gekozen = vraag(klant(wie), "2101ab14aii")
    assert gekozen["melding"] == "1 adres gevonden."
    (adres,) = gekozen["voorstellen"]
    zegel = adres.pop("zegel")
    assert zegel.startswith("0397010000001401:")
    assert adres == {
        "regel": "Lindelaan 14A-II, 2101 AB Heemstede",
        "postcode": "2101 AB",
        "huisnummer": "14",
        "huisletter": "A",
        "huisnummertoevoeging": "II",
    }


@pytest.mark.parametrize(("wie", "status"), [("", 302), ("vreemde", 404)])
def test_een_ander_niet(klant: Klant, bag: BagServer, wie: str, status: int) -> None:
    assert klant(wie).post(PAD, {"tekst": "2101ab12"}).status_code == status
    assert bag.vragen == []


def test_zonder_formuliersleutel_niet(wereld: Wereld, bag: BagServer) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(
        wereld.mensen["anna"].account, backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    assert client.post(PAD, {"tekst": "2101ab12"}).status_code == 403
    assert bag.vragen == []


def test_niets_gevonden_of_een_storing_is_een_rustige_zin(klant: Klant, bag: BagServer, stel_in_op) -> None:
    anna = klant("anna")
    assert vraag(anna, "Nergensstraat 1") == {"voorstellen": [], "melding": GEEN}
    assert vraag(anna, "") == {"voorstellen": [], "melding": GEEN}
    with gateway(zwijg) as bron:
        stel_in_op("bag", bron.url, seconden=0.3)
        assert vraag(anna, "2101ab12") == {"voorstellen": [], "melding": STORING}
    with gateway(antwoord(b"<html>", "500 Stuk", "text/html")) as bron:
        stel_in_op("pdok", bron.url)
        assert vraag(anna, "2101ab12") == {"voorstellen": [], "melding": STORING}
    formulieren = Formulieren(anna)
    ingevuld = formulieren.stuur("adres", {"postcode": "2101 AB", "huisnummer": "12"})
    assert ingevuld.url == formulieren.url("doel")


def test_niet_meer_dan_tien(klant: Klant) -> None:
    gevonden = vraag(klant("anna"), "Vlinderpad")
    assert len(gevonden["voorstellen"]) == 10
    assert gevonden["melding"] == "Dit zijn de eerste 10 adressen. Typ verder om minder te zien."


def test_een_mens_zoekt_niet_eindeloos_en_hindert_geen_ander(klant: Klant, bag: BagServer, settings) -> None:
    settings.ADRESREGISTER_PER_MINUUT = 3
    anna = klant("anna")
    for _ in range(3):
        vraag(anna, "2101ab12")
    te_vaak = anna.post(PAD, {"tekst": "2101ab12"})
    assert te_vaak.status_code == 429
    assert te_vaak.json() == {"voorstellen": [], "melding": TE_VAAK}
    assert vraag(klant("carla"), "2101ab12")["voorstellen"]
    assert len([pad for pad, _, _ in bag.vragen if pad == "/adressen"]) == 4


def test_van_de_vraag_blijft_niets_achter(klant: Klant, als_eigenaar, bag: BagServer, caplog) -> None:
    """Not in the database, not in the log of the gate, not in Redis, not on the console."""
    caplog.set_level(logging.DEBUG)
    anna = klant("anna")
    with als_eigenaar():
        eerst, stand = tabellen(), logstand()
    response = anna.post(PAD, {"tekst": KANARIE})
    assert "no-store" in response["Cache-Control"]
    with als_eigenaar():
        assert (tabellen(), logstand()) == (eerst, stand)
    assert "kanarie" not in caplog.text.lower()
    assert any("Kanarievogelstraat" in waarde for _, velden, _ in bag.vragen for _, waarde in velden)
    bewaard = redis.Redis.from_url(instellingen.REDIS_URL)
    for sleutel in bewaard.scan_iter():
        waarde = bewaard.get(sleutel) if bewaard.type(sleutel) == b"string" else b""
        assert b"anarie" not in sleutel + (waarde or b"")


def test_de_vragen_aan_de_database_hangen_niet_aan_het_antwoord(klant: Klant, bag: BagServer) -> None:
    anna = klant("anna")
    aantallen = []
    for tekst in ("Nergensstraat 1", "2101ab14"):
        with CaptureQueriesContext(connection) as gesteld:
            vraag(anna, tekst)
        aantallen.append(len([q for q in gesteld if q["sql"].startswith("SELECT")]))
    assert aantallen[0] == aantallen[1] <= 4  # session, account, convenant, autorisatie


@pytest.mark.eis("HEE-2.3")
def test_gekozen_uit_het_register_is_het_eigen_bezit_hoe_het_ook_heet(klant: Klant, bag: BagServer) -> None:
    """The stock says 14 A-2, the register 14A-II: they agree on the BAG id, and only with our seal."""
    anna = klant("anna")
    (adres,) = vraag(anna, "2101ab14aii")["voorstellen"]
    velden = {naam: waarde for naam, waarde in adres.items() if naam != "regel"}
    met_zegel, zonder = Formulieren(anna), Formulieren(anna)
    assert met_zegel.stuur("adres", velden).url == met_zegel.url("doel")
    met_zegel.stuur("doel", DOEL)
    controle = met_zegel.client.get(met_zegel.stuur("identiteit", IDENTITEIT).url).content.decode()
    assert LINDELAAN_14A.regel in controle
    geweigerd = zonder.stuur("adres", velden | {"zegel": "0397010000001401:nagemaakt"})
    assert "artikel 2.3" in geweigerd.content.decode()


@pytest.mark.eis("HEE-2.3")
def test_een_zegel_van_een_ander_adres_telt_niet(klant: Klant, bag: BagServer) -> None:
    """Chosen, then the number changed: the number counts."""
    anna = klant("anna")
    (adres,) = vraag(anna, "2101ab14aii")["voorstellen"]
    formulieren = Formulieren(anna)
    anders = {"postcode": "2101 AB", "huisnummer": "16", "zegel": adres["zegel"]}
    assert "artikel 2.3" in formulieren.stuur("adres", anders).content.decode()


@pytest.mark.eis("HEE-2.3")
def test_een_adres_van_een_ander_blijft_geweigerd(klant: Klant, bag: BagServer) -> None:
    carla = klant("carla")
    (adres,) = vraag(carla, "2101ab12")["voorstellen"]
    velden = {naam: waarde for naam, waarde in adres.items() if naam != "regel"}
    assert "artikel 2.3" in Formulieren(carla).stuur("adres", velden).content.decode()


def test_zonder_register_is_er_geen_zoekveld(klant: Klant, stel_in_op) -> None:
    stel_in_op("")
    formulieren = Formulieren(klant("anna"))
    html = formulieren.client.get(formulieren.url("adres")).content.decode()
    assert "combobox" not in html
    assert urlsplit(
        formulieren.stuur("adres", {"postcode": "2101 AB", "huisnummer": "12"}).url
    ).path.endswith("/doel/")
