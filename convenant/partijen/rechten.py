"""A functie for a person, from registered to withdrawn: the rules that hold whoever asks, and the history.

Who may ask is the console's affair (`convenant/console`); the set-up commands begin the chain with two people. A
`kenmerk` becomes the id of what happened: the same form sent twice happens once.
"""

from datetime import date
from uuid import UUID, uuid4

from django.db import connection, transaction
from django.db.models import F, Q, QuerySet

from convenant.beleid.taal import Functie
from convenant.tijd import nu, vandaag

from .inrichting import InrichtingFout
from .models import Account, Autorisatie, Autorisatiegebeurtenis, Convenant, Groep, Medewerker

AANGEMELD, VERLEEND, GEWEIGERD = "aangemeld", "verleend", "geweigerd"
TERUGGENOMEN, INGETROKKEN, BEVESTIGD = "teruggenomen", "ingetrokken", "bevestigd"
GESCHORST, HERVAT = "geschorst", "hervat"


@transaction.atomic
def meld_aan(
    medewerker: Medewerker, groep: Groep, *, door: Medewerker, reden: str = "", kenmerk: UUID | None = None
) -> Autorisatie:
    """The first pair of eyes.

    Raises InrichtingFout for who works elsewhere or not any more, or has this functie or a registration for it.
    """
    # Two registrations of the same person at once wait here for each other.
    Account.objects.select_for_update().get(pk=medewerker.account_id)
    if medewerker.partij_id != groep.deelname.partij_id:
        raise InrichtingFout("Deze medewerker werkt niet bij deze partij.")
    if medewerker.tot is not None and medewerker.tot <= vandaag():
        raise InrichtingFout("Deze medewerker is uit dienst.")
    # A team that closes at this moment waits, or is closed already.
    if not Groep.objects.select_for_update(no_key=True).filter(pk=groep.pk, gesloten_op=None).exists():
        raise InrichtingFout("Dit team is gesloten. Kies een ander team.")
    eerder = Autorisatie.objects.filter(medewerker=medewerker, groep=groep, afgesloten_op=None)
    if eerder.filter(van=None).exists():
        raise InrichtingFout("Deze medewerker is al aangemeld voor deze functie. Wacht op het besluit.")
    if eerder.filter(Q(tot=None) | Q(tot__gt=vandaag())).exists():
        raise InrichtingFout("Deze medewerker heeft deze functie al.")
    autorisatie = Autorisatie.objects.create(
        medewerker=medewerker, groep=groep, aangemeld_door=door, aangemeld_op=nu()
    )
    _gebeurd(autorisatie, AANGEMELD, door, reden, kenmerk=kenmerk)
    return autorisatie


@transaction.atomic
def verleen(
    autorisatie: Autorisatie,
    *,
    door: Medewerker,
    van: date,
    tot: date | None = None,
    kenmerk: UUID | None = None,
) -> Autorisatie:
    """The second pair of eyes. `van` and `tot` are half-open.

    Raises InrichtingFout when it is the first again, when somebody decided already, when the maximum of the functie
    is reached (two at once wait for each other) or when the person has a functie that may not meet this one.
    """
    autorisatie = _te_beslissen(autorisatie)
    groep = autorisatie.groep
    functie = _functie(groep)
    if door.account_id in (autorisatie.aangemeld_door.account_id, autorisatie.medewerker.account_id):
        raise InrichtingFout("Wie aanmeldt of aangemeld wordt, verleent niet zelf. Vraag een collega.")
    if tot is not None and tot <= van:
        raise InrichtingFout("De laatste dag ligt voor de eerste dag. Kies een latere laatste dag.")
    Account.objects.select_for_update().get(pk=autorisatie.medewerker.account_id)
    if functie.maximum is not None and _tegelijk(groep, van, tot) >= functie.maximum:
        raise InrichtingFout(
            f"Er zijn al {functie.maximum} mensen met deze functie ({functie.eis}). Trek eerst een autorisatie in."
        )
    if dubbel := onverenigbaar(autorisatie.medewerker, groep, van, tot):
        raise InrichtingFout(f"Deze functie gaat niet samen met: {', '.join(sorted(dubbel))}.")
    autorisatie.verleend_door, autorisatie.van, autorisatie.tot = door, van, tot
    autorisatie.bevestigd_op = nu()
    autorisatie.save()
    _gebeurd(autorisatie, VERLEEND, door, van=van, tot=tot, kenmerk=kenmerk)
    return autorisatie


