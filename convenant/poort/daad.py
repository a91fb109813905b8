"""Weighing and performing one act: the decision, the savepoint around it, and the line it leaves in the log."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import transaction

from convenant.beleid.beslissing import Stand, Uitkomst, Vraag, beslis, doorsnede
from convenant.beleid.register import register
from convenant.beleid.taal import Beleid
from convenant.partijen.models import Groep
from convenant.tijd import vandaag
from convenant.zaken.models import Zaak

from .feiten import Aanvraag, Feiten
from .grens import Beurt, beurt
from .handeling import Geweigerd, Ongeldig
from .logboek import GEWEIGERD, TOEGESTAAN, Regel


@dataclass(frozen=True)
class Daad:
    """One act being weighed: the question, what its facts may look at, the facts the act itself brings along, the
    case it happens in, what the log calls its object, and who would get something by it."""

    vraag: Vraag
    object: object = None
    gegeven: Mapping[str, bool] = field(default_factory=dict)
    zaak: Zaak | None = None
    onderwerp: str = ""
    ontvanger: Groep | None = None


@dataclass
class Verricht:
    """What came of one act: its outcome, and what its log line is completed with."""

    daad: Daad
    uitkomst: Uitkomst
    aanvulling: dict[str, Any] = field(default_factory=dict)


def weeg(daad: Daad) -> Uitkomst:
    """Decide without acting. A zaak is held to its own version of the text and to today's (decision 64)."""
    huidig = beurt()
    wie = huidig.wie
    ongeldig = wie.convenant.ongeldig(vandaag())
    aanvraag = Aanvraag(wie, daad.object, daad.gegeven, daad.zaak, daad.ontvanger)
    return doorsnede(
        tuple(
            beslis(
                beleid,
                daad.vraag,
                Stand(Feiten(beleid, aanvraag, huidig.vast), aanvraag.instellingen, ongeldig),
            )
            for beleid in _versies(wie.beleid, daad.zaak)
        )
    )


def _versies(beleid: Beleid, zaak: Zaak | None) -> tuple[Beleid, ...]:
    if zaak is None or zaak.beleid_versie == beleid.versie:
        return (beleid,)
    return (register.geef(beleid.code, zaak.beleid_versie), beleid)


@contextmanager
def verricht(*daden: Daad) -> Iterator[list[Verricht]]:
    """Weigh and perform acts that belong together, in one savepoint; yields what was decided of each.

    Raises Geweigerd when one may not be done, or passes on Geweigerd or Ongeldig from within: then what was done is
    undone and one refusal line waits for the end of the request.
    """
    huidig = beurt()
    aantal, geteld = len(huidig.regels), len(huidig.tellingen)
    gewogen: list[Verricht] = []
    try:
        with transaction.atomic():
            for daad in daden:
                gewogen.append(Verricht(daad, weeg(daad)))
                if not gewogen[-1].uitkomst.mag:
                    raise Geweigerd(gewogen[-1].uitkomst.voor_mens(huidig.wie.beleid))
            yield gewogen
    except (Geweigerd, Ongeldig) as fout:
        del huidig.regels[aantal:]
        del huidig.tellingen[geteld:]
        huidig.weigeringen.append(_weigering(huidig, gewogen[-1], fout))
        raise
    huidig.regels.extend(_regel(huidig, werk, TOEGESTAAN, **werk.aanvulling) for werk in gewogen)


@contextmanager
def samen() -> Iterator[None]:
    """Several acts that a person does at once: when one is refused, none was done and only the refusal is logged."""
    huidig = beurt()
    aantal, geteld = len(huidig.regels), len(huidig.tellingen)
    try:
        with transaction.atomic():
            yield
    except (Geweigerd, Ongeldig):
        del huidig.regels[aantal:]
        del huidig.tellingen[geteld:]
        raise


@contextmanager
def handel(
    handeling: str, *, gegeven: Mapping[str, bool] | None = None, object: object = None, onderwerp: str = ""
) -> Iterator[Uitkomst]:
    """Perform a verb that belongs to no case and sends nothing: loading an extract, reading the log."""
    with verricht(Daad(Vraag(beurt().wie.kant, handeling), object, gegeven or {}, onderwerp=onderwerp)) as (
        werk,
    ):
        yield werk.uitkomst


def toets_vooraf(daad: Daad, over: Sequence[str], feiten: Sequence[str] = ()) -> None:
    """Refuse early, with reason and article: on facts over these subjects, on these facts, or on the verb itself.

    What the actor has yet to type is not held against them. Raises Geweigerd; the refusal is logged.
    """
    huidig = beurt()
    beleid = huidig.wie.beleid
    nu_al = Uitkomst(
        tuple(
            reden
            for reden in weeg(daad).gemis
            if not reden.feit or reden.feit in feiten or beleid.feit(reden.feit).over in over
        )
    )
    if nu_al.redenen:
        fout = Geweigerd(nu_al.voor_mens(beleid))
        # The doel is not chosen yet: the line names none.
        huidig.weigeringen.append(replace(_weigering(huidig, Verricht(daad, nu_al), fout), doel=""))
        raise fout


def mag(handeling: str) -> bool:
    """Whether the verb is among those of the actor's functie: for menus, never instead of the act itself."""
    return bool(bereik_van(handeling))


def bereik_van(handeling: str) -> str:
    """How far the actor's functie reaches with this verb: groep, partij or convenant; "" without the verb."""
    kant = beurt().wie.kant
    return next(
        (
            rij.bereik
            for rij in beurt().wie.beleid.bevoegdheden
            if (rij.soort, rij.functie) == (kant.soort, kant.functie) and handeling in rij.handelingen
        ),
        "",
    )


def _regel(huidig: Beurt, werk: Verricht, uitslag: str, **aanvulling: Any) -> Regel:
    vraag, uitkomst = werk.daad.vraag, werk.uitkomst
    eis = next((r.eis for r in uitkomst.redenen if r.draagt is uitkomst.mag and not r.feit), "")
    basis = {
        "gegevensset": vraag.gegevensset,
        "doel": uitkomst.doel or vraag.doel,
        "grondslag": uitkomst.grondslag,
        "eis": eis,
        "object": werk.daad.onderwerp,
        "alleen_datum": uitkomst.alleen_datum,
    }
    handeling = str(aanvulling.pop("handeling", vraag.handeling))
    return huidig.regel(handeling, uitslag, **(basis | aanvulling))


def _weigering(huidig: Beurt, werk: Verricht, fout: Geweigerd | Ongeldig) -> Regel:
    if isinstance(fout, Ongeldig):
        return _regel(huidig, werk, GEWEIGERD, redenen=((fout.logzin, ""),))
    zichtbaar = tuple((reden.tekst, reden.eis) for reden in fout.redenen)
    onzichtbaar = tuple((reden.tekst, reden.eis) for reden in werk.uitkomst.gemis if not reden.zichtbaar)
    return _regel(huidig, werk, GEWEIGERD, redenen=zichtbaar, verborgen=onzichtbaar, eis=zichtbaar[0][1])
