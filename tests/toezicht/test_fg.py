"""The FG reads how the own party handles data: its log, its signals, its lines of the sample; of another party nothing."""

import html
import re
from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client

from convenant.partijen.models import InstellingWaarde
from convenant.poort.handeling import Geweigerd
from convenant.poort.logboek_lezen import bladzijde, deelnemers
from convenant.poort.models import Logregel
from convenant.toezicht import signalen, steekproef
from convenant.toezicht.models import Steekproef, Steekproefregel
from tests.schermen.klant import log_in
from tests.schermen.test_vragen import hoogstens, vragen
from tests.toezicht.conftest import laatste_regels, op, raadpleeg, tekst, volgen
from tests.wereld import KADE_3, LINDELAAN_12, LINDELAAN_14A, Wereld, neem_fgs_aan

pytestmark = pytest.mark.eis("HEE-3.3")
OKTOBER = (date(2026, 10, 1), date(2026, 10, 31))
SIGNALEN = "/heemstede/signalen/?vanaf=01-10-2026&tot_en_met=31-10-2026"
STEEKPROEVEN = "/heemstede/steekproeven/"


@pytest.fixture
def met_fg(oktober: Wereld) -> Wereld:
    """October with lotte as FG of De Linde and otto as that of the municipality; anna was refused three times."""
    neem_fgs_aan(oktober)
    for minuut in range(3):
        with pytest.raises(Geweigerd):
            raadpleeg(oktober, "anna", KADE_3, op(15).replace(minute=minuut))
    return oktober


@pytest.fixture
def getrokken(met_fg: Wereld):
    """A sample of six lines, three of each corporatie; frits judged the first of both."""
    InstellingWaarde.objects.create(convenant=met_fg.convenant, naam="steekproef_omvang", waarde=6)
    with met_fg.als("frits"):
        id = steekproef.trek()
    for plaats in (1, 2):
        with met_fg.als("frits"):
            steekproef.beoordeel(id, plaats, steekproef.VRAAG, f"Waarom regel {plaats}?")
    return id


@pytest.fixture
def lotte(met_fg: Wereld) -> Client:
    return log_in(met_fg, "lotte")


def van_partij(wereld: Wereld, als_eigenaar, deelname: str, **filter: str) -> set[int]:
    """Line numbers of the log of one party, as the owner sees them."""
    with als_eigenaar():
        return set(
            Logregel.objects.filter(deelname_id=wereld.deelnames[deelname].pk, **filter).values_list(
                "volg", flat=True
            )
        )


def hoofd(client: Client, pad: str) -> str:
    """The page without what differs each time: tokens and nonces."""
    inhoud = client.get(pad).content.decode().split("<main")[1].split("</main>")[0]
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", inhoud)


def test_het_logboek_van_de_eigen_partij_en_van_geen_ander(met_fg, lotte, als_eigenaar):
    van_linde = van_partij(met_fg, als_eigenaar, "linde")
    antwoord = lotte.get("/heemstede/logboek/?tot_en_met=31-10-2026")
    assert volgen(antwoord)
    assert set(volgen(antwoord)) <= van_linde
    assert "Uitvoeren" not in tekst(antwoord)
    assert "Noodzaak en identiteit" not in tekst(antwoord), "what somebody typed about a resident stays there"


def test_de_database_geeft_geen_regel_van_een_ander(met_fg, als_eigenaar):
    """The second fence by itself, without any filter of ours; otto sees the municipality and no corporatie."""
    for wie, partij in (("lotte", "linde"), ("otto", "gemeente")):
        eigen = van_partij(met_fg, als_eigenaar, partij)
        with met_fg.als(wie), connection.cursor() as cursor:
            cursor.execute("select volg from poort_logregel")
            assert {volg for (volg,) in cursor.fetchall()} == eigen
            for tabel in (
                "poort_logverborgen",
                "verstrekkingen_raadpleging",
                "verstrekkingen_ontvangst",
                "zaken_zaak",
            ):
                cursor.execute(f"select count(*) from {tabel}")
                assert cursor.fetchone() == (0,), tabel


