"""Moves on screen: the form, its machtiging, the paper one to print, and the walk from counter to outcome."""

import re
import subprocess
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from playwright.sync_api import Page, expect

from convenant.tijd import stel_in
from tests.bijlagen.bestanden import geladen, maak_pdf, maak_zip
from tests.brpinzage.test_verhuizingen import geef_door, in_behandeling
from tests.wereld import NU, Wereld

NIEUW = "/heemstede/zaken/nieuw/verhuizing_doorgeven/"
FORMULIER = "/heemstede/verhuizing/machtigingsformulier/"
GOED = {
    "naam_huurder": "R. Vink",
    "oud_adres": "Dorpsstraat 1, 1234 AB Elders",
    "postcode": "2101ab",
    "huisnummer": "12",
    "verhuisdatum": "1-12-2026",
    "machtiging": "papier",
    "machtiging_datum": "22-11-2026",
    "ondertekenaar": "huurder",
}
BESTAND = {"machtiging": "bestand"}


@pytest.fixture
def stuur(klant: Callable[[str], Client]) -> Callable[..., Any]:
    client = klant("anna")
    return lambda **anders: client.post(NIEUW, GOED | anders)


def tekst(response: HttpResponse) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


@pytest.mark.eis("HEE-5.9", "HEE-3.8")
def test_doorgeven_met_een_bestand(stuur, klant, wereld):
    response = stuur(**BESTAND, machtiging_document=geladen("machtiging.pdf", maak_pdf()))
    assert response.status_code == 302
    gezien = tekst(klant("eva").get(response.url))
    assert "machtiging.pdf" in gezien
    assert "Lindelaan 12, 2101 AB Heemstede" in gezien
    (bijlage,) = re.findall(r'href="(/heemstede/bijlage/[0-9a-f-]{36}/)"', gezien)
    assert klant("eva").get(bijlage).content.startswith(b"%PDF-")
    assert klant("carla").get(bijlage).status_code == 404


@pytest.mark.eis("HEE-8.3")
def test_het_scherm_zegt_dat_het_gratis_is(klant, wereld):
    gezien = tekst(klant("anna").get(NIEUW))
    assert "Voor de huurder is het gratis (artikel 8.3)" in gezien
    assert FORMULIER in gezien


@pytest.mark.eis("HEE-3.8")
def test_een_machtiging_van_morgen_komt_terug_met_het_artikel(stuur, wereld):
    response = stuur(machtiging_datum="24-11-2026")
    gezien = tekst(response)
    assert response.status_code == 200
    assert 'href="#id_machtiging_datum' in gezien
    assert "De huurder moet al getekend hebben (artikel 3.8)." in gezien
    for getypt in ("R. Vink", "Dorpsstraat 1, 1234 AB Elders", "24-11-2026", "1-12-2026"):
        assert f'value="{getypt}"' in gezien


@pytest.mark.parametrize(
    ("anders", "veld", "zin"),
    [
        ({"verhuisdatum": "1-1-1890"}, "verhuisdatum", "Vul een jaar in van 1900"),
        ({"verhuisdatum": "1-1-1990"}, "verhuisdatum", "meer dan vijf jaar geleden"),
        ({"verhuisdatum": "1-2-2027"}, "verhuisdatum", "vier weken van tevoren"),
        ({"oud_adres": "Lindelaan 12, 2101AB Heemstede"}, "oud_adres", "zijn hetzelfde"),
        ({"machtiging": "bestand"}, "machtiging_document", "Kies het bestand met de machtiging"),
        ({"ondertekenaar": "gemachtigde"}, "gemachtigde", "Vul in wie namens de huurder tekende"),
        ({"ondertekenaar": "gemachtigde"}, "gemachtigd_op", "wanneer de huurder deze persoon"),
        ({"postcode": "21"}, "postcode", "Deze postcode klopt niet"),
        ({"naam_huurder": ""}, "naam_huurder", "Vul ‘Naam van de huurder’ in."),
    ],
)
def test_een_fout_staat_bij_het_veld(stuur, onveranderd, anders, veld, zin):
    with onveranderd():
        gezien = tekst(stuur(**anders))
    assert f'href="#id_{veld}' in gezien
    assert zin in gezien


def test_een_zip_die_zich_pdf_noemt_komt_niet_binnen(stuur, onveranderd):
    with onveranderd():
        gezien = tekst(stuur(**BESTAND, machtiging_document=geladen("machtiging.pdf", maak_zip())))
    assert 'href="#id_machtiging_document' in gezien
    assert 'value="R. Vink"' in gezien


def test_na_een_fout_elders_is_het_bestand_er_nog(stuur, klant, wereld):
    gezien = tekst(
        stuur(**BESTAND, naam_huurder="", machtiging_document=geladen("machtiging.pdf", maak_pdf()))
    )
    (klaar,) = re.findall(r'name="machtiging_document_klaar" value="([0-9a-f-]{36})"', gezien)
    response = stuur(**BESTAND, machtiging_document_klaar=klaar)
    assert "machtiging.pdf" in tekst(klant("eva").get(response.url))


def test_verbeteren_begint_bij_wat_er_stond(klant, wereld):
    zaak = geef_door(wereld)
    adres = f"/heemstede/zaken/{zaak}/verhuizing_doorgeven/"
    gezien = tekst(klant("bert").get(adres))
    for waarde in ("R. Vink", "Dorpsstraat 1, 1234 AB Elders", "2101 AB", "01-12-2026", "22-11-2026"):
        assert f'value="{waarde}"' in gezien
    assert klant("bert").post(adres, GOED | {"naam_huurder": "R. de Vink"}).status_code == 302
    gezien = tekst(klant("eva").get(f"/heemstede/zaken/{zaak}/"))
    assert "R. de Vink" in gezien
    assert "Vervangen" in gezien


