"""The screens of the people of a party: who works there, what they declared, which functie is asked for them."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from convenant.console import daden, herstel, kring, mensen, vooruitblik
from convenant.poort.grens import Verzoek
from convenant.poort.handeling import Ongeldig, pagina
from convenant.tijd import vandaag

from .console_forms import (
    AfmeldForm,
    FactorForm,
    Kenmerkformulier,
    MensenFilter,
    MensForm,
    VerklaringForm,
    ZoekMensForm,
)
from .formulieren import fouten_in

GEZOCHT = "gezocht"  # in a URL: the text in the session counts


@pagina(mensen.AANMELDEN)
@require_http_methods(["GET", "HEAD", "POST"])
def lijst(request: Verzoek, convenant: str) -> HttpResponse:
    """Who works at the parties one keeps. What is typed to search by never stands in an address."""
    sleutel, deelnames = f"mensen-{convenant}", _deelnames()
    zoekform = ZoekMensForm(request.POST or None)
    if request.method == "POST" and zoekform.is_valid():
        request.session[sleutel] = zoekform.cleaned_data["tekst"]
        return redirect(f"{reverse('mensen', args=[convenant])}?{urlencode({GEZOCHT: 'ja'})}")
    gezocht = request.session.get(sleutel, "") if GEZOCHT in request.GET else ""
    form = MensenFilter(request.GET, deelnames=deelnames)
    zoek = mensen.Zoek(tekst=gezocht, **form.gekozen())
    context = {
        "nav": "mensen",
        "zoekform": zoekform if zoekform.is_bound else ZoekMensForm(initial={"tekst": gezocht}),
        "filter": form,
        "form": zoekform,
        "gezocht": gezocht,
        "vertrokken": zoek.stand == mensen.VERTROKKEN,
        "mail_terug": zoek.stand == mensen.MAIL_TERUG,
        "page": mensen.lijst(zoek, nummer_van(request)),
        "meer_partijen": len(deelnames) > 1,
    }
    return render(request, "console/mensen.html", context)


@pagina(mensen.AANMELDEN)
@require_http_methods(["GET", "HEAD", "POST"])
def nieuw(request: Verzoek, convenant: str) -> HttpResponse:
    """Somebody new. Whether the address was known already, the answer does not tell."""
    form = MensForm(request.POST or None, deelnames=_deelnames(), initial={"van": vandaag()})
    if request.method == "POST" and form.is_valid():
        velden = dict(form.cleaned_data)
        deelname = velden.pop("deelname")
        with fouten_in(form):
            gelukt = mensen.neem_aan(deelname, **velden)
            messages.success(request, "De medewerker staat in uw lijst. Leg nu vast wat er is getekend.")
            return redirect("mens", convenant, gelukt)
    return render(request, "console/mens_nieuw.html", {"nav": "mensen", "form": form})


@pagina(mensen.AANMELDEN)
@require_http_methods(["GET", "HEAD"])
def een(request: Verzoek, convenant: str, medewerker: int) -> HttpResponse:
    mens, rechten, verklaringen, gevraagd = mensen.een(medewerker)
    context = {
        "nav": "mensen",
        "mens": mens,
        "rechten": rechten,
        "verklaringen": verklaringen,
        "gevraagd": [rij for rij in gevraagd if mens.organisatie or not rij.van_derden],
        "vertrokken": mens.tot is not None and mens.tot <= vandaag(),
        "ik": mens.id == _wie(request).medewerker.pk,
    }
    return render(request, "console/mens.html", context)


@pagina(mensen.AANMELDEN)
@require_http_methods(["GET", "HEAD", "POST"])
def verklaring(request: Verzoek, convenant: str, medewerker: int) -> HttpResponse:
    """Record a declaration of somebody."""
    mens, _, _, gevraagd = mensen.een(medewerker)
    form = VerklaringForm(request.POST or None, gevraagd=gevraagd, initial={"van": vandaag()})
    if request.method == "POST" and form.is_valid():
        with fouten_in(form):
            mensen.leg_vast(medewerker, **form.gegevens())
            messages.success(request, "De verklaring is vastgelegd.")
            return redirect("mens", convenant, medewerker)
    context = {
        "nav": "mensen",
        "kop": "Verklaring vastleggen",
        "form": form,
        "mens": mens,
        "gevraagd": gevraagd,
    }
    return render(request, "console/mens_verklaring.html", context)


@pagina(mensen.AANMELDEN)
@require_http_methods(["GET", "HEAD", "POST"])
def verklaring_einde(request: Verzoek, convenant: str, medewerker: int, verklaring: int) -> HttpResponse:
    """A declaration no longer holds."""
    mens, _, verklaringen, _ = mensen.een(medewerker)
    if request.method == "POST":
        try:
            mensen.beeindig_verklaring(medewerker, verklaring)
            messages.success(request, "De verklaring geldt vanaf vandaag niet meer.")
        except Ongeldig as fout:
            messages.warning(request, fout.fouten[""])
        return redirect("mens", convenant, medewerker)
    welke = next((rij for rij in verklaringen if rij.id == verklaring), None)
    if welke is None:
        return redirect("mens", convenant, medewerker)
    context = {"nav": "mensen", "kop": "Verklaring beëindigen", "mens": mens, "verklaring": welke}
    return render(request, "console/mens_verklaring_einde.html", context)


@pagina(mensen.AANMELDEN)
@require_POST
def uitnodigen(request: Verzoek, convenant: str, medewerker: int) -> HttpResponse:
    """The invitation once more: the link in it works for three days."""
    mensen.nodig_uit(medewerker)
    messages.success(request, "De uitnodiging is opnieuw verstuurd.")
    return redirect("mens", convenant, medewerker)


@pagina(mensen.AANMELDEN)
@require_POST
def adres(request: Verzoek, convenant: str, medewerker: int) -> HttpResponse:
    """Mail came back, but the address is right: it goes out again."""
    mensen.keur_adres_goed(medewerker)
    messages.success(request, "Wij sturen weer mail naar dit adres.")
    return redirect("mens", convenant, medewerker)


@pagina(mensen.AFMELDEN)
@require_http_methods(["GET", "HEAD", "POST"])
def afmelden(request: Verzoek, convenant: str, medewerker: int) -> HttpResponse:
    """Somebody leaves: what ends with it is said first."""
    mens, rechten, _, _ = mensen.een(medewerker)
    form = AfmeldForm(request.POST or None, initial={"per": vandaag()})
    if request.method == "POST" and form.is_valid():
        with fouten_in(form):
            mensen.meld_af(medewerker, **form.cleaned_data)
            messages.success(request, f"{mens.naam} is afgemeld.")
            return redirect("mensen", convenant)
    eindigt = [recht for recht in rechten if recht.stand in ("aangemeld", "gepland", "loopt", "geschorst")]
    context = {"nav": "mensen", "kop": "Medewerker afmelden", "form": form, "mens": mens, "eindigt": eindigt}
    return render(request, "console/mens_afmelden.html", context)


@pagina(mensen.AANMELDEN)
@require_http_methods(["GET", "HEAD", "POST"])
def functie(request: Verzoek, convenant: str, medewerker: int) -> HttpResponse:
    """Ask a functie for somebody: choose it, see what it means, then send it."""
    mens, _, _, _ = mensen.een(medewerker)
    keuzes = {groep.pk: groep for groep in kring.groepen() if groep.deelname_id == mens.deelname}
    keuzes = {
        pk: groep for pk, groep in keuzes.items() if kring.registreert(groep) and groep.gesloten_op is None
    }
    gekozen = keuzes.get(getal(request.POST.get("groep") or request.GET.get("groep", "")))
    form = Kenmerkformulier(request.POST or None)
    if request.method == "POST" and gekozen and form.is_valid():
        kenmerk: UUID = form.cleaned_data["kenmerk"]
        with fouten_in(form):
            nummer = daden.meld_aan(medewerker, gekozen.pk, kenmerk)
            messages.success(request, "De aanmelding is verstuurd. Iemand anders beslist.")
            return redirect("autorisatie", convenant, nummer)
    beleid = _wie(request).beleid
    context = {
        "nav": "mensen",
        "mens": mens,
        "form": form,
        "functies": [
            (groep.pk, beleid.functie(groep.deelname.soort, groep.functie), groep.team)
            for groep in keuzes.values()
        ],
        "gekozen": gekozen.pk if gekozen else None,
        "team": gekozen.team if gekozen else "",
        "blik": vooruitblik.van_functie(gekozen.deelname.soort, gekozen.functie) if gekozen else None,
    }
    return render(request, "console/mens_functie.html", context)


@pagina(herstel.VRAGEN)
@require_http_methods(["GET", "HEAD", "POST"])
def factor(request: Verzoek, convenant: str, medewerker: int) -> HttpResponse:
    """Somebody lost the second factor: ask to remove it."""
    mens, _, _, _ = mensen.een(medewerker)
    form = FactorForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with fouten_in(form):
            herstel.vraag(medewerker, **form.cleaned_data)
            messages.success(request, "De vraag is verstuurd. Iemand anders beslist.")
            return redirect("mens", convenant, medewerker)
    context = {"nav": "mensen", "kop": "Tweede factor verwijderen", "form": form, "mens": mens}
    return render(request, "console/mens_factor.html", context)


def nummer_van(request: Verzoek) -> int:
    """Which page of a list; what is no number is the first."""
    return getal(request.GET.get("pagina", "")) or 1


def getal(tekst: str) -> int:
    return int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) < 10 else 0


def _deelnames() -> list[tuple[int, str]]:
    return [(deelname.pk, deelname.partij.naam) for deelname in kring.mijn_deelnames()]


def _wie(request: Verzoek) -> Any:
    assert request.wie is not None
    return request.wie
