"""Who takes part: convenanten of the kind heemstede, in each a gemeente and five corporaties with their people.

Set up by the product's own functions, as the role of the application: these rows have no fence.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from brpinzage.demo_convenant import BEWAARTERMIJNEN, CORPORATIE
from convenant.partijen import inrichting, rechten
from convenant.partijen.models import Account, Convenant, Deelname, Groep, Medewerker, Partij

from .client import PASSWORD

SINCE = date(2020, 6, 1)
CORPORATIES = 5  # per convenant
# Nobody is stopped by the limit per day that the convenant sets: the same person asks hundreds of times.
SETTINGS = BEWAARTERMIJNEN | {"daglimiet_raadplegingen": 1_000_000}


@dataclass(frozen=True)
class Party:
    """A corporatie, the largest first: what its rows hang on, and the addresses its people sign in with."""

    rank: int
    convenant: Convenant
    deelname: int
    group: int
    medewerker: int
    gemeente: int

    @property
    def contactpersoon(self) -> str:
        return f"contact{self.rank}@bench.voorbeeld.nl"

    @property
    def beheerder(self) -> str:
        return f"beheer{self.rank}@bench.voorbeeld.nl"


@transaction.atomic
def make_people(convenanten: int) -> Sequence[Party]:
    """All parties, in the order of their size; only later do they get zaken and stock."""
    made = [_convenant(number) for number in range(convenanten)]
    return [_corporatie(rank, *made[rank % convenanten]) for rank in range(convenanten * CORPORATIES)]


def _convenant(number: int) -> tuple[Convenant, Groep, Medewerker]:
    convenant = inrichting.maak_convenant(
        code=f"bench{number}",
        naam=f"BRP-inzage {number}",
        gemeente=f"Gemeente {number}",
        beleid_code="heemstede",
        beleid_versie=1,
        ingang=SINCE,
        instellingen=SETTINGS,
    )
    deelname = _join(convenant, f"Gemeente {number}", "gemeente", ())
    granter = _employ(deelname, f"verleent{number}@bench.voorbeeld.nl")
    return convenant, Groep.objects.get(deelname=deelname, functie="burgerzaken"), granter


def _corporatie(rank: int, convenant: Convenant, gemeente: Groep, granter: Medewerker) -> Party:
    deelname = _join(convenant, f"Corporatie {rank}", "corporatie", CORPORATIE)
    contact = _employ(deelname, f"contact{rank}@bench.voorbeeld.nl")
    beheer = _employ(deelname, f"beheer{rank}@bench.voorbeeld.nl")
    group = _authorise(contact, deelname, "contactpersoon", beheer, granter)
    _authorise(beheer, deelname, "beheerder", contact, granter)
    return Party(rank, convenant, deelname.pk, group.pk, contact.pk, gemeente.pk)


def _join(convenant: Convenant, naam: str, soort: str, verklaringen: tuple[str, ...]) -> Deelname:
    partij = Partij.objects.create(naam=naam)
    return inrichting.sluit_aan(convenant, partij, soort, getekend_op=SINCE, verklaringen=verklaringen)


def _employ(deelname: Deelname, email: str) -> Medewerker:
    account = Account.objects.create_user(email, naam=email.split("@")[0])
    return inrichting.neem_in_dienst(account, deelname.partij, van=SINCE, verklaringen=("geheimhouding",))


def _authorise(
    who: Medewerker, deelname: Deelname, functie: str, door: Medewerker, granter: Medewerker
) -> Groep:
    group = Groep.objects.get(deelname=deelname, functie=functie)
    rechten.verleen(rechten.meld_aan(who, group, door=door), door=granter, van=SINCE)
    return group


def give_password(*emails: str) -> None:
    """Only who signs in gets one: making it is slow on purpose."""
    for account in Account.objects.filter(email__in=emails):
        account.set_password(PASSWORD)
        account.save(update_fields=["password"])
