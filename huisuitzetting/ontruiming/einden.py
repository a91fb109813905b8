"""The last attempt together, and how it ended: prevented, keys handed in, or evicted. Told in the same act, and counted.

Each takes the id of an own case and gives it back; raises as handelingen.py does.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from convenant.poort import klokken, poort
from convenant.poort.daad import samen
from convenant.poort.grens import beurt
from convenant.poort.handeling import Ongeldig
from convenant.poort.poort import eerder_in
from convenant.poort.zaken import doe, opener, vergrendel, verstuurd, zaak_van
from convenant.zaken.models import Zaak
from huisuitzetting.achterstand import huren
from huisuitzetting.achterstand.feiten import MELDINGEN
from huisuitzetting.achterstand.huren import DEURWAARDER, DREMPEL, ONTSTAAN
from huisuitzetting.models import Afwijking, Huurovereenkomst, Procedure
from huisuitzetting.werkafspraken import tellen

from . import afwijkingen
from .feiten import deurwaarder_sinds, is_overlegd
from .handelingen import TOEGEWEZEN
from .kring import CONTRACT, betrokkenen, eigen_zaak, gemelde, grondslag_in, laat_weten, toets_dag

OVERLEG = "laatste_overleg"
VOORKOMEN, SLEUTELS, ONTRUIMD = "voorkomen", "sleutels_ingeleverd", "ontruimd"
# What of the corporatie's own counts no more when it has ended.
VOORBIJ = (ONTSTAAN, DREMPEL, DEURWAARDER, TOEGEWEZEN)


@dataclass(frozen=True)
class Ontruiming:
    """An eviction as the corporatie writes it down. `doelgroep` and `reden` are counted and kept nowhere (HAA-9.5.3)."""

    dag: date
    doelgroep: str
    reden: str


def leg_overleg_vast(zaak_id: int, dag: date, partijen: Sequence[str], uitkomst: str, kenmerk: UUID) -> int:
    """Corporatie, wijkteam and SDV tried once more together; whichever of them writes it down (HAA-B4.7)."""
    zaak = vergrendel(zaak_van(zaak_id))
    if eerder_in(kenmerk, zaak):
        return zaak_id
    toets_dag(
        dag, deurwaarder_sinds(zaak), "Toen was de deurwaarder nog niet ingeschakeld. Controleer de datum."
    )
    waarden = {
        "datum_overleg": dag.isoformat(),
        "deelnemende_partijen": list(partijen),
        "uitkomst_overleg": uitkomst,
    }
    anderen = [g for g in (opener(zaak), *gemelde(zaak)) if g.pk != beurt().wie.groep]
    poort.verstrek(OVERLEG, waarden, anderen, zaak=zaak, grondslag=grondslag_in(zaak), kenmerk=kenmerk)
    laat_weten(zaak, anderen, "Het laatste overleg is vastgelegd")
    return zaak_id


def leg_ontruiming_vast(zaak_id: int, ontruiming: Ontruiming, kenmerk: UUID) -> int:
    """The tenant was evicted, after the last attempt together (HAA-B4.7, HAA-B4.10)."""

    def daarin(zaak: Zaak, huur: Huurovereenkomst) -> None:
        _ontruim(zaak, ontruiming)

    return _eindig(zaak_id, "ontruiming_vastleggen", ONTRUIMD, ontruiming.dag, kenmerk, daarin)


@samen()
def leg_ontruiming_zonder_overleg_vast(
    zaak_id: int, ontruiming: Ontruiming, waarom: str, kenmerk: UUID
) -> int:
    """The tenant was evicted without that attempt: true, told with the reason to wijkteam and teamleider (decision 63)."""

    def daarin(zaak: Zaak, huur: Huurovereenkomst) -> None:
        if is_overlegd(zaak):
            zin = "Het laatste overleg is er geweest: dit wijkt niet af. Kies ‘Ontruiming vastleggen’."
            raise Ongeldig({"": zin})
        _ontruim(zaak, ontruiming)
        afwijkingen.leg_vast(huur, zaak, Afwijking.Soort.OVERLEG, ontruiming.dag, waarom, kenmerk)

    gegeven = {"afwijking_met_reden": bool(waarom.strip())}
    _eindig(zaak_id, "ontruiming_als_afwijking", ONTRUIMD, ontruiming.dag, kenmerk, daarin, gegeven)
    afwijkingen.verstuur(zaak_van(zaak_id))
    return zaak_id


def ontvang_sleutels(zaak_id: int, dag: date, kenmerk: UUID) -> int:
    """The tenant handed the keys in before it came to an eviction (HAA-9.5.3)."""
    return _eindig(
        zaak_id,
        "sleutels_ontvangen",
        SLEUTELS,
        dag,
        kenmerk,
        lambda zaak, huur: tellen.sleutels(),
    )


def leg_voorkomen_vast(zaak_id: int, dag: date, kenmerk: UUID) -> int:
    """The tenant stays (HAA-9.5.3)."""
    return _eindig(zaak_id, "voorkomen_vastleggen", VOORKOMEN, dag, kenmerk, _tel_voorkomen)


def leg_afwijzing_vast(zaak_id: int, dag: date, kenmerk: UUID) -> int:
    """The judge refused: the tenant stays (HAA-B4.9)."""
    return _eindig(zaak_id, "afwijzing_rechter_vastleggen", VOORKOMEN, dag, kenmerk, _tel_voorkomen)


@samen()
def _eindig(
    zaak_id: int,
    handeling: str,
    uitkomst: str,
    dag: date,
    kenmerk: UUID,
    daarin: Callable[[Zaak, Huurovereenkomst], None],
    gegeven: dict[str, bool] | None = None,
) -> int:
    """One end of a case: the act, who hears how it ended, and the own tenancy with nothing left to do."""
    zaak, huur = eigen_zaak(zaak_id)
    if eerder_in(kenmerk, zaak):
        return zaak_id
    procedure = Procedure.objects.filter(zaak=zaak).first()
    begin = procedure.deurwaarder_op if procedure else huur.achterstand_sinds
    toets_dag(dag, begin, "Toen was deze zaak nog niet zo ver. Controleer de datum.")
    with doe(zaak, handeling, gegeven=gegeven):
        daarin(zaak, huur)
        for gebeurtenis in VOORBIJ:
            klokken.trek_in(gebeurtenis, zaak=zaak)
    if groepen := betrokkenen(zaak):
        poort.verstrek(
            "uitkomst",
            {"uitkomst_zaak": uitkomst, "datum_uitkomst": dag.isoformat()},
            groepen,
            zaak=zaak,
            grondslag=CONTRACT,
            kenmerk=kenmerk,
        )
        laat_weten(zaak, groepen, "Een zaak heeft een uitkomst")
    huren.bewaar(huur)
    return zaak_id


def _ontruim(zaak: Zaak, ontruiming: Ontruiming) -> None:
    procedure = Procedure.objects.get(zaak=zaak)
    if procedure.ontruiming_op is not None and ontruiming.dag < procedure.ontruiming_op:
        zin = f"De ontruiming was op zijn vroegst op {procedure.ontruiming_op:%d-%m-%Y}. Controleer de datum."
        raise Ongeldig({"dag": zin})
    klokken.voldaan("ontruiming", zaak=zaak)
    tellen.uitzetting(ontruiming.doelgroep, ontruiming.reden)


def _tel_voorkomen(zaak: Zaak, huur: Huurovereenkomst) -> None:
    if verstuurd(zaak, *MELDINGEN):
        tellen.voorkomen()
