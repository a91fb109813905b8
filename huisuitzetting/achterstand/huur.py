"""A tenancy with arrears as a person or a file gives it, and what of it cannot be."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from convenant.beleid import kalender
from convenant.tijd import vandaag

from . import regeling


@dataclass(frozen=True)
class Huur:
    """One tenancy as a person or a file gives it. None in a yes-or-no: not said, so it stays as it was."""

    contractnummer: str
    naam: str
    geboortedatum: date
    telefoonnummer: str
    straatnaam: str
    huisnummer: int
    huisletter: str
    huisnummertoevoeging: str
    postcode: str
    plaats: str
    aantal_ingeschreven_bewoners: int
    huur_per_maand: Decimal
    schuld: Decimal
    achterstand_sinds: date | None
    deurwaarder_op: date | None = None
    bewind: bool | None = None
    alleen_strafbaar_feit: bool | None = None
    bezwaar_doorgeven: bool | None = None
    betalingsregeling: str | None = None
    regeling_sinds: date | None = None
    regeling_per_maand: Decimal | None = None
    regeling_tot: date | None = None


def fouten_in(huur: Huur) -> dict[str, str]:
    """What is wrong with a tenancy, per field; a file asks it of each row."""
    dag, fouten = vandaag(), {}
    if fout := fout_in_geboortedatum(huur.geboortedatum):
        fouten["geboortedatum"] = fout
    if huur.huur_per_maand <= 0:
        fouten["huur_per_maand"] = "De huur per maand is meer dan 0 euro. Controleer het bedrag."
    if huur.schuld < 0:
        fouten["schuld"] = "De schuld is een bedrag onder 0. Vul 0 in als de huurder niets schuldig is."
    if huur.achterstand_sinds is not None and huur.achterstand_sinds > dag:
        fouten["achterstand_sinds"] = "De achterstand kan niet in de toekomst beginnen. Controleer de datum."
    if huur.schuld > 0 and huur.achterstand_sinds is None:
        fouten["achterstand_sinds"] = "Vul in sinds wanneer de huurder achterloopt."
    return fouten | _fouten_in_regeling(huur)


def _fouten_in_regeling(huur: Huur) -> dict[str, str]:
    """All three of an arrangement or none: a file may say no more than that there is one."""
    delen = {
        regeling.SINDS: huur.regeling_sinds,
        regeling.PER_MAAND: huur.regeling_per_maand,
        regeling.TOT: huur.regeling_tot,
    }
    if all(deel is None for deel in delen.values()):
        return {}
    if huur.betalingsregeling not in (regeling.LOOPT, regeling.VERBROKEN):
        return {"betalingsregeling": regeling.ZONDER_STAND}
    if huur.regeling_sinds is None or huur.regeling_per_maand is None or huur.regeling_tot is None:
        return {naam: regeling.ALLE_DRIE for naam, deel in delen.items() if deel is None}
    afspraak = regeling.Afspraak(huur.regeling_sinds, huur.regeling_per_maand, huur.regeling_tot)
    return regeling.fouten_in(afspraak, vandaag())


def fout_in_geboortedatum(geboren: date) -> str:
    """What cannot be about a birthday, "" when it can."""
    if geboren > vandaag():
        return "Deze geboortedatum is nog niet geweest. Controleer het jaar."
    if geboren < kalender.tel(vandaag(), -120, "jaren"):
        return "Volgens deze geboortedatum is de huurder ouder dan 120. Controleer het jaar."
    return ""
