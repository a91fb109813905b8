"""What was withdrawn bites: at the next request, in an open tab, in a page that waits for a source, in a running act."""

from datetime import timedelta

import pytest

from convenant.console.daden import INTREKKEN, SCHORSEN, VERLENEN
from convenant.partijen.models import Autorisatie
from convenant.poort import grens
from convenant.poort.grens import Beurt, stuk
from convenant.poort.handeling import NietGevonden
from convenant.poort.wie import opnieuw, werkplekken
from convenant.tijd import stel_in
from tests.console.spel import doe, meld_aan
from tests.wereld import NU, Wereld

pytestmark = pytest.mark.eis("HEE-5.5", "HEE-5.6")


@pytest.mark.parametrize("daad", [INTREKKEN, SCHORSEN])
def test_bij_de_volgende_klik(wereld: Wereld, klant, daad: str):
    anna = klant("anna")
    assert anna.get("/heemstede/raadplegen/").status_code == 200
    doe(wereld, "ina", daad, wereld.autorisaties["anna"].pk)
    for pad in ("raadplegen/", "zaken/", "logboek/"):
        assert anna.get(f"/heemstede/{pad}").status_code == 403
    assert anna.post("/heemstede/zaken/nieuw/ondersteuning_vragen/", {"vraag": "Hoe?"}).status_code == 403


def test_een_open_tabblad_van_de_beheerder(wereld: Wereld, klant):
    """Ina had the form open; meanwhile her functie was withdrawn."""
    ina = klant("ina")
    pad = f"/heemstede/autorisaties/{wereld.autorisaties['anna'].pk}/intrekken/"
    assert ina.get(pad).status_code == 200
    doe(wereld, "gerda", INTREKKEN, wereld.autorisaties["ina"].pk)
    assert ina.post(pad, {"reden": "Weg."}).status_code == 403
    assert Autorisatie.objects.get(pk=wereld.autorisaties["anna"].pk).tot is None


@pytest.mark.django_db(transaction=True)
def test_in_werk_dat_al_loopt(vaste_wereld: Wereld):
    """A page that keeps its own transactions asks again before each piece of work."""
    wereld = vaste_wereld
    (eva,) = werkplekken(wereld.mensen["eva"].account, wereld.convenant)
    doe(wereld, "gerda", INTREKKEN, wereld.autorisaties["eva"].pk)
    with pytest.raises(NietGevonden):
        opnieuw(eva)
    token = grens._beurt.set(Beurt(eva))
    try:
        with pytest.raises(NietGevonden), stuk():
            pytest.fail("the work went on")
    finally:
        grens._beurt.reset(token)


def test_op_de_laatste_dag_om_middernacht(wereld: Wereld, klant):
    aanmelding = meld_aan(wereld, "ina", "dirk", "linde", "beheerder")
    doe(wereld, "gerda", VERLENEN, aanmelding, tot=(NU + timedelta(days=2)).date())
    dirk = klant("dirk")
    for dagen, status in ((0, 200), (1, 200), (2, 403)):
        with stel_in(NU + timedelta(days=dagen)):
            assert dirk.get("/heemstede/mensen/").status_code == status, dagen
