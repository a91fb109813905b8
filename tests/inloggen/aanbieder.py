"""An OpenID provider on loopback that keeps to the protocol, PKCE and all, until a test tells it to break it.

Who comes by is signed in there already: `/authorize` answers at once, with the claims of `persoon`.
"""

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit
from urllib.request import HTTPErrorProcessor, build_opener
from wsgiref.simple_server import make_server

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from brpinzage.management.commands.brp_simulator import LOOPBACK, Server, Stil

CLIENT_ID, GEHEIM = "convenant", "geheim/van niemand"
SLEUTEL, VALSE_SLEUTEL = (rsa.generate_private_key(public_exponent=65537, key_size=2048) for _ in range(2))
ANNA = {"sub": "anna-bij-linde", "email": "anna@voorbeeld.nl", "email_verified": True}


def jwk(sleutel: rsa.RSAPrivateKey = SLEUTEL, **anders: Any) -> dict[str, Any]:
    rij = jwt.algorithms.RSAAlgorithm.to_jwk(sleutel.public_key(), as_dict=True)
    return rij | {"kid": "1", "use": "sig", "alg": "RS256"} | anders


def teken(claims: dict[str, Any]) -> str:
    return jwt.encode(claims, SLEUTEL, "RS256", {"kid": "1"})


@dataclass
class OpenIdServer:
    """`persoon` are the claims of who signs in; `maak_token` turns all claims into an id_token; `config` and `sleutels` are
    added to what discovery and the keys say; `antwoorden` replaces whole answers by path. `gevraagd` keeps each request."""

    persoon: dict[str, Any] = field(default_factory=lambda: dict(ANNA))
    maak_token: Callable[[dict[str, Any]], Any] = teken
    config: dict[str, Any] = field(default_factory=dict)
    sleutels: list[Any] = field(default_factory=lambda: [jwk()])
    antwoorden: dict[str, tuple[int, bytes]] = field(default_factory=dict)
    gevraagd: list[dict[str, str]] = field(default_factory=list)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    url: str = ""

    @classmethod
    @contextmanager
    def draai(cls) -> Iterator[Self]:
        eigen = cls()
        with make_server(LOOPBACK, 0, eigen._beantwoord, Server, Stil) as server:
            eigen.url = f"http://{LOOPBACK}:{server.server_port}"
            thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
            thread.start()
            try:
                yield eigen
            finally:
                server.shutdown()
                thread.join()

    def _beantwoord(self, omgeving: dict[str, Any], begin: Callable[..., Any]) -> list[bytes]:
        pad = omgeving["PATH_INFO"]
        if pad == "/authorize":
            begin("302 Verder", [("Location", self._naar_terug(dict(parse_qsl(omgeving["QUERY_STRING"]))))])
            return [b""]
        status, lading = self.antwoorden.get(pad) or (200, b"")
        if not lading:
            lading = json.dumps(self._inhoud(pad, omgeving)).encode()
        begin(f"{status} Antwoord", [("Content-Type", "application/json")])
        return [lading]

    def _inhoud(self, pad: str, omgeving: dict[str, Any]) -> Any:
        if pad == "/.well-known/openid-configuration":
            adressen = {
                naam: f"{self.url}/{naam.partition('_')[0]}"
                for naam in ("jwks_uri", "token_endpoint", "userinfo_endpoint")
            }
            adressen["authorization_endpoint"] = f"{self.url}/authorize"
            return {"issuer": self.url} | adressen | self.config
        if pad == "/jwks":
            return {"keys": self.sleutels}
        gelezen = omgeving["wsgi.input"].read(int(omgeving["CONTENT_LENGTH"]))
        return self._wissel(dict(parse_qsl(gelezen.decode())), omgeving.get("HTTP_AUTHORIZATION", ""))

    def _naar_terug(self, vraag: dict[str, str]) -> str:
        assert vraag["client_id"] == CLIENT_ID
        assert vraag["response_type"] == "code"
        assert vraag["code_challenge_method"] == "S256"
        assert "openid" in vraag["scope"].split()
        self.gevraagd.append(vraag)
        code = secrets.token_urlsafe()
        self.codes[code] = vraag
        return f"{vraag['redirect_uri']}?{urlencode({'code': code, 'state': vraag['state']})}"

    def _wissel(self, velden: dict[str, str], kop: str) -> dict[str, Any]:
        """The tokens for a code, once, to who sent the browser here."""
        paar = base64.b64decode(kop.partition(" ")[2]).decode().split(":") if kop else ()
        bekend = (velden.get("client_id"), velden.get("client_secret")) == (CLIENT_ID, GEHEIM)
        vraag = self.codes.pop(velden["code"], None)
        bewijs = hashlib.sha256(velden["code_verifier"].encode()).digest()
        if (
            vraag is None
            or not (bekend or paar == [CLIENT_ID, "geheim%2Fvan+niemand"])
            or velden["redirect_uri"] != vraag["redirect_uri"]
            or base64.urlsafe_b64encode(bewijs).rstrip(b"=").decode() != vraag["code_challenge"]
        ):
            return {"error": "invalid_grant"}
        nu = int(time.time())
        claims = {"iss": self.url, "aud": CLIENT_ID, "iat": nu, "exp": nu + 300, "auth_time": nu}
        claims |= {"nonce": vraag["nonce"]} | self.persoon
        gevuld = {naam: waarde for naam, waarde in claims.items() if waarde is not None}
        return {"access_token": "toegang", "refresh_token": "ververs", "id_token": self.maak_token(gevuld)}


class _ZonderVolgen(HTTPErrorProcessor):
    def http_response(self, request: Any, response: Any) -> Any:
        return response

    https_response = http_response


def naar_aanbieder(client: Client, code: str = "linde", verder: str = "") -> str:
    """Press the button; the address that the page goes on to."""
    adres = reverse("openid_connect_login", args=[code]) + (
        f"?{urlencode({'next': verder})}" if verder else ""
    )
    return doorgestuurd(client.post(adres))


def doorgestuurd(response: HttpResponse) -> str:
    assert response.status_code == 200, response
    return response.context["adres"]


def bij_aanbieder(adres: str) -> str:
    """Be a browser there; the address it is sent back to, without our host."""
    response = build_opener(_ZonderVolgen).open(adres, timeout=5)
    terug = urlsplit(response.headers["Location"])
    return f"{terug.path}?{terug.query}"


def log_in(client: Client, code: str = "linde", verder: str = "") -> HttpResponse:
    """All of it: the button, the provider, back."""
    return client.get(bij_aanbieder(naar_aanbieder(client, code, verder)))


def deel(adres: str, naam: str) -> str:
    return parse_qs(urlsplit(adres).query)[naam][0]
