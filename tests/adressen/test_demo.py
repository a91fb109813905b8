"""The addresses of the demo: those of the demo's stock, found in every notation."""

import pytest

from convenant.adressen.demo import BESTAND
from convenant.adressen.register import op_bag_id, zoek
from tools.demo_adressen import GEMEENTE, adressen, tekst

from . import spec


def test_het_bestand_is_wat_de_demo_heeft() -> None:
    assert BESTAND.read_text(encoding="utf-8") == tekst(), "doe: python -m tools.demo_adressen"


@spec.heeft_specificatie
def test_het_heeft_de_vorm_van_de_bag() -> None:
    kaal = {"_embedded": {"adressen": [rij | {"korteNaam": "x"} for rij in adressen()[GEMEENTE]]}}
    assert spec.fouten_in_antwoord("/adressen", kaal) == []


@pytest.mark.parametrize(
    ("getypt", "regel"),
    [
        ("2100aa1", "Vlinderpad 1, 2100 AA Heemstede"),
        ("2100 AB 7a", "Krekelstraat 7A, 2100 AB Heemstede"),
        ("krekelstraat 7 A", "Krekelstraat 7A, 2100 AB Heemstede"),
        ("Krekelstraat 9-2", "Krekelstraat 9-2, 2100 AB Heemstede"),
        ("Krekelstraat 9 hs", "Krekelstraat 9-2, 2100 AB Heemstede"),  # nothing fits, so what there is at 9
        ("KREKELSTRAAT 7, 2100 AB HEEMSTEDE", "Krekelstraat 7A, 2100 AB Heemstede"),
        ("0397010000000001", "Vlinderpad 1, 2100 AA Heemstede"),
    ],
)
def test_wat_mensen_typen(getypt: str, regel: str) -> None:
    assert zoek(getypt, "Heemstede")[0].regel == regel


def test_het_nummer_zelf_staat_voor_wat_er_ook_mee_begint() -> None:
    nummers = [adres.huisnummer for adres in zoek("Vlinderpad 1", "gemeente Heemstede")]
    assert nummers == ["1", *map(str, range(10, 20))]


def test_een_andere_gemeente_heeft_er_geen() -> None:
    assert zoek("2100aa1", "Maassluis") == []
    assert op_bag_id("0397010000000001", "Maassluis") == []
