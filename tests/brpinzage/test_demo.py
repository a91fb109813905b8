"""The demo's past: told through the gate, once, in the order of the clock; and each persona finds something to do."""

from datetime import datetime, timedelta
from io import StringIO
from itertools import pairwise

import pytest
from django.core.management import call_command

from brpinzage import demo_convenant
from brpinzage.demo_tips import TIPS
from convenant.beleid.kalender import AMSTERDAM
from convenant.console import onderhoud
from convenant.demo import Toneel
from convenant.looptijd.tasks import werk_looptijd_bij
from convenant.partijen.models import Autorisatie, Convenant, Medewerker
from convenant.poort import berichten, klokwerk, werklijst
from convenant.poort.models import Logregel
from convenant.poort.wie import demo_werkt_door
from convenant.tijd import nu, stel_in, vandaag
from convenant.toezicht import signalen, steekproef

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
        aan_zet = {wie: _aan_zet(toneel, wie) for wie in ("anna", "eva", "hugo", "ina")}
        assert aan_zet == {"anna": 4, "eva": 5, "hugo": 2, "ina": 1}
        _toezicht(toneel)
        _termijnen(toneel)


def _log_in_de_goede_volgorde(als_eigenaar, moment):
    with als_eigenaar():
        momenten = list(Logregel.objects.order_by("volg").values_list("moment", flat=True))
    assert all(eerst <= dan for eerst, dan in pairwise(momenten))
    assert momenten[-1] <= moment
    return len(momenten)


def _toneel():
    mensen = {m.account.email.split("@")[0]: m for m in Medewerker.objects.select_related("account")}
    return Toneel(Convenant.objects.get(code=demo_convenant.CODE), mensen, nu())


def _aan_zet(toneel, wie):
    with toneel.als(wie):
        return int(werklijst.aantallen()["aan_zet"])


def _termijnen(toneel):
    """Who puts the clock a month ahead sees all of it fall, and only that."""
    with stel_in(nu() + timedelta(days=31)):
        demo_werkt_door(nu())
        for klok in klokwerk.werk_bij():
            klokwerk.doe_zelf(klok)
        werk_looptijd_bij()
        onderhoud.onderhoud()
        (geschorst,) = Autorisatie.objects.exclude(geschorst_op=None)
        assert geschorst.medewerker == toneel.mensen["carlo"], "nobody said that it is still needed"
        for wie, onderwerp in (("anna", "Een termijn is verlopen"), ("hugo", "vanzelf verlengd")):
            with toneel.als(wie):
                assert any(onderwerp in bericht.onderwerp for bericht in berichten.mijn_berichten(1)), wie


def _toezicht(toneel):
    """A sample to draw of last month, and in what the page of signals shows at first something to look at."""
    with toneel.als("frits"):
        te_trekken, _ = steekproef.stand()
        assert te_trekken
        assert te_trekken.uit > 15
        assert steekproef.trek()
        gevonden = signalen.signalen(vandaag() - timedelta(days=29), vandaag())
        assert {"zelfde_adres", "buiten_kantoortijd", "weigeringen"} <= {
            s.soort for s in gevonden if s.tellingen
        }


def test_nobody_of_the_demo_is_suspended_for_staying_away(db, settings):
    """The clock's own tasks run within seconds of the start."""
    settings.DEMO = True
    with stel_in(MOMENTEN[0]):
        call_command("demo", stdout=StringIO())
        onderhoud.onderhoud()
        assert not Autorisatie.objects.exclude(geschorst_op=None).exists()
