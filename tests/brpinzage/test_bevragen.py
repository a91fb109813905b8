"""Burgerzaken asks the live BRP about the address of a case: logged before, asked outside any transaction, logged after."""

import json
import threading
from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext

from brpinzage import afwijkingen, bevragen, verhuizingen
from brpinzage.simulator.bron import Bron
from brpinzage.verhuizingen import Machtiging, Verhuizing
from convenant.brp import KoppelingMislukt
from convenant.brp.adres import Adres, maak_adres
from convenant.poort import intrekken
from convenant.poort.grens import Beurt, _beurt, schrijf_weigeringen
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig
from convenant.poort.models import Logregel
from convenant.poort.wie import werkplekken
from convenant.tijd import stel_in, vandaag
from convenant.verstrekkingen.models import Ontvangst
from tests.brp.gateway import antwoord, fout, gateway
from tests.brp.test_vijandige_gateway import VIJANDIG
from tests.brpinzage.ophalen import GEMEENTE, KANARIE, aangesloten, brp, bsn, persoon
from tests.brpinzage.test_afwijkingen import bevind, meld
from tests.schermen.klant import VLUCHTIG, log_in, tabellen
from tests.wereld import KADE_3, LINDELAAN_12, NU, Wereld

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.eis("HEE-11.1")]
GEHEIM = {"geheimhoudingPersoonsgegevens": "7"}


def bron() -> Bron:
    onderzoek = {
        "inOnderzoek": {"aanduidingGegevensInOnderzoek": "080000", "datumIngangOnderzoek": "20260301"}
    }
    adres = persoon(3, "Twijfel", LINDELAAN_12)
    adres["verblijfplaats"] |= onderzoek
    vertrokken = {"reden": {"code": "E", "omschrijving": "emigratie"}, "datum": "20200101"}
    return Bron(
        [
            persoon(1, "Fien", LINDELAAN_12),
            persoon(2, "Stil", LINDELAAN_12, **GEHEIM),
            adres,
            persoon(4, "Verweg", LINDELAAN_12, opschortingBijhouding=vertrokken),
            persoon(5, "Elders", KADE_3),
        ]
    )


class Buiten:
    """Work as a page that keeps its own transactions does: somebody acts, and no transaction is open."""

    def __init__(self, wereld: Wereld, naam: str):
        (wie, *_) = werkplekken(wereld.mensen[naam].account, wereld.convenant)
        self.beurt = Beurt(wie)

    def __enter__(self):
        self.merk = _beurt.set(self.beurt)
        return self.beurt

    def __exit__(self, *_: object) -> None:
        _beurt.reset(self.merk)
        schrijf_weigeringen(self.beurt)


@pytest.fixture
def zaak(vaste_wereld) -> int:
    nummer = meld(vaste_wereld)
    with vaste_wereld.als("eva"):
        afwijkingen.start_onderzoek(nummer)
    return nummer


def vraag(wereld, zaak: int, adres=LINDELAAN_12, wie: str = "eva", kenmerk: UUID | None = None) -> UUID:
    with Buiten(wereld, wie):
        return bevragen.bevraag_adres(zaak, adres, kenmerk or uuid4())


def regels(wereld) -> list[tuple[str, str, str]]:
    with wereld.als("frits"):
        gevonden = Logregel.objects.filter(handeling=bevragen.HANDELING).order_by("volg")
        return [(r.uitkomst, r.gegevensset, r.redenen[0][0] if r.redenen else "") for r in gevonden]


@pytest.mark.eis("HEE-2.6")
def test_wie_er_nu_staat_ingeschreven_met_alles_wat_de_gemeente_moet_weten(vaste_wereld, zaak):
    with brp(bron()):
        ontvangst = vraag(vaste_wereld, zaak)
    with vaste_wereld.als("eva"):
        gezien = bevragen.antwoord(zaak, ontvangst)
    assert [(p.naam, p.geheimhouding, p.in_onderzoek, p.opschorting) for p in gezien.personen] == [
        (f"Fien {KANARIE}", False, (), ""),
        (f"Stil {KANARIE}", True, (), ""),
        (f"Twijfel {KANARIE}", False, ("Het adres is in onderzoek sinds 1 maart 2026.",), ""),
        (f"Verweg {KANARIE}", False, (), "emigratie"),
    ]
    assert (gezien.adres.sleutel, gezien.gelezen.bron) == (LINDELAAN_12.sleutel, "BRP")
    assert regels(vaste_wereld) == [
        ("toegestaan", "brp_op_adres", "De vraag gaat naar de bron."),
        ("toegestaan", "brp_op_adres", ""),
    ]
    with vaste_wereld.als("frits"):
        laatste = Logregel.objects.filter(handeling=bevragen.HANDELING).latest("volg")
        assert len(laatste.betrokkenen) == 4


