"""The register of processing activities (AVG 30), out of the policy and the rows: complete, of the own party, and on paper."""

import csv
import io
import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pytest
from django.http import HttpResponse
from django.test import Client

from convenant.beleid.register import register
from convenant.beleid.uitvoer import artikelen
from convenant.beleid.verwerkingen import ANDEREN, bewaring, personen, verwerkingen
from convenant.partijen.models import InstellingWaarde
from convenant.tijd import stel_in
from convenant.web.templatetags.woorden import woord
from tests.schermen.klant import log_in
from tests.schermen.test_vragen import hoogstens, vragen
from tests.wereld import NU, Wereld, maak_wereld, neem_fgs_aan
from tools.catalogus import CONVENANTEN

PAD, BELEID = "/heemstede/verwerkingsregister/", "/heemstede/beleid/"
# Every set of Heemstede about people that a corporatie gives or gets, by hand; brp_op_adres stays in the municipality.
VAN_CORPORATIE = {
    "naam_en_adres",
    "schriftelijk_verzoek",
    "naam_en_adres_schriftelijk",
    "verzoek_weigering",
    "afwijkingsmelding",
    "afwijking_tussenstand",
    "afwijking_uitkomst",
    "verhuizing",
    "verhuizing_weigering",
}


@pytest.fixture
def wereld(db: None) -> Iterator[Wereld]:
    wereld = maak_wereld()
    neem_fgs_aan(wereld)
    with stel_in(NU):
        yield wereld


@pytest.fixture
def lotte(wereld: Wereld) -> Client:
    return log_in(wereld, "lotte")


def tekst(antwoord: HttpResponse) -> str:
    return " ".join(antwoord.content.decode().split())


def titels(antwoord: HttpResponse) -> list[str]:
    return [titel.strip() for titel in re.findall(r"<summary>([^<]*)<", antwoord.content.decode())]


def als_tabel(antwoord: HttpResponse) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(antwoord.content.decode("utf-8-sig")), delimiter=";"))


@pytest.mark.parametrize("code", CONVENANTEN)
def test_elke_uitwisseling_over_personen_staat_erin(code: str):
    """What AVG 30 asks of each: who answers for it, why, on which ground, about whom, what, to whom, how long."""
    beleid = register.geef(code)
    rijen = verwerkingen(beleid, {})
    assert [rij.naam for rij in rijen] == [rij.naam for rij in beleid.gegevenssets if rij.persoonsgegeven]
    soorten = {functie.soort for functie in beleid.functies}
    for rij in rijen:
        assert rij.doelen, rij.naam
        assert rij.grondslagen, rij.naam
        assert rij.personen, rij.naam
        assert rij.van, rij.naam
        assert rij.aan, rij.naam
        assert rij.bewaringen, rij.naam
        assert set(rij.verantwoordelijken) <= soorten, rij.naam


@pytest.mark.parametrize(
    ("code", "naam", "verwacht"),
    [
        ("heemstede", "verhuizing", ("huurders",)),
        ("heemstede", "naam_en_adres", ("bewoners",)),
        ("heemstede", "verzoek_weigering", ("mensen die een verzoek doen",)),
        ("krimpen", "overlastgever", ("overlastgevers",)),
        ("krimpen", "klant_bij_verhuurder", ("overlastgevers",)),
        ("krimpen", "contactgegevens_partij", ("medewerkers van partijen",)),
        ("haarlem", "voorstel", (ANDEREN,)),
        ("zoeklicht", "melding", ("melders", "bewoners", "gezinsleden en kinderen", "eigenaren")),
    ],
)
def test_over_wie_het_gaat(code: str, naam: str, verwacht: tuple[str, ...]):
    assert personen(register.geef(code).gegevensset(naam)) == verwacht


