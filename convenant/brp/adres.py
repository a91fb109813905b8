"""An address as people write it, and the key it is matched on (postcode, number, letter, addition)."""

import re
from dataclasses import dataclass

POSTCODE = re.compile(r"([1-9][0-9]{3})\s?([A-Z]{2})")
HUISNUMMER = re.compile(r"0{0,4}[0-9]{1,5}")
REGEL = re.compile(r"\s*([0-9]{4}\s?[A-Za-z]{2})\s+([0-9]+)\s*([A-Za-z]?)\b[\s-]*(\S*)\s*")
BAG_ID = re.compile(r"[0-9]{16}")


class AdresFout(ValueError):
    """What is wrong with an address: `veld` names the part, the message is one Dutch sentence."""

    def __init__(self, veld: str, zin: str):
        super().__init__(zin)
        self.veld = veld


@dataclass(frozen=True)
class Adres:
    """One address. Every part is text as it is shown; `bag_id` is empty where the source has none."""

    postcode: str
    huisnummer: str
    huisletter: str = ""
    huisnummertoevoeging: str = ""
    straatnaam: str = ""
    woonplaats: str = ""
    bag_id: str = ""

    @property
    def sleutel(self) -> str:
        """Postcode, number, letter and addition without notation: what two sources agree on."""
        toevoeging = re.sub(r"[\s\-./]", "", self.huisnummertoevoeging).upper()
        return "|".join(
            (self.postcode.replace(" ", ""), self.huisnummer, self.huisletter.upper(), toevoeging)
        )

    @property
    def regel(self) -> str:
        """The address on one line, the way it stands on an envelope; without a street as people say it."""
        nummer = f"{self.huisnummer}{self.huisletter}"
        nummer += f"-{self.huisnummertoevoeging}" if self.huisnummertoevoeging else ""
        if not self.straatnaam:
            return f"{self.postcode} {nummer} {self.woonplaats}".strip()
        return f"{self.straatnaam} {nummer}, {self.postcode} {self.woonplaats}".strip()


def lees_regel(tekst: str) -> Adres | None:
    """ "1234 AB 12", with letter and addition behind it; None when it is no such address."""
    delen = REGEL.fullmatch(tekst)
    try:
        return maak_adres(*delen.groups()) if delen else None
    except AdresFout:
        return None


def maak_adres(
    postcode: str,
    huisnummer: str,
    huisletter: str = "",
    huisnummertoevoeging: str = "",
    straatnaam: str = "",
    woonplaats: str = "",
    bag_id: str = "",
) -> Adres:
    """Read the parts as typed. Raises AdresFout at the first part that cannot be right."""
    postcode_gelezen = POSTCODE.fullmatch(postcode.strip().upper())
    if not postcode_gelezen:
        raise AdresFout(
            "postcode", "Deze postcode klopt niet. Vul vier cijfers en twee letters in, zoals 1234 AB."
        )
    nummer = huisnummer.strip()
    if not (HUISNUMMER.fullmatch(nummer) and int(nummer)):
        raise AdresFout("huisnummer", "Dit huisnummer klopt niet. Vul alleen het getal in, zoals 12.")
    letter = huisletter.strip().upper()
    if letter and not (len(letter) == 1 and letter.isascii() and letter.isalpha()):
        raise AdresFout("huisletter", "Deze huisletter klopt niet. Vul één letter in, zoals A.")
    toevoeging = huisnummertoevoeging.strip()
    if len(toevoeging) > 8 or not toevoeging.isprintable():
        raise AdresFout(
            "huisnummertoevoeging", "Deze toevoeging klopt niet. Vul hooguit 8 tekens in, zoals 2 of III."
        )
    bag = bag_id.strip()
    if bag and not BAG_ID.fullmatch(bag):
        raise AdresFout("bag_id", "Dit BAG-nummer klopt niet. Het heeft 16 cijfers.")
    return Adres(
        f"{postcode_gelezen[1]} {postcode_gelezen[2]}",
        str(int(nummer)),
        letter,
        toevoeging,
        " ".join(straatnaam.split()),
        " ".join(woonplaats.split()),
        bag,
    )
