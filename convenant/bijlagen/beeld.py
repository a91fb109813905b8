"""Pictures: decoded and written anew from their pixels, so that nothing the camera or anyone else added comes along."""

from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError
from pillow_heif import register_heif_opener

from .afgekeurd import Afgekeurd

JPEG, PNG = "image/jpeg", "image/png"
LEESBAAR = ("JPEG", "PNG", "HEIF")
# The largest picture we decode, and the longest side we keep: an A4 page at over 300 dots an inch.
PIXELS = 50_000_000
ZIJDE = 4000
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
    except (OSError, ValueError, SyntaxError, EOFError) as fout:  # what decoders say of a broken file
        raise Afgekeurd(ONLEESBAAR) from fout


def _schrijf(beeld: Image.Image) -> tuple[str, bytes]:
    if beeld.width * beeld.height > PIXELS:
        raise _te_groot()
    soort, mogelijk = (PNG, ("L", "RGB", "RGBA")) if beeld.format == "PNG" else (JPEG, ("L", "RGB"))
    beeld.thumbnail((ZIJDE, ZIJDE))
    recht = ImageOps.exif_transpose(beeld)
    kaal = recht.convert(recht.mode if recht.mode in mogelijk else mogelijk[-1])
    kaal.info = {}  # what some writers copy along: comment, colour profile, text
    uit = BytesIO()
    kaal.save(uit, soort.removeprefix("image/").upper(), quality=90)
    return soort, uit.getvalue()


def _te_groot() -> Afgekeurd:
    return Afgekeurd("Deze afbeelding heeft te veel beeldpunten. Maak haar kleiner en kies haar opnieuw.")
