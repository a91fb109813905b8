"""Making an extract from the live BRP instead of a file (HEE-OW.6): starting, watching, pausing and stopping it.

Burgerzaken does this; the asking itself is the worker's (ophaalwerk.py). Nobody here sees an address or a person.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import connection

from convenant.brp.fouten import ZINNEN
from convenant.partijen.models import Autorisatie
from convenant.poort import poort
from convenant.poort.grens import beurt
from convenant.poort.handeling import NietGevonden, Ongeldig
from convenant.tijd import nu

from .laden import LADEN, vergrendel_laden
from .models import Ophaling, Uittreksel

# What became of an address. Everything else in `Ophaling.uitkomsten` is the code of a fault.
GOED, TE_VEEL, WEG = "goed", "te_veel", "niet_meer_in_bezit"
GEWEIGERD, NIET_INGESTELD = "geweigerd", "niet_ingesteld"
WACHTZINNEN = ZINNEN | {
    GEWEIGERD: "Degene die dit startte of hervatte, mag dit nu niet. Hervat het zelf, of stop.",
}
SOORTEN = ZINNEN | {
    TE_VEEL: "Er staan meer mensen ingeschreven dan de BRP in één keer geeft.",
    WEG: "Het adres ging uit het bezit voordat het aan de beurt was.",
}
BEZIG = "Er wordt al een uittreksel opgehaald. U kunt er maar één tegelijk ophalen."
GEEN_BEZIT = (
    "Er staan vandaag geen adressen in het bezit van de deelnemende corporaties. Er is niets op te halen."
)
GEEN_AANSLUITING = "De gemeente heeft geen eigen aansluiting op de BRP. Laad het uittreksel uit een bestand."
VOORBIJ = "Dit ophalen is al klaar of gestopt. Er is niets veranderd."


@dataclass(frozen=True)
class Voortgang:
    """One job as the screen shows it: numbers, and what it waits for."""

    id: UUID
    begonnen_op: datetime
    status: str
    totaal: int
    gedaan: int
    zin: str
    niet_voor: datetime | None
    soorten: tuple[tuple[str, int], ...]

    @property
    def loopt(self) -> bool:
        return self.status == Ophaling.LOOPT

    @property
    def gepauzeerd(self) -> bool:
        return self.status == Ophaling.PAUZE

    @property
    def is_klaar(self) -> bool:
        return self.status == Ophaling.KLAAR

    @property
    def zonder_antwoord(self) -> int:
        return sum(aantal for _, aantal in self.soorten)

    @property
    def procent(self) -> int:
        return self.gedaan * 100 // self.totaal if self.totaal else 0


def heeft_aansluiting() -> bool:
    """Whether this municipality can ask the BRP itself."""
    code = beurt().wie.convenant.gemeentecode
    return bool(code and settings.BRP.get(code, {}).get("url"))


def laatste() -> Voortgang | None:
    """The job that was started last, whatever became of it."""
    ophaling = Ophaling.objects.order_by("-begonnen_op").first()
    return _voortgang(ophaling) if ophaling else None


def voortgang(uittreksel_id: UUID) -> Voortgang | None:
    """The job that made this extract; None when it came from a file."""
    ophaling = Ophaling.objects.filter(pk=uittreksel_id).first()
    return _voortgang(ophaling) if ophaling else None


def _voortgang(ophaling: Ophaling) -> Voortgang:
    zonder = {code: aantal for code, aantal in ophaling.uitkomsten.items() if code != GOED}
    return Voortgang(
        ophaling.pk,
        ophaling.begonnen_op,
        ophaling.status,
        ophaling.totaal,
        sum(ophaling.uitkomsten.values()),
        WACHTZINNEN.get(ophaling.wacht_op, ""),
        ophaling.niet_voor,
        tuple((SOORTEN[code], aantal) for code, aantal in sorted(zonder.items(), key=lambda paar: -paar[1])),
    )


def begin() -> UUID:
    """Start asking the BRP about every address in today's stock of the corporaties that take part.

    Raises Ongeldig when one is under way already (by whomever of the municipality), when there is no link to the BRP
    or when there is no stock.
    """
    wie = beurt().wie
    uittreksel = Uittreksel(
        convenant=wie.convenant,
        groep_id=wie.groep,
        peilmoment=nu(),
        geladen_op=nu(),
        status=Uittreksel.OPHALEN,
    )
    with poort.handel(LADEN, onderwerp=str(uittreksel.pk)), connection.cursor() as cursor:
        if not heeft_aansluiting():
            raise Ongeldig({"": GEEN_AANSLUITING})
        vergrendel_laden()
        if Ophaling.objects.filter(status__in=Ophaling.OPEN).exists():
            raise Ongeldig({"": BEZIG})
        uittreksel.save(force_insert=True)
        Ophaling.objects.create(
            id=uittreksel.pk,
            convenant=wie.convenant,
            groep_id=wie.groep,
            autorisatie=_autorisatie(),
            begonnen_op=nu(),
        )
        cursor.execute("select ophaling_vul(%s)", [uittreksel.pk])
        if not cursor.fetchone()[0]:
            raise Ongeldig({"": GEEN_BEZIT})
    return uittreksel.pk


def pauzeer(ophaling_id: UUID) -> None:
    """No address is asked after the ones under way. Raises Ongeldig when it has ended."""
    with poort.handel(LADEN, onderwerp=str(ophaling_id)):
        ophaling = _open(ophaling_id)
        ophaling.status, ophaling.wacht_op, ophaling.niet_voor = Ophaling.PAUZE, "", None
        ophaling.save(update_fields=["status", "wacht_op", "niet_voor"])


def hervat(ophaling_id: UUID) -> None:
    """Go on, in the name of who says so, without waiting any longer. Raises Ongeldig when it has ended."""
    with poort.handel(LADEN, onderwerp=str(ophaling_id)):
        ophaling = _open(ophaling_id)
        ophaling.status, ophaling.wacht_op, ophaling.niet_voor = Ophaling.LOOPT, "", None
        ophaling.autorisatie = _autorisatie()
        ophaling.save(update_fields=["status", "wacht_op", "niet_voor", "autorisatie"])


def stop(ophaling_id: UUID) -> None:
    """Destroy what was fetched so far; the extract in use stays. Raises Ongeldig when it has ended."""
    with poort.handel(LADEN, onderwerp=str(ophaling_id)), connection.cursor() as cursor:
        _open(ophaling_id)
        cursor.execute("select ophaling_stop(%s)", [ophaling_id])


def _autorisatie() -> Autorisatie:
    """In whose name the worker goes on: of who acts now, who has one or the act would have been refused."""
    return Autorisatie.objects.get(pk=beurt().wie.autorisatie_id or 0)


def _open(ophaling_id: UUID) -> Ophaling:
    ophaling = Ophaling.objects.select_for_update().filter(pk=ophaling_id).first()
    if ophaling is None:
        raise NietGevonden
    if ophaling.status not in Ophaling.OPEN:
        raise Ongeldig({"": VOORBIJ})
    return ophaling
