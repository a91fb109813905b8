"""Asking a source outside, such as the BRP: that it will be asked is logged and committed, it is asked outside any
transaction, and what it said is logged, kept and then shown.

So no row is locked while somebody else's server thinks, and a question that was asked always stands in the log, also when
nobody came back to say how it ended.
"""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from convenant.verstrekkingen.models import Ontvangst, Verstrekking

from .daad import Daad, verricht
from .grens import beurt, stuk
from .handeling import KoppelingMislukt
from .logboek import MISLUKT
from .poort import Levering, bewaar_levering, eerder_gedaan

VOORNEMEN = "De vraag gaat naar de bron."


def bevraag(
    maak: Callable[[], Daad], roep: Callable[[Daad], Levering], *, kenmerk: UUID, bewaren_tot: datetime | None
) -> UUID:
    """Fetch a set from a source outside; the id of the own copy. For a page that keeps its own transactions.

    `maak` says what the act is, before and after the call: it is weighed both times, since a case can move and an
    access end meanwhile. `bewaren_tot` is None where what ends the copy is an event of the case. The same `kenmerk` again is
    the same act and asks nothing. Raises Geweigerd, or KoppelingMislukt when `roep` could not ask or use the
    answer: that stands in the log, and nothing else is kept.
    """
    with stuk():
        if eerder_gedaan(kenmerk):
            return _eigen(kenmerk)
        daad = maak()
        with verricht(daad) as (werk,):
            werk.aanvulling |= {"redenen": ((VOORNEMEN, ""),), "eis": _eis(daad)}
    try:
        levering = roep(daad)
    except KoppelingMislukt as fout:
        with stuk():
            _schrijf_mislukt(daad, fout)
        raise
    with stuk() as huidig:
        if eerder_gedaan(kenmerk):  # the same form twice at once: the other was first
            return _eigen(kenmerk)
        with verricht(maak()) as (werk,):
            verstrekking = Verstrekking(pk=kenmerk, van_groep_id=huidig.wie.groep, zaak=werk.daad.zaak)
            return bewaar_levering(verstrekking, werk, levering, bewaren_tot).pk


def _eigen(kenmerk: UUID) -> UUID:
    return Ontvangst.objects.get(verstrekking_id=kenmerk, groep_id=beurt().wie.groep or 0).pk


def _eis(daad: Daad) -> str:
    return beurt().wie.beleid.gegevensset(daad.vraag.gegevensset).eis


def _schrijf_mislukt(daad: Daad, fout: KoppelingMislukt) -> None:
    huidig = beurt()
    huidig.regels.append(
        huidig.regel(
            daad.vraag.handeling,
            MISLUKT,
            gegevensset=daad.vraag.gegevensset,
            doel=daad.vraag.doel,
            eis=_eis(daad),
            object=daad.onderwerp,
            redenen=((fout.zin, ""),),
        )
    )
