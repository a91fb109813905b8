"""The clauses of the convenanten, as docs/eisen holds them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

WORTEL = Path(__file__).resolve().parent.parent
MAP = WORTEL / "docs" / "eisen"

# Code of the convenant (also the name of its file) to the prefix of its clause ids.
CONVENANTEN = {"heemstede": "HEE", "maassluis": "MAA", "zoeklicht": "ZOE", "haarlem": "HAA", "krimpen": "KRI"}

# Declared and built: proven through gate and database, where another may still lean on its decision tables.
GEBOUWD = ("heemstede", "haarlem")

# An id as it stands in running text; a full stop at its end belongs to the sentence.
ID_PATROON = rf"\b(?:{'|'.join(CONVENANTEN.values())})-[A-Za-z0-9.]*[A-Za-z0-9]"


class CatalogusFout(Exception):
    """A file of the catalogue does not say what it must; the message names file and clause."""


@dataclass(frozen=True)
class Eis:
    """One clause. `rij` is the whole row of the file, for the keys that only some clauses have."""

    id: str
    convenant: str
    soort: str
    eis: str
    software: str
    rij: dict[str, Any]

    @property
    def organisatorisch(self) -> str:
        """Why no software proves this clause; empty when software must."""
        if self.soort == "context":
            return "uitleg of verwijzing; er valt niets uit te voeren"
        if self.soort == "organisatorisch":
            return "een afspraak tussen mensen; het product legt hooguit vast"
        if self.software == "none":
            return "vraagt niets van de software"
        return ""

    @property
    def later(self) -> str:
        """What the clause waits for when no test proves it yet; empty when it waits for nothing."""
        return str(self.rij.get("later", ""))


def lees(convenant: str, folder: Path = MAP) -> list[Eis]:
    """The clauses of one convenant in the order of its text.

    Raises CatalogusFout for a row that lacks id, soort, eis or software, belongs elsewhere or stands twice.
    """
    pad = folder / f"{convenant}.yaml"
    eisen: dict[str, Eis] = {}
    for rij in yaml.load(pad.read_text(encoding="utf-8"), yaml.CSafeLoader):
        if ontbreekt := [sleutel for sleutel in ("id", "soort", "eis", "software") if not rij.get(sleutel)]:
            raise CatalogusFout(f"{pad.name}: {rij.get('id', rij)} mist {', '.join(ontbreekt)}")
        eis = Eis(rij["id"], convenant, rij["soort"], rij["eis"], rij["software"], rij)
        if not eis.id.startswith(CONVENANTEN[convenant] + "-"):
            raise CatalogusFout(f"{pad.name}: {eis.id} hoort hier niet")
        if eis.id in eisen:
            raise CatalogusFout(f"{pad.name}: {eis.id} staat er dubbel")
        eisen[eis.id] = eis
    return list(eisen.values())


def alle(folder: Path = MAP) -> Iterator[Eis]:
    """Every clause of every convenant."""
    for convenant in CONVENANTEN:
        yield from lees(convenant, folder)
