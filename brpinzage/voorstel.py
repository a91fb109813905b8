"""A stock file as a proposal: what it would change in the own stock, what stands in its way, and doing it (HEE-2.3).

A proposal holds what the file says, never what it would do: that is worked out against the stock of the moment, and any
other change of the own stock takes the proposal away. So what was shown is what is done. All or nothing.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from itertools import islice
from typing import Any, TypeVar
from uuid import UUID

from django.db import connection
from django.db.backends.utils import CursorWrapper

from convenant.bestand import Fouten
from convenant.brp.adres import Adres
from convenant.poort import poort
from convenant.poort.grens import beurt
from convenant.poort.handeling import NietGevonden, Ongeldig
from convenant.tijd import nu

from . import voorstel_sql as vraag
from .models import Bezitvoorstel
from .rijen import Bezitrij
from .voorstel_sql import EINDIGT, GEWIJZIGD, NIEUW, ONGEWIJZIGD, PER_PAGINA

T = TypeVar("T")
HANDELING = "bezit_bijhouden"
PER_KEER = 5_000  # rows per statement: bounded memory, few round trips
WEG = "Dit voorstel wacht niet meer op bevestiging: het is al bevestigd, weggegooid of ingehaald door een andere wijziging."


@dataclass(frozen=True)
class Voorstel:
    """A proposal as the screen shows it; `aantallen` has a number per kind of change."""

    id: UUID
    gemaakt_op: datetime
    heel: bool
    per: date | None
    overgeslagen: int
    aantallen: dict[str, int] = field(default_factory=dict)

    @property
    def verandert_iets(self) -> bool:
        return any(self.aantallen[soort] for soort in (NIEUW, GEWIJZIGD, EINDIGT))


@dataclass(frozen=True)
class Wijziging:
    """One address that changes; `verschillen` says what becomes different of one that is there."""

    nummer: int
    regel: str
    bag_id: str
    van: date
    tot: date | None
    verschillen: tuple[str, ...]


def leg_voor(
    rijen: Iterable[Bezitrij], *, heel: bool, per: date | None = None, gelezen: Fouten | None = None
) -> UUID:
    """Keep a file as the proposal of the own party; the one before it is destroyed. Nothing of the stock changes.

    `gelezen` counted, while the rows were read, the units that are no dwelling.
    Raises Ongeldig for a file without rows and BestandFout with the rows that cannot be; then nothing is kept.
    """
    voorstel = _voorstel(heel, per)
    with poort.handel(HANDELING, onderwerp=str(voorstel.pk)):
        _leg_vast(voorstel, rijen)
        if gelezen is not None and gelezen.overgeslagen:
            voorstel.overgeslagen = gelezen.overgeslagen
            voorstel.save(update_fields=["overgeslagen"])
        _toets(voorstel)
    return voorstel.pk


def voer_rechtstreeks_door(rijen: Iterable[Bezitrij]) -> int:
    """Add or correct rows of the own stock without showing them first; how many. Part of an act, never one by itself."""
    voorstel = _voorstel(heel=False, per=None)
    aantal = _leg_vast(voorstel, rijen)
    _voer_door(voorstel)
    return aantal


def bevestig(voorstel_id: UUID) -> None:
    """Change the stock as proposed. Sent twice, the second finds no proposal. Raises Ongeldig, BestandFout as above."""
    with poort.handel(HANDELING, onderwerp=str(voorstel_id)):
        vergrendel_bezit()
        voorstel = Bezitvoorstel.objects.filter(pk=voorstel_id, deelname=beurt().wie.deelname).first()
        if voorstel is None:
            raise Ongeldig({"": WEG})
        _voer_door(voorstel)


def gooi_weg(voorstel_id: UUID) -> None:
    """Destroy a proposal that is not wanted. Raises Ongeldig when it is gone already: a newer one stays."""
    with poort.handel(HANDELING, onderwerp=str(voorstel_id)):
        if open_voorstel() != voorstel_id:
            raise Ongeldig({"": WEG})
        vergeet_voorstel()


def vergeet_voorstel() -> None:
    """The own stock changes in another way: what was proposed no longer holds."""
    with connection.cursor() as cursor:
        cursor.execute("select bezitvoorstel_wis()")


def vergrendel_bezit() -> None:
    """Changes of stock in one convenant go one after the other: two parties cannot take one dwelling at once."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtext('bezit'), %s::int)", [beurt().wie.convenant.pk])


