"""Invented tenancies of the demo, as the files of two corporaties have them: nobody here exists.

Counted in days before the day of the demo: since when there are arrears, and since when, for some, there are none any
more. What is owed is in months of rent; before today's file it was no more than one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from io import BytesIO
from random import Random

STRATEN = {
    "meeuw": (("Zilvermeeuwpad", "2012 ZX"), ("Sternstraat", "2023 ZX"), ("Scholeksterhof", "2034 ZX")),
    "bolwerk": (("Kanonnierspad", "2013 ZX"), ("Poortwachtershof", "2035 ZX")),
}
AANTAL = {"meeuw": 120, "bolwerk": 40}
VOORNAMEN = "Aad Bente Cihan Dina Emre Femke Guus Hatice Iris Joost Kaya Loes Mo Nadia Oscar Puck Rana Sjoerd Tess".split()
ACHTERNAMEN = (
    "Voorbeeld",
    "van der Proef",
    "Testema",
    "de Schijn",
    "Verzonnen",
    "Nepstra",
    "ten Fantasie",
    "Çınarproef",
    "van 't Verzinsel",
)
# Who the stories are about: name, days of arrears, months owed.
HOOFDPERSONEN = {
    "meeuw": {
        "regeling": ("Rana Nepstra", 75, 1.4),
        "morgen_melden": ("Guus Testema", 52, 1.6),
        "ook_melden": ("Dina Verzonnen", 50, 1.7),
        "nog_een_melden": ("Emre de Schijn", 47, 1.5),
        "vierde_melden": ("Tess van der Proef", 45, 2.0),
        "gemeld": ("Loes ten Fantasie", 55, 1.8),
        "wachtlijst": ("Hatice Voorbeeld", 66, 1.9),
        "in_behandeling": ("Joost Verzonnen", 80, 2.1),
        "opgeschort": ("Kaya Çınarproef", 110, 2.2),
        "verbroken": ("Sjoerd Testema", 118, 2.6),
        "aanbod": ("Nadia van 't Verzinsel", 150, 2.4),
        "ontruiming": ("Oscar de Schijn", 230, 6.5),
        "voorkomen": ("Femke Nepstra", 190, 1.1),
        "wacht_geheim": ("Iris ten Fantasie", 63, 1.8),
    },
    "bolwerk": {
        "wacht_ook": ("Cihan van der Proef", 64, 1.7),
        "melden": ("Puck Voorbeeld", 49, 1.6),
    },
}


@dataclass(frozen=True)
class Huurder:
    """One tenancy, in days before the demo; `betaald`: since then nothing is owed."""

    contractnummer: str
    naam: str
    geboren: int
    bewoners: int
    straat: str
    nummer: int
    postcode: str
    huur: int
    sinds: int
    maanden: float
    betaald: int | None = None


def contractnummer(partij: str, wie: str) -> str:
    """Of who a story is about."""
    return f"{partij[0].upper()}-{list(HOOFDPERSONEN[partij]).index(wie) + 1:04}"


def geboren_op(huurder: Huurder) -> date:
    return date(huurder.geboren, 5, 1 + huurder.nummer % 28)


def overige(partij: str, vanaf: int) -> Sequence[Huurder]:
    """Who is in no story and was in arrears for so many days at least, and still is."""
    rest = huurders(partij)[len(HOOFDPERSONEN[partij]) :]
    return [huurder for huurder in rest if huurder.betaald is None and huurder.sinds >= vanaf]


def bestand(partij: str, vandaag: date, geleden: int = 0) -> BytesIO:
    """The file of all tenants with arrears, so many days ago."""
    rijen = [
        _rij(huurder, vandaag, geleden)
        for huurder in huurders(partij)
        if huurder.sinds > geleden and (huurder.betaald is None or huurder.betaald <= geleden)
    ]
    regels = [";".join(rijen[0]), *(";".join(rij.values()) for rij in rijen)]
    return BytesIO("\r\n".join(regels).encode())


@cache
def huurders(partij: str) -> Sequence[Huurder]:
    """As many as are in today's file, and some who paid before it."""
    return [*_hoofdpersonen(partij), *_anderen(partij)]


def _hoofdpersonen(partij: str) -> Iterator[Huurder]:
    for plaats, (wie, (naam, sinds, maanden)) in enumerate(HOOFDPERSONEN[partij].items()):
        straat, postcode = STRATEN[partij][plaats % len(STRATEN[partij])]
        yield Huurder(
            contractnummer(partij, wie),
            naam,
            1960 + 3 * plaats,
            1 + plaats % 4,
            straat,
            1 + plaats,
            postcode,
            640 + 10 * plaats,
            sinds,
            maanden,
        )


def _anderen(partij: str) -> Iterator[Huurder]:
    """Most are a few weeks behind; the older the arrears, the fewer. Every seventh paid before today."""
    loterij = Random(partij)  # noqa: S311  (invented people, not a secret)
    te_gaan, plaats = AANTAL[partij] - len(HOOFDPERSONEN[partij]), len(HOOFDPERSONEN[partij])
    while te_gaan:
        plaats += 1
        straat, postcode = loterij.choice(STRATEN[partij])
        sinds = loterij.choice((8, 12, 19, 22, 26, 27, 34, 43))
        betaald = 3 + plaats % 9 if plaats % 7 == 0 else None
        te_gaan -= betaald is None
        yield Huurder(
            f"{partij[0].upper()}-{plaats:04}",
            f"{loterij.choice(VOORNAMEN)} {loterij.choice(ACHTERNAMEN)}",
            loterij.randint(1940, 2006),
            loterij.randint(1, 5),
            straat,
            20 + plaats,
            postcode,
            loterij.randrange(520, 880, 5),
            sinds,
            1.0 if sinds < 30 else loterij.choice((1.0, 1.2, 1.4)),
            betaald,
        )


def _rij(huurder: Huurder, vandaag: date, geleden: int) -> Mapping[str, str]:
    maanden = min(1.0, huurder.maanden) if geleden else huurder.maanden
    return {
        "contractnummer": huurder.contractnummer,
        "naam": huurder.naam,
        "geboortedatum": f"{geboren_op(huurder):%d-%m-%Y}",
        "telefoonnummer": f"06 000{huurder.nummer:05}",
        "straatnaam": huurder.straat,
        "huisnummer": str(huurder.nummer),
        "huisletter": "",
        "huisnummertoevoeging": "",
        "postcode": huurder.postcode,
        "plaats": "Haarlem",
        "aantal_ingeschreven_bewoners": str(huurder.bewoners),
        "huur_per_maand": str(huurder.huur),
        "schuld": f"{huurder.huur * maanden:.2f}".replace(".", ","),
        "achterstand_sinds": (vandaag - timedelta(days=huurder.sinds)).strftime("%d-%m-%Y"),
    }
