"""Pages of the wijkteam beside the case: its waiting list, whom to contact today, and the letter that announces a visit."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from convenant.poort.dossier import lees_zaak, toets_handeling
from convenant.poort.grens import Verzoek
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig, pagina
from convenant.web.pdf import als_pdf
from convenant.web.templatetags.woorden import artikel

from . import contact
from . import wachtlijst as lijsten
from .forms import AankondigingForm
from .gemeld import JA

AANKONDIGEN = "aankondiging_versturen"


@pagina("op_wachtlijst_plaatsen")
@require_safe
def wachtlijst(request: Verzoek, convenant: str) -> HttpResponse:
    """The own waiting list, in the order of HAA-3.6."""
    context = {"nav": "wachtlijst", "rijen": lijsten.wachtenden(), "lang": lijsten.is_te_lang()}
    return render(request, "huisuitzetting/wachtlijst.html", context)


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
    if request.method == "POST" and form.is_valid():
        try:
            contact.kondig_aan(
                zaak, form.cleaned_data["datum_gesprek"], form.cleaned_data["afzeggen"] == JA, form.nummer
            )
        except Ongeldig as fout:
            for veld, zin in fout.fouten.items():
                form.add_error(veld if veld in form.fields else None, zin)
        except Geweigerd as weigering:
            for reden in weigering.redenen:
                form.add_error(None, f"{reden.tekst} ({artikel(reden.eis)})" if reden.eis else reden.tekst)
        else:
            messages.success(request, "De brief staat klaar. Druk hem af en verstuur hem vandaag.")
            return redirect("aankondiging", convenant, zaak)
    brieven = [
        stuk.gelezen for stuk in dossier.stukken if stuk.gelezen and stuk.gelezen.gegevensset == contact.BRIEF
    ]
    context = {"nav": "zaken", "form": form, "dossier": dossier, "brieven": list(reversed(brieven))}
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
    return HttpResponse(
        als_pdf("huisuitzetting/aankondigingsbrief.html", context),
        content_type="application/pdf",
        headers={"Content-Disposition": 'attachment; filename="aankondigingsbrief.pdf"'},
    )
