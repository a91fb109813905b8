"""The stage of a demo: invented parties and people, and the past they come to have.

Two pairs of eyes set up a convenant; what happened since are stories that each wait for their moment, told together in
the order of the clock. The apps bring the stories.
"""

import heapq
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.contrib.auth.hashers import make_password

from convenant.beleid.kalender import AMSTERDAM, is_werkdag, tel
from convenant.partijen import inrichting, rechten
from convenant.partijen.models import Account, Convenant, Deelname, Groep, Medewerker, Partij
from convenant.poort.grens import Beurt, binnen
from convenant.poort.wie import DEMO_DOMEIN, werkplekken
from convenant.tijd import nu, stel_in

# Yields the moment at which it wants to go on.
Verhaal = Iterator[datetime]
# When the functies were last confirmed: nearly everyone in time.
BEVESTIGD, TE_LAAT = timedelta(days=40), timedelta(days=190)


@dataclass(frozen=True)
class Deelnemer:
    """A party, with an invented KvK number."""

    naam: str
    kvk_nummer: str
    soort: str
    verklaringen: tuple[str, ...] = ()


@dataclass(frozen=True)
class Mens:
    """A person at a party; the functie is registered and granted by two others. `partij`, `aanmelder` and `verlener` are keys."""

    naam: str
    partij: str
    functie: str = ""
    aanmelder: str = ""
    verlener: str = ""
    verklaringen: tuple[str, ...] = ("geheimhouding",)


@dataclass(frozen=True)
class Toneel:
    """Who there is to act, and the calendar as seen from the moment at which the demo is made."""

    convenant: Convenant
    mensen: Mapping[str, Medewerker]
    nu: datetime

    def als(self, sleutel: str) -> AbstractContextManager[Beurt]:
        """Work as this person, at the moment of the story."""
        return binnen(werkplekken(self.mensen[sleutel].account, self.convenant)[0])

    def geleden(self, werkdagen: int, uur: int, minuut: int = 0) -> datetime:
        """So many working days ago, at least one."""
        return op(tel(self.nu.astimezone(AMSTERDAM).date(), -werkdagen, "werkdagen"), uur, minuut)

    def werkdagen_vorige_maand(self) -> list[date]:
        """Those of the month before this one."""
        laatste = self.nu.astimezone(AMSTERDAM).date().replace(day=1) - timedelta(days=1)
        return [dag for nummer in range(laatste.day) if is_werkdag(dag := laatste.replace(day=nummer + 1))]


def op(dag: date, uur: int, minuut: int = 0) -> datetime:
    return datetime.combine(dag, time(uur, minuut), AMSTERDAM)


def vertel(verhalen: Iterable[Verhaal]) -> None:
    """Tell them to the end, each time the one whose moment comes first."""
    wachtend = [(next(verhaal), plaats, verhaal) for plaats, verhaal in enumerate(verhalen)]
    heapq.heapify(wachtend)
    while wachtend:
        moment, plaats, verhaal = heapq.heappop(wachtend)
        with stel_in(moment):
            volgende = next(verhaal, None)
        if volgende:
            heapq.heappush(wachtend, (volgende, plaats, verhaal))


def richt_in(
    convenant: Mapping[str, Any],
    partijen: Mapping[str, Deelnemer],
    mensen: Mapping[str, Mens],
    wachtwoord: str,
    *,
    te_laat: str = "",
) -> tuple[Toneel, Mapping[str, Deelname]]:
    """A signed convenant of these fields, with its people at work since its first day. Of `te_laat` nobody confirmed
    the functie lately."""
    ingang = convenant["ingang"]
    with stel_in(op(ingang, 9)):
        rij = inrichting.maak_convenant(**convenant)
        deelnames = {sleutel: _sluit_aan(rij, partij, ingang) for sleutel, partij in partijen.items()}
        # Hashed once for all of them: that takes longest of it all.
        versleuteld = make_password(wachtwoord)
        medewerkers = {
            sleutel: _neem_aan(sleutel, mens, deelnames[mens.partij], ingang, versleuteld)
            for sleutel, mens in mensen.items()
        }
    for sleutel, mens in mensen.items():
        if mens.functie:
            bevestigd = nu() - (TE_LAAT if sleutel == te_laat else BEVESTIGD)
            _autoriseer(medewerkers, sleutel, mens, deelnames[mens.partij], ingang, bevestigd)
    return Toneel(rij, medewerkers, nu()), deelnames


def _sluit_aan(convenant: Convenant, deelnemer: Deelnemer, ingang: date) -> Deelname:
    partij = Partij.objects.create(naam=deelnemer.naam, kvk_nummer=deelnemer.kvk_nummer)
    return inrichting.sluit_aan(
        convenant,
        partij,
        deelnemer.soort,
        getekend_op=ingang,
        ondertekenaar="De directeur",
        verklaringen=deelnemer.verklaringen,
    )


def _neem_aan(sleutel: str, mens: Mens, deelname: Deelname, ingang: date, versleuteld: str) -> Medewerker:
    account = Account.objects.create(email=sleutel + DEMO_DOMEIN, password=versleuteld, naam=mens.naam)
    return inrichting.neem_in_dienst(account, deelname.partij, van=ingang, verklaringen=mens.verklaringen)


def _autoriseer(
    medewerkers: Mapping[str, Medewerker],
    sleutel: str,
    mens: Mens,
    deelname: Deelname,
    ingang: date,
    bevestigd: datetime,
) -> None:
    groep = Groep.objects.get(deelname=deelname, functie=mens.functie, team="")
    with stel_in(op(ingang, 9)):
        autorisatie = rechten.meld_aan(medewerkers[sleutel], groep, door=medewerkers[mens.aanmelder])
    with stel_in(op(ingang, 10)):
        autorisatie = rechten.verleen(autorisatie, door=medewerkers[mens.verlener], van=ingang)
    with stel_in(bevestigd):
        rechten.bevestig(autorisatie, door=medewerkers[mens.aanmelder])
