"""The eis and vergelijking markers, run the way the suite runs them: by a pytest of their own."""

import json
import os

import pytest

from tools.catalogus import WORTEL

pytest_plugins = ["pytester"]

UNKNOWN = "HEE" + "-99.9"  # in two parts: another test looks for ids that do not exist


@pytest.fixture
def run(pytester, monkeypatch):
    """Runs pytest over one test module with only our plugin (and xdist, which some of the tests ask for)."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((str(WORTEL), os.environ.get("PYTHONPATH", ""))))
    monkeypatch.delenv("PYTEST_ADDOPTS", raising=False)
    for name in [name for name in os.environ if name.startswith("PYTEST_XDIST")]:
        monkeypatch.delenv(name)

    def run(source, *args):
        pytester.makepyfile(test_it=f"import pytest\n\n{source}")
        return pytester.runpytest_subprocess("-p", "tests.eisen", "-p", "xdist", "--strict-markers", *args)

    return run


def test_a_known_clause_passes(run):
    run('@pytest.mark.eis("HEE-2.5")\ndef test_it(): pass').assert_outcomes(passed=1)


@pytest.mark.parametrize("args", [[], ["-n", "2"], ["-k", "nothing"], ["--collect-only"]])
def test_an_unknown_clause_stops_the_run_and_is_named(run, args):
    result = run(f'@pytest.mark.eis("HEE-2.5", "{UNKNOWN}")\ndef test_it(): pass', *args)
    assert result.ret in (pytest.ExitCode.INTERRUPTED, pytest.ExitCode.TESTS_FAILED)
    result.stdout.fnmatch_lines([f"test_it.py::test_it: docs/eisen has no clause '{UNKNOWN}'"])


@pytest.mark.parametrize("where", ["def test_it(): pass", "class TestIt:\n    def test_it(self): pass"])
def test_a_marker_without_a_clause_stops_the_run(run, where):
    result = run(f"@pytest.mark.eis()\n{where}")
    assert result.ret == pytest.ExitCode.INTERRUPTED
    result.stdout.fnmatch_lines(["test_it.py::*test_it: eis() without a clause id"])


def test_a_row_of_a_table_may_carry_its_own_clause(run):
    rows = f'[1, pytest.param(2, marks=pytest.mark.eis("{UNKNOWN}"))]'
    result = run(f'@pytest.mark.parametrize("n", {rows})\ndef test_it(n): pass')
    result.stdout.fnmatch_lines([f"test_it.py::test_it[[]2[]]: docs/eisen has no clause '{UNKNOWN}'"])


PROOF = """
@pytest.mark.eis("HEE-2.5", "HEE-2.3")
@pytest.mark.parametrize("n", [1, 2])
def test_rows(n): pass

@pytest.mark.eis("HEE-2.5")
class TestMore:
    @pytest.mark.eis("HEE-3.7")
    def test_in_a_class(self): pass

@pytest.mark.eis("HEE-4")
@pytest.mark.vergelijking
def test_compares(): pass

@pytest.mark.eis("HEE-4")
@pytest.mark.skip(reason="not today")
def test_skipped(): pass

@pytest.mark.eis("HEE-4")
@pytest.mark.xfail(reason="not yet")
def test_expected_to_fail(): pass

def test_unmarked(): pass
"""


@pytest.mark.parametrize("args", [["--collect-only"], [], ["-n", "2"], ["-n", "2", "--collect-only"]])
def test_the_output_lists_what_proves_something_however_it_is_run(run, pytester, args):
    run(PROOF, "--eisen-uitvoer", "bewijs.json", *args)
    rows = ["test_it.py::test_rows[1]", "test_it.py::test_rows[2]"]
    in_class = "test_it.py::TestMore::test_in_a_class"
    assert json.loads((pytester.path / "bewijs.json").read_text()) == {
        "HEE-2.3": rows,
        "HEE-2.5": [in_class, *rows],
        "HEE-3.7": [in_class],
    }
