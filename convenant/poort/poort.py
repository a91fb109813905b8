"""The gate: the only road between a request and a row.

`handel` performs a verb, `verstrek` sends a set, `raadpleeg` fetches one, `lees` opens an own copy. Each decides, acts
and queues its log line; nothing but frozen records leaves it. A refusal undoes the act and is logged all the same.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from convenant.beleid.beslissing import Reden, Stand, Uitkomst, Vraag, beslis, doorsnede
from convenant.beleid.register import register
from convenant.beleid.taal import INZIEN, ZONDER_ZAAK, Beleid, Gegevensset, Kant
from convenant.partijen.models import Groep
from convenant.tijd import nu
from convenant.verstrekkingen import kluis
from convenant.verstrekkingen.models import Ontvangst, Raadpleging, Verstrekking
from convenant.zaken.models import Zaak

from .feiten import Aanvraag, Feiten, instellingen_van
from .grens import Beurt, beurt, zet_context
from .handeling import Geweigerd, NietGevonden, Ongeldig
from .logboek import GEWEIGERD, TOEGESTAAN, Regel, pseudoniem


@dataclass(frozen=True)
class Levering:
    """What a source hands over for one raadpleging: values, the persons concerned, the version of the source."""

    waarden: Mapping[str, Any]
    personen: tuple[str, ...] = ()
    bron: str = ""


@dataclass(frozen=True)
class Veld:
    naam: str
    waarde: Any


@dataclass(frozen=True)
class Gelezen:
    """An opened copy: exactly its fields, and why this reader may see them."""

    id: UUID
    gegevensset: str
    velden: tuple[Veld, ...]
    doel: str
    grondslag: str
    eis: str
    redenen: tuple[tuple[str, str], ...]
    moment: datetime
    bewaren_tot: datetime | None
    bron: str
    vervangen: bool

    def __getitem__(self, naam: str) -> Any:
        return next(veld.waarde for veld in self.velden if veld.naam == naam)


@dataclass(frozen=True)
class Daad:
    """One act being weighed: the question, what its facts may look at, and the step it happens in."""

    vraag: Vraag
    object: object = None
    gegeven: Mapping[str, bool] | None = None
    zaak: Zaak | None = None
    onderwerp: str = ""


def weeg(daad: Daad) -> Uitkomst:
    """Decide without acting. A zaak is held to its own version of the text and to today's."""
    wie = beurt().wie
    aanvraag = Aanvraag(wie, daad.object, daad.gegeven or {})
    instellingen = instellingen_van(wie)
    return doorsnede(
        tuple(
            beslis(beleid, daad.vraag, Stand(Feiten(beleid, aanvraag), instellingen))
            for beleid in _versies(wie.beleid, daad.zaak)
        )
    )


def _versies(beleid: Beleid, zaak: Zaak | None) -> tuple[Beleid, ...]:
    if zaak is None or zaak.beleid_versie == beleid.versie:
        return (beleid,)
    return (register.geef(beleid.code, zaak.beleid_versie), beleid)


@contextmanager
def verricht(daad: Daad) -> Iterator[tuple[Uitkomst, dict[str, Any]]]:
    """Weigh and perform one act in a savepoint; yields the outcome and a dict to complete the log line with.

    Raises Geweigerd, or passes on Ongeldig: then what was done is undone and a refusal line waits for the end.
    """
    huidig = beurt()
    aantal = len(huidig.regels)
    aanvulling: dict[str, Any] = {}
    uitkomst: Uitkomst | None = None
    try:
        with transaction.atomic():
            uitkomst = weeg(daad)
            if not uitkomst.mag:
                raise Geweigerd(uitkomst.voor_mens(huidig.wie.beleid))
            yield uitkomst, aanvulling
    except (Geweigerd, Ongeldig) as fout:
        del huidig.regels[aantal:]
        huidig.weigeringen.append(_weigering(huidig, daad, uitkomst, fout))
        raise
    huidig.regels.append(_regel(huidig, daad, TOEGESTAAN, uitkomst, **aanvulling))


