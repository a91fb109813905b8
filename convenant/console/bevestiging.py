"""Recertification: every so often the registering side says that a right is still needed (ZOE-10.4)."""

from datetime import date, timedelta

from convenant.beleid.kalender import AMSTERDAM, tel
from convenant.beleid.taal import Beleid, Termijn
from convenant.partijen.models import Autorisatie

# Half-yearly where the text says nothing of it.
STANDAARD = Termijn(
    "bevestiging_autorisaties",
    "autorisatie",
    "vorige_bevestiging_autorisaties",
    6,
    "maanden",
    "bevestiging_autorisaties",
    "",
    richting="elke",
    bron="voorstel",
)
WAARSCHUW = (30, 7)


def termijn_van(beleid: Beleid) -> Termijn:
    eigen = (rij for rij in beleid.termijnen if rij.onderwerp == "autorisatie" and rij.richting == "elke")
    return next(eigen, STANDAARD)


def waarschuwt(beleid: Beleid) -> tuple[int, ...]:
    """How many days before the last day somebody is reminded, the earliest first."""
    return tuple(sorted(termijn_van(beleid).waarschuw or WAARSCHUW, reverse=True))


def uiterlijk(autorisatie: Autorisatie, beleid: Beleid) -> date | None:
    """The last day to confirm it; None while it is not granted."""
    if autorisatie.van is None:
        return None
    bevestigd = autorisatie.van
    if autorisatie.bevestigd_op is not None:
        bevestigd = max(bevestigd, autorisatie.bevestigd_op.astimezone(AMSTERDAM).date())
    termijn = termijn_van(beleid)
    return tel(bevestigd, termijn.duur, termijn.eenheid)


def is_aan_de_beurt(autorisatie: Autorisatie, beleid: Beleid, dag: date) -> bool:
    """Whether it is time to ask: from the first reminder on."""
    laatste = uiterlijk(autorisatie, beleid)
    return laatste is not None and dag >= laatste - timedelta(days=max(waarschuwt(beleid)))
