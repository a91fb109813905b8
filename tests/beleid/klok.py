"""What the tests of legal time share: a clock, and a moment on the wall."""

from datetime import datetime

from convenant.beleid.kalender import AMSTERDAM
from convenant.beleid.taal import Termijn


def klok(duur, eenheid, richting="binnen", na="iets", **anders):
    return Termijn("t", "zaak", na, duur, eenheid, "doen", "X-1", richting, **anders)


def lokaal(tekst: str, fold: int = 0) -> datetime:
    return datetime.fromisoformat(tekst).replace(tzinfo=AMSTERDAM, fold=fold)
