"""Signing in as production asks it: with a second factor, half an hour without doing anything, half a day in all."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from convenant.partijen.models import Account
from convenant.settings import base
from convenant.tijd import stel_in
from tests.inloggen.eigen.app import App
from tests.wereld import NU, Wereld, maak_wereld

WACHTWOORD = "vier-paarden-in-de-wei"


@pytest.fixture(autouse=True)
def _zonder_telling() -> None:
    """Here attempts do count."""


@pytest.fixture
def streng(settings: Any) -> None:
    """What production has; the other tests sign in more easily (settings/test.py)."""
    for naam in ("TWEEDE_FACTOR", "IDLE_SECONDEN", "SESSIE_SECONDEN"):
        setattr(settings, naam, getattr(base, naam))


@pytest.fixture
def wereld(db: None, streng: None) -> Iterator[Wereld]:
    """The small Heemstede on its Monday morning, with a password for everybody."""
    wereld = maak_wereld()
    for medewerker in wereld.mensen.values():
        medewerker.account.set_password(WACHTWOORD)
        medewerker.account.save()
    with stel_in(NU):
        yield wereld


@pytest.fixture
def anna(wereld: Wereld) -> Account:
    return wereld.mensen["anna"].account


def met_wachtwoord(account: Account, client: Client | None = None, **vraag: str) -> Client:
    """A client that sent e-mail address and password; the factor comes next."""
    client = client or Client()
    velden = {"login": account.email, "password": WACHTWOORD, **vraag}
    client.post(reverse("account_login"), velden)
    return client


@pytest.fixture
def ingelogd() -> Callable[..., tuple[Client, App]]:
    """`ingelogd(anna)`: a client signed in with password and app, and that app."""

    def log_in(account: Account) -> tuple[Client, App]:
        client = met_wachtwoord(account)
        app = App(account)
        html = client.get(reverse("mfa_activate_totp")).content.decode()
        client.post(reverse("mfa_activate_totp"), {"code": app.scan(html)})
        return client, app

    return log_in
