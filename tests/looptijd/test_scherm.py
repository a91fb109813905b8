"""The screens of begin and end, as a browser asks for them."""

import re
from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.test import Client

from convenant.beleid.kalender import AMSTERDAM
from convenant.looptijd import beeindigen
from convenant.looptijd.tasks import werk_looptijd_bij
from convenant.tijd import stel_in
from tests import werelden
from tests.bijlagen.bestanden import geladen, maak_pdf
from tests.schermen.klant import log_in
from tests.wereld import NU, Wereld

from .conftest import einden, zeg_op

LOOPTIJD = "/heemstede/looptijd/"


@pytest.fixture
def klant(wereld: Wereld) -> Callable[[str], Client]:
    return lambda naam: log_in(wereld, naam)


def tekst(antwoord) -> str:
    zonder = re.sub(r"<[^>]+>", " ", antwoord.content.decode())
    return " ".join(zonder.split())


def invoer(**anders: object) -> dict[str, object]:
    return {"ontvangen_op": "10-11-2026", "brief": geladen("brief.pdf", maak_pdf())} | anders


@pytest.mark.eis("HEE-9.1")
@pytest.mark.parametrize("wie", ["anna", "ina", "hugo", "frits", "dirk"])
def test_iedereen_ziet_hoe_lang_het_loopt(klant, wie):
    """The end of the running period, and the last day of notice for it: both parties see them."""
    pagina = tekst(klant(wie).get(LOOPTIJD))
    assert "Deze periode loopt tot en met 31 mei 2027." in pagina
    assert "31 maart 2027 Laatste dag om voor deze periode op te zeggen" in pagina


@pytest.mark.eis("HEE-9.3")
@pytest.mark.parametrize(
    ("wie", "knoppen"),
    [
        ("ina", {"Opzeggen"}),
        ("hugo", {"Opzeggen", "Vastleggen dat het convenant is vervallen"}),
        ("anna", set()),
        ("frits", set()),
    ],
)
def test_wie_welke_knop_heeft(klant, wie, knoppen):
    pagina = tekst(klant(wie).get(LOOPTIJD))
    for titel in ("Opzeggen", "Vastleggen dat het convenant is vervallen"):
        assert (f"{titel} " in pagina) is (titel in knoppen)


@pytest.mark.eis("HEE-9.3", "HEE-9.4")
def test_opzeggen_laat_eerst_de_laatste_dag_zien(wereld, klant):
    """Nothing happens before somebody agreed to the day that is shown, and to that day alone."""
    ina = klant("ina")
    vraag = ina.post(f"{LOOPTIJD}opzeggen/", invoer())
    assert vraag.status_code == 200
    assert "De laatste dag is 31 januari 2027 ." in tekst(vraag)
    assert einden(wereld) == {}
    (klaar,) = re.findall(r'name="brief_klaar" value="([^"]+)"', vraag.content.decode())
    ander = {"ontvangen_op": "23-11-2026", "brief_klaar": klaar}
    opnieuw = ina.post(f"{LOOPTIJD}opzeggen/", ander | {"bevestigd": "2026-12-31"})
    assert "De laatste dag is 31 januari 2027 ." in tekst(opnieuw)
    assert einden(wereld) == {}
    gedaan = ina.post(f"{LOOPTIJD}opzeggen/", ander | {"bevestigd": "2027-01-31"}, follow=True)
    assert "Vastgelegd. De laatste dag is 31 januari 2027." in tekst(gedaan)
    assert "Uw organisatie doet mee tot en met 31 januari 2027." in tekst(gedaan)
    assert einden(wereld) == {"linde": date(2027, 2, 1)}


@pytest.mark.eis("HEE-9.3")
@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"ontvangen_op": "24-11-2026"}, "Deze dag moet nog komen."),
        ({"ontvangen_op": "31-05-2020"}, "Toen had uw organisatie nog niet getekend."),
        ({"ontvangen_op": "31-02-2026"}, "Deze datum bestaat niet."),
        ({"brief": ""}, "Kies een bestand"),
    ],
)
def test_een_fout_staat_bij_het_veld(wereld, klant, anders, zin):
    antwoord = klant("ina").post(f"{LOOPTIJD}opzeggen/", invoer(**anders))
    assert zin in tekst(antwoord)
    assert "De laatste dag is" not in tekst(antwoord)
    assert einden(wereld) == {}


@pytest.mark.eis("HEE-9.3")
def test_een_tweede_keer_wijst_naar_intrekken(wereld, klant):
    zeg_op(wereld, "ina")
    antwoord = klant("ina").get(f"{LOOPTIJD}opzeggen/", follow=True)
    assert "Uw organisatie heeft dit al vastgelegd." in tekst(antwoord)


@pytest.mark.eis("HEE-9.2")
def test_vervallen_door_een_wet(wereld, klant):
    hugo = klant("hugo")
    velden = {"wet": "Wet X, artikel 1", "vanaf": "01-01-2027"}
    assert "De laatste dag is 31 december 2026 ." in tekst(
        hugo.post(f"{LOOPTIJD}vervallen_verklaren/", velden)
    )
    pagina = hugo.post(f"{LOOPTIJD}vervallen_verklaren/", velden | {"bevestigd": "2026-12-31"}, follow=True)
    assert "Wet X, artikel 1" in tekst(pagina)
    assert einden(wereld) == {"wet": date(2027, 1, 1)}
    vroeg = hugo.post("/heemstede/looptijd/opzeggen/", invoer(ontvangen_op="01-01-2020"))
    assert "Toen had uw organisatie nog niet getekend." in tekst(vroeg)


