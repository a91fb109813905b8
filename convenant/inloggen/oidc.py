"""OpenID Connect with what allauth leaves out (docs/adr/0031-oidc.md): the nonce, the signature, one deadline for all
questions to the provider together, and an answer that is rubbish is an error with a code instead of an exception."""

import base64
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any
from urllib.parse import quote_plus, urlencode

import jwt
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare

from convenant.lijn import GeenAntwoord, Klok, is_beschermd, vraag

# Claims that lead to an account: each holds the e-mail address of that account.
ADRES_CLAIMS = ("email", "preferred_username", "upn")
# A number that leads to nobody by itself: who is signed in here links it (eHerkenning).
ZELF = "sub"
# The length of a KvK number; the number of a party here is another one.
KVK = 8
ALGORITMEN = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
VERPLICHT = ("iss", "sub", "aud", "exp", "iat", "nonce")
# What two machines' clocks may differ, in seconds.
SPELING = 30
# What allauth's column for a `sub` holds.
SUB_LENGTE = 191
# How Entra ID names its authentication contexts; it wants to be asked for those in a way of its own.
ENTRA_CONTEXT = re.compile(r"c\d{1,2}")


class Verbinding(OpenIDConnectOAuth2Adapter):
    """The questions to one provider, during one request. Raises OAuth2Error with a code that says nothing of a person."""

    nonce = ""

    @cached_property
    def klok(self) -> Klok:
        return Klok(settings.OIDC_SECONDEN)

    @cached_property
    def openid_config(self) -> dict[str, Any]:
        """The discovery document. Only the issuer of the settings may speak for itself (OIDC Discovery 4.3)."""
        aanbieder = self.get_provider()
        config = self._json("GET", aanbieder.server_url)
        adressen = [config.get(f"{naam}_endpoint") for naam in ("authorization", "token")]
        if not all(
            isinstance(adres, str) and is_beschermd(adres) for adres in [*adressen, config.get("jwks_uri")]
        ):
            raise OAuth2Error("geen_adressen")
        uitgever = config.get("issuer")
        if not isinstance(uitgever, str) or uitgever.rstrip("/") != aanbieder.uitgever:
            raise OAuth2Error("andere_uitgever")
        return config

    def get_access_token_data(
        self, request: HttpRequest, app: Any, client: Any, pkce_code_verifier: str
    ) -> dict[str, Any]:
        """The id_token for the code. The other tokens of the answer are let go of here: nothing asks for them."""
        self.nonce = nonce_bij(pkce_code_verifier)
        velden = {
            "grant_type": "authorization_code",
            "code": request.GET["code"],
            "redirect_uri": client.callback_url,
            "code_verifier": pkce_code_verifier,
        }
        koppen = {"Content-Type": "application/x-www-form-urlencoded"}
        if self.basic_auth:
            paar = f"{quote_plus(app.client_id)}:{quote_plus(app.secret)}"
            koppen["Authorization"] = f"Basic {base64.b64encode(paar.encode()).decode()}"
        else:
            velden |= {"client_id": app.client_id, "client_secret": app.secret}
        antwoord = self._json("POST", self.access_token_url, koppen, urlencode(velden).encode())
        return {"access_token": "", "id_token": antwoord.get("id_token")}

    def complete_login(self, request: HttpRequest, app: Any, token: Any, **rest: Any) -> SocialLogin:
        sleutels = self._json("GET", self.openid_config["jwks_uri"])
        claims = lees_token(
            rest["response"]["id_token"],
            sleutels,
            uitgever=self.openid_config["issuer"],
            client_id=app.client_id,
            nonce=self.nonce,
        )
        return self.get_provider().sociallogin_from_response(request, {"id_token": claims})

    def _json(
        self, methode: str, url: str, koppen: Mapping[str, str] | None = None, lading: bytes = b""
    ) -> dict[str, Any]:
        try:
            ruw = vraag(
                methode, url, {"Accept": "application/json"} | dict(koppen or {}), self.klok, lading=lading
            )
        except GeenAntwoord as fout:
            raise OAuth2Error(fout.code) from None
        if ruw.status != 200:
            raise OAuth2Error(f"status_{ruw.status}")
        try:
            inhoud = json.loads(ruw.inhoud)
        except (ValueError, RecursionError):
            inhoud = None  # The exception holds the whole text: it must not become a part of ours.
        if not isinstance(inhoud, dict):
            raise OAuth2Error("geen_json")
        return inhoud


