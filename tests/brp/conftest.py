"""The simulator on loopback, over the published test persons or over invented ones."""

import http.client
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from wsgiref.simple_server import make_server

import pytest

from brpinzage.management.commands.brp_simulator import LOOPBACK, Server, Stil
from brpinzage.simulator.bron import Bron
from brpinzage.simulator.server import PAD, toepassing

from . import spec

Vraag = Callable[..., tuple[int, Any]]


@contextmanager
def draai(bron: Bron) -> Iterator[str]:
    """The simulator over these persons; gives the address to put questions to."""
    with make_server(LOOPBACK, 0, toepassing(bron), Server, Stil) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield f"http://{LOOPBACK}:{server.server_port}{PAD}"
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture(scope="session")
def gepubliceerd() -> list[dict[str, Any]]:
    """The published persons as the file has them."""
    if not spec.PERSONEN.exists():
        pytest.skip("the published test persons are not here (../shared/standaarden/brp-personen/testset)")
    personen: list[dict[str, Any]] = json.loads(spec.PERSONEN.read_bytes())
    return personen


@pytest.fixture(scope="session")
def simulator(gepubliceerd: list[dict[str, Any]]) -> Iterator[str]:
    with draai(Bron(gepubliceerd)) as adres:
        yield adres


@pytest.fixture
def vraag(simulator: str) -> Vraag:
    """Puts a question to the simulator, without our client: status and body."""
    return lambda **inhoud: stel(simulator, inhoud)


def stel(adres: str, inhoud: Any, methode: str = "POST", **koppen: str) -> tuple[int, Any]:
    host, pad = adres.removeprefix("http://").split("/", 1)
    verbinding = http.client.HTTPConnection(host, timeout=10)
    lading = inhoud if isinstance(inhoud, bytes) else json.dumps(inhoud).encode()
    verbinding.request(methode, f"/{pad}", lading, {"Content-Type": "application/json"} | koppen)
    antwoord = verbinding.getresponse()
    gelezen = json.loads(antwoord.read())
    verbinding.close()
    return antwoord.status, gelezen