def is_van_ander(adres: Adres, van: date, tot: date | None) -> bool:
    """Whether another participating corporatie has this dwelling on one of these days; never which."""
    with connection.cursor() as cursor:
        cursor.execute("select bezit_elders(%s, %s, %s, %s)", [adres.sleutel, adres.bag_id, van, tot])
        return cursor.fetchone()[0]


def open_voorstel() -> UUID | None:
    """The id of the proposal that waits, if there is one."""
    return Bezitvoorstel.objects.filter(deelname=beurt().wie.deelname).values_list("pk", flat=True).first()


def geef(voorstel_id: UUID) -> Voorstel:
    """The proposal with its numbers. Raises NietGevonden when it is not there (any more)."""
    voorstel = _geef(voorstel_id)
    aantallen = dict.fromkeys((NIEUW, GEWIJZIGD, EINDIGT, ONGEWIJZIGD), 0)
    with _over_het_geheel() as cursor:
        cursor.execute(vraag.AANTALLEN, _waarden(voorstel))
        aantallen |= dict(cursor.fetchall())
    return Voorstel(
        voorstel.pk, voorstel.gemaakt_op, voorstel.heel, voorstel.per, voorstel.overgeslagen, aantallen
    )


def wijzigingen(voorstel_id: UUID, soort: str, na: int = 0) -> tuple[Sequence[Wijziging], int | None]:
    """The addresses of one kind of change, and the number to go on from (None at the end)."""
    voorstel = _geef(voorstel_id)
    with _over_het_geheel() as cursor:
        cursor.execute(vraag.BLADZIJDE, _waarden(voorstel) | {"soort": soort, "na": na})
        rijen = [_wijziging(soort, rij) for rij in cursor.fetchall()]
    return rijen[:PER_PAGINA], rijen[PER_PAGINA - 1].nummer if len(rijen) > PER_PAGINA else None


def _geef(voorstel_id: UUID) -> Bezitvoorstel:
    voorstel = Bezitvoorstel.objects.filter(pk=voorstel_id, deelname=beurt().wie.deelname).first()
    if voorstel is None:
        raise NietGevonden
    return voorstel


def _wijziging(soort: str, rij: tuple) -> Wijziging:
    nummer, van, *delen = rij
    helft = len(delen) // 2
    adres, oud = _adres(delen[:helft]), _adres(delen[helft:])
    tot, oude_tot = delen[helft - 1], delen[-1]
    paren = (
        ("straat", oud.straatnaam, adres.straatnaam),
        ("nummer", _nummer(oud), _nummer(adres)),
        ("postcode", oud.postcode, adres.postcode),
        ("plaats", oud.woonplaats, adres.woonplaats),
        ("BAG-nummer", oud.bag_id, adres.bag_id),
        ("tot", oude_tot, tot),
    )
    verschillen = (
        () if soort == NIEUW else tuple(f"{n}: {_tekst(w)} wordt {_tekst(x)}" for n, w, x in paren if w != x)
    )
    return Wijziging(nummer, adres.regel, adres.bag_id, van, tot, verschillen)


def _adres(delen: Sequence[Any]) -> Adres:
    """From the columns of voorstel_sql.ADRES; empty when there was no row."""
    straatnaam, huisnummer, letter, toevoeging, postcode, woonplaats, bag_id, _ = (
        deel or "" for deel in delen
    )
    return Adres(postcode, huisnummer, letter, toevoeging, straatnaam, woonplaats, bag_id)


def _nummer(adres: Adres) -> str:
    return f"{adres.huisnummer}{adres.huisletter} {adres.huisnummertoevoeging}".strip()


