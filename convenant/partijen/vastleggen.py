"""What is laid down about a convenant and the parties to it: who joins, signatures, declarations, settings, the start.

Each keeps the rules that hold whoever asks, and leaves one line of history with what stood there before. Used by the
console, which asks first whether the actor may, and by the commands (`door` is then empty).
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from convenant.beleid import looptijd
from convenant.beleid.instelling import fout_in
from convenant.beleid.taal import Beleid, Instelling
from convenant.tijd import nu, vandaag

from . import inrichting
from .inrichting import InrichtingFout
from .models import (
    Convenant,
    Deelname,
    Inrichtingsgebeurtenis,
    InstellingWaarde,
    Medewerker,
    Partij,
    Verklaring,
)

AANGESLOTEN, ONDERTEKEND, INSTELLING, INGANG = "aangesloten", "ondertekend", "instelling", "ingang"
VERKLAARD, VERKLARING_BEEINDIGD = "verklaard", "verklaring_beeindigd"
EERSTE_DAG = date(1900, 1, 1)  # before it, somebody mistyped a year


def zoek_partijen(tekst: str, convenant: Convenant) -> QuerySet[Partij]:
    """Parties by KvK number, or by three letters of their name.

    Without a KvK number a party is only found by who takes part with it: it may be a landlord who is one person.
    """
    tekst = " ".join(tekst.split())
    if tekst.isdigit():
        return Partij.objects.filter(kvk_nummer=tekst)
    if len(tekst) < 3:
        return Partij.objects.none()
    bekend = ~Q(kvk_nummer="") | Q(deelnames__convenant=convenant)
    return Partij.objects.filter(bekend, naam__icontains=tekst).distinct().order_by("naam", "pk")


def neem_partij(naam: str, kvk_nummer: str, onderdeel_van: Partij | None, convenant: Convenant) -> Partij:
    """The party with this KvK number, or by this name in this convenant; else a new one.

    Raises InrichtingFout when the number is no number of the KvK, or is another party's.
    """
    naam = " ".join(naam.split())
    if not naam:
        raise InrichtingFout("Vul de naam van de partij in.")
    if kvk_nummer and not re.fullmatch(r"[0-9]{8}", kvk_nummer):
        raise InrichtingFout("Een KvK-nummer heeft 8 cijfers. Controleer het nummer.")
    als_deze = Partij.objects.filter(naam__iexact=naam, onderdeel_van=onderdeel_van)
    hier = als_deze.filter(Q(deelnames__convenant=convenant) | ~Q(onderdeel_van=None)).first()
    if hier is not None and hier.kvk_nummer == kvk_nummer:
        return hier
    if hier is not None:
        raise InrichtingFout(
            f"{hier.naam} staat hier al met een ander KvK-nummer, of zonder. Kies die partij."
        )
    if not kvk_nummer or onderdeel_van is not None:
        return Partij.objects.create(naam=naam, kvk_nummer=kvk_nummer, onderdeel_van=onderdeel_van)
    # Another convenant may have brought this party in, at this very moment even.
    partij, _ = Partij.objects.get_or_create(
        kvk_nummer=kvk_nummer, onderdeel_van=None, defaults={"naam": naam}
    )
    if partij.naam.lower() != naam.lower():
        raise InrichtingFout(
            f"Het KvK-nummer {kvk_nummer} is van {partij.naam}. Kies die partij, of controleer het nummer."
        )
    return partij


@transaction.atomic
def sluit_aan(convenant: Convenant, partij: Partij, soort: str, *, door: Medewerker | None) -> Deelname:
    """A party joins, still to sign.

    Raises InrichtingFout when it takes part as this soort already, or as many do as the text lets in (HEE-PAR.1).
    """
    op_slot(convenant)
    if Deelname.objects.filter(convenant=convenant, partij=partij, soort=soort).exists():
        raise InrichtingFout(f"{partij.naam} doet al mee als {soort.replace('_', ' ')}.")
    grens = convenant.beleid.partijsoort(soort)
    nu_mee = Q(einde=None) | Q(einde__gt=vandaag())
    aantal = Deelname.objects.filter(nu_mee, convenant=convenant, soort=soort).count()
    if grens is not None and grens.maximum is not None and aantal >= grens.maximum:
        raise InrichtingFout(
            f"Het convenant kent niet meer dan {grens.maximum} van de soort {soort.replace('_', ' ')} ({grens.eis})."
        )
    deelname = inrichting.sluit_aan(convenant, partij, soort, getekend_op=None)
    gebeurd(convenant, AANGESLOTEN, door, deelname=deelname, nieuw={"partij": partij.naam, "soort": soort})
    return deelname


@transaction.atomic
def teken(
    deelname: Deelname, *, op: date, naam: str, functie: str, reden: str = "", door: Medewerker | None
) -> None:
    """The signature of a party: day, name and functie of who signed (HEE-PAR.1, HEE-PAR.2).

    Once recorded it is only corrected, with the reason. Raises InrichtingFout for a day to come, for what is left
    empty, and for a correction without reason.
    """
    op_slot(deelname.convenant)
    deelname.refresh_from_db()
    _toets_dag(op)
    if not naam.strip() or not functie.strip():
        raise InrichtingFout("Vul de naam en de functie in van wie tekende.")
    oud = _handtekening(deelname)
    if oud is not None and not reden.strip():
        raise InrichtingFout("De ondertekening is al vastgelegd. Schrijf op waarom u haar verbetert.")
    deelname.getekend_op, deelname.ondertekenaar, deelname.ondertekenaar_functie = op, naam, functie
    nieuw = _handtekening(deelname)
    if nieuw == oud:
        return
    deelname.save(update_fields=["getekend_op", "ondertekenaar", "ondertekenaar_functie"])
    gebeurd(deelname.convenant, ONDERTEKEND, door, deelname=deelname, oud=oud, nieuw=nieuw, reden=reden)


@transaction.atomic
def verklaar(
    deelname: Deelname,
    soort: str,
    *,
    van: date,
    tot: date | None = None,
    versie: str = "",
    door: Medewerker | None,
) -> Verklaring:
    """What the party declared, half-open from `van`. Raises InrichtingFout while one of this soort runs."""
    op_slot(deelname.convenant)
    _toets_dag(van)
    if tot is not None and tot <= van:
        raise InrichtingFout("De laatste dag ligt voor de eerste dag. Kies een latere laatste dag.")
    eerder = Verklaring.objects.filter(Q(tot=None) | Q(tot__gt=van), deelname=deelname, soort=soort)
    if eerder.filter(Q(van__lt=tot) if tot else Q()).exists():
        raise InrichtingFout("Er loopt al zo'n verklaring in deze tijd. Beëindig die eerst.")
    verklaring = Verklaring.objects.create(
        deelname=deelname, soort=soort, van=van, tot=tot, versie=versie, vastgelegd_door=door
    )
    nieuw = {"van": van.isoformat(), "tot": tot.isoformat() if tot else "", "versie": versie}
    gebeurd(deelname.convenant, VERKLAARD, door, deelname=deelname, naam=soort, nieuw=nieuw)
    return verklaring


@transaction.atomic
def beeindig_verklaring(verklaring: Verklaring, *, per: date, reden: str, door: Medewerker | None) -> None:
    """It holds no more from `per` on. Raises InrichtingFout for a day before it began, or after it ends anyway."""
    deelname = verklaring.deelname
    if deelname is None:
        raise InrichtingFout("Dit is geen verklaring van een partij.")
    op_slot(deelname.convenant)
    verklaring.refresh_from_db()
    if per < verklaring.van:
        raise InrichtingFout("De verklaring begon later. Kies een dag daarna.")
    if verklaring.tot is not None and verklaring.tot <= per:
        raise InrichtingFout("De verklaring eindigt al eerder.")
    verklaring.tot = per
    verklaring.save(update_fields=["tot"])
    gebeurd(
        deelname.convenant,
        VERKLARING_BEEINDIGD,
        door,
        deelname=deelname,
        naam=verklaring.soort,
        nieuw={"per": per.isoformat()},
        reden=reden,
    )


@transaction.atomic
def stel_in(
    convenant: Convenant,
    deelname: Deelname | None,
    naam: str,
    waarde: Any,
    *,
    gezien: Any = ...,
    door: Medewerker | None,
) -> None:
    """Fill in or change a setting; None takes a value back to the standard of the text.

    `gezien`: the value the actor looked at. Raises InrichtingFout when a colleague changed it since, when it cannot be
    right, or when the text has no standard to go back to.
    """
    op_slot(convenant)
    instelling = instelling_van(convenant.beleid, naam)
    if (instelling.van == "deelname") is (deelname is None):
        raise InrichtingFout(f"De instelling {naam} geldt per {instelling.van}.")
    rijen = InstellingWaarde.objects.filter(convenant=convenant, deelname=deelname, naam=naam)
    oud = next((rij.waarde for rij in rijen), None)
    if gezien is not ... and gezien != oud:
        raise InrichtingFout(
            "Een collega heeft dit intussen veranderd. Kijk wat er nu staat en stuur het opnieuw."
        )
    if waarde is None and instelling.standaard is None:
        raise InrichtingFout(
            "Deze instelling kan niet leeg zijn: de tekst van het convenant noemt geen standaard."
        )
    if waarde is not None and (zin := fout_in(instelling, waarde)):
        raise InrichtingFout(zin)
    if waarde == oud:
        return
    if waarde is None:
        rijen.delete()
    else:
        InstellingWaarde.objects.update_or_create(
            convenant=convenant, deelname=deelname, naam=naam, defaults={"waarde": waarde}
        )
    gebeurd(convenant, INSTELLING, door, deelname=deelname, naam=naam, oud=oud, nieuw=waarde)


def instelling_van(beleid: Beleid, naam: str) -> Instelling:
    """Raises InrichtingFout when the text leaves no such thing open."""
    for instelling in beleid.instellingen:
        if instelling.naam == naam:
            return instelling
    raise InrichtingFout(f"Het convenant kent geen instelling {naam}.")


@transaction.atomic
def zet_ingang(convenant: Convenant, dag: date, *, reden: str = "", door: Medewerker | None) -> None:
    """The day the convenant comes into force.

    Raises InrichtingFout for a day before the text allows it, and for a correction without reason.
    """
    op_slot(convenant)
    convenant.refresh_from_db()
    eerste = eerste_ingang(convenant.beleid, [d.getekend_op for d in convenant.deelnames.all()])
    if eerste is None:
        raise InrichtingFout("Dit convenant gaat pas in als elke partij heeft getekend.")
    if dag < eerste:
        raise InrichtingFout(f"Volgens de tekst gaat dit convenant niet in voor {eerste:%d-%m-%Y}.")
    if convenant.einde is not None and dag > convenant.einde:
        raise InrichtingFout("Het convenant is dan al geëindigd.")
    oud = convenant.ingang
    if oud == dag:
        return
    if oud is not None and not reden.strip():
        raise InrichtingFout("De datum is al vastgelegd. Schrijf op waarom u haar verbetert.")
    convenant.ingang = dag
    convenant.save(update_fields=["ingang"])
    gebeurd(
        convenant,
        INGANG,
        door,
        oud=oud.isoformat() if oud else None,
        nieuw=dag.isoformat(),
        reden=reden,
    )


def eerste_ingang(beleid: Beleid, getekend_op: Sequence[date | None]) -> date | None:
    """The first day on which the text lets the convenant come into force; None while somebody must still sign."""
    return looptijd.ingang(beleid, EERSTE_DAG, getekend_op)


def op_slot(convenant: Convenant) -> None:
    """Two people who set up the same convenant at once do it one after the other."""
    Convenant.objects.select_for_update(no_key=True).get(pk=convenant.pk)


def _toets_dag(dag: date) -> None:
    if dag < EERSTE_DAG:
        raise InrichtingFout("Deze dag ligt te ver terug. Controleer het jaar.")
    if dag > vandaag():
        raise InrichtingFout("Deze dag moet nog komen. Leg vast wat er al is gebeurd.")


def _handtekening(deelname: Deelname) -> dict[str, str] | None:
    if deelname.getekend_op is None:
        return None
    return {
        "op": deelname.getekend_op.isoformat(),
        "naam": deelname.ondertekenaar,
        "functie": deelname.ondertekenaar_functie,
    }


def gebeurd(
    convenant: Convenant,
    soort: str,
    door: Medewerker | None,
    *,
    deelname: Deelname | None = None,
    naam: str = "",
    oud: Any = None,
    nieuw: Any = None,
    reden: str = "",
) -> None:
    Inrichtingsgebeurtenis.objects.create(
        convenant=convenant,
        deelname=deelname,
        soort=soort,
        naam=naam,
        oud=oud,
        nieuw=nieuw,
        reden=reden.strip(),
        moment=nu(),
        door=door,
    )
