"""The simulator as a WSGI application: POST .../personen and nothing else."""

import json
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Any

from convenant.tijd import vandaag

from .bron import Bron
from .persoon import beantwoord
from .velden import selecteer
from .vragen import VraagFout, controleer

PAD = "/haalcentraal/api/brp/personen"
JSON = "application/json"
HOOGSTENS_BYTES = 64 * 1024
# Per status: title, code and where HTTP says what it means.
FOUTEN = {
    400: ("Een of meerdere parameters zijn niet correct.", "paramsValidation", "4.1"),
    404: ("Opgevraagde resource bestaat niet.", "notFound", "4.5"),
    405: ("Methode is niet toegestaan.", "methodNotAllowed", "4.6"),
    406: ("Gevraagde content type wordt niet ondersteund.", "notAcceptable", "4.7"),
    415: ("Media Type wordt niet ondersteund.", "unsupportedMediaType", "4.16"),
}

Omgeving = dict[str, Any]
Antwoord = tuple[int, str, dict[str, Any]]


def toepassing(bron: Bron) -> Callable[[Omgeving, Callable[..., Any]], Iterable[bytes]]:
    """The application that answers out of these persons."""

    def antwoord(omgeving: Omgeving, begin: Callable[..., Any]) -> Iterable[bytes]:
        status, soort, inhoud = _behandel(bron, omgeving)
        lading = json.dumps(inhoud, ensure_ascii=False).encode()
        koppen = [("Content-Type", f"{soort}; charset=utf-8"), ("Content-Length", str(len(lading)))]
        begin(f"{status} {HTTPStatus(status).phrase}", koppen)
        return [lading]

    return antwoord


def _behandel(bron: Bron, omgeving: Omgeving) -> Antwoord:
    if omgeving["PATH_INFO"].rsplit("/", 1)[-1] != "personen":
        return _fout(404)
    if omgeving["REQUEST_METHOD"] != "POST":
        return _fout(405)
    if not _is_json(omgeving.get("CONTENT_TYPE", "")):
        return _fout(415)
    if not any(_is_json(soort) for soort in omgeving.get("HTTP_ACCEPT", "*/*").split(",")):
        return _fout(406)
    lengte = min(int(omgeving.get("CONTENT_LENGTH") or 0), HOOGSTENS_BYTES)
    try:
        vraag = json.loads(omgeving["wsgi.input"].read(lengte))
        soort = controleer(vraag)
    except (ValueError, RecursionError):
        return _fout(400, detail="De body is geen geldige JSON.")
    except VraagFout as fout:
        return _fout(400, detail=_opsomming(fout), invalidParams=fout.fouten)
    gevonden = bron.vind(vraag)
    if soort.hoogstens and len(gevonden) > soort.hoogstens:
        return _fout(
            400,
            title="Teveel zoekresultaten.",
            code="tooManyResults",
            detail=f"Meer dan maximum van {soort.hoogstens} zoekresultaten gevonden. Verfijn de zoekopdracht.",
        )
    selectie = selecteer(vraag["fields"], soort.boom)
    personen = [beantwoord(persoon, selectie, vandaag()) for persoon in gevonden]
    return 200, JSON, {"type": vraag["type"], "personen": personen}


def _is_json(soort: str) -> bool:
    """application/json, with utf-8 or without a charset; and for Accept, anything that includes it."""
    naam, *parameters = (deel.strip().lower() for deel in soort.split(";"))
    if naam in ("*/*", "application/*"):
        return True
    charsets = [p.removeprefix("charset=") for p in parameters if p.startswith("charset=")]
    return naam == JSON and all(charset == "utf-8" for charset in charsets)


def _opsomming(fout: VraagFout) -> str:
    namen = ", ".join(een["name"] for een in fout.fouten)
    return f"De foutieve parameter(s) zijn: {namen}."


def _fout(status: int, **anders: Any) -> Antwoord:
    titel, code, deel = FOUTEN[status]
    fout = {
        "type": f"https://datatracker.ietf.org/doc/html/rfc7231#section-6.5.{deel.split('.')[1]}",
        "title": titel,
        "status": status,
        "instance": PAD,
        "code": code,
    }
    return status, "application/problem+json", fout | anders
