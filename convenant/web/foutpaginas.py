"""The pages that say what went wrong. They are the same for everyone: no person, path or token stands in them,
so that "not yours" and "not there" cannot be told apart."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from .frame import Huisstijl
from .verzoekregel import nummer

# A file somewhat over the limit is read, so that its form can come back with a sentence; far over it, it is not.
MAX_GROOTTE_FACTOR = 3


def _page(template: str, status: int, **context: str) -> HttpResponse:
    # Rendered without the request: no context processor can slip something personal in.
    return HttpResponse(render_to_string(template, {"huisstijl": Huisstijl()} | context), status=status)


def ongeldig_verzoek(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """handler400; what is larger than a form may be has a page of its own."""
    return te_groot(request) if isinstance(exception, RequestDataTooBig) else _page("400.html", 400)


def geen_toegang(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """handler403"""
    return _page("403.html", 403)


def niet_gevonden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """handler404: the same bytes whatever was asked, and by whom."""
    return _page("404.html", 404)


def kan_hier_niet(request: HttpRequest) -> HttpResponse:
    """For an address that was opened where a form should have been sent."""
    return _page("405.html", 405)


def te_groot(request: HttpRequest) -> HttpResponse:
    """For what is larger than we receive."""
    return _page("413.html", 413)


def te_vaak(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """For the limit on tries."""
    return _page("429.html", 429)


def storing(request: HttpRequest) -> HttpResponse:
    """handler500, with the number by which it can be found in the log of the process."""
    return _page("500.html", 500, nummer=nummer())


def formulier_verlopen(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form is too old, or not ours (convenant/inloggen/views.py)."""
    return _page("403_csrf.html", 403)


class Vangnet:
    """Middleware: what Django would answer with an empty page gets a page of ours, and what is far too large is
    refused before it is read."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        grootte = request.META.get("CONTENT_LENGTH") or "0"
        if grootte.isdecimal() and int(grootte) > MAX_GROOTTE_FACTOR * settings.INLEZEN_MAX_BYTES:
            return te_groot(request)
        response = self.get_response(request)
        if response.status_code == 405 and not response.streaming and not response.content:
            response.content = kan_hier_niet(request).content
        return response
