"""A person as the BRP registers it (LO GBA), as the API answers it."""

import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Any

from brpinzage.gba import volledige_naam
from convenant.brp.adres import BAG_ID

from . import onderzoek
from .datums import datum, leeftijd
from .naamgebruik import adressering, voorletters
from .velden import BINNENLAND, Selectie, kies

GEEN_LAND = "0000"
# Values of the code tables that say: not known. They are left out.
ONBEKEND = {"0000", "000", "."}
# Groups that need nothing but what `_vertaal` does.
GEWOON = (
    "europeesKiesrecht",
    "geboorte",
    "gemeenteVanInschrijving",
    "geslacht",
    "immigratie",
    "kinderen",
    "ouders",
    "overlijden",
    "uitsluitingKiesrecht",
    "verblijfstitel",
)
# A nationality that is none, by its code.
GEEN_NATIONALITEIT = {
    "0000": "NationaliteitOnbekend",
    "0499": "Staatloos",
    "0500": "VastgesteldNietNederlander",
}
RNI_CATEGORIEEN = {
    "Persoon": {"aNummer", "burgerservicenummer", "geboorte", "geslacht", "leeftijd", "naam"},
    "Nationaliteit": {"nationaliteiten"},
    "Overlijden": {"overlijden"},
    "Verblijfplaats": {"adressering", "immigratie", "verblijfplaats"},
}
RNI_DEELNEMERS = {
    "0101": "Belastingdienst (inzake heffingen en toeslagen)",
    "0201": "Sociale Verzekeringsbank (inzake AOW, Anw en AKW)",
    "0301": "Uitvoeringsinstituut werknemersverzekeringen (inzake uitkeringen)",
    "0401": "CAK (inzake zorgverzekeringen)",
    "0501": "Immigratie- en naturalisatiedienst (inzake nationaliteitsgegevens)",
    "0601": "Ministerie van Buitenlandse Zaken (inzake geprivilegieerden)",
}


def beantwoord(gba: Mapping[str, Any], selectie: Selectie, vandaag: date) -> dict[str, Any]:
    """What was asked of this person, with what is delivered unasked."""
    antwoord: dict[str, Any] = kies(_persoon(gba, vandaag), selectie)
    onderzoek.voeg_toe(antwoord, gba, selectie)
    for groep, bronnen, elementen in (
        ("nationaliteiten", gba.get("nationaliteiten"), onderzoek.NATIONALITEIT),
        ("kinderen", gba.get("kinderen"), onderzoek.GERELATEERDE),
        ("ouders", gba.get("ouders"), onderzoek.GERELATEERDE),
        ("partners", _partners(gba), onderzoek.GERELATEERDE),
    ):
        for deel, bron in zip(antwoord.get(groep, ()), bronnen or (), strict=groep in antwoord):
            onderzoek.over_gerelateerde(deel, bron, selectie[groep], elementen)
    for alias, groep in BINNENLAND.items():
        if alias in antwoord:
            antwoord[groep] = _samen(antwoord.get(groep, {}), antwoord.pop(alias))
    if onderzoek.Onderzoek.van(gba.get("verblijfplaats")).verblijft_er_niet:
        for groep in antwoord.keys() & BINNENLAND.values():
            antwoord[groep]["indicatieVastgesteldVerblijftNietOpAdres"] = True
    return antwoord | _vanzelf(gba, {BINNENLAND.get(groep, groep) for groep in selectie})


def _samen(een: Mapping[str, Any], ander: Mapping[str, Any]) -> dict[str, Any]:
    """Two cuts of the same group, asked under its own name and under the alias."""
    dubbel = {naam for naam in een.keys() & ander.keys() if isinstance(een[naam], dict)}
    return dict(een) | dict(ander) | {naam: _samen(een[naam], ander[naam]) for naam in dubbel}


def _vanzelf(gba: Mapping[str, Any], gevraagd: set[str]) -> dict[str, Any]:
    """Geheimhouding and opschorting always; rni and verificatie with what was asked of their category."""
    vanzelf: dict[str, Any] = {}
    if gba.get("geheimhoudingPersoonsgegevens", "0") != "0":
        vanzelf["geheimhoudingPersoonsgegevens"] = True
    if opschorting := gba.get("opschortingBijhouding"):
        vanzelf["opschortingBijhouding"] = {
            "reden": dict(opschorting["reden"]),
            "datum": datum(opschorting.get("datum", "")),
        }
    if rni := [_rni(deel) for deel in gba.get("rni") or [] if RNI_CATEGORIEEN[deel["categorie"]] & gevraagd]:
        vanzelf["rni"] = rni
    if (verificatie := gba.get("verificatie")) and RNI_CATEGORIEEN["Persoon"] & gevraagd:
        vanzelf["verificatie"] = _vertaal(verificatie)
    return vanzelf


