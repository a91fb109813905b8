"""Opening own copies: one by one, as a list of look-ups, or all of a case (dossier.py)."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import F, Q

from convenant.beleid.beslissing import Reden, Uitkomst, Vraag
from convenant.beleid.taal import INZIEN, ZONDER_ZAAK, Beleid
from convenant.tijd import nu
from convenant.verstrekkingen import kluis
from convenant.verstrekkingen.models import Ontvangst, Verstrekking

from .daad import Daad, verricht
from .grens import beurt
from .handeling import Geweigerd, NietGevonden


@dataclass(frozen=True)
class Veld:
    naam: str
    waarde: Any


@dataclass(frozen=True)
class Gelezen:
    """An opened copy: exactly its fields, and why this reader may see them."""

    id: UUID
    gegevensset: str
    velden: tuple[Veld, ...]
    doel: str
    grondslag: str
    eis: str
    redenen: tuple[tuple[str, str], ...]
    moment: datetime
    bewaren_tot: datetime | None
    bron: str
    vervangen: bool
    vorm: str = ""
    gegeven_op: date | None = None

    def waarde(self, naam: str) -> Any:
        """The value of one field. Raises StopIteration for a field that is not in the copy."""
        return next(veld.waarde for veld in self.velden if veld.naam == naam)


def lees(ontvangst_id: UUID, *, object: object = None) -> Gelezen:
    """Open an own copy. Raises NietGevonden when it is not there or another's, Geweigerd when its time is over."""
    with inzage(ontvangst_id, object=object) as gelezen:
        return gelezen


@contextmanager
def inzage(ontvangst_id: UUID, *, object: object = None, onderwerp: str = "") -> Iterator[Gelezen]:
    """As `lees`, for what hangs on a copy: the log names `onderwerp`, and a Geweigerd within refuses this reading."""
    wie = beurt().wie
    ontvangst = Ontvangst.objects.select_related("verstrekking__zaak").filter(pk=ontvangst_id).first()
    if ontvangst is None:
        raise NietGevonden
    verstrekking = ontvangst.verstrekking
    zaak = verstrekking.zaak
    if verstrekking.zaak_id and zaak is None:  # the fence hides the case: its step cannot be weighed
        raise Geweigerd((Reden("Uw toegang tot deze zaak is beëindigd.", verstrekking.eis, draagt=False),))
    stap = zaak.stap if zaak else ZONDER_ZAAK
    vraag = Vraag(wie.kant, INZIEN, stap, verstrekking.gegevensset, doel=verstrekking.doel)
    daad = Daad(vraag, object, zaak=zaak, onderwerp=onderwerp or str(verstrekking.pk))
    with verricht(daad) as (werk,):
        werk.aanvulling |= {
            "eis": verstrekking.eis,
            "doel": verstrekking.doel,
            "grondslag": verstrekking.grondslag,
        }
        if is_weg(ontvangst):
            raise Geweigerd((waarom_weg(verstrekking, wie.beleid),))
        if ontvangst.geopend_op is None:
            merk_geopend([ontvangst.pk])
        yield open_kopie(ontvangst, werk.uitkomst)


def beeindig_kopie(ontvangst_id: UUID) -> None:
    """Destroy the values of an own copy that has served its purpose. Part of an act, never an act of its own."""
    with connection.cursor() as cursor:
        cursor.execute("select ontvangst_beeindig(%s, %s)", [ontvangst_id, nu()])


def is_weg(ontvangst: Ontvangst) -> bool:
    """Destroyed, or due to be."""
    voorbij = ontvangst.bewaren_tot is not None and ontvangst.bewaren_tot <= nu()
    return ontvangst.vernietigd_op is not None or voorbij


def merk_geopend(kopieen: Sequence[UUID]) -> None:
    """The first time that an own copy is shown is kept as receipt."""
    Ontvangst.objects.filter(pk__in=kopieen, geopend_op=None).update(geopend_op=nu())


def open_kopie(ontvangst: Ontvangst, uitkomst: Uitkomst) -> Gelezen:
    """The values of an own copy whose reading was weighed.

    The reasons are the reader's own: those of the act for who performed it, of the reading for who received it.
    """
    # What was sent stays the sender's; a receiver reads what still holds, such as consent (KRI-3.3.d).
    eigen = ontvangst.groep_id == ontvangst.verstrekking.van_groep_id
    verstrekking = ontvangst.verstrekking
    eigen_daad = ontvangst.groep_id == verstrekking.door_groep_id
    redenen = verstrekking.redenen if eigen_daad else [(reden.tekst, reden.eis) for reden in uitkomst.redenen]
    return _gelezen(ontvangst, ontvangst.velden if eigen else uitkomst.velden, redenen)


@dataclass(frozen=True)
class Kopie:
    """An own copy in a list: what it is about as far as the own raadpleging says ("" without one), never its values."""

    id: UUID
    verstrekking: UUID
    adres: str
    moment: datetime
    bewaren_tot: datetime | None
    geopend: bool


