"""To the provider of one's own organisation and back: to sign in, and to give the second factor again."""

import time
from collections.abc import Callable
from typing import Any

from allauth.account.utils import get_next_redirect_url
from allauth.core import ratelimit
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.base.constants import AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from convenant.poort.handeling import open_pagina

from .oidc import Aanbieder, Verbinding
from .oidc_koppeling import AANBIEDER, STORING, mislukt

# The provider is asked meanwhile: no transaction waits for it.
open_zonder_transactie = open_pagina(
    "sign-in with the account of one's own organisation", eigen_transacties=True
)


@open_zonder_transactie
@require_POST
def inloggen(request: HttpRequest, provider_id: str) -> HttpResponse:
    aanbieder = _aanbieder(request, provider_id)
    if request.user.is_authenticated:
        return redirect("begin")
    return _stuur_door(request, aanbieder, AuthProcess.LOGIN)


@open_zonder_transactie
@require_GET
def terug(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Where the provider sends the browser back to; what comes of it is in oidc_koppeling."""
    aanbieder = _aanbieder(request, provider_id)
    view = OAuth2CallbackView.adapter_view(Verbinding(request, provider_id))
    return _of_storing(request, aanbieder, lambda: view(request))


@open_zonder_transactie
@login_required
def opnieuw(request: HttpRequest) -> HttpResponse:
    """Whose second factor is the provider's gives it there again, before something that asks for it."""
    code = request.session.get(AANBIEDER)
    if code is None:
        return redirect("begin")
    aanbieder = _aanbieder(request, code)
    if request.method != "POST":
        return render(request, "socialaccount/opnieuw.html", {"aanbieder": aanbieder})
    vers = {"prompt": "login", "max_age": "0"}
    return _stuur_door(request, aanbieder, AuthProcess.REDIRECT, vers, sinds=time.time())


@open_zonder_transactie
@login_required
def koppelen(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Link one's own account to a provider that gives a number only. Inlogwacht asks a fresh factor first."""
    aanbieder = _aanbieder(request, provider_id)
    if request.method != "POST":
        return render(request, "socialaccount/koppelen.html", {"aanbieder": aanbieder})
    return _stuur_door(request, aanbieder, AuthProcess.REDIRECT, koppel=True)


def _aanbieder(request: HttpRequest, code: str) -> Aanbieder:
    try:
        return get_adapter().get_provider(request, code)
    except SocialApp.DoesNotExist:
        raise Http404 from None


def _stuur_door(
    request: HttpRequest,
    aanbieder: Aanbieder,
    proces: str,
    params: dict[str, str] | None = None,
    **state: Any,
) -> HttpResponse:
    """A page that goes on by itself. A redirect would be held to the form's policy (`form-action`), at every address the
    provider sends the browser on to."""
    if te_vaak := ratelimit.consume_or_429(request, action="login"):
        return te_vaak
    verder = reverse("mfa_index") if state.get("koppel") else get_next_redirect_url(request)

    def ga() -> HttpResponse:
        adres = aanbieder.redirect(
            request, proces, verder, auth_params=aanbieder.get_auth_params() | (params or {}), **state
        ).url
        return render(request, "socialaccount/doorsturen.html", {"aanbieder": aanbieder, "adres": adres})

    return _of_storing(request, aanbieder, ga, {"next": verder} | state)


def _of_storing(
    request: HttpRequest,
    aanbieder: Aanbieder,
    doe: Callable[[], HttpResponse],
    state: dict[str, Any] | None = None,
) -> HttpResponse:
    try:
        return doe()
    except OAuth2Error as fout:
        return mislukt(request, aanbieder, str(fout), STORING, state or {})
