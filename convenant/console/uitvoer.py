"""Rights and their history as CSV: exactly the rows of the list it is taken from, with a line in the log."""

import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from defusedcsv import csv

from convenant.beleid.beheer import RECHTEN_INZIEN
from convenant.beleid.kalender import AMSTERDAM
from convenant.poort.daad import handel

from . import autorisaties
from .autorisaties import Keuze, Terugblik

RECHTEN = (
    "partij",
    "naam",
    "functie",
    "stand",
    "van",
    "tot_en_met",
    "aangemeld_op",
    "aangemeld_door",
    "verleend_door",
    "bevestigen_voor",
)
GESCHIEDENIS = ("moment", "partij", "naam", "functie", "gebeurtenis", "door", "reden", "van", "tot_en_met")


def rechten(keuze: Keuze) -> str:
    """The matrix of a choice. One log line."""
    with handel(RECHTEN_INZIEN, onderwerp="autorisaties uitvoer"):
        rijen = autorisaties.als_rechten(autorisaties.gekozen(keuze))
        return _csv(
            RECHTEN,
            (
                (
                    rij.partij,
                    rij.naam,
                    ", ".join(filter(None, (rij.functie, rij.team))),
                    rij.stand,
                    _dag(rij.van),
                    _dag_ervoor(rij.tot),
                    _moment(rij.aangemeld_op),
                    rij.aangemeld_door,
                    rij.verleend_door,
                    _dag(rij.bevestigen_voor),
                )
                for rij in rijen
            ),
        )


def geschiedenis(terugblik: Terugblik) -> str:
    """The history of a filter. One log line."""
    with handel(RECHTEN_INZIEN, onderwerp="geschiedenis uitvoer"):
        rijen = autorisaties.als_gebeurd(autorisaties.gebeurd(terugblik))
        return _csv(
            GESCHIEDENIS,
            (
                (
                    _moment(rij.moment),
                    rij.partij,
                    rij.naam,
                    ", ".join(filter(None, (rij.functie, rij.team))),
                    rij.soort,
                    rij.door,
                    rij.reden,
                    _dag(rij.van),
                    _dag_ervoor(rij.tot),
                )
                for rij in rijen
            ),
        )


def _csv(kop: Sequence[str], rijen: Iterable[Sequence[object]]) -> str:
    tekst = io.StringIO()
    schrijver = csv.writer(tekst, delimiter=";")
    schrijver.writerow(kop)
    schrijver.writerows(rijen)
    # The mark at the start tells a spreadsheet that this is UTF-8.
    return "\ufeff" + tekst.getvalue()


def _dag(dag: date | None) -> str:
    return dag.isoformat() if dag else ""


def _dag_ervoor(dag: date | None) -> str:
    return _dag(dag - timedelta(days=1)) if dag else ""


def _moment(moment: datetime) -> str:
    return moment.astimezone(AMSTERDAM).isoformat(timespec="minutes")
