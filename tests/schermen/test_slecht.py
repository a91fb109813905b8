"""What a bad request gets: a sentence, and an unchanged database but for the refusal in the log."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from convenant.partijen import inrichting
from convenant.partijen.models import Partij
from convenant.tijd import stel_in
from tests.schermen.klant import ADRES, DOEL, IDENTITEIT, Formulieren, log_in, logstand, titel
from tests.wereld import BEGIN, BEWAARTERMIJNEN, KADE_3, LINDELAAN_12, NU, Wereld

Klant = Callable[[str], Client]
NUMMER = UUID("6b6fb712-67bf-4c26-8a3a-1bcb4ca7f0ef")  # of nobody


def antwoord(
    client: Client, methode: str, pad: str, velden: dict[str, str] | None = None
) -> tuple[int, bytes, int]:
    """Status, bytes and number of queries."""
    with CaptureQueriesContext(connection) as queries:
        response = getattr(client, methode)(pad, velden or {})
    return response.status_code, response.content, len(queries)


@pytest.fixture
def elders(wereld: Wereld) -> str:
    """The code of a convenant that exists and in which nobody of Heemstede works."""
    convenant = inrichting.maak_convenant(
        code="elders",
        naam="BRP-inzage Elders",
        gemeente="Elders",
        beleid_code="heemstede",
        beleid_versie=1,
        ingang=BEGIN,
        instellingen=BEWAARTERMIJNEN,
    )
    partij = Partij.objects.create(naam="Gemeente Elders")
    inrichting.sluit_aan(convenant, partij, "gemeente", getekend_op=BEGIN, ondertekenaar="X", verklaringen=())
    return convenant.code


# --- not yours and not there -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "pad",
    ["", "werkplek/", "logboek/", "raadplegen/", f"raadplegen/{NUMMER}/adres/", f"raadpleging/{NUMMER}/"],
)
def test_een_convenant_van_een_ander_is_er_niet(klant: Klant, elders: str, onveranderd, pad: str) -> None:
    anna = klant("anna")
    with onveranderd():
        van_een_ander, onbekend = (antwoord(anna, "get", f"/{code}/{pad}") for code in (elders, "nergens"))
    assert van_een_ander == onbekend
    assert onbekend[0] == 404


def test_een_raadpleging_van_een_ander_is_er_niet(klant: Klant, wereld: Wereld, onveranderd) -> None:
    van_carla = wereld.raadpleeg("carla", KADE_3)
    anna = klant("anna")
    with onveranderd():
        gelijk = [
            antwoord(anna, "get", f"/heemstede/raadpleging/{nummer}/") for nummer in (van_carla, uuid4())
        ]
    assert gelijk[0] == gelijk[1]
    assert gelijk[0][0] == 404


def test_een_uittreksel_van_een_ander_is_er_niet(klant: Klant, onveranderd) -> None:
    eva = klant("eva")
    with onveranderd():
        assert antwoord(eva, "get", f"/heemstede/uittreksel/{uuid4()}/")[0] == 404


def test_een_werkplek_van_een_ander_is_er_niet(klant: Klant, wereld: Wereld, onveranderd) -> None:
    anna = klant("anna")
    keuzes = (str(wereld.autorisaties["carla"].pk), "999999", "x", "", "\x00", str(2**70))
    with onveranderd():
        gelijk = {antwoord(anna, "post", "/heemstede/werkplek/", {"werkplek": keuze}) for keuze in keuzes}
    ((status, _, _),) = gelijk
    assert status == 404


def test_de_demo_laat_alleen_mensen_van_de_demo_in(klant: Klant, wereld: Wereld, onveranderd) -> None:
    niemand = klant("")
    keuzes = (str(wereld.mensen["anna"].account_id), "999999", "x", "")
    with onveranderd():
        gelijk = {antwoord(niemand, "post", "/demo/inloggen/", {"persona": keuze}) for keuze in keuzes}
    ((status, _, _),) = gelijk
    assert status == 404
    assert "_auth_user_id" not in niemand.session


def test_het_kenmerk_van_een_ander_is_een_gewoon_kenmerk(klant: Klant, wereld: Wereld) -> None:
    """Carla knows the number of anna's raadpleging and uses it for a form of her own: it tells and spoils nothing."""
    van_anna = uuid4()
    wereld.raadpleeg("anna", LINDELAAN_12, kenmerk=van_anna)
    carla = klant("carla")
    gelijk = {
        antwoord(carla, "get", Formulieren(carla, nummer).url("adres"))[::2] for nummer in (van_anna, uuid4())
    }
    assert gelijk == {(200, gelijk.copy().pop()[1])}
    formulieren = Formulieren(carla, van_anna)
    formulieren.stuur("adres", postcode="2102 CD", huisnummer="3")
    formulieren.stuur("doel", DOEL)
    formulieren.stuur("identiteit", IDENTITEIT)
    resultaat = carla.get(formulieren.stuur("controle").url)
    assert "Sjaak Bakker" in resultaat.content.decode()


# --- the wizard out of order -----------------------------------------------------------------------------------------


def test_een_stap_voor_zijn_beurt_leidt_naar_de_eerste(klant: Klant, onveranderd) -> None:
    formulieren = Formulieren(klant("anna"))
    stappen = ["doel", "identiteit", "controle", "klaar", "bestaat-niet"]
    geopend = [formulieren.client.get(formulieren.url(stap)) for stap in stappen]
    with onveranderd():
        gestuurd = [formulieren.stuur(stap, IDENTITEIT) for stap in stappen]
        for response in (*geopend, *gestuurd):
            assert (response.status_code, response.url) == (302, formulieren.url("adres"))
        assert "Vul eerst deze stap in." in formulieren.client.get(formulieren.url("adres")).content.decode()


