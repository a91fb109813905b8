"""The track of a case on paper, for the tenant."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from convenant.beleid.taal import INZIEN
from convenant.poort.grens import Verzoek
from convenant.poort.handeling import pagina
from convenant.tijd import vandaag
from convenant.web.pdf import als_pdf

from .verhaal import vertel


@pagina(INZIEN)
@require_safe
def voor_de_huurder(request: Verzoek, convenant: str, zaak: int) -> HttpResponse:
    """What happened, what happens now and by when, as a PDF to hand to the tenant."""
    assert request.wie is not None
    context = {
        "verhaal": vertel(zaak),
        "dag": vandaag(),
        "partij": request.wie.deelname.partij.naam,
        "gemeente": request.wie.convenant.gemeente,
    }
    return HttpResponse(
        als_pdf("huisuitzetting/overzicht_huurder.html", context),
        content_type="application/pdf",
        headers={"Content-Disposition": 'attachment; filename="overzicht-voor-de-huurder.pdf"'},
    )
