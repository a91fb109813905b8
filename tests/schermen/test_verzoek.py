"""The written request on screen: from the refused raadpleging to the municipality's answer (HEE-2.2)."""

import re
from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from playwright.sync_api import BrowserContext, Page, expect

from brpinzage.rijen import Persoonsrij
from convenant.poort.models import Logregel
from tests.brpinzage.test_verzoeken import in_de_brp, vraag
from tests.schermen.klant import ADRES, DOEL, IDENTITEIT, Formulieren
from tests.schermen.test_raadplegen import vul_adres, vul_doel, vul_identiteit
from tests.wereld import LINDELAAN_12, LINDELAAN_14A, Wereld, laad

NIEUW = "/heemstede/zaken/nieuw/schriftelijk_verzoeken/"
GOED = ADRES | DOEL | IDENTITEIT
NAMEN = "Fatima Yılmaz\nWillem de Vries"
GEKEKEN = {"namen": NAMEN, "gekeken": "on"}


@pytest.fixture
def stuur(klant: Callable[[str], Client]) -> Callable[..., Any]:
    client = klant("anna")
    return lambda **anders: client.post(NIEUW, GOED | anders)


def tekst(response: HttpResponse) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


def ingevuld(html: str) -> dict[str, str]:
    """What the form of a page holds: text fields, and the choices that are made."""
    velden = dict(re.findall(r'<input type="text" name="(\w+)" value="([^"]*)"', html))
    velden |= dict(re.findall(r'<textarea name="(\w+)"[^>]*>\s*([^<]*)</textarea>', html))
    return velden | dict(re.findall(r'<input type="radio" name="(\w+)" value="(\w+)"[^>]* checked', html))


@pytest.mark.eis("HEE-2.2")
def test_vragen_en_toewijzen(stuur, klant, wereld):
    zaak = stuur().url
    gezien = tekst(klant("eva").get(zaak))
    for woord in ("Lindelaan", "R. Vink", "De huurder vraagt medehuur aan.", "20 november 2026"):
        assert woord in gezien
    assert klant("eva").post(f"{zaak}verzoek_toewijzen/", GEKEKEN).status_code == 302
    gezien = tekst(klant("anna").get(zaak))
    assert "Fatima Yılmaz" in gezien
    assert "Willem de Vries" in gezien
    assert klant("carla").get(zaak).status_code == 404


@pytest.mark.eis("HEE-2.3")
def test_een_adres_van_een_ander_komt_terug_met_het_artikel(stuur, wereld):
    response = stuur(postcode="2102 CD", huisnummer="3")
    gezien = tekst(response)
    assert response.status_code == 200
    assert "niet in het bezit van uw corporatie" in gezien
    assert "(artikel 2.3)" in gezien
    assert ingevuld(gezien) == GOED | {"postcode": "2102 CD", "huisnummer": "3"}


@pytest.mark.parametrize(
    ("anders", "artikel"),
    [
        pytest.param({"vastgesteld": "nee"}, "artikel 3.7", marks=pytest.mark.eis("HEE-3.7")),
        pytest.param({"datum": "24-11-2026"}, "artikel 3.7", marks=pytest.mark.eis("HEE-3.7")),
    ],
)
def test_een_weigering_heeft_haar_artikel(stuur, anders, artikel):
    gezien = tekst(stuur(**anders))
    assert f"({artikel})" in gezien
    assert "De huurder vraagt medehuur aan." in gezien


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"postcode": "x"}, "postcode"),
        ({"doel": "nieuwsgierigheid"}, "doel"),
        ({"noodzaak": " "}, "noodzaak"),
        ({"naam": ""}, "naam"),
        ({"datum": "31-02-2026"}, "datum"),
    ],
)
def test_een_fout_staat_bij_het_veld(stuur, onveranderd, anders, veld):
    with onveranderd():
        assert f'href="#id_{veld}' in tekst(stuur(**anders))


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"gekeken": "on"}, "namen"),
        ({"gekeken": "on", "namen": NAMEN, "niemand": "on"}, "niemand"),
        ({"gekeken": "on", "namen": "Jan Bos 12-03-1980"}, "namen"),
        pytest.param({"namen": NAMEN}, "gekeken", marks=pytest.mark.eis("HEE-3.3")),
    ],
)
def test_toewijzen_wat_niet_kan_komt_terug(klant, wereld, velden, veld):
    zaak = vraag(wereld)
    gezien = tekst(klant("eva").post(f"/heemstede/zaken/{zaak}/verzoek_toewijzen/", velden))
    assert f'href="#id_{veld}"' in gezien
    for regel in velden.get("namen", "").splitlines():
        assert regel in gezien


