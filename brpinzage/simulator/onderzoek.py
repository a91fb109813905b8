"""What of an answer is in onderzoek.

The BRP says it in six digits: category, group, element, with 00 for all of it (080000 the whole residence, 081100 the
address, 081120 its number). A derived field is in onderzoek when one of the elements it is made of is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from .datums import datum

VERBLIJFT_ER_NIET = ("089999", "589999")
ADRES = "1110 1115 1120 1130 1140 1150 1160 1170 1180 1190"

_EIGEN_NAAM = "0210 0220 0230 0240 0410"
NAAM = {
    "voornamen": "0210",
    "voorletters": "0210",
    "adellijkeTitelPredicaat": "0220",
    "voorvoegsel": "0230",
    "geslachtsnaam": "0240",
    "volledigeNaam": _EIGEN_NAAM,
    "aanduidingNaamgebruik": "6110",
}
GEBOORTE = {"datum": "0310", "plaats": "0320", "land": "0330"}
OVERLIJDEN = {"datum": "0810", "plaats": "0820", "land": "0830"}
AANGAAN = {"datum": "0610", "plaats": "0620", "land": "0630"}
ONTBINDING = {"datum": "0710"}
NATIONALITEIT = {"type": "0510", "nationaliteit": "0510", "redenOpname": "6310"}
IMMIGRATIE = {"landVanwaarIngeschreven": "1410", "datumVestigingInNederland": "1420"}
GERELATEERDE = {
    "burgerservicenummer": "0120",
    "geslacht": "0410",
    "soortVerbintenis": "1510",
    "datumIngangFamilierechtelijkeBetrekking": "6210",
}
VERBLIJFPLAATS = {
    "Adres": {
        "type": ADRES,
        "datumVan": "1030",
        "functieAdres": "1010",
        "adresseerbaarObjectIdentificatie": "1180",
        "nummeraanduidingIdentificatie": "1190",
    },
    "Locatie": {"type": "1210", "datumVan": "1030", "functieAdres": "1010"},
    "VerblijfplaatsBuitenland": {"type": "1310", "datumVan": "1320"},
    "VerblijfplaatsOnbekend": {"type": "1310", "datumVan": "1320"},
}
VERBLIJFADRES = {
    "Adres": {
        "korteStraatnaam": "1110",
        "officieleStraatnaam": "1115",
        "huisnummer": "1120",
        "huisletter": "1130",
        "huisnummertoevoeging": "1140",
        "aanduidingBijHuisnummer": "1150",
        "postcode": "1160",
        "woonplaats": "1170",
    },
    "Locatie": {"locatiebeschrijving": "1210"},
    "VerblijfplaatsBuitenland": {"land": "1310", "regel1": "1330", "regel2": "1340", "regel3": "1350"},
}
_AANSCHRIJVEN = dict.fromkeys(("aanhef", "aanschrijfwijze", "gebruikInLopendeTekst"), f"{_EIGEN_NAAM} 6110")
_AANSCHRIJVEN_PARTNER = dict.fromkeys(_AANSCHRIJVEN, "0220 0230 0240")
_REGELS = {
    "adresregel1": "1110 1120 1130 1140 1150 1210 1330",
    "adresregel2": "1160 1170 1340",
    "adresregel3": "1350",
    "land": "1310",
}


@dataclass(frozen=True)
class Onderzoek:
    """One inquiry: the six digits and the day it began. Without digits there is none."""

    code: str = ""
    ingang: str = ""

    @classmethod
    def van(cls, groep: Mapping[str, Any] | None, naam: str = "inOnderzoek") -> "Onderzoek":
        gegevens = (groep or {}).get(naam) or {}
        return cls(
            gegevens.get("aanduidingGegevensInOnderzoek", ""), gegevens.get("datumIngangOnderzoek", "")
        )

    @property
    def verblijft_er_niet(self) -> bool:
        return self.code in VERBLIJFT_ER_NIET

    def velden(
        self,
        elementen: Mapping[str, str],
        gevraagd: Iterable[str],
        datumveld: str = "datumIngangOnderzoek",
    ) -> dict[str, Any]:
        """The asked fields that this inquiry is about, with the day it began under the name `datumveld`."""
        geraakt: dict[str, Any] = {
            veld: True for veld in gevraagd if any(map(self._raakt, elementen.get(veld, "").split()))
        }
        if geraakt and self.ingang:
            geraakt[datumveld] = datum(self.ingang)
        return geraakt

    def _raakt(self, element: str) -> bool:
        aangeduid = self.code[2:]
        if self.verblijft_er_niet:
            return element[:2] in ("11", "12")
        return bool(self.code) and (
            aangeduid in ("0000", element) or (aangeduid[2:] == "00" and aangeduid[:2] == element[:2])
        )


def voeg_toe(antwoord: dict[str, Any], gba: Mapping[str, Any], selectie: Mapping[str, Any]) -> None:
    """Puts `inOnderzoek` into the cut-down answer, wherever something that was asked is."""
    persoon = Onderzoek.van(gba, "persoonInOnderzoek")
    verblijf = Onderzoek.van(gba.get("verblijfplaats"))
    _zet(
        antwoord,
        persoon.velden(
            {"burgerservicenummer": "0120", "geslacht": "0410", "leeftijd": "0310"},
            selectie,
            "datumIngangOnderzoekPersoon",
        )
        | verblijf.velden(
            {"gemeenteVanInschrijving": "0910", "datumInschrijvingInGemeente": "0920"},
            selectie,
            "datumIngangOnderzoekGemeente",
        )
        | Onderzoek.van(gba, "gezagInOnderzoek").velden(
            {"indicatieCurateleRegister": "3310"}, selectie, "datumIngangOnderzoekGezag"
        ),
    )
    for groep, onderzoek, elementen in (
        ("naam", persoon, NAAM),
        ("geboorte", persoon, GEBOORTE),
        ("overlijden", Onderzoek.van(gba.get("overlijden")), OVERLIJDEN),
        ("immigratie", verblijf, IMMIGRATIE),
    ):
        if groep in antwoord:
            _zet(antwoord[groep], onderzoek.velden(elementen, selectie[groep]))
    for groep in antwoord.keys() & {"adressering", "adresseringBinnenland"}:
        regels = (
            {}
            if groep == "adresseringBinnenland" and "land" in (gba.get("verblijfplaats") or {})
            else _REGELS
        )
        _adressering(antwoord[groep], gba, selectie[groep], regels)
    for groep in antwoord.keys() & {"verblijfplaats", "verblijfplaatsBinnenland"}:
        _verblijfplaats(antwoord[groep], verblijf, selectie[groep])


def over_gerelateerde(
    antwoord: dict[str, Any],
    gba: Mapping[str, Any],
    selectie: Mapping[str, Any],
    elementen: Mapping[str, str],
) -> None:
    """The same for one partner, parent, child or nationality, which has an inquiry of its own."""
    onderzoek = Onderzoek.van(gba)
    # Only a nationality that is one has one to doubt.
    geen = {"nationaliteit"} if antwoord.get("type", "Nationaliteit") != "Nationaliteit" else set()
    _zet(antwoord, onderzoek.velden(elementen, [veld for veld in selectie if veld not in geen]))
    for groep, onder in (
        ("naam", NAAM),
        ("geboorte", GEBOORTE),
        ("aangaanHuwelijkPartnerschap", AANGAAN),
        ("ontbindingHuwelijkPartnerschap", ONTBINDING),
    ):
        if groep in antwoord:
            _zet(antwoord[groep], onderzoek.velden(onder, selectie[groep]))


def _adressering(
    groep: dict[str, Any], gba: Mapping[str, Any], gevraagd: Mapping[str, Any], regels: Mapping[str, str]
) -> None:
    gevonden = Onderzoek.van(gba.get("verblijfplaats")).velden(
        regels, gevraagd, "datumIngangOnderzoekVerblijfplaats"
    )
    gevonden |= Onderzoek.van(gba, "persoonInOnderzoek").velden(
        _AANSCHRIJVEN, gevraagd, "datumIngangOnderzoekPersoon"
    )
    for partner in gba.get("partners") or []:
        gevonden |= Onderzoek.van(partner).velden(
            _AANSCHRIJVEN_PARTNER, gevraagd, "datumIngangOnderzoekPartner"
        )
    _zet(groep, gevonden)


def _verblijfplaats(groep: dict[str, Any], onderzoek: Onderzoek, gevraagd: Mapping[str, Any]) -> None:
    soort = groep["type"]
    _zet(groep, onderzoek.velden(VERBLIJFPLAATS[soort], gevraagd))
    if "verblijfadres" in groep:
        _zet(
            groep["verblijfadres"],
            onderzoek.velden(VERBLIJFADRES.get(soort, {}), gevraagd["verblijfadres"]),
        )


def _zet(groep: dict[str, Any], gevonden: dict[str, Any]) -> None:
    if gevonden:
        groep["inOnderzoek"] = gevonden
