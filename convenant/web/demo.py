"""The demo's page with one click per persona. Mounted only where settings.DEMO is on; production refuses that."""

from collections.abc import Sequence

from allauth.account.adapter import get_adapter
from django.apps import apps
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from convenant.poort.handeling import open_pagina
from convenant.poort.wie import DEMO_DOMEIN, Persona, demo_personas


@open_pagina("toont de verzonnen mensen van de demo; bestaat in productie niet")
@require_safe
def personas(request: HttpRequest) -> HttpResponse:
    tips = {
        naam: van
        for config in apps.get_app_configs()
        for naam, van in getattr(config, "demo_tips", {}).items()
    }
    groepen: dict[str, list[tuple[Persona, Sequence[str]]]] = {}
    for persona in demo_personas():
        eigen_tips = tips.get(persona.account.email.removesuffix(DEMO_DOMEIN), ())
        groepen.setdefault(persona.partij, []).append((persona, eigen_tips))
    return render(request, "web/demo.html", {"groepen": groepen})


@open_pagina("logt in als een verzonnen mens van de demo; bestaat in productie niet")
@require_POST
def inloggen(request: HttpRequest) -> HttpResponse:
    """Sign in as the chosen persona. Raises Http404 for anyone who is not one of the demo's."""
    if not settings.DEMO:
        raise Http404
    persona = next((p for p in demo_personas() if str(p.account.pk) == request.POST.get("persona")), None)
    if persona is None:
        raise Http404
    get_adapter().login(request, persona.account)
    return redirect("begin")
