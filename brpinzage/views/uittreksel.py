"""The extract of the BRP: what was loaded, loading a file as concept, and putting it into use or throwing it away."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from brpinzage import laden, ophalen
from brpinzage.forms import UittrekselForm
from brpinzage.inlezen import UITTREKSEL, lees_uittreksel
from convenant.bestand import BestandFout, Rijfout
from convenant.poort.grens import Verzoek
from convenant.poort.handeling import Ongeldig, pagina

NAV = "uittreksels"


@pagina(laden.LADEN)
def overzicht(request: Verzoek, convenant: str) -> HttpResponse:
    """Every extract by date and numbers; no row of it."""
    laden.toets_laden()
    kaarten = laden.uittreksels()
    actief = next((kaart for kaart in kaarten if kaart.is_actief), None)
    context = {
        "nav": NAV,
        "kaarten": kaarten,
        "actief": actief,
        "te_oud": actief is not None and laden.is_te_oud(actief),
        "concept": next((kaart for kaart in kaarten if kaart.is_concept), None),
        "aangesloten": ophalen.heeft_aansluiting(),
    }
    return render(request, "brpinzage/uittreksels.html", context)


@pagina(laden.LADEN)
def nieuw(request: Verzoek, convenant: str) -> HttpResponse:
    """Choose a file. A file with faults changes nothing and comes back as a table of rows."""
    laden.toets_laden()
    gestuurd = request.method == "POST"
    form = UittrekselForm(request.POST, request.FILES) if gestuurd else UittrekselForm()
    fouten: tuple[Rijfout, ...] = ()
    aantal = 0
    if gestuurd and form.is_valid():
        try:
            rijen = lees_uittreksel(form.cleaned_data["bestand"])
            return redirect("uittreksel", convenant, laden.laad_uittreksel(rijen, form.peilmoment))
        except Ongeldig as fout:
            form.meld(fout.fouten)
            if isinstance(fout, BestandFout) and fout.rijen[0].rij:
                fouten, aantal = fout.rijen, fout.aantal
    context = {"nav": NAV, "form": form, "fouten": fouten, "aantal": aantal, "kolommen": UITTREKSEL}
    return render(request, "brpinzage/uittreksel_nieuw.html", context)


@pagina(laden.LADEN)
def bevestig(request: Verzoek, convenant: str, uittreksel: UUID) -> HttpResponse:
    """The numbers of a concept, and the choice. Sent twice or too late: told what it is, nothing changes."""
    laden.toets_laden()
    if request.method == "POST":
        return _kies(request, convenant, uittreksel)
    kaart = laden.uittreksel_kaart(uittreksel)
    if not kaart.is_concept:
        messages.info(request, "Dit uittreksel wacht niet meer op bevestiging.")
        return redirect("uittreksels", convenant)
    context = {
        "nav": NAV,
        "kaart": kaart,
        "vorige": laden.actief_uittreksel(),
        "te_oud": laden.is_te_oud(kaart),
        "maximaal_dagen": laden.maximaal_oud().days,
        "ophaling": ophalen.voortgang(uittreksel),
    }
    return render(request, "brpinzage/uittreksel_bevestig.html", context)


def _kies(request: Verzoek, convenant: str, uittreksel: UUID) -> HttpResponse:
    if request.POST.get("keuze") != "gebruik":
        laden.gooi_uittreksel_weg(uittreksel)
        messages.success(request, "Het geladen uittreksel is weggegooid. Er is niets veranderd.")
        return redirect("uittreksels", convenant)
    try:
        laden.activeer_uittreksel(uittreksel)
    except Ongeldig as fout:
        messages.error(request, fout.fouten[""])
    else:
        messages.success(request, "Het nieuwe uittreksel is in gebruik. Het vorige is vernietigd.")
    return redirect("uittreksels", convenant)
