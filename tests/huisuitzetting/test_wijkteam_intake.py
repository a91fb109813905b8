"""Intake at the wijkteam: known or not, the waiting list in its order, and what nobody else sees of it."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction

from convenant.poort import werklijst
from convenant.poort.dossier import Dossier, lees_zaak
from convenant.poort.grens import beurt
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig
from convenant.poort.zaken import zaak_van
from convenant.tijd import stel_in
from convenant.verstrekkingen.models import Ontvangst
from huisuitzetting.achterstand import huren
from huisuitzetting.models import Regie, Wachtlijstplek
from huisuitzetting.ontruiming import troubleshooter
from huisuitzetting.wijkteam import handelingen, wachtlijst
from huisuitzetting.wijkteam.handelingen import REDENEN
from tests.huisuitzetting.huur import MELDER
from tests.huisuitzetting.verhaal import gemeld, herinnerd
from tests.huisuitzetting.wijkteam import SWT, beoordeeld, op_wachtlijst, teruggekoppeld
from tests.wereld import NU, Wereld

SDV = "gemeente/sdv"
KINDEREN = "huurder_met_kinderen_tot_18"


def lees(wereld: Wereld, wie: str, zaak: int) -> Dossier:
    with wereld.als(wie):
        return lees_zaak(zaak)


def lijsten(wereld: Wereld, wie: str) -> tuple[str, str]:
    """How many cases wait for this persona, and how many for somebody else."""
    with wereld.als(wie):
        aantallen = werklijst.aantallen()
    return aantallen["aan_zet"], aantallen["wacht"]


def opschalen(zaak: int) -> None:
    troubleshooter.schaal_op(zaak, "stagnatie_met_risico", "Wat nu?", uuid4())


def redenen(fout: pytest.ExceptionInfo[Geweigerd]) -> list[str]:
    return [reden.eis for reden in fout.value.redenen]


@pytest.mark.eis("HAA-3.8", "HAA-B2.3")
def test_bekendheid_is_ja_of_nee_en_gaat_naar_niemand(haarlem: Wereld) -> None:
    zaak = gemeld(haarlem)
    kenmerk = uuid4()
    for _ in range(2):
        with haarlem.als(SWT):
            handelingen.controleer_bekendheid(zaak, True, False, kenmerk)
    dossier = lees(haarlem, SWT, zaak)
    assert dossier.stap == "beoordeeld"
    controle = dossier.laatste("bekendheid_controle")
    assert controle
    assert (controle.waarde("bekend_in_stapp"), controle.waarde("bekend_bij_sdv")) == ("ja", "nee")
    assert [stuk.gelezen.gegevensset for stuk in dossier.stukken if stuk.gelezen].count(
        "bekendheid_controle"
    ) == 1
    corporatie = lees(haarlem, MELDER, zaak)
    assert corporatie.laatste("bekendheid_controle") is None
    assert "bekendheid_controleren" not in [spoor.handeling for spoor in corporatie.spoor]


@pytest.mark.eis("HAA-3.8", "HAA-3.8.vraag", "HAA-3.8.antwoord")
def test_sdv_ziet_de_vraag_tot_het_antwoord_er_is(haarlem: Wereld) -> None:
    zaak = gemeld(haarlem)
    with haarlem.als(SDV), pytest.raises(NietGevonden):
        zaak_van(zaak)
    with haarlem.als(SWT), pytest.raises(Geweigerd) as fout:
        handelingen.vraag_bekendheid(zaak, False, uuid4())
    assert "HAA-3.8" in redenen(fout)
    with haarlem.als(SWT):
        handelingen.vraag_bekendheid(zaak, True, uuid4())
    with haarlem.als(SWT), pytest.raises(Ongeldig):
        handelingen.vraag_bekendheid(zaak, True, uuid4())
    met_vraag = lees(haarlem, SDV, zaak)
    assert (met_vraag.eigen_zet, met_vraag.verder) == (True, {"bekendheid_beantwoorden"})
    assert lijsten(haarlem, SDV) == ("1", "0")
    with haarlem.als(MELDER):  # who acts meanwhile takes the question from nobody
        opschalen(zaak)
    assert lees(haarlem, SDV, zaak).eigen_zet
    assert lees(haarlem, SWT, zaak).verder == {"bekendheid_controleren"}
    vraag = met_vraag.laatste("vraag_bekendheid")
    assert vraag
    assert [veld.naam for veld in vraag.velden] == ["naam", "geboortedatum", "adres"]
    with haarlem.als(SDV):
        handelingen.beantwoord_bekendheid(zaak, True, uuid4())
    assert lees(haarlem, SDV, zaak).laatste("vraag_bekendheid") is None
    assert lees(haarlem, SDV, zaak).eigen_zet is False
    assert lijsten(haarlem, SDV) == ("0", "1")
    antwoord = lees(haarlem, SWT, zaak).laatste("antwoord_bekendheid")
    assert antwoord
    assert antwoord.waarde("bekend_bij_sdv") == "ja"
    with haarlem.als(SWT):
        handelingen.controleer_bekendheid(zaak, False, True, uuid4())
    with haarlem.als(SDV), pytest.raises(NietGevonden):
        zaak_van(zaak)


@pytest.mark.eis("HAA-3.8.vraag")
def test_in_een_andere_stap_gaat_er_geen_vraag_meer(haarlem: Wereld) -> None:
    zaak = beoordeeld(haarlem)
    with haarlem.als(SWT), pytest.raises(Geweigerd):
        handelingen.vraag_bekendheid(zaak, True, uuid4())


@pytest.mark.eis("HAA-3.6", "HAA-3.6.voorrang")
def test_wie_voorgaat_staat_bovenaan_en_afwijken_vraagt_een_reden(haarlem: Wereld) -> None:
    eerst = op_wachtlijst(haarlem, contractnummer="H-1")
    with stel_in(NU + timedelta(hours=1)):
        later = op_wachtlijst(haarlem, contractnummer="H-2")
    with stel_in(NU + timedelta(hours=2)):
        kinderen = op_wachtlijst(haarlem, KINDEREN, contractnummer="H-3")
    with haarlem.als(SWT):
        assert [rij.zaak for rij in wachtlijst.wachtenden()] == [kinderen, eerst, later]
        assert [rij.voorrang for rij in wachtlijst.wachtenden()] == [True, False, False]
        assert [wachtlijst.moet_reden(zaak) for zaak in (kinderen, eerst, later)] == [False, True, True]
    with haarlem.als(SWT), pytest.raises(Geweigerd) as fout:
        handelingen.neem_in_behandeling(later, "", uuid4())
    assert redenen(fout) == ["HAA-3.6"]
    with haarlem.als(SWT):
        handelingen.neem_in_behandeling(later, "Morgen wordt de woning afgesloten.", uuid4())
    with haarlem.als(SWT):
        handelingen.neem_in_behandeling(kinderen, "", uuid4())
    with haarlem.als(SWT):
        handelingen.neem_in_behandeling(eerst, "", uuid4())
    with haarlem.als(SWT):
        assert wachtlijst.wachtenden() == []


@pytest.mark.eis("HAA-3.6")
def test_een_eerder_vastgelegde_reden_telt_ook(haarlem: Wereld) -> None:
    op_wachtlijst(haarlem, KINDEREN, contractnummer="H-1")
    later = op_wachtlijst(haarlem, contractnummer="H-2")
    with haarlem.als(SWT), pytest.raises(Ongeldig):
        handelingen.leg_voorrang_vast(later, "", "", uuid4())
    with haarlem.als(SWT):
        handelingen.leg_voorrang_vast(later, "", "Baby op komst.", uuid4())
    with haarlem.als(SWT):
        assert handelingen.neem_in_behandeling(later, "", uuid4()) == later


@pytest.mark.eis("HAA-3.6.voorrang")
def test_voorrang_en_reden_zijn_weg_van_de_lijst_niet_te_lezen(haarlem: Wereld) -> None:
    zaak = op_wachtlijst(haarlem, KINDEREN)
    with haarlem.als(SWT):
        handelingen.leg_voorrang_vast(zaak, "vijfenzestig_plus", "", uuid4())
    voorrang = lees(haarlem, SWT, zaak).laatste("voorrang")
    assert voorrang
    assert voorrang.waarde("voorrangsgroep") == "vijfenzestig_plus"
    with haarlem.als(SWT):
        handelingen.neem_in_behandeling(zaak, "", uuid4())
    dossier = lees(haarlem, SWT, zaak)
    assert dossier.laatste("voorrang") is None
    assert {stuk.dicht.gegevensset for stuk in dossier.stukken if stuk.dicht} == {"voorrang"}
    with haarlem.als(SWT):
        assert not Wachtlijstplek.objects.exists()


@pytest.mark.eis("HAA-3.6")
def test_sluit_de_corporatie_dan_is_de_plek_ook_weg(haarlem: Wereld) -> None:
    zaak = op_wachtlijst(haarlem, KINDEREN)
    with haarlem.als(MELDER):
        huren.sluit(zaak, "betaald")
    with haarlem.als(SWT):
        assert not Wachtlijstplek.objects.exists()


@pytest.mark.eis("HAA-3.7")
def test_niet_in_behandeling_en_sluiten_door_het_wijkteam(haarlem: Wereld) -> None:
    zaak = beoordeeld(haarlem)
    with haarlem.als(SWT):
        handelingen.neem_niet_in_behandeling(zaak)
    assert lees(haarlem, SWT, zaak).stap == "niet_in_behandeling"
    with haarlem.als(SWT), pytest.raises(Geweigerd):
        handelingen.sluit(zaak, "", uuid4())
    teruggekoppeld(haarlem, zaak)
    with haarlem.als(SWT):
        handelingen.sluit(zaak, next(iter(REDENEN)), uuid4())
    assert lees(haarlem, SWT, zaak).stap == "gesloten"


@pytest.mark.eis("HAA-3.6", "HAA-3.8")
def test_de_corporatie_ziet_van_de_intake_niets(haarlem: Wereld) -> None:
    zaak = op_wachtlijst(haarlem, KINDEREN)
    with haarlem.als(MELDER):
        gezien = lees_zaak(zaak)
        eigen = {
            kopie.verstrekking.gegevensset for kopie in Ontvangst.objects.filter(verstrekking__zaak=zaak)
        }
        assert not Wachtlijstplek.objects.exists()
    assert eigen == {"herinneringsbrief", "melding_achterstand"}
    assert gezien.stap == "bij_gemeente"
    assert {spoor.eigen for spoor in gezien.spoor} == {True}


@pytest.mark.eis("HAA-3.6", "HAA-2.2.1")
@pytest.mark.parametrize("soort", [Wachtlijstplek, Regie])
def test_de_database_houdt_het_wijkteam_bij_zijn_eigen_zaken(
    haarlem: Wereld, soort: type[Wachtlijstplek] | type[Regie]
) -> None:
    huur = herinnerd(haarlem, contractnummer="H-2")
    with haarlem.als(MELDER):
        vreemd = huren.geef(huur).zaak_id
    eigen = gemeld(haarlem)
    moment = "ontvangen_op" if soort is Wachtlijstplek else "belegd_op"

    def maak(zaak: int | None) -> None:
        with haarlem.als(SWT), transaction.atomic():
            wie = beurt().wie
            soort(zaak_id=zaak, convenant=wie.convenant, groep_id=wie.groep, **{moment: NU}).save(
                force_insert=True
            )

    with pytest.raises(DatabaseError):
        maak(vreemd)
    maak(eigen)


@pytest.mark.eis("HAA-3.6")
def test_een_reden_geldt_niet_voor_wie_er_later_voor_komt(haarlem: Wereld) -> None:
    op_wachtlijst(haarlem, contractnummer="H-1")
    with stel_in(NU + timedelta(hours=1)):
        later = op_wachtlijst(haarlem, contractnummer="H-2")
    with stel_in(NU + timedelta(hours=2)):
        laatst = op_wachtlijst(haarlem, contractnummer="H-3")  # after it, so it changes nothing
        with haarlem.als(SWT):
            handelingen.leg_voorrang_vast(later, "", "Baby op komst.", uuid4())
    with stel_in(NU + timedelta(days=1)):
        op_wachtlijst(haarlem, contractnummer="H-4")
        with haarlem.als(SWT):
            assert Wachtlijstplek.objects.get(zaak=later).reden_vermeld
        with haarlem.als(SWT):
            handelingen.leg_voorrang_vast(laatst, "vijfenzestig_plus", "", uuid4())
        with haarlem.als(SWT), pytest.raises(Geweigerd) as fout:
            handelingen.neem_in_behandeling(later, "", uuid4())
        assert redenen(fout) == ["HAA-3.6"]
        with haarlem.als(SWT):
            assert handelingen.neem_in_behandeling(later, "Morgen afgesloten.", uuid4()) == later


@pytest.mark.eis("HAA-3.6")
def test_een_reden_geldt_niet_voor_wie_er_met_voorrang_bij_komt(haarlem: Wereld) -> None:
    op_wachtlijst(haarlem, contractnummer="H-1")
    with stel_in(NU + timedelta(hours=1)):
        later = op_wachtlijst(haarlem, contractnummer="H-2")
        with haarlem.als(SWT):
            handelingen.leg_voorrang_vast(later, "", "Baby op komst.", uuid4())
    with stel_in(NU + timedelta(days=1)):
        op_wachtlijst(haarlem, KINDEREN, contractnummer="H-3")
        with haarlem.als(SWT), pytest.raises(Geweigerd):
            handelingen.neem_in_behandeling(later, "", uuid4())


def test_het_nummer_van_een_formulier_is_van_een_zaak(haarlem: Wereld) -> None:
    een, twee = gemeld(haarlem, contractnummer="H-1"), gemeld(haarlem, contractnummer="H-2")
    kenmerk = uuid4()
    with haarlem.als(SWT):
        handelingen.controleer_bekendheid(een, False, False, kenmerk)
    with haarlem.als(SWT):
        assert handelingen.controleer_bekendheid(een, False, False, kenmerk) == een
    with haarlem.als(SWT), pytest.raises(NietGevonden):
        handelingen.controleer_bekendheid(twee, False, False, kenmerk)