def test_een_formulier_dat_een_andere_stap_zegt_te_zijn(klant: Klant, onveranderd) -> None:
    formulieren = Formulieren(klant("anna"))
    beheer, *_ = velden = formulieren.velden("adres", ADRES)
    vervalst = [velden | {beheer: stap} for stap in ["", "doel", "controle", "bestaat-niet"]]
    zonder = {naam: waarde for naam, waarde in velden.items() if naam != beheer}
    with onveranderd():
        for gestuurd in (*vervalst, zonder):
            response = formulieren.client.post(formulieren.url("adres"), gestuurd)
            assert response.status_code == 400
            assert "Dit verzoek begrijpen wij niet" in response.content.decode()


@pytest.mark.eis("HEE-3.7")
def test_een_geweigerde_stap_blijft_open(klant: Klant, onveranderd) -> None:
    formulieren = Formulieren(klant("anna"))
    formulieren.stuur("adres", ADRES)
    formulieren.stuur("doel", DOEL)
    with onveranderd(weigeringen=1):
        assert "artikel 3.7" in formulieren.stuur("identiteit", vastgesteld="nee").content.decode()
    with onveranderd():
        for response in (formulieren.client.get(formulieren.url("controle")), formulieren.stuur("controle")):
            assert response.url == formulieren.url("identiteit")


def test_tweemaal_hetzelfde_formulier_is_een_raadpleging(klant: Klant, als_eigenaar) -> None:
    formulieren = Formulieren(klant("anna"))
    formulieren.tot_controle()
    with als_eigenaar():
        eerst = logstand()
    urls = {formulieren.stuur("controle").url for _ in range(3)}
    urls.add(formulieren.client.get(formulieren.url("controle")).url)  # the back button
    assert len(urls) == 1
    with als_eigenaar():
        assert logstand()["toegestaan"] - eerst["toegestaan"] == 1


@pytest.mark.django_db(transaction=True)
def test_twee_gelijke_formulieren_tegelijk_zijn_een_raadpleging(transactional_db: None) -> None:
    from tests.wereld import maak_wereld

    wereld = maak_wereld()
    with stel_in(NU):
        formulieren = Formulieren(log_in(wereld, "anna"))
        formulieren.tot_controle()

        def stuur(_: int) -> str:
            client = Client()
            client.cookies = formulieren.client.cookies
            try:
                return Formulieren(client, formulieren.kenmerk).stuur("controle").url
            finally:
                connection.close()

        with ThreadPoolExecutor(4) as draden:
            assert len(set(draden.map(stuur, range(4)))) == 1
        with wereld.als("frits"), connection.cursor() as cursor:
            cursor.execute("select count(*) from poort_logregel where handeling = 'raadplegen'")
            assert cursor.fetchone() == (1,)


# --- the session, the form's token, the method ------------------------------------------------------------------------


def test_een_sessie_die_halverwege_stopt(klant: Klant, onveranderd) -> None:
    formulieren = Formulieren(klant("anna"))
    anna = formulieren.client
    formulieren.stuur("adres", ADRES)
    anna.logout()
    with onveranderd():
        response = formulieren.stuur("doel", DOEL)
        assert response.status_code == 302
        assert "U was uitgelogd" in anna.get(response.url).content.decode()
    inloggen = {"login": "anna@voorbeeld.nl", "password": "wachtwoord-van-niemand"}
    terug = anna.post(response.url, inloggen)
    assert terug.url == formulieren.url("doel")
    with onveranderd():
        pagina = anna.get(terug.url, follow=True)
    assert pagina.redirect_chain[-1][0] == formulieren.url("adres")
    assert "Vul eerst deze stap in." in pagina.content.decode()
    assert "2101 AB" not in pagina.content.decode()


def test_zonder_het_geheim_van_het_formulier(wereld: Wereld, onveranderd) -> None:
    anna = log_in(wereld, "anna", enforce_csrf_checks=True)
    with onveranderd():
        for response in (Formulieren(anna).stuur("adres", ADRES), anna.post("/heemstede/werkplek/", {})):
            assert response.status_code == 403
            assert "Dit formulier is verlopen" in response.content.decode()


PAGINAS = ["/heemstede/", "/heemstede/werkplek/", "/heemstede/logboek/", "/heemstede/raadplegen/", "/demo/"]


def test_een_methode_die_er_niet_is(klant: Klant, onveranderd) -> None:
    anna = klant("anna")
    with onveranderd():
        for pad, methode in product(PAGINAS, ("put", "delete", "patch")):
            response = getattr(anna, methode)(pad)
            assert response.status_code == 405
            assert titel(response) == "Dit kan hier niet | Convenant"


def test_alleen_de_kop_van_een_pagina(klant: Klant) -> None:
    anna = klant("anna")
    for pad in PAGINAS:
        response = anna.head(pad)
        assert response.status_code == 200
        assert response.content == b""


def test_een_adres_dat_alleen_formulieren_aanneemt(klant: Klant, onveranderd) -> None:
    anna = klant("anna")
    with onveranderd():
        response = anna.get("/demo/inloggen/")
    assert response.status_code == 405
    assert titel(response) == "Dit kan hier niet | Convenant"
