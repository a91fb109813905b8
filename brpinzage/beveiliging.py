"""How a corporatie secures what it receives: said once a year by its beheerder (HEE-6.1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from convenant.beleid.beslissing import Vraag
from convenant.beleid.kalender import tel
from convenant.partijen.models import Verklaring
from convenant.poort import poort
from convenant.poort.daad import Daad
from convenant.poort.grens import beurt
from convenant.tijd import vandaag

from .models import Beveiligingsmaatregelen

HANDELING, SOORT = "beveiliging_verklaren", "beveiliging"
WAARSCHUW_DAGEN = 30


@dataclass(frozen=True)
class Stand:
    """A declaration: what it says, and the days for which it holds (half-open)."""

    maatregelen: str
    van: date
    tot: date

    @property
    def is_geldig(self) -> bool:
        return self.van <= vandaag() < self.tot

    @property
    def verloopt_bijna(self) -> bool:
        return self.is_geldig and (self.tot - vandaag()).days <= WAARSCHUW_DAGEN


def toets_verklaren() -> None:
    """Raises Geweigerd when this person may not declare now, before anything is typed."""
    daad = Daad(Vraag(beurt().wie.kant, HANDELING))
    poort.toets_vooraf(daad, ("convenant", "deelname", "medewerker"))


def verklaar(maatregelen: str) -> None:
    """The own party declares its measures, for a year from today; what it declared before ends today.

    The same words twice on one day are one declaration.
    """
    with poort.handel(HANDELING, onderwerp="beveiligingsverklaring"):
        vorige, dag = eigen_stand(), vandaag()
        if vorige and (vorige.maatregelen, vorige.van) == (maatregelen, dag):
            return
        wie = beurt().wie
        lopend = Verklaring.objects.filter(Q(tot=None) | Q(tot__gt=dag), deelname=wie.deelname, soort=SOORT)
        for verklaring in lopend:
            verklaring.tot = dag
            verklaring.save(update_fields=["tot"])
        verklaring = Verklaring.objects.create(
            deelname=wie.deelname, soort=SOORT, van=dag, tot=tel(dag, 1, "jaren")
        )
        Beveiligingsmaatregelen.objects.create(
            verklaring=verklaring, convenant=wie.convenant, deelname=wie.deelname, tekst=maatregelen
        )


def eigen_stand() -> Stand | None:
    """The newest declaration of the own party, valid or not."""
    return standen().get(beurt().wie.deelname.pk)


def standen() -> Mapping[int, Stand]:
    """The newest declaration of each party that this reader may see, by deelname."""
    rijen = Beveiligingsmaatregelen.objects.filter(convenant=beurt().wie.convenant)
    geordend = rijen.select_related("verklaring").order_by("verklaring__van", "pk")
    return {
        rij.deelname_id: Stand(rij.tekst, rij.verklaring.van, rij.verklaring.tot or date.max)
        for rij in geordend
    }
