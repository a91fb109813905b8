"""The screens of the handover: what goes along is shown, a refusal names its article, nothing typed is lost."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from convenant.poort import dossier
from convenant.termijnen.models import Klok
from convenant.tijd import stel_in
from huisuitzetting.achterstand import huren
from huisuitzetting.models import Toestemming
from tests.huisuitzetting.huur import MELDER
from tests.huisuitzetting.verhaal import GEKOZEN, gemeld, gemeld_met_toestemming, herinnerd, kies_velden
from tests.schermen.klant import log_in
from tests.wereld import NU, Wereld

SWT = "gemeente/swt"
ZONDER = reverse("zaak_nieuw", args=["haarlem", "melden_met_toestemming"])
GETYPT = {
    "eigen_huurder": "on",
    "alleen_strafbaar_feit": "nee",
    "naam": "Joost Bakker",
    "geboortedatum": "02-03-1951",
    "telefoonnummer": "06 87654321",
    "straatnaam": "Kinderhuissingel",
    "huisnummer": "8",
    "huisletter": "a",
    "postcode": "2013as",
    "plaats": "Haarlem",
    "signaalcategorie": "vraag_om_hulp",
    "gegeven_op": "20-11-2026",
    "wijze": "mondeling",
}


@pytest.fixture
def melder(haarlem: Wereld) -> Client:
    return log_in(haarlem, MELDER)


def tekst(antwoord: object) -> str:
    return " ".join(antwoord.content.decode().split())  # type: ignore[attr-defined]


def zaak_van(wereld: Wereld, huur: int) -> int:
    with wereld.als(MELDER):
        zaak = huren.geef(huur).zaak_id
    assert zaak
    return zaak


def adres(zaak: int, handeling: str) -> str:
    return reverse("zaakhandeling", args=["haarlem", zaak, handeling])


@pytest.mark.eis("HAA-B2.1.b")
def test_melden_toont_wat_er_gaat(haarlem: Wereld, melder: Client) -> None:
    huur = herinnerd(haarlem)
    zaak = zaak_van(haarlem, huur)
    assert adres(zaak, "melden_achterstand") in tekst(melder.get(reverse("huur", args=["haarlem", huur])))
    pagina = tekst(melder.get(adres(zaak, "melden_achterstand")))
    for zin in ("Dit gaat mee, en niets anders", "Samira Visser", "17 mei 1984", "minder dan 1 maand"):
        assert zin in pagina
    assert "nu niet melden" not in pagina
    assert melder.post(adres(zaak, "melden_achterstand")).status_code == 302
    with haarlem.als(SWT):
        assert dossier.lees_zaak(zaak).laatste("melding_achterstand")


@pytest.mark.eis("HAA-PR10.2")
def test_wat_in_de_weg_staat_is_vooraf_te_lezen(haarlem: Wereld, melder: Client) -> None:
    zaak = zaak_van(haarlem, herinnerd(haarlem, bezwaar_doorgeven=True))
    pagina = tekst(melder.get(adres(zaak, "melden_achterstand")))
    assert "U kunt deze huurder nu niet melden" in pagina
    assert "artikel PR10.2" in pagina or "10.2" in pagina
    geweigerd = tekst(melder.post(adres(zaak, "melden_achterstand")))
    assert "Behandel eerst zijn bezwaar" in geweigerd


@pytest.mark.eis("HAA-3.2", "HAA-3.2.melding", "HAA-3.5")
def test_er_speelt_meer(haarlem: Wereld, melder: Client) -> None:
    zaak = zaak_van(haarlem, herinnerd(haarlem))
    waar = adres(zaak, "melden_met_meer")
    assert "Vul een datum in" in tekst(melder.post(waar, {}))
    morgen = tekst(melder.post(waar, {"geinformeerd_op": "24-11-2026"}))
    assert "Deze dag is nog niet geweest" in morgen
    assert 'value="24-11-2026"' in morgen
    assert melder.post(waar, {"geinformeerd_op": "23-11-2026"}).status_code == 302
    with haarlem.als(SWT) as beurt:
        gelezen = dossier.lees_zaak(zaak)
        kopie = gelezen.laatste("melding_met_meer")
        assert kopie
        assert (
            tuple(veld.naam for veld in kopie.velden)
            == beurt.wie.beleid.gegevensset("melding_met_meer").velden
        )
        standen = {klok.termijn: klok.stand for klok in gelezen.klokken}
    assert standen["contact_door_wijkteam"] == Klok.OPGESCHORT
    assert standen["terugkoppeling"] == standen["voorstel"] == Klok.LOOPT
    with haarlem.als(MELDER):
        eigen = {klok.termijn: klok for klok in dossier.lees_zaak(zaak).klokken}
    assert eigen["wijkteam_inschakelen"].op_tijd


@pytest.mark.eis("HAA-3.2")
def test_een_dag_te_laat_ingeschakeld_blijft_bekend(haarlem: Wereld, melder: Client) -> None:
    zaak = zaak_van(haarlem, herinnerd(haarlem))
    with stel_in(NU + timedelta(days=2)):
        melder.post(adres(zaak, "melden_met_meer"), {"geinformeerd_op": "23-11-2026"})
        with haarlem.als(MELDER):
            eigen = {klok.termijn: klok for klok in dossier.lees_zaak(zaak).klokken}
    assert eigen["wijkteam_inschakelen"].op_tijd is False


@pytest.mark.eis("HAA-3.3", "HAA-B2.2")
def test_een_huurder_zonder_achterstand(haarlem: Wereld, melder: Client) -> None:
    kies_velden(haarlem, GEKOZEN)
    assert ZONDER in tekst(melder.get(reverse("huren", args=["haarlem"])))
    pagina = tekst(melder.get(ZONDER))
    assert "geeft daarvoor door: naam, adres, telefoonnummer" in pagina
    fout = tekst(melder.post(ZONDER, GETYPT | {"geboortedatum": "02-03-1851"}))
    assert "ouder dan 120" in fout or "van 1900" in fout
    assert 'value="Kinderhuissingel"' in fout
    strafbaar = tekst(melder.post(ZONDER, GETYPT | {"alleen_strafbaar_feit": "ja"}))
    assert "Daarvoor geldt dit convenant niet" in strafbaar
    antwoord = melder.post(ZONDER, GETYPT)
    assert antwoord.status_code == 302
    with haarlem.als(MELDER):
        toestemming = Toestemming.objects.get()
        assert toestemming.wijze == "mondeling"
    with haarlem.als(SWT):
        kopie = dossier.lees_zaak(toestemming.zaak_id).laatste("melding_met_toestemming")
        assert kopie
        assert kopie.waarde("adres") == "Kinderhuissingel 8A, 2013 AS Haarlem"


@pytest.mark.eis("HAA-B2.2")
def test_een_veld_dat_niet_gekozen_is_wordt_niet_gevraagd(haarlem: Wereld, melder: Client) -> None:
    kies_velden(haarlem, ["naam", "adres", "datum_toestemming"])
    pagina = tekst(melder.get(ZONDER))
    assert 'name="naam"' in pagina
    for veld in ("telefoonnummer", "geboortedatum", "signaalcategorie"):
        assert f'name="{veld}"' not in pagina
    assert melder.post(ZONDER, GETYPT).status_code == 302


@pytest.mark.eis("HAA-3.3")
@pytest.mark.parametrize("wie", [MELDER, SWT])
def test_intrekken_op_het_scherm(haarlem: Wereld, wie: str) -> None:
    zaak = gemeld_met_toestemming(haarlem)
    client = log_in(haarlem, wie)
    waar = adres(zaak, "toestemming_intrekken")
    assert waar in tekst(client.get(reverse("zaak", args=["haarlem", zaak])))
    assert "Dat kan niet terug" in tekst(client.get(waar))
    assert "Op deze dag was er nog geen toestemming" in tekst(client.post(waar, {"dag": "01-11-2026"}))
    assert client.post(waar, {"dag": "23-11-2026"}).status_code == 302
    pagina = tekst(client.get(reverse("zaak", args=["haarlem", zaak])))
    assert "Bakker" not in pagina
    assert "De afzender heeft deze gegevens ingetrokken" in pagina


@pytest.mark.eis("HAA-3.3")
@pytest.mark.parametrize("wie", [MELDER, SWT])
def test_zonder_toestemming_is_er_niets_in_te_trekken(haarlem: Wereld, wie: str) -> None:
    zaak = gemeld(haarlem)
    pagina = tekst(log_in(haarlem, wie).get(reverse("zaak", args=["haarlem", zaak])))
    assert adres(zaak, "opschalen") in pagina
    assert adres(zaak, "toestemming_intrekken") not in pagina


@pytest.mark.eis("HAA-2.1.c")
def test_het_wijkteam_vindt_de_zaak_op_adres(haarlem: Wereld) -> None:
    gemeld_met_toestemming(haarlem)
    client = log_in(haarlem, SWT)
    zoek = reverse("zaak_zoeken", args=["haarlem"])
    assert "Joost Bakker" in tekst(client.post(zoek, {"tekst": "2013 as 8"}))
    assert "Joost Bakker" not in tekst(client.post(zoek, {"tekst": "2013 as 9"}))
