"""One line in the log of the process per request: which page, how it ended, how long it took; not whose, nor about whom."""

import logging
import secrets
import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from structlog.contextvars import bound_contextvars, get_contextvars

log = logging.getLogger("convenant.verzoek")
METHODEN = frozenset({"GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"})


class Verzoekregel:
    """Middleware: gives the request a number, that stands on the error page and in every line written meanwhile."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with bound_contextvars(request=secrets.token_hex(4)):
            begonnen = time.monotonic()
            response = self.get_response(request)
            log.log(
                logging.ERROR if response.status_code >= 500 else logging.INFO,
                "verzoek",
                extra=_over(request) | {"status": response.status_code, "ms": _ms(begonnen)},
            )
        return response


def nummer() -> str:
    """The number of the request under way; "" outside one."""
    return str(get_contextvars().get("request", ""))


def _over(request: HttpRequest) -> dict[str, object]:
    """The name of the page and not its address, which holds ids. A convenant only when it exists: anything can be typed there."""
    wie = getattr(request, "wie", None)
    return {
        "route": request.resolver_match.view_name if request.resolver_match else "",
        "method": request.method if request.method in METHODEN else "",
        "convenant": wie.convenant.code if wie is not None else "",
    }


def _ms(begonnen: float) -> int:
    return round((time.monotonic() - begonnen) * 1000)