@pytest.mark.eis("HEE-9.3")
def test_intrekken_vraagt_eerst(wereld, klant):
    opzegging = zeg_op(wereld, "ina")
    adres = f"{LOOPTIJD}{opzegging}/intrekken/"
    ina, jan = klant("ina"), klant("jan")
    assert jan.get(adres).status_code == jan.post(adres).status_code == 404
    assert "31 januari 2027" in tekst(ina.get(adres))
    assert einden(wereld) != {}
    assert "Ingetrokken. De andere partijen krijgen bericht." in tekst(ina.post(adres, follow=True))
    assert einden(wereld) == {}
    assert ina.get(adres).status_code == ina.post(adres).status_code == 404


@pytest.mark.eis("HEE-9.3")
def test_de_brief_komt_als_bestand(wereld, klant):
    ina = klant("ina")
    vraag = ina.post(f"{LOOPTIJD}opzeggen/", invoer())
    (klaar,) = re.findall(r'name="brief_klaar" value="([^"]+)"', vraag.content.decode())
    ina.post(
        f"{LOOPTIJD}opzeggen/",
        {"ontvangen_op": "10-11-2026", "brief_klaar": klaar, "bevestigd": "2027-01-31"},
    )
    with wereld.als("ina"):
        opzegging = beeindigen.overzicht()[0].id
    bestand = klant("jan").get(f"{LOOPTIJD}{opzegging}/brief/")
    assert bestand.content.startswith(b"%PDF")
    assert bestand["Content-Disposition"] == 'attachment; filename="brief.pdf"'
    assert klant("anna").get(f"{LOOPTIJD}{opzegging}/brief/").status_code == 403


@pytest.mark.eis("HEE-9.5")
def test_het_eindverslag_is_voor_de_gemeente(wereld, klant):
    zeg_op(wereld, "ina")
    with stel_in(datetime(2027, 2, 1, 6, tzinfo=AMSTERDAM)):
        werk_looptijd_bij()
        pagina = klant("hugo").get(LOOPTIJD)
        (adres,) = re.findall(r'href="(/heemstede/looptijd/eindverslag/[^"]+)"', pagina.content.decode())
        verslag = tekst(klant("hugo").get(adres))
        assert "Anna Contactpersoon" in verslag
        assert "Er was geen zaak meer open." in verslag
        assert klant("frits").get(adres).status_code == 403
        assert "Eindverslagen" not in tekst(klant("frits").get(LOOPTIJD))


@pytest.mark.parametrize(
    ("code", "wie", "zin"),
    [
        pytest.param(
            "maassluis",
            "corporatie/tekeningsbevoegde",
            "Het convenant is van kracht, zonder einddatum.",
            marks=pytest.mark.eis("MAA-20"),
        ),
        pytest.param(
            "haarlem",
            "corporatie/manager",
            "Bij dit convenant kan geen partij alleen opzeggen.",
            marks=pytest.mark.eis("HAA-9.3"),
        ),
        pytest.param(
            "zoeklicht",
            "corporatie/beheerder",
            "Deze periode loopt tot en met 5 januari 2029.",
            marks=pytest.mark.eis("ZOE-13.1"),
        ),
        pytest.param(
            "krimpen",
            "politie/beheerder",
            "Deze periode loopt tot en met 5 januari 2027.",
            marks=pytest.mark.eis("KRI-16.2"),
        ),
    ],
)
def test_elke_tekst_in_een_zin(db, code, wie, zin):
    with stel_in(NU):
        wereld = werelden.maak(code)
        assert zin in tekst(log_in(wereld, wie).get(f"/{code}/looptijd/"))


@pytest.mark.eis("MAA-20", "KRI-16.3")
@pytest.mark.parametrize(
    ("code", "wie", "handeling", "vraagt"),
    [
        ("maassluis", "corporatie/tekeningsbevoegde", "beeindigen", {"ontvangen_op", "laatste_dag", "brief"}),
        ("krimpen", "politie/beheerder", "opzeggen", {"ontvangen_op", "redenen", "brief"}),
        ("zoeklicht", "corporatie/beheerder", "opzeggen", {"ontvangen_op", "brief"}),
    ],
)
def test_wat_het_formulier_vraagt(db, code, wie, handeling, vraagt):
    with stel_in(NU):
        wereld = werelden.maak(code)
        pagina = log_in(wereld, wie).get(f"/{code}/looptijd/{handeling}/").content.decode()
    namen = set(re.findall(r'<(?:input|textarea)[^>]* name="([a-z_]+)"', pagina))
    assert namen - {"csrfmiddlewaretoken"} == vraagt


def test_hoeveel_er_gevraagd_wordt(wereld, klant, django_assert_max_num_queries):
    """The same number of queries with one notice and with none."""
    ina = klant("ina")
    zeg_op(wereld, "jan")
    with django_assert_max_num_queries(30):
        ina.get(LOOPTIJD)
