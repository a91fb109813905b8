"""Who takes part in Heemstede today, for what is sent to a corporatie that somebody picks, or to every party."""

from collections.abc import Sequence

from django.db import connection

from convenant.partijen.models import Deelname, Groep
from convenant.poort.grens import beurt
from convenant.poort.handeling import NietGevonden, Ongeldig
from convenant.tijd import vandaag
from convenant.zaken.models import Zaak

CORPORATIE, BEHEERDER, CONVENANTBEHEERDER = "corporatie", "beheerder", "convenantbeheerder"


def deelnames() -> Sequence[Deelname]:
    """Every party that has signed and not left, by name."""
    rijen = Deelname.objects.filter(convenant=beurt().wie.convenant).select_related("partij")
    return [rij for rij in rijen.order_by("partij__naam") if rij.is_getekend(vandaag())]


def corporaties() -> list[tuple[str, str]]:
    """The corporaties to choose from: (id, name)."""
    return [(str(rij.pk), rij.partij.naam) for rij in deelnames() if rij.soort == CORPORATIE]


def gekozen_beheerder(deelname_id: str) -> Groep:
    """The group of the beheerder of a chosen corporatie. Raises Ongeldig when it takes part no longer."""
    rij = next((d for d in deelnames() if d.soort == CORPORATIE and str(d.pk) == deelname_id), None)
    if rij is None:
        raise Ongeldig({"corporatie": "Deze corporatie doet niet meer mee. Kies opnieuw uit de lijst."})
    return beheerder_van(rij)


def beheerder_van(deelname: Deelname) -> Groep:
    return Groep.objects.select_related("deelname__partij").get(deelname=deelname, functie=BEHEERDER)


def corporatie_van(zaak: Zaak) -> Deelname:
    """The corporatie that an own case is about. Raises NietGevonden when there is none."""
    with connection.cursor() as cursor:
        cursor.execute("select zaak_corporatie(%s)", [zaak.pk])
        (welke,) = cursor.fetchone()
    if welke is None:
        raise NietGevonden
    return Deelname.objects.select_related("partij").get(pk=welke)


def andere_partijen() -> list[Groep]:
    """For every other party the group that hears what concerns the convenant: beheerder or convenantbeheerder."""
    anderen = [rij.pk for rij in deelnames() if rij.pk != beurt().wie.deelname.pk]
    groepen = Groep.objects.filter(deelname__in=anderen, functie__in=(BEHEERDER, CONVENANTBEHEERDER))
    return list(groepen.select_related("deelname__partij").order_by("pk"))
