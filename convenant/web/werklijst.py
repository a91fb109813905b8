"""The work list on screen: which part of it, search, and who has how much."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.apps import apps
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from convenant.beleid.taal import INZIEN
from convenant.poort import filters, werklijst
from convenant.poort import verdeling as verdelingen
from convenant.poort.filters import Filter
from convenant.poort.grens import Verzoek
from convenant.poort.handeling import pagina
from convenant.poort.lijst import GESLOTEN

from .filters import FilterForm
from .formulieren import Formulier
from .lijstkeuze import FILTER, TABBLADEN, Keuze, LijstForm, lees, vraag
from .toewijzen import BehandelaarForm
from .zaakhandeling import beginners

FILTER_WEG = "Dit filter bestaat niet meer."


class ZoekForm(Formulier):
    """A case number, an own reference, or an address; sent, not put in the address: it may be about a person."""

    show_optional = False
    tekst = forms.CharField(
        label="Zoek een zaak",
        max_length=100,
        help_text="Zaaknummer, eigen kenmerk, of postcode en huisnummer.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "app-width-full"}),
    )


@pagina(INZIEN)
@require_safe
def lijst(request: Verzoek, convenant: str) -> HttpResponse:
    """Own cases, one page at a time."""
    assert request.wie is not None
    ik, groep, eigen = request.wie.medewerker.pk, werklijst.groepsgenoten(), filters.filters()
    gekozen = _gekozen_filter(request, eigen)
    aantallen, met_zaken = werklijst.stand_van_zaken(groep)
    bron = _bron(request, gekozen)
    stappen = _stappen(bron, met_zaken)
    keuze = lees(bron, groep.werken, ik, stappen)
    bladzijde = werklijst.blader(keuze.lijst(), groep)
    context = _context(request) | {
        "regels": bladzijde.regels,
        "keuze": keuze,
        "filters": eigen,
        "gekozen": gekozen,
        "weg": _weg(request, gekozen, keuze),
        "form": LijstForm(initial=dict(keuze.waarden), collegas=groep.werken, ik=ik, stappen=stappen),
        "behandelaarform": BehandelaarForm(collegas=groep.werken, initial={"behandelaar": ik}),
        "tabbladen": _tabbladen(aantallen, keuze),
        "hier": _hier(keuze, gekozen),
        "next": _hier(keuze, gekozen, na=bladzijde.volgende) if bladzijde.volgende else "",
        "previous": _hier(keuze, gekozen, voor=bladzijde.vorige) if bladzijde.vorige else "",
    }
    return render(request, "web/zaken.html", context)


def _gekozen_filter(request: Verzoek, eigen: list[Filter]) -> Filter | None:
    """The saved filter that the address names; of an address that says nothing, the one the list opens with."""
    if not request.GET:
        return next((filter_ for filter_ in eigen if filter_.standaard), None)
    return next((filter_ for filter_ in eigen if str(filter_.id) == request.GET.get(FILTER)), None)


def _bron(request: Verzoek, gekozen: Filter | None) -> dict[str, str]:
    adres = {naam: str(waarde) for naam, waarde in request.GET.items() if naam != FILTER}
    return dict(gekozen.keuze) | adres if gekozen else adres


def _stappen(bron: dict[str, str], met_zaken: Sequence[str]) -> Sequence[str]:
    """To choose from: where the own group has open cases, or how a case ends; besides what was chosen before, if the
    text still has it."""
    te_kiezen = werklijst.einden() if bron.get("stand") == GESLOTEN else met_zaken
    eerder = bron.get("stap", "")
    return te_kiezen if eerder in te_kiezen or eerder not in werklijst.stappen() else [*te_kiezen, eerder]


def _weg(request: Verzoek, gekozen: Filter | None, keuze: Keuze) -> list[str]:
    weg = [FILTER_WEG] if FILTER in request.GET and gekozen is None else []
    return [*weg, *keuze.weg]


def _hier(keuze: Keuze, gekozen: Filter | None, **plaats: int | None) -> str:
    """The address of this part of the list: by its name when it is saved."""
    return vraag({FILTER: gekozen.id, **plaats}) if gekozen else keuze.vraag(**plaats)


def _tabbladen(aantal: dict[str, str], keuze: Keuze) -> list[tuple[str, str, str, bool]]:
    """Each with the list behind it, its length, and whether it is this one."""
    return [
        (titel, vraag({"stand": stand, "van": van}), aantal[van or stand], (stand, van) == keuze.tabblad)
        for stand, van, titel in TABBLADEN
    ]


@pagina(INZIEN)
@require_POST
def zoek(request: Verzoek, convenant: str) -> HttpResponse:
    """What was typed, found in the own cases; what is another's is not found."""
    assert request.wie is not None
    form = ZoekForm(request.POST)
    context = _context(request) | {"zoekform": form, "form": form, "gezocht": True, "regels": []}
    if form.is_valid():
        tekst = form.cleaned_data["tekst"]
        context["regels"] = werklijst.zoek(tekst, _zoeksleutel(request.wie.beleid.code, tekst))
    return render(request, "web/zaken.html", context)


def _zoeksleutel(beleid_code: str, tekst: str) -> str:
    """How the app that keeps addresses finds a copy by this one: `zoeksleutel` of its AppConfig."""
    sleutels = (
        config.zoeksleutel(beleid_code, tekst)
        for config in apps.get_app_configs()
        if hasattr(config, "zoeksleutel")
    )
    return next((sleutel for sleutel in sleutels if sleutel), "")


def _context(request: Verzoek) -> dict[str, Any]:
    assert request.wie is not None
    return {
        "nav": "zaken",
        "zoekform": ZoekForm(),
        "filterform": FilterForm(),
        "beginners": beginners(request.wie),
    }


@pagina(INZIEN)
@require_safe
def verdeling(request: Verzoek, convenant: str) -> HttpResponse:
    """Who of the own group has how much; each number is the length of the list behind it."""
    return render(request, "web/verdeling.html", {"nav": "zaken", "lasten": verdelingen.verdeling()})
