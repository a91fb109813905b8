"""eHerkenning: the provider gives a number and the KvK number it was used for. Who is signed in here links it; whoever
acts for another organisation gets nowhere."""

from collections.abc import Callable

import pytest
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth import SESSION_KEY
from django.test import Client
from django.urls import reverse

from convenant.inloggen.oidc_koppeling import GEKOPPELD, GEWEIGERD
from convenant.partijen.models import Partij
from tests.inloggen.aanbieder import OpenIdServer, bij_aanbieder, doorgestuurd, log_in
from tests.inloggen.eigen.test_factor import naar
from tests.wereld import Wereld

KOPPELEN = reverse("oidc_koppelen", args=["linde"])
ACCOUNT = reverse("mfa_index")
KVK = "12345678"


@pytest.fixture
def makelaar(openid: OpenIdServer, wereld: Wereld, sluit_aanbieder_aan: Callable[..., None]) -> OpenIdServer:
    """A broker of eHerkenning, for the people of De Linde."""
    Partij.objects.filter(pk=wereld.deelnames["linde"].partij_id).update(kvk_nummer=KVK)
    sluit_aanbieder_aan(openid.url, KVK, claim="sub", factor=["loa3"], organisatie="kvk")
    # That it sends an address as well, of whomever, makes no difference.
    openid.persoon = {
        "sub": "pseudoniem",
        "kvk": KVK,
        "acr": "loa3",
        "email": "bert@voorbeeld.nl",
        "email_verified": True,
    }
    return openid


def koppel(client: Client) -> str:
    """Press the button and come back; what the page of one's account then says."""
    client.get(bij_aanbieder(doorgestuurd(client.post(KOPPELEN))))
    return client.get(ACCOUNT).content.decode()


def test_koppelen_en_daarna_zo_inloggen(ingelogd, makelaar: OpenIdServer, wereld: Wereld) -> None:
    anna, _ = ingelogd(wereld.mensen["anna"].account)
    assert f'href="{KOPPELEN}">Voortaan inloggen via De Linde</a>' in anna.get(ACCOUNT).content.decode()
    assert anna.get(KOPPELEN).status_code == 200
    assert GEKOPPELD.format("De Linde") in koppel(anna)
    ander = Client()
    assert naar(log_in(ander)) == "/"
    assert ander.session[SESSION_KEY] == str(wereld.mensen["anna"].account_id)
    assert ander.get("/heemstede/").status_code == 200, "loa3 is a second factor"


def test_zonder_koppeling_leidt_het_nummer_naar_niemand(client: Client, makelaar: OpenIdServer) -> None:
    log_in(client)
    assert SESSION_KEY not in client.session
    assert GEWEIGERD.format("De Linde") in client.get(reverse("account_login")).content.decode()
    assert not SocialAccount.objects.exists()


def test_koppelen_vraagt_wie_u_bent_met_een_verse_factor(
    client: Client, makelaar: OpenIdServer, wereld
) -> None:
    assert naar(client.get(KOPPELEN)) == reverse("account_login")
    client.force_login(
        wereld.mensen["anna"].account, backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    for doe in (client.get, client.post):
        assert naar(doe(KOPPELEN)) == reverse("mfa_activate_totp")
    assert not makelaar.gevraagd


@pytest.mark.parametrize("kvk", ["87654321", None, [KVK], int(KVK)])
def test_namens_een_andere_organisatie(ingelogd, makelaar: OpenIdServer, wereld: Wereld, kvk: object) -> None:
    """The same person, the same means, another organisation: neither linked nor signed in."""
    anna, _ = ingelogd(wereld.mensen["anna"].account)
    makelaar.persoon["kvk"] = kvk
    assert GEWEIGERD.format("De Linde") in koppel(anna)
    assert not SocialAccount.objects.exists()
    makelaar.persoon["kvk"] = KVK
    koppel(anna)
    makelaar.persoon["kvk"] = kvk
    ander = Client()
    log_in(ander)
    assert SESSION_KEY not in ander.session


def test_een_nummer_is_van_een_account_en_een_account_heeft_er_een(
    ingelogd, makelaar: OpenIdServer, wereld: Wereld
) -> None:
    anna, _ = ingelogd(wereld.mensen["anna"].account)
    bert, _ = ingelogd(wereld.mensen["bert"].account)
    koppel(anna)
    assert GEWEIGERD.format("De Linde") in koppel(bert)
    makelaar.persoon["sub"] = "nog een"
    assert GEWEIGERD.format("De Linde") in koppel(anna)
    assert [(k.user_id, k.uid) for k in SocialAccount.objects.all()] == [
        (wereld.mensen["anna"].account_id, "pseudoniem")
    ]


def test_wie_bij_een_andere_partij_werkt_koppelt_niets(
    ingelogd, makelaar: OpenIdServer, wereld: Wereld
) -> None:
    carla, _ = ingelogd(wereld.mensen["carla"].account)
    assert GEWEIGERD.format("De Linde") in koppel(carla)
    assert not SocialAccount.objects.exists()


def test_wie_intussen_is_uitgelogd_koppelt_niets(ingelogd, makelaar: OpenIdServer, wereld: Wereld) -> None:
    anna, _ = ingelogd(wereld.mensen["anna"].account)
    terug = bij_aanbieder(doorgestuurd(anna.post(KOPPELEN)))
    anna.post(reverse("account_logout"))
    anna.get(terug)
    assert not SocialAccount.objects.exists()
    assert SESSION_KEY not in anna.session