def _tekst(waarde: object) -> str:
    return f"{waarde:%d-%m-%Y}" if isinstance(waarde, date) else str(waarde or "leeg")


def _voorstel(heel: bool, per: date | None) -> Bezitvoorstel:
    wie = beurt().wie
    return Bezitvoorstel(
        convenant=wie.convenant, deelname=wie.deelname, gemaakt_op=nu(), heel=heel, per=per if heel else None
    )


def _waarden(voorstel: Bezitvoorstel) -> dict[str, Any]:
    return {
        "voorstel": voorstel.pk,
        "convenant": voorstel.convenant_id,
        "deelname": voorstel.deelname_id,
        "heel": voorstel.heel,
        "per": voorstel.per,
    }


def _leg_vast(voorstel: Bezitvoorstel, rijen: Iterable[Bezitrij]) -> int:
    """Two files of one party wait for each other; the second takes the place of the first."""
    aantal = 0
    with connection.cursor() as cursor:
        cursor.execute(
            "select pg_advisory_xact_lock(hashtext('bezitvoorstel'), %s::int)", [voorstel.deelname_id]
        )
        vergeet_voorstel()
        voorstel.save(force_insert=True)
        for deel in _in_delen(rijen):
            cursor.execute(vraag.LAAD, {"voorstel": voorstel.pk, "rijen": _als_json(deel, aantal)})
            aantal += len(deel)
    if not aantal:
        raise Ongeldig({"bestand": "Dit bestand heeft geen woningen. Kies een bestand met uw bezit."})
    return aantal


def _als_json(deel: Sequence[Bezitrij], eerder: int) -> str:
    """Rows that come from no file are numbered as they come."""
    return json.dumps(
        [
            asdict(rij.adres)
            | {
                "rij": rij.rij or nummer,
                "adres_sleutel": rij.adres.sleutel,
                "van": rij.van.isoformat(),
                "tot": rij.tot.isoformat() if rij.tot else None,
            }
            for nummer, rij in enumerate(deel, start=eerder + 1)
        ]
    )


def _toets(voorstel: Bezitvoorstel) -> None:
    """Raises BestandFout with every row that cannot be: twice in the file, twice in the own stock, or another's."""
    fouten = Fouten()
    with _over_het_geheel() as cursor:
        for sql, zin in (
            (vraag.DUBBEL, "Deze woning staat voor dezelfde dagen ook in rij {}. Haal een van de twee weg."),
            (
                vraag.EIGEN,
                "Deze woning is al van u vanaf {:%d-%m-%Y}. Gebruik die begindatum, of beëindig die periode eerst.",
            ),
            (
                vraag.ELDERS,
                "Deze woning staat voor deze dagen in het bezit van een andere corporatie. Controleer adres en datums.",
            ),
        ):
            cursor.execute(sql, _waarden(voorstel))
            rijen = cursor.fetchall()
            for rij, ander, _ in rijen:
                fouten.meld(rij, "van", zin.format(ander))
            if rijen:
                fouten.aantal += rijen[0][2] - len(rijen)
    fouten.sluit()


def _voer_door(voorstel: Bezitvoorstel) -> None:
    vergrendel_bezit()
    _toets(voorstel)
    with _over_het_geheel() as cursor:
        for sql in (vraag.HERNUMMER, vraag.BEEINDIG, vraag.SCHRIJF):
            cursor.execute(sql, _waarden(voorstel))
    vergeet_voorstel()


@contextmanager
def _over_het_geheel() -> Iterator[CursorWrapper]:
    """A cursor for statements over all rows at once.

    The planner knows nothing yet of rows that were just written: taking them for a handful, it would compare each row
    with each, which for a hundred thousand never ends.
    """
    with connection.cursor() as cursor:
        cursor.execute("set local enable_nestloop = off")
        yield cursor
        cursor.execute("set local enable_nestloop = on")


def _in_delen(rijen: Iterable[T]) -> Iterator[list[T]]:
    rij = iter(rijen)
    while deel := list(islice(rij, PER_KEER)):
        yield deel
