"""Many tenants reported at once: looked at beforehand, one act of sending each, and what cannot go stays with its reason."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5

from convenant.poort.grens import beurt
from convenant.poort.handeling import Geweigerd, Ongeldig
from convenant.tijd import vandaag
from huisuitzetting.achterstand import huren
from huisuitzetting.achterstand.wat_nu import MELDEN
from huisuitzetting.models import Huurovereenkomst

from .handelingen import belet, meld_achterstand

MAXIMUM = 40


@dataclass(frozen=True)
class Kandidaat:
    """A tenant whose report is due, and what stands in the way of it: sentences with their clause."""

    huur: int
    naam: str
    adres: str
    uiterlijk: date | None
    te_laat: bool
    belet: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Gemeld:
    """What came of one: the case when it went, else why not."""

    naam: str
    adres: str
    huur: int
    zaak: int | None
    belet: Sequence[tuple[str, str]]


def kandidaten() -> tuple[Sequence[Kandidaat], int]:
    """The first of the own tenants whose report is due, each weighed without acting; and how many there are in all."""
    rijen = Huurovereenkomst.objects.filter(groep=beurt().wie.groep, te_doen=MELDEN)
    eerste = rijen.select_related("zaak").order_by("uiterlijk", "pk")[:MAXIMUM]
    return [_kandidaat(huur) for huur in eerste], rijen.count()


def meld(huur_ids: Sequence[int], nummer: UUID) -> Sequence[Gemeld]:
    """Report these tenants with arrears; the same `nummer` again is the same act. Raises NietGevonden for another's."""
    # In one order for everybody, so that two at once wait instead of block each other.
    return list(_meld_elk(sorted(huur_ids), nummer))


def _meld_elk(huur_ids: Sequence[int], nummer: UUID) -> Iterator[Gemeld]:
    for huur_id in huur_ids:
        huur = huren.geef(huur_id)
        zaak: int | None = None
        redenen: Sequence[tuple[str, str]] = ()
        try:
            zaak = meld_achterstand(huur_id, uuid5(nummer, str(huur_id)))
        except Geweigerd as weigering:
            redenen = tuple((reden.tekst, reden.eis) for reden in weigering.redenen)
        except Ongeldig as fout:
            redenen = tuple((zin, "") for zin in fout.fouten.values())
        yield Gemeld(huur.naam, huur.adres, huur_id, zaak, redenen)


def _kandidaat(huur: Huurovereenkomst) -> Kandidaat:
    te_laat = huur.uiterlijk is not None and huur.uiterlijk < vandaag()
    return Kandidaat(huur.pk, huur.naam, huur.adres, huur.uiterlijk, te_laat, belet(huur))
