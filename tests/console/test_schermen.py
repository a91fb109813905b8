"""The screens of the console as a browser asks for them: what they say, what they refuse, how many queries they cost."""

import pytest

from tests.console.spel import meld_aan
from tests.wereld import Wereld

BASIS = "/heemstede/"


def tekst(antwoord) -> str:
    return " ".join(antwoord.content.decode().split())


@pytest.fixture
def aanmelding(wereld: Wereld) -> int:
    return meld_aan(wereld, "ina", "dirk", "linde", "beheerder")


def test_elk_scherm_opent(wereld: Wereld, klant, aanmelding: int):
    dirk, anna = wereld.mensen["dirk"].pk, wereld.autorisaties["anna"].pk
    for wie, paden in {
        "ina": (
            "mensen/",
            "mensen/nieuw/",
            f"mensen/{dirk}/",
            f"mensen/{dirk}/functie/",
            f"mensen/{dirk}/functie/?groep={wereld.groep('linde', 'contactpersoon').pk}",
            f"mensen/{dirk}/verklaring/",
            f"mensen/{dirk}/verklaring/{wereld.mensen['dirk'].verklaringen.get().pk}/beeindigen/",
            f"mensen/{dirk}/afmelden/",
            f"mensen/{dirk}/factor/",
            "autorisaties/",
            f"autorisaties/{anna}/",
            f"autorisaties/{anna}/intrekken/",
            f"autorisaties/{anna}/schorsen/",
            f"autorisaties/{anna}/bevestigen/",
            f"autorisaties/{aanmelding}/terugnemen/",
            "autorisaties/geschiedenis/",
            f"autorisaties/mens/{wereld.mensen['anna'].pk}/",
            "autorisaties/set/",
            "autorisaties/set/naam_en_adres/",
        ),
        "gerda": (
            "autorisaties/",
            f"autorisaties/{aanmelding}/verlenen/",
            f"autorisaties/{aanmelding}/weigeren/",
            f"autorisaties/{anna}/hervatten/",
            "autorisaties/uitvoer/",
            "autorisaties/geschiedenis/uitvoer/",
        ),
    }.items():
        for pad in paden:
            antwoord = klant(wie).get(BASIS + pad)
            assert antwoord.status_code == 200, (wie, pad)
