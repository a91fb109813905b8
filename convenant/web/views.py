"""The pages that belong to no convenant app: begin, choosing a place to work, the log."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from convenant.poort.grens import Verzoek
from convenant.poort.handeling import NietGevonden, open_pagina, pagina
from convenant.poort.logboek import GEWEIGERD, TOEGESTAAN
from convenant.poort.logboek_lezen import Filter, bladzijde
from convenant.poort.wie import convenanten_van
from convenant.tijd import vandaag

from .formulieren import Datumveld, Formulier
from .templatetags.woorden import woord
from .werkplek import begin_van, bevoegdheden_van, functienaam, handelingen_van, menu_van


@open_pagina("toont alleen in welke convenanten de ingelogde zelf werkt")
@login_required
@require_safe
def begin(request: HttpRequest) -> HttpResponse:
    """Straight on to the convenant when there is one; else the choice."""
    convenanten = convenanten_van(request.user)
    if len(convenanten) == 1:
        return redirect("werkbegin", convenanten[0].code)
    return render(request, "web/begin.html", {"convenanten": convenanten})


@pagina()
@require_safe
def werkbegin(request: Verzoek, convenant: str) -> HttpResponse:
    """Where work begins: what one can do here, what happened today, what the convenant gives this functie."""
    assert request.wie is not None
    context = {
        "nav": "begin",
        "vandaag": vandaag(),
        "items": [item for item in menu_van(request.wie) if item.key != "begin"],
        "blokken": list(begin_van(request.wie)),
        "bevoegdheden": bevoegdheden_van(request.wie),
    }
    return render(request, "web/werkbegin.html", context)


@pagina()
@require_http_methods(["GET", "HEAD", "POST"])
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
    """What to show of the log; `handelingen` are the verbs of the policy."""

    vanaf = Datumveld(label="Vanaf (dd-mm-jjjj)", required=False, help_text="")
    tot_en_met = Datumveld(label="Tot en met", required=False, help_text="")
    handeling = forms.ChoiceField(label="Handeling", required=False)
    uitkomst = forms.ChoiceField(
        label="Uitkomst",
        required=False,
        choices=(("", "Alles"), (TOEGESTAAN, "Toegestaan"), (GEWEIGERD, "Geweigerd")),
    )
    voor = forms.IntegerField(
        label="Verder lezen", required=False, min_value=1, max_value=2**63 - 1, widget=forms.HiddenInput
    )
    show_optional = False

    def __init__(self, *args: Any, handelingen: Iterable[str] = (), **kwargs: Any):
        super().__init__(*args, **kwargs)
        keuzes = [(naam, woord(naam)) for naam in sorted(handelingen)]
        self.fields["handeling"].choices = [("", "Alles"), *keuzes]  # type: ignore[attr-defined]

    def filter(self) -> Filter:
        """What was asked; a field that cannot be right does not filter."""
        gegevens = self.cleaned_data
        return Filter(
            gegevens.get("vanaf"),
            gegevens.get("tot_en_met"),
            gegevens.get("uitkomst") or "",
            gegevens.get("voor"),
            gegevens.get("handeling") or "",
        )


@pagina("logboek_lezen", "eigen_logboek_lezen")
@require_safe
def logboek(request: Verzoek, convenant: str) -> HttpResponse:
    assert request.wie is not None
    form = LogFilterForm(request.GET, handelingen=handelingen_van(request.wie))
    form.is_valid()
    regels, volgende = bladzijde(form.filter())
    query = request.GET.copy()
    query.pop("voor", None)
    begin = f"?{query.urlencode()}"
    query["voor"] = str(volgende)
    context = {
        "nav": "logboek",
        "form": form,
        "regels": regels,
        "next": f"?{query.urlencode()}" if volgende else "",
        "previous": begin if request.GET.get("voor") else "",
        "alles_url": reverse("logboek", args=[convenant]),
    }
    return render(request, "web/logboek.html", context)
