"""A tenancy for tests, with everything in order but for what is said otherwise."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any
from uuid import uuid4

from convenant.tijd import vandaag
from huisuitzetting.achterstand import huren, inlezen
from huisuitzetting.achterstand.huur import Huur
from huisuitzetting.achterstand.regeling import Afspraak
from huisuitzetting.ontruiming import handelingen as rechtsgang
from tests.wereld import Wereld

MELDER, ANDER = "corporatie/melder", "corporatie/melder@ander"
HUUR = Huur(
    contractnummer="H-1001",
    naam="Samira Visser",
    geboortedatum=date(1984, 5, 17),
    telefoonnummer="06 12345678",
    straatnaam="Spaarnelaan",
    huisnummer=12,
    huisletter="",
    huisnummertoevoeging="",
    postcode="2012 AB",
    plaats="Haarlem",
    aantal_ingeschreven_bewoners=3,
    huur_per_maand=Decimal("700.00"),
    schuld=Decimal("700.00"),
    achterstand_sinds=date(2026, 11, 1),
)
# Ten months, and the same as the fields of a Huur and as the cells of a file.
AFSPRAAK = Afspraak(date(2026, 12, 1), Decimal("110.00"), date(2027, 9, 1))
MET_REGELING = {
    "betalingsregeling": "loopt",
    "regeling_sinds": AFSPRAAK.sinds,
    "regeling_per_maand": AFSPRAAK.per_maand,
    "regeling_tot": AFSPRAAK.tot,
}
REGELING_GETYPT = {
    "regeling_sinds": "01-12-2026",
    "regeling_per_maand": "110,00",
    "regeling_tot": "01-09-2027",
}
REGELING_IN_BESTAND = {"betalingsregeling": "loopt", **REGELING_GETYPT}


def leg_vast(wereld: Wereld, wie: str = MELDER, **anders: Any) -> int:
    with wereld.als(wie):
        return huren.leg_vast(replace(HUUR, **anders))


def vul_huren(wereld: Wereld) -> None:
    """A row in each table of arrears, at two corporaties."""
    for wie in (MELDER, ANDER):
        huur = leg_vast(wereld, wie)
        with wereld.als(wie):
            huren.leg_contact_vast(huur, "telefoon", bereikt=False, gewezen_op_sdv=True, kenmerk=uuid4())
            zaak = huren.leg_brief_vast(huur, "Herinnering huur 2026", vandaag(), uuid4())
            rechtsgang.leg_deurwaarder_te_vroeg_vast(zaak, vandaag(), "Spoed.", uuid4())
            inlezen.lees(maak_csv(regel(), regel(contractnummer="H-2", naam="")), heel=False)


def regel(**anders: str) -> dict[str, str]:
    """One row of a file about HUUR, by column."""
    return {
        "contractnummer": "H-1001",
        "naam": "Samira Visser",
        "geboortedatum": "17-05-1984",
        "telefoonnummer": "06 12345678",
        "straatnaam": "Spaarnelaan",
        "huisnummer": "12",
        "huisletter": "",
        "huisnummertoevoeging": "",
        "postcode": "2012AB",
        "plaats": "Haarlem",
        "aantal_ingeschreven_bewoners": "3",
        "huur_per_maand": "700,00",
        "schuld": "700,00",
        "achterstand_sinds": "01-11-2026",
    } | anders


def maak_csv(*rijen: dict[str, str]) -> BytesIO:
    """A file of these rows, which all have the columns of the first."""
    kop = list(rijen[0])
    return BytesIO("\n".join(";".join(rij) for rij in (kop, *([r[k] for k in kop] for r in rijen))).encode())
