"""What the BRP said about who is registered at an address: what was asked, what comes unasked, and nothing else."""

import logging
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from .adres import Adres
from .fouten import KoppelingMislukt
from .sleutel import persoon_sleutel
from .velden import REGELS

logger = logging.getLogger(__name__)

HOOGSTENS = 30
LANGSTE_TEKST = 450
BSN = re.compile(r"[0-9]{9}")
VANZELF = {
    "geheimhoudingPersoonsgegevens",
    "inOnderzoek",
    "indicatieVastgesteldVerblijftNietOpAdres",
    "opschortingBijhouding",
    "rni",
    "verificatie",
}


@dataclass(frozen=True, repr=False)
class Datum:
    """A date of which the day, the month or all may be unknown (None); `tekst` as the BRP writes it."""

    jaar: int | None
    maand: int | None
    dag: int | None
    tekst: str


@dataclass(frozen=True, repr=False)
class Opschorting:
    """Why the person's data are no longer kept up, and since when."""

    reden: str
    omschrijving: str
    datum: Datum | None


@dataclass(frozen=True, repr=False)
class InOnderzoek:
    """A field whose correctness is being looked into, and since when."""

    veld: str
    sinds: Datum | None


@dataclass(frozen=True, repr=False)
class Rni:
    """Who delivered data about a non-resident, and which."""

    deelnemer: str
    categorie: str


@dataclass(frozen=True, repr=False)
class Persoon:
    """One person. Empty or None: not asked, or not known. Has no repr, so that no log or report shows it."""

    sleutel: str
    volledige_naam: str = ""
    voornamen: str = ""
    voorletters: str = ""
    voorvoegsel: str = ""
    geslachtsnaam: str = ""
    adellijke_titel: str = ""
    geslacht: str = ""
    geboortedatum: Datum | None = None
    leeftijd: int | None = None
    adresregel1: str = ""
    adresregel2: str = ""
    adresregel3: str = ""
    land: str = ""
    geheimhouding: bool = False
    vastgesteld_niet_op_adres: bool = False
    opschorting: Opschorting | None = None
    in_onderzoek: tuple[InOnderzoek, ...] = ()
    rni: tuple[Rni, ...] = ()


@dataclass(frozen=True, repr=False)
class Antwoord:
    """Who is registered at the address. `te_veel`: more than the BRP gives at once, so nobody is named."""

    personen: tuple[Persoon, ...] = ()
    te_veel: bool = False


def lees_antwoord(inhoud: Any, soort: str, adres: Adres, gemeente: str, velden: frozenset[str]) -> Antwoord:
    """The people at exactly this address. Raises KoppelingMislukt when any part of the answer cannot be trusted."""
    antwoord = _groep(inhoud)
    personen = antwoord.get("personen")
    if antwoord.get("type") != soort or not isinstance(personen, list):
        raise KoppelingMislukt("ongeldig_antwoord")
    if len(personen) > HOOGSTENS:
        raise KoppelingMislukt("te_veel_personen")
    exact = []
    for persoon in map(_groep, personen):
        if _groep(persoon.get("gemeenteVanInschrijving", {})).get("code", gemeente) != gemeente:
            raise KoppelingMislukt("andere_gemeente")
        past = _past_bij(adres, _groep(persoon.get("adressering", {})))
        if past is None and soort == "ZoekMetPostcodeEnHuisnummer":
            raise KoppelingMislukt("ander_adres")
        gelezen = _persoon(persoon, velden)
        if past:
            exact.append(gelezen)
    # One BAG id may have a second address. People there are left out, but then somebody must live at this one.
    if personen and not exact and soort != "ZoekMetPostcodeEnHuisnummer":
        raise KoppelingMislukt("ander_adres")
    if any(_meer_dan_gevraagd(_groep(persoon), velden) for persoon in personen):
        logger.warning("brp: meer_velden")
    return Antwoord(tuple(exact))


