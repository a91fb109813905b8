"""Who acts: one Medewerker, in one Convenant, in one functie."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import F, Q

from convenant.beleid.taal import Beleid, Kant
from convenant.partijen.models import (
    Account,
    Autorisatie,
    Convenant,
    Deelname,
    InstellingWaarde,
    Medewerker,
    functie_in_team,
)
from convenant.tijd import vandaag

from .handeling import NietGevonden


@dataclass(frozen=True)
class Wie:
    """The one who acts. `functie` and `groep` are empty for a medewerker without autorisatie: such a person gets
    a refusal with its article, and nothing else."""

    convenant: Convenant
    deelname: Deelname
    medewerker: Medewerker
    functie: str = ""
    groep: int | None = None
    autorisatie_id: int | None = None
    team: str = ""

    @property
    def beleid(self) -> Beleid:
        return self.convenant.beleid

    @property
    def kant(self) -> Kant:
        return Kant(self.deelname.soort, self.functie)

    @property
    def in_woorden(self) -> str:
        """The functie, and in which team of it."""
        return functie_in_team(self.functie, self.team)

    @cached_property
    def instellingen(self) -> Mapping[str, Any]:
        """The settings that hold for this party, read once: its own, where it has one, before those of the convenant."""
        rijen = InstellingWaarde.objects.filter(convenant=self.convenant)
        eigen = rijen.filter(Q(deelname=None) | Q(deelname=self.deelname))
        gevuld = {rij.naam: rij.waarde for rij in eigen.order_by(F("deelname").asc(nulls_first=True))}
        return {rij.naam: rij.standaard for rij in self.beleid.instellingen} | gevuld

    @property
    def groepen(self) -> tuple[int, ...]:
        return () if self.groep is None else (self.groep,)


def werkplekken(account: Account, convenant: Convenant) -> Sequence[Wie]:
    """Every way this account can work in this convenant today, or the bare memberships when there is none.

    Empty for who is no medewerker of any party to it: for that person the convenant is not there.
    """
    dag = vandaag()
    autorisaties = (
        Autorisatie.objects.filter(groep__convenant=convenant, medewerker__account=account, van__isnull=False)
        .select_related("medewerker__account", "medewerker__partij", "groep__deelname__partij")
        .order_by("pk")
    )
    met_functie = [
        Wie(convenant, a.groep.deelname, a.medewerker, a.groep.functie, a.groep_id, a.pk, a.groep.team)
        for a in autorisaties
        if a.geldt(dag)
        and a.medewerker.is_in_dienst(dag)
        and a.groep.deelname.partij_id == a.medewerker.partij_id
    ]
    return met_functie or _zonder_functie(account, convenant)


def opnieuw(wie: Wie) -> Wie:
    """The same place to work, as it is now. Raises NietGevonden when it has ended."""
    convenant = Convenant.objects.get(pk=wie.convenant.pk)
    for plek in werkplekken(wie.medewerker.account, convenant):
        if (plek.autorisatie_id, plek.medewerker) == (wie.autorisatie_id, wie.medewerker):
            return plek
    raise NietGevonden


def _zonder_functie(account: Account, convenant: Convenant) -> Sequence[Wie]:
    dag = vandaag()
    medewerkers = Medewerker.objects.filter(account=account, partij__deelnames__convenant=convenant)
    deelnames = {d.partij_id: d for d in convenant.deelnames.select_related("partij")}
    return [
        Wie(convenant, deelnames[m.partij_id], m)
        for m in medewerkers.select_related("account", "partij").distinct()
        if m.is_in_dienst(dag)
    ]


def convenanten_van(account: Account | AnonymousUser) -> Sequence[Convenant]:
    """The convenanten in which this account works for a party today."""
    if isinstance(account, AnonymousUser):
        return []
    dag = vandaag()
    partijen = [m.partij_id for m in Medewerker.objects.filter(account=account) if m.is_in_dienst(dag)]
    return list(Convenant.objects.filter(deelnames__partij__in=partijen).distinct().order_by("naam"))


@dataclass(frozen=True)
class Persona:
    """One invented person of the demo: at which party, as what, in which convenant."""

    account: Account
    partij: str
    functie: str
    convenant: str


DEMO_DOMEIN = "@demo.voorbeeld.nl"


def demo_werkt_door(tot: datetime) -> None:
    """The people of the demo were all here lately: whoever is not for ninety days loses the functie
    (convenant/console/onderhoud.py), and with the clock ahead that is soon."""
    Account.objects.filter(email__endswith=DEMO_DOMEIN).update(last_login=tot)


def demo_personas() -> Sequence[Persona]:
    """The people of the demo, by their e-mail domain, in the order they were made."""
    personas = []
    for account in Account.objects.filter(email__endswith=DEMO_DOMEIN, is_active=True).order_by("pk"):
        for convenant in convenanten_van(account):
            wie = werkplekken(account, convenant)[0]
            personas.append(Persona(account, wie.deelname.partij.naam, wie.functie, convenant.naam))
    return personas