@pytest.mark.eis("HEE-2.5")
def test_alleen_burgerzaken_ziet_het_en_tot_het_einde_van_de_dag(vaste_wereld, zaak, als_eigenaar):
    with brp(bron()):
        ontvangst = vraag(vaste_wereld, zaak)
    for wie in ("anna", "carla", "frits", "hugo", "ina"):
        with pytest.raises((NietGevonden, Geweigerd)), vaste_wereld.als(wie):
            bevragen.antwoord(zaak, ontvangst)
    with stel_in(NU + timedelta(days=1)):
        with pytest.raises(Geweigerd), vaste_wereld.als("eva"):
            bevragen.antwoord(zaak, ontvangst)
        intrekken.vernietig_verlopen()
    with als_eigenaar():
        assert Ontvangst.objects.get(pk=ontvangst).waarden is None


@pytest.mark.parametrize("wie", ["anna", "carla", "frits", "gerda", "hugo", "ina", "dirk"])
def test_wie_het_niet_mag_vraagt_niets(vaste_wereld, zaak, wie):
    with gateway(fout(500, "x")) as poort, aangesloten(poort.url):
        with pytest.raises((Geweigerd, NietGevonden)):
            vraag(vaste_wereld, zaak, wie=wie)
        assert poort.vragen == []


def test_alleen_het_adres_van_de_zaak_en_in_haar_stap(vaste_wereld, zaak):
    with gateway(fout(500, "x")) as poort, aangesloten(poort.url):
        for adres in (KADE_3, maak_adres("2101 AB", "13")):
            with pytest.raises(NietGevonden):
                vraag(vaste_wereld, zaak, adres)
        nog_niet_begonnen = meld(vaste_wereld, "bert")
        with pytest.raises(Geweigerd) as weigering:
            vraag(vaste_wereld, nog_niet_begonnen)
        assert "In deze stap" in weigering.value.redenen[0].tekst
        assert poort.vragen == []


def test_wat_wordt_gevraagd_is_de_naam_en_niets_anders(vaste_wereld, zaak):
    leeg = antwoord({"type": "ZoekMetPostcodeEnHuisnummer", "personen": []})
    with gateway(leeg) as poort, aangesloten(poort.url):
        ontvangst = vraag(vaste_wereld, zaak)
    ((_, lading),) = poort.vragen
    gesteld = json.loads(lading)
    assert (gesteld["gemeenteVanInschrijving"], gesteld["postcode"]) == (GEMEENTE, "2101AB")
    assert {veld for veld in gesteld["fields"] if "adresregel" not in veld} == {
        "burgerservicenummer",
        "naam.volledigeNaam",
    }
    with vaste_wereld.als("eva"):
        assert bevragen.antwoord(zaak, ontvangst).personen == ()


def test_hetzelfde_formulier_twee_keer_is_een_vraag(vaste_wereld, zaak):
    kenmerk = uuid4()
    leeg = antwoord({"type": "ZoekMetPostcodeEnHuisnummer", "personen": []})
    with gateway(leeg) as poort, aangesloten(poort.url):
        eerste, tweede = (vraag(vaste_wereld, zaak, kenmerk=kenmerk) for _ in range(2))
        assert (eerste, len(poort.vragen)) == (tweede, 1)


def test_tegelijk_twee_keer_hetzelfde_formulier_is_een_antwoord(vaste_wereld, zaak):
    kenmerk, samen, uitkomsten = uuid4(), threading.Barrier(2), []
    leeg = json.dumps({"type": "ZoekMetPostcodeEnHuisnummer", "personen": []}).encode()

    def wacht_op_de_ander(lijn) -> None:
        samen.wait(10)
        antwoord(leeg)(lijn)

    def draad() -> None:
        uitkomsten.append(vraag(vaste_wereld, zaak, kenmerk=kenmerk))
        connections.close_all()

    with gateway(wacht_op_de_ander) as poort, aangesloten(poort.url, seconden="10"):
        draden = [threading.Thread(target=draad) for _ in range(2)]
        for een in draden:
            een.start()
        for een in draden:
            een.join(20)
    assert len(uitkomsten) == 2
    assert len(set(uitkomsten)) == 1
    assert [uitkomst for uitkomst, *_ in regels(vaste_wereld)] == ["toegestaan"] * 3


