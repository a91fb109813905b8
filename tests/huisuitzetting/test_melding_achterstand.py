"""The handover because of arrears: seven fields, once, after the letter, with the clocks of who is next."""

from datetime import timedelta
from uuid import uuid4

import pytest

from convenant.poort import dossier
from convenant.poort.handeling import Geweigerd, NietGevonden
from convenant.poort.werklijst import werklijst
from convenant.termijnen.models import Klok
from convenant.tijd import stel_in
from convenant.verstrekkingen.models import Verstrekking
from huisuitzetting.achterstand import huren
from huisuitzetting.melding import handelingen as melding
from tests.huisuitzetting.huur import ANDER, HUUR, MELDER, leg_vast
from tests.huisuitzetting.verhaal import gemeld, herinnerd
from tests.wereld import NU, Wereld

SWT = "gemeente/swt"
VAN_WIJKTEAM = {"contact_door_wijkteam", "terugkoppeling", "terugkoppeling_vijf_gegevens", "voorstel"}


def lopend(wereld: Wereld, zaak: int, wie: str) -> dict[str, str]:
    with wereld.als(wie):
        klokken = dossier.lees_zaak(zaak).klokken
    return {klok.termijn: klok.stand for klok in klokken if klok.stand in Klok.OPEN}


@pytest.mark.eis("HAA-B2.1.b", "HAA-2.1.c", "HAA-B4.2")
def test_het_wijkteam_krijgt_de_zeven_gegevens(haarlem: Wereld) -> None:
    zaak = gemeld(haarlem)
    with haarlem.als(SWT) as beurt:
        gelezen = dossier.lees_zaak(zaak)
        kopie = gelezen.laatste("melding_achterstand")
        assert kopie
        assert (
            tuple(veld.naam for veld in kopie.velden)
            == beurt.wie.beleid.gegevensset("melding_achterstand").velden
        )
        assert kopie.waarde("naam") == HUUR.naam
        assert gelezen.eigen_zet
        assert gelezen.label == "Samira Visser, Spaarnelaan 12, 2012 AB Haarlem"
    with haarlem.als(MELDER):
        na = huren.huur_van(huren.zaak_van(zaak))
        assert na
        assert na.zaak
        assert (na.zaak.stap, na.te_doen, na.uiterlijk) == ("gemeld", "", None)


@pytest.mark.eis("HAA-3.5", "HAA-3.7", "HAA-B2.6", "HAA-6.2")
def test_de_klokken_van_het_wijkteam_lopen_vanaf_de_melding(haarlem: Wereld) -> None:
    zaak = gemeld(haarlem)
    assert lopend(haarlem, zaak, SWT) == dict.fromkeys(VAN_WIJKTEAM, Klok.LOOPT)
    with haarlem.als(SWT):
        uiterlijk = {klok.termijn: klok.vervalt_op for klok in dossier.lees_zaak(zaak).klokken}
    # Five working days from Monday end with Monday a week later.
    assert (uiterlijk["terugkoppeling"] - timedelta(seconds=1)).date() == (NU + timedelta(days=7)).date()


@pytest.mark.eis("HAA-2.1.c", "HAA-3.4", "HAA-B4.2")
def test_de_klokken_van_de_corporatie_zijn_gehaald(haarlem: Wereld) -> None:
    huur = herinnerd(haarlem, deurwaarder_op=(NU + timedelta(days=20)).date())
    with haarlem.als(MELDER):
        zaak = huren.geef(huur).zaak_id
    assert zaak
    wachten = {"melden_bij_anderhalve_maand", "melden_voor_deurwaarder", "contact_voor_deurwaarder"}
    assert lopend(haarlem, zaak, MELDER).keys() >= wachten
    with haarlem.als(MELDER):
        melding.meld_achterstand(huur, uuid4())
    assert not lopend(haarlem, zaak, MELDER).keys() & wachten


@pytest.mark.eis("HAA-B2.1", "HAA-3.1")
def test_zonder_brief_of_contact_gaat_er_niets_weg(haarlem: Wereld) -> None:
    huur = leg_vast(haarlem)
    with haarlem.als(MELDER), pytest.raises(Geweigerd) as weigering:
        melding.meld_achterstand(huur, uuid4())
    assert {"HAA-B2.1", "HAA-3.1"} <= {reden.eis for reden in weigering.value.redenen}
    with haarlem.als(MELDER):
        huren.leg_contact_vast(huur, "brief", bereikt=False, gewezen_op_sdv=True, kenmerk=uuid4())
    with haarlem.als(MELDER), pytest.raises(Geweigerd) as weigering:
        melding.meld_achterstand(huur, uuid4())
    redenen = {reden.eis: reden.tekst for reden in weigering.value.redenen}
    assert "Verstuur die brief eerst" in redenen["HAA-B2.1"]
    assert "HAA-3.1" not in redenen
    with haarlem.als(MELDER):
        assert not Verstrekking.objects.exists()
    with haarlem.als(SWT):
        assert not werklijst()


@pytest.mark.eis("HAA-PR10.2")
def test_een_huurder_die_nee_zei_wordt_niet_gemeld(haarlem: Wereld) -> None:
    huur = herinnerd(haarlem, bezwaar_doorgeven=True)
    with haarlem.als(MELDER), pytest.raises(Geweigerd) as weigering:
        melding.meld_achterstand(huur, uuid4())
    assert [reden.eis for reden in weigering.value.redenen] == ["HAA-PR10.2"]


def test_hetzelfde_formulier_is_een_melding(haarlem: Wereld) -> None:
    huur, ander, kenmerk = herinnerd(haarlem), herinnerd(haarlem, contractnummer="H-2"), uuid4()
    with haarlem.als(MELDER):
        zaak = melding.meld_achterstand(huur, kenmerk)
    with stel_in(NU + timedelta(days=1)), haarlem.als(MELDER):
        assert melding.meld_achterstand(huur, kenmerk) == zaak
    with haarlem.als(MELDER):
        assert Verstrekking.objects.filter(gegevensset="melding_achterstand").count() == 1
    with haarlem.als(MELDER), pytest.raises(NietGevonden):
        melding.meld_achterstand(ander, kenmerk)
    with haarlem.als(MELDER), pytest.raises(Geweigerd):
        melding.meld_achterstand(huur, uuid4())


@pytest.mark.eis("HAA-PAR.2")
def test_een_ander_kan_hem_niet_melden_en_ziet_niets(haarlem: Wereld) -> None:
    huur = herinnerd(haarlem)
    for wie in (ANDER, SWT):
        with haarlem.als(wie), pytest.raises(NietGevonden):
            melding.meld_achterstand(huur, uuid4())
    with haarlem.als(MELDER):
        zaak = melding.meld_achterstand(huur, uuid4())
    for wie in (ANDER, "gemeente/sdv", "gemeente/troubleshooter", "corporatie/manager"):
        with haarlem.als(wie), pytest.raises(NietGevonden):
            dossier.lees_zaak(zaak)
