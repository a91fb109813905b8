"""Requests of an authority: told to the others at once unless forbidden, given after two checks or refused (articles 8, 6.1)."""

from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from convenant.beleid.kalender import AMSTERDAM
from convenant.poort import dossier, poort
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig
from convenant.termijnen.models import Klok
from convenant.tijd import stel_in
from huisuitzetting.privacyreglement import wettelijk
from tests.huisuitzetting import privacy
from tests.huisuitzetting.huur import MELDER
from tests.huisuitzetting.privacy import ANDER, BEVEL, CORPORATIE, GEMEENTE, VANDAAG
from tests.huisuitzetting.recht import klok, stap, ziet
from tests.wereld import NU, Wereld

VERBOD = "Een bevel van de officier van justitie"
KLOKKEN = ("wettelijk_verzoek_direct", "bindend_verzoek")


def verstrek(wereld: Wereld, zaak: int, *, wet: bool = True, wie: bool = True, als: str = CORPORATIE) -> None:
    with wereld.als(als):
        wettelijk.verstrek(zaak, "Er woont een gezin.", uuid4(), wet_gecontroleerd=wet, wie_gecontroleerd=wie)


def licht_in(wereld: Wereld, zaak: int, *, voorbij: bool = True) -> None:
    with wereld.als(CORPORATIE):
        wettelijk.licht_anderen_in(zaak, uuid4(), verbod_voorbij=voorbij)


def standen(wereld: Wereld, zaak: int) -> list[str]:
    rijen = [klok(wereld, zaak, naam, CORPORATIE) for naam in KLOKKEN]
    return [rij.stand for rij in rijen if rij]


@pytest.mark.eis("HAA-PR8.1", "HAA-PR8.2", "HAA-PR8.2.kennisgeving", "HAA-PR8.1.register")
def test_de_anderen_weten_het_meteen_maar_niet_over_wie(haarlem: Wereld) -> None:
    zaak = privacy.bevel(haarlem)
    for wie in (ANDER, GEMEENTE):
        assert ziet(haarlem, wie, zaak) == {
            "kennisgeving_wettelijk_verzoek": {
                "vragende_instantie": BEVEL.instantie,
                "wettelijke_grondslag": BEVEL.grondslag,
                "datum_ontvangst_wettelijk_verzoek": VANDAAG.isoformat(),
            }
        }
        assert privacy.berichten(haarlem, wie) == ["Een instantie vroeg een andere partij om gegevens"]
    direct, bindend = (klok(haarlem, zaak, naam, CORPORATIE) for naam in KLOKKEN)
    assert direct
    assert bindend
    assert (direct.stand, direct.verlopen_op, bindend.stand) == (Klok.VOLDAAN, None, Klok.VOLDAAN)
    assert bindend.vervalt_op == datetime(2026, 12, 1, tzinfo=AMSTERDAM)
    with haarlem.als(MELDER), pytest.raises(NietGevonden):
        dossier.lees_zaak(zaak)


@pytest.mark.eis("HAA-PR8.2")
def test_een_verbod_verbergt_het_geheel_en_stopt_de_klok(haarlem: Wereld) -> None:
    zaak = privacy.bevel(haarlem, grond_verbod=VERBOD)
    for wie in (ANDER, GEMEENTE):
        with haarlem.als(wie), pytest.raises(NietGevonden):
            dossier.lees_zaak(zaak)
        assert privacy.berichten(haarlem, wie) == []
    assert standen(haarlem, zaak) == [Klok.OPGESCHORT] * 2
    with pytest.raises(Geweigerd, match="HAA-PR8.2"):
        licht_in(haarlem, zaak, voorbij=False)
    assert standen(haarlem, zaak) == [Klok.OPGESCHORT] * 2
    licht_in(haarlem, zaak)
    assert standen(haarlem, zaak) == [Klok.VOLDAAN] * 2
    assert "kennisgeving_wettelijk_verzoek" in ziet(haarlem, GEMEENTE, zaak)
    bekend = privacy.bevel(haarlem)
    with pytest.raises(Ongeldig) as fout:
        licht_in(haarlem, bekend)
    assert "weten dit al" in fout.value.fouten[""]


@pytest.mark.eis("HAA-PR8.1", "HAA-PR8.1.verstrekking", "HAA-PR6.1")
@pytest.mark.parametrize(("wet", "wie"), [(False, True), (True, False)])
def test_verstrekken_na_twee_controles(haarlem: Wereld, wet: bool, wie: bool) -> None:
    zaak = privacy.bevel(haarlem)
    with pytest.raises(Geweigerd, match="HAA-PR8.1"):
        verstrek(haarlem, zaak, wet=wet, wie=wie)
    verstrek(haarlem, zaak)
    assert stap(haarlem, zaak, CORPORATIE) == "wettelijk_verstrekt"
    assert ziet(haarlem, CORPORATIE, zaak)["wettelijke_verstrekking"] == {
        "gevraagde_gegevens": "Er woont een gezin.",
        "wettelijke_grondslag": BEVEL.grondslag,
    }
    assert "wettelijke_verstrekking" not in ziet(haarlem, GEMEENTE, zaak)
    with pytest.raises(NietGevonden):
        verstrek(haarlem, zaak, als=GEMEENTE)  # it has no request of its own


@pytest.mark.eis("HAA-PR6.1", "HAA-PR6.1.weigering")
def test_weigeren_met_reden(haarlem: Wereld) -> None:
    zaak = privacy.bevel(haarlem)
    with haarlem.als(CORPORATIE):
        wettelijk.weiger(zaak, "Deze wet verplicht ons niet.", uuid4())
    assert stap(haarlem, zaak, GEMEENTE) == "wettelijk_geweigerd"
    brief = ziet(haarlem, CORPORATIE, zaak)["weigering_wettelijk_verzoek"]
    assert brief["reden_weigering"] == "Deze wet verplicht ons niet."
    assert "weigering_wettelijk_verzoek" not in ziet(haarlem, GEMEENTE, zaak)


@pytest.mark.eis("HAA-PR8.2")
def test_na_een_verbod_kan_het_ook_nog_na_de_verstrekking(haarlem: Wereld) -> None:
    zaak = privacy.bevel(haarlem, grond_verbod=VERBOD)
    verstrek(haarlem, zaak)
    with stel_in(NU + timedelta(days=90)):
        licht_in(haarlem, zaak)
    assert stap(haarlem, zaak, GEMEENTE) == "wettelijk_verstrekt"


@pytest.mark.eis("HAA-PR8.1", "HAA-PR6.1")
def test_eerst_weten_de_anderen_het(haarlem: Wereld) -> None:
    """A request that nobody was told of, and of which nobody forbade that."""
    waarden = {
        "vragende_instantie": BEVEL.instantie,
        "wettelijke_grondslag": BEVEL.grondslag,
        "gevraagde_gegevens": BEVEL.gevraagd,
        "datum_ontvangst_wettelijk_verzoek": VANDAAG.isoformat(),
    }
    with haarlem.als(CORPORATIE):
        eigen = haarlem.groep("corporatie", "privacycoordinator")
        zaak = poort.verstrek("wettelijk_verzoek", waarden, [eigen]).zaak
        assert zaak
        with pytest.raises(Geweigerd, match="HAA-PR8.1"):
            wettelijk.weiger(zaak.pk, "Nee.", uuid4())
    with pytest.raises(Geweigerd, match="HAA-PR8.1"):
        verstrek(haarlem, zaak.pk)
