"""Which account a person of a provider is: linked once by a verified address, afterwards by `sub` alone; never made, never
given a right. The settings name it to allauth (SOCIALACCOUNT_ADAPTER)."""

import logging
import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter as get_account_adapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.stages import AuthenticateStage
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount, SocialLogin
from allauth.socialaccount.providers.base.constants import AuthError, AuthProcess
from django.contrib import messages
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from convenant.partijen.models import Account, Medewerker
from convenant.tijd import vandaag

from . import factor
from .oidc import KVK, SPELING, ZELF, Aanbieder

STORING = "Inloggen via {} lukt nu niet. Probeer het later opnieuw, of gebruik uw wachtwoord."
AFGEBROKEN = "U bent gestopt met inloggen via {}. Er is niets veranderd."
VERLOPEN = "Deze poging om in te loggen via {} is verlopen of al gebruikt. Begin opnieuw."
# One sentence for all: who is not known here learns nothing about who is.
GEWEIGERD = "U kunt met uw account van {} hier niet inloggen. Vraag de beheerder van uw organisatie om hulp."
GEKOPPELD = "Dat is gelukt. U kunt voortaan ook inloggen via {}."
NIET_BEVESTIGD = "{} heeft niet bevestigd dat u het bent. Probeer het opnieuw en gebruik uw tweede factor."

# What the session keeps of it: the code of the provider it came from.
AANBIEDER = "oidc_aanbieder"

logger = logging.getLogger(__name__)


class Afgewezen(Exception):
    """This person does not get in. The text is for the log and names nobody; `zin` is for the screen."""

    def __init__(self, reden: str, zin: str = GEWEIGERD):
        super().__init__(reden)
        self.zin = zin


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """allauth asks this between what the provider says and signing in. After it the account is known and allowed."""
        try:
            if sociallogin.state["process"] == AuthProcess.REDIRECT:
                (_koppel_zelf if sociallogin.state.get("koppel") else _bevestig)(request, sociallogin)
                return
            if not sociallogin.is_existing:
                _koppel_op_adres(sociallogin)
            _toets(sociallogin.user, sociallogin)
        except Afgewezen as fout:
            raise ImmediateHttpResponse(
                mislukt(request, sociallogin.provider, str(fout), fout.zin, sociallogin.state)
            ) from None
        if request.user.is_authenticated:
            get_account_adapter(request).logout(request)
        request.session[AANBIEDER] = sociallogin.provider.app.provider_id
        moment = factor_moment(sociallogin)
        if moment is not None:
            _noteer(request, sociallogin.user, moment)

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Aanbieder,
        error: str = AuthError.UNKNOWN,
        exception: Exception | None = None,
        extra_context: Mapping[str, Any] | None = None,
    ) -> None:
        state = (extra_context or {}).get("state")
        if error == AuthError.CANCELLED:
            reden, zin = "afgebroken", AFGEBROKEN
        elif exception is not None:
            reden, zin = str(exception), STORING
        elif state is None:
            reden, zin = "state onbekend, verlopen of gebruikt", VERLOPEN
        else:
            reden, zin = "fout van de aanbieder", STORING
        raise ImmediateHttpResponse(mislukt(request, provider, reden, zin, state or {}))


def mislukt(
    request: HttpRequest, aanbieder: Aanbieder, reden: str, zin: str, state: Mapping[str, Any]
) -> HttpResponse:
    """Back to where one came from, with a sentence; to the log why. What was typed before is still in the session."""
    logger.warning("oidc %s: %s", aanbieder.app.provider_id, reden)
    messages.error(request, zin.format(aanbieder.app.name))
    if state.get("koppel"):
        return redirect("mfa_index")
    adres = reverse("oidc_opnieuw" if request.user.is_authenticated else "account_login")
    verder = {"next": state["next"]} if state.get("next") else {}
    return redirect(f"{adres}?{urlencode(verder)}" if verder else adres)


class Factorstap(AuthenticateStage):
    """allauth's step of the codes. Who gave a second factor to the provider just now is not asked for another."""

    def _should_handle(self, request: HttpRequest) -> bool:
        sociallogin = (self.login.signal_kwargs or {}).get("sociallogin")
        if sociallogin is not None and factor_moment(sociallogin) is not None:
            return False
        return bool(super()._should_handle(request))


def _koppel_op_adres(sociallogin: SocialLogin) -> None:
    """The first time. Raises Afgewezen when the address of the claim is nobody's who may be linked."""
    adres = _adres(sociallogin.claims, sociallogin.provider.app.settings["claim"])
    account = Account.objects.filter(email=adres).first()
    if account is None:
        raise Afgewezen("geen account met dit adres")
    koppel(sociallogin, account)


