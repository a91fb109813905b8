"""`make demo`, beside whatever else runs here: it answers, says what is in the way, and leaves nothing behind."""

import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

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


def test_it_starts_twice_and_leaves_nothing_behind(checkout):
    for _ in range(2):
        port = free_port()
        demo = _start(checkout, port)
        try:
            seen = _until_ready(demo)
            assert f"http://127.0.0.1:{port}/" in seen
            assert "@demo.voorbeeld.nl" in seen
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/demo/") as answer:
                assert answer.status == 200
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
