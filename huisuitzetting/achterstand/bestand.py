"""A CSV file as people send it: tolerant of how it was saved, strict about what it says. Read in pieces, never whole.

UTF-8 with or without BOM, or Windows-1252; separated by ; or , or tab. What cannot be read is a fault with its row.
"""

import codecs
import csv
import io
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import BinaryIO

from django.conf import settings

from convenant.poort.handeling import Ongeldig

STUK = 1 << 16
LANGSTE_REGEL = 10_000
SCHEIDINGSTEKENS = (";", "\t", ",")
Rij = tuple[int, Mapping[str, str]]
Fout = tuple[int, str, str]  # row (the column names are row 1), column, sentence


def lees(
    bron: BinaryIO, verplicht: Sequence[str], optioneel: Sequence[str], fouten: list[Fout]
) -> Iterator[Rij]:
    """Each row with its number and a value per column, stripped and in NFC; what cannot be read goes to `fouten`.

    Raises Ongeldig on "bestand" for what makes reading on useless.
    """
    codering = _onderzoek(bron)
    bron.seek(0)
    tekst = io.TextIOWrapper(bron, encoding=codering, newline="")
    try:
        regels = _regels(tekst)
        kop = next(regels, "")
        scheiding, namen = _kop(kop)
        _toets_kop(namen, verplicht, optioneel)
        yield from _rijen(csv.reader(regels, delimiter=scheiding, strict=True), namen, fouten)
    finally:
        tekst.detach()


def kolomnamen(bron: BinaryIO) -> Sequence[str]:
    """The names in the first row; those we know have no letter that an encoding could change."""
    bron.seek(0)
    return _kop(bron.readline(LANGSTE_REGEL).decode("utf-8-sig", "replace"))[1]


def _kop(regel: str) -> tuple[str, Sequence[str]]:
    scheiding = max(SCHEIDINGSTEKENS, key=regel.count)
    return scheiding, [cel.strip().lower() for cel in next(csv.reader([regel], delimiter=scheiding), [])]


def _onderzoek(bron: BinaryIO) -> str:
    """The encoding of a file that is small enough and is text; reads all of it, a piece at a time."""
    bron.seek(0)
    utf8 = codecs.getincrementaldecoder("utf-8")()
    codering, omvang = "utf-8-sig", 0
    while stuk := bron.read(STUK):
        omvang += len(stuk)
        if omvang > settings.INLEZEN_MAX_BYTES:
            raise _stop(f"Dit bestand is te groot. Het mag {settings.INLEZEN_MAX_BYTES >> 20} MB zijn.")
        if b"\0" in stuk:
            raise _stop("Dit is geen tekstbestand. Sla het op als CSV en kies het opnieuw.")
        try:
            utf8.decode(stuk)
        except UnicodeDecodeError:
            codering = "cp1252"
    if not omvang:
        raise _stop("Dit bestand is leeg. Kies een ander bestand.")
    return codering


def _regels(tekst: io.TextIOWrapper) -> Iterator[str]:
    try:
        while regel := tekst.readline(LANGSTE_REGEL + 1):
            if len(regel) > LANGSTE_REGEL:
                raise _stop("Een rij in dit bestand is te lang. Controleer de aanhalingstekens.")
            yield regel
    except UnicodeDecodeError:
        raise _stop("De letters in dit bestand kennen wij niet. Sla het op als ‘CSV UTF-8’.") from None


def _toets_kop(namen: Sequence[str], verplicht: Sequence[str], optioneel: Sequence[str]) -> None:
    if mist := [naam for naam in verplicht if naam not in namen]:
        raise _stop(f"In de eerste rij staan niet alle kolomnamen. Dit mist: {', '.join(mist)}.")
    if vreemd := [naam for naam in namen if naam not in (*verplicht, *optioneel)]:
        genoemd = ", ".join(naam[:40] or "zonder naam" for naam in vreemd)
        raise _stop(f"Deze kolommen horen niet in het bestand: {genoemd}. Haal ze weg.")
    if len(set(namen)) < len(namen):
        raise _stop("Een kolom staat er meer dan een keer. Houd er een over.")


def _rijen(lezer: Iterator[list[str]], namen: Sequence[str], fouten: list[Fout]) -> Iterator[Rij]:
    nummer = 1
    while True:
        nummer += 1
        try:
            cellen = next(lezer)
        except StopIteration:
            break
        except csv.Error:
            raise _stop(f"De aanhalingstekens in rij {nummer} kloppen niet. Verbeter die rij.") from None
        if nummer - 1 > settings.INLEZEN_MAX_RIJEN:
            raise _stop(f"Dit bestand heeft meer dan {settings.INLEZEN_MAX_RIJEN} rijen. Splits het.")
        if not cellen:
            continue
        if len(cellen) != len(namen):
            fouten.append((nummer, "", f"Deze rij heeft {len(cellen)} cellen en geen {len(namen)}."))
            continue
        rij = {
            naam: unicodedata.normalize("NFC", cel.strip()) for naam, cel in zip(namen, cellen, strict=True)
        }
        if vreemd := [naam for naam, cel in rij.items() if not cel.isprintable() or "\ufffd" in cel]:
            fouten += [
                (nummer, naam, "In deze cel staat een teken dat wij niet kunnen lezen.") for naam in vreemd
            ]
            continue
        yield nummer, rij
    if nummer == 2:
        raise _stop("Dit bestand heeft kolomnamen, maar geen rijen. Kies een ander bestand.")


def _stop(zin: str) -> Ongeldig:
    return Ongeldig({"bestand": zin})
