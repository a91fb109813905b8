"""The log as a page: whose lines one may see is the fence's affair, that one looked is a line itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from convenant.partijen.models import Deelname
from convenant.verstrekkingen.models import Raadpleging

from .daad import bereik_van, handel, mag
from .grens import beurt
from .logboek_filter import Filter, regels
from .models import Logregel, LogVerborgen

PER_PAGINA = 50
GROEP, PARTIJ, CONVENANT = "groep", "partij", "convenant"


@dataclass(frozen=True)
class Deelnemer:
    """A party of the convenant and the people who work or worked there, by id."""

    id: int
    naam: str
    mensen: Mapping[int, str]


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


def bladzijde(filter: Filter, deelnemers: Sequence[Deelnemer]) -> tuple[Sequence[Logrij], int | None]:
    """The newest lines first, and the number to go on from (None at the end). Logs the look itself.

    `deelnemers` gives the names.
    """
    with handel(_lezen()):
        return stuk(filter, deelnemers, PER_PAGINA)


def aantallen(*filters: Filter) -> list[int]:
    """How many lines each filter gives: exactly those of the list behind it. One look, so one line in the log."""
    with handel(_lezen()):
        return [regels(filter).count() for filter in filters]


def bereik() -> str:
    """Whose lines this reader sees: of the own group, the own party or the whole convenant."""
    return CONVENANT if mag("logboek_lezen") else bereik_van("eigen_logboek_lezen") or GROEP


def deelnemers() -> Sequence[Deelnemer]:
    """Every party whose lines this reader may see, with its people."""
    rijen = Deelname.objects.filter(convenant=beurt().wie.convenant)
    if bereik() != CONVENANT:
        rijen = rijen.filter(pk=beurt().wie.deelname.pk)
    partijen: dict[int, Deelnemer] = {}
    namen: dict[int, dict[int, str]] = {}
    for id, partij, medewerker, naam in rijen.order_by(
        "partij__naam", "pk", "partij__medewerkers__account__naam"
    ).values_list("pk", "partij__naam", "partij__medewerkers__pk", "partij__medewerkers__account__naam"):
        mensen = namen.setdefault(id, {})
        partijen.setdefault(id, Deelnemer(id, partij, mensen))
        if medewerker:
            mensen[medewerker] = naam
    return list(partijen.values())


def _lezen() -> str:
    return "logboek_lezen" if mag("logboek_lezen") else "eigen_logboek_lezen"


def stuk(
    filter: Filter, deelnemers: Sequence[Deelnemer], hoeveel: int
) -> tuple[Sequence[Logrij], int | None]:
    """So many lines and where to go on, for who has weighed the act already."""
    gevonden = list(regels(filter)[: hoeveel + 1])
    volgende = gevonden[hoeveel - 1].volg if len(gevonden) > hoeveel else None
    return rijen_van(gevonden[:hoeveel], deelnemers), volgende


def rijen_van(gekozen: Sequence[Logregel], deelnemers: Sequence[Deelnemer]) -> list[Logrij]:
    """Lines as they are shown, for who has weighed the act already."""
    partijen = {deelnemer.id: deelnemer.naam for deelnemer in deelnemers}
    namen = {id: naam for deelnemer in deelnemers for id, naam in deelnemer.mensen.items()}
    ids = [uuid for regel in gekozen if regel.gegevensset and (uuid := _uuid(regel.object))]
    raadplegingen = {str(rij.pk): rij for rij in Raadpleging.objects.filter(pk__in=ids)}
    volgen = [regel.volg for regel in gekozen]
    verborgen = dict(LogVerborgen.objects.filter(volg__in=volgen).values_list("volg", "redenen"))
    return [_rij(regel, namen, partijen, raadplegingen.get(regel.object), verborgen) for regel in gekozen]


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
