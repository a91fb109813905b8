"""The work list: index scans over the own group's access rows, never over the cases; search by what is exactly known."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from convenant.beleid.beslissing import Vraag
from convenant.beleid.taal import INZIEN
from convenant.partijen.models import Autorisatie
from convenant.tijd import nu, vandaag
from convenant.zaken.models import Toegang

from .daad import Daad, verricht
from .grens import beurt

AAN_ZET, WACHT, OPEN, GESLOTEN = "aan_zet", "wacht", "open", "gesloten"
IEDEREEN, VAN_MIJ, VAN_NIEMAND = "", "mij", "niemand"
PER_PAGINA = 50
MEER = 999  # from here on a number says no more than that it is a lot

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
# Each view has an index of its own: by clock where work is open, the newest first where it is done. What comes after the
# last case of a page is said in columns of that index, the cases without a clock last, as the index has them.
_OP_TERMIJN = "order by t.termijn, t.zaak_id limit %(aantal)s"
_NA_TERMIJN = "and (t.termijn, t.zaak_id) > (%(termijn)s, %(na)s)"
_ZONDER_TERMIJN = "and t.termijn is null"
_NIEUWSTE_EERST = "order by t.zaak_id desc limit %(aantal)s"
_NA_NIEUWSTE = "and t.zaak_id < %(na)s"
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
select z.id, z.nummer, z.stap, z.geopend_op, l.termijn, l.label, l.kenmerk,
  coalesce((select a.naam from partijen_medewerker m join partijen_account a on a.id = m.account_id
    where m.id = l.behandelaar_id and m.id = any(%(collegas)s)), ''), l.aan_zet,
  coalesce(s.wijziging, 0) < l.wijziging
from ({deel}) l
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
    waar = f"{_GELDIG} and {_STAND[lijst.stand]} and {_VAN[lijst.van]}"
    volgorde = _NIEUWSTE_AL if lijst.stand == GESLOTEN else _OP_TERMIJN_AL
    termijn, slot = _slot(lijst)
    deel = slot.format(rijen=f"select t.* from zaken_toegang t where {waar}")
    return _gezien_in_log(
        "werklijst_zien",
        _REGELS.format(deel=deel, volgorde=volgorde),
        na=lijst.na,
        termijn=termijn,
        aantal=lijst.aantal,
    )


def _slot(lijst: Lijst) -> tuple[datetime | None, str]:
    """The clock of the case after which this page begins, and the end of the query that begins there."""
    if lijst.stand == GESLOTEN:
        return None, "{rijen} " + (_NA_NIEUWSTE if lijst.na else "") + " " + _NIEUWSTE_EERST
    anker = None
    if lijst.na:
        anker = Toegang.objects.filter(content_object=lijst.na, group_id=beurt().wie.groep or 0).first()
    if anker is None:
        return None, "{rijen} " + _OP_TERMIJN
    if anker.termijn is None:
        return None, "{rijen} " + _ZONDER_TERMIJN + " and t.zaak_id > %(na)s " + _OP_TERMIJN
    met, zonder = ("({rijen} " + deel + " " + _OP_TERMIJN + ")" for deel in (_NA_TERMIJN, _ZONDER_TERMIJN))
    return anker.termijn, f"{met} union all {zonder} limit %(aantal)s"


def zoek(tekst: str, adres_sleutel: str = "") -> list[Werkregel]:
    """Own cases with exactly this number or own reference, or with this address in an own copy. One log line."""
    deel = f"select t.* from zaken_toegang t where {_GELDIG}{_GEVONDEN}{_NIEUWSTE_EERST}"
    gezocht = {"tekst": tekst.strip(), "adres_sleutel": adres_sleutel}
    sql = _REGELS.format(deel=deel, volgorde=_NIEUWSTE_AL)
    return _gezien_in_log("zaak_zoeken", sql, aantal=PER_PAGINA, **gezocht)


def aantallen() -> dict[str, str]:
    """How many cases each view gives, and how many are one's own: {"aan_zet": "3", …, "mij": "999+"}.

    The length of the list behind it, up to the number from which nobody counts on.
    """
    wie = beurt().wie
    with connection.cursor() as cursor:
        cursor.execute("select toegang_tel(%s, %s, %s, %s)", [wie.groep, wie.medewerker.pk, nu(), MEER + 1])
        (aantal,) = cursor.fetchone()
    geteld = zip((AAN_ZET, WACHT, OPEN, GESLOTEN, VAN_MIJ), aantal, strict=True)
    return {naam: f"{MEER}+" if aantal > MEER else str(aantal) for naam, aantal in geteld}


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
