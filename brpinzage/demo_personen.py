"""Invented dwellings and people of the demo, the same every time: nobody here exists.

Every tenth dwelling is empty, one household is more crowded than the maximum, and of the people one is hidden, one died and
of one the address is in onderzoek. They stand as in the BRP, which the simulator answers from (`manage.py brp_simulator
--demo`) and of which the demo's first extract is made.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from io import BytesIO
from itertools import count
from random import Random
from typing import Any

from convenant.brp.adres import Adres, maak_adres

from .gba import lees_personen
from .rijen import Bezitrij, Persoonsrij

IN_BEZIT = date(2020, 6, 1)
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
OVERLEDEN, IN_ONDERZOEK = ("2100 AA", "6"), ("2100 AA", "7")
GEMEENTE = {"code": "0397", "omschrijving": "Heemstede"}


def adressen(partij: str) -> Sequence[Adres]:
    """Twenty dwellings a street, some with a letter or an addition, each with the BAG id of the demo's addresses."""
    return _adressen()[partij]


@cache
def _adressen() -> Mapping[str, Sequence[Adres]]:
    volgnummer = count(1)
    return {
        partij: [
            maak_adres(
                postcode,
                str(nummer),
                "A" if nummer % 7 == 0 else "",
                "2" if nummer % 9 == 0 else "",
                straat,
                GEMEENTE["omschrijving"],
                f"{GEMEENTE['code']}01{next(volgnummer):010}",
            )
            for straat, postcode in straten
            for nummer in range(1, 21)
        ]
        for partij, straten in STRATEN.items()
    }


def bezit(partij: str) -> list[Bezitrij]:
    return [Bezitrij(adres, IN_BEZIT) for adres in adressen(partij)]


def ingeschrevenen() -> list[Persoonsrij]:
    """What an extract of these people holds."""
    return list(lees_personen(BytesIO(json.dumps(personen()).encode()), Counter()))


def personen() -> list[dict[str, Any]]:
    """Everyone in the shape of the BRP (LO GBA), with numbers that are nobody's."""
    bewoond = [adres for partij in STRATEN for index, adres in enumerate(adressen(partij)) if index % 10 != 9]
    mensen = [mens for adres in bewoond for mens in _huishouden(adres)]
    return [mens | {"burgerservicenummer": str(999_000_001 + nummer)} for nummer, mens in enumerate(mensen)]


def _huishouden(adres: Adres) -> Iterator[dict[str, Any]]:
    loterij = Random(adres.sleutel)  # noqa: S311  (invented people, not a secret)
    *voorvoegsel, geslachtsnaam = _delen(loterij.choice(ACHTERNAMEN))
    waar = (adres.postcode, adres.huisnummer)
    for nummer in range(24 if waar == DRUK else loterij.randint(1, 4)):
        naam = {"voornamen": loterij.choice(VOORNAMEN), "geslachtsnaam": geslachtsnaam}
        if voorvoegsel:
            naam["voorvoegsel"] = voorvoegsel[0]
        mens = {"naam": naam, "gemeenteVanInschrijving": GEMEENTE, "verblijfplaats": _verblijfplaats(adres)}
        yield mens | (_bijzonder(waar, mens) if nummer == 0 else {})


def _delen(achternaam: str) -> list[str]:
    """The prefix, when there is one, and the rest: a name proper begins with a capital."""
    woorden = achternaam.split()
    begin = next(plaats for plaats, woord in enumerate(woorden) if woord[0].isupper())
    return [" ".join(deel) for deel in (woorden[:begin], woorden[begin:]) if deel]


def _verblijfplaats(adres: Adres) -> dict[str, Any]:
    delen = {
        "straat": adres.straatnaam,
        "huisnummer": adres.huisnummer,
        "huisletter": adres.huisletter,
        "huisnummertoevoeging": adres.huisnummertoevoeging,
        "postcode": adres.postcode.replace(" ", ""),
        "woonplaats": adres.woonplaats,
        "adresseerbaarObjectIdentificatie": adres.bag_id,
    }
    woonadres = {"code": "W", "omschrijving": "woonadres"}
    return {naam: deel for naam, deel in delen.items() if deel} | {"functieAdres": woonadres}


def _bijzonder(waar: tuple[str, str], mens: Mapping[str, Any]) -> dict[str, Any]:
    """What is out of the ordinary about the first of a household."""
    if waar == VERBORGEN:
        return {"geheimhoudingPersoonsgegevens": "7"}
    if waar == OVERLEDEN:
        overleden = {"code": "O", "omschrijving": "overlijden"}
        return {"opschortingBijhouding": {"reden": overleden, "datum": "20260301"}}
    if waar == IN_ONDERZOEK:
        onderzoek = {"aanduidingGegevensInOnderzoek": "081100", "datumIngangOnderzoek": "20260901"}
        return {"verblijfplaats": mens["verblijfplaats"] | {"inOnderzoek": onderzoek}}
    return {}


def voorbeelden() -> list[Adres]:
    """Addresses the demo's first raadplegingen ask: two own ones, a hidden one, one of the other corporatie."""
    eigen = adressen("linde")
    verborgen = next(adres for adres in eigen if (adres.postcode, adres.huisnummer) == VERBORGEN)
    return [eigen[0], eigen[3], verborgen, adressen("waterkant")[0]]
