"""What comes in from outside: the extract of the BRP, loaded whole (HEE-OW.6), and the own stock (HEE-2.3)."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from typing import TypeVar
from uuid import UUID

from django.db import connection

from convenant.beleid.beslissing import Vraag
from convenant.poort import poort
from convenant.poort.grens import als_systeem, beurt
from convenant.poort.handeling import NietGevonden, Ongeldig
from convenant.poort.poort import Daad
from convenant.tijd import nu

from . import voorstel
from .models import Uittreksel
from .rijen import Bezitrij, Persoonsrij

T = TypeVar("T")
LADEN = "uittreksel_laden"
PER_KEER = 5_000  # rows per statement: bounded memory, few round trips
CONCEPT_BLIJFT = timedelta(days=1)
OPHALING_BLIJFT = timedelta(days=7)


@dataclass(frozen=True)
class UittrekselKaart:
    """One extract as the screens show it: when, how many rows, no row itself."""

    id: UUID
    peilmoment: datetime
    geladen_op: datetime
    status: str
    aantal: int
    buiten_bezit: int

    @property
    def wordt_opgehaald(self) -> bool:
        return self.status == Uittreksel.OPHALEN

    @property
    def is_concept(self) -> bool:
        return self.status == Uittreksel.CONCEPT

    @property
    def is_actief(self) -> bool:
        return self.status == Uittreksel.ACTIEF


def toets_laden() -> None:
    """Raises Geweigerd when this person may not load an extract, before a file is chosen."""
    daad = Daad(Vraag(beurt().wie.kant, LADEN))
    poort.toets_vooraf(daad, ("convenant", "deelname", "medewerker"))


def uittreksels() -> Sequence[UittrekselKaart]:
    """The extracts of this convenant, the newest first."""
    velden = ("id", "peilmoment", "geladen_op", "status", "aantal", "buiten_bezit")
    return [UittrekselKaart(**rij) for rij in Uittreksel.objects.order_by("-geladen_op").values(*velden)]


def actief_uittreksel() -> UittrekselKaart | None:
    return next((kaart for kaart in uittreksels() if kaart.is_actief), None)


def uittreksel_kaart(uittreksel_id: UUID) -> UittrekselKaart:
    """One extract of this convenant. Raises NietGevonden when it is not there."""
    for kaart in uittreksels():
        if kaart.id == uittreksel_id:
            return kaart
    raise NietGevonden


def is_te_oud(kaart: UittrekselKaart) -> bool:
    """Older than the municipality set as maximum (HEE-11.1): a warning, for the law says "tijdig", not how old."""
    return nu() - kaart.peilmoment > maximaal_oud()


def maximaal_oud() -> timedelta:
    """From what age on the municipality is warned that an extract is old (HEE-11.1)."""
    return timedelta(days=int(str(beurt().wie.instellingen["uittreksel_maximaal_oud"])))


def laad_uittreksel(rijen: Iterable[Persoonsrij], peilmoment: datetime) -> UUID:
    """Load a whole extract as concept; rows at addresses of no participating party are left out and counted.

    A second load waits for the first to end, and a concept that the own group left lying is destroyed. The loader
    writes and never reads: what comes back are numbers. Raises Ongeldig for a peilmoment in the future and for a file
    without rows; what `rijen` raises undoes everything.
    """
    wie = beurt().wie
    uittreksel = Uittreksel(
        convenant=wie.convenant, groep_id=wie.groep, peilmoment=peilmoment, geladen_op=nu()
    )
    with poort.handel(LADEN, onderwerp=str(uittreksel.pk)), connection.cursor() as cursor:
        if peilmoment > nu():
            raise Ongeldig(
                {"peilmoment": "Dit moment ligt in de toekomst. Vul in wanneer het uittreksel is gemaakt."}
            )
        cursor.execute("select uittreksel_begin()")
        uittreksel.save(force_insert=True)
        gezien = 0
        for deel in _in_delen(rijen):
            cursor.execute("select uittreksel_laad(%s, %s::jsonb)", [uittreksel.pk, _als_json(deel)])
            uittreksel.aantal += cursor.fetchone()[0]
            gezien += len(deel)
        if not gezien:
            raise Ongeldig({"bestand": "Dit bestand heeft geen rijen. Kies een bestand met inwoners."})
        uittreksel.buiten_bezit = gezien - uittreksel.aantal
        uittreksel.save(update_fields=["aantal", "buiten_bezit"])
    return uittreksel.pk


def _als_json(deel: Sequence[Persoonsrij]) -> str:
    return json.dumps(
        [
            {
                "adres_sleutel": rij.adres.sleutel,
                "bag_id": rij.adres.bag_id,
                "naam": "" if rij.afgeschermd else rij.naam,
                "persoon_sleutel": rij.persoon_sleutel,
                "afgeschermd": rij.afgeschermd,
            }
            for rij in deel
        ]
    )


def vergrendel_laden() -> None:
    """Until the end of this request nobody else of this convenant begins an extract."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select pg_advisory_xact_lock(hashtext('uittreksel'), %s::int)", [beurt().wie.convenant.pk]
        )


def houd_uittreksel_vast() -> None:
    """Until the end of this request the extract in use stays the same: what is decided on is what is read."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select pg_advisory_xact_lock_shared(hashtext('uittreksel in gebruik'), %s::int)",
            [beurt().wie.convenant.pk],
        )


def activeer_uittreksel(uittreksel_id: UUID) -> None:
    """Put a concept into use; the extract before it is destroyed in the same moment.

    Raises Ongeldig when it is gone, in use already, or older than the one in use.
    """
    with poort.handel(LADEN, onderwerp=str(uittreksel_id)), connection.cursor() as cursor:
        cursor.execute("select uittreksel_activeer(%s)", [uittreksel_id])
        uitslag = cursor.fetchone()[0]
        if uitslag == "ouder":
            zin = "Dit uittreksel is ouder dan het uittreksel dat in gebruik is. Maak een nieuw uittreksel."
            raise Ongeldig({"": zin})
        if uitslag == "weg":
            zin = "Dit uittreksel is al in gebruik genomen of weggegooid. Laad het zo nodig opnieuw."
            raise Ongeldig({"": zin})


def gooi_uittreksel_weg(uittreksel_id: UUID) -> None:
    """Destroy a concept that is not wanted; nothing happens to an extract in use."""
    with poort.handel(LADEN, onderwerp=str(uittreksel_id)), connection.cursor() as cursor:
        cursor.execute("select uittreksel_wis(%s)", [uittreksel_id])


def vergeet_concepten() -> int:
    """Destroy extracts, whole or half made, and stock files that nobody came back to; how many. Runs as the task."""
    with als_systeem("bewaring"), connection.cursor() as cursor:
        cursor.execute(
            "select uittreksels_vergeten(%s) + bezitvoorstellen_vergeten(%s) + ophalingen_vergeten(%s)",
            [nu() - CONCEPT_BLIJFT, nu() - CONCEPT_BLIJFT, nu() - OPHALING_BLIJFT],
        )
        return cursor.fetchone()[0]


def werk_bezit_bij(rijen: Iterable[Bezitrij]) -> int:
    """Add or correct rows of the own stock, all or nothing; how many.

    Raises BestandFout for a dwelling that is there twice or is another corporatie's on those days.
    """
    with poort.handel(voorstel.HANDELING):
        return voorstel.voer_rechtstreeks_door(rijen)


def _in_delen(rijen: Iterable[T]) -> Iterable[list[T]]:
    rij = iter(rijen)
    while deel := list(islice(rij, PER_KEER)):
        yield deel
