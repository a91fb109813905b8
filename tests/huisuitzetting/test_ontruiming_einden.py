"""The last attempt together and how a case ends: who hears it, what is counted, what is refused."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection

from convenant.poort import dossier
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig
from convenant.termijnen.models import Klok
from convenant.tijd import stel_in
from convenant.zaken.models import Telling
from huisuitzetting.achterstand import huren
from huisuitzetting.models import Afwijking, Huurovereenkomst, Procedure
from huisuitzetting.ontruiming import einden, handelingen
from huisuitzetting.ontruiming.einden import Ontruiming
from huisuitzetting.werkafspraken import tellen
from tests.huisuitzetting import verhaal
from tests.huisuitzetting.huur import MELDER
from tests.huisuitzetting.recht import SDV, SWT, TEAMLEIDER, TROUBLESHOOTER, klok, stap, ziet
from tests.wereld import NU, Wereld

SAMEN = ["corporatie", "wijkteam", "schulddienstverlening"]


def weken(aantal: int) -> Any:
    return stel_in(NU + timedelta(weeks=aantal))


def dag(aantal: int) -> date:
    return NU.date() + timedelta(weeks=aantal)


UITGEZET = Ontruiming(dag(12), "huurder_met_kinderen", "huurschuld")


def overleg(wereld: Wereld, zaak: int, wie: str = SWT) -> None:
    with wereld.als(wie):
        einden.leg_overleg_vast(zaak, dag(10), SAMEN, "geen_regeling", uuid4())


@pytest.fixture
def geteld(haarlem: Wereld, als_eigenaar: Callable) -> Callable[[], dict[tuple[str, str], int]]:
    """What was counted of how cases ended, all of it at the corporatie of the case."""
    eigen = f"{haarlem.deelnames['corporatie'].pk}:"

    def tellingen() -> dict[tuple[str, str], int]:
        maten = (tellen.UITZETTING, tellen.SLEUTELS, tellen.VOORKOMEN)
        with als_eigenaar():
            rijen = list(Telling.objects.filter(maat__in=maten).values_list("maat", "waarde", "aantal"))
        assert all(waarde.startswith(eigen) for _, waarde, _ in rijen)
        return {(maat, waarde.removeprefix(eigen)): aantal for maat, waarde, aantal in rijen}

    return tellingen


@pytest.mark.eis("HAA-B4.7", "HAA-B4.7.overleg")
@pytest.mark.parametrize("wie", [MELDER, SWT, SDV])
def test_wie_het_ook_vastlegt_alle_drie_zien_het_overleg(haarlem: Wereld, wie: str) -> None:
    zaak = verhaal.ontruimingsdatum(haarlem)
    with weken(10):
        overleg(haarlem, zaak, wie)
        for lezer in (MELDER, SWT, SDV):
            assert ziet(haarlem, lezer, zaak)["laatste_overleg"] == {
                "datum_overleg": dag(10).isoformat(),
                "deelnemende_partijen": SAMEN,
                "uitkomst_overleg": "geen_regeling",
            }
        assert "laatste_overleg" not in ziet(haarlem, TROUBLESHOOTER, zaak)
        with haarlem.als(TEAMLEIDER), pytest.raises(NietGevonden):
            dossier.lees_zaak(zaak)


@pytest.mark.eis("HAA-B4.7", "HAA-B4.10", "HAA-8.2.uitkomst", "HAA-9.5.3")
def test_ontruimd_na_het_laatste_overleg(haarlem: Wereld, geteld: Callable) -> None:
    zaak = verhaal.ontruimingsdatum(haarlem)
    with weken(12), haarlem.als(MELDER), pytest.raises(Geweigerd) as weigering:
        einden.leg_ontruiming_vast(zaak, UITGEZET, uuid4())
    assert [reden.feit for reden in weigering.value.redenen] == ["gezamenlijk_overleg_gehouden"]
    with weken(10):
        overleg(haarlem, zaak)
    nummer = uuid4()
    with weken(12):
        with haarlem.als(MELDER), pytest.raises(Ongeldig) as fout:
            einden.leg_ontruiming_vast(zaak, replace(UITGEZET, dag=dag(12) - timedelta(days=1)), uuid4())
        assert list(fout.value.fouten) == ["dag"]
        for _ in range(2):
            with haarlem.als(MELDER):
                einden.leg_ontruiming_vast(zaak, UITGEZET, nummer)
        for wie in (SWT, SDV, TROUBLESHOOTER):
            gezien = ziet(haarlem, wie, zaak)
            assert gezien["uitkomst"] == {"uitkomst_zaak": "ontruimd", "datum_uitkomst": dag(12).isoformat()}
            assert "huurder_met_kinderen" not in str(gezien)
        gehaald = klok(haarlem, zaak, "ontruiming")
        assert gehaald
        assert (gehaald.stand, gehaald.verlopen_op) == (Klok.VOLDAAN, None)
    assert stap(haarlem, zaak) == "ontruimd"
    assert geteld() == {("uitzetting", "huurder_met_kinderen:huurschuld"): 1}


@pytest.mark.eis("HAA-B4.7", "HAA-3.4.afwijking")
def test_ontruimd_zonder_overleg_is_een_afwijking_met_reden(haarlem: Wereld) -> None:
    zaak = verhaal.ontruimingsdatum(haarlem)
    with weken(12):
        with haarlem.als(MELDER), pytest.raises(Geweigerd):
            einden.leg_ontruiming_zonder_overleg_vast(zaak, UITGEZET, " ", uuid4())
        with haarlem.als(MELDER):
            einden.leg_ontruiming_zonder_overleg_vast(zaak, UITGEZET, "Het wijkteam kon niet.", uuid4())
        afwijking = ziet(haarlem, TEAMLEIDER, zaak)
        assert afwijking == {
            "afwijking": {
                "soort_afwijking": "ontruiming_zonder_overleg",
                "datum_afwijking": dag(12).isoformat(),
                "reden_afwijking": "Het wijkteam kon niet.",
            }
        }
        assert ziet(haarlem, SWT, zaak)["uitkomst"]["uitkomst_zaak"] == "ontruimd"


@pytest.mark.eis("HAA-B4.7")
def test_met_overleg_wijkt_het_niet_af(haarlem: Wereld) -> None:
    zaak = verhaal.ontruimingsdatum(haarlem)
    with weken(10):
        overleg(haarlem, zaak)
    with weken(12), haarlem.als(MELDER), pytest.raises(Ongeldig):
        einden.leg_ontruiming_zonder_overleg_vast(zaak, UITGEZET, "Toch.", uuid4())
    with haarlem.als(MELDER):
        assert not Afwijking.objects.exists()


@pytest.mark.eis("HAA-B4.7")
def test_een_overleg_van_voor_de_deurwaarder_telt_niet(haarlem: Wereld) -> None:
    zaak = verhaal.ontruimingsdatum(haarlem)
    with weken(10):
        overleg(haarlem, zaak)
    with haarlem.als(MELDER):  # called in again, after an arrangement that was broken
        Procedure.objects.filter(zaak=zaak).update(begonnen_op=NU + timedelta(weeks=11))
    with weken(12), haarlem.als(MELDER), pytest.raises(Geweigerd) as weigering:
        einden.leg_ontruiming_vast(zaak, UITGEZET, uuid4())
    assert [reden.feit for reden in weigering.value.redenen] == ["gezamenlijk_overleg_gehouden"]


@pytest.mark.eis("HAA-9.5.3", "HAA-8.2.uitkomst")
def test_sleutels_ingeleverd(haarlem: Wereld, geteld: Callable) -> None:
    zaak = verhaal.vonnis(haarlem)
    with weken(9):
        with haarlem.als(MELDER):
            einden.ontvang_sleutels(zaak, dag(9), uuid4())
        assert ziet(haarlem, SDV, zaak)["uitkomst"]["uitkomst_zaak"] == "sleutels_ingeleverd"
        with haarlem.als(TROUBLESHOOTER), pytest.raises(NietGevonden):
            dossier.lees_zaak(zaak)
        voorbij = klok(haarlem, zaak, "ontruiming")
        assert voorbij
        assert voorbij.stand == Klok.INGETROKKEN
    assert geteld() == {("sleutels", ""): 1}


@pytest.mark.eis("HAA-9.5.3", "HAA-8.2")
def test_voorkomen_op_het_laatst(haarlem: Wereld, geteld: Callable) -> None:
    zaak = verhaal.voorkomen(haarlem)
    assert stap(haarlem, zaak) == "voorkomen"
    for wie in (SWT, SDV, TROUBLESHOOTER):
        assert ziet(haarlem, wie, zaak)["uitkomst"]["uitkomst_zaak"] == "voorkomen"
    assert geteld() == {("voorkomen", ""): 1}
    with haarlem.als(MELDER):
        huur = Huurovereenkomst.objects.get(zaak=zaak)
        lopend = Klok.objects.filter(zaak=zaak, stand__in=Klok.OPEN).values_list("termijn", flat=True)
        assert (huur.te_doen, huur.uiterlijk) == ("", None)
        # What is left is the wijkteam's: feedback is always due.
        assert set(lopend) <= {
            "terugkoppeling",
            "terugkoppeling_vijf_gegevens",
            "voorstel",
            "contact_door_wijkteam",
        }
        huren.sluit(zaak, "afgerond")
    assert stap(haarlem, zaak) == "gesloten"


@pytest.mark.eis("HAA-B4.9")
def test_de_rechter_wijst_af(haarlem: Wereld, geteld: Callable) -> None:
    zaak = verhaal.dagvaarding(haarlem)
    with weken(6), haarlem.als(MELDER):
        einden.leg_afwijzing_vast(zaak, dag(6), uuid4())
    assert stap(haarlem, zaak) == "voorkomen"
    assert ziet(haarlem, SWT, zaak)["uitkomst"] == {
        "uitkomst_zaak": "voorkomen",
        "datum_uitkomst": dag(6).isoformat(),
    }
    assert geteld() == {("voorkomen", ""): 1}


@pytest.mark.eis("HAA-9.5.3")
def test_sleutels_voor_de_melding_hoort_niemand(haarlem: Wereld, geteld: Callable) -> None:
    huur = verhaal.herinnerd(haarlem)
    with haarlem.als(MELDER):
        zaak = Huurovereenkomst.objects.get(pk=huur).zaak_id
        assert zaak
        handelingen.leg_deurwaarder_te_vroeg_vast(zaak, NU.date(), "Spoed.", uuid4())
        einden.ontvang_sleutels(zaak, NU.date(), uuid4())
    assert "uitkomst" not in ziet(haarlem, MELDER, zaak)
    assert stap(haarlem, zaak) == "sleutels_ingeleverd"
    assert geteld() == {("sleutels", ""): 1}


def test_dagen_die_niet_kunnen(haarlem: Wereld) -> None:
    zaak = verhaal.vonnis(haarlem)
    with weken(9):
        for fout in (dag(3) - timedelta(days=1), dag(9) + timedelta(days=1)):
            with haarlem.als(MELDER), pytest.raises(Ongeldig) as ongeldig:
                einden.ontvang_sleutels(zaak, fout, uuid4())
            assert list(ongeldig.value.fouten) == ["dag"]
    assert stap(haarlem, zaak) == "vonnis"


@pytest.mark.eis("HAA-B4.7.overleg")
@pytest.mark.parametrize("wie", [MELDER, SWT, SDV])
def test_het_laatste_overleg_is_na_de_deurwaarder_van_deze_ronde(haarlem: Wereld, wie: str) -> None:
    zaak = verhaal.ontruimingsdatum(haarlem)
    with haarlem.als(MELDER):
        deurwaarder = Procedure.objects.get(zaak=zaak).deurwaarder_op
    with weken(10):
        for dagen in (1, 400):
            te_vroeg = deurwaarder - timedelta(days=dagen)
            with haarlem.als(wie), pytest.raises(Ongeldig) as fout:
                einden.leg_overleg_vast(zaak, te_vroeg, SAMEN, "geen_regeling", uuid4())
            assert set(fout.value.fouten) == {"dag"}
        with haarlem.als(wie):
            assert einden.leg_overleg_vast(zaak, deurwaarder, SAMEN, "geen_regeling", uuid4()) == zaak


def test_wie_de_zaak_niet_heeft_hoort_de_dag_van_de_deurwaarder_niet(haarlem: Wereld) -> None:
    zaak = verhaal.ontruimingsdatum(haarlem)
    with haarlem.als(SWT), connection.cursor() as cursor:
        cursor.execute("select zaak_deurwaarder_op(%s)", [zaak])
        assert cursor.fetchone()[0] is not None
    with haarlem.als("corporatie/melder@ander"), connection.cursor() as cursor:
        cursor.execute("select zaak_deurwaarder_op(%s)", [zaak])
        assert cursor.fetchone()[0] is None
