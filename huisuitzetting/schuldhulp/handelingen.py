"""Debt counselling by SDV (articles 6.1 and 7, bijlage 4): inventory, plan, minnelijk traject, offer, Wsnp.

Each takes the id of an own case and the number of its form, and gives the id back. Raises NietGevonden, Geweigerd as the
gate does, and Ongeldig for what cannot be. A verb that moves the case and the set that tells of it are one act.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid5

from convenant.beleid import kalender
from convenant.partijen.models import Groep
from convenant.poort import klokken, poort
from convenant.poort.daad import samen
from convenant.poort.grens import beurt
from convenant.poort.handeling import Ongeldig
from convenant.poort.poort import groep_van
from convenant.poort.zaken import doe, opener, zaak_van
from convenant.tijd import vandaag
from convenant.zaken.models import Zaak
from huisuitzetting.beleid.kanten import SDV
from huisuitzetting.betaling import handelingen as betaling
from huisuitzetting.betaling.afspraken import euro
from huisuitzetting.betaling.handelingen import CONTRACT, MET_REGELING
from huisuitzetting.dagen import toets_geweest
from huisuitzetting.melding.wijkteams import wijkteam_van
from huisuitzetting.models import Beoordeling

LANGSTE_BEMIDDELING = 36  # months (HAA-7.3)
START = "start_schuldbemiddeling"
STATUS_MINNELIJK, STATUS_WSNP = "status_minnelijk_traject", "status_wsnp"
# What may be said of the minnelijk traject while the case is where it is (HAA-7.2).
STATUS_IN = {
    "gestart": ("minnelijk_traject", "aanbod", "aanbod_afgewezen"),
    "geslaagd": ("schuldbemiddeling", "hersteltermijn"),
    "mislukt": ("minnelijk_mislukt", "wsnp_verzocht", "wsnp", "wsnp_afgewezen"),
}
# The verb that brings it about, and what is told with it (HAA-7.5).
WSNP = {
    "wsnp_verzoeken": "verzocht",
    "wsnp_toelating_vastleggen": "toegelaten",
    "wsnp_afwijzing_vastleggen": "afgewezen",
}


@dataclass(frozen=True)
class Inventarisatie:
    """What the tenant owes to whom, and what comes in each month."""

    schulden: Sequence[tuple[str, Decimal]]
    inkomen: Decimal
    dag: date


def deel_inventarisatie(zaak_id: int, inventarisatie: Inventarisatie, kenmerk: UUID) -> int:
    """The regievoerder gets the debts, the wijkteam only the day (HAA-6.1)."""
    zaak = zaak_van(zaak_id)
    toets_geweest(dag=inventarisatie.dag)
    waarden = {
        "schuldeisers": [naam for naam, _ in inventarisatie.schulden],
        "bedragen_schulden": [euro(bedrag) for _, bedrag in inventarisatie.schulden],
        "inkomen": f"{euro(inventarisatie.inkomen)} per maand",
        "datum_inventarisatie": inventarisatie.dag.isoformat(),
    }
    with samen():
        poort.verstrek("schuldinventarisatie", waarden, [wijkteam_van(zaak)], zaak=zaak, kenmerk=kenmerk)
        meld_inventarisatie_gereed(zaak_id, inventarisatie.dag, uuid5(kenmerk, "gereed"))
    return zaak_id


def meld_inventarisatie_gereed(zaak_id: int, dag: date, kenmerk: UUID) -> int:
    """The wijkteam hears when the inventory was finished (HAA-6.1)."""
    toets_geweest(dag=dag)
    zaak = zaak_van(zaak_id)
    waarden = {"datum_inventarisatie": dag.isoformat()}
    poort.verstrek("inventarisatie_gereed", waarden, [wijkteam_van(zaak)], zaak=zaak, kenmerk=kenmerk)
    return zaak_id


def bied_hulp_aan(zaak_id: int, soort: str, dag: date, kenmerk: UUID) -> int:
    """What SDV offered the tenant, and when (HAA-2.2.2)."""
    toets_geweest(dag=dag)
    zaak = zaak_van(zaak_id)
    waarden = {"soort_hulp": soort, "datum_aanbod_hulp": dag.isoformat()}
    poort.verstrek("aanbod_hulp", waarden, [wijkteam_van(zaak)], zaak=zaak, kenmerk=kenmerk)
    return zaak_id


def deel_plan(zaak_id: int, betalen: str, schuldaanpak: str, dag: date, kenmerk: UUID) -> int:
    """SDV's plan, for the wijkteam alone (HAA-B4.8)."""
    toets_geweest(dag=dag)
    zaak = zaak_van(zaak_id)
    waarden = {"plan_betaling": betalen, "plan_schuldaanpak": schuldaanpak, "datum_plan": dag.isoformat()}
    poort.verstrek("plan_schuldhulp", waarden, [wijkteam_van(zaak)], zaak=zaak, kenmerk=kenmerk)
    return zaak_id


