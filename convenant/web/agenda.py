"""The own calendar: the page that makes its secret address, and the feed behind it."""

from django.conf import settings
from django.contrib import messages
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe
from redis import RedisError

from convenant.agenda import adres, feed
from convenant.poort.grens import Verzoek
from convenant.poort.handeling import open_pagina, pagina

from .foutpaginas import te_vaak

UUR = 3600
NIEUW = "agenda_adres"


@pagina()
@require_safe
def agenda(request: Verzoek, convenant: str) -> HttpResponse:
    """Whether there is an address, and once, right after it was made, the address itself."""
    nieuw = request.session.get(NIEUW, {})
    if nieuw.get("convenant") == convenant:
        request.session.pop(NIEUW)
        sleutel = nieuw["sleutel"]
        getoond = settings.PUBLIEK_ADRES.rstrip("/") + reverse("agenda_feed", args=[sleutel])
    else:
        getoond = ""
    return render(request, "web/agenda.html", {"adres": getoond, "stand": adres.stand()})


@pagina(verse_factor=True)
@require_POST
def maken(request: Verzoek, convenant: str) -> HttpResponse:
    """A new address; the next page shows it. With a fresh factor: whoever has the address needs no sign-in."""
    request.session[NIEUW] = {"convenant": convenant, "sleutel": adres.maak()}
    messages.success(request, "Uw geheime adres is gemaakt. U ziet het alleen nu.")
    return redirect("agenda", convenant)


@pagina()
@require_POST
def intrekken(request: Verzoek, convenant: str) -> HttpResponse:
    if adres.trek_in():
        messages.success(request, "Het adres werkt niet meer. Haal de agenda ook weg uit uw eigen programma.")
    return redirect("agenda", convenant)


@open_pagina("wie het geheime adres heeft, leest er de eigen termijnen mee; zonder gegevens van iemand")
@require_safe
def agenda_feed(request: HttpRequest, sleutel: str) -> HttpResponse:
    """The calendar. Raises Http404, the same for an address that never was, was taken back, or whose person left."""
    gevonden = adres.van_wie(sleutel)
    if gevonden is None:
        raise Http404
    if _te_vaak(sleutel):
        return te_vaak(request)
    inhoud = feed.haal(*gevonden)
    if inhoud is None:
        raise Http404
    return HttpResponse(inhoud, content_type="text/calendar; charset=utf-8")


def _te_vaak(sleutel: str) -> bool:
    """Counts an hour from the first time, for an address that works. The key tells nothing (convenant/cache.py)."""
    teller = f"agenda:{sleutel}"
    try:
        cache.add(teller, 0, UUR)
        return cache.incr(teller) > settings.AGENDA_PER_UUR
    except (
        ValueError,
        RedisError,
    ):  # the hour ended in between, or nobody counts: who has the address may read
        return False
