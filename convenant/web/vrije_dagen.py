"""The screens of the free days of a convenant."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from convenant.beleid.beheer import INRICHTEN
from convenant.console import inrichting, vrije_dagen
from convenant.poort.grens import Verzoek
from convenant.poort.handeling import pagina

from .console_inrichting import NAV, formulier, verwerk
from .vrije_dagen_forms import VrijeDagForm, WegForm


@pagina(INRICHTEN)
@require_http_methods(["GET", "HEAD", "POST"])
def overzicht(request: Verzoek, convenant: str) -> HttpResponse:
    """What is free here beside the law, and one more."""
    inrichting.toets()
    form = VrijeDagForm(request.POST or None)

    def daad(velden: Mapping[str, Any]) -> HttpResponse:
        vrije_dagen.voeg_toe(**velden)
        messages.success(
            request, "De vrije dag is vastgelegd. Termijnen in werkdagen tellen hem niet meer mee."
        )
        return redirect("inrichting_vrije_dagen", convenant)

    context = {"nav": NAV, "form": form, "dagen": vrije_dagen.dagen()}
    return verwerk(request, form, daad) or render(request, "console/vrije_dagen.html", context)


@pagina(INRICHTEN)
@require_http_methods(["GET", "HEAD", "POST"])
def weghalen(request: Verzoek, convenant: str, vrije_dag: int) -> HttpResponse:
    """A day that should not have been there."""
    inrichting.toets()
    rij = vrije_dagen.dag(vrije_dag)
    form = WegForm(request.POST or None)

    def daad(velden: Mapping[str, Any]) -> HttpResponse:
        vrije_dagen.haal_weg(vrije_dag, **velden)
        messages.success(request, "De vrije dag is weggehaald.")
        return redirect("inrichting_vrije_dagen", convenant)

    uitleg = (
        f"{rij.dag:%d-%m-%Y}, {rij.omschrijving}. Deze dag telt daarna weer mee voor termijnen die nog beginnen. "
        "Termijnen die door deze dag zijn opgeschoven, blijven staan."
    )
    terug = reverse("inrichting_vrije_dagen", args=[convenant])
    return verwerk(request, form, daad) or formulier(
        request, "Vrije dag weghalen", uitleg, form, terug, "Vrije dagen"
    )
