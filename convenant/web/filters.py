"""Saved parts of the work list: keep one, rename it, open the list with it, throw it away."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from convenant.beleid.taal import INZIEN
from convenant.poort import filters, werklijst
from convenant.poort.grens import Verzoek
from convenant.poort.handeling import Ongeldig, pagina

from .formulieren import Formulier
from .lijstkeuze import FILTER, LijstForm, lees, vraag


class FilterForm(Formulier):
    """What a saved filter is called, and whether the list opens with it."""

    naam = forms.CharField(
        label="Naam van het filter",
        max_length=40,
        help_text="Alleen u ziet deze naam. Zet er geen gegevens van mensen in.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "app-width-full"}),
    )
    standaard = forms.BooleanField(label="Open de lijst met dit filter", required=False)


@pagina(INZIEN)
@require_http_methods(["GET", "HEAD", "POST"])
def overzicht(request: Verzoek, convenant: str) -> HttpResponse:
    """One's own filters; sent to from the list, the choices of that moment are kept under a name."""
    assert request.wie is not None
    if request.method != "POST":
        return render(request, "web/filters.html", {"nav": "zaken", "filters": filters.filters()})
    wie, form = request.wie, FilterForm(request.POST)
    gestuurd = {naam: str(waarde) for naam, waarde in request.POST.items() if naam in LijstForm.base_fields}
    keuze = lees(gestuurd, werklijst.collegas(), wie.medewerker.pk, werklijst.stappen())
    waarden = {"stand": keuze.stand} | dict(keuze.waarden)
    try:
        if form.is_valid():
            nieuw = filters.bewaar(form.cleaned_data["naam"], waarden, form.cleaned_data["standaard"])
            messages.success(request, "Uw filter is bewaard.")
            return redirect(reverse("zaken", args=[convenant]) + vraag({FILTER: nieuw}))
    except Ongeldig as fout:
        _op_het_formulier(form, fout)
    context = {"nav": "zaken", "form": form, "waarden": waarden, "terug": keuze.vraag()}
    return render(request, "web/filter.html", context)


@pagina(INZIEN)
@require_http_methods(["GET", "HEAD", "POST"])
def wijzig(request: Verzoek, convenant: str, filter: int) -> HttpResponse:
    """Another name, or whether the list opens with it."""
    gekozen = filters.geef(filter)
    begin = {"naam": gekozen.naam, "standaard": gekozen.standaard}
    form = FilterForm(request.POST if request.method == "POST" else None, initial=begin)
    try:
        if form.is_valid():
            filters.wijzig(filter, **form.cleaned_data)
            messages.success(request, "Uw filter is aangepast.")
            return redirect("zaak_filters", convenant)
    except Ongeldig as fout:
        _op_het_formulier(form, fout)
    return render(request, "web/filter.html", {"nav": "zaken", "form": form, "gekozen": gekozen})


@pagina(INZIEN)
@require_http_methods(["GET", "HEAD", "POST"])
def verwijder(request: Verzoek, convenant: str, filter: int) -> HttpResponse:
    """Asked once more; the cases stay where they are."""
    gekozen = filters.geef(filter)
    if request.method == "POST":
        filters.verwijder(filter)
        messages.success(request, "Uw filter is verwijderd.")
        return redirect("zaak_filters", convenant)
    return render(request, "web/filter_weg.html", {"nav": "zaken", "gekozen": gekozen})


def _op_het_formulier(form: FilterForm, fout: Ongeldig) -> None:
    for veld, zin in fout.fouten.items():
        form.add_error(veld, zin)
