"""`make mutatie` itself: a tiny policy of which one row has no test that counts."""

import subprocess
import sys
from types import SimpleNamespace
from typing import cast

import pytest

from brpinzage.beleid.heemstede import HEEMSTEDE
from convenant.beleid.register import register
from tools.catalogus import GEBOUWD, WORTEL
from tools.mutatie.mutanten import mutanten
from tools.mutatie.proef import steekproef, telt
from tools.mutatie.zonder_poort import ZONDER_POORT, zonder_poort

KLEIN = """
from convenant.beleid.taal import Beleid, Verbod

GETEST, ONGETEST = Verbod(("a",), "corporatie", "HEE-2.5"), Verbod(("b",), "corporatie", "HEE-5.1")
VERGETEN = Verbod(("c",), "corporatie", "HEE-6.1")
KLEIN = Beleid("klein", 1, "Klein", (), (), verboden=(GETEST, ONGETEST, VERGETEN))
"""

TESTS = """
import pytest
from klein import GETEST, KLEIN, ONGETEST

@pytest.mark.eis("HEE-2.5")
def test_that_kills():
    assert GETEST in KLEIN.verboden

@pytest.mark.eis("HEE-5.1")
def test_that_does_not_look():
    assert KLEIN.code == "klein"

@pytest.mark.eis("HEE-5.1")
@pytest.mark.vergelijking
def test_that_only_compares():
    assert ONGETEST in KLEIN.verboden

@pytest.mark.eis("HEE-2.3")
def test_of_another_clause():
    assert ONGETEST in KLEIN.verboden

@pytest.mark.eis("HEE-5.1")
def test_that_is_always_red():
    assert False
"""

DRAAI = """
import sys
sys.path.insert(0, ".")
from tools.mutatie.__main__ import als_tekst, proef
from klein import KLEIN

uitkomst = proef(lambda: [KLEIN], [sys.argv[1]], opties=["-c", "pyproject.toml", "-p", "tests.eisen"])
print("RESULT", uitkomst.rood, *als_tekst(*uitkomst.uitslagen), sep="\\n")
"""


def test_a_row_survives_without_a_test_that_counts_or_without_any(tmp_path):
    (tmp_path / "klein.py").write_text(KLEIN)
    (tmp_path / "test_klein.py").write_text(TESTS)
    (tmp_path / "draai.py").write_text(DRAAI)
    python = (sys.executable, str(tmp_path / "draai.py"), str(tmp_path / "test_klein.py"))
    done = subprocess.run(python, cwd=WORTEL, capture_output=True, text=True, check=True)
    naam = "::test_that_"
    red, *text = done.stdout.partition("RESULT\n")[2].splitlines()
    assert red.endswith(f"{naam}is_always_red']")
    geprobeerd = text.pop(3)
    assert text == [
        "klein: 3 mutanten, 1 gedood, 2 overleven",
        "  HEE-5.1  verbod aan corporatie",
        "      rij weg",
        "  HEE-6.1  verbod aan corporatie",
        "      rij weg",
        "    geprobeerd: geen test draagt deze eis",
    ]
    assert geprobeerd.endswith(f"{naam}does_not_look")
    assert "always_red" not in geprobeerd


def test_of_what_is_built_only_what_no_gate_shows_is_left_to_a_table():
    """Every exception is about a mutant that exists; a table may kill those, and of what is not built all."""
    gebouwd = [mutant for code in GEBOUWD for mutant in mutanten(register.geef(code))]
    for uitzondering in ZONDER_POORT:
        assert any(uitzondering.geldt(mutant) for mutant in gebouwd), uitzondering
        assert uitzondering.reden
    alle = list(mutanten(HEEMSTEDE))
    tabel = cast("pytest.Item", SimpleNamespace(fixturenames=(), get_closest_marker=lambda _: None))
    poort = cast("pytest.Item", SimpleNamespace(fixturenames=("db",), get_closest_marker=lambda _: None))
    for mutant in alle:
        assert telt(HEEMSTEDE, mutant, tabel) is zonder_poort(mutant)
        assert telt(HEEMSTEDE, mutant, poort)
        assert telt(register.geef("krimpen"), mutant, tabel)
    assert sum(map(zonder_poort, alle)) < len(alle) / 5


def test_every_mutant_differs_from_the_policy_in_a_row_with_a_clause():
    for mutant in mutanten(HEEMSTEDE):
        assert mutant.beleid != HEEMSTEDE, mutant.wat
        assert all(mutant.eisen), mutant.rij


def test_a_sample_is_the_same_every_time():
    deel = steekproef(HEEMSTEDE, 10)
    alle = list(mutanten(HEEMSTEDE))
    assert deel == steekproef(HEEMSTEDE, 10)
    assert len(deel) == -(-len(alle) // 10)
    assert [mutant for mutant in alle if mutant in deel] == deel
    assert steekproef(HEEMSTEDE, 100) == alle