@contextmanager
def handel(
    handeling: str, *, gegeven: Mapping[str, bool] | None = None, object: object = None
) -> Iterator[Uitkomst]:
    """Perform a verb that belongs to no case and sends nothing: loading an extract, reading the log."""
    daad = Daad(Vraag(beurt().wie.kant, handeling), object, gegeven)
    with verricht(daad) as (uitkomst, _):
        yield uitkomst


def toets_vooraf(daad: Daad, over: Sequence[str], feiten: Sequence[str] = ()) -> None:
    """Refuse early, with reason and article: on facts over these subjects, on these facts, or on the verb itself.

    What the actor has yet to type is not held against them. Raises Geweigerd; the refusal is logged.
    """
    huidig = beurt()
    uitkomst = weeg(daad)
    beleid = huidig.wie.beleid
    nu_al = tuple(
        reden
        for reden in uitkomst.gemis
        if not reden.feit or reden.feit in feiten or beleid.feit(reden.feit).over in over
    )
    if nu_al:
        fout = Geweigerd(Uitkomst(nu_al).voor_mens(beleid))
        huidig.weigeringen.append(_weigering(huidig, daad, Uitkomst(nu_al), fout))
        raise fout


def mag(handeling: str) -> bool:
    """Whether the verb is among those of the actor's functie: for menus, never instead of the act itself."""
    kant = beurt().wie.kant
    return any(
        (rij.soort, rij.functie) == (kant.soort, kant.functie) and handeling in rij.handelingen
        for rij in beurt().wie.beleid.bevoegdheden
    )


def verstrek(
    gegevensset: str,
    waarden: Mapping[str, Any],
    aan: Sequence[Groep],
    *,
    zaak: Zaak | None = None,
    doel: str = "",
    grondslag: str = "",
    gegeven: Mapping[str, bool] | None = None,
    personen: tuple[str, ...] = (),
    bewaren_tot: datetime | None = None,
    vervangt: UUID | None = None,
) -> UUID:
    """Send a set to groups; every holder gets a copy of exactly the fields it may have.

    Raises Geweigerd when any receiver may not have it, Ongeldig for values the set does not know or misses.
    """
    wie = beurt().wie
    rij = wie.beleid.gegevensset(gegevensset)
    _toets_waarden(rij, waarden)
    verstrekking = Verstrekking(zaak=zaak, van_groep_id=wie.groep, moment=nu())
    for ontvanger in aan:
        vraag = Vraag(
            wie.kant,
            rij.handeling,
            zaak.stap if zaak else ZONDER_ZAAK,
            gegevensset,
            _kant_van(ontvanger),
            doel,
            grondslag,
            tuple(waarden),
        )
        daad = Daad(vraag, ontvanger, gegeven, zaak, str(verstrekking.pk))
        with verricht(daad) as (uitkomst, regel):
            regel |= {"eis": rij.eis, "sleutels": _pseudoniemen(personen)}
            if verstrekking._state.adding:
                _sla_op(verstrekking, rij, uitkomst, vervangt)
                if rij.afzender_bewaart:
                    _maak_ontvangst(verstrekking, wie.groep, waarden, rij.velden, bewaren_tot)
            _maak_ontvangst(verstrekking, ontvanger.pk, waarden, uitkomst.velden, bewaren_tot)
    return verstrekking.pk


