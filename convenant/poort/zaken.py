"""Cases through the gate: opening one, moving its step, giving a group access. Lists stand in werklijst.py."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime

from django.db import connection

from convenant.beleid.beslissing import Uitkomst, Vraag
from convenant.beleid.taal import BEGIN, INZIEN, ZONDER_ZAAK, Beleid, Kant
from convenant.partijen.models import Groep
from convenant.tijd import begin_van_de_dag, nu
from convenant.zaken.models import Gebeurtenis, Gezien, Toegang, Zaak

from . import klokken
from .daad import Daad, verricht
from .grens import beurt
from .handeling import NietGevonden

AFGEROND, BIJ_MEER = "afgerond", "bij_meer_partijen"
LANGSTE_LABEL = 200  # an address can be longer: what a case is known by is its beginning


def zaak_van(zaak_id: int) -> Zaak:
    """The case, for the gate's own functions. Raises NietGevonden when it is not there or not theirs."""
    zaak = Zaak.objects.filter(pk=zaak_id).first()
    if zaak is None:
        raise NietGevonden
    return zaak


def vergrendel(zaak: Zaak) -> Zaak:
    """The case as it is now, locked until the end of the request: two acts at once are weighed one after the other.
    Not its key: the machine of the clocks may hang one on it meanwhile."""
    vers = Zaak.objects.select_for_update(no_key=True).filter(pk=zaak.pk).first()
    if vers is None:
        raise NietGevonden
    return vers


def maak_zaak(stap: str, grond: str, eis: str, *, alleen_datum: bool = False) -> Zaak:
    """A new case in this step; the own group gets the first access. Part of an act, never an act of its own."""
    wie = beurt().wie
    moment = begin_van_de_dag(nu()) if alleen_datum else nu()
    with connection.cursor() as cursor:
        cursor.execute(
            "select zaak_open(%s, %s, %s, %s, %s, %s)",
            [wie.beleid.versie, stap, wie.groep, grond, eis, moment],
        )
        return zaak_van(cursor.fetchone()[0])


def beweeg(
    zaak: Zaak,
    handeling: str,
    uitkomst: Uitkomst,
    eis: str,
    krijgen: Sequence[Groep] = (),
    *,
    geopend: bool = False,
) -> None:
    """Leave the act on the case's track and move its step. Part of an act, after it gave whoever else has the case
    access: their rows change with it. `krijgen`: who got a copy by it; `geopend`: the act opened the case. One that leaves the
    case in its step changes nothing for who may not see steps."""
    wie = beurt().wie
    stap = uitkomst.naar or zaak.stap
    aan_zet, is_einde = wie.beleid.aan_zet(stap), wie.beleid.is_einde(stap)
    Gebeurtenis.objects.create(
        zaak=zaak,
        convenant=wie.convenant,
        groep_id=wie.groep,
        medewerker=wie.medewerker,
        handeling=handeling,
        stap=stap,
        eis=eis,
        moment=begin_van_de_dag(nu()) if uitkomst.alleen_datum else nu(),
    )
    with connection.cursor() as cursor:
        cursor.execute(
            "select zaak_beweeg(%s, %s, %s, %s, %s, %s, %s, %s, %s::jsonb)",
            [
                zaak.pk,
                stap,
                [f"{kant.soort}/{kant.functie}" for kant in aan_zet],
                is_einde,
                zonder_stap(wie.beleid, stap),
                buiten(wie.beleid, stap),
                bool(uitkomst.naar) and (geopend or uitkomst.naar != zaak.stap),
                [groep.pk for groep in krijgen],
                json.dumps(wie.beleid.vragen(stap)),
            ],
        )
    klokken.na_handeling(zaak, handeling, is_einde)
    zaak.stap = stap
    merk_gezien(eigen_toegang(zaak))


def zonder_stap(beleid: Beleid, stap: str) -> list[str]:
    """The kanten that may not know that a case is in this step."""
    kanten = (Kant(functie.soort, functie.naam) for functie in beleid.functies)
    return [f"{kant.soort}/{kant.functie}" for kant in kanten if not beleid.ziet_stap(kant, stap)]


def buiten(beleid: Beleid, stap: str) -> str:
    """What those see instead of it: with whom the case is."""
    soorten = {kant.soort for kant in beleid.aan_zet(stap)}
    if beleid.is_einde(stap) or not soorten:
        return AFGEROND
    return f"bij_{soorten.pop()}" if len(soorten) == 1 else BIJ_MEER


def te_zien(beleid: Beleid) -> tuple[str, ...]:
    """Every step that can stand in a group's list: those of the text, and what stands there for who may not see them."""
    dicht = [buiten(beleid, stap) for stap in beleid.stappen if zonder_stap(beleid, stap)]
    return tuple(dict.fromkeys((*beleid.stappen, *dicht)))


def is_afgerond(beleid: Beleid, stap: str) -> bool:
    """Whether a case that stands there is done, for whoever sees it."""
    return stap == AFGEROND or stap in beleid.stappen and beleid.is_einde(stap)


def eigen_toegang(zaak: Zaak) -> Toegang:
    """The own group's row about a case. Raises NietGevonden when it has none now."""
    toegang = Toegang.objects.filter(content_object=zaak, group_id=beurt().wie.groep or 0).first()
    if toegang is None:
        raise NietGevonden
    return toegang


@contextmanager
def eigen_regel(zaak_id: int, handeling: str) -> Iterator[tuple[Zaak, Toegang]]:
    """The case and the own group's row about it, locked: what the group keeps for itself, for whoever may read it now.

    An act of its own. Raises NietGevonden when the case is not theirs, Geweigerd when they may not read it.
    """
    zaak = zaak_van(zaak_id)
    wie = beurt().wie
    with verricht(Daad(Vraag(wie.kant, INZIEN, zaak.stap), zaak=zaak, onderwerp=zaak.nummer)) as (werk,):
        werk.aanvulling |= {"handeling": handeling}
        toegang = (
            Toegang.objects.select_for_update().filter(content_object=zaak, group_id=wie.groep or 0).first()
        )
        if toegang is None:
            raise NietGevonden
        yield zaak, toegang


