"""The worker's part of making an extract from the live BRP: some addresses at a time, each in the name of who started it.

Addresses are taken in one transaction, asked outside any, and answered in another. So a worker that is killed leaves a few
addresses taken, which are free again after a while; and what it answered too late is somebody else's by then.
"""

import json
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django.core.cache import cache
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from convenant.beleid.beslissing import Vraag
from convenant.brp import Antwoord, BrpClient, KoppelingMislukt, brp_van
from convenant.brp.adres import Adres
from convenant.brp.fouten import LATER
from convenant.brp.koppeling import Koppeling
from convenant.brp.velden import velden_van
from convenant.partijen.models import Autorisatie
from convenant.poort.daad import Daad, Verricht, verricht
from convenant.poort.grens import als_systeem, binnen, zet_context
from convenant.poort.handeling import Geweigerd
from convenant.poort.wie import Wie, werkplekken
from convenant.tijd import nu

from .gba import NAAM_ONBEKEND
from .laden import LADEN
from .models import Ophaling
from .ophalen import GEWEIGERD, GOED, NIET_INGESTELD, TE_VEEL, WEG
from .sql_ophalen import TAAK

PER_KEER = 20
GENOMEN = timedelta(minutes=10)  # longer than asking PER_KEER addresses can take
# Passes by itself; after a minute, or when the BRP says so, the job goes on.
GAAT_OVER = frozenset(LATER.values()) | {"geen_verbinding", "te_laat"}
WACHT = timedelta(minutes=1)
# About one address. After any other fault it makes no sense to ask the next.
OVER_EEN_ADRES = frozenset(
    "ongeldig_antwoord te_veel_personen andere_gemeente ander_adres zonder_sleutel te_groot".split()
)
SET = "naam_en_adres"


@dataclass(frozen=True)
class Werk:
    """A job that may go on now."""

    id: UUID
    autorisatie_id: int


@dataclass(frozen=True)
class Taak:
    """One address that was taken; `adres` is None when it left the stock meanwhile."""

    adres_sleutel: str
    bag_id: str
    adres: Adres | None


def werk_door(seconden: float) -> None:
    """Go on with every job that may, until the time is over; what is left is the next one's."""
    einde = time.monotonic() + seconden
    for werk in _te_doen():
        while time.monotonic() < einde and _doe_deel(werk):
            pass


def _te_doen() -> Sequence[Werk]:
    with als_systeem(TAAK):
        lopend = Ophaling.objects.filter(status=Ophaling.LOOPT).exclude(niet_voor__gt=nu())
        return [Werk(*rij) for rij in lopend.order_by("begonnen_op").values_list("pk", "autorisatie_id")]


def _doe_deel(werk: Werk) -> bool:
    """Take, ask and answer some addresses; whether there is more to do now."""
    wie = _wie(werk.autorisatie_id)
    if wie is None:
        return _wacht(werk, GEWEIGERD, Ophaling.PAUZE)
    try:
        client = brp_van(wie.convenant.gemeentecode)
    except ImproperlyConfigured:
        return _wacht(werk, NIET_INGESTELD, Ophaling.PAUZE)
    bewijs = uuid4()
    try:
        with _namens(wie, werk) as daad:
            taken = _neem(werk.id, bewijs)
            if not taken:
                return _rond_af(werk.id)
            _zeg(daad, f"De BRP wordt gevraagd naar adressen: {len(taken)}.")
        antwoorden, fout = _vraag(client, wie, taken)
        with _namens(wie, werk) as daad:
            _bewaar(werk.id, bewijs, antwoorden)
            _zeg(daad, f"De BRP is gevraagd naar adressen: {len(antwoorden)}.", *([fout.zin] if fout else []))
    except Geweigerd:
        return _wacht(werk, GEWEIGERD, Ophaling.PAUZE)
    if fout is None:
        return True
    if fout.code in GAAT_OVER:
        return _wacht(werk, fout.code, Ophaling.LOOPT, max(WACHT, timedelta(seconds=fout.wacht)))
    return _wacht(werk, fout.code, Ophaling.PAUZE)


@contextmanager
def _namens(wie: Wie, werk: Werk) -> Iterator[Verricht]:
    """One transaction of the job: weighed and logged as an act of this person, who sees no more by it."""
    daad = Daad(Vraag(wie.kant, LADEN), onderwerp=str(werk.id))
    with binnen(wie), verricht(daad) as (verrichting,):
        zet_context(taak=TAAK)
        yield verrichting


def _zeg(verrichting: Verricht, *zinnen: str) -> None:
    verrichting.aanvulling["redenen"] = tuple((zin, "") for zin in zinnen)


def _wie(autorisatie_id: int) -> Wie | None:
    """Who the job asks for, if that person may still work there today."""
    rijen = Autorisatie.objects.select_related("medewerker__account", "groep__convenant")
    autorisatie = rijen.get(pk=autorisatie_id)
    account = autorisatie.medewerker.account
    plekken = werkplekken(account, autorisatie.groep.convenant) if account.is_active else ()
    return next((plek for plek in plekken if plek.autorisatie_id == autorisatie_id), None)


