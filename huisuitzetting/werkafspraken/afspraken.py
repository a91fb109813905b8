"""Annexes per corporatie: a document that holds for one of them, from a day until another (HAA-OW.6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from convenant.partijen import vastleggen
from convenant.partijen.models import Deelname, Groep
from convenant.poort import bijlagen
from convenant.poort.berichten import bericht
from convenant.poort.bijlagen import Bestand
from convenant.poort.daad import handel
from convenant.poort.grens import beurt
from convenant.poort.handeling import NietGevonden, Ongeldig
from convenant.tijd import nu, vandaag
from huisuitzetting.models import AanvullendeAfspraak

TOEVOEGEN, INSTELLING = "aanvullende_afspraak_toevoegen", "aanvullende_afspraken"


@dataclass(frozen=True)
class Afspraak:
    """An annex as it is listed. `tot` is the last day."""

    id: UUID
    partij: str
    titel: str
    vanaf: date
    tot: date | None

    @property
    def geldt(self) -> bool:
        return self.vanaf <= vandaag() and (self.tot is None or vandaag() <= self.tot)


@dataclass(frozen=True)
class Nieuw:
    """An annex as it is added. `document`: the value of a Bijlageveld."""

    deelname: int
    titel: str
    vanaf: date
    tot: date | None
    document: Mapping[str, Any]


def overzicht() -> Sequence[Afspraak]:
    """The annexes that the own party may read, the latest first. Raises NietGevonden in a convenant without."""
    wie = beurt().wie
    if not any(TOEVOEGEN in rij.handelingen for rij in wie.beleid.bevoegdheden):
        raise NietGevonden
    rijen = AanvullendeAfspraak.objects.filter(convenant=wie.convenant).defer("kop", "inhoud", "sleutel")
    return [
        Afspraak(rij.pk, rij.deelname.partij.naam, rij.titel, rij.vanaf, rij.tot)
        for rij in rijen.select_related("deelname__partij").order_by("-vanaf", "pk")
    ]


def corporaties() -> Sequence[tuple[int, str]]:
    """For whom there can be one: the id of each deelname, and its name."""
    rijen = Deelname.objects.filter(convenant=beurt().wie.convenant, soort="corporatie")
    return [(rij.pk, rij.partij.naam) for rij in rijen.select_related("partij").order_by("partij__naam")]


def voeg_toe(nieuw: Nieuw, kenmerk: UUID) -> None:
    """Add an annex; the setting of that corporatie names it, and everybody there hears of it."""
    wie = beurt().wie
    if AanvullendeAfspraak.objects.filter(kenmerk=kenmerk).exists():
        return
    deelname = Deelname.objects.filter(convenant=wie.convenant, soort="corporatie", pk=nieuw.deelname).first()
    if deelname is None:
        raise Ongeldig({"deelname": "Deze corporatie doet niet mee. Kies opnieuw uit de lijst."})
    if nieuw.tot is not None and nieuw.tot < nieuw.vanaf:
        raise Ongeldig({"tot": "Deze dag ligt voor de eerste dag. Vul een latere dag in."})
    with handel(TOEVOEGEN, onderwerp=f"deelname {deelname.pk}"):
        afspraak_id = uuid4()
        papier = bijlagen.neem_over(nieuw.document["bijlage"], "document")
        AanvullendeAfspraak.objects.create(
            id=afspraak_id,
            convenant=wie.convenant,
            deelname=deelname,
            kenmerk=kenmerk,
            titel=nieuw.titel,
            vanaf=nieuw.vanaf,
            tot=nieuw.tot,
            toegevoegd_op=nu(),
            toegevoegd_door=wie.medewerker,
            **bijlagen.verzegel(papier, afspraak_id),
        )
        titels = AanvullendeAfspraak.objects.filter(deelname=deelname).order_by("vanaf", "pk")
        waarde = "; ".join(titels.values_list("titel", flat=True))
        vastleggen.stel_in(wie.convenant, deelname, INSTELLING, waarde[:2000], door=wie.medewerker)
        bericht(
            Groep.objects.filter(convenant=wie.convenant, deelname=deelname),
            "Er is een aanvullende afspraak met uw corporatie",
            "Lees wat er is afgesproken, en vanaf wanneer het geldt.",
            f"/{wie.convenant.code}/afspraken/",
        )


def lees(afspraak_id: UUID) -> Bestand:
    """The document, for who may read it. Raises NietGevonden."""
    rij = AanvullendeAfspraak.objects.filter(pk=afspraak_id, convenant=beurt().wie.convenant).first()
    if rij is None:
        raise NietGevonden
    return bijlagen.ontzegel(rij, rij.pk)
