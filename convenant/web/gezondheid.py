"""How the machinery does: for a monitor outside (names only), for who sets up (what it means, what now), and as a sign
of life of one process."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import redis
from django.conf import settings
from django.db import Error
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from convenant.beleid.beheer import INRICHTEN
from convenant.celery import app
from convenant.console import inrichting as console
from convenant.gezondheid.models import LOGBOEK, MAIL, STIL_NA, TERMIJNEN, WORKER, met_stilte
from convenant.poort import hartslag
from convenant.poort.grens import Verzoek
from convenant.poort.handeling import pagina

DATABASE, KLOK, REDIS, BEAT = "database", "klok", "redis", "beat"
REDIS_SECONDEN = 2
# What each measures about itself may be so old: the longest of them is looked at every five minutes.
OUD_NA = timedelta(minutes=15)


@dataclass(frozen=True)
class Deel:
    """One part of the machinery; `sinds` is when it was last well, as far as anybody knows."""

    naam: str
    goed: bool
    sinds: datetime | None = None


def delen() -> list[Deel]:
    """Every part, in the order in which one looks for a cause. What is not proven well is not well."""
    try:
        klok_loopt_gelijk = hartslag.klok_loopt_gelijk()
        slagen = {slag.naam: slag for slag in met_stilte()}
    except Error:
        namen = (KLOK, REDIS, WORKER, BEAT, TERMIJNEN, MAIL, LOGBOEK)
        return [
            Deel(DATABASE, False),
            *(Deel(naam, naam == REDIS and _wachtend() is not None) for naam in namen),
        ]
    wachtend = _wachtend()
    return [
        Deel(DATABASE, True),
        Deel(KLOK, klok_loopt_gelijk),
        Deel(REDIS, wachtend is not None),
        *_werk(slagen.get(WORKER), wachtend),
        *(_gemeten(naam, slagen.get(naam)) for naam in (TERMIJNEN, MAIL, LOGBOEK)),
    ]


def _wachtend() -> int | None:
    """How many tasks wait for a worker; None when Redis does not answer."""
    lijn = redis.Redis.from_url(
        settings.REDIS_URL, socket_timeout=REDIS_SECONDEN, socket_connect_timeout=REDIS_SECONDEN
    )
    try:
        return int(lijn.llen(app.conf.task_default_queue))
    except redis.RedisError:
        return None
    finally:
        lijn.close()


def _werk(slag: Any, wachtend: int | None) -> list[Deel]:
    """Worker and beat show themselves together: no task done is the fault of the worker where tasks wait for one."""
    leeft = slag is not None and slag.stil <= STIL_NA
    sinds = slag.moment if slag else None
    return [Deel(WORKER, leeft, sinds), Deel(BEAT, leeft or bool(wachtend), sinds)]


def _gemeten(naam: str, slag: Any) -> Deel:
    if slag is None:
        return Deel(naam, False)
    return Deel(naam, not slag.fout and slag.stil <= OUD_NA, slag.goed_op)


class Gezondheidsvraag:
    """Middleware: answers a monitor before anything asks for a name of this server, TLS, a session or a transaction.

    `/gezondheid/` is 200 when all is well, else 503, with names and ok or fout: why stands on the page of who sets up.
    `/gezondheid/levend/` says that this process answers, and asks nothing of any other.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        antwoord = {"/gezondheid/": _gezondheid, "/gezondheid/levend/": _levend}.get(request.path_info)
        if antwoord is None:
            return self.get_response(request)
        response = (
            antwoord() if request.method in ("GET", "HEAD") else HttpResponseNotAllowed(["GET", "HEAD"])
        )
        add_never_cache_headers(response)
        return response


def _gezondheid() -> HttpResponse:
    gemeten = delen()
    goed = all(deel.goed for deel in gemeten)
    inhoud = {"stand": _woord(goed), "delen": {deel.naam: _woord(deel.goed) for deel in gemeten}}
    return JsonResponse(inhoud, status=200 if goed else 503)


def _levend() -> HttpResponse:
    return JsonResponse({"stand": _woord(True)})


def _woord(goed: bool) -> str:
    return "ok" if goed else "fout"


@dataclass(frozen=True)
class Uitleg:
    """Of one part: what it is called, what it means for the work when it fails, what who manages the server does."""

    naam: str
    gevolg: str
    doe: str


UITLEG: Mapping[str, Uitleg] = {
    DATABASE: Uitleg("Database", "Niemand kan werken.", "Start PostgreSQL opnieuw."),
    KLOK: Uitleg(
        "Klok van de server",
        "De klok van de server loopt verkeerd. Termijnen kunnen te vroeg of te laat aflopen.",
        "Zet de tijd gelijk (NTP) op de server van de toepassing en van de database.",
    ),
    REDIS: Uitleg(
        "Redis",
        "Het werk op de achtergrond ligt stil: termijnen, mail, het tekenen van het logboek.",
        "Start Redis opnieuw. Wat erin stond, mag weg: niets gaat daardoor verloren.",
    ),
    WORKER: Uitleg(
        "Worker",
        "Het werk op de achtergrond ligt stil: termijnen, mail, het tekenen van het logboek.",
        "Start de worker opnieuw. Wat te laat is, doet hij alsnog.",
    ),
    BEAT: Uitleg(
        "Beat",
        "Niets zet het werk op de achtergrond in gang.",
        "Start beat opnieuw. Wat te laat is, gebeurt alsnog.",
    ),
    TERMIJNEN: Uitleg(
        "Termijnen",
        "Termijnen die zijn verlopen, zijn langer dan een kwartier niet verwerkt.",
        "Werkt de worker? Dan haalt hij het in. Blijft dit zo, controleer dan de klok van zijn server en zet er een"
        " worker bij.",
    ),
    MAIL: Uitleg(
        "Mail",
        "Er ligt mail die langer dan een kwartier niet weg kan.",
        "Controleer de mailserver en EMAIL_URL. De mail blijft een week liggen en gaat dan alsnog.",
    ),
    LOGBOEK: Uitleg(
        "Logboek",
        "Het logboek is niet getekend, of het einde ervan klopt niet meer.",
        "Voer bij de worker uit: manage.py controleer_logboek. Klopt er een regel niet? Meld dit dan als incident.",
    ),
}


@pagina(INRICHTEN)
@require_safe
def overzicht(request: Verzoek, convenant: str) -> HttpResponse:
    """For who sets up the convenant: each part, since when, what it means and what to do."""
    console.toets()
    gemeten = delen()
    context = {
        "nav": "machine",
        "delen": [(deel, UITLEG[deel.naam]) for deel in gemeten],
        "goed": all(deel.goed for deel in gemeten),
    }
    return render(request, "gezondheid/machine.html", context)