def _neem(ophaling_id: UUID, bewijs: UUID) -> Sequence[Taak]:
    with connection.cursor() as cursor:
        cursor.execute(
            "select * from ophaling_neem(%s, %s, %s, %s)", [ophaling_id, bewijs, PER_KEER, nu() + GENOMEN]
        )
        return [
            Taak(
                sleutel,
                bag_id,
                Adres(postcode, nummer, letter, toevoeging, bag_id=bag_id) if postcode else None,
            )
            for sleutel, bag_id, postcode, nummer, letter, toevoeging in cursor.fetchall()
        ]


def _rond_af(ophaling_id: UUID) -> bool:
    """Nothing left: add what came into the stock meanwhile, else make it a concept. Whether there is more to do."""
    with connection.cursor() as cursor:
        cursor.execute("select ophaling_vul(%s)", [ophaling_id])
        if cursor.fetchone()[0]:
            return True
        cursor.execute("select ophaling_klaar(%s, %s)", [ophaling_id, nu()])
        return False


def _vraag(
    client: BrpClient, wie: Wie, taken: Sequence[Taak]
) -> tuple[list[dict[str, Any]], KoppelingMislukt | None]:
    """What the BRP said of each, as rows for the database, up to a fault after which asking on makes no sense."""
    if connection.in_atomic_block:
        raise RuntimeError("The BRP is never asked inside a transaction.")
    velden = velden_van(wie.beleid.gegevensset(SET).velden)
    per_seconde = Koppeling.voor(wie.convenant.gemeentecode).per_seconde
    antwoorden = []
    for taak in taken:
        if taak.adres is None:
            antwoorden.append(_rij(taak, WEG))
            continue
        wacht_op_beurt(wie.convenant.gemeentecode, per_seconde)
        try:
            antwoord = client.zoek_op_adres(
                taak.adres, velden=velden, doel=LADEN, gebruiker=f"m{wie.medewerker.pk}"
            )
        except KoppelingMislukt as fout:
            if fout.code not in OVER_EEN_ADRES:
                return antwoorden, fout
            antwoorden.append(_rij(taak, fout.code, _niemand_genoemd(afgeschermd=False)))
        else:
            antwoorden.append(_van(taak, antwoord))
    codes = {rij["uitkomst"] for rij in antwoorden}
    if len(taken) == PER_KEER and codes <= OVER_EEN_ADRES:
        # Not one of them can be used: that is no matter of an address. They stay to be asked.
        return [], KoppelingMislukt(antwoorden[-1]["uitkomst"])
    return antwoorden, None


def _van(taak: Taak, antwoord: Antwoord) -> dict[str, Any]:
    """The extract's rows of one address: a hidden person without name, and nobody whose bijhouding is opgeschort."""
    if antwoord.te_veel:
        return _rij(taak, TE_VEEL, _niemand_genoemd(afgeschermd=True))
    personen = [
        {
            "naam": "" if persoon.geheimhouding else persoon.volledige_naam or NAAM_ONBEKEND,
            "persoon_sleutel": persoon.sleutel,
            "afgeschermd": persoon.geheimhouding,
        }
        for persoon in antwoord.personen
        if persoon.opschorting is None
    ]
    return _rij(taak, GOED, *personen)


def _niemand_genoemd(afgeschermd: bool) -> dict[str, Any]:
    """A row that keeps the address closed: without it nobody would seem to live there."""
    return {"naam": "", "persoon_sleutel": "", "afgeschermd": afgeschermd}


def _rij(taak: Taak, uitkomst: str, *personen: dict[str, Any]) -> dict[str, Any]:
    return {
        "adres_sleutel": taak.adres_sleutel,
        "bag_id": taak.bag_id,
        "uitkomst": uitkomst,
        "personen": personen,
    }


def _bewaar(ophaling_id: UUID, bewijs: UUID, antwoorden: Sequence[dict[str, Any]]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select ophaling_bewaar(%s, %s, %s::jsonb)", [ophaling_id, bewijs, json.dumps(antwoorden)]
        )


def _wacht(werk: Werk, code: str, status: str, duur: timedelta | None = None) -> bool:
    """Say what it waits for, and how long; nothing when it was paused or stopped meanwhile. Nothing more to do now."""
    with als_systeem(TAAK):
        ophaling = Ophaling.objects.select_for_update().get(pk=werk.id)
        if ophaling.status == Ophaling.LOOPT:
            ophaling.status, ophaling.wacht_op = status, code
            ophaling.niet_voor = nu() + duur if duur else None
            ophaling.save(update_fields=["status", "wacht_op", "niet_voor"])
    return False


def wacht_op_beurt(gemeente: str, per_seconde: float) -> None:
    """So many questions a second, over all workers together: a count per second in Redis, without anything of anyone."""
    duur = max(1.0, 1 / per_seconde)
    while True:
        venster = time.time() // duur
        sleutel = f"brp-tempo:{gemeente}:{venster:.0f}"
        cache.add(sleutel, 0, timeout=int(duur) + 5)
        if cache.incr(sleutel) <= max(1, int(per_seconde)):
            return
        time.sleep((venster + 1) * duur - time.time())
