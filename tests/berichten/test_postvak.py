"""The demo's own mail server, as the Procfile starts it, and the page that shows what it got."""

import os
import shlex
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from string import Template

import pytest
from django.test import override_settings

from convenant.poort import post
from tools.postgres import free_port

from .conftest import ONDERWERP, PAD, schrijf

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def postvak(tmp_path: Path) -> Iterator[Path]:
    """The mail server of the Procfile, on a port and in a folder of its own."""
    port, folder = free_port(), tmp_path / "post"
    (regel,) = (regel for regel in (ROOT / "Procfile").read_text().splitlines() if regel.startswith("post:"))
    opdracht = Template(regel.removeprefix("post:")).substitute(POST_PORT=port, POSTVAK=folder)
    pad = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    with subprocess.Popen(shlex.split(opdracht), env={"PATH": pad}) as server:
        try:
            _wacht_op(port)
            with override_settings(
                EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend",
                EMAIL_HOST="127.0.0.1",
                EMAIL_PORT=port,
                POSTVAK=folder,
                PUBLIEK_ADRES="http://127.0.0.1:8000",
            ):
                yield folder
        finally:
            server.terminate()


def _wacht_op(port: int) -> None:
    tot = time.monotonic() + 20
    while True:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                return
        except OSError:
            assert time.monotonic() < tot, "the mail server does not start"
            time.sleep(0.1)


def test_wat_verstuurd_is_staat_op_de_pagina(wereld, postvak, klant):
    niemand = klant("")
    assert "Er is nog geen mail." in niemand.get("/demo/post/").content.decode()
    schrijf(wereld)
    assert post.verstuur() == 2
    pagina = niemand.get("/demo/post/").content.decode()
    assert pagina.count(ONDERWERP) == 2
    assert f'href="http://127.0.0.1:8000{PAD}?bericht=' in pagina
    assert "Aan anna@voorbeeld.nl, 23 november 2026, 10:30" in pagina


def test_zonder_postvak_is_de_pagina_leeg(klant):
    assert "Er is nog geen mail." in klant("").get("/demo/post/").content.decode()