def _rni(gba: Mapping[str, Any]) -> dict[str, Any]:
    code = gba["deelnemer"]["code"]
    # 0001 and others that the published table does not have come without a description.
    omschrijving = {"omschrijving": RNI_DEELNEMERS[code]} if code in RNI_DEELNEMERS else {}
    return dict(gba) | {"deelnemer": {"code": code} | omschrijving}


def _persoon(gba: Mapping[str, Any], vandaag: date) -> dict[str, Any]:
    """Everything there is to answer about this person."""
    alles = _vertaal({groep: gba[groep] for groep in GEWOON if groep in gba})
    alles |= {
        groep: datum(gba[groep])
        for groep in ("datumEersteInschrijvingGBA", "datumInschrijvingInGemeente")
        if gba.get(groep)
    }
    alles |= {
        groep: gba[groep]
        for groep in ("aNummer", "burgerservicenummer", "indicatieCurateleRegister")
        if gba.get(groep)
    }
    alles["naam"] = _naam(gba.get("naam") or {})
    if volledig := volledige_naam(gba):
        alles["naam"]["volledigeNaam"] = volledig
    leeft = "overlijden" not in gba and "geboorte" in gba
    if leeft and (jaren := leeftijd(gba["geboorte"].get("datum", ""), vandaag)) is not None:
        alles["leeftijd"] = jaren
    if gba.get("nationaliteiten"):
        alles["nationaliteiten"] = [_nationaliteit(deel) for deel in gba["nationaliteiten"]]
    if partners := _partners(gba):
        alles["partners"] = _vertaal(partners)
    schrijfwijze = adressering(gba)
    alles["adressering"] = alles["adresseringBinnenland"] = schrijfwijze
    if verblijfplaats := gba.get("verblijfplaats"):
        alles["verblijfplaats"] = _verblijfplaats(verblijfplaats)
        alles["adressering"] = schrijfwijze | _regels(gba)
        if woont_in_nederland(gba):
            alles["verblijfplaatsBinnenland"] = alles["verblijfplaats"]
            alles["adresseringBinnenland"] = alles["adressering"]
    return alles


def _vertaal(waarde: Any) -> Any:
    """Dates made into the API's, code tables and empty values that say nothing left out, the rest as it is."""
    if isinstance(waarde, list):
        return [_vertaal(deel) for deel in waarde]
    if not isinstance(waarde, dict):
        return waarde.strip() if isinstance(waarde, str) else waarde
    vertaald: dict[str, Any] = {}
    for naam, onder in waarde.items():
        if naam == "inOnderzoek" or not _zegt_iets(onder):
            continue
        if naam.startswith(("datum", "einddatum")):
            vertaald[naam] = datum(onder)
        elif naam == "naam":
            vertaald[naam] = _naam(onder)
        else:
            vertaald[naam] = _vertaal(onder)
    return vertaald


def _zegt_iets(waarde: Any) -> bool:
    if isinstance(waarde, dict) and "code" in waarde:
        return waarde["code"] not in ONBEKEND
    return bool(waarde.strip() if isinstance(waarde, str) else waarde)


def _naam(gba: Mapping[str, Any]) -> dict[str, Any]:
    naam: dict[str, Any] = _vertaal({deel: waarde for deel, waarde in gba.items() if waarde != "."})
    if letters := voorletters(naam.get("voornamen", "")):
        naam["voorletters"] = letters
    return {
        deel: unicodedata.normalize("NFC", waarde) if isinstance(waarde, str) else waarde
        for deel, waarde in naam.items()
    }


def _nationaliteit(gba: Mapping[str, Any]) -> dict[str, Any]:
    code = (gba.get("nationaliteit") or {}).get("code", "")
    bijzonder = {"B": "BehandeldAlsNederlander", "V": "VastgesteldNietNederlander"}.get(
        gba.get("aanduidingBijzonderNederlanderschap", "")
    )
    soort = bijzonder or GEEN_NATIONALITEIT.get(code, "Nationaliteit")
    delen = {
        naam: gba[naam]
        for naam in ("nationaliteit", "redenOpname", "datumIngangGeldigheid")
        if naam in gba and (naam != "nationaliteit" or soort == "Nationaliteit")
    }
    return {"type": soort} | _vertaal(delen)


