"""Signing in through the provider of one's own organisation: who is linked, who is refused, and what is kept of it."""

import logging
from collections.abc import Callable
from datetime import timedelta

import pytest
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from django.contrib.auth import SESSION_KEY
from django.test import Client
from django.urls import reverse

from convenant.inloggen.oidc_koppeling import AFGEBROKEN, GEWEIGERD
from convenant.partijen.models import Account, Medewerker, Partij
from convenant.tijd import stel_in
from tests.inloggen.aanbieder import ANNA, GEHEIM, OpenIdServer, bij_aanbieder, deel, log_in, naar_aanbieder
from tests.tables import als_eigenaar
from tests.wereld import NU, Wereld

LOGIN = reverse("account_login")


def ingelogd(client: Client) -> int | None:
    account = client.session.get(SESSION_KEY)
    return int(account) if account else None


def zin(client: Client) -> str:
    return client.get(LOGIN).content.decode()


def geweigerd(client: Client) -> bool:
    return ingelogd(client) is None and GEWEIGERD.format("De Linde") in zin(client)


def test_zonder_aanbieder_is_er_geen_knop(client: Client, db: None) -> None:
    html = client.get(LOGIN).content.decode()
    assert "Inloggen via" not in html
    assert client.post(reverse("openid_connect_login", args=["linde"])).status_code == 404


def test_de_knop_staat_onder_het_formulier_en_neemt_mee_waar_men_heen_ging(
    client: Client, linde: OpenIdServer
) -> None:
    html = client.get(f"{LOGIN}?next=/heemstede/zaken/").content.decode()
    assert html.index("Inloggen via De Linde") > html.index("Wachtwoord vergeten?")
    assert 'action="/account/oidc/linde/login/?next=%2Fheemstede%2Fzaken%2F"' in html


def test_wie_bij_de_partij_werkt_komt_binnen_en_gaat_verder(
    client: Client, linde: OpenIdServer, wereld: Wereld
) -> None:
    adres = naar_aanbieder(client, verder="/heemstede/zaken/")
    assert deel(adres, "redirect_uri") == "http://testserver/account/oidc/linde/login/callback/"
    response = client.get(bij_aanbieder(adres))
    assert (response.status_code, response.url) == (302, "/heemstede/zaken/")
    assert ingelogd(client) == wereld.mensen["anna"].account_id
    assert client.get("/heemstede/zaken/").status_code == 200


def test_er_blijft_niets_van_de_aanbieder_achter_dan_de_koppeling(
    client: Client, linde: OpenIdServer, wereld: Wereld
) -> None:
    aantal = Account.objects.count()
    linde.persoon |= {"name": "Anna Geheim", "family_name": "Geheim", "phone_number": "0612345678"}
    log_in(client)
    (koppeling,) = SocialAccount.objects.all()
    assert (koppeling.user, koppeling.provider, koppeling.uid) == (
        wereld.mensen["anna"].account,
        linde.url,
        ANNA["sub"],
    )
    assert koppeling.extra_data == {}
    assert not SocialToken.objects.exists()
    assert not SocialApp.objects.exists()
    assert Account.objects.count() == aantal
    assert Account.objects.get(pk=koppeling.user_id).naam == "Anna"
    for geheim in ("Geheim", "ververs", "toegang", "0612345678"):
        assert geheim not in str(dict(client.session))


def test_een_account_ontstaat_nooit(client: Client, linde: OpenIdServer, onveranderd) -> None:
    linde.persoon["email"] = "nieuw@voorbeeld.nl"
    with onveranderd():
        log_in(client)
        assert geweigerd(client)


def _uit_dienst(wereld: Wereld, aanbieder: str) -> None:
    Medewerker.objects.filter(pk=wereld.mensen["anna"].pk).update(tot=NU.date())


def _nog_niet_in_dienst(wereld: Wereld, aanbieder: str) -> None:
    with als_eigenaar():
        Medewerker.objects.filter(pk=wereld.mensen["anna"].pk).update(van=NU.date() + timedelta(days=1))


