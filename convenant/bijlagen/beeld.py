"""Pictures: decoded and written anew from their pixels, so that nothing the camera or anyone else added comes along."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from PIL import ExifTags, Image, UnidentifiedImageError
from pillow_heif import register_heif_opener

from .afgekeurd import Afgekeurd

JPEG, PNG = "image/jpeg", "image/png"
LEESBAAR = ("JPEG", "PNG", "HEIF")
# The largest picture we decode, and the longest side we keep: an A4 page at over 300 dots an inch.
PIXELS = 50_000_000
ZIJDE = 4000
# How a picture is turned upright, by the direction in which the camera says that it was held.
DRAAI: Mapping[Any, Image.Transpose] = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
ONLEESBAAR = "Wij kunnen dit bestand niet openen. Misschien is het beschadigd. Kies een ander bestand."


def leer_heic() -> None:
    """Once per process: let Pillow read what phones make."""
    register_heif_opener()


def maak_schoon(inhoud: bytes) -> tuple[str, bytes]:
    """(type, content) of the same picture, upright; HEIC becomes JPEG. Raises Afgekeurd."""
    try:
        with Image.open(BytesIO(inhoud), formats=LEESBAAR) as beeld:
            return _schrijf(beeld)
    except UnidentifiedImageError as fout:
        raise Afgekeurd(
            "Dit is geen pdf, jpg, png of heic, of het bestand is beschadigd. Kies een ander bestand."
        ) from fout
    except Image.DecompressionBombError as fout:
        raise _te_groot() from fout
    except Afgekeurd:
        raise
    # What decoders say of a broken file.
    except (OSError, ValueError, SyntaxError, EOFError, RuntimeError) as fout:
        raise Afgekeurd(ONLEESBAAR) from fout


def _schrijf(beeld: Image.Image) -> tuple[str, bytes]:
    if beeld.width * beeld.height > PIXELS:
        raise _te_groot()
    soort, mogelijk = (PNG, ("L", "RGB", "RGBA")) if beeld.format == "PNG" else (JPEG, ("L", "RGB"))
    beeld.thumbnail((ZIJDE, ZIJDE))
    # Only the direction is read. ImageOps.exif_transpose writes the rest anew, and breaks on what cameras get wrong.
    draai = DRAAI.get(beeld.getexif().get(ExifTags.Base.Orientation))
    recht = beeld if draai is None else beeld.transpose(draai)
    kaal = recht.convert(recht.mode if recht.mode in mogelijk else mogelijk[-1])
    kaal.info = {}  # what some writers copy along: comment, colour profile, text
    uit = BytesIO()
    kaal.save(uit, soort.removeprefix("image/").upper(), quality=90)
    return soort, uit.getvalue()


def _te_groot() -> Afgekeurd:
    return Afgekeurd("Deze afbeelding heeft te veel beeldpunten. Maak haar kleiner en kies haar opnieuw.")