@transaction.atomic
def weiger(autorisatie: Autorisatie, *, door: Medewerker, reden: str, kenmerk: UUID | None = None) -> None:
    """Raises InrichtingFout when somebody decided already, or the refuser is who registered or is registered."""
    autorisatie = _te_beslissen(autorisatie)
    if door.account_id in (autorisatie.aangemeld_door.account_id, autorisatie.medewerker.account_id):
        raise InrichtingFout("Wie aanmeldt of aangemeld wordt, beslist niet zelf. Vraag een collega.")
    _sluit_af(autorisatie, GEWEIGERD, door, reden, kenmerk)


@transaction.atomic
def neem_terug(
    autorisatie: Autorisatie, *, door: Medewerker, reden: str, kenmerk: UUID | None = None
) -> None:
    """The registering side takes back what nobody decided yet. Raises InrichtingFout when somebody did."""
    _sluit_af(_te_beslissen(autorisatie), TERUGGENOMEN, door, reden, kenmerk)


@transaction.atomic
def trek_in(
    autorisatie: Autorisatie,
    *,
    door: Medewerker | None,
    reden: str,
    per: date | None = None,
    kenmerk: UUID | None = None,
) -> Autorisatie:
    """From `per` (today) on the functie is gone; the history stays. Raises InrichtingFout when it has gone already."""
    autorisatie = _verleend(autorisatie)
    per = max(per or vandaag(), autorisatie.van or vandaag())
    if autorisatie.tot is not None and autorisatie.tot < per:
        raise InrichtingFout("Deze autorisatie eindigt al eerder.")
    autorisatie.tot = per
    autorisatie.save()
    _gebeurd(autorisatie, INGETROKKEN, door, reden, tot=per, kenmerk=kenmerk)
    return autorisatie


@transaction.atomic
def schors(
    autorisatie: Autorisatie, *, door: Medewerker | None, reden: str, kenmerk: UUID | None = None
) -> None:
    """At once, until somebody resumes it. Raises InrichtingFout when it is suspended already."""
    autorisatie = _verleend(autorisatie)
    if autorisatie.geschorst_op is not None:
        raise InrichtingFout("Deze autorisatie is al geschorst.")
    autorisatie.geschorst_op = nu()
    autorisatie.save()
    _gebeurd(autorisatie, GESCHORST, door, reden, kenmerk=kenmerk)


@transaction.atomic
def hervat(autorisatie: Autorisatie, *, door: Medewerker, reden: str, kenmerk: UUID | None = None) -> None:
    """Raises InrichtingFout when it is not suspended, or for who has it: nobody gives themselves anything."""
    autorisatie = _verleend(autorisatie)
    if autorisatie.geschorst_op is None:
        raise InrichtingFout("Deze autorisatie is niet geschorst.")
    if door.account_id == autorisatie.medewerker.account_id:
        raise InrichtingFout("U hervat uw eigen autorisatie niet. Vraag een collega.")
    autorisatie.geschorst_op = None
    autorisatie.bevestigd_op = nu()
    autorisatie.save()
    _gebeurd(autorisatie, HERVAT, door, reden, kenmerk=kenmerk)


@transaction.atomic
def bevestig(autorisatie: Autorisatie, *, door: Medewerker, kenmerk: UUID | None = None) -> None:
    """Still needed, says the registering side (ZOE-10.4). Raises InrichtingFout for the own."""
    autorisatie = _verleend(autorisatie)
    if door.account_id == autorisatie.medewerker.account_id:
        raise InrichtingFout("U bevestigt uw eigen autorisatie niet. Vraag een collega.")
    autorisatie.bevestigd_op = nu()
    autorisatie.save()
    _gebeurd(autorisatie, BEVESTIGD, door, kenmerk=kenmerk)


@transaction.atomic
def meld_af(
    medewerker: Medewerker,
    *,
    door: Medewerker | None,
    reden: str,
    per: date | None = None,
    convenant: Convenant,
) -> None:
    """The person leaves the party: employment ends, and with it every functie there and every open registration.

    Without employment nothing can be done in any convenant; the rows of another are closed by `sluit_vertrokken`.
    """
    medewerker = Medewerker.objects.select_for_update().get(pk=medewerker.pk)
    per = max(per or vandaag(), medewerker.van)
    if medewerker.tot is not None and medewerker.tot <= per:
        raise InrichtingFout("Deze medewerker is al uit dienst.")
    medewerker.tot = per
    medewerker.save(update_fields=["tot"])
    _beeindig(medewerker, Autorisatie.objects.filter(groep__convenant=convenant), door, reden, per)


