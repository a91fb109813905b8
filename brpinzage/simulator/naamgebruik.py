"""How the BRP writes to a person and about a person: aanhef, aanschrijfwijze, gebruik in lopende tekst.

Words as the specification has them: the own name and the partner's, each perhaps with an adellijke titel; a predicaat
stands before the voorletters; a woman may carry her partner's title as a hoffelijkheidstitel.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from brpinzage.gba import PREDICATEN, TITELS

# The title a woman may use of a partner, and what goes with it.
HOFFELIJK = {"B": "barones", "G": "gravin", "H": "hertogin", "M": "markiezin", "P": "prinses"}
GRAAF = {"G", "GI"}
PRINS = {"P", "PS"}


@dataclass(frozen=True)
class Naam:
    """One person's name, as far as writing to somebody needs it."""

    voorvoegsel: str
    geslachtsnaam: str
    titel: str

    @classmethod
    def van(cls, naam: Mapping[str, Any]) -> "Naam":
        geslachtsnaam = naam.get("geslachtsnaam", "").strip()
        return cls(
            naam.get("voorvoegsel", "").strip(),
            "" if geslachtsnaam == "." else geslachtsnaam,
            (naam.get("adellijkeTitelPredicaat") or {}).get("code", ""),
        )

    def met(self, titel: str = "") -> str:
        return _samen(titel, self.voorvoegsel, self.geslachtsnaam)


def voorletters(voornamen: str) -> str:
    """One letter and a full stop per name; a name of one letter gets none, and a space before what follows."""
    tekst = ""
    for naam in voornamen.split():
        tekst += ("" if not tekst or tekst.endswith(".") else " ") + (
            naam if len(naam) == 1 else f"{naam[0]}."
        )
    return tekst


def adressering(persoon: Mapping[str, Any]) -> dict[str, Any]:
    """The three ways, without those that cannot be made because a name is not known."""
    wijze = Schrijfwijze(persoon)
    gevonden = {
        "aanhef": wijze.aanhef(),
        "aanschrijfwijze": wijze.aanschrijfwijze(),
        "gebruikInLopendeTekst": wijze.lopende_tekst(),
    }
    return {naam: waarde for naam, waarde in gevonden.items() if waarde}


