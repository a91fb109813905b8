"""Two pages to look things up on: the evictions that come, and what is late at the wijkteam."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from convenant.poort.grens import Verzoek
from convenant.poort.handeling import pagina

from . import lijst
from .troubleshooter import POGING


@pagina(POGING)
@require_safe
def uitzettingen(request: Verzoek, convenant: str) -> HttpResponse:
    """The evictions the troubleshooter was told of, the nearest first."""
    vanaf = _vanaf(request)
    rijen, meer = lijst.uitzettingen(vanaf)
    context = {"nav": "uitzettingen", "rijen": rijen} | _bladeren(vanaf, meer)
    return render(request, "huisuitzetting/uitzettingen.html", context)


@pagina(lijst.TE_LAAT_LEZEN)
@require_safe
def te_laat(request: Verzoek, convenant: str) -> HttpResponse:
    """What the wijkteams are late with, without a name; and the deviations the teamleider was told of."""
    vanaf = _vanaf(request)
    rijen, meer = lijst.te_late_zaken(vanaf)
    context = {"nav": "te_laat", "rijen": rijen, "afwijkingen": lijst.afwijkingen()} | _bladeren(vanaf, meer)
    return render(request, "huisuitzetting/te_laat.html", context)


def _vanaf(request: Verzoek) -> int:
    vanaf = request.GET.get("vanaf", "")
    return int(vanaf) if vanaf.isascii() and vanaf.isdigit() and len(vanaf) < 7 else 0


def _bladeren(vanaf: int, meer: bool) -> dict[str, str]:
    """The addresses of the pages before and after this one."""
    return {
        "vorige": f"?vanaf={max(0, vanaf - lijst.PER_PAGINA)}" if vanaf else "",
        "volgende": f"?vanaf={vanaf + lijst.PER_PAGINA}" if meer else "",
    }