def test_niemand_ingeschreven(klant, wereld):
    zaak = vraag(wereld)
    adres = f"/heemstede/zaken/{zaak}/verzoek_toewijzen/"
    assert klant("eva").post(adres, {"gekeken": "on", "niemand": "on"}).status_code == 302
    assert "Niemand ingeschreven op dit adres" in tekst(klant("anna").get(f"/heemstede/zaken/{zaak}/"))


@pytest.mark.eis("HEE-3.3")
def test_de_namen_uit_de_brp_staan_klaar_behalve_van_wie_geheimhouding_heeft(klant, wereld):
    zaak = vraag(wereld)
    with wereld.als("eva"):
        in_de_brp(zaak, ["An Bos", "Bo Vos", "Cor Mol"], [False, True, False], ["", "", "Overleden"])
    adres = f"/heemstede/zaken/{zaak}/verzoek_toewijzen/"

    def gekeken() -> int:
        with wereld.als("frits"):
            return Logregel.objects.filter(handeling="inzien", gegevensset="brp_op_adres").count()

    gezien = tekst(klant("eva").get(adres))
    assert "Op dit adres heeft iemand geheimhouding" in gezien
    assert ingevuld(gezien)["namen"] == "An Bos"
    assert "Bo Vos" not in gezien
    assert gekeken() == 1  # one look, one line
    gezien = tekst(klant("eva").post(adres, {"namen": "An Bos"}))
    assert "Op dit adres heeft iemand geheimhouding" in gezien
    assert klant("eva").post(adres, {"namen": "An Bos", "gekeken": "on"}).status_code == 302
    assert gekeken() == 2
    gezien = tekst(klant("anna").get(f"/heemstede/zaken/{zaak}/"))
    assert "An Bos" in gezien
    assert not re.search("Bo Vos|Cor Mol|opgeschort|geheimhouding(?!sverklaring)", gezien, re.IGNORECASE)


@pytest.mark.parametrize("naam", ["carla", "frits", "hugo", "ina"])
def test_voor_een_ander_is_het_verzoek_er_niet(klant, wereld, naam):
    zaak = vraag(wereld)
    response = klant(naam).post(f"/heemstede/zaken/{zaak}/verzoek_intrekken/", {"reden": "Weg."})
    assert response.status_code == (404 if naam == "carla" else 403)


def weiger_raadpleging(wereld: Wereld, client: Client) -> tuple[UUID, HttpResponse]:
    """The wizard to its end at an address where somebody is hidden."""
    laad(wereld, Persoonsrij(LINDELAAN_12, "", "p1", afgeschermd=True))
    formulieren = Formulieren(client)
    formulieren.tot_controle()
    return formulieren.kenmerk, formulieren.stuur("controle")


@pytest.mark.eis("HEE-3.3", "HEE-2.2")
def test_van_de_neutrale_weigering_naar_het_verzoek_zonder_iets_over_te_typen(klant, wereld):
    client = klant("anna")
    kenmerk, response = weiger_raadpleging(wereld, client)
    assert response.status_code == 403
    gezien = tekst(response)
    assert "Dit adres is niet te raadplegen. Vraag het schriftelijk aan de gemeente." in gezien
    (verzoek,) = re.findall(r'href="(/heemstede/raadplegen/[^"]*/schriftelijk/)"', gezien)
    assert verzoek == f"/heemstede/raadplegen/{kenmerk}/schriftelijk/"  # nothing of the address in it
    assert ingevuld(tekst(client.get(verzoek))) == GOED
    assert client.post(verzoek, GOED | {"noodzaak": ""}).status_code == 200
    assert "R. Vink" in str(dict(client.session))
    zaak = client.post(verzoek, GOED).url
    assert "R. Vink" in tekst(klant("eva").get(zaak))
    assert "R. Vink" not in str(dict(client.session))  # sent: no longer kept here


