"""Two kinds of file: the municipality's extract of the BRP (HEE-OW.6) and a corporatie's own stock (HEE-2.3).

Both readers give one row at a time and check all of them; once a fault is seen they give no more, and at the end they
raise BestandFout. What was read before it is worth nothing: whoever loads rows does so all or nothing.
"""

import io
import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from typing import BinaryIO

from convenant.bestand import Fouten, Kolommen, lees_tabel
from convenant.brp.adres import Adres, AdresFout, maak_adres
from convenant.jsonbestand import is_json

from . import vera
from .rijen import LANGSTE_NAAM, Bezitrij, Persoonsrij

ADRES = ("postcode", "huisnummer", "huisletter", "huisnummertoevoeging")
UITTREKSEL = Kolommen(
    verplicht=(*ADRES, "bag_id", "naam", "persoon_sleutel", "afgeschermd"),
    optioneel=("straatnaam", "woonplaats"),
)
BEZIT = Kolommen(verplicht=(*ADRES, "straatnaam", "woonplaats", "bag_id", "van", "tot"))

JA_NEE = {"ja": True, "nee": False}
LANGSTE_SLEUTEL, LANGSTE_STRAAT = 64, 100
# A BSN has 9 digits, 8 when its leading zero was lost; an A-nummer has 10.
PERSOONSNUMMER = re.compile(r"[0-9]{8,10}")
DATUM = re.compile(
    r"(?P<dag>\d{1,2})-(?P<maand>\d{1,2})-(?P<jaar>\d{4})|(?P<jaar2>\d{4})-(?P<maand2>\d\d)-(?P<dag2>\d\d)",
    re.ASCII,
)


def lees_uittreksel(bron: bytes | BinaryIO) -> Iterator[Persoonsrij]:
    """The rows of an extract; hidden persons have no name. Raises BestandFout at the end if anything is wrong."""
    fouten = Fouten()
    gezien: dict[int, int] = {}
    for nummer, cellen in lees_tabel(bron, UITTREKSEL, fouten):
        rij = _persoon(nummer, cellen, fouten)
        # The hash of a row, not the row: 250,000 of them stay small.
        eerder = gezien.setdefault(hash((rij.adres.sleutel, rij.persoon_sleutel)), nummer)
        if rij.persoon_sleutel and eerder != nummer:
            zin = f"Deze persoon staat op dit adres ook in rij {eerder}. Haal een van de twee weg."
            fouten.meld(nummer, "persoon_sleutel", zin)
        if not fouten.aantal:
            yield rij
    fouten.sluit()


def lees_bezit(bron: bytes | BinaryIO, fouten: Fouten | None = None) -> Iterator[Bezitrij]:
    """The rows of own stock, from CSV or VERA. Raises BestandFout at the end if anything is wrong.

    `fouten` tells who asks how many units were no dwelling.
    """
    fouten = fouten or Fouten()
    gezien: dict[int, int] = {}
    stroom = io.BytesIO(bron) if isinstance(bron, bytes) else bron
    tabel = vera.lees_eenheden(stroom, fouten) if is_json(stroom) else lees_tabel(stroom, BEZIT, fouten)
    for nummer, cellen in tabel:
        rij = _bezit(nummer, cellen, fouten)
        eerder = gezien.setdefault(hash((rij.adres.sleutel, rij.van)), nummer)
        if eerder != nummer:
            zin = f"Dit adres staat met dezelfde begindatum ook in rij {eerder}. Haal een van de twee weg."
            fouten.meld(nummer, "van", zin)
        if not fouten.aantal:
            yield rij
    fouten.sluit()


def _persoon(nummer: int, cellen: Mapping[str, str], fouten: Fouten) -> Persoonsrij:
    naam, sleutel = cellen["naam"], cellen["persoon_sleutel"]
    afgeschermd = JA_NEE.get(cellen["afgeschermd"].lower())
    if afgeschermd is None:
        fouten.meld(nummer, "afgeschermd", "Wij weten niet of deze persoon geheim is. Vul ja of nee in.")
    elif zin := _naamfout(naam, afgeschermd):
        fouten.meld(nummer, "naam", zin)
    if zin := _sleutelfout(sleutel):
        fouten.meld(nummer, "persoon_sleutel", zin)
    return Persoonsrij(_adres(nummer, cellen, fouten), naam, sleutel, bool(afgeschermd))


