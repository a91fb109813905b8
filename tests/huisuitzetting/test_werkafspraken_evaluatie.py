"""The evaluation every six months, what it decides, and at most two meetings in a year without a reason."""

from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from convenant.berichten.models import Bericht
from convenant.looptijd import klok as looptijd
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig
from convenant.poort.zaken import zaak_van
from convenant.tijd import stel_in
from huisuitzetting.werkafspraken import evaluaties, kengetallen, overleg
from huisuitzetting.werkafspraken.overleg import Overlegplan
from tests.huisuitzetting.evalueren import ADVISEUR, besluit, open_evaluatie, plan
from tests.huisuitzetting.verhaal import gemeld
from tests.schermen.klant import log_in
from tests.tables import als_eigenaar
from tests.wereld import NU, Wereld

MANAGER, ANDERE_MANAGER, TEAMLEIDER = "corporatie/manager", "corporatie/manager@ander", "gemeente/teamleider"
BESTUUR = (ADVISEUR, MANAGER, ANDERE_MANAGER, TEAMLEIDER)
DICHT = (
    "corporatie/melder",
    "gemeente/swt",
    "gemeente/sdv",
    "gemeente/troubleshooter",
    "gemeente/privacycoordinator",
)


def klokken(wereld: Wereld) -> dict[str, datetime]:
    with wereld.als(ADVISEUR):
        return {klok.termijn: klok.vervalt_op for klok in evaluaties.lopende_klokken()}


def adres(naam: str, *delen: object) -> str:
    return reverse(naam, args=["haarlem", *delen])


def tekst(client: Client, waar: str) -> str:
    antwoord = client.get(waar)
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().split())


@pytest.mark.eis("HAA-9.2", "HAA-9.2.b")
def test_voortzetten_haalt_de_klok_en_begint_een_jaar(haarlem: Wereld) -> None:
    looptijd.werk_bij()
    assert klokken(haarlem).keys() == {"evaluatie"}
    eerste = klokken(haarlem)["evaluatie"]
    zaak = open_evaluatie(haarlem)
    assert klokken(haarlem)["evaluatie"] == eerste
    with stel_in(NU + timedelta(days=2)):
        besluit(haarlem, zaak)
        na = klokken(haarlem)
        assert na["evaluatie"] > eerste
        assert na["voortzetting"].date() == date(2027, 11, 25)
        with haarlem.als(MANAGER):
            kaart = evaluaties.geef(zaak)
    assert (kaart.besluit, kaart.besloten_op, kaart.tot_en_met) == (
        "voortzetten",
        date(2026, 11, 25),
        date(2027, 11, 24),
    )
    with haarlem.als(ADVISEUR):
        assert zaak_van(zaak).stap == "evaluatie_voortgezet"


@pytest.mark.eis("HAA-9.2", "HAA-9.3")
def test_niet_voortzetten_beeindigt_niets_en_waarschuwt(haarlem: Wereld) -> None:
    looptijd.werk_bij()
    besluit(haarlem, open_evaluatie(haarlem), "niet_voortzetten")
    assert klokken(haarlem).keys() == {"evaluatie"}
    haarlem.convenant.refresh_from_db()
    assert haarlem.convenant.einde is None
    for wie in BESTUUR:
        with haarlem.als(wie):
            assert "blijft van kracht" in evaluaties.waarschuwing()
    with stel_in(NU + timedelta(days=30)):
        besluit(haarlem, open_evaluatie(haarlem))
        with haarlem.als(ADVISEUR):
            assert evaluaties.waarschuwing() == ""
    for dagen, zin in ((30 + 364, ""), (30 + 365, "geen nieuw besluit")):
        with stel_in(NU + timedelta(days=dagen)), haarlem.als(ADVISEUR):
            assert (zin in evaluaties.waarschuwing()) if zin else evaluaties.waarschuwing() == ""