# --- what goes wrong


@pytest.mark.parametrize("wat", VIJANDIG)
def test_van_een_vijandig_antwoord_blijft_niets(vaste_wereld, zaak, wat, als_eigenaar, caplog):
    caplog.set_level("DEBUG")
    gedrag, code = VIJANDIG[wat]
    with als_eigenaar():
        eerst = tabellen()
    with (
        gateway(gedrag) as poort,
        aangesloten(poort.url, seconden="0.6"),
        pytest.raises(KoppelingMislukt) as mislukt,
    ):
        vraag(vaste_wereld, zaak)
    assert mislukt.value.code in (code, "ander_adres", "ongeldig_antwoord")
    with als_eigenaar():
        assert tabellen() == eerst
    assert regels(vaste_wereld) == [
        ("toegestaan", "brp_op_adres", "De vraag gaat naar de bron."),
        ("mislukt", "brp_op_adres", mislukt.value.zin),
    ]
    alles = caplog.text + inhoud(als_eigenaar)
    for verboden in ("999990019", "Piet", "Geheim "):
        assert verboden not in alles


def inhoud(als_eigenaar) -> str:
    with als_eigenaar(), connection.cursor() as cursor:
        stukken = []
        for tabel in VLUCHTIG:
            cursor.execute(f"select coalesce(string_agg(t::text, '|'), '') from {tabel} t")
            stukken.append(cursor.fetchone()[0])
    return "".join(stukken)


def test_te_veel_mensen_is_een_zin(vaste_wereld, zaak):
    with (
        gateway(fout(400, "tooManyResults")) as poort,
        aangesloten(poort.url),
        pytest.raises(KoppelingMislukt) as te_veel,
    ):
        vraag(vaste_wereld, zaak)
    assert te_veel.value.zin == "Op dit adres staan meer mensen ingeschreven dan de BRP in één keer geeft."


def test_zonder_aansluiting_zegt_het_scherm_dat(vaste_wereld, zaak):
    with pytest.raises(Ongeldig) as geen:
        vraag(vaste_wereld, zaak)
    assert "geen eigen aansluiting" in geen.value.fouten[""]


@pytest.mark.eis("HEE-3.6")
def test_wie_het_onderweg_niet_meer_mag_krijgt_het_antwoord_niet(vaste_wereld, zaak, als_eigenaar):
    """The convenant ends while the BRP thinks: asked before, weighed again after, and nothing kept."""

    def loopt_af(lijn) -> None:
        vaste_wereld.convenant.einde = NU.date()
        vaste_wereld.convenant.save()
        connections.close_all()
        antwoord({"type": "ZoekMetPostcodeEnHuisnummer", "personen": []})(lijn)

    with gateway(loopt_af) as poort, aangesloten(poort.url), pytest.raises(Geweigerd):
        vraag(vaste_wereld, zaak)
    assert [uitkomst for uitkomst, *_ in regels_na_afloop(als_eigenaar)] == ["toegestaan", "geweigerd"]


def regels_na_afloop(als_eigenaar) -> list[tuple[str]]:
    with als_eigenaar():
        return list(
            Logregel.objects.filter(handeling=bevragen.HANDELING).order_by("volg").values_list("uitkomst")
        )


def test_de_brp_wordt_buiten_elke_transactie_gevraagd(vaste_wereld, zaak):
    """While it thinks, another connection sees the intent, and none of ours holds a transaction open."""
    gezien = {}

    def kijk(lijn) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "select count(*) from pg_stat_activity where datname = current_database()"
                " and pid <> pg_backend_pid() and state like 'idle in transaction%%'",
                [],
            )
            gezien["open"] = cursor.fetchone()[0]
        gezien["regels"] = regels(vaste_wereld)
        connections.close_all()
        antwoord({"type": "ZoekMetPostcodeEnHuisnummer", "personen": []})(lijn)

    with gateway(kijk) as poort, aangesloten(poort.url, seconden="10"):
        vraag(vaste_wereld, zaak)
    assert gezien == {"open": 0, "regels": [("toegestaan", "brp_op_adres", "De vraag gaat naar de bron.")]}


# --- the screen


def tekst(response) -> str:
    return " ".join(response.content.decode().split())


