"""The public page: of every convenant, for anyone, about no person."""

import re
from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.test import Client

from convenant.beleid.kalender import AMSTERDAM
from convenant.partijen.models import Convenant, Deelname, Partij
from convenant.tijd import stel_in
from tests import werelden
from tests.schermen.klant import log_in

from .conftest import zeg_op
from .test_scherm import tekst

RECHTEN = ("AVG 13", "AVG 15", "AVG 16", "AVG 17", "AVG 18", "AVG 19", "AVG 20", "AVG 21", "AVG 22", "AVG 12")


@pytest.fixture
def organisaties(db: None) -> Callable[[], None]:
    """Every party is in the register of the KvK."""

    def schrijf_in() -> None:
        for partij in Partij.objects.filter(kvk_nummer=""):
            Partij.objects.filter(pk=partij.pk).update(kvk_nummer=f"{90000000 + partij.pk}")

    return schrijf_in


def openbaar(code: str) -> str:
    antwoord = Client().get(f"/{code}/openbaar/")
    assert antwoord.status_code == 200
    return tekst(antwoord)


@pytest.mark.eis("HEE-PAR.1", "HEE-9.1", "HEE-14")
def test_wat_er_over_heemstede_staat(wereld, organisaties):
    organisaties()
    pagina = openbaar("heemstede")
    for stuk in (
        "Deze periode loopt tot en met 31 mei 2027.",
        "De Linde Corporatie 1 juni 2020 Doet mee",
        "Gemeente Heemstede",
        "naam bewoner",
        "1 jaar, daarna worden ze vernietigd",
        *RECHTEN,
    ):
        assert stuk in pagina, stuk


@pytest.mark.parametrize("code", werelden.CODES)
def test_elk_convenant_heeft_er_een_zonder_mensen(wereld, organisaties, code):
    """Every doel and every party; no name of staff, no signatory, no e-mail address."""
    wereld = wereld if code == "heemstede" else werelden.maak(code)
    organisaties()
    pagina = openbaar(code)
    beleid = wereld.convenant.beleid
    assert all(doel.uitleg in pagina for doel in beleid.doelen)
    assert all(deelname.partij.naam in pagina for deelname in wereld.deelnames.values())
    assert "De directeur" not in pagina
    assert "@voorbeeld" not in pagina.replace(f"@ander {code}", "")
    assert not re.search(r"\b\d{4} ?[A-Z]{2}\b", pagina), "no postcode"


@pytest.mark.eis("HEE-9.5")
def test_de_stand_gaat_mee_met_de_dag(wereld, organisaties):
    organisaties()
    zeg_op(wereld, "ina")
    assert "De Linde Corporatie 1 juni 2020 Doet mee tot en met 31 januari 2027" in openbaar("heemstede")
    with stel_in(datetime(2027, 2, 1, tzinfo=AMSTERDAM)):
        assert "De Linde Corporatie 1 juni 2020 Deed mee tot en met 31 januari 2027" in openbaar("heemstede")
    Convenant.objects.filter(pk=wereld.convenant.pk).update(einde=date(2026, 11, 23))
    assert "Het convenant is geëindigd. De laatste dag was 22 november 2026." in openbaar("heemstede")


def test_wie_nog_niet_tekende(wereld, organisaties):
    organisaties()
    Deelname.objects.filter(pk=wereld.deelnames["linde"].pk).update(getekend_op=None)
    assert "De Linde Corporatie Nog niet Doet nog niet mee" in openbaar("heemstede")


def test_ook_voor_wie_is_ingelogd_en_met_een_link_in_het_menu(wereld):
    for naam in ("anna", "vreemde", ""):
        assert log_in(wereld, naam).get("/heemstede/openbaar/").status_code == 200
    begin = log_in(wereld, "anna").get("/heemstede/").content.decode()
    assert 'href="/heemstede/openbaar/">Over dit convenant</a>' in begin


def test_wat_er_niet_is(wereld):
    assert Client().get("/nergens/openbaar/").status_code == 404
    assert Client().post("/heemstede/openbaar/").status_code == 405


def test_hoeveel_er_gevraagd_wordt(wereld, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        Client().get("/heemstede/openbaar/")


@pytest.mark.eis("KRI-PAR.4")
def test_een_verhuurder_die_een_mens_kan_zijn_staat_er_zonder_naam(
    db: None, organisaties: Callable[[], None]
) -> None:
    krimpen = werelden.maak("krimpen")
    verhuurder = krimpen.deelnames["particuliere_verhuurder"].partij
    organisaties()
    Partij.objects.filter(pk=verhuurder.pk).update(naam="J. Jansen", kvk_nummer="")
    pagina = openbaar("krimpen")
    assert "Een particuliere verhuurder" in pagina
    assert "Jansen" not in pagina