@pytest.mark.eis("HAA-9.2", "HAA-9.5")
def test_de_cijfers_van_toen_zitten_eraan_vast(haarlem: Wereld) -> None:
    for periode, aantal in (("2026-1", 3), ("2025-2", 17)):
        with haarlem.als("gemeente/sdv"):
            kengetallen.deel_sdv(periode, aantal, uuid4())
    zaak = open_evaluatie(haarlem)
    with haarlem.als("gemeente/sdv"):
        kengetallen.deel_sdv("2026-1", 30, uuid4())
    for wie in BESTUUR:
        with haarlem.als(wie):
            cijfers = evaluaties.geef(zaak).cijfers
        wat = ["Schulddienstverlening", "Huurders op de crisislijst, op de laatste dag"]
        assert cijfers == [["2026", *wat, "minder dan 5", "", ""], ["2025", *wat, "", "17", ""]]


@pytest.mark.eis("HAA-9.2")
def test_wie_meedoet_krijgt_bericht(haarlem: Wereld) -> None:
    with haarlem.als(ADVISEUR):
        gekozen = [naam for naam in evaluaties.deelnemers() if "@ander" not in naam]
        assert len(gekozen) == 3
        zaak = evaluaties.open(NU.date(), "Agenda", gekozen, uuid4())
    with als_eigenaar():
        rijen = Bericht.objects.filter(pad=f"/haarlem/evaluaties/{zaak}/")
        assert {rij.account_id for rij in rijen} == {
            haarlem.mensen[wie].account_id for wie in (ADVISEUR, MANAGER, TEAMLEIDER)
        }
    with haarlem.als(ADVISEUR), pytest.raises(Ongeldig):
        evaluaties.open(NU.date(), "Agenda", ["Burgemeester"], uuid4())


@pytest.mark.eis("HAA-9.2", "HAA-9.2.b", "HAA-9.4")
@pytest.mark.parametrize("wie", [*BESTUUR[1:], *DICHT])
def test_alleen_de_beleidsadviseur_leidt(haarlem: Wereld, wie: str) -> None:
    with haarlem.als(wie), pytest.raises(Geweigerd):
        evaluaties.open(NU.date(), "Agenda", [], uuid4())
    zaak = open_evaluatie(haarlem)
    for wat in ("voortzetten", "niet_voortzetten"):
        with haarlem.als(wie), pytest.raises((Geweigerd, NietGevonden)):
            evaluaties.besluit(zaak, wat, NU.date(), "Verslag", uuid4())
    with haarlem.als(wie), pytest.raises(Geweigerd):
        overleg.plan(Overlegplan(NU.date(), "Iets"), uuid4())
    if wie in DICHT:
        with haarlem.als(wie), pytest.raises(NietGevonden):
            evaluaties.geef(zaak)


def test_hetzelfde_formulier_is_een_besluit(haarlem: Wereld) -> None:
    kenmerk, zaak = uuid4(), open_evaluatie(haarlem)
    for _ in range(2):
        besluit(haarlem, zaak, kenmerk=kenmerk)
    with pytest.raises(Geweigerd):
        besluit(haarlem, zaak, "niet_voortzetten")
    with haarlem.als(ADVISEUR):
        eerste = evaluaties.open(NU.date(), "Agenda", [], kenmerk)
        assert evaluaties.open(NU.date(), "Agenda", [], kenmerk) == eerste
        with pytest.raises(Ongeldig):
            evaluaties.besluit(eerste, "voortzetten", NU.date() + timedelta(days=1), "Verslag", uuid4())


@pytest.mark.eis("HAA-9.4")
def test_een_derde_overleg_in_een_jaar_vraagt_een_reden(haarlem: Wereld) -> None:
    kenmerk = uuid4()
    plan(haarlem, date(2026, 12, 1), kenmerk=kenmerk)
    plan(haarlem, date(2026, 12, 1), kenmerk=kenmerk)
    plan(haarlem, date(2026, 12, 31))
    with pytest.raises(Geweigerd) as fout:
        plan(haarlem, date(2026, 12, 15))
    assert [reden.eis for reden in fout.value.redenen] == ["HAA-9.4"]
    with pytest.raises(Geweigerd):
        plan(haarlem, date(2026, 12, 15), reden="   ")
    plan(haarlem, date(2027, 1, 1))
    plan(haarlem, date(2026, 12, 15), reden="De wet verandert.")
    for wie in BESTUUR:
        with haarlem.als(wie):
            assert [(o.dag, o.reden) for o in overleg.overzicht()] == [
                (date(2027, 1, 1), ""),
                (date(2026, 12, 31), ""),
                (date(2026, 12, 15), "De wet verandert."),
                (date(2026, 12, 1), ""),
            ]
    for wie in DICHT:
        with haarlem.als(wie):
            assert not overleg.overzicht()
    with pytest.raises(Ongeldig):
        plan(haarlem, date(2026, 11, 22))


