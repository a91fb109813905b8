"""The gate: the only road between a request and a row.

`handel` performs a verb, `verstrek` sends a set, `raadpleeg` fetches one, `lees` opens an own copy, `werklijst` shows the
own cases. Each decides, acts and queues its log line; nothing but frozen records leaves it. A refusal undoes the act and
is logged all the same.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import connection

from convenant.beleid.beslissing import Uitkomst, Vraag
from convenant.beleid.taal import BEGIN, ZONDER_ZAAK, Beleid, Gegevensset, Kant
from convenant.partijen import teams
from convenant.partijen.models import Groep
from convenant.tijd import begin_van_de_dag, nu
from convenant.verstrekkingen import kluis
from convenant.verstrekkingen.models import Ontvangst, Raadpleging, Verstrekking
from convenant.zaken.models import Zaak

from .bijlagen import hecht_waarden
from .daad import Daad, Verricht, handel, mag, toets_vooraf, verricht, weeg
from .grens import beurt, zet_context
from .handeling import NietGevonden, Ongeldig
from .lezen import Gekregen, Gelezen, Kopie, Veld, alle_kopieen, eigen_kopie, eigen_kopieen, lees
from .logboek import pseudoniem
from .werklijst import werklijst
from .zaken import LANGSTE_LABEL, beweeg, geef_toegang, maak_zaak, vergrendel

__all__ = [
    "Daad",
    "Gekregen",
    "Gelezen",
    "Herkenning",
    "Kopie",
    "Levering",
    "Veld",
    "Verstrekt",
    "alle_kopieen",
    "eigen_kopie",
    "eigen_kopieen",
    "handel",
    "lees",
    "mag",
    "raadpleeg",
    "toets_vooraf",
    "verstrek",
    "weeg",
    "weeg_op_adres",
    "werklijst",
]


@dataclass(frozen=True)
class Levering:
    """What a source hands over for one raadpleging: values, the persons concerned, the version of the source."""

    waarden: Mapping[str, Any]
    personen: tuple[str, ...] = ()
    bron: str = ""


@dataclass(frozen=True)
class Herkenning:
    """What a holder knows a case by, for those whose copy has the fields `uit` which it comes from."""

    label: str
    uit: tuple[str, ...]
    adres_sleutel: str = ""


@dataclass(frozen=True)
class Verstrekt:
    """What sending left behind: the id of the act, and the case it belongs to."""

    id: UUID
    zaak: Zaak | None
    gegevensset: str


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
    herkenning: Herkenning | None = None,
    kenmerk: UUID | None = None,
    object: object = None,
    onderwerp: str = "",
    extern: Kant | None = None,
) -> Verstrekt:
    """Send a set to groups; every holder gets a copy of exactly the fields it may have, and access to the case.

    `extern`: also, or only, to somebody who never signs in (a letter to the huurder): what goes out is the sender's copy.

    A verb that starts a case opens it; one that is a transition moves its step. Raises Geweigerd when any receiver
    may not have it (then nobody gets it), Ongeldig for values the set misses or whose list does not know them. The
    same `kenmerk` again is the same act. `object` is what the facts look at, the receiver unless said otherwise;
    `onderwerp` is what a refusal is about, for the log.
    """
    wie = beurt().wie
    if kenmerk and (eerder := eerder_gedaan(kenmerk)):
        if eerder.gegevensset != gegevensset or (zaak and eerder.zaak != zaak):
            raise NietGevonden  # the number of another form of the own group
        return eerder
    rij = wie.beleid.gegevensset(gegevensset)
    zaak = vergrendel(zaak) if zaak else None
    stap = zaak.stap if zaak else BEGIN if BEGIN in rij.verzenden_in else ZONDER_ZAAK
    verstrekking = Verstrekking(
        pk=kenmerk or uuid4(), van_groep_id=wie.groep, vervangt_id=_te_vervangen(vervangt, gegevensset)
    )
    vraag = Vraag(wie.kant, rij.handeling, stap, gegevensset, None, doel, grondslag, tuple(waarden))
    ontvangers: list[tuple[Kant, Groep | None]] = [(_kant_van(groep), groep) for groep in aan]
    if extern:
        ontvangers.append((extern, None))
        verstrekking.aan_extern = f"{extern.soort}/{extern.functie}"
    daden = [
        Daad(
            replace(vraag, tegenpartij=kant),
            object or groep,
            gegeven or {},
            zaak,
            onderwerp or str(verstrekking.pk),
            groep,
        )
        for kant, groep in ontvangers
    ]
    with verricht(*daden) as gewogen:
        _toets_waarden(rij, waarden)
        uitkomst = gewogen[0].uitkomst
        if stap == BEGIN:
            zaak = maak_zaak(uitkomst.naar, rij.handeling, rij.eis, alleen_datum=uitkomst.alleen_datum)
        verstrekking.zaak = zaak
        _sla_op(verstrekking, rij, uitkomst)
        if vervangt:
            _merk_vervangen(vervangt)
        houders = [(groep.pk, werk.uitkomst.velden) for groep, werk in zip(aan, gewogen, strict=False)]
        # What a group records for itself it has once.
        if rij.afzender_bewaart and wie.groep not in (groep for groep, _ in houders):
            houders.insert(0, (wie.groep, rij.velden))
        kopieen = [
            _maak_ontvangst(verstrekking, groep_id, waarden, velden, bewaren_tot)
            for groep_id, velden in houders
        ]
        for werk in gewogen:
            werk.aanvulling |= {
                "eis": rij.eis,
                "object": str(verstrekking.pk),
                "sleutels": _pseudoniemen(personen),
                "redenen": _al_gegeven(wie.beleid),
            }
        hecht_waarden(verstrekking.pk, waarden)
        if zaak:
            geef_toegang(zaak, aan, gegevensset, rij.eis)
            beweeg(zaak, rij.handeling, uitkomst, rij.eis, aan, geopend=stap == BEGIN)
        if herkenning:
            _herken(kopieen, herkenning)
    return Verstrekt(verstrekking.pk, zaak, gegevensset)


def _al_gegeven(beleid: Beleid) -> tuple[tuple[str, str], ...]:
    """What the log says of it when it had been given already, in another form."""
    gegeven = beurt().al_gegeven
    if gegeven is None:
        return ()
    vorm = Verstrekking.Vorm(gegeven.vorm).label.lower()
    return ((f"Al {vorm} gegeven op {gegeven.dag:%d-%m-%Y}.", beleid.elke_vorm),)


def eerder_gedaan(kenmerk: UUID) -> Verstrekt | None:
    """What this form did already, if it did. Raises NietGevonden when the number is another group's."""
    _wacht_op(kenmerk)
    eigen = Verstrekking.objects.select_related("zaak").filter(pk=kenmerk, door_groep_id=beurt().wie.groep)
    if verstrekking := eigen.first():
        return Verstrekt(verstrekking.pk, verstrekking.zaak, verstrekking.gegevensset)
    if _is_bezet(kenmerk):
        raise NietGevonden
    return None


