"""What a corporatie keeps of an arrangement with its tenant, and the clocks of the case that hang on it (HAA-3.4, HAA-3.9)."""

from convenant.poort.daad import handel
from convenant.poort.handeling import Ongeldig
from convenant.poort.zaken import doe
from convenant.tijd import vandaag
from huisuitzetting.models import Huurovereenkomst

from . import huren, regeling
from .regeling import LOOPT, VERBROKEN, Afspraak

REGELING = "betalingsregeling_vastleggen"


def leg_vast(huur_id: int, stand: str, afspraak: Afspraak | None = None) -> None:
    """Whether the tenant keeps an arrangement, and which. A kept one holds the clocks of the handover until its last day, a
    broken one wakes them.

    Raises NietGevonden, and Ongeldig for one that runs without `afspraak`, that cannot be, or that is over already.
    """
    huur = huren.vergrendel(huur_id)
    if stand == LOOPT:
        _toets(afspraak)
    zaak = huren.lopende_zaak(huur)
    with doe(zaak, REGELING) if zaak else handel(REGELING, onderwerp=f"huurovereenkomst {huur.pk}"):
        zet(huur, stand, afspraak)
        huren.bewaar(huur)


def zet(huur: Huurovereenkomst, stand: str, afspraak: Afspraak | None = None) -> None:
    """How it stands with the arrangement, and its clocks. Part of an act, which keeps the row. Of one that is broken it stays
    known what it was."""
    was = huren.stand_van(huur)
    huur.betalingsregeling = stand
    if afspraak is not None:
        huur.regeling_sinds, huur.regeling_per_maand = afspraak.sinds, afspraak.per_maand
        huur.regeling_tot = afspraak.tot
    elif stand != VERBROKEN:
        huur.regeling_sinds = huur.regeling_per_maand = huur.regeling_tot = None
    huren.zet_klokken(huur, was)


def _toets(afspraak: Afspraak | None) -> None:
    if afspraak is None:
        raise Ongeldig(dict.fromkeys((regeling.SINDS, regeling.PER_MAAND, regeling.TOT), regeling.ALLE_DRIE))
    fouten = regeling.fouten_in(afspraak, vandaag())
    if not fouten and afspraak.tot < vandaag():
        fouten = {regeling.TOT: regeling.AL_AFGELOPEN}
    if fouten:
        raise Ongeldig(fouten)
