"""The own stock of a corporatie: the list, one address through time, and a file as a proposal that is confirmed."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from brpinzage import bezit, voorstel
from brpinzage.bezit_forms import BezitForm, EindeForm, VerbeterForm, VerwijderForm, ZoekForm
from brpinzage.inlezen import BEZIT, lees_bezit
from brpinzage.voorstel_sql import EINDIGT, GEWIJZIGD, NIEUW
from convenant.bestand import BestandFout, Fouten, Rijfout
from convenant.poort.grens import Verzoek
from convenant.poort.handeling import Ongeldig, pagina
from convenant.tijd import vandaag

NAV = "bezit"
SOORTEN = {
    NIEUW: "Nieuw in uw bezit",
    GEWIJZIGD: "Gewijzigd",
    EINDIGT: "Niet meer van u",
}


@pagina(voorstel.HANDELING)
def overzicht(request: Verzoek, convenant: str) -> HttpResponse:
    """The own addresses on one day. What is searched for stays in the session: no address in a URL."""
    bezit.toets_bijhouden()
    sleutel = f"bezit-{convenant}"
    if request.method == "POST":
        form = ZoekForm(request.POST)
        if form.is_valid():
            velden = ("postcode", "huisnummer", "dag")
            request.session[sleutel] = (
                {} if "wis" in request.POST else {v: request.POST.get(v, "") for v in velden}
            )
            return redirect("bezit", convenant)
        return render(request, "brpinzage/bezit.html", {"nav": NAV, "form": form})
    gezocht = request.session.get(sleutel) or {"dag": vandaag().strftime("%d-%m-%Y")}
    form = ZoekForm(gezocht)
    form.is_valid()
    zoeken, na = form.zoeken, request.GET.get("na", "")
    rijen, volgende = bezit.bladzijde(
        zoeken, int(na) if na.isascii() and na.isdigit() and len(na) < 19 else None
    )
    context = {
        "nav": NAV,
        "form": form,
        "rijen": rijen,
        "volgende": f"?na={volgende}" if volgende else "",
        "zoeken": zoeken,
        "aantal": bezit.aantal_op(zoeken.dag),
        "voorstel": voorstel.open_voorstel(),
    }
    return render(request, "brpinzage/bezit.html", context)


@pagina(voorstel.HANDELING)
@require_safe
def uitvoer(request: Verzoek, convenant: str) -> HttpResponse:
    """The whole own stock as a file."""
    antwoord = HttpResponse(bezit.uitvoer(), content_type="text/csv; charset=utf-8")
    antwoord["Content-Disposition"] = f'attachment; filename="bezit-{vandaag():%Y-%m-%d}.csv"'
    return antwoord


@pagina(voorstel.HANDELING)
def nieuw(request: Verzoek, convenant: str) -> HttpResponse:
    """Choose a file. A file with faults changes nothing and comes back as a table of rows."""
    bezit.toets_bijhouden()
    gestuurd = request.method == "POST"
    form = BezitForm(request.POST, request.FILES) if gestuurd else BezitForm()
    fouten: tuple[Rijfout, ...] = ()
    aantal = 0
    if gestuurd and form.is_valid():
        try:
            gelezen = Fouten()
            rijen = lees_bezit(form.cleaned_data["bestand"], gelezen)
            wacht = voorstel.leg_voor(rijen, heel=form.heel, per=form.per_dag, gelezen=gelezen)
            return redirect("bezit_voorstel", convenant, wacht)
        except Ongeldig as fout:
            for naam, zin in fout.fouten.items():
                form.add_error(naam or None, zin)
            if isinstance(fout, BestandFout) and fout.rijen[0].rij:
                fouten, aantal = fout.rijen, fout.aantal
    context = {"nav": NAV, "form": form, "fouten": fouten, "aantal": aantal, "kolommen": BEZIT}
    return render(request, "brpinzage/bezit_nieuw.html", context)


@pagina(voorstel.HANDELING)
def bevestig(request: Verzoek, convenant: str, wacht: UUID) -> HttpResponse:
    """What the file would change, and the choice. Sent twice or too late: told what it is, nothing changes."""
    bezit.toets_bijhouden()
    if request.method == "POST":
        return _kies(request, convenant, wacht)
    if voorstel.open_voorstel() != wacht:
        messages.info(request, voorstel.WEG)
        return redirect("bezit", convenant)
    kaart = voorstel.geef(wacht)
    lijsten = [
        (soort, titel, kaart.aantallen[soort], voorstel.wijzigingen(wacht, soort)[0])
        for soort, titel in SOORTEN.items()
        if kaart.aantallen[soort]
    ]
    return render(request, "brpinzage/bezit_voorstel.html", {"nav": NAV, "kaart": kaart, "lijsten": lijsten})


@pagina(voorstel.HANDELING)
@require_safe
def wijzigingen(request: Verzoek, convenant: str, wacht: UUID, soort: str) -> HttpResponse:
    """Every address of one kind of change, page by page."""
    bezit.toets_bijhouden()
    if soort not in SOORTEN:
        return redirect("bezit_voorstel", convenant, wacht)
    na = request.GET.get("na", "")
    rijen, volgende = voorstel.wijzigingen(
        wacht, soort, int(na) if na.isascii() and na.isdigit() and len(na) < 19 else 0
    )
    context = {
        "nav": NAV,
        "kaart": voorstel.geef(wacht),
        "titel": SOORTEN[soort],
        "soort": soort,
        "rijen": rijen,
        "volgende": f"?na={volgende}" if volgende else "",
    }
    return render(request, "brpinzage/bezit_wijzigingen.html", context)


def _kies(request: Verzoek, convenant: str, wacht: UUID) -> HttpResponse:
    try:
        if request.POST.get("keuze") == "bevestig":
            voorstel.bevestig(wacht)
            messages.success(request, "Uw bezit is bijgewerkt.")
        else:
            voorstel.gooi_weg(wacht)
            messages.success(request, "Het voorstel is weggegooid. Er is niets veranderd.")
    except BestandFout as fout:
        zin = "Uw bezit is niet bijgewerkt: een woning is intussen van een andere corporatie. Kies het bestand opnieuw."
        messages.error(request, zin if fout.rijen[0].rij else fout.fouten["bestand"])
    except Ongeldig as fout:
        messages.error(request, fout.fouten[""])
    return redirect("bezit", convenant)


@pagina(voorstel.HANDELING)
def woning(request: Verzoek, convenant: str, woning: int) -> HttpResponse:
    """One address with all its periods, and the answer to "was this ours on that day"."""
    bezit.toets_bijhouden()
    context = {"nav": NAV, "woning": bezit.woning(woning), "perioden": bezit.geschiedenis(woning)}
    return render(request, "brpinzage/bezit_woning.html", context)


@pagina(voorstel.HANDELING)
def einde(request: Verzoek, convenant: str, woning: int) -> HttpResponse:
    """A day, then the question whether one is sure, then done."""
    bezit.toets_bijhouden()
    rij = bezit.woning(woning)
    form = EindeForm(request.POST) if request.method == "POST" else EindeForm(initial={"per": vandaag()})
    zeker = False
    if request.method == "POST" and form.is_valid() and "terug" not in request.POST:
        try:
            if "zeker" in request.POST:
                bezit.beeindig(woning, form.cleaned_data["per"])
                messages.success(request, "Het einde is vastgelegd.")
                return redirect("bezit_woning", convenant, woning)
            bezit.toets_einde(rij, form.cleaned_data["per"])
            zeker = True
        except Ongeldig as fout:
            for naam, zin in fout.fouten.items():
                form.add_error(naam or None, zin)
    return render(
        request, "brpinzage/bezit_einde.html", {"nav": NAV, "woning": rij, "form": form, "zeker": zeker}
    )


@pagina(voorstel.HANDELING)
def verbeter(request: Verzoek, convenant: str, woning: int) -> HttpResponse:
    """Correct what was written wrongly of one period."""
    bezit.toets_bijhouden()
    rij = bezit.woning(woning)
    beginwaarden = {
        "straatnaam": rij.adres.straatnaam,
        "woonplaats": rij.adres.woonplaats,
        "bag_id": rij.adres.bag_id,
        "van": rij.van,
        "tot": rij.tot,
    }
    form = VerbeterForm(request.POST) if request.method == "POST" else VerbeterForm(initial=beginwaarden)
    if request.method == "POST" and form.is_valid():
        try:
            bezit.verbeter(woning, **form.cleaned_data)
            messages.success(request, "De woning is verbeterd.")
            return redirect("bezit_woning", convenant, woning)
        except Ongeldig as fout:
            for naam, zin in fout.fouten.items():
                form.add_error(naam or None, zin)
    return render(request, "brpinzage/bezit_verbeter.html", {"nav": NAV, "woning": rij, "form": form})


@pagina(voorstel.HANDELING)
def verwijder(request: Verzoek, convenant: str, woning: int) -> HttpResponse:
    """Take out a period that never was, with the reason."""
    bezit.toets_bijhouden()
    rij = bezit.woning(woning)
    form = VerwijderForm(request.POST) if request.method == "POST" else VerwijderForm()
    if request.method == "POST" and form.is_valid():
        try:
            bezit.verwijder(woning, form.cleaned_data["reden"])
            messages.success(request, "De periode is verwijderd.")
            return redirect("bezit", convenant)
        except Ongeldig as fout:
            for zin in fout.fouten.values():
                form.add_error(None, zin)
    return render(request, "brpinzage/bezit_verwijder.html", {"nav": NAV, "woning": rij, "form": form})
