"""Make a secret address for the own calendar, and take it back."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet

from convenant.partijen.models import Account, Convenant
from convenant.poort.grens import als_systeem, beurt
from convenant.tijd import nu

from .models import Adres
from .sql import TAAK

GELDIG = timedelta(days=365)
BYTES = 32


@dataclass(frozen=True)
class Stand:
    """That there is an address: since when, and until when it works. The address itself is known to nobody any more."""

    gemaakt_op: datetime
    geldig_tot: datetime


def maak() -> str:
    """A new secret for who acts, in this convenant; shown once. What there was before works no more."""
    wie = beurt().wie
    sleutel = secrets.token_urlsafe(BYTES)
    Adres.objects.update_or_create(
        account=wie.medewerker.account,
        convenant=wie.convenant,
        defaults={"sleutel_hash": _hash(sleutel), "gemaakt_op": nu(), "geldig_tot": nu() + GELDIG},
    )
    return sleutel


def trek_in() -> bool:
    """The address of who acts works no more; whether there was one."""
    aantal, _ = _eigen().delete()
    return aantal > 0


def stand() -> Stand | None:
    """The address of who acts, None when there is none that works."""
    rij = _eigen().filter(geldig_tot__gt=nu()).first()
    return Stand(rij.gemaakt_op, rij.geldig_tot) if rij else None


def van_wie(sleutel: str) -> tuple[Account, Convenant] | None:
    """Whose address this is and in which convenant; None for one that does not work."""
    with als_systeem(TAAK) as moment:
        adressen = Adres.objects.filter(
            sleutel_hash=_hash(sleutel), geldig_tot__gt=moment, account__is_active=True
        )
        rij = adressen.select_related("account", "convenant").first()
    return (rij.account, rij.convenant) if rij else None


def vergeet_verlopen() -> None:
    """Delete the addresses whose year is over."""
    with als_systeem(TAAK) as moment:
        Adres.objects.filter(geldig_tot__lte=moment).delete()


def _eigen() -> QuerySet[Adres]:
    wie = beurt().wie
    return Adres.objects.filter(account=wie.medewerker.account_id, convenant=wie.convenant)


def _hash(sleutel: str) -> str:
    # A random secret of 256 bits needs no slow hash: there is nothing to guess.
    return hashlib.sha256(sleutel.encode()).hexdigest()
