"""Pages of the wijkteam beside the case: its waiting list, whom to contact today, and the letter that announces a visit."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from convenant.poort.dossier import Dossier, lees_zaak, toets_handeling
from convenant.poort.grens import Verzoek, stuk
from convenant.poort.handeling import KoppelingMislukt, NietGevonden, Ongeldig, pagina
from convenant.poort.lezen import Gelezen
from convenant.web.formulieren import Formulier, fouten_in
from convenant.web.pdf import als_pdf
from convenant.web.zaakhandeling import Zaakformulier

from . import brp, contact, hulp, toestemming
from . import wachtlijst as lijsten
from .forms import AankondigingForm, ExtraForm, InterventieForm, OverdrachtForm
from .gemeld import JA

AANKONDIGEN, EXTRA, OVERDRAGEN = "aankondiging_versturen", "extra_terugkoppelen", "warm_overdragen"


@pagina("op_wachtlijst_plaatsen")
@require_safe
def wachtlijst(request: Verzoek, convenant: str) -> HttpResponse:
    """The own waiting list, in the order of HAA-3.6."""
    context = {"nav": "wachtlijst", "rijen": lijsten.wachtenden(), "lang": lijsten.is_te_lang()}
    return render(request, "huisuitzetting/wachtlijst.html", context)


@pagina(brp.HANDELING, eigen_transacties=True, verse_factor=True)
def brp_wachtlijst(request: Verzoek, convenant: str, zaak: int) -> HttpResponse:
    """Asking the BRP, or what it said. The question keeps its own transactions; without an answer a sentence says why."""
    assert request.wie is not None
    form, fout = Zaakformulier(request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        try:
            brp.vraag(zaak, form.nummer)
        except KoppelingMislukt as mislukt:
            fout = mislukt.scherm if isinstance(mislukt, brp.GeenUitkomst) else mislukt.zin
        except Ongeldig as ongeldig:
            fout = ongeldig.fouten[""]
        else:
            return redirect("brp_wachtlijst", convenant, zaak)
    with stuk():
        dossier = lees_zaak(zaak)
        antwoord = brp.antwoord(zaak)
        if antwoord is None:
            brp.toets(zaak)
        doel = request.wie.beleid.doel(brp.DOEL).uitleg
        context = {"nav": "wachtlijst", "form": form, "fout": fout, "dossier": dossier, "antwoord": antwoord}
        return render(request, "huisuitzetting/brp_wachtlijst.html", context | {"doel": doel})


@pagina("contactpoging_vastleggen")
@require_safe
def contacten(request: Verzoek, convenant: str) -> HttpResponse:
    """Whom to contact today, by clock."""
    return render(
        request, "huisuitzetting/contacten.html", {"nav": "contacten", "rijen": lijsten.te_spreken()}
    )


@pagina(AANKONDIGEN)
def aankondiging(request: Verzoek, convenant: str, zaak: int) -> HttpResponse:
    """The letter that announces a visit: make one, and the ones that were made, to print."""
    toets_handeling(AANKONDIGEN)
    dossier = lees_zaak(zaak)
    form = AankondigingForm(request.POST or None, dossier=dossier)

    def maak() -> int:
        return contact.kondig_aan(
            zaak, form.cleaned_data["datum_gesprek"], form.cleaned_data["afzeggen"] == JA, form.nummer
        )

    if _gelukt(request, form, maak):
        messages.success(request, "De brief staat klaar. Druk hem af en verstuur hem vandaag.")
        return redirect("aankondiging", convenant, zaak)
    context = {"nav": "zaken", "form": form, "dossier": dossier, "brieven": _eerder(dossier, contact.BRIEF)}
    return render(request, "huisuitzetting/aankondiging.html", context)


@pagina(AANKONDIGEN)
@require_safe
def aankondiging_pdf(request: Verzoek, convenant: str, zaak: int) -> HttpResponse:
    """The latest letter of this case as it was sent."""
    assert request.wie is not None
    brief = lees_zaak(zaak).laatste(contact.BRIEF)
    if brief is None:
        raise NietGevonden
    context = {veld.naam: veld.waarde for veld in brief.velden} | {
        "dag": brief.moment,
        "gemeente": request.wie.convenant.gemeente,
    }
    return _pdf("aankondigingsbrief", context)


@pagina(EXTRA)
def extra(request: Verzoek, convenant: str, zaak: int) -> HttpResponse:
    """Telling the corporatie more, with the client's written consent; and that consent withdrawn (HAA-B2.6.b)."""
    toets_handeling(EXTRA)
    dossier = lees_zaak(zaak)
    gegeven = toestemming.van_klant(zaak)
    if request.method == "POST" and "trek_in" in request.POST:
        toestemming.trek_in(zaak)
        messages.success(
            request, "De toestemming is ingetrokken. Wat u vertelde, is ook bij de corporatie vernietigd."
        )
        return redirect("extra_terugkoppeling", convenant, zaak)
    form = ExtraForm(
        request.POST or None, request.FILES or None, dossier=dossier, vastgelegd=gegeven is not None
    )

    def vertel() -> int:
        keuze = form.cleaned_data
        getekend = (
            None if gegeven else toestemming.Getekend(keuze["gegeven_op"], keuze["omvang"], keuze["bewijs"])
        )
        return toestemming.vertel_meer(zaak, keuze["onderwerp"], keuze["inhoud"], getekend, form.nummer)

    if _gelukt(request, form, vertel):
        messages.success(request, "De corporatie kan dit nu lezen.")
        return redirect("zaak", convenant, zaak)
    context = {
        "nav": "zaken",
        "form": form,
        "dossier": dossier,
        "gegeven": gegeven,
        "loopt": EXTRA in dossier.handelingen,
    }
    return render(request, "huisuitzetting/extra.html", context)


