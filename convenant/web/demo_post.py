"""The demo's page of all mail that was sent: a mail server of the demo's own keeps it (Procfile). Not in production."""

from dataclasses import dataclass
from email import message_from_bytes, policy
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from convenant.poort.handeling import open_pagina

HOOGSTENS = 50


@dataclass(frozen=True)
class Mail:
    aan: str
    onderwerp: str
    tekst: str
    verstuurd_op: Any


@open_pagina("toont de mail aan de verzonnen mensen van de demo; bestaat in productie niet")
@require_safe
def postvak(request: HttpRequest) -> HttpResponse:
    """The newest mail first. Nothing where no mail server keeps it."""
    return render(request, "web/demo_post.html", {"mails": _mails(settings.POSTVAK), "hoogstens": HOOGSTENS})


def _mails(postvak: Path | None) -> list[Mail]:
    if postvak is None:
        return []
    bestanden = sorted((postvak / "new").glob("*"), key=lambda bestand: bestand.stat().st_mtime, reverse=True)
    return [_mail(bestand) for bestand in bestanden[:HOOGSTENS]]


def _mail(bestand: Path) -> Mail:
    bericht: Any = message_from_bytes(bestand.read_bytes(), policy=policy.default)
    inhoud = bericht.get_body(("plain",))
    return Mail(
        bericht["To"],
        bericht["Subject"],
        inhoud.get_content() if inhoud else "",
        parsedate_to_datetime(bericht["Date"]),
    )
