"""Making an extract from the live BRP: one page to start it, see how far it is, pause, resume and stop it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from brpinzage import laden, ophalen
from convenant.poort.grens import Verzoek
from convenant.poort.handeling import NietGevonden, Ongeldig, pagina

NAV = "uittreksels"
KEUZES = {
    "pauze": (ophalen.pauzeer, "Het ophalen staat stil. Wat er al is, blijft bewaard."),
    "hervat": (ophalen.hervat, "Het ophalen gaat verder."),
    "stop": (ophalen.stop, "Het ophalen is gestopt. Wat was opgehaald, is vernietigd."),
}


@pagina(laden.LADEN)
def stand(request: Verzoek, convenant: str) -> HttpResponse:
    """How far the last job is, in numbers; where none is under way, the button that starts one."""
    laden.toets_laden()
    if request.method == "POST":
        _kies(request)
        return redirect("ophalen", convenant)
    ophaling = ophalen.laatste()
    context = {
        "nav": NAV,
        "ophaling": ophaling,
        "aangesloten": ophalen.heeft_aansluiting(),
        "wacht": any(
            kaart.is_concept and kaart.id == ophaling.id for kaart in laden.uittreksels() if ophaling
        ),
    }
    return render(request, "brpinzage/ophalen.html", context)


def _kies(request: Verzoek) -> None:
    keuze = request.POST.get("keuze", "")
    try:
        if keuze == "begin":
            ophalen.begin()
            messages.success(
                request, "Het ophalen is gestart. U kunt deze pagina sluiten: het gaat vanzelf door."
            )
        else:
            doe, zin = KEUZES[keuze]
            doe(UUID(request.POST.get("ophaling", "")))
            messages.success(request, zin)
    except Ongeldig as fout:
        messages.error(request, fout.fouten[""])
    except (KeyError, ValueError):  # no choice of this page
        raise NietGevonden from None
