"""manage.py brp_simulator, started as a person would, asked by the client."""

import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from brpinzage import demo_personen
from brpinzage.simulator.bron import Bron
from convenant.brp import BrpClient
from convenant.brp.adres import maak_adres
from convenant.brp.koppeling import Koppeling
from tests.brp.conftest import draai

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


def test_the_people_of_the_demo_answer_as_in_the_extract_of_the_demo() -> None:
    """Who is hidden, who died and whose address is in onderzoek among them, by BAG id and by postcode."""
    in_uittreksel = demo_personen.ingeschrevenen()
    bijzonder = set()
    with draai(Bron(demo_personen.personen())) as url:
        client = BrpClient(Koppeling("0397", url))
        for adres in demo_personen.adressen("linde")[:30]:
            verwacht = sorted(
                rij.naam for rij in in_uittreksel if rij.adres.sleutel == adres.sleutel and rij.naam
            )
            for gezocht in (adres, replace(adres, bag_id="")):
                mensen = client.zoek_op_adres(
                    gezocht, velden=["naam.volledigeNaam", "adressering.adresregel1"]
                ).personen
                openbaar = sorted(mens.volledige_naam for mens in mensen if not mens.geheimhouding)
                assert openbaar == verwacht, adres.regel
            bijzonder |= {"geheim" for mens in mensen if mens.geheimhouding}
            bijzonder |= {"onderzoek" for mens in mensen if mens.in_onderzoek}
    assert bijzonder == {"geheim", "onderzoek"}
    assert any("opschortingBijhouding" in mens for mens in demo_personen.personen())


def test_the_people_of_the_demo_are_there_in_the_demo_only(settings) -> None:
    settings.DEMO = False
    with pytest.raises(CommandError, match="alleen waar de instelling DEMO aanstaat"):
        call_command("brp_simulator", "--demo", "--port", "0")
