"""Days as people type them: what nobody can have meant gets a sentence at its field."""

from datetime import date

from convenant.beleid import kalender
from convenant.poort.handeling import Ongeldig
from convenant.tijd import vandaag

EERSTE = date(2000, 1, 1)  # long before any covenant; a year of birth in the wrong field lies before it
LANG_GELEDEN = "Deze dag ligt te ver terug. Controleer het jaar."
NIET_GEWEEST = "Deze dag is nog niet geweest. Controleer de datum."
JAAR_VERDER = "Deze datum ligt meer dan een jaar verder. Controleer het jaar."


def toets_geweest(**dagen: date | None) -> None:
    """Days that have been, by the field each stands in. Raises Ongeldig for one yet to come, or from another century."""
    _toets(dagen, vandaag(), NIET_GEWEEST)


def toets_binnen_jaar(**dagen: date | None) -> None:
    """Days that may be still to come, within a year. Raises Ongeldig as toets_geweest does."""
    _toets(dagen, kalender.tel(vandaag(), 1, "jaren"), JAAR_VERDER)


def _toets(dagen: dict[str, date | None], laatste: date, te_ver: str) -> None:
    fouten = {}
    for veld, dag in dagen.items():
        if dag is not None and dag < EERSTE:
            fouten[veld] = LANG_GELEDEN
        elif dag is not None and dag > laatste:
            fouten[veld] = te_ver
    if fouten:
        raise Ongeldig(fouten)
