"""manage.py brp_simulator, started as a person would, asked by the client."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from brpinzage.adres import maak_adres
from brpinzage.brp import BrpClient
from brpinzage.brp.koppeling import Koppeling

WORTEL = Path(__file__).resolve().parents[2]
ANNA = {
    "burgerservicenummer": "999990019",
    "naam": {"voornamen": "Anna", "geslachtsnaam": "Proef"},
    "gemeenteVanInschrijving": {"code": "0397", "omschrijving": "Heemstede"},
    "verblijfplaats": {
        "straat": "Kerklaan",
        "huisnummer": "4",
        "postcode": "2100AA",
        "woonplaats": "Heemstede",
    },
}


def start(*args: str) -> "subprocess.Popen[str]":
    opdracht = [sys.executable, "manage.py", "brp_simulator", *args]
    return subprocess.Popen(opdracht, cwd=WORTEL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_it_answers_out_of_the_file(tmp_path: Path) -> None:
    data = tmp_path / "personen.json"
    data.write_text(json.dumps([ANNA]))
    with start("--data", str(data), "--port", "0") as proces:
        try:
            assert proces.stdout
            gemeld = re.fullmatch(r"1 personen op (http://127\.0\.0\.1:\d+/\S+)\n", proces.stdout.readline())
            assert gemeld
            client = BrpClient(Koppeling("0397", gemeld[1]))
            (gevonden,) = client.zoek_op_adres(
                maak_adres("2100AA", "4"), velden=["naam.volledigeNaam"]
            ).personen
            assert (gevonden.volledige_naam, gevonden.adresregel1) == ("Anna Proef", "")
            elders = BrpClient(Koppeling("0392", gemeld[1]))
            assert elders.zoek_op_adres(maak_adres("2100AA", "4"), velden=["naam"]).personen == ()
        finally:
            proces.terminate()


@pytest.mark.parametrize("inhoud", ["geen json", "{}", '["Piet"]', "[{}]"])
def test_a_file_without_persons_is_refused_in_a_sentence(tmp_path: Path, inhoud: str) -> None:
    data = tmp_path / "personen.json"
    data.write_text(inhoud)
    with start("--data", str(data)) as proces:
        _, gezegd = proces.communicate(timeout=60)
    assert proces.returncode == 1
    assert "Het bestand kan niet worden gebruikt" in gezegd
    assert "Traceback" not in gezegd
