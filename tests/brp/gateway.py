"""A gateway on loopback that does what it is told: well, badly, slowly or not at all. Keeps what it was asked."""

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

Gedrag = Callable[[socket.socket], None]


@dataclass
class Gateway:
    """`gedrag` is done one after the other, the last again and again; `vragen` are (headers, body) as they came."""

    gedrag: list[Gedrag]
    url: str = ""
    vragen: list[tuple[dict[str, str], bytes]] = field(default_factory=list)

    def behandel(self, lijn: socket.socket) -> None:
        with lijn:
            try:
                self.vragen.append(_lees(lijn))
                self.gedrag[min(len(self.vragen), len(self.gedrag)) - 1](lijn)
            except OSError:
                return  # The client has gone, as it should.


@contextmanager
def gateway(*gedrag: Gedrag) -> Iterator[Gateway]:
    luister = socket.create_server(("127.0.0.1", 0))
    eigen = Gateway(list(gedrag), f"http://127.0.0.1:{luister.getsockname()[1]}/brp/personen")

    def neem_aan() -> None:
        while True:
            try:
                lijn, _ = luister.accept()
            except OSError:
                return
            threading.Thread(target=eigen.behandel, args=(lijn,), daemon=True).start()

    threading.Thread(target=neem_aan, daemon=True).start()
    try:
        yield eigen
    finally:
        luister.shutdown(socket.SHUT_RDWR)
        luister.close()


def _lees(lijn: socket.socket) -> tuple[dict[str, str], bytes]:
    gelezen = b""
    while b"\r\n\r\n" not in gelezen:
        gelezen += lijn.recv(65536)
    kop, lading = gelezen.split(b"\r\n\r\n", 1)
    koppen = {n.lower(): w for n, w in (r.split(": ", 1) for r in kop.decode().split("\r\n")[1:])}
    while len(lading) < int(koppen.get("content-length", 0)):
        lading += lijn.recv(65536)
    return koppen, lading


def antwoord(inhoud: Any, status: str = "200 OK", soort: str = "application/json", **koppen: str) -> Gedrag:
    lading = inhoud if isinstance(inhoud, bytes) else json.dumps(inhoud).encode()
    extra = "".join(f"{naam.replace('_', '-')}: {waarde}\r\n" for naam, waarde in koppen.items())
    kop = f"HTTP/1.1 {status}\r\nContent-Type: {soort}\r\nContent-Length: {len(lading)}\r\n{extra}\r\n"
    return lambda lijn: lijn.sendall(kop.encode() + lading)


def fout(status: int, code: Any) -> Gedrag:
    inhoud = {"status": status, "code": code, "title": "Fout", "detail": "Piet Geheim 999990019"}
    return antwoord(inhoud, f"{status} Fout", "application/problem+json")


def zwijg(lijn: socket.socket) -> None:
    lijn.recv(1)


def druppel(begin: bytes) -> Gedrag:
    """A byte every now and then, without end: never late for who counts per read."""

    def doe(lijn: socket.socket) -> None:
        lijn.sendall(begin)
        while True:
            time.sleep(0.05)
            lijn.sendall(b"a")

    return doe


def stroom(lijn: socket.socket) -> None:
    """A body that goes on for as long as it is read, 200 MB at most."""
    lijn.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")
    for _ in range(200):
        lijn.sendall(b" " * 1024 * 1024)
