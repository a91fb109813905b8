"""Whose rights somebody decides about: the Beleid says per functie who registers and who grants it.

Of its own soort only at the own party; of another soort at every party of the convenant.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from convenant.beleid.beheer import RECHTEN_INZIEN
from convenant.beleid.taal import Beleid, Functie, Kant
from convenant.partijen.inrichting import InrichtingFout
from convenant.partijen.models import Autorisatie, Autorisatiegebeurtenis, Deelname, Groep, Medewerker
from convenant.poort.grens import beurt
from convenant.poort.handeling import NietGevonden, Ongeldig
from convenant.poort.wie import Wie
from convenant.tijd import vandaag

PARTIJ, CONVENANT = "partij", "convenant"


def functie_van(groep: Groep, beleid: Beleid) -> Functie:
    return beleid.functie(groep.deelname.soort, groep.functie)


def is_van(wie: Wie, kant: Kant | None, deelname: Deelname) -> bool:
    """Whether this person is that end for what happens at this party."""
    if kant is None or not kant.past(wie.kant):
        return False
    return deelname.soort != wie.deelname.soort or deelname.pk == wie.deelname.pk


def registreert(groep: Groep) -> bool:
    wie = beurt().wie
    return is_van(wie, functie_van(groep, wie.beleid).registreert, groep.deelname)


def verleent(groep: Groep) -> bool:
    wie = beurt().wie
    return is_van(wie, functie_van(groep, wie.beleid).verleent, groep.deelname)


def groepen() -> list[Groep]:
    """Every functie at every party of this convenant, in the order of parties and of the Beleid."""
    wie = beurt().wie
    rijen = Groep.objects.filter(convenant=wie.convenant).select_related("deelname__partij")
    volgorde = {(functie.soort, functie.naam): nummer for nummer, functie in enumerate(wie.beleid.functies)}
    # A group whose functie a newer text no longer knows has no rights left to give.
    bekend = [groep for groep in rijen if (groep.deelname.soort, groep.functie) in volgorde]
    return sorted(
        bekend,
        key=lambda groep: (
            groep.deelname.partij.naam,
            groep.deelname_id,
            volgorde[groep.deelname.soort, groep.functie],
            groep.team,
        ),
    )


def ketengroepen(groep: Groep, kant: Kant | None) -> list[Groep]:
    """The groups whose people are that end for this functie."""
    if kant is None:
        return []
    rijen = Groep.objects.filter(
        convenant=groep.convenant_id, deelname__soort=kant.soort, functie=kant.functie
    )
    return list(rijen.filter(deelname=groep.deelname_id) if kant.soort == groep.deelname.soort else rijen)


def bereik() -> str:
    """Whose rights this reader sees: of the own party or of the whole convenant."""
    kant = beurt().wie.kant
    rijen = (
        rij.bereik
        for rij in beurt().wie.beleid.bevoegdheden
        if (rij.soort, rij.functie) == (kant.soort, kant.functie) and RECHTEN_INZIEN in rij.handelingen
    )
    return CONVENANT if CONVENANT in set(rijen) else PARTIJ


def zichtbare_groepen() -> list[Groep]:
    """The functies whose people this reader may see."""
    if bereik() == CONVENANT:
        return groepen()
    eigen = beurt().wie.deelname.pk
    return [
        groep for groep in groepen() if groep.deelname_id == eigen or registreert(groep) or verleent(groep)
    ]


def in_bereik() -> QuerySet[Autorisatie]:
    """The autorisaties this reader may see: of the party or the convenant, and those the actor decides about."""
    rijen = Autorisatie.objects.filter(groep__convenant=beurt().wie.convenant)
    if bereik() != CONVENANT:
        rijen = rijen.filter(groep__in=[groep.pk for groep in zichtbare_groepen()])
    return rijen.select_related(
        "groep__deelname__partij",
        "groep__deelname__convenant",
        "medewerker__account",
        "medewerker__partij",
        "aangemeld_door__account",
        "aangemeld_door__partij",
        "verleend_door__account",
        "verleend_door__partij",
    )


def geef(autorisatie_id: int) -> Autorisatie:
    """Raises NietGevonden when it is not there or not for this reader."""
    autorisatie = in_bereik().filter(pk=autorisatie_id).first()
    if autorisatie is None:
        raise NietGevonden
    return autorisatie


def mijn_deelnames() -> list[Deelname]:
    """The parties that take part and of which the actor registers people, by name. Of another party than the own only
    once its signature is recorded: until then it has given nobody anything to say about its people."""
    eigen, dag = beurt().wie.deelname.pk, vandaag()
    return list(
        {
            groep.deelname_id: groep.deelname
            for groep in groepen()
            if registreert(groep) and (groep.deelname_id == eigen or groep.deelname.is_getekend(dag))
        }.values()
    )


def mijn_mensen() -> QuerySet[Medewerker]:
    """The people of the parties the actor keeps.

    Of another party than the own: not those who have a functie in another convenant. They are that party's own affair,
    and what is done to them here would be felt there.
    """
    wie = beurt().wie
    partijen = [deelname.partij_id for deelname in mijn_deelnames()]
    rijen = Medewerker.objects.filter(partij__in=partijen).select_related("account", "partij")
    elders = Autorisatie.objects.exclude(groep__convenant=wie.convenant).filter(medewerker=OuterRef("pk"))
    return rijen.filter(Q(partij=wie.deelname.partij_id) | ~Exists(elders))


def mijn_mens(medewerker_id: int) -> tuple[Medewerker, Deelname]:
    """Somebody whose party the actor keeps. Raises NietGevonden."""
    medewerker = mijn_mensen().filter(pk=medewerker_id).first()
    if medewerker is None:
        raise NietGevonden
    deelnames = {deelname.partij_id: deelname for deelname in mijn_deelnames()}
    return medewerker, deelnames[medewerker.partij_id]


@contextmanager
def in_een_zin() -> Iterator[None]:
    """What the rules of rights refuse becomes what the form shows."""
    try:
        yield
    except InrichtingFout as fout:
        raise Ongeldig({"": str(fout)}) from fout


def al_gebeurd(kenmerk: UUID) -> bool:
    """Whether this form was sent before. Two at once wait for each other."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 0))", [str(kenmerk)])
    return Autorisatiegebeurtenis.objects.filter(pk=kenmerk).exists()


def blijft_iemand(autorisatie: Autorisatie, dag: date) -> bool:
    """Whether the chain goes on without this one on that day: as many people are left as it needs (two where the same functie
    registers and grants). Two who leave at once wait for each other."""
    beleid, groep = beurt().wie.beleid, autorisatie.groep
    kant = Kant(groep.deelname.soort, groep.functie)
    nodig = max(
        (
            sum(einde is not None and einde.past(kant) for einde in (functie.registreert, functie.verleent))
            for functie in beleid.functies
        ),
        default=0,
    )
    if not nodig:
        return True
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtext('keten'), %s::int)", [groep.pk])
    anderen = Autorisatie.objects.filter(groep=groep, van__lte=dag, medewerker__account__is_active=True)
    blijvers = {
        ander.medewerker.account_id
        for ander in anderen.exclude(medewerker__account=autorisatie.medewerker.account_id).select_related(
            "medewerker"
        )
        if ander.geldt(dag) and ander.medewerker.is_in_dienst(dag)
    }
    return len(blijvers) >= nodig
