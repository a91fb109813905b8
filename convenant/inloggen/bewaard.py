"""What somebody had typed when the sign-in ran out or the factor was asked: kept in the sealed session of this browser,
an hour at most, and given back to the same account only."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from convenant.poort.handeling import Pagina
from convenant.sessies import BEWAARD
from convenant.tijd import machinetijd

# Steps of a wizard that were sent before, and the place somebody works at.
WERK = ("wizard_", "werkplek")
CSRF = "csrfmiddlewaretoken"


@dataclass(frozen=True)
class Formulier:
    """A form as it was sent: the address, its fields in order, whether files were with it (those are not kept)."""

    adres: str
    velden: list[tuple[str, str]]
    bestanden: bool
    op: datetime


def neem(request: HttpRequest, view: Callable) -> dict[str, Any]:
    """What of this request and its session is worth keeping for who is signed in; `leg_neer` puts it in a session.

    A form that was waiting there already stays, as old as it was, unless there is a new one.
    """
    eerder = _van_deze(request) or {"op": machinetijd().timestamp(), "formulier": None}
    nieuw = is_formulier(request, view)
    return {
        "account": request.user.pk,
        "op": machinetijd().timestamp() if nieuw else eerder["op"],
        "werk": {naam: waarde for naam, waarde in request.session.items() if naam.startswith(WERK)},
        "formulier": _formulier(request) if nieuw else eerder["formulier"],
    }


def is_formulier(request: HttpRequest, view: Callable) -> bool:
    """A form that a person sent on a page of the work: no password, nothing a script asked by itself."""
    verklaard: Pagina | None = getattr(view, "pagina", None)
    return (
        request.method == "POST"
        and verklaard is not None
        and not verklaard.open_omdat
        and not request.headers.get("HX-Request")
        and request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate"
    )


def _formulier(request: HttpRequest) -> dict[str, Any]:
    return {
        "adres": request.get_full_path(),
        "velden": [
            (naam, waarde) for naam, waarden in request.POST.lists() if naam != CSRF for waarde in waarden
        ],
        "bestanden": bool(request.FILES),
    }


def leg_neer(request: HttpRequest, bewaard: dict[str, Any]) -> None:
    """Keep it in the session as it is now. What was kept before makes place."""
    if bewaard["werk"] or bewaard["formulier"]:
        request.session[BEWAARD] = bewaard


def geef_terug(request: HttpRequest) -> None:
    """After signing in: the steps of a wizard go on where they were. For anybody else all of it is gone."""
    bewaard = _van_deze(request)
    if bewaard is None:
        return
    for naam, waarde in bewaard["werk"].items():
        request.session.setdefault(naam, waarde)
    if bewaard["formulier"] is None:
        gooi_weg(request)
    else:
        request.session[BEWAARD] = bewaard | {"werk": {}}


def formulier(request: HttpRequest) -> Formulier | None:
    """The form that waits for who is signed in, if there is one."""
    bewaard = _van_deze(request)
    if bewaard is None or bewaard["formulier"] is None:
        return None
    velden = [(naam, waarde) for naam, waarde in bewaard["formulier"]["velden"]]
    op = datetime.fromtimestamp(bewaard["op"], timezone.get_default_timezone())
    return Formulier(**bewaard["formulier"] | {"velden": velden}, op=op)


def gooi_weg(request: HttpRequest) -> None:
    request.session.pop(BEWAARD, None)


def _van_deze(request: HttpRequest) -> dict[str, Any] | None:
    """What is kept for who is signed in; of another, or too old, it goes."""
    bewaard: dict[str, Any] | None = request.session.get(BEWAARD)
    if bewaard is None:
        return None
    te_oud = machinetijd().timestamp() - bewaard["op"] > settings.BEWAAR_SECONDEN
    if te_oud or bewaard["account"] != request.user.pk:
        gooi_weg(request)
        return None
    return bewaard
