"""What `make conformiteit` says about a clause."""

import pytest

from tools import catalogus, conformiteit
from tools.catalogus import Eis


def eis(soort="gegevensset", software="A screen.", naam="HEE-2.5", convenant="heemstede", **rij):
    return Eis(naam, convenant, soort, "Tekst.", software, rij)


@pytest.mark.parametrize(
    ("clause", "tests", "oordeel"),
    [
        (eis(), ["tests/test_a.py::test_it"], "bewezen"),
        (eis("organisatorisch"), ["tests/test_a.py::test_it"], "bewezen"),
        (eis("organisatorisch"), [], "organisatorisch"),
        (eis("context", "none"), [], "organisatorisch"),
        (eis("voorwaarde", "none"), [], "organisatorisch"),
        (eis(), [], "open"),
        (eis(), ["tests/beleid/test_a.py::test_it"], "open"),
        (eis(), ["tests/beleid/test_a.py::test_it", "tests/test_a.py::test_it"], "bewezen"),
        (eis(convenant="krimpen"), ["tests/beleid/test_a.py::test_it"], "bewezen"),
        (eis(later="issue 5"), ["tests/beleid/test_a.py::test_it"], "later"),
        (eis(later="issue 5"), ["tests/test_a.py::test_it"], "bewezen"),
        (eis("context", later="issue 5"), [], "organisatorisch"),
    ],
)
def test_where_a_clause_stands(clause, tests, oordeel):
    assert conformiteit.oordeel(clause, {"HEE-2.5": tests}) == oordeel


def test_the_rows_of_one_table_are_one_line():
    assert conformiteit.functies(["b.py::t[x]", "b.py::t[y[z]]", "a.py::t"]) == ["a.py::t", "b.py::t (2x)"]


def test_the_page_counts_and_gives_tests_or_reason():
    later = eis(naam="HEE-9.1", later="de klokken")
    eisen = [eis(), eis("context", "none", "HEE-13"), eis(naam="HEE-2.3"), eis(naam="HEE-3.7"), later]
    bewijs = {"HEE-2.5": ["a.py::t[1]", "a.py::t[2]"], "HEE-9.1": ["tests/beleid/b.py::t"]}
    regels = conformiteit.als_markdown({"heemstede": eisen}, bewijs).splitlines()
    assert "| HEE-9.1 | gegevensset | later | de klokken<br>`tests/beleid/b.py::t` |" in regels
    assert "| [Heemstede](#heemstede) | 5 | 1 | 1 | 1 | 2 |" in regels
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
