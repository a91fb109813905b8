"""Invented dwellings and households of the demo, the same every time: nobody here exists.

Every tenth dwelling is empty, one household holds a hidden person, and one is more crowded than the maximum.
"""

from collections.abc import Sequence
from datetime import date
from random import Random

from .adres import Adres, maak_adres
from .rijen import Bezitrij, Persoonsrij

INGANG = date(2020, 6, 1)
STRATEN = {
    "linde": (("Vlinderpad", "2100 AA"), ("Krekelstraat", "2100 AB"), ("Libellenhof", "2100 AC")),
    "waterkant": (("Zeilmakerskade", "2100 BA"), ("Ankerplein", "2100 BB")),
}
VOORNAMEN = (
    "Amina Bas Chaima Daan Elif Floor Gijs Hanneke Ibrahim Jasmijn Koen Lotte Mehmet Noor Özlem Pim".split()
)
ACHTERNAMEN = (
    "de Wit-Vliegenthart",
    "van der Proefsteen",
    "Voorbeeld",
    "Testman",
    "Çınarproef",
    "van 't Verzinsel",
    "Nepstra",
    "de Schijn",
    "Łukaverzonnen",
    "ten Fantasie",
)
VERBORGEN, DRUK = ("2100 AB", "7"), ("2100 AC", "5")


def adressen(partij: str) -> Sequence[Adres]:
    """Twenty dwellings a street, some with a letter or an addition."""
    gevonden = []
    for straat, postcode in STRATEN[partij]:
        for nummer in range(1, 21):
            letter = "A" if nummer % 7 == 0 else ""
            toevoeging = "2" if nummer % 9 == 0 else ""
            gevonden.append(maak_adres(postcode, str(nummer), letter, toevoeging, straat, "Heemstede"))
    return gevonden


def bezit(partij: str) -> list[Bezitrij]:
    return [Bezitrij(adres, INGANG) for adres in adressen(partij)]


def ingeschrevenen() -> list[Persoonsrij]:
    return [
        rij
        for partij in STRATEN
        for index, adres in enumerate(adressen(partij))
        if index % 10 != 9
        for rij in _huishouden(adres)
    ]


def _huishouden(adres: Adres) -> list[Persoonsrij]:
    loterij = Random(adres.sleutel)  # noqa: S311  (invented people, not a secret)
    naam = loterij.choice(ACHTERNAMEN)
    aantal = 24 if (adres.postcode, adres.huisnummer) == DRUK else loterij.randint(1, 4)
    verborgen = (adres.postcode, adres.huisnummer) == VERBORGEN
    return [
        Persoonsrij(
            adres,
            "" if verborgen and nummer == 0 else f"{loterij.choice(VOORNAMEN)} {naam}",
            f"demo-{adres.sleutel}-{nummer}",
            afgeschermd=verborgen and nummer == 0,
        )
        for nummer in range(aantal)
    ]


def voorbeelden() -> list[Adres]:
    """Addresses the demo's first raadplegingen ask: two own ones, a hidden one, one of the other corporatie."""
    eigen = adressen("linde")
    verborgen = next(adres for adres in eigen if (adres.postcode, adres.huisnummer) == VERBORGEN)
    return [eigen[0], eigen[3], verborgen, adressen("waterkant")[0]]
