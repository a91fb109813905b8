"""The yearly declaration of how a corporatie secures what it receives (HEE-6.1)."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from brpinzage import beveiliging
from brpinzage.beheer_forms import BeveiligingsverklaringForm
from convenant.poort.grens import Verzoek
from convenant.poort.handeling import pagina


@pagina(beveiliging.HANDELING)
@require_http_methods(["GET", "HEAD", "POST"])
def verklaring(request: Verzoek, convenant: str) -> HttpResponse:
    """What was declared last, and the form to declare it again."""
    beveiliging.toets_verklaren()
    stand = beveiliging.eigen_stand()
    if request.method == "POST":
        form = BeveiligingsverklaringForm(request.POST)
        if form.is_valid():
            beveiliging.verklaar(form.cleaned_data["maatregelen"])
            messages.success(request, "Uw verklaring is vastgelegd. Zij geldt een jaar.")
            return redirect("beveiliging", convenant)
    else:
        form = BeveiligingsverklaringForm(initial={"maatregelen": stand.maatregelen if stand else ""})
    return render(request, "brpinzage/beveiliging.html", {"nav": "beveiliging", "form": form, "stand": stand})
