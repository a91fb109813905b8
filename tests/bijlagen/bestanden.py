"""Files as people and attackers send them, made here: nothing of anybody."""

import struct
import zipfile
import zlib
from io import BytesIO
from typing import Any

import pikepdf
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import ExifTags, Image
from PIL.PngImagePlugin import PngInfo

# In pieces, so that a scanner on somebody's own machine leaves this file alone.
EICAR = "".join(
    ("X5O!P%@AP[4", "\\PZX54(P^)7CC)7}", "$EICAR-STANDARD", "-ANTIVIRUS-TEST-FILE!", "$H+H*")
).encode()
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><title>x</title><script>alert(1)</script>"
PLAATS = (52.0, 21.0, 0.0)


def geladen(naam: str, inhoud: bytes, soort: str = "application/pdf") -> SimpleUploadedFile:
    """As it comes in: `soort` is what the browser says."""
    return SimpleUploadedFile(naam, inhoud, soort)


def maak_pdf(bladzijden: int = 1, **wortel: Any) -> bytes:
    """A PDF; `wortel` goes into its catalogue."""
    pdf = pikepdf.new()
    for _ in range(bladzijden):
        pdf.add_blank_page()
    for naam, waarde in wortel.items():
        pdf.Root[f"/{naam}"] = waarde
    return bewaar(pdf)


def bewaar(pdf: pikepdf.Pdf, **anders: Any) -> bytes:
    uit = BytesIO()
    pdf.save(uit, **anders)
    return uit.getvalue()


