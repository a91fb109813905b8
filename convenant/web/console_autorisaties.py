"""The screens of rights: what waits, the matrix, one autorisatie and what can be done with it, the history, who sees what."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from convenant.beleid.beheer import AANMELDEN, RECHTEN_INZIEN, VERLENEN
from convenant.console import autorisaties, daden, herstel, kring, uitvoer, vooruitblik
from convenant.poort.grens import Verzoek
from convenant.poort.handeling import NietGevonden, pagina
from convenant.tijd import vandaag

from .console_forms import (
    STANDEN,
    AutorisatieFilter,
    GeschiedenisFilter,
    Kenmerkformulier,
    RedenForm,
    VerleenForm,
)
from .console_mensen import getal, nummer_van
from .formulieren import Formulier, fouten_in
from .werkplek import functienaam


@dataclass(frozen=True)
class Scherm:
    """How one act on an autorisatie stands on screen. `gevolg`: what it does, said before it is done."""

    titel: str
    knop: str
    gevolg: str
    gedaan: str
    icoon: str = "check"
    negatief: bool = False


SCHERMEN = {
    daden.VERLENEN: Scherm(
        "Functie verlenen", "Verlenen", "", "De functie is verleend. De medewerker krijgt een mail."
    ),
    daden.WEIGEREN: Scherm(
        "Aanmelding weigeren",
        "Weigeren",
        "De medewerker krijgt deze functie niet. Wie aanmeldde, ziet uw reden.",
        "De aanmelding is geweigerd.",
        "x",
        negatief=True,
    ),
    daden.TERUGNEMEN: Scherm(
        "Aanmelding terugnemen",
        "Terugnemen",
        "Niemand beslist meer over deze aanmelding.",
        "De aanmelding is teruggenomen.",
        "undo-2",
        negatief=True,
    ),
    daden.INTREKKEN: Scherm(
        "Functie intrekken",
        "Intrekken",
        "De medewerker kan direct niets meer doen in deze functie. Zaken van deze medewerker zijn weer van de groep."
        " Wilt u het terugdraaien, dan meldt u de medewerker opnieuw aan.",
        "De functie is ingetrokken.",
        "ban",
        negatief=True,
    ),
    daden.SCHORSEN: Scherm(
        "Functie schorsen",
        "Schorsen",
        "De medewerker kan direct niets meer doen in deze functie, tot iemand de functie hervat.",
        "De functie is geschorst.",
        "pause",
        negatief=True,
    ),
    daden.HERVATTEN: Scherm(
        "Functie hervatten",
        "Hervatten",
        "De medewerker kan direct weer verder in deze functie.",
        "De functie werkt weer.",
        "play",
    ),
    daden.BEVESTIGEN: Scherm(
        "Functie bevestigen",
        "Bevestigen",
        "U zegt hiermee dat deze medewerker de functie nog nodig heeft.",
        "De functie is bevestigd.",
    ),
}


@pagina(RECHTEN_INZIEN)
@require_safe
def lijst(request: Verzoek, convenant: str) -> HttpResponse:
    """What waits for me, and under it everyone's rights as far as I may see them."""
    form = AutorisatieFilter(request.GET, **_keuzes())
    keuze = form.keuze() if form.is_valid() else autorisaties.Keuze()
    context = {
        "nav": "autorisaties",
        "wacht": autorisaties.wacht(),
        "herstel": herstel.open_vragen(),
        "form": form,
        "page": autorisaties.lijst(keuze, nummer_van(request)),
        "standen": STANDEN,
        "bevestigform": Kenmerkformulier(),
        "registreert": bool(kring.mijn_deelnames()),
        "vraag": request.GET.urlencode(),
    }
    return render(request, "console/autorisaties.html", context)


@pagina(RECHTEN_INZIEN)
@require_safe
def lijst_uitvoer(request: Verzoek, convenant: str) -> HttpResponse:
    """The list of the filter in the address, as CSV."""
    form = AutorisatieFilter(request.GET, **_keuzes())
    keuze = form.keuze() if form.is_valid() else autorisaties.Keuze()
    return _bestand(uitvoer.rechten(keuze), f"autorisaties-{convenant}")