@pytest.mark.eis("HEE-3.3")
def test_de_wizard_van_een_ander_vult_niets_in(klant, wereld):
    kenmerk, _ = weiger_raadpleging(wereld, klant("anna"))
    for naam in ("bert", "carla"):
        gezien = ingevuld(tekst(klant(naam).get(f"/heemstede/raadplegen/{kenmerk}/schriftelijk/")))
        assert set(gezien.values()) <= {""}
    assert klant("eva").get(f"/heemstede/raadplegen/{uuid4()}/schriftelijk/").status_code == 403


def test_wat_niet_op_te_halen_was_blijft_staan_en_kan_schriftelijk(klant, wereld):
    """An answer that cannot be used is no refusal: the last step comes back whole, with the way to ask in writing."""
    laad(wereld, Persoonsrij(LINDELAAN_12, "", "", afgeschermd=False))
    client = klant("anna")
    formulieren = Formulieren(client)
    formulieren.tot_controle()
    gezien = tekst(formulieren.stuur("controle"))
    assert "kon dit adres niet ophalen" in gezien
    assert f"/heemstede/raadplegen/{formulieren.kenmerk}/schriftelijk/" in gezien
    assert "De huurder vraagt medehuur aan." in tekst(client.get(formulieren.url("controle")))


def test_een_toewijsscherm_kost_altijd_evenveel_vragen(klant, wereld):
    zaak, client = vraag(wereld), klant("eva")

    def vragen() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/heemstede/zaken/{zaak}/verzoek_toewijzen/")
        return len(queries)

    vragen()  # the first look is kept as receipt
    eerst = vragen()
    for _ in range(3):
        vraag(wereld, adres=LINDELAAN_14A)
    assert vragen() == eerst <= 30


@pytest.mark.browser
@pytest.mark.eis("HEE-2.2", "HEE-3.3")
def test_van_weigering_tot_antwoord(
    live_server, context: BrowserContext, page: Page, stad: Wereld, werk_als, beeld
):
    """Refused without a reason, asked in writing with what was typed, granted by a person, read by who asked."""
    laad(stad, Persoonsrij(LINDELAAN_12, "", "p1", afgeschermd=True))
    werk_als("anna")
    tabblad = context.new_page()  # its console notes every 403
    tabblad.goto(f"{live_server.url}/heemstede/raadplegen/nieuw/")
    vul_adres(tabblad, "2101 AB", "12")
    vul_doel(tabblad)
    vul_identiteit(tabblad)
    tabblad.get_by_role("button", name="Raadplegen").click()
    expect(tabblad.get_by_role("heading", level=1)).to_have_text("Dit mag niet volgens het convenant")
    beeld(tabblad, "verzoek-geweigerde-raadpleging")
    tabblad.get_by_role("link", name="Vraag het schriftelijk").click()
    page.goto(tabblad.url)
    expect(page.get_by_label("Postcode")).to_have_value("2101 AB")
    beeld(page, "verzoek-ingevuld")
    page.get_by_role("button", name="Vraag het aan de gemeente").click()
    expect(page.get_by_text("Het verzoek is verstuurd.")).to_be_visible()
    zaak = page.url
    beeld(page, "verzoek-verstuurd")

    werk_als("eva")
    page.goto(zaak)
    page.get_by_role("link", name="Toewijzen").click()
    page.get_by_label("Wie staan er op dit adres ingeschreven?").fill(NAMEN)
    page.get_by_role("button", name="Wijs toe en verstuur").click()
    expect(page.get_by_role("alert")).to_contain_text("geheimhouding")
    beeld(page, "verzoek-toewijzen")
    page.get_by_label("Ik heb gekeken of iemand op dit adres geheimhouding heeft").check()
    page.get_by_role("button", name="Wijs toe en verstuur").click()
    expect(page.get_by_text("Het verzoek is toegewezen.")).to_be_visible()

    werk_als("anna")
    page.goto(zaak)
    expect(page.get_by_text("Fatima Yılmaz")).to_be_visible()
    beeld(page, "verzoek-toegewezen")
