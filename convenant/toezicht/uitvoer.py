"""Taking lines out of the log, as CSV or in the form of the Logboek Dataverwerkingen: said what for, logged, streamed."""

import io
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from uuid import UUID

from defusedcsv import csv

from convenant.beleid.kalender import AMSTERDAM
from convenant.poort.daad import handel
from convenant.poort.grens import beurt, binnen
from convenant.poort.handeling import Ongeldig
from convenant.poort.logboek import GEWEIGERD, MISLUKT, TOEGESTAAN
from convenant.poort.logboek_filter import Filter, regels
from convenant.poort.logboek_lezen import Deelnemer, Logrij, rijen_van
from convenant.poort.models import Logregel
from convenant.poort.wie import Wie
from convenant.tijd import nu

from .bewaren import bewaren_tot
from .models import Uitvoer

HANDELING = "logboek_uitvoeren"
PER_STUK = 1000
CSV, LDV = "csv", "ldv"
KOLOMMEN = (
    "regel",
    "moment",
    "medewerker",
    "functie",
    "partij",
    "handeling",
    "gegevensset",
    "doel",
    "artikel",
    "waarover",
    "betrokkenen",
    "uitkomst",
    "redenen",
    "redenen_alleen_voor_toezicht",
    "noodzaak",
    "identiteit",
)
# A refusal is no failure of the system: wrong input in the words of the standard.
STATUS = {TOEGESTAAN: "Ok", GEWEIGERD: "Unset", MISLUKT: "Error"}
IDENTITEIT = ("naam", "rol", "document", "datum")


@dataclass(frozen=True)
class Kaart:
    """One time that lines were taken out."""

    moment: datetime
    medewerker: str
    vorm: str
    waarvoor: str
    aantal: int


def eerdere(hoeveel: int = 20) -> Sequence[Kaart]:
    """What was taken out before, the latest first."""
    rijen = Uitvoer.objects.filter(convenant=beurt().wie.convenant).select_related("medewerker__account")
    return [
        Kaart(rij.moment, rij.medewerker.account.naam, rij.vorm, rij.waarvoor, rij.aantal)
        for rij in rijen.order_by("-moment")[:hoeveel]
    ]


def aantal(filter: Filter) -> int:
    """How many lines would be taken out. One log line."""
    with handel(HANDELING, onderwerp="tellen"):
        return regels(filter).count()


def voer_uit(filter: Filter, vorm: str, waarvoor: str, deelnemers: Sequence[Deelnemer]) -> Iterator[str]:
    """The lines of a filter as text, piece by piece. That it was done, and what for, is written before the first piece.

    Raises Ongeldig without a sentence that says what for. Each piece is read inside the border, in a transaction of
    its own: a slow reader holds none open. What is written meanwhile is not in it.
    """
    wie = beurt().wie
    if len(waarvoor.split()) < 3:
        raise Ongeldig({"waarvoor": "Schrijf in een zin waarvoor u het logboek uitvoert."})
    uitvoer = Uitvoer(convenant=wie.convenant, medewerker=wie.medewerker, moment=nu(), vorm=vorm)
    with handel(HANDELING, onderwerp=str(uitvoer.pk)):
        laatste = Logregel.objects.filter(convenant=wie.convenant).order_by("-volg").first()
        filter = replace(filter, voor=laatste.volg + 1 if laatste else 1)
        uitvoer.waarvoor, uitvoer.bewaren_tot = waarvoor.strip(), bewaren_tot(wie)
        uitvoer.filter = {naam: str(waarde) for naam, waarde in asdict(filter).items() if waarde}
        uitvoer.aantal = regels(filter).count()
        uitvoer.save(force_insert=True)
    return {CSV: _als_csv, LDV: _als_ldv}[vorm](lambda: _stukken(wie, filter, deelnemers), wie)


Stuk = Sequence[tuple[Logregel, Logrij]]


