"""Who lives with the invented tenants of the demo, as the BRP of the demo knows them: nobody here exists.

The first of each household is the tenant; the others are as many as the corporatie has registered there. Of one household on
the waiting list the data are secret.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from convenant.tijd import vandaag

from . import demo_huren
from .demo_huren import Huurder

GEMEENTE = {"code": "0392", "omschrijving": "Haarlem"}
GEHEIM = demo_huren.contractnummer("meeuw", "wacht_geheim")


def personen() -> list[dict[str, Any]]:
    """Everyone in the shape of the BRP (LO GBA), with numbers that are nobody's."""
    huurders = [huurder for partij in demo_huren.STRATEN for huurder in demo_huren.huurders(partij)]
    mensen = [mens for huurder in huurders for mens in _huishouden(huurder)]
    return [mens | {"burgerservicenummer": str(998_000_001 + nummer)} for nummer, mens in enumerate(mensen)]


def _huishouden(huurder: Huurder) -> Iterator[dict[str, Any]]:
    """A tenant, then a partner of the same age, then children."""
    *voornaam, achternaam = huurder.naam.split(" ", 1)
    for nummer, geboren in enumerate(_geboren(huurder)):
        mens = {
            "naam": {
                "voornamen": voornaam[0] if nummer == 0 else f"Huisgenoot{nummer}",
                "geslachtsnaam": achternaam,
            },
            "geboorte": {"datum": f"{geboren:%Y%m%d}"},
            "gemeenteVanInschrijving": GEMEENTE,
            "verblijfplaats": {
                "straat": huurder.straat,
                "huisnummer": str(huurder.nummer),
                "postcode": huurder.postcode.replace(" ", ""),
                "woonplaats": GEMEENTE["omschrijving"],
                "functieAdres": {"code": "W", "omschrijving": "woonadres"},
            },
        }
        yield mens | ({"geheimhoudingPersoonsgegevens": "7"} if huurder.contractnummer == GEHEIM else {})


def _geboren(huurder: Huurder) -> Iterator[date]:
    loterij = Random(huurder.contractnummer)  # noqa: S311  (invented people, not a secret)
    yield demo_huren.geboren_op(huurder)
    if huurder.bewoners > 1:
        yield demo_huren.geboren_op(huurder) + timedelta(days=loterij.randint(100, 900))
    for _ in range(huurder.bewoners - 2):
        yield vandaag() - timedelta(days=loterij.randint(900, 6000))
