"""The border of a request: one transaction, its context in the database, the log as its last statement."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import chain
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve, reverse
from django.utils.cache import add_never_cache_headers

from convenant.beleid.beslissing import Reden, Stand, Vraag, beslis
from convenant.gezondheid.models import loopt_achter
from convenant.partijen.models import Account, Convenant
from convenant.tijd import nu, vandaag

from . import logboek
from .handeling import Geweigerd, NietGevonden, Pagina
from .logboek import GEWEIGERD, Regel
from .wie import Wie, opnieuw, werkplekken


@dataclass(frozen=True)
class AlGegeven:
    """That what is sent had been given already, in another form: `vorm` as a Verstrekking has it, on this day."""

    vorm: str
    dag: date


@dataclass
class Beurt:
    """One act of one person: who, and the lines that go into the log at its end.

    `al_gegeven`: what this act sends had been given in another form too. `regels` and `tellingen` are written with what was done; `weigeringen` after it, whatever became of it. `vast` holds the facts
    that stay the same during one request.
    """

    wie: Wie
    regels: list[Regel] = field(default_factory=list)
    tellingen: list[tuple[str, str]] = field(default_factory=list)
    weigeringen: list[Regel] = field(default_factory=list)
    vast: dict[str, bool] = field(default_factory=dict)
    al_gegeven: AlGegeven | None = None

    def regel(self, handeling: str, uitkomst: str, **rest: Any) -> Regel:
        """A line about an act of this person."""
        wie = self.wie
        return Regel(
            wie.medewerker.pk,
            wie.groep,
            wie.deelname.pk,
            wie.deelname.soort,
            wie.functie,
            handeling,
            uitkomst,
            **rest,
        )


class Verzoek(HttpRequest):
    """A request inside the border."""

    user: Account | AnonymousUser
    wie: Wie | None
    beurt: Beurt | None
    mislukt: bool
    eigen_transacties: bool
    werkplekken: Sequence[Wie]
    loopt_achter: bool


_beurt: ContextVar[Beurt | None] = ContextVar("beurt", default=None)


def beurt() -> Beurt:
    """The act under way. Raises RuntimeError outside the border: then nobody acts and nothing may be read."""
    huidig = _beurt.get()
    if huidig is None:
        raise RuntimeError("Buiten de poort is er niemand die handelt.")
    return huidig


def zet_context(**waarden: object) -> None:
    """Local to this transaction, always: a context that outlives it is someone else's next request."""
    if not connection.in_atomic_block:
        raise RuntimeError("Context zonder transactie.")
    zetten = ", ".join(["set_config(%s, %s, true)"] * len(waarden))
    paren = ((f"app.{naam}", "" if waarde is None else str(waarde)) for naam, waarde in waarden.items())
    with connection.cursor() as cursor:
        cursor.execute("select " + zetten, [*chain.from_iterable(paren)])


def zet_context_van(wie: Wie) -> None:
    groepen = "{" + ",".join(str(groep) for groep in wie.groepen) + "}"
    zet_context(
        convenant=wie.convenant.pk,
        groepen=groepen,
        account=wie.medewerker.account_id,
        dag=vandaag().isoformat(),
        nu=nu().isoformat(),
    )


def wis_context() -> None:
    zet_context(convenant=None, groepen=None, account=None, woning=None, dag=None, nu=None, taak=None)


@contextmanager
def binnen(wie: Wie) -> Iterator[Beurt]:
    """The border for commands, tasks and tests: the same as a request's."""
    beurt = Beurt(wie)
    token = _beurt.set(beurt)
    try:
        with transaction.atomic():
            yield from _in_context(beurt)
    finally:
        _beurt.reset(token)
        schrijf_weigeringen(beurt)


@contextmanager
def stuk() -> Iterator[Beurt]:
    """One transaction of a page that keeps its own (`pagina(..., eigen_transacties=True)`): committed at its end.

    Raises NietGevonden when who acts may not work here any more, RuntimeError inside another one: then nothing would be committed, and the page waits with rows locked.
    """
    with transaction.atomic(durable=True):
        huidig = beurt()
        # What stays the same in one request, the right to act itself included, may have ended while it waited for a source.
        huidig.wie = opnieuw(huidig.wie)
        huidig.vast.clear()
        yield from _in_context(huidig)


def _in_context(beurt: Beurt) -> Iterator[Beurt]:
    """The context of who acts, and the log as the last statement. A rollback takes context and lines with it."""
    zet_context_van(beurt.wie)
    try:
        yield beurt
        schrijf_beurt(beurt)
        wis_context()
    finally:
        beurt.regels.clear()
        beurt.tellingen.clear()


@contextmanager
def als_systeem(taak: str) -> Iterator[datetime]:
    """A named context without a person, for tasks: sees only what the policies give that task. Gives its moment."""
    with transaction.atomic():
        moment = nu()
        zet_context(taak=taak, dag=vandaag().isoformat(), nu=moment.isoformat())
        yield moment
        wis_context()


def schrijf_beurt(beurt: Beurt) -> None:
    """The figures, in one order for everybody so that no two wait for each other, then the log."""
    with connection.cursor() as cursor:
        for maat, waarde in sorted(beurt.tellingen):
            cursor.execute("select telling_tel(%s, %s)", [maat, waarde])
    beurt.tellingen.clear()
    logboek.schrijf(beurt.regels)


