"""What is due of a tenancy with arrears, case by case: each row is a sentence of the convenant."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convenant.beleid.taal import BEGIN
from huisuitzetting.achterstand.wat_nu import (
    BIJ_CORPORATIE,
    BRIEF,
    CONTACT,
    MELDEN,
    SLUITEN,
    Huurstand,
    WatNu,
    drempel_bereikt,
    wat_nu,
)

DAG, GISTEREN = date(2026, 11, 23), date(2026, 11, 22)
BEGONNEN = Huurstand(BEGIN, Decimal(700), date(2026, 11, 1))
BEREIKT = date(2026, 11, 10)
NA_BRIEF = replace(BEGONNEN, stap="herinnerd", drempel_bereikt_op=BEREIKT)


def geval(eis: str, stand: Huurstand, te_doen: str, uiterlijk: date | None) -> object:
    return pytest.param(stand, te_doen, uiterlijk, eis, marks=pytest.mark.eis(eis))


@pytest.mark.parametrize(
    ("stand", "te_doen", "uiterlijk", "eis"),
    [
        geval("HAA-3.1", BEGONNEN, CONTACT, date(2026, 12, 1)),
        geval("HAA-3.1", replace(BEGONNEN, stap="achterstand"), CONTACT, date(2026, 12, 1)),
        # The last day of January and one month: the last day of February.
        geval("HAA-3.1", replace(BEGONNEN, achterstand_sinds=date(2026, 1, 31)), CONTACT, date(2026, 2, 28)),
        geval("HAA-3.1", replace(BEGONNEN, drempel_bereikt_op=BEREIKT), CONTACT, BEREIKT),
        geval("HAA-3.1", replace(BEGONNEN, regeling_tot=DAG), CONTACT, date(2026, 12, 1)),
        geval("HAA-B2.1", replace(BEGONNEN, stap="contact"), BRIEF, None),
        geval("HAA-B2.1", replace(BEGONNEN, stap="contact", drempel_bereikt_op=BEREIKT), BRIEF, BEREIKT),
        geval("HAA-B4.2", replace(BEGONNEN, stap="herinnerd"), "", None),
        geval("HAA-B4.2", NA_BRIEF, MELDEN, BEREIKT),
        # Two weeks before the bailiff, or one and a half month's rent: the earliest (decision 36).
        geval("HAA-B4.2", replace(NA_BRIEF, deurwaarder_op=date(2026, 12, 20)), MELDEN, BEREIKT),
        geval("HAA-B4.2", replace(NA_BRIEF, deurwaarder_op=date(2026, 11, 20)), MELDEN, date(2026, 11, 6)),
        geval(
            "HAA-B4.2",
            replace(NA_BRIEF, drempel_bereikt_op=None, deurwaarder_op=date(2026, 12, 20)),
            MELDEN,
            date(2026, 12, 6),
        ),
        # A kept arrangement holds it until and including its last day.
        geval("HAA-3.4", replace(NA_BRIEF, regeling_tot=DAG), "", None),
        geval("HAA-3.4", replace(BEGONNEN, stap="contact", regeling_tot=DAG), "", None),
        geval("HAA-B4.2", replace(NA_BRIEF, regeling_tot=GISTEREN), MELDEN, BEREIKT),
        geval("HAA-B2.1", replace(BEGONNEN, stap="contact", regeling_tot=GISTEREN), BRIEF, None),
        geval("HAA-PR10.2", replace(NA_BRIEF, bezwaar_doorgeven=True), "", None),
        geval("HAA-1.3", replace(NA_BRIEF, alleen_strafbaar_feit=True), "", None),
        # The arrears are gone: nothing without a case, else the case ends.
        geval("HAA-2.1", replace(BEGONNEN, schuld=Decimal(0)), "", None),
        geval("HAA-2.1", replace(NA_BRIEF, schuld=Decimal(0)), SLUITEN, None),
        geval("HAA-2.1", replace(NA_BRIEF, schuld=Decimal(0), stap="gemeld"), "", None),
        geval("HAA-2.2.1", replace(NA_BRIEF, stap="gemeld"), "", None),
        geval("HAA-2.2.1", replace(NA_BRIEF, stap="gesloten"), "", None),
    ],
)
def test_wat_er_nu_moet(stand: Huurstand, te_doen: str, uiterlijk: date | None, eis: str) -> None:
    gevonden = wat_nu(stand, DAG)
    assert (gevonden.te_doen, gevonden.uiterlijk, gevonden.eis) == (te_doen, uiterlijk, eis)


@pytest.mark.eis("HAA-B4.6")
@pytest.mark.parametrize(("dag", "kan"), [(date(2027, 1, 31), False), (date(2027, 2, 1), True)])
def test_na_drie_maanden_kan_de_rechter_worden_gevraagd(dag: date, kan: bool) -> None:
    for stand in (NA_BRIEF, BEGONNEN, replace(NA_BRIEF, regeling_tot=DAG)):
        assert wat_nu(stand, dag).verzoek_rechter is kan


@pytest.mark.eis("HAA-B4.2")
@pytest.mark.parametrize(("schuld", "bereikt"), [("1049.99", False), ("1050", True), ("1050.01", True)])
def test_anderhalve_maand_is_verschuldigde_huur(schuld: str, bereikt: bool) -> None:
    assert drempel_bereikt(Decimal(schuld), Decimal(700)) is bereikt


def test_te_laat_is_na_de_dag_zelf() -> None:
    stand = WatNu(MELDEN, DAG, "HAA-B4.2")
    assert not stand.te_laat(DAG)
    assert stand.te_laat(DAG.replace(day=24))
    assert not WatNu("", None, "HAA-3.4").te_laat(DAG)


STANDEN = st.builds(
    Huurstand,
    stap=st.sampled_from((*BIJ_CORPORATIE, "gemeld", "gesloten")),
    schuld=st.decimals(0, 5000, places=2),
    achterstand_sinds=st.dates(date(2026, 1, 1), DAG),
    regeling_tot=st.none() | st.dates(date(2026, 10, 1), date(2027, 12, 31)),
    deurwaarder_op=st.none() | st.dates(DAG, date(2027, 12, 31)),
    drempel_bereikt_op=st.none() | st.dates(date(2026, 1, 1), DAG),
    alleen_strafbaar_feit=st.booleans(),
    bezwaar_doorgeven=st.booleans(),
)


@given(STANDEN)
@pytest.mark.eis("HAA-3.4")
def test_nooit_melden_wat_niet_gemeld_mag(stand: Huurstand) -> None:
    gevonden = wat_nu(stand, DAG)
    if stand.regeling_loopt(DAG) or stand.bezwaar_doorgeven or stand.alleen_strafbaar_feit:
        assert gevonden.te_doen != MELDEN
    if stand.stap not in BIJ_CORPORATIE:
        assert not gevonden.te_doen
    assert (gevonden.uiterlijk is None) or gevonden.te_doen