def raadpleeg(
    gegevensset: str,
    lever: Callable[[], Levering],
    *,
    kenmerk: UUID,
    woning_id: int | None,
    adres: str,
    object: object,
    doel: str,
    gegeven: Mapping[str, bool],
    noodzaak: str,
    identiteit: Mapping[str, str],
    bewaren_tot: datetime,
) -> UUID:
    """Fetch a set about one own address; the id of the receiver's own copy.

    `woning_id` opens that one address in the database for the rest of this act, and only if it is own stock today;
    `lever` reads it after the decision. `adres` is what was typed, for the refusal. The same `kenmerk` again is the
    same raadpleging.
    """
    wie = beurt().wie
    _wacht_op(kenmerk)
    if eerder := Ontvangst.objects.filter(verstrekking_id=kenmerk, groep_id=wie.groep).first():
        return eerder.pk
    rij = wie.beleid.gegevensset(gegevensset)
    leverancier = groep_van(rij.van[0])
    vraag = Vraag(
        wie.kant, rij.handeling, gegevensset=gegevensset, tegenpartij=_kant_van(leverancier), doel=doel
    )
    zet_context(woning=woning_id)
    try:
        with verricht(Daad(vraag, object, gegeven, onderwerp=adres)) as (uitkomst, regel):
            levering = lever()
            verstrekking = Verstrekking(pk=kenmerk, van_groep=leverancier, moment=nu(), bron=levering.bron)
            _sla_op(verstrekking, rij, uitkomst)
            ontvangst = _maak_ontvangst(
                verstrekking, wie.groep, levering.waarden, uitkomst.velden, bewaren_tot
            )
            Raadpleging.objects.create(
                verstrekking=verstrekking,
                convenant=wie.convenant,
                groep_id=wie.groep,
                adres=adres,
                noodzaak=noodzaak,
                identiteit=dict(identiteit),
            )
            regel |= {"eis": rij.eis, "sleutels": _pseudoniemen(levering.personen)}
    finally:
        zet_context(woning=None)
    return ontvangst.pk


def lees(ontvangst_id: UUID, *, object: object = None) -> Gelezen:
    """Open an own copy. Raises NietGevonden when it is not there or another's, Geweigerd when its time is over."""
    wie = beurt().wie
    ontvangst = Ontvangst.objects.select_related("verstrekking__zaak").filter(pk=ontvangst_id).first()
    if ontvangst is None:
        raise NietGevonden
    verstrekking = ontvangst.verstrekking
    zaak = verstrekking.zaak
    stap = zaak.stap if zaak else ZONDER_ZAAK
    vraag = Vraag(wie.kant, INZIEN, stap, verstrekking.gegevensset)
    daad = Daad(vraag, object, zaak=zaak, onderwerp=str(verstrekking.pk))
    with verricht(daad) as (_, regel):
        regel |= {"eis": verstrekking.eis, "doel": verstrekking.doel, "grondslag": verstrekking.grondslag}
        if ontvangst.vernietigd_op or (ontvangst.bewaren_tot and ontvangst.bewaren_tot <= nu()):
            raise Geweigerd((_verlopen(verstrekking, wie.beleid),))
        if ontvangst.geopend_op is None:
            ontvangst.geopend_op = nu()
            ontvangst.save(update_fields=["geopend_op"])
        return _gelezen(ontvangst)


