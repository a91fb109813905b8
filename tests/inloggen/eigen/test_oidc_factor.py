"""A second factor that the provider saw counts here, as old as it is; asked again there, and only the fresh one of the same
person is good. What the provider does not say, is asked here."""

import json
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from django.urls import reverse

from convenant.inloggen import factor
from convenant.inloggen.oidc_koppeling import NIET_BEVESTIGD
from convenant.tijd import stel_in
from tests.inloggen.aanbieder import OpenIdServer, bij_aanbieder, deel, doorgestuurd, log_in, naar_aanbieder
from tests.inloggen.eigen.test_factor import INLOGGEN, INSTELLEN, naar
from tests.wereld import NU, Wereld

VRAAGT_VERS = "/heemstede/raadplegen/nieuw/"
OPNIEUW = reverse("oidc_opnieuw")


@pytest.fixture
def met_factor(linde: OpenIdServer, wereld: Wereld, sluit_aanbieder_aan: Callable[..., None]) -> OpenIdServer:
    """A provider whose acr 2 counts, and that asked anna for it."""
    sluit_aanbieder_aan(linde.url, wereld.deelnames["linde"].partij_id, factor=["2", "mfa"])
    linde.persoon["acr"] = "2"
    return linde


def _na(minuten: int) -> Any:
    return stel_in(NU + timedelta(minutes=minuten))


def _bevestig(client: Client, verder: str = VRAAGT_VERS) -> Any:
    return client.get(bij_aanbieder(doorgestuurd(client.post(f"{OPNIEUW}?next={verder}"))))


def test_de_factor_van_de_aanbieder_is_er_een(client: Client, met_factor: OpenIdServer) -> None:
    log_in(client)
    assert client.get("/heemstede/").status_code == 200
    assert naar(client.get(VRAAGT_VERS)) != OPNIEUW, "it was given just now"


@pytest.mark.parametrize(
    "gezegd",
    [
        {"acr": "1"},
        {"acr": None},
        {"acr": ["2"]},
        {"acr": None, "amr": ["pwd"]},
        {"acr": None, "amr": "m"},
        {"acr": 2},
    ],
)
def test_zonder_dat_vragen_wij_onze_eigen(client: Client, met_factor: OpenIdServer, gezegd: dict) -> None:
    met_factor.persoon |= gezegd
    log_in(client)
    assert naar(client.get("/heemstede/")) == INSTELLEN


@pytest.mark.parametrize("gezegd", [{"amr": ["pwd", "mfa"]}, {"amr": "mfa"}, {"acrs": ["c1", "2"]}])
def test_hoe_een_aanbieder_het_ook_zegt(client: Client, met_factor: OpenIdServer, gezegd: dict) -> None:
    met_factor.persoon |= {"acr": None} | gezegd
    log_in(client)
    assert client.get("/heemstede/").status_code == 200


def test_wat_niet_is_ingesteld_telt_niet(client: Client, linde: OpenIdServer) -> None:
    linde.persoon |= {"acr": "2", "amr": ["mfa"]}
    log_in(client)
    assert naar(client.get("/heemstede/")) == INSTELLEN


def test_wie_ook_een_app_heeft_geeft_er_een_van_beide(
    client: Client, met_factor: OpenIdServer, ingelogd, wereld: Wereld
) -> None:
    _, app = ingelogd(wereld.mensen["anna"].account)
    assert naar(log_in(client)) == "/"
    assert client.get("/heemstede/").status_code == 200
    met_factor.persoon["acr"] = "1"
    ander = Client()
    assert naar(log_in(ander, verder="/heemstede/")) == INLOGGEN
    assert naar(ander.get("/heemstede/")) == reverse("account_login")
    assert naar(ander.post(INLOGGEN, {"code": app.herstelcode()})) == "/heemstede/"
    assert ander.get("/heemstede/").status_code == 200


def test_de_vraag_om_de_factor_gaat_mee(
    client: Client, met_factor: OpenIdServer, sluit_aanbieder_aan: Callable[..., None]
) -> None:
    adres = naar_aanbieder(client)
    assert deel(adres, "acr_values") == "2 mfa"
    assert "claims" not in adres
    assert "max_age" not in adres
    sluit_aanbieder_aan(met_factor.url, 1, factor=["c1"])
    gevraagd = json.loads(deel(naar_aanbieder(client), "claims"))
    assert gevraagd == {"id_token": {"acrs": {"essential": True, "values": ["c1"]}}}, "for Entra ID"


def test_een_factor_van_vanochtend_is_er_een_maar_geen_verse(
    client: Client, met_factor: OpenIdServer
) -> None:
    """Single sign-on: the provider asked it two hours ago, and says so."""
    met_factor.persoon["auth_time"] = int(time.time()) - 7200
    log_in(client)
    assert client.get("/heemstede/").status_code == 200
    response = client.get(VRAAGT_VERS)
    assert response.url == f"{OPNIEUW}?next=%2Fheemstede%2Fraadplegen%2Fnieuw%2F"