def _uit(wereld: Wereld, aanbieder: str) -> None:
    Account.objects.filter(pk=wereld.mensen["anna"].account_id).update(is_active=False)


def _al_gekoppeld(wereld: Wereld, aanbieder: str) -> None:
    SocialAccount.objects.create(user=wereld.mensen["anna"].account, provider=aanbieder, uid="een-ander")


@pytest.mark.parametrize(
    ("anders", "stand", "reden"),
    [
        ({"email_verified": False}, None, "adres niet bevestigd"),
        ({"email_verified": None}, None, "adres niet bevestigd"),
        ({"email_verified": "true"}, None, "adres niet bevestigd"),
        ({"email": None}, None, "geen email"),
        ({"email": ["anna@voorbeeld.nl"]}, None, "geen email"),
        ({"email": "niemand@voorbeeld.nl"}, None, "geen account met dit adres"),
        # The sign for Kelvin becomes a small k: not the address of hugo's colleague.
        ({"email": "\N{KELVIN SIGN}laas@voorbeeld.nl"}, None, "geen account met dit adres"),
        ({"email": "carla@voorbeeld.nl"}, None, "vandaag geen medewerker van deze partij"),
        ({}, _uit_dienst, "vandaag geen medewerker van deze partij"),
        ({}, _nog_niet_in_dienst, "vandaag geen medewerker van deze partij"),
        ({}, _uit, "account staat uit"),
        ({}, _al_gekoppeld, "account is gekoppeld aan een andere sub"),
    ],
)
def test_een_zin_voor_iedereen_die_niet_binnenkomt(
    client: Client, linde: OpenIdServer, wereld: Wereld, caplog, anders: dict, stand: Callable, reden: str
) -> None:
    """The screen does not tell who exists; the log tells why, and names nobody."""
    Account.objects.create_user("klaas@voorbeeld.nl", naam="Klaas")
    linde.persoon |= anders
    if stand:
        stand(wereld, linde.url)
    caplog.set_level(logging.DEBUG)
    aantal = SocialAccount.objects.count()
    response = log_in(client, verder="/heemstede/zaken/")
    assert (response.status_code, response.url) == (302, f"{LOGIN}?next=%2Fheemstede%2Fzaken%2F")
    assert geweigerd(client)
    assert SocialAccount.objects.count() == aantal
    assert f"oidc linde: {reden}" in caplog.text
    for iemand in ("@voorbeeld.nl", ANNA["sub"], GEHEIM):
        assert iemand not in caplog.text


def test_een_hoofdletter_in_het_adres_maakt_niet_uit(client: Client, linde: OpenIdServer) -> None:
    linde.persoon["email"] = "Anna@Voorbeeld.NL"
    log_in(client)
    assert ingelogd(client)


@pytest.mark.parametrize("claim", ["preferred_username", "upn"])
def test_een_andere_claim_met_het_adres(
    client: Client, linde: OpenIdServer, wereld: Wereld, sluit_aanbieder_aan, claim: str
) -> None:
    """Entra ID says of no address that it was verified; its upn is given out by the organisation itself."""
    sluit_aanbieder_aan(linde.url, wereld.deelnames["linde"].partij_id, claim=claim)
    linde.persoon = {"sub": "x", claim: "anna@voorbeeld.nl", "email": "carla@voorbeeld.nl"}
    log_in(client)
    assert ingelogd(client) == wereld.mensen["anna"].account_id


def test_na_de_eerste_keer_telt_de_sub_en_niet_het_adres(
    client: Client, linde: OpenIdServer, wereld: Wereld
) -> None:
    log_in(client)
    client.post(reverse("account_logout"))
    for adres in ("bert@voorbeeld.nl", "elders@voorbeeld.nl", None):
        linde.persoon |= {"email": adres, "email_verified": False}
        log_in(client)
        assert ingelogd(client) == wereld.mensen["anna"].account_id
        client.post(reverse("account_logout"))
    assert SocialAccount.objects.count() == 1