def eerder_in(kenmerk: UUID, zaak: Zaak) -> bool:
    """Whether this form did its act in this case already. Raises NietGevonden when it was sent for another."""
    eerder = eerder_gedaan(kenmerk)
    if eerder and eerder.zaak != zaak:
        raise NietGevonden
    return eerder is not None


def _herken(kopieen: Sequence[Ontvangst], herkenning: Herkenning) -> None:
    """Every holder whose copy holds the fields finds it by the address, and knows the case by its label."""
    for kopie in kopieen:
        if set(herkenning.uit) <= set(kopie.velden):
            with connection.cursor() as cursor:
                cursor.execute(
                    "select ontvangst_herken(%s, %s, %s)",
                    [kopie.pk, herkenning.label[:LANGSTE_LABEL], herkenning.adres_sleutel],
                )


def _merk_vervangen(verstrekking_id: UUID) -> None:
    """For every holder, also one who does not get the newer version."""
    with connection.cursor() as cursor:
        cursor.execute("select verstrekking_vervang(%s, %s)", [verstrekking_id, nu()])


def _te_vervangen(verstrekking_id: UUID | None, gegevensset: str) -> UUID | None:
    """Only the own group's latest version of the same set can be replaced. Raises NietGevonden otherwise."""
    if verstrekking_id is None:
        return None
    eigen = Verstrekking.objects.filter(door_groep_id=beurt().wie.groep, gegevensset=gegevensset)
    if not eigen.filter(pk=verstrekking_id).exists():
        raise NietGevonden
    if Verstrekking.objects.filter(vervangt_id=verstrekking_id).exists():
        raise Ongeldig({"": "Deze gegevens zijn al vervangen. Vervang de nieuwste versie."})
    return verstrekking_id


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
    if _is_bezet(kenmerk):
        raise NietGevonden
    rij = wie.beleid.gegevensset(gegevensset)
    leverancier = groep_van(rij.van[0])
    vraag = Vraag(
        wie.kant, rij.handeling, gegevensset=gegevensset, tegenpartij=_kant_van(leverancier), doel=doel
    )
    zet_context(woning=woning_id)
    try:
        with verricht(Daad(vraag, object, gegeven, onderwerp=adres)) as (werk,):
            verstrekking = Verstrekking(pk=kenmerk, van_groep=leverancier)
            ontvangst = bewaar_levering(verstrekking, werk, lever(), bewaren_tot)
            Raadpleging.objects.create(
                verstrekking=verstrekking,
                convenant=wie.convenant,
                groep_id=wie.groep,
                adres=adres,
                noodzaak=noodzaak,
                identiteit=dict(identiteit),
            )
    finally:
        zet_context(woning=None)
    return ontvangst.pk