def stel_geen_regeling_vast(zaak_id: int) -> int:
    """An arrangement cannot be made (HAA-7.1). Nobody is told why."""
    with doe(zaak_van(zaak_id), "geen_regeling_vaststellen"):
        pass
    return zaak_id


def start_minnelijk_traject(zaak_id: int, dag: date, kenmerk: UUID) -> int:
    """It starts; corporatie and wijkteam hear that and when (HAA-7.1, HAA-7.2)."""
    return _doe_en_meld(zaak_id, "minnelijk_traject_starten", STATUS_MINNELIJK, "gestart", dag, kenmerk)


def laat_mislukken(zaak_id: int, dag: date, kenmerk: UUID) -> int:
    """It failed; the next thing is a request to the court (HAA-7.5)."""
    return _doe_en_meld(zaak_id, "minnelijk_traject_mislukken", STATUS_MINNELIJK, "mislukt", dag, kenmerk)


def koppel_terug(zaak_id: int, status: str, dag: date, kenmerk: UUID) -> int:
    """How the minnelijk traject stands (HAA-7.2). Raises Ongeldig for what is not so in this step."""
    zaak = zaak_van(zaak_id)
    if status not in statussen_in(zaak.stap):
        raise Ongeldig({"status": "Zo staat het traject er in deze stap niet voor. Kies een andere stand."})
    toets_geweest(dag=dag)
    poort.verstrek(
        STATUS_MINNELIJK, _stand(STATUS_MINNELIJK, status, dag), _melders(zaak), zaak=zaak, kenmerk=kenmerk
    )
    return zaak_id


def statussen_in(stap: str) -> tuple[str, ...]:
    """What may be said of the minnelijk traject in this step."""
    return tuple(status for status, stappen in STATUS_IN.items() if stap in stappen)


def koppel_wsnp_terug(zaak_id: int, status: str, dag: date, kenmerk: UUID) -> int:
    """Wsnp: requested, admitted or rejected, and when; with the verb that brings it about (HAA-7.5)."""
    handeling = next(naam for naam, gevolg in WSNP.items() if gevolg == status)
    return _doe_en_meld(zaak_id, handeling, STATUS_WSNP, status, dag, kenmerk)


def doe_aanbod(zaak_id: int, percentage: Decimal, maanden: int, kenmerk: UUID) -> int:
    """What the corporatie can expect to get against final discharge, over at most 36 months (HAA-7.3)."""
    zaak = zaak_van(zaak_id)
    if not 0 < percentage <= 100:
        raise Ongeldig({"percentage": "Vul een percentage in van meer dan 0 en ten hoogste 100."})
    if maanden < 1:
        raise Ongeldig({"maanden": "Vul ten minste 1 maand in."})
    waarden = {
        "prognosepercentage": f"{percentage.normalize():f} %".replace(".", ","),
        "looptijd_maanden": maanden,
        "datum_aanbod": vandaag().isoformat(),
    }
    poort.verstrek(
        "aanbod",
        waarden,
        [opener(zaak)],
        zaak=zaak,
        gegeven={"looptijd_ten_hoogste_36_maanden": maanden <= LANGSTE_BEMIDDELING},
        kenmerk=kenmerk,
    )
    return zaak_id