def _past_bij(adres: Adres, regels: Mapping[str, Any]) -> bool | None:
    """True: this address. False: the same number with another letter or addition. None: another address."""
    regel1, regel2 = _tekst(regels.get("adresregel1")), _tekst(regels.get("adresregel2"))
    if _kaal(regel2[:7]) != _kaal(adres.postcode):
        return None
    gezocht = re.fullmatch(r"(?:(to|by)\b)?(.*)", adres.huisnummertoevoeging.strip(), re.IGNORECASE)
    aanduiding, toevoeging = (gezocht[1] or "", gezocht[2]) if gezocht else ("", "")
    erachter = _kaal(adres.huisletter + toevoeging)
    nummers = list(re.finditer(rf"(?:^|\s)(?:(t/o|bij) )?{adres.huisnummer}(?![0-9])(?=(.*))", regel1))
    if not nummers:
        return None
    aanduiding = {"to": "t/o", "by": "bij"}.get(aanduiding.lower(), "")
    return any((n[1] or "") == aanduiding and _kaal(n[2]) == erachter for n in nummers)


def _kaal(tekst: str) -> str:
    return re.sub(r"[\s\-./]", "", tekst).upper()


def _persoon(gegevens: Mapping[str, Any], velden: frozenset[str]) -> Persoon:
    bsn = gegevens.get("burgerservicenummer")
    if not (isinstance(bsn, str) and BSN.fullmatch(bsn)):
        raise KoppelingMislukt("zonder_sleutel")
    adressering = _groep(gegevens.get("adressering", {}))
    opschorting = gegevens.get("opschortingBijhouding")
    return Persoon(
        sleutel=persoon_sleutel(bsn),
        geheimhouding=_ja(gegevens.get("geheimhoudingPersoonsgegevens")),
        vastgesteld_niet_op_adres=_ja(adressering.get("indicatieVastgesteldVerblijftNietOpAdres")),
        opschorting=None if opschorting is None else _opschorting(_groep(opschorting)),
        in_onderzoek=tuple(_onderzocht(gegevens, velden)),
        rni=tuple(_rni(_groep(deel)) for deel in _lijst(gegevens.get("rni", []))),
        **{naam: lees(_zoek(gegevens, veld)) for veld, (naam, lees) in LEZERS.items() if veld in velden},
    )


def _onderzocht(gegevens: Mapping[str, Any], velden: frozenset[str]) -> list[InOnderzoek]:
    """Of the fields that were asked, and of the address, which every search is about."""
    gevonden = {}
    for veld in sorted(velden | set(REGELS)):
        *groepen, naam = _pad(veld)
        groep = gegevens
        for deel in groepen:
            groep = _groep(groep.get(deel, {}))
        onderzoek = _groep(groep.get("inOnderzoek", {}))
        if _ja(onderzoek.get(naam)):
            sinds = [d for n, d in onderzoek.items() if n.startswith("datumIngangOnderzoek")]
            gevonden[".".join(_pad(veld))] = _datum(sinds[0]) if sinds else None
    return [InOnderzoek(veld, sinds) for veld, sinds in gevonden.items()]


def _meer_dan_gevraagd(gegevens: Mapping[str, Any], velden: frozenset[str]) -> bool:
    paden = [_pad(veld) for veld in velden | set(REGELS)]
    namen = {pad[0] for pad in paden} | VANZELF | {"burgerservicenummer"}
    if gegevens.keys() - namen:
        return True
    return any(
        groep.keys() - {pad[1] for pad in paden if pad[0] == naam and len(pad) > 1} - VANZELF
        for naam in ("naam", "geboorte", "adressering")
        if (groep := _groep(gegevens.get(naam, {})))
    )


def _pad(veld: str) -> list[str]:
    return veld.replace("adresseringBinnenland", "adressering").split(".")


def _zoek(gegevens: Mapping[str, Any], veld: str) -> Any:
    *groepen, naam = _pad(veld)
    for deel in groepen:
        gegevens = _groep(gegevens.get(deel, {}))
    return gegevens.get(naam)


