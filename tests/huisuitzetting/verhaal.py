"""Steps of a story about one tenant, each through the gate by whoever takes it; the next builds on the one before."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

from convenant.partijen.models import InstellingWaarde
from convenant.tijd import vandaag
from huisuitzetting.achterstand import huren
from huisuitzetting.melding import handelingen as melding
from huisuitzetting.melding import toestemmingen
from huisuitzetting.melding.feiten import Signaal
from huisuitzetting.melding.toestemmingen import Instemming
from tests.huisuitzetting.huur import MELDER, leg_vast
from tests.wereld import Wereld

GEKOZEN = ["naam", "adres", "telefoonnummer", "geboortedatum", "signaalcategorie", "datum_toestemming"]
SIGNAAL = Signaal(
    naam="Joost Bakker",
    geboortedatum=date(1951, 3, 2),
    telefoonnummer="06 87654321",
    adres="Kinderhuissingel 8, 2013 AS Haarlem",
    postcode="2013 AS",
    signaalcategorie="vraag_om_hulp",
)


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


def kies_velden(wereld: Wereld, velden: list[str]) -> None:
    """What the convenant lets a corporatie report with consent."""
    rij = InstellingWaarde.objects.get(convenant=wereld.convenant, naam="velden_melding_met_toestemming")
    rij.waarde = velden
    rij.save()


def gemeld_met_toestemming(wereld: Wereld, wie: str = MELDER, **anders: Any) -> int:
    """A tenant without arrears, reported with consent; the case's id."""
    kies_velden(wereld, GEKOZEN)
    with wereld.als(wie):
        return toestemmingen.meld(
            replace(SIGNAAL, **anders),
            Instemming(vandaag(), "schriftelijk"),
            uuid4(),
            eigen_huurder=True,
            alleen_strafbaar_feit=False,
        )
