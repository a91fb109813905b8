"""A bailiff or judge who came too early takes away neither the report nor the wijkteam's own work."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from convenant.poort import dossier
from convenant.poort.handeling import Geweigerd, NietGevonden
from convenant.poort.zaken import eigen_toegang, zaak_van
from convenant.tijd import stel_in, vandaag
from huisuitzetting.achterstand import huren
from huisuitzetting.melding import handelingen as melding
from huisuitzetting.ontruiming import handelingen as rechtsgang
from huisuitzetting.wijkteam import handelingen, terugkoppeling
from tests.huisuitzetting import verhaal
from tests.huisuitzetting.huur import MELDER
from tests.huisuitzetting.recht import SWT, TEAMLEIDER, stap
from tests.huisuitzetting.wijkteam import beoordeeld, in_behandeling, op_wachtlijst
from tests.schermen.klant import log_in
from tests.wereld import NU, Wereld

NEMEN = "in_behandeling_nemen"


def te_vroeg(wereld: Wereld, zaak: int) -> int:
    with wereld.als(MELDER):
        return rechtsgang.leg_deurwaarder_te_vroeg_vast(zaak, vandaag(), "Spoed.", uuid4())


def neem(wereld: Wereld, zaak: int) -> int:
    with wereld.als(SWT):
        return handelingen.neem_in_behandeling(zaak, "", uuid4())


@pytest.mark.eis("HAA-2.2.1", "HAA-3.4", "HAA-3.7")
@pytest.mark.parametrize("tot_hier", [verhaal.gemeld, beoordeeld, op_wachtlijst])
def test_na_een_te_vroege_deurwaarder_neemt_het_wijkteam_de_zaak_nog_op(haarlem: Wereld, tot_hier) -> None:
    zaak = te_vroeg(haarlem, tot_hier(haarlem))
    with haarlem.als(SWT):
        assert terugkoppeling.stand(zaak)["in_behandeling"] == "nog_niet"
    with haarlem.als(MELDER):
        eigen = eigen_toegang(zaak_van(zaak))
    neem(haarlem, zaak)
    assert stap(haarlem, zaak, SWT) == "deurwaarder"
    with haarlem.als(MELDER):  # to whom nothing of it shows (HAA-B2.6.b)
        daarna = eigen_toegang(zaak_van(zaak))
        assert (daarna.stap, daarna.wijziging) == ("deurwaarder", eigen.wijziging)
    with haarlem.als(SWT):
        assert terugkoppeling.stand(zaak)["in_behandeling"] == "ja"
    with pytest.raises(Geweigerd) as weigering:
        neem(haarlem, zaak)
    assert [reden.feit for reden in weigering.value.redenen] == ["nog_niet_beslist"]


@pytest.mark.eis("HAA-3.7")
def test_wat_het_wijkteam_niet_opnam_neemt_het_ook_dan_niet_op(haarlem: Wereld) -> None:
    zaak = beoordeeld(haarlem)
    with haarlem.als(SWT):
        handelingen.neem_niet_in_behandeling(zaak)
    te_vroeg(haarlem, zaak)
    with pytest.raises(Geweigerd):
        neem(haarlem, zaak)
    with haarlem.als(SWT):
        assert terugkoppeling.stand(zaak)["in_behandeling"] == "nee"


@pytest.mark.eis("HAA-2.2.1")
def test_de_knop_is_er_tot_het_wijkteam_besliste(haarlem: Wereld) -> None:
    open_, genomen = beoordeeld(haarlem), in_behandeling(haarlem, contractnummer="H-2")
    client = log_in(haarlem, SWT)
    for zaak, knop in ((te_vroeg(haarlem, open_), True), (te_vroeg(haarlem, genomen), False)):
        pagina = client.get(reverse("zaak", args=["haarlem", zaak])).content.decode()
        assert (reverse("zaakhandeling", args=["haarlem", zaak, NEMEN]) in pagina) is knop
        # Who reported once has no button to do so again.
        eigen = log_in(haarlem, MELDER).get(reverse("zaak", args=["haarlem", zaak])).content.decode()
        assert "melden_achterstand" not in eigen


@pytest.mark.eis("HAA-3.4.afwijking", "HAA-3.4", "HAA-B4.2", "HAA-B4.7")
def test_wie_bij_de_rechter_alsnog_meldt_vertelt_het_wijkteam_wat_de_teamleider_al_weet(
    haarlem: Wereld,
) -> None:
    huur = verhaal.herinnerd(haarlem)
    with haarlem.als(MELDER):
        zaak = huren.geef(huur).zaak_id
    assert zaak
    te_vroeg(haarlem, zaak)
    with haarlem.als(MELDER):
        rechtsgang.dagvaard(zaak, vandaag(), "De huurder is onvindbaar.", uuid4())
    assert afwijkingen_bij(haarlem, TEAMLEIDER, zaak) == ["deurwaarder_te_vroeg", "rechter_te_vroeg"]
    with haarlem.als(SWT), pytest.raises(NietGevonden):
        handelingen.neem_in_behandeling(zaak, "", uuid4())
    with haarlem.als(MELDER):
        assert huren.nu_te_doen(huren.geef(huur)).te_doen == "melden"
    kenmerk = uuid4()
    for _ in range(2):
        with stel_in(NU + timedelta(days=1)), haarlem.als(MELDER):
            melding.meld_achterstand(huur, kenmerk)
    assert stap(haarlem, zaak) == "dagvaarding"
    assert afwijkingen_bij(haarlem, SWT, zaak) == ["deurwaarder_te_vroeg", "rechter_te_vroeg"]
    assert afwijkingen_bij(haarlem, TEAMLEIDER, zaak) == ["deurwaarder_te_vroeg", "rechter_te_vroeg"]
    with stel_in(NU + timedelta(days=1)):
        neem(haarlem, zaak)
    assert stap(haarlem, zaak) == "dagvaarding"


def afwijkingen_bij(wereld: Wereld, wie: str, zaak: int) -> list[str]:
    """The deviations of which this persona holds a copy."""
    with wereld.als(wie):
        stukken = [stuk.gelezen for stuk in dossier.lees_zaak(zaak).stukken if stuk.gelezen]
    return sorted(
        str(kopie.waarde("soort_afwijking")) for kopie in stukken if kopie.gegevensset == "afwijking"
    )
