"""The clocks of the convenant itself: its periods, what comes back every so often, and the term of a notice.

They run from dates that stand elsewhere, so they are started by looking at those, as often as one likes.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from convenant.beleid.kalender import OP_DE_KALENDER, begin_van
from convenant.partijen.models import Convenant
from convenant.poort import klokken
from convenant.termijnen.models import Klok

from . import stand
from .models import Beeindiging

LOPENDE_PERIODE = "einde_lopende_periode"
EEN_DAG = timedelta(days=1)


def sleutel_van(convenant: Convenant) -> str:
    return f"convenant {convenant.pk}"


def sleutel_van_opzegging(rij: Beeindiging) -> str:
    return str(rij.pk)


def zet(convenant: Convenant, dag: date) -> None:
    """Start what runs since a date of the convenant; once it ends, stop the rest. Runs as the task of the looptijd."""
    if stand.stand(convenant, dag).is_afgelopen:
        klokken.loop_af(None, sleutel=sleutel_van(convenant), convenant=convenant)
        return
    for gebeurtenis, moment in _gebeurtenissen(convenant, dag):
        klokken.gebeurt(gebeurtenis, sleutel=sleutel_van(convenant), moment=moment, convenant=convenant)
    for termijn in convenant.beleid.termijnen:
        if termijn.onderwerp == "convenant" and termijn.richting == "elke" and termijn.na != LOPENDE_PERIODE:
            _begin_ronde(convenant, termijn.naam, termijn.na, dag)


def _gebeurtenissen(convenant: Convenant, dag: date) -> Iterator[tuple[str, datetime]]:
    """The first period counts from its own event, every other from the end of the one before."""
    perioden = stand.perioden_tot(convenant, dag)
    if not perioden or stand.einde_van(convenant) is not None:
        return
    if len(perioden) > 1:
        yield LOPENDE_PERIODE, begin_van(perioden[-1].van - EEN_DAG)
        return
    yield "inwerkingtreding", begin_van(perioden[0].van)
    ondertekend = stand.stand(convenant, dag).ondertekend
    if ondertekend is not None:
        yield "laatste_ondertekening", begin_van(ondertekend)


def _begin_ronde(convenant: Convenant, naam: str, na: str, dag: date) -> None:
    """What comes back counts from the first day; of a convenant that is older from the day it is here. What was done
    before that nobody here knows."""
    ingang, sleutel = convenant.ingang, sleutel_van(convenant)
    if ingang is None or Klok.objects.filter(convenant=convenant, termijn=naam, sleutel=sleutel).exists():
        return
    eerste = max(ingang, dag)
    vanaf = date(eerste.year - 1, 12, 31) if na in OP_DE_KALENDER else eerste
    klokken.gebeurt(na, sleutel=sleutel, moment=begin_van(vanaf), convenant=convenant)
