"""A change of a policy is a readable diff: its text, one file per convenant, in __snapshots__.

Meant it? `pytest tests/beleid/test_momentopname.py --snapshot-update`, and read the diff before committing it.
"""

import pytest
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from convenant.beleid.register import register
from convenant.beleid.uitvoer import als_tekst
from tools.catalogus import CONVENANTEN


class Tekst(SingleFileSnapshotExtension):
    _write_mode = WriteMode.TEXT
    file_extension = "txt"

    @classmethod
    def get_snapshot_name(cls, *, test_location, index=0):
        return str(index)


@pytest.mark.vergelijking
@pytest.mark.parametrize("code", CONVENANTEN)
def test_the_text_of_a_policy_changes_only_on_purpose(code, snapshot):
    assert als_tekst(register.geef(code)) == snapshot(name=code, extension_class=Tekst)
