"""The second factor: whether this session was signed in with one, and how long ago it was given."""

import logging
from typing import TypedDict

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.http import HttpRequest
from django.urls import reverse

from convenant import sessies
from convenant.partijen.models import Account
from convenant.tijd import machinetijd

log = logging.getLogger(__name__)
FACTOR = "factor"


class Gegeven(TypedDict):
    """The factor as the session keeps it: whose, when (seconds since 1970), and the page that asks it again."""

    account: int
    op: float
    stap_op: str


def noteer(
    request: HttpRequest, account: Account, stap_op: str = "mfa_reauthenticate", geleden: float = 0.0
) -> None:
    """Note that this account gave its factor, `geleden` seconds ago. `stap_op` names the page that asks it again, with `next`.

    Who was signed in already gets a new session key: what was overheard before the factor is worth nothing after it.
    """
    op = machinetijd().timestamp() - geleden
    request.session[FACTOR] = Gegeven(account=account.pk, op=op, stap_op=stap_op)
    log.info("account %s: tweede factor gegeven (%s)", account.pk, stap_op)
    if request.user.is_authenticated:
        vorige = request.session.session_key
        request.session.cycle_key()
        UserSession.objects.filter(session_key=vorige).update(session_key=request.session.session_key)


def vergeet(request: HttpRequest) -> None:
    """From now on this session is one without a factor."""
    request.session.pop(FACTOR, None)


def _gegeven(request: HttpRequest) -> Gegeven | None:
    gegeven: Gegeven | None = request.session.get(FACTOR)
    return gegeven if gegeven and gegeven["account"] == request.user.pk else None


def heeft_factor(request: HttpRequest) -> bool:
    """Whether who is signed in gave a factor in this session, here or at a provider that is trusted for it."""
    return _gegeven(request) is not None


def is_vers(request: HttpRequest) -> bool:
    """Whether the factor was given so recently that it need not be asked again (STAP_OP_SECONDEN)."""
    gegeven = _gegeven(request)
    return gegeven is not None and machinetijd().timestamp() - gegeven["op"] <= settings.STAP_OP_SECONDEN


def is_ingesteld(account: AbstractBaseUser | AnonymousUser) -> bool:
    """Whether the account has an app that makes codes. Recovery codes alone are no factor."""
    return Authenticator.objects.filter(user_id=account.pk, type=Authenticator.Type.TOTP).exists()


def vraag_op(request: HttpRequest) -> str:
    """The address of the page that asks this person's factor, or lets it be set up."""
    gegeven = _gegeven(request)
    if gegeven is not None:
        return reverse(gegeven["stap_op"])
    return reverse("mfa_reauthenticate" if is_ingesteld(request.user) else "mfa_activate_totp")


def verwijder(account: Account) -> None:
    """Remove every factor of this account, its links to providers with them, and end all its sessions: at its next
    sign-in it sets up a new one, or is linked again by its address.

    For a factor that was lost. Who may decide so, and with whose eyes, is up to the caller: here is no check of rights.
    """
    Authenticator.objects.filter(user=account).delete()
    SocialAccount.objects.filter(user=account).delete()
    sessies.beeindig([account.pk])
    log.warning("account %s: tweede factor verwijderd", account.pk)