def test_wie_vertrekt_komt_met_zijn_koppeling_niet_meer_binnen(
    client: Client, linde: OpenIdServer, wereld: Wereld
) -> None:
    log_in(client)
    client.post(reverse("account_logout"))
    _uit_dienst(wereld, linde.url)
    log_in(client)
    assert geweigerd(client)


def test_het_oude_adres_van_een_vertrokken_collega_geeft_haar_account_niet(
    client: Client, linde: OpenIdServer
) -> None:
    """The provider gives anna's address to somebody new, with another sub."""
    log_in(client)
    client.post(reverse("account_logout"))
    linde.persoon["sub"] = "de-opvolger"
    log_in(client)
    assert geweigerd(client)


def test_dezelfde_sub_van_een_andere_aanbieder_is_een_ander(
    client: Client, linde: OpenIdServer, wereld: Wereld, sluit_aanbieder_aan
) -> None:
    """De Linde moves to another provider, under the same code; there anna's number is bert's."""
    log_in(client)
    client.post(reverse("account_logout"))
    with OpenIdServer.draai() as nieuw:
        sluit_aanbieder_aan(nieuw.url, wereld.deelnames["linde"].partij_id)
        nieuw.persoon["email"] = "bert@voorbeeld.nl"
        log_in(client)
    assert ingelogd(client) == wereld.mensen["bert"].account_id


def test_de_partij_bij_haar_kvk_nummer_met_haar_onderdelen(
    client: Client, linde: OpenIdServer, wereld: Wereld, sluit_aanbieder_aan
) -> None:
    """One signature, several directies: the provider of the whole vouches for the people of its parts."""
    geheel = Partij.objects.create(naam="Groep De Linde", kvk_nummer="12345678")
    sluit_aanbieder_aan(linde.url, "12345678")
    log_in(client)
    assert geweigerd(client)
    Partij.objects.filter(pk=wereld.deelnames["linde"].partij_id).update(onderdeel_van=geheel)
    log_in(client)
    assert ingelogd(client) == wereld.mensen["anna"].account_id


def test_wie_stopt_bij_de_aanbieder_leest_dat(client: Client, linde: OpenIdServer) -> None:
    terug = bij_aanbieder(naar_aanbieder(client))
    client.get(terug.replace("code=", "error=access_denied&was="))
    assert AFGEBROKEN.format("De Linde") in zin(client)


def test_uitloggen_beeindigt_onze_sessie(client: Client, linde: OpenIdServer) -> None:
    log_in(client)
    oud = client.cookies["sessionid"].value
    client.post(reverse("account_logout"))
    client.cookies["sessionid"] = oud
    assert ingelogd(client) is None


def test_wie_al_is_ingelogd_hoeft_het_niet_nog_eens(
    klant: Callable[[str], Client], linde: OpenIdServer
) -> None:
    anna = klant("anna")
    assert anna.post(reverse("openid_connect_login", args=["linde"])).url == "/"
    assert not linde.gevraagd


def test_een_ander_die_intussen_inlogde_wordt_eerst_uitgelogd(
    client: Client, linde: OpenIdServer, wereld: Wereld
) -> None:
    """Two tabs at one desk: in the other one bert signed in before the provider sent anna back."""
    terug = bij_aanbieder(naar_aanbieder(client))
    client.force_login(
        wereld.mensen["bert"].account, backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    session = client.session
    session["van_bert"] = "getypt"
    session.save()
    client.get(terug)
    assert ingelogd(client) == wereld.mensen["anna"].account_id
    assert "van_bert" not in client.session


def test_een_koppeling_van_gisteren_telt_vandaag_niet_zonder_dienstverband(
    client: Client, linde: OpenIdServer, wereld: Wereld
) -> None:
    Medewerker.objects.filter(pk=wereld.mensen["anna"].pk).update(tot=NU.date() + timedelta(days=1))
    log_in(client)
    client.post(reverse("account_logout"))
    with stel_in(NU + timedelta(days=1)):
        log_in(client)
        assert geweigerd(client)
