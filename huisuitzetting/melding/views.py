"""The tenants whose report is due, on one page: what can go, what cannot and why, and what came of it."""

from uuid import uuid4

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from convenant.poort.grens import Verzoek
from convenant.poort.handeling import pagina

from . import reeks
from .forms import ReeksForm
from .schermen import MELDEN

NAV = "huren"


@pagina(MELDEN)
@require_http_methods(["GET", "HEAD", "POST"])
def melden(request: Verzoek, convenant: str) -> HttpResponse:
    """Look first, then send those that were chosen. Sent twice it is one act, and shows the same."""
    form = ReeksForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        uitslag = reeks.meld(form.cleaned_data["huren"], form.nummer)
        gegaan = [rij for rij in uitslag if rij.zaak is not None]
        gebleven = [rij for rij in uitslag if rij.zaak is None]
        return render(
            request, "huisuitzetting/gemeld.html", {"nav": NAV, "gegaan": gegaan, "gebleven": gebleven}
        )
    rijen, totaal = reeks.kandidaten()
    gekozen = set(request.POST.getlist("huren")) if request.method == "POST" else None
    context = {
        "nav": NAV,
        "form": form,
        "kenmerk": request.POST.get("kenmerk") or uuid4(),
        "kunnen": [(rij, gekozen is None or str(rij.huur) in gekozen) for rij in rijen if not rij.belet],
        "kunnen_niet": [rij for rij in rijen if rij.belet],
        "totaal": totaal,
        "maximum": reeks.MAXIMUM,
    }
    return render(request, "huisuitzetting/melden_reeks.html", context)
