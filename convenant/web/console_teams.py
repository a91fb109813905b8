"""The screens of teams: how a party divides the people of a functie, and who answers for which postcodes."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from convenant.beleid.beheer import INRICHTEN
from convenant.console import inrichting, teams
from convenant.poort.grens import Verzoek
from convenant.poort.handeling import NietGevonden, pagina

from .console_inrichting import NAV, formulier, verwerk
from .console_teams_forms import PostcodesForm, TeamForm, TeamnaamForm, TeamRedenForm
from .formulieren import Formulier
from .templatetags.woorden import met_team


@pagina(INRICHTEN)
@require_http_methods(["GET", "HEAD", "POST"])
def overzicht(request: Verzoek, convenant: str, deelname: int) -> HttpResponse:
    """Every team with its postcodes, what no team covers, and one more."""
    inrichting.toets()
    verdelingen = teams.verdelingen(deelname)
    form = TeamForm(request.POST or None, verdelingen=verdelingen)

    def daad(velden: Mapping[str, Any]) -> HttpResponse:
        teams.maak(deelname, **velden)
        messages.success(request, f"{velden['naam']} staat klaar. Meld nu medewerkers aan voor dit team.")
        return redirect("inrichting_teams", convenant, deelname)

    context = {
        "nav": NAV,
        "partij": inrichting.partij(deelname),
        "verdelingen": verdelingen,
        "form": form,
    }
    return verwerk(request, form, daad) or render(request, "console/teams.html", context)


@pagina(INRICHTEN)
@require_http_methods(["GET", "HEAD", "POST"])
def postcodes(request: Verzoek, convenant: str, deelname: int, team: int) -> HttpResponse:
    """What a team answers for."""
    inrichting.toets()
    rij = teams.team(deelname, team)
    if not rij.naam or not rij.open:
        raise NietGevonden
    form = PostcodesForm(request.POST or None, initial={"postcodes": rij.postcodes, "gezien": rij.postcodes})

    def daad(velden: Mapping[str, Any]) -> HttpResponse:
        teams.zet_postcodes(deelname, team, **velden)
        messages.success(request, f"De postcodes van {rij.naam} zijn bewaard.")
        return redirect("inrichting_teams", convenant, deelname)

    uitleg = "Dit geldt voor nieuwe zaken. Zaken die al lopen, blijven bij het team dat ze heeft."
    return verwerk(request, form, daad) or _formulier(
        request, f"Postcodes van {rij.naam}", uitleg, form, deelname
    )


@pagina(INRICHTEN)
@require_http_methods(["GET", "HEAD", "POST"])
def hernoemen(request: Verzoek, convenant: str, deelname: int, team: int) -> HttpResponse:
    """Another name for a team."""
    inrichting.toets()
    rij = teams.team(deelname, team)
    if not rij.naam:
        raise NietGevonden
    form = TeamnaamForm(request.POST or None, initial={"naam": rij.naam})

    def daad(velden: Mapping[str, Any]) -> HttpResponse:
        teams.hernoem(deelname, team, **velden)
        messages.success(request, f"{rij.naam} heet nu {velden['naam']}. Pas ook de contactlijst aan.")
        return redirect("inrichting_teams", convenant, deelname)

    uitleg = "De mensen, de zaken en de postcodes van dit team blijven zoals ze zijn. In de geschiedenis staan beide namen."
    return verwerk(request, form, daad) or _formulier(request, f"Naam van {rij.naam}", uitleg, form, deelname)


@pagina(INRICHTEN)
@require_http_methods(["GET", "HEAD", "POST"])
def sluiten(request: Verzoek, convenant: str, deelname: int, team: int) -> HttpResponse:
    """A team that stops."""
    inrichting.toets()
    rij = teams.team(deelname, team)
    if not rij.open:
        raise NietGevonden
    form = TeamRedenForm(request.POST or None)
    naam = met_team(rij.functie, rij.naam)

    def daad(velden: Mapping[str, Any]) -> HttpResponse:
        teams.sluit(deelname, team, **velden)
        messages.success(request, f"{naam} is gesloten.")
        return redirect("inrichting_teams", convenant, deelname)

    uitleg = (
        "Dat kan als het team geen lopende zaken en geen mensen meer heeft. De postcodes komen vrij. "
        "U kunt het team later weer openen."
    )
    return verwerk(request, form, daad) or _formulier(request, f"{naam} sluiten", uitleg, form, deelname)


@pagina(INRICHTEN)
@require_http_methods(["GET", "HEAD", "POST"])
def openen(request: Verzoek, convenant: str, deelname: int, team: int) -> HttpResponse:
    """A closed team that starts again."""
    inrichting.toets()
    rij = teams.team(deelname, team)
    if rij.open:
        raise NietGevonden
    form = TeamRedenForm(request.POST or None)
    naam = met_team(rij.functie, rij.naam)

    def daad(velden: Mapping[str, Any]) -> HttpResponse:
        teams.heropen(deelname, team, **velden)
        messages.success(request, f"{naam} is weer open.")
        return redirect("inrichting_teams", convenant, deelname)

    uitleg = "Daarna kunt u weer postcodes geven aan dit team en er mensen voor aanmelden."
    return verwerk(request, form, daad) or _formulier(request, f"{naam} weer openen", uitleg, form, deelname)


def _formulier(request: Verzoek, titel: str, uitleg: str, form: Formulier, deelname: int) -> HttpResponse:
    assert request.wie is not None
    terug = reverse("inrichting_teams", args=[request.wie.convenant.code, deelname])
    return formulier(request, titel, uitleg, form, terug, "Teams")
