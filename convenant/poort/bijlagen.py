"""Files through the gate: taken in as a concept, attached to what is sent, read by who holds a copy of it."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Protocol
from uuid import UUID

from django.core.files import File
from django.db import connection

from convenant.beleid.beslissing import Reden
from convenant.bijlagen.afgekeurd import Afgekeurd
from convenant.bijlagen.keuring import keur
from convenant.bijlagen.models import Bijlage, Bijlagesleutel
from convenant.tijd import nu
from convenant.verstrekkingen import kluis

from .grens import als_systeem, beurt
from .handeling import Geweigerd, NietGevonden, Ongeldig
from .lezen import inzage


@dataclass(frozen=True)
class Kop:
    """What a file is; `bladzijden` is 0 for a picture."""

    naam: str
    soort: str
    omvang: int
    bladzijden: int


@dataclass(frozen=True)
class Concept:
    """An own file that is not attached to anything yet."""

    id: UUID
    kop: Kop

    @property
    def waarde(self) -> dict[str, Any]:
        """What goes into the field of a set that is a document."""
        kop = self.kop
        return {"bijlage": str(self.id), "naam": kop.naam, "soort": kop.soort, "omvang": kop.omvang}


@dataclass(frozen=True)
class Bestand:
    """A file, opened for who may read it now."""

    naam: str
    soort: str
    inhoud: bytes


class Verzegeld(Protocol):
    """A row that keeps a file: `kop` (name and type) and `inhoud`, sealed with a key of its own."""

    kop: Any
    inhoud: Any
    sleutel: Any


def verzegel(bestand: Bestand, houder: object) -> dict[str, bytes]:
    """The columns of a row that keeps this file, for the row with this id alone."""
    sleutel = kluis.maak_sleutel()
    kop = json.dumps({"naam": bestand.naam, "soort": bestand.soort}).encode()
    return {
        "kop": kluis.versleutel(sleutel, kop, f"{houder}|kop"),
        "inhoud": kluis.versleutel(sleutel, bestand.inhoud, f"{houder}|inhoud"),
        "sleutel": kluis.pak_in(sleutel, str(houder)),
    }


def ontzegel(rij: Verzegeld, houder: object) -> Bestand:
    """The file that such a row keeps."""
    sleutel = kluis.pak_uit(rij.sleutel, str(houder))
    kop = json.loads(kluis.ontsleutel(sleutel, rij.kop, f"{houder}|kop"))
    return Bestand(kop["naam"], kop["soort"], kluis.ontsleutel(sleutel, rij.inhoud, f"{houder}|inhoud"))


def neem_aan(bestand: File) -> UUID:
    """Keep a file as a concept of the own group, for a day. Raises Ongeldig with a sentence when it may not come in."""
    try:
        gekeurd = keur(bestand)
    except Afgekeurd as fout:
        raise Ongeldig({"bestand": str(fout)}) from fout
    wie, sleutel = beurt().wie, kluis.maak_sleutel()
    kop = Kop(gekeurd.naam, gekeurd.soort, len(gekeurd.inhoud), gekeurd.bladzijden)
    bijlage = Bijlage(convenant=wie.convenant, groep_id=wie.groep, gemaakt_op=nu())
    bijlage.kop = kluis.versleutel(sleutel, json.dumps(asdict(kop)).encode(), f"{bijlage.pk}|kop")
    bijlage.inhoud = kluis.versleutel(sleutel, gekeurd.inhoud, f"{bijlage.pk}|inhoud")
    bijlage.save(force_insert=True)
    _geef(bijlage.pk, sleutel, {None: wie.groep})
    return bijlage.pk


def concept(bijlage_id: UUID | str) -> Concept | None:
    """The own concept with this id, if it is there. A form names it, so it may be anything."""
    try:
        kenmerk = UUID(str(bijlage_id))
    except ValueError:
        return None
    rij = _eigen_sleutel(kenmerk).filter(ontvangst=None).defer("bijlage__inhoud").first()
    return Concept(kenmerk, _open_kop(rij)) if rij else None


def neem_over(bijlage_id: UUID | str, veld: str) -> Bestand:
    """Take an own concept out, for who keeps files of another kind than what is exchanged; the concept is gone.

    Part of an act, never an act of its own. Raises Ongeldig when it is not there.
    """
    gevonden = concept(bijlage_id)
    if gevonden is None:
        raise _is_weg(veld)
    rij = _eigen_sleutel(gevonden.id).get(ontvangst=None)
    bestand = Bestand(gevonden.kop.naam, gevonden.kop.soort, _open(rij, rij.bijlage.inhoud, "inhoud"))
    vergeet(gevonden.id)
    return bestand


def vergeet(bijlage_id: UUID) -> None:
    """Destroy an own concept. What is attached, or another's, stays."""
    with connection.cursor() as cursor:
        cursor.execute("select bijlage_vergeet(%s)", [bijlage_id])


