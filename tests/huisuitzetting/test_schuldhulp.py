"""Debt counselling through gate and database: what each party hears of it, and above all what the corporatie never does."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest

from convenant.partijen import rechten
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig
from convenant.termijnen.models import Klok
from convenant.tijd import stel_in, vandaag
from huisuitzetting.models import Beoordeling
from huisuitzetting.schuldhulp import handelingen as schuldhulp
from huisuitzetting.schuldhulp.handelingen import Inventarisatie
from huisuitzetting.wijkteam import hulp
from tests.huisuitzetting import verhaal_geld as verhaal
from tests.huisuitzetting.huur import ANDER, MELDER
from tests.huisuitzetting.test_betaling import klokstanden, regeling_van, sets_van
from tests.huisuitzetting.verhaal_geld import SCHULDHULP, TROUBLESHOOTER, WIJKTEAM
from tests.huisuitzetting.wijkteam import alleen_schuld, meer
from tests.wereld import NU, Wereld
from tests.werelden import SINDS, neem_aan
from tests.zaken import velden, zie

INVENTARISATIE = Inventarisatie(
    [("Energiebedrijf", Decimal(350)), ("Webwinkel", Decimal("1200.50"))], Decimal(1450), date(2026, 11, 23)
)
NIET_VOOR_DE_CORPORATIE = {
    "schuldeisers",
    "bedragen_schulden",
    "inkomen",
    "plan_betaling",
    "plan_schuldaanpak",
    "soort_hulp",
    "budgetbeheer",
    "beschermingsbewind",
}


def velden_van(wereld: Wereld, wie: str, zaak: int) -> set[str]:
    """Every field in every copy that this persona reads."""
    return {
        veld.naam for stuk in zie(wereld, wie, zaak).stukken if stuk.gelezen for veld in stuk.gelezen.velden
    }


def status(wereld: Wereld, wie: str, zaak: int) -> tuple[str, str]:
    gelezen = velden(wereld, wie, zaak, "status_minnelijk_traject")
    assert set(gelezen) == {"status_minnelijk_traject", "datum_status_minnelijk_traject"}
    return gelezen["status_minnelijk_traject"], gelezen["datum_status_minnelijk_traject"]


@pytest.mark.eis("HAA-2.2.2", "HAA-2.2.2.aanbod", "HAA-B4.8", "HAA-B4.8.plan", "HAA-6.1", "HAA-6.1.gereed")
@pytest.mark.parametrize(
    ("gegevensset", "doe", "verwacht"),
    [
        (
            "aanbod_hulp",
            lambda zaak: schuldhulp.bied_hulp_aan(zaak, "budgetbeheer", vandaag(), uuid4()),
            {"soort_hulp": "budgetbeheer", "datum_aanbod_hulp": "2026-11-23"},
        ),
        (
            "plan_schuldhulp",
            lambda zaak: schuldhulp.deel_plan(zaak, "Via de bank.", "Twee grote eerst.", vandaag(), uuid4()),
            {
                "plan_betaling": "Via de bank.",
                "plan_schuldaanpak": "Twee grote eerst.",
                "datum_plan": "2026-11-23",
            },
        ),
        (
            "inventarisatie_gereed",
            lambda zaak: schuldhulp.meld_inventarisatie_gereed(zaak, vandaag(), uuid4()),
            {"datum_inventarisatie": "2026-11-23"},
        ),
    ],
)
def test_wat_sdv_met_het_wijkteam_deelt_ziet_de_corporatie_niet(
    haarlem: Wereld, gegevensset: str, doe: Callable[[int], int], verwacht: dict[str, str]
) -> None:
    zaak = alleen_schuld(haarlem)
    was = zie(haarlem, MELDER, zaak)
    with haarlem.als(SCHULDHULP):
        assert doe(zaak) == zaak
    assert velden(haarlem, WIJKTEAM, zaak, gegevensset) == verwacht
    assert gegevensset not in sets_van(haarlem, MELDER, zaak)
    assert zie(haarlem, MELDER, zaak) == was  # not even that something happened


@pytest.mark.eis("HAA-2.2.2", "HAA-B4.8")
def test_een_dag_die_nog_moet_komen_is_niet_geweest(haarlem: Wereld) -> None:
    zaak, morgen = alleen_schuld(haarlem), vandaag() + timedelta(days=1)
    for daad in (
        lambda: schuldhulp.bied_hulp_aan(zaak, "budgetbeheer", morgen, uuid4()),
        lambda: schuldhulp.deel_plan(zaak, "Zo.", "Zo.", morgen, uuid4()),
        lambda: schuldhulp.meld_inventarisatie_gereed(zaak, morgen, uuid4()),
    ):
        with haarlem.als(SCHULDHULP), pytest.raises(Ongeldig) as fout:
            daad()
        assert set(fout.value.fouten) == {"dag"}


@pytest.mark.eis("HAA-7.1", "HAA-7.2", "HAA-7.2.status")
def test_het_minnelijk_traject_begint_na_geen_regeling_en_ieder_hoort_alleen_de_stand(
    haarlem: Wereld,
) -> None:
    zaak = alleen_schuld(haarlem)
    with haarlem.als(SCHULDHULP), pytest.raises(Geweigerd):
        schuldhulp.start_minnelijk_traject(zaak, vandaag(), uuid4())
    assert "status_minnelijk_traject" not in sets_van(haarlem, MELDER, zaak)
    verhaal.minnelijk(haarlem, zaak)
    for wie in (MELDER, WIJKTEAM):
        assert status(haarlem, wie, zaak) == ("gestart", "2026-11-23")
    assert zie(haarlem, SCHULDHULP, zaak).stap == "minnelijk_traject"
    assert not velden_van(haarlem, MELDER, zaak) & NIET_VOOR_DE_CORPORATIE


@pytest.mark.eis("HAA-7.1")
@pytest.mark.parametrize("wie", [WIJKTEAM, MELDER])
def test_alleen_sdv_start_het_minnelijk_traject(haarlem: Wereld, wie: str) -> None:
    zaak = verhaal.geen_regeling(haarlem, alleen_schuld(haarlem))
    with haarlem.als(wie), pytest.raises(Geweigerd):
        schuldhulp.start_minnelijk_traject(zaak, vandaag(), uuid4())
    assert zie(haarlem, SCHULDHULP, zaak).stap == "geen_regeling"


@pytest.mark.eis("HAA-7.2")
def test_een_stand_die_niet_bij_de_stap_past_gaat_niet_weg(haarlem: Wereld) -> None:
    zaak = verhaal.minnelijk(haarlem, alleen_schuld(haarlem))
    with haarlem.als(SCHULDHULP), pytest.raises(Ongeldig) as fout:
        schuldhulp.koppel_terug(zaak, "geslaagd", vandaag(), uuid4())
    assert set(fout.value.fouten) == {"status"}
    with stel_in(NU + timedelta(hours=1)):
        with haarlem.als(SCHULDHULP):
            schuldhulp.koppel_terug(zaak, "gestart", vandaag() - timedelta(days=1), uuid4())
        assert status(haarlem, MELDER, zaak) == ("gestart", "2026-11-22")


@pytest.mark.eis("HAA-7.3", "HAA-7.3.aanbod")
def test_het_aanbod_duurt_ten_hoogste_36_maanden(haarlem: Wereld) -> None:
    zaak = verhaal.minnelijk(haarlem, alleen_schuld(haarlem))
    with haarlem.als(SCHULDHULP), pytest.raises(Geweigerd, match="HAA-7.3"):
        schuldhulp.doe_aanbod(zaak, Decimal("4.50"), 37, uuid4())
    for percentage, maanden, veld in (
        (Decimal(0), 36, "percentage"),
        (Decimal(101), 36, "percentage"),
        (Decimal(4), 0, "maanden"),
    ):
        with haarlem.als(SCHULDHULP), pytest.raises(Ongeldig) as fout:
            schuldhulp.doe_aanbod(zaak, percentage, maanden, uuid4())
        assert set(fout.value.fouten) == {veld}
    verhaal.aanbod(haarlem, zaak)
    assert velden(haarlem, MELDER, zaak, "aanbod") == {
        "prognosepercentage": "4,5 %",
        "looptijd_maanden": 36,
        "datum_aanbod": "2026-11-23",
    }
    assert "aanbod" not in sets_van(haarlem, WIJKTEAM, zaak)


@pytest.mark.eis("HAA-7.4", "HAA-7.4.beoordeling")
def test_akkoord_kan_pas_na_de_beoordeling_en_de_uitkomst_blijft_bij_sdv(haarlem: Wereld) -> None:
    zaak = verhaal.aanbod(haarlem, verhaal.minnelijk(haarlem, alleen_schuld(haarlem)))
    with haarlem.als(MELDER), pytest.raises(Geweigerd, match="HAA-7.4"):
        schuldhulp.aanvaard_aanbod(zaak, uuid4())
    kenmerk = uuid4()
    for _ in range(2):  # the same form twice
        with haarlem.als(SCHULDHULP):
            schuldhulp.meld_beoordeling(
                zaak,
                "SDV betaalt de huur rechtstreeks.",
                kenmerk,
                budgetbeheer=True,
                beschermingsbewind=False,
                budgetbegeleiding=True,
            )
    assert velden(haarlem, MELDER, zaak, "beoordeling_sdv") == {
        "beoordeling_uitgevoerd": True,
        "overeengekomen_voorwaarde": "SDV betaalt de huur rechtstreeks.",
    }
    for wie in (MELDER, WIJKTEAM):
        with haarlem.als(wie):
            assert not Beoordeling.objects.exists()
    with haarlem.als(SCHULDHULP):
        (rij,) = Beoordeling.objects.all()
        assert (rij.budgetbeheer, rij.beschermingsbewind, rij.budgetbegeleiding) == (True, False, True)
    with haarlem.als(MELDER):
        schuldhulp.aanvaard_aanbod(zaak, uuid4())
    assert velden(haarlem, SCHULDHULP, zaak, "akkoord_aanbod") == {"datum_akkoord": "2026-11-23"}


@pytest.mark.eis("HAA-7.3", "HAA-7.3.akkoord")
def test_met_het_akkoord_begint_de_klok_van_36_maanden(haarlem: Wereld) -> None:
    zaak = verhaal.schuldbemiddeling(haarlem, alleen_schuld(haarlem))
    (klok,) = [k for k in zie(haarlem, SCHULDHULP, zaak).klokken if k.termijn == "looptijd_schuldbemiddeling"]
    assert klok.stand == Klok.LOOPT
    assert (klok.vervalt_op - timedelta(seconds=1)).date() == date(2029, 11, 23)
    assert zie(haarlem, SCHULDHULP, zaak).stap == "schuldbemiddeling"
    with stel_in(NU + timedelta(hours=1)):
        with haarlem.als(SCHULDHULP):
            schuldhulp.koppel_terug(zaak, "geslaagd", vandaag(), uuid4())
        assert status(haarlem, WIJKTEAM, zaak) == ("geslaagd", "2026-11-23")


@pytest.mark.eis("HAA-7.3", "HAA-7.3.weigering")
def test_weigeren_vraagt_een_reden_en_dan_kan_er_een_nieuw_aanbod(haarlem: Wereld) -> None:
    zaak = verhaal.aanbod(haarlem, verhaal.minnelijk(haarlem, alleen_schuld(haarlem)))
    with haarlem.als(MELDER), pytest.raises(Geweigerd):
        schuldhulp.weiger_aanbod(zaak, "  ", uuid4())
    with haarlem.als(MELDER):
        schuldhulp.weiger_aanbod(zaak, "Te weinig in te lange tijd.", uuid4())
    assert velden(haarlem, SCHULDHULP, zaak, "weigering_aanbod") == {
        "datum_weigering": "2026-11-23",
        "reden_weigering": "Te weinig in te lange tijd.",
    }
    assert "weigering_aanbod" not in sets_van(haarlem, WIJKTEAM, zaak)
    with stel_in(NU + timedelta(days=1)):
        with haarlem.als(SCHULDHULP):
            schuldhulp.doe_aanbod(zaak, Decimal(10), 24, uuid4())
        assert velden(haarlem, MELDER, zaak, "aanbod")["prognosepercentage"] == "10 %"


@pytest.mark.eis("HAA-6.4", "HAA-5.1")
def test_de_schuldbemiddeling_komt_in_de_plaats_van_de_regeling(haarlem: Wereld) -> None:
    zaak = verhaal.regeling(haarlem, verhaal.voorstel(haarlem, alleen_schuld(haarlem)))
    assert regeling_van(haarlem, zaak) == "loopt"
    kenmerk = uuid4()
    for _ in range(2):
        with haarlem.als(SCHULDHULP):
            schuldhulp.start_schuldbemiddeling(zaak, vandaag(), kenmerk)
    assert regeling_van(haarlem, zaak) == ""
    assert klokstanden(haarlem, SCHULDHULP, zaak)["looptijd_schuldbemiddeling"] == Klok.LOOPT
    assert status(haarlem, MELDER, zaak) == ("geslaagd", "2026-11-23")


@pytest.mark.eis("HAA-6.4")
def test_wie_de_schuldbemiddeling_niet_mag_starten_laat_de_regeling_staan(haarlem: Wereld) -> None:
    zaak = verhaal.voorstel(haarlem, alleen_schuld(haarlem))
    with haarlem.als(SCHULDHULP), pytest.raises(Geweigerd):  # there is no arrangement yet
        schuldhulp.start_schuldbemiddeling(zaak, vandaag(), uuid4())
    verhaal.regeling(haarlem, zaak)
    for wie in (ANDER, TROUBLESHOOTER):
        with haarlem.als(wie), pytest.raises(NietGevonden):
            schuldhulp.start_schuldbemiddeling(zaak, vandaag(), uuid4())
    assert regeling_van(haarlem, zaak) == "loopt"


@pytest.mark.eis("HAA-7.5", "HAA-7.5.status", "HAA-7.2")
@pytest.mark.parametrize(("besluit", "stap"), [("toegelaten", "wsnp"), ("afgewezen", "wsnp_afgewezen")])
def test_verhaal_van_de_wsnp(haarlem: Wereld, besluit: str, stap: str) -> None:
    """Given a minnelijk traject, when it fails, then SDV asks the court and corporatie and wijkteam hear each stand."""
    zaak = verhaal.minnelijk(haarlem, alleen_schuld(haarlem))
    with haarlem.als(SCHULDHULP), pytest.raises(Geweigerd):  # not before it failed
        schuldhulp.koppel_wsnp_terug(zaak, "verzocht", vandaag(), uuid4())
    with stel_in(NU + timedelta(days=90)):
        verhaal.wsnp(haarlem, zaak, "verzocht")
        for wie in (MELDER, WIJKTEAM):
            assert status(haarlem, wie, zaak) == ("mislukt", "2027-02-21")
            assert velden(haarlem, wie, zaak, "status_wsnp") == {
                "status_wsnp": "verzocht",
                "datum_status_wsnp": "2027-02-21",
            }
    with stel_in(NU + timedelta(days=150)):
        with haarlem.als(SCHULDHULP):
            schuldhulp.koppel_wsnp_terug(zaak, besluit, vandaag(), uuid4())
        for wie in (MELDER, WIJKTEAM):
            assert velden(haarlem, wie, zaak, "status_wsnp")["status_wsnp"] == besluit
        assert zie(haarlem, SCHULDHULP, zaak).stap == stap
        assert not velden_van(haarlem, MELDER, zaak) & NIET_VOOR_DE_CORPORATIE
    with haarlem.als(WIJKTEAM), pytest.raises(Geweigerd):
        schuldhulp.koppel_wsnp_terug(zaak, besluit, vandaag(), uuid4())


def neem_collega_aan(wereld: Wereld) -> str:
    """Somebody else at the same wijkteam."""
    naam = "gemeente/collega"
    aanmelding = rechten.meld_aan(
        neem_aan(wereld, "gemeente", naam),
        wereld.groep("gemeente", "swt"),
        door=wereld.mensen["gemeente/zonder_functie"],
    )
    wereld.autorisaties[naam] = rechten.verleen(aanmelding, door=wereld.mensen["verlener"], van=SINDS)
    return naam


@pytest.mark.eis("HAA-6.1", "HAA-6.1.inventarisatie", "HAA-6.1.gereed", "HAA-2.2.2")
def test_de_schulden_gaan_alleen_naar_de_regievoerder(haarlem: Wereld) -> None:
    collega, kenmerk = neem_collega_aan(haarlem), uuid4()
    zaak = meer(haarlem)
    with haarlem.als(WIJKTEAM):
        hulp.schakel_sdv_in(zaak, uuid4())
    for _ in range(2):  # the same form twice
        with haarlem.als(SCHULDHULP):
            schuldhulp.deel_inventarisatie(zaak, INVENTARISATIE, kenmerk)
    assert velden(haarlem, WIJKTEAM, zaak, "schuldinventarisatie") == {
        "schuldeisers": ["Energiebedrijf", "Webwinkel"],
        "bedragen_schulden": ["€ 350,00", "€ 1.200,50"],
        "inkomen": "€ 1.450,00 per maand",
        "datum_inventarisatie": "2026-11-23",
    }
    assert not {"schuldeisers", "bedragen_schulden", "inkomen"} & velden_van(haarlem, collega, zaak)
    for wie in (WIJKTEAM, collega):
        assert velden(haarlem, wie, zaak, "inventarisatie_gereed") == {"datum_inventarisatie": "2026-11-23"}
    assert not sets_van(haarlem, MELDER, zaak) & {"schuldinventarisatie", "inventarisatie_gereed"}


@pytest.mark.eis("HAA-6.1")
def test_zonder_regievoerder_gaan_de_schulden_nergens_heen(haarlem: Wereld) -> None:
    zaak = alleen_schuld(haarlem)
    with haarlem.als(SCHULDHULP), pytest.raises(Geweigerd, match="HAA-2.2.1"):
        schuldhulp.deel_inventarisatie(zaak, INVENTARISATIE, uuid4())
    assert not sets_van(haarlem, WIJKTEAM, zaak) & {"schuldinventarisatie", "inventarisatie_gereed"}
