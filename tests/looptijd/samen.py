"""A proposal of the parties together, for tests: by whom and what, each with a paper."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from convenant.looptijd import voorstellen
from convenant.looptijd.voorstellen import Handtekening, Invoer
from convenant.tijd import vandaag
from tests.wereld import Wereld

from .conftest import brief

ADVISEUR, MANAGER, BUUR = "gemeente/beleidsadviseur", "corporatie/manager", "corporatie/manager@ander"
PARTIJEN = (ADVISEUR, MANAGER, BUUR)


def stel_voor(wereld: Wereld, wie: str, handeling: str, kenmerk: UUID | None = None, **anders: Any) -> UUID:
    with wereld.als(wie):
        invoer = {"onderwerp": "Artikel 3", "redenen": "Het past niet meer.", "dag": date(2026, 12, 31)}
        velden = {"bedoeld": True, **invoer, **anders}
        return voorstellen.stel_voor(handeling, Invoer(stuk=brief(), **velden), kenmerk or uuid4())


def teken(wereld: Wereld, voorstel: UUID, *wie: str, getekend_op: date | None = None) -> None:
    for naam in wie:
        with wereld.als(naam):
            tekenaar = Handtekening(
                "A. Bestuurder", "bestuurder", "statuten", getekend_op or vandaag(), brief()
            )
            voorstellen.teken(voorstel, tekenaar)


def stand(wereld: Wereld, voorstel: UUID, wie: str = ADVISEUR) -> voorstellen.Kaart:
    with wereld.als(wie):
        return voorstellen.geef(voorstel)
