"""Every field list and every clock of the clauses stands in `manage.py beleid --json`, and no other field list does.

Compared with docs/eisen, and with ../shared/catalogus where that is present: the catalogue the project began with.
A comparison proves no clause; the decision tables do.
"""

import json
from functools import cache
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from tools import catalogus

pytestmark = pytest.mark.vergelijking

EERSTE = catalogus.WORTEL.parent / "shared" / "catalogus"
MAPPEN = [
    pytest.param(catalogus.MAP, id="docs"),
    pytest.param(
        EERSTE,
        id="shared",
        marks=pytest.mark.skipif(
            not EERSTE.is_dir(), reason="../shared/catalogus is not here; docs/eisen is the master"
        ),
    ),
]


@cache
def beleid() -> dict[str, dict]:
    """The JSON by code."""
    uit = StringIO()
    call_command("beleid", "--json", stdout=uit)
    return {convenant["code"]: convenant for convenant in json.loads(uit.getvalue())["convenanten"]}


def eisen(folder: Path, code: str, sleutel: str):
    return [eis for eis in catalogus.lees(code, folder) if sleutel in eis.rij]


def met_eis(code: str, deel: str, eis: str) -> list[dict]:
    return [rij for rij in beleid()[code][deel] if rij["eis"] == eis]


def test_every_convenant_has_a_policy():
    # A test of this process may have declared an invented one (tests/proef.py).
    assert set(beleid()) - {"proef", "klokproef"} == set(catalogus.CONVENANTEN)


@pytest.mark.parametrize("folder", MAPPEN)
@pytest.mark.parametrize("code", catalogus.CONVENANTEN)
def test_every_field_list_is_a_set(code, folder):
    def staat_er(eis):
        return heeft_set(code, eis.id, eis.rij, mag_optioneler=folder == EERSTE)

    ontbreekt = [eis.id for eis in eisen(folder, code, "velden") if not staat_er(eis)]
    assert ontbreekt == []


def heeft_set(code: str, eis: str, rij: dict, mag_optioneler: bool) -> bool:
    """An empty list means that the annex is missing: the convenant's setting selects, and blocks while empty.

    `mag_optioneler`: more fields may be optional (not every house has a letter), never fewer.
    """
    sets = met_eis(code, "gegevenssets", eis)
    if not rij["velden"]:
        blokkeert = {
            i["naam"]: i["blokkeert"] for i in beleid()[code]["instellingen"] if i["standaard"] is None
        }
        return any(s["velden_uit"] and blokkeert.get(s["velden_uit"]) == s["naam"] for s in sets)
    optioneel = set(rij.get("optioneel", []))
    return any(
        s["velden"] == rij["velden"]
        and (set(s["optioneel"]) == optioneel or (mag_optioneler and set(s["optioneel"]) > optioneel))
        for s in sets
    )


@pytest.mark.parametrize("code", catalogus.CONVENANTEN)
def test_every_set_is_a_field_list(code):
    """Nothing goes over that no clause lists."""
    lijsten = {eis.id: eis.rij["velden"] for eis in eisen(catalogus.MAP, code, "velden")}
    buiten = {
        (s["eis"], s["naam"]) for s in beleid()[code]["gegevenssets"] if lijsten.get(s["eis"]) != s["velden"]
    }
    assert buiten == set()


@pytest.mark.parametrize("folder", MAPPEN)
@pytest.mark.parametrize("code", catalogus.CONVENANTEN)
def test_values_and_receivers_who_never_see_a_field(code, folder):
    for eis in eisen(folder, code, "velden"):
        for gegevensset in met_eis(code, "gegevenssets", eis.id):
            if isinstance(waarden := eis.rij.get("waarden"), dict):
                assert {w["veld"]: w["waarden"] for w in gegevensset["waarden"]} == waarden, eis.id
            for soort, velden in eis.rij.get("niet_naar", {}).items():
                dicht = {v for g in gegevensset["grenzen"] if soort in g["niet_aan"] for v in g["velden"]}
                assert set(velden) <= dicht, eis.id


@pytest.mark.parametrize("folder", MAPPEN)
@pytest.mark.parametrize("code", catalogus.CONVENANTEN)
def test_every_clock_is_a_termijn(code, folder):
    ontbreekt = [eis.id for eis in eisen(folder, code, "termijn") if not heeft_termijn(code, eis.id, eis.rij)]
    assert ontbreekt == []


def heeft_termijn(code: str, eis: str, rij: dict) -> bool:
    klok = rij["termijn"]
    verwacht = (klok["duur"], klok["eenheid"], klok["vanaf"], klok["actie"], klok.get("richting", "binnen"))
    drempel = rij.get("drempel")
    return any(
        (t["duur"], t["eenheid"], t["na"], t["actie"], t["richting"]) == verwacht
        and t["bron"] == klok.get("bron", "")
        and t["drempel"] == (drempel and [drempel["bedrag"], drempel["eenheid"]])
        for t in met_eis(code, "termijnen", eis)
    )
