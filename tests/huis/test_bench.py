"""`make bench` itself, with tiny numbers: every measurement gives a line, and nothing stays behind."""

import os
import subprocess
import sys
from pathlib import Path

import psycopg

ROOT = Path(__file__).resolve().parents[2]
DATABASE = "convenant_bench_proef"
TINY = f"--zaken 500 1000 --keer 4 --vooraf 1 --rijen 30 --convenanten 2 --database {DATABASE}".split()


def test_every_measurement_gives_a_line_and_the_database_goes() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tools.bench", *TINY],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert done.returncode == 0, done.stdout
    for page in ("werklijst", "dashboard", "zaak", "logboek", "raadpleging"):
        for party in ("groot", "klein"):
            for people in (1, 4):
                assert done.stdout.count(f"{page}, {party}, {people} tegelijk") == 2, done.stdout
    assert done.stdout.count("poort en logboek alleen") == 4
    for processes in (1, 2):
        assert done.stdout.count(f"{processes} proces(sen)") == 2
    for file in ("CSV, alles nieuw", "CSV, een op de 100 anders", "VERA, alles nieuw"):
        assert file in done.stdout
    with psycopg.connect(os.environ["DATABASE_OWNER_URL"], dbname="postgres") as owner:
        assert not owner.execute("select 1 from pg_database where datname = %s", [DATABASE]).fetchall()