@pytest.mark.parametrize(
    ("code", "naam", "instellingen", "verwacht"),
    [
        (
            "heemstede",
            "geraadpleegde_gegevens",
            {},
            "tot het einde van de dag van: raadpleging, daarna vernietigd",
        ),
        (
            "heemstede",
            "raadpleging",
            {"bewaartermijn_raadpleging": {"duur": 5, "eenheid": "jaren"}},
            "5 jaar na: raadpleging, daarna vernietigd",
        ),
        (
            "heemstede",
            "afwijking",
            {"bewaartermijn_afwijking": {"duur": 1, "eenheid": "jaren"}},
            "1 jaar na: afwijking afgehandeld, daarna vernietigd",
        ),
        ("krimpen", "niet_complexe_zaak", {}, "5 werkdagen na: besluit geen complexe woonoverlast"),
        ("krimpen", "gesloten_zaak", {}, "direct bij: afsluiting aanpak, daarna niet meer actief"),
        (
            "krimpen",
            "archiefkopie",
            {"selectielijst_archief": "de selectielijst van 2020"},
            "volgens de selectielijst van 2020, daarna vernietigd",
        ),
    ],
)
def test_bewaartermijn_in_woorden(code: str, naam: str, instellingen: dict[str, object], verwacht: str):
    beleid = register.geef(code)
    gevonden = bewaring(beleid, beleid.bewaartermijn(naam), instellingen)
    assert gevonden.ingevuld
    assert gevonden.tekst.startswith(verwacht)


def test_een_lege_termijn_zegt_wat_er_mist():
    beleid = register.geef("heemstede")
    gevonden = bewaring(beleid, beleid.bewaartermijn("raadpleging"), {})
    assert not gevonden.ingevuld
    assert gevonden.tekst.startswith("nog niet ingevuld: ")


def test_een_termijn_met_uitzondering_noemt_haar():
    beleid = register.geef("krimpen")
    gevonden = bewaring(beleid, beleid.bewaartermijn("niet_actieve_zaak"), {})
    assert gevonden.tekst.startswith("5 jaar na: afsluiting aanpak, daarna vernietigd, tenzij: ")


@pytest.mark.eis("HEE-3.3")
def test_de_fg_ziet_wat_de_eigen_partij_aangaat(wereld, lotte):
    antwoord = lotte.get(PAD)
    assert titels(antwoord) == [
        woord(rij.naam) for rij in wereld.convenant.beleid.gegevenssets if rij.naam in VAN_CORPORATIE
    ]
    inhoud = tekst(antwoord)
    assert "voor zover het De Linde aangaat" in inhoud
    verwerkingen_deel = inhoud.split('id="h-verwerkingen"')[1].split("Hoe lang alles blijft")[0]
    assert "De Linde" in verwerkingen_deel
    assert "Waterkant" not in verwerkingen_deel
    for moet in (
        "Gemeente Heemstede",
        "Artikel 3.9 Wet BRP",
        "Woningen beter toewijzen",
        "Corporatie: contactpersoon",
        "5 jaar na: raadpleging, daarna vernietigd",
        "Geen. Het convenant kent geen ontvangers buiten de Europese Unie.",
        "logboek dat niemand kan wijzigen",
    ):
        assert moet in inhoud, moet


def test_elke_partij_met_haar_fg(lotte):
    inhoud = tekst(lotte.get(PAD)).split("Partijen en hun FG", 1)[1].split("h-verwerkingen")[0]
    for naam, fg in (("De Linde", "Lotte"), ("Gemeente Heemstede", "Otto"), ("Waterkant", "Geen FG")):
        assert fg in inhoud.split(f">{naam}<")[1].split("<tr")[0], naam
    assert "lotte@voorbeeld.nl" in inhoud


def test_een_fg_van_gisteren_staat_er_niet_meer(wereld, lotte):
    wereld.autorisaties["otto"].tot = NU.date()
    wereld.autorisaties["otto"].save()
    assert "Otto" not in tekst(lotte.get(PAD))


@pytest.mark.eis("HEE-PAR.2")
def test_wie_het_convenant_inricht_ziet_alles(wereld):
    antwoord = log_in(wereld, "hugo").get(PAD)
    alle = [woord(rij.naam) for rij in wereld.convenant.beleid.gegevenssets if rij.persoonsgegeven]
    assert titels(antwoord) == alle
    assert "Brp op adres".replace("Brp", "BRP") in alle
    assert "Waterkant" in tekst(antwoord).split('id="h-verwerkingen"')[1]


def test_wat_het_convenant_kiest_staat_er_meteen(wereld, lotte):
    waarde = InstellingWaarde.objects.get(convenant=wereld.convenant, naam="bewaartermijn_logboek")
    waarde.waarde = {"duur": 7, "eenheid": "jaren"}
    waarde.save()
    assert "7 jaar na: logregel, daarna vernietigd" in tekst(lotte.get(PAD))


