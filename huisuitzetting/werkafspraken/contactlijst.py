"""The contact list: a party hands in a change, the beleidsadviseur works it in and sends everybody the new list.

A version is an exchange like any other: who reads it opens the copy of the own group (HAA-4.1, HAA-4.2, HAA-4.3).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from convenant.partijen.models import Groep
from convenant.poort import poort
from convenant.poort.berichten import bericht
from convenant.poort.dossier import Dossier
from convenant.poort.grens import beurt
from convenant.poort.handeling import NietGevonden, Ongeldig
from convenant.poort.poort import Herkenning, Kopie
from convenant.poort.zaken import doe, vergrendel, zaak_van
from convenant.tijd import vandaag
from huisuitzetting.beleid.kanten import BELEIDSADVISEUR

from .contact import (
    FUNCTIENAMEN,
    Contact,
    Post,
    als_waarden,
    bijgewerkt,
    lijst_als_waarden,
    lijst_uit_waarden,
    ontbreekt,
    uit_waarden,
)
from .ontvangers import groepen_die_krijgen, naam_van

AANLEVEREN, VERWERKEN, VERSPREIDEN = (
    "contactwijziging_aanleveren",
    "contactwijziging_verwerken",
    "contactlijst_verspreiden",
)
LIJST, WIJZIGING = "contactlijst", "contactwijziging"
NODIG = ("melder", "swt", "sdv", "troubleshooter")


@dataclass(frozen=True)
class Versie:
    """One dated list. `huidig`: no newer one replaced it."""

    id: UUID
    moment: datetime
    contacten: Sequence[Contact]
    huidig: bool


def versies() -> list[Kopie]:
    """Every list the own group was sent, the latest first. One log line. Raises NietGevonden in a convenant without."""
    if LIJST not in {rij.naam for rij in beurt().wie.beleid.gegevenssets}:
        raise NietGevonden
    return poort.eigen_kopieen(LIJST)


def lees(kopie: UUID | None = None) -> Versie | None:
    """The list of today, or an older one; None when there is none yet. Raises NietGevonden for an unknown one."""
    bekend = versies()
    if kopie is None and not bekend:
        return None
    if kopie is not None and kopie not in {rij.id for rij in bekend}:
        raise NietGevonden
    gelezen = poort.lees(kopie or bekend[0].id)
    waarden = {veld.naam: veld.waarde for veld in gelezen.velden}
    return Versie(gelezen.id, gelezen.moment, lijst_uit_waarden(waarden), not gelezen.vervangen)


def posten(*, eigen: bool = False) -> list[Post]:
    """What the list has people for, of the own party or of all."""
    wie = beurt().wie
    groepen = Groep.objects.filter(convenant=wie.convenant, functie__in=FUNCTIENAMEN, gesloten_op=None)
    if eigen:
        groepen = groepen.filter(deelname=wie.deelname)
    groepen = groepen.select_related("deelname__partij").order_by("deelname_id", "pk")
    return [Post(naam_van(groep), groep.deelname_id, groep.functie in NODIG) for groep in groepen]


def te_noemen(lijst: Sequence[Contact]) -> list[str]:
    """Who is still missing in the list, by name of the functie."""
    return [post.functie for post in ontbreekt(posten(), lijst, vandaag())]


def fout_in_begin(regels: Sequence[str]) -> str:
    """What the list lacks with which the convenant goes live, "" when nothing: without the setting nothing opens (HAA-B3).

    A line begins with the name of a functie and a colon.
    """
    genoemd = {regel.partition(":")[0].strip() for regel in regels if regel.partition(":")[2].strip()}
    mist = [post.functie for post in posten() if post.nodig and post.functie not in genoemd]
    if not mist:
        return ""
    voorbeeld = f"{mist[0]}: R. de Vries, 023 1234567"
    return f"Er ontbreekt een contactpersoon voor: {'; '.join(mist)}. Schrijf elke regel zo: ‘{voorbeeld}’."


def lever_aan(contact: Contact, kenmerk: UUID) -> int:
    """Hand a change in, to the beleidsadviseur; the id of its case (HAA-4.2)."""
    _toets(contact, eigen=True)
    # Of the corporatie's two the one about the tenancy does not fit; a public task has one only.
    grondslag = "avg_6_1_f" if beurt().wie.deelname.soort == "corporatie" else ""
    ontvanger = poort.groep_van(BELEIDSADVISEUR)
    gedaan = poort.eerder_gedaan(kenmerk)
    verstrekt = poort.verstrek(
        WIJZIGING,
        als_waarden(contact),
        [ontvanger],
        grondslag=grondslag,
        kenmerk=kenmerk,
        herkenning=Herkenning(f"Contactlijst: {contact.functie}", ("functie_contactpersoon",)),
    )
    assert verstrekt.zaak
    if gedaan is None:
        bericht(
            [ontvanger],
            "Er is een wijziging voor de contactlijst",
            "Een partij gaf een contactpersoon door. Verwerk de wijziging, dan krijgt iedereen de nieuwe lijst.",
            f"/{beurt().wie.convenant.code}/zaken/{verstrekt.zaak.pk}/",
        )
    return verstrekt.zaak.pk


def aangeleverd(dossier: Dossier) -> Contact:
    """The change of this case. Raises NietGevonden when the case is about something else."""
    kopie = dossier.laatste(WIJZIGING)
    if kopie is None:
        raise NietGevonden
    return uit_waarden({veld.naam: veld.waarde for veld in kopie.velden})


def verwerk(zaak_id: int, contact: Contact, vervangt: Contact | None, kenmerk: UUID) -> int:
    """Work a change in: the case ends, and everybody gets the new list (HAA-4.3)."""
    if poort.eerder_gedaan(kenmerk):
        return zaak_id
    with doe(vergrendel(zaak_van(zaak_id)), VERWERKEN):
        _verspreid(contact, vervangt, kenmerk)
    return zaak_id


def verspreid(contact: Contact, vervangt: Contact | None, kenmerk: UUID) -> None:
    """A change of the beleidsadviseur's own, for any party: everybody gets the new list (HAA-4.3)."""
    _toets(contact, eigen=False)
    if poort.eerder_gedaan(kenmerk) is None:
        _verspreid(contact, vervangt, kenmerk)


def _verspreid(contact: Contact, vervangt: Contact | None, kenmerk: UUID) -> None:
    wie = beurt().wie
    with connection.cursor() as cursor:  # of two changes at once the second builds on the list of the first
        cursor.execute("select pg_advisory_xact_lock(hashtext('contactlijst'), %s::int)", [wie.convenant.pk])
    bekend, huidig = versies(), lees()
    lijst = bijgewerkt(huidig.contacten if huidig else (), contact, vervangt, vandaag())
    groepen = groepen_die_krijgen(LIJST)
    poort.verstrek(
        LIJST,
        lijst_als_waarden(lijst),
        groepen,
        kenmerk=kenmerk,
        vervangt=bekend[0].verstrekking if bekend else None,
    )
    bericht(
        groepen,
        "De contactlijst is veranderd",
        "Er is een nieuwe versie van de contactlijst. Kijk wie er is veranderd.",
        f"/{wie.convenant.code}/contactlijst/",
    )


def _toets(contact: Contact, *, eigen: bool) -> None:
    if contact.functie not in {post.functie for post in posten(eigen=eigen)}:
        raise Ongeldig({"functie": "Deze functie is er niet meer. Kies opnieuw uit de lijst."})
    if contact.tot is not None and contact.tot < contact.vanaf:
        raise Ongeldig({"tot": "Deze dag ligt voor de eerste dag. Vul een latere dag in."})