def test_elk_signaal_telt_de_eigen_partij_en_is_de_lengte_van_de_lijst(met_fg, als_eigenaar):
    van_linde = van_partij(met_fg, als_eigenaar, "linde")
    with met_fg.als("lotte"):
        alle = signalen.signalen(*OKTOBER)
        mensen = deelnemers()
        for signaal in alle:
            for telling in signaal.tellingen:
                regels, verder = bladzijde(telling.filter, mensen)
                assert (len(regels), verder) == (telling.aantal, None), (signaal.soort, telling)
                assert {regel.volg for regel in regels} <= van_linde
    gevonden = {signaal.soort: [t.aantal for t in signaal.tellingen] for signaal in alle}
    assert gevonden == {
        "veel_op_een_dag": [],
        "buiten_kantoortijd": [2, 2],
        "weigeringen": [3],
        "doelen": [9, 1],
    }


def test_wat_een_ander_doet_verandert_geen_teken(met_fg, getrokken, lotte):
    """Two worlds: Waterkant works on, and lotte receives the same pages."""
    paden = (SIGNALEN, "/heemstede/", f"{STEEKPROEVEN}{getrokken}/", STEEKPROEVEN)
    eerst = [hoofd(lotte, pad) for pad in paden]
    weer = [hoofd(lotte, pad) for pad in paden]
    raadpleeg(met_fg, "carla", KADE_3, op(20, 23))
    for _ in range(3):
        with pytest.raises(Geweigerd):
            raadpleeg(met_fg, "carla", LINDELAAN_12, op(20))
    with met_fg.als("frits"):
        andere = next(
            r.plaats
            for r in steekproef.geef(getrokken, deelnemers())[1]
            if r.rij and r.rij.partij != "De Linde" and not r.oordeel
        )
    with met_fg.als("frits"):
        steekproef.beoordeel(getrokken, andere, steekproef.IN_ORDE, "")
    daarna = [hoofd(lotte, pad) for pad in paden]
    assert daarna[0] == eerst[0]
    assert daarna[2:] == eerst[2:]
    # The own looking counts in the own log, and nothing else does.
    assert re.findall(r"app-kpi__value\">(\d+)", weer[1]) != []
    assert [int(n) for n in re.findall(r"app-kpi__value\">(\d+)", daarna[1])][1] == int(
        re.findall(r"app-kpi__value\">(\d+)", eerst[1])[1]
    )


def test_signalen_op_het_scherm(met_fg, lotte):
    inhoud = lotte.get(SIGNALEN).content.decode()
    assert "Hetzelfde adres vaak" not in inhoud, "who sees no address is not told that there is nothing"
    assert "Naam van een medewerker" not in inhoud
    assert "Carla" not in inhoud
    links = re.findall(r'href="([^"]*logboek[^"]*)">(\d+)<span', inhoud)
    assert len(links) == 5
    for url, getal in links:
        assert len(volgen(lotte.get(html.unescape(url)))) == int(getal)


def test_de_steekproef_alleen_de_eigen_regels_met_oordeel(met_fg, getrokken, lotte, als_eigenaar):
    van_linde = van_partij(met_fg, als_eigenaar, "linde")
    with met_fg.als("lotte"):
        (kaart,) = steekproef.overzicht()
        _, regels = steekproef.geef(getrokken, deelnemers())
    assert (kaart.aantal, kaart.beoordeeld, kaart.oordelen[steekproef.VRAAG]) == (3, 1, 1)
    assert len(regels) == 3
    assert {regel.volg for regel in regels} <= van_linde
    assert all(regel.rij and not regel.rij.noodzaak and not regel.rij.identiteit for regel in regels)
    inhoud = tekst(lotte.get(f"{STEEKPROEVEN}{getrokken}/"))
    assert "1 van 3 regels van uw organisatie beoordeeld" in inhoud
    assert inhoud.count("Waarom regel") == 1
    for niet in ("Zaad", "Lindelaan", "Kade", "Waterkant", "raadplegingen uit", "Verder met beoordelen"):
        assert niet not in inhoud, niet


def test_van_een_regel_van_een_ander_is_er_niets(met_fg, getrokken, lotte):
    with met_fg.als("lotte"):
        eigen = {regel.plaats for regel in steekproef.geef(getrokken, deelnemers())[1]}
    for plaats in range(1, 7):
        antwoord = lotte.get(f"{STEEKPROEVEN}{getrokken}/{plaats}/")
        assert antwoord.status_code == (200 if plaats in eigen else 404)
        if plaats in eigen:
            inhoud = tekst(antwoord).split("<main")[1].split("</main>")[0]
            assert "<form" not in inhoud
            assert 'type="submit"' not in inhoud