@pagina("autorisaties_bevestigen")
@require_POST
def bevestigen(request: Verzoek, convenant: str) -> HttpResponse:
    """Confirm the ones that were ticked."""
    form = Kenmerkformulier(request.POST)
    gekozen = [pk for pk in map(getal, request.POST.getlist("autorisatie")) if pk]
    if not gekozen or not form.is_valid():
        messages.warning(request, "U hebt niets gekozen. Zet een vinkje bij wie de functie nog nodig heeft.")
        return redirect("autorisaties", convenant)
    gelukt = daden.bevestig_alle(gekozen, form.cleaned_data["kenmerk"])
    messages.success(request, f"{gelukt} {'functie is' if gelukt == 1 else 'functies zijn'} bevestigd.")
    return redirect("autorisaties", convenant)


@pagina(RECHTEN_INZIEN)
@require_safe
def een(request: Verzoek, convenant: str, autorisatie: int) -> HttpResponse:
    """One autorisatie with its history, and what this reader can do with it."""
    recht, gebeurd = autorisaties.een(autorisatie)
    context = {
        "nav": "autorisaties",
        "recht": recht,
        "gebeurd": gebeurd,
        "stand": STANDEN[recht.stand],
        "knoppen": [(daad, SCHERMEN[daad]) for daad in daden.kan(autorisatie)],
        "functie": _beleid(request).functie(recht.soort, recht.functie),
        "mist": daden.ontbreekt_aan(autorisatie) if recht.stand in _ZONDER_WERK else (),
    }
    return render(request, "console/autorisatie.html", context)


# Where it is worth saying what is missing.
_ZONDER_WERK = (autorisaties.AANGEMELD, autorisaties.GEPLAND, autorisaties.LOOPT, autorisaties.GESCHORST)


@pagina("autorisatie_verlenen", "autorisatie_hervatten", verse_factor=True)
@require_http_methods(["GET", "HEAD", "POST"])
def geven(request: Verzoek, convenant: str, autorisatie: int, daad: str) -> HttpResponse:
    """What gives a right: with a second factor that was just given."""
    return _daad(request, autorisatie, daad)


@pagina(*AANMELDEN, *VERLENEN)
@require_http_methods(["GET", "HEAD", "POST"])
def daad(request: Verzoek, convenant: str, autorisatie: int, daad: str) -> HttpResponse:
    """The other acts: what ends a right must not wait for anything."""
    if daad not in SCHERMEN or daad in (daden.VERLENEN, daden.HERVATTEN):
        raise NietGevonden
    return _daad(request, autorisatie, daad)


def _daad(request: Verzoek, nummer: int, naam: str) -> HttpResponse:
    recht, _ = autorisaties.een(nummer)
    if not daden.gaat_over(nummer, naam):
        raise NietGevonden
    soort: type[Kenmerkformulier] = RedenForm
    if naam in (daden.VERLENEN, daden.BEVESTIGEN):
        soort = VerleenForm if naam == daden.VERLENEN else Kenmerkformulier
    form = soort(request.POST or None, initial={"van": vandaag()})
    if request.method == "POST" and form.is_valid():
        gegevens = form.gegevens() if isinstance(form, VerleenForm) else _reden(form)
        kenmerk: UUID = form.cleaned_data["kenmerk"]
        with fouten_in(form):
            daden.doe(naam, nummer, kenmerk, **gegevens)
            messages.success(request, SCHERMEN[naam].gedaan)
            return redirect("autorisatie", _code(request), nummer)
    context = {
        "nav": "autorisaties",
        "recht": recht,
        "form": form,
        "scherm": SCHERMEN[naam],
        "mist": daden.ontbreekt_aan(nummer) if naam in (daden.VERLENEN, daden.HERVATTEN) else (),
        "blik": vooruitblik.van_functie(recht.soort, recht.functie) if naam == daden.VERLENEN else None,
    }
    return render(request, "console/daad.html", context)


