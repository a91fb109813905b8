"""An evaluation and a meeting for tests, by who leads them."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from convenant.poort import bijlagen
from convenant.tijd import vandaag
from huisuitzetting.werkafspraken import afspraken, evaluaties, overleg
from huisuitzetting.werkafspraken.afspraken import Nieuw
from huisuitzetting.werkafspraken.overleg import Overlegplan
from tests.bijlagen.bestanden import geladen, maak_pdf
from tests.wereld import Wereld

ADVISEUR = "gemeente/beleidsadviseur"


def open_evaluatie(wereld: Wereld, dag: date | None = None) -> int:
    """Opened for everyone who evaluates; the case's id."""
    with wereld.als(ADVISEUR):
        return evaluaties.open(dag or vandaag(), "1. Cijfers", evaluaties.deelnemers(), uuid4())


def besluit(wereld: Wereld, zaak: int, wat: str = "voortzetten", kenmerk: UUID | None = None) -> None:
    with wereld.als(ADVISEUR):
        evaluaties.besluit(zaak, wat, vandaag(), "Wij gaan door.", kenmerk or uuid4())


def plan(wereld: Wereld, dag: date, reden: str = "", kenmerk: UUID | None = None) -> None:
    with wereld.als(ADVISEUR):
        overleg.plan(Overlegplan(dag, "Passen de afspraken?", reden), kenmerk or uuid4())


def voeg_afspraak_toe(
    wereld: Wereld, deelname: str = "corporatie@ander", kenmerk: UUID | None = None, **anders: Any
) -> None:
    """An annex for this corporatie."""
    with wereld.als(ADVISEUR):
        papier = bijlagen.concept(bijlagen.neem_aan(geladen("afspraak.pdf", maak_pdf())))
        assert papier
        invoer = {"titel": "Vroegsignalering", "vanaf": vandaag(), "tot": None} | anders
        afspraken.voeg_toe(
            Nieuw(deelname=wereld.deelnames[deelname].pk, document=papier.waarde, **invoer),
            kenmerk or uuid4(),
        )


def evalueer(wereld: Wereld) -> None:
    """A row in each table of the working agreements."""
    besluit(wereld, open_evaluatie(wereld))
    plan(wereld, vandaag())
    voeg_afspraak_toe(wereld)
