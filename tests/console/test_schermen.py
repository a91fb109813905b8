"""The screens of the console as a browser asks for them: what they say, what they refuse, how many queries they cost."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.urls import resolve

from convenant.partijen.models import Autorisatie, Verklaring
from tests.console.conftest import VANDAAG
from tests.console.spel import meld_aan
from tests.wereld import NU, Wereld

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


@pytest.mark.parametrize(
    ("pad", "vers"),
    [
        ("autorisaties/1/verlenen/", True),
        ("autorisaties/1/hervatten/", True),
        ("autorisaties/factor/6b6fb712-67bf-4c26-8a3a-1bcb4ca7f0ef/", True),
        ("looptijd/opzeggen/", True),
        ("autorisaties/1/intrekken/", False),
        ("autorisaties/1/schorsen/", False),
        ("mensen/1/afmelden/", False),
    ],
)
def test_wat_een_recht_geeft_vraagt_een_verse_factor_en_wat_het_beeindigt_niet(pad: str, vers: bool):
    assert resolve(BASIS + pad).func.pagina.verse_factor is vers


def test_wie_verleent_ziet_wat_ontbreekt_en_wat_hij_typte_blijft_staan(
    wereld: Wereld, klant, aanmelding: int
):
    Verklaring.objects.filter(medewerker=wereld.mensen["dirk"]).update(tot=VANDAAG)
    pad = f"{BASIS}autorisaties/{aanmelding}/verlenen/"
    gerda = klant("gerda")
    assert "Dit ontbreekt nog" in tekst(gerda.get(pad))
    antwoord = gerda.post(pad, {"van": "24-11-2026", "tot_en_met": "30-11-2026"})
    assert antwoord.status_code == 200
    assert "artikel 3.5" in tekst(antwoord)
    assert 'value="30-11-2026"' in tekst(antwoord)


def test_tot_en_met_is_de_laatste_dag(wereld: Wereld, klant, aanmelding: int):
    velden = {"van": "23-11-2026", "tot_en_met": "30-11-2026"}
    antwoord = klant("gerda").post(f"{BASIS}autorisaties/{aanmelding}/verlenen/", velden)
    assert antwoord.status_code == 302
    assert Autorisatie.objects.get(pk=aanmelding).tot == date(2026, 12, 1)
    assert "30 november 2026" in tekst(klant("gerda").get(antwoord.url))


def test_zoeken_op_naam_staat_niet_in_het_adres(wereld: Wereld, klant):
    ina = klant("ina")
    antwoord = ina.post(f"{BASIS}mensen/", {"tekst": "bert"})
    assert antwoord.url == f"{BASIS}mensen/?gezocht=ja"
    gevonden = tekst(ina.get(antwoord.url))
    assert "bert@voorbeeld.nl" in gevonden
    assert "anna@voorbeeld.nl" not in gevonden


def test_bevestigen_van_wie_is_aangevinkt(wereld: Wereld, klant):
    Autorisatie.objects.update(bevestigd_op=NU - timedelta(days=300))
    ina, pad = klant("ina"), f"{BASIS}autorisaties/"
    assert "Te laat" in tekst(ina.get(pad))
    anna = wereld.autorisaties["anna"].pk
    assert "U hebt niets gekozen" in tekst(ina.post(f"{pad}bevestigen/", follow=True))
    gelukt = ina.post(f"{pad}bevestigen/", {"autorisatie": [anna], "kenmerk": str(uuid4())}, follow=True)
    assert "1 functie is bevestigd" in tekst(gelukt)
    assert Autorisatie.objects.get(pk=anna).bevestigd_op == NU
    # Somebody else's: nothing is confirmed, and it is not there.
    vreemd = {"autorisatie": [wereld.autorisaties["bert"].pk, wereld.autorisaties["carla"].pk]}
    assert ina.post(f"{pad}bevestigen/", vreemd).status_code == 404
    assert Autorisatie.objects.get(pk=wereld.autorisaties["bert"].pk).bevestigd_op != NU


@pytest.mark.parametrize("slecht", ["x", "-1", "999999999999", "1e3", "²"])
def test_een_bladzijde_die_er_niet_is_is_de_eerste(klant, slecht: str):
    for pad in ("autorisaties/", "autorisaties/geschiedenis/"):
        assert klant("gerda").get(f"{BASIS}{pad}", {"pagina": slecht}).status_code == 200
    assert klant("ina").get(f"{BASIS}mensen/", {"pagina": slecht, "stand": "onzin"}).status_code == 200


@pytest.mark.parametrize("daad", ["intrekken", "schorsen", "onzin"])
def test_een_adres_van_een_ander_bestaat_niet(wereld: Wereld, klant, daad: str):
    """Another's and none: the same bytes."""
    echt = wereld.autorisaties["carla"].pk
    antwoorden = [klant("ina").get(f"{BASIS}autorisaties/{pk}/{daad}/") for pk in (echt, 999999)]
    assert [antwoord.status_code for antwoord in antwoorden] == [404, 404]
    assert antwoorden[0].content == antwoorden[1].content
