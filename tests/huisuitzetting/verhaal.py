"""Steps of a story about one tenant, each through the gate by whoever takes it; the next builds on the one before."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

from convenant.partijen.models import InstellingWaarde
from convenant.tijd import nu, stel_in, vandaag
from huisuitzetting.achterstand import huren
from huisuitzetting.melding import handelingen as melding
from huisuitzetting.melding import toestemmingen
from huisuitzetting.melding.feiten import Signaal
from huisuitzetting.melding.toestemmingen import Instemming
from huisuitzetting.ontruiming import einden
from huisuitzetting.ontruiming import handelingen as rechtsgang
from tests.huisuitzetting.huur import MELDER, leg_vast
from tests.wereld import Wereld

GEKOZEN = ["naam", "adres", "telefoonnummer", "geboortedatum", "signaalcategorie", "datum_toestemming"]
SIGNAAL = Signaal(
    naam="Joost Bakker",
    geboortedatum=date(1951, 3, 2),
    telefoonnummer="06 87654321",
    adres="Kinderhuissingel 8, 2013 AS Haarlem",
    postcode="2013 AS",
    huisnummer=8,
    signaalcategorie="vraag_om_hulp",
)
LANG_GELEDEN = date(2026, 7, 1)  # more than three months of arrears


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


def deurwaarder(wereld: Wereld, wie: str = MELDER, **anders: Any) -> int:
    """Reported, and three weeks later with the bailiff; the case's id. The clock stands three weeks on then."""
    zaak = gemeld(wereld, wie, **anders)
    with stel_in(nu() + timedelta(weeks=3)), wereld.als(wie):
        return rechtsgang.schakel_deurwaarder_in(zaak, vandaag(), uuid4())


def dagvaarding(wereld: Wereld, wie: str = MELDER, **anders: Any) -> int:
    """The judge is asked, four weeks after the report; more than three months of arrears."""
    zaak = deurwaarder(wereld, wie, **({"achterstand_sinds": LANG_GELEDEN} | anders))
    with stel_in(nu() + timedelta(weeks=4)), wereld.als(wie):
        return rechtsgang.dagvaard(zaak, vandaag(), "", uuid4())


def vonnis(wereld: Wereld, wie: str = MELDER, **anders: Any) -> int:
    """The judge granted it, eight weeks after the report."""
    zaak = dagvaarding(wereld, wie, **anders)
    with stel_in(nu() + timedelta(weeks=8)), wereld.als(wie):
        return rechtsgang.leg_vonnis_vast(zaak, vandaag(), uuid4())


def ontruimingsdatum(wereld: Wereld, wie: str = MELDER, **anders: Any) -> int:
    """The day of eviction is told: four weeks after the judgment, twelve after the report."""
    zaak = vonnis(wereld, wie, **anders)
    with stel_in(nu() + timedelta(weeks=8)), wereld.als(wie):
        return rechtsgang.leg_ontruimingsdatum_vast(zaak, vandaag() + timedelta(weeks=4), uuid4())


def voorkomen(wereld: Wereld, wie: str = MELDER, **anders: Any) -> int:
    """The tenant stays, nine weeks after the report."""
    zaak = ontruimingsdatum(wereld, wie, **anders)
    with stel_in(nu() + timedelta(weeks=9)), wereld.als(wie):
        return einden.leg_voorkomen_vast(zaak, vandaag(), uuid4())


def ontruimd(wereld: Wereld, wie: str = MELDER, **anders: Any) -> int:
    """Evicted on the day itself, after the last attempt together."""
    zaak = ontruimingsdatum(wereld, wie, **anders)
    with stel_in(nu() + timedelta(weeks=10)), wereld.als(wie):
        einden.leg_overleg_vast(
            zaak, vandaag(), ["corporatie", "wijkteam", "schulddienstverlening"], "geen_regeling", uuid4()
        )
    with stel_in(nu() + timedelta(weeks=12)), wereld.als(wie):
        ontruiming = einden.Ontruiming(vandaag(), "alleenstaande", "huurschuld")
        return einden.leg_ontruiming_vast(zaak, ontruiming, uuid4())