def test_het_hek_om_de_steekproef(met_fg, getrokken, als_eigenaar):
    """Without a filter of ours: the lines of the own party, and no write at all."""
    van_linde = van_partij(met_fg, als_eigenaar, "linde")
    with als_eigenaar():
        verwacht = set(Steekproefregel.objects.filter(volg__in=van_linde).values_list("volg", flat=True))
    assert len(verwacht) == 3
    with met_fg.als("lotte"):
        assert set(Steekproefregel.objects.values_list("volg", flat=True)) == verwacht
        assert Steekproef.objects.count() == 1
    with met_fg.als("otto"):
        assert not Steekproefregel.objects.exists(), "the municipality consulted nothing"
    with met_fg.als("anna"):
        assert not Steekproef.objects.exists()
    with met_fg.als("lotte"), connection.cursor() as cursor:
        cursor.execute("update toezicht_steekproefregel set oordeel = 'in_orde'")
        assert cursor.rowcount == 0
        cursor.execute("select count(*) from steekproef_loting('x', '2026-10-01')")
        assert cursor.fetchone() == (0,)
        for opdracht in (
            f"select steekproef_rond_af('{getrokken}', {met_fg.mensen['lotte'].pk}, now())",
            "select steekproef_trek('2026-10-01', 5, 1, now(), now())",
            "delete from toezicht_steekproefregel",
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                cursor.execute(opdracht)


def test_een_maand_zonder_eigen_regels(met_fg, getrokken):
    otto = log_in(met_fg, "otto")
    assert "Geen regels van uw organisatie" in tekst(otto.get(STEEKPROEVEN))
    assert "Van uw organisatie is niets getrokken." in tekst(otto.get(f"{STEEKPROEVEN}{getrokken}/"))


def test_wie_alleen_leest_verandert_geen_oordeel(met_fg, getrokken, lotte, als_eigenaar):
    """A half form, a whole one, closing and drawing: each refused with its article, and written down."""
    for pad, velden in (
        (STEEKPROEVEN, {}),
        (f"{STEEKPROEVEN}{getrokken}/", {}),
        (f"{STEEKPROEVEN}{getrokken}/1/", {}),
        (f"{STEEKPROEVEN}{getrokken}/1/", {"oordeel": "in_orde", "toelichting": ""}),
    ):
        antwoord = lotte.post(pad, velden)
        assert antwoord.status_code == 403
        assert "artikel 4" in tekst(antwoord)
    assert [h for h, _ in laatste_regels(met_fg, als_eigenaar, 4)] == [
        "steekproef_beoordelen",
        "steekproef_beoordelen",
        "steekproef_beoordelen",
        "steekproef_trekken",
    ]


def test_begin_en_menu_zeggen_wat_er_is(met_fg, lotte, als_eigenaar):
    antwoord = lotte.get("/heemstede/")
    inhoud = tekst(antwoord)
    assert "U ziet hoe De Linde omgaat met de gegevens van dit convenant" in inhoud
    for label in ("Signalen", "Steekproef", "Verwerkingsregister", "Beleid", "Logboek"):
        assert f">{label}</a></h3>" in inhoud
    for niet in ("Zaken</a></h3>", "Raadplegen</a></h3>", "Bezit</a></h3>", "kunt trekken"):
        assert niet not in inhoud
    url, getal = re.findall(r'href="([^"]*logboek[^"]*geweigerd[^"]*)">.*?app-kpi__value">(\d+)', inhoud)[0]
    regels = volgen(lotte.get(html.unescape(url)))
    assert len(regels) == int(getal)


def test_een_blik_is_een_regel(met_fg, getrokken, lotte, als_eigenaar):
    for pad, regel in (
        (STEEKPROEVEN, ("lijst_zien", "steekproeven")),
        (f"{STEEKPROEVEN}{getrokken}/", ("lijst_zien", "steekproef 2026-10")),
        (SIGNALEN, ("signalen_inzien", "")),
    ):
        lotte.get(pad)
        assert laatste_regels(met_fg, als_eigenaar, 1) == [regel]


def test_aantal_vragen(met_fg, getrokken, lotte):
    paden = (SIGNALEN, STEEKPROEVEN, f"{STEEKPROEVEN}{getrokken}/", "/heemstede/")
    eerst = [vragen(lotte, "get", pad) for pad in paden]
    for minuut in range(5):
        raadpleeg(met_fg, "bert", LINDELAAN_14A, op(19).replace(minute=minuut))
    for pad, gesteld in zip(paden, eerst, strict=True):
        assert len(vragen(lotte, "get", pad)) == len(gesteld)
        hoogstens(14, gesteld)
