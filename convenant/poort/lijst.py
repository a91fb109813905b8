"""Which part of the work list, in which order, and where a page of it begins: SQL over the own group's access rows.

Each order walks an index. What comes after (or before) the case a page ends at is said in the columns of that index, so
that the last page costs no more than the first; where a column can be empty, the empty ones are a stretch of their own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from convenant.tijd import begin_van_de_dag, nu
from convenant.zaken.models import Toegang

from .grens import beurt

AAN_ZET, WACHT, OPEN, GESLOTEN = "aan_zet", "wacht", "open", "gesloten"
IEDEREEN, VAN_MIJ, VAN_NIEMAND = "", "mij", "niemand"
VERLOPEN, WEEK, ZONDER = "verlopen", "week", "zonder"
OP_TERMIJN, NIEUWSTE, OP_KENMERK, OP_STAP = "termijn", "nieuwste", "kenmerk", "stap"
PER_PAGINA = 50

GELDIG = "t.group_id = %(groep)s and (t.geldig_tot is null or t.geldig_tot > %(nu)s)"
# Of a page the first fifty rows of an index are wanted. The fence says the group once more and the planner multiplies: it
# expects a hundredth of the rows, and would fetch all of them before it sorted the first (docs/prestaties.md).
LANGS_DE_INDEX = "set local enable_bitmapscan = off; {}; set local enable_bitmapscan = on"
TERMIJN = {
    VERLOPEN: "t.termijn <= %(nu)s",
    WEEK: "t.termijn > %(nu)s and t.termijn <= %(week)s",
    ZONDER: "t.termijn is null",
}
_STAND = {
    AAN_ZET: "t.open and t.aan_zet",
    WACHT: "t.open and not t.aan_zet",
    OPEN: "t.open",
    GESLOTEN: "not t.open",
}
_NIEUW = """coalesce((select g.wijziging from zaken_gezien g
  where g.toegang_id = t.id and g.medewerker_id = %(ik)s), 0) < t.wijziging"""
_MET, _ZONDER = ("t.termijn is not null", "termijn zaak_id"), ("t.termijn is null", "zaak_id")
_IN_ORDE = {
    OP_TERMIJN: "l.termijn, l.zaak_id",
    NIEUWSTE: "l.zaak_id desc",
    OP_KENMERK: "l.kenmerk = '', l.kenmerk, l.zaak_id",
    OP_STAP: "l.stap, l.termijn, l.zaak_id",
}


@dataclass(frozen=True)
class Lijst:
    """Which cases, and in which order.

    `stand`: waiting for the own group, for another, all open, closed. `van` whom: mij, niemand, the id of a colleague, or
    "" for everyone. `stap` of the case; `termijn`: verlopen, within a week, or none; `nieuw`: only what the person at
    the screen has not seen. `na` is the id of the last case of the page before, `voor` that of the first of the page after.
    """

    stand: str = OPEN
    van: str = IEDEREEN
    stap: str = ""
    termijn: str = ""
    nieuw: bool = False
    volgorde: str = OP_TERMIJN
    na: int | None = None
    voor: int | None = None
    aantal: int = PER_PAGINA

    @property
    def in_orde(self) -> str:
        """What is done has no clock and waits in no step: it is listed by number or by own reference."""
        if self.stand == GESLOTEN and self.volgorde != OP_KENMERK:
            return NIEUWSTE
        return self.volgorde


def basis() -> dict[str, Any]:
    """The values of every question about the own list."""
    wie = beurt().wie
    return {"groep": wie.groep, "convenant": wie.convenant.pk, "ik": wie.medewerker.pk, "nu": nu()}


def binnen_een_week() -> datetime:
    """The end of what is due within a week: of whose last day it is no more than seven days till then."""
    return begin_van_de_dag(nu()) + timedelta(days=8)


def niemand(vertrokken: Sequence[int]) -> str:
    """Of nobody: who left the group has handed the work back by leaving. Without such people, a stretch of an index."""
    if vertrokken:
        return "(t.behandelaar_id is null or t.behandelaar_id = any(%(vertrokken)s))"
    return "t.behandelaar_id is null"


def rijen_van(cursor: Any) -> list[tuple[Any, ...]]:
    """The rows of the one statement that gives any."""
    while cursor.description is None:
        cursor.nextset()
    rijen: list[tuple[Any, ...]] = cursor.fetchall()
    return rijen


def volgorde_sql(lijst: Lijst) -> str:
    """The order of the rows `l` of one page."""
    return _IN_ORDE[lijst.in_orde]


def rijen_sql(lijst: Lijst, anker: Toegang | None, vertrokken: Sequence[int]) -> tuple[str, dict[str, Any]]:
    """The access rows of one page, and its values; `anker` is the row of the case the page before or after ends at."""
    terug = anker is not None and lijst.na is None
    aflopend = terug != (lijst.in_orde == NIEUWSTE)
    basis = " and ".join(_voorwaarden(lijst, vertrokken))
    stukken = [
        _stuk(f"{basis} and {waar}", kolommen.split(), aflopend, begint_na_anker)
        for waar, kolommen, begint_na_anker in _stukken(lijst.in_orde, anker, terug)
    ]
    waarden = {"van": lijst.van, "stap": lijst.stap, "week": binnen_een_week(), "aantal": lijst.aantal}
    if anker is not None:
        waarden |= {
            "anker_zaak_id": anker.content_object_id,
            "anker_termijn": anker.termijn,
            "anker_kenmerk": anker.kenmerk,
            "anker_stap": anker.stap,
        }
    return f"select * from ({' union all '.join(stukken)}) u limit %(aantal)s", waarden


def _voorwaarden(lijst: Lijst, vertrokken: Sequence[int]) -> Iterator[str]:
    yield GELDIG
    yield _STAND[lijst.stand]
    if lijst.van == VAN_MIJ:
        yield "t.behandelaar_id = %(ik)s"
    elif lijst.van == VAN_NIEMAND:
        yield niemand(vertrokken)
    elif lijst.van:
        yield "t.behandelaar_id = %(van)s::bigint"
    if lijst.stap:
        yield "t.stap = %(stap)s"
    if lijst.termijn:
        yield TERMIJN[lijst.termijn]
    if lijst.nieuw:
        yield _NIEUW


def _stukken(volgorde: str, anker: Toegang | None, terug: bool) -> Iterator[tuple[str, str, bool]]:
    """The stretches from the anchor on: condition, columns in order, and whether it is the one the anchor is in."""
    delen, plaats = _delen(volgorde, anker)
    if anker is None:
        yield from ((*deel, False) for deel in delen)
        return
    yield *delen[plaats], True
    verder = reversed(delen[:plaats]) if terug else delen[plaats + 1 :]
    yield from ((*deel, False) for deel in verder)


def _delen(volgorde: str, anker: Toegang | None) -> tuple[list[tuple[str, str]], int]:
    """All stretches of an order, and in which of them the anchor is."""
    if volgorde == OP_KENMERK:
        return [("t.kenmerk <> ''", "kenmerk zaak_id"), ("t.kenmerk = ''", "zaak_id")], int(
            anker is not None and anker.kenmerk == ""
        )
    if volgorde == NIEUWSTE:
        return [("true", "zaak_id")], 0
    if anker is None:
        return [("true", "termijn zaak_id" if volgorde == OP_TERMIJN else "stap termijn zaak_id")], 0
    plaats = int(anker.termijn is None)
    if volgorde == OP_TERMIJN:
        return [_MET, _ZONDER], plaats
    zelfde = [(f"t.stap = %(anker_stap)s and {waar}", kolommen) for waar, kolommen in (_MET, _ZONDER)]
    eerder, later = ((f"t.stap {op} %(anker_stap)s", "stap termijn zaak_id") for op in "<>")
    return [eerder, *zelfde, later], 1 + plaats


def _stuk(waar: str, kolommen: Sequence[str], aflopend: bool, begint_na_anker: bool) -> str:
    if begint_na_anker:
        eigen, van_anker = (", ".join(vorm.format(k) for k in kolommen) for vorm in ("t.{}", "%(anker_{})s"))
        waar += f" and ({eigen}) {'<' if aflopend else '>'} ({van_anker})"
    volgorde = ", ".join(f"t.{kolom} {'desc' if aflopend else 'asc'}" for kolom in kolommen)
    return f"(select t.* from zaken_toegang t where {waar} order by {volgorde} limit %(aantal)s)"
