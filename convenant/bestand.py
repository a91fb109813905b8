"""A CSV file as people send it: tolerant of how it was saved, strict about what it says.

Encoding (UTF-8 with or without BOM, Windows-1252), separator (; , tab), quotes and line ends may differ. Everything else
that is not as agreed is a fault with its row and column. The file is read twice, in pieces, and never held in memory.
"""

import codecs
import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from charset_normalizer import from_bytes
from django.conf import settings

from convenant.poort.handeling import Ongeldig

GETOOND = 20
SCHEIDINGSTEKENS = (";", "\t", ",")
FORMULE = ("=", "+", "-", "@")
STUK = 1 << 16
LANGSTE_REGEL = 10_000
MEGABYTE = 1024 * 1024
# How files that are no text begin, and what they are.
ANDERE_SOORTEN = {
    b"PK\x03\x04": "een Excel- of zip-bestand",
    b"\xd0\xcf\x11\xe0": "een oud Excel-bestand",
    b"%PDF": "een pdf",
    b"\x1f\x8b": "een ingepakt bestand",
    b"\x89PNG": "een afbeelding",
    b"\xff\xd8\xff": "een afbeelding",
}
ANDERE_CODERING = (
    "De letters in dit bestand zijn opgeslagen op een manier die wij niet kennen. "
    "Sla het bestand op als ‘CSV UTF-8’ en kies het opnieuw."
)
ACCENTEN_WEG = (
    "In deze cel zijn letters met accenten beschadigd. "
    "Sla het bestand opnieuw op als ‘CSV UTF-8’, vanuit het programma waar het gemaakt is."
)


@dataclass(frozen=True)
class Rijfout:
    """One fault. `rij` counts as a spreadsheet does, the column names being row 1; 0 is the file as a whole."""

    rij: int
    kolom: str
    zin: str


class BestandFout(Ongeldig):
    """The file cannot be used. `rijen` holds the first faults, `aantal` counts them all."""

    def __init__(self, rijen: Sequence[Rijfout], aantal: int):
        self.rijen = tuple(rijen)
        self.aantal = aantal
        self.logzin = f"Het bestand is niet geladen. Aantal fouten: {aantal}."
        if self.rijen[0].rij == 0:
            zin = self.rijen[0].zin
        elif aantal == 1:
            zin = "Het bestand heeft 1 fout. Verbeter die en kies het bestand opnieuw."
        else:
            zin = f"Het bestand heeft {aantal} fouten. Verbeter ze en kies het bestand opnieuw."
        super().__init__({"bestand": zin})


class Fouten:
    """Collects the faults of one file: the first are kept, all are counted. So is what was left out on purpose.

    `in_rijen` counts the rows they are in, for faults that come in the order of the file.
    """

    def __init__(self, bewaard: int = GETOOND) -> None:
        self._bewaard = bewaard
        self._laatste = -1
        self.eerste: list[Rijfout] = []
        self.aantal = 0
        self.in_rijen = 0
        self.overgeslagen = 0

    def meld(self, rij: int, kolom: str, zin: str) -> None:
        self.aantal += 1
        self.in_rijen += rij != self._laatste
        self._laatste = rij
        if len(self.eerste) < self._bewaard:
            self.eerste.append(Rijfout(rij, kolom, zin))

    def sluit(self) -> None:
        """Raises BestandFout when there were any."""
        if self.aantal:
            raise BestandFout(self.eerste[:GETOOND], self.aantal)

    def stop(self, rij: int, zin: str) -> BestandFout:
        """The fault after which reading on makes no sense; of those before it the first are told too."""
        self.meld(rij, "", zin)
        return BestandFout(self.eerste[:GETOOND], self.aantal)


@dataclass(frozen=True)
class Kolommen:
    """The columns of one kind of file: those that must be there, those that may, and where a cell may begin with a sign."""

    verplicht: tuple[str, ...]
    optioneel: tuple[str, ...] = ()
    met_teken: tuple[str, ...] = ()

    @property
    def bekend(self) -> frozenset[str]:
        return frozenset(self.verplicht + self.optioneel)


