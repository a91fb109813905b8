"""The demo of Haarlem: told through the gate in the order of the clock; each persona finds something to do."""

from datetime import datetime
from itertools import pairwise

import pytest

from brpinzage.simulator.bron import Bron
from convenant.beleid.kalender import AMSTERDAM
from convenant.brp import BrpClient
from convenant.brp.adres import maak_adres
from convenant.brp.koppeling import Koppeling
from convenant.demo import Toneel
from convenant.partijen.models import Convenant, Medewerker
from convenant.poort import werklijst
from convenant.poort.grens import beurt
from convenant.poort.models import Logregel
from convenant.tijd import nu, stel_in
from convenant.zaken.models import Toegang
from huisuitzetting import demo_brp, demo_convenant, demo_huren
from huisuitzetting.demo_tips import TIPS
from huisuitzetting.models import Huurovereenkomst
from huisuitzetting.overzicht.verhaal import vertel
from huisuitzetting.wijkteam import brp, wachtlijst
from tests.brp.conftest import draai

# A Sunday; just after midnight on a free day, with the month before it in another year.
MOMENTEN = (datetime(2026, 11, 22, 9, 15, tzinfo=AMSTERDAM), datetime(2027, 1, 1, 0, 30, tzinfo=AMSTERDAM))


@pytest.mark.parametrize("moment", MOMENTEN, ids=str)
def test_it_has_a_past_and_something_to_do(db, als_eigenaar, moment):
    with stel_in(moment):
        demo_convenant.laad("welkom")
        regels = _log_in_de_goede_volgorde(als_eigenaar, moment)
        demo_convenant.laad("welkom")
        assert _log_in_de_goede_volgorde(als_eigenaar, moment) == regels
        toneel = _toneel()
        assert set(TIPS) == set(toneel.mensen)
        _huren(toneel)
        _zaken(toneel)
        _privacy(toneel)


def _log_in_de_goede_volgorde(als_eigenaar, moment):
    with als_eigenaar():
        momenten = list(Logregel.objects.order_by("volg").values_list("moment", flat=True))
    assert all(eerst <= dan for eerst, dan in pairwise(momenten))
    assert momenten[-1] <= moment
    return len(momenten)


def _toneel():
    mensen = {m.account.email.split("@")[0]: m for m in Medewerker.objects.select_related("account")}
    return Toneel(Convenant.objects.get(code=demo_convenant.CODE), mensen, nu())


def _huren(toneel):
    """Each corporatie has its own list, with handovers that are due and little that is late."""
    for wie, partij, te_melden in (("mila", "meeuw", 4), ("ruud", "bolwerk", 1)):
        with toneel.als(wie):
            rijen = list(Huurovereenkomst.objects.exclude(schuld=0))
        assert len(rijen) == demo_huren.AANTAL[partij]
        assert sum(rij.te_doen == "melden" for rij in rijen) == te_melden
        te_laat = [r.contractnummer for r in rijen if r.uiterlijk and r.uiterlijk < nu().date()]
        assert len(te_laat) < 10, te_laat


def _zaken(toneel):
    """Cases in many different steps, with something to do for whoever has a next move; more wait than the wijkteam can take on."""
    with toneel.als("fatma"):
        assert wachtlijst.is_te_lang()
    aan_zet = {wie: _aantal(toneel, wie, "aan_zet") for wie in ("ruud", "fatma", "bram", "zora", "youssef")}
    assert aan_zet["fatma"] == aan_zet["bram"] > 4
    assert aan_zet["ruud"] > 0
    assert _aantal(toneel, "youssef", "open") == 1
    assert _aantal(toneel, "zora", "open") > 2
    with toneel.als("fatma"):
        stappen = {toegang.stap for toegang in Toegang.objects.filter(group_id=beurt().wie.groep)}
    assert stappen >= {
        "gemeld",
        "wachtlijst",
        "in_behandeling",
        "opgeschort",
        "verbroken",
        "aanbod",
        "ontruimingsdatum_bekend",
        "voorkomen",
    }
    for wie in ("mila", "fatma"):
        with toneel.als(wie):
            eigen = Toegang.objects.filter(group_id=beurt().wie.groep).exclude(stap__startswith="inbreuk_")
            for zaak in eigen.values_list("content_object", flat=True):
                assert vertel(zaak).gebeurd


def test_the_brp_of_the_demo_knows_who_lives_with_each_tenant_it_tells_of(db):
    """Asked as the wijkteam asks it: as many at the address as the corporatie has registered, one with that birth date."""
    with draai(Bron(demo_brp.personen())) as url:
        client = BrpClient(Koppeling("0392", url))
        for partij, hoofdpersonen in demo_huren.HOOFDPERSONEN.items():
            for huurder in demo_huren.huurders(partij)[: len(hoofdpersonen)]:
                straat, geboren = huurder.straat, demo_huren.geboren_op(huurder)
                adres = maak_adres(huurder.postcode, str(huurder.nummer), "", "", straat, "Haarlem")
                gevonden = client.zoek_op_adres(adres, velden=["geboorte.datum"])
                if huurder.contractnummer == demo_brp.GEHEIM:
                    with pytest.raises(brp.GeenUitkomst) as geen:
                        brp._lever(gevonden, geboren, nu().date())
                    assert geen.value.scherm == brp.GEHEIM
                    continue
                waarden = brp._lever(gevonden, geboren, nu().date()).waarden
                assert len(gevonden.personen) == huurder.bewoners
                assert waarden["leeftijd"] == brp._leeftijd(geboren, nu().date())
        ouder = demo_huren.huurders("bolwerk")[list(demo_huren.HOOFDPERSONEN["bolwerk"]).index("wacht_ook")]
        assert brp._leeftijd(demo_huren.geboren_op(ouder), nu().date()) >= 65


def _aantal(toneel, wie, lijst):
    with toneel.als(wie):
        return int(werklijst.aantallen()[lijst])


def _privacy(toneel):
    """A request that was passed on waits at the gemeente; a breach they know of is not closed yet."""
    for wie, stappen in (
        ("quinten", {"verzoek_doorgestuurd", "inbreuk_gemeld"}),
        ("karin", {"verzoek_doorgestuurd", "inbreuk_gemeld"}),
        ("teun", set()),
    ):
        with toneel.als(wie):
            assert {regel.stap for regel in werklijst.werklijst()} == stappen
