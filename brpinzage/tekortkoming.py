"""A shortcoming of a corporatie in artikel 6, and what may follow from it: closing its access (artikel 7)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.urls import reverse

from convenant import sessies
from convenant.beleid.beslissing import Vraag
from convenant.partijen.models import Deelname, Medewerker
from convenant.poort import poort
from convenant.poort.berichten import bericht
from convenant.poort.daad import Daad
from convenant.poort.grens import beurt
from convenant.poort.handeling import Ongeldig
from convenant.poort.zaken import vergrendel, zaak_van
from convenant.tijd import vandaag
from convenant.verstrekkingen.models import Ontvangst
from convenant.zaken.models import Toegang, Zaak

from .beleid.heemstede.beheer import TEKORTKOMING
from .deelnemers import beheerder_van, corporatie_van, gekozen_beheerder
from .rondom import verstuur

OPENEN, INTREKKEN, ZONDER_NAKOMING = "tekortkoming_openen", "toegang_intrekken", "overleg_zonder_nakoming"


@dataclass(frozen=True)
class Lopend:
    """A case that is open."""

    id: int
    nummer: str
    label: str
    stap: str


def open_tekortkoming(corporatie: str, lid: str, feiten: str, gebleken_op: date, kenmerk: UUID) -> int:
    """Against a chosen corporatie, for artikel 6 lid 1 or 2 alone; the case's id."""
    _toets_geweest("gebleken_op", gebleken_op)
    beheerder = gekozen_beheerder(corporatie)
    waarden = {"lid_van_artikel_6": lid, "feiten": feiten, "geconstateerd_op": gebleken_op.isoformat()}
    label = f"{beheerder.deelname.partij.naam}, artikel {lid}"
    zaak = verstuur("tekortkoming", waarden, [beheerder], kenmerk, label=label, telt="geopend")
    return zaak.pk


def leg_overleg_vast(
    zaak_id: int, dag: date, deelnemers: str, afspraak: str, uitkomst: str, kenmerk: UUID
) -> int:
    """Once or more; the last one counts. Raises Ongeldig for a day to come."""
    _toets_geweest("dag", dag)
    waarden = {
        "overlegdatum": dag.isoformat(),
        "deelnemers": deelnemers,
        "afspraak": afspraak,
        "uitkomst_overleg": uitkomst,
    }
    return _stuur(zaak_van(zaak_id), "overleg", waarden, kenmerk).pk


def leg_nakoming_vast(zaak_id: int, toelichting: str, kenmerk: UUID) -> int:
    """The corporatie does what it must after all: the file closes without withdrawal."""
    waarden = {"toelichting_nakoming": toelichting}
    return _stuur(zaak_van(zaak_id), "nakoming", waarden, kenmerk, telt="nagekomen").pk


def toets_intrekken(zaak_id: int) -> None:
    """Raises Geweigerd before anything is typed, when no overleg ended without nakoming (HEE-7.2)."""
    zaak = zaak_van(zaak_id)
    vraag = Vraag(beurt().wie.kant, INTREKKEN, zaak.stap)
    daad = Daad(vraag, gegeven={ZONDER_NAKOMING: _zonder_nakoming(zaak)}, zaak=zaak, onderwerp=zaak.nummer)
    poort.toets_vooraf(daad, (), (ZONDER_NAKOMING,))


