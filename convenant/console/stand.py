"""How the rows of a convenant stand today, for the checklist and for the command that begins a chain."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from django.db.models import F

from convenant.partijen.models import Autorisatie, Convenant, Deelname
from convenant.poort import feiten as kern
from convenant.poort.feiten import Aanvraag, vragen_van
from convenant.poort.wie import Wie
from convenant.tijd import vandaag

from . import checklist
from .checklist import Partijstand, Stand

GETEKEND = (kern.deelname_getekend, kern.heeft_getekend, kern.alle_partijen_getekend)


def stand_van(wie: Wie) -> Stand:
    """How the convenant stands in which `wie` works."""
    vragen = vragen_van(wie.beleid.code)
    gaat_over = {naam: checklist.ONDERTEKENING for naam, vraag in vragen.items() if vraag in GETEKEND}
    gaat_over |= {naam: checklist.INGANG for naam, vraag in vragen.items() if vraag is kern.convenant_actief}
    dag = vandaag()
    lopend = [
        d
        for d in wie.convenant.deelnames.select_related("partij").order_by("pk")
        if d.einde is None or dag < d.einde
    ]
    houders = houders_van(wie.convenant, dag)
    return Stand(
        dag,
        wie.convenant.ingang,
        _feiten(wie, "convenant", {feit.naam for feit in wie.beleid.feiten}),
        wie.instellingen,
        [_partijstand(wie, deelname, houders.get(deelname.pk, {}), dag) for deelname in lopend],
        gaat_over,
    )


def _partijstand(
    wie: Wie, deelname: Deelname, houders: Mapping[str, frozenset[int]], dag: date
) -> Partijstand:
    als_partij = replace(wie, deelname=deelname)
    return Partijstand(
        deelname.pk,
        deelname.partij.naam,
        deelname.soort,
        deelname.is_getekend(dag),
        _feiten(als_partij, "deelname", set(checklist.vereist_van(wie.beleid, deelname.soort))),
        als_partij.instellingen,
        houders,
    )


def _feiten(wie: Wie, over: str, namen: set[str]) -> Mapping[str, bool]:
    """The facts over this subject that have an answer already."""
    vragen = vragen_van(wie.beleid.code)
    nodig = [naam for naam in sorted(namen & vragen.keys()) if wie.beleid.feit(naam).over == over]
    return {naam: vragen[naam](Aanvraag(wie)) for naam in nodig}


def houders_van(convenant: Convenant, dag: date) -> Mapping[int, Mapping[str, frozenset[int]]]:
    """Per deelname and functie the accounts that can work in it today."""
    rijen = Autorisatie.objects.filter(
        groep__convenant=convenant,
        van__isnull=False,
        medewerker__account__is_active=True,
        medewerker__partij=F("groep__deelname__partij"),
    ).select_related("groep", "medewerker")
    gevonden: dict[int, dict[str, frozenset[int]]] = {}
    for rij in rijen:
        if rij.geldt(dag) and rij.medewerker.is_in_dienst(dag):
            bij = gevonden.setdefault(rij.groep.deelname_id, {})
            bij[rij.groep.functie] = bij.get(rij.groep.functie, frozenset()) | {rij.medewerker.account_id}
    return gevonden