def hecht(bijlage_id: UUID, verstrekking_id: UUID, veld: str) -> None:
    """Attach an own concept to what the own group sends: who has `veld` in the copy gets a key, nobody else.

    Part of an act, never an act of its own. Raises Ongeldig when the concept is not there: gone, attached, another's.
    """
    rij = _eigen_sleutel(bijlage_id).filter(ontvangst=None).defer("bijlage__kop", "bijlage__inhoud").first()
    if rij is None:
        raise _is_weg(veld)
    sleutel = kluis.pak_uit(rij.sleutel, _houder(bijlage_id, rij.groep_id))
    with connection.cursor() as cursor:
        cursor.execute("select bijlage_hecht(%s, %s, %s)", [bijlage_id, verstrekking_id, veld])
        (houders,) = cursor.fetchone()
    if houders is None:  # another request attached it in the meantime
        raise _is_weg(veld)
    _geef(bijlage_id, sleutel, {UUID(kopie): groep for kopie, groep in json.loads(houders).items()})


def hecht_waarden(verstrekking_id: UUID, waarden: Mapping[str, Any]) -> None:
    """Attach every document among the values that are sent. Raises Ongeldig for one that is not an own concept."""
    for veld, waarde in waarden.items():
        if not isinstance(waarde, Mapping) or "bijlage" not in waarde:
            continue
        bijlage = concept(waarde["bijlage"])
        # What the values say of a file is what it is, not what somebody typed.
        if bijlage is None or bijlage.waarde != waarde:
            raise _is_weg(veld)
        hecht(bijlage.id, verstrekking_id, veld)


def lees_bijlage(bijlage_id: UUID, *, object: object = None) -> Bestand:
    """Open a file as its copy is opened: weighed the same, and logged. Raises NietGevonden or Geweigerd as `lees`."""
    rij = _eigen_sleutel(bijlage_id).filter(ontvangst__isnull=False).first()
    if rij is None:
        raise NietGevonden
    with inzage(rij.ontvangst_id, object=object, onderwerp=str(bijlage_id)) as gelezen:
        if rij.bijlage.veld not in {veld.naam for veld in gelezen.velden}:
            raise Geweigerd((Reden("U mag dit gegeven nu niet inzien.", gelezen.eis, draagt=False),))
        kop = _open_kop(rij)
        return Bestand(kop.naam, kop.soort, _open(rij, rij.bijlage.inhoud, "inhoud"))


def vergeet_concepten() -> int:
    """Destroy what nobody attached within a day; how many. Runs as the task, without a person."""
    with als_systeem("bewaring"), connection.cursor() as cursor:
        cursor.execute("select bijlagen_vergeet_concepten()")
        return cursor.fetchone()[0]


def _geef(bijlage_id: UUID, sleutel: bytes, houders: Mapping[UUID | None, int | None]) -> None:
    """`houders`: the group of each copy; a concept has no copy."""
    Bijlagesleutel.objects.bulk_create(
        Bijlagesleutel(
            convenant=beurt().wie.convenant,
            bijlage_id=bijlage_id,
            groep_id=groep,
            ontvangst_id=kopie,
            sleutel=kluis.pak_in(sleutel, _houder(bijlage_id, groep)),
        )
        for kopie, groep in houders.items()
    )


def _eigen_sleutel(bijlage_id: UUID):
    eigen = Bijlagesleutel.objects.select_related("bijlage")
    return eigen.filter(bijlage_id=bijlage_id, groep_id=beurt().wie.groep)


def _houder(bijlage_id: UUID, groep_id: int | None) -> str:
    """What a wrapped key is tied to: another holder's does not open with it."""
    return f"{bijlage_id}|{groep_id}"


def _open(rij: Bijlagesleutel, blok: bytes | memoryview, deel: str) -> bytes:
    sleutel = kluis.pak_uit(rij.sleutel, _houder(rij.bijlage_id, rij.groep_id))
    return kluis.ontsleutel(sleutel, blok, f"{rij.bijlage_id}|{deel}")


def _open_kop(rij: Bijlagesleutel) -> Kop:
    return Kop(**json.loads(_open(rij, rij.bijlage.kop, "kop")))


def _is_weg(veld: str) -> Ongeldig:
    return Ongeldig({veld: "Dit bestand is er niet meer. Kies het opnieuw."})
