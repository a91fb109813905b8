"""The log on the screen and as a file. What may be a personal datum in the filter goes by POST and stays in the session."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse, QueryDict, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from convenant.poort.daad import mag
from convenant.poort.grens import Verzoek
from convenant.poort.handeling import Ongeldig, pagina
from convenant.poort.logboek_filter import Filter
from convenant.poort.logboek_lezen import Deelnemer, bereik, bladzijde, deelnemers
from convenant.tijd import vandaag
from convenant.toezicht import uitvoer

from .toezicht_forms import ONDERWERP, LogFilterForm, UitvoerForm

GEZOCHT = "gezocht"  # in a URL: the subject in the session counts
BESTANDEN = {
    uitvoer.CSV: ("text/csv; charset=utf-8", "csv"),
    uitvoer.LDV: ("application/json; charset=utf-8", "json"),
}


@pagina("logboek_lezen", "eigen_logboek_lezen")
@require_http_methods(["GET", "HEAD", "POST"])
def logboek(request: Verzoek, convenant: str) -> HttpResponse:
    mensen = deelnemers()
    form = _filterform(request, convenant, mensen)
    if form.is_valid() and request.method == "POST":
        request.session[_sleutel(convenant)] = form.cleaned_data[ONDERWERP]
        return redirect(f"{reverse('logboek', args=[convenant])}?{_als_query(form)}")
    regels, volgende = bladzijde(form.filter(), mensen)
    query = request.GET.copy()
    query.pop("voor", None)
    begin = query.urlencode()
    query["voor"] = str(volgende)
    context = {
        "nav": "logboek",
        "form": form,
        "regels": regels,
        "next": f"?{query.urlencode()}" if volgende else "",
        "previous": f"?{begin}" if request.GET.get("voor") else "",
        "alles_url": reverse("logboek", args=[convenant]),
        "uitvoer_url": f"{reverse('logboek_uitvoer', args=[convenant])}?{begin}"
        if mag(uitvoer.HANDELING)
        else "",
    }
    return render(request, "web/logboek.html", context)


@pagina(uitvoer.HANDELING)
@require_http_methods(["GET", "HEAD", "POST"])
def uitvoeren(request: Verzoek, convenant: str) -> HttpResponseBase:
    """The lines of the filter in the URL, as a file, for who says what for."""
    mensen = deelnemers()
    keuze = _filterform(request, convenant, mensen, gekozen=request.GET)
    keuze.is_valid()
    filter = keuze.filter()
    form = UitvoerForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            return _bestand(filter, form, mensen, convenant)
        except Ongeldig as fout:
            for naam, zin in fout.fouten.items():
                form.add_error(naam or None, zin)
    context = {
        "nav": "logboek",
        "form": form,
        "aantal": uitvoer.aantal(filter),
        "gekozen": _in_woorden(keuze),
        "eerdere": uitvoer.eerdere(),
        "terug_url": f"{reverse('logboek', args=[convenant])}?{request.GET.urlencode()}",
    }
    return render(request, "web/logboek_uitvoer.html", context)


def _bestand(
    filter: Filter, form: UitvoerForm, mensen: Sequence[Deelnemer], convenant: str
) -> StreamingHttpResponse:
    vorm = form.cleaned_data["vorm"]
    soort, achtervoegsel = BESTANDEN[vorm]
    stukken = uitvoer.voer_uit(filter, vorm, form.cleaned_data["waarvoor"], mensen)
    antwoord = StreamingHttpResponse(stukken, content_type=soort)
    naam = f"logboek-{convenant}-{vandaag():%Y-%m-%d}.{achtervoegsel}"
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}"'
    return antwoord


def _sleutel(convenant: str) -> str:
    return f"logboek-{convenant}"


def _filterform(
    request: Verzoek, convenant: str, mensen: Sequence[Deelnemer], gekozen: QueryDict | None = None
) -> LogFilterForm:
    """The filter as it was sent, or as the URL says it, with the subject out of the session where the URL asks for it."""
    gegevens = gekozen if gekozen is not None else request.POST if request.method == "POST" else request.GET
    gegevens = gegevens.copy()
    assert request.wie is not None
    if gekozen is not None or request.method != "POST":
        gegevens[ONDERWERP] = request.session.get(_sleutel(convenant), "") if GEZOCHT in gegevens else ""
    return LogFilterForm(gegevens, wie=request.wie, bereik=bereik(), deelnemers=mensen)


def _als_query(form: LogFilterForm) -> str:
    """The filter for a URL, without what may be a personal datum."""
    paren = {naam: form.data.get(naam, "") for naam in form.fields if naam not in (ONDERWERP, "voor")}
    if form.cleaned_data[ONDERWERP]:
        paren[GEZOCHT] = "ja"
    return urlencode({naam: waarde for naam, waarde in paren.items() if waarde})


def _in_woorden(form: LogFilterForm) -> list[tuple[str, str]]:
    """The filter as (label, value) pairs to read back."""
    gekozen = []
    for veld in form.visible_fields():
        waarde = form.cleaned_data.get(veld.name)
        if not waarde:
            continue
        keuzes = _plat(getattr(veld.field, "choices", ()))
        gekozen.append((str(veld.label).split(" (")[0], keuzes.get(str(waarde)) or _tekst(waarde)))
    return gekozen


def _plat(keuzes: Any) -> dict[str, str]:
    """The choices of a field by value, groups opened."""
    plat: dict[str, str] = {}
    for waarde, naam in keuzes:
        plat |= _plat(naam) if isinstance(naam, (list, tuple)) else {str(waarde): str(naam)}
    return plat


def _tekst(waarde: Any) -> str:
    return f"{waarde:%d-%m-%Y}" if hasattr(waarde, "strftime") else str(waarde)
