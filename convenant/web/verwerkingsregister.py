"""The register of processing activities (AVG 30) as page, table and paper, and the policy in words beside it."""

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from defusedcsv import csv
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from convenant.beleid.fg import REGISTER_INZIEN
from convenant.beleid.taal import EXTERN, Kant
from convenant.beleid.uitvoer import kop
from convenant.beleid.verwerkingen import Verwerking
from convenant.poort.grens import Verzoek
from convenant.poort.handeling import pagina
from convenant.tijd import vandaag
from convenant.toezicht.verwerkingsregister import Register, beleid_in_woorden, register

from .pdf import als_pdf
from .templatetags.woorden import artikel, woord
from .verwerkingsregister_forms import BeleidZoekForm

TERMEN = (
    "Verantwoordelijk",
    "Doel",
    "Grondslag",
    "Over wie",
    "Gegevens",
    "Van",
    "Ontvangers",
    "Bewaren",
)
BEVEILIGING = (
    "Wie iets ziet, heeft daarvoor een functie. De een meldt aan, een ander verleent.",
    "De database zelf geeft alleen de rijen van de eigen groep.",
    "Elke inzage en elke weigering staat in een logboek dat niemand kan wijzigen.",
    "Documenten zijn versleuteld, per ontvanger met een eigen sleutel.",
    "Een ontvanger krijgt een kopie van alleen de velden die het convenant noemt. Na de bewaartijd gaat die weg.",
)
BUITEN_EU = "Geen. Het convenant kent geen ontvangers buiten de Europese Unie."
EXTERNEN = {
    "betrokkene": "de betrokkene zelf",
    "publiek": "iedereen",
    "derde": "een derde",
    "bron": "een landelijke bron",
    "systeem": "het systeem",
}


@pagina(REGISTER_INZIEN)
@require_safe
def overzicht(request: Verzoek, convenant: str) -> HttpResponse:
    """Every processing activity with its article; of the own party alone for who sees no more."""
    gevonden = register()
    context = _context(request, gevonden) | {"nav": "verwerkingsregister"}
    return render(request, "web/verwerkingsregister.html", context)


@pagina(REGISTER_INZIEN)
@require_safe
def als_bestand(request: Verzoek, convenant: str) -> HttpResponse:
    """The same as CSV: a line per processing activity."""
    gevonden = register()
    tekst = io.StringIO()
    schrijver = csv.writer(tekst, delimiter=";")
    schrijver.writerow(("Verwerking", "Artikel", *TERMEN, "Beveiliging", "Doorgifte buiten de EU"))
    for rij in gevonden.verwerkingen:
        regel = _regel(gevonden, rij)
        waarden = (" / ".join(waarden) for _, waarden in regel.paren)
        schrijver.writerow((regel.titel, regel.eis, *waarden, " ".join(BEVEILIGING), BUITEN_EU))
    # The mark at the start tells a spreadsheet that this is UTF-8.
    return _bestand("\ufeff" + tekst.getvalue(), "text/csv; charset=utf-8", convenant, "csv")


@pagina(REGISTER_INZIEN)
@require_safe
def op_papier(request: Verzoek, convenant: str) -> HttpResponse:
    """The same as a PDF to keep or to hand over."""
    inhoud = als_pdf("web/verwerkingsregister_papier.html", _context(request, register()))
    return _bestand(inhoud, "application/pdf", convenant, "pdf")


@pagina(REGISTER_INZIEN)
@require_safe
def beleid(request: Verzoek, convenant: str) -> HttpResponse:
    """The policy in words, article by article, with the words that are looked for."""
    form = BeleidZoekForm(request.GET if "zoek" in request.GET else None)
    gezocht = form.cleaned_data["zoek"] if form.is_valid() else ""
    artikelen = beleid_in_woorden(gezocht)
    assert request.wie is not None
    context = {
        "nav": "beleid",
        "form": form,
        "gezocht": gezocht,
        "altijd": _alineas(kop(request.wie.beleid)),
        "artikelen": [(rij.eis, _alineas(rij.regels)) for rij in artikelen],
    }
    return render(request, "web/beleid.html", context)


