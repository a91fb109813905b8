"""What somebody asks about their own data: written down, passed on, put off, answered; and a package for who answers.

Each takes the id of an own case and gives it back. The same form twice is one act. Raises NietGevonden for a case that is
not theirs, Geweigerd where the privacyreglement stands in the way, Ongeldig for what cannot be meant.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.files.base import ContentFile

from convenant.beleid import kalender
from convenant.poort import bijlagen, klokken, poort
from convenant.poort.daad import samen
from convenant.poort.dossier import Dossier
from convenant.poort.grens import beurt
from convenant.poort.handeling import Ongeldig
from convenant.poort.lezen import Gelezen
from convenant.poort.poort import Herkenning, eerder_gedaan, eerder_in
from convenant.poort.wie import Wie
from convenant.poort.zaken import groepen_met, opener, vergrendel, zaak_van
from convenant.zaken.models import Zaak
from huisuitzetting.beleid.kanten import PRIVACY, VERZOEKER
from huisuitzetting.dagen import toets_geweest

from .feiten import DOORGESTUURD
from .kring import eigen, gekozen, kopie, laat_weten

VERZOEK, ANTWOORD, UITSTEL, PAKKET = (
    "verzoek_betrokkene",
    "antwoord_betrokkene",
    "uitstel_antwoord",
    "pakket_betrokkene",
)
ONTVANGEN, ZELF = "ontvangst_verzoek", "verantwoordelijk_voor_verwerking"


@dataclass(frozen=True)
class Verzoek:
    """What was asked, by whom and when. `kopie`: the value of a Bijlageveld. `zelf`: it is about the own processing, so
    that nothing has to be passed on."""

    naam: str
    adres: str
    soort: str
    ontvangen: date
    kopie: Mapping[str, Any]
    zelf: bool


@dataclass(frozen=True)
class Pakket:
    """Everything one party has about somebody, for the party that answers."""

    gegevens: str
    documenten: Mapping[str, Any]
    systemen: str
    nodig: bool
    goedgekeurd: bool


@samen()
def leg_vast(verzoek: Verzoek, kenmerk: UUID) -> int:
    """Write a request down; the clocks run from the day it came in (HAA-PR10.2, HAA-PR10.3)."""
    if eerder := eerder_gedaan(kenmerk):
        assert eerder.zaak
        return eerder.zaak.pk
    toets_geweest(ontvangen=verzoek.ontvangen)
    waarden = {
        "naam_verzoeker": verzoek.naam,
        "adres_verzoeker": verzoek.adres,
        "soort_verzoek": verzoek.soort,
        "datum_ontvangst_verzoek": verzoek.ontvangen.isoformat(),
        "kopie_verzoek": verzoek.kopie,
    }
    zaak = poort.verstrek(VERZOEK, waarden, [eigen()], kenmerk=kenmerk, herkenning=_herkenning(waarden)).zaak
    assert zaak
    klokken.gebeurt(
        ONTVANGEN, zaak=zaak, moment=kalender.begin_van(verzoek.ontvangen), gegeven={ZELF: verzoek.zelf}
    )
    return zaak.pk


@samen()
def stuur_door(zaak_id: int, groep_id: int, kenmerk: UUID) -> int:
    """Pass it on, with the copy, to the party whose processing it is about; from now on answering is theirs (HAA-PR10.3)."""
    zaak = vergrendel(zaak_van(zaak_id))
    if eerder_in(kenmerk, zaak):
        return zaak_id
    naar = gekozen([groep_id], "partij")
    verzoek = kopie(zaak, VERZOEK)
    waarden = {veld.naam: veld.waarde for veld in verzoek.velden}
    papier = bijlagen.lees_bijlage(UUID(waarden["kopie_verzoek"]["bijlage"]))
    concept = bijlagen.concept(bijlagen.neem_aan(ContentFile(papier.inhoud, papier.naam)))
    assert concept
    waarden |= {"kopie_verzoek": concept.waarde}
    poort.verstrek(DOORGESTUURD, waarden, naar, zaak=zaak, kenmerk=kenmerk, herkenning=_herkenning(waarden))
    klokken.voldaan("doorsturen_verzoek", zaak=zaak)
    klokken.trek_in(ONTVANGEN, zaak=zaak)
    ontvangen = date.fromisoformat(waarden["datum_ontvangst_verzoek"])
    klokken.gebeurt(ONTVANGEN, zaak=zaak, moment=kalender.begin_van(ontvangen), groep=naar[0].pk)
    laat_weten(zaak, naar, "Een verzoek van een betrokkene is aan u doorgestuurd")
    return zaak_id


@samen()
def stel_uit(zaak_id: int, reden: str, kenmerk: UUID) -> int:
    """Two months more, once; the person hears why and until when (HAA-PR10.2, AVG 12.3)."""
    zaak = vergrendel(zaak_van(zaak_id))
    if eerder_in(kenmerk, zaak):
        return zaak_id
    tot = klokken.verleng("verzoek_beantwoorden", reden, zaak=zaak)
    waarden = _wie_vroeg(_verzoek(zaak)) | {
        "reden_uitstel": reden,
        "antwoord_uiterlijk_op": kalender.laatste_dag(tot).isoformat(),
    }
    poort.verstrek(UITSTEL, waarden, [], zaak=zaak, kenmerk=kenmerk, extern=VERZOEKER)
    return zaak_id


@samen()
def beantwoord(zaak_id: int, besluit: str, gegevens: Mapping[str, Any] | None, kenmerk: UUID) -> int:
    """The decision, in a letter, with the person's data where that was asked (HAA-PR10.2)."""
    zaak = vergrendel(zaak_van(zaak_id))
    if eerder_in(kenmerk, zaak):
        return zaak_id
    waarden = _wie_vroeg(_verzoek(zaak)) | {"besluit_op_verzoek": besluit}
    if gegevens:
        waarden["gegevens_betrokkene"] = gegevens
    klokken.voldaan("antwoord_verzoek", zaak=zaak)  # the end of the case would let it lapse
    poort.verstrek(ANTWOORD, waarden, [], zaak=zaak, kenmerk=kenmerk, extern=VERZOEKER)
    if opener(zaak).pk != beurt().wie.groep:
        laat_weten(zaak, [opener(zaak)], "Een verzoek dat u doorstuurde, is beantwoord")
    return zaak_id


