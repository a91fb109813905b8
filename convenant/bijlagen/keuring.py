"""What may come in: a PDF or a picture by its content, whatever its name or the browser says it is."""

import unicodedata
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath
from zipfile import is_zipfile

from django.conf import settings
from django.core.files import File

from . import beeld, pdf, virusscan
from .afgekeurd import Afgekeurd

LANGSTE_NAAM = 100
MEGABYTE = 1024 * 1024
# Extensions that fit a type, the first the usual one.
EXTENSIES = {
    pdf.SOORT: (".pdf",),
    beeld.JPEG: (".jpg", ".jpeg"),
    beeld.PNG: (".png",),
}


@dataclass(frozen=True)
class Gekeurd:
    """A file that may be kept: pictures without what the camera added, a PDF as it came. A picture has no pages."""

    naam: str
    soort: str
    inhoud: bytes
    bladzijden: int = 0


def keur(bestand: File) -> Gekeurd:
    """Raises Afgekeurd with a sentence for who uploaded it."""
    naam = _toets_naam(bestand.name or "")
    if not bestand.size:
        raise Afgekeurd("Dit bestand is leeg. Kies een ander bestand.")
    if bestand.size > settings.BIJLAGE_MAX_BYTES:
        grens = settings.BIJLAGE_MAX_BYTES // MEGABYTE
        raise Afgekeurd(f"Dit bestand is te groot. Kies een bestand van niet meer dan {grens} MB.")
    bestand.seek(0)
    inhoud = bestand.read()
    virusscan.zoek(inhoud)
    if not inhoud.startswith(pdf.BEGIN):
        soort, schoon = beeld.maak_schoon(inhoud)
        return Gekeurd(_met_extensie(naam, soort), soort, schoon)
    if is_zipfile(BytesIO(inhoud)):
        raise Afgekeurd("In deze pdf zit nog een ander bestand. Maak een nieuwe pdf en kies die.")
    return Gekeurd(_met_extensie(naam, pdf.SOORT), pdf.SOORT, inhoud, pdf.tel_bladzijden(inhoud))


def _toets_naam(naam: str) -> str:
    naam = unicodedata.normalize("NFC", naam)
    if any(teken in naam for teken in "/\\:") or naam.startswith("."):
        raise Afgekeurd("De naam van dit bestand kan niet. Gebruik een gewone naam, zoals machtiging.pdf.")
    # Among these the signs that turn the reading order around, so that "gpj.exe" reads as "exe.jpg".
    if any(unicodedata.category(teken).startswith(("C", "Zl", "Zp")) for teken in naam):
        raise Afgekeurd(
            "In de naam van dit bestand staat een teken dat u niet ziet. Geef het een andere naam."
        )
    if len(naam) > LANGSTE_NAAM:
        raise Afgekeurd(f"De naam van dit bestand is te lang. Gebruik niet meer dan {LANGSTE_NAAM} tekens.")
    if not PurePath(naam).suffix:
        raise Afgekeurd(
            "De naam van dit bestand heeft geen einde, zoals .pdf. Geef het een naam zoals machtiging.pdf."
        )
    return naam


def _met_extensie(naam: str, soort: str) -> str:
    """The name with an extension that tells the truth."""
    extensies = EXTENSIES[soort]
    pad = PurePath(naam)
    return naam if pad.suffix.lower() in extensies else pad.stem + extensies[0]
