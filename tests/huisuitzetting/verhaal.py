"""Steps of a story about one tenant, each through the gate by whoever takes it; the next builds on the one before."""

from decimal import Decimal
from typing import Any
from uuid import uuid4

from convenant.tijd import vandaag
from huisuitzetting.achterstand import huren
from huisuitzetting.melding import handelingen as melding
from tests.huisuitzetting.huur import MELDER, leg_vast
from tests.wereld import Wereld


def herinnerd(wereld: Wereld, wie: str = MELDER, **anders: Any) -> int:
    """A tenant who owes one and a half month's rent, was contacted, and got the letter; the tenancy's id."""
    huur = leg_vast(wereld, wie, **({"schuld": Decimal("1100.00")} | anders))
    with wereld.als(wie):
        huren.leg_contact_vast(huur, "telefoon", bereikt=True, gewezen_op_sdv=True, kenmerk=uuid4())
    with wereld.als(wie):
        huren.leg_brief_vast(huur, "Herinnering huur 2026", vandaag(), uuid4())
    return huur


def gemeld(wereld: Wereld, wie: str = MELDER, **anders: Any) -> int:
    """Reported to the Sociaal Wijkteam because of arrears; the case's id."""
    huur = herinnerd(wereld, wie, **anders)
    with wereld.als(wie):
        return melding.meld_achterstand(huur, uuid4())