@transaction.atomic
def sluit_vertrokken(reden: str) -> list[Medewerker]:
    """What is left open of people who have left; whose. For the clock."""
    dag = vandaag()
    open_rijen = Autorisatie.objects.filter(Q(tot=None) | Q(tot__gt=dag), afgesloten_op=None).exclude(
        tot=F("van")
    )
    weg = Medewerker.objects.filter(tot__lte=dag, autorisaties__in=open_rijen).distinct()
    for medewerker in weg:
        _beeindig(medewerker, Autorisatie.objects.all(), None, reden, dag)
    return list(weg)


def _beeindig(
    medewerker: Medewerker, rijen: QuerySet[Autorisatie], door: Medewerker | None, reden: str, per: date
) -> None:
    eigen = rijen.filter(medewerker=medewerker, afgesloten_op=None)
    for autorisatie in eigen.filter(van=None):
        _sluit_af(autorisatie, TERUGGENOMEN, door, reden)
    for autorisatie in eigen.filter(Q(tot=None) | Q(tot__gt=per), van__isnull=False).exclude(tot=F("van")):
        trek_in(autorisatie, door=door, reden=reden, per=per)


def onverenigbaar(medewerker: Medewerker, groep: Groep, van: date, tot: date | None) -> set[str]:
    """The functies this person has in the convenant in that period that may not meet this one."""
    functie = _functie(groep)
    beleid = groep.deelname.convenant.beleid
    return {
        ander.groep.functie
        for ander in _lopend(van, tot)
        .filter(medewerker__account=medewerker.account_id, groep__convenant=groep.convenant_id)
        .select_related("groep__deelname")
        if ander.groep.functie in functie.onverenigbaar
        or functie.naam in beleid.functie(ander.groep.deelname.soort, ander.groep.functie).onverenigbaar
    }


def _lopend(van: date, tot: date | None) -> QuerySet[Autorisatie]:
    lopend = Autorisatie.objects.filter(Q(tot=None) | Q(tot__gt=van), van__isnull=False)
    return lopend if tot is None else lopend.filter(van__lt=tot)


def _tegelijk(groep: Groep, van: date, tot: date | None) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "select autorisaties_tegelijk(%s::int, %s::date, %s::date, null)", [groep.pk, van, tot]
        )
        return cursor.fetchone()[0]


def _functie(groep: Groep) -> Functie:
    return groep.deelname.convenant.beleid.functie(groep.deelname.soort, groep.functie)


def _vergrendeld(autorisatie: Autorisatie) -> Autorisatie:
    """The row as it is now; who changes it at the same moment waits."""
    return (
        Autorisatie.objects.select_for_update(of=("self",))
        .select_related("groep__deelname__convenant", "aangemeld_door", "medewerker")
        .get(pk=autorisatie.pk)
    )


def _te_beslissen(autorisatie: Autorisatie) -> Autorisatie:
    autorisatie = _vergrendeld(autorisatie)
    if autorisatie.van is not None or autorisatie.afgesloten_op is not None:
        raise InrichtingFout("Over deze aanmelding is al beslist. Meld de medewerker opnieuw aan.")
    return autorisatie


def _verleend(autorisatie: Autorisatie) -> Autorisatie:
    autorisatie = _vergrendeld(autorisatie)
    if autorisatie.van is None or (autorisatie.tot is not None and autorisatie.tot <= vandaag()):
        raise InrichtingFout("Deze autorisatie loopt niet (meer).")
    return autorisatie


def _sluit_af(
    autorisatie: Autorisatie,
    soort: str,
    door: Medewerker | None,
    reden: str,
    kenmerk: UUID | None = None,
) -> None:
    autorisatie.afgesloten_op = nu()
    autorisatie.save()
    _gebeurd(autorisatie, soort, door, reden, kenmerk=kenmerk)


def _gebeurd(
    autorisatie: Autorisatie,
    soort: str,
    door: Medewerker | None,
    reden: str = "",
    *,
    van: date | None = None,
    tot: date | None = None,
    kenmerk: UUID | None = None,
) -> None:
    Autorisatiegebeurtenis.objects.create(
        pk=kenmerk or uuid4(),
        autorisatie=autorisatie,
        soort=soort,
        moment=nu(),
        door=door,
        reden=reden,
        van=van,
        tot=tot,
    )
