"""docs/woordenlijst.md gives every word of the policy language one meaning."""

import re
from collections import Counter
from dataclasses import is_dataclass

from convenant.beleid import beslissing, taal
from tools.catalogus import WORTEL


def woorden():
    """The words of the list: what is bold in the first column of a table."""
    tekst = (WORTEL / "docs" / "woordenlijst.md").read_text(encoding="utf-8")
    for eerste_kolom in re.findall(r"^\| (\*\*[^|]*)\|", tekst, re.MULTILINE):
        yield from re.findall(r"\*\*([^*]+)\*\*", eerste_kolom)


def test_every_word_has_one_meaning():
    assert [woord for woord, aantal in Counter(woorden()).items() if aantal > 1] == []


def test_every_kind_of_row_in_the_policy_language_is_explained():
    rijen = {
        naam.lower()
        for module in (taal, beslissing)
        for naam, soort in vars(module).items()
        if is_dataclass(soort) and not naam.startswith("_")
    }
    assert {"gegevensset", "uitkomst"} <= rijen
    assert rijen - set(woorden()) == set()
