"""A move from the counter to the BRP, through gate and database (HEE-3.8, HEE-5.9)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from brpinzage import verhuizingen
from brpinzage.verhuizingen import Machtiging, Verhuizing
from convenant.brp.adres import Adres, maak_adres
from convenant.poort import bijlagen, dossier, werklijst
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig
from convenant.poort.lijst import AAN_ZET, GESLOTEN, Lijst
from convenant.poort.models import Logregel
from convenant.poort.tellingen import cijfers
from convenant.tijd import vandaag
from tests.bijlagen.bestanden import geladen, maak_pdf
from tests.wereld import LINDELAAN_12, NU, Wereld
from tests.zaken import tegelijk, velden, zie

pytestmark = pytest.mark.eis("HEE-5.9")
GISTEREN = date(2026, 11, 22)
PAPIER = Machtiging(GISTEREN, op_papier=True)
VERHUIZING = Verhuizing("R. Vink", "Dorpsstraat 1, 1234 AB Elders", LINDELAAN_12, date(2026, 12, 1), PAPIER)


def geef_door(wereld: Wereld, naam: str = "anna", **anders: object) -> int:
    with wereld.als(naam):
        return verhuizingen.geef_door(replace(VERHUIZING, **anders), uuid4())  # type: ignore[arg-type]


def in_behandeling(wereld: Wereld) -> int:
    zaak = geef_door(wereld)
    with wereld.als("eva"):
        verhuizingen.behandel(zaak)
    return zaak


def geteld(wereld: Wereld) -> dict[str, int]:
    dag = vandaag().replace(day=1)
    with wereld.als("hugo"):
        return {c.waarde: c.aantal for c in cijfers(dag, dag + timedelta(days=1)) if c.maat == "verhuizing"}


def test_de_gemeente_krijgt_precies_wat_artikel_5_9_noemt(wereld):
    zaak = geef_door(wereld)
    assert velden(wereld, "eva", zaak, "verhuizing") == {
        "naam_huurder": "R. Vink",
        "oud_adres": "Dorpsstraat 1, 1234 AB Elders",
        "nieuw_adres": LINDELAAN_12.regel,
        "verhuisdatum": "2026-12-01",
        "machtiging_document": "Op papier bij De Linde. Getekend door R. Vink op 22-11-2026.",
        "machtiging_datum": "2026-11-22",
        "machtiging_ondertekenaar": ["huurder"],
    }
    for naam in ("carla", "frits", "hugo", "gerda", "ina"):
        with wereld.als(naam), pytest.raises(NietGevonden):
            dossier.lees_zaak(zaak)


@pytest.mark.eis("HEE-1.d", "HEE-3.8")
def test_het_doel_en_de_grondslag_staan_vast(wereld):
    gelezen = zie(wereld, "eva", geef_door(wereld)).laatste("verhuizing")
    assert gelezen is not None
    assert (gelezen.doel, gelezen.grondslag) == ("dienstverlening_brp", "machtiging_huurder")


@pytest.mark.eis("HEE-3.8")
def test_de_gemeente_leest_het_document_bij_de_verhuizing(wereld):
    with wereld.als("anna"):
        bijlage = bijlagen.neem_aan(geladen("machtiging.pdf", maak_pdf()))
        concept = bijlagen.concept(bijlage)
        assert concept
        zaak = verhuizingen.geef_door(
            replace(VERHUIZING, machtiging=Machtiging(GISTEREN, concept.waarde)), uuid4()
        )
    assert velden(wereld, "eva", zaak, "verhuizing")["machtiging_document"] == concept.waarde
    with wereld.als("eva"):
        assert bijlagen.lees_bijlage(bijlage).inhoud.startswith(b"%PDF-")
    with wereld.als("carla"), pytest.raises(NietGevonden):
        bijlagen.lees_bijlage(bijlage)


@pytest.mark.eis("HEE-3.8")
def test_een_bestand_van_een_ander_gaat_niet_mee(wereld):
    with wereld.als("carla"):
        concept = bijlagen.concept(bijlagen.neem_aan(geladen("machtiging.pdf", maak_pdf())))
        assert concept
    with wereld.als("anna"), pytest.raises(Ongeldig) as fout:
        verhuizingen.geef_door(replace(VERHUIZING, machtiging=Machtiging(GISTEREN, concept.waarde)), uuid4())
    assert list(fout.value.fouten) == ["machtiging_document"]


GEMACHTIGDE = replace(
    PAPIER, ondertekenaar="gemachtigde", gemachtigde="J. Bos", gemachtigd_op=date(2026, 11, 1)
)


@pytest.mark.eis("HEE-3.8")
def test_een_gemachtigde_van_de_huurder_mag_ook_tekenen(wereld):
    ontvangen = velden(wereld, "eva", geef_door(wereld, machtiging=GEMACHTIGDE), "verhuizing")
    assert ontvangen["machtiging_ondertekenaar"] == [
        "gemachtigde",
        "J. Bos",
        "door de huurder schriftelijk gemachtigd op",
        "2026-11-01",
    ]
    assert ontvangen["machtiging_document"] == "Op papier bij De Linde. Getekend door J. Bos op 22-11-2026."


@pytest.mark.eis("HEE-3.8")
@pytest.mark.parametrize(
    "machtiging",
    [
        pytest.param(Machtiging(GISTEREN), id="geen document en geen papier"),
        pytest.param(Machtiging(None, op_papier=True), id="zonder datum"),
        pytest.param(Machtiging(date(2026, 11, 24), op_papier=True), id="van morgen"),
        pytest.param(replace(PAPIER, ondertekenaar="buurman"), id="door wie niet mag"),
        pytest.param(replace(GEMACHTIGDE, gemachtigde=" "), id="door niemand namens de huurder"),
        pytest.param(replace(GEMACHTIGDE, gemachtigd_op=None), id="zonder machtiging van de huurder"),
        pytest.param(replace(GEMACHTIGDE, gemachtigd_op=NU.date()), id="later gemachtigd dan getekend"),
    ],
)
def test_zonder_schriftelijke_machtiging_gaat_er_niets_over(wereld, machtiging):
    with wereld.als("anna"), pytest.raises(Geweigerd, match="HEE-3.8"):
        verhuizingen.geef_door(replace(VERHUIZING, machtiging=machtiging), uuid4())
    with wereld.als("eva"):
        assert werklijst.werklijst() == []
    with wereld.als("frits"):
        (regel,) = Logregel.objects.filter(handeling="verhuizing_doorgeven")
        assert (regel.uitkomst, regel.eis) == ("geweigerd", "HEE-3.8")


@pytest.mark.eis("HEE-3.8")
def test_een_machtiging_van_vandaag_geldt(wereld):
    assert geef_door(wereld, machtiging=replace(PAPIER, datum=NU.date()))


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"oud_adres": "Lindelaan 12, 2101 AB Heemstede"}, "oud_adres"),
        ({"oud_adres": "2101ab 12"}, "oud_adres"),
        ({"oud_adres": "Lindelaan 12\n2101 AB HEEMSTEDE"}, "oud_adres"),
        ({"verhuisdatum": date(1890, 1, 1)}, "verhuisdatum"),
        ({"verhuisdatum": date(2026, 12, 22)}, "verhuisdatum"),
    ],
)
def test_wat_niet_kan_komt_terug(wereld, anders, veld):
    with wereld.als("anna"), pytest.raises(Ongeldig) as fout:
        verhuizingen.geef_door(replace(VERHUIZING, **anders), uuid4())
    assert list(fout.value.fouten) == [veld]


@pytest.mark.parametrize(
    "oud_adres",
    [
        "Lindelaan 112, 2101 AB Heemstede",
        "Lindelaan 12 A, 2101 AB Heemstede",
        "Rue 12, Paris",
        "Lindelaan 1, 2101 AB Heemstede",
    ],
)
def test_een_ander_adres_in_dezelfde_straat_is_een_ander_adres(wereld, oud_adres):
    assert geef_door(wereld, oud_adres=oud_adres)


@pytest.mark.parametrize("dag", [date(2026, 12, 21), date(2022, 1, 1)])
def test_vier_weken_vooruit_en_lang_geleden_kan(wereld, dag):
    assert geef_door(wereld, verhuisdatum=dag)


def test_het_nieuwe_adres_hoeft_niet_van_de_corporatie_te_zijn(wereld):
    elders = maak_adres("2103 EF", "8", "b", "", "Laan", "Heemstede")
    zaak = geef_door(wereld, nieuw_adres=elders)
    assert velden(wereld, "eva", zaak, "verhuizing")["nieuw_adres"] == elders.regel
    with wereld.als("eva"):
        assert [regel.zaak_id for regel in werklijst.zoek("", elders.sleutel)] == [zaak]


def test_de_straat_komt_uit_het_eigen_bezit(wereld):
    getypt = Adres("2101 AB", "12")
    assert (
        velden(wereld, "eva", geef_door(wereld, nieuw_adres=getypt), "verhuizing")["nieuw_adres"]
        == LINDELAAN_12.regel
    )


def test_hetzelfde_formulier_twee_keer_is_een_verhuizing(wereld):
    kenmerk = uuid4()
    zaken = set()
    for _ in range(2):
        with wereld.als("anna"):
            zaken.add(verhuizingen.geef_door(VERHUIZING, kenmerk))
    assert len(zaken) == 1
    assert len(zie(wereld, "eva", zaken.pop()).stukken) == 1


def test_van_een_heel_lang_adres_staat_het_begin_op_de_lijst(wereld):
    lang = maak_adres("2103 EF", "9", "", "", "S" * 100, "W" * 100)
    with wereld.als("anna"):
        verhuizingen.geef_door(replace(VERHUIZING, nieuw_adres=lang), uuid4())
    with wereld.als("eva"):
        assert [regel.label for regel in werklijst.werklijst(Lijst(AAN_ZET))] == [lang.regel[:200]]


def test_verbeteren_vervangt_bij_de_gemeente(wereld):
    zaak = geef_door(wereld)
    eerder = zie(wereld, "bert", zaak)
    with wereld.als("bert"):  # a colleague
        vorige = verhuizingen.doorgegeven(eerder)
        assert vorige == replace(VERHUIZING, nieuw_adres=Adres("2101 AB", "12"))
        verhuizingen.geef_door(replace(vorige, verhuisdatum=date(2026, 12, 2)), uuid4(), zaak)
    gezien = zie(wereld, "eva", zaak)
    assert gezien.stap == "verhuizing_ontvangen"
    assert [s.gelezen.vervangen for s in gezien.stukken if s.gelezen] == [True, False]
    assert velden(wereld, "eva", zaak, "verhuizing")["verhuisdatum"] == "2026-12-02"


def test_verbeteren_onthoudt_wie_namens_de_huurder_tekende(wereld):
    zaak = geef_door(wereld, machtiging=GEMACHTIGDE)
    gezien = zie(wereld, "anna", zaak)
    with wereld.als("anna"):
        vorige = verhuizingen.doorgegeven(gezien)
    assert vorige is not None
    assert vorige.machtiging == GEMACHTIGDE


def test_in_behandeling_is_er_niets_meer_te_wijzigen(wereld):
    zaak = in_behandeling(wereld)
    assert zie(wereld, "anna", zaak).handelingen == ()
    with wereld.als("anna"):
        with pytest.raises(Geweigerd):
            verhuizingen.geef_door(VERHUIZING, uuid4(), zaak)
        with pytest.raises(Geweigerd):
            verhuizingen.trek_in(zaak, "Het gaat niet door.")
    assert velden(wereld, "eva", zaak, "verhuizing")["naam_huurder"] == "R. Vink"


@pytest.mark.eis("HEE-3.8")
def test_intrekken_vernietigt_bij_de_gemeente(wereld):
    zaak = geef_door(wereld)
    with wereld.als("anna"):
        with pytest.raises(Ongeldig):
            verhuizingen.trek_in(zaak, " ")
        verhuizingen.geef_door(VERHUIZING, uuid4(), zaak)
        verhuizingen.trek_in(zaak, "De huurder blijft.")
    gezien = zie(wereld, "eva", zaak)
    assert (gezien.stap, gezien.label) == ("verhuizing_ingetrokken", "")
    assert [s.gelezen for s in gezien.stukken] == [None, None]
    with wereld.als("anna"), pytest.raises(Geweigerd):
        verhuizingen.trek_in(zaak, "Nog eens.")
    assert geteld(wereld) == {"ingetrokken": 1}


@pytest.mark.eis("HEE-OW.7")
def test_verwerkt_is_alles_wat_de_corporatie_hoort(wereld):
    zaak = in_behandeling(wereld)
    with wereld.als("eva"):
        verhuizingen.verwerk(zaak)
    gezien = zie(wereld, "anna", zaak)
    assert gezien.stap == "verhuizing_verwerkt"
    assert [s.gelezen.gegevensset for s in gezien.stukken if s.gelezen] == ["verhuizing"]
    assert [(s.handeling, s.eigen) for s in gezien.spoor] == [
        ("verhuizing_doorgeven", True),
        ("verhuizing_behandelen", False),
        ("verhuizing_verwerken", False),
    ]
    with wereld.als("anna"):
        assert [r.zaak_id for r in werklijst.werklijst(Lijst(GESLOTEN))] == [zaak]
    with wereld.als("eva"), pytest.raises(Geweigerd):
        verhuizingen.verwerk(zaak)
    assert geteld(wereld) == {"verwerkt": 1}


@pytest.mark.eis("HEE-5.9.weigering", "HEE-OW.7")
def test_weigeren_zegt_waarom_en_telt_een_keer(wereld):
    zaak, kenmerk = in_behandeling(wereld), uuid4()
    with wereld.als("eva"):
        with pytest.raises(Geweigerd):
            verhuizingen.weiger(zaak, "  ", uuid4())
        for _ in range(2):
            verhuizingen.weiger(zaak, "De handtekening klopt niet.", kenmerk)
    assert velden(wereld, "anna", zaak, "verhuizing_weigering") == {
        "reden_weigering": "De handtekening klopt niet."
    }
    assert zie(wereld, "anna", zaak).stap == "verhuizing_geweigerd"
    assert geteld(wereld) == {"geweigerd": 1}


def test_eerst_in_behandeling_dan_een_uitkomst(wereld):
    zaak = geef_door(wereld)
    assert zie(wereld, "eva", zaak).handelingen == ("verhuizing_behandelen",)
    with wereld.als("eva"):
        with pytest.raises(Geweigerd):
            verhuizingen.verwerk(zaak)
        with pytest.raises(Geweigerd):
            verhuizingen.weiger(zaak, "Zomaar.", uuid4())
        assert [r.zaak_id for r in werklijst.werklijst(Lijst(AAN_ZET))] == [zaak]
        verhuizingen.behandel(zaak)
        # No report may stay without an outcome: it stays on the list until there is one.
        assert [r.zaak_id for r in werklijst.werklijst(Lijst(AAN_ZET))] == [zaak]
        verhuizingen.verwerk(zaak)
        assert werklijst.werklijst(Lijst(AAN_ZET)) == []


@pytest.mark.parametrize("naam", ["carla", "frits", "ina", "hugo"])
def test_de_zaak_van_een_ander_is_er_niet(wereld, naam):
    zaak = in_behandeling(wereld)
    daden: tuple[Callable[[int], object], ...] = (
        lambda zaak: verhuizingen.geef_door(VERHUIZING, uuid4(), zaak),
        lambda zaak: verhuizingen.trek_in(zaak, "Weg."),
        verhuizingen.behandel,
        verhuizingen.verwerk,
        lambda zaak: verhuizingen.weiger(zaak, "Nee.", uuid4()),
    )
    for daad in daden:
        for nummer in (zaak, 999_999):
            with wereld.als(naam), pytest.raises(NietGevonden):
                daad(nummer)


def test_de_corporatie_beslist_niet_en_de_gemeente_geeft_niet_door(wereld):
    zaak = in_behandeling(wereld)
    with wereld.als("anna"), pytest.raises(Geweigerd):
        verhuizingen.verwerk(zaak)
    with wereld.als("eva"), pytest.raises(Geweigerd):
        verhuizingen.geef_door(VERHUIZING, uuid4())


def test_twee_mensen_beslissen_tegelijk_een_van_de_twee_geldt(vaste_wereld):
    """One processes while the other refuses, in two connections: one outcome, counted once."""
    zaak = in_behandeling(vaste_wereld)

    uitslagen = tegelijk(
        vaste_wereld,
        ("eva", lambda: verhuizingen.verwerk(zaak)),
        ("eva", lambda: verhuizingen.weiger(zaak, "Nee.", uuid4())),
    )
    assert sum(isinstance(uitslag, Geweigerd) for uitslag in uitslagen) == 1
    stap = zie(vaste_wereld, "anna", zaak).stap
    assert stap == ("verhuizing_verwerkt" if isinstance(uitslagen[1], Geweigerd) else "verhuizing_geweigerd")
    assert sum(geteld(vaste_wereld).values()) == 1
