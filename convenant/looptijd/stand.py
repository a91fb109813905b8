"""How a convenant stands on a day: in force since when, which period runs, when it ends. Rows in, dates out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from convenant.beleid import looptijd as regels
from convenant.beleid.looptijd import Periode
from convenant.partijen.models import Convenant, Deelname


@dataclass(frozen=True)
class Stand:
    """`einde` is definite and half-open: a notice, a law or an agreement set it. `periode` runs on the day asked, and
    `opzeggen_voor` is the last day to receive a notice that works no later than its end."""

    ingang: date | None
    einde: date | None
    ondertekend: date | None
    periode: Periode | None
    opzeggen_voor: date | None
    dag: date

    @property
    def is_afgelopen(self) -> bool:
        return self.einde is not None and self.einde <= self.dag

    @property
    def is_van_kracht(self) -> bool:
        return self.ingang is not None and self.ingang <= self.dag and not self.is_afgelopen


def stand(convenant: Convenant, dag: date) -> Stand:
    """The dates of force of this convenant, as its text counts them."""
    beleid = convenant.beleid
    einde = einde_van(convenant)
    van = convenant.ingang
    ondertekend = _ondertekend(convenant)
    if van is None:
        return Stand(None, einde, ondertekend, None, None, dag)
    periode = regels.periode_op(beleid, van, ondertekend, dag)
    opzegtermijn = regels.termijn(beleid, regels.OPZEGTERMIJN)
    uiterlijk = None
    if periode and periode.tot and opzegtermijn and einde is None:
        uiterlijk = regels.laatste_opzegdag(opzegtermijn, periode.tot)
    return Stand(van, einde, ondertekend, periode, uiterlijk, dag)


def einde_van(convenant: Convenant) -> date | None:
    """The first day on which the convenant itself is no longer there, whatever ends it."""
    return min(filter(None, (convenant.einde, convenant.vervallen_op)), default=None)


def einde_van_deelname(deelname: Deelname) -> date | None:
    """The first day on which this party no longer takes part: its own end, or that of the convenant."""
    return min(filter(None, (deelname.einde, einde_van(deelname.convenant))), default=None)


def perioden_tot(convenant: Convenant, dag: date) -> Sequence[Periode]:
    """Every period that has begun by this day and that nothing ended before it began."""
    if convenant.ingang is None:
        return ()
    einde = einde_van(convenant)
    begonnen = []
    for periode in regels.perioden(convenant.beleid, convenant.ingang, _ondertekend(convenant)):
        if periode.van > dag or (einde is not None and periode.van >= einde):
            break
        begonnen.append(periode)
    return begonnen


def bepaal_ingang(convenant: Convenant) -> bool:
    """Set down the first day once the signatures give it (KRI-16.1, MAA-21, HAA-9.1); whether it did.

    Part of an act or of the clock, never an act of its own. A date that stands is never changed: who joins later takes
    part from the own signature on. What ended before it began, never begins.
    """
    if convenant.ingang is not None:
        return False
    handtekeningen = list(convenant.deelnames.values_list("getekend_op", flat=True))
    ingang, einde = regels.ingang(convenant.beleid, None, handtekeningen), einde_van(convenant)
    if ingang is None or (einde is not None and einde <= ingang):
        return False
    convenant.ingang = ingang
    convenant.save(update_fields=["ingang"])
    return True


def _ondertekend(convenant: Convenant) -> date | None:
    """The last signature of who was there at the start; of who joined later it moves no term."""
    van = convenant.ingang
    dagen = [dag for dag in convenant.deelnames.values_list("getekend_op", flat=True) if dag]
    return max((dag for dag in dagen if van is None or dag <= van), default=None)