@pytest.mark.eis("HEE-5.9.weigering")
def test_weigeren_zonder_reden_komt_terug(klant, wereld):
    zaak = in_behandeling(wereld)
    gezien = tekst(klant("eva").post(f"/heemstede/zaken/{zaak}/verhuizing_weigeren/", {"reden": " "}))
    assert 'href="#id_reden"' in gezien


@pytest.mark.parametrize("naam", ["carla", "frits", "hugo", "ina"])
def test_voor_een_ander_is_de_zaak_er_niet(klant, wereld, naam):
    zaak = geef_door(wereld)
    for handeling in ("verhuizing_doorgeven", "verhuizing_intrekken"):
        response = klant(naam).post(f"/heemstede/zaken/{zaak}/{handeling}/", GOED)
        assert response.status_code == (404 if naam == "carla" else 403)


def test_het_formulier_kost_altijd_evenveel_vragen(klant, wereld):
    client = klant("anna")

    def vragen() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get(NIEUW)
        return len(queries)

    eerst = vragen()
    for dag in range(3):
        with stel_in(NU + timedelta(minutes=dag)):
            geef_door(wereld)
    assert vragen() == eerst <= 20


@pytest.mark.eis("HEE-3.8", "HEE-8.3")
def test_het_machtigingsformulier_is_een_bladzijde_die_zegt_dat_het_niets_kost(klant, wereld, tmp_path: Path):
    response = klant("anna").get(FORMULIER)
    assert response["Content-Type"] == "application/pdf"
    with pikepdf.open(BytesIO(response.content)) as pdf:
        assert len(pdf.pages) == 1
        assert str(pdf.Root.Lang) == "nl"
        assert bool(pdf.Root.MarkInfo.Marked) is True
        with pdf.open_metadata() as gegevens:
            assert gegevens["dc:title"] == "Machtiging om uw verhuizing door te geven"
            assert gegevens["pdfuaid:part"] == "1"
    bestand = tmp_path / "formulier.pdf"
    bestand.write_bytes(response.content)
    gelezen = subprocess.run(
        ["pdftotext", "-layout", bestand, "-"], capture_output=True, text=True, check=True
    )
    woorden = " ".join(gelezen.stdout.split())
    assert "Dit kost u niets." in woorden
    assert "De Linde geeft dit door aan de gemeente Heemstede" in woorden
    for naam, status in (("carla", 200), ("eva", 403), ("frits", 403), ("ina", 403)):
        assert klant(naam).get(FORMULIER).status_code == status


@pytest.mark.browser
@pytest.mark.eis("HEE-5.9", "HEE-3.8")
def test_van_balie_tot_verwerkt(live_server, page: Page, stad: Wereld, werk_als, beeld, tmp_path: Path):
    """The contactpersoon reports with a file; burgerzaken takes it up and processes it; the outcome comes back."""
    machtiging = tmp_path / "machtiging.pdf"
    machtiging.write_bytes(maak_pdf())
    werk_als("anna")
    page.goto(f"{live_server.url}/heemstede/zaken/")
    page.get_by_role("link", name="Verhuizing doorgeven").first.click()
    beeld(page, "verhuizing-leeg")
    page.get_by_label("Postcode").fill("2101 AB")
    page.get_by_label("Huisnummer").fill("12")
    page.get_by_label("Naam van de huurder").fill("R. Vink")
    page.get_by_label("Oud adres").fill("Dorpsstraat 1, 1234 AB Elders")
    page.get_by_label("Wanneer verhuist de huurder?").fill("1-12-2026")
    page.get_by_label("Als bestand bij dit formulier").check()
    page.get_by_label("Bestand met de machtiging").set_input_files(machtiging)
    page.get_by_label("Wanneer is de machtiging getekend?").fill("24-11-2026")
    page.get_by_label("De huurder zelf").check()
    page.get_by_role("button", name="Geef door aan de gemeente").click()
    expect(page.get_by_role("alert")).to_contain_text("artikel 3.8")
    beeld(page, "verhuizing-machtiging-van-morgen")
    page.get_by_label("Wanneer is de machtiging getekend?").fill("22-11-2026")
    page.get_by_role("button", name="Geef door aan de gemeente").click()
    expect(page.get_by_text("De verhuizing is doorgegeven.")).to_be_visible()
    beeld(page, "verhuizing-doorgegeven")
    zaak = page.url

    werk_als("eva")
    page.goto(zaak)
    expect(page.get_by_role("link", name="machtiging.pdf")).to_be_visible()
    page.get_by_role("link", name="In behandeling nemen").click()
    page.get_by_role("button", name="Neem in behandeling").click()
    beeld(page, "verhuizing-in-behandeling")
    page.get_by_role("link", name="Weigeren").click()
    beeld(page, "verhuizing-weigeren")
    page.go_back()
    page.get_by_role("link", name="Verwerkt").click()
    page.get_by_role("button", name="Meld als verwerkt").click()
    expect(page.get_by_text("Deze zaak is afgerond")).to_be_visible()

    werk_als("anna")
    page.goto(zaak)
    expect(page.get_by_role("heading", level=1)).to_have_text("Verhuizing verwerkt")
    beeld(page, "verhuizing-verwerkt")
