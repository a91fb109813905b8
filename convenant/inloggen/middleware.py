"""Who is signed in stays so for a while, and with a second factor. Stands after authentication, before the gate."""

from collections.abc import Callable
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import patch_cache_control

from convenant.poort.handeling import Pagina

from . import bewaard, factor, sessie

# Open to who has not (yet) given a factor, by name in the URL conf.
OPEN = frozenset(
    {
        "account_login",
        "account_logout",
        "account_inactive",
        "account_reset_password",
        "account_reset_password_done",
        "account_reset_password_from_key",
        "account_reset_password_from_key_done",
        "bezig",
        "mfa_authenticate",
        "mfa_reauthenticate",
        "openid_connect_login",
        "openid_connect_callback",
        "oidc_opnieuw",
        "demo",
        "demo_inloggen",
    }
)
# The first factor needs no other; whoever gave one already shows first that it is still the same person.
INSTELLEN = "mfa_activate_totp"
# One's own sign-in is changed with a fresh factor only.
VERSE_FACTOR = frozenset(
    {
        "account_change_password",
        "mfa_deactivate_totp",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
        "sessies",
        "oidc_koppelen",
    }
)


class Inlogwacht:
    """Middleware: ends a sign-in whose time is over, and asks the factor where it is missing or too long ago.

    A form that is caught by it is kept (convenant/inloggen/bewaard.py) and waits on a page of its own.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        # A shared desk, a back button: nothing may lie in the browser. The same for everybody, so that it tells nothing.
        patch_cache_control(response, no_store=True, no_cache=True, private=True)
        return response

    def process_view(
        self, request: HttpRequest, view: Callable, args: tuple, kwargs: dict
    ) -> HttpResponse | None:
        if not request.user.is_authenticated:
            return None
        assert request.resolver_match is not None
        naam = request.resolver_match.view_name
        if sessie.is_verlopen(request):
            return _beeindig(request, view, naam)
        sessie.zie(request)
        if settings.TWEEDE_FACTOR and not _heeft_genoeg(request, view, naam):
            return _vraag_factor(request, view)
        gestuurd = bewaard.formulier(request) if request.method == "POST" else None
        if gestuurd is not None and gestuurd.adres == request.get_full_path():
            bewaard.gooi_weg(request)
        return None


def _heeft_genoeg(request: HttpRequest, view: Callable, naam: str) -> bool:
    if naam == INSTELLEN:
        return factor.is_vers(request) or not factor.heeft_factor(request)
    if naam in OPEN:
        return True
    verklaard: Pagina | None = getattr(view, "pagina", None)
    if naam in VERSE_FACTOR or (verklaard is not None and verklaard.verse_factor):
        return factor.is_vers(request)
    return factor.heeft_factor(request)


def _beeindig(request: HttpRequest, view: Callable, naam: str) -> HttpResponse | None:
    """Sign out, keeping what was typed; then the login, or the page itself when it is open to everybody."""
    over = bewaard.neem(request, view)
    get_adapter().logout(request)
    bewaard.leg_neer(request, over)
    if naam in OPEN:
        return None
    bewaarde = bewaard.is_formulier(request, view)
    reden = "verlopen" if request.method in ("GET", "HEAD") or bewaarde else "onderbroken"
    return _ga_naar(request, reverse(settings.LOGIN_URL), bewaarde, **{reden: "1"})


def _vraag_factor(request: HttpRequest, view: Callable) -> HttpResponse:
    gestuurd = bewaard.is_formulier(request, view)
    if gestuurd:
        bewaard.leg_neer(request, bewaard.neem(request, view) | {"werk": {}})
    return _ga_naar(request, factor.vraag_op(request), gestuurd)


def _ga_naar(request: HttpRequest, adres: str, met_formulier: bool, **vraag: str) -> HttpResponse:
    """To `adres`, and from there to the page of the form that was kept, or to where one was going."""
    doel = f"{adres}?{urlencode({'next': reverse('formulier') if met_formulier else request.path, **vraag})}"
    if request.headers.get("HX-Request"):
        # htmx would put the login into a corner of the page.
        return HttpResponse(status=204, headers={"HX-Redirect": doel})
    return redirect(doel)
