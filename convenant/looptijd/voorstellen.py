"""What the parties decide together: one proposes in writing, each signs by who may, one sets it down (HAA-9.3, HAA-PR13.2).

The policy says which verbs there are and who has them. A proposal is weighed as a case is, in its step, but it is none:
it is about nobody.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.db.models import Q
from django.utils import timezone

from convenant.beleid import looptijd as regels
from convenant.beleid.beslissing import Uitkomst, Vraag
from convenant.beleid.looptijd import BEEINDIGEN, Samen
from convenant.beleid.taal import BEGIN, Beleid
from convenant.partijen.models import Deelname, Groep
from convenant.poort import bijlagen
from convenant.poort.berichten import bericht
from convenant.poort.bijlagen import Bestand
from convenant.poort.daad import Daad, mag, verricht
from convenant.poort.feiten import Aanvraag, FeitVraag, vragen_van
from convenant.poort.grens import beurt
from convenant.poort.handeling import NietGevonden, Ongeldig
from convenant.tijd import nu, vandaag

from . import ongeldig
from .beeindigen import EEN_DAG, zet_einde
from .models import Akkoord, Stuk, Voorstel

OPEN, AANGENOMEN, GEWEIGERD = "open", "aangenomen", "geweigerd"


@dataclass(frozen=True)
class Invoer:
    """A proposal as somebody writes it. `stuk`: the value of a Bijlageveld."""

    onderwerp: str
    redenen: str
    dag: date
    stuk: Mapping[str, Any]
    bedoeld: bool = False
    herstelt: str = ""


@dataclass(frozen=True)
class Handtekening:
    """What a party signed with. `stuk`: the value of a Bijlageveld."""

    naam: str
    functie: str
    bevoegdheid: str
    getekend_op: date
    stuk: Mapping[str, Any]


@dataclass(frozen=True)
class Partij:
    """One party under a proposal; without `getekend_op` it has not signed yet."""

    naam: str
    eigen: bool
    ondertekenaar: str = ""
    functie: str = ""
    bevoegdheid: str = ""
    getekend_op: date | None = None
    stuk: UUID | None = None


@dataclass(frozen=True)
class Kaart:
    """A proposal as it is shown. `kan`: the verbs that wait for the own functie."""

    id: UUID
    weg: Samen
    door: str
    onderwerp: str
    redenen: str
    dag: date
    herstelt: str
    voorgesteld_op: datetime
    besloten_op: datetime | None
    werkt_op: date | None
    reden_weigering: str
    stuk: UUID | None
    partijen: Sequence[Partij]
    kan: Sequence[str]

    @property
    def stand(self) -> str:
        if self.besloten_op is None:
            return OPEN
        return AANGENOMEN if self.werkt_op else GEWEIGERD

    @property
    def getekend(self) -> int:
        return sum(partij.getekend_op is not None for partij in self.partijen)

    @property
    def laatste_dag(self) -> date | None:
        """Of a decision that ends the convenant: the last day on which it is there."""
        return self.werkt_op - EEN_DAG if self.werkt_op and self.weg.eindigt else None


def wegen(beleid: Beleid) -> Sequence[Samen]:
    """What the parties can decide together here: where the facts that it waits for are those of this room."""
    hier = FEITEN.keys() & vragen_van(beleid.code).keys()
    return [weg for weg in regels.samen(beleid) if hier.issuperset(weg.vereist)]


def weg_van(handeling: str) -> Samen:
    """The way this verb belongs to. Raises NietGevonden when the text has none."""
    for weg in wegen(beurt().wie.beleid):
        if handeling in (weg.voorstellen, weg.instemmen, weg.besluiten, weg.weigeren):
            return weg
    raise NietGevonden


def te_beginnen() -> Sequence[Samen]:
    """What the own functie may propose."""
    return [weg for weg in wegen(beurt().wie.beleid) if mag(weg.voorstellen)]


def stel_voor(handeling: str, invoer: Invoer, kenmerk: UUID) -> UUID:
    """Propose; its id. Who may sign for another party hears of it. The same `kenmerk` again is the same proposal.

    Raises Geweigerd, NietGevonden, or Ongeldig when the day cannot be right or what it repairs is not invalid.
    """
    wie, weg = beurt().wie, weg_van(handeling)
    if handeling != weg.voorstellen:
        raise NietGevonden
    if eerder := Voorstel.objects.filter(kenmerk=kenmerk).first():
        return eerder.pk
    with _weeg(handeling, BEGIN) as uitkomst:
        if invoer.dag < vandaag():
            raise Ongeldig({"dag": "Deze dag is voorbij. Vul vandaag of een latere dag in."})
        if invoer.herstelt and invoer.herstelt not in ongeldig.nu_ongeldig():
            raise Ongeldig({"herstelt": "Deze bepaling is niet (meer) ongeldig. Kies opnieuw."})
        rij = Voorstel.objects.create(
            convenant=wie.convenant,
            deelname=wie.deelname,
            kenmerk=kenmerk,
            soort=weg.soort,
            stap=uitkomst.naar,
            onderwerp=invoer.onderwerp,
            redenen=invoer.redenen,
            dag=invoer.dag,
            bedoeld=invoer.bedoeld,
            herstelt=invoer.herstelt,
            voorgesteld_op=nu(),
            voorgesteld_door=wie.medewerker,
        )
        _bewaar(rij, None, invoer.stuk)
        _vertel(rij, weg, "Er is een voorstel over het convenant", "Lees het, en leg vast of u instemt.")
    return rij.pk


def teken(voorstel_id: UUID, handtekening: Handtekening) -> None:
    """The own party agrees. Twice is once. Raises Ongeldig when it was decided already, or the day cannot be right."""
    wie = beurt().wie
    rij, weg = _open(voorstel_id)
    if rij.akkoorden.filter(deelname=wie.deelname).exists():
        return
    with _weeg(weg.instemmen, rij.stap, rij):
        _nog_open(rij, weg)
        if not timezone.localtime(rij.voorgesteld_op).date() <= handtekening.getekend_op <= vandaag():
            zin = "Tekenen kan vanaf de dag van het voorstel tot en met vandaag. Controleer de dag."
            raise Ongeldig({"getekend_op": zin})
        akkoord = Akkoord.objects.create(
            voorstel=rij,
            convenant=wie.convenant,
            deelname=wie.deelname,
            naam=handtekening.naam,
            functie=handtekening.functie,
            bevoegdheid=handtekening.bevoegdheid,
            getekend_op=handtekening.getekend_op,
            vastgelegd_op=nu(),
            vastgelegd_door=wie.medewerker,
        )
        _bewaar(rij, akkoord, handtekening.stuk)
        if not ontbreken(rij):
            _vertel(rij, weg, "Alle partijen hebben getekend", "Het voorstel kan nu worden vastgesteld.")


def besluit(voorstel_id: UUID) -> None:
    """Set it down once all signed: it works from its day, or from now when that has passed. Raises Geweigerd, Ongeldig."""
    rij, weg = _open(voorstel_id)
    if rij.werkt_op is not None:
        return
    with _weeg(weg.besluiten, rij.stap, rij) as uitkomst:
        # Of an end the day itself is the last one.
        rij.werkt_op = max(rij.dag, vandaag()) + EEN_DAG * weg.eindigt
        if weg.eindigt:
            zet_einde(rij.convenant, rij.deelname, True, BEEINDIGEN, rij.werkt_op)
        _sluit(rij, uitkomst)
        if rij.herstelt:
            ongeldig.herstel(rij.herstelt, rij.werkt_op)
        _vertel(rij, weg, "Een voorstel is vastgesteld", "Lees vanaf welke dag het geldt.")


def weiger(voorstel_id: UUID, reden: str) -> None:
    """The own party does not agree: then it does not come about. Raises Geweigerd, Ongeldig."""
    rij, weg = _open(voorstel_id)
    if rij.reden_weigering == reden:
        return
    with _weeg(weg.weigeren, rij.stap, rij) as uitkomst:
        rij.reden_weigering = reden
        _sluit(rij, uitkomst)
        _vertel(rij, weg, "Een voorstel gaat niet door", "Een partij stemt niet in. De reden staat erbij.")


def overzicht() -> Sequence[Kaart]:
    """Every proposal, the latest first."""
    return [_kaart(rij) for rij in _rijen().order_by("-voorgesteld_op")]


def geef(voorstel_id: UUID) -> Kaart:
    """Raises NietGevonden."""
    rij = _rijen().filter(pk=voorstel_id).first()
    if rij is None:
        raise NietGevonden
    return _kaart(rij)


def lees_stuk(stuk_id: UUID) -> Bestand:
    """A document of a proposal. Raises NietGevonden for who may not read it too."""
    rij = Stuk.objects.filter(pk=stuk_id, convenant=beurt().wie.convenant).first()
    if rij is None:
        raise NietGevonden
    return bijlagen.ontzegel(rij, rij.pk)


def ontbreken(rij: Voorstel) -> Sequence[Deelname]:
    """The parties that have not signed yet: who left or has not come in does not count."""
    getekend = rij.akkoorden.values("deelname")
    doen_mee = Deelname.objects.filter(Q(einde=None) | Q(einde__gt=vandaag()), convenant=rij.convenant)
    return list(doen_mee.filter(getekend_op__isnull=False).exclude(pk__in=getekend))


def _iedereen_tekende(aanvraag: Aanvraag) -> bool:
    return isinstance(aanvraag.object, Voorstel) and not ontbreken(aanvraag.object)


def _bedoeld_als_wijziging(aanvraag: Aanvraag) -> bool:
    return isinstance(aanvraag.object, Voorstel) and aanvraag.object.bedoeld


# For the policies that name them: about a proposal.
FEITEN: Mapping[str, FeitVraag] = {
    "alle_partijen_stemmen_in": _iedereen_tekende,
    "bevoegd_ondertekend": _iedereen_tekende,
    "bedoeld_als_wijziging": _bedoeld_als_wijziging,
}


@contextmanager
def _weeg(handeling: str, stap: str, rij: Voorstel | None = None) -> Iterator[Uitkomst]:
    onderwerp = f"voorstel {rij.pk}" if rij else "voorstel"
    with verricht(Daad(Vraag(beurt().wie.kant, handeling, stap), rij, onderwerp=onderwerp)) as (werk,):
        yield werk.uitkomst


def _open(voorstel_id: UUID) -> tuple[Voorstel, Samen]:
    """The proposal, locked, and its way: two acts at once are weighed one after the other. Who can do nothing with it locks
    nothing, and is refused."""
    rijen = Voorstel.objects.filter(pk=voorstel_id, convenant=beurt().wie.convenant)
    rij = rijen.first()
    if rij is None:
        raise NietGevonden
    weg = _weg(rij)
    if any(mag(handeling) for handeling in (weg.instemmen, weg.besluiten, weg.weigeren)):
        rij = rijen.select_for_update().get()
    return rij, weg


def _nog_open(rij: Voorstel, weg: Samen) -> None:
    if rij.stap != weg.stap:
        raise Ongeldig({"": "Over dit voorstel is al besloten."})


def _sluit(rij: Voorstel, uitkomst: Uitkomst) -> None:
    rij.stap, rij.besloten_op, rij.besloten_door = uitkomst.naar, nu(), beurt().wie.medewerker
    rij.save(update_fields=["stap", "besloten_op", "besloten_door", "werkt_op", "reden_weigering"])


def _bewaar(rij: Voorstel, akkoord: Akkoord | None, waarde: Mapping[str, Any]) -> None:
    stuk_id = uuid4()
    bestand = bijlagen.neem_over(waarde["bijlage"], "stuk")
    Stuk.objects.create(
        id=stuk_id,
        voorstel=rij,
        akkoord=akkoord,
        convenant=rij.convenant,
        **bijlagen.verzegel(bestand, stuk_id),
    )


def _vertel(rij: Voorstel, weg: Samen, onderwerp: str, tekst: str) -> None:
    """To everybody who signs or decides, but for the own group."""
    wie = beurt().wie
    groepen = Groep.objects.filter(
        convenant=wie.convenant, handelingen__overlap=[weg.instemmen, weg.besluiten]
    )
    bericht(
        groepen.exclude(pk=wie.groep), onderwerp, tekst, f"/{wie.convenant.code}/looptijd/voorstel/{rij.pk}/"
    )


def _rijen() -> Any:
    rijen = Voorstel.objects.filter(convenant=beurt().wie.convenant).select_related("deelname__partij")
    return rijen.prefetch_related("akkoorden")


def _weg(rij: Voorstel) -> Samen:
    return next(weg for weg in regels.samen(beurt().wie.beleid) if weg.soort == rij.soort)


def _kaart(rij: Voorstel) -> Kaart:
    weg = _weg(rij)
    # Only who may read the documents sees that they are there.
    stukken: dict[int | None, UUID] = dict(Stuk.objects.filter(voorstel=rij).values_list("akkoord_id", "id"))
    partijen = _partijen(rij, stukken)
    return Kaart(
        rij.pk,
        weg,
        rij.deelname.partij.naam,
        rij.onderwerp,
        rij.redenen,
        rij.dag,
        rij.herstelt,
        rij.voorgesteld_op,
        rij.besloten_op,
        rij.werkt_op,
        rij.reden_weigering,
        stukken.get(None),
        partijen,
        _kan(rij, weg, partijen) if rij.stap == weg.stap else (),
    )


def _partijen(rij: Voorstel, stukken: Mapping[int | None, UUID]) -> Sequence[Partij]:
    eigen = beurt().wie.deelname.pk
    akkoorden = {akkoord.deelname_id: akkoord for akkoord in rij.akkoorden.all()}
    wachten = {deelname.pk for deelname in ontbreken(rij)} if rij.besloten_op is None else set()
    deelnames = Deelname.objects.filter(pk__in={*akkoorden, *wachten}).select_related("partij")
    kaarten = []
    for deelname in deelnames.order_by("partij__naam"):
        if akkoord := akkoorden.get(deelname.pk):
            kaarten.append(
                Partij(
                    deelname.partij.naam,
                    deelname.pk == eigen,
                    akkoord.naam,
                    akkoord.functie,
                    akkoord.bevoegdheid,
                    akkoord.getekend_op,
                    stukken.get(akkoord.pk),
                )
            )
        else:
            kaarten.append(Partij(deelname.partij.naam, deelname.pk == eigen))
    return kaarten


def _kan(rij: Voorstel, weg: Samen, partijen: Sequence[Partij]) -> Sequence[str]:
    """What this functie can do with it now; a refusal stays possible until it is decided."""
    ons = next((partij for partij in partijen if partij.eigen), None)
    wacht = {
        weg.instemmen: ons is not None and ons.getekend_op is None,
        weg.besluiten: all(partij.getekend_op for partij in partijen),
        weg.weigeren: bool(weg.weigeren),
    }
    return [handeling for handeling, kan in wacht.items() if kan and mag(handeling)]
