"""The privacyreglement: what the parties recorded and told each other, and a form per verb."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from convenant.poort import poort
from convenant.poort.grens import Verzoek
from convenant.poort.handeling import NietGevonden, pagina, pagina_van_handeling
from convenant.web.bijlage import ZANDBAK
from convenant.web.formulieren import fouten_in
from convenant.web.zaakhandeling import Zaakformulier

from . import handelingen as vast
from .forms import ControleForm, DpiaForm, NormForm, OntwikkelingForm, TekstForm, Vastlegform

NAV = "vastleggingen"
LEEST = (*vast.VASTLEGGEN, *vast.MELDEN)


@dataclass(frozen=True)
class Scherm:
    """One verb: its title, its form, what it is called in the list, and who reads what it records."""

    titel: str
    formulier: type[Zaakformulier]
    naam: str
    wie_leest: str
    doe: Callable[[str, Any], None]


def _leg_vast(handeling: str, form: Vastlegform) -> None:
    vast.leg_vast(handeling, form.nieuw, form.nummer)


def _meld_dpia(handeling: str, form: DpiaForm) -> None:
    velden = form.cleaned_data
    vast.meld_dpia(
        velden["samenvatting"], velden["tekortkomingen"], velden["dag"], velden["raakt"], form.nummer
    )


def _meld_ontwikkeling(handeling: str, form: OntwikkelingForm) -> None:
    velden = form.cleaned_data
    vast.meld_ontwikkeling(velden["soort"], velden["omschrijving"], velden["dag"], form.nummer)


IEDER = "De privacycoördinatoren van alle partijen lezen dit."
SCHERMEN = {
    vast.NORM: Scherm("Norm vastleggen", NormForm, "Norm voor de beveiliging", IEDER, _leg_vast),
    vast.CONTROLE: Scherm("Controle vastleggen", ControleForm, "Controle van de norm", IEDER, _leg_vast),
    vast.TEKST: Scherm("Tekst voor huurders vastleggen", TekstForm, "Tekst voor huurders", IEDER, _leg_vast),
    vast.DPIA: Scherm("Uitkomst van een DPIA melden", DpiaForm, "DPIA", IEDER, _meld_dpia),
    vast.ONTWIKKELING: Scherm(
        "Ontwikkeling melden", OntwikkelingForm, "Ontwikkeling", IEDER, _meld_ontwikkeling
    ),
}


@pagina(*LEEST)
@require_safe
def lijst(request: Verzoek, convenant: str) -> HttpResponse:
    """What the parties recorded and told each other, and what this person may add."""
    context = {
        "nav": NAV,
        "vastleggingen": [(kaart, SCHERMEN[kaart.handeling].naam) for kaart in vast.overzicht()],
        "meldingen": vast.meldingen(),
        "schermen": [(naam, scherm) for naam, scherm in SCHERMEN.items() if poort.mag(naam)],
        "controle_nodig": vast.controle_nodig(),
    }
    return render(request, "huisuitzetting/vastleggingen.html", context)


@pagina_van_handeling()
@require_http_methods(["GET", "HEAD", "POST"])
def vastleggen(request: Verzoek, convenant: str, handeling: str) -> HttpResponse:
    scherm = SCHERMEN.get(handeling)
    if scherm is None:
        raise NietGevonden
    post = request.method == "POST"
    form = scherm.formulier(request.POST, request.FILES) if post else scherm.formulier()
    if post and form.is_valid():
        with fouten_in(form):
            scherm.doe(handeling, form)
            messages.success(request, "Vastgelegd." if handeling in vast.VASTLEGGEN else "Gemeld.")
            return redirect("vastleggingen", convenant)
    return render(request, "huisuitzetting/vastlegging.html", {"nav": NAV, "form": form, "scherm": scherm})


@pagina(*LEEST)
@require_safe
def document(request: Verzoek, convenant: str, vastlegging: UUID) -> HttpResponse:
    bestand = vast.lees_document(vastlegging)
    response = HttpResponse(bestand.inhoud, content_type=bestand.soort)
    response["Content-Disposition"] = str(content_disposition_header(True, bestand.naam))
    response["Content-Security-Policy"] = ZANDBAK
    return response
