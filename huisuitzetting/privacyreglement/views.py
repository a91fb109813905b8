"""The page of the privacycoordinator, and the letters to who asked."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from convenant.poort.dossier import lees_zaak
from convenant.poort.grens import Verzoek
from convenant.poort.handeling import NietGevonden, pagina
from convenant.web.pdf import als_pdf

from . import lijst, verzoeken

NAV = "privacy"


@pagina("verzoek_vastleggen")
@require_safe
def overzicht(request: Verzoek, convenant: str) -> HttpResponse:
    """The own registers of requests and breaches."""
    registers, meer = lijst.registers()
    return render(request, "huisuitzetting/privacy.html", {"nav": NAV, "registers": registers, "meer": meer})


@pagina("verzoek_vastleggen")
@require_safe
def brief(request: Verzoek, convenant: str, zaak: int) -> HttpResponse:
    """The latest letter to who asked, as a PDF: the answer, or why it takes longer."""
    assert request.wie is not None
    dossier = lees_zaak(zaak)
    brief = verzoeken.brief(dossier)
    if brief is None:
        raise NietGevonden
    context = {veld.naam: veld.waarde for veld in brief.velden} | {
        "dag": brief.moment,
        "partij": request.wie.deelname.partij.naam,
        "nummer": dossier.nummer,
    }
    return HttpResponse(
        als_pdf("huisuitzetting/privacybrief.html", context),
        content_type="application/pdf",
        headers={"Content-Disposition": 'attachment; filename="brief.pdf"'},
    )
