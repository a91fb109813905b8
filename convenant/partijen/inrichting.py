"""Setting up who takes part: convenant, parties, people. What they may do there: `rechten`.

These rows hold no case data and have no fence; each function keeps the rules of the Beleid. Used by the set-up commands
and, through the console, by the functies the Beleid names.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.contrib.auth.models import Group
from django.db import transaction

from convenant.beleid.taal import Functie
from convenant.tijd import vandaag

from .models import (
    Account,
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
        maak_groep(deelname, functie)
    return deelname


def maak_groep(deelname: Deelname, functie: Functie, team: str = "") -> Groep:
    naam = "/".join(filter(None, (deelname.convenant.code, str(deelname.pk), functie.naam, team)))
    group = Group.objects.create(name=naam)
    return Groep.objects.create(
        group=group,
        convenant=deelname.convenant,
        deelname=deelname,
        functie=functie.naam,
        team=team,
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
        "maximum": functie.maximum,
    }


@transaction.atomic
def werk_groepen_bij() -> int:
    """After a new version of the program: every group knows the verbs its Beleid gives it now; how many changed.

    Only the database's owner may do this: who could, could give a group any verb.
    """
    aantal = 0
    for deelname in Deelname.objects.select_related("convenant"):
        bestaand: dict[str, list[Groep]] = {}
        for groep in deelname.groepen.all():
            bestaand.setdefault(groep.functie, []).append(groep)
        for functie in deelname.convenant.beleid.functies:
            if functie.soort != deelname.soort:
                continue
            if functie.naam not in bestaand:
                maak_groep(deelname, functie)
                aantal += 1
                continue
            rechten = _rechten_in_hek(deelname, functie)
            for groep in bestaand[functie.naam]:
                if any(getattr(groep, naam) != waarde for naam, waarde in rechten.items()):
                    Groep.objects.filter(pk=groep.pk).update(**rechten)
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
