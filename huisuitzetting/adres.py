"""An address on one line, as on an envelope."""


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