def zet_label(zaak: Zaak, label: str) -> None:
    """What the own group knows the case by. Part of an act, never an act of its own."""
    toegang = eigen_toegang(zaak)
    toegang.label = label[:LANGSTE_LABEL]
    toegang.save(update_fields=["label"])


def verstuurd(zaak: Zaak | None, *gegevenssets: str) -> datetime | None:
    """When one of these sets last went to anybody in an own case and was not taken back; None when none did.

    For the facts of a policy: also of what the own group holds no copy of.
    """
    if zaak is None:
        return None
    with connection.cursor() as cursor:
        cursor.execute("select zaak_verstuurd(%s, %s)", [zaak.pk, list(gegevenssets)])
        return cursor.fetchone()[0]


def heeft_toegang(zaak: Zaak | None, groep: Groep) -> bool:
    """Whether this group has an own case too, for the facts of a policy."""
    if zaak is None:
        return False
    with connection.cursor() as cursor:
        cursor.execute("select zaak_is_bij(%s, %s)", [zaak.pk, groep.pk])
        return cursor.fetchone()[0]


def groepen_met(zaak: Zaak, kant: Kant) -> Sequence[Groep]:
    """The groups of this functie that have an own case too: of several teams the one it went to."""
    groepen = Groep.objects.filter(
        convenant=beurt().wie.convenant, deelname__soort=kant.soort, functie=kant.functie
    )
    alle = groepen.select_related("deelname__partij").order_by("team", "pk")
    return [groep for groep in alle if heeft_toegang(zaak, groep)]


def opener(zaak: Zaak) -> Groep:
    """The group that opened the case: to whom an answer goes."""
    eerste = Gebeurtenis.objects.filter(zaak=zaak).select_related("groep__deelname").order_by("pk").first()
    if eerste is None or eerste.groep is None:
        raise NietGevonden
    return eerste.groep


def merk_gezien(toegang: Toegang) -> None:
    """For this person there is nothing new on the case."""
    wie = beurt().wie
    Gezien.objects.bulk_create(
        [
            Gezien(
                toegang=toegang,
                medewerker=wie.medewerker,
                groep_id=wie.groep,
                wijziging=toegang.wijziging,
            )
        ],
        update_conflicts=True,
        unique_fields=["toegang", "medewerker"],
        update_fields=["wijziging"],
    )


@contextmanager
def begin_zaak(handeling: str, *, gegeven: Mapping[str, bool] | None = None) -> Iterator[Zaak]:
    """Open a case by a verb that sends nothing: the own group alone has it."""
    beleid = beurt().wie.beleid
    vanuit = {overgang.van for overgang in beleid.overgangen if overgang.handeling == handeling}
    stap = BEGIN if BEGIN in vanuit else ZONDER_ZAAK
    with verricht(Daad(Vraag(beurt().wie.kant, handeling, stap), gegeven=gegeven or {})) as (werk,):
        eis = _eis_van(werk.uitkomst)
        zaak = maak_zaak(werk.uitkomst.naar, handeling, eis)
        beweeg(zaak, handeling, werk.uitkomst, eis, geopend=True)
        werk.aanvulling |= {"object": zaak.nummer}
        yield zaak


@contextmanager
def doe(
    zaak: Zaak, handeling: str, *, gegeven: Mapping[str, bool] | None = None, object: object = None
) -> Iterator[Uitkomst]:
    """Perform a verb on a case that sends nothing, and move its step where the policy says so."""
    zaak = vergrendel(zaak)
    vraag = Vraag(beurt().wie.kant, handeling, zaak.stap)
    with verricht(Daad(vraag, object, gegeven or {}, zaak, zaak.nummer)) as (werk,):
        yield werk.uitkomst
        beweeg(zaak, handeling, werk.uitkomst, _eis_van(werk.uitkomst))


def _eis_van(uitkomst: Uitkomst) -> str:
    """The clause that gives the verb."""
    return next((reden.eis for reden in uitkomst.redenen if not reden.feit), "")


def geef_toegang(
    zaak: Zaak, groepen: Sequence[Groep], grond: str, eis: str, tot: datetime | None = None
) -> None:
    """Let groups see a case on a ground; an earlier ground stays. Only who has the case can give it."""
    with connection.cursor() as cursor:
        for groep in groepen:
            cursor.execute(
                "select toegang_verleen(%s, %s, %s, %s, %s, %s)", [zaak.pk, groep.pk, grond, eis, nu(), tot]
            )
        beleid = beurt().wie.beleid
        if dicht := zonder_stap(beleid, zaak.stap):
            cursor.execute("select zaak_kader(%s, %s, %s)", [zaak.pk, dicht, buiten(beleid, zaak.stap)])


def neem_toegang(zaak: Zaak, groep: Groep, grond: str) -> None:
    """End one ground; the access ends with the last of them."""
    with connection.cursor() as cursor:
        cursor.execute("select toegang_beeindig(%s, %s, %s, %s)", [zaak.pk, groep.pk, grond, nu()])


def geef_werk_terug(medewerker_id: int, groep_id: int | None = None) -> int:
    """The cases this person handled (in this group, or in all) are the group's again; how many. Part of an act."""
    with connection.cursor() as cursor:
        cursor.execute("select werk_terug(%s, %s::int)", [medewerker_id, groep_id])
        return cursor.fetchone()[0]
