"""One question per set and per verb of Haarlem's tables, for the tests that change one thing about it."""

from convenant.beleid.beslissing import Vraag
from convenant.beleid.taal import ZONDER_ZAAK

from . import (
    test_haarlem_betaling,
    test_haarlem_handelingen,
    test_haarlem_melding,
    test_haarlem_reglement,
    test_haarlem_slot,
)
from .tabel import kant
from .test_haarlem_stappen import STAPPEN

SETS = {
    regel.naam: regel
    for tabel in (test_haarlem_melding, test_haarlem_betaling, test_haarlem_slot, test_haarlem_reglement)
    for regel in tabel.SETS
}
HANDELINGEN = {regel.handeling: regel for regel in test_haarlem_handelingen.HANDELINGEN}
EERSTE_STAP = {regel.handeling: regel.van for regel in reversed(STAPPEN)}


def vraag(naam: str) -> Vraag:
    """The first sending the row of this set allows, or the verb in the first step it is a transition from."""
    if naam not in SETS:
        regel = HANDELINGEN[naam]
        return Vraag(kant(regel.door[0]), naam, EERSTE_STAP.get(naam, ZONDER_ZAAK))
    regel = SETS[naam]
    van, aan = kant(regel.van[0]), kant(regel.aan[0])
    wie, tegenpartij = (aan, van) if regel.haalt else (van, aan)
    return Vraag(
        wie,
        regel.handeling,
        regel.stappen[0],
        naam,
        tegenpartij,
        regel.doelen[0],
        regel.grondslagen[0],
    )
