"""Bailiff, judge and the day of eviction through gate and database: who hears what, and what is refused."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from convenant.poort import dossier
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig
from convenant.termijnen.models import Klok
from convenant.tijd import stel_in, vandaag
from convenant.zaken.models import Toegang
from huisuitzetting.achterstand import huren
from huisuitzetting.betaling import handelingen as betaling
from huisuitzetting.betaling.afspraken import Regeling
from huisuitzetting.melding import handelingen as melding
from huisuitzetting.models import Afwijking, Huurovereenkomst, Procedure
from huisuitzetting.ontruiming import einden, handelingen, lijst, troubleshooter
from tests.huisuitzetting import verhaal
from tests.huisuitzetting.huur import ANDER, MELDER, MET_REGELING, leg_vast
from tests.huisuitzetting.recht import SDV, SWT, TEAMLEIDER, TROUBLESHOOTER, klok, stap, ziet
from tests.wereld import NU, Wereld

VANDAAG = NU.date()


def weken(aantal: int) -> Any:
    return stel_in(NU + timedelta(weeks=aantal))


def dag(aantal: int) -> date:
    return VANDAAG + timedelta(weeks=aantal)


def als(wereld: Wereld, doe: Callable[..., int], *delen: object, wie: str = MELDER) -> int:
    with wereld.als(wie):
        return doe(*delen, uuid4())


@pytest.mark.eis("HAA-3.4", "HAA-3.4.aankondiging")
def test_het_wijkteam_hoort_wanneer_de_deurwaarder_komt_en_niet_meer(haarlem: Wereld) -> None:
    zaak = verhaal.gemeld(haarlem)
    for te_vroeg in (dag(0) - timedelta(days=1), dag(2) - timedelta(days=1)):
        with pytest.raises(Ongeldig) as fout:
            als(haarlem, handelingen.kondig_deurwaarder_aan, zaak, te_vroeg)
        assert list(fout.value.fouten) == ["dag"]
    als(haarlem, handelingen.kondig_deurwaarder_aan, zaak, dag(2))
    als(haarlem, handelingen.kondig_deurwaarder_aan, zaak, dag(3))
    assert ziet(haarlem, SWT, zaak)["aankondiging_deurwaarder"] == {
        "geplande_datum_deurwaarder": dag(3).isoformat()
    }
    with haarlem.als(MELDER):
        assert Huurovereenkomst.objects.get(zaak=zaak).deurwaarder_op == dag(3)
    assert stap(haarlem, zaak) == "bij_gemeente"
    with haarlem.als(SDV), pytest.raises(NietGevonden):
        dossier.lees_zaak(zaak)


@pytest.mark.eis("HAA-2.1.c", "HAA-3.4")
def test_naar_de_deurwaarder_kan_twee_weken_na_de_melding(haarlem: Wereld) -> None:
    zaak = verhaal.gemeld(haarlem)
    with stel_in(NU + timedelta(days=13)):
        for op in (dag(2) - timedelta(days=1), VANDAAG):
            with pytest.raises(Geweigerd) as weigering:
                als(haarlem, handelingen.schakel_deurwaarder_in, zaak, op)
            assert [reden.feit for reden in weigering.value.redenen] == ["twee_weken_na_contact_of_regeling"]
    with weken(2):
        # Written down later, the day itself is what counts.
        with pytest.raises(Geweigerd):
            als(haarlem, handelingen.schakel_deurwaarder_in, zaak, dag(2) - timedelta(days=1))
        als(haarlem, handelingen.schakel_deurwaarder_in, zaak, dag(2))
        assert stap(haarlem, zaak) == "deurwaarder"
        verwacht = {"stap_procedure": "deurwaarder", "datum_procedure": dag(2).isoformat()}
        assert ziet(haarlem, SWT, zaak)["stand_procedure"] == verwacht
        assert ziet(haarlem, SDV, zaak) == {"stand_procedure": verwacht}


@pytest.mark.eis("HAA-3.4", "HAA-B4.5")
def test_naast_een_regeling_die_loopt_hoeft_geen_contact(haarlem: Wereld) -> None:
    huur = verhaal.herinnerd(haarlem, **MET_REGELING)
    with haarlem.als(MELDER):
        zaak = Huurovereenkomst.objects.get(pk=huur).zaak_id
    assert zaak
    als(haarlem, handelingen.schakel_deurwaarder_in, zaak, VANDAAG)
    assert stap(haarlem, zaak) == "deurwaarder"
    assert "stand_procedure" not in ziet(haarlem, MELDER, zaak)
    with haarlem.als(SWT), pytest.raises(NietGevonden):
        dossier.lees_zaak(zaak)


@pytest.mark.eis("HAA-3.4", "HAA-3.4.afwijking")
def test_te_vroeg_blijft_waar_en_gaat_naar_wijkteam_en_teamleider(haarlem: Wereld) -> None:
    zaak = verhaal.gemeld(haarlem)
    with haarlem.als(MELDER), pytest.raises(Geweigerd) as weigering:
        handelingen.leg_deurwaarder_te_vroeg_vast(zaak, VANDAAG, "  ", uuid4())
    assert [reden.feit for reden in weigering.value.redenen] == ["afwijking_met_reden"]
    nummer = uuid4()
    for _ in range(2):
        with haarlem.als(MELDER):
            handelingen.leg_deurwaarder_te_vroeg_vast(zaak, VANDAAG, "De huurder vertrekt.", nummer)
    afwijking = {
        "soort_afwijking": "deurwaarder_te_vroeg",
        "datum_afwijking": VANDAAG.isoformat(),
        "reden_afwijking": "De huurder vertrekt.",
    }
    assert ziet(haarlem, TEAMLEIDER, zaak) == {"afwijking": afwijking}
    assert ziet(haarlem, SWT, zaak)["afwijking"] == afwijking
    assert "afwijking" not in ziet(haarlem, SDV, zaak)
    with haarlem.als(MELDER):
        assert Afwijking.objects.get().verstuurd_op is not None
    assert stap(haarlem, zaak) == "deurwaarder"


@pytest.mark.eis("HAA-3.4", "HAA-B4.2")
def test_voor_de_melding_hoort_niemand_het_en_daarna_alsnog(haarlem: Wereld) -> None:
    huur = verhaal.herinnerd(haarlem)
    with haarlem.als(MELDER):
        zaak = Huurovereenkomst.objects.get(pk=huur).zaak_id
    assert zaak
    with haarlem.als(MELDER):
        handelingen.leg_deurwaarder_te_vroeg_vast(zaak, VANDAAG, "Spoed.", uuid4())
        assert Afwijking.objects.get().verstuurd_op is None
    for wie in (SWT, TEAMLEIDER):
        with haarlem.als(wie), pytest.raises(NietGevonden):
            dossier.lees_zaak(zaak)
    with haarlem.als(MELDER):
        melding.meld_achterstand(huur, uuid4())
    assert ziet(haarlem, SWT, zaak)["afwijking"]["reden_afwijking"] == "Spoed."
    assert set(ziet(haarlem, TEAMLEIDER, zaak)) == {"afwijking"}


@pytest.mark.eis("HAA-3.4", "HAA-2.2.3", "HAA-6.4", "HAA-B4.7")
def test_voor_de_melding_gaat_er_niets_naar_de_gemeente(haarlem: Wereld) -> None:
    huur = verhaal.herinnerd(haarlem)
    with haarlem.als(MELDER):
        zaak = huren.geef(huur).zaak_id
        assert zaak
        handelingen.leg_deurwaarder_te_vroeg_vast(zaak, VANDAAG, "Spoed.", uuid4())
        daden: list[Callable[[], int]] = [
            lambda: troubleshooter.schaal_op(zaak, "stagnatie_met_risico", "Wat nu?", uuid4()),
            lambda: einden.leg_overleg_vast(zaak, VANDAAG, ["corporatie"], "regeling", uuid4()),
            lambda: betaling.tref_regeling(zaak, Regeling(Decimal(50), 22, dag(1)), "", uuid4()),
        ]
        for doe in daden:
            with pytest.raises(Ongeldig) as fout:
                doe()
            assert "nog niet bij het wijkteam gemeld" in fout.value.fouten[""]
    for wie in (SWT, SDV, TROUBLESHOOTER):
        with haarlem.als(wie), pytest.raises(NietGevonden):
            dossier.lees_zaak(zaak)


@pytest.mark.eis("HAA-B4.2", "HAA-B2.1", "HAA-3.1")
def test_een_te_vroege_deurwaarder_neemt_contact_brief_en_melding_niet_weg(haarlem: Wereld) -> None:
    huur = leg_vast(haarlem, schuld=Decimal(1100))
    with haarlem.als(MELDER):
        zaak = huren.leg_contact_vast(huur, "brief", bereikt=False, gewezen_op_sdv=False, kenmerk=uuid4())
        handelingen.leg_deurwaarder_te_vroeg_vast(zaak, VANDAAG, "Spoed.", uuid4())
        assert huren.geef(huur).te_doen == "brief"
        with pytest.raises(Geweigerd):
            melding.meld_achterstand(huur, uuid4())
        huren.leg_brief_vast(huur, "Herinnering 2026", VANDAAG, uuid4())
        te_melden = huren.geef(huur)
        assert (te_melden.te_doen, te_melden.uiterlijk) == ("melden", VANDAAG - timedelta(weeks=2))
    loopt = klok(haarlem, zaak, "wijzen_op_sdv")
    assert loopt
    assert loopt.stand == Klok.LOOPT
    with haarlem.als(MELDER):
        huren.leg_contact_vast(huur, "brief", bereikt=False, gewezen_op_sdv=True, kenmerk=uuid4())
        melding.meld_achterstand(huur, uuid4())
        assert huren.geef(huur).te_doen == ""
    gehaald = klok(haarlem, zaak, "wijzen_op_sdv")
    assert gehaald
    assert gehaald.stand == Klok.VOLDAAN
    assert ziet(haarlem, SWT, zaak).keys() == {"melding_achterstand", "afwijking"}


@pytest.mark.eis("HAA-3.4", "HAA-3.4.afwijking", "HAA-B4.6", "HAA-B4.7")
def test_wie_nooit_meldt_wordt_bij_de_teamleider_bekend_zonder_naam(haarlem: Wereld) -> None:
    huur = leg_vast(haarlem, achterstand_sinds=verhaal.LANG_GELEDEN)
    with haarlem.als(MELDER):
        zaak = huren.leg_contact_vast(huur, "telefoon", bereikt=True, gewezen_op_sdv=True, kenmerk=uuid4())
    als(haarlem, handelingen.leg_deurwaarder_te_vroeg_vast, zaak, VANDAAG, "Spoed.")
    with haarlem.als(TEAMLEIDER):
        assert not lijst.afwijkingen()
    als(haarlem, handelingen.dagvaard, zaak, VANDAAG, "")
    assert ziet(haarlem, TEAMLEIDER, zaak) == {
        "afwijking": {
            "soort_afwijking": "deurwaarder_te_vroeg",
            "datum_afwijking": VANDAAG.isoformat(),
            "reden_afwijking": "Spoed.",
        }
    }
    als(haarlem, handelingen.leg_vonnis_vast, zaak, VANDAAG)
    als(haarlem, handelingen.leg_ontruimingsdatum_vast, zaak, dag(4))
    with weken(4):
        uitgezet = einden.Ontruiming(vandaag(), "alleenstaande", "huurschuld")
        als(haarlem, einden.leg_ontruiming_zonder_overleg_vast, zaak, uitgezet, "Haast.")
        assert ziet(haarlem, TEAMLEIDER, zaak)["afwijking"]["soort_afwijking"] == "ontruiming_zonder_overleg"
        with haarlem.als(TEAMLEIDER):
            assert [gemeld.zaak for gemeld in lijst.afwijkingen()] == [zaak, zaak]
            assert Toegang.objects.get(content_object=zaak).label == ""
        for wie in (SWT, SDV):
            with haarlem.als(wie), pytest.raises(NietGevonden):
                dossier.lees_zaak(zaak)


@pytest.mark.eis("HAA-3.4")
def test_wat_niet_afwijkt_is_geen_afwijking(haarlem: Wereld) -> None:
    zaak = verhaal.gemeld(haarlem)
    with weken(2), haarlem.als(MELDER), pytest.raises(Ongeldig):
        handelingen.leg_deurwaarder_te_vroeg_vast(zaak, dag(2), "Toch.", uuid4())
    for fout in (dag(0) + timedelta(days=1), date(2026, 10, 31)):
        with haarlem.als(MELDER), pytest.raises(Ongeldig) as gemeld:
            handelingen.leg_deurwaarder_te_vroeg_vast(zaak, fout, "Toch.", uuid4())
        assert list(gemeld.value.fouten) == ["dag"]
    with haarlem.als(MELDER):
        assert not Afwijking.objects.exists()
        assert not Procedure.objects.exists()


@pytest.mark.eis("HAA-B4.6")
def test_naar_de_rechter_na_drie_maanden_of_met_een_reden(haarlem: Wereld) -> None:
    zaak = verhaal.deurwaarder(haarlem)  # in arrears since 1 November
    with weken(4):
        with pytest.raises(Ongeldig) as fout:
            als(haarlem, handelingen.dagvaard, zaak, dag(4), "")
        assert list(fout.value.fouten) == ["reden"]
        als(haarlem, handelingen.dagvaard, zaak, dag(4), "De huurder is onvindbaar.")
        afwijking = ziet(haarlem, TEAMLEIDER, zaak)["afwijking"]
        assert afwijking["soort_afwijking"] == "rechter_te_vroeg"
        assert ziet(haarlem, SDV, zaak)["stand_procedure"]["stap_procedure"] == "dagvaarding"


@pytest.mark.eis("HAA-B4.6", "HAA-B4.5.stand")
def test_drie_maanden_is_geen_afwijking_en_haalt_de_klok(haarlem: Wereld) -> None:
    zaak = verhaal.deurwaarder(haarlem, achterstand_sinds=date(2026, 10, 1))
    with weken(6):
        with pytest.raises(Ongeldig):  # the day before three months
            als(haarlem, handelingen.dagvaard, zaak, date(2026, 12, 31), "")
        with stel_in(NU.replace(year=2027, month=1, day=1)):
            als(haarlem, handelingen.dagvaard, zaak, date(2027, 1, 1), "")
        with haarlem.als(MELDER):
            assert not Afwijking.objects.exists()
    gehaald = klok(haarlem, zaak, "naar_de_rechter")
    assert gehaald
    assert gehaald.stand == Klok.VOLDAAN


@pytest.mark.eis("HAA-B4.9", "HAA-B4.10")
def test_na_het_vonnis_telt_vier_weken(haarlem: Wereld) -> None:
    zaak = verhaal.vonnis(haarlem)
    with weken(8):
        loopt = klok(haarlem, zaak, "ontruiming")
        assert loopt
        assert (loopt.stand, loopt.vervalt_op.date()) == (Klok.LOOPT, dag(12))
        assert klok(haarlem, zaak, "ontruiming", SWT) is None
        with pytest.raises(Geweigerd) as weigering:
            als(haarlem, handelingen.leg_ontruimingsdatum_vast, zaak, dag(12) - timedelta(days=1))
        assert [reden.feit for reden in weigering.value.redenen] == ["vier_weken_na_vonnis"]
        with pytest.raises(Ongeldig):
            als(haarlem, handelingen.leg_ontruimingsdatum_vast, zaak, dag(80))
        with haarlem.als(TROUBLESHOOTER), pytest.raises(NietGevonden):
            dossier.lees_zaak(zaak)


@pytest.mark.eis("HAA-8.1", "HAA-8.1.datum", "HAA-B4.7.datum", "HAA-B4.10")
def test_de_ontruimingsdatum_hoort_wie_hem_moet_horen_ook_als_hij_later_wordt(haarlem: Wereld) -> None:
    zaak = verhaal.ontruimingsdatum(haarlem)
    with weken(9):
        assert ziet(haarlem, TROUBLESHOOTER, zaak) == {
            "ontruimingsdatum": {
                "naam": "Samira Visser",
                "adres": "Spaarnelaan 12, 2012 AB Haarlem",
                "telefoonnummer": "06 12345678",
                "datum_vonnis": dag(8).isoformat(),
                "datum_ontruiming": dag(12).isoformat(),
            }
        }
        bericht = klok(haarlem, zaak, "bericht_aan_troubleshooter")
        assert bericht
        assert (bericht.stand, bericht.verlopen_op) == (Klok.VOLDAAN, None)
        for niet_later in (dag(12), dag(12) - timedelta(days=1)):
            with pytest.raises(Ongeldig):
                als(haarlem, handelingen.leg_ontruimingsdatum_vast, zaak, niet_later)
        als(haarlem, handelingen.leg_ontruimingsdatum_vast, zaak, dag(14))
        assert (
            ziet(haarlem, TROUBLESHOOTER, zaak)["ontruimingsdatum"]["datum_ontruiming"] == dag(14).isoformat()
        )
        for wie in (SWT, SDV):
            assert ziet(haarlem, wie, zaak)["ontruimingsdatum_wijkteam_en_sdv"] == {
                "datum_ontruiming": dag(14).isoformat()
            }
        telt = klok(haarlem, zaak, "ontruiming", TROUBLESHOOTER)
        assert telt
        assert (telt.stand, telt.vervalt_op.date()) == (Klok.LOOPT, dag(14))


@pytest.mark.eis("HAA-8.1")
def test_een_huurder_zonder_telefoon_houdt_het_bericht_niet_tegen(haarlem: Wereld) -> None:
    zaak = verhaal.vonnis(haarlem)
    with haarlem.als(MELDER):
        Huurovereenkomst.objects.filter(zaak=zaak).update(telefoonnummer="")
    with weken(8):
        als(haarlem, handelingen.leg_ontruimingsdatum_vast, zaak, dag(12))
        assert ziet(haarlem, TROUBLESHOOTER, zaak)["ontruimingsdatum"]["telefoonnummer"] == "niet bekend"


def test_dagen_die_niet_kunnen(haarlem: Wereld) -> None:
    zaak = verhaal.dagvaarding(haarlem)
    with weken(5):
        for fout in (dag(4) - timedelta(days=1), dag(5) + timedelta(days=1)):
            with pytest.raises(Ongeldig) as ongeldig:
                als(haarlem, handelingen.leg_vonnis_vast, zaak, fout)
            assert list(ongeldig.value.fouten) == ["dag"]
    assert stap(haarlem, zaak) == "dagvaarding"


def test_hetzelfde_formulier_is_een_daad(haarlem: Wereld) -> None:
    zaak, nummer = verhaal.gemeld(haarlem), uuid4()
    for _ in range(2):
        with weken(3), haarlem.als(MELDER):
            handelingen.schakel_deurwaarder_in(zaak, dag(3), nummer)
    with weken(3), haarlem.als(SDV):
        assert len(dossier.lees_zaak(zaak).stukken) == 1


@pytest.mark.eis("HAA-2.1", "HAA-PAR.2")
def test_alleen_de_corporatie_zelf_zet_deze_stappen(haarlem: Wereld) -> None:
    zaak = verhaal.gemeld(haarlem)
    leg_vast(haarlem, ANDER)
    for wie in (ANDER, SWT, TROUBLESHOOTER):
        with weken(3), haarlem.als(wie), pytest.raises(NietGevonden):
            handelingen.schakel_deurwaarder_in(zaak, dag(3), uuid4())
    assert stap(haarlem, zaak) == "bij_gemeente"
    verhaal.deurwaarder(haarlem, contractnummer="H-2")
    with haarlem.als(MELDER):
        assert Procedure.objects.count() == 1
    for wie in (ANDER, SWT, SDV, TROUBLESHOOTER, TEAMLEIDER):
        with haarlem.als(wie):
            assert not Procedure.objects.exists(), wie
