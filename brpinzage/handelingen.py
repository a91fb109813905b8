"""The verbs of Heemstede: raadplegen, uittreksel laden, bezit bijhouden."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from itertools import islice
from typing import TypeVar
from uuid import UUID

from django.db import connection
from django.db.models import Q

from convenant.beleid.beslissing import Vraag
from convenant.beleid.kalender import einde_van
from convenant.poort import poort
from convenant.poort.grens import beurt
from convenant.poort.handeling import Ongeldig
from convenant.poort.poort import Daad, Levering
from convenant.tijd import nu, vandaag

from .adres import Adres
from .feiten import Opgezocht
from .models import Bezit, Ingeschrevene, Uittreksel

T = TypeVar("T")
SET = "naam_en_adres"
DOCUMENTEN = ("paspoort", "identiteitskaart", "rijbewijs", "verblijfsdocument")
ROLLEN = ("huurder", "aspirant_huurder")


@dataclass(frozen=True)
class Identiteit:
    """How the identity of the (aspirant-)huurder was established (HEE-3.7): no number, no copy."""

    naam: str
    rol: str
    document: str
    datum: date | None

    @property
    def vastgesteld(self) -> bool:
        ingevuld = bool(self.naam.strip()) and self.rol in ROLLEN and self.document in DOCUMENTEN
        return ingevuld and self.datum is not None and self.datum <= vandaag()


def toets_toegang() -> None:
    """Raises Geweigerd when this person may not consult at all, before anything is typed."""
    poort.toets_vooraf(_daad(None, doel="bestandskwaliteit"), ("convenant", "deelname", "medewerker"))


def toets_adres(adres: Adres) -> None:
    """Raises Geweigerd when the address is not own stock today; the refusal is logged with what was typed."""
    daad = _daad(Opgezocht(adres, _zoek(adres)), doel="bestandskwaliteit")
    poort.toets_vooraf(daad, ("convenant", "deelname", "medewerker"), ("eigen_bezit",))


def _daad(opgezocht: Opgezocht | None, doel: str) -> Daad:
    beleid = beurt().wie.beleid
    rij = beleid.gegevensset(SET)
    vraag = Vraag(beurt().wie.kant, rij.handeling, gegevensset=SET, tegenpartij=rij.van[0], doel=doel)
    return Daad(vraag, opgezocht, onderwerp=opgezocht.adres.regel if opgezocht else "")


def raadpleeg(adres: Adres, *, doel: str, noodzaak: str, identiteit: Identiteit, kenmerk: UUID) -> UUID:
    """Who is registered at one own address; the id of the own copy, readable until the day ends (decision 62).

    `kenmerk` belongs to the form: sent twice, it is one raadpleging. Raises Geweigerd with reason and article.
    """
    bezit = _zoek(adres)
    return poort.raadpleeg(
        SET,
        lambda: _lever(bezit),
        kenmerk=kenmerk,
        woning_id=bezit.pk if bezit else None,
        adres=adres.regel,
        object=Opgezocht(adres, bezit),
        doel=doel,
        gegeven={
            "noodzaak_vermeld": bool(noodzaak.strip()),
            "identiteit_vastgesteld": identiteit.vastgesteld,
        },
        noodzaak=noodzaak,
        identiteit={**asdict(identiteit), "datum": identiteit.datum.isoformat() if identiteit.datum else ""},
        bewaren_tot=einde_van(vandaag()),
    )


def _zoek(adres: Adres) -> Bezit | None:
    """The own row of today for an address: by BAG id where it has one, else by its key."""
    vandaag_eigen = Bezit.objects.filter(Q(tot=None) | Q(tot__gt=vandaag()), van__lte=vandaag())
    if adres.bag_id:
        return vandaag_eigen.filter(bag_id=adres.bag_id).first()
    return vandaag_eigen.filter(adres_sleutel=adres.sleutel).first()


def _lever(bezit: Bezit | None) -> Levering:
    uittreksel = actief_uittreksel()
    if bezit is None or uittreksel is None:
        raise Ongeldig({"": "Er is nog geen uittreksel van de BRP. Vraag de gemeente om het te laden."})
    ingeschreven = sorted(Ingeschrevene.objects.values_list("naam", "persoon_sleutel"))
    waarden = {
        "naam_bewoner": [naam for naam, _ in ingeschreven],
        "adres_straatnaam": bezit.straatnaam,
        "adres_huisnummer": bezit.huisnummer,
        "adres_huisletter": bezit.huisletter,
        "adres_huisnummertoevoeging": bezit.huisnummertoevoeging,
        "adres_postcode": bezit.postcode,
        "adres_woonplaats": bezit.woonplaats,
    }
    return Levering(waarden, tuple(sleutel for _, sleutel in ingeschreven), str(uittreksel.id))


@dataclass(frozen=True)
class UittrekselKaart:
    """One extract as the screens show it: when, how many rows, no row itself."""

    id: UUID
    peilmoment: datetime
    geladen_op: datetime
    status: str
    aantal: int
    buiten_bezit: int


def actief_uittreksel() -> UittrekselKaart | None:
    return next((kaart for kaart in uittreksels() if kaart.status == Uittreksel.ACTIEF), None)


def uittreksels() -> Sequence[UittrekselKaart]:
    """The extracts of this convenant, the newest first."""
    velden = ("id", "peilmoment", "geladen_op", "status", "aantal", "buiten_bezit")
    return [UittrekselKaart(**rij) for rij in Uittreksel.objects.order_by("-geladen_op").values(*velden)]


@dataclass(frozen=True)
class Persoonsrij:
    """One row of an extract: who is registered where. `naam` is empty for a hidden person (`afgeschermd`)."""

    adres: Adres
    naam: str
    persoon_sleutel: str
    afgeschermd: bool = False


@dataclass(frozen=True)
class Bezitrij:
    """One row of own stock, from/until (half-open)."""

    adres: Adres
    van: date
    tot: date | None = None


PER_KEER = 5_000  # rows per statement: bounded memory, few round trips


def laad_uittreksel(rijen: Iterable[Persoonsrij], peilmoment: datetime) -> UUID:
    """Load a whole extract as concept; rows at addresses of no participating party are left out and counted.

    The loader writes and never reads: what comes back are numbers. Raises Ongeldig for a peilmoment in the future.
    """
    with poort.handel("uittreksel_laden"):
        if peilmoment > nu():
            raise Ongeldig(
                {"peilmoment": "Dit moment ligt in de toekomst. Vul in wanneer het uittreksel is gemaakt."}
            )
        wie = beurt().wie
        uittreksel = Uittreksel(
            convenant=wie.convenant, groep_id=wie.groep, peilmoment=peilmoment, geladen_op=nu()
        )
        uittreksel.save(force_insert=True)
        gezien = 0
        for deel in _in_delen(rijen, PER_KEER):
            gezien += len(deel)
            uittreksel.aantal += _laad_deel(uittreksel, deel)
        if not gezien:
            raise Ongeldig({"bestand": "Dit bestand heeft geen rijen. Kies een bestand met inwoners."})
        uittreksel.buiten_bezit = gezien - uittreksel.aantal
        uittreksel.save(update_fields=["aantal", "buiten_bezit"])
    return uittreksel.pk


def _laad_deel(uittreksel: Uittreksel, deel: Sequence[Persoonsrij]) -> int:
    rijen = [
        {
            "adres_sleutel": rij.adres.sleutel,
            "bag_id": rij.adres.bag_id,
            "naam": "" if rij.afgeschermd else rij.naam,
            "persoon_sleutel": rij.persoon_sleutel,
            "afgeschermd": rij.afgeschermd,
        }
        for rij in deel
    ]
    with connection.cursor() as cursor:
        cursor.execute("select uittreksel_laad(%s, %s::jsonb)", [uittreksel.pk, json.dumps(rijen)])
        return cursor.fetchone()[0]


def activeer_uittreksel(uittreksel_id: UUID) -> None:
    """Put a concept into use; the extract before it is destroyed in the same moment.

    Raises Ongeldig when it is gone, in use already, or older than the one in use.
    """
    with poort.handel("uittreksel_laden", object=uittreksel_id), connection.cursor() as cursor:
        cursor.execute("select uittreksel_activeer(%s)", [uittreksel_id])
        uitslag = cursor.fetchone()[0]
        if uitslag == "ouder":
            zin = "Dit uittreksel is ouder dan het uittreksel dat in gebruik is. Maak een nieuw uittreksel."
            raise Ongeldig({"": zin})
        if uitslag == "weg":
            raise Ongeldig(
                {"": "Dit uittreksel is al in gebruik genomen of weggegooid. Laad het zo nodig opnieuw."}
            )


def gooi_uittreksel_weg(uittreksel_id: UUID) -> None:
    """Destroy a concept that is not wanted; nothing happens to an extract in use."""
    with poort.handel("uittreksel_laden", object=uittreksel_id), connection.cursor() as cursor:
        cursor.execute("select uittreksel_wis(%s)", [uittreksel_id])


def werk_bezit_bij(rijen: Iterable[Bezitrij]) -> int:
    """Add or correct rows of the own stock, all or nothing; how many. The same row twice is once."""
    with poort.handel("bezit_bijhouden"):
        wie = beurt().wie
        aantal = 0
        for deel in _in_delen(rijen, PER_KEER):
            nieuw = {(rij.adres.sleutel, rij.van): _bezit(rij) for rij in deel}
            for bezit in nieuw.values():
                bezit.convenant, bezit.deelname = wie.convenant, wie.deelname
            Bezit.objects.bulk_create(
                nieuw.values(),
                update_conflicts=True,
                unique_fields=["deelname", "adres_sleutel", "van"],
                update_fields=["tot", "straatnaam", "woonplaats", "bag_id"],
            )
            aantal += len(nieuw)
    return aantal


def _bezit(rij: Bezitrij) -> Bezit:
    velden = asdict(rij.adres)
    return Bezit(adres_sleutel=rij.adres.sleutel, van=rij.van, tot=rij.tot, **velden)


def _in_delen(rijen: Iterable[T], aantal: int) -> Iterable[list[T]]:
    rij = iter(rijen)
    while deel := list(islice(rij, aantal)):
        yield deel
