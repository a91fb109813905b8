"""ClamAV over its own protocol, on loopback: found, clean, broken, silent, not there."""

import socket
import socketserver
import struct
import threading
from collections.abc import Callable, Iterator

import pytest

from convenant.bijlagen.afgekeurd import Afgekeurd
from convenant.bijlagen.keuring import keur
from tests.bijlagen import bestanden as b

EICAR_PDF = b.maak_pdf() + b"\n%" + b.EICAR


class Clamd(socketserver.ThreadingTCPServer):
    """Speaks INSTREAM: reads the pieces, answers "found" when the test virus is among them."""

    allow_reuse_address, daemon_threads = True, True
    hoe = "gewoon"
    gescand: list[bytes]


class Gesprek(socketserver.StreamRequestHandler):
    server: Clamd

    def handle(self) -> None:
        if self.server.hoe == "hangt":
            self.server.klaar.wait(10)  # type: ignore[attr-defined]
            return
        assert self.rfile.readline() == b"nINSTREAM\n"
        delen = []
        while omvang := struct.unpack("!L", self.rfile.read(4))[0]:
            delen.append(self.rfile.read(omvang))
        inhoud = b"".join(delen)
        self.server.gescand.append(inhoud)
        gevonden = b"stream: Eicar-Test-Signature FOUND\n" if b.EICAR in inhoud else b"stream: OK\n"
        antwoorden = {
            "gewoon": gevonden,
            "fout": b"stream: lstat() failed ERROR\n",
            "te groot": b"INSTREAM size limit exceeded. ERROR\n",
            "onzin": b"<html>\n",
            "leeg": b"",
        }
        self.wfile.write(antwoorden[self.server.hoe])


@pytest.fixture
def clamd(settings) -> Iterator[Callable[[str], Clamd]]:
    with Clamd(("127.0.0.1", 0), Gesprek) as server:
        server.gescand = []
        server.klaar = threading.Event()  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        settings.CLAMAV_ADRES = f"127.0.0.1:{server.server_address[1]}"
        settings.CLAMAV_SECONDEN = 1

        def stel(hoe: str) -> Clamd:
            server.hoe = hoe
            return server

        yield stel
        server.klaar.set()  # type: ignore[attr-defined]
        server.shutdown()


def zin(inhoud: bytes = EICAR_PDF) -> str:
    with pytest.raises(Afgekeurd) as fout:
        keur(b.geladen("machtiging.pdf", inhoud))
    return str(fout.value)


@pytest.mark.parametrize("inhoud", [EICAR_PDF, b.EICAR])
def test_een_virus_komt_niet_binnen(clamd, inhoud, caplog):
    clamd("gewoon")
    assert "zit een virus" in zin(inhoud)
    assert "Eicar-Test-Signature" in caplog.text
    assert "machtiging" not in caplog.text


def test_schoon_komt_binnen_en_is_heel_gezien(clamd):
    groot = b.maak_pdf() + b"\n%" + bytes(3_000_000)
    for inhoud in (b.maak_pdf(), groot, b.maak_jpeg()):
        keur(b.geladen("machtiging.pdf", inhoud))
        assert clamd("gewoon").gescand[-1] == inhoud


@pytest.mark.parametrize("hoe", ["hangt", "fout", "te groot", "onzin", "leeg"])
def test_een_scanner_die_het_niet_doet_laat_niets_door(clamd, hoe):
    clamd(hoe)
    assert "nu niet op virussen controleren" in zin(b.maak_pdf())


def test_een_scanner_die_er_niet_is_laat_niets_door(settings):
    with socket.socket() as vrij:
        vrij.bind(("127.0.0.1", 0))
        settings.CLAMAV_ADRES = f"127.0.0.1:{vrij.getsockname()[1]}"
    assert "nu niet op virussen controleren" in zin(b.maak_pdf())


def test_zonder_scanner_telt_alleen_de_inhoud(settings):
    settings.CLAMAV_ADRES = ""
    assert keur(b.geladen("machtiging.pdf", EICAR_PDF)).bladzijden == 1