def bewaar_levering(
    verstrekking: Verstrekking, werk: Verricht, levering: Levering, bewaren_tot: datetime | None
) -> Ontvangst:
    """What a source handed over becomes the own copy of who fetched it, and completes the act's line in the log."""
    wie = beurt().wie
    rij = wie.beleid.gegevensset(werk.daad.vraag.gegevensset)
    verstrekking.bron = levering.bron
    _sla_op(verstrekking, rij, werk.uitkomst)
    werk.aanvulling |= {
        "eis": rij.eis,
        "object": str(verstrekking.pk),
        "sleutels": _pseudoniemen(levering.personen),
    }
    return _maak_ontvangst(verstrekking, wie.groep, levering.waarden, werk.uitkomst.velden, bewaren_tot)


def weeg_op_adres(daad: Daad, woning_id: int | None) -> Uitkomst:
    """What a raadpleging of this address would come to; performs nothing and shows no value."""
    zet_context(woning=woning_id)
    try:
        return weeg(daad)
    finally:
        zet_context(woning=None)


def _is_bezet(kenmerk: UUID) -> bool:
    """Whether another group's act has this id already; who asks learns no more than from a wrong address."""
    with connection.cursor() as cursor:
        cursor.execute("select verstrekking_bestaat(%s)", [kenmerk])
        return cursor.fetchone()[0]


def _wacht_op(kenmerk: UUID) -> None:
    """Two requests with the same form at once: the second waits here and finds what the first did."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 0))", [str(kenmerk)])


def groep_van(kant: Kant) -> Groep:
    """The one group of this functie in the convenant of the act. Raises Groep.DoesNotExist when nobody has it.

    Raises ValueError for a functie with teams: of those one is chosen (groepen_van, partijen/teams.py).
    """
    if beurt().wie.beleid.functie(kant.soort, kant.functie).per_team:
        raise ValueError(f"{kant} is verdeeld over teams")
    return Groep.objects.select_related("deelname").get(
        convenant=beurt().wie.convenant, deelname__soort=kant.soort, functie=kant.functie
    )


def groepen_van(kant: Kant) -> Sequence[Groep]:
    """Every open group of this functie in the convenant of the act: several where it has teams."""
    return teams.groepen_van(beurt().wie.convenant, kant)


def _kant_van(groep: Groep) -> Kant:
    return Kant(groep.deelname.soort, groep.functie)


def _toets_waarden(rij: Gegevensset, waarden: Mapping[str, Any]) -> None:
    """What a setting left out of the set nobody has to fill in."""
    gekozen = (beurt().wie.instellingen.get(rij.velden_uit) or ()) if rij.velden_uit else rij.velden
    fouten = {
        veld: "Vul dit gegeven in."
        for veld in gekozen
        if veld not in rij.optioneel and waarden.get(veld) in (None, "", [])
    }
    for lijst in rij.waarden:
        if lijst.veld in waarden and waarden[lijst.veld] not in lijst.waarden:
            fouten[lijst.veld] = f"Kies uit: {', '.join(lijst.waarden)}."
    if fouten:
        raise Ongeldig(fouten)


def _sla_op(verstrekking: Verstrekking, rij: Gegevensset, uitkomst: Uitkomst) -> None:
    wie = beurt().wie
    verstrekking.convenant = wie.convenant
    verstrekking.beleid_versie = wie.beleid.versie
    verstrekking.gegevensset, verstrekking.eis = rij.naam, rij.eis
    verstrekking.doel, verstrekking.grondslag = uitkomst.doel, uitkomst.grondslag
    verstrekking.redenen = [(reden.tekst, reden.eis) for reden in uitkomst.redenen]
    verstrekking.door_groep_id = wie.groep
    if al_gegeven := beurt().al_gegeven:
        verstrekking.vorm, verstrekking.gegeven_op = al_gegeven.vorm, al_gegeven.dag
    verstrekking.moment = begin_van_de_dag(nu()) if uitkomst.alleen_datum else nu()
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
