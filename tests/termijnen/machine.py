"""The machine of the clocks as it runs in production, in processes that can really be killed: a Redis, two beats, two
workers of two processes each."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

import psutil
import redis
from django.db import connection

from tools.postgres import free_port
from tools.redis_server import _program

WORTEL = Path(__file__).resolve().parents[2]
DELEN = ("werker-1", "werker-2", "beat-1", "beat-2")


class Machine:
    """`dood` kills something, and starts again what nobody else does."""

    def __init__(self, kaart: Path, per_keer: int):
        self._kaart, self._poort = kaart, free_port()
        adres = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}")
        omgeving = os.environ | {
            "DJANGO_SETTINGS_MODULE": "convenant.settings.demo",
            "DATABASE_URL": adres.geturl(),
            "REDIS_URL": f"redis://127.0.0.1:{self._poort}/0",
            "KLOK_BESTAND": str(kaart / "klok"),
            "PROEF_MAP": str(kaart),
            "PROEF_PER_KEER": str(per_keer),
        }
        self._redis = self._start_redis()
        self._moeder = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-m", "tests.termijnen.werker"],
            cwd=WORTEL,
            env=omgeving,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._delen = {naam: self._start(naam) for naam in DELEN}

    def dood(self, kans: Random) -> str:
        """Kill one thing without a word: mostly a process in the middle of a portion. Gives what it was."""
        self.herstel()
        worp = kans.random()
        if worp < 0.7 and (kind := self._kind(kans)):
            with suppress(psutil.NoSuchProcess):
                kind.kill()
                return "kind"
        if worp < 0.8:
            self.herstart_redis()
            return "redis"
        naam = kans.choice(DELEN)
        with suppress(ProcessLookupError):
            os.killpg(self._delen[naam], signal.SIGKILL)
        self._delen[naam] = self._start(naam)
        return naam.partition("-")[0]

    def herstel(self) -> None:
        """As whoever keeps the containers up: a worker of which the processes die while it starts, ends itself."""
        for naam, deel in self._delen.items():
            if not psutil.pid_exists(deel):
                self._delen[naam] = self._start(naam)

    def herstart_redis(self) -> None:
        """What was in it is gone."""
        self._redis.kill()
        self._redis.wait()
        self._redis = self._start_redis()

    def geschreven(self) -> str:
        return "\n".join(pad.read_text()[-2000:] for pad in self._kaart.glob("*.txt"))

    def stop(self) -> None:
        self._moeder.communicate()  # closes its input: that ends all of them
        self._redis.kill()
        self._redis.wait()

    def _kind(self, kans: Random) -> psutil.Process | None:
        """One of the processes that do the work; None while none has started."""
        kinderen = []
        for naam, deel in self._delen.items():
            if naam.startswith("werker"):
                with suppress(psutil.NoSuchProcess):
                    kinderen += psutil.Process(deel).children()
        return kans.choice(kinderen) if kinderen else None

    def _start(self, naam: str) -> int:
        assert self._moeder.stdin
        assert self._moeder.stdout
        print(naam, file=self._moeder.stdin, flush=True)
        return int(self._moeder.stdout.readline())

    def _start_redis(self) -> subprocess.Popen[bytes]:
        opdracht = [_program(), "--bind", "127.0.0.1", "--port", str(self._poort), "--save", ""]
        proces = subprocess.Popen(opdracht, cwd=self._kaart, stdout=subprocess.DEVNULL)
        lijn = redis.Redis(port=self._poort)
        for _ in range(100):
            try:
                lijn.ping()
                break
            except redis.ConnectionError:
                time.sleep(0.05)
        lijn.close()
        return proces


@contextmanager
def machine(kaart: Path, per_keer: int) -> Iterator[Machine]:
    gestart = Machine(kaart, per_keer)
    try:
        yield gestart
    finally:
        gestart.stop()
