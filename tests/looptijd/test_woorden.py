"""Terms of the policy as the public page says them."""

import pytest

from convenant.web.templatetags.woorden import bewaartijd, daarna, opsomming


@pytest.mark.parametrize(
    ("duur", "eenheid", "zin"),
    [
        (1, "jaren", "1 jaar"),
        (5, "jaren", "5 jaar"),
        (1, "maanden", "1 maand"),
        (2, "weken", "2 weken"),
        (24, "uren", "24 uur"),
        (0, "dagen", "niet langer dan nodig"),
        (1, "direct", "niet langer dan nodig"),
        (0, "einde_dag", "tot het einde van de dag"),
        (None, "", "de organisaties moeten dit nog vaststellen"),
    ],
)
def test_hoe_lang(duur, eenheid, zin):
    assert bewaartijd(duur, eenheid) == zin


def test_wat_daarna_en_van_wie():
    assert daarna("anonimiseren") == "daarna worden ze anoniem gemaakt"
    assert opsomming(["directie_wonen", "corporatie"]) == "Directie wonen, corporatie"
