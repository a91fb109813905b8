"""Questions to one gateway: with its headers and its key or token, asked again only where that helps."""

import json
import threading
import time
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

from convenant.lijn import Klok, Ruw, herhaal

from . import lijn
from .fouten import LATER, PER_STATUS, VAN_DE_BRP, KoppelingMislukt
from .koppeling import Koppeling

TE_VEEL = "tooManyResults"
# A token that ends this soon may have ended on arrival.
MARGE = 30


class TeVeel(Exception):
    """More people than the BRP gives at once. No fault: an outcome of its own."""


class Verbinding:
    """One municipality's gateway. Keeps a token in memory while it is valid, and nothing else."""

    def __init__(self, koppeling: Koppeling):
        self._koppeling = koppeling
        self._tls = koppeling.tls()
        self._slot = threading.Lock()
        self._token, self._token_tot = "", 0.0

    def stel(self, vraag: Mapping[str, Any], koppen: Mapping[str, str]) -> Any:
        """The answer as JSON. Raises TeVeel, or KoppelingMislukt for all that is no answer."""
        klok = Klok(self._koppeling.seconden)
        vast = {"Content-Type": "application/json", "Accept": "application/json"}
        lading = json.dumps(vraag).encode()
        ruw = self._herhaal(
            klok,
            lambda: lijn.vraag(
                self._koppeling.url, {**koppen, **vast, **self._toegang(klok)}, lading, self._tls, klok
            ),
        )
        if ruw.status == 200:
            return _json(ruw, "application/json")
        if ruw.status == 401:
            self._vergeet_token()
        code = _code(ruw)
        if code == TE_VEEL:
            raise TeVeel
        raise KoppelingMislukt(code, ruw.wacht)

    def _herhaal(self, klok: Klok, vraag: Callable[[], Ruw]) -> Ruw:
        """Again after 429, 500 and 503 only, each time after a longer pause, while there is time."""
        return herhaal(vraag, LATER, self._koppeling.pauze, klok)

    def _toegang(self, klok: Klok) -> dict[str, str]:
        koppeling = self._koppeling
        if koppeling.token_url:
            return {"Authorization": f"Bearer {self._geldig_token(klok)}"}
        return {koppeling.api_sleutel_kop: koppeling.api_sleutel} if koppeling.api_sleutel else {}

    def _geldig_token(self, klok: Klok) -> str:
        """OAuth2 client credentials. The token is never written anywhere."""
        with self._slot:
            if time.monotonic() >= self._token_tot:
                self._token, seconden = self._haal_token(klok)
                self._token_tot = time.monotonic() + max(seconden - MARGE, 0)
            return self._token

    def _haal_token(self, klok: Klok) -> tuple[str, float]:
        koppeling = self._koppeling
        formulier = {
            "grant_type": "client_credentials",
            "client_id": koppeling.client_id,
            "client_secret": koppeling.client_secret,
            **({"scope": koppeling.scope} if koppeling.scope else {}),
            **koppeling.token_velden,
        }
        koppen = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}
        lading = urlencode(formulier).encode()
        ruw = self._herhaal(klok, lambda: lijn.vraag(koppeling.token_url, koppen, lading, self._tls, klok))
        antwoord = _json(ruw, "application/json") if ruw.status == 200 else None
        token = antwoord.get("access_token") if isinstance(antwoord, dict) else None
        if not (isinstance(token, str) and token.isascii() and token.isprintable() and token):
            raise KoppelingMislukt(LATER.get(ruw.status, "geen_toegang"), ruw.wacht)
        duur = antwoord.get("expires_in", 0) if isinstance(antwoord, dict) else 0
        return token, duur if isinstance(duur, int) else 0

    def _vergeet_token(self) -> None:
        with self._slot:
            self._token_tot = 0.0


def _json(ruw: Ruw, *soorten: str) -> Any:
    if ruw.soort in soorten:
        try:
            return json.loads(ruw.inhoud)
        except (ValueError, RecursionError):
            pass  # The exception holds the whole text: it must not become a part of ours.
    raise KoppelingMislukt("geen_json")


def _code(ruw: Ruw) -> str:
    """One of the codes that we know; what else the gateway says is not repeated anywhere."""
    if 300 <= ruw.status < 400:
        return "omgeleid"
    try:
        fout = _json(ruw, "application/problem+json", "application/json")
    except KoppelingMislukt:
        fout = None
    code = fout.get("code") if isinstance(fout, dict) else None
    if code == TE_VEEL and ruw.status == 400:
        return TE_VEEL
    if isinstance(code, str) and code in VAN_DE_BRP and ruw.status in PER_STATUS:
        return code
    return PER_STATUS.get(ruw.status, "onbekend_antwoord")
