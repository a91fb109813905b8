"""Setting up who takes part: convenant, parties, people, and the two pairs of eyes behind every autorisatie.

These rows hold no case data and have no fence; each function keeps the rules of the Beleid. Used by the set-up commands
and, through the console, by the functies the Beleid names.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import Q

from convenant.beleid.taal import Functie
from convenant.tijd import nu, vandaag

from .models import (
    Account,
    Autorisatie,
    Convenant,
    Deelname,
    Groep,
    InstellingWaarde,
    Medewerker,
    Partij,
    Verklaring,
)


class InrichtingFout(Exception):
    """The Beleid does not allow this; one Dutch sentence."""


@transaction.atomic
def maak_convenant(*, instellingen: Mapping[str, object], **velden: object) -> Convenant:
    """A signed convenant with the settings its text leaves open. Raises InrichtingFout for an unknown setting."""
    convenant = Convenant.objects.create(**velden)
    bekend = {instelling.naam for instelling in convenant.beleid.instellingen}
    for naam, waarde in instellingen.items():
        if naam not in bekend:
            raise InrichtingFout(f"Het convenant kent geen instelling {naam}.")
        InstellingWaarde.objects.create(convenant=convenant, naam=naam, waarde=waarde)
    return convenant


@transaction.atomic
def sluit_aan(
    convenant: Convenant,
    partij: Partij,
    soort: str,
    *,
    getekend_op: date | None,
    ondertekenaar: str = "",
    verklaringen: Iterable[str] = (),
) -> Deelname:
    """A party joins as one soort; a group is made for every functie the Beleid has for it."""
    functies = [functie for functie in convenant.beleid.functies if functie.soort == soort]
    if not functies:
        raise InrichtingFout(f"Het convenant kent geen partij van de soort {soort}.")
    deelname = Deelname.objects.create(
        convenant=convenant, partij=partij, soort=soort, getekend_op=getekend_op, ondertekenaar=ondertekenaar
    )
    for verklaring in verklaringen:
        Verklaring.objects.create(deelname=deelname, soort=verklaring, van=getekend_op or vandaag())
    for functie in functies:
        _maak_groep(deelname, functie)
    return deelname


def _maak_groep(deelname: Deelname, functie: Functie) -> Groep:
    group = Group.objects.create(name=f"{deelname.convenant.code}/{deelname.pk}/{functie.naam}")
    return Groep.objects.create(
        group=group,
        convenant=deelname.convenant,
        deelname=deelname,
        functie=functie.naam,
        **_rechten_in_hek(deelname, functie),
    )


def _rechten_in_hek(deelname: Deelname, functie: Functie) -> dict[str, Any]:
    """What the database's fence must know of the Beleid about this functie."""
    bereik = {
        (handeling, rij.bereik)
        for rij in deelname.convenant.beleid.bevoegdheden
        if (rij.soort, rij.functie) == (functie.soort, functie.naam)
        for handeling in rij.handelingen
    }
    return {
        "handelingen": sorted({handeling for handeling, _ in bereik}),
        "leest_logboek": ("logboek_lezen", "convenant") in bereik,
        "partij_logboek": ("eigen_logboek_lezen", "partij") in bereik,
    }


@transaction.atomic
def werk_groepen_bij() -> int:
    """After a new version of the program: every group knows the verbs its Beleid gives it now; how many changed.

    Only the database's owner may do this: who could, could give a group any verb.
    """
    aantal = 0
    for deelname in Deelname.objects.select_related("convenant"):
        bestaand = {groep.functie: groep for groep in deelname.groepen.all()}
        for functie in deelname.convenant.beleid.functies:
            if functie.soort != deelname.soort:
                continue
            groep = bestaand.get(functie.naam)
            rechten = _rechten_in_hek(deelname, functie)
            if groep is None:
                _maak_groep(deelname, functie)
            elif any(getattr(groep, naam) != waarde for naam, waarde in rechten.items()):
                Groep.objects.filter(pk=groep.pk).update(**rechten)
            else:
                continue
            aantal += 1
    return aantal


@transaction.atomic
def neem_in_dienst(
    account: Account, partij: Partij, *, van: date, verklaringen: Iterable[str] = ()
) -> Medewerker:
    medewerker = Medewerker.objects.create(account=account, partij=partij, van=van)
    for soort in verklaringen:
        Verklaring.objects.create(medewerker=medewerker, soort=soort, van=van)
    return medewerker


def meld_aan(medewerker: Medewerker, groep: Groep, *, door: Medewerker) -> Autorisatie:
    """The first pair of eyes. Raises InrichtingFout when the person does not work at the party of the group."""
    if medewerker.partij_id != groep.deelname.partij_id:
        raise InrichtingFout("Deze medewerker werkt niet bij deze partij.")
    return Autorisatie.objects.create(
        medewerker=medewerker, groep=groep, aangemeld_door=door, aangemeld_op=nu()
    )


@transaction.atomic
def verleen(autorisatie: Autorisatie, *, door: Medewerker, van: date, tot: date | None = None) -> Autorisatie:
    """The second pair of eyes.

    Raises InrichtingFout when it is the first again, when the maximum of the functie is reached (two at once wait
    for each other) or when the person has a functie that may not meet this one.
    """
    groep = (
        Groep.objects.select_for_update().select_related("deelname__convenant").get(pk=autorisatie.groep_id)
    )
    functie = groep.deelname.convenant.beleid.functie(groep.deelname.soort, groep.functie)
    if autorisatie.van is not None:
        raise InrichtingFout("Deze autorisatie is al verleend. Meld de medewerker opnieuw aan.")
    if door.account_id in (autorisatie.aangemeld_door.account_id, autorisatie.medewerker.account_id):
        raise InrichtingFout("Wie aanmeldt of aangemeld wordt, verleent niet zelf. Vraag een collega.")
    lopend = Autorisatie.objects.filter(Q(tot=None) | Q(tot__gt=van), van__isnull=False).exclude(
        pk=autorisatie.pk
    )
    if functie.maximum is not None and lopend.filter(groep=groep).count() >= functie.maximum:
        raise InrichtingFout(
            f"Er zijn al {functie.maximum} mensen met deze functie ({functie.eis}). Trek eerst een autorisatie in."
        )
    andere = lopend.filter(
        medewerker__account=autorisatie.medewerker.account_id, groep__convenant=groep.convenant_id
    ).select_related("groep__deelname")
    beleid = groep.deelname.convenant.beleid
    if dubbel := {
        ander.groep.functie
        for ander in andere
        if ander.groep.functie in functie.onverenigbaar
        or functie.naam in beleid.functie(ander.groep.deelname.soort, ander.groep.functie).onverenigbaar
    }:
        raise InrichtingFout(f"Deze functie gaat niet samen met: {', '.join(sorted(dubbel))}.")
    autorisatie.verleend_door, autorisatie.van, autorisatie.tot = door, van, tot
    autorisatie.save()
    return autorisatie


def beeindig(autorisatie: Autorisatie, *, per: date) -> Autorisatie:
    """From this day on the functie is gone; the history stays."""
    autorisatie.tot = max(per, autorisatie.van or per)
    autorisatie.save()
    return autorisatie
