"""One arrangement of VERA: does it run, and as far as VERA says it, from when, how much a month and until when."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from convenant.beleid import kalender
from huisuitzetting.achterstand.regeling import PER_MAAND, SINDS, TOT

from . import codes
from .waarden import CENT, Ding, VeraFout, bedrag, code, datum, lijst, tekst

LANGSTE = 1200  # months; more is no number of payments


class Regeling(NamedTuple):
    """Since when, in which state, and as the cells of a row what it is; empty when not all of that is said."""

    begin: date
    stand: str
    cellen: Mapping[str, str]


def lees_regeling(ding: Ding) -> Regeling:
    """Raises VeraFout for what cannot be read."""
    stand = code(ding, "status", codes.REGELING)
    if stand == codes.EINDE:
        stand = code(ding, "eindeReden", codes.EINDEREDEN, leeg=codes.GEEN)
    begin = datum(ding, "begindatum")
    cellen = _cellen(ding, begin) if begin and stand in (codes.LOOPT, codes.VERBROKEN) else {}
    return Regeling(begin or date.min, stand, cellen)


def _cellen(ding: Ding, begin: date) -> Mapping[str, str]:
    """Of payments at another interval than a month nobody can say how much that is a month."""
    if (tekst(ding, "prolongatieInterval") or codes.PER_MAAND) != codes.PER_MAAND:
        return {}
    per_maand, tot = _per_maand(ding), _tot(ding, begin)
    if per_maand is None or tot is None:
        return {}
    return {SINDS: begin.isoformat(), PER_MAAND: str(per_maand).replace(".", ","), TOT: tot.isoformat()}


def _per_maand(ding: Ding) -> Decimal | None:
    """The first payment; else the sum over the number of them."""
    bedragen = [bedrag(termijn, "bedrag") for termijn in lijst(ding, "termijnen") if termijn.get("bedrag")]
    aantal = _aantal(ding)
    if not bedragen and aantal and ding.get("bedrag"):
        bedragen = [(bedrag(ding, "bedrag") / aantal).quantize(CENT)]
    return bedragen[0] if bedragen and bedragen[0] > 0 else None


def _tot(ding: Ding, begin: date) -> date | None:
    """The end that is named, the last payment, or as many months as there are payments."""
    dagen = [dag for termijn in lijst(ding, "termijnen") if (dag := datum(termijn, "vervaldatum"))]
    tot = datum(ding, "einddatum") or max(dagen, default=None)
    aantal = _aantal(ding)
    return tot or (kalender.tel(begin, aantal - 1, "maanden") if aantal else None)


def _aantal(ding: Ding) -> int:
    """How many payments; 0 when that is not said."""
    aantal = ding.get("termijnenAantal")
    if aantal is None:
        return 0
    if (
        isinstance(aantal, bool)
        or not isinstance(aantal, int | float)
        or not 0 <= aantal <= LANGSTE
        or aantal % 1
    ):
        raise VeraFout("bij VERA is termijnenAantal een heel getal. Hier staat iets anders.")
    return int(aantal)