def _koppel_zelf(request: HttpRequest, sociallogin: SocialLogin) -> None:
    """Who is signed in here links what leads to nobody by itself. Raises Afgewezen when it is somebody else's."""
    if not isinstance(request.user, Account) or sociallogin.is_existing and sociallogin.user != request.user:
        raise Afgewezen("sub is gekoppeld aan een ander account")
    koppel(sociallogin, request.user)
    messages.success(request, GEKOPPELD.format(sociallogin.provider.app.name))


@transaction.atomic
def koppel(sociallogin: SocialLogin, account: Account) -> None:
    """From now on this `sub` is this account. Raises Afgewezen when it may not be, or has another `sub` of this provider."""
    nieuw = sociallogin.account
    # Two first times at once wait for each other here.
    account = Account.objects.select_for_update().get(pk=account.pk)
    _toets(account, sociallogin)
    bestaand = SocialAccount.objects.filter(user=account, provider=nieuw.provider).first()
    if bestaand is None:
        nieuw.user = account
        nieuw.save()
    elif bestaand.uid != nieuw.uid:
        raise Afgewezen("account is gekoppeld aan een andere sub")
    sociallogin.user, sociallogin.account = account, bestaand or nieuw


def factor_moment(sociallogin: SocialLogin) -> float | None:
    """When the provider last saw a second factor, by its own word; 0 when it does not say when, None without one."""
    claims = sociallogin.claims
    gemeld = [claims.get("acr")]
    for naam in ("amr", "acrs"):
        gemeld += claims[naam] if isinstance(claims.get(naam), list) else [claims.get(naam)]
    if not any(waarde in sociallogin.provider.factor for waarde in gemeld):
        return None
    moment = claims.get("auth_time")
    return float(moment) if isinstance(moment, int | float) else 0.0


def _adres(claims: Mapping[str, Any], claim: str) -> str:
    if claim == ZELF:
        raise Afgewezen("sub is nog niet gekoppeld")
    adres = claims.get(claim)
    if not isinstance(adres, str) or not adres:
        raise Afgewezen(f"geen {claim}")
    if claim == "email" and claims.get("email_verified") is not True:
        raise Afgewezen("adres niet bevestigd")
    # Beyond ASCII, other letters become the same small one: those must be equal as they stand.
    return adres.lower() if adres.isascii() else adres


def _toets(account: Account, sociallogin: SocialLogin) -> None:
    """Raises Afgewezen for who does not work today for the party that this provider vouches for, or for another one too,
    or may not sign in."""
    if not account.is_active:
        raise Afgewezen("account staat uit")
    over = sociallogin.provider.app.settings
    partij, organisatie = over["partij"], over["organisatie"]
    if organisatie and sociallogin.claims.get(organisatie) != partij:
        raise Afgewezen("namens een andere organisatie")
    sleutel = "kvk_nummer" if len(partij) == KVK else "pk"
    hier = Q(**{f"partij__{sleutel}": partij}) | Q(**{f"partij__onderdeel_van__{sleutel}": partij})
    plekken = Medewerker.objects.filter(account=account)
    if not any(plek.is_in_dienst(vandaag()) for plek in plekken.filter(hier)):
        raise Afgewezen("vandaag geen medewerker van deze partij")
    # A party takes on whom it likes, and its provider says what it likes: what somebody may do elsewhere is not theirs to open.
    if any(plek.is_in_dienst(vandaag()) for plek in plekken.exclude(hier)):
        raise Afgewezen("ook medewerker van een andere partij")


def _bevestig(request: HttpRequest, sociallogin: SocialLogin) -> None:
    """The same person has just given the factor again. Raises Afgewezen when it is another, or not just."""
    if request.user != sociallogin.user:
        raise Afgewezen("bevestigd door een ander dan wie is ingelogd", NIET_BEVESTIGD)
    moment = factor_moment(sociallogin)
    if moment is None or not sociallogin.state["sinds"] - SPELING <= moment <= time.time() + SPELING:
        raise Afgewezen("geen verse factor", NIET_BEVESTIGD)
    _noteer(request, sociallogin.user, moment)


def _noteer(request: HttpRequest, account: Account, moment: float) -> None:
    """The provider's clock is that of the world, ours may be set: what counts is how long ago it was."""
    factor.noteer(request, account, "oidc_opnieuw", max(0.0, time.time() - moment))
