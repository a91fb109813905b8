"""Signals: counts to look at. Each number opens a list that is exactly as long; that is tested for every one of them."""

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from convenant.partijen.models import InstellingWaarde
from convenant.poort.handeling import Geweigerd
from convenant.poort.logboek_lezen import bladzijde, deelnemers
from convenant.tijd import stel_in
from convenant.toezicht import signalen
from convenant.toezicht.signalen import Signaal
from tests.schermen.test_vragen import hoogstens, vragen
from tests.tables import once
from tests.toezicht.conftest import GEEN_HUURDER, laatste_regels, maak_oktober, op, raadpleeg, tekst, volgen
from tests.wereld import LINDELAAN_12, LINDELAAN_14A, NU, Wereld

pytestmark = pytest.mark.eis("HEE-4")
PAGINA = "/heemstede/signalen/?vanaf=01-10-2026&tot_en_met=31-10-2026"
MAAND = (date(2026, 10, 1), date(2026, 10, 31))


@once
def maak_vol() -> Wereld:
    """October with one of everything: a third refusal, a tenant named as a medewerker, a day at the limit."""
    wereld = maak_oktober()
    with pytest.raises(Geweigerd):
        raadpleeg(wereld, "carla", LINDELAAN_14A, op(14))
    naamgenoot = replace(GEEN_HUURDER, naam="anna")
    raadpleeg(wereld, "anna", LINDELAAN_14A, op(20), identiteit=naamgenoot)
    InstellingWaarde.objects.create(convenant=wereld.convenant, naam="daglimiet_raadplegingen", waarde=4)
    for minuut in range(4):
        raadpleeg(wereld, "bert", LINDELAAN_14A, op(21).replace(minute=minuut))
    return wereld


@pytest.fixture
def wereld(request: pytest.FixtureRequest, db: None) -> Iterator[Wereld]:
    with stel_in(NU):
        yield maak_vol() if "vol" in request.fixturenames else maak_oktober()


@pytest.fixture
def vol(wereld: Wereld) -> Wereld:
    return wereld


def van(wereld: Wereld, soort: str) -> Signaal:
    with wereld.als("frits"):
        return next(signaal for signaal in signalen.signalen(*MAAND) if signaal.soort == soort)


def aantallen(wereld: Wereld, soort: str) -> list[int]:
    return [telling.aantal for telling in van(wereld, soort).tellingen]


def test_elk_getal_is_de_lengte_van_de_lijst_erachter(vol):
    with vol.als("frits"):
        alle = signalen.signalen(*MAAND)
        mensen = deelnemers()
        assert all(signaal.tellingen for signaal in alle), "the fixture must give each signal a number"
        for signaal in alle:
            for telling in signaal.tellingen:
                regels, verder = bladzijde(telling.filter, mensen)
                assert (len(regels), verder) == (telling.aantal, None), (signaal.soort, telling)


def test_elk_getal_op_het_scherm_opent_die_lijst(vol, frits):
    """As a browser does: the link, or the form whose address never stands in a URL."""
    inhoud = frits.get(PAGINA).content.decode()
    geopend = 0
    for url, getal in re.findall(r'href="([^"]*logboek[^"]*)">(\d+)<span', inhoud):
        assert len(volgen(frits.get(html.unescape(url)))) == int(getal)
        geopend += 1
    for velden, getal in formulieren(inhoud):
        antwoord = frits.post("/heemstede/logboek/", velden)
        assert "Lindelaan" not in antwoord.url
        assert len(volgen(frits.get(antwoord.url))) == getal
        geopend += 1
    with vol.als("frits"):
        assert geopend == sum(len(signaal.tellingen) for signaal in signalen.signalen(*MAAND))


def formulieren(inhoud: str) -> Iterator[tuple[dict[str, str], int]]:
    for formulier in re.findall(
        r'<form method="post" action="/heemstede/logboek/">(.*?)</form>', inhoud, re.S
    ):
        velden = dict(re.findall(r'name="(\w+)" value="([^"]*)"', formulier))
        velden.pop("csrfmiddlewaretoken")
        getal = re.search(r'type="submit">(\d+)<', formulier)
        assert getal
        yield {naam: html.unescape(waarde) for naam, waarde in velden.items()}, int(getal[1])


