"""The page on which burgerzaken starts, watches, pauses and stops the making of an extract from the live BRP."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from convenant.brp.adres import maak_adres
from tests.brp.gateway import fout, gateway
from tests.brpinzage.ophalen import (
    KANARIE,
    aangesloten,
    begin,
    brp,
    drie_woningen,
    neem_in_bezit,
    persoon_in_antwoord,
    stand,
    werk,
)
from tests.schermen.klant import log_in

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.eis("HEE-OW.6")]
PAGINA = "/heemstede/uittreksel/ophalen/"


def tekst(response) -> str:
    return " ".join(response.content.decode().split())


@pytest.fixture
def eva(vaste_wereld):
    return log_in(vaste_wereld, "eva")


def kies(eva, keuze: str, nummer: object = "") -> str:
    return tekst(eva.post(PAGINA, {"keuze": keuze, "ophaling": str(nummer)}, follow=True))


def test_van_beginnen_tot_in_gebruik(vaste_wereld, eva):
    with brp(drie_woningen()):
        assert "Ophalen bij de BRP" in tekst(eva.get("/heemstede/uittreksel/"))
        assert "Het ophalen is gestart" in kies(eva, "begin")
        scherm = tekst(eva.get(PAGINA))
        assert "0 van 3" in scherm
        assert 'hx-trigger="every 5s"' in scherm
        assert "Begin met ophalen" not in scherm
        assert "Wordt opgehaald" in tekst(eva.get("/heemstede/uittreksel/"))
        werk()
        scherm = tekst(eva.get(PAGINA))
        assert "Alle adressen zijn gevraagd" in scherm
        assert "hx-trigger" not in scherm
    bevestig = f"/heemstede/uittreksel/{stand(vaste_wereld).id}/"
    assert bevestig in scherm
    scherm = tekst(eva.get(bevestig))
    assert "3, bij de BRP zelf" in scherm
    assert KANARIE not in scherm
    assert "is in gebruik" in tekst(eva.post(bevestig, {"keuze": "gebruik"}, follow=True))


def test_stilzetten_verdergaan_en_stoppen(vaste_wereld, eva):
    with brp(drie_woningen()):
        nummer = begin(vaste_wereld)
        assert "Het ophalen staat stil" in kies(eva, "pauze", nummer)
        assert "gaat verder" in kies(eva, "hervat", nummer)
        assert "is vernietigd" in kies(eva, "stop", nummer)
        assert "al klaar of gestopt" in kies(eva, "pauze", nummer)
        scherm = tekst(eva.get(PAGINA))
    assert "Gestopt, niets bewaard" in scherm
    assert "Begin met ophalen" in scherm


def test_twee_keer_op_beginnen_is_een_keer(vaste_wereld, eva):
    with brp(drie_woningen()):
        kies(eva, "begin")
        assert "Er wordt al een uittreksel opgehaald" in kies(eva, "begin")


def test_wat_er_misgaat_staat_er_in_een_zin(vaste_wereld, eva):
    gedrag = (persoon_in_antwoord("Dorpsstraat 9", "9999 ZZ"), fout(503, "notAvailable"))
    with gateway(*gedrag) as poort, aangesloten(poort.url):
        begin(vaste_wereld)
        werk()
        scherm = tekst(eva.get(PAGINA))
    assert "De BRP is nu niet bereikbaar" in scherm
    assert "Om 10:31 uur gaan wij vanzelf verder." in scherm
    assert "De BRP gaf personen op een ander adres" in scherm
    with gateway(fout(401, "authentication")) as poort, aangesloten(poort.url):
        kies(eva, "hervat", stand(vaste_wereld).id)
        werk()
        scherm = tekst(eva.get(PAGINA))
    assert "Het ophalen staat stil" in scherm
    assert "herkent deze aansluiting niet" in scherm


def test_zonder_aansluiting_is_er_geen_knop(eva):
    assert "Begin met ophalen" not in tekst(eva.get(PAGINA))
    assert "geen eigen aansluiting" in kies(eva, "begin")
    assert "Ophalen bij de BRP" not in tekst(eva.get("/heemstede/uittreksel/"))


def test_een_vreemde_keuze_is_er_niet(vaste_wereld, eva):
    with brp(drie_woningen()):
        nummer = begin(vaste_wereld)
        for keuze, welke in (("x", nummer), ("pauze", "x"), ("pauze", uuid4())):
            assert eva.post(PAGINA, {"keuze": keuze, "ophaling": str(welke)}).status_code == 404
    assert stand(vaste_wereld).loopt


@pytest.mark.parametrize("wie", ["anna", "ina", "frits", "dirk"])
def test_wie_het_niet_mag_komt_er_niet_in(vaste_wereld, wie):
    ander = log_in(vaste_wereld, wie)
    assert ander.get(PAGINA).status_code == 403
    assert ander.post(PAGINA, {"keuze": "begin"}).status_code == 403


def test_meer_adressen_kosten_niet_meer_vragen(vaste_wereld, eva):
    aantallen = []
    for hoeveel in (1, 60):
        adressen = [maak_adres("2103 AA", str(n), "", "", "Laan", "Heemstede") for n in range(1, hoeveel + 1)]
        neem_in_bezit(vaste_wereld, *adressen)
        with brp(drie_woningen()):
            nummer = begin(vaste_wereld)
            with CaptureQueriesContext(connection) as vragen:
                eva.get(PAGINA)
            kies(eva, "stop", nummer)
        aantallen.append(len(vragen))
    assert aantallen[0] == aantallen[1] <= 20
