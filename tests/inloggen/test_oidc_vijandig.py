"""Whatever a provider or somebody in between sends: nobody gets in by it, the page says so calmly, and the password beside
it still works."""

import logging
import time
from collections.abc import Callable
from typing import Any

import jwt
import pytest
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth import SESSION_KEY
from django.test import Client
from django.urls import reverse

from convenant.inloggen.oidc_koppeling import STORING, VERLOPEN
from convenant.partijen import inrichting
from tests.adressen.gedrag import antwoord, druppel, gateway, stroom, zwijg
from tests.inloggen.aanbieder import (
    ANNA,
    CLIENT_ID,
    GEHEIM,
    SLEUTEL,
    VALSE_SLEUTEL,
    OpenIdServer,
    bij_aanbieder,
    deel,
    jwk,
    log_in,
    naar_aanbieder,
    teken,
)
from tests.wereld import BEGIN, Wereld

LOGIN = reverse("account_login")
START = reverse("openid_connect_login", args=["linde"])
WACHTWOORD = "wachtwoord-van-niemand"


def _zegt(client: Client, zin: str) -> bool:
    assert SESSION_KEY not in client.session
    return zin.format("De Linde") in client.get(LOGIN).content.decode()


def _anders(**claims: Any) -> Callable[[dict], str]:
    return lambda echt: teken({naam: w for naam, w in (echt | claims).items() if w is not None})


def _gerommel(echt: dict) -> str:
    """Bert's address in anna's token: the signature is the one of the token as it was."""
    kop, _, zegel = teken(echt).split(".")
    return ".".join([kop, teken(echt | {"email": "bert@voorbeeld.nl", "sub": "bert"}).split(".")[1], zegel])


def _symmetrisch(echt: dict) -> str:
    """Signed with the public key as if it were a shared secret."""
    publiek = SLEUTEL.public_key().public_numbers().n.to_bytes(256)
    return jwt.encode(echt, publiek, "HS256", {"kid": "1"})


@pytest.mark.parametrize(
    ("maak", "code"),
    [
        (_gerommel, "InvalidSignatureError"),
        (lambda echt: jwt.encode(echt, VALSE_SLEUTEL, "RS256", {"kid": "1"}), "InvalidSignatureError"),
        (lambda echt: jwt.encode(echt, SLEUTEL, "RS256", {"kid": "2"}), "geen_sleutel"),
        (_symmetrisch, "InvalidAlgorithmError"),
        (lambda echt: jwt.encode(echt, None, "none", {"kid": "1"}), "InvalidAlgorithmError"),
        (_anders(aud="een-ander"), "InvalidAudienceError"),
        (_anders(aud=[CLIENT_ID, "een-ander"]), "ook_voor_een_ander"),
        (_anders(azp="een-ander"), "ook_voor_een_ander"),
        (_anders(iss="https://elders.voorbeeld.nl"), "InvalidIssuerError"),
        (_anders(exp=int(time.time()) - 120), "ExpiredSignatureError"),
        (_anders(iat=int(time.time()) + 3600), "ImmatureSignatureError"),
        (_anders(exp="morgen"), "DecodeError"),
        (_anders(nonce="van-een-ander"), "andere_nonce"),
        (_anders(nonce=["x"]), "andere_nonce"),
        (_anders(sub=""), "sub"),
        (_anders(sub="x" * 192), "sub"),
        (_anders(sub=17), "InvalidSubjectError"),
        *(
            (_anders(**{naam: None}), "MissingRequiredClaimError")
            for naam in ("iss", "sub", "exp", "iat", "nonce")
        ),
        (_anders(aud=None), "MissingRequiredClaimError"),
        (lambda echt: "geen.token", "DecodeError"),
        (lambda echt: None, "DecodeError"),
        (lambda echt: {"a": 1}, "DecodeError"),
        (lambda echt: "", "DecodeError"),
    ],
)
def test_een_token_dat_niet_klopt(
    client: Client, linde: OpenIdServer, caplog, maak: Callable[[dict], Any], code: str
) -> None:
    caplog.set_level(logging.DEBUG)
    linde.maak_token = maak
    response = log_in(client)
    assert (response.status_code, response.url) == (302, LOGIN)
    assert _zegt(client, STORING)
    assert f"oidc linde: {code}" in caplog.text
    for iemand in ("@voorbeeld.nl", ANNA["sub"], GEHEIM):
        assert iemand not in caplog.text


