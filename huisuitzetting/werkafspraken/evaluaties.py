"""The evaluation every six months: opened with the figures of that day, held, and decided on (HAA-9.2, HAA-9.2.b)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from convenant.beleid import kalender
from convenant.looptijd.termijnen import sleutel_van
from convenant.poort import klokken, poort
from convenant.poort.berichten import bericht
from convenant.poort.grens import beurt
from convenant.poort.handeling import NietGevonden, Ongeldig
from convenant.poort.klokken import Klokstand
from convenant.poort.zaken import begin_zaak, doe, vergrendel, zaak_van, zet_label
from convenant.tijd import vandaag
from huisuitzetting.models import Evaluatie

from . import kengetallen
from .ontvangers import naam_van, wie_evalueert

OPENEN, VOORTZETTEN, NIET_VOORTZETTEN = "evaluatie_openen", "voortzetten", "niet_voortzetten"
BESLUITEN = dict(Evaluatie.Besluit.choices)
JAREN = 2
KLOKKEN = ("evaluatie", "voortzetting")


@dataclass(frozen=True)
class Kaart:
    """An evaluation as it is shown; `tot_en_met` the last day of what it decided."""

    zaak: int
    dag: date
    agenda: str
    deelnemers: Sequence[str]
    cijfers: Sequence[Sequence[str]]
    verslag: str
    besluit: str
    besloten_op: date | None
    tot_en_met: date | None

    @property
    def is_open(self) -> bool:
        return not self.besluit

    @property
    def besluit_in_woorden(self) -> str:
        return BESLUITEN.get(self.besluit, "")


def deelnemers() -> list[str]:
    """Who evaluates, by functie and party."""
    return [naam_van(groep) for groep in wie_evalueert()]


def overzicht() -> Sequence[Kaart]:
    """Every evaluation, the latest first."""
    rijen = Evaluatie.objects.filter(convenant=beurt().wie.convenant)
    return [_kaart(rij) for rij in rijen.order_by("-dag", "-zaak_id")]


def geef(zaak_id: int) -> Kaart:
    """Raises NietGevonden."""
    return _kaart(_rij(zaak_id))


def lopende_klokken() -> Sequence[Klokstand]:
    """Until when there must be an evaluation, and a decision to go on, as far as the own functie may know."""
    return [klok for klok in klokken.van_het_convenant() if klok.termijn in KLOKKEN]


def open(dag: date, agenda: str, gekozen: Sequence[str], kenmerk: UUID) -> int:
    """Open an evaluation with the figures there are now; the case's id. Who takes part gets a message."""
    if eerder := Evaluatie.objects.filter(kenmerk=kenmerk).first():
        return eerder.pk
    wie = beurt().wie
    if onbekend := set(gekozen) - set(deelnemers()):
        raise Ongeldig({"deelnemers": f"Deze functie is er niet meer: {', '.join(sorted(onbekend))}."})
    with begin_zaak(OPENEN) as zaak:
        zet_label(zaak, f"Evaluatie van {dag:%d-%m-%Y}")
        Evaluatie.objects.create(
            zaak=zaak,
            convenant=wie.convenant,
            groep_id=wie.groep,
            kenmerk=kenmerk,
            dag=dag,
            agenda=agenda,
            deelnemers=list(gekozen),
            cijfers=_cijfers(),
        )
        bericht(
            [groep for groep in wie_evalueert() if naam_van(groep) in gekozen],
            "Er is een evaluatie van het convenant",
            "Kijk wanneer de evaluatie is, wat er op de agenda staat, en welke cijfers erbij horen.",
            f"/{wie.convenant.code}/evaluaties/{zaak.pk}/",
        )
    return zaak.pk


def besluit(zaak_id: int, handeling: str, gehouden_op: date, verslag: str, kenmerk: UUID) -> int:
    """What was decided, with the minutes; the case's id. To go on is for a year from that day, and the clock of it starts.

    Not to go on ends nothing: only all parties together can, in writing (HAA-9.3).
    """
    rij = _rij(zaak_id)
    zaak = vergrendel(zaak_van(zaak_id))
    rij.refresh_from_db()
    if rij.besluit_kenmerk == kenmerk:
        return zaak_id
    if gehouden_op > vandaag():
        raise Ongeldig({"gehouden_op": "Deze dag is nog niet geweest. Vul in wanneer de evaluatie was."})
    sleutel, moment = sleutel_van(beurt().wie.convenant), kalender.begin_van(gehouden_op)
    with doe(zaak, handeling):
        klokken.voldaan("evaluatie", sleutel=sleutel)
        rij.besluit, rij.besloten_op, rij.verslag = handeling, gehouden_op, verslag
        rij.besluit_kenmerk = kenmerk
        if handeling == VOORTZETTEN:
            klokken.voldaan("voortzetting", sleutel=sleutel)
            klokken.gebeurt("evaluatiebesluit", sleutel=sleutel, moment=moment)
            rij.voortgezet_tot = kalender.tel(gehouden_op, 1, "jaren")
        rij.save(update_fields=["besluit", "besloten_op", "verslag", "besluit_kenmerk", "voortgezet_tot"])
    return zaak_id


def waarschuwing() -> str:
    """What is to be said of the last decision; "" when all is well (HAA-9.2.b, HAA-9.3)."""
    blijft = "Het convenant blijft van kracht: alleen alle partijen samen kunnen het schriftelijk beëindigen (artikel 9.3)."
    besloten = [kaart for kaart in overzicht() if kaart.besluit]
    if not besloten:
        return ""
    laatste = max(besloten, key=lambda kaart: (kaart.besloten_op or kaart.dag, kaart.zaak))
    if laatste.besluit == NIET_VOORTZETTEN:
        return f"De laatste evaluatie besloot om niet voort te zetten. {blijft}"
    if laatste.tot_en_met is not None and laatste.tot_en_met < vandaag():
        return f"Het jaar van de laatste voortzetting is voorbij en er is geen nieuw besluit. {blijft}"
    return ""


def mag_besluiten() -> bool:
    return poort.mag(VOORTZETTEN)


def _cijfers() -> list[list[str]]:
    """The figures of the latest years, as they are told today."""
    jaren = list(kengetallen.overzicht().items())[:JAREN]
    return [
        [str(jaar), regel.wie, regel.wat, regel.eerste, regel.tweede, regel.heel_jaar]
        for jaar, regels in jaren
        for regel in regels
    ]


def _rij(zaak_id: int) -> Evaluatie:
    rij = Evaluatie.objects.filter(pk=zaak_id, convenant=beurt().wie.convenant).first()
    if rij is None:
        raise NietGevonden
    return rij


def _kaart(rij: Evaluatie) -> Kaart:
    tot = rij.voortgezet_tot
    return Kaart(
        rij.pk,
        rij.dag,
        rij.agenda,
        rij.deelnemers,
        rij.cijfers,
        rij.verslag,
        rij.besluit,
        rij.besloten_op,
        date.fromordinal(tot.toordinal() - 1) if tot else None,
    )
