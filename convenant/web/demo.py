"""The demo's page with one click per persona, and its clock. Mounted only where settings.DEMO is on; production refuses that."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Any

from allauth.account.adapter import get_adapter
from django import forms
from django.apps import apps
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.defaultfilters import date as datum
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from convenant.poort.handeling import open_pagina
from convenant.poort.wie import DEMO_DOMEIN, Persona, demo_personas, demo_werkt_door
from convenant.tijd import machinetijd, nu, vandaag, zet_vooruit

from .formulieren import Datumveld, Formulier

STAPPEN = {"uur": timedelta(hours=1), "dag": timedelta(days=1), "week": timedelta(weeks=1)}
# When somebody begins who puts the clock to a date.
OCHTEND = time(9)
VERST = timedelta(days=3653)
TERUG = (
    "De klok kan alleen vooruit: de termijnen en het logboek zijn al verder. "
    "Wilt u opnieuw beginnen? Stop de demo en geef de opdracht make clean."
)


class KlokForm(Formulier):
    """How far the clock of the demo goes ahead: one of the steps, or to the morning of a date. `naar` is that moment."""

    show_optional = False
    stap = forms.ChoiceField(choices=[(stap, stap) for stap in STAPPEN], required=False)
    datum = Datumveld(label="Naar welke datum?", required=False)
    naar: datetime

    def clean(self) -> dict[str, Any]:
        gekozen = super().clean() or {}
        if not self.errors:
            self.naar = self._moment(gekozen["stap"], gekozen["datum"])
        return gekozen

    def _moment(self, stap: str, dag: Any) -> datetime:
        if stap:
            return nu() + STAPPEN[stap]
        if dag is None:
            raise forms.ValidationError("Vul een datum in, of kies een stap.")
        if dag <= vandaag():
            raise forms.ValidationError(TERUG)
        if dag > (machinetijd() + VERST).date():
            raise forms.ValidationError("Kies een datum binnen tien jaar.")
        return datetime.combine(dag, OCHTEND, timezone.get_default_timezone())


@open_pagina("toont de verzonnen mensen van de demo; bestaat in productie niet")
@require_safe
def personas(request: HttpRequest) -> HttpResponse:
    tips = {
        naam: van
        for config in apps.get_app_configs()
        for naam, van in getattr(config, "demo_tips", {}).items()
    }
    convenanten: dict[str, dict[str, list[tuple[Persona, Sequence[str]]]]] = {}
    for persona in demo_personas():
        eigen_tips = tips.get(persona.account.email.removesuffix(DEMO_DOMEIN), ())
        partijen = convenanten.setdefault(persona.convenant, {})
        partijen.setdefault(persona.partij, []).append((persona, eigen_tips))
    return render(request, "web/demo.html", {"convenanten": convenanten, "klok": settings.KLOK_BESTAND})


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


@open_pagina("zet de klok van de demo vooruit; bestaat in productie niet")
@require_POST
def klok(request: HttpRequest) -> HttpResponse:
    """Put the clock of the demo ahead, and go back to the page one was on. Raises Http404 where there is no such clock."""
    if settings.KLOK_BESTAND is None:
        raise Http404
    form = KlokForm(request.POST)
    if form.is_valid():
        _zet_vooruit(request, form.naar)
    else:
        messages.error(request, str(next(fout for fouten in form.errors.values() for fout in fouten)))
    terug = request.POST.get("terug", "")
    return redirect(terug if url_has_allowed_host_and_scheme(terug, allowed_hosts=None) else "begin")


def _zet_vooruit(request: HttpRequest, naar: datetime) -> None:
    try:
        demo_werkt_door(naar)
        zet_vooruit(naar)
    except ValueError:  # somebody else was ahead of it
        messages.error(request, TERUG)
    else:
        messages.success(
            request,
            f"Het is nu {datum(timezone.localtime(nu()), 'l j F Y, H:i')} uur. "
            "Binnen een kwart minuut is gedaan wat daarbij hoort. Ververs dan deze pagina.",
        )