def beveiligd(gebruiker: str = "") -> bytes:
    """With a password to open it, or only one to change it."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    return bewaar(pdf, encryption=pikepdf.Encryption(owner="eigenaar", user=gebruiker))


def met_actie(**actie: Any) -> bytes:
    return maak_pdf(OpenAction=pikepdf.Dictionary(**actie))


def met_bestand() -> bytes:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.attachments["geheim.exe"] = b"MZ"
    return bewaar(pdf)


def diep_verstopt() -> bytes:
    """JavaScript in a direct object deep inside another, in a compressed object stream."""
    actie = pikepdf.Dictionary(S=pikepdf.Name("/JavaScript"), JS=pikepdf.String("app.alert(1)"))
    diep: Any = pikepdf.Array([pikepdf.Dictionary(A=pikepdf.Array([actie]))])
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.Root["/Ding"] = pdf.make_indirect(diep)
    return bewaar(pdf, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def maak_zip() -> bytes:
    uit = BytesIO()
    with zipfile.ZipFile(uit, "w") as bundel:
        bundel.writestr("programma.exe", b"MZ")
    return uit.getvalue()


def pdf_bom(megabytes: int) -> bytes:
    """A small PDF whose object stream unpacks to this much, with a script at its end."""
    stroom = zlib.compressobj(9)
    delen = [stroom.compress(b"7 0 <</S/JavaScript/JS(x)>>")]
    delen += [stroom.compress(b" " * 2**20) for _ in range(megabytes)]
    ingepakt = b"".join((*delen, stroom.flush()))
    uit, plek = bytearray(b"%PDF-1.5\n"), {}
    for nummer, tekst in enumerate(
        (
            b"<</Type/Catalog/Pages 2 0 R/Q 7 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<<>>>>",
            b"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream"
            % (len(ingepakt), ingepakt),
        ),
        start=1,
    ):
        plek[nummer] = len(uit)
        uit += b"%d 0 obj\n%b\nendobj\n" % (nummer, tekst)
    plek[5] = len(uit)
    rijen = [(0, 0, 65535), *((1, plek[nummer], 0) for nummer in range(1, 6)), (0, 0, 0), (2, 4, 0)]
    tabel = b"".join(a.to_bytes(1, "big") + b.to_bytes(4, "big") + c.to_bytes(2, "big") for a, b, c in rijen)
    kop = b"5 0 obj\n<</Type/XRef/Size 8/W[1 4 2]/Root 1 0 R/Length %d>>" % len(tabel)
    uit += b"%b\nstream\n%b\nendstream\nendobj\nstartxref\n%d\n%%%%EOF" % (kop, tabel, plek[5])
    return bytes(uit)


def pdf_van_delen(aantal: int, gezegd: int | None = None) -> bytes:
    """A PDF of so many parts, seven bytes each; `gezegd` is how many it says it has."""
    koppen = b"".join(b"%d %d " % (nummer + 6, nummer * 3) for nummer in range(aantal))
    ingepakt = zlib.compress(koppen + b"[] " * aantal, 9)
    uit, plek = bytearray(b"%PDF-1.5\n"), {}
    for nummer, tekst in enumerate(
        (
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<<>>>>",
            b"<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream"
            % (aantal, len(koppen), len(ingepakt), ingepakt),
        ),
        start=1,
    ):
        plek[nummer] = len(uit)
        uit += b"%d 0 obj\n%b\nendobj\n" % (nummer, tekst)
    plek[5] = len(uit)
    rijen = [(0, 0, 65535), *((1, plek[nummer], 0) for nummer in range(1, 6))]
    rijen += [(2, 4, nummer) for nummer in range(aantal)]
    tabel = b"".join(a.to_bytes(1, "big") + b.to_bytes(4, "big") + c.to_bytes(4, "big") for a, b, c in rijen)
    stroom = zlib.compress(tabel, 9)
    uit += b"5 0 obj\n<</Type/XRef/Size %d/Index[0 %d]/W[1 4 4]/Root 1 0 R/Filter/FlateDecode/Length %d>>" % (
        len(rijen) if gezegd is None else gezegd,
        len(rijen),
        len(stroom),
    )
    uit += b"\nstream\n%b\nendstream\nendobj\nstartxref\n%d\n%%%%EOF" % (stroom, plek[5])
    return bytes(uit)


def _beeld(breedte: int = 60, hoogte: int = 40) -> Image.Image:
    """Red on the left, so that one sees which way is up."""
    beeld = Image.new("RGB", (breedte, hoogte), "white")
    beeld.paste("red", (0, 0, breedte // 3, hoogte))
    return beeld


def exif(richting: int = 1) -> Image.Exif:
    gegevens = Image.Exif()
    gegevens[ExifTags.Base.Make] = "Geheimcamera"
    gegevens[ExifTags.Base.Orientation] = richting
    plaats = gegevens.get_ifd(ExifTags.IFD.GPSInfo)
    plaats[ExifTags.GPS.GPSLatitudeRef] = "N"
    plaats[ExifTags.GPS.GPSLatitude] = PLAATS
    return gegevens


def maak_jpeg(richting: int = 1, maat: tuple[int, int] = (60, 40)) -> bytes:
    uit = BytesIO()
    _beeld(*maat).save(
        uit,
        "JPEG",
        exif=exif(richting),
        comment=b"Geheimcommentaar",
        xmp=b"<x:xmpmeta>Geheimxmp</x:xmpmeta>",
        quality=95,
    )
    return uit.getvalue()


def met_kapotte_exif(label: int, soort: int) -> bytes:
    """A picture on its side, of which the camera wrote one more label in a form that it does not have."""
    vast = struct.pack("<IHHHI4s", 8, 2, ExifTags.Base.Orientation, 3, 1, bytes([6, 0, 0, 0]))
    labels = vast + struct.pack("<HHI4sI", label, soort, 4, b"abc\0", 0)
    uit = BytesIO()
    _beeld().save(uit, "JPEG", exif=b"Exif\0\0II*\0" + labels)
    return uit.getvalue()


def maak_png() -> bytes:
    tekst = PngInfo()
    tekst.add_text("Author", "Geheimmaker")
    tekst.add_itxt("XML:com.adobe.xmp", "Geheimxmp")
    uit = BytesIO()
    _beeld().save(uit, "PNG", pnginfo=tekst, exif=exif())
    return uit.getvalue()


def maak_heic() -> bytes:
    uit = BytesIO()
    _beeld(64, 64).save(uit, "HEIF", exif=exif().tobytes(), quality=90)
    return uit.getvalue()


def png_bom(zijde: int = 20_000) -> bytes:
    """A few hundred kilobytes that unpack to gigapixels."""
    uit = BytesIO()
    Image.new("1", (zijde, zijde)).save(uit, "PNG")
    return uit.getvalue()