def lees_tabel(
    bron: bytes | BinaryIO, kolommen: Kolommen, fouten: Fouten
) -> Iterator[tuple[int, Mapping[str, str]]]:
    """The rows whose cells can be read, each with its number and a value per known column, stripped and in NFC.

    `bron` is seekable. Rows that cannot be read are reported to `fouten`. Raises BestandFout at what makes reading on
    useless.
    """
    stroom = io.BytesIO(bron) if isinstance(bron, bytes) else bron
    stroom.seek(0)
    codering = _onderzoek(stroom, fouten)
    stroom.seek(0)
    tekst = io.TextIOWrapper(stroom, encoding=codering, newline="")
    try:
        yield from _lees_rijen(tekst, kolommen, fouten)
    finally:
        tekst.detach()


def kolomnamen(stroom: BinaryIO, kolommen: Kolommen) -> Sequence[str]:
    """The names in the first row; those we know have no letter that an encoding could change."""
    stroom.seek(0)
    tekst = io.TextIOWrapper(stroom, encoding="utf-8-sig", errors="replace", newline="")
    try:
        return _lees_namen(tekst.readline(LANGSTE_REGEL), kolommen)[1]
    finally:
        tekst.detach()


def _onderzoek(stroom: BinaryIO, fouten: Fouten) -> str:
    """The encoding of a file that is small enough and is text; reads all of it, a piece at a time."""
    utf8 = codecs.getincrementaldecoder("utf-8")()
    is_utf8, omvang, vreemd = True, 0, bytearray()
    while stuk := stroom.read(STUK):
        if not omvang:
            _toets_begin(stuk, fouten)
        omvang += len(stuk)
        toets_omvang(omvang, fouten)
        if b"\0" in stuk:
            raise fouten.stop(0, "Dit is geen tekstbestand. Sla het op als CSV en kies het opnieuw.")
        try:
            utf8.decode(stuk)
        except UnicodeDecodeError:
            is_utf8 = False
        if not stuk.isascii() and len(vreemd) < STUK:
            vreemd += b"\n".join(regel for regel in stuk.splitlines() if not regel.isascii())
    if not omvang:
        raise fouten.stop(0, "Dit bestand is leeg. Kies een ander bestand.")
    if is_utf8:
        try:
            utf8.decode(b"", final=True)
            return "utf-8-sig"
        except UnicodeDecodeError:
            pass
    return _niet_utf8(bytes(vreemd), fouten)


def toets_omvang(omvang: int, fouten: Fouten) -> None:
    """Raises BestandFout for more bytes than may be loaded."""
    if omvang > settings.INLEZEN_MAX_BYTES:
        grens = settings.INLEZEN_MAX_BYTES // MEGABYTE
        raise fouten.stop(0, f"Dit bestand is te groot. Het mag {grens} MB zijn. Maak een kleiner bestand.")


def _toets_begin(stuk: bytes, fouten: Fouten) -> None:
    if stuk.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise fouten.stop(0, ANDERE_CODERING)
    for begin, soort in ANDERE_SOORTEN.items():
        if stuk.startswith(begin):
            raise fouten.stop(0, f"Dit is geen CSV-bestand maar {soort}. Sla het op als CSV.")


def _niet_utf8(vreemd: bytes, fouten: Fouten) -> str:
    """Windows-1252, unless its letters say that it is one of the older code pages of DOS and Mac."""
    beste = from_bytes(vreemd, cp_isolation=["cp1252", "cp437", "cp850", "mac_roman"]).best()
    if beste is None or beste.encoding != "cp1252":
        raise fouten.stop(0, ANDERE_CODERING)
    return "cp1252"


def _lees_rijen(
    tekst: io.TextIOWrapper, kolommen: Kolommen, fouten: Fouten
) -> Iterator[tuple[int, Mapping[str, str]]]:
    regels = _regels(tekst, fouten)
    kop = next(regels, "")
    scheiding, namen = _lees_kop(kop, kolommen, fouten)
    rij, gevuld = 1, 0
    lezer = csv.reader(regels, delimiter=scheiding, strict=True)
    while True:
        rij += 1
        try:
            cellen = next(lezer)
        except StopIteration:
            break
        except csv.Error:
            zin = (
                "De aanhalingstekens in deze rij kloppen niet. Zet een aanhalingsteken binnen een cel dubbel."
            )
            raise fouten.stop(rij, zin) from None
        if not cellen:
            continue
        gevuld += 1
        if gevuld > settings.INLEZEN_MAX_RIJEN:
            raise fouten.stop(
                0, f"Dit bestand heeft meer dan {settings.INLEZEN_MAX_RIJEN} rijen. Splits of verklein het."
            )
        if (waarden := _lees_rij(rij, cellen, namen, kolommen, fouten)) is not None:
            yield rij, waarden
    if not gevuld:
        raise fouten.stop(0, "Dit bestand heeft kolomnamen, maar geen rijen. Kies een ander bestand.")


