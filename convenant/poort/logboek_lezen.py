"""The log as a page: whose lines one may see is the fence's affair, that one looked is a line itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.utils import timezone

from convenant.partijen.models import Deelname, Medewerker
from convenant.verstrekkingen.models import Raadpleging

from .daad import handel, mag
from .models import Logregel, LogVerborgen

PER_PAGINA = 50


@dataclass(frozen=True)
class Filter:
    """What to show: days (both included), an outcome, a verb, and lines before this one."""

    vanaf: date | None = None
    tot_en_met: date | None = None
    uitkomst: str = ""
    voor: int | None = None
    handeling: str = ""


@dataclass(frozen=True)
class Logrij:
    """One line as it is shown. `onderwerp` is the address of a raadpleging or what was typed; the texts of a
    raadpleging (`noodzaak`, `identiteit`) only where the fence gives them."""

    volg: int
    moment: datetime
    medewerker: str
    partij: str
    functie: str
    handeling: str
    gegevensset: str
    uitkomst: str
    doel: str
    eis: str
    onderwerp: str
    redenen: tuple[tuple[str, str], ...]
    verborgen: tuple[tuple[str, str], ...]
    betrokkenen: int
    noodzaak: str
    identiteit: dict[str, str]


def bladzijde(filter: Filter) -> tuple[Sequence[Logrij], int | None]:
    """The newest lines first, and the number to go on from (None at the end). Logs the look itself."""
    with handel(_lezen()):
        regels = list(_gefilterd(filter)[: PER_PAGINA + 1])
        volgende = regels[PER_PAGINA - 1].volg if len(regels) > PER_PAGINA else None
        return _rijen(regels[:PER_PAGINA]), volgende


def aantallen(*filters: Filter) -> list[int]:
    """How many lines each filter gives: exactly those of the list behind it. One look, so one line in the log."""
    with handel(_lezen()):
        return [_gefilterd(filter).count() for filter in filters]


def _lezen() -> str:
    return "logboek_lezen" if mag("logboek_lezen") else "eigen_logboek_lezen"


def _gefilterd(filter: Filter):
    regels = Logregel.objects.order_by("-volg")
    if filter.voor is not None:
        regels = regels.filter(volg__lt=filter.voor)
    if filter.vanaf:
        regels = regels.filter(moment__gte=_begin_van(filter.vanaf))
    if filter.tot_en_met:
        regels = regels.filter(moment__lt=_begin_van(filter.tot_en_met + timedelta(days=1)))
    if filter.uitkomst:
        regels = regels.filter(uitkomst=filter.uitkomst)
    if filter.handeling:
        regels = regels.filter(handeling=filter.handeling)
    return regels


def _begin_van(dag: date) -> datetime:
    return datetime.combine(dag, time.min, timezone.get_default_timezone())


def _rijen(regels: Sequence[Logregel]) -> list[Logrij]:
    volgen = [regel.volg for regel in regels]
    namen = dict(
        Medewerker.objects.filter(pk__in={regel.medewerker_id for regel in regels}).values_list(
            "pk", "account__naam"
        )
    )
    partijen = dict(
        Deelname.objects.filter(pk__in={regel.deelname_id for regel in regels}).values_list(
            "pk", "partij__naam"
        )
    )
    ids = [uuid for regel in regels if regel.gegevensset and (uuid := _uuid(regel.object))]
    raadplegingen = {str(rij.pk): rij for rij in Raadpleging.objects.filter(pk__in=ids)}
    verborgen = dict(LogVerborgen.objects.filter(volg__in=volgen).values_list("volg", "redenen"))
    return [_rij(regel, namen, partijen, raadplegingen.get(regel.object), verborgen) for regel in regels]


def _rij(
    regel: Logregel,
    namen: dict[int, str],
    partijen: dict[int, str],
    raadpleging: Raadpleging | None,
    verborgen: dict[int, list[list[str]]],
) -> Logrij:
    return Logrij(
        regel.volg,
        regel.moment,
        namen.get(regel.medewerker_id or 0, ""),
        partijen.get(regel.deelname_id or 0, ""),
        regel.functie,
        regel.handeling,
        regel.gegevensset,
        regel.uitkomst,
        regel.doel,
        regel.eis,
        raadpleging.adres if raadpleging else regel.object,
        _paren(regel.redenen),
        _paren(verborgen.get(regel.volg, [])),
        len(regel.betrokkenen),
        raadpleging.noodzaak if raadpleging else "",
        raadpleging.identiteit if raadpleging else {},
    )


def _uuid(tekst: str) -> UUID | None:
    """The id of an act, or None: the object of a refusal is what was typed, of any length."""
    try:
        return UUID(tekst)
    except ValueError:
        return None


def _paren(redenen: Sequence[Sequence[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((tekst, eis) for tekst, eis in redenen)
