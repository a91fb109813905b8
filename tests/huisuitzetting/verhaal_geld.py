"""Steps of a story about money: proposal, arrangement, debt counselling; each through the gate by whoever takes it.

Each takes and gives the id of a case that is where the step begins.
"""

from datetime import date
from decimal import Decimal
from uuid import uuid4

from convenant.tijd import vandaag
from huisuitzetting.betaling import handelingen as betaling
from huisuitzetting.betaling.afspraken import Regeling, Voorstel
from huisuitzetting.schuldhulp import handelingen as schuldhulp
from huisuitzetting.schuldhulp import herstel
from tests.huisuitzetting.huur import MELDER
from tests.huisuitzetting.wijkteam import alleen_schuld
from tests.wereld import Wereld

WIJKTEAM, SCHULDHULP, TROUBLESHOOTER = "gemeente/swt", "gemeente/sdv", "gemeente/troubleshooter"
AANBOD_REGELING = Regeling(Decimal("110.00"), 10, date(2026, 12, 1))


def voorstel(wereld: Wereld, zaak: int) -> int:
    """The wijkteam proposes to pay the running rent again, and ten months for the arrears."""
    with wereld.als(WIJKTEAM):
        return betaling.doe_voorstel(
            zaak, Voorstel(date(2026, 12, 1), Decimal(700), AANBOD_REGELING), nog_niet=False, kenmerk=uuid4()
        )


def regeling(wereld: Wereld, zaak: int) -> int:
    """The corporatie arranges with the tenant what was proposed."""
    with wereld.als(MELDER):
        return betaling.tref_regeling(zaak, AANBOD_REGELING, "", uuid4())


def opgeschort(wereld: Wereld, zaak: int) -> int:
    """Collection waits: the tenant pays and is willing."""
    with wereld.als(MELDER):
        return betaling.schort_op(
            zaak, vandaag(), vandaag(), "Belt zelf en komt elke afspraak na.", kenmerk=uuid4()
        )


def verbroken(wereld: Wereld, zaak: int, wie: str = MELDER) -> int:
    """One of the two finds out that the tenant does not pay as arranged."""
    with wereld.als(wie):
        return betaling.meld_niet_nakoming(zaak, vandaag(), "regeling_achterstand", uuid4())


def beoordeeld(wereld: Wereld, zaak: int) -> int:
    """SDV looks into what the tenant needs."""
    with wereld.als(SCHULDHULP):
        return schuldhulp.meld_beoordeling(
            zaak, "", uuid4(), budgetbeheer=True, beschermingsbewind=False, budgetbegeleiding=True
        )


def geen_regeling(wereld: Wereld, zaak: int) -> int:
    """SDV finds that an arrangement cannot be made."""
    with wereld.als(SCHULDHULP):
        return schuldhulp.stel_geen_regeling_vast(zaak)


def minnelijk(wereld: Wereld, zaak: int) -> int:
    """The minnelijk traject starts."""
    geen_regeling(wereld, zaak)
    with wereld.als(SCHULDHULP):
        return schuldhulp.start_minnelijk_traject(zaak, vandaag(), uuid4())


def aanbod(wereld: Wereld, zaak: int, maanden: int = 36) -> int:
    """SDV offers the corporatie four and a half percent."""
    with wereld.als(SCHULDHULP):
        return schuldhulp.doe_aanbod(zaak, Decimal("4.50"), maanden, uuid4())


def schuldbemiddeling(wereld: Wereld, zaak: int) -> int:
    """The corporatie agrees to an offer that SDV made after its assessment."""
    aanbod(wereld, beoordeeld(wereld, minnelijk(wereld, zaak)))
    with wereld.als(MELDER):
        return schuldhulp.aanvaard_aanbod(zaak, uuid4())


def wsnp(wereld: Wereld, zaak: int, *statussen: str) -> int:
    """The minnelijk traject failed; then, per status, what becomes of the request to the court."""
    with wereld.als(SCHULDHULP):
        schuldhulp.laat_mislukken(zaak, vandaag(), uuid4())
    for status in statussen:
        with wereld.als(SCHULDHULP):
            schuldhulp.koppel_wsnp_terug(zaak, status, vandaag(), uuid4())
    return zaak


def hersteltermijn(wereld: Wereld, zaak: int) -> int:
    """The tenant missed the running rent and gets fourteen days."""
    with wereld.als(MELDER):
        return herstel.bied_hersteltermijn(zaak, vandaag(), vandaag(), uuid4())


def vul_betaling(wereld: Wereld) -> None:
    """A row of the corporatie and one of SDV about a case in which collection waits."""
    zaak = voorstel(wereld, alleen_schuld(wereld, contractnummer="H-1002"))
    beoordeeld(wereld, zaak)
    regeling(wereld, zaak)
    opgeschort(wereld, zaak)
