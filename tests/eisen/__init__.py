"""Pytest plugin: which test proves which clause of docs/eisen.

`@pytest.mark.eis("HEE-2.5", ...)` names the clauses a test proves; a marker that names none, or one that does
not exist, is an error at collection. `@pytest.mark.vergelijking` is for a test that merely compares with the
catalogue or a snapshot: such a test proves nothing, however it is marked.

`--eisen-uitvoer FILE` writes `{clause id: [test node ids]}` of the collected tests that do prove something.
It reads the collection only, so `--collect-only` and xdist give the same file.
"""

import json
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from tools import catalogus

# A test with one of these may fail, or never run, without the suite turning red.
BEWIJST_NIETS = ("vergelijking", "skip", "xfail")


def pytest_addoption(parser):
    parser.addoption("--eisen-uitvoer", metavar="FILE", help="write {clause id: [test node ids]} as JSON")


def pytest_configure(config):
    config.addinivalue_line("markers", "eis(id, ...): the clauses of docs/eisen that this test proves")
    config.addinivalue_line(
        "markers", "vergelijking: compares with the catalogue or a snapshot; proves no clause"
    )


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector):
    """A wrong marker is a collection error of its module: seen under xdist too, whatever -k and -m select."""
    report = yield
    tests = [item for item in report.result or () if isinstance(item, pytest.Item)]
    if fouten := dict.fromkeys(fout for item in tests for fout in _fouten(item)):
        report.outcome, report.longrepr, report.result = "failed", "\n".join(fouten), []
    return report


def _fouten(item):
    for marker in item.iter_markers("eis"):
        if not marker.args:
            yield f"{item.nodeid}: eis() without a clause id"
        for naam in marker.args:
            if naam not in _bekend():
                yield f"{item.nodeid}: docs/eisen has no clause {naam!r}"


@cache
def _bekend():
    return frozenset(eis.id for eis in catalogus.alle())


def pytest_collection_finish(session):
    bestand = session.config.getoption("--eisen-uitvoer")
    # Every xdist worker collects the same tests, the process that started them none: the first one writes.
    werker = getattr(session.config, "workerinput", {"workerid": "gw0"})
    if bestand and werker["workerid"] == "gw0":
        pad = Path(session.config.invocation_params.dir, bestand)
        pad.write_text(json.dumps(bewijs(session.items), indent=1) + "\n", encoding="utf-8")


def bewijs(items) -> dict[str, list[str]]:
    """Clause id to the sorted node ids of the tests that prove it."""
    tests = defaultdict(set)
    for item in items:
        if not any(item.get_closest_marker(naam) for naam in BEWIJST_NIETS):
            for marker in item.iter_markers("eis"):
                for naam in marker.args:
                    tests[naam].add(item.nodeid)
    return {naam: sorted(tests[naam]) for naam in sorted(tests)}