@pytest.mark.parametrize(
    "sleutels",
    [
        [],
        ["geen sleutel"],
        [{"kid": "1"}],
        [{"kty": "oct", "k": "AAAA", "kid": "1"}],
        [jwk(VALSE_SLEUTEL)],
        [jwk(), jwk(VALSE_SLEUTEL)],
        [jwk(n="geen getal!")],
    ],
)
def test_sleutels_die_niets_bewijzen(client: Client, linde: OpenIdServer, sleutels: list) -> None:
    linde.sleutels = sleutels
    log_in(client)
    assert _zegt(client, STORING)


@pytest.mark.parametrize("sleutels", [[jwk(alg=None)], [jwk(kid="ander", use="enc", alg="RSA-OAEP"), jwk()]])
def test_sleutels_zoals_entra_en_keycloak_ze_geven(
    client: Client, linde: OpenIdServer, sleutels: list
) -> None:
    """The one leaves the algorithm out, the other has a key to encrypt beside the one to sign."""
    linde.sleutels = [{naam: w for naam, w in rij.items() if w is not None} for rij in sleutels]
    log_in(client)
    assert SESSION_KEY in client.session


def test_een_sleutel_hoeft_geen_naam_te_hebben_als_er_maar_een_tekent(
    client: Client, linde: OpenIdServer
) -> None:
    """A shared secret among the public keys, or one of another algorithm, proves nothing and does not count."""
    linde.sleutels = [{"kty": "oct", "k": "AAAA", "kid": "2"}, jwk()]
    linde.maak_token = lambda echt: jwt.encode(echt, SLEUTEL, "RS256")
    log_in(client)
    assert SESSION_KEY in client.session


@pytest.mark.parametrize(
    ("config", "code"),
    [
        ({"issuer": "https://elders.voorbeeld.nl"}, "andere_uitgever"),
        ({"issuer": None}, "andere_uitgever"),
        # Entra ID for whatever organisation: then anybody's administrator could vouch for our people.
        ({"issuer": "https://login.microsoftonline.com/{tenantid}/v2.0"}, "andere_uitgever"),
        ({"token_endpoint": "http://elders.voorbeeld.nl/token"}, "geen_adressen"),
        ({"authorization_endpoint": "javascript:alert(1)"}, "geen_adressen"),
        ({"jwks_uri": None}, "geen_adressen"),
        ({"jwks_uri": "file:///etc/passwd"}, "geen_adressen"),
    ],
)
def test_een_ander_die_zich_voordoet_als_de_aanbieder(
    client: Client, linde: OpenIdServer, caplog, config: dict, code: str
) -> None:
    linde.config = config
    assert client.post(START).url == LOGIN
    assert _zegt(client, STORING)
    assert f"oidc linde: {code}" in caplog.text