def test_van_de_zaak_naar_het_antwoord(vaste_wereld, zaak):
    eva = log_in(vaste_wereld, "eva")
    assert f"/heemstede/zaken/{zaak}/brp/" in tekst(eva.get(f"/heemstede/zaken/{zaak}/"))
    pagina = f"/heemstede/zaken/{zaak}/brp/"
    scherm = tekst(eva.get(pagina))
    assert "2101 AB 12" in scherm
    assert KANARIE not in scherm
    formulier = {"adres": LINDELAAN_12.sleutel, "kenmerk": str(uuid4())}
    with brp(bron()):
        antwoord_ = eva.post(pagina, formulier)
        assert antwoord_.status_code == 302
        assert eva.post(pagina, formulier).url == antwoord_.url
    scherm = tekst(eva.get(antwoord_.url))
    for woord in (
        f"Fien {KANARIE}",
        "Geheimhouding",
        "Opgeschort: emigratie",
        "sinds 1 maart 2026",
        "artikel 11",
    ):
        assert woord in scherm, woord
    assert bsn(1) not in scherm
    assert antwoord_.url in tekst(eva.get(pagina))
    zaakpagina = tekst(eva.get(f"/heemstede/zaken/{zaak}/"))
    assert KANARIE not in zaakpagina
    assert "Geheimhouding" not in zaakpagina


def test_een_fout_van_de_brp_staat_op_het_scherm(vaste_wereld, zaak):
    eva = log_in(vaste_wereld, "eva")
    pagina = f"/heemstede/zaken/{zaak}/brp/"
    with gateway(fout(503, "notAvailable")) as poort, aangesloten(poort.url):
        scherm = tekst(eva.post(pagina, {"adres": LINDELAAN_12.sleutel, "kenmerk": str(uuid4())}))
    assert "De BRP is nu niet bereikbaar. Probeer het later opnieuw." in scherm
    assert "Vraag het de BRP" in scherm
    for vreemd in ({}, {"adres": KADE_3.sleutel, "kenmerk": str(uuid4())}, {"adres": "x", "kenmerk": "y"}):
        assert eva.post(pagina, vreemd).status_code == 404


def test_niet_van_u_en_er_niet_is_hetzelfde(vaste_wereld):
    """A deviation that was not reported is the corporatie's alone: for burgerzaken it is not there."""
    niet_gemeld = bevind(vaste_wereld)
    eva = log_in(vaste_wereld, "eva")
    antwoorden = []
    for zaak in (niet_gemeld, 999_999):
        with CaptureQueriesContext(connection) as vragen:
            gekregen = eva.get(f"/heemstede/zaken/{zaak}/brp/")
        antwoorden.append((gekregen.status_code, gekregen.content, len(vragen)))
    assert antwoorden[0] == antwoorden[1]
    assert antwoorden[0][0] == 404
    for wie in ("anna", "carla", "frits"):
        assert log_in(vaste_wereld, wie).get(f"/heemstede/zaken/{niet_gemeld}/brp/").status_code == 403


def test_meer_bewoners_kosten_niet_meer_vragen(vaste_wereld, zaak):
    eva = log_in(vaste_wereld, "eva")
    aantallen = []
    for hoeveel in (1, 25):
        with brp(Bron([persoon(n, f"N{n}", LINDELAAN_12) for n in range(hoeveel)])):
            with CaptureQueriesContext(connection) as vragen:
                volgende = eva.post(
                    f"/heemstede/zaken/{zaak}/brp/", {"adres": LINDELAAN_12.sleutel, "kenmerk": str(uuid4())}
                )
            with CaptureQueriesContext(connection) as lezen:
                assert eva.get(volgende.url).status_code == 200
        aantallen.append((len(vragen), len(lezen)))
    assert aantallen[0] == aantallen[1]
    assert aantallen[0][1] <= 25


@pytest.mark.eis("HEE-5.9")
def test_een_verbeterd_adres_is_geen_adres_van_de_zaak_meer(vaste_wereld):
    """Who lives at what was a slip of the pen is nobody's affair."""
    mis, goed = (Adres("2103 EF", nummer) for nummer in ("99", "9"))
    verhuizing = Verhuizing("R. Vink", "Elders 1", mis, vandaag(), Machtiging(vandaag(), op_papier=True))
    with vaste_wereld.als("anna"):
        nummer = verhuizingen.geef_door(verhuizing, uuid4())
        verhuizingen.geef_door(replace(verhuizing, nieuw_adres=goed), uuid4(), nummer)
    with vaste_wereld.als("eva"):
        verhuizingen.behandel(nummer)
        assert [adres.sleutel for adres in bevragen.toets_bevragen(nummer)] == [goed.sleutel]
    with brp(bron()), pytest.raises(NietGevonden):
        vraag(vaste_wereld, nummer, mis)
