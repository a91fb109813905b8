"""From a raadpleging that the convenant refuses to a written request, with what was typed (HEE-2.2, HEE-3.3)."""

from http import HTTPStatus
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods
from formtools.wizard.storage.session import SessionStorage

from convenant.poort.grens import Verzoek
from convenant.poort.handeling import pagina
from convenant.web import zaken

from .raadplegen import STAPPEN, prefix

HANDELING = "schriftelijk_verzoeken"


@pagina(HANDELING)
@require_http_methods(["GET", "HEAD", "POST"])
def schriftelijk(request: Verzoek, convenant: str, kenmerk: UUID) -> HttpResponse:
    """The form of a written request, filled in from the wizard with this kenmerk; that stays in the session until it is sent."""
    opslag = SessionStorage(prefix(convenant, kenmerk), request)
    getypt: dict[str, str] = {}
    for stap, _, _ in STAPPEN:
        velden = opslag.get_step_data(stap) or {}
        getypt |= {naam.removeprefix(f"{stap}-"): velden[naam] for naam in velden}
    antwoord = zaken.nieuw(request, convenant, HANDELING, getypt)
    if antwoord.status_code == HTTPStatus.FOUND:
        opslag.reset()
    return antwoord
