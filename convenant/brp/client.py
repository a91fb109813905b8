"""Asking the BRP who is registered at an address."""

import logging
import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from .adres import Adres
from .antwoord import Antwoord, lees_antwoord
from .fouten import KoppelingMislukt
from .koppeling import Koppeling
from .velden import REGELS, lees_velden
from .verbinding import TeVeel, Verbinding

logger = logging.getLogger(__name__)

# What every register writes the same way; for others the answer is compared, not the question narrowed.
TOEVOEGING = re.compile(r"[a-zA-Z0-9]{1,4}")
GEBRUIKER = re.compile(r"[a-zA-Z0-9_.\-]{0,64}")


class BrpClient:
    """The BRP as one municipality may ask it."""

    def __init__(self, koppeling: Koppeling):
        self._koppeling = koppeling
        self._verbinding = Verbinding(koppeling)

    def zoek_op_adres(
        self, adres: Adres, *, velden: Iterable[str], doel: str = "", gebruiker: str = ""
    ) -> Antwoord:
        """Who is registered at this address, in the own municipality, and of them these fields.

        `velden` are paths of the BRP (velden.VELDEN), as the Gegevensset has them; `doel` picks the headers of the
        gateway; `gebruiker` is the pseudonym of who asks. With a BAG id that alone is asked, and nobody found there is an
        answer. Raises KoppelingMislukt, or ValueError for what may not be asked.
        """
        gevraagd = lees_velden(velden)
        if not GEBRUIKER.fullmatch(gebruiker):
            raise ValueError("A gebruiker is a short pseudonym.")
        koppen = self._koppeling.koppen_voor(doel, gebruiker)
        zoek = _zoek(adres)
        eigen = {
            "gemeenteVanInschrijving": self._koppeling.gemeente,
            # The number for the protocol duty and the address to check the answer by; neither is passed on unasked.
            "fields": sorted({"burgerservicenummer", *REGELS} | gevraagd),
        }
        try:
            inhoud = self._verbinding.stel(zoek | eigen, koppen)
            return lees_antwoord(inhoud, zoek["type"], adres, self._koppeling.gemeente, gevraagd)
        except TeVeel:
            return Antwoord(te_veel=True)
        except KoppelingMislukt as fout:
            logger.warning("brp: %s", fout.code)
            raise


@cache
def brp_van(gemeente: str) -> BrpClient:
    """The client of this municipality (its code of four digits). Raises ImproperlyConfigured when it has none."""
    return BrpClient(Koppeling.voor(gemeente))


def _zoek(adres: Adres) -> dict[str, Any]:
    if adres.bag_id:
        return {
            "type": "ZoekMetAdresseerbaarObjectIdentificatie",
            "adresseerbaarObjectIdentificatie": adres.bag_id,
        }
    zoek: dict[str, Any] = {
        "type": "ZoekMetPostcodeEnHuisnummer",
        "postcode": adres.postcode.replace(" ", ""),
        "huisnummer": int(adres.huisnummer),
    }
    if adres.huisletter:
        zoek["huisletter"] = adres.huisletter
    if TOEVOEGING.fullmatch(adres.huisnummertoevoeging) and adres.huisnummertoevoeging not in ("to", "by"):
        zoek["huisnummertoevoeging"] = adres.huisnummertoevoeging
    return zoek
