"""The pages that belong to no convenant app: begin, and choosing a place to work."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from convenant.poort.grens import Verzoek
from convenant.poort.handeling import NietGevonden, open_pagina, pagina
from convenant.poort.logboek import TOEGESTAAN
from convenant.poort.wie import convenanten_van
from convenant.tijd import vandaag

from .templatetags.woorden import met_team
from .werkplek import begin_van, bevoegdheden_van, menu_van


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
            request.beurt.regel("werkplek_kiezen", TOEGESTAAN, object=gekozen.in_woorden)
        )
        messages.success(request, f"U werkt nu als {gekozen.in_woorden}.")
        return redirect("werkbegin", convenant)
    keuzes = [
        (waarde, met_team(plek.functie, plek.team), plek.deelname.partij.naam)
        for waarde, plek in plekken.items()
    ]
    return render(request, "web/werkplek.html", {"keuzes": keuzes})
