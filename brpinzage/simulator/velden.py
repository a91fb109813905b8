"""What can be asked with `fields`, as a tree per kind of answer, and how an answer is cut down to it.

A selection is a tree of what was asked: {"naam": {"volledigeNaam": {}}}. Asking a group asks all of it; asking a part of a
date or of a code table asks the whole date or table.
"""

from collections.abc import Iterable
from typing import Any

Boom = dict[str, "Boom"]
Selectie = dict[str, "Selectie"]

WAARDE: Boom = {}


def _groep(waarden: str, **groepen: Boom) -> Boom:
    return dict.fromkeys(waarden.split(), WAARDE) | groepen


DATUM = _groep("type langFormaat datum jaar maand onbekend")
TABEL = _groep("code omschrijving")
TITEL = _groep("code omschrijving soort")
# What has no parts of its own in a selection.
GEHEEL = (WAARDE, DATUM, TABEL, TITEL)

NAAM = _groep("voornamen voorvoegsel geslachtsnaam voorletters", adellijkeTitelPredicaat=TITEL)
GEBOORTE = _groep("", datum=DATUM, plaats=TABEL, land=TABEL)
REGELS = _groep("adresregel1 adresregel2")
SCHRIJFWIJZE = _groep("aanhef gebruikInLopendeTekst", aanschrijfwijze=_groep("naam aanspreekvorm"))
BINNENLANDS_ADRES = _groep(
    "huisletter huisnummer huisnummertoevoeging korteStraatnaam officieleStraatnaam postcode woonplaats"
    " locatiebeschrijving",
    aanduidingBijHuisnummer=TABEL,
)
GEZAG = _groep("type") | {
    wie: _groep("burgerservicenummer") for wie in ("minderjarige", "ouders", "ouder", "derde", "derden")
}

BEPERKT = _groep(
    "burgerservicenummer leeftijd",
    adressering=REGELS | _groep("adresregel3", land=TABEL),
    adresseringBinnenland=REGELS,
    geboorte=_groep("", datum=DATUM),
    geslacht=TABEL,
    naam=NAAM | _groep("volledigeNaam"),
)
GEZAG_BEPERKT = BEPERKT | {"gezag": GEZAG}
PERSOON = _groep(
    "aNummer burgerservicenummer leeftijd indicatieCurateleRegister",
    adressering=REGELS | SCHRIJFWIJZE | _groep("adresregel3", land=TABEL),
    adresseringBinnenland=REGELS | SCHRIJFWIJZE,
    datumEersteInschrijvingGBA=DATUM,
    datumInschrijvingInGemeente=DATUM,
    europeesKiesrecht=_groep("", aanduiding=TABEL, einddatumUitsluiting=DATUM),
    geboorte=GEBOORTE,
    gemeenteVanInschrijving=TABEL,
    geslacht=TABEL,
    gezag=GEZAG,
    immigratie=_groep(
        "indicatieVestigingVanuitBuitenland vanuitVerblijfplaatsOnbekend",
        datumVestigingInNederland=DATUM,
        landVanwaarIngeschreven=TABEL,
    ),
    indicatieGezagMinderjarige=TABEL,
    kinderen=_groep("burgerservicenummer", geboorte=GEBOORTE, naam=NAAM),
    naam=NAAM | _groep("volledigeNaam", aanduidingNaamgebruik=TABEL),
    nationaliteiten=_groep("type", redenOpname=TABEL, datumIngangGeldigheid=DATUM, nationaliteit=TABEL),
    ouders=_groep(
        "burgerservicenummer ouderAanduiding",
        datumIngangFamilierechtelijkeBetrekking=DATUM,
        geboorte=GEBOORTE,
        geslacht=TABEL,
        naam=NAAM,
    ),
    overlijden=GEBOORTE,
    partners=_groep(
        "burgerservicenummer",
        aangaanHuwelijkPartnerschap=GEBOORTE,
        geboorte=GEBOORTE,
        geslacht=TABEL,
        naam=NAAM,
        ontbindingHuwelijkPartnerschap=_groep("", datum=DATUM),
        soortVerbintenis=TABEL,
    ),
    uitsluitingKiesrecht=_groep("uitgeslotenVanKiesrecht", einddatum=DATUM),
    verblijfplaats=_groep(
        "type adresseerbaarObjectIdentificatie nummeraanduidingIdentificatie",
        datumIngangGeldigheid=DATUM,
        datumVan=DATUM,
        functieAdres=TABEL,
        verblijfadres=BINNENLANDS_ADRES | _groep("regel1 regel2 regel3", land=TABEL),
    ),
    verblijfplaatsBinnenland=_groep(
        "type adresseerbaarObjectIdentificatie nummeraanduidingIdentificatie",
        datumIngangGeldigheid=DATUM,
        datumVan=DATUM,
        functieAdres=TABEL,
        verblijfadres=BINNENLANDS_ADRES,
    ),
    verblijfstitel=_groep("", aanduiding=TABEL, datumEinde=DATUM, datumIngang=DATUM),
)

# Delivered without being asked, so refused when asked.
VANZELF = {
    "geheimhoudingPersoonsgegevens",
    "inOnderzoek",
    "indicatieVastgesteldVerblijftNietOpAdres",
    "opschortingBijhouding",
    "rni",
    "verificatie",
}
# The same group in the answer, for who may see Dutch addresses only.
BINNENLAND = {"adresseringBinnenland": "adressering", "verblijfplaatsBinnenland": "verblijfplaats"}


def bestaat(pad: str, boom: Boom) -> bool:
    for deel in pad.split("."):
        if deel not in boom:
            return False
        boom = boom[deel]
    return True


def selecteer(paden: Iterable[str], boom: Boom) -> Selectie:
    """The tree of what is asked. Every path must exist."""
    selectie: Selectie = {}
    for pad in paden:
        hier, onder = selectie, boom
        for deel in pad.split("."):
            if onder in GEHEEL:
                break
            hier, onder = hier.setdefault(deel, {}), onder[deel]
        _vul(hier, onder)
    return selectie


def _vul(selectie: Selectie, boom: Boom) -> None:
    if boom not in GEHEEL:
        for naam, onder in boom.items():
            _vul(selectie.setdefault(naam, {}), onder)


def kies(gegevens: Any, selectie: Selectie) -> Any:
    """What of `gegevens` was asked. A group of which nothing was found is left as {}."""
    if isinstance(gegevens, list):
        return [kies(element, selectie) for element in gegevens]
    if not selectie or not isinstance(gegevens, dict):
        return gegevens
    gekozen = {naam: kies(gegevens[naam], onder) for naam, onder in selectie.items() if naam in gegevens}
    # Which kind a group is, is part of any of it.
    return ({"type": gegevens["type"]} if "type" in gegevens else {}) | gekozen
