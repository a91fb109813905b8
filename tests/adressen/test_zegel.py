"""The BAG id in a hidden field is believed only with our seal, on exactly the address it was given for."""

import pytest

from convenant.adressen.voorstel import Adresvoorstel, bag_id_uit

ADRES = Adresvoorstel("Lindelaan", "14", "A", "II", "2101AB", "Heemstede", "0397010000001401")
VELDEN = ("2101 AB", "14", "A", "II")


def test_zoals_gekozen() -> None:
    assert bag_id_uit(ADRES.zegel, *VELDEN) == ADRES.bag_id
    assert bag_id_uit(ADRES.zegel, "2101ab", "14", "a", "ii") == ADRES.bag_id


@pytest.mark.parametrize(
    ("zegel", "velden"),
    [
        (ADRES.zegel, ("2101 AC", "14", "A", "II")),
        (ADRES.zegel, ("2101 AB", "15", "A", "II")),
        (ADRES.zegel, ("2101 AB", "14", "", "II")),
        (ADRES.zegel, ("2101 AB", "14", "A", "")),
        # The parts stay apart: 1|4A is not 14|A.
        (ADRES.zegel, ("2101 AB", "14A", "", "II")),
        (ADRES.zegel, ("2101 AB1", "4", "A", "II")),
        (ADRES.zegel.replace("1401", "1402"), VELDEN),
        (ADRES.bag_id, VELDEN),
        (ADRES.bag_id + ":", VELDEN),
        ("", VELDEN),
        ("é:ü", VELDEN),
        (":", ("", "", "", "")),
    ],
)
def test_iets_anders_is_geen_bag_id(zegel: str, velden: tuple[str, ...]) -> None:
    assert bag_id_uit(zegel, *velden) == ""


def test_een_andere_sleutel_zegelt_anders(settings) -> None:
    zegel = ADRES.zegel
    settings.SECRET_KEY = "een andere sleutel dan die van net"
    assert bag_id_uit(zegel, *VELDEN) == ""