def eigen_kopie(verstrekking_id: UUID) -> UUID | None:
    """The id of the own copy of an act, if the own group holds one."""
    eigen = Ontvangst.objects.filter(verstrekking_id=verstrekking_id, groep_id=beurt().wie.groep)
    return eigen.values_list("pk", flat=True).first()


def eigen_kopieen(gegevensset: str, aantal: int = 50) -> list[Kopie]:
    """Own copies of this set that are still readable, the latest first. One log line.

    Raises Geweigerd when this person may not read them now, as opening one would.
    """
    with verricht(Daad(Vraag(beurt().wie.kant, INZIEN, gegevensset=gegevensset))) as (werk,):
        werk.aanvulling |= {"handeling": "lijst_zien"}
        return _kopieen(gegevensset, aantal)


def _kopieen(gegevensset: str, aantal: int) -> list[Kopie]:
    leesbaar = Ontvangst.objects.filter(
        Q(bewaren_tot=None) | Q(bewaren_tot__gt=nu()),
        vernietigd_op=None,
        verstrekking__gegevensset=gegevensset,
    )
    rijen = leesbaar.select_related("verstrekking__raadpleging").order_by(
        "-verstrekking__moment",
        F("verstrekking__vervangen_op").desc(nulls_first=True),
        "verstrekking__raadpleging__adres",
    )[:aantal]
    return [
        Kopie(
            rij.pk,
            rij.verstrekking_id,
            _adres_van(rij.verstrekking),
            rij.verstrekking.moment,
            rij.bewaren_tot,
            rij.geopend_op is not None,
        )
        for rij in rijen
    ]


def _adres_van(verstrekking: Verstrekking) -> str:
    raadpleging = getattr(verstrekking, "raadpleging", None)
    return raadpleging.adres if raadpleging else ""


@dataclass(frozen=True)
class Gekregen:
    """An opened copy that hangs on no case, the act it belongs to, and which party sent it."""

    verstrekking: UUID
    deelname: int
    partij: str
    gelezen: Gelezen


def alle_kopieen(gegevensset: str, aantal: int = 500) -> list[Gekregen]:
    """Every own copy of this set that was not replaced, opened, the latest first: weighed once, one line in the log.

    Of a set without a case. Raises Geweigerd when this functie may not read it now.
    """
    with verricht(Daad(Vraag(beurt().wie.kant, INZIEN, gegevensset=gegevensset))) as (werk,):
        eigen = Ontvangst.objects.filter(
            Q(bewaren_tot=None) | Q(bewaren_tot__gt=nu()),
            vernietigd_op=None,
            verstrekking__gegevensset=gegevensset,
            verstrekking__zaak=None,
            verstrekking__vervangen_op=None,
        )
        rijen = eigen.select_related("verstrekking__van_groep__deelname__partij")
        gevonden = list(rijen.order_by("-verstrekking__moment", "pk")[:aantal])
        merk_geopend([rij.pk for rij in gevonden if rij.geopend_op is None])
        return [_gekregen(rij, werk.uitkomst) for rij in gevonden]


def _gekregen(ontvangst: Ontvangst, uitkomst: Uitkomst) -> Gekregen:
    van = ontvangst.verstrekking.van_groep.deelname
    return Gekregen(ontvangst.verstrekking_id, van.pk, van.partij.naam, open_kopie(ontvangst, uitkomst))


def waarom_weg(verstrekking: Verstrekking, beleid: Beleid) -> Reden:
    eis = beleid.bewaartermijnen[0].eis if beleid.bewaartermijnen else verstrekking.eis
    if verstrekking.ingetrokken_op:
        return Reden(
            "De afzender heeft deze gegevens ingetrokken. Ze zijn vernietigd.", verstrekking.eis, draagt=False
        )
    return Reden("De bewaartijd is voorbij. De gegevens zijn vernietigd.", eis, draagt=False)


def _gelezen(ontvangst: Ontvangst, leesbaar: Sequence[str], redenen: Sequence[Sequence[str]]) -> Gelezen:
    verstrekking = ontvangst.verstrekking
    waarden = kluis.open_zegel(ontvangst.waarden, ontvangst.sleutel, str(ontvangst.pk))
    return Gelezen(
        ontvangst.pk,
        verstrekking.gegevensset,
        tuple(Veld(naam, waarden[naam]) for naam in ontvangst.velden if naam in leesbaar),
        verstrekking.doel,
        verstrekking.grondslag,
        verstrekking.eis,
        tuple((tekst, eis) for tekst, eis in redenen),
        verstrekking.moment,
        ontvangst.bewaren_tot,
        verstrekking.bron,
        verstrekking.vervangen_op is not None,
        verstrekking.get_vorm_display(),
        verstrekking.gegeven_op,
    )
