"""The screen of burgerzaken: choose a file, look at the numbers, put it into use or throw it away."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from brpinzage import laden
from convenant.tijd import stel_in
from tests.brpinzage.test_inlezen import bestand
from tests.brpinzage.test_laden import NIEUW, kaarten, laad_concept, namen
from tests.wereld import NU

LIJST = "/heemstede/uittreksel/"
NIEUW_URL = f"{LIJST}nieuw/"
MOMENT = {"peildatum": "23-11-2026", "peiltijd": "10:30"}
OUD = ["Fatima Yılmaz", "Willem de Vries"]
CSV = bestand("2101AB;12;;;;Nieuwe Bewoner;n1;nee", "9999ZZ;1;;;;Een Ander;x1;nee")


@pytest.fixture
def als(wereld):
    def log_in(naam: str) -> Client:
        client = Client()
        client.force_login(wereld.mensen[naam].account)
        return client

    return log_in


def stuur(client: Client, inhoud: bytes | None = CSV, naam: str = "uittreksel.csv", **velden: str):
    bestanden = {} if inhoud is None else {"bestand": SimpleUploadedFile(naam, inhoud)}
    return client.post(NIEUW_URL, MOMENT | velden | bestanden)


def tekst(antwoord) -> str:
    return " ".join(antwoord.content.decode().split())


@pytest.mark.eis("HEE-OW.6", "HEE-5.8")
def test_laden_bekijken_en_in_gebruik_nemen(wereld, als):
    eva = als("eva")
    antwoord = stuur(eva)
    assert antwoord.status_code == 302
    scherm = tekst(eva.get(antwoord.url))
    assert "<dd>1</dd>" in scherm
    assert "1, op adressen die van geen deelnemende corporatie zijn" in scherm
    assert "wordt vernietigd" in scherm
    assert "Bewoner" not in scherm
    assert namen(wereld) == OUD
    antwoord = eva.post(antwoord.url, {"keuze": "gebruik"}, follow=True)
    assert "Het nieuwe uittreksel is in gebruik" in tekst(antwoord)
    assert namen(wereld) == ["Nieuwe Bewoner"]


def test_weggooien_verandert_niets(wereld, als):
    eva = als("eva")
    url = stuur(eva).url
    assert "weggegooid" in tekst(eva.post(url, {"keuze": "weg"}, follow=True))
    assert kaarten(wereld) == [("actief", 4, 0)]
    assert namen(wereld) == OUD


@pytest.mark.eis("HEE-OW.6")
def test_een_bestand_met_fouten_komt_terug_als_tabel(wereld, als):
    antwoord = stuur(als("eva"), bestand(*("2101AB;12;;;;;k;nee" for _ in range(30))))
    scherm = tekst(antwoord)
    assert antwoord.status_code == 200
    assert "Dit zijn de eerste 20 van 59 fouten" in scherm
    assert scherm.count('role="rowheader"') == 20
    assert 'value="23-11-2026"' in scherm
    assert 'value="10:30"' in scherm
    assert kaarten(wereld) == [("actief", 4, 0)]


@pytest.mark.parametrize(
    ("inhoud", "velden", "zin"),
    [
        (None, {}, "Kies een bestand bij"),
        (b"", {}, "is leeg"),
        (b"PK\x03\x04rest", {}, "Excel- of zip-bestand"),
        (b"%PDF-1.7", {}, "een pdf"),
        (b"naam\n\x00", {}, "geen tekstbestand"),
        (bestand(), {}, "geen rijen"),
        (CSV.replace(b";", b"|"), {}, "geen kolomnamen die wij kennen"),
        (CSV, {"peildatum": ""}, "Vul een datum in"),
        (CSV, {"peildatum": "31-02-2026"}, "Deze datum bestaat niet"),
        (CSV, {"peiltijd": "half elf"}, "Vul bij"),
        (CSV, {"peildatum": "24-11-2026"}, "ligt in de toekomst"),
    ],
)
def test_verkeerde_invoer_krijgt_een_zin_en_verandert_niets(wereld, als, inhoud, velden, zin):
    antwoord = stuur(als("eva"), inhoud, **velden)
    assert antwoord.status_code == 200
    assert zin in tekst(antwoord)
    assert "Fout: Uittreksel laden" in tekst(antwoord)
    assert kaarten(wereld) == [("actief", 4, 0)]


def test_een_te_groot_bestand_wordt_geweigerd(wereld, als):
    scherm = tekst(stuur(als("eva"), b"x" * (50 * 1024 * 1024)))
    assert "Dit bestand is 50 MB en dat is te groot: het mag 25 MB zijn" in scherm
    assert kaarten(wereld) == [("actief", 4, 0)]


def test_een_bestand_dat_op_schijf_wordt_opgevangen(wereld, als):
    rijen = [f"2101AB;12;;;;Bewoner met een heel lange naam {n};k{n};nee" for n in range(40_000)]
    inhoud = bestand(*rijen, "9999ZZ;1;;;;Een Ander;x1;nee")
    assert len(inhoud) > 2 * 1024 * 1024
    assert "40.000" in tekst(als("eva").get(stuur(als("eva"), inhoud).url))


def test_hetzelfde_formulier_twee_keer_is_een_concept(wereld, als):
    eva = als("eva")
    eerste, tweede = stuur(eva).url, stuur(eva).url
    assert kaarten(wereld) == [("actief", 4, 0), ("concept", 1, 1)]
    assert eva.get(eerste).status_code == 404
    assert eva.get(tweede).status_code == 200


def test_terug_en_nog_eens_bevestigen(wereld, als):
    eva = als("eva")
    url = stuur(eva).url
    eva.post(url, {"keuze": "gebruik"})
    antwoord = eva.post(url, {"keuze": "gebruik"}, follow=True)
    assert "al in gebruik genomen of weggegooid" in tekst(antwoord)
    antwoord = eva.post(url, {"keuze": "weg"}, follow=True)
    assert "wacht niet meer op bevestiging" in tekst(eva.get(url, follow=True))
    assert namen(wereld) == ["Nieuwe Bewoner"]


@pytest.mark.eis("HEE-11.1")
def test_ouder_dan_wat_in_gebruik_is(wereld, als):
    eva = als("eva")
    url = stuur(eva, peildatum="21-11-2026").url
    scherm = tekst(eva.get(url))
    assert "meer dan 1 dag geleden gemaakt" in scherm
    assert "is ouder dan het uittreksel dat in gebruik is" in tekst(
        eva.post(url, {"keuze": "gebruik"}, follow=True)
    )
    assert namen(wereld) == OUD


@pytest.mark.eis("HEE-11.1")
def test_de_gemeente_wordt_gewaarschuwd_als_het_uittreksel_oud_is(als):
    eva = als("eva")
    assert "Het uittreksel is oud" not in tekst(eva.get(LIJST))
    with stel_in(NU + timedelta(days=2)):
        assert "Het uittreksel is oud" in tekst(eva.get(LIJST))


@pytest.mark.eis("HEE-5.8")
def test_de_lijst_noemt_wat_er_geladen_is(wereld, als):
    eva = als("eva")
    url = stuur(eva).url
    scherm = tekst(eva.get(LIJST))
    assert scherm.count('role="rowheader"') == 2
    assert "Wacht op bevestiging" in scherm
    assert url in scherm
    assert "In gebruik" in scherm


def test_een_sessie_die_halverwege_eindigde(wereld, als):
    eva = als("eva")
    url = stuur(eva).url
    eva.logout()
    for antwoord in (stuur(eva), eva.post(url, {"keuze": "gebruik"})):
        assert antwoord.status_code in (302, 401)
        assert "/heemstede/" not in antwoord.headers.get("Location", "").split("?")[0]
    assert kaarten(wereld) == [("actief", 4, 0), ("concept", 1, 1)]
    assert namen(wereld) == OUD


@pytest.mark.eis("HEE-PAR.1", "HEE-PAR.2")
@pytest.mark.parametrize("naam", ["anna", "ina", "dirk", "frits", "gerda"])
def test_wie_het_niet_mag_komt_er_niet_in(wereld, als, naam):
    uittreksel = laad_concept(wereld, NIEUW)
    client = als(naam)
    assert client.get(LIJST).status_code == 403
    assert stuur(client).status_code == 403
    for url in (f"{LIJST}{uittreksel}/", f"{LIJST}{uuid4()}/"):
        assert client.get(url).status_code == 403
        assert client.post(url, {"keuze": "gebruik"}).status_code == 403
    assert kaarten(wereld) == [("actief", 4, 0), ("concept", 1, 0)]


def test_een_onbekend_uittreksel_is_er_niet(wereld, als):
    eva = als("eva")
    assert eva.get(f"{LIJST}{uuid4()}/").status_code == 404
    assert "weggegooid" in tekst(eva.post(f"{LIJST}{uuid4()}/", {"keuze": "gebruik"}, follow=True))
    with wereld.als("eva"):
        assert laden.actief_uittreksel().aantal == 4
