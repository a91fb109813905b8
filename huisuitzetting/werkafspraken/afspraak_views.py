"""The annexes per corporatie: the list, a document, and adding one."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from convenant.beleid.taal import INZIEN
from convenant.poort import poort
from convenant.poort.grens import Verzoek
from convenant.poort.handeling import pagina
from convenant.web.bijlage import ZANDBAK
from convenant.web.bijlageveld import Bijlageveld
from convenant.web.formulieren import Datumveld, fouten_in
from convenant.web.zaakhandeling import Zaakformulier

from . import afspraken

NAV = "afspraken"


class AfspraakForm(Zaakformulier):
    """A document for one corporatie."""

    deelname = forms.TypedChoiceField(label="Voor welke corporatie?", coerce=int)
    titel = forms.CharField(label="Waar gaat de afspraak over?", max_length=200)
    vanaf = Datumveld(label="Vanaf welke dag geldt de afspraak?")
    tot = Datumveld(label="Tot en met welke dag?", required=False)
    document = Bijlageveld(label="Het document")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["deelname"].choices = [("", "Kies een corporatie"), *afspraken.corporaties()]  # type: ignore[attr-defined]

    @property
    def afspraak(self) -> afspraken.Nieuw:
        velden = self.cleaned_data
        return afspraken.Nieuw(
            velden["deelname"], velden["titel"], velden["vanaf"], velden["tot"], velden["document"]
        )


@pagina(INZIEN)
@require_safe
def lijst(request: Verzoek, convenant: str) -> HttpResponse:
    """The annexes that the own party may read."""
    context = {
        "nav": NAV,
        "afspraken": afspraken.overzicht(),
        "mag_toevoegen": poort.mag(afspraken.TOEVOEGEN),
    }
    return render(request, "huisuitzetting/afspraken.html", context)


@pagina(INZIEN)
@require_safe
def document(request: Verzoek, convenant: str, afspraak: UUID) -> HttpResponse:
    bestand = afspraken.lees(afspraak)
    response = HttpResponse(bestand.inhoud, content_type=bestand.soort)
    response["Content-Disposition"] = str(content_disposition_header(True, bestand.naam))
    response["Content-Security-Policy"] = ZANDBAK
    return response


@pagina(afspraken.TOEVOEGEN)
@require_http_methods(["GET", "HEAD", "POST"])
def nieuw(request: Verzoek, convenant: str) -> HttpResponse:
    form = AfspraakForm(request.POST, request.FILES) if request.method == "POST" else AfspraakForm()
    if request.method == "POST" and form.is_valid():
        with fouten_in(form):
            afspraken.voeg_toe(form.afspraak, form.nummer)
            messages.success(request, "De afspraak is toegevoegd. De corporatie krijgt bericht.")
            return redirect("afspraken", convenant)
    return render(request, "huisuitzetting/afspraak.html", {"nav": NAV, "form": form})