def test_een_aanbieder_die_niet_zegt_wanneer_geeft_geen_verse(
    client: Client, met_factor: OpenIdServer
) -> None:
    met_factor.persoon["auth_time"] = None
    log_in(client)
    assert client.get("/heemstede/").status_code == 200
    assert naar(client.get(VRAAGT_VERS)) == OPNIEUW


def test_een_app_erbij_vraagt_eerst_een_verse_factor(client: Client, met_factor: OpenIdServer) -> None:
    """Else whoever sits down at this desk sets up an app of one's own, and its first code would be the fresh one."""
    log_in(client)
    assert client.get(INSTELLEN).status_code == 200, "it was given just now"
    with _na(20):
        assert naar(client.get(INSTELLEN)) == OPNIEUW
        assert naar(client.post(INSTELLEN, {"code": "000000"})) == OPNIEUW
        assert naar(_bevestig(client, INSTELLEN)) == INSTELLEN
        assert client.get(INSTELLEN).status_code == 200


def test_opnieuw_bij_de_aanbieder_en_dan_verder(client: Client, met_factor: OpenIdServer) -> None:
    log_in(client)
    sleutel = client.session.session_key
    with _na(20):
        doel = client.get(VRAAGT_VERS).url
        assert "De Linde" in client.get(doel).content.decode()
        adres = doorgestuurd(client.post(doel))
        assert (deel(adres, "prompt"), deel(adres, "max_age"), deel(adres, "acr_values")) == (
            "login",
            "0",
            "2 mfa",
        )
        assert naar(client.get(bij_aanbieder(adres))) == VRAAGT_VERS
        assert naar(client.get(VRAAGT_VERS)) != OPNIEUW
    assert client.session.session_key != sleutel


@pytest.mark.parametrize(
    "gezegd",
    [
        {"acr": "1"},
        {"auth_time": None},
        {"auth_time": "nu"},
        # Answered from a sign-in it still had, though we asked for a new one.
        {"auth_time": int(time.time()) - 3600},
        {"auth_time": int(time.time()) + 36000},
        {"sub": "bert", "email": "bert@voorbeeld.nl"},
        {"sub": "vreemd", "email": "vreemd@voorbeeld.nl"},
    ],
)
def test_wat_geen_verse_factor_van_deze_persoon_is(
    client: Client, met_factor: OpenIdServer, wereld: Wereld, gezegd: dict
) -> None:
    log_in(client)
    met_factor.persoon |= gezegd
    with _na(20):
        response = _bevestig(client)
        assert response.url == f"{OPNIEUW}?next=%2Fheemstede%2Fraadplegen%2Fnieuw%2F"
        assert NIET_BEVESTIGD.format("De Linde") in client.get(response.url).content.decode()
        assert naar(client.get(VRAAGT_VERS)) == OPNIEUW
    assert client.session["_auth_user_id"] == str(wereld.mensen["anna"].account_id), "and anna goes on"
    assert SocialAccount.objects.count() == 1, "nobody was linked by it"


def test_wie_met_de_app_inlogde_heeft_bij_de_aanbieder_niets_te_bevestigen(
    ingelogd, met_factor: OpenIdServer, wereld: Wereld
) -> None:
    client, _ = ingelogd(wereld.mensen["anna"].account)
    assert client.post(f"{OPNIEUW}?next={VRAAGT_VERS}").url == "/"
    assert not met_factor.gevraagd


def test_wat_getypt_was_komt_terug_na_bevestigen(client: Client, met_factor: OpenIdServer) -> None:
    """The provider is down at that moment: the sentence says so, and the form still waits."""
    log_in(client)
    with _na(20):
        stap = f"/heemstede/raadplegen/{'6b6fb712-67bf-4c26-8a3a-1bcb4ca7f0ef'}/adres/"
        doel = client.post(stap, {"adres-postcode": "2101 AB", "adres-huisnummer": "12"}).url
        assert doel == f"{OPNIEUW}?next={reverse('formulier').replace('/', '%2F')}"
        met_factor.antwoorden["/.well-known/openid-configuration"] = (503, b"even niet")
        assert client.post(doel).url == doel
        met_factor.antwoorden.clear()
        assert naar(client.get(bij_aanbieder(doorgestuurd(client.post(doel))))) == reverse("formulier")
        assert "2101 AB" in client.get(reverse("formulier")).content.decode()


def test_na_verlies_van_de_factor_begint_ook_de_koppeling_opnieuw(
    client: Client, met_factor: OpenIdServer, wereld: Wereld
) -> None:
    log_in(client)
    factor.verwijder(wereld.mensen["anna"].account)
    assert naar(client.get("/heemstede/")) == reverse("account_login")
    met_factor.persoon["sub"] = "een-nieuw-nummer"
    assert naar(log_in(Client())) == "/"
    assert SocialAccount.objects.get().uid == "een-nieuw-nummer"