def _reden(form: Formulier) -> dict[str, str]:
    return {"reden": form.cleaned_data["reden"]} if "reden" in form.cleaned_data else {}


@pagina(herstel.TOESTAAN, verse_factor=True)
@require_http_methods(["GET", "HEAD", "POST"])
def factor(request: Verzoek, convenant: str, herstel_id: UUID) -> HttpResponse:
    """Decide about a lost second factor."""
    vraag = herstel.een(herstel_id)
    form = Formulier(request.POST or None)
    if request.method == "POST" and form.is_valid():
        toegestaan = request.POST.get("besluit") == "toestaan"
        with fouten_in(form):
            herstel.beslis(herstel_id, toegestaan)
            zin = (
                "De tweede factor is verwijderd."
                if toegestaan
                else "U hebt dit geweigerd. Er verandert niets."
            )
            messages.success(request, zin)
            return redirect("autorisaties", convenant)
    context = {"nav": "autorisaties", "vraag": vraag, "form": form}
    return render(request, "console/factor.html", context)


@pagina(RECHTEN_INZIEN)
@require_safe
def geschiedenis(request: Verzoek, convenant: str) -> HttpResponse:
    """Everything that happened to the rights in the reader's reach."""
    form = GeschiedenisFilter(request.GET, **_keuzes())
    form.is_valid()
    context = {
        "nav": "autorisaties",
        "form": form,
        "page": autorisaties.geschiedenis(form.terugblik(), nummer_van(request)),
        "vraag": request.GET.urlencode(),
    }
    return render(request, "console/geschiedenis.html", context)


@pagina(RECHTEN_INZIEN)
@require_safe
def geschiedenis_uitvoer(request: Verzoek, convenant: str) -> HttpResponse:
    form = GeschiedenisFilter(request.GET, **_keuzes())
    form.is_valid()
    return _bestand(uitvoer.geschiedenis(form.terugblik()), f"autorisaties-geschiedenis-{convenant}")


@pagina(RECHTEN_INZIEN)
@require_safe
def mens(request: Verzoek, convenant: str, medewerker: int) -> HttpResponse:
    """What can this person see?"""
    naam, rechten = vooruitblik.van_mens(medewerker)
    context = {"nav": "autorisaties", "naam": naam, "rechten": rechten, "id": medewerker}
    return render(request, "console/wat_ziet.html", context)


@pagina(RECHTEN_INZIEN)
@require_safe
def sets(request: Verzoek, convenant: str) -> HttpResponse:
    """Every set of the convenant, to choose from."""
    return render(request, "console/sets.html", {"nav": "autorisaties", "sets": vooruitblik.sets()})


@pagina(RECHTEN_INZIEN)
@require_safe
def wie_ziet(request: Verzoek, convenant: str, gegevensset: str) -> HttpResponse:
    """Who can see this set?"""
    rij, kanten = vooruitblik.van_set(gegevensset)
    context = {
        "nav": "autorisaties",
        "set": rij,
        "kanten": kanten,
        "eigen": kring.bereik() == kring.PARTIJ,
    }
    return render(request, "console/wie_ziet.html", context)


def _keuzes() -> dict[str, Sequence[tuple[Any, str]]]:
    """The parties and functies this reader can choose from."""
    groepen = kring.zichtbare_groepen()
    return {
        "deelnames": list({groep.deelname_id: groep.deelname.partij.naam for groep in groepen}.items()),
        "functies": sorted({(groep.functie, functienaam(groep.functie)) for groep in groepen}),
    }


def _bestand(inhoud: str, naam: str) -> HttpResponse:
    antwoord = HttpResponse(inhoud, content_type="text/csv; charset=utf-8")
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}-{vandaag():%Y-%m-%d}.csv"'
    return antwoord


def _beleid(request: Verzoek) -> Any:
    assert request.wie is not None
    return request.wie.beleid


def _code(request: Verzoek) -> str:
    assert request.wie is not None
    return request.wie.convenant.code
