"""Somebody lost the second factor: the registering side asks, the granting side allows; then it is set up anew."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from django.db.models import Q, QuerySet

from convenant.inloggen.factor import verwijder
from convenant.partijen.models import Factorherstel, Groep, Medewerker
from convenant.poort.berichten import bericht, bericht_aan
from convenant.poort.daad import handel, mag
from convenant.poort.grens import beurt
from convenant.poort.handeling import NietGevonden, Ongeldig
from convenant.tijd import nu, vandaag

from . import kring
from .autorisaties import wie_deed

VRAGEN, TOESTAAN = "factor_herstel_vragen", "factor_herstel_toestaan"


@dataclass(frozen=True)
class Herstel:
    """A request to remove the factor of one person. `toegestaan` is None until somebody decided."""

    id: UUID
    medewerker: int
    naam: str
    email: str
    partij: str
    gevraagd_op: datetime
    gevraagd_door: str
    reden: str
    toegestaan: bool | None


def open_vragen() -> Sequence[Herstel]:
    """What the actor can decide: asked by somebody else, about somebody else."""
    if not mag(TOESTAAN):
        return ()
    ik = beurt().wie.medewerker.account_id
    verleend = [groep for groep in kring.groepen() if kring.verleent(groep)]
    partijen = {groep.deelname.partij_id for groep in verleend}
    rijen = _rijen().filter(besloten_op=None, medewerker__partij__in=partijen).order_by("gevraagd_op")
    return [_herstel(rij) for rij in rijen.exclude(medewerker__account=ik).exclude(gevraagd_door__account=ik)]


def een(herstel_id: UUID) -> Herstel:
    """Raises NietGevonden for what the actor does not decide."""
    for rij in open_vragen():
        if rij.id == herstel_id:
            return rij
    raise NietGevonden


def vraag(medewerker_id: int, kenmerk: UUID, reden: str) -> None:
    """Raises NietGevonden for another's, Ongeldig for oneself or while a request waits. The same form is one request."""
    medewerker, _ = kring.mijn_mens(medewerker_id)
    wie = beurt().wie
    nummer = uuid5(kenmerk, f"{wie.groep} {medewerker_id}")
    with handel(VRAGEN, onderwerp=f"medewerker {medewerker_id}"):
        if medewerker.account_id == wie.medewerker.account_id:
            raise Ongeldig({"": "U vraagt dit niet voor uzelf. Vraag een collega."})
        _toets_alleen_van_ons(medewerker)
        # Two requests for one person wait for each other.
        Medewerker.objects.select_for_update().get(pk=medewerker_id)
        if Factorherstel.objects.filter(pk=nummer).exists():
            return
        if Factorherstel.objects.filter(medewerker=medewerker_id, besloten_op=None).exists():
            raise Ongeldig({"": "Er wacht al een vraag voor deze medewerker. Wacht op het besluit."})
        Factorherstel.objects.create(
            pk=nummer,
            medewerker=medewerker,
            convenant=wie.convenant,
            gevraagd_door=wie.medewerker,
            gevraagd_op=nu(),
            reden=reden,
        )
        bericht(
            _verleners_van(medewerker),
            "Iemand is de tweede factor kwijt",
            "De beheerder vraagt u om de tweede factor van een medewerker te verwijderen. Controleer wie het vraagt.",
            _pad("autorisaties/"),
        )


def beslis(herstel_id: UUID, toegestaan: bool) -> None:
    """Allow or refuse. Allowed, every factor goes and every session ends. Raises NietGevonden, Ongeldig."""
    een(herstel_id)
    wie = beurt().wie
    with handel(TOESTAAN, onderwerp=f"factorherstel {herstel_id}"):
        # Of two who decide at once the second finds nothing left to decide.
        nog_open = Factorherstel.objects.filter(pk=herstel_id, besloten_op=None)
        if not nog_open.update(besloten_door=wie.medewerker, besloten_op=nu(), toegestaan=toegestaan):
            raise Ongeldig({"": "Over deze vraag is al beslist."})
        rij = _rijen().get(pk=herstel_id)
        if toegestaan:
            _toets_alleen_van_ons(rij.medewerker)
            verwijder(rij.medewerker.account)
        afloop = "is verwijderd" if toegestaan else "blijft zoals die is"
        bericht_aan(
            [rij.gevraagd_door, rij.medewerker, wie.medewerker],
            "Besluit over een tweede factor",
            f"De tweede factor van een medewerker {afloop}. Klopt dit niet? Bel dan uw beheerder.",
            _pad(""),
            dringend=True,
        )


def _toets_alleen_van_ons(medewerker: Medewerker) -> None:
    """A sign-in is of the person, not of the party: who works for another too would lose it there. Raises Ongeldig."""
    dag = vandaag()
    elders = Medewerker.objects.filter(
        Q(tot=None) | Q(tot__gt=dag), account=medewerker.account_id, van__lte=dag
    )
    if elders.exclude(partij=medewerker.partij_id).exists():
        raise Ongeldig(
            {
                "": "Deze medewerker werkt ook voor een andere organisatie. Vraag de technisch beheerder om hulp."
            }
        )


def _verleners_van(medewerker: Medewerker) -> list[Groep]:
    """The groups that grant something at this person's party."""
    gevonden: dict[int, Groep] = {}
    for groep in kring.groepen():
        if groep.deelname.partij_id == medewerker.partij_id:
            functie = kring.functie_van(groep, beurt().wie.beleid)
            gevonden |= {keten.pk: keten for keten in kring.ketengroepen(groep, functie.verleent)}
    return list(gevonden.values())


def _rijen() -> QuerySet[Factorherstel]:
    return Factorherstel.objects.filter(convenant=beurt().wie.convenant).select_related(
        "medewerker__account", "medewerker__partij", "gevraagd_door__account", "gevraagd_door__partij"
    )


def _herstel(rij: Factorherstel) -> Herstel:
    return Herstel(
        rij.pk,
        rij.medewerker_id,
        rij.medewerker.account.naam,
        rij.medewerker.account.email,
        rij.medewerker.partij.naam,
        rij.gevraagd_op,
        wie_deed(rij.gevraagd_door),
        rij.reden,
        rij.toegestaan,
    )


def _pad(rest: str) -> str:
    return f"/{beurt().wie.convenant.code}/{rest}"
