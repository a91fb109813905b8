"""Evaluations and meetings about the working agreements, for who evaluates."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from convenant.poort import poort
from convenant.poort.grens import Verzoek
from convenant.poort.handeling import NietGevonden, pagina
from convenant.tijd import vandaag
from convenant.web.formulieren import fouten_in
from convenant.web.zaakhandeling import Zaakformulier

from . import evaluaties, kengetallen, overleg
from .evaluatie_forms import BesluitForm, EvaluatieForm, OverlegForm

NAV = "evaluaties"
EVALUEERT = (
    evaluaties.OPENEN,
    kengetallen.DELEN[kengetallen.WIJKTEAM],
    kengetallen.DELEN[kengetallen.CORPORATIE],
)


@pagina(*EVALUEERT)
@require_safe
def lijst(request: Verzoek, convenant: str) -> HttpResponse:
    """Every evaluation and meeting, and what must be done when."""
    context = {
        "nav": NAV,
        "evaluaties": evaluaties.overzicht(),
        "overleggen": overleg.overzicht(),
        "klokken": evaluaties.lopende_klokken(),
        "waarschuwing": evaluaties.waarschuwing(),
        "leidt": poort.mag(evaluaties.OPENEN),
    }
    return render(request, "huisuitzetting/evaluaties.html", context)


@pagina(*EVALUEERT)
@require_safe
def evaluatie(request: Verzoek, convenant: str, zaak: int) -> HttpResponse:
    """One evaluation: agenda, who takes part, the figures it was opened with, and what was decided."""
    kaart = evaluaties.geef(zaak)
    context = {"nav": NAV, "evaluatie": kaart, "besluiten": kaart.is_open and evaluaties.mag_besluiten()}
    return render(request, "huisuitzetting/evaluatie.html", context)


@pagina(evaluaties.OPENEN)
@require_http_methods(["GET", "HEAD", "POST"])
def nieuw(request: Verzoek, convenant: str) -> HttpResponse:
    form = EvaluatieForm(request.POST or None)

    def doe() -> HttpResponse:
        velden = form.cleaned_data
        zaak = evaluaties.open(velden["dag"], velden["agenda"], velden["deelnemers"], form.nummer)
        return redirect("evaluatie", convenant, zaak)

    return _formulier(request, form, doe, "Evaluatie openen", "De evaluatie is geopend.")


@pagina(evaluaties.VOORTZETTEN)
@require_http_methods(["GET", "HEAD", "POST"])
def besluit(request: Verzoek, convenant: str, zaak: int) -> HttpResponse:
    kaart = evaluaties.geef(zaak)
    if request.method != "POST" and not kaart.is_open:
        raise NietGevonden
    form = BesluitForm(request.POST or None, initial={"gehouden_op": min(kaart.dag, vandaag())})

    def doe() -> HttpResponse:
        velden = form.cleaned_data
        evaluaties.besluit(zaak, velden["besluit"], velden["gehouden_op"], velden["verslag"], form.nummer)
        return redirect("evaluatie", convenant, zaak)

    return _formulier(request, form, doe, "Besluit vastleggen", "Het besluit is vastgelegd.")


@pagina(overleg.PLANNEN)
@require_http_methods(["GET", "HEAD", "POST"])
def overleg_nieuw(request: Verzoek, convenant: str) -> HttpResponse:
    form = OverlegForm(request.POST or None)

    def doe() -> HttpResponse:
        overleg.plan(form.plan, form.nummer)
        return redirect("evaluaties", convenant)

    return _formulier(request, form, doe, "Overleg plannen", "Het overleg staat op de pagina.")


def _formulier(
    request: Verzoek, form: Zaakformulier, doe: Callable[[], HttpResponse], titel: str, gedaan: str
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        with fouten_in(form):
            antwoord = doe()
            messages.success(request, gedaan)
            return antwoord
    return render(
        request, "huisuitzetting/evaluatieformulier.html", {"nav": NAV, "form": form, "titel": titel}
    )
