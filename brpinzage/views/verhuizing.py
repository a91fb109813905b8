"""The form on paper by which a tenant authorises the corporatie to report a move (HEE-3.8, HEE-8.3)."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from convenant.poort.grens import Verzoek
from convenant.poort.handeling import pagina
from convenant.web.pdf import als_pdf


@pagina("verhuizing_doorgeven")
@require_safe
def machtigingsformulier(request: Verzoek, convenant: str) -> HttpResponse:
    """One page to print, with the own corporatie's name and nothing of any tenant."""
    assert request.wie is not None
    context = {"corporatie": request.wie.deelname.partij.naam, "gemeente": request.wie.convenant.gemeente}
    inhoud = als_pdf("brpinzage/machtiging.html", context)
    return HttpResponse(
        inhoud,
        content_type="application/pdf",
        headers={"Content-Disposition": 'attachment; filename="machtiging-verhuizing.pdf"'},
    )
