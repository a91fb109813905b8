"""What a session holds is personal data while somebody types: sealed in its row, and gone when its time is over."""

from collections.abc import Collection
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session

from convenant.tijd import nu
from convenant.verstrekkingen import kluis

RIJ = "sessie"
# What the vault's wrapped key takes: nonce, key and tag.
SLEUTEL = kluis.NONCE + 32 + 16


class Verzegeld:
    """SESSION_SERIALIZER: a row is useless to who has the database without HOOFDSLEUTEL.

    Django takes a value that does not open for an empty session: that person signs in again.
    """

    def dumps(self, inhoud: dict[str, Any]) -> bytes:
        waarden, sleutel = kluis.verzegel(inhoud, RIJ)
        return sleutel + waarden

    def loads(self, verzegeld: bytes) -> dict[str, Any]:
        return kluis.open_zegel(verzegeld[SLEUTEL:], verzegeld[:SLEUTEL], RIJ)


def vergeet_verlopen() -> int:
    """Delete the sessions whose time is over; how many. Nothing else deletes those of a closed browser."""
    aantal, _ = Session.objects.filter(expire_date__lte=nu()).delete()
    return aantal


def beeindig(accounts: Collection[int]) -> int:
    """End every session of these accounts, with what was typed in it; how many. The rows are sealed: each is opened."""
    van = {str(account) for account in accounts}
    sessies = Session.objects.iterator()
    weg = [sessie.pk for sessie in sessies if sessie.get_decoded().get(SESSION_KEY) in van]
    aantal, _ = Session.objects.filter(pk__in=weg).delete()
    return aantal
