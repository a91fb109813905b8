"""The screens of one's own messages in a convenant: what came, and whether a mail tells of it."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from convenant.poort import berichten, postfout
from convenant.poort.grens import Verzoek
from convenant.poort.handeling import pagina

from .console_mensen import nummer_van
from .formulieren import Formulier, fouten_in

WIJZEN = {
    berichten.METEEN: "Elk bericht meteen",
    berichten.DAG: "Eén mail per dag, om zeven uur ’s ochtends",
    berichten.GEEN: "Geen mail: ik kijk hier zelf",
}
GEKOZEN = {
    berichten.METEEN: "U krijgt van elk bericht meteen een mail.",
    berichten.DAG: "U krijgt één mail per dag, om zeven uur ’s ochtends.",
    berichten.GEEN: "U krijgt geen mail van deze berichten.",
}


class KeuzeForm(Formulier):
    """How somebody wants to hear of messages here."""

    wijze = forms.ChoiceField(
        label="Wanneer wilt u een mail?",
        choices=list(WIJZEN.items()),
        widget=forms.RadioSelect,
        help_text="Mail over uw account en uw functies krijgt u altijd meteen.",
    )


@pagina()
@require_http_methods(["GET", "HEAD", "POST"])
def lijst(request: Verzoek, convenant: str) -> HttpResponse:
    """One's own messages, the newest first. A message is read by opening it, or by saying so: one or all."""
    if request.method == "POST":
        if gekozen := request.POST.get("bericht", ""):
            berichten.lees(gekozen)
        else:
            berichten.lees_alles()
            messages.success(request, "Alle berichten zijn gelezen.")
        return redirect("berichten", convenant)
    context = {
        "nav": "berichten",
        "page": berichten.mijn_berichten(nummer_van(request)),
        "keuze": GEKOZEN[berichten.mijn_keuze() or berichten.METEEN],
        "komt_terug": postfout.mijn_post_komt_terug(),
    }
    return render(request, "web/berichten.html", context)


@pagina()
@require_http_methods(["GET", "HEAD", "POST"])
def keuze(request: Verzoek, convenant: str) -> HttpResponse:
    """Each at once, one a day, or no mail: one's own choice, for this convenant."""
    gekozen = berichten.mijn_keuze()
    form = KeuzeForm(request.POST or None, initial={"wijze": gekozen})
    if request.method == "POST" and form.is_valid():
        with fouten_in(form):
            berichten.kies(form.cleaned_data["wijze"])
            messages.success(request, GEKOZEN[form.cleaned_data["wijze"]])
            return redirect("berichten", convenant)
    context = {"nav": "berichten", "form": form, "keuze": GEKOZEN[gekozen or berichten.METEEN]}
    return render(request, "web/berichten_keuze.html", context)
