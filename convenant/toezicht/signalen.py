"""Counts to look at, never a verdict. Each number is a filter of the log, so it is as long as the list behind it."""

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
        periode = Filter(vanaf, tot_en_met)
        gedaan = replace(periode, uitkomst=TOEGESTAAN, handeling=RAADPLEGEN)
        op_een_dag = max(2, daglimiet() // 2)
        return (
            Signaal("zelfde_adres", ZELFDE_ADRES, _per_adres(gedaan, ZELFDE_ADRES)),
            Signaal("veel_op_een_dag", op_een_dag, _per_dag(gedaan, op_een_dag)),
            Signaal(
                "buiten_kantoortijd", 1, _per_medewerker(replace(gedaan, bijzonder=BUITEN_KANTOORTIJD), 1)
            ),
            Signaal(
                "naam_van_medewerker", 1, _per_medewerker(replace(gedaan, bijzonder=NAAM_VAN_MEDEWERKER), 1)
            ),
            Signaal(
                "weigeringen", WEIGERINGEN, _per_medewerker(replace(periode, uitkomst=GEWEIGERD), WEIGERINGEN)
            ),
            Signaal("doelen", 1, _per(gedaan, ("deelname_id", "doel"), 1, hoogstens=None)),
        )


def daglimiet() -> int:
    """How many raadplegingen one person may do in a day (Instelling `daglimiet_raadplegingen`)."""
    return int(str(beurt().wie.instellingen["daglimiet_raadplegingen"]))


def _per_medewerker(basis: Filter, drempel: int) -> list[Telling]:
    return _per(basis, ("medewerker_id",), drempel)


def _per_dag(basis: Filter, drempel: int) -> list[Telling]:
    return _per(basis, ("medewerker_id", "op"), drempel)


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
        deelname=rij.get("deelname_id"),
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
