"""Our own pages of signing in: the app with codes, where one is signed in, and a form that waits."""

from datetime import datetime
from importlib import import_module
from typing import Any

from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import resolve, reverse_lazy
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from convenant.poort.handeling import open_pagina
from convenant.sessies import BEGIN, GEZIEN
from convenant.web import foutpaginas

from . import bewaard, browsers, factor

EIGEN = "toont alleen het eigen inloggen"


class Instellen(ActivateTOTPView):
    """Set up the app. Its first code counts as the factor of this session."""

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        factor.noteer(self.request, self.request.user)
        return response


class Verwijderen(DeactivateTOTPView):
    """Take the app away, for another one: who did so sets up the next one first."""

    success_url = reverse_lazy("mfa_activate_totp")

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        factor.vergeet(self.request)
        return response


instellen = open_pagina(EIGEN)(Instellen.as_view())
verwijderen = open_pagina(EIGEN)(Verwijderen.as_view())


@open_pagina("zegt alleen dat iemand nog bezig is")
@require_POST
def bezig(request: HttpRequest) -> HttpResponse:
    """Somebody types: Inlogwacht has seen it. Whoever is not signed in any more is led to the login."""
    return HttpResponse(status=204) if request.user.is_authenticated else redirect(settings.LOGIN_URL)


@open_pagina("toont alleen wat de ingelogde zelf verstuurde")
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def formulier(request: HttpRequest) -> HttpResponse:
    """The form that was caught by the end of a sign-in: send it again, or throw it away."""
    if request.method == "POST":
        bewaard.gooi_weg(request)
        messages.success(request, "Wij hebben het formulier weggegooid.")
        return redirect("begin")
    wachtend = bewaard.formulier(request)
    if wachtend is None:
        return redirect("begin")
    return render(request, "account/formulier_terug.html", {"formulier": wachtend})


def formulier_verlopen(request: HttpRequest, reason: str = "") -> HttpResponse:
    """CSRF_FAILURE_VIEW: who signed in again in another tab sends a form with an old token.

    When the browser says that it came from our own page it waits for its sender, who looks at it and sends it again.
    """
    view = resolve(request.path_info).func
    van_ons = request.headers.get("Sec-Fetch-Site") == "same-origin"
    if not (van_ons and request.user.is_authenticated and bewaard.is_formulier(request, view)):
        return foutpaginas.formulier_verlopen(request, reason)
    bewaard.leg_neer(request, bewaard.neem(request, view) | {"werk": {}})
    return redirect("formulier")


@open_pagina(EIGEN)
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def sessies(request: HttpRequest) -> HttpResponse:
    """Where one is signed in; end one of them, or all but this one. Raises Http404 for a session of another."""
    eigen = UserSession.objects.purge_and_list(request.user)
    if request.method == "POST":
        weg = [sessie for sessie in eigen if not sessie.is_current()]
        if gekozen := request.POST.get("sessie"):
            weg = [sessie for sessie in weg if str(sessie.pk) == gekozen]
            if not weg:
                raise Http404
        for sessie in weg:
            sessie.end()
        messages.success(request, "Daar bent u nu uitgelogd.")
        return redirect("sessies")
    rijen = [_regel(sessie) for sessie in eigen]
    return render(request, "usersessions/usersession_list.html", {"sessies": sorted(rijen, key=_volgorde)})


def _regel(sessie: UserSession) -> dict[str, Any]:
    """One sign-in as it stands on the page. Its times are those of our own clock, in the session itself."""
    inhoud = import_module(settings.SESSION_ENGINE).SessionStore(sessie.session_key)
    return {
        "id": sessie.pk,
        "hier": sessie.is_current(),
        "browser": browsers.naam(sessie.user_agent),
        "adres": sessie.ip,
        "sinds": _moment(inhoud[BEGIN]),
        "gezien": _moment(inhoud[GEZIEN]),
    }


def _moment(seconden: float) -> datetime:
    return datetime.fromtimestamp(seconden, timezone.get_default_timezone())


def _volgorde(regel: dict[str, Any]) -> tuple[bool, datetime]:
    return not regel["hier"], regel["sinds"]
