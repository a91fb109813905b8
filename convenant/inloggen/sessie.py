"""How long a sign-in lasts: half an hour without doing anything, and half a day in all."""

from django.conf import settings
from django.http import HttpRequest

from convenant.sessies import BEGIN, GEZIEN
from convenant.tijd import machinetijd

# The session is written no more than once a minute for this.
MINUUT = 60


def is_verlopen(request: HttpRequest) -> bool:
    """Whether the sign-in of this session is over: nothing was done for too long, or it began too long ago."""
    moment = machinetijd().timestamp()
    stil = moment - request.session.get(GEZIEN, 0)
    return stil > settings.IDLE_SECONDEN or resterend(request) <= 0


def resterend(request: HttpRequest) -> int:
    """The seconds that this sign-in can last at most."""
    return int(request.session.get(BEGIN, 0) + settings.SESSIE_SECONDEN - machinetijd().timestamp())


def zie(request: HttpRequest) -> None:
    """Somebody does something. A page that refreshes itself (htmx, GET) is nobody."""
    if request.method == "GET" and request.headers.get("HX-Request"):
        return
    moment = machinetijd().timestamp()
    if moment - request.session[GEZIEN] >= MINUUT:
        request.session[GEZIEN] = moment
