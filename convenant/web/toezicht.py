"""The screens of supervision: the monthly sample, and the signals."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from convenant.poort.daad import mag
from convenant.poort.grens import Verzoek
from convenant.poort.handeling import Ongeldig, pagina
from convenant.poort.logboek_filter import KANTOOR_DICHT, KANTOOR_OPEN, Filter
from convenant.poort.logboek_lezen import CONVENANT, Deelnemer, bereik, deelnemers
from convenant.tijd import vandaag
from convenant.toezicht import signalen, steekproef

from .templatetags.woorden import woord
from .toezicht_forms import ONDERWERP, OORDELEN, OordeelForm, PeriodeForm

KLEUREN = {
    steekproef.IN_ORDE: "safe",
    steekproef.VRAAG: "warning",
    steekproef.NIET_IN_ORDE: "danger",
    "": "neutral",
}


@pagina(steekproef.TREKKEN, steekproef.BEOORDELEN, steekproef.INZIEN)
@require_http_methods(["GET", "HEAD", "POST"])
def steekproeven(request: Verzoek, convenant: str) -> HttpResponse:
    """Every sample, and the month that can be drawn now by who draws."""
    if request.method == "POST":
        try:
            return redirect("steekproef", convenant, steekproef.trek())
        except Ongeldig as fout:
            messages.warning(request, fout.fouten[""])
            return redirect("steekproeven", convenant)
    context = {
        "nav": "steekproeven",
        "kaarten": steekproef.overzicht(),
        "mag_beoordelen": mag(steekproef.BEOORDELEN),
    }
    if mag(steekproef.TREKKEN):
        context |= {"te_trekken": steekproef.stand()[0], "omvang": steekproef.omvang()}
    return render(request, "web/steekproeven.html", context)


@pagina(steekproef.BEOORDELEN, steekproef.INZIEN)
@require_http_methods(["GET", "HEAD", "POST"])
def steekproef_zien(request: Verzoek, convenant: str, steekproef_id: UUID) -> HttpResponse:
    """One sample with its lines; sent, it is closed."""
    if request.method == "POST":
        try:
            steekproef.rond_af(steekproef_id)
            messages.success(request, "De steekproef is afgerond.")
        except Ongeldig as fout:
            messages.error(request, fout.fouten[""])
        return redirect("steekproef", convenant, steekproef_id)
    kaart, regels = steekproef.geef(steekproef_id, deelnemers())
    context = {
        "nav": "steekproeven",
        "kaart": kaart,
        "mag_beoordelen": mag(steekproef.BEOORDELEN),
        "regels": [(regel, *_oordeel(regel.oordeel)) for regel in regels],
        "verder": next((regel.plaats for regel in regels if not regel.oordeel), None),
        "tellingen": [(naam, kaart.oordelen[oordeel]) for oordeel, naam in OORDELEN.items()],
    }
    if mag(steekproef.TREKKEN):  # who sees a part of the lines cannot draw them again
        context["klopt"] = steekproef.klopt(kaart, regels)
    return render(request, "web/steekproef.html", context)


@pagina(steekproef.BEOORDELEN, steekproef.INZIEN)
@require_http_methods(["GET", "HEAD", "POST"])
def steekproef_regel(request: Verzoek, convenant: str, steekproef_id: UUID, plaats: int) -> HttpResponse:
    """One drawn line with everything there is about it, and its judgement; after it the next without one."""
    gestuurd = request.method == "POST"
    if gestuurd:
        steekproef.toets_beoordelen()
    form = OordeelForm(request.POST) if gestuurd else OordeelForm()
    if gestuurd and form.is_valid():
        try:
            steekproef.beoordeel(steekproef_id, plaats, **form.cleaned_data)
            return _verder(request, convenant, steekproef_id, plaats)
        except Ongeldig as fout:
            for naam, zin in fout.fouten.items():
                form.add_error(naam or None, zin)
    kaart, regel, volgende = steekproef.geef_regel(steekproef_id, plaats, deelnemers())
    if not gestuurd:
        form = OordeelForm(initial={"oordeel": regel.oordeel, "toelichting": regel.toelichting})
    naam, kleur = _oordeel(regel.oordeel)
    mag_beoordelen = mag(steekproef.BEOORDELEN)
    context = {
        "nav": "steekproeven",
        "kaart": kaart,
        "regel": regel,
        "oordeel": naam,
        "kleur": kleur,
        "mag_beoordelen": mag_beoordelen,
        "form": form if mag_beoordelen and not kaart.afgerond_op else None,
        "volgende": volgende,
    }
    return render(request, "web/steekproef_regel.html", context)


def _verder(request: Verzoek, convenant: str, steekproef_id: UUID, plaats: int) -> HttpResponse:
    volgende = steekproef.volgende_open(steekproef_id, plaats)
    if volgende is None:
        messages.success(request, "Alle regels zijn beoordeeld. U kunt de steekproef afronden.")
        return redirect("steekproef", convenant, steekproef_id)
    messages.success(request, "Uw oordeel is bewaard. Dit is de volgende regel.")
    return redirect("steekproef_regel", convenant, steekproef_id, volgende)


def _oordeel(oordeel: str) -> tuple[str, str]:
    return OORDELEN.get(oordeel, "Nog niet beoordeeld"), KLEUREN[oordeel]


@dataclass(frozen=True)
class Cijfer:
    """One number of a signal: what it is about, and how the list behind it is opened. `verborgen` goes by POST."""

    waarover: str
    toelichting: str
    aantal: int
    url: str
    verborgen: dict[str, str]


@pagina(signalen.INZIEN)
@require_safe
def signalen_zien(request: Verzoek, convenant: str) -> HttpResponse:
    """What there is to look at, over the last thirty days or the days that were asked."""
    eind = vandaag()
    standaard = {"vanaf": f"{eind - timedelta(days=29):%d-%m-%Y}", "tot_en_met": f"{eind:%d-%m-%Y}"}
    form = PeriodeForm({naam: request.GET.get(naam, waarde) for naam, waarde in standaard.items()})
    limiet = signalen.daglimiet()
    blokken = []
    if form.is_valid():
        mensen = deelnemers()
        blokken = [
            (
                TITELS[signaal.soort],
                UITLEG[signaal.soort](signaal.drempel),
                _cijfers(signaal, mensen, convenant, limiet),
            )
            for signaal in signalen.signalen(**form.cleaned_data)
        ]
    context = {
        "nav": "signalen",
        "form": form,
        "blokken": blokken,
        "daglimiet": limiet,
        "alleen_eigen": bereik() != CONVENANT,
    }
    return render(request, "web/signalen.html", context)


TITELS = {
    "zelfde_adres": "Hetzelfde adres vaak",
    "veel_op_een_dag": "Veel op één dag",
    "buiten_kantoortijd": "Buiten kantoortijd",
    "naam_van_medewerker": "Naam van een medewerker",
    "weigeringen": "Vaak geweigerd",
    "doelen": "Doelen per organisatie",
}
UITLEG = {
    "zelfde_adres": lambda drempel: f"Adressen die {drempel} keer of vaker zijn geraadpleegd.",
    "veel_op_een_dag": lambda drempel: f"Wie op een dag {drempel} keer of vaker raadpleegde.",
    "buiten_kantoortijd": lambda _: (
        f"Voor {KANTOOR_OPEN} uur, vanaf {KANTOOR_DICHT} uur, in het weekend of op een feestdag."
    ),
    "naam_van_medewerker": lambda _: (
        "De huurder heet volgens de identiteitscontrole precies zoals een medewerker. Dat kan toeval zijn."
    ),
    "weigeringen": lambda drempel: f"Wie {drempel} keer of vaker iets wilde wat het convenant niet toestaat.",
    "doelen": lambda _: "Hoe vaak elk doel is gekozen. Kijk of het past bij het werk van de organisatie.",
}


def _cijfers(
    signaal: signalen.Signaal, mensen: Sequence[Deelnemer], convenant: str, limiet: int | None
) -> list[Cijfer]:
    logboek = reverse("logboek", args=[convenant])
    return [
        Cijfer(
            *_over(telling, mensen, limiet if signaal.soort == "veel_op_een_dag" else None),
            telling.aantal,
            f"{logboek}?{urlencode(_als_velden(telling.filter))}",
            _als_velden(telling.filter, met_onderwerp=True) if telling.filter.onderwerp else {},
        )
        for telling in signaal.tellingen
    ]


def _over(telling: signalen.Telling, mensen: Sequence[Deelnemer], limiet: int | None) -> tuple[str, str]:
    """What a number is about, and what is said under it."""
    filter = telling.filter
    if filter.onderwerp:
        return filter.onderwerp, ""
    organisatie = next((d for d in mensen if filter.deelname == d.id or filter.medewerker in d.mensen), None)
    partij = organisatie.naam if organisatie else ""
    if filter.medewerker is None:
        return f"{partij}: {woord(filter.doel).lower()}", ""
    naam = organisatie.mensen[filter.medewerker] if organisatie else ""
    if limiet is None:
        return naam, partij
    vol = ", de daglimiet is bereikt" if telling.aantal >= limiet else ""
    return naam, f"{partij}, op {filter.vanaf:%d-%m-%Y}{vol}"


def _als_velden(filter: Filter, met_onderwerp: bool = False) -> dict[str, Any]:
    """A filter as the fields of the form above the log."""
    waarden = {veld.name: getattr(filter, veld.name) for veld in fields(filter)}
    return {
        naam: f"{waarde:%d-%m-%Y}" if naam in ("vanaf", "tot_en_met") else str(waarde)
        for naam, waarde in waarden.items()
        if waarde and (met_onderwerp or naam != ONDERWERP)
    }
