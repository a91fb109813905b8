"""The work list: index scans over the own group's access rows, never over the cases; search by what is exactly known."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from convenant.beleid.beslissing import Vraag
from convenant.beleid.taal import INZIEN
from convenant.partijen.models import Autorisatie
from convenant.tijd import nu, vandaag

from .daad import Daad, verricht
from .grens import beurt

AAN_ZET, WACHT, OPEN, GESLOTEN = "aan_zet", "wacht", "open", "gesloten"
IEDEREEN, VAN_MIJ, VAN_NIEMAND = "", "mij", "niemand"
PER_PAGINA = 50

_STAND = {
    AAN_ZET: "t.open and t.aan_zet",
    WACHT: "t.open and not t.aan_zet",
    OPEN: "t.open",
    GESLOTEN: "not t.open",
}
_VAN = {
    IEDEREEN: "true",
    VAN_MIJ: "t.behandelaar_id = %(ik)s",
    # Who left the group has handed the work back by leaving.
    VAN_NIEMAND: "(t.behandelaar_id is null or not t.behandelaar_id = any(%(collegas)s))",
}
_GELDIG = "t.group_id = %(groep)s and (t.geldig_tot is null or t.geldig_tot > %(nu)s)"
# Each view has an index of its own: by clock where work is open, the newest first where it is done.
_OP_TERMIJN = """
  and (%(na)s::bigint is null or (coalesce(t.termijn, 'infinity'), t.zaak_id) > (
    select coalesce(k.termijn, 'infinity'), k.zaak_id from zaken_toegang k
    where k.zaak_id = %(na)s and k.group_id = %(groep)s))
  order by t.termijn, t.zaak_id limit %(aantal)s
"""
_NIEUWSTE_EERST = """
  and (%(na)s::bigint is null or t.zaak_id < %(na)s) order by t.zaak_id desc limit %(aantal)s
"""
_GEVONDEN = """
  and t.zaak_id in (
    select k.zaak_id from zaken_toegang k where k.group_id = %(groep)s and k.kenmerk = %(tekst)s and k.kenmerk <> ''
    union select z.id from zaken_zaak z where z.convenant_id = %(convenant)s and z.nummer = %(tekst)s
    union select v.zaak_id from verstrekkingen_ontvangst o
      join verstrekkingen_verstrekking v on v.id = o.verstrekking_id
      where o.groep_id = %(groep)s and o.adres_sleutel = %(adres_sleutel)s and o.adres_sleutel <> '')
"""
_REGELS = """
select z.id, z.nummer, z.stap, z.geopend_op, l.termijn, l.label, l.kenmerk,
  coalesce((select a.naam from partijen_medewerker m join partijen_account a on a.id = m.account_id
    where m.id = l.behandelaar_id and m.id = any(%(collegas)s)), ''), l.aan_zet,
  coalesce(s.wijziging, 0) < l.wijziging
from (select t.* from zaken_toegang t where {waar} {slot}) l
join zaken_zaak z on z.id = l.zaak_id
left join zaken_gezien s on s.toegang_id = l.id and s.medewerker_id = %(ik)s
order by {volgorde}
"""
_OP_TERMIJN_AL, _NIEUWSTE_AL = "l.termijn, l.zaak_id", "l.zaak_id desc"


@dataclass(frozen=True)
class Werkregel:
    """One line of the work list: what the receiver's own set allows to show, and the clock of that group."""

    zaak_id: int
    nummer: str
    stap: str
    geopend_op: datetime
    termijn: datetime | None
    label: str
    kenmerk: str
    behandelaar: str
    aan_zet: bool
    ongelezen: bool


@dataclass(frozen=True)
class Lijst:
    """Which cases: `stand` (waiting for the own group, for another, all open, closed) and `van` whom.

    `na` is the id of the last case of the page before.
    """

    stand: str = OPEN
    van: str = IEDEREEN
    na: int | None = None
    aantal: int = PER_PAGINA


def werklijst(lijst: Lijst | None = None) -> list[Werkregel]:
    """Own cases; open ones the most urgent first, closed ones the newest first. One log line.

    Raises Geweigerd when this functie may not read cases now.
    """
    lijst = lijst or Lijst()
    gesloten = lijst.stand == GESLOTEN
    sql = _REGELS.format(
        waar=f"{_GELDIG} and {_STAND[lijst.stand]} and {_VAN[lijst.van]}",
        slot=_NIEUWSTE_EERST if gesloten else _OP_TERMIJN,
        volgorde=_NIEUWSTE_AL if gesloten else _OP_TERMIJN_AL,
    )
    return _gezien_in_log("werklijst_zien", sql, na=lijst.na, aantal=lijst.aantal)


def zoek(tekst: str, adres_sleutel: str = "") -> list[Werkregel]:
    """Own cases with exactly this number or own reference, or with this address in an own copy. One log line."""
    sql = _REGELS.format(waar=_GELDIG + _GEVONDEN, slot=_NIEUWSTE_EERST, volgorde=_NIEUWSTE_AL)
    gezocht = {"tekst": tekst.strip(), "adres_sleutel": adres_sleutel}
    return _gezien_in_log("zaak_zoeken", sql, na=None, aantal=PER_PAGINA, **gezocht)


def aantallen() -> dict[str, int]:
    """How many cases each view and each owner gives, and how many have news: {"aan_zet": 3, …, "ongelezen": 2}.

    Exactly the lengths of the lists; the unread are counted among the open and the closed.
    """
    delen = [f"count(*) filter (where {waar})" for waar in (*_STAND.values(), _VAN[VAN_MIJ] + " and t.open")]
    delen.append("count(*) filter (where coalesce(s.wijziging, 0) < t.wijziging)")
    sql = (
        f"select {', '.join(delen)} from zaken_toegang t left join zaken_gezien s"
        f" on s.toegang_id = t.id and s.medewerker_id = %(ik)s where {_GELDIG}"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, _basis())
        return dict(zip((*_STAND, VAN_MIJ, "ongelezen"), cursor.fetchone(), strict=True))


def collegas() -> dict[int, str]:
    """Who may handle the own group's cases today, by id."""
    dag = vandaag()
    rijen = Autorisatie.objects.filter(groep_id=beurt().wie.groep, van__lte=dag)
    return {
        rij.medewerker_id: rij.medewerker.account.naam
        for rij in rijen.select_related("medewerker__account").order_by("medewerker__account__naam")
        if rij.geldt(dag) and rij.medewerker.is_in_dienst(dag)
    }


def _gezien_in_log(handeling: str, sql: str, **zoek: Any) -> list[Werkregel]:
    with verricht(Daad(Vraag(beurt().wie.kant, INZIEN))) as (werk,):
        werk.aanvulling |= {"handeling": handeling}
        with connection.cursor() as cursor:
            cursor.execute(sql, _basis() | {"collegas": list(collegas())} | zoek)
            return [Werkregel(*rij) for rij in cursor.fetchall()]


def _basis() -> dict[str, Any]:
    wie = beurt().wie
    return {"groep": wie.groep, "convenant": wie.convenant.pk, "ik": wie.medewerker.pk, "nu": nu()}