@dataclass(frozen=True)
class Regel:
    """One processing activity in words: term and lines, and the articles it rests on."""

    titel: str
    eis: str
    paren: Sequence[tuple[str, Sequence[str]]]
    artikelen: Sequence[str]


def _regel(gevonden: Register, rij: Verwerking) -> Regel:
    samen = " (samen verantwoordelijk)" if rij.gezamenlijk else ""
    namen = gevonden.verantwoordelijken(rij) or [woord(soort) for soort in rij.verantwoordelijken]
    waarden = (
        [naam + samen for naam in namen],
        [f"{doel.uitleg} ({artikel(doel.eis)})" for doel in rij.doelen],
        [f"{grond.tekst} ({artikel(grond.eis)})" for grond in rij.grondslagen],
        [", ".join(rij.personen).capitalize()],
        [", ".join(woord(veld).lower() for veld in rij.velden) or "Nog niet gekozen bij de instellingen."],
        _kanten(rij.van),
        _kanten(rij.aan),
        [f"{woord(b.naam)}: {b.tekst} ({artikel(b.eis)})" for b in rij.bewaringen]
        or ["Het convenant noemt geen bewaartermijn."],
    )
    rust_op = [rij.eis, *(doel.eis for doel in rij.doelen), *(grond.eis for grond in rij.grondslagen)]
    rust_op += [bewaring.eis for bewaring in rij.bewaringen]
    return Regel(
        woord(rij.naam), rij.eis, list(zip(TERMEN, waarden, strict=True)), list(dict.fromkeys(rust_op))
    )


def _kanten(kanten: Sequence[Kant]) -> list[str]:
    return [
        EXTERNEN[kant.soort]
        if kant.soort in EXTERN
        else f"{woord(kant.soort)}: {woord(kant.functie).lower()}"
        for kant in kanten
    ]


def _context(request: Verzoek, gevonden: Register) -> dict[str, Any]:
    assert request.wie is not None
    return {
        "register": gevonden,
        "regels": [_regel(gevonden, rij) for rij in gevonden.verwerkingen],
        "beveiliging": BEVEILIGING,
        "buiten_eu": BUITEN_EU,
        "convenant": request.wie.convenant.naam,
        "partij": request.wie.deelname.partij.naam,
        "op": vandaag(),
    }


@dataclass(frozen=True)
class Alinea:
    """A first line of the policy, and what belongs to it as (line, whether it is one of a list) pairs."""

    kop: str
    regels: Sequence[tuple[str, bool]]


def _alineas(regels: Iterable[str]) -> list[Alinea]:
    alineas: list[tuple[str, list[tuple[str, bool]]]] = []
    for regel in regels:
        zin = _als_zin(regel)
        if regel.startswith(" ") and alineas:
            alineas[-1][1].append((zin.removeprefix("- "), zin.startswith("- ")))
        else:
            alineas.append((zin[:1].upper() + zin[1:], []))
    return [Alinea(kop, onder) for kop, onder in alineas]


def _als_zin(regel: str) -> str:
    """The words of a line of the policy as people read them: corporatie/beheerder -> beheerder (corporatie)."""
    zin = re.sub(r"\b([a-z_]+)/([a-z_]+)\b", r"\2 (\1)", regel.strip())
    return zin.replace("_", " ").replace("->", "→")


def _bestand(inhoud: str | bytes, soort: str, convenant: str, achtervoegsel: str) -> HttpResponse:
    naam = f"verwerkingsregister-{convenant}-{vandaag():%Y-%m-%d}.{achtervoegsel}"
    headers = {"Content-Disposition": f'attachment; filename="{naam}"'}
    return HttpResponse(inhoud, content_type=soort, headers=headers)
