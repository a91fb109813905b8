"""Story: arrears that the corporatie and the tenant solve between them. Nobody else ever hears of it."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest

from convenant.tijd import stel_in
from huisuitzetting.achterstand import huren, regelen
from huisuitzetting.models import Huurovereenkomst
from tests.huisuitzetting.huur import AFSPRAAK, HUUR, MELDER, leg_vast
from tests.huisuitzetting.zicht import zicht, ziet
from tests.wereld import NU
from tests.zaken import zie

pytestmark = pytest.mark.eis("HAA-2.1.b", "HAA-3.1", "HAA-3.4", "HAA-B4.1", "HAA-B4.2", "HAA-PAR.2")


def lopend(wereld, zaak):
    """The clocks that ask something, by what they ask."""
    return {klok.actie for klok in zie(wereld, MELDER, zaak).klokken if klok.stand == "loopt"}


def test_een_regeling_die_wordt_nagekomen_blijft_bij_de_corporatie(haarlem):
    # Given a tenant whose first month went unpaid, and a call
    huur = leg_vast(haarlem, MELDER)
    with haarlem.als(MELDER):
        zaak = huren.leg_contact_vast(huur, "telefoon", bereikt=True, gewezen_op_sdv=True, kenmerk=uuid4())
    assert zicht(haarlem, zaak) == {MELDER: ziet("contact")}

    # When three weeks later more than one and a half month's rent is owed, the handover is due, after the letter
    with stel_in(NU + timedelta(days=21)):
        with haarlem.als(MELDER):
            wordt_schuld(huur, "1100.00")
            huren.leg_brief_vast(huur, "Herinnering huur 2026", (NU + timedelta(days=21)).date(), uuid4())
        assert te_doen(haarlem, huur) == "melden"
        assert "melding_bij_swt" in lopend(haarlem, zaak)

        # and the tenant agrees to pay off
        with haarlem.als(MELDER):
            regelen.leg_vast(huur, "loopt", AFSPRAAK)
        assert te_doen(haarlem, huur) == ""
        assert "melding_bij_swt" not in lopend(haarlem, zaak)
        assert zicht(haarlem, zaak) == {MELDER: ziet("herinnerd", "herinneringsbrief")}

    # When she breaks it once, the duty wakes; when she keeps it again it sleeps
    with stel_in(NU + timedelta(days=60)):
        with haarlem.als(MELDER):
            regelen.leg_vast(huur, "verbroken")
        assert te_doen(haarlem, huur) == "melden"
        assert "melding_bij_swt" in lopend(haarlem, zaak)
        with haarlem.als(MELDER):
            regelen.leg_vast(huur, "loopt", AFSPRAAK)

    # Then all is paid, the case ends, and nobody else has ever had it
    with stel_in(NU + timedelta(days=120)):
        with haarlem.als(MELDER):
            wordt_schuld(huur, "0.00")
        assert te_doen(haarlem, huur) == "sluiten"
        with haarlem.als(MELDER):
            huren.sluit(zaak, "betaald")
        assert not lopend(haarlem, zaak)
        assert set(zicht(haarlem, zaak)) == {MELDER}


def wordt_schuld(huur, bedrag):
    """What is owed now, as the corporatie keeps it."""
    huren.leg_vast(replace(HUUR, schuld=Decimal(bedrag)), huur)


def te_doen(haarlem, huur):
    with haarlem.als(MELDER):
        return Huurovereenkomst.objects.get(pk=huur).te_doen