def meld_beoordeling(
    zaak_id: int,
    voorwaarde: str,
    kenmerk: UUID,
    *,
    budgetbeheer: bool,
    beschermingsbewind: bool,
    budgetbegeleiding: bool,
) -> int:
    """SDV looked into what the tenant needs; the corporatie hears that, and what was agreed with it (HAA-7.4). What came
    out stays with SDV."""
    zaak = zaak_van(zaak_id)
    if poort.eerder_in(kenmerk, zaak):
        return zaak_id
    waarden: dict[str, Any] = {"beoordeling_uitgevoerd": True}
    if voorwaarde.strip():
        waarden["overeengekomen_voorwaarde"] = voorwaarde.strip()
    with samen():
        poort.verstrek("beoordeling_sdv", waarden, [opener(zaak)], zaak=zaak, kenmerk=kenmerk)
        Beoordeling.objects.create(
            zaak=zaak,
            convenant=beurt().wie.convenant,
            groep_id=beurt().wie.groep,
            dag=vandaag(),
            budgetbeheer=budgetbeheer,
            beschermingsbewind=beschermingsbewind,
            budgetbegeleiding=budgetbegeleiding,
        )
    return zaak_id


def laatste_beoordeling(zaak_id: int) -> Beoordeling | None:
    """What SDV found last, for SDV."""
    return Beoordeling.objects.filter(zaak_id=zaak_id).order_by("-pk").first()


def aanvaard_aanbod(zaak_id: int, kenmerk: UUID) -> int:
    """The corporatie agrees; the schuldbemiddeling begins, with its 36 months (HAA-7.3). Never by itself."""
    zaak = zaak_van(zaak_id)
    huur = betaling.eigen_huur(zaak)
    if poort.eerder_in(kenmerk, zaak):
        return zaak_id
    waarden = {"datum_akkoord": vandaag().isoformat()}
    with samen():
        poort.verstrek(
            "akkoord_aanbod", waarden, [groep_van(SDV)], zaak=zaak, grondslag=CONTRACT, kenmerk=kenmerk
        )
        klokken.gebeurt(START, zaak=zaak)
        betaling.bewaar(huur, "")
    return zaak_id


def weiger_aanbod(zaak_id: int, reden: str, kenmerk: UUID) -> int:
    """The corporatie does not agree, and says why (HAA-7.3)."""
    zaak = zaak_van(zaak_id)
    poort.verstrek(
        "weigering_aanbod",
        {"datum_weigering": vandaag().isoformat(), "reden_weigering": reden.strip()},
        [groep_van(SDV)],
        zaak=zaak,
        grondslag=CONTRACT,
        gegeven={"reden_vermeld": bool(reden.strip())},
        kenmerk=kenmerk,
    )
    return zaak_id


def start_schuldbemiddeling(zaak_id: int, dag: date, kenmerk: UUID) -> int:
    """It takes the place of the arrangement (HAA-6.4, HAA-5.1). Corporatie and wijkteam hear that the minnelijk traject came
    to it."""
    zaak = zaak_van(zaak_id)
    if poort.eerder_in(kenmerk, zaak):
        return zaak_id
    toets_geweest(dag=dag)
    with samen():
        betaling.beeindig_regeling_bij_corporatie(zaak, "")
        _doe_en_meld(zaak_id, "schuldbemiddeling_starten", STATUS_MINNELIJK, "geslaagd", dag, kenmerk)
        klokken.gebeurt(START, zaak=zaak, moment=kalender.begin_van(dag))
        klokken.hervat(MET_REGELING, zaak=zaak)
    return zaak_id


def _doe_en_meld(
    zaak_id: int, handeling: str, gegevensset: str, status: str, dag: date, kenmerk: UUID
) -> int:
    """Move the case, then tell corporatie and wijkteam in the step it came to: status and day, nothing else."""
    zaak = zaak_van(zaak_id)
    if poort.eerder_in(kenmerk, zaak):
        return zaak_id
    toets_geweest(dag=dag)
    with samen():
        with doe(zaak, handeling):
            pass
        poort.verstrek(
            gegevensset, _stand(gegevensset, status, dag), _melders(zaak), zaak=zaak, kenmerk=kenmerk
        )
    return zaak_id


def _stand(gegevensset: str, status: str, dag: date) -> dict[str, str]:
    return {gegevensset: status, f"datum_{gegevensset}": dag.isoformat()}


def _melders(zaak: Zaak) -> list[Groep]:
    return [opener(zaak), wijkteam_van(zaak)]
