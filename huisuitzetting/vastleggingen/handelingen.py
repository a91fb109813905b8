"""The records of the privacyreglement: what each party records of itself, and what it tells the others (bijlage 1).

Norm and check (HAA-PR7.3) and information text (HAA-PR10.1) are rows of the party; the outcome of a DPIA (HAA-PR7.4) and a development (HAA-PR11.1) are sent to the others as sets.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from convenant.beleid.kalender import tel
from convenant.poort import bijlagen, poort
from convenant.poort.berichten import bericht
from convenant.poort.bijlagen import Bestand
from convenant.poort.daad import handel
from convenant.poort.grens import beurt
from convenant.poort.handeling import NietGevonden, Ongeldig
from convenant.poort.lezen import alle_kopieen
from convenant.tijd import nu, vandaag
from huisuitzetting.models import Vastlegging
from huisuitzetting.werkafspraken.ontvangers import groepen_die_krijgen

NORM, CONTROLE, TEKST = "norm_vastleggen", "controle_vastleggen", "informatietekst_vastleggen"
DPIA, ONTWIKKELING = "dpia_melden", "ontwikkeling_melden"
VASTLEGGEN = (NORM, CONTROLE, TEKST)
MELDEN = {DPIA: "dpia_uitkomst", ONTWIKKELING: "ontwikkeling"}


@dataclass(frozen=True)
class Nieuw:
    """A record as somebody writes it. `document`: the value of a Bijlageveld."""

    dag: date
    wat: str
    tekst: str = ""
    geldig_tot: date | None = None
    document: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class Kaart:
    """A record as it is listed."""

    id: UUID
    handeling: str
    partij: str
    dag: date
    wat: str
    tekst: str
    geldig_tot: date | None
    heeft_document: bool
    vastgelegd_op: datetime
    door: str

    @property
    def is_verlopen(self) -> bool:
        return self.geldig_tot is not None and self.geldig_tot < vandaag()


@dataclass(frozen=True)
class Melding:
    """What a party told the others: (field, value) pairs, as sent."""

    soort: str
    partij: str
    eigen: bool
    moment: datetime
    velden: Sequence[tuple[str, Any]]


def leg_vast(handeling: str, nieuw: Nieuw, kenmerk: UUID) -> None:
    """Record it for the own party. The same `kenmerk` again is the same record. Raises Geweigerd, or Ongeldig for a day that
    cannot be right."""
    wie = beurt().wie
    if handeling not in VASTLEGGEN:
        raise NietGevonden
    if Vastlegging.objects.filter(kenmerk=kenmerk).exists():
        return
    with handel(handeling):
        _toets(handeling, nieuw)
        rij_id = uuid4()
        bestand = bijlagen.neem_over(nieuw.document["bijlage"], "document") if nieuw.document else None
        Vastlegging.objects.create(
            id=rij_id,
            convenant=wie.convenant,
            deelname=wie.deelname,
            kenmerk=kenmerk,
            handeling=handeling,
            dag=nieuw.dag,
            wat=nieuw.wat,
            tekst=nieuw.tekst,
            geldig_tot=nieuw.geldig_tot,
            vastgelegd_op=nu(),
            vastgelegd_door=wie.medewerker,
            **(bijlagen.verzegel(bestand, rij_id) if bestand else {}),
        )


def _toets(handeling: str, nieuw: Nieuw) -> None:
    if handeling == CONTROLE and nieuw.dag > vandaag():
        raise Ongeldig({"dag": "Deze dag moet nog komen. Vul de dag in waarop het gebeurde."})
    if nieuw.geldig_tot is not None and nieuw.geldig_tot < nieuw.dag:
        raise Ongeldig({"geldig_tot": "Deze dag ligt voor de eerste dag. Vul een latere dag in."})


def meld_dpia(samenvatting: str, tekortkomingen: str, dag: date, raakt: bool, kenmerk: UUID) -> None:
    """Tell the others what a DPIA found, as far as it touches the exchange. Raises Geweigerd when it does not."""
    waarden = {
        "samenvatting_dpia": samenvatting,
        "tekortkomingen_uitwisseling": tekortkomingen,
        "datum_dpia": dag.isoformat(),
    }
    _meld(DPIA, waarden, dag, kenmerk, {"dpia_raakt_uitwisseling": raakt})


def meld_ontwikkeling(soort: str, omschrijving: str, dag: date, kenmerk: UUID) -> None:
    """Tell the others of a development (a to d of HAA-PR11.1)."""
    waarden = {
        "soort_ontwikkeling": soort,
        "omschrijving_ontwikkeling": omschrijving,
        "datum_ontwikkeling": dag.isoformat(),
    }
    _meld(ONTWIKKELING, waarden, dag, kenmerk, {})


def _meld(
    handeling: str, waarden: Mapping[str, str], dag: date, kenmerk: UUID, gegeven: Mapping[str, bool]
) -> None:
    if dag > vandaag():
        raise Ongeldig({"dag": "Deze dag moet nog komen. Vul de dag in waarop het gebeurde."})
    if poort.eerder_gedaan(kenmerk):
        return
    eigen = beurt().wie.groep
    anderen = [groep for groep in groepen_die_krijgen(MELDEN[handeling]) if groep.pk != eigen]
    poort.verstrek(MELDEN[handeling], waarden, anderen, kenmerk=kenmerk, gegeven=gegeven)
    bericht(
        anderen,
        "Een partij meldt iets over het privacyreglement",
        "Lees de melding op de pagina Vastleggingen.",
        f"/{beurt().wie.convenant.code}/vastleggingen/",
    )


def overzicht() -> Sequence[Kaart]:
    """The records that the own party may read, the latest first."""
    rijen = Vastlegging.objects.filter(convenant=beurt().wie.convenant).defer("kop", "inhoud")
    return [
        Kaart(
            rij.pk,
            rij.handeling,
            rij.deelname.partij.naam,
            rij.dag,
            rij.wat,
            rij.tekst,
            rij.geldig_tot,
            rij.sleutel is not None,
            rij.vastgelegd_op,
            rij.vastgelegd_door.account.naam,
        )
        for rij in rijen.select_related("deelname__partij", "vastgelegd_door__account").order_by(
            "-vastgelegd_op"
        )
    ]


def meldingen() -> Sequence[Melding]:
    """What the parties told each other, the latest first. One log line per kind."""
    eigen = beurt().wie.deelname.pk
    alles = [
        Melding(
            soort,
            kopie.partij,
            kopie.deelname == eigen,
            kopie.gelezen.moment,
            [(veld.naam, veld.waarde) for veld in kopie.gelezen.velden],
        )
        for soort in MELDEN.values()
        for kopie in alle_kopieen(soort)
    ]
    return sorted(alles, key=lambda melding: melding.moment, reverse=True)


def controle_nodig() -> bool:
    """Whether a year has passed since the own party last had its norm checked, or it never had (HAA-PR7.3)."""
    wie = beurt().wie
    laatste = (
        Vastlegging.objects.filter(convenant=wie.convenant, deelname=wie.deelname, handeling=CONTROLE)
        .order_by("-dag")
        .values_list("dag", flat=True)
        .first()
    )
    return laatste is None or tel(laatste, 1, "jaren") <= vandaag()


def lees_document(vastlegging_id: UUID) -> Bestand:
    """Raises NietGevonden when there is none, or it is not theirs to read."""
    rij = Vastlegging.objects.filter(
        pk=vastlegging_id, convenant=beurt().wie.convenant, sleutel__isnull=False
    ).first()
    if rij is None:
        raise NietGevonden
    return bijlagen.ontzegel(rij, rij.pk)
