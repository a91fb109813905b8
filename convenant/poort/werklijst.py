"""The work list: index scans over the own group's access rows, never over the cases; search by what is exactly known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db import connection

from convenant.beleid.beslissing import Vraag
from convenant.beleid.taal import INZIEN
from convenant.partijen.models import Autorisatie
from convenant.tijd import vandaag
from convenant.zaken.models import Toegang

from .daad import Daad, verricht
from .grens import beurt
from .lijst import (
    AAN_ZET,
    GELDIG,
    GESLOTEN,
    LANGS_DE_INDEX,
    OPEN,
    PER_PAGINA,
    VAN_MIJ,
    VAN_NIEMAND,
    WACHT,
    Lijst,
    basis,
    rijen_sql,
    rijen_van,
    volgorde_sql,
)
from .zaken import is_afgerond, te_zien

MEER = 999  # from here on a number says no more than that it is a lot

_GEVONDEN = """
  and t.zaak_id in (
    select k.zaak_id from zaken_toegang k where k.group_id = %(groep)s and k.kenmerk = %(tekst)s and k.kenmerk <> ''
    union select z.id from zaken_zaak z where z.convenant_id = %(convenant)s and z.nummer = %(tekst)s
    union select v.zaak_id from verstrekkingen_ontvangst o
      join verstrekkingen_verstrekking v on v.id = o.verstrekking_id
      where o.groep_id = %(groep)s and o.adres_sleutel = %(adres_sleutel)s and o.adres_sleutel <> ''
        and (o.bewaren_tot is null or o.bewaren_tot > %(nu)s))
"""
_REGELS = """
select z.id, z.nummer, l.stap, z.geopend_op, l.termijn, l.label, l.kenmerk, l.aan_zet,
  coalesce(s.wijziging, 0) < l.wijziging, l.behandelaar_id
