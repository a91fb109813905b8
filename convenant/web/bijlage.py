"""One file, for who may open the copy that it stands in."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from convenant.beleid.taal import INZIEN
from convenant.poort import bijlagen
from convenant.poort.grens import Verzoek
from convenant.poort.handeling import pagina

# Should a picture ever turn out to be something else, it runs nothing and reaches nothing.
ZANDBAK = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"


@require_safe
@pagina(INZIEN)
def bijlage(request: Verzoek, convenant: str, bijlage: UUID) -> HttpResponse:
    """A picture is shown, so that no copy of it stays on the machine; browsers open no PDF in a sandbox."""
    bestand = bijlagen.lees_bijlage(bijlage)
    tonen = bestand.soort.startswith("image/")
    response = HttpResponse(bestand.inhoud, content_type=bestand.soort)
    response["Content-Disposition"] = str(content_disposition_header(not tonen, bestand.naam))
    response["Content-Security-Policy"] = ZANDBAK
    return response
