"""What the convenant asks of a corporatie about one tenancy with arrears, by when, and why. Pure: rows in, answer out."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from convenant.beleid import kalender
from convenant.beleid.taal import BEGIN
from huisuitzetting.beleid import HAARLEM

CONTACT, BRIEF, MELDEN, SLUITEN = "contact", "brief", "melden", "sluiten"
# The corporatie's own stretch of the road; after it the next move is said by the case.
VOOR_CONTACT, VOOR_BRIEF, VOOR_MELDING = (BEGIN, "achterstand"), ("contact",), ("herinnerd",)
BIJ_CORPORATIE = (*VOOR_CONTACT, *VOOR_BRIEF, *VOOR_MELDING)
VOORDRACHT = timedelta(weeks=2)  # before the bailiff (HAA-2.1.c, HAA-3.4)


@dataclass(frozen=True)
class Huurstand:
    """What there is to know of a tenancy: `stap` of its open case, BEGIN without one; `regeling_tot` the last day of a kept
    arrangement, None without one."""

    stap: str
    schuld: Decimal
    achterstand_sinds: date | None
    regeling_tot: date | None = None
    deurwaarder_op: date | None = None
    drempel_bereikt_op: date | None = None
    alleen_strafbaar_feit: bool = False
    bezwaar_doorgeven: bool = False

    def regeling_loopt(self, dag: date) -> bool:
        """Whether an arrangement that is kept holds the handover on this day (HAA-3.4)."""
        return self.regeling_tot is not None and dag <= self.regeling_tot


@dataclass(frozen=True)
class WatNu:
    """The next duty of the corporatie: `te_doen` ("" for none) ultimately on the day `uiterlijk` (None: no day given).

    `eis` is the clause that asks it, or that says why nothing is asked; `verzoek_rechter`: three months have passed.
    """

    te_doen: str
    uiterlijk: date | None
    eis: str
    verzoek_rechter: bool = False

    def te_laat(self, dag: date) -> bool:
        return self.uiterlijk is not None and self.uiterlijk < dag


def wat_nu(huur: Huurstand, dag: date) -> WatNu:
    """What the text asks now. It is kept until the facts change: but for `verzoek_rechter` it depends on the day only by the
    end of an arrangement, which a task watches (aflopen.py)."""
    if huur.alleen_strafbaar_feit:
        return WatNu("", None, "HAA-1.3")
    if huur.schuld <= 0 or huur.achterstand_sinds is None:
        # Nothing is owed any more: a case that never left the corporatie has no reason to stay open.
        afgelost = huur.stap in BIJ_CORPORATIE and huur.stap != BEGIN
        return WatNu(SLUITEN if afgelost else "", None, "HAA-2.1")
    rechter = dag >= kalender.tel(huur.achterstand_sinds, 3, "maanden")
    if huur.stap in VOOR_CONTACT:
        uiterlijk = kalender.tel(huur.achterstand_sinds, 1, "maanden")
        melden = melden_uiterlijk(huur, dag)
        # What must be handed over sooner must be preceded by contact sooner.
        return WatNu(CONTACT, min(uiterlijk, melden) if melden else uiterlijk, "HAA-3.1", rechter)
    if huur.stap not in BIJ_CORPORATIE:
        return WatNu("", None, "HAA-2.2.1", rechter)
    if huur.regeling_loopt(dag):
        return WatNu("", None, "HAA-3.4", rechter)
    if huur.stap in VOOR_BRIEF:
        return WatNu(BRIEF, melden_uiterlijk(huur, dag), "HAA-B2.1", rechter)
    if huur.bezwaar_doorgeven:
        return WatNu("", None, "HAA-PR10.2", rechter)
    melden = melden_uiterlijk(huur, dag)
    return WatNu(MELDEN if melden else "", melden, "HAA-B4.2", rechter)


def melden_uiterlijk(huur: Huurstand, dag: date) -> date | None:
    """When the handover is due: 1.5 month's rent owed or two weeks before the bailiff, the earliest (decision 36).

    A kept arrangement holds both (HAA-3.4).
    """
    if huur.regeling_loopt(dag):
        return None
    deurwaarder = huur.deurwaarder_op - VOORDRACHT if huur.deurwaarder_op else None
    return min((d for d in (huur.drempel_bereikt_op, deurwaarder) if d), default=None)


def drempel_bereikt(schuld: Decimal, huur_per_maand: Decimal) -> bool:
    """Whether one and a half month's rent is owed (HAA-B4.2)."""
    return kalender.drempel_bereikt(HAARLEM.termijn("melden_bij_anderhalve_maand"), schuld, huur_per_maand)
