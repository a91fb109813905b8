"""docs/asvs.md names every requirement of level 1 and 2 once, and only tests that exist."""

import csv
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "asvs.md").read_text()
STANDARD = (
    ROOT.parent / "shared/standaarden/asvs/OWASP_Application_Security_Verification_Standard_5.0.0_en.csv"
)
ROWS = [line.split(" | ") for line in PAGE.splitlines() if re.match(r"\| \d", line)]
IDS = [requirement for row in ROWS for requirement in row[0].strip("| ").split(", ")]


def test_every_requirement_stands_in_it_once() -> None:
    if not STANDARD.exists():
        pytest.skip(f"the text of the standard is not here: {STANDARD}")
    with STANDARD.open() as file:
        wanted = [row["req_id"].removeprefix("V") for row in csv.DictReader(file) if row["L"] in "12"]
    assert sorted(IDS) == sorted(wanted)


def test_every_test_that_it_names_is_there() -> None:
    named = {name for row in ROWS for name in re.findall(r"`([a-z_/]+)`", row[3])}
    assert len(named) > 50
    assert [name for name in sorted(named) if not (ROOT / "tests" / f"{name}.py").exists()] == []


def test_what_is_met_says_how_and_the_figures_are_right() -> None:
    state = {requirement: row[1] for row in ROWS for requirement in row[0].strip("| ").split(", ")}
    counts = [sum(value == wanted for value in state.values()) for wanted in ("met", "partly", "open", "n/a")]
    told = re.search(
        r"Of (\d+) requirements (\d+) are met, (\d+) partly, (\d+) open, (\d+) do not apply", PAGE
    )
    assert told
    assert [int(figure) for figure in told.groups()] == [len(IDS), *counts]
    assert all(row[4].strip("| ") for row in ROWS if row[1] in ("partly", "open"))
