import pytest
from django.db import IntegrityError
from django.urls import NoReverseMatch, reverse

from convenant.partijen.models import Account

pytestmark = pytest.mark.django_db


def test_no_account_can_be_superuser():
    with pytest.raises(IntegrityError, match="account_geen_superuser"):
        Account.objects.create(email="baas@voorbeeld.nl", naam="Baas", is_superuser=True)


def test_an_address_exists_once_whatever_its_capitals():
    Account.objects.create_user("Iemand@Voorbeeld.NL", naam="Iemand")
    with pytest.raises(IntegrityError):
        Account.objects.create_user("iemand@voorbeeld.nl", naam="Iemand anders")


def test_capitals_do_not_slip_past_the_manager():
    with pytest.raises(IntegrityError, match="account_email_kleine_letters"):
        Account.objects.create(email="Iemand@voorbeeld.nl", naam="Iemand")


def test_text_of_an_account_names_nobody():
    account = Account.objects.create_user("iemand@voorbeeld.nl", naam="Iemand")
    assert str(account) == f"account {account.pk}"


def test_nobody_signs_up_alone(client):
    data = {
        "email": "nieuw@voorbeeld.nl",
        "password1": "een-lang-wachtwoord",
        "password2": "een-lang-wachtwoord",
    }
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")
    client.post("/account/signup/", data)
    assert not Account.objects.exists()


def test_sign_in_by_email_and_password(client):
    account = Account.objects.create_user("iemand@voorbeeld.nl", "een-lang-wachtwoord", naam="Iemand")
    client.post(reverse("account_login"), {"login": "iemand@voorbeeld.nl", "password": "iets-anders"})
    assert "_auth_user_id" not in client.session
    client.post(reverse("account_login"), {"login": "Iemand@voorbeeld.nl", "password": "een-lang-wachtwoord"})
    assert client.session["_auth_user_id"] == str(account.pk)