@samen()
def lever_pakket(zaak_id: int, pakket: Pakket, kenmerk: UUID) -> int:
    """Data, documents and a list of systems for the party that answers, approved by who supplies (HAA-PR10.3)."""
    zaak = vergrendel(zaak_van(zaak_id))
    if eerder_in(kenmerk, zaak):
        return zaak_id
    if opener(zaak).pk != beurt().wie.groep:
        raise Ongeldig(
            {"": "U behandelt dit verzoek zelf. Het pakket komt van de partij die het doorstuurde."}
        )
    naar = [groep for kant in PRIVACY for groep in groepen_met(zaak, kant) if groep.pk != beurt().wie.groep]
    waarden = {
        "gegevens_betrokkene": pakket.gegevens,
        "kopie_documenten": pakket.documenten,
        "overzicht_systemen": pakket.systemen,
    }
    poort.verstrek(
        PAKKET,
        waarden,
        naar,
        zaak=zaak,
        gegeven={"gegevens_nodig_en_goedgekeurd": pakket.nodig and pakket.goedgekeurd},
        kenmerk=kenmerk,
    )
    laat_weten(zaak, naar, "U hebt gegevens gekregen voor een verzoek van een betrokkene")
    return zaak_id


def brief(dossier: Dossier) -> Gelezen | None:
    """The latest letter to who asked: the answer, or why it takes longer; None when there is none."""
    return dossier.laatste(ANTWOORD) or dossier.laatste(UITSTEL)


def papieren(wie: Wie, dossier: Dossier) -> Sequence[tuple[str, str]]:
    """The letter of this case on paper, for who wrote it."""
    return [("privacybrief", "Brief aan de betrokkene")] if brief(dossier) else []


def _verzoek(zaak: Zaak) -> Gelezen:
    """As it was written down, or as it was passed on."""
    return kopie(zaak, VERZOEK, DOORGESTUURD)


def _wie_vroeg(verzoek: Gelezen) -> dict[str, Any]:
    return {naam: verzoek.waarde(naam) for naam in ("naam_verzoeker", "adres_verzoeker")}


def _herkenning(waarden: Mapping[str, Any]) -> Herkenning:
    return Herkenning(f"Verzoek van {waarden['naam_verzoeker']}", ("naam_verzoeker",))
