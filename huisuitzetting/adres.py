"""An address on one line, as on an envelope."""

import re

from convenant.brp.adres import Adres, AdresFout, maak_adres

REGEL = re.compile(
    r"(?P<straatnaam>.+) (?P<huisnummer>[0-9]+)(?P<huisletter>[A-Za-z]?)(?:-(?P<huisnummertoevoeging>[^,]+))?,"
    r" (?P<postcode>[0-9]{4} ?[A-Z]{2}) (?P<woonplaats>.+)"
)


def adresregel(
    straatnaam: str, huisnummer: int, huisletter: str, huisnummertoevoeging: str, postcode: str, plaats: str
) -> str:
    return (
        f"{straat_en_nummer(straatnaam, huisnummer, huisletter, huisnummertoevoeging)}, {postcode} {plaats}"
    )


def straat_en_nummer(straatnaam: str, huisnummer: int, huisletter: str, huisnummertoevoeging: str) -> str:
    toevoeging = f"-{huisnummertoevoeging}" if huisnummertoevoeging else ""
    return f"{straatnaam} {huisnummer}{huisletter}{toevoeging}"


def zoeksleutel(postcode: str, huisnummer: int) -> str:
    """What a case is found by: all that stands at this number of the street."""
    return f"{postcode.replace(' ', '')} {huisnummer}"


def lees_adres(regel: str) -> Adres | None:
    """The parts of what `adresregel` wrote; None for what is no such line."""
    delen = REGEL.fullmatch(regel)
    try:
        return maak_adres(**delen.groupdict(default="")) if delen else None
    except AdresFout:
        return None
