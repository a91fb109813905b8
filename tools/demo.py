"""`make demo`: the whole application with invented people, until Ctrl-C.

Everything it starts it stops. The processes stand in the Procfile: besides web and worker a BRP of invented people, to
which the municipalities of the demo are connected, and a mail server that keeps all mail here. A guard ends it all when the demo itself is killed.
"""

import argparse
import fcntl
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil

from tools.local_env import DATA
from tools.services import services

ROOT = Path(__file__).resolve().parent.parent
READY_WITHIN = 60
HEALTHY_WITHIN = 30
GEMEENTEN = ("0397", "0392")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--since", type=float, default=time.time(), help="when `make demo` began")
    parser.add_argument("--guard", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    for end in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(end, lambda number, _: sys.exit(128 + number))
    if options.guard:
        return _clean_up_after(options.guard)
    try:
        with _only_one(), services() as environment:
            _stop_left_over()
            _check_port(options.port)
            brp_port = _free_port_after(options.port)
            with _guard():
                extra = _settings(options.port) | _brp(brp_port) | _post(_free_port_after(brp_port))
                _run(environment | extra, options.port, brp_port, options.since)
    except KeyboardInterrupt:
        print("\nDe demo is gestopt.")


def _settings(port: int) -> dict[str, str]:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
    return {
        "DJANGO_SETTINGS_MODULE": "convenant.settings.demo",
        "PUBLIEK_ADRES": f"http://127.0.0.1:{port}",
        "PATH": path,
        "PYTHONUNBUFFERED": "1",
        # Celery's word to who works as root, which a demo on one's own machine may.
        "PYTHONWARNINGS": "ignore:You're running the worker with superuser:UserWarning",
    }


def _brp(port: int) -> dict[str, str]:
    url = f"http://127.0.0.1:{port}/haalcentraal/api/brp/personen"
    gemeenten = {f"BRP_{gemeente}_URL": url for gemeente in GEMEENTEN}
    return {"BRP_PORT": str(port), "BRP_GEMEENTEN": ",".join(GEMEENTEN)} | gemeenten


def _post(port: int) -> dict[str, str]:
    """No mail leaves this machine: it lies in .data and stands on a page of the demo."""
    return {
        "POST_PORT": str(port),
        "POSTVAK": str(DATA / "post"),
        "EMAIL_URL": f"smtp://127.0.0.1:{port}",
    }


def _run(environment: dict[str, str], port: int, brp_port: int, since: float) -> None:
    def manage(*arguments: str) -> str:
        command = [sys.executable, "manage.py", *arguments]
        result = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
        if result.returncode:
            raise SystemExit(f"De demo kan niet starten: manage.py {arguments[0]} mislukte.\n{result.stdout}")
        return result.stdout

    # With a database elsewhere the roles may be somebody else's work.
    if "DATABASE_BEHEER_URL" in environment:
        manage("rollen", "--ontwikkeling")
    manage("migrate", "-v", "0")
    manage("groepen", "-v", "0")
    accounts = manage("demo")
    manage("collectstatic", "--noinput", "-v", "0")
    with _processes(environment, port) as honcho:
        for needed in (port, brp_port):
            _wait_until_ready(honcho, needed)
        _wait_until_healthy(port)
        print(f"\nConvenant staat klaar op http://127.0.0.1:{port}/ (na {time.time() - since:.0f} seconden).")
        print(f"\n{accounts}\nStoppen: Ctrl-C.", flush=True)
        if honcho.wait():
            raise SystemExit("De demo is gestopt, omdat een onderdeel stopte; zie hierboven.")


@contextmanager
def _only_one() -> Iterator[None]:
    DATA.mkdir(exist_ok=True)
    with open(DATA / "demo.lock", "w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise SystemExit(
                "De demo draait hier al. Stop die eerst, met Ctrl-C in zijn eigen venster."
            ) from None
        yield


@contextmanager
def _processes(environment: dict[str, str], port: int) -> Iterator[subprocess.Popen[bytes]]:
    """honcho with what stands in the Procfile. In a session of its own: Ctrl-C reaches only us, and we end them in order."""
    command = [sys.executable, "-m", "honcho", "--env", os.devnull, "start", "--port", str(port)]
    honcho = subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True)
    pid_file = DATA / "demo.pid"
    pid_file.write_text(str(honcho.pid))
    try:
        yield honcho
    finally:
        if honcho.poll() is None:
            _end(psutil.Process(honcho.pid))
        pid_file.unlink()


@contextmanager
def _guard() -> Iterator[None]:
    """A process beside us, for when we are killed."""
    command = [sys.executable, "-m", "tools.demo", "--guard", str(os.getpid())]
    guard = subprocess.Popen(command, cwd=ROOT, start_new_session=True)
    try:
        yield
    finally:
        guard.terminate()
        guard.wait()


def _clean_up_after(demo: int) -> None:
    with services():  # and so the last one to leave them
        with suppress(psutil.NoSuchProcess):
            psutil.Process(demo).wait()
        # Another demo that began meanwhile has cleaned up itself.
        with suppress(SystemExit), _only_one():
            _stop_left_over()


def _stop_left_over() -> None:
    """Ends the honcho of a demo that was killed, with what it started."""
    pid_file = DATA / "demo.pid"
    if not pid_file.exists():
        return
    process = int(pid_file.read_text())
    pid_file.unlink()
    try:
        left_over = psutil.Process(process)
        if "honcho" in left_over.cmdline():
            _end(left_over)
    except psutil.NoSuchProcess:
        return


def _end(honcho: psutil.Process) -> None:
    """Asks honcho to end what it started; ends it all ourselves if it cannot, as when its terminal has gone."""
    everything = [*honcho.children(recursive=True), honcho]
    honcho.terminate()
    _, alive = psutil.wait_procs(everything, timeout=15)
    for process in alive:
        with suppress(psutil.NoSuchProcess):
            process.kill()
    psutil.wait_procs(alive, timeout=5)


def _check_port(port: int) -> None:
    if not _free(port):
        raise SystemExit(f"Poort {port} is bezet. Kies een andere: make demo PORT={_free_port_after(port)}")


def _free_port_after(port: int) -> int:
    return next(candidate for candidate in range(port + 1, 65536) if _free(candidate))


def _free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


def _wait_until_ready(honcho: subprocess.Popen[bytes], port: int) -> None:
    for _ in range(READY_WITHIN * 5):
        if honcho.poll() is not None:
            break
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=READY_WITHIN)
            return
        except urllib.error.HTTPError:
            return  # an answer, even if it is not a page
        except OSError:
            time.sleep(0.2)
    raise SystemExit("De demo start niet; zie hierboven.")


def _wait_until_healthy(port: int) -> None:
    """Until the terms of its invented past are worked through, so that the first page does not say that it lags behind.
    Whoever has to wait too long sees just that."""
    for _ in range(HEALTHY_WITHIN):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/gezondheid/", timeout=READY_WITHIN)
            return
        except urllib.error.HTTPError:
            time.sleep(1)


if __name__ == "__main__":
    main()