def test_csv_is_dezelfde_lijst(wereld, lotte):
    antwoord = lotte.get(f"{PAD}csv/")
    assert "verwerkingsregister-heemstede-2026-11-23.csv" in antwoord["Content-Disposition"]
    rijen = als_tabel(antwoord)
    assert [rij["Verwerking"] for rij in rijen] == titels(lotte.get(PAD))
    assert all(waarde for rij in rijen for waarde in rij.values()), "no cell is empty"
    (verhuizing,) = [rij for rij in rijen if rij["Verwerking"] == "Verhuizing"]
    assert verhuizing["Artikel"] == "HEE-5.9"
    assert verhuizing["Verantwoordelijk"] == "De Linde"
    assert "machtiging document" in verhuizing["Gegevens"]
    assert "Waterkant" not in antwoord.content.decode()


def test_pdf_is_toegankelijk_en_van_dezelfde_lijst(lotte):
    antwoord = lotte.get(f"{PAD}pdf/")
    assert antwoord["Content-Type"] == "application/pdf"
    with pikepdf.open(BytesIO(antwoord.content)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang).startswith("nl")
        with pdf.open_metadata() as meta:
            assert meta["dc:title"] == "Verwerkingsregister BRP-inzage Heemstede"
            assert meta["pdfuaid:part"] == "1"
        koppen = [str(deel) for deel in _koppen(pdf.Root.StructTreeRoot.K)]
    assert koppen.count("/H3") == len(VAN_CORPORATIE)
    assert koppen.count("/H1") == 1


def _koppen(deel: object) -> Iterator[object]:
    """The kinds of every part of the structure tree."""
    if isinstance(deel, pikepdf.Array):
        for kind in deel:
            yield from _koppen(kind)
    elif isinstance(deel, pikepdf.Dictionary):
        if "/S" in deel:
            yield deel.S
        if "/K" in deel:
            yield from _koppen(deel.K)


@pytest.mark.parametrize("pad", [PAD, f"{PAD}csv/", f"{PAD}pdf/", BELEID])
@pytest.mark.parametrize("wie", ["anna", "ina", "eva", "frits", "gerda"])
def test_niemand_anders(wereld, wie: str, pad: str):
    assert log_in(wereld, wie).get(pad).status_code == 403


def test_elk_artikel_in_het_beleid(wereld, lotte):
    inhoud = lotte.get(BELEID).content.decode()
    gevonden = re.findall(r'<h2[^>]* id="(HEE-[^"]+)"', inhoud)
    assert gevonden == [artikel.eis for artikel in artikelen(wereld.convenant.beleid)]
    assert len(gevonden) == len(set(gevonden))


def test_elke_link_uit_het_register_komt_ergens_uit(lotte):
    plaatsen = set(re.findall(r' id="([^"]+)"', lotte.get(BELEID).content.decode()))
    links = set(re.findall(r'href="/heemstede/beleid/#([^"]+)"', lotte.get(PAD).content.decode()))
    assert len(links) > 10
    assert links <= plaatsen


@pytest.mark.parametrize(
    ("zoek", "verwacht"),
    [
        ("STEEKPROEF trekken", ["HEE-4"]),
        ("zonder winstoogmerk aangewezen", ["HEE-5.4"]),
        ("waterstof", []),
    ],
)
def test_zoeken_in_het_beleid(lotte, zoek: str, verwacht: list[str]):
    """Each word has to occur, in capitals or not, and underscores are spaces."""
    inhoud = lotte.get(BELEID, {"zoek": zoek}).content.decode()
    assert re.findall(r'<h2[^>]* id="(HEE-[^"]+)"', inhoud) == verwacht
    assert f"{len(verwacht)} artikel" in inhoud


def test_een_woord_dat_er_niet_staat(lotte):
    inhoud = tekst(lotte.get(BELEID, {"zoek": "<b>waterstof</b>"}))
    assert "Dit woord staat niet in het beleid." in inhoud
    assert "<b>waterstof" not in inhoud
    for fout in ("x" * 101, "  "):
        assert "<title>Fout: Beleid" in tekst(lotte.get(BELEID, {"zoek": fout}))


def test_een_blik_is_een_regel(wereld, lotte, als_eigenaar):
    from tests.toezicht.conftest import laatste_regels

    for pad, onderwerp in (
        (PAD, "verwerkingsregister"),
        (f"{PAD}csv/", "verwerkingsregister"),
        (BELEID, "beleid"),
    ):
        lotte.get(pad)
        assert laatste_regels(wereld, als_eigenaar, 1) == [("verwerkingsregister_inzien", onderwerp)]


def test_aantal_vragen(lotte):
    hoogstens(10, vragen(lotte, "get", PAD))
    hoogstens(8, vragen(lotte, "get", BELEID))
