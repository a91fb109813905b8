"""A file of arrears: read and checked, shown as what it would change, and only then done or thrown away.

With faults nothing is done, unless the person chooses the good rows; then nobody's arrears are taken for paid.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import islice
from typing import Any, BinaryIO, TypeVar
from uuid import UUID

from django.db import connection

from convenant.bestand import Fouten, Rijfout
from convenant.jsonbestand import is_json
from convenant.poort.grens import als_systeem, beurt
from convenant.poort.handeling import NietGevonden, Ongeldig
from convenant.tijd import nu, vandaag
from huisuitzetting.beleid import HAARLEM
from huisuitzetting.models import Huurovereenkomst, Inleesfout, Inlezing

from . import huurbestand, inlezen_sql, vera
from .huren import ANDERE_HUURDER, bijhouden, een_tegelijk, stand_van, zet_klokken
from .wat_nu import Huurstand, wat_nu

T = TypeVar("T")
PER_KEER = 5_000  # rows per statement: bounded memory, few round trips
FOUTEN_BEWAARD = 2_000
FOUTEN_GETOOND = 50
BLIJFT = timedelta(days=1)
SOORTEN = ("nieuw", "hoger", "lager", "afgelost", "gelijk", "weg", "zonder")
WEG = "Dit bestand wacht niet meer op u: het is al verwerkt, weggegooid of vervangen door een ander bestand."

INTUSSEN = (
    "Sinds u dit bestand inlas, begon een zaak van een huurder met een andere geboortedatum dan in het bestand. "
    "Lees het bestand opnieuw in."
)


@dataclass(frozen=True)
class Voorbeeld:
    """What a file would change: how many rows of each kind, and the first faults."""

    id: UUID
    gemaakt_op: datetime
    heel: bool
    rijen: int
    fouten: int
    overgeslagen: int
    aantallen: Mapping[str, int]
    eerste_fouten: Sequence[Rijfout]


def lees(bron: BinaryIO, *, heel: bool) -> UUID:
    """Read a file, CSV or VERA, and keep it until the own group decides; the one before it is destroyed. Nothing changes yet.

    Raises BestandFout for a file that cannot be used at all.
    """
    wie = beurt().wie
    inlezing = Inlezing(convenant=wie.convenant, groep_id=wie.groep, gemaakt_op=nu(), heel=heel)
    with bijhouden(f"inlezing {inlezing.pk}"):
        een_tegelijk()
        for eerder in Inlezing.objects.filter(groep=wie.groep):
            _wis(eerder)
        inlezing.save(force_insert=True)
        fouten = Fouten(FOUTEN_BEWAARD)
        lezer = vera if is_json(bron) else huurbestand
        inlezing.kolommen, rijen = lezer.open_bestand(bron, fouten)
        for deel in _in_delen(rijen):
            _voer_uit(
                inlezen_sql.LAAD, inlezing, rijen=_als_json({"rij": nr} | asdict(huur) for nr, huur in deel)
            )
            inlezing.rijen += len(deel)
        _voer_uit(inlezen_sql.LAAD_FOUTEN, inlezing, rijen=_als_json(map(asdict, fouten.eerste)))
        afgekeurd = _keur_af(inlezing)
        inlezing.rijen -= afgekeurd
        inlezing.fouten = fouten.in_rijen + afgekeurd
        inlezing.overgeslagen = fouten.overgeslagen
        inlezing.save(update_fields=["rijen", "fouten", "overgeslagen", "kolommen"])
    return inlezing.pk


def wacht() -> UUID | None:
    """The file of the own group that waits for a decision, if there is one."""
    return Inlezing.objects.filter(groep=beurt().wie.groep).values_list("pk", flat=True).first()


def voorbeeld(inlezing_id: UUID) -> Voorbeeld:
    """What this file would change now. Raises NietGevonden when it is not there (any more)."""
    inlezing = _geef(inlezing_id)
    fouten = Inleesfout.objects.filter(inlezing=inlezing).order_by("pk")[:FOUTEN_GETOOND]
    return Voorbeeld(
        inlezing.pk,
        inlezing.gemaakt_op,
        inlezing.heel,
        inlezing.rijen,
        inlezing.fouten,
        inlezing.overgeslagen,
        dict.fromkeys(SOORTEN, 0) | dict(_vraag(inlezen_sql.AANTALLEN, inlezing)),
        [Rijfout(fout.rij, fout.kolom, fout.zin) for fout in fouten],
    )


def verwerk(inlezing_id: UUID, *, fouten_overslaan: bool = False) -> None:
    """Change the tenancies as the file says; clocks of open cases follow. Sent twice, the second finds no file.

    Raises Ongeldig when it is gone, when it has faults that nobody chose to leave out, and when it names another tenant
    for a case that began since it was read.
    """
    with bijhouden(f"inlezing {inlezing_id}"):
        een_tegelijk()
        inlezing = Inlezing.objects.filter(pk=inlezing_id, groep=beurt().wie.groep).first()
        if inlezing is None:
            raise Ongeldig({"": WEG})
        if inlezing.fouten and not fouten_overslaan:
            raise Ongeldig(
                {"": "In dit bestand zitten fouten. Kies of u alleen de goede rijen wilt verwerken."}
            )
        was = _met_zaak()
        if _keur_af(inlezing):
            raise Ongeldig({"": INTUSSEN})
        # Of a row that was left out nobody knows whose it is: then who is missing may be in it.
        heel = inlezing.heel and not inlezing.fouten
        for sql in ("MAAK_LOS", "WERK_BIJ", "VOEG_TOE", "LOS_AF", "RUIM_OP", "DREMPEL"):
            _voer_uit(getattr(inlezen_sql, sql), inlezing, heel=heel)
        for huur in Huurovereenkomst.objects.filter(pk__in=was).select_related("zaak").order_by("pk"):
            if stand_van(huur) != was[huur.pk]:
                zet_klokken(huur, was[huur.pk])
        _herbereken()
        _wis(inlezing)


def gooi_weg(inlezing_id: UUID) -> None:
    """Destroy a file that is not wanted. Raises Ongeldig when it is gone already: a newer one stays."""
    with bijhouden(f"inlezing {inlezing_id}"):
        inlezing = Inlezing.objects.filter(pk=inlezing_id, groep=beurt().wie.groep).first()
        if inlezing is None:
            raise Ongeldig({"": WEG})
        _wis(inlezing)


def vergeet() -> int:
    """Destroy files that nobody came back to; how many. Runs as the task."""
    with als_systeem("bewaring"), connection.cursor() as cursor:
        cursor.execute("select inlezingen_vergeten(%s)", [nu() - BLIJFT])
        return cursor.fetchone()[0]


def _met_zaak() -> dict[int, Huurstand]:
    """How the tenancies with an open case stand now, locked."""
    rijen = Huurovereenkomst.objects.select_for_update(of=("self",)).select_related("zaak")
    rijen = rijen.filter(groep=beurt().wie.groep, zaak__isnull=False).exclude(zaak__stap__in=_einde())
    return {huur.pk: stand_van(huur) for huur in rijen.order_by("pk")}


def _herbereken() -> None:
    """What is due of every own tenancy, kept where it changed; many have the same day, and are written together."""
    rijen = Huurovereenkomst.objects.filter(groep=beurt().wie.groep).select_related("zaak").order_by("pk")
    for deel in _in_delen(rijen.iterator(chunk_size=PER_KEER)):
        anders: dict[tuple[str, date | None], list[int]] = {}
        for huur in deel:
            stand = wat_nu(stand_van(huur), vandaag())
            if (stand.te_doen, stand.uiterlijk) != (huur.te_doen, huur.uiterlijk):
                anders.setdefault((stand.te_doen, stand.uiterlijk), []).append(huur.pk)
        for (te_doen, uiterlijk), welke in anders.items():
            Huurovereenkomst.objects.filter(pk__in=welke).update(te_doen=te_doen, uiterlijk=uiterlijk)


def _geef(inlezing_id: UUID) -> Inlezing:
    inlezing = Inlezing.objects.filter(pk=inlezing_id, groep=beurt().wie.groep).first()
    if inlezing is None:
        raise NietGevonden
    return inlezing


def _wis(inlezing: Inlezing) -> None:
    for sql in inlezen_sql.WIS:
        _voer_uit(sql, inlezing)


def _waarden(inlezing: Inlezing) -> dict[str, Any]:
    maandhuren, _ = HAARLEM.termijn("melden_bij_anderhalve_maand").drempel or (0, "")
    return {
        "inlezing": inlezing.pk,
        "groep": inlezing.groep_id,
        "convenant": inlezing.convenant_id,
        "heel": inlezing.heel and not inlezing.fouten,
        "deurwaarder": "deurwaarder_op" in inlezing.kolommen,
        "einde": _einde(),
        "dag": vandaag(),
        "nu": nu(),
        "maandhuren": Decimal(str(maandhuren)),
    }


def _einde() -> list[str]:
    beleid = beurt().wie.beleid
    return sorted({overgang.naar for overgang in beleid.overgangen if beleid.is_einde(overgang.naar)})


def _keur_af(inlezing: Inlezing) -> int:
    """Rows that put another tenant on a case that runs become faults; how many."""
    return _voer_uit(inlezen_sql.KEUR_AF, inlezing, zin=ANDERE_HUURDER)


def _voer_uit(sql: str, inlezing: Inlezing, **anders: Any) -> int:
    """How many rows. The planner knows nothing yet of rows that were just written, and would compare each with each."""
    with connection.cursor() as cursor:
        cursor.execute("set local enable_nestloop = off")
        cursor.execute(sql, _waarden(inlezing) | anders)
        aantal = cursor.rowcount
        cursor.execute("set local enable_nestloop = on")
    return aantal


def _vraag(sql: str, inlezing: Inlezing) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute("set local enable_nestloop = off")
        cursor.execute(sql, _waarden(inlezing))
        rijen = cursor.fetchall()
        cursor.execute("set local enable_nestloop = on")
    return rijen


def _als_json(rijen: Iterable[Mapping[str, Any]]) -> str:
    def tekst(waarde: Any) -> str:
        return waarde.isoformat() if isinstance(waarde, date) else str(waarde)

    return json.dumps(list(rijen), default=tekst)


def _in_delen(rijen: Iterable[T]) -> Iterator[list[T]]:
    rij = iter(rijen)
    while deel := list(islice(rij, PER_KEER)):
        yield deel
