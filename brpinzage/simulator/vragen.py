"""The seven questions, and what is wrong with one: every fault at once, in the words of the specification."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from . import velden
from .velden import Boom

Fout = dict[str, str]
Controle = Callable[[str, Any], list[Fout]]

VERPLICHT = "Parameter is verplicht."
HOOGSTENS_VELDEN = 130
HOOGSTENS_BSN = 20


@dataclass(frozen=True)
class Soort:
    """One kind of question: what it needs, what it may have, how many it may find (0: no limit) and what it answers."""

    verplicht: tuple[str, ...]
    optioneel: tuple[str, ...]
    hoogstens: int
    boom: Boom


class VraagFout(Exception):
    """A question that cannot be answered, with all that is wrong with it."""

    def __init__(self, fouten: Sequence[Fout]):
        super().__init__(len(fouten))
        self.fouten = list(fouten)


def _soort(verplicht: str, optioneel: str, hoogstens: int, boom: Boom = velden.BEPERKT) -> Soort:
    rest = f"{optioneel} gemeenteVanInschrijving"
    return Soort(tuple(verplicht.split()), tuple(rest.split()), hoogstens, boom)


_HUIS = "huisletter huisnummertoevoeging inclusiefOverledenPersonen"
SOORTEN = {
    "RaadpleegMetBurgerservicenummer": _soort("burgerservicenummer", "", 0, velden.PERSOON),
    "ZoekMetGeslachtsnaamEnGeboortedatum": _soort(
        "geslachtsnaam geboortedatum", "geslacht voorvoegsel voornamen inclusiefOverledenPersonen", 10
    ),
    "ZoekMetNaamEnGemeenteVanInschrijving": _soort(
        "geslachtsnaam voornamen gemeenteVanInschrijving",
        "geslacht voorvoegsel inclusiefOverledenPersonen",
        10,
    ),
    "ZoekMetPostcodeEnHuisnummer": _soort("postcode huisnummer", f"{_HUIS} geboortedatum geslachtsnaam", 30),
    "ZoekMetStraatHuisnummerEnGemeenteVanInschrijving": _soort(
        "straat huisnummer gemeenteVanInschrijving", _HUIS, 30
    ),
    "ZoekMetNummeraanduidingIdentificatie": _soort(
        "nummeraanduidingIdentificatie", "inclusiefOverledenPersonen", 30
    ),
    "ZoekMetAdresseerbaarObjectIdentificatie": _soort(
        "adresseerbaarObjectIdentificatie", "inclusiefOverledenPersonen", 30, velden.GEZAG_BEPERKT
    ),
}


def controleer(vraag: Any) -> Soort:
    """The kind of this question. Raises VraagFout."""
    if not isinstance(vraag, dict):
        raise VraagFout([_fout("body", "object", "Body is geen object.")])
    naam = vraag.get("type")
    if not naam:
        raise VraagFout([_fout("type", "required", VERPLICHT)])
    soort = SOORTEN.get(naam) if isinstance(naam, str) else None
    if not soort:
        raise VraagFout([_fout("type", "value", "Waarde is geen geldig zoek type.")])
    fouten = _fields(vraag.get("fields"), soort.boom)
    for parameter in dict.fromkeys(soort.verplicht + soort.optioneel):
        waarde = vraag.get(parameter)
        if waarde in (None, ""):
            if parameter in soort.verplicht:
                fouten.append(_fout(parameter, "required", VERPLICHT))
        else:
            controles = CONTROLES | (CONTROLES_VERPLICHT if parameter in soort.verplicht else {})
            fouten += controles[parameter](parameter, waarde)
    bekend = {"type", "fields", *soort.verplicht, *soort.optioneel}
    fouten += [_fout(p, "unknownParam", "Parameter is niet verwacht.") for p in vraag if p not in bekend]
    if fouten:
        raise VraagFout(fouten)
    return soort


def _fields(fields: Any, boom: Boom) -> list[Fout]:
    if fields is None:
        return [_fout("fields", "required", VERPLICHT)]
    if fout := _lijst("fields", fields, HOOGSTENS_VELDEN):
        return [fout]
    fouten = []
    for plaats, pad in enumerate(fields):
        naam = f"fields[{plaats}]"
        if not (isinstance(pad, str) and re.fullmatch(r"[a-zA-Z0-9._]{1,200}", pad)):
            fouten.append(_fout(naam, "pattern", r"Waarde voldoet niet aan patroon ^[a-zA-Z0-9\._]{1,200}$."))
        elif velden.VANZELF & set(pad.split(".")):
            fouten.append(_fout(naam, "fields", "Parameter bevat een niet toegestane veldnaam."))
        elif not velden.bestaat(pad, boom):
            fouten.append(_fout(naam, "fields", "Parameter bevat een niet bestaande veldnaam."))
    return fouten


def _lijst(naam: str, waarde: Any, hoogstens: int) -> Fout | None:
    if not isinstance(waarde, list):
        return _fout(naam, "array", "Parameter is geen array.")
    if not waarde:
        return _fout(naam, "minItems", "Array bevat minder dan 1 items.")
    if len(waarde) > hoogstens:
        return _fout(naam, "maxItems", f"Array bevat meer dan {hoogstens} items.")
    return None


def _patroon(*patronen: str) -> Controle:
    reden = f"Waarde voldoet niet aan patroon {'|'.join(f'^{p}$' for p in patronen)}."

    def controle(naam: str, waarde: Any) -> list[Fout]:
        goed = isinstance(waarde, str) and any(re.fullmatch(p, waarde) for p in patronen)
        return [] if goed else [_fout(naam, "pattern", reden)]

    return controle


def _bsn(naam: str, waarde: Any) -> list[Fout]:
    if fout := _lijst(naam, waarde, HOOGSTENS_BSN):
        return [fout]
    een = _patroon("[0-9]{9}")
    return [fout for plaats, bsn in enumerate(waarde) for fout in een(f"{naam}[{plaats}]", bsn)]


def _huisnummer(naam: str, waarde: Any) -> list[Fout]:
    if not isinstance(waarde, int) or isinstance(waarde, bool):
        return [_fout(naam, "integer", "Waarde is geen geldig getal.")]
    if waarde < 1:
        return [_fout(naam, "minimum", "Waarde is lager dan minimum 1.")]
    return [_fout(naam, "maximum", "Waarde is hoger dan maximum 99999.")] if waarde > 99999 else []


def _datum(naam: str, waarde: Any) -> list[Fout]:
    try:
        if isinstance(waarde, str) and len(waarde) == 10:
            date.fromisoformat(waarde)
            return []
    except ValueError:
        pass
    return [_fout(naam, "date", "Waarde is geen geldige datum.")]


def _ja_nee(naam: str, waarde: Any) -> list[Fout]:
    return [] if isinstance(waarde, bool) else [_fout(naam, "boolean", "Waarde is geen boolean.")]


_TEKST = r"[a-zA-Z0-9À-ž \.\-\']"
_STRAAT = r"[a-zA-Z0-9À-ž \-\'\.]"
CONTROLES: dict[str, Controle] = {
    "adresseerbaarObjectIdentificatie": _patroon("(?!0{16})[0-9]{16}"),
    "burgerservicenummer": _bsn,
    "geboortedatum": _datum,
    "gemeenteVanInschrijving": _patroon("[0-9]{4}"),
    "geslacht": _patroon("([Mm]|[Vv]|[Oo])"),
    "geslachtsnaam": _patroon(_TEKST + "{1,200}", _TEKST + r"{3,199}\*{1}"),
    "huisletter": _patroon("[a-zA-Z]{1}"),
    "huisnummer": _huisnummer,
    "huisnummertoevoeging": _patroon(r"[a-zA-Z0-9 \-]{1,4}"),
    "inclusiefOverledenPersonen": _ja_nee,
    "nummeraanduidingIdentificatie": _patroon("(?!0{16})[0-9]{16}"),
    "postcode": _patroon("[1-9]{1}[0-9]{3}[ ]?[A-Za-z]{2}"),
    "straat": _patroon(_STRAAT + "{1,80}", _STRAAT + r"{7,79}\*{1}", r"\*{1}" + _STRAAT + "{7,79}"),
    "voornamen": _patroon(_TEKST + r"{1,199}\*{0,1}"),
    "voorvoegsel": _patroon(r"[a-zA-Z \']{1,10}"),
}
# A * after a few letters may stand in a name that is needed only after three.
CONTROLES_VERPLICHT: dict[str, Controle] = {
    "voornamen": _patroon(_TEKST + "{1,200}", _TEKST + r"{3,199}\*{1}"),
}


def _fout(naam: str, code: str, reden: str) -> Fout:
    return {"name": naam, "code": code, "reason": reden}
