"""What leaves the wijkteam only because the tenant agreed: more than the five items, and a warm handover (HAA-B2.5.b, B2.6.b)."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from convenant.poort import bijlagen, intrekken, poort
from convenant.poort.grens import beurt
from convenant.poort.handeling import NietGevonden
from convenant.poort.zaken import eigen_regel, opener, vergrendel, zaak_van
from convenant.tijd import nu, vandaag
from convenant.verstrekkingen import kluis
from convenant.verstrekkingen.models import Verstrekking
from convenant.zaken.models import Zaak
from huisuitzetting.beleid.kanten import HULPVERLENER
from huisuitzetting.dagen import toets_binnen_jaar, toets_geweest
from huisuitzetting.models import Bewijsstuk, Toestemming

from .feiten import Overdracht
from .gemeld import gemelde_gegevens, uit_melding

EXTRA, OVERDRACHT = "extra_informatie", "warme_overdracht"
KLANT, VOOR_ORGANISATIE = Toestemming.Soort.KLANT_SCHRIFTELIJK, Toestemming.Soort.OVERDRACHT
INGETROKKEN = "De klant heeft zijn toestemming ingetrokken."


@dataclass(frozen=True)
class Getekend:
    """The client's written consent: when, to what, and the paper (the value of a Bijlageveld)."""

    gegeven_op: date
    omvang: str
    bewijs: dict[str, Any]


@dataclass(frozen=True)
class Driegesprek:
    """A handover as typed: to whom, after what, and when the three talk."""

    organisatie: str
    overlegd_op: date
    gegeven_op: date
    wijze: str
    hulpvraag: str
    datum_driegesprek: date


def van_klant(zaak_id: int) -> Toestemming | None:
    """The written consent that holds in this case."""
    return Toestemming.objects.filter(zaak=zaak_van(zaak_id), soort=KLANT, ingetrokken_op=None).first()


def vertel_meer(zaak_id: int, onderwerp: str, inhoud: str, getekend: Getekend | None, kenmerk: UUID) -> int:
    """Tell the corporatie what the client agreed to in writing. `getekend`: that consent, where none is on file yet.

    Raises Geweigerd without consent (HAA-B2.6.b), Ongeldig for a day that has yet to come.
    """
    zaak = vergrendel(zaak_van(zaak_id))
    if poort.eerder_in(kenmerk, zaak):
        return zaak_id
    with transaction.atomic():  # no consent is kept for what was refused
        if getekend is not None and van_klant(zaak_id) is None:
            _leg_vast(zaak, getekend)
        sinds = van_klant(zaak_id)
        poort.verstrek(
            EXTRA,
            {
                "extra_onderwerp": onderwerp,
                "extra_inhoud": inhoud,
                "datum_toestemming_klant": sinds.gegeven_op.isoformat() if sinds else "",
            },
            [opener(zaak)],
            zaak=zaak,
            kenmerk=kenmerk,
        )
    return zaak_id


def trek_in(zaak_id: int) -> int:
    """The client withdraws: what was told is destroyed at every holder now, and so is the paper. Also of a case that was closed."""
    with eigen_regel(zaak_id, "toestemming_klant_intrekken") as (zaak, _):
        gegeven = van_klant(zaak_id)
        if gegeven is None:
            raise NietGevonden
        for verteld in Verstrekking.objects.filter(
            zaak=zaak, gegevensset=EXTRA, door_groep_id=beurt().wie.groep, ingetrokken_op=None
        ):
            intrekken.trek_in(verteld.pk, INGETROKKEN)
        Bewijsstuk.objects.filter(toestemming=gegeven).delete()
        gegeven.ingetrokken_op = vandaag()
        gegeven.save(update_fields=["ingetrokken_op"])
    return zaak_id


