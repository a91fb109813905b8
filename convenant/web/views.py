"""The pages that belong to no convenant app: begin, choosing a place to work, the log."""

from datetime import date

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from convenant.poort.grens import Verzoek
from convenant.poort.handeling import NietGevonden, open_pagina, pagina
from convenant.poort.logboek import GEWEIGERD, TOEGESTAAN
from convenant.poort.logboek_lezen import Filter, bladzijde
from convenant.poort.wie import convenanten_van

from .formulieren import Datumveld, Formulier
from .werkplek import functienaam, menu_van


@open_pagina("toont alleen in welke convenanten de ingelogde zelf werkt")
@login_required
def begin(request: HttpRequest) -> HttpResponse:
    """Straight on to the convenant when there is one; else the choice."""
    convenanten = convenanten_van(request.user)
    if len(convenanten) == 1:
        return redirect("werkbegin", convenanten[0].code)
    return render(request, "web/begin.html", {"convenanten": convenanten})


@pagina()
def werkbegin(request: Verzoek, convenant: str) -> HttpResponse:
    """Where work begins: what one can do here, by functie."""
    assert request.wie is not None
    items = [item for item in menu_van(request.wie) if item.key != "begin"]
    return render(request, "web/werkbegin.html", {"nav": "begin", "items": items})


@pagina()
def werkplek(request: Verzoek, convenant: str) -> HttpResponse:
    """Choose as what one works in this convenant. The choice is held for this sign-in and stands in the log."""
    plekken = {str(plek.autorisatie_id): plek for plek in request.werkplekken if plek.autorisatie_id}
    if request.method == "POST":
        gekozen = plekken.get(request.POST.get("werkplek", ""))
        if gekozen is None:
            raise NietGevonden
        request.session["werkplek"] = request.session.get("werkplek", {}) | {
            convenant: gekozen.autorisatie_id
        }
        assert request.beurt is not None
        request.beurt.regels.append(
            request.beurt.regel("werkplek_kiezen", TOEGESTAAN, object=gekozen.functie)
        )
        messages.success(request, f"U werkt nu als {functienaam(gekozen.functie).lower()}.")
        return redirect("werkbegin", convenant)
    keuzes = [
        (waarde, functienaam(plek.functie), plek.deelname.partij.naam) for waarde, plek in plekken.items()
    ]
    return render(request, "web/werkplek.html", {"keuzes": keuzes})


class LogFilterForm(Formulier):
    vanaf = Datumveld(label="Vanaf", required=False)
    tot_en_met = Datumveld(label="Tot en met", required=False)
    uitkomst = forms.ChoiceField(
        label="Uitkomst",
        required=False,
        choices=(("", "Alles"), (TOEGESTAAN, "Toegestaan"), (GEWEIGERD, "Geweigerd")),
    )
    voor = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)
    show_optional = False

    def filter(self) -> Filter:
        """What was asked; a field that cannot be right does not filter."""
        vanaf: date | None = self.cleaned_data.get("vanaf")
        return Filter(
            vanaf,
            self.cleaned_data.get("tot_en_met"),
            self.cleaned_data.get("uitkomst") or "",
            self.cleaned_data.get("voor"),
        )


@pagina("logboek_lezen", "eigen_logboek_lezen")
def logboek(request: Verzoek, convenant: str) -> HttpResponse:
    form = LogFilterForm(request.GET)
    form.is_valid()
    regels, volgende = bladzijde(form.filter())
    query = request.GET.copy()
    query["voor"] = str(volgende)
    query_begin = request.GET.copy()
    query_begin.pop("voor", None)
    context = {
        "nav": "logboek",
        "form": form,
        "regels": regels,
        "next": f"?{query.urlencode()}" if volgende else "",
        "previous": f"?{query_begin.urlencode()}" if request.GET.get("voor") else "",
        "alles_url": reverse("logboek", args=[convenant]),
    }
    return render(request, "web/logboek.html", context)
