"""The 339 worked cases of how the BRP writes to a person."""

import json
from typing import Any

import pytest

from brpinzage.simulator.persoon import beantwoord
from brpinzage.simulator.velden import PERSOON, selecteer
from convenant.tijd import vandaag

from . import spec

# Rows that were taken from a table of explanation under the examples; not cases, by the places they have in the file.
GEEN_GEVAL = {126, 127, 128, 129, 130, 131, 184, 187, 188, 189, 190}
GEVALLEN = json.loads(spec.NAAMGEBRUIK.read_bytes()) if spec.NAAMGEBRUIK.exists() else []
NAMEN = {
    "voornamen (02.10)": "voornamen",
    "voorvoegsel (02.30)": "voorvoegsel",
    "geslachtsnaam (02.40)": "geslachtsnaam",
}
CODES = {
    "adellijke titel of predicaat (02.20)": "adellijkeTitelPredicaat",
    "aanduiding naamgebruik (61.10)": "aanduidingNaamgebruik",
}


def _naam(rij: dict[str, str]) -> dict[str, Any]:
    return {NAMEN[n]: rij[n] for n in NAMEN if rij.get(n)} | {
        CODES[n]: {"code": rij[n]} for n in CODES if rij.get(n)
    }


def _partner(rij: dict[str, str]) -> dict[str, Any]:
    partner: dict[str, Any] = {"naam": _naam(rij)}
    for element, groep in (
        ("(06.10)", "aangaanHuwelijkPartnerschap"),
        ("(07.10)", "ontbindingHuwelijkPartnerschap"),
    ):
        for naam in rij:
            if element in naam:
                partner[groep] = {"datum": rij[naam]}
    return partner


def _antwoord(geval: dict[str, Any]) -> dict[str, Any]:
    geslacht = geval["persoon"].get("geslachtsaanduiding (04.10)")
    gba = {"naam": _naam(geval["persoon"]), "partners": [_partner(rij) for rij in geval["partners"]]}
    gba |= {"geslacht": {"code": geslacht}} if geslacht else {}
    if bsn := geval["verwacht"].get("burgerservicenummer"):
        gba["burgerservicenummer"] = bsn
    antwoord = beantwoord(gba, selecteer(geval["fields"].split(","), PERSOON), vandaag())
    plat = antwoord.pop("adressering", {}) | antwoord.pop("naam", {}) | antwoord
    wijze = plat.pop("aanschrijfwijze", {})
    return plat | {f"aanschrijfwijze.{naam}": waarde for naam, waarde in wijze.items()}


@pytest.mark.skipif(not GEVALLEN, reason="naamgebruik-cases.json is not here (../shared/standaarden)")
def test_every_case_that_is_one_is_written_as_the_specification_says() -> None:
    anders = {plaats for plaats, geval in enumerate(GEVALLEN) if _antwoord(geval) != geval["verwacht"]}
    assert anders == GEEN_GEVAL
    assert len(GEVALLEN) - len(anders) == 328


@pytest.mark.skipif(not GEVALLEN, reason="naamgebruik-cases.json is not here (../shared/standaarden)")
def test_the_rows_left_out_are_no_cases() -> None:
    """Six have a heading of a table for a name; five have a title that the examples of their scenario do not list."""
    uitleg = {"omschrijving", "eigen naam", "partner naam", "partner naam na eigen naam"}
    uitleg |= {"aanspreekvorm in aanschrijfwijze", "De hoogwelgeboren heer"}
    zonder_hoffelijkheidstitel = "BS GI HI JH JV MI PS R".split()
    for plaats in GEEN_GEVAL:
        geval = GEVALLEN[plaats]
        if geval["line"] == 177:
            titel = geval["partners"][0]["adellijke titel of predicaat (02.20)"]
            assert titel not in zonder_hoffelijkheidstitel, plaats
        else:
            assert geval["verwacht"]["aanschrijfwijze.naam"] in uitleg, plaats
