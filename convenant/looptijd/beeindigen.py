"""Giving notice, ending, and recording that a law ended it: each by the verb of its own text, withdrawn until it works."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from convenant.beleid import looptijd as regels
from convenant.beleid.beheer import INRICHTEN
from convenant.beleid.kalender import begin_van
from convenant.beleid.looptijd import BEEINDIGEN, OPZEGGEN, VERVALLEN, Wijze
from convenant.partijen.models import Convenant, Deelname, Groep
from convenant.poort import bijlagen, klokken
from convenant.poort.berichten import bericht
from convenant.poort.bijlagen import Bestand
from convenant.poort.daad import handel
from convenant.poort.grens import beurt
from convenant.poort.handeling import NietGevonden, Ongeldig
from convenant.tijd import nu, vandaag

from .models import Beeindiging, Brief
from .termijnen import sleutel_van_opzegging

EEN_DAG = timedelta(days=1)


@dataclass(frozen=True)
class Invoer:
    """What a person fills in. `laatste_dag`: where the text lets the notice name it; of a law the day before it works.
    `brief`: the value of a Bijlageveld."""

    handeling: str
    ontvangen_op: date
    laatste_dag: date | None = None
    redenen: str = ""
    wet: str = ""
    brief: dict[str, str] | None = None


@dataclass(frozen=True)
class Opzegging:
    """A notice as it is shown. `laatste_dag` is the last day on which what it ends is still there."""

    id: UUID
    handeling: str
    partij: str
    alles: bool
    ontvangen_op: date
    laatste_dag: date
    redenen: str
    wet: str
    vastgelegd_op: datetime
    ingetrokken_op: datetime | None
    van_ons: bool

    @property
    def stand(self) -> str:
        """ingetrokken, loopt or ingegaan."""
        if self.ingetrokken_op:
            return "ingetrokken"
        return "loopt" if vandaag() <= self.laatste_dag else "ingegaan"


def wijze_van(handeling: str) -> Wijze:
    """How the own functie does this. Raises NietGevonden when its text knows no such way."""
    wie = beurt().wie
    gevonden = (wijze for wijze in regels.wijzen(wie.beleid, wie.kant) if wijze.handeling == handeling)
    wijze = next(gevonden, None)
    if wijze is None:
        raise NietGevonden
    return wijze


def mogelijk() -> Sequence[Wijze]:
    """The ways open to the own functie that its party has not taken already."""
    wie = beurt().wie
    lopend = set(_lopende(wie.convenant).filter(deelname=wie.deelname).values_list("handeling", flat=True))
    return [wijze for wijze in regels.wijzen(wie.beleid, wie.kant) if wijze.handeling not in lopend]


def werkt_op(invoer: Invoer) -> date:
    """The first day on which what it ends is no longer there. Raises Ongeldig when the dates cannot be right."""
    wie, wijze = beurt().wie, wijze_van(invoer.handeling)
    if invoer.ontvangen_op > vandaag():
        raise Ongeldig(
            {"ontvangen_op": "Deze dag moet nog komen. Vul de dag in waarop de brief is ontvangen."}
        )
    eerste = wie.deelname.getekend_op or wie.convenant.ingang
    if eerste and invoer.ontvangen_op < eerste:
        raise Ongeldig(
            {"ontvangen_op": "Toen had uw organisatie nog niet getekend. Controleer de dag van ontvangst."}
        )
    if wijze.termijn is not None:
        # Recorded late, it works from tomorrow: until then a wrong date can be taken back.
        return max(regels.werkt_op(wijze.termijn, invoer.ontvangen_op), vandaag() + EEN_DAG)
    if invoer.laatste_dag is None:
        raise Ongeldig({"laatste_dag": "Vul de laatste dag in."})
    if wie.convenant.ingang and invoer.laatste_dag < wie.convenant.ingang - EEN_DAG:
        raise Ongeldig({"laatste_dag": "Toen was het convenant nog niet van kracht. Controleer de dag."})
    return invoer.laatste_dag + EEN_DAG


def leg_vast(invoer: Invoer) -> UUID:
    """Record it; what it ends, ends on that day without anybody doing anything more. The other parties get mail.

    Raises Geweigerd, NietGevonden, or Ongeldig when a date cannot be right or it ends already by then.
    """
    wie, wijze = beurt().wie, wijze_van(invoer.handeling)
    gegeven = {
        naam: waar
        for naam, waar in {
            "redenen_opzegging_vermeld": bool(invoer.redenen.strip()),
            "einddatum_niet_voorbij": invoer.laatste_dag is not None and invoer.laatste_dag >= vandaag(),
        }.items()
        if naam in wijze.vereist
    }
    with handel(invoer.handeling, gegeven=gegeven, onderwerp=_onderwerp(invoer)):
        dag = werkt_op(invoer)
        eerder = zet_einde(wie.convenant, wie.deelname, wijze.alles, invoer.handeling, dag)
        rij = Beeindiging.objects.create(
            convenant=wie.convenant,
            deelname=wie.deelname,
            handeling=invoer.handeling,
            alles=wijze.alles,
            ontvangen_op=invoer.ontvangen_op,
            werkt_op=dag,
            redenen=invoer.redenen,
            wet=invoer.wet,
            eerder=eerder,
            vastgelegd_op=nu(),
            vastgelegd_door=wie.medewerker,
        )
        if wijze.termijn is not None:
            ontvangen = begin_van(invoer.ontvangen_op)
            klokken.gebeurt(
                wijze.termijn.na, sleutel=sleutel_van_opzegging(rij), moment=ontvangen, groep=wie.groep
            )
        if invoer.brief:
            _bewaar_brief(rij, bijlagen.neem_over(invoer.brief["bijlage"], "brief"))
        _vertel(
            "Er is een einde vastgelegd",
            "Een partij heeft vastgelegd dat het convenant of haar deelname eindigt.",
        )
    return rij.pk


def trek_in(beeindiging_id: UUID) -> None:
    """Who gave it takes it back: what stood before, stands again. Raises NietGevonden, or Ongeldig once it works."""
    wie = beurt().wie
    rij = Beeindiging.objects.filter(
        pk=beeindiging_id, convenant=wie.convenant, deelname=wie.deelname, ingetrokken_op=None
    ).first()
    if rij is None:
        raise NietGevonden
    wijze = wijze_van(rij.handeling)
    with handel(rij.handeling, gegeven=dict.fromkeys(_gegeven(rij), True), onderwerp="ingetrokken"):
        if rij.werkt_op <= vandaag():
            raise Ongeldig({"": "Dit is al ingegaan. Intrekken kan niet meer."})
        rij.ingetrokken_op, rij.ingetrokken_door = nu(), wie.medewerker
        rij.save(update_fields=["ingetrokken_op", "ingetrokken_door"])
        _herstel_einde(rij)
        if wijze.termijn is not None:
            klokken.trek_in(wijze.termijn.na, sleutel=sleutel_van_opzegging(rij))
        _vertel("Er is een einde ingetrokken", "Een partij heeft haar opzegging of besluit ingetrokken.")


def overzicht() -> Sequence[Opzegging]:
    """Every notice and decision of the convenant, the latest first."""
    wie = beurt().wie
    rijen = Beeindiging.objects.filter(convenant=wie.convenant).select_related("deelname__partij")
    return [_opzegging(rij) for rij in rijen.order_by("-vastgelegd_op")]


def geef(beeindiging_id: UUID) -> Opzegging:
    """Raises NietGevonden."""
    gevonden = next((rij for rij in overzicht() if rij.id == beeindiging_id), None)
    if gevonden is None:
        raise NietGevonden
    return gevonden


def lees_brief(beeindiging_id: UUID) -> Bestand:
    """The letter, for who may give notice or sets the convenant up. Raises NietGevonden when there is none."""
    rij = Brief.objects.filter(pk=beeindiging_id, convenant=beurt().wie.convenant).first()
    if rij is None:
        raise NietGevonden
    return bijlagen.ontzegel(rij, rij.pk)


def _onderwerp(invoer: Invoer) -> str:
    return f"ontvangen {invoer.ontvangen_op:%d-%m-%Y}"


def _gegeven(rij: Beeindiging) -> Sequence[str]:
    feiten = rij.convenant.beleid.feiten
    vereist = wijze_van(rij.handeling).vereist
    return [feit.naam for feit in feiten if feit.over == "aanvraag" and feit.naam in vereist]


def _lopende(convenant: Convenant) -> QuerySet[Beeindiging]:
    return Beeindiging.objects.filter(convenant=convenant, ingetrokken_op=None)


def zet_einde(
    convenant: Convenant, deelname: Deelname, alles: bool, handeling: str, dag: date
) -> date | None:
    """Set the date that the facts read, and give the one that stood there. Two at once wait for each other."""
    wat, veld = _plaats(convenant, deelname, alles, handeling)
    eerder = getattr(wat, veld)
    if eerder is not None and eerder <= dag:
        raise Ongeldig({"": f"Er is al vastgelegd dat dit eindigt op {eerder - EEN_DAG:%d-%m-%Y}."})
    setattr(wat, veld, dag)
    wat.save(update_fields=[veld])
    return eerder


def _herstel_einde(rij: Beeindiging) -> None:
    """What stood before this notice, or what another that still runs asks for."""
    wat, veld = _plaats(rij.convenant, rij.deelname, rij.alles, rij.handeling)
    if getattr(wat, veld) != rij.werkt_op:
        return
    anderen = _lopende(rij.convenant).filter(alles=rij.alles)
    anderen = (
        anderen.filter(handeling=VERVALLEN)
        if rij.handeling == VERVALLEN
        else anderen.exclude(handeling=VERVALLEN)
    )
    if not rij.alles:
        anderen = anderen.filter(deelname=rij.deelname)
    dagen = [*anderen.values_list("werkt_op", flat=True), *filter(None, [rij.eerder])]
    setattr(wat, veld, min(dagen, default=None))
    wat.save(update_fields=[veld])


def _plaats(
    convenant: Convenant, deelname: Deelname, alles: bool, handeling: str
) -> tuple[Convenant | Deelname, str]:
    if not alles:
        return Deelname.objects.select_for_update().get(pk=deelname.pk), "einde"
    veld = "vervallen_op" if handeling == VERVALLEN else "einde"
    return Convenant.objects.select_for_update().get(pk=convenant.pk), veld


def _bewaar_brief(rij: Beeindiging, bestand: Bestand) -> None:
    Brief.objects.create(beeindiging=rij, convenant=rij.convenant, **bijlagen.verzegel(bestand, rij.pk))


def _vertel(onderwerp: str, tekst: str) -> None:
    """To who may give notice or sets the convenant up, at the other parties."""
    wie = beurt().wie
    bericht(
        betrokken_groepen(wie.convenant).exclude(deelname=wie.deelname),
        onderwerp,
        f"{tekst} Lees op de pagina Looptijd wat dat voor u betekent.",
        f"/{wie.convenant.code}/looptijd/",
    )


def betrokken_groepen(convenant: Convenant) -> QuerySet[Groep]:
    """Who is told about begin and end: whose functie may end something, or sets the convenant up."""
    verbs = [OPZEGGEN, BEEINDIGEN, VERVALLEN, INRICHTEN]
    return Groep.objects.filter(convenant=convenant, handelingen__overlap=verbs)


def _opzegging(rij: Beeindiging) -> Opzegging:
    return Opzegging(
        rij.pk,
        rij.handeling,
        rij.deelname.partij.naam,
        rij.alles,
        rij.ontvangen_op,
        rij.werkt_op - EEN_DAG,
        rij.redenen,
        rij.wet,
        rij.vastgelegd_op,
        rij.ingetrokken_op,
        rij.deelname_id == beurt().wie.deelname.pk,
    )
