"""What somebody meets on a fresh machine: clear sentences, and lock files that tell nothing of ours."""

import os
import re
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))


def test_an_old_python_is_told_so(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 10, 4))
    with pytest.raises(SystemExit, match=r"heeft Python 3\.11 of nieuwer nodig; dit is Python 3\.10"):
        runpy.run_path(str(ROOT / "tools" / "check_python.py"))


def test_without_pango_it_says_what_to_install(tmp_path):
    (tmp_path / "weasyprint.py").write_text("raise OSError('cannot load library libpango-1.0-0')")
    result = subprocess.run(
        [sys.executable, "-m", "tools.system"],
        cwd=ROOT,
        env={"PATH": "", "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    assert result.returncode == 1
    assert "Pango ontbreekt" in result.stderr
    assert "apt install libpango-1.0-0" in result.stderr


def test_services_elsewhere_are_left_alone(tmp_path):
    shutil.copytree(ROOT / "tools", tmp_path / "tools")
    elsewhere = {
        "DATABASE_URL": "postgresql://convenant_app@db.voorbeeld/convenant",
        "DATABASE_OWNER_URL": "postgresql://convenant_eigenaar@db.voorbeeld/convenant",
        "REDIS_URL": "redis://redis.voorbeeld/0",
    }
    shown = subprocess.check_output(
        [sys.executable, "-m", "tools.services", "run", "env"],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"]} | elsewhere,
        text=True,
    )
    assert {f"{name}={value}" for name, value in elsewhere.items()} <= set(shown.splitlines())
    assert not (tmp_path / ".data" / "postgres").exists()
    assert not (tmp_path / ".data" / "redis").exists()


def test_an_own_database_needs_the_owners_address_too():
    result = subprocess.run(
        [sys.executable, "-m", "tools.services", "run", "true"],
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "REDIS_URL": "redis://ergens/0",
            "DATABASE_URL": "postgresql://x@db/y",
        },
        capture_output=True,
        text=True,
    )
    assert result.returncode == 1
    assert "hoort ook DATABASE_OWNER_URL" in result.stderr


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_a_lock_file_has_hashes_and_no_addresses(lock):
    text = lock.read_text()
    assert not re.search(r"https?:|file:|--index|--find-links|/\w+/\w+/", text)
    packages = re.findall(r"^\S+==\S+.*\\$", text, re.MULTILINE)
    assert packages
    assert len(packages) == len(re.findall(r"^[\w.-]+ ?@?=*", text, re.MULTILINE))
    assert text.count("--hash=sha256:") >= len(packages)


def test_the_integration_server_runs_what_everybody_runs():
    commands = [
        line for line in (ROOT / ".ci" / "run").read_text().splitlines() if line and not line.startswith("#")
    ]
    assert commands == ["set -eu", 'cd "$(dirname "$0")/.."', "exec make test"]
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
