"""The recovery period of fourteen days (HAA-7.6), with the clock set by the test and the machine of production."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from convenant.berichten.models import Bericht
from convenant.poort import klokwerk, werklijst
from convenant.poort.handeling import Geweigerd, Ongeldig
from convenant.poort.lijst import AAN_ZET, Lijst
from convenant.poort.logboek import eerste_breuk
from convenant.poort.models import Logregel
from convenant.termijnen.models import Klok
from convenant.tijd import stel_in, vandaag
from huisuitzetting.schuldhulp import herstel
from tests.huisuitzetting import verhaal_geld as verhaal
from tests.huisuitzetting.huur import MELDER
from tests.huisuitzetting.test_betaling import klokstanden, sets_van
from tests.huisuitzetting.verhaal_geld import SCHULDHULP, WIJKTEAM
from tests.huisuitzetting.wijkteam import alleen_schuld
from tests.wereld import NU, Wereld
from tests.zaken import velden, zie

pytestmark = pytest.mark.eis("HAA-7.6")


def laat_de_klok_werken() -> None:
    """As the beat does, and each clock in a task of its own; twice, for a task may come twice."""
    for klok in klokwerk.werk_bij():
        klokwerk.doe_zelf(klok)
        klokwerk.doe_zelf(klok)


def post(wereld: Wereld, wie: str) -> list[str]:
    """The subjects of the messages that this persona has."""
    with wereld.als(wie):
        return [b.onderwerp for b in Bericht.objects.filter(account=wereld.mensen[wie].account)]


@pytest.fixture
def zaak(haarlem: Wereld) -> int:
    """In the recovery period, since today."""
    return verhaal.hersteltermijn(haarlem, verhaal.schuldbemiddeling(haarlem, alleen_schuld(haarlem)))


@pytest.mark.eis("HAA-7.6.hersteltermijn")
def test_sdv_hoort_beide_datums_en_de_klok_telt_veertien_dagen(haarlem: Wereld, zaak: int) -> None:
    assert velden(haarlem, SCHULDHULP, zaak, "hersteltermijn") == {
        "datum_gemiste_huur": "2026-11-23",
        "datum_herstelbrief": "2026-11-23",
    }
    assert "hersteltermijn" not in sets_van(haarlem, WIJKTEAM, zaak)
    (klok,) = [k for k in zie(haarlem, MELDER, zaak).klokken if k.termijn == "hersteltermijn"]
    assert (klok.vervalt_op - timedelta(seconds=1)).date().isoformat() == "2026-12-07"


@pytest.mark.parametrize(("gemist", "brief", "veld"), [(0, 1, "brief"), (0, -1, "brief")])
def test_een_brief_van_morgen_of_van_voor_de_gemiste_huur_kan_niet(
    haarlem: Wereld, gemist: int, brief: int, veld: str
) -> None:
    zaak = verhaal.schuldbemiddeling(haarlem, alleen_schuld(haarlem))
    dag = vandaag()
    with haarlem.als(MELDER), pytest.raises(Ongeldig) as fout:
        herstel.bied_hersteltermijn(zaak, dag + timedelta(days=gemist), dag + timedelta(days=brief), uuid4())
    assert set(fout.value.fouten) == {veld}
    assert zie(haarlem, SCHULDHULP, zaak).stap == "schuldbemiddeling"


@pytest.mark.eis("HAA-7.6.betaald")
def test_verhaal_op_dag_veertien_betaald(haarlem: Wereld, zaak: int) -> None:
    """Given fourteen days, when the tenant pays on the last of them, then the schuldbemiddeling goes on."""
    with stel_in(NU + timedelta(days=14)):
        laat_de_klok_werken()
        assert zie(haarlem, SCHULDHULP, zaak).stap == "hersteltermijn"
        with haarlem.als(MELDER):
            herstel.meld_betaling(zaak, vandaag(), uuid4())
        assert velden(haarlem, SCHULDHULP, zaak, "huur_alsnog_betaald") == {
            "datum_betaling_huur": "2026-12-07"
        }
        assert klokstanden(haarlem, MELDER, zaak)["hersteltermijn"] == Klok.VOLDAAN
    with stel_in(NU + timedelta(days=20)):
        laat_de_klok_werken()
        assert zie(haarlem, SCHULDHULP, zaak).stap == "schuldbemiddeling"
        verhaal.hersteltermijn(haarlem, zaak)  # missed again: fourteen new days
        opnieuw = [k for k in zie(haarlem, MELDER, zaak).klokken if k.termijn == "hersteltermijn"]
        assert [k.stand for k in opnieuw] == [Klok.LOOPT, Klok.VOLDAAN]


@pytest.mark.eis("HAA-7.6.einde")
def test_verhaal_niet_betaald(haarlem: Wereld, zaak: int) -> None:
    """Given fourteen days, when they pass, then nothing new can begin, and the traject ends when a person at SDV says so."""
    with stel_in(NU + timedelta(days=15)):
        laat_de_klok_werken()
        gezien = zie(haarlem, SCHULDHULP, zaak)
        assert gezien.stap == "te_beeindigen"
        laatste = gezien.spoor[-1]
        assert (laatste.handeling, laatste.eigen) == ("hersteltermijn_verstrijken", False)
        assert laatste.wie.startswith("Vanzelf")
        assert gezien.handelingen[0] == "traject_beeindigen"
        assert "einde_traject" not in sets_van(haarlem, MELDER, zaak)
        with haarlem.als(MELDER), pytest.raises(Geweigerd):  # too late
            herstel.meld_betaling(zaak, vandaag(), uuid4())
        with haarlem.als(MELDER), pytest.raises(Geweigerd):
            herstel.bied_hersteltermijn(zaak, vandaag(), vandaag(), uuid4())
        with haarlem.als(SCHULDHULP):
            assert zaak in [regel.zaak_id for regel in werklijst.werklijst(Lijst(AAN_ZET))]
            regels = Logregel.objects.filter(handeling="hersteltermijn_verstrijken")
        assert any("termijn voorbij" in onderwerp for onderwerp in post(haarlem, SCHULDHULP))
        with haarlem.als(SCHULDHULP):
            herstel.beeindig_traject(zaak, uuid4())
        for wie in (MELDER, WIJKTEAM):
            assert velden(haarlem, wie, zaak, "einde_traject") == {"datum_einde_traject": "2026-12-08"}
        assert klokstanden(haarlem, SCHULDHULP, zaak)["looptijd_schuldbemiddeling"] == Klok.VOLDAAN
        assert zie(haarlem, SCHULDHULP, zaak).stap == "traject_beeindigd"
        assert not regels.exists()  # nobody's own line, but the chain has it
        assert eerste_breuk(haarlem.convenant.pk) == ""


def test_de_klok_zelf_beeindigt_geen_traject(haarlem: Wereld, zaak: int) -> None:
    for dagen in (15, 16, 100):
        with stel_in(NU + timedelta(days=dagen)):
            laat_de_klok_werken()
    with stel_in(NU + timedelta(days=100)):
        assert zie(haarlem, SCHULDHULP, zaak).stap == "te_beeindigen"
        with haarlem.als(MELDER), pytest.raises(Geweigerd):
            herstel.beeindig_traject(zaak, uuid4())


def test_de_corporatie_wordt_drie_dagen_van_tevoren_een_keer_gewaarschuwd(haarlem: Wereld, zaak: int) -> None:
    def waarschuwingen() -> int:
        return sum("loopt bijna af" in onderwerp for onderwerp in post(haarlem, MELDER))

    voor = waarschuwingen()
    with stel_in(NU + timedelta(days=11)):
        laat_de_klok_werken()
        laat_de_klok_werken()
        assert waarschuwingen() == voor + 1


def test_na_het_einde_van_het_convenant_doet_de_klok_niets(haarlem: Wereld, zaak: int) -> None:
    haarlem.convenant.einde = (NU + timedelta(days=1)).date()
    haarlem.convenant.save()
    with stel_in(NU + timedelta(days=15)):
        laat_de_klok_werken()
    haarlem.convenant.einde = None
    haarlem.convenant.save()
    assert zie(haarlem, SCHULDHULP, zaak).stap == "hersteltermijn"


def test_een_brief_van_vier_dagen_oud_laat_de_huurder_te_weinig_dagen(haarlem: Wereld) -> None:
    zaak = verhaal.schuldbemiddeling(haarlem, alleen_schuld(haarlem))
    dag = vandaag()
    with haarlem.als(MELDER), pytest.raises(Ongeldig) as fout:
        herstel.bied_hersteltermijn(zaak, dag - timedelta(days=9), dag - timedelta(days=4), uuid4())
    assert set(fout.value.fouten) == {"brief"}
    with haarlem.als(MELDER), pytest.raises(Ongeldig) as fout:
        herstel.bied_hersteltermijn(zaak, date(1985, 3, 4), dag, uuid4())
    assert set(fout.value.fouten) == {"gemist"}
    with haarlem.als(MELDER):
        assert herstel.bied_hersteltermijn(zaak, dag - timedelta(days=9), dag - timedelta(days=3), uuid4())


@pytest.mark.eis("HAA-7.6.betaald")
def test_een_betaling_ligt_na_de_gemiste_huur_en_binnen_veertien_dagen(haarlem: Wereld, zaak: int) -> None:
    for dagen in (-1, 1):
        with haarlem.als(MELDER), pytest.raises(Ongeldig) as fout:
            herstel.meld_betaling(zaak, vandaag() + timedelta(days=dagen), uuid4())
        assert set(fout.value.fouten) == {"dag"}
    with stel_in(NU + timedelta(days=15)):  # and the clock has not worked yet
        with haarlem.als(MELDER), pytest.raises(Ongeldig) as fout:
            herstel.meld_betaling(zaak, vandaag() - timedelta(days=2), uuid4())
        assert set(fout.value.fouten) == {""}
        laat_de_klok_werken()
        assert zie(haarlem, SCHULDHULP, zaak).stap == "te_beeindigen"
