"""What a comparison may answer."""

import pytest

from convenant.beleid.vergelijking import vergelijk


@pytest.mark.eis("MAA-9.3")
@pytest.mark.parametrize(
    ("voorgelegd", "geregistreerd", "antwoord"),
    [
        ("Proefstraat 3", "Proefstraat 3", "ja"),
        ("proefstraat  3", "Proefstraat 3 ", "ja"),
        ("3140 ab", "3140AB", "ja"),
        ("Proefstraat 3", "Proefstraat 5", "afwijkend"),
        ("Proefstraat 3", None, "nee"),
        ("Proefstraat 3", "", "nee"),
    ],
)
def test_vergelijken_geeft_ja_nee_of_afwijkend(voorgelegd, geregistreerd, antwoord):
    assert vergelijk(voorgelegd, geregistreerd) == antwoord