def _groep(waarde: Any) -> Mapping[str, Any]:
    if not isinstance(waarde, dict):
        raise KoppelingMislukt("ongeldig_antwoord")
    return waarde


def _lijst(waarde: Any) -> list[Any]:
    if not isinstance(waarde, list):
        raise KoppelingMislukt("ongeldig_antwoord")
    return waarde


def _tekst(waarde: Any) -> str:
    """One line of printable text. The patterns of the specification are narrower than the names that people have."""
    if waarde is None:
        return ""
    if not isinstance(waarde, str) or len(waarde) > LANGSTE_TEKST or not waarde.isprintable():
        raise KoppelingMislukt("ongeldig_antwoord")
    return unicodedata.normalize("NFC", waarde.strip())


def _ja(waarde: Any) -> bool:
    if waarde not in (None, True, False):
        raise KoppelingMislukt("ongeldig_antwoord")
    return bool(waarde)


def _getal(waarde: Any) -> int | None:
    if waarde is not None and (
        not isinstance(waarde, int) or isinstance(waarde, bool) or not 0 <= waarde <= 9999
    ):
        raise KoppelingMislukt("ongeldig_antwoord")
    return waarde


def _omschrijving(waarde: Any) -> str:
    return "" if waarde is None else _tekst(_groep(waarde).get("omschrijving"))


def _code(waarde: Any) -> str:
    return "" if waarde is None else _tekst(_groep(waarde).get("code"))


def _datum(waarde: Any) -> Datum | None:
    if waarde is None:
        return None
    gegevens = _groep(waarde)
    tekst = _tekst(gegevens.get("langFormaat"))
    soort = gegevens.get("type")
    if soort == "Datum":
        try:
            heel = date.fromisoformat(_tekst(gegevens.get("datum")))
        except ValueError:
            heel = None
        if heel:
            return Datum(heel.year, heel.month, heel.day, tekst)
    jaar, maand = _getal(gegevens.get("jaar")), _getal(gegevens.get("maand"))
    if soort == "JaarMaandDatum" and jaar and maand and maand <= 12:
        return Datum(jaar, maand, None, tekst)
    if soort == "JaarDatum" and jaar:
        return Datum(jaar, None, None, tekst)
    if soort == "DatumOnbekend":
        return Datum(None, None, None, tekst)
    raise KoppelingMislukt("ongeldig_antwoord")


def _opschorting(gegevens: Mapping[str, Any]) -> Opschorting:
    reden = gegevens.get("reden")
    return Opschorting(_code(reden), _omschrijving(reden), _datum(gegevens.get("datum")))


def _rni(gegevens: Mapping[str, Any]) -> Rni:
    deelnemer = gegevens.get("deelnemer")
    return Rni(_omschrijving(deelnemer) or _code(deelnemer), _tekst(gegevens.get("categorie")))


LEZERS: Mapping[str, tuple[str, Callable[[Any], Any]]] = {
    "naam.volledigeNaam": ("volledige_naam", _tekst),
    "naam.voornamen": ("voornamen", _tekst),
    "naam.voorletters": ("voorletters", _tekst),
    "naam.voorvoegsel": ("voorvoegsel", _tekst),
    "naam.geslachtsnaam": ("geslachtsnaam", _tekst),
    "naam.adellijkeTitelPredicaat": ("adellijke_titel", _omschrijving),
    "geslacht": ("geslacht", _code),
    "geboorte.datum": ("geboortedatum", _datum),
    "leeftijd": ("leeftijd", _getal),
    "adresseringBinnenland.adresregel1": ("adresregel1", _tekst),
    "adresseringBinnenland.adresregel2": ("adresregel2", _tekst),
    "adressering.adresregel1": ("adresregel1", _tekst),
    "adressering.adresregel2": ("adresregel2", _tekst),
    "adressering.adresregel3": ("adresregel3", _tekst),
    "adressering.land": ("land", _omschrijving),
}
