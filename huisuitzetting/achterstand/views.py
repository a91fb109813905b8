"""Tenancies with arrears: the list by what is due, one tenancy, and what a melder does about it."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from convenant.poort.grens import Verzoek
from convenant.poort.handeling import NietGevonden, pagina
from convenant.poort.zaken import zaak_van
from convenant.tijd import vandaag
from convenant.web.formulieren import Formulier, fouten_in
from convenant.web.pdf import als_pdf

from . import huren, inlezen, regelen
from . import lijst as huurlijst
from .forms import BriefForm, ContactForm, HuurForm, RegelingForm, ZoekForm, beginwaarden, regeling_vooraf
from .lijst import ALLE, FILTERS, Zoeken

NAV = "huren"
TITELS = {
    "te-laat": "Te laat",
    "contact": "Contact zoeken",
    "brief": "Brief versturen",
    "melden": "Melden",
    "sluiten": "Sluiten",
    "alle": "Alles",
}


@pagina(huren.VASTLEGGEN)
def lijst(request: Verzoek, convenant: str) -> HttpResponse:
    """The own tenancies by what is due. What is searched for stays in the session: nothing of it in a URL."""
    sleutel = f"huren-{convenant}"
    if request.method == "POST":
        form = ZoekForm(request.POST)
        if form.is_valid():
            request.session[sleutel] = "" if "wis" in request.POST else form.cleaned_data["wat"]
        return redirect("huren", convenant)
    form = ZoekForm({"wat": request.session.get(sleutel, "")})
    zoeken = form.zoeken if form.is_valid() else Zoeken()
    gekozen, na = request.GET.get("wat", ALLE), request.GET.get("na", "")
    gekozen = gekozen if gekozen in FILTERS else ALLE
    rijen, volgende = huurlijst.bladzijde(
        gekozen, zoeken, int(na) if na.isascii() and na.isdigit() and len(na) < 19 else None
    )
    tellingen = huurlijst.aantallen()
    context = {
        "nav": NAV,
        "form": form,
        "rijen": rijen,
        "gezocht": zoeken != Zoeken(),
        "volgende": f"?wat={gekozen}&na={volgende}" if volgende else "",
        "tabs": [(TITELS[f], f"?wat={f}", tellingen[f], f == gekozen) for f in FILTERS],
        "gekozen": gekozen,
        "wacht": inlezen.wacht(),
    }
    return render(request, "huisuitzetting/huren.html", context)


@pagina(huren.VASTLEGGEN)
@require_safe
def huur(request: Verzoek, convenant: str, huur: int) -> HttpResponse:
    """One tenancy: whose move it is, and everything the corporatie did itself."""
    rij = huren.geef(huur)
    context = {
        "nav": NAV,
        "huur": rij,
        "stand": huren.nu_te_doen(rij),
        "regeling_loopt": huren.stand_van(rij).regeling_loopt(vandaag()),
        "te_laat": rij.uiterlijk is not None and rij.uiterlijk < vandaag(),
        "schuld": huurlijst.euro(rij),
        "pogingen": huurlijst.pogingen(rij),
        "brief": huurlijst.brief(rij),
        "opschortingen": huurlijst.opschortingen(rij),
        "zelfde_adres": huurlijst.zelfde_adres(rij),
    }
    return render(request, "huisuitzetting/huur.html", context)


@pagina(huren.VASTLEGGEN)
@require_safe
def van_zaak(request: Verzoek, convenant: str, zaak: int) -> HttpResponse:
    """From a case to its tenancy."""
    rij = huren.huur_van(zaak_van(zaak))
    if rij is None:
        raise NietGevonden
    return redirect("huur", convenant, rij.pk)


@pagina(huren.VASTLEGGEN)
def nieuw(request: Verzoek, convenant: str) -> HttpResponse:
    form = HuurForm(request.POST or None)
    return _formulier(
        request,
        form,
        lambda: huren.leg_vast(form.huur),
        "Huurder met achterstand toevoegen",
        "De huurder staat in de lijst.",
    )


@pagina(huren.VASTLEGGEN)
def aanpassen(request: Verzoek, convenant: str, huur: int) -> HttpResponse:
    rij = huren.geef(huur)
    form = HuurForm(request.POST or None, initial=beginwaarden(rij))
    return _formulier(
        request,
        form,
        lambda: huren.leg_vast(form.huur, huur),
        "Gegevens aanpassen",
        "De gegevens zijn aangepast.",
        huur,
    )


@pagina(huren.CONTACT_ZOEKEN)
def contact(request: Verzoek, convenant: str, huur: int) -> HttpResponse:
    """An attempt at contact, for at the door: three taps."""
    huren.geef(huur)
    form = ContactForm(request.POST or None)
    return _formulier(
        request,
        form,
        lambda: huren.leg_contact_vast(
            huur,
            form.cleaned_data["wijze"],
            bereikt=form.bereikt,
            gewezen_op_sdv=form.gewezen_op_sdv,
            kenmerk=form.nummer,
        ),
        "Contactpoging vastleggen",
        "De contactpoging is vastgelegd.",
        huur,
    )


@pagina(huren.BRIEF_VERSTUREN)
def brief(request: Verzoek, convenant: str, huur: int) -> HttpResponse:
    """That the letter went out; the letter itself can be made here."""
    huren.geef(huur)
    form = BriefForm(request.POST or None, initial={"verstuurd_op": vandaag()})
    return _formulier(
        request,
        form,
        lambda: huren.leg_brief_vast(
            huur, form.cleaned_data["sjabloon"], form.cleaned_data["verstuurd_op"], form.nummer
        ),
        "Herinneringsbrief vastleggen",
        "De brief is vastgelegd.",
        huur,
    )


@pagina(huren.BRIEF_VERSTUREN)
@require_safe
def brief_pdf(request: Verzoek, convenant: str, huur: int) -> HttpResponse:
    """The letter with the four announcements, to print and send (HAA-B2.1)."""
    assert request.wie is not None
    rij = huren.geef(huur)
    if rij.schuld == 0:
        raise NietGevonden
    context = {
        "huur": rij,
        "schuld": huurlijst.euro(rij),
        "dag": vandaag(),
        "corporatie": request.wie.deelname.partij.naam,
        "gemeente": request.wie.convenant.gemeente,
    }
    return HttpResponse(
        als_pdf("huisuitzetting/herinneringsbrief.html", context),
        content_type="application/pdf",
        headers={"Content-Disposition": 'attachment; filename="herinneringsbrief.pdf"'},
    )


@pagina(regelen.REGELING)
def regeling(request: Verzoek, convenant: str, huur: int) -> HttpResponse:
    rij = huren.geef(huur)
    form = RegelingForm(request.POST or None, initial=regeling_vooraf(rij))

    def leg_vast() -> int:
        regelen.leg_vast(huur, form.waarde, form.afspraak)
        return huur

    return _formulier(
        request, form, leg_vast, "Betalingsregeling vastleggen", "De betalingsregeling is vastgelegd.", huur
    )


def _formulier(
    request: Verzoek,
    form: Formulier,
    doe: Callable[[], int],
    titel: str,
    gedaan: str,
    huur: int | None = None,
) -> HttpResponse:
    """A form and its act; then back to the tenancy. A refusal comes back in the form, with its article."""
    assert request.wie is not None
    if request.method == "POST" and form.is_valid():
        with fouten_in(form):
            gekomen = doe()
            messages.success(request, gedaan)
            return redirect("huur", request.wie.convenant.code, huur or gekomen)
    soort = type(form).__name__
    return render(
        request,
        "huisuitzetting/huurformulier.html",
        {
            "nav": NAV,
            "form": form,
            "titel": titel,
            "huur": huren.geef(huur) if huur else None,
            "soort": soort,
        },
    )
