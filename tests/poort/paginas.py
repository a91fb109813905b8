"""Pages that exist for the tests of the border alone: one that keeps its own transactions, and what it may not do."""

from collections.abc import Callable

from django.db import connection
from django.http import HttpResponse
from django.urls import path

from convenant.poort import poort
from convenant.poort.grens import Verzoek, stuk
from convenant.poort.handeling import NietGevonden, pagina
from convenant.urls import handler404, handler500
from convenant.urls import urlpatterns as echte

__all__ = ["handler404", "handler500", "urlpatterns"]

HANDELING = "uittreksel_laden"
tussendoor: Callable[[], None] = lambda: None  # noqa: E731  (a test says what happens between the two pieces)


@pagina(HANDELING, eigen_transacties=True)
def eigen(request: Verzoek, convenant: str) -> HttpResponse:
    with stuk(), poort.handel(HANDELING, onderwerp="eerste"):
        pass
    assert not connection.in_atomic_block
    tussendoor()
    with stuk(), poort.handel(HANDELING, onderwerp="tweede"):
        if request.GET.get("weg"):
            raise NietGevonden
        return HttpResponse("goed")


@pagina(HANDELING, eigen_transacties=True)
def zonder_stuk(request: Verzoek, convenant: str) -> HttpResponse:
    with poort.handel(HANDELING):
        return HttpResponse("ongemerkt")


@pagina(HANDELING)
def gewoon(request: Verzoek, convenant: str) -> HttpResponse:
    with stuk():
        return HttpResponse("midden in een andere transactie")


urlpatterns = [
    path("<slug:convenant>/eigen/", eigen),
    path("<slug:convenant>/zonder_stuk/", zonder_stuk),
    path("<slug:convenant>/gewoon/", gewoon),
    *echte,
]
