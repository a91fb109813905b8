"""The embedded services of a checkout: shared, stopped by the last one, and up again after a kill."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import psycopg
import pytest
import redis

from tools import local_env

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.endswith("_URL")}


class Checkout:
    """A second checkout, as far as the services are concerned, in a place that only its user can enter."""

    def __init__(self, directory: Path) -> None:
        shutil.copytree(ROOT / "tools", directory / "tools")
        self.directory = directory
        self.started: list[subprocess.Popen[str]] = []

    def start(self, *command: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "tools.services", *command],
            cwd=self.directory,
            env=ENVIRONMENT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.started.append(process)
        return process

    def run(self, *command: str) -> str:
        process = self.start(*command)
        output, _ = process.communicate(timeout=90)
        assert process.returncode == 0, output
        return output

    @property
    def env(self) -> dict[str, str]:
        lines = (self.directory / ".data" / "env").read_text().splitlines()
        return dict(line.split("=", 1) for line in lines)

    def postgres(self) -> psycopg.Connection:
        return psycopg.connect(self.env["DATABASE_BEHEER_URL"], autocommit=True)

    def answers(self) -> tuple[bool, bool]:
        try:
            self.postgres().close()
            postgres = True
        except psycopg.OperationalError:
            postgres = False
        try:
            return postgres, bool(redis.Redis.from_url(self.env["REDIS_URL"]).ping())
        except redis.ConnectionError:
            return postgres, False


@pytest.fixture
def checkout(tmp_path: Path) -> Iterator[Checkout]:
    checkout = Checkout(tmp_path / "checkout")
    yield checkout
    for process in checkout.started:
        process.kill()
        process.wait()
    checkout.run("destroy")


def _holder(checkout: Checkout) -> subprocess.Popen[str]:
    """Somebody who uses the services until told to stop."""
    holder = checkout.start("run", "sh", "-c", "echo ready; read line")
    assert holder.stdout
    assert holder.stdout.readline() == "ready\n"
    return holder


def _release(holder: subprocess.Popen[str]) -> None:
    holder.communicate("\n", timeout=60)


def test_the_last_user_stops_them(checkout):
    first, second = _holder(checkout), _holder(checkout)
    assert checkout.answers() == (True, True)
    _release(first)
    assert checkout.answers() == (True, True)
    _release(second)
    assert checkout.answers() == (False, False)


def test_up_keeps_them_until_down(checkout):
    checkout.run("up")
    checkout.run("run", "true")
    assert checkout.answers() == (True, True)
    checkout.run("down")
    assert checkout.answers() == (False, False)


def test_data_and_addresses_stay(checkout):
    checkout.run("up")
    before = checkout.env
    with checkout.postgres() as connection:
        connection.execute("CREATE TABLE blijft (id int)")
    checkout.run("down")
    checkout.run("up")
    assert checkout.env == before
    with checkout.postgres() as connection:
        connection.execute("SELECT * FROM blijft")


def test_after_a_kill_of_everything_it_starts_again(checkout):
    holder = _holder(checkout)
    with checkout.postgres() as connection:
        pid_file = Path(connection.execute("SHOW data_directory").fetchone()[0]) / "postmaster.pid"
        postmaster = int(pid_file.read_text().split("\n")[0])
    for process in [
        *psutil.Process(postmaster).children(),
        psutil.Process(postmaster),
        psutil.Process(holder.pid),
    ]:
        # The server ends its other processes when it sees one die.
        with suppress(psutil.NoSuchProcess):
            process.kill()
    redis.Redis.from_url(checkout.env["REDIS_URL"]).shutdown(nosave=True)
    holder.communicate()
    assert checkout.answers() == (False, False)
    checkout.run("up")
    assert checkout.answers() == (True, True)


def test_a_request_to_end_stops_them_too(checkout):
    holder = _holder(checkout)
    holder.terminate()
    holder.communicate("\n", timeout=60)
    assert checkout.answers() == (False, False)


def test_a_taken_port_is_no_problem(checkout):
    checkout.run("up")
    port = urlsplit(checkout.env["DATABASE_URL"]).port
    checkout.run("down")
    with socket.create_server(("127.0.0.1", port)):
        checkout.run("up")
    assert urlsplit(checkout.env["DATABASE_URL"]).port != port
    assert checkout.answers() == (True, True)


def test_passwords_are_for_the_user_alone(checkout):
    checkout.run("up")
    assert (checkout.directory / ".data" / "env").stat().st_mode & 0o077 == 0
    assert checkout.env["DATABASE_URL"] != local_env.read().get("DATABASE_URL")
    arguments = " ".join(
        " ".join(process.info["cmdline"] or ()) for process in psutil.process_iter(["cmdline"])
    )
    for name in ("DATABASE_URL", "DATABASE_BEHEER_URL", "REDIS_URL"):
        assert urlsplit(checkout.env[name]).password not in arguments
