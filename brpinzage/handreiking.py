"""The guide for contactpersonen: placed, changed after the parties were consulted, confirmed by who works with it.

HEE-5.2 and 5.3. Earlier versions stay for the municipality alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef
from django.urls import reverse

from convenant.beleid.beslissing import Vraag
from convenant.partijen.models import Autorisatie, Groep
from convenant.poort import poort
from convenant.poort.berichten import bericht
from convenant.poort.daad import Daad
from convenant.poort.grens import beurt
from convenant.poort.handeling import NietGevonden, Ongeldig
from convenant.tijd import nu, vandaag

from .beleid.heemstede.kanten import CONTACTPERSOON
from .deelnemers import corporaties
from .models import Handreiking, Handreikingbevestiging

PLAATSEN, WIJZIGEN, BEVESTIGEN = "handreiking_plaatsen", "handreiking_wijzigen", "handreiking_bevestigen"


@dataclass(frozen=True)
class Raadpleging:
    """The consultation before a change: when, which corporaties (ids), what they said."""

    op: date
    partijen: tuple[str, ...]
    reacties: str


@dataclass(frozen=True)
class Versie:
    """One version as it is shown; the consultation before it where there was one."""

    nummer: int
    tekst: str
    geplaatst_op: datetime
    vervallen_op: datetime | None
    geraadpleegd_op: date | None
    partijen: tuple[str, ...]
    reacties: str


@dataclass(frozen=True)
class Lezer:
    """A contactpersoon of today, and when this person confirmed the current version."""

    naam: str
    partij: str
    bevestigd_op: datetime | None


def toets_lezen() -> None:
    """Raises Geweigerd when this person may not work with the guide now, such as after a withdrawal of access."""
    handeling = PLAATSEN if poort.mag(PLAATSEN) else BEVESTIGEN
    poort.toets_vooraf(Daad(Vraag(beurt().wie.kant, handeling)), ("convenant", "deelname", "medewerker"))


def geldige() -> Versie | None:
    """The current version."""
    rij = _geldige_rij()
    return _versie(rij) if rij else None


def versies() -> Sequence[Versie]:
    """Those this reader may see, the newest first: all for the municipality, the current one for others."""
    rijen = Handreiking.objects.filter(convenant=beurt().wie.convenant).order_by("-versie")
    return [_versie(rij) for rij in rijen]


def versie(nummer: int) -> Versie:
    """One version. Raises NietGevonden when it is not there or not for this reader."""
    rij = Handreiking.objects.filter(convenant=beurt().wie.convenant, versie=nummer).first()
    if rij is None:
        raise NietGevonden
    return _versie(rij)


def plaats(tekst: str) -> None:
    """The first version. Raises Ongeldig when there is one: changing it asks a consultation."""
    with poort.handel(PLAATSEN, onderwerp="handreiking versie 1"):
        if _geldige_rij():
            raise Ongeldig(
                {"": "Er is al een handreiking. Wijzig die, nadat u de partijen hebt geraadpleegd."}
            )
        _maak(1, tekst)


def wijzig(tekst: str, raadpleging: Raadpleging, vorige: int) -> None:
    """A new version in the place of version `vorige`, which lapses.

    Raises Geweigerd unless every corporatie was consulted on a day that has been, with what came of it (HEE-5.3);
    Ongeldig when somebody changed it in the meantime.
    """
    namen = dict(corporaties())
    geraadpleegd = (
        set(raadpleging.partijen) == set(namen)
        and raadpleging.op <= vandaag()
        and bool(raadpleging.reacties.strip())
    )
    gegeven = {"raadpleging_partijen_vastgelegd": geraadpleegd}
    with poort.handel(WIJZIGEN, gegeven=gegeven, onderwerp=f"handreiking versie {vorige + 1}"):
        oud = _geldige_rij(vergrendel=True)
        if oud is None or oud.versie != vorige:
            raise Ongeldig({"": "Er is intussen een andere versie. Bekijk die eerst."})
        oud.vervallen_op = nu()
        oud.save(update_fields=["vervallen_op"])
        _maak(
            vorige + 1,
            tekst,
            geraadpleegd_op=raadpleging.op,
            geraadpleegde_partijen=sorted(namen.values()),
            reacties=raadpleging.reacties,
        )


def bevestig(nummer: int) -> None:
    """This person has read version `nummer`. Raises Ongeldig when that is not the current one any more."""
    wie = beurt().wie
    with poort.handel(BEVESTIGEN, onderwerp=f"handreiking versie {nummer}"):
        rij = _geldige_rij()
        if rij is None or rij.versie != nummer:
            raise Ongeldig({"": "Er is intussen een nieuwe handreiking. Lees die, en bevestig daarna."})
        Handreikingbevestiging.objects.get_or_create(
            handreiking=rij,
            medewerker=wie.medewerker,
            defaults={"convenant": wie.convenant, "groep_id": wie.groep, "moment": nu()},
        )


def te_bevestigen() -> bool:
    """Whether this person still has to read the current version."""
    if not poort.mag(BEVESTIGEN):
        return False
    eigen = Handreikingbevestiging.objects.filter(
        medewerker=beurt().wie.medewerker, handreiking=OuterRef("pk")
    )
    geldig = Handreiking.objects.filter(convenant=beurt().wie.convenant, vervallen_op=None)
    return geldig.filter(~Exists(eigen)).exists()


def lezers() -> Sequence[Lezer]:
    """Every contactpersoon of today, with the confirmation of the current version; for who places the guide."""
    rij, dag = _geldige_rij(), vandaag()
    bevestigd = {}
    if rij:
        rijen = Handreikingbevestiging.objects.filter(handreiking=rij)
        bevestigd = dict(rijen.values_list("medewerker_id", "moment"))
    autorisaties = Autorisatie.objects.filter(groep__in=_lezende_groepen(), van__isnull=False).select_related(
        "medewerker__account", "medewerker__partij"
    )
    return [
        Lezer(a.medewerker.account.naam, a.medewerker.partij.naam, bevestigd.get(a.medewerker_id))
        for a in autorisaties.order_by("medewerker__partij__naam", "medewerker__account__naam")
        if a.geldt(dag) and a.medewerker.is_in_dienst(dag)
    ]


def _lezende_groepen() -> Sequence[Groep]:
    deelnames = [int(deelname) for deelname, _ in corporaties()]
    return list(Groep.objects.filter(deelname__in=deelnames, functie=CONTACTPERSOON.functie))


def _geldige_rij(*, vergrendel: bool = False) -> Handreiking | None:
    rijen = Handreiking.objects.filter(convenant=beurt().wie.convenant, vervallen_op=None)
    return (rijen.select_for_update() if vergrendel else rijen).first()


def _maak(nummer: int, tekst: str, **raadpleging: object) -> None:
    convenant = beurt().wie.convenant
    Handreiking.objects.create(
        convenant=convenant, versie=nummer, tekst=tekst, geplaatst_op=nu(), **raadpleging
    )
    bericht(
        _lezende_groepen(),
        f"Er is een nieuwe handreiking: versie {nummer}",
        "De gemeente heeft een nieuwe handreiking voor contactpersonen geplaatst. Lees die en bevestig het.",
        reverse("handreiking", args=[convenant.code]),
    )


def _versie(rij: Handreiking) -> Versie:
    return Versie(
        rij.versie,
        rij.tekst,
        rij.geplaatst_op,
        rij.vervallen_op,
        rij.geraadpleegd_op,
        tuple(rij.geraadpleegde_partijen),
        rij.reacties,
    )
