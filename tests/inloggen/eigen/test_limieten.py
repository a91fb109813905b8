"""Guessing is limited, and whoever guesses elsewhere locks nobody out."""

from uuid import uuid4

import pytest
from django.contrib.auth import SESSION_KEY
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from convenant.partijen.models import Account

pytestmark = pytest.mark.django_db
LOGIN = reverse("account_login")
WACHTWOORD = "vier-paarden-in-de-wei"
AANVALLER, COLLEGA = "198.51.100.66", "203.0.113.9"
TE_VAAK = "U hebt het te vaak geprobeerd. Wacht vijf minuten en probeer het opnieuw."


@pytest.fixture
def karin() -> Account:
    return Account.objects.create_user(f"karin-{uuid4()}@voorbeeld.nl", WACHTWOORD, naam="Karin de Vries")


def probeer(account: Account, wachtwoord: str, vandaan: str, client: Client | None = None) -> HttpResponse:
    velden = {"login": account.email, "password": wachtwoord}
    return (client or Client()).post(LOGIN, velden, REMOTE_ADDR=vandaan)


def test_na_twintig_verkeerde_wachtwoorden_ergens_anders_logt_de_collega_gewoon_in(karin: Account) -> None:
    for poging in range(20):
        antwoord = probeer(karin, f"fout {poging}", AANVALLER)
    assert TE_VAAK in antwoord.content.decode()
    client = Client()
    assert probeer(karin, WACHTWOORD, COLLEGA, client).status_code == 302
    assert SESSION_KEY in client.session


def test_de_aanvaller_komt_ook_met_het_goede_wachtwoord_niet_meer_binnen(karin: Account) -> None:
    for poging in range(5):
        probeer(karin, f"fout {poging}", AANVALLER)
    client = Client()
    assert TE_VAAK in probeer(karin, WACHTWOORD, AANVALLER, client).content.decode()
    assert SESSION_KEY not in client.session


def test_een_adres_dat_veel_accounts_probeert_houdt_op(karin: Account) -> None:
    vandaan = f"2001:db8:{uuid4().hex[:4]}::1"
    for poging in range(60):
        Client().post(LOGIN, {"login": f"x{poging}@voorbeeld.nl", "password": "fout"}, REMOTE_ADDR=vandaan)
    assert TE_VAAK in probeer(karin, WACHTWOORD, vandaan).content.decode()


def test_een_kantoor_achter_een_adres_kan_tegelijk_beginnen(karin: Account) -> None:
    vandaan = "192.0.2.200"
    assert [probeer(karin, WACHTWOORD, vandaan).status_code for _ in range(40)] == [302] * 40


def test_de_tellers_noemen_niemand(karin: Account) -> None:
    """Nothing of a person in Redis: the keys are made unreadable (convenant/cache.py), the values are moments."""
    probeer(karin, "fout", AANVALLER)
    redis = cache._cache.get_client()  # type: ignore[attr-defined]
    sleutels = redis.keys("*")
    assert sleutels
    assert not any(karin.email.encode() in sleutel or AANVALLER.encode() in sleutel for sleutel in sleutels)


def test_nieuwe_wachtwoorden_vragen_is_ook_beperkt(karin: Account, mailoutbox) -> None:
    client = Client()
    stand = [
        client.post(
            reverse("account_reset_password"), {"email": karin.email}, REMOTE_ADDR="192.0.2.201"
        ).status_code
        for _ in range(6)
    ]
    assert stand[-1] == 429 or len(mailoutbox) == 5


def test_achter_de_proxy_telt_het_adres_van_de_bezoeker_en_niet_wat_hij_ervoor_zet(
    karin: Account, settings
) -> None:
    """As in production: the proxy adds the address it saw at the end; what stood there already is the visitor's word."""
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1

    def via_proxy(verzonnen: str, gezien: str, wachtwoord: str) -> str:
        velden = {"login": karin.email, "password": wachtwoord}
        koppen = {"X-Forwarded-For": f"{verzonnen}, {gezien}"}
        antwoord = Client().post(LOGIN, velden, REMOTE_ADDR="10.0.0.2", headers=koppen)
        return "binnen" if antwoord.status_code == 302 else antwoord.content.decode()

    for poging in range(5):
        via_proxy(f"192.0.2.{poging}", AANVALLER, "fout")
    assert TE_VAAK in via_proxy("192.0.2.99", AANVALLER, WACHTWOORD), "another word in front helps nobody"
    assert via_proxy("192.0.2.1", COLLEGA, WACHTWOORD) == "binnen"
