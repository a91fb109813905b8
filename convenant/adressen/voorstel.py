"""One address as a register gives it, and what people type compared with it."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from django.core.signing import Signer
from django.utils.crypto import constant_time_compare

POSTCODE = re.compile(r"[1-9][0-9]{3}[A-Z]{2}")
HUISLETTER = re.compile(r"[A-Za-z]?")
TOEVOEGING = re.compile(r"[0-9A-Za-z]{0,4}")
BAG_ID = re.compile(r"[0-9]{4}(01|02|03)[0-9]{10}")
NAAM_HOOGSTENS = 80
# Letters that Unicode does not take apart into a letter and a sign.
LOS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe"})


def kaal(tekst: str) -> str:
    """Letters and digits only, without signs or capitals: "12 A-2" and "12a2", "IJsselkade" and "ĳsselkade" are one."""
    delen = unicodedata.normalize("NFKD", tekst).casefold().translate(LOS)
    return "".join(teken for teken in delen if teken.isalnum())


@dataclass(frozen=True)
class Adresvoorstel:
    """One address of the register. Every part is text as it is shown; letter and addition may be empty.

    Raises ValueError when a part cannot be right: what a register sends is not believed.
    """

    straatnaam: str
    huisnummer: str
    huisletter: str
    huisnummertoevoeging: str
    postcode: str
    woonplaats: str
    bag_id: str

    def __post_init__(self) -> None:
        goed = (
            self.huisnummer.isascii()
            and self.huisnummer.isdigit()
            and 0 < int(self.huisnummer) <= 99999
            and POSTCODE.fullmatch(self.postcode)
            and HUISLETTER.fullmatch(self.huisletter)
            and TOEVOEGING.fullmatch(self.huisnummertoevoeging)
            and BAG_ID.fullmatch(self.bag_id)
            and all(
                naam.isprintable() and 0 < len(naam) <= NAAM_HOOGSTENS
                for naam in (self.straatnaam, self.woonplaats)
            )
        )
        if not goed:
            raise ValueError("This is no address.")

    @cached_property
    def nummer(self) -> str:
        toevoeging = f"-{self.huisnummertoevoeging}" if self.huisnummertoevoeging else ""
        return f"{self.huisnummer}{self.huisletter}{toevoeging}"

    @property
    def regel(self) -> str:
        return f"{self.straatnaam} {self.nummer}, {self.postcode[:4]} {self.postcode[4:]} {self.woonplaats}"

    @cached_property
    def _schrijfwijzen(self) -> tuple[str, ...]:
        """How people write it, from its beginning to wherever they stop typing."""
        straat, nummer, plaats = kaal(self.straatnaam), kaal(self.nummer), kaal(self.woonplaats)
        postcode = kaal(self.postcode)
        return (
            straat + nummer + postcode + plaats,
            straat + nummer + plaats,
            postcode + nummer + straat + plaats,
            postcode + straat + nummer + plaats,
            nummer + straat + plaats,
        )

    def begint_met(self, kale_tekst: str) -> bool:
        return any(wijze.startswith(kale_tekst) for wijze in self._schrijfwijzen)

    @property
    def zegel(self) -> str:
        """The BAG id for a hidden field, sealed to this address: see `bag_id_uit`."""
        delen = (self.postcode, self.huisnummer, self.huisletter, self.huisnummertoevoeging)
        return f"{self.bag_id}:{_teken(self.bag_id, *delen)}"


def bag_id_uit(
    zegel: str, postcode: str, huisnummer: str, huisletter: str = "", huisnummertoevoeging: str = ""
) -> str:
    """The BAG id that the register gave for exactly this address, or "" when the seal is not ours or of another address.

    So what comes back in a form needs no second question to the register, and a changed number drops the id.
    """
    bag_id, _, teken = zegel.partition(":")
    delen = (postcode, huisnummer, huisletter, huisnummertoevoeging)
    return bag_id if constant_time_compare(teken, _teken(bag_id, *delen)) else ""


def _teken(bag_id: str, *adres: str) -> str:
    return Signer(salt="adresvoorstel").signature("|".join((bag_id, *map(kaal, adres))))
