"""The recovery period (HAA-7.6): fourteen days to pay a missed rent after all, and the end a person confirms."""

from datetime import date, timedelta
from uuid import UUID

from convenant.beleid import kalender
from convenant.poort import klokken, poort
from convenant.poort.daad import samen
from convenant.poort.handeling import Ongeldig
from convenant.poort.lezen import Gelezen
from convenant.poort.poort import groep_van
from convenant.poort.zaken import opener, zaak_van
from convenant.tijd import vandaag
from huisuitzetting.beleid.kanten import SDV
from huisuitzetting.betaling.handelingen import CONTRACT
from huisuitzetting.dagen import toets_geweest
from huisuitzetting.kopieen import laatste
from huisuitzetting.melding.wijkteams import wijkteam_van

SET = STAP = "hersteltermijn"
DAGEN = timedelta(days=14)
OUDSTE_BRIEF = timedelta(
    days=3
)  # who records it later leaves the tenant less time to act than the text gives
OUDE_BRIEF = "Deze brief is meer dan 3 dagen oud. De huurder moet 14 dagen hebben. Stuur een nieuwe brief en vul die dag in."


def bied_hersteltermijn(zaak_id: int, gemist: date, brief: date, kenmerk: UUID) -> int:
    """The tenant missed the running rent and got a letter: from its day on he has fourteen days. SDV hears both days."""
    zaak = zaak_van(zaak_id)
    if poort.eerder_in(kenmerk, zaak):
        return zaak_id
    toets_geweest(gemist=gemist, brief=brief)
    if brief < gemist:
        raise Ongeldig(
            {"brief": "De brief is van voor de dag dat de huur er moest zijn. Controleer de datums."}
        )
    if brief < vandaag() - OUDSTE_BRIEF:
        raise Ongeldig({"brief": OUDE_BRIEF})
    with samen():
        poort.verstrek(
            SET,
            {"datum_gemiste_huur": gemist.isoformat(), "datum_herstelbrief": brief.isoformat()},
            [groep_van(SDV)],
            zaak=zaak,
            grondslag=CONTRACT,
            gegeven={"herstelbrief_verstuurd": True},
            kenmerk=kenmerk,
        )
        klokken.gebeurt("bieden_hersteltermijn", zaak=zaak, moment=kalender.begin_van(brief))
    return zaak_id


def meld_betaling(zaak_id: int, dag: date, kenmerk: UUID) -> int:
    """The missed rent was paid after all; the fourteen days end."""
    zaak = zaak_van(zaak_id)
    if poort.eerder_in(kenmerk, zaak):
        return zaak_id
    toets_geweest(dag=dag)
    if zaak.stap == STAP and (geboden := laatste(zaak, SET)):  # in another step the gate says so
        _toets_betaling(geboden, dag)
    with samen():
        poort.verstrek(
            "huur_alsnog_betaald",
            {"datum_betaling_huur": dag.isoformat()},
            [groep_van(SDV)],
            zaak=zaak,
            grondslag=CONTRACT,
            kenmerk=kenmerk,
        )
        klokken.voldaan("lopende_huur_alsnog_voldoen", zaak=zaak)
    return zaak_id


def _toets_betaling(geboden: Gelezen, dag: date) -> None:
    """Once the fourteen days are over it is SDV's turn, also before the clock has moved the case."""
    if dag < date.fromisoformat(geboden.waarde("datum_gemiste_huur")):
        raise Ongeldig(
            {"dag": "Dat is van voor de dag dat de huur er moest zijn. Vul de dag van de betaling in."}
        )
    if vandaag() > date.fromisoformat(geboden.waarde("datum_herstelbrief")) + DAGEN:
        raise Ongeldig({"": "De 14 dagen zijn voorbij. SDV beslist nu over het traject. Overleg met SDV."})


def beeindig_traject(zaak_id: int, kenmerk: UUID) -> int:
    """A person at SDV confirms what the clock found (decision 44): the traject ended on day fifteen. Corporatie and wijkteam
    hear that day."""
    zaak = zaak_van(zaak_id)
    if poort.eerder_in(kenmerk, zaak):
        return zaak_id
    geboden = laatste(zaak, SET)
    if geboden is None:
        raise Ongeldig({"": "Er is in deze zaak geen hersteltermijn geboden."})
    einde = date.fromisoformat(geboden.waarde("datum_herstelbrief")) + DAGEN + timedelta(days=1)
    with samen():
        poort.verstrek(
            "einde_traject",
            {"datum_einde_traject": einde.isoformat()},
            [opener(zaak), wijkteam_van(zaak)],
            zaak=zaak,
            kenmerk=kenmerk,
        )
        klokken.voldaan("looptijd_schuldbemiddeling", zaak=zaak)
    return zaak_id