@pytest.mark.eis("HAA-PR2.1.b", "HAA-9.2")
@pytest.mark.parametrize("wie", [ADVISEUR, MANAGER])
def test_wie_evalueert_ziet_geen_zaak_en_geen_huurder(haarlem: Wereld, wie: str) -> None:
    zaak = gemeld(haarlem)
    evaluatie = open_evaluatie(haarlem)
    client = log_in(haarlem, wie)
    assert client.get(adres("zaak", zaak)).status_code == 404
    paginas = [
        adres("werkbegin"),
        adres("zaken"),
        adres("contactlijst"),
        adres("kengetallen"),
        adres("kengetallen_csv"),
        adres("evaluaties"),
        adres("evaluatie", evaluatie),
    ]
    for pagina in paginas:
        gezien = client.get(pagina).content.decode()
        assert "Samira" not in gezien
        assert "Spaarnelaan" not in gezien
    assert client.get(adres("huren")).status_code == 403


# --- screens


@pytest.mark.eis("HAA-9.2", "HAA-9.2.b", "HAA-9.4")
def test_openen_besluiten_en_overleg_op_het_scherm(
    haarlem: Wereld, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    adviseur, manager = log_in(haarlem, ADVISEUR), log_in(haarlem, MANAGER)
    assert "Er is nog geen evaluatie" in tekst(manager, adres("evaluaties"))
    for pagina in ("evaluatie_nieuw", "overleg_nieuw"):
        assert manager.get(adres(pagina)).status_code == 403
    velden = {"kenmerk": str(uuid4()), "dag": "30-11-2026", "agenda": "1. Cijfers"}
    fout = adviseur.post(adres("evaluatie_nieuw"), velden).content.decode()
    assert "Kruis aan wie er meedoen." in fout
    assert 'value="30-11-2026"' in fout
    antwoord = adviseur.post(
        adres("evaluatie_nieuw"), velden | {"deelnemers": ["Manager, corporatie haarlem"]}, follow=True
    )
    pagina = antwoord.content.decode()
    assert "De evaluatie is geopend." in pagina
    zaak = antwoord.context["evaluatie"].zaak
    assert adres("evaluatie_besluit", zaak) in pagina
    assert adres("evaluatie_besluit", zaak) not in tekst(manager, adres("evaluatie", zaak))
    assert manager.get(adres("evaluatie_besluit", zaak)).status_code == 403
    assert "Naar de evaluatie" in tekst(adviseur, adres("zaak", zaak))
    velden = {
        "kenmerk": str(uuid4()),
        "besluit": "voortzetten",
        "gehouden_op": "24-11-2026",
        "verslag": "Goed.",
    }
    fout = adviseur.post(adres("evaluatie_besluit", zaak), velden).content.decode()
    assert "Deze dag is nog niet geweest." in fout
    velden["gehouden_op"] = "23-11-2026"
    antwoord = adviseur.post(adres("evaluatie_besluit", zaak), velden, follow=True)
    assert "Geldt tot en met 22 november 2027" in antwoord.content.decode()
    assert adviseur.get(adres("evaluatie_besluit", zaak)).status_code == 404
    for dag in ("01-12-2026", "02-12-2026", "03-12-2026"):
        velden = {"kenmerk": str(uuid4()), "dag": dag, "onderwerp": "Passen ze?", "reden": ""}
        antwoord = adviseur.post(adres("overleg_nieuw"), velden, follow=True)
    assert "Schrijf op waarom er nog een nodig is. (artikel 9.4)" in antwoord.content.decode()
    adviseur.post(adres("overleg_nieuw"), velden | {"reden": "Nieuwe wet."})
    with django_assert_max_num_queries(40):
        assert "Nieuwe wet." in tekst(manager, adres("evaluaties"))
    for wie in DICHT:
        assert log_in(haarlem, wie).get(adres("evaluaties")).status_code == 403
