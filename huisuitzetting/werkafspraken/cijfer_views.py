"""The figures on screen, as a table and on paper, and the form by which a party tells its own."""

import io
from collections.abc import Mapping, Sequence

from defusedcsv import csv
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from convenant.poort.grens import Verzoek
from convenant.poort.handeling import NietGevonden, pagina
from convenant.tijd import vandaag
from convenant.web.formulieren import fouten_in
from convenant.web.pdf import als_pdf

from . import kengetallen
from .cijfer_forms import FORMULIEREN, vooraf
from .cijfers import SOORTEN, Regel

EVALUEERT = ("evaluatie_openen", *kengetallen.DELEN.values())
KOLOMMEN = ("Jaar", "Wie", "Wat", "Eerste halfjaar", "Tweede halfjaar", "Heel jaar")


def leeswijzer() -> tuple[str, ...]:
    grens = kengetallen.kleinste()
    return (
        f"Is een aantal kleiner dan {grens}, dan staat er ‘minder dan {grens}’. Zo is niemand te herkennen.",
        "Een halfjaar telt pas mee als het voorbij is.",
        "Het jaar is de som van wat er bij de halfjaren staat. Is daar iets verborgen, dan staat er van het minste tot het meeste.",
        "Bij de crisislijst is er geen jaartotaal: dezelfde huurder kan er twee keer op staan.",
        "Er staan geen namen en adressen in. De cijfers blijven als de zaken zijn vernietigd.",
    )


@pagina(*EVALUEERT)
@require_safe
def overzicht(request: Verzoek, convenant: str) -> HttpResponse:
    """Everything that was told to the own functie, per year."""
    context = {
        "nav": "kengetallen",
        "jaren": kengetallen.overzicht(),
        "leeswijzer": leeswijzer(),
        "deelt": kengetallen.te_delen(),
    }
    return render(request, "huisuitzetting/kengetallen.html", context)


@pagina(*EVALUEERT)
@require_safe
def als_bestand(request: Verzoek, convenant: str) -> HttpResponse:
    """The same as CSV."""
    tekst = io.StringIO()
    schrijver = csv.writer(tekst, delimiter=";")
    schrijver.writerow(KOLOMMEN)
    for jaar, regels in kengetallen.overzicht().items():
        for regel in regels:
            schrijver.writerow((jaar, regel.wie, regel.wat, regel.eerste, regel.tweede, regel.heel_jaar))
    # The mark at the start tells a spreadsheet that this is UTF-8.
    return _bestand("\ufeff" + tekst.getvalue(), "text/csv; charset=utf-8", "csv")


@pagina(*EVALUEERT)
@require_safe
def op_papier(request: Verzoek, convenant: str) -> HttpResponse:
    """The same as a PDF."""
    assert request.wie is not None
    jaren: Mapping[int, Sequence[Regel]] = kengetallen.overzicht()
    context = {
        "jaren": jaren,
        "leeswijzer": leeswijzer(),
        "convenant": request.wie.convenant.naam,
        "partij": request.wie.deelname.partij.naam,
        "op": vandaag(),
    }
    return _bestand(als_pdf("huisuitzetting/kengetallen_papier.html", context), "application/pdf", "pdf")


@pagina(*kengetallen.DELEN.values())
@require_http_methods(["GET", "HEAD", "POST"])
def delen(request: Verzoek, convenant: str) -> HttpResponse:
    """Tell the own numbers of a half year; what the system counted stands there already."""
    soort = kengetallen.te_delen()
    if not soort:
        raise NietGevonden
    formulier = FORMULIEREN[soort]
    perioden = kengetallen.perioden()
    gevraagd = request.POST.get("periode") or request.GET.get("periode", "")
    gekozen = next((periode for periode in perioden if periode.sleutel == gevraagd), perioden[0])
    if request.method == "POST":
        form = formulier(request.POST)
        if form.is_valid():
            with fouten_in(form):
                form.deel()
                messages.success(request, "De cijfers zijn gedeeld met wie evalueert.")
                return redirect("kengetallen", convenant)
    else:
        begin = vooraf(gekozen.sleutel) if soort == kengetallen.CORPORATIE else {"periode": gekozen.sleutel}
        form = formulier(initial=dict(begin))
    context = {
        "nav": "kengetallen",
        "form": form,
        "soort": soort,
        "gekozen": gekozen,
        "perioden": perioden,
        "grens": kengetallen.kleinste(),
        "meldingen": [
            (corporatie, SOORTEN[naam], getal) for corporatie, naam, getal in kengetallen.meldingen(gekozen)
        ]
        if soort == kengetallen.WIJKTEAM
        else (),
    }
    return render(request, "huisuitzetting/kengetallen_delen.html", context)


def _bestand(inhoud: str | bytes, soort: str, achtervoegsel: str) -> HttpResponse:
    response = HttpResponse(inhoud, content_type=soort)
    response["Content-Disposition"] = f'attachment; filename="cijfers-{vandaag():%Y-%m-%d}.{achtervoegsel}"'
    return response