class Aanbieder(OpenIDConnectProvider):
    """One provider of the settings (SOCIALACCOUNT_PROVIDERS), which vouches for the people of one Partij."""

    oauth2_adapter_class = Verbinding

    @property
    def uitgever(self) -> str:
        return uitgever_van(self.app.settings["server_url"])

    @property
    def factor(self) -> Sequence[str]:
        """The values of acr, amr or acrs that count as a second factor here."""
        return self.app.settings["factor"]

    @property
    def gekoppeld_door_zelf(self) -> bool:
        """Whether nothing of what this provider says leads to an account, so that its owner links it."""
        return bool(self.app.settings["claim"] == ZELF)

    def get_auth_params(self) -> dict[str, str]:
        params = super().get_auth_params()
        if self.factor:
            params["acr_values"] = " ".join(self.factor)
        if contexten := [waarde for waarde in self.factor if ENTRA_CONTEXT.fullmatch(waarde)]:
            params["claims"] = json.dumps({"id_token": {"acrs": {"essential": True, "values": contexten}}})
        return params

    def get_pkce_params(self) -> dict[str, Any]:
        params = super().get_pkce_params()
        return params | {"nonce": nonce_bij(params["code_verifier"])}

    def sociallogin_from_response(self, request: HttpRequest, response: dict[str, Any]) -> SocialLogin:
        login = super().sociallogin_from_response(request, response)
        # A `sub` means somebody only together with its issuer: another URL under the same code is another provider.
        login.account.provider = self.uitgever
        login.claims = response["id_token"]
        return login

    def serialize(self) -> dict[str, str]:
        """How a sign-in that waits for our own code finds its provider again: by its code, which no other has."""
        return super().serialize() | {"id": self.app.provider_id}

    # Nothing of the person is taken over: who the account is, stands here already.
    def extract_extra_data(self, data: Any) -> dict[str, Any]:
        return {}

    def extract_common_fields(self, data: Any) -> dict[str, Any]:
        return {}

    def extract_email_addresses(self, data: Any) -> list[Any]:
        return []


def nonce_bij(verifier: str) -> str:
    """The nonce of one sign-in: only whose session holds the verifier of PKCE can tell it, and it tells nothing of it."""
    return hashlib.sha256(f"nonce:{verifier}".encode()).hexdigest()


def uitgever_van(url: str) -> str:
    return url.partition("/.well-known/")[0].rstrip("/")


def lees_token(
    token: Any, sleutels: Mapping[str, Any], *, uitgever: str, client_id: str, nonce: str
) -> dict[str, Any]:
    """The claims of an id_token that this provider signed for us, now, for this sign-in.

    Raises OAuth2Error with the name of what is wrong with it.
    """
    try:
        claims = jwt.decode(
            token,
            _sleutel(token, sleutels),
            algorithms=ALGORITMEN,
            issuer=uitgever,
            audience=client_id,
            leeway=SPELING,
            options={"require": list(VERPLICHT)},
        )
    except (jwt.PyJWTError, ValueError, OverflowError) as fout:
        raise OAuth2Error(type(fout).__name__) from None
    if claims.get("azp", client_id) != client_id or claims["aud"] not in (client_id, [client_id]):
        raise OAuth2Error("ook_voor_een_ander")
    if not isinstance(claims["nonce"], str) or not constant_time_compare(claims["nonce"], nonce):
        raise OAuth2Error("andere_nonce")
    if not 0 < len(claims["sub"]) <= SUB_LENGTE:
        raise OAuth2Error("sub")
    return claims


def _sleutel(token: Any, sleutels: Mapping[str, Any]) -> jwt.PyJWK:
    """The public key that the token names; it need name none where there is one only (OIDC Core 10.1)."""
    naam = jwt.get_unverified_header(token).get("kid")
    lijst = sleutels.get("keys")
    rijen = [rij for rij in lijst if isinstance(rij, dict)] if isinstance(lijst, list) else []
    passend = [
        sleutel
        for sleutel in jwt.PyJWKSet(rijen).keys
        if sleutel.algorithm_name in ALGORITMEN and naam in (None, sleutel.key_id)
    ]
    if len(passend) != 1:
        raise OAuth2Error("geen_sleutel")
    return passend[0]


def controleer() -> None:
    """Raises ImproperlyConfigured for a provider that others could read along with, or that proves nothing about anyone."""
    soort: Any = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]
    for app in soort["APPS"]:
        code, over = app["provider_id"], app["settings"]
        if not is_beschermd(over["server_url"]):
            raise ImproperlyConfigured(f"OIDC_{code.upper()}_URL is reached over https only.")
        if over["claim"] not in (*ADRES_CLAIMS, ZELF):
            raise ImproperlyConfigured(
                f"OIDC_{code.upper()}_CLAIM is one of {', '.join(ADRES_CLAIMS)}, {ZELF}."
            )
        if not over["partij"].isdecimal():
            raise ImproperlyConfigured(
                f"OIDC_{code.upper()}_PARTIJ is the number of a party, or its KvK number."
            )
        if over["organisatie"] and len(over["partij"]) != KVK:
            raise ImproperlyConfigured(
                f"OIDC_{code.upper()}_ORGANISATIE is compared with a KvK number: give one as PARTIJ."
            )