from ({rijen}) l
join zaken_zaak z on z.id = l.zaak_id
left join zaken_gezien s on s.toegang_id = l.id and s.medewerker_id = %(ik)s
order by {volgorde}
"""


@dataclass(frozen=True)
class Werkregel:
    """One line of the work list: what the receiver's own set allows to show, and the clock of that group.

    `behandelaar` is the name of `behandelaar_id`; both are empty when that person left the group.
    """

    zaak_id: int
    nummer: str
    stap: str
    geopend_op: datetime
    termijn: datetime | None
    label: str
    kenmerk: str
    aan_zet: bool
    ongelezen: bool
    behandelaar_id: int | None
    behandelaar: str


@dataclass(frozen=True)
class Bladzijde:
    """One page of the list: `vorige` and `volgende` are the cases that the pages before and after it begin at, if any."""

    regels: Sequence[Werkregel]
    vorige: int | None
    volgende: int | None


@dataclass(frozen=True)
class Groepsgenoten:
    """Who may handle the own group's cases today, by id, and who could before: their work is the group's again."""

    werken: Mapping[int, str]
    vertrokken: Sequence[int]


def werklijst(lijst: Lijst | None = None, groep: Groepsgenoten | None = None) -> list[Werkregel]:
    """Own cases, the most urgent first unless the list says otherwise. One log line.

    Raises Geweigerd when this functie may not read cases now.
    """
    lijst, groep = lijst or Lijst(), groep or groepsgenoten()
    rijen, waarden = rijen_sql(lijst, _anker(lijst), groep.vertrokken)
    sql = _REGELS.format(rijen=rijen, volgorde=volgorde_sql(lijst))
    return _gezien_in_log("werklijst_zien", LANGS_DE_INDEX.format(sql), groep, **waarden)


def blader(lijst: Lijst, groep: Groepsgenoten | None = None) -> Bladzijde:
    """A page of the list, with the way on and back."""
    regels = werklijst(replace(lijst, aantal=lijst.aantal + 1), groep)
    meer, terug = len(regels) > lijst.aantal, lijst.na is None and lijst.voor is not None
    regels = regels[-lijst.aantal :] if terug else regels[: lijst.aantal]
    if not regels:
        return Bladzijde((), None, None)
    heeft_vorige, heeft_volgende = (meer, True) if terug else (lijst.na is not None, meer)
    return Bladzijde(
        regels,
        regels[0].zaak_id if heeft_vorige else None,
        regels[-1].zaak_id if heeft_volgende else None,
    )


def _anker(lijst: Lijst) -> Toegang | None:
    """The own row of the case a page ends at. One that moved to another list since says nothing of a place in this one."""
    zaak = lijst.na or lijst.voor
    if zaak is None:
        return None
    rijen = Toegang.objects.filter(content_object=zaak, group_id=beurt().wie.groep or 0)
    return rijen.filter(open=lijst.stand != GESLOTEN).first()


def zoek(tekst: str, adres_sleutel: str = "") -> list[Werkregel]:
    """Own cases with exactly this number or own reference, or with this address in an own copy. One log line."""
    rijen = (
        f"select t.* from zaken_toegang t where {GELDIG}{_GEVONDEN} order by t.zaak_id desc limit %(aantal)s"
    )
    gezocht = {"tekst": tekst.strip(), "adres_sleutel": adres_sleutel, "aantal": PER_PAGINA}
    sql = _REGELS.format(rijen=rijen, volgorde="l.zaak_id desc")
    return _gezien_in_log("zaak_zoeken", sql, groepsgenoten(), **gezocht)


def aantallen(groep: Groepsgenoten | None = None) -> dict[str, str]:
    """How many cases each view gives, one's own and nobody's too: {"aan_zet": "3", …, "mij": "999+"}.

    The length of the list behind it, up to the number from which nobody counts on.
    """
    return stand_van_zaken(groep or groepsgenoten())[0]


def stand_van_zaken(groep: Groepsgenoten) -> tuple[dict[str, str], list[str]]:
    """The same, with the steps in which the own group has open cases, in the order of the text."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""select toegang_tel(%(groep)s, %(ik)s, %(vertrokken)s::bigint[], %(nu)s, %(meer)s),
            array(select s from unnest(%(stappen)s::text[]) with ordinality as in_orde(s, plaats)
              where exists (select from zaken_toegang t where {GELDIG} and t.open and t.stap between s and s)
              order by plaats)""",
            basis()
            | {
                "vertrokken": list(groep.vertrokken),
                "meer": MEER + 1,
                "stappen": list(te_zien(beurt().wie.beleid)),
            },
        )
        geteld, met_zaken = cursor.fetchone()
    namen = (AAN_ZET, WACHT, OPEN, GESLOTEN, VAN_MIJ, VAN_NIEMAND)
    return {naam: getal(aantal) for naam, aantal in zip(namen, geteld, strict=True)}, met_zaken


def stappen() -> tuple[str, ...]:
    """Every step a case of the own group can be in, as this group sees it."""
    return te_zien(beurt().wie.beleid)


def einden() -> tuple[str, ...]:
    """Those in which it is done."""
    return tuple(stap for stap in stappen() if is_afgerond(beurt().wie.beleid, stap))


def getal(aantal: int) -> str:
    """As it stands on a screen."""
    return f"{MEER}+" if aantal > MEER else str(aantal)


def collegas() -> Mapping[int, str]:
    """Who may handle the own group's cases today, by id."""
    return groepsgenoten().werken


def groepsgenoten() -> Groepsgenoten:
    """The people of the own group, of today and of before."""
    dag = vandaag()
    rijen = list(
        Autorisatie.objects.filter(groep_id=beurt().wie.groep, van__lte=dag)
        .select_related("medewerker__account")
        .order_by("medewerker__account__naam")
    )
    werken = {
        rij.medewerker_id: rij.medewerker.account.naam
        for rij in rijen
        if rij.geldt(dag) and rij.medewerker.is_in_dienst(dag)
    }
    return Groepsgenoten(werken, sorted({rij.medewerker_id for rij in rijen} - werken.keys()))


def _gezien_in_log(handeling: str, sql: str, groep: Groepsgenoten, **waarden: Any) -> list[Werkregel]:
    with verricht(Daad(Vraag(beurt().wie.kant, INZIEN))) as (werk,):
        werk.aanvulling |= {"handeling": handeling}
        with connection.cursor() as cursor:
            cursor.execute(sql, basis() | {"vertrokken": list(groep.vertrokken)} | waarden)
            return [_regel(rij, groep.werken) for rij in rijen_van(cursor)]


def _regel(rij: tuple[Any, ...], werken: Mapping[int, str]) -> Werkregel:
    *eigen, mens = rij
    return Werkregel(*(*eigen, mens if mens in werken else None, werken.get(mens, "")))