def _wacht_op(kenmerk: UUID) -> None:
    """Two requests with the same form at once: the second waits here and finds what the first did."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 0))", [str(kenmerk)])


def _verlopen(verstrekking: Verstrekking, beleid: Beleid) -> Reden:
    eis = beleid.bewaartermijnen[0].eis if beleid.bewaartermijnen else verstrekking.eis
    if verstrekking.ingetrokken_op:
        return Reden(
            "De afzender heeft deze gegevens ingetrokken. Ze zijn vernietigd.", verstrekking.eis, draagt=False
        )
    return Reden("De bewaartijd is voorbij. De gegevens zijn vernietigd.", eis, draagt=False)


def _gelezen(ontvangst: Ontvangst) -> Gelezen:
    verstrekking = ontvangst.verstrekking
    waarden = kluis.open_zegel(bytes(ontvangst.waarden), bytes(ontvangst.sleutel), str(ontvangst.pk))
    return Gelezen(
        ontvangst.pk,
        verstrekking.gegevensset,
        tuple(Veld(naam, waarden[naam]) for naam in ontvangst.velden if naam in waarden),
        verstrekking.doel,
        verstrekking.grondslag,
        verstrekking.eis,
        tuple((tekst, eis) for tekst, eis in verstrekking.redenen),
        verstrekking.moment,
        ontvangst.bewaren_tot,
        verstrekking.bron,
        Verstrekking.objects.filter(vervangt=verstrekking).exists(),
    )


def groep_van(kant: Kant) -> Groep:
    """The one group of this functie in the convenant of the act. Raises Groep.DoesNotExist when nobody has it."""
    return Groep.objects.select_related("deelname").get(
        convenant=beurt().wie.convenant, deelname__soort=kant.soort, functie=kant.functie
    )


def _kant_van(groep: Groep) -> Kant:
    return Kant(groep.deelname.soort, groep.functie)


def _toets_waarden(rij: Gegevensset, waarden: Mapping[str, Any]) -> None:
    fouten = {
        veld: "Vul dit gegeven in."
        for veld in rij.velden
        if veld not in rij.optioneel and waarden.get(veld) in (None, "", [])
    }
    for lijst in rij.waarden:
        if lijst.veld in waarden and waarden[lijst.veld] not in lijst.waarden:
            fouten[lijst.veld] = f"Kies uit: {', '.join(lijst.waarden)}."
    if fouten:
        raise Ongeldig(fouten)


def _sla_op(
    verstrekking: Verstrekking, rij: Gegevensset, uitkomst: Uitkomst, vervangt: UUID | None = None
) -> None:
    wie = beurt().wie
    verstrekking.convenant = wie.convenant
    verstrekking.beleid_versie = wie.beleid.versie
    verstrekking.gegevensset, verstrekking.eis = rij.naam, rij.eis
    verstrekking.doel, verstrekking.grondslag = uitkomst.doel, uitkomst.grondslag
    verstrekking.redenen = [(reden.tekst, reden.eis) for reden in uitkomst.redenen]
    verstrekking.door_groep_id = wie.groep
    verstrekking.vervangt_id = vervangt
    verstrekking.save(force_insert=True)


def _maak_ontvangst(
    verstrekking: Verstrekking,
    groep_id: int | None,
    waarden: Mapping[str, Any],
    velden: Sequence[str],
    bewaren_tot: datetime | None,
) -> Ontvangst:
    ontvangst = Ontvangst(
        verstrekking=verstrekking,
        convenant_id=verstrekking.convenant_id,
        groep_id=groep_id,
        bewaren_tot=bewaren_tot,
    )
    eigen = {veld: waarden[veld] for veld in velden if veld in waarden}
    ontvangst.velden = list(eigen)
    ontvangst.waarden, ontvangst.sleutel = kluis.verzegel(eigen, str(ontvangst.pk))
    ontvangst.save(force_insert=True)
    return ontvangst


def _pseudoniemen(personen: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({pseudoniem(beurt().wie.convenant.pk, persoon) for persoon in personen}))


def _regel(huidig: Beurt, daad: Daad, uitslag: str, uitkomst: Uitkomst | None, **aanvulling: Any) -> Regel:
    wie = huidig.wie
    basis: dict[str, Any] = {
        "gegevensset": daad.vraag.gegevensset,
        "doel": (uitkomst.doel if uitkomst else "") or daad.vraag.doel,
        "grondslag": uitkomst.grondslag if uitkomst else "",
        "object": daad.onderwerp,
    }
    if uitkomst and not aanvulling.get("eis"):
        basis["eis"] = next((r.eis for r in uitkomst.redenen if r.draagt is uitkomst.mag and not r.feit), "")
    return Regel(
        wie.medewerker.pk,
        wie.groep,
        wie.deelname.pk,
        wie.deelname.soort,
        wie.functie,
        daad.vraag.handeling,
        uitslag,
        **(basis | aanvulling),
    )


def _weigering(huidig: Beurt, daad: Daad, uitkomst: Uitkomst | None, fout: Geweigerd | Ongeldig) -> Regel:
    if isinstance(fout, Ongeldig):
        return _regel(huidig, daad, GEWEIGERD, uitkomst, redenen=(("De invoer is niet geldig.", ""),))
    zichtbaar = tuple((reden.tekst, reden.eis) for reden in fout.redenen)
    onzichtbaar = tuple((r.tekst, r.eis) for r in (uitkomst.gemis if uitkomst else ()) if not r.zichtbaar)
    return _regel(
        huidig, daad, GEWEIGERD, uitkomst, redenen=zichtbaar, verborgen=onzichtbaar, eis=zichtbaar[0][1]
    )
