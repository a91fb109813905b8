"""`manage.py waarom`: the decision on the command line, as the screen gives it."""

import io
from datetime import date

import pytest
from django.core.management import CommandError, call_command

from brpinzage.models import Bezit
from brpinzage.rijen import Persoonsrij
from convenant.poort import poort
from convenant.poort.models import Logregel
from tests.proef import maak_proef
from tests.wereld import LINDELAAN_12, laad


def waarom(monkeypatch, naam: str, convenant: str, tekst: str) -> str:
    monkeypatch.setattr("sys.stdin", io.StringIO(tekst + "\n"))
    uitvoer = io.StringIO()
    call_command("waarom", naam, convenant, stdout=uitvoer)
    return uitvoer.getvalue()


def test_eigen_adres(wereld, monkeypatch):
    tekst = waarom(monkeypatch, "anna@voorbeeld.nl", "heemstede", "2101 AB 12")
    assert "ja  raadplegen" in tekst
    assert "+ Het adres staat vandaag in het bezit van uw corporatie. (HEE-2.3)" in tekst


def test_letter_en_toevoeging(wereld, monkeypatch):
    assert "ja  raadplegen" in waarom(monkeypatch, "anna@voorbeeld.nl", "heemstede", "2101ab 14a-2")


@pytest.mark.parametrize(
    ("naam", "adres", "eis"),
    [("carla", "2101 AB 12", "HEE-2.3"), ("dirk", "2101 AB 12", "HEE-2.5"), ("anna", "9999 ZZ 1", "HEE-2.3")],
)
def test_geweigerd_noemt_het_artikel(wereld, monkeypatch, naam, adres, eis):
    tekst = waarom(monkeypatch, f"{naam}@voorbeeld.nl", "heemstede", adres)
    assert "nee raadplegen" in tekst
    assert f"({eis})" in tekst


@pytest.mark.eis("HEE-3.3")
def test_verborgen_persoon_geeft_de_neutrale_zin(wereld, monkeypatch):
    laad(wereld, Persoonsrij(LINDELAAN_12, "", "p9", afgeschermd=True))
    tekst = waarom(monkeypatch, "anna@voorbeeld.nl", "heemstede", "2101 AB 12")
    assert "nee raadplegen" in tekst
    assert "Vraag het schriftelijk" in tekst
    assert "ingeschreven" not in tekst


def test_zegt_hetzelfde_als_de_poort(wereld, monkeypatch, als_eigenaar):
    with als_eigenaar():
        Bezit.objects.filter(adres_sleutel=LINDELAAN_12.sleutel).update(tot=date(2026, 11, 23))
    assert "nee raadplegen" in waarom(monkeypatch, "anna@voorbeeld.nl", "heemstede", "2101 AB 12")


def test_zaaknummer(db, monkeypatch):
    proef = maak_proef()
    with proef.als("kees"):
        melding = {"leerling": "Noor", "dagen": "3"}
        poort.verstrek("verzuimmelding", melding, [proef.groep("gemeente", "leerplicht")])
    tekst = waarom(monkeypatch, "lies@proef.voorbeeld.nl", "proef", "2026-000001")
    assert "ja  verzuimmelding inzien" in tekst
    assert "nee antwoord inzien" in tekst
    assert "inzien" not in waarom(monkeypatch, "wim@proef.voorbeeld.nl", "proef", "2026-000001")


def test_wie_er_niet_werkt_en_wat_er_niet_is(wereld, monkeypatch):
    for account, convenant in (("niemand@voorbeeld.nl", "heemstede"), ("anna@voorbeeld.nl", "elders")):
        with pytest.raises(CommandError, match="werkt niet in dit convenant"):
            waarom(monkeypatch, account, convenant, "2101 AB 12")
    assert "raadplegen" not in waarom(monkeypatch, "anna@voorbeeld.nl", "heemstede", "geen adres")


def test_de_vraag_staat_in_het_logboek_zonder_het_adres(wereld, monkeypatch):
    waarom(monkeypatch, "anna@voorbeeld.nl", "heemstede", "2101 AB 12")
    with wereld.als("frits"):
        (regel,) = Logregel.objects.filter(handeling="waarom_vragen")
        assert "2101" not in str(vars(regel))
