"""Figures per month and over a period, on the screen and as a file (HEE-OW.7)."""

import io
from collections import Counter
from collections.abc import Sequence
from urllib.parse import urlencode

from defusedcsv import csv
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from brpinzage.beheer_forms import PeriodeForm
from convenant.poort import tellingen
from convenant.poort.grens import Verzoek
from convenant.poort.handeling import pagina
from convenant.poort.tellingen import Cijfer
from convenant.tijd import vandaag
from convenant.web.templatetags.woorden import woord

KOLOMMEN = ("Maand", "Wat", "Uitkomst", "Aantal")


@pagina("cijfers_inzien")
@require_safe
def overzicht(request: Verzoek, convenant: str) -> HttpResponse:
    """Totals over the period, and each month by itself."""
    form = _form(request)
    gevonden = tellingen.cijfers(*form.periode) if form.is_valid() else []
    totalen: Counter[tuple[str, str]] = Counter()
    for cijfer in gevonden:
        totalen[cijfer.maat, cijfer.waarde] += cijfer.aantal
    context = {
        "nav": "cijfers",
        "form": form,
        "totalen": [(maat, waarde, aantal) for (maat, waarde), aantal in sorted(totalen.items())],
        "cijfers": _op_maand(gevonden),
        "uitvoer": f"?{urlencode(form.cleaned_data)}" if form.is_valid() else "",
    }
    return render(request, "brpinzage/cijfers.html", context)


@pagina("cijfers_inzien")
@require_safe
def uitvoer(request: Verzoek, convenant: str) -> HttpResponse:
    """The months of the period as CSV; a period that cannot be is the standard one."""
    form = _form(request)
    if not form.is_valid():
        form = PeriodeForm(_standaard())
        form.is_valid()
    tekst = io.StringIO()
    schrijver = csv.writer(tekst, delimiter=";")
    schrijver.writerow(KOLOMMEN)
    for cijfer in _op_maand(tellingen.cijfers(*form.periode)):
        schrijver.writerow((f"{cijfer.maand:%m-%Y}", woord(cijfer.maat), woord(cijfer.waarde), cijfer.aantal))
    antwoord = HttpResponse(tekst.getvalue(), content_type="text/csv; charset=utf-8")
    antwoord["Content-Disposition"] = f'attachment; filename="cijfers-{vandaag():%Y-%m-%d}.csv"'
    return antwoord


def _form(request: Verzoek) -> PeriodeForm:
    return PeriodeForm(request.GET if "van" in request.GET else _standaard())


def _standaard() -> dict[str, str]:
    """This year until now."""
    dag = vandaag()
    return {"van": f"{dag:%Y}-01", "tot_en_met": f"{dag:%Y-%m}"}


def _op_maand(gevonden: Sequence[Cijfer]) -> list[Cijfer]:
    return sorted(gevonden, key=lambda cijfer: (cijfer.maand, cijfer.maat, cijfer.waarde))
