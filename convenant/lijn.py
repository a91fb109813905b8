"""One HTTP question within one deadline: nothing is followed, decoded, kept alive or read beyond a limit.

A connection per question: no answer of the one can be taken for the other's. httpcore counts its time per read, so that a
server which drips a byte now and then would never be late; here every read gets what is left of the whole.
"""

import logging
import ssl
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import httpcore

HOOGSTENS_BYTES = 512 * 1024
HOOGSTENS_WACHTEN = 3600
POGINGEN = 3
LOOPBACK = ("127.0.0.1", "localhost", "::1")

# On DEBUG it writes headers of answers, and a server may put anything in those.
logging.getLogger("httpcore").setLevel(logging.WARNING)


class GeenAntwoord(Exception):
    """No answer that can be used. `code` says what went wrong, and nothing of question or answer."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code


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
    """An answer as it came in. `wacht`: how many seconds the server asks us to stay away (Retry-After)."""

    status: int
    soort: str
    inhoud: bytes
    wacht: int = 0


def is_beschermd(url: str) -> bool:
    """Whether nobody can read along: https, or a server on this machine."""
    deel = urlsplit(url)
    return deel.scheme == "https" or (deel.scheme == "http" and deel.hostname in LOOPBACK)


def vraag(
    methode: str,
    url: str,
    koppen: Mapping[str, str],
    klok: Klok,
    *,
    lading: bytes = b"",
    tls: ssl.SSLContext | None = None,
) -> Ruw:
    """One question. Raises GeenAntwoord (te_laat, geen_verbinding, te_groot, geen_json) when it did not come in whole
    and in time, or came in compressed."""
    try:
        with httpcore.ConnectionPool(ssl_context=tls, network_backend=_Netwerk(klok)) as lijnen:
            aantal, stukken = 0, []
            with lijnen.stream(methode, url, headers=list(koppen.items()), content=lading) as antwoord:
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
            raise GeenAntwoord("te_groot")
        if namen.get(b"content-encoding", b"identity") != b"identity":
            raise GeenAntwoord("geen_json")
        soort = namen.get(b"content-type", b"").decode("latin-1").split(";")[0].strip().lower()
        return Ruw(antwoord.status, soort, b"".join(stukken), _wacht(namen.get(b"retry-after", b"")))
    # Here and not above: what went wrong may quote the answer, and would hang on to this exception.
    raise GeenAntwoord(code)


def herhaal(stel: Callable[[], Ruw], statussen: Iterable[int], pauze: float, klok: Klok) -> Ruw:
    """Again after these statuses only, each time after a longer pause or the one asked for, while there is time."""
    for poging in range(POGINGEN):
        ruw = stel()
        wacht = max(pauze * 2**poging, ruw.wacht)
        if ruw.status not in statussen or poging == POGINGEN - 1 or klok.over <= wacht:
            break
        time.sleep(wacht)
    return ruw


def _wacht(kop: bytes) -> int:
    """Only the form in seconds: a date would be of the server's clock."""
    return min(int(kop), HOOGSTENS_WACHTEN) if kop.isdigit() and len(kop) < 10 else 0


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
