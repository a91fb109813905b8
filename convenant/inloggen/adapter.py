"""What we do otherwise than allauth: no account is made here, the factor is asked and not the password, secrets are
sealed, and nobody locks a colleague out."""

import base64
import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.internal.ratelimit import get_ip
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.http import HttpRequest
from django.urls import reverse

from convenant.tijd import nu
from convenant.verstrekkingen import kluis

from . import bewaard, factor

log = logging.getLogger(__name__)
# What a sealed secret is bound to: another sealed value put in its place does not open.
RIJ = "tweede factor"


class AccountAdapter(DefaultAccountAdapter):
    """Sign-in only: an account is made by whoever the Beleid names, never by the person at the screen."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": "Dit account staat uit. Vraag de beheerder van uw organisatie waarom.",
        "email_password_mismatch": "Het e-mailadres of het wachtwoord klopt niet. Controleer wat u hebt getypt.",
        "enter_current_password": "Het wachtwoord van nu klopt niet. Typ het opnieuw.",
        "incorrect_password": "Het wachtwoord klopt niet. Typ het opnieuw.",
        "invalid_password_reset": "Deze link werkt niet meer. Vraag een nieuwe link aan.",
        "rate_limited": "U probeert dit te vaak. Wacht een paar minuten en probeer het opnieuw.",
        "too_many_login_attempts": "U hebt het te vaak geprobeerd. Wacht vijf minuten en probeer het opnieuw.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_stages(self) -> list[str]:
        eigen = {"allauth.mfa.stages.AuthenticateStage": "convenant.inloggen.oidc_koppeling.Factorstap"}
        return [eigen.get(stap, stap) for stap in super().get_login_stages()]

    def login(self, request: HttpRequest, user: AbstractBaseUser) -> None:
        super().login(request, user)
        # By our clock: who signs in is at work, also where the demo's is ahead (console/onderhoud.py).
        user.last_login = nu()
        user.save(update_fields=["last_login"])
        bewaard.geef_terug(request)
        UserSession.objects.create_from_request(request)
        log.info("account %s: ingelogd", user.pk)

    def logout(self, request: HttpRequest) -> None:
        UserSession.objects.filter(session_key=request.session.session_key).delete()
        log.info("account %s: uitgelogd", request.user.pk)
        super().logout(request)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        log.warning("inloggen mislukt: e-mailadres of wachtwoord klopt niet")

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Counted per account and address: whoever guesses elsewhere does not lock the person out."""
        return f"{super()._get_login_attempts_cache_key(request, **credentials)}:{get_ip(request)}"

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Never here: allauth would take the password. Inlogwacht asks the factor."""
        return False

    def get_reauthentication_methods(self, user: AbstractBaseUser | AnonymousUser) -> list[dict[str, Any]]:
        """The factor, not the password."""
        if not factor.is_ingesteld(user):
            return []
        return [{"id": "mfa_reauthenticate", "description": "", "url": reverse("mfa_reauthenticate")}]


class MFAAdapter(DefaultMFAAdapter):
    """The secret of the app and of the recovery codes is sealed under HOOFDSLEUTEL."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "Deze code klopt niet of is al gebruikt. Wacht op de volgende code in uw app.",
        "cannot_generate_recovery_codes": "Stel eerst uw app in. Daarna maakt u herstelcodes.",
    }

    def encrypt(self, text: str) -> str:
        waarden, sleutel = kluis.verzegel({"geheim": text}, RIJ)
        return ".".join(base64.b64encode(deel).decode() for deel in (waarden, sleutel))

    def decrypt(self, encrypted_text: str) -> str:
        waarden, sleutel = (base64.b64decode(deel) for deel in encrypted_text.split("."))
        geheim: str = kluis.open_zegel(waarden, sleutel, RIJ)["geheim"]
        return geheim
