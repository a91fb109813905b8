"""What `make conformiteit` says about a clause."""

import pytest

from tools import catalogus, conformiteit
from tools.catalogus import Eis


def eis(soort="gegevensset", software="A screen.", naam="HEE-2.5"):
    return Eis(naam, "heemstede", soort, "Tekst.", software, {})


@pytest.mark.parametrize(
    ("clause", "tests", "oordeel"),
    [
        (eis(), ["tests/test_a.py::test_it"], "bewezen"),
        (eis("organisatorisch"), ["tests/test_a.py::test_it"], "bewezen"),
        (eis("organisatorisch"), [], "organisatorisch"),
        (eis("context", "none"), [], "organisatorisch"),
        (eis("voorwaarde", "none"), [], "organisatorisch"),
        (eis(), [], "open"),
    ],
)
def test_where_a_clause_stands(clause, tests, oordeel):
    assert conformiteit.oordeel(clause, {"HEE-2.5": tests}) == oordeel


def test_the_rows_of_one_table_are_one_line():
    assert conformiteit.functies(["b.py::t[x]", "b.py::t[y[z]]", "a.py::t"]) == ["a.py::t", "b.py::t (2x)"]


def test_the_page_counts_and_gives_tests_or_reason():
    eisen = {"heemstede": [eis(), eis("context", "none", "HEE-13"), eis(naam="HEE-2.3"), eis(naam="HEE-3.7")]}
    regels = conformiteit.als_markdown(eisen, {"HEE-2.5": ["a.py::t[1]", "a.py::t[2]"]}).splitlines()
    assert "| [Heemstede](#heemstede) | 4 | 1 | 1 | 2 |" in regels
    assert "| HEE-2.5 | gegevensset | bewezen | `a.py::t (2x)` |" in regels
    assert (
        "| HEE-13 | context | organisatorisch | uitleg of verwijzing; er valt niets uit te voeren |" in regels
    )
    assert "| HEE-2.3 | gegevensset | open |  |" in regels


def test_the_page_has_every_clause_once():
    eisen = {convenant: catalogus.lees(convenant) for convenant in catalogus.CONVENANTEN}
    regels = conformiteit.als_markdown(eisen, {}).splitlines()
    for clause in catalogus.alle():
        assert sum(regel.startswith(f"| {clause.id} |") for regel in regels) == 1
