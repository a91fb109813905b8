"""The clocks of the convenant itself: its periods, what comes back every so often, and the term of a notice.

They run from dates that stand elsewhere, so they are started by looking at those, as often as one likes.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from convenant.beleid import looptijd as regels
from convenant.beleid.kalender import OP_DE_KALENDER, begin_van
from convenant.partijen.models import Convenant
from convenant.poort import klokken
from convenant.termijnen.models import Klok
from convenant.tijd import nu

from . import stand
from .models import Beeindiging

LOPENDE_PERIODE = "einde_lopende_periode"
PERIODEN = (regels.LOOPTIJD, regels.VERLENGING)
EEN_DAG = timedelta(days=1)


def sleutel_van(convenant: Convenant) -> str:
    return f"convenant {convenant.pk}"


def sleutel_van_opzegging(rij: Beeindiging) -> str:
    return str(rij.pk)


def zet(convenant: Convenant, dag: date) -> None:
    """Start what runs since a date of the convenant; once it ends, stop the rest. Runs as the task of the looptijd."""
    if stand.stand(convenant, dag).is_afgelopen:
        klokken.loop_af(sleutel=sleutel_van(convenant), convenant=convenant)
        return
    _sluit_perioden(convenant)
    for gebeurtenis, moment, tot in _gebeurtenissen(convenant, dag):
        klokken.gebeurt(
            gebeurtenis, sleutel=sleutel_van(convenant), moment=moment, afgesproken=tot, convenant=convenant
        )
    for termijn in convenant.beleid.termijnen:
        if termijn.onderwerp == "convenant" and termijn.richting == "elke" and termijn.na != LOPENDE_PERIODE:
            _begin_ronde(convenant, termijn.naam, termijn.na, dag)


def _sluit_perioden(convenant: Convenant) -> None:
    """A period that is over makes room for the next; after a notice there is none to come, unless it is taken back."""
    sleutel = sleutel_van(convenant)
    perioden = [rij for rij in convenant.beleid.termijnen if rij.actie in PERIODEN]
    if stand.einde_van(convenant) is not None:
        for rij in perioden:
            klokken.trek_in(rij.na, sleutel=sleutel, convenant=convenant)
        return
    over = Klok.objects.filter(
        convenant=convenant,
        sleutel=sleutel,
        stand=Klok.LOOPT,
        vervalt_op__lte=nu(),
        termijn__in=[rij.naam for rij in perioden],
    )
    if namen := list(over.values_list("termijn", flat=True)):
        klokken.loop_af(sleutel=sleutel, convenant=convenant, namen=namen)


def _gebeurtenissen(convenant: Convenant, dag: date) -> Iterator[tuple[str, datetime, datetime | None]]:
    """The first period counts from its own event, every other from the end of the one before to its own: extensions count
    from the first end, so that a 29 February does not shorten every year after it."""
    perioden = stand.perioden_tot(convenant, dag)
    if not perioden or stand.einde_van(convenant) is not None:
        return
    laatste = perioden[-1]
    if len(perioden) > 1:
        yield (
            LOPENDE_PERIODE,
            begin_van(laatste.van - EEN_DAG),
            begin_van(laatste.tot) if laatste.tot else None,
        )
        return
    yield "inwerkingtreding", begin_van(laatste.van), None
    ondertekend = stand.stand(convenant, dag).ondertekend
    if ondertekend is not None:
        yield "laatste_ondertekening", begin_van(ondertekend), None


def _begin_ronde(convenant: Convenant, naam: str, na: str, dag: date) -> None:
    """What comes back counts from the first day; of a convenant that is older from the day it is here. What was done
    before that nobody here knows."""
    ingang, sleutel = convenant.ingang, sleutel_van(convenant)
    if ingang is None or Klok.objects.filter(convenant=convenant, termijn=naam, sleutel=sleutel).exists():
        return
    eerste = max(ingang, dag)
    vanaf = date(eerste.year - 1, 12, 31) if na in OP_DE_KALENDER else eerste
    klokken.gebeurt(na, sleutel=sleutel, moment=begin_van(vanaf), convenant=convenant)
