"""PostgreSQL and Redis for demo, tests and development, unless DATABASE_URL and REDIS_URL point elsewhere.

    python -m tools.services run COMMAND …   runs the command with the services up
    python -m tools.services up | down       keeps them up until `down`
    python -m tools.services destroy         stops them and throws their data away

Addresses and passwords stand in .data/env, which the settings for demo and tests read. Everybody who uses the
services holds a shared lock; the last one to leave stops them. A lock dies with its process, so a kill leaves at
most a running server, which the next one takes over.
"""

import fcntl
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from tools import local_env, postgres, redis_server
from tools.local_env import DATA

KEEP = DATA / "keep"


@contextmanager
def services() -> Iterator[dict[str, str]]:
    """The environment for a process that uses the services, which are up inside the block."""
    DATA.mkdir(exist_ok=True)
    with open(DATA / "users.lock", "w") as users:
        with _one_at_a_time():
            fcntl.flock(users, fcntl.LOCK_SH)
            environment = _start()
        try:
            yield environment
        finally:
            with _one_at_a_time():
                if not KEEP.exists() and _alone(users):
                    _stop()


def up() -> None:
    with services():
        KEEP.touch()


def down() -> None:
    """Stops the services, or raises SystemExit while somebody uses them: the last one then stops them."""
    KEEP.unlink(missing_ok=True)
    with _one_at_a_time(), open(DATA / "users.lock", "w") as users:
        if not _alone(users):
            raise SystemExit("De diensten zijn nog in gebruik; de laatste gebruiker stopt ze.")
        _stop()


def destroy() -> None:
    down()
    postgres.destroy(DATA)
    shutil.rmtree(DATA)


def run(command: list[str]) -> int:
    # A request to end must pass the `finally` above.
    for end in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(end, lambda number, _: sys.exit(128 + number))
    with services() as environment:
        return subprocess.run(command, env=environment).returncode


def _start() -> dict[str, str]:
    known = local_env.new_secrets() | local_env.read()
    if "DATABASE_URL" not in os.environ:
        known |= postgres.start(DATA, known)
    elif "DATABASE_OWNER_URL" not in os.environ:
        raise SystemExit(
            "Met een eigen DATABASE_URL hoort ook DATABASE_OWNER_URL: het adres van de eigenaar."
        )
    if "REDIS_URL" not in os.environ:
        known |= redis_server.start(DATA, known)
    local_env.write(known)
    return known | os.environ


def _stop() -> None:
    if "DATABASE_URL" not in os.environ:
        postgres.stop(DATA)
    if "REDIS_URL" not in os.environ:
        redis_server.stop(local_env.read())


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    DATA.mkdir(exist_ok=True)
    with open(DATA / "services.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _alone(users: IO[str]) -> bool:
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def main(arguments: list[str]) -> int:
    match arguments:
        case ["run", *command] if command:
            return run(command)
        case ["up"]:
            up()
        case ["down"]:
            down()
        case ["destroy"]:
            destroy()
        case _:
            raise SystemExit(__doc__)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
