"""What a session holds is personal data while somebody types: sealed in its row, and gone when its time is over.

This module is SESSION_ENGINE too: a session with an account knows since when, whatever road led to it.
"""

from collections.abc import Collection
from typing import Any

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session

from convenant.tijd import machinetijd
from convenant.verstrekkingen import kluis

RIJ = "sessie"
# What the vault's wrapped key takes: nonce, key and tag.
SLEUTEL = kluis.NONCE + 32 + 16
# When somebody signed in, and was last seen to do something: seconds since 1970, so no change of the clock matters.
BEGIN = "begin"
GEZIEN = "gezien"
# What was typed when the sign-in ran out (convenant/inloggen/bewaard.py). The session that holds it ends sooner.
BEWAARD = "bewaard"


class SessionStore(db.SessionStore):
    """SESSION_ENGINE: Django's, with the moment of signing in."""

    def save(self, must_create: bool = False) -> None:
        if SESSION_KEY in self and BEGIN not in self:
            self[BEGIN] = self[GEZIEN] = machinetijd().timestamp()
        super().save(must_create)

    def get_session_cookie_age(self) -> int:
        return settings.BEWAAR_SECONDEN if BEWAARD in self else settings.SESSION_COOKIE_AGE


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
    """Delete the sessions whose time is over; how many. Nothing else deletes those of a closed browser.

    The address and browser that somebody signed in from go with the session.
    """
    aantal, _ = Session.objects.filter(expire_date__lte=machinetijd()).delete()
    UserSession.objects.exclude(session_key__in=Session.objects.values("pk")).delete()
    return aantal


def beeindig(accounts: Collection[int]) -> int:
    """End every session of these accounts, with what was typed in it; how many. The rows are sealed: each is opened."""
    van = {str(account) for account in accounts}
    sessies = Session.objects.iterator()
    weg = [sessie.pk for sessie in sessies if sessie.get_decoded().get(SESSION_KEY) in van]
    aantal, _ = Session.objects.filter(pk__in=weg).delete()
    UserSession.objects.filter(user_id__in=accounts).delete()
    return aantal
