"""One case as its page shows it: the own copies, the track, whose move it is and what the own functie can do."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F

from convenant.beleid.beslissing import Reden, Uitkomst, Vraag
from convenant.beleid.taal import INZIEN, ZONDER_ZAAK, Beleid, Kant
from convenant.verstrekkingen.models import Ontvangst
from convenant.zaken.models import Gebeurtenis, Toegang, Zaak

from .daad import Daad, toets_vooraf, verricht, weeg
from .grens import beurt
from .klokken import Klokstand, klokken_van
from .lezen import Gelezen, is_weg, merk_geopend, open_kopie, waarom_weg
from .werklijst import collegas
from .zaken import eigen_regel, eigen_toegang, merk_gezien, zaak_van

# As sent; of two at the same moment the one that was replaced first, else always the same one.
OP_VOLGORDE = (
    "verstrekking__moment",
    F("verstrekking__vervangen_op").asc(nulls_last=True),
    "verstrekking__gegevensset",
    "pk",
)


@dataclass(frozen=True)
class Spoor:
    """One thing that happened, by this functie at this party. `wie` is a colleague by name, or the other party and functie."""

    moment: datetime
    handeling: str
    stap: str
    wie: str
    eigen: bool
    eis: str
    partij: str
    functie: str


@dataclass(frozen=True)
class Dicht:
    """An own copy that shows nothing: destroyed, withdrawn, or not readable in this step; why, and with what article."""

    id: UUID
    gegevensset: str
    moment: datetime
    redenen: tuple[Reden, ...]
    te_bevestigen: bool


@dataclass(frozen=True)
class Stuk:
    """An own copy on the case: opened, or closed with the reason. `verstrekking` is the act it belongs to."""

    verstrekking: UUID
    eigen: bool
    gelezen: Gelezen | None
    dicht: Dicht | None


@dataclass(frozen=True)
class Dossier:
    """A case. `aan_zet`: whom the step waits for; `handelingen`: the verbs the own functie has in it; `verder`: those the
    step waits for, also of who may not see which step it is."""

    id: int
    nummer: str
    stap: str
    geopend_op: datetime
    termijn: datetime | None
    label: str
    kenmerk: str
    behandelaar: int | None
    collegas: Mapping[int, str]
    aan_zet: tuple[Kant, ...]
    eigen_zet: bool
    handelingen: tuple[str, ...]
    verder: frozenset[str]
    stukken: tuple[Stuk, ...]
    spoor: tuple[Spoor, ...]
    klokken: tuple[Klokstand, ...]

    def laatste(self, gegevensset: str) -> Gelezen | None:
        """The newest readable copy of this set that was not replaced, if any."""
        gelezen = [s.gelezen for s in self.stukken if s.gelezen and s.gelezen.gegevensset == gegevensset]
        return next((kopie for kopie in reversed(gelezen) if not kopie.vervangen), None)


def lees_zaak(zaak_id: int) -> Dossier:
    """Open a case: one act, one log line with the ids of the copies shown.

    Raises NietGevonden when it is not there or not theirs, Geweigerd when this functie may not read cases now.
    """
    wie = beurt().wie
    zaak = zaak_van(zaak_id)
    toegang = eigen_toegang(zaak)
    with verricht(Daad(Vraag(wie.kant, INZIEN, zaak.stap), zaak=zaak, onderwerp=zaak.nummer)) as (werk,):
        stukken = tuple(_stukken(zaak))
        getoond = [stuk.gelezen.id for stuk in stukken if stuk.gelezen]
        merk_geopend(getoond)
        werk.aanvulling |= {"handeling": "zaak_inzien", "object": " ".join((zaak.nummer, *map(str, getoond)))}
        merk_gezien(toegang)
        return _dossier(zaak, toegang, stukken)


def _dossier(zaak: Zaak, toegang: Toegang, stukken: tuple[Stuk, ...]) -> Dossier:
    wie = beurt().wie
    mensen = collegas()
    aan_zet = wie.beleid.aan_zet(zaak.stap)
    return Dossier(
        zaak.pk,
        zaak.nummer,
        toegang.stap,
        zaak.geopend_op,
        toegang.termijn,
        toegang.label,
        toegang.kenmerk,
        toegang.behandelaar_id if toegang.behandelaar_id in mensen else None,
        mensen,
        aan_zet if toegang.ziet_spoor else _zonder_functie(aan_zet, wie.kant),
        toegang.aan_zet,
        tuple(handelingen_in(zaak.stap)),
        _verder(zaak.stap, stukken, wacht=any(kant.past(wie.kant) for kant in aan_zet)),
        stukken,
        tuple(_spoor(zaak)),
        klokken_van(zaak),
    )


def _verder(stap: str, stukken: tuple[Stuk, ...], *, wacht: bool) -> frozenset[str]:
    """What the step waits for, and when it does not wait for the own functie, what answers that which it was asked."""
    beleid = beurt().wie.beleid
    if wacht:
        return frozenset(o.handeling for o in beleid.overgangen if o.van == stap and not o.vrij)
    gevraagd = {stuk.gelezen.gegevensset for stuk in stukken if stuk.gelezen and not stuk.eigen}
    return frozenset(antwoord for vraag, antwoord in beleid.vragen(stap).items() if vraag in gevraagd)


def _zonder_functie(kanten: tuple[Kant, ...], eigen: Kant) -> tuple[Kant, ...]:
    """Of another party only that the move is theirs, not whose among them."""
    return tuple(dict.fromkeys(kant if kant.past(eigen) else Kant(kant.soort, "") for kant in kanten))


def handelingen_in(stap: str) -> Iterator[str]:
    """The verbs the own functie has in this step, in the order of the policy; whether they succeed the act itself says.

    Besides those that lead on: what may be sent or fetched in it without moving the case.
    """
    wie = beurt().wie
    for overgang in wie.beleid.overgangen:
        if overgang.van == stap and any(kant.past(wie.kant) for kant in overgang.door):
            yield overgang.handeling
    leidt_verder = {overgang.handeling for overgang in wie.beleid.overgangen}
    for rij in wie.beleid.gegevenssets:
        if rij.handeling in leidt_verder or stap not in rij.verzenden_in:
            continue
        if any(kant.past(wie.kant) for kant in (rij.aan if rij.initiatief == "aan" else rij.van)):
            yield rij.handeling


def _stukken(zaak: Zaak) -> Iterator[Stuk]:
    """Every own copy of what was sent, weighed once per set and purpose, not per row. What was fetched for the case has
    a page of its own."""
    wie = beurt().wie
    gehaald = [rij.naam for rij in wie.beleid.gegevenssets if rij.initiatief == "aan"]
    gewogen: dict[tuple[str, str], Uitkomst] = {}
    kopieen = Ontvangst.objects.filter(verstrekking__zaak=zaak, groep_id=wie.groep)
    kopieen = kopieen.exclude(verstrekking__gegevensset__in=gehaald)
    for kopie in kopieen.select_related("verstrekking").order_by(*OP_VOLGORDE):
        verstrekking = kopie.verstrekking
        sleutel = (verstrekking.gegevensset, verstrekking.doel)
        if sleutel not in gewogen:
            vraag = Vraag(wie.kant, INZIEN, zaak.stap, verstrekking.gegevensset, doel=verstrekking.doel)
            gewogen[sleutel] = weeg(Daad(vraag, zaak=zaak))
        yield _stuk(kopie, gewogen[sleutel])


def _stuk(kopie: Ontvangst, uitkomst: Uitkomst) -> Stuk:
    wie = beurt().wie
    verstrekking = kopie.verstrekking
    eigen = kopie.groep_id == verstrekking.door_groep_id
    if uitkomst.mag and not is_weg(kopie):
        return Stuk(verstrekking.pk, eigen, open_kopie(kopie, uitkomst), None)
    redenen = (waarom_weg(verstrekking, wie.beleid),) if is_weg(kopie) else uitkomst.voor_mens(wie.beleid)
    ingetrokken = verstrekking.ingetrokken_op is not None
    te_bevestigen = ingetrokken and not eigen and kopie.bevestigd_op is None
    return Stuk(
        verstrekking.pk,
        eigen,
        None,
        Dicht(kopie.pk, verstrekking.gegevensset, verstrekking.moment, redenen, te_bevestigen),
    )


def _spoor(zaak: Zaak) -> Iterator[Spoor]:
    wie = beurt().wie
    rijen = Gebeurtenis.objects.filter(zaak=zaak).order_by("pk")
    for rij in rijen.select_related("groep__deelname__partij", "medewerker__account"):
        eigen = rij.groep_id == wie.groep
        if not eigen and not _raakt(wie.beleid, wie.kant, rij.handeling):
            continue
        partij, functie = (rij.groep.deelname.partij.naam, rij.groep.functie) if rij.groep else ("", "")
        naam = _wie_deed(rij, eigen)
        yield Spoor(rij.moment, rij.handeling, rij.stap, naam, eigen, rij.eis, partij, functie)


def _raakt(beleid: Beleid, kant: Kant, handeling: str) -> bool:
    """Whether what another group does by this verb is this functie's affair: it moves the case, or sends it something.

    What a group does for itself alone (its attempts at contact, the register that each party keeps) stands in nobody else's track.
    """
    sets = [rij for rij in beleid.gegevenssets if rij.handeling == handeling]
    naar_kant = [rij for rij in sets if any(aan.past(kant) for aan in rij.aan)]
    ontvangt = any(not any(van.past(kant) for van in rij.van) for rij in naar_kant)
    return ontvangt or any(rij.handeling == handeling for rij in beleid.overgangen)


def _wie_deed(rij: Gebeurtenis, eigen: bool) -> str:
    if rij.groep is None or rij.medewerker is None:
        return "Vanzelf: een termijn was voorbij"
    if eigen:
        return rij.medewerker.account.naam
    return f"{rij.groep.deelname.partij.naam}, {rij.groep.naam}"


def toets_handeling(handeling: str) -> None:
    """Before a form is shown or a file of it taken in: refuses on what holds whatever is typed (party, person, convenant).

    Whether the verb fits the step is for the act itself, which gives back what was typed.
    """
    wie = beurt().wie
    vanuit = (
        o.van
        for o in wie.beleid.overgangen
        if o.handeling == handeling and any(kant.past(wie.kant) for kant in o.door)
    )
    vraag = Vraag(wie.kant, handeling, next(vanuit, ZONDER_ZAAK))
    toets_vooraf(Daad(vraag), ("convenant", "deelname", "medewerker"))


def geef_kenmerk(zaak_id: int, kenmerk: str) -> None:
    """The own reference number: the group's own affair, searched by, seen by nobody else."""
    with eigen_regel(zaak_id, "kenmerk_geven") as (_, toegang):
        toegang.kenmerk = kenmerk.strip()
        toegang.save(update_fields=["kenmerk"])