def trek_toegang_in(zaak_id: int, reden: str, naam: str, kenmerk: UUID) -> int:
    """Close the access of the corporatie of this case: its people, its sessions, and what it has in hand.

    `naam` is its name, typed to be sure. Raises Geweigerd without an overleg in which nakoming failed (HEE-7.2). A
    deviation that was not sent yet waits, out of sight, until the access is open again.
    """
    if eerder := poort.eerder_gedaan(kenmerk):
        assert eerder.zaak is not None
        return eerder.zaak.pk
    zaak = vergrendel(zaak_van(zaak_id))
    corporatie = corporatie_van(zaak)
    if naam.strip().casefold() != corporatie.partij.naam.casefold():
        raise Ongeldig({"naam": f"Typ de naam zoals die hier staat: {corporatie.partij.naam}."})
    gegeven = {ZONDER_NAKOMING: _zonder_nakoming(zaak)}
    beheerder = beheerder_van(corporatie)
    waarden = {"reden_intrekking": reden}
    verstuur(
        "intrekking_toegang", waarden, [beheerder], kenmerk, zaak=zaak, gegeven=gegeven, telt="ingetrokken"
    )
    with connection.cursor() as cursor:
        cursor.execute("select toegang_sluit(%s)", [zaak.pk])
    sessies.beeindig(_accounts(corporatie))
    bericht(
        [beheerder],
        f"De toegang van uw organisatie is ingetrokken: zaak {zaak.nummer}",
        "De gemeente heeft de toegang van uw organisatie ingetrokken. Neem contact op met de gemeente.",
        reverse("werkbegin", args=[beurt().wie.convenant.code]),
    )
    return zaak.pk


def herstel_toegang(zaak_id: int, toelichting: str, kenmerk: UUID) -> int:
    """Open the access of the corporatie again, unless another case keeps it closed."""
    if eerder := poort.eerder_gedaan(kenmerk):
        assert eerder.zaak is not None
        return eerder.zaak.pk
    zaak = zaak_van(zaak_id)
    beheerder = beheerder_van(corporatie_van(zaak))
    waarden = {"toelichting_herstel": toelichting}
    verstuur("herstel_toegang", waarden, [beheerder], kenmerk, zaak=zaak, telt="hersteld")
    with connection.cursor() as cursor:
        cursor.execute("select toegang_open(%s)", [zaak.pk])
        (open_,) = cursor.fetchone()
    if open_:
        bericht(
            [beheerder],
            f"De toegang van uw organisatie is hersteld: zaak {zaak.nummer}",
            "De gemeente heeft de toegang van uw organisatie hersteld. U kunt weer inloggen en werken.",
            reverse("zaak", args=[beurt().wie.convenant.code, zaak.pk]),
        )
    return zaak.pk


def lopende() -> Sequence[Lopend]:
    """The open cases of the own group about a tekortkoming, the oldest first."""
    wie = beurt().wie
    eigen = Toegang.objects.filter(group_id=wie.groep or 0, open=True, content_object__stap__in=TEKORTKOMING)
    return [
        Lopend(rij.content_object.pk, rij.content_object.nummer, rij.label, rij.content_object.stap)
        for rij in eigen.select_related("content_object").order_by("content_object")
    ]


def _stuur(zaak: Zaak, gegevensset: str, waarden: dict[str, str], kenmerk: UUID, telt: str = "") -> Zaak:
    aan = [beheerder_van(corporatie_van(zaak))]
    return verstuur(gegevensset, waarden, aan, kenmerk, zaak=zaak, telt=telt)


def _zonder_nakoming(zaak: Zaak) -> bool:
    """Whether the last overleg on this case ended without nakoming."""
    kopieen = Ontvangst.objects.filter(
        verstrekking__zaak=zaak, verstrekking__gegevensset="overleg", groep_id=beurt().wie.groep
    )
    laatste = kopieen.order_by("-verstrekking__moment", "-pk").first()
    return laatste is not None and poort.lees(laatste.pk).waarde("uitkomst_overleg") == "niet_nagekomen"


def _accounts(corporatie: Deelname) -> set[int]:
    """Everyone of the corporatie, but for who is doing this."""
    mensen = Medewerker.objects.filter(partij=corporatie.partij_id).values_list("account_id", flat=True)
    return set(mensen) - {beurt().wie.medewerker.account_id}


def _toets_geweest(veld: str, dag: date) -> None:
    if dag > vandaag():
        raise Ongeldig({veld: "Deze dag is nog niet geweest. Controleer de datum."})
