"""A hundred thousand rows of stock: loaded, and interrupted by a kill at row 60,000 (HEE-2.3)."""

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from django.db import connection

from tests.brpinzage.test_inlezen import BEZIT_KOP, bestand
from tests.brpinzage.test_laden_samen import (
    WORTEL,
    dood,
    omgeving,  # noqa: F401  (a fixture)
    wacht_tot_de_rest_weg_is,
    wacht_tot_er_een_wacht,
)

pytestmark = [pytest.mark.volledig, pytest.mark.eis("HEE-2.3")]
RIJEN = 100_000
LETTERS = "ABCDEFGHJK"


def rij(nummer: int) -> str:
    postcode = f"{1000 + nummer % 1000}{LETTERS[nummer // 1000 % 10]}{LETTERS[nummer // 10_000]}"
    return f"{postcode};{nummer % 997 + 1};;{nummer % 50};Laan {nummer % 100};Heemstede;;2020-06-01;"


def start(omgeving: dict[str, str], csv: Path) -> subprocess.Popen[bytes]:  # noqa: F811
    opdracht = [sys.executable, "manage.py", "bezit", f"--csv={csv}", "--convenant=heemstede"]
    return subprocess.Popen(
        [*opdracht, "--als=ina@voorbeeld.nl"],
        cwd=WORTEL,
        env=omgeving,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def aantal(als_eigenaar, tabel: str) -> int:
    with als_eigenaar(), connection.cursor() as cursor:
        cursor.execute(f"select count(*) from {tabel}")
        return cursor.fetchone()[0]


def test_gedood_bij_rij_zestigduizend_en_daarna_heel(omgeving, vaste_wereld, als_eigenaar, tmp_path):  # noqa: F811
    csv = tmp_path / "bezit.csv"
    csv.write_bytes(bestand(*(rij(nummer) for nummer in range(RIJEN)), kop=BEZIT_KOP))
    postcode, huisnummer, _, toevoeging, *_ = rij(60_000).split(";")
    deelname = vaste_wereld.deelnames["linde"]
    adres = urlsplit(os.environ["DATABASE_OWNER_URL"])._replace(path=f"/{connection.settings_dict['NAME']}")
    with psycopg.connect(adres.geturl()) as eigenaar:
        # Somebody is busy with the very row: who writes it waits here, with 60,000 rows behind him.
        eigenaar.execute(
            "insert into brpinzage_bezit (convenant_id, deelname_id, adres_sleutel, bag_id, straatnaam, huisnummer,"
            " huisletter, huisnummertoevoeging, postcode, woonplaats, van)"
            " values (%s, %s, %s, '', '', %s, '', '', %s, '', '2020-06-01')",
            [
                deelname.convenant_id,
                deelname.pk,
                f"{postcode}|{huisnummer}||{toevoeging}",
                huisnummer,
                postcode,
            ],
        )
        proces = start(omgeving, csv)
        wacht_tot_er_een_wacht()
        dood(proces)
        eigenaar.rollback()
    wacht_tot_de_rest_weg_is()
    assert aantal(als_eigenaar, "brpinzage_bezit") == 3
    assert aantal(als_eigenaar, "brpinzage_bezitvoorstelrij") == 0
    for _ in range(2):  # the second time against a stock of a hundred thousand that the planner knows of
        opnieuw = start(omgeving, csv)
        uitvoer, _ = opnieuw.communicate(timeout=300)
        assert opnieuw.returncode == 0, uitvoer
        assert b"Adressen bijgewerkt: 100000." in uitvoer
        assert aantal(als_eigenaar, "brpinzage_bezit") == RIJEN + 3
        assert aantal(als_eigenaar, "brpinzage_bezitvoorstelrij") == 0
        with als_eigenaar(), connection.cursor() as cursor:
            cursor.execute("analyze")
