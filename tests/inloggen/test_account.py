"""Signing in and what belongs to it, as a person reads it."""

import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from convenant.partijen.models import Account

pytestmark = pytest.mark.django_db

WACHTWOORD = "vier-paarden-in-de-wei"


@pytest.fixture
def karin() -> Account:
    return Account.objects.create_user("karin@voorbeeld.nl", WACHTWOORD, naam="Karin de Vries")


def _title(html: str) -> str:
    found = re.search("<title>(.*?)</title>", html, re.S)
    assert found
    return found[1].strip()


def test_sign_in_asks_two_things_without_placeholders(client: Client) -> None:
    html = client.get(reverse("account_login")).content.decode()
    assert _title(html) == "Inloggen | Convenant"
    assert "E-mailadres" in html
    assert 'autocomplete="current-password"' in html
    assert "placeholder" not in html


def test_an_empty_sign_in_says_what_is_missing(client: Client) -> None:
    html = client.post(reverse("account_login"), {}).content.decode()
    assert _title(html) == "Fout: Inloggen | Convenant"
    assert html.count("Vul ‘E-mailadres’ in.") == 2, "in the summary and at the field"
    assert html.count("Vul ‘Wachtwoord’ in.") == 2


@pytest.mark.parametrize("email", ["karin@voorbeeld.nl", "niemand@voorbeeld.nl"])
def test_a_wrong_password_does_not_tell_whether_the_account_exists(
    client: Client, karin: Account, email: str
) -> None:
    html = client.post(reverse("account_login"), {"login": email, "password": "verkeerd"}).content.decode()
    assert html.count("Het e-mailadres of het wachtwoord klopt niet. Controleer wat u hebt getypt.") == 1
    assert f'value="{email}"' in html


def test_signing_in_and_out(client: Client, karin: Account) -> None:
    client.post(reverse("account_login"), {"login": karin.email, "password": WACHTWOORD})
    assert client.session["_auth_user_id"] == str(karin.pk)
    assert _title(client.get(reverse("account_logout")).content.decode()) == "Uitloggen | Convenant"
    assert "_auth_user_id" in client.session, "a link alone signs nobody out"
    client.post(reverse("account_logout"))
    assert "_auth_user_id" not in client.session


def test_changing_the_password(client: Client, karin: Account) -> None:
    client.force_login(karin)
    url = reverse("account_change_password")
    html = client.post(
        url, {"oldpassword": "verkeerd", "password1": "kort", "password2": "kort"}
    ).content.decode()
    assert _title(html) == "Fout: Wachtwoord wijzigen | Convenant"
    assert "Het wachtwoord van nu klopt niet. Typ het opnieuw." in html
    new = {
        "oldpassword": WACHTWOORD,
        "password1": "acht-koeien-op-een-rij",
        "password2": "acht-koeien-op-een-rij",
    }
    assert client.post(url, new).status_code == 302
    karin.refresh_from_db()
    assert karin.check_password("acht-koeien-op-een-rij")


def test_resetting_the_password_by_mail(client: Client, karin: Account) -> None:
    assert (
        _title(client.get(reverse("account_reset_password")).content.decode())
        == "Wachtwoord vergeten | Convenant"
    )
    client.post(reverse("account_reset_password"), {"email": karin.email})
    link = re.search(r"https?://[^/]+(/\S+)", str(mail.outbox[0].body))
    assert link
    page = client.get(link[1], follow=True)
    assert _title(page.content.decode()) == "Nieuw wachtwoord kiezen | Convenant"
    new = {"password1": "acht-koeien-op-een-rij", "password2": "acht-koeien-op-een-rij"}
    done = client.post(page.request["PATH_INFO"], new, follow=True)
    assert "Uw wachtwoord is gewijzigd" in done.content.decode()
    assert "Deze link werkt niet meer" in client.get(link[1], follow=True).content.decode()


@pytest.mark.parametrize(
    "pad", ["signup/", "email/", "confirm-email/", "password/set/", "login/code/confirm/", "reauthenticate/"]
)
def test_what_the_product_does_not_use_is_not_there(client: Client, pad: str) -> None:
    assert client.get(f"/account/{pad}").status_code == 404
