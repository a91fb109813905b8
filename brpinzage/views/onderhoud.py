"""Announcements: the list for everyone, and placing or withdrawing one for who may (HEE-5.8)."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from brpinzage import onderhoud
from brpinzage.beheer_forms import OnderhoudForm
from convenant.poort import poort
from convenant.poort.grens import Verzoek
from convenant.poort.handeling import NietGevonden, Ongeldig, pagina

NAV = "onderhoud"


@pagina()
@require_safe
def overzicht(request: Verzoek, convenant: str) -> HttpResponse:
    """What was announced, newest first."""
    context = {"nav": NAV, "meldingen": onderhoud.alle(), "mag": poort.mag(onderhoud.HANDELING)}
    return render(request, "brpinzage/onderhoud.html", context)


@pagina(onderhoud.HANDELING)
@require_http_methods(["GET", "HEAD", "POST"])
def nieuw(request: Verzoek, convenant: str) -> HttpResponse:
    """Type it, see how it will stand, place it."""
    form = OnderhoudForm(request.POST or None)
    voorbeeld = False
    if request.method == "POST" and form.is_valid():
        try:
            if "plaats" in request.POST:
                onderhoud.kondig_aan(form.aankondigen)
                messages.success(request, "De aankondiging is geplaatst.")
                return redirect("onderhoud", convenant)
            onderhoud.toets(form.aankondigen)
            voorbeeld = "terug" not in request.POST
        except Ongeldig as fout:
            for naam, zin in fout.fouten.items():
                form.add_error(naam or None, zin)
    return render(
        request, "brpinzage/onderhoud_nieuw.html", {"nav": NAV, "form": form, "voorbeeld": voorbeeld}
    )


@pagina(onderhoud.HANDELING)
@require_http_methods(["GET", "HEAD", "POST"])
def intrekken(request: Verzoek, convenant: str, aankondiging: int) -> HttpResponse:
    """Asked once more, then off every page."""
    melding = next((rij for rij in onderhoud.alle() if rij.id == aankondiging), None)
    if melding is None:
        raise NietGevonden
    if request.method == "POST":
        try:
            onderhoud.trek_in(aankondiging)
            messages.success(request, "De aankondiging staat niet meer op de pagina's.")
        except Ongeldig as fout:
            messages.warning(request, fout.fouten[""])
        return redirect("onderhoud", convenant)
    return render(request, "brpinzage/onderhoud_intrekken.html", {"nav": NAV, "melding": melding})