def _partners(gba: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The partners of now, or else the last from whom was parted."""
    alle = gba.get("partners") or []
    actueel = [partner for partner in alle if not partner.get("ontbindingHuwelijkPartnerschap")]
    return actueel or sorted(alle, key=lambda p: p["ontbindingHuwelijkPartnerschap"].get("datum", ""))[-1:]


def woont_in_nederland(gba: Mapping[str, Any]) -> bool:
    return "land" not in (gba.get("verblijfplaats") or {})


def _verblijfplaats(gba: Mapping[str, Any]) -> dict[str, Any]:
    """One of four kinds; what does not belong to the kind is left out."""
    basis = {naam: datum(gba[naam]) for naam in ("datumIngangGeldigheid",) if naam in gba}
    if "land" in gba:
        basis |= {"datumVan": datum(gba.get("datumAanvangAdresBuitenland", ""))}
        if gba["land"].get("code") == GEEN_LAND:
            return {"type": "VerblijfplaatsOnbekend"} | basis
        adres = {naam: gba[naam] for naam in ("regel1", "regel2", "regel3", "land") if naam in gba}
        return {"type": "VerblijfplaatsBuitenland", "verblijfadres": _vertaal(adres)} | basis
    basis |= {"datumVan": datum(gba.get("datumAanvangAdreshouding", ""))}
    if "functieAdres" in gba:
        basis |= _vertaal({"functieAdres": gba["functieAdres"]})
    if "locatiebeschrijving" in gba:
        adres = {"locatiebeschrijving": gba["locatiebeschrijving"]}
        return {"type": "Locatie", "verblijfadres": _vertaal(adres)} | basis
    ids = ("adresseerbaarObjectIdentificatie", "nummeraanduidingIdentificatie")
    return {
        "type": "Adres",
        "verblijfadres": _adres(gba),
        **{naam: bag_id for naam in ids if BAG_ID.fullmatch(bag_id := gba.get(naam, "").strip())},
        **basis,
    }


def _adres(gba: Mapping[str, Any]) -> dict[str, Any]:
    namen = {
        "straat": "korteStraatnaam",
        "naamOpenbareRuimte": "officieleStraatnaam",
        "huisletter": "huisletter",
        "huisnummertoevoeging": "huisnummertoevoeging",
        "aanduidingBijHuisnummer": "aanduidingBijHuisnummer",
        "postcode": "postcode",
        "woonplaats": "woonplaats",
    }
    adres: dict[str, Any] = _vertaal({namen[naam]: gba[naam] for naam in namen if gba.get(naam)})
    if gba.get("huisnummer"):
        adres["huisnummer"] = int(gba["huisnummer"])
    return adres


def _regels(gba: Mapping[str, Any]) -> dict[str, Any]:
    """The address as it stands on an envelope (NEN 5825)."""
    verblijf = gba["verblijfplaats"]
    if "land" in verblijf:
        if verblijf["land"].get("code") == GEEN_LAND:
            return {}
        regels = {f"adresregel{n}": verblijf[f"regel{n}"] for n in (1, 2, 3) if verblijf.get(f"regel{n}")}
        return _vertaal(regels | {"land": verblijf["land"]})
    postcode = verblijf.get("postcode", "")
    gemeente = (gba.get("gemeenteVanInschrijving") or {}).get("omschrijving", "")
    plaats = (verblijf.get("woonplaats") or gemeente).strip().upper()
    regels = {
        "adresregel1": verblijf.get("locatiebeschrijving") or _straat_en_nummer(verblijf),
        "adresregel2": f"{postcode[:4]} {postcode[4:]}  {plaats}" if postcode else plaats,
    }
    return {naam: regel.strip() for naam, regel in regels.items() if regel.strip()}


def _straat_en_nummer(verblijf: Mapping[str, Any]) -> str:
    aanduiding = (verblijf.get("aanduidingBijHuisnummer") or {}).get("code", "")
    toevoeging = f"{verblijf.get('huisletter', '')}{verblijf.get('huisnummertoevoeging', '')}"
    streep = "-" if toevoeging[:1].isdigit() else " "
    nummer = f"{verblijf.get('huisnummer', '').lstrip('0')}{streep}{toevoeging}".strip(" -")
    delen = (verblijf.get("straat", "").strip("."), {"to": "t/o", "by": "bij"}.get(aanduiding, ""), nummer)
    return " ".join(deel for deel in delen if deel)
