"""The published test persons asked of the BRP address by address: a raadpleging gives exactly who a search there gives.

What is expected is read from the JSON here, apart from the product. All of them are made inhabitants of one municipality.
"""

import json
import random
from collections import Counter
from typing import Any

import pytest

from brpinzage import laden
from brpinzage.handelingen import resultaat
from brpinzage.rijen import Bezitrij
from brpinzage.simulator.bron import Bron
from convenant.partijen.models import InstellingWaarde
from convenant.poort.handeling import Geweigerd
from tests.brpinzage.ophalen import GEMEENTE, begin, brp, stand, werk
from tests.brpinzage.test_gepubliceerde_personen import (
    BESTAND,
    MAXIMUM,
    NEUTRAAL,
    Woning,
    adres,
    eigenaar,
    naam,
    woning,
    woningen,
)
from tests.wereld import BEGIN, Wereld

__all__ = ["woningen"]  # a fixture
STEEKPROEF = 40
HOOGSTENS = 30  # what the BRP gives at once
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        not BESTAND.exists(), reason=f"the published test persons are not at ../shared ({BESTAND.name})"
    ),
]


@pytest.fixture(scope="module")
def personen() -> list[dict[str, Any]]:
    return [
        persoon | {"gemeenteVanInschrijving": {"code": GEMEENTE, "omschrijving": "Heemstede"}}
        for persoon in json.loads(BESTAND.read_bytes())
    ]


@pytest.fixture
def opgehaald(vaste_wereld: Wereld, personen: list[dict], woningen: list[Woning]) -> Wereld:
    for beheerder, medewerker in (("ina", "anna"), ("jan", "carla")):
        with vaste_wereld.als(beheerder):
            laden.werk_bezit_bij([Bezitrij(adres(p), BEGIN) for p in woningen if eigenaar(p) == medewerker])
    InstellingWaarde.objects.create(
        convenant=vaste_wereld.convenant, naam="daglimiet_raadplegingen", waarde=len(woningen)
    )
    with brp(Bron(personen)):
        nummer = begin(vaste_wereld)
        werk()
    with vaste_wereld.als("eva"):
        laden.activeer_uittreksel(nummer)
    return vaste_wereld


def gevonden(plaats: Woning, personen: list[dict]) -> list[dict]:
    """Who a search gives: by BAG id where the dwelling has one, else at exactly this address; never the dead."""

    def past(persoon: dict) -> bool:
        waar = woning(persoon)
        if waar is None or persoon.get("opschortingBijhouding", {}).get("reden", {}).get("code") in (
            "O",
            "F",
            "W",
        ):
            return False
        return waar.bag == plaats.bag if plaats.bag else waar.plek == plaats.plek

    return [persoon for persoon in personen if past(persoon)]


def verwacht(plaats: Woning, personen: list[dict]) -> list[dict]:
    return [persoon for persoon in gevonden(plaats, personen) if "opschortingBijhouding" not in persoon]


def dicht(plaats: Woning, personen: list[dict]) -> bool:
    geheim = any(p.get("geheimhoudingPersoonsgegevens", "0") != "0" for p in verwacht(plaats, personen))
    te_vol = len(verwacht(plaats, personen)) > MAXIMUM or len(gevonden(plaats, personen)) > HOOGSTENS
    return geheim or te_vol


def controleer(wereld: Wereld, plaats: Woning, personen: list[dict]) -> None:
    if dicht(plaats, personen):
        with pytest.raises(Geweigerd) as weigering:
            wereld.raadpleeg(eigenaar(plaats), adres(plaats))
        assert [reden.tekst for reden in weigering.value.redenen] == [NEUTRAAL], plaats
        return
    ontvangst = wereld.raadpleeg(eigenaar(plaats), adres(plaats))
    with wereld.als(eigenaar(plaats)):
        namen = resultaat(ontvangst).namen
    assert Counter(namen) == Counter(naam(persoon) for persoon in verwacht(plaats, personen)), plaats


def test_de_verwachting_kent_alle_soorten(personen, woningen):
    soorten = Counter((dicht(plaats, personen), bool(verwacht(plaats, personen))) for plaats in woningen)
    assert soorten[(False, True)] > 150
    assert soorten[(True, True)] > 20
    assert soorten[(False, False)] > 0


@pytest.mark.eis("HEE-OW.6", "HEE-2.5", "HEE-3.3")
def test_een_steekproef_van_de_gepubliceerde_personen(opgehaald, personen, woningen):
    bijzonder = {(dicht(p, personen), len(verwacht(p, personen))): p for p in woningen}
    for plaats in {*bijzonder.values(), *random.Random(2026).sample(woningen, STEEKPROEF)}:
        controleer(opgehaald, plaats, personen)


@pytest.mark.volledig
@pytest.mark.eis("HEE-OW.6", "HEE-2.5", "HEE-3.3")
def test_alle_gepubliceerde_personen(opgehaald, personen, woningen):
    for plaats in woningen:
        controleer(opgehaald, plaats, personen)
    voortgang = stand(opgehaald)
    te_veel = sum(len(gevonden(plaats, personen)) > HOOGSTENS for plaats in woningen)
    assert voortgang.zonder_antwoord == te_veel == 1
    assert voortgang.gedaan == voortgang.totaal == len(woningen) + 3
