"""Heemstede as tables, read from its clauses: held against `beslis` here, against gate and database in tests/heemstede."""

from .bewoners import OVER_BEWONERS
from .handelingen import BEVOEGDHEDEN, FUNCTIES, NA_AFLOOP, STAPPEN
from .rondom import RONDOM

SETS = OVER_BEWONERS + RONDOM

__all__ = ["BEVOEGDHEDEN", "FUNCTIES", "NA_AFLOOP", "OVER_BEWONERS", "RONDOM", "SETS", "STAPPEN"]
