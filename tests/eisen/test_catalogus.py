"""The catalogue holds together, and nothing points at a clause that is not there."""

import re
import subprocess

import pytest

from tools import catalogus
from tools.catalogus import CONVENANTEN, WORTEL, CatalogusFout

EERSTE_VERSIE = WORTEL.parent / "shared" / "catalogus"
SOORTEN = {
    *(
        "autorisatie",
        "bewaartermijn",
        "context",
        "datalek",
        "document",
        "doel",
        "gegevensset",
        "geheimhouding",
    ),
    *("looptijd", "melding", "organisatorisch", "rapportage", "recht_betrokkene", "rol", "stap", "termijn"),
    *("toezicht", "voorwaarde", "wijziging"),
}


@pytest.mark.parametrize("convenant", CONVENANTEN)
def test_a_file_reads_and_its_rows_are_well_formed(convenant):
    eisen = catalogus.lees(convenant)
    assert eisen
    assert {eis.soort for eis in eisen} <= SOORTEN
    for eis in eisen:
        assert re.fullmatch(catalogus.ID_PATROON, eis.id)
        assert set(eis.rij.get("optioneel", [])) <= set(eis.rij.get("velden", [])), eis.id
        assert eis.rij.get("velden_bron", "voorstel") in ("voorstel", "uitwerking"), eis.id
        if eis.soort == "gegevensset":
            assert {"velden", "van", "naar", "stap"} <= set(eis.rij), eis.id
        if "termijn" in eis.rij:
            assert {"duur", "eenheid", "vanaf", "actie"} <= set(eis.rij["termijn"]), eis.id


@pytest.mark.parametrize(
    ("rij", "fout"),
    [
        ("- {id: HEE-1, soort: doel, eis: x}", "HEE-1 mist software"),
        ("- {id: KRI-1.1, soort: doel, eis: x, software: none}", "KRI-1.1 hoort hier niet"),
        ("- {id: HEE-1, soort: doel, eis: x, software: none}\n" * 2, "HEE-1 staat er dubbel"),
    ],
)
def test_a_wrong_row_is_refused_by_name(tmp_path, rij, fout):
    (tmp_path / "heemstede.yaml").write_text(rij)
    with pytest.raises(CatalogusFout, match=fout):
        catalogus.lees("heemstede", tmp_path)


def bestanden():
    """Every file of ours that can name a clause, the ones not yet committed included."""
    patronen = ("*.py", "*.md", "*.html", "*.txt", "*.yaml", "*.csv", "*.json")
    git = ("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *patronen)
    namen = subprocess.run(git, cwd=WORTEL, capture_output=True, check=True, text=True).stdout.split("\0")
    return [WORTEL / naam for naam in namen if naam and (WORTEL / naam).is_file()]


def test_every_clause_named_anywhere_exists():
    bekend = {eis.id for eis in catalogus.alle()}
    genoemd = {
        (naam, str(pad.relative_to(WORTEL)))
        for pad in bestanden()
        for naam in re.findall(catalogus.ID_PATROON, pad.read_text(encoding="utf-8"))
    }
    assert len({naam for naam, _ in genoemd}) == len(bekend), "the scan reads the catalogue itself too"
    assert {verwijzing for verwijzing in genoemd if verwijzing[0] not in bekend} == set()


@pytest.mark.vergelijking
@pytest.mark.parametrize("convenant", CONVENANTEN)
def test_no_clause_of_the_first_catalogue_is_lost(convenant):
    if not EERSTE_VERSIE.is_dir():
        pytest.skip("../shared/catalogus is not here; docs/eisen is the master")
    eerste = {eis.id for eis in catalogus.lees(convenant, EERSTE_VERSIE)}
    assert eerste <= {eis.id for eis in catalogus.lees(convenant)}
