"""A convenant from one file: first a look, then all or nothing, and the second time nothing more."""

from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.core.management import CommandError, call_command

from convenant.partijen.models import (
    Account,
    Autorisatie,
    Deelname,
    Inrichtingsgebeurtenis,
    InstellingWaarde,
    Medewerker,
    Partij,
    Verklaring,
)
from tests.wereld import Wereld

GOED = """
# Wat de gemeente en de corporatie op 3 juni 2024 tekenden.
ingang = 2020-06-01

[instellingen]
maximum_bewoners = 30
bewaartermijn_logboek = { duur = 7, eenheid = "jaren", bron = "Selectielijst" }

[[partij]]
naam = "Het Baken"
kvk = "12345678"
soort = "corporatie"
getekend_op = 2024-06-03
ondertekenaar = "B. Baak"
functie = "directeur"
verklaringen = { zonder_winstoogmerk = 2024-06-03 }

[[partij.mens]]
naam = "Nora Nieuw"
email = "Nora@voorbeeld.nl"
verklaringen = { geheimhouding = 2024-06-04 }

[[partij]]
naam = "De Linde Oost"
soort = "corporatie"
onderdeel_van = "De Linde"
"""


@pytest.fixture
def richt_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """`richt_in(tekst, uitvoeren=True)`: what the command printed."""

    def doe(tekst: str, *, uitvoeren: bool = False, code: str = "heemstede") -> str:
        pad = tmp_path / "inrichting.toml"
        pad.write_text(tekst)
        call_command("convenant_inrichten", code, pad, uitvoeren=uitvoeren)
        return capsys.readouterr().out

    return doe


def aantallen() -> tuple[int, ...]:
    tabellen = (Partij, Deelname, InstellingWaarde, Account, Medewerker, Verklaring, Autorisatie)
    return tuple(tabel.objects.count() for tabel in tabellen)


def test_eerst_een_proef(wereld: Wereld, richt_in: Any) -> None:
    voor = aantallen()
    uit = richt_in(GOED)
    assert "partij 1 (Het Baken): sluit aan als corporatie" in uit
    assert "instellingen.bewaartermijn_logboek: 7 jaren (Selectielijst)" in uit
    assert uit.endswith("Dit was een proef. Er is niets veranderd. Met --uitvoeren gebeurt het.\n")
    # Who it is stays out of what is printed.
    assert "Nora" not in uit
    assert aantallen() == voor


@pytest.mark.eis("HEE-PAR.2", "ZOE-PAR.1")
def test_uitvoeren_en_de_tweede_keer_niets(
    wereld: Wereld, richt_in: Any, als_eigenaar: Any, django_capture_on_commit_callbacks: Any
) -> None:
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        richt_in(GOED, uitvoeren=True)
    baken = Deelname.objects.get(partij__kvk_nummer="12345678")
    assert (baken.ondertekenaar, baken.ondertekenaar_functie) == ("B. Baak", "directeur")
    assert baken.groepen.count() == 3
    assert Partij.objects.get(naam="De Linde Oost").onderdeel_van == wereld.deelnames["linde"].partij
    assert InstellingWaarde.objects.get(naam="maximum_bewoners").waarde == 30
    nora = Medewerker.objects.get(account__email="nora@voorbeeld.nl")
    assert (nora.partij, nora.autorisaties.count()) == (baken.partij, 0)
    assert {v.soort for v in nora.verklaringen.all()} == {"geheimhouding"}
    assert [(post.subject, post.to) for post in mail.outbox] == [
        ("Uw account voor Convenant", ["nora@voorbeeld.nl"])
    ]
    voor = aantallen()
    with als_eigenaar():
        gebeurtenissen = Inrichtingsgebeurtenis.objects.count()
    with django_capture_on_commit_callbacks(execute=True):
        assert richt_in(GOED, uitvoeren=True) == "Alles staat er al zo.\n"
    assert aantallen() == voor
    assert len(mail.outbox) == 1
    with als_eigenaar():
        assert Inrichtingsgebeurtenis.objects.count() == gebeurtenissen == 6


FOUT = """
kleur = "rood"
ingang = "1 juni"

[instellingen]
maximum_bewoners = 0
onbekend = 3

[[partij]]
naam = "Het Baken"
kvk = "123"
soort = "corporatie"

[[partij]]
naam = "De Vuurtoren"
soort = "zwembad"

[[partij]]
naam = "De Linde"
soort = "corporatie"
getekend_op = 2099-01-01
ondertekenaar = "L. Linde"
functie = "directeur"
[[partij.mens]]
naam = "Nora"
email = "geen adres"
"""


@pytest.mark.eis("HEE-PAR.2")
def test_alles_of_niets_met_elke_fout(wereld: Wereld, richt_in: Any) -> None:
    voor = aantallen()
    with pytest.raises(CommandError) as fout:
        richt_in(FOUT, uitvoeren=True)
    regels = str(fout.value).splitlines()
    assert regels == [
        "bestand: kleur is hier niet bekend.",
        "partij 1 (Het Baken): Een KvK-nummer heeft 8 cijfers. Controleer het nummer.",
        "partij 2 (De Vuurtoren): Het convenant kent geen partij van de soort zwembad.",
        "partij 3 (De Linde), ondertekening: Deze dag moet nog komen. Leg vast wat er al is gebeurd.",
        "partij 3 (De Linde), mens 1: Vul een e-mailadres in.",
        "instellingen.maximum_bewoners: Vul een heel getal in van 1 tot en met 100000.",
        "instellingen.onbekend: Het convenant kent geen instelling onbekend.",
        "ingang: Schrijf een dag als 2026-12-31, zonder aanhalingstekens.",
        "Er is niets veranderd.",
    ]
    assert aantallen() == voor


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ("[[partij", "niet te lezen"),
        ("\x00", "niet te lezen"),
        ("partij = 3", "geen lijst"),
        ("instellingen = 3", "geen tabel"),
    ],
)
def test_een_bestand_dat_geen_bestand_is(wereld: Wereld, richt_in: Any, tekst: str, zin: str) -> None:
    with pytest.raises(CommandError, match=zin):
        richt_in(tekst, uitvoeren=True)


def test_een_convenant_dat_er_niet_is(wereld: Wereld, richt_in: Any) -> None:
    with pytest.raises(CommandError, match="Er is geen convenant nergens"):
        richt_in(GOED, code="nergens")
