"""A file of arrears: choose it, see what it would change and what is wrong, then decide."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from convenant.bestand import BestandFout, Rijfout
from convenant.poort.grens import Verzoek
from convenant.poort.handeling import Ongeldig, pagina

from . import huren, huurbestand, inlezen
from .forms import InleesForm

NAV = "huren"
SOORTEN = (
    ("nieuw", "Nieuw in de lijst"),
    ("hoger", "Meer schuld dan eerst"),
    ("lager", "Minder schuld dan eerst"),
    ("afgelost", "Schuld is nu 0"),
    ("weg", "Niet meer in het bestand: geen achterstand meer"),
    ("gelijk", "Zelfde schuld"),
    ("zonder", "Zonder schuld en niet bekend: komt niet in de lijst"),
)


@pagina(huren.VASTLEGGEN)
def nieuw(request: Verzoek, convenant: str) -> HttpResponse:
    """Choose a file. One that cannot be used comes back with what is wrong with it, per row where there is one."""
    gestuurd = request.method == "POST"
    form = InleesForm(request.POST, request.FILES) if gestuurd else InleesForm()
    fouten: tuple[Rijfout, ...] = ()
    aantal = 0
    if gestuurd and form.is_valid():
        try:
            wacht = inlezen.lees(form.cleaned_data["bestand"].file, heel=form.heel)
            return redirect("huren_inlezing", convenant, wacht)
        except BestandFout as fout:
            form.add_error("bestand", fout.fouten["bestand"])
            if fout.rijen[0].rij:
                fouten, aantal = fout.rijen, fout.aantal
    context = {
        "nav": NAV,
        "form": form,
        "fouten": fouten,
        "aantal": aantal,
        "kolommen": huurbestand.KOLOMMEN,
    }
    return render(request, "huisuitzetting/inlezen.html", context)


@pagina(huren.VASTLEGGEN)
def beslis(request: Verzoek, convenant: str, inlezing: UUID) -> HttpResponse:
    """What the file would change, and the choice. Sent twice or too late: told what it is, nothing changes."""
    if request.method == "POST":
        return _kies(request, convenant, inlezing)
    if inlezen.wacht() != inlezing:
        messages.info(request, inlezen.WEG)
        return redirect("huren", convenant)
    kaart = inlezen.voorbeeld(inlezing)
    aantallen = [(titel, kaart.aantallen[soort]) for soort, titel in SOORTEN]
    return render(
        request, "huisuitzetting/inlezing.html", {"nav": NAV, "kaart": kaart, "aantallen": aantallen}
    )


def _kies(request: Verzoek, convenant: str, inlezing: UUID) -> HttpResponse:
    keuze = request.POST.get("keuze")
    try:
        if keuze in ("verwerk", "goede_rijen"):
            inlezen.verwerk(inlezing, fouten_overslaan=keuze == "goede_rijen")
            messages.success(request, "De lijst is bijgewerkt.")
        else:
            inlezen.gooi_weg(inlezing)
            messages.success(request, "Het bestand is weggegooid. Er is niets veranderd.")
    except Ongeldig as fout:
        messages.error(request, fout.fouten[""])
    return redirect("huren", convenant)