@pytest.mark.parametrize(
    ("gedrag", "code"),
    [
        (antwoord(b"<html>Anna Geheim</html>", soort="text/html"), "geen_json"),
        (antwoord(["Anna Geheim"]), "geen_json"),
        (antwoord(b"[" * 100_000), "geen_json"),
        (antwoord({}, "302 Elders", Location="https://elders.voorbeeld.nl/"), "status_302"),
        (antwoord({}, "404 Weg"), "status_404"),
        (antwoord({}, "500 Stuk"), "status_500"),
        (stroom, "te_groot"),
        (zwijg, "te_laat"),
        (druppel(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n"), "te_laat"),
    ],
)
def test_een_aanbieder_die_stuk_of_traag_is(
    client: Client, wereld: Wereld, sluit_aanbieder_aan, settings, caplog, gedrag: Any, code: str
) -> None:
    settings.OIDC_SECONDEN = 1.0
    with gateway(gedrag) as stuk:
        sluit_aanbieder_aan(stuk.url.removesuffix("/brp/personen"), 1)
        begin = time.monotonic()
        response = client.post(f"{START}?next=/heemstede/zaken/")
        assert time.monotonic() - begin < 3
    assert response.url == f"{LOGIN}?next=%2Fheemstede%2Fzaken%2F"
    assert _zegt(client, STORING)
    assert f"oidc linde: {code}" in caplog.text
    assert "Geheim" not in caplog.text


def test_een_aanbieder_die_er_niet_is_en_het_wachtwoord_ernaast(
    client: Client, wereld: Wereld, sluit_aanbieder_aan
) -> None:
    sluit_aanbieder_aan("http://127.0.0.1:1", 1)
    client.post(START)
    assert _zegt(client, STORING)
    client.post(LOGIN, {"login": "anna@voorbeeld.nl", "password": WACHTWOORD})
    assert SESSION_KEY in client.session


@pytest.mark.parametrize(
    ("pad", "antwoord"),
    [
        ("/token", (500, b"Anna Geheim")),
        ("/token", (200, b"access_token=Geheim&id_token=x")),
        ("/token", (200, b'{"error": "invalid_grant"}')),
        ("/token", (200, b'{"access_token": "Geheim", "expires_in": "nooit"}')),
        ("/jwks", (404, b"weg")),
        ("/jwks", (200, b'{"keys": "geen"}')),
        ("/jwks", (200, b"null")),
        ("/.well-known/openid-configuration", (503, b"even niet")),
    ],
)
def test_een_aanbieder_die_halverwege_uitvalt(
    client: Client, linde: OpenIdServer, caplog, pad: str, antwoord: tuple[int, bytes]
) -> None:
    terug = bij_aanbieder(naar_aanbieder(client))
    linde.antwoorden[pad] = antwoord
    assert client.get(terug).url == LOGIN
    assert _zegt(client, STORING)
    assert "Geheim" not in caplog.text


@pytest.mark.parametrize("vraag", ["error=server_error", "error=access_denied%3Cscript%3E", "", "code"])
def test_een_fout_van_de_aanbieder_zelf(client: Client, linde: OpenIdServer, vraag: str, caplog) -> None:
    terug = bij_aanbieder(naar_aanbieder(client))
    pad, _, rest = terug.partition("?")
    assert client.get(f"{pad}?state={deel(terug, 'state')}&{vraag}").url == LOGIN
    assert _zegt(client, STORING)
    assert "script" not in caplog.text


def test_een_state_geldt_een_keer(client: Client, linde: OpenIdServer) -> None:
    terug = bij_aanbieder(naar_aanbieder(client))
    client.get(terug)
    client.post(reverse("account_logout"))
    client.get(terug)
    assert _zegt(client, VERLOPEN)


def test_een_code_geldt_een_keer(client: Client, linde: OpenIdServer) -> None:
    """Somebody overheard the code and brings it back with a state of his own."""
    gebruikt = bij_aanbieder(naar_aanbieder(client))
    client.get(gebruikt)
    dief = Client()
    eigen = bij_aanbieder(naar_aanbieder(dief))
    dief.get(eigen.replace(deel(eigen, "code"), deel(gebruikt, "code")))
    assert _zegt(dief, STORING)


def test_een_ongebruikte_code_van_een_ander_geeft_niets(client: Client, linde: OpenIdServer) -> None:
    """PKCE: the code of another browser goes with the verifier of that browser."""
    van_anna = bij_aanbieder(naar_aanbieder(client))
    dief = Client()
    eigen = bij_aanbieder(naar_aanbieder(dief))
    dief.get(eigen.replace(deel(eigen, "code"), deel(van_anna, "code")))
    assert _zegt(dief, STORING)


def test_de_terugweg_van_een_ander_geeft_niets(client: Client, linde: OpenIdServer) -> None:
    """A link that would sign whoever clicks it in as somebody else."""
    terug = bij_aanbieder(naar_aanbieder(client))
    slachtoffer = Client()
    slachtoffer.get(terug)
    assert _zegt(slachtoffer, VERLOPEN)


def test_een_state_verloopt(client: Client, linde: OpenIdServer, monkeypatch) -> None:
    terug = bij_aanbieder(naar_aanbieder(client))
    session = client.session
    ((naam, (state, moment, code)),) = session["socialaccount_states"].items()
    session["socialaccount_states"] = {naam: (state, moment - 601, code)}
    session.save()
    client.get(terug)
    assert _zegt(client, VERLOPEN)


def test_een_token_van_een_eerdere_keer_past_niet_bij_deze(client: Client, linde: OpenIdServer) -> None:
    """The nonce: a whole, valid token of anna's put into the thief's own sign-in."""
    gemaakt: list[str] = []
    linde.maak_token = lambda echt: gemaakt.append(teken(echt)) or gemaakt[0]
    log_in(client)
    assert SESSION_KEY in client.session
    dief = Client()
    log_in(dief)
    assert _zegt(dief, STORING)
    assert len(gemaakt) == 2


def test_de_knop_is_een_formulier_met_csrf(linde: OpenIdServer) -> None:
    streng = Client(enforce_csrf_checks=True)
    assert streng.post(START).status_code == 403
    assert streng.get(START).status_code == 405
    assert not linde.gevraagd


def test_wat_in_het_adres_staat_verandert_de_vraag_niet(client: Client, linde: OpenIdServer) -> None:
    """allauth's own page would take these from the address."""
    response = client.post(
        f"{START}?process=connect&scope=alles&auth_params=prompt%3Dnone&next=https://elders.example/"
    )
    vraag = response.context["adres"]
    assert "prompt" not in vraag
    assert "alles" not in vraag
    ((state, *_),) = client.session["socialaccount_states"].values()
    assert (state["process"], state.get("next")) == ("login", None)


def test_hoe_vaak_een_adres_begint_is_begrensd(linde: OpenIdServer, settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"login": "2/m/ip"}
    bezoeker = Client(REMOTE_ADDR=f"10.0.{time.time_ns() % 250}.{time.time_ns() // 250 % 250}")
    assert [bezoeker.post(START).status_code for _ in range(3)] == [200, 200, 429]


def test_een_geheim_met_vreemde_tekens_gaat_heel_over(client: Client, linde: OpenIdServer) -> None:
    """A provider that wants the secret in the header gets it encoded (RFC 6749, 2.3.1)."""
    linde.config = {"token_endpoint_auth_methods_supported": ["client_secret_basic"]}
    log_in(client)
    assert SESSION_KEY in client.session


@pytest.mark.parametrize("eerder_gekoppeld", [False, True])
def test_een_partij_neemt_niet_het_account_van_een_ander_over(
    client: Client, linde: OpenIdServer, wereld: Wereld, eerder_gekoppeld: bool
) -> None:
    """De Linde takes on the municipality's autorisatiebeheerder, and its own provider says to be her."""
    gerda = wereld.mensen["gerda"].account
    inrichting.neem_in_dienst(gerda, wereld.deelnames["linde"].partij, van=BEGIN)
    linde.persoon |= {"sub": "gerda", "email": gerda.email}
    if eerder_gekoppeld:
        SocialAccount.objects.create(user=gerda, provider=linde.url, uid="gerda")
    log_in(client)
    assert SESSION_KEY not in client.session
    assert SocialAccount.objects.count() == eerder_gekoppeld
