"""The production server of the Procfile, on a port of its own."""

import http.client
import shlex
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from tools.postgres import free_port

ROOT = Path(__file__).resolve().parents[2]
READY_WITHIN = 60


@dataclass(frozen=True)
class Server:
    port: int
    process: subprocess.Popen[bytes]

    def workers(self) -> Sequence[psutil.Process]:
        return psutil.Process(self.process.pid).children()

    def peak_memory(self) -> int:
        """The most that one worker has had in memory so far, in bytes."""
        return max(_high_water_mark(worker.pid) for worker in self.workers())


@contextmanager
def server() -> Iterator[Server]:
    """The line `web` of the Procfile, until the block ends. Raises SystemExit when it does not answer."""
    port = free_port()
    line = next(line for line in (ROOT / "Procfile").read_text().splitlines() if line.startswith("web: "))
    program, *arguments = shlex.split(line.removeprefix("web: ").replace("$PORT", str(port)))
    command = [str(Path(sys.executable).parent / program), *arguments]
    process = subprocess.Popen(command, cwd=ROOT)
    try:
        _wait_until_ready(process, port)
        yield Server(port, process)
    finally:
        process.terminate()
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:  # a request that does not end
            process.kill()


def _wait_until_ready(process: subprocess.Popen[bytes], port: int) -> None:
    for _ in range(READY_WITHIN * 10):
        if process.poll() is not None:
            break
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=READY_WITHIN)
        try:
            connection.request("GET", "/", headers={"Host": "localhost"})
            connection.getresponse()
            return
        except OSError:
            time.sleep(0.1)
        finally:
            connection.close()
    raise SystemExit("De webserver start niet; zie hierboven.")


def _high_water_mark(pid: int) -> int:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    kilobytes = next(line.split()[1] for line in lines if line.startswith("VmHWM:"))
    return int(kilobytes) * 1024
