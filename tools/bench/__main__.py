"""`make bench`: how long list, case page, raadpleging and stock import take at 100,000 and 1,000,000 zaken.

    python -m tools.bench [--zaken 100000 1000000] [--keer 200] [--rijen 100000] [--bewaar]

A database of its own on the server of this checkout, filled by the owner; the production server on loopback with the settings
of production; ordinary users who sign in. Prints a table. What it makes it throws away, unless `--bewaar` keeps the
filled database for a look. The measuring itself stands in tools/bench/run.py.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from tools.local_env import DATA
from tools.services import services

ROOT = Path(__file__).resolve().parents[2]
# Of the Redis of this checkout: demo and tests use the first.
REDIS_DATABASE = "/9"


def main() -> int:
    parser = argparse.ArgumentParser(prog="make bench")
    parser.add_argument(
        "--zaken", type=int, nargs="+", default=[100_000, 1_000_000], help="aantallen, na elkaar"
    )
    parser.add_argument("--keer", type=int, default=200, help="hoe vaak elke bladzijde wordt gevraagd")
    parser.add_argument(
        "--vooraf", type=int, default=5, help="hoe vaak ieder haar eerst vraagt zonder dat het telt"
    )
    parser.add_argument(
        "--rijen", type=int, default=100_000, help="rijen in het bestand met bezit; 0 slaat het over"
    )
    parser.add_argument("--convenanten", type=int, default=50, help="met elk zes partijen")
    parser.add_argument("--database", default="convenant_bench", help="de naam van de database")
    parser.add_argument("--bewaar", action="store_true", help="de gevulde database laten staan")
    options = parser.parse_args()
    with services() as environment:
        if "DATABASE_BEHEER_URL" not in environment:
            raise SystemExit("DATABASE_BEHEER_URL ontbreekt: deze opdracht maakt een eigen database.")
        own = environment | _settings(environment, options.database)
        _drop(own, options.database)
        try:
            _prepare(own)
            amounts = [
                f"--{name}={vars(options)[name]}" for name in ("keer", "vooraf", "rijen", "convenanten")
            ]
            command = [sys.executable, "-m", "tools.bench.run", *amounts, *map(str, options.zaken)]
            return subprocess.run(command, cwd=ROOT, env=own).returncode
        finally:
            if not options.bewaar:
                _drop(own, options.database)


def _settings(environment: dict[str, str], database: str) -> dict[str, str]:
    other = {
        name: urlsplit(environment[name])._replace(path=f"/{database}").geturl()
        for name in ("DATABASE_URL", "DATABASE_OWNER_URL")
    }
    return other | {
        "REDIS_URL": urlsplit(environment["REDIS_URL"])._replace(path=REDIS_DATABASE).geturl(),
        "DJANGO_SETTINGS_MODULE": "tools.bench.settings",
        "ALLOWED_HOSTS": "localhost",
        "STATIC_ROOT": str(DATA / "bench" / "static"),
        "LOGBOEK_KOPPEN": str(DATA / "bench" / "koppen"),
        # A hundred thousand units of VERA are more than what a corporatie may send by default.
        "INLEZEN_MAX_BYTES": str(200 * 1024 * 1024),
    }


def _prepare(environment: dict[str, str]) -> None:
    for arguments in (
        ["rollen", "--ontwikkeling"],
        ["migrate", "-v", "0"],
        ["collectstatic", "--noinput", "-v", "0"],
    ):
        subprocess.run([sys.executable, "manage.py", *arguments], cwd=ROOT, env=environment, check=True)


def _drop(environment: dict[str, str], database: str) -> None:
    with psycopg.connect(environment["DATABASE_BEHEER_URL"], autocommit=True) as beheer:
        beheer.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(database)))


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.exit(main())
