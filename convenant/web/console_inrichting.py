"""The screens of setting up a convenant: the checklist, the parties, the settings, the start, the history."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from convenant.beleid.beheer import INRICHTEN
from convenant.console import checklist, teams
from convenant.console import inrichting as console
from convenant.console.checklist import Gebrek
from convenant.poort.grens import Verzoek
from convenant.poort.handeling import NietGevonden, Ongeldig, pagina
from convenant.tijd import vandaag

from .console_inrichting_forms import (
    AansluitForm,
    EindeForm,
    IngangForm,
    OndertekeningForm,
    VerklaringForm,
    ZoekForm,
    instelling_form,
)
from .console_mensen import getal
from .formulieren import Formulier

NAV = "inrichting"
SLUIT = {
    checklist.CONVENANT: ("Het hele convenant", "danger"),
    checklist.PARTIJ: ("Deze partij", "warning"),
    checklist.DEEL: ("Een deel", "neutral"),
}
WAT = {
    "aangesloten": "Partij aangesloten",
    "ondertekend": "Ondertekening",
    "verklaard": "Verklaring",
    "verklaring_beeindigd": "Verklaring beëindigd",
    "instelling": "Instelling",
    "ingang": "Ingang van het convenant",
    "vrije_dag": "Vrije dag",
    "vrije_dag_weg": "Vrije dag weggehaald",
    "team": "Team erbij",
    "teampostcodes": "Postcodes van een team",
    "team_hernoemd": "Naam van een team",
    "team_gesloten": "Team gesloten",
    "team_heropend": "Team weer open",
}
FORMULIER = "console/inrichting_formulier.html"


@pagina(INRICHTEN)
@require_safe
def overzicht(request: Verzoek, convenant: str) -> HttpResponse:
    """What is still to do, who takes part, what was filled in."""
    console.toets()
    stand, gebreken = console.te_doen()
    context = {
        "nav": NAV,
        "stand": stand,
        "leeft": checklist.leeft(stand, gebreken),
        "tegen": sum(gebrek.sluit == checklist.CONVENANT for gebrek in gebreken),
        "te_doen": [(gebrek, _plek(gebrek, convenant), *SLUIT[gebrek.sluit]) for gebrek in gebreken],
        "partijen": console.partijen(),
        "instellingen": console.instellingen(),
        "geschiedenis": _regels(console.geschiedenis()[0][:5]),
    }
    return render(request, "console/inrichting.html", context)


@pagina(INRICHTEN)
@require_safe
def geschiedenis(request: Verzoek, convenant: str) -> HttpResponse:
    """Everything that was laid down, fifty lines at a time."""
    console.toets()
    bladzijde = getal(request.GET.get("bladzijde", "")) or 1
    gebeurtenissen, meer = console.geschiedenis(bladzijde=bladzijde)
    hier = reverse("inrichting_geschiedenis", args=[convenant])
    context = {
        "nav": NAV,
        "geschiedenis": _regels(gebeurtenissen),
        "vorige": f"{hier}?bladzijde={bladzijde - 1}" if bladzijde > 1 else "",
        "volgende": f"{hier}?bladzijde={bladzijde + 1}" if meer else "",
    }
    return render(request, "console/inrichting_geschiedenis.html", context)


@pagina(INRICHTEN)
@require_http_methods(["GET", "HEAD", "POST"])
def aansluiten(request: Verzoek, convenant: str) -> HttpResponse:
    """Find the party that joins; then say as what it does, or who it is when it is new here."""
    console.toets()
    gekozen = _gekozen(request.GET.get("partij", ""))
    if gekozen is None and "nieuw" not in request.GET:
        return _zoek_partij(request)
    form = AansluitForm(
        request.POST or None,
        soorten=console.soorten(),
        gehelen=console.gehelen(),
        gekozen=gekozen,
        initial={"soort": request.GET.get("soort", "")},
    )

    def daad(velden: Mapping[str, Any]) -> HttpResponse:
        deelname = console.sluit_aan(partij=gekozen.id if gekozen else None, **velden)
        messages.success(request, "De partij doet mee. Leg nu de ondertekening vast.")
        return redirect("inrichting_partij", convenant, deelname)

    titel = f"{gekozen.naam} aansluiten" if gekozen else "Nieuwe partij aansluiten"
    delen = (
        [gekozen.onderdeel_van, f"KvK-nummer {gekozen.kvk_nummer}" if gekozen.kvk_nummer else ""]
        if gekozen
        else []
    )
    uitleg = ", ".join(filter(None, delen)) or "Deze organisatie deed hier nog niet mee."
    return verwerk(request, form, daad) or formulier(
        request, titel, uitleg, form, reverse("inrichting_aansluiten", args=[convenant]), "Partij zoeken"
    )


def _zoek_partij(request: Verzoek) -> HttpResponse:
    """By POST: a landlord may be one person, whose name belongs in no address."""
    form = ZoekForm(request.POST or None)
    gezocht = form.is_valid()
    context = {
        "nav": NAV,
        "form": form,
        "gezocht": gezocht,
        "gevonden": console.zoek(form.cleaned_data["zoek"]) if gezocht else (),
        "soort": request.GET.get("soort", ""),
    }
    return render(request, "console/inrichting_zoeken.html", context)


@pagina(INRICHTEN)
@require_safe
def partij(request: Verzoek, convenant: str, deelname: int) -> HttpResponse:
    """One party: who it is, its signature, what it declared, its own settings, and what was laid down about it."""
    console.toets()
    _, gebreken = console.te_doen()
    context = {
        "nav": NAV,
        "partij": console.partij(deelname),
        "te_doen": [
            (gebrek, _plek(gebrek, convenant), *SLUIT[gebrek.sluit])
            for gebrek in gebreken
            if gebrek.partij == deelname
        ],
        "gevraagd": console.gevraagde_verklaringen(deelname),
        "verklaringen": console.verklaringen(deelname),
        "instellingen": console.instellingen(deelname),
        "teams": teams.heeft_teams(deelname),
        "geschiedenis": _regels(console.geschiedenis(deelname_id=deelname)[0]),
    }
    return render(request, "console/inrichting_partij.html", context)


@pagina(INRICHTEN)
@require_http_methods(["GET", "HEAD", "POST"])
def ondertekening(request: Verzoek, convenant: str, deelname: int) -> HttpResponse:
    """Record who signed and when, or correct it."""
    console.toets()
    rij = console.partij(deelname)
    verbetert = rij.getekend_op is not None
    begin = {"op": rij.getekend_op, "naam": rij.ondertekenaar, "functie": rij.ondertekenaar_functie}
    form = OndertekeningForm(request.POST or None, verbetert=verbetert, initial=begin)

    def daad(velden: Mapping[str, Any]) -> HttpResponse:
        console.teken(deelname, **velden)
        messages.success(request, "De ondertekening is vastgelegd.")
        return redirect("inrichting_partij", convenant, deelname)

    titel = "Ondertekening verbeteren" if verbetert else "Ondertekening vastleggen"
    uitleg = f"Neem over wat onder het getekende convenant van {rij.naam} staat."
    return verwerk(request, form, daad) or formulier(
        request, titel, uitleg, form, reverse("inrichting_partij", args=[convenant, deelname]), rij.naam
    )


@pagina(INRICHTEN)
@require_http_methods(["GET", "HEAD", "POST"])
def verklaring(request: Verzoek, convenant: str, deelname: int) -> HttpResponse:
    """Record what the party declared on paper."""
    console.toets()
    rij, soorten = console.partij(deelname), console.gevraagde_verklaringen(deelname)
    if not soorten:
        raise NietGevonden
    begin = {"soort": request.GET.get("soort", ""), "van": vandaag()}
    form = VerklaringForm(request.POST or None, soorten=soorten, initial=begin)

    def daad(velden: Mapping[str, Any]) -> HttpResponse:
        console.verklaar(deelname, velden["soort"], van=velden["van"], tot=form.tot, versie=velden["versie"])
        messages.success(request, "De verklaring is vastgelegd.")
        return redirect("inrichting_partij", convenant, deelname)

    uitleg = f"U legt vast wat {rij.naam} op papier heeft verklaard. Bewaar het papier zelf in uw archief."
    return verwerk(request, form, daad) or _bij_partij(request, "Verklaring vastleggen", uitleg, form, rij)


@pagina(INRICHTEN)
@require_http_methods(["GET", "HEAD", "POST"])
def verklaring_beeindigen(request: Verzoek, convenant: str, deelname: int, verklaring: int) -> HttpResponse:
    """A declaration that holds no more."""
    console.toets()
    rij = console.partij(deelname)
    if not any(lopend.id == verklaring for lopend in console.verklaringen(deelname)):
        raise NietGevonden
    form = EindeForm(request.POST or None, initial={"per": vandaag()})

    def daad(velden: Mapping[str, Any]) -> HttpResponse:
        console.beeindig_verklaring(deelname, verklaring, **velden)
        messages.success(request, "De verklaring is beëindigd.")
        return redirect("inrichting_partij", convenant, deelname)

    uitleg = "Wat deze verklaring mogelijk maakt, kan vanaf die dag niet meer."
    return verwerk(request, form, daad) or _bij_partij(request, "Verklaring beëindigen", uitleg, form, rij)


@pagina(INRICHTEN)
@require_http_methods(["GET", "HEAD", "POST"])
def ingang(request: Verzoek, convenant: str) -> HttpResponse:
    """From when the convenant is in force."""
    console.toets()
    nu_al, eerste = console.ingang()
    form = IngangForm(request.POST or None, verbetert=nu_al is not None, initial={"dag": nu_al or eerste})

    def daad(velden: Mapping[str, Any]) -> HttpResponse:
        console.zet_ingang(**velden)
        messages.success(request, "De datum van ingang is vastgelegd.")
        return redirect("inrichting", convenant)

    uitleg = "Neem de dag over die volgt uit de tekst van het convenant. Vanaf die dag gaan de deuren open."
    if eerste is None:
        uitleg = (
            "Volgens de tekst gaat dit convenant pas in als elke partij heeft getekend. Dat is nog niet zo."
        )
    return verwerk(request, form, daad) or formulier(
        request, "Ingang van het convenant", uitleg, form, reverse("inrichting", args=[convenant])
    )


@pagina(INRICHTEN)
@require_http_methods(["GET", "HEAD", "POST"])
def instelling(request: Verzoek, convenant: str, naam: str) -> HttpResponse:
    """One setting of the convenant."""
    return _instelling(request, naam, None, reverse("inrichting", args=[convenant]))


@pagina(INRICHTEN)
@require_http_methods(["GET", "HEAD", "POST"])
def instelling_van_partij(request: Verzoek, convenant: str, deelname: int, naam: str) -> HttpResponse:
    """One setting of one party."""
    return _instelling(request, naam, deelname, reverse("inrichting_partij", args=[convenant, deelname]))


def _instelling(request: Verzoek, naam: str, deelname: int | None, terug: str) -> HttpResponse:
    """Fill it in, change it, or take it back to what the text says; with what stood there before."""
    console.toets()
    rij = console.instelling(naam, deelname)
    form = instelling_form(rij, request.POST or None)
    if form is not None:

        def daad(velden: Mapping[str, Any]) -> HttpResponse:
            waarde = None if "standaard" in request.POST else form.als_waarde()
            console.stel_in(naam, waarde, gezien=velden.get("gezien"), deelname_id=deelname)
            messages.success(request, "De instelling is bewaard.")
            return redirect(terug)

        if klaar := verwerk(request, form, daad, altijd="standaard" in request.POST):
            return klaar
    geweest = [
        gebeurtenis
        for gebeurtenis in console.geschiedenis(deelname_id=deelname, naam=naam)[0]
        if gebeurtenis.soort == "instelling"
    ]
    context = {
        "nav": NAV,
        "rij": rij,
        "form": form,
        "terug": terug,
        "partij": console.partij(deelname) if deelname is not None else None,
        "geschiedenis": _regels(geweest),
    }
    return render(request, "console/inrichting_instelling.html", context)


def verwerk(
    request: Verzoek,
    form: Formulier,
    daad: Callable[[Mapping[str, Any]], HttpResponse],
    *,
    altijd: bool = False,
) -> HttpResponse | None:
    """Perform the act when a valid form was sent (`altijd`: with whatever is valid of it); None: show the form."""
    if request.method != "POST" or not (form.is_valid() or altijd):
        return None
    try:
        return daad(form.cleaned_data)
    except Ongeldig as fout:
        for naam, zin in fout.fouten.items():
            form.add_error(naam or None, zin)
        return None


def formulier(
    request: Verzoek, titel: str, uitleg: str, form: Formulier, terug: str, kruimel: str = "Inrichting"
) -> HttpResponse:
    context = {"nav": NAV, "titel": titel, "uitleg": uitleg, "form": form, "terug": terug, "kruimel": kruimel}
    return render(request, FORMULIER, context)


def _bij_partij(
    request: Verzoek, titel: str, uitleg: str, form: Formulier, partij: console.Partijrij
) -> HttpResponse:
    """A form about one party, which leads back to it."""
    assert request.wie is not None
    terug = reverse("inrichting_partij", args=[request.wie.convenant.code, partij.id])
    return formulier(request, titel, uitleg, form, terug, partij.naam)


def _gekozen(gevraagd: str) -> console.Gevonden | None:
    """The party in the address. Raises NietGevonden for one that cannot be found here."""
    if not gevraagd:
        return None
    return console.te_kiezen(getal(gevraagd))


def _plek(gebrek: Gebrek, convenant: str) -> str:
    """Where a gebrek is repaired; "" when not on a screen."""
    if gebrek.plek == checklist.INGANG:
        return reverse("inrichting_ingang", args=[convenant])
    if gebrek.plek == checklist.PARTIJEN:
        return f"{reverse('inrichting_aansluiten', args=[convenant])}?soort={gebrek.naam}"
    if gebrek.plek == checklist.INSTELLING and gebrek.partij is None:
        return reverse("inrichting_instelling", args=[convenant, gebrek.naam])
    if gebrek.plek == checklist.INSTELLING:
        return reverse("inrichting_instelling_partij", args=[convenant, gebrek.partij, gebrek.naam])
    if gebrek.plek == checklist.ONDERTEKENING:
        return reverse("inrichting_ondertekening", args=[convenant, gebrek.partij])
    if gebrek.plek == checklist.VERKLARING:
        return reverse("inrichting_partij", args=[convenant, gebrek.partij])
    return ""


def _regels(gebeurtenissen: Sequence[console.Gebeurtenis]) -> list[tuple[console.Gebeurtenis, str]]:
    return [(gebeurtenis, WAT[gebeurtenis.soort]) for gebeurtenis in gebeurtenissen]
