"""One HTTP question within one deadline: nothing is followed, decoded, kept alive or read beyond a limit.

A connection per question: no answer of the one can be taken for the other's. httpcore counts its time per read, so that a
server which drips a byte now and then would never be late; here every read gets what is left of the whole.
"""

import logging
import ssl
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import httpcore

from .fouten import KoppelingMislukt

HOOGSTENS_BYTES = 512 * 1024

# On DEBUG it writes headers of answers, and a gateway may put anything in those.
logging.getLogger("httpcore").setLevel(logging.WARNING)


class Klok:
    """The seconds that are left of a question."""

    def __init__(self, seconden: float):
        self._einde = time.monotonic() + seconden

    @property
    def over(self) -> float:
        return self._einde - time.monotonic()

    def nog(self) -> float:
        """Raises httpcore.ReadTimeout when there are none left."""
        if (over := self.over) <= 0:
            raise httpcore.ReadTimeout()
        return over


@dataclass(frozen=True, repr=False)
class Ruw:
    """An answer as it came in."""

    status: int
    soort: str
    inhoud: bytes


def vraag(url: str, koppen: Mapping[str, str], lading: bytes, tls: ssl.SSLContext | None, klok: Klok) -> Ruw:
    """One POST. Raises KoppelingMislukt with a code for whatever did not come in whole and in time."""
    try:
        with httpcore.ConnectionPool(ssl_context=tls, network_backend=_Netwerk(klok)) as lijnen:
            aantal, stukken = 0, []
            with lijnen.stream("POST", url, headers=list(koppen.items()), content=lading) as antwoord:
                namen = {naam.lower(): waarde for naam, waarde in antwoord.headers}
                for stuk in antwoord.iter_stream():
                    aantal += len(stuk)
                    if aantal > HOOGSTENS_BYTES:
                        break
                    stukken.append(stuk)
    except httpcore.TimeoutException:
        code = "te_laat"
    except (httpcore.NetworkError, httpcore.ProtocolError, OSError):
        code = "geen_verbinding"
    else:
        if aantal > HOOGSTENS_BYTES:
            raise KoppelingMislukt("te_groot")
        if namen.get(b"content-encoding", b"identity") != b"identity":
            raise KoppelingMislukt("geen_json")
        soort = namen.get(b"content-type", b"").decode("latin-1").split(";")[0].strip().lower()
        return Ruw(antwoord.status, soort, b"".join(stukken))
    # Here and not above: what went wrong may quote the answer, and would hang on to this exception.
    raise KoppelingMislukt(code)


class _Netwerk(httpcore.NetworkBackend):
    def __init__(self, klok: Klok):
        self._klok = klok
        self._echt = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        stroom = self._echt.connect_tcp(host, port, self._klok.nog(), local_address, socket_options)
        return _Stroom(stroom, self._klok)


class _Stroom(httpcore.NetworkStream):
    def __init__(self, stroom: httpcore.NetworkStream, klok: Klok):
        self._stroom = stroom
        self._klok = klok

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stroom.read(max_bytes, self._klok.nog())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stroom.write(buffer, self._klok.nog())

    def close(self) -> None:
        self._stroom.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        stroom = self._stroom.start_tls(ssl_context, server_hostname, self._klok.nog())
        return _Stroom(stroom, self._klok)

    def get_extra_info(self, info: str) -> Any:
        return self._stroom.get_extra_info(info)