def draag_over(zaak_id: int, gesprek: Driegesprek, kenmerk: UUID) -> int:
    """Hand a tenant over to another organisation by letter, with consent for that one, after talking about it (HAA-B2.5.b).

    Raises Ongeldig for a day that has yet to come, and without a name or address in the report.
    """
    zaak = vergrendel(zaak_van(zaak_id))
    if poort.eerder_in(kenmerk, zaak):
        return zaak_id
    toets_geweest(overlegd_op=gesprek.overlegd_op, gegeven_op=gesprek.gegeven_op)
    toets_binnen_jaar(datum_driegesprek=gesprek.datum_driegesprek)
    gemeld = gemelde_gegevens(zaak)
    with transaction.atomic():
        # Of every handover its own, also when it is to the same organisation as before.
        toestemming = _maak(
            zaak,
            VOOR_ORGANISATIE,
            gesprek.gegeven_op,
            gesprek.wijze,
            "Wie de huurder is, zijn hulpvraag en de datum van het gesprek.",
            gesprek.organisatie,
        )
        brief = poort.verstrek(
            OVERDRACHT,
            {
                **uit_melding(gemeld, "naam", "adres"),
                "telefoonnummer": gemeld.get("telefoonnummer") or "niet bekend",
                "hulpvraag": gesprek.hulpvraag,
                "datum_driegesprek": gesprek.datum_driegesprek.isoformat(),
            },
            [],
            zaak=zaak,
            gegeven={"overlegd_met_huurder": True},
            kenmerk=kenmerk,
            object=Overdracht(gesprek.organisatie),
            extern=HULPVERLENER,
        )
        toestemming.brief = brief.id
        toestemming.save(update_fields=["brief"])
    return zaak_id


def overdrachten(zaak_id: int) -> Sequence[Toestemming]:
    """The consents for a handover that hold in this case, the latest first."""
    rijen = Toestemming.objects.filter(zaak=zaak_van(zaak_id), soort=VOOR_ORGANISATIE, ingetrokken_op=None)
    return list(rijen.order_by("-pk"))


def trek_overdracht_in(zaak_id: int, toestemming_id: int) -> int:
    """The tenant withdraws consent for a handover: the own copy of its letter is destroyed; the organisation that has it must be
    told by hand (HAA-B2.5.b). Also of a case that was closed. Raises NietGevonden for one that does not hold any more."""
    with eigen_regel(zaak_id, "toestemming_overdracht_intrekken") as (zaak, _):
        rijen = Toestemming.objects.select_for_update().filter(zaak=zaak, soort=VOOR_ORGANISATIE)
        gegeven = rijen.filter(pk=toestemming_id, ingetrokken_op=None).first()
        if gegeven is None:
            raise NietGevonden
        if gegeven.brief is not None:
            intrekken.trek_in(gegeven.brief, INGETROKKEN)
        gegeven.ingetrokken_op = vandaag()
        gegeven.save(update_fields=["ingetrokken_op"])
    return zaak_id


def laatste_organisatie(zaak_id: int) -> str:
    """To whom the latest handover went."""
    rijen = Toestemming.objects.filter(zaak=zaak_van(zaak_id), soort=VOOR_ORGANISATIE)
    return rijen.order_by("-pk").values_list("aan", flat=True).first() or ""


def _leg_vast(zaak: Zaak, getekend: Getekend) -> None:
    toets_geweest(gegeven_op=getekend.gegeven_op)
    toestemming = _maak(zaak, KLANT, getekend.gegeven_op, "schriftelijk", getekend.omvang)
    bestand = bijlagen.neem_over(getekend.bewijs["bijlage"], "bewijs")
    sleutel, rij = kluis.maak_sleutel(), f"bewijsstuk {toestemming.pk}"
    kop = json.dumps({"naam": bestand.naam, "soort": bestand.soort}).encode()
    Bewijsstuk.objects.create(
        toestemming=toestemming,
        convenant=beurt().wie.convenant,
        groep_id=beurt().wie.groep,
        kop=kluis.versleutel(sleutel, kop, f"{rij}|kop"),
        inhoud=kluis.versleutel(sleutel, bestand.inhoud, f"{rij}|inhoud"),
        sleutel=kluis.pak_in(sleutel, rij),
    )


def _maak(zaak: Zaak, soort: str, gegeven_op: date, wijze: str, tekst: str, aan: str = "") -> Toestemming:
    return Toestemming.objects.create(
        convenant=beurt().wie.convenant,
        groep_id=beurt().wie.groep,
        zaak=zaak,
        soort=soort,
        aan=aan,
        gegeven_op=gegeven_op,
        wijze=wijze,
        tekst=tekst,
        vastgelegd_door=beurt().wie.medewerker,
        vastgelegd_op=nu(),
    )