@pagina(OVERDRAGEN)
def overdracht(request: Verzoek, convenant: str, zaak: int) -> HttpResponse:
    """A warm handover to another organisation: the consent, the letter, and the ones that were made (HAA-B2.5.b)."""
    toets_handeling(OVERDRAGEN)
    dossier = lees_zaak(zaak)
    if request.method == "POST" and "trek_in" in request.POST:
        welke = request.POST["trek_in"]
        if not (welke.isascii() and welke.isdigit() and len(welke) < 19):
            raise NietGevonden
        toestemming.trek_overdracht_in(zaak, int(welke))
        messages.success(
            request, "De toestemming is ingetrokken. Vraag de organisatie om de brief te vernietigen."
        )
        return redirect("overdracht", convenant, zaak)
    form = OverdrachtForm(request.POST or None, dossier=dossier)

    def draag_over() -> int:
        velden = {naam: form.cleaned_data[naam] for naam in form.fields if naam != "kenmerk"}
        return toestemming.draag_over(zaak, toestemming.Driegesprek(**velden), form.nummer)

    if _gelukt(request, form, draag_over):
        messages.success(request, "De brief staat klaar. Druk hem af en geef hem mee of verstuur hem.")
        return redirect("overdracht", convenant, zaak)
    brieven = _eerder(dossier, toestemming.OVERDRACHT)
    context = {
        "nav": "zaken",
        "form": form,
        "dossier": dossier,
        "brieven": brieven,
        "gegeven": toestemming.overdrachten(zaak),
        "loopt": OVERDRAGEN in dossier.handelingen,
    }
    return render(request, "huisuitzetting/overdracht.html", context)


@pagina(OVERDRAGEN)
@require_safe
def overdracht_pdf(request: Verzoek, convenant: str, zaak: int) -> HttpResponse:
    """The latest letter to another organisation as it was sent."""
    assert request.wie is not None
    brief = lees_zaak(zaak).laatste(toestemming.OVERDRACHT)
    if brief is None:
        raise NietGevonden
    context = {veld.naam: veld.waarde for veld in brief.velden} | {
        "dag": brief.moment,
        "gemeente": request.wie.convenant.gemeente,
        "organisatie": toestemming.laatste_organisatie(zaak),
    }
    return _pdf("overdrachtsbrief", context)


@pagina(hulp.INTERVENTIE)
def interventies(request: Verzoek, convenant: str, zaak: int) -> HttpResponse:
    """What the own group did about the money trouble: its log, and a line to add (HAA-1.2)."""
    dossier = lees_zaak(zaak)
    form = InterventieForm(request.POST or None, dossier=dossier)

    def leg_vast() -> int:
        keuze = form.cleaned_data
        return hulp.leg_interventie_vast(zaak, keuze["soort"], keuze["resultaat"], keuze["dag"], form.nummer)

    if _gelukt(request, form, leg_vast):
        messages.success(request, "De interventie is vastgelegd.")
        return redirect("interventies", convenant, zaak)
    context = {"nav": "zaken", "form": form, "dossier": dossier, "rijen": hulp.ingrepen(zaak)}
    return render(request, "huisuitzetting/interventies.html", context)


def _eerder(dossier: Dossier, gegevensset: str) -> list[Gelezen]:
    """The letters that were made, the latest first."""
    stukken = [stuk.gelezen for stuk in dossier.stukken if stuk.gelezen]
    return [kopie for kopie in reversed(stukken) if kopie.gegevensset == gegevensset]


def _gelukt(request: Verzoek, form: Formulier, doe: Callable[[], int]) -> bool:
    """Whether the form was sent and its act done; else what stands in the way is in the form, with its article."""
    if request.method == "POST" and form.is_valid():
        with fouten_in(form):
            doe()
            return True
    return False


def _pdf(naam: str, context: dict[str, Any]) -> HttpResponse:
    return HttpResponse(
        als_pdf(f"huisuitzetting/{naam}.html", context),
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{naam}.pdf"'},
    )
