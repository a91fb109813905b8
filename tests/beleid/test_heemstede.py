"""Heemstede's tables held against `beslis`, for every combination there is."""

import pytest

from brpinzage.beleid.heemstede import HEEMSTEDE

from .heemstede import BEVOEGDHEDEN, FUNCTIES, SETS, STAPPEN
from .tabel import (
    controleer_functie,
    controleer_geen_andere_stap,
    controleer_mag,
    controleer_set,
    controleer_stap,
    params,
)


@pytest.mark.parametrize("regel", params(SETS))
def test_gegevensset(regel):
    controleer_set(HEEMSTEDE, regel)


def test_elke_gegevensset_heeft_een_rij():
    assert [regel.naam for regel in SETS] == [gegevensset.naam for gegevensset in HEEMSTEDE.gegevenssets]


@pytest.mark.parametrize("regel", params(BEVOEGDHEDEN))
def test_bevoegdheid(regel):
    controleer_mag(HEEMSTEDE, regel)


def test_elke_handeling_heeft_een_rij():
    verwacht = {handeling for rij in HEEMSTEDE.bevoegdheden for handeling in rij.handelingen}
    assert {regel.handeling for regel in BEVOEGDHEDEN} == verwacht


@pytest.mark.parametrize("regel", params(FUNCTIES))
def test_functie(regel):
    controleer_functie(HEEMSTEDE, regel)


def test_elke_functie_heeft_een_rij():
    assert {regel.functie for regel in FUNCTIES} == {f"{f.soort}/{f.naam}" for f in HEEMSTEDE.functies}


@pytest.mark.parametrize("regel", params(STAPPEN))
def test_stap(regel):
    controleer_stap(HEEMSTEDE, regel)


@pytest.mark.eis(*dict.fromkeys(regel.eis for regel in STAPPEN))
def test_geen_andere_stap():
    controleer_geen_andere_stap(HEEMSTEDE, STAPPEN)