def _stukken(wie: Wie, filter: Filter, deelnemers: Sequence[Deelnemer]) -> Iterator[Stuk]:
    while True:
        with binnen(wie):
            gevonden = list(regels(filter)[:PER_STUK])
            rijen = rijen_van(gevonden, deelnemers)
        if not gevonden:
            return
        yield list(zip(gevonden, rijen, strict=True))
        filter = replace(filter, voor=gevonden[-1].volg)


def _als_csv(stukken: Callable[[], Iterator[Stuk]], wie: Wie) -> Iterator[str]:
    # The mark at the start tells a spreadsheet that this is UTF-8.
    yield "\ufeff" + _csv_regels([KOLOMMEN])
    for stuk in stukken():
        yield _csv_regels([_csv_rij(rij) for _, rij in stuk])


def _csv_regels(rijen: Sequence[Sequence[object]]) -> str:
    tekst = io.StringIO()
    csv.writer(tekst, delimiter=";").writerows(rijen)
    return tekst.getvalue()


def _csv_rij(rij: Logrij) -> tuple[object, ...]:
    return (
        rij.volg,
        rij.moment.astimezone(AMSTERDAM).isoformat(timespec="seconds"),
        rij.medewerker,
        rij.functie,
        rij.partij,
        rij.handeling,
        rij.gegevensset,
        rij.doel,
        rij.eis,
        rij.onderwerp,
        rij.betrokkenen,
        rij.uitkomst,
        _als_tekst(rij.redenen),
        _als_tekst(rij.verborgen),
        rij.noodzaak,
        ", ".join(rij.identiteit[deel] for deel in IDENTITEIT if rij.identiteit.get(deel)),
    )


def _als_tekst(redenen: Sequence[tuple[str, str]]) -> str:
    return " / ".join(f"{tekst} ({eis})" if eis else tekst for tekst, eis in redenen)


def _als_ldv(stukken: Callable[[], Iterator[Stuk]], wie: Wie) -> Iterator[str]:
    """One record per line of the log and a child per data subject; no user, no address, no text somebody typed."""
    yield '{"processingActivities":['
    komma = ""
    for stuk in stukken():
        for regel, _ in stuk:
            for activiteit in _activiteiten(regel, wie):
                yield komma + json.dumps(activiteit, separators=(",", ":"))
                komma = ",\n"
    yield "]}\n"


def _activiteiten(regel: Logregel, wie: Wie) -> Iterator[dict[str, object]]:
    # Out of the hash of the line: taken out twice, the ids are the same.
    hash, moment = bytes(regel.hash), int(regel.moment.timestamp() * 1000)
    beleid = wie.beleid
    activiteit = ":".join((beleid.code, str(beleid.versie), regel.gegevensset or regel.handeling))
    over: dict[str, object] = {
        "dpl.core.processing_activity_id": f"urn:convenant:{activiteit}",
        "convenant.regel": regel.volg,
        "convenant.doel": regel.doel,
        "convenant.grondslag": regel.grondslag,
        "convenant.artikel": regel.eis,
        "convenant.uitkomst": regel.uitkomst,
    }
    ouder: dict[str, object] = {
        "traceId": str(UUID(bytes=hash[:16])),
        "spanId": hash[16:24].hex(),
        "status": STATUS[regel.uitkomst],
        "name": f"{regel.handeling} {regel.gegevensset}".strip(),
        "startTime": moment,
        "endTime": moment,
        "resource": {"attributes": {"service.name": "convenant", "convenant.code": wie.convenant.code}},
        "attributes": over,
    }
    yield ouder
    for betrokkene in regel.betrokkenen:
        sleutel = bytes(betrokkene).hex()
        van_wie = {
            "dpl.core.data_subject_id": sleutel,
            "dpl.core.data_subject_id_type": "urn:convenant:betrokkene-in-logregel",
        }
        yield ouder | {
            "spanId": sleutel[:16],
            "parentSpanId": ouder["spanId"],
            "attributes": over | van_wie,
        }
