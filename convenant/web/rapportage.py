"""The management report as page, table and paper: the same numbers, rounded, in each."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from defusedcsv import csv
from django.http import HttpResponse
from django.shortcuts import render
from django.template.defaultfilters import date as datum
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from convenant.poort.grens import Verzoek
from convenant.poort.handeling import pagina
from convenant.tijd import vandaag
from convenant.toezicht.rapportage import GENOEG, VIJF, Aantal, Maat, Rapport, rapport

from .charts import Chart, Series, grouped_bars
from .pdf import als_pdf
from .rapportage_forms import RapportageForm, kwartalen, laatste_jaar
from .templatetags.charts import gerond
from .templatetags.woorden import woord

INZIEN = "cijfers_inzien"
KOLOMMEN = ("Maand", "Wat", "Uitkomst", "Aantal")
LEESWIJZER = (
    f"Aantallen zijn afgerond op {VIJF}. Is het er een, twee, drie of vier, dan staat er ‘minder dan {VIJF}’.",
    "Totalen en percentages komen uit de afgeronde aantallen. Ze zijn dus bij benadering.",
    f"Een percentage staat er alleen als het er {GENOEG} of meer zijn.",
    "Een maand telt pas mee als zij voorbij is.",
    "Er staan geen namen, adressen en zaaknummers in. De cijfers blijven als de zaken zijn vernietigd.",
)


@dataclass(frozen=True)
class Blok:
    """One measure as it stands in the report: its chart, that chart in a sentence, and its numbers with their outcome."""

    naam: str
    titel: str
    maat: Maat
    grafiek: Chart
    uitleg: str

    @property
    def totalen(self) -> Sequence[tuple[str, Aantal]]:
        return list(zip(self.maat.uitkomsten, self.maat.totalen, strict=True))

    @property
    def maanden(self) -> Sequence[tuple[date, Sequence[tuple[str, Aantal]]]]:
        return [
            (maand.dag, list(zip(self.maat.uitkomsten, maand.aantallen, strict=True)))
            for maand in self.maat.maanden
        ]


@pagina(INZIEN)
@require_safe
def overzicht(request: Verzoek, convenant: str) -> HttpResponse:
    """The report over the chosen months, the last twelve at first."""
    form = RapportageForm(request.GET if "van" in request.GET else laatste_jaar())
    context: dict[str, Any] = {"nav": "rapportage", "form": form, "leeswijzer": LEESWIJZER}
    context["kwartalen"] = [(titel, f"?{urlencode(periode)}") for titel, periode in kwartalen()]
    if form.is_valid():
        context |= _context(request, rapport(*form.periode)) | {"vraag": f"?{urlencode(form.cleaned_data)}"}
    return render(request, "web/rapportage.html", context)


@pagina(INZIEN)
@require_safe
def als_bestand(request: Verzoek, convenant: str) -> HttpResponse:
    """The months of the period as CSV; a period that cannot be is the standard one."""
    gevonden = rapport(*_geldig(request).periode)
    tekst = io.StringIO()
    schrijver = csv.writer(tekst, delimiter=";")
    schrijver.writerow(KOLOMMEN)
    for maat in (*gevonden.termijnen, *gevonden.maten):
        for maand in maat.maanden:
            for uitkomst, aantal in zip(maat.uitkomsten, maand.aantallen, strict=True):
                schrijver.writerow((f"{maand.dag:%m-%Y}", naam_van(maat), woord(uitkomst), gerond(aantal)))
    # The mark at the start tells a spreadsheet that this is UTF-8.
    return _bestand("\ufeff" + tekst.getvalue(), "text/csv; charset=utf-8", convenant, "csv")


@pagina(INZIEN)
@require_safe
def op_papier(request: Verzoek, convenant: str) -> HttpResponse:
    """The same as a PDF to keep or to hand over."""
    context = _context(request, rapport(*_geldig(request).periode)) | {"leeswijzer": LEESWIJZER}
    inhoud = als_pdf("web/rapportage_papier.html", context)
    return _bestand(inhoud, "application/pdf", convenant, "pdf")


def naam_van(maat: Maat) -> str:
    return f"Termijn: {woord(maat.termijn).lower()}" if maat.termijn else woord(maat.naam)


def _geldig(request: Verzoek) -> RapportageForm:
    form = RapportageForm(request.GET)
    if not form.is_valid():
        form = RapportageForm(laatste_jaar())
        form.is_valid()
    return form


def _context(request: Verzoek, gevonden: Rapport) -> dict[str, Any]:
    assert request.wie is not None
    return {
        "rapport": gevonden,
        "tot_en_met": gevonden.tot - timedelta(days=1),
        "blokken": [_blok(maat) for maat in gevonden.maten],
        "convenant": request.wie.convenant.naam,
        "partij": request.wie.deelname.partij.naam,
        "op": vandaag(),
    }


def _blok(maat: Maat) -> Blok:
    samen = [maand.samen for maand in maat.maanden]
    grafiek = grouped_bars(
        [datum(maand.dag, "M").lower() for maand in maat.maanden],
        [Series(woord(maat.naam), [aantal.midden for aantal in samen])],
        width=400,
        height=170,
        smallest=VIJF,
    )
    return Blok(slugify(maat.naam), woord(maat.naam), maat, grafiek, _uitleg(maat, samen))


def _uitleg(maat: Maat, samen: Sequence[Aantal]) -> str:
    eerste, laatste = maat.maanden[0].dag, maat.maanden[-1].dag
    hoogste = max(range(len(samen)), key=lambda plaats: samen[plaats].midden)
    return (
        f"Staafdiagram van {datum(eerste, 'F Y')} tot en met {datum(laatste, 'F Y')}. "
        f"De hoogste staaf is {datum(maat.maanden[hoogste].dag, 'F Y')}: {gerond(samen[hoogste])}."
    )


def _bestand(inhoud: str | bytes, soort: str, convenant: str, achtervoegsel: str) -> HttpResponse:
    naam = f"rapportage-{convenant}-{vandaag():%Y-%m-%d}.{achtervoegsel}"
    headers = {"Content-Disposition": f'attachment; filename="{naam}"'}
    return HttpResponse(inhoud, content_type=soort, headers=headers)
