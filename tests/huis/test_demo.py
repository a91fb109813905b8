"""`make demo`, beside whatever else runs here: it answers, says what is in the way, and leaves nothing behind."""

import http.client
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import psutil
import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from tools.postgres import free_port

ROOT = Path(__file__).resolve().parents[2]
NOT_COPIED = shutil.ignore_patterns(
    ".venv", ".git", ".data", "node_modules", "tests", "docs", "__pycache__", ".*_cache"
)
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.endswith(("_URL", "_MODULE"))}


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the project, so that this demo has its own database."""
    directory = tmp_path_factory.mktemp("demo") / "convenant"
    shutil.copytree(ROOT, directory, ignore=NOT_COPIED)
    yield directory
    subprocess.run(
        [sys.executable, "-m", "tools.services", "destroy"], cwd=directory, env=ENVIRONMENT, check=True
    )


def _start(checkout: Path, port: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tools.demo", "--port", str(port)],
        cwd=checkout,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def _until_ready(demo: subprocess.Popen[str]) -> str:
    assert demo.stdout
    seen = ""
    for line in demo.stdout:
        seen += line
        if "Stoppen: Ctrl-C" in line:
            return seen
    raise AssertionError(seen)


def _processes_of(checkout: Path) -> dict[int, str]:
    """Number and command line of what runs from the copy; a zombie has no command line."""
    found = {}
    for process in psutil.process_iter(["cwd", "cmdline"]):
        line = " ".join(process.info["cmdline"] or ())
        if line and str(checkout) in f"{line} {process.info['cwd']}":
            found[process.pid] = line
    return found


def _watch_a_term_fall(page: Page, demo: str) -> None:
    """Nobody reports what Anna found. A week later she is told so, by the demo's own worker."""
    page.goto(f"{demo}/demo/")
    page.get_by_role("button", name="Word Anna de Graaf").click()
    page.goto(f"{demo}/heemstede/berichten/")
    verlopen = page.get_by_text("Een termijn is verlopen: zaak")
    expect(page.get_by_role("heading", name="Berichten")).to_be_visible()
    al_te_laat = verlopen.count()  # what she left lying before today
    page.get_by_role("button", name="1 week verder").click()
    expect(page.get_by_text("Het is nu")).to_be_visible()
    until = time.monotonic() + 60
    while verlopen.count() <= al_te_laat:
        assert time.monotonic() < until, page.inner_text("main")
        time.sleep(1)
        page.reload()


def _all_is_well(demo: str) -> None:
    """As a monitor sees it: the demo's own worker and beat have shown themselves."""
    until = time.monotonic() + 60
    while (said := _health(demo))["stand"] != "ok":
        assert time.monotonic() < until, said
        time.sleep(1)


def _health(demo: str) -> dict[str, object]:
    line = http.client.HTTPConnection(demo.removeprefix("http://"))
    line.request("GET", "/gezondheid/")
    return json.load(line.getresponse())


def _clock(demo: str) -> datetime:
    with urllib.request.urlopen(f"{demo}/demo/") as answer:
        found = re.search(r'class="app-klok__stand".*?datetime="([^"]+)"', answer.read().decode(), re.DOTALL)
    assert found
    return datetime.fromisoformat(found[1])


@pytest.mark.browser
@pytest.mark.eis("HEE-2.6")
def test_it_starts_twice_and_leaves_nothing_behind(checkout, page):
    for first in (True, False):
        port = free_port()
        demo = _start(checkout, port)
        try:
            seen = _until_ready(demo)
            assert f"http://127.0.0.1:{port}/" in seen
            assert "@demo.voorbeeld.nl" in seen
            ahead = _clock(f"http://127.0.0.1:{port}") - timezone.now()  # noqa: TID251 - the machine's own clock
            assert round(ahead / timedelta(days=7), 2) == (0 if first else 1)
            if first:
                _watch_a_term_fall(page, f"http://127.0.0.1:{port}")
                _all_is_well(f"http://127.0.0.1:{port}")
            again = _start(checkout, port + 1)
            assert "De demo draait hier al" in again.communicate(timeout=60)[0]
        finally:
            demo.send_signal(signal.SIGINT)
            rest, _ = demo.communicate(timeout=60)
        assert "De demo is gestopt." in rest
        assert _processes_of(checkout) == {}


def test_a_taken_port_is_named_with_a_free_one(checkout, live_server):
    port = live_server.thread.port
    said = _start(checkout, port).communicate(timeout=60)[0]
    assert f"Poort {port} is bezet. Kies een andere: make demo PORT=" in said


@pytest.mark.volledig
def test_a_killed_demo_leaves_nothing_behind(checkout):
    killed = _start(checkout, free_port())
    _until_ready(killed)
    assert any("brp_simulator" in line for line in _processes_of(checkout).values())
    killed.kill()
    killed.wait()
    until = time.monotonic() + 60
    while left := _processes_of(checkout):
        assert time.monotonic() < until, left
        time.sleep(0.5)
