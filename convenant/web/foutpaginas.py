"""The pages that say what went wrong. They are the same for everyone: no person, path or token stands in them,
so that "not yours" and "not there" cannot be told apart."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from .frame import Huisstijl


def _page(template: str, status: int) -> HttpResponse:
    # Rendered without the request: no context processor can slip something personal in.
    return HttpResponse(render_to_string(template, {"huisstijl": Huisstijl()}), status=status)


def ongeldig_verzoek(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """handler400"""
    return _page("400.html", 400)


def geen_toegang(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """handler403"""
    return _page("403.html", 403)


def niet_gevonden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """handler404: the same bytes whatever was asked, and by whom."""
    return _page("404.html", 404)


def te_groot(request: HttpRequest) -> HttpResponse:
    """For an upload over the limit."""
    return _page("413.html", 413)


def te_vaak(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """For the limit on tries."""
    return _page("429.html", 429)


def storing(request: HttpRequest) -> HttpResponse:
    """handler500"""
    return _page("500.html", 500)


def formulier_verlopen(request: HttpRequest, reason: str = "") -> HttpResponse:
    """CSRF_FAILURE_VIEW: the form is too old, sent twice or not ours."""
    return _page("403_csrf.html", 403)


def sessie_verlopen(request: HttpRequest) -> HttpResponse:
    """For a form that was sent after the session had ended."""
    return _page("sessie_verlopen.html", 401)
