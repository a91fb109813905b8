"""PDF: kept as it came, since it may be signed; so what can do something by itself or hide another file is refused."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf

from .afgekeurd import Afgekeurd

SOORT = "application/pdf"
BEGIN = b"%PDF-"
# What one stream may unpack to; qpdf unpacks only what it needs to find its way in the file.
UITGEPAKT = 64 * 1024 * 1024
# Parts of one file: looking at one takes a kilobyte of memory, and packed together it may be seven bytes of the file.
DELEN = 100_000
# Names in a PDF that mean: run this, open that, here is another file, ask the reader to send something.
DOET_IETS = frozenset(
    "/JS /JavaScript /Launch /ImportData /SubmitForm /RichMedia /XFA /GoToE /Rendition"
    " /EmbeddedFile /EmbeddedFiles /FileAttachment".split()
)
HOOGSTE = re.compile(r"highest object number \((\d+)\)")
ONLEESBAAR = "Wij kunnen deze pdf niet openen. Misschien is hij beschadigd. Maak een nieuwe pdf en kies die."


def stel_grenzen() -> None:
    """Once per process, before anything is opened: qpdf itself has no limits to what it unpacks."""
    pikepdf.settings.set_qpdf_limits(
        flate_max_memory=UITGEPAKT,
        png_max_memory=UITGEPAKT,
        tiff_max_memory=UITGEPAKT,
        run_length_max_memory=UITGEPAKT,
        dct_max_memory=UITGEPAKT,
        doc_max_warnings=100,
    )


def tel_bladzijden(inhoud: bytes) -> int:
    """How many pages. Raises Afgekeurd for what is no PDF, has a password or can do something by itself."""
    try:
        with pikepdf.open(BytesIO(inhoud)) as pdf:
            if pdf.is_encrypted:
                raise Afgekeurd("Deze pdf is beveiligd. Maak een pdf zonder wachtwoord en kies die.")
            if _tel_delen(pdf) > DELEN:
                raise Afgekeurd(
                    "Deze pdf heeft te veel onderdelen. Maak een scan of een nieuwe pdf en kies die."
                )
            if any(naam in DOET_IETS for object in pdf.objects for naam in _namen(object)):
                raise Afgekeurd(
                    "In deze pdf zit een programma of een ander bestand. Druk hem af als nieuwe pdf en kies die."
                )
            bladzijden = len(pdf.pages)
            # A part that did not unpack was not looked at either.
            if not bladzijden or any("decoding stream data" in str(zin) for zin in pdf.get_warnings()):
                raise Afgekeurd(ONLEESBAAR)
            return bladzijden
    except pikepdf.PasswordError as fout:
        raise Afgekeurd("Deze pdf is beveiligd. Maak een pdf zonder wachtwoord en kies die.") from fout
    except (pikepdf.PdfError, RuntimeError) as fout:
        raise Afgekeurd(ONLEESBAAR) from fout


def _tel_delen(pdf: pikepdf.Pdf) -> int:
    """How many the file says it has, or what qpdf says where that is not true; none of them is unpacked for it.

    Raises Afgekeurd when it does not say.
    """
    gezegd: Any = pdf.trailer.get("/Size")
    if not isinstance(gezegd, int):
        raise Afgekeurd(ONLEESBAAR)
    geteld = [int(aantal) for zin in pdf.get_warnings() for aantal in HOOGSTE.findall(str(zin))]
    return max([gezegd, *geteld])


def _namen(object: pikepdf.Object) -> Iterator[str]:
    """Every name in an object, keys included; what it refers to stands among the objects itself."""
    wachtend = [object]
    while wachtend:
        deel = wachtend.pop()
        if isinstance(deel, pikepdf.Name):
            yield bytes(deel).decode(errors="surrogateescape")  # as pikepdf gives the keys
        elif isinstance(deel, pikepdf.Array):
            wachtend += [kind for kind in deel if isinstance(kind, pikepdf.Object) and not kind.is_indirect]
        elif isinstance(deel, pikepdf.Dictionary | pikepdf.Stream):
            for naam, kind in deel.items():
                yield naam
                if isinstance(kind, pikepdf.Object) and not kind.is_indirect:
                    wachtend.append(kind)