def _regels(tekst: io.TextIOWrapper, fouten: Fouten) -> Iterator[str]:
    nummer = 0
    try:
        while regel := tekst.readline(LANGSTE_REGEL + 1):
            nummer += 1
            if len(regel) > LANGSTE_REGEL:
                raise fouten.stop(
                    nummer, "Deze rij is te lang. Controleer de aanhalingstekens in het bestand."
                )
            yield regel
    except UnicodeDecodeError:
        raise fouten.stop(0, ANDERE_CODERING) from None


def _lees_kop(kop: str, kolommen: Kolommen, fouten: Fouten) -> tuple[str, Sequence[str]]:
    scheiding, namen = _lees_namen(kop, kolommen)
    if not kolommen.bekend.intersection(namen):
        verplicht = ", ".join(kolommen.verplicht)
        raise fouten.stop(1, f"De eerste rij heeft geen kolomnamen die wij kennen. Zet daar: {verplicht}.")
    for naam in kolommen.verplicht:
        if naam not in namen:
            fouten.meld(1, naam, "Deze kolom ontbreekt. Voeg haar toe, ook als zij leeg is.")
    for naam in dict.fromkeys(namen):
        if naam not in kolommen.bekend:
            fouten.meld(1, naam[:40], "Deze kolom kennen wij niet. Haal haar uit het bestand.")
        elif namen.count(naam) > 1:
            fouten.meld(1, naam, "Deze kolom staat er meer dan een keer. Houd er een over.")
    fouten.sluit()
    return scheiding, namen


def _lees_namen(kop: str, kolommen: Kolommen) -> tuple[str, Sequence[str]]:
    """The separator that gives the most known columns, and the columns as they stand."""
    return max(
        ((teken, _kolomnamen(kop, teken)) for teken in SCHEIDINGSTEKENS),
        key=lambda gelezen: len(kolommen.bekend.intersection(gelezen[1])),
    )


def _kolomnamen(kop: str, scheiding: str) -> Sequence[str]:
    try:
        cellen = next(csv.reader([kop], delimiter=scheiding, strict=True), [])
    except csv.Error:
        return []
    return [cel.strip().lower() for cel in cellen]


def _lees_rij(
    rij: int, cellen: Sequence[str], namen: Sequence[str], kolommen: Kolommen, fouten: Fouten
) -> Mapping[str, str] | None:
    if len(cellen) != len(namen):
        zin = f"Deze rij heeft {len(cellen)} cellen en de eerste rij heeft er {len(namen)}. Maak ze gelijk."
        fouten.meld(rij, "", zin)
        return None
    return lees_cellen(rij, zip(namen, cellen, strict=True), fouten, kolommen.met_teken)


def lees_cellen(
    rij: int, cellen: Iterable[tuple[str, str]], fouten: Fouten, met_teken: Sequence[str] = ()
) -> Mapping[str, str] | None:
    """The cells of one row by column, stripped and in NFC; None when one of them cannot be what was meant."""
    waarden, goed = {}, True
    for naam, cel in cellen:
        cel = cel.strip()
        if zin := _celfout(cel, mag_teken=naam in met_teken):
            fouten.meld(rij, naam, zin)
            goed = False
        waarden[naam] = cel if cel.isascii() else unicodedata.normalize("NFC", cel)
    return waarden if goed else None


def _celfout(cel: str, *, mag_teken: bool) -> str:
    if cel.startswith(FORMULE) and not mag_teken:
        return f"Deze cel begint met {cel[0]} en lijkt op een formule. Haal dat teken weg."
    if not cel.isprintable():
        return "In deze cel staat een teken dat wij niet kunnen lezen. Typ de cel opnieuw."
    if not cel.isascii() and _beschadigd(cel):
        return ACCENTEN_WEG
    return ""


def _beschadigd(cel: str) -> bool:
    """UTF-8 that was once read as Windows-1252 (‘ZoÃ«’), or letters that were lost for good."""
    if "\ufffd" in cel:
        return True
    try:
        return bool(cel.encode("cp1252").decode("utf-8"))
    except UnicodeError:
        return False
