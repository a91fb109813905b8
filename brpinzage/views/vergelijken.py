"""The comparison of one raadpleging with the own file (HEE-OW.5), and the deviation that may follow (HEE-2.6)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from brpinzage import afwijkingen, handelingen
from brpinzage.afwijking_forms import VergelijkForm
from brpinzage.afwijkingen import Bevinding
from convenant.poort.grens import Verzoek
from convenant.poort.handeling import pagina


@pagina("beoordelen_afwijking")
@require_http_methods(["GET", "HEAD", "POST"])
def vergelijken(request: Verzoek, convenant: str, ontvangst: UUID) -> HttpResponse:
    """A judgement per name. All of them fit: that is all. Else a case, to be sent now or later."""
    gevonden = handelingen.resultaat(ontvangst)
    form = VergelijkForm(request.POST or None, namen=gevonden.namen)
    if not form.is_valid():
        context = {"nav": "raadplegen", "resultaat": gevonden, "form": form}
        return render(request, "brpinzage/vergelijken.html", context)
    if not form.wijkt_af:
        afwijkingen.komt_overeen(ontvangst)
        messages.success(
            request, "Vastgelegd: alles komt overeen. De namen blijven te zien tot het einde van vandaag."
        )
        return redirect("raadpleging", convenant, ontvangst)
    gegevens = form.cleaned_data
    bevinding = Bevinding(form.oordelen, gegevens["aard"], gegevens["toelichting"])
    zaak = afwijkingen.wijkt_af(ontvangst, bevinding)
    messages.success(request, "De afwijking staat klaar. Controleer haar en verstuur haar naar de gemeente.")
    return redirect("zaakhandeling", convenant, zaak, "afwijking_melden")