def _naamfout(naam: str, afgeschermd: bool) -> str:
    if afgeschermd and naam:
        return "Deze persoon is geheim, maar de naam staat erbij. Haal de naam uit het bestand."
    if not afgeschermd and not naam:
        return "De naam ontbreekt. Vul de naam in, of zet afgeschermd op ja."
    if len(naam) > LANGSTE_NAAM:
        return f"Deze naam is te lang. Een naam heeft hooguit {LANGSTE_NAAM} tekens."
    if vreemd := next((teken for teken in naam if not _hoort_in_naam(teken)), ""):
        return f"Het teken {vreemd} hoort niet in een naam. Sla het bestand op als ‘CSV UTF-8’ of verbeter de naam."
    return ""


def _hoort_in_naam(teken: str) -> bool:
    """What older code pages turn into when read as Windows-1252 is no letter: this is where it shows."""
    return teken.isascii() or teken.isalpha() or teken == "’" or unicodedata.combining(teken) > 0


def _sleutelfout(sleutel: str) -> str:
    if not sleutel:
        return "De sleutel van de persoon ontbreekt. Vul een eigen, betekenisloze sleutel in."
    if len(sleutel) > LANGSTE_SLEUTEL:
        return f"Deze sleutel is te lang. Een sleutel heeft hooguit {LANGSTE_SLEUTEL} tekens."
    if PERSOONSNUMMER.fullmatch(sleutel):
        return "Deze sleutel lijkt een BSN of A-nummer. Die mag er niet in: maak een betekenisloze sleutel."
    return ""


def _bezit(nummer: int, cellen: Mapping[str, str], fouten: Fouten) -> Bezitrij:
    for kolom in ("straatnaam", "woonplaats"):
        if not cellen[kolom]:
            fouten.meld(
                nummer, kolom, "Deze cel is leeg. Vul haar in, want het adres hoort compleet te zijn."
            )
    van, tot = (_datum(nummer, kolom, cellen, fouten) for kolom in ("van", "tot"))
    if not cellen["van"]:
        fouten.meld(nummer, "van", "De begindatum ontbreekt. Vul in sinds wanneer u deze woning hebt.")
    if van and tot and tot <= van:
        fouten.meld(nummer, "tot", "De einddatum ligt niet na de begindatum. Controleer beide datums.")
    return Bezitrij(_adres(nummer, cellen, fouten), van or date.min, tot, nummer)


def _adres(nummer: int, cellen: Mapping[str, str], fouten: Fouten) -> Adres:
    """The address of a row; an empty one when it is wrong, which nobody gets to see."""
    delen = {kolom: cellen.get(kolom, "") for kolom in (*ADRES, "straatnaam", "woonplaats", "bag_id")}
    for kolom in ("straatnaam", "woonplaats"):
        if len(delen[kolom]) > LANGSTE_STRAAT:
            fouten.meld(nummer, kolom, f"Deze cel is te lang. Gebruik hooguit {LANGSTE_STRAAT} tekens.")
    try:
        return maak_adres(**delen)
    except AdresFout as fout:
        fouten.meld(nummer, fout.veld, str(fout))
        return Adres("", str(nummer))


def _datum(nummer: int, kolom: str, cellen: Mapping[str, str], fouten: Fouten) -> date | None:
    if not cellen[kolom]:
        return None
    gelezen = DATUM.fullmatch(cellen[kolom])
    if not gelezen:
        fouten.meld(
            nummer, kolom, "Deze datum kunnen wij niet lezen. Schrijf dag-maand-jaar, zoals 31-12-2026."
        )
        return None
    delen = gelezen.groupdict()
    jaar, maand, dag = (int(delen[deel] or delen[f"{deel}2"]) for deel in ("jaar", "maand", "dag"))
    if not 1900 <= jaar <= 2100:
        fouten.meld(nummer, kolom, "Dit jaar klopt niet. Vul een jaar tussen 1900 en 2100 in.")
        return None
    try:
        return date(jaar, maand, dag)
    except ValueError:
        fouten.meld(nummer, kolom, "Deze datum bestaat niet. Controleer dag en maand.")
        return None
