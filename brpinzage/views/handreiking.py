"""The guide for contactpersonen: reading and confirming, placing and changing, who has read it (HEE-5.2, 5.3)."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from brpinzage import handreiking
from brpinzage.beheer_forms import BevestigForm, HandreikingForm, WijzigForm
from convenant.poort import poort
from convenant.poort.grens import Verzoek
from convenant.poort.handeling import Geweigerd, Ongeldig, pagina
from convenant.web.templatetags.woorden import artikel

NAV = "handreiking"


@pagina(handreiking.BEVESTIGEN, handreiking.PLAATSEN)
@require_http_methods(["GET", "HEAD", "POST"])
def lees(request: Verzoek, convenant: str) -> HttpResponse:
    """The current version; a contactpersoon confirms it, the municipality sees who did."""
    handreiking.toets_lezen()
    if request.method == "POST":
        return _bevestig(request, convenant)
    versie = handreiking.geldige()
    plaatst = poort.mag(handreiking.PLAATSEN)
    context = {
        "nav": NAV,
        "versie": versie,
        "form": BevestigForm(initial={"versie": versie.nummer}) if versie else None,
        "te_bevestigen": handreiking.te_bevestigen(),
        "plaatst": plaatst,
        "lezers": handreiking.lezers() if plaatst else (),
        "eerdere": [rij for rij in handreiking.versies() if rij.vervallen_op] if plaatst else (),
    }
    return render(request, "brpinzage/handreiking.html", context)


def _bevestig(request: Verzoek, convenant: str) -> HttpResponse:
    form = BevestigForm(request.POST)
    try:
        handreiking.bevestig(form.cleaned_data["versie"] if form.is_valid() else 0)
        messages.success(request, "U hebt bevestigd dat u de handreiking hebt gelezen.")
    except Ongeldig as fout:
        messages.warning(request, fout.fouten[""])
    return redirect("handreiking", convenant)


@pagina(handreiking.PLAATSEN)
@require_http_methods(["GET", "HEAD", "POST"])
def nieuw(request: Verzoek, convenant: str) -> HttpResponse:
    """The first version, or the next one after a consultation."""
    handreiking.toets_lezen()
    geldig = handreiking.geldige()
    soort = WijzigForm if geldig else HandreikingForm
    if request.method != "POST":
        begin: dict[str, Any] = {"tekst": geldig.tekst, "vorige": geldig.nummer} if geldig else {}
        return _toon(request, soort(initial=begin), bool(geldig))
    form = soort(request.POST)
    if form.is_valid():
        try:
            if isinstance(form, WijzigForm):
                handreiking.wijzig(form.cleaned_data["tekst"], form.raadpleging, form.cleaned_data["vorige"])
            else:
                handreiking.plaats(form.cleaned_data["tekst"])
        except Ongeldig as fout:
            form.add_error(None, fout.fouten[""])
        except Geweigerd as weigering:
            for reden in weigering.redenen:
                form.add_error(None, f"{reden.tekst} ({artikel(reden.eis)})")
        else:
            messages.success(request, "De handreiking is geplaatst. De contactpersonen krijgen bericht.")
            return redirect("handreiking", convenant)
    return _toon(request, form, bool(geldig))


def _toon(request: Verzoek, form: HandreikingForm, wijzigt: bool) -> HttpResponse:
    return render(request, "brpinzage/handreiking_nieuw.html", {"nav": NAV, "form": form, "wijzigt": wijzigt})


@pagina(handreiking.PLAATSEN)
@require_safe
def eerdere(request: Verzoek, convenant: str, versie: int) -> HttpResponse:
    """A version as it was, with the consultation before it."""
    handreiking.toets_lezen()
    return render(
        request, "brpinzage/handreiking_versie.html", {"nav": NAV, "versie": handreiking.versie(versie)}
    )
