"""Three stories through gate and database, the clock set by the test; at each step what every party can and cannot see."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from convenant.poort import dossier, poort
from convenant.poort.handeling import NietGevonden
from convenant.poort.werklijst import werklijst
from convenant.tijd import stel_in
from huisuitzetting.achterstand import huren
from huisuitzetting.betaling import handelingen as betaling
from huisuitzetting.betaling.afspraken import Regeling
from huisuitzetting.melding import handelingen as melding
from huisuitzetting.ontruiming import einden, handelingen, lijst, troubleshooter
from huisuitzetting.ontruiming.einden import Ontruiming
from tests.huisuitzetting import verhaal
from tests.huisuitzetting.huur import ANDER, MELDER
from tests.huisuitzetting.recht import SDV, SWT, TEAMLEIDER, TROUBLESHOOTER, ziet
from tests.wereld import NU, Wereld

IEDEREEN = (MELDER, SWT, SDV, TROUBLESHOOTER, TEAMLEIDER)
SAMEN = ["corporatie", "wijkteam", "schulddienstverlening"]
MELDING = {"melding_achterstand"}
LETTER = {"herinneringsbrief"}


def op(jaar: int, maand: int, dag: int) -> Any:
    return stel_in(datetime(jaar, maand, dag, 9, 30, tzinfo=NU.tzinfo))


def sets(wereld: Wereld, zaak: int) -> dict[str, set[str]]:
    """Who has which sets of the case; nobody else has it at all."""
    gezien = {}
    for wie in (*IEDEREEN, ANDER, "gemeente/beleidsadviseur", "corporatie/manager"):
        try:
            gezien[wie] = set(ziet(wereld, wie, zaak))
        except NietGevonden:
            with wereld.als(wie):
                assert zaak not in [regel.zaak_id for regel in werklijst()]
    return gezien


@pytest.mark.eis("HAA-3.4", "HAA-B4.6", "HAA-8.1", "HAA-8.2", "HAA-B4.7", "HAA-B4.9", "HAA-9.5.3")
def test_opgeschaald_en_voorkomen(haarlem: Wereld) -> None:
    zaak = verhaal.gemeld(haarlem, achterstand_sinds=date(2026, 9, 1))
    verwacht = {MELDER: LETTER | MELDING, SWT: MELDING}
    assert sets(haarlem, zaak) == verwacht

    with haarlem.als(MELDER):  # two weeks before the bailiff, the wijkteam hears of him
        handelingen.kondig_deurwaarder_aan(zaak, date(2026, 12, 7), uuid4())
    for wie in (MELDER, SWT):
        verwacht[wie] = verwacht[wie] | {"aankondiging_deurwaarder"}
    assert sets(haarlem, zaak) == verwacht

    with op(2026, 12, 7), haarlem.als(MELDER):
        handelingen.schakel_deurwaarder_in(zaak, date(2026, 12, 7), uuid4())
    verwacht |= {MELDER: verwacht[MELDER] | {"stand_procedure"}, SWT: verwacht[SWT] | {"stand_procedure"}}
    verwacht[SDV] = {"stand_procedure"}
    assert sets(haarlem, zaak) == verwacht

    with op(2026, 12, 14), haarlem.als(SWT):  # it stands still: the troubleshooter is asked
        troubleshooter.schaal_op(zaak, "stagnatie_met_risico", "Wie krijgt contact?", uuid4())
    verwacht |= {SWT: verwacht[SWT] | {"opschaling"}, TROUBLESHOOTER: {"opschaling"}}
    assert sets(haarlem, zaak) == verwacht

    with op(2026, 12, 16), haarlem.als(TROUBLESHOOTER):
        troubleshooter.adviseer(zaak, "Begin met de lopende huur.", uuid4())
    for wie in (SWT, SDV, TROUBLESHOOTER):
        verwacht[wie] = verwacht[wie] | {"advies_troubleshooter"}
    assert sets(haarlem, zaak) == verwacht

    with op(2026, 12, 18), haarlem.als(MELDER):
        handelingen.dagvaard(zaak, date(2026, 12, 18), "", uuid4())
    with op(2027, 1, 11), haarlem.als(MELDER):
        handelingen.leg_vonnis_vast(zaak, date(2027, 1, 11), uuid4())
        handelingen.leg_ontruimingsdatum_vast(zaak, date(2027, 2, 8), uuid4())
    verwacht[MELDER] = verwacht[MELDER] | {"ontruimingsdatum", "ontruimingsdatum_wijkteam_en_sdv"}
    for wie in (SWT, SDV):
        verwacht[wie] = verwacht[wie] | {"ontruimingsdatum_wijkteam_en_sdv"}
    verwacht[TROUBLESHOOTER] = verwacht[TROUBLESHOOTER] | {"ontruimingsdatum"}
    assert sets(haarlem, zaak) == verwacht

    with op(2027, 1, 20):
        with haarlem.als(TROUBLESHOOTER):
            (komt,), _ = lijst.uitzettingen()
            assert (komt.dag, komt.dagen, komt.label[:14]) == (date(2027, 2, 8), 19, "Samira Visser,")
            troubleshooter.meld_poging(zaak, date(2027, 1, 20), "regeling", uuid4())
        with haarlem.als(MELDER):
            betaling.tref_regeling(zaak, Regeling(Decimal(50), 22, date(2027, 2, 1)), "", uuid4())
        with haarlem.als(TROUBLESHOOTER):
            assert lijst.uitzettingen() == ([], False)
    for wie in (MELDER, SWT, SDV, TROUBLESHOOTER):
        verwacht[wie] = verwacht[wie] | {"poging_troubleshooter"}
    for wie in (MELDER, SWT, SDV):
        verwacht[wie] = verwacht[wie] | {"regeling"}
    assert sets(haarlem, zaak) == verwacht

    with op(2027, 3, 1), haarlem.als(MELDER):
        einden.leg_voorkomen_vast(zaak, date(2027, 3, 1), uuid4())
    for wie in (MELDER, SWT, SDV, TROUBLESHOOTER):
        verwacht[wie] = verwacht[wie] | {"uitkomst"}
    assert sets(haarlem, zaak) == verwacht
    with op(2027, 3, 2), haarlem.als(MELDER):
        huren.sluit(zaak, "afgerond")
    with op(2027, 3, 3):  # closed: nothing of another can be read any more
        for wie in (SWT, SDV, TROUBLESHOOTER):
            assert not ziet(haarlem, wie, zaak), wie


@pytest.mark.eis("HAA-B4.10", "HAA-B4.7", "HAA-8.1", "HAA-8.2.uitkomst")
def test_opgeschaald_tot_ontruimd(haarlem: Wereld) -> None:
    zaak = verhaal.ontruimingsdatum(haarlem)
    na = NU + timedelta(weeks=10)
    with stel_in(na):
        with haarlem.als(TROUBLESHOOTER):
            troubleshooter.meld_poging(zaak, na.date(), "niet_bereikt", uuid4())
        with haarlem.als(SDV):
            einden.leg_overleg_vast(zaak, na.date(), SAMEN, "geen_regeling", uuid4())
    dag = NU + timedelta(weeks=12)
    with stel_in(dag), haarlem.als(MELDER):
        einden.leg_ontruiming_vast(zaak, Ontruiming(dag.date(), "statushouder", "huurschuld"), uuid4())
    gemeente = {
        "stand_procedure",
        "ontruimingsdatum_wijkteam_en_sdv",
        "poging_troubleshooter",
        "laatste_overleg",
        "uitkomst",
    }
    assert sets(haarlem, zaak) == {
        MELDER: LETTER | MELDING | gemeente | {"ontruimingsdatum"},
        SWT: MELDING | gemeente,
        SDV: gemeente,
        TROUBLESHOOTER: {"ontruimingsdatum", "poging_troubleshooter", "uitkomst"},
    }
    for wie in IEDEREEN:
        try:
            assert "statushouder" not in str(ziet(haarlem, wie, zaak))
        except NietGevonden:
            assert wie == TEAMLEIDER
    with haarlem.als(TROUBLESHOOTER):
        assert lijst.uitzettingen() == ([], False)


@pytest.mark.eis("HAA-3.4", "HAA-3.4.afwijking", "HAA-B4.2", "HAA-2.1.c")
def test_te_vroeg_naar_de_deurwaarder_en_dan_gemeld(haarlem: Wereld) -> None:
    huur = verhaal.herinnerd(haarlem)
    with haarlem.als(MELDER):
        zaak = huren.geef(huur).zaak_id
        assert zaak
        handelingen.leg_deurwaarder_te_vroeg_vast(zaak, NU.date(), "De huurder vertrekt.", uuid4())
    assert sets(haarlem, zaak) == {MELDER: LETTER}
    with stel_in(NU + timedelta(days=3)):
        with haarlem.als(MELDER):
            melding.meld_achterstand(huur, uuid4())
        assert sets(haarlem, zaak) == {
            MELDER: LETTER | MELDING | {"afwijking"},
            SWT: MELDING | {"afwijking"},
            TEAMLEIDER: {"afwijking"},
        }
        with haarlem.als(TEAMLEIDER):
            (kopie,) = [s.gelezen for s in dossier.lees_zaak(zaak).stukken if s.gelezen]
            assert {v.waarde for v in kopie.velden} == {
                "deurwaarder_te_vroeg",
                NU.date().isoformat(),
                "De huurder vertrekt.",
            }
            assert [gemeld.zaak for gemeld in lijst.afwijkingen()] == [zaak]
            assert poort.werklijst()[0].label == ""