def test_hetzelfde_adres_vaak(vol):
    """Lindelaan 12 eight times by Anna; 14A by Bert and Anna together; Kade 3 three times; none of them counted twice."""
    assert aantallen(vol, "zelfde_adres") == [8, 7, 3]


def test_veel_op_een_dag_en_wie_de_daglimiet_haalde(vol, frits):
    (bert, *_) = van(vol, "veel_op_een_dag").tellingen
    assert bert.aantal == 4
    assert (bert.filter.medewerker, bert.filter.vanaf) == (vol.mensen["bert"].pk, date(2026, 10, 21))
    assert "De Linde, op 21-10-2026, de daglimiet is bereikt" in tekst(frits.get(PAGINA))


def test_buiten_kantoortijd_per_persoon(vol):
    """Carla at 23:00 three times; Anna in the weekend and Bert late and early, twice each."""
    assert aantallen(vol, "buiten_kantoortijd") == [3, 2, 2]


def test_een_huurder_met_de_naam_van_een_medewerker(vol):
    (telling,) = van(vol, "naam_van_medewerker").tellingen
    assert (telling.aantal, telling.filter.medewerker) == (1, vol.mensen["anna"].pk)


def test_vaak_geweigerd_pas_vanaf_de_drempel(vol, oktober):
    (telling,) = van(vol, "weigeringen").tellingen
    assert (telling.aantal, telling.filter.medewerker) == (3, vol.mensen["carla"].pk)


def test_twee_weigeringen_zijn_nog_geen_signaal(oktober):
    assert van(oktober, "weigeringen").tellingen == []


def test_doelen_per_organisatie(vol):
    gekozen = {
        (telling.filter.deelname, telling.filter.doel): telling.aantal
        for telling in van(vol, "doelen").tellingen
    }
    linde, waterkant = vol.deelnames["linde"].pk, vol.deelnames["waterkant"].pk
    assert gekozen == {
        (linde, "bestandskwaliteit"): 14,
        (linde, "onrechtmatige_bewoning"): 1,
        (waterkant, "woningtoewijzing"): 3,
    }


def test_buiten_de_periode_telt_niet_mee(vol):
    with vol.als("frits"):
        leeg = signalen.signalen(date(2026, 11, 2), NU.date())
    assert [signaal.soort for signaal in leeg if signaal.tellingen] == []


@pytest.mark.parametrize("wie", ["anna", "ina", "eva", "hugo", "gerda"])
def test_niemand_anders_ziet_signalen(vol, klant, wie):
    with vol.als(wie), pytest.raises(Geweigerd):
        signalen.signalen(*MAAND)
    assert klant(wie).get(PAGINA).status_code == 403


def test_geen_oordeel_en_wat_er_niet_staat(vol, frits):
    inhoud = tekst(frits.get(PAGINA))
    assert "Om naar te kijken, geen oordeel." in inhoud
    assert "het adres van medewerkers wordt niet bewaard" in inhoud
    assert "Fatima" not in inhoud, "no resident is named"


def test_een_periode_achterstevoren(vol, frits):
    inhoud = tekst(frits.get("/heemstede/signalen/?vanaf=31-10-2026&tot_en_met=01-10-2026"))
    assert "<title>Fout: Signalen" in inhoud
    assert "De laatste dag ligt voor de eerste." in inhoud


def test_een_blik_is_een_regel(vol, frits, als_eigenaar):
    eerder = len(laatste_regels(vol, als_eigenaar, 1000))
    frits.get(PAGINA)
    assert laatste_regels(vol, als_eigenaar, 1) == [("signalen_inzien", "")]
    assert len(laatste_regels(vol, als_eigenaar, 1000)) == eerder + 1


def test_aantal_vragen(vol, frits):
    kort = vragen(frits, "get", PAGINA)
    for minuut in range(3):
        raadpleeg(vol, "anna", LINDELAAN_12, op(22).replace(minute=minuut))
    assert len(vragen(frits, "get", PAGINA)) == len(kort)
    hoogstens(14, kort)