def schrijf_weigeringen(beurt: Beurt) -> None:
    if not beurt.weigeringen:
        return
    with transaction.atomic():
        zet_context_van(beurt.wie)
        logboek.schrijf(beurt.weigeringen)
        wis_context()


class Grens:
    """Middleware, after authentication. Gives `request.wie` to the view of a page that names its verbs."""

    def __init__(self, get_response: Callable[[Verzoek], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: Verzoek) -> HttpResponse:
        _begin(request)
        try:
            if request.eigen_transacties:
                response = self._zonder_transactie(request)
            else:
                response = self._in_een_transactie(request)
        finally:
            _beurt.set(None)
            if request.beurt is not None:
                schrijf_weigeringen(request.beurt)
        if request.wie is not None:
            # A shared desk, a back button, tomorrow: nothing of this may lie in the browser.
            add_never_cache_headers(response)
        return response

    def _in_een_transactie(self, request: Verzoek) -> HttpResponse:
        with transaction.atomic():
            response = self.get_response(request)
            if request.mislukt or response.status_code >= 500:
                transaction.set_rollback(True)
            elif request.beurt is not None:
                schrijf_beurt(request.beurt)
                wis_context()
        return response

    def _zonder_transactie(self, request: Verzoek) -> HttpResponse:
        response = self.get_response(request)
        if request.beurt is not None and request.beurt.regels:
            raise RuntimeError("An act outside `stuk` leaves no line in the log.")
        return response

    def process_view(
        self, request: Verzoek, view: Callable, args: tuple, kwargs: dict
    ) -> HttpResponse | None:
        verklaard: Pagina | None = getattr(view, "pagina", None)
        if verklaard is None or verklaard.open_omdat:
            return None
        if isinstance(request.user, AnonymousUser):
            return _naar_inloggen(request)
        wie = kies_werkplek(request, kwargs["convenant"])
        request.wie, request.beurt = wie, Beurt(wie)
        _beurt.set(request.beurt)
        if not request.eigen_transacties:
            zet_context_van(wie)
        handelingen = verklaard.handelingen
        if verklaard.uit_adres:
            handelingen = (kwargs["handeling"],)
            if not any(kwargs["handeling"] in rij.handelingen for rij in wie.beleid.bevoegdheden):
                raise NietGevonden
        return self._weiger_zonder_bevoegdheid(request, handelingen, request.beurt)

    def _weiger_zonder_bevoegdheid(
        self, request: Verzoek, handelingen: Sequence[str], beurt: Beurt
    ) -> HttpResponse | None:
        """The page of a verb opens for who has one of its verbs; what is on it is decided by the act itself."""
        wie = beurt.wie
        gemis = [beslis(wie.beleid, Vraag(wie.kant, naam), Stand()).buiten_functie for naam in handelingen]
        if not gemis or not all(gemis):
            return None
        redenen = gemis[0]
        gezien = tuple((reden.tekst, reden.eis) for reden in redenen)
        beurt.weigeringen.append(beurt.regel(handelingen[0], GEWEIGERD, redenen=gezien, eis=gezien[0][1]))
        return toon_weigering(request, redenen)

    def process_exception(self, request: Verzoek, fout: Exception) -> HttpResponse | None:
        """Whatever escapes the view undoes all of it; only the refusals queued so far are still written."""
        request.mislukt = True
        if isinstance(fout, Geweigerd):
            return toon_weigering(request, fout.redenen)
        return None


def _naar_inloggen(request: HttpRequest) -> HttpResponse:
    """The same for every address, existing or not. Who had just sent a form is told that it was not saved."""
    vraag = {"next": request.path}
    if request.method not in ("GET", "HEAD"):
        vraag["onderbroken"] = "1"
    return redirect(f"{reverse(settings.LOGIN_URL)}?{urlencode(vraag)}")


def toon_weigering(request: HttpRequest, redenen: Sequence[Reden]) -> HttpResponse:
    return render(request, "poort/geweigerd.html", {"redenen": redenen}, status=403)


def _begin(request: Verzoek) -> None:
    request.beurt = request.wie = None
    request.mislukt, request.werkplekken, request.loopt_achter = False, (), False
    request.eigen_transacties = _houdt_eigen_transacties(request.path_info)


def _houdt_eigen_transacties(pad: str) -> bool:
    """Asked of the view before it is its turn: the transaction around it would have begun by then."""
    try:
        view = resolve(pad).func
    except Resolver404:
        return False
    verklaard: Pagina | None = getattr(view, "pagina", None)
    return verklaard is not None and verklaard.eigen_transacties


def kies_werkplek(request: Verzoek, code: str) -> Wie:
    """The place this person works at in the convenant of the URL: the chosen one, or the first.

    Raises NietGevonden when the convenant is not there for this account.
    """
    # For a convenant that is not there the same queries follow: not even their number tells the difference.
    convenanten = Convenant.objects.annotate(loopt_achter=loopt_achter())
    convenant = convenanten.filter(code=code).first() or Convenant(pk=0)
    plekken = werkplekken(request.user, convenant) if isinstance(request.user, Account) else ()
    if not plekken:
        raise NietGevonden
    request.werkplekken = plekken
    request.loopt_achter = convenant.loopt_achter  # type: ignore[attr-defined]
    gekozen = request.session.get("werkplek", {}).get(code)
    return next((plek for plek in plekken if plek.autorisatie_id == gekozen), plekken[0])