class Schrijfwijze:
    """What the ways of writing have in common: which names in which order, and which titles go with them."""

    def __init__(self, persoon: Mapping[str, Any]):
        naam = persoon.get("naam") or {}
        partner, self.heeft_partner = _partner(persoon.get("partners") or [])
        self.eigen = Naam.van(naam)
        self.partner = Naam.van(partner)
        self.voorletters = voorletters(naam.get("voornamen", ""))
        self.geslacht = (persoon.get("geslacht") or {}).get("code", "")
        gekozen = (naam.get("aanduidingNaamgebruik") or {}).get("code", "E")
        self.gebruik = gekozen if self.partner.geslachtsnaam and gekozen in ("P", "V", "N") else "E"
        self.titel = self.eigen.titel if self._voert_eigen_titel() else ""
        # The aanhef has no name in it, so it may use the title of a partner whose name is not known.
        vrouw_van = self.geslacht == "V" and gekozen != "E" and self.partner.titel in HOFFELIJK
        self.aanhef_van_partner = _aanspreekvorm(self.partner.titel, "V") if vrouw_van else ""
        self.hoffelijk = HOFFELIJK[self.partner.titel] if vrouw_van and self.gebruik != "E" else ""

    def aanhef(self) -> str:
        if vorm := self.aanhef_van_partner or _aanspreekvorm(self.titel, self.geslacht):
            return vorm
        return f"Geachte {naam}" if (naam := self._gewoon({"M": "heer", "V": "mevrouw"})) else ""

    def aanschrijfwijze(self) -> dict[str, str]:
        if not self._naam_bekend():
            return {}
        predicaat = self._vorm(PREDICATEN)
        eigen, partner = self.eigen.met(self._vorm(TITELS)), self.partner.met(self.hoffelijk)
        if self.gebruik == "V":
            eigen, predicaat = _samen(predicaat, eigen), ""
        naam = _samen(predicaat, self.voorletters, self._volgorde(eigen, partner))
        vorm = self._aanspreekvorm_boven_naam()
        return {"naam": _hoofdletter(naam)} | ({"aanspreekvorm": f"De {_klein(vorm)}"} if vorm else {})

    def lopende_tekst(self) -> str:
        if not self._naam_bekend():
            return ""
        adel = self._vorm(PREDICATEN) or self._vorm(TITELS)
        eigen, partner = self.eigen.met(adel), self.partner.met(self.hoffelijk)
        begint_met_titel = self.hoffelijk if self.gebruik in ("P", "V") else adel
        if begint_met_titel:
            return self._volgorde(eigen, partner)
        return self._begroet({"M": "de heer", "V": "mevrouw"}, self._volgorde(eigen, partner))

    def _gewoon(self, begroeting: Mapping[str, str]) -> str:
        """Without title; "" when the own name is needed and not known."""
        if not self._naam_bekend():
            return ""
        return self._begroet(begroeting, self._volgorde(self.eigen.met(), self.partner.met()))

    def _begroet(self, begroeting: Mapping[str, str], naam: str) -> str:
        begin = begroeting.get(self.geslacht, "")
        if begin or not self.voorletters:
            naam = _hoofdletter(naam)
        return _samen(begin or self.voorletters, naam)

    def _volgorde(self, eigen: str, partner: str) -> str:
        return {
            "E": eigen,
            "P": partner,
            "V": f"{partner}-{eigen}",
            "N": f"{eigen}-{partner}",
        }[self.gebruik]

    def _naam_bekend(self) -> bool:
        return bool(self.eigen.geslachtsnaam) or self.gebruik == "P"

    def _voert_eigen_titel(self) -> bool:
        if self.gebruik == "P" or not self.eigen.titel:
            return False
        vrouw_met_predicaat = self.geslacht == "V" and self.eigen.titel in PREDICATEN
        return not (vrouw_met_predicaat and (self.heeft_partner or self.gebruik != "E"))

    def _vorm(self, tabel: Mapping[str, tuple[str, str]]) -> str:
        """The title in the form of the sex, "" where it has none: no titles for who is neither, no lady ridder."""
        man, vrouw = tabel.get(self.titel, ("", ""))
        return {"M": man, "V": "" if self.titel == "R" else vrouw}.get(self.geslacht, "")

    def _aanspreekvorm_boven_naam(self) -> str:
        if self.hoffelijk:
            return self.aanhef_van_partner
        return "" if (self.titel, self.geslacht) == ("R", "V") else _aanspreekvorm(self.titel, self.geslacht)


def _partner(partners: list[Mapping[str, Any]]) -> tuple[Mapping[str, Any], bool]:
    """The name to use and whether there is a partner now: the oldest relation, or else the last one that ended."""
    actueel = [p for p in partners if not p.get("ontbindingHuwelijkPartnerschap")]
    if actueel:
        return min(actueel, key=_aangegaan).get("naam") or {}, True
    if partners:
        return max(partners, key=_ontbonden).get("naam") or {}, False
    return {}, False


def _aangegaan(partner: Mapping[str, Any]) -> str:
    return str((partner.get("aangaanHuwelijkPartnerschap") or {}).get("datum", ""))


def _ontbonden(partner: Mapping[str, Any]) -> str:
    return str(partner["ontbindingHuwelijkPartnerschap"].get("datum", ""))


def _aanspreekvorm(titel: str, geslacht: str) -> str:
    if titel in PRINS:
        return "Hoogheid"
    wie = {"M": "heer", "V": "vrouwe"}.get(geslacht)
    if not titel or not wie:
        return ""
    return f"{'Hooggeboren' if titel in GRAAF else 'Hoogwelgeboren'} {wie}"


def _samen(*delen: str) -> str:
    return " ".join(deel for deel in delen if deel)


def _hoofdletter(tekst: str) -> str:
    return re.sub(r"^\w", lambda eerste: eerste[0].upper(), tekst)


def _klein(tekst: str) -> str:
    return tekst[:1].lower() + tekst[1:]
