"""Counts to look at, never a verdict. Each number is a filter of the log, so it is as long as the list behind it.

Counted is what this reader may see: of the whole convenant or of the own party. What stands with the raadpleging itself (its
address, whose identity) is counted only for who reads that too: for others it would say that there is nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Count
from django.db.models.functions import TruncDate

from convenant.beleid.kalender import AMSTERDAM
from convenant.poort.daad import handel
from convenant.poort.grens import beurt
from convenant.poort.logboek import GEWEIGERD, TOEGESTAAN
from convenant.poort.logboek_filter import (
    BUITEN_KANTOORTIJD,
    NAAM_VAN_MEDEWERKER,
    Filter,
    regels,
)
from convenant.poort.logboek_lezen import CONVENANT, bereik
from convenant.verstrekkingen.models import Raadpleging

from .steekproef import RAADPLEGEN

INZIEN = "signalen_inzien"
HOOGSTENS = 20  # per signal: a list to look at, not a list to work through
ZELFDE_ADRES, WEIGERINGEN = 3, 3


@dataclass(frozen=True)
class Telling:
    """One number: about whom or what (ids and names of the log), and the filter of the list behind it."""

    aantal: int
    filter: Filter


@dataclass(frozen=True)
class Signaal:
    """One thing to look at. `soort` is one of the names below; at most HOOGSTENS numbers, the highest first."""

    soort: str
    drempel: int
    tellingen: Sequence[Telling]


def signalen(vanaf: date, tot_en_met: date) -> Sequence[Signaal]:
    """Everything there is to look at in these days (both included). One log line."""
    with handel(INZIEN):
        wie, alles, limiet = beurt().wie, bereik() == CONVENANT, daglimiet()
        periode = Filter(vanaf, tot_en_met, deelname=None if alles else wie.deelname.pk)
        gedaan = replace(periode, uitkomst=TOEGESTAAN, handeling=RAADPLEGEN if _kent_raadplegen() else "")
        laat = replace(gedaan, bijzonder=BUITEN_KANTOORTIJD)
        met_naam = replace(gedaan, bijzonder=NAAM_VAN_MEDEWERKER)
        geweigerd = replace(periode, uitkomst=GEWEIGERD)
        gevonden = []
        if alles and gedaan.handeling:
            gevonden.append(Signaal("zelfde_adres", ZELFDE_ADRES, _per_adres(gedaan, ZELFDE_ADRES)))
        if limiet is not None:
            op_een_dag = max(2, limiet // 2)
            gevonden.append(Signaal("veel_op_een_dag", op_een_dag, _per_dag(gedaan, op_een_dag)))
        gevonden.append(Signaal("buiten_kantoortijd", 1, _per_medewerker(laat, 1)))
        if alles and gedaan.handeling:
            gevonden.append(Signaal("naam_van_medewerker", 1, _per_medewerker(met_naam, 1)))
        gevonden.append(Signaal("weigeringen", WEIGERINGEN, _per_medewerker(geweigerd, WEIGERINGEN)))
        gevonden.append(Signaal("doelen", 1, _per_doel(gedaan)))
        return gevonden


def daglimiet() -> int | None:
    """How many raadplegingen one person may do in a day (Instelling `daglimiet_raadplegingen`); None where the
    convenant knows no limit."""
    limiet = beurt().wie.instellingen.get("daglimiet_raadplegingen")
    return None if limiet is None else int(str(limiet))


def _kent_raadplegen() -> bool:
    return any(RAADPLEGEN in rij.handelingen for rij in beurt().wie.beleid.bevoegdheden)


def _per_medewerker(basis: Filter, drempel: int) -> list[Telling]:
    return _per(basis, ("medewerker_id",), drempel)


def _per_dag(basis: Filter, drempel: int) -> list[Telling]:
    return _per(basis, ("medewerker_id", "op"), drempel)


def _per_doel(basis: Filter) -> list[Telling]:
    """Per party; what was done without a doel is not in it."""
    geteld = _per(basis, ("deelname_id", "doel"), 1, hoogstens=None)
    return [telling for telling in geteld if telling.filter.doel]


def _per(
    basis: Filter, kolommen: tuple[str, ...], drempel: int, hoogstens: int | None = HOOGSTENS
) -> list[Telling]:
    """The lines of a filter counted per value of these columns, the highest first."""
    geteld = (
        regels(basis)
        .order_by()
        .annotate(op=TruncDate("moment", tzinfo=AMSTERDAM))
        .values(*kolommen)
        .annotate(aantal=Count("volg"))
        .filter(aantal__gte=drempel)
        .order_by("-aantal", *kolommen)[:hoogstens]
    )
    return [Telling(rij["aantal"], _verfijnd(basis, rij)) for rij in geteld]


def _verfijnd(basis: Filter, rij: Mapping[str, Any]) -> Filter:
    """The filter of exactly the lines that were counted in one row."""
    smaller = replace(
        basis,
        medewerker=rij.get("medewerker_id"),
        deelname=rij.get("deelname_id", basis.deelname),
        doel=rij.get("doel") or basis.doel,
    )
    dag = rij.get("op")
    return replace(smaller, vanaf=dag, tot_en_met=dag) if dag else smaller


def _per_adres(basis: Filter, drempel: int) -> list[Telling]:
    """The address stands with the raadpleging and not in the line, so it is counted over both."""
    binnen, waarden = regels(basis).order_by().values("object").query.sql_with_params()
    vraag = f"""
        select r.adres, count(*) from ({binnen}) l
        join {Raadpleging._meta.db_table} r on r.verstrekking_id::text = l.object
        group by r.adres having count(*) >= %s order by count(*) desc, r.adres limit %s
    """
    with connection.cursor() as cursor:
        cursor.execute(vraag, [*waarden, drempel, HOOGSTENS])
        return [Telling(aantal, replace(basis, onderwerp=adres)) for adres, aantal in cursor.fetchall()]
