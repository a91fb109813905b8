"""What comes in: by its content, not by its name; and what is left of it."""

from io import BytesIO

import pikepdf
import pytest
from PIL import ExifTags, Image, ImageChops, ImageOps

from convenant.bijlagen import beeld, pdf
from convenant.bijlagen.afgekeurd import Afgekeurd
from convenant.bijlagen.keuring import keur
from tests.bijlagen import bestanden as b

NAAM = pikepdf.Name


def zin(naam: str, inhoud: bytes, soort: str = "application/pdf") -> str:
    with pytest.raises(Afgekeurd) as fout:
        keur(b.geladen(naam, inhoud, soort))
    return str(fout.value)


@pytest.mark.parametrize(
    ("inhoud", "deel"),
    [
        (b.SVG, "geen pdf, jpg, png of heic"),
        (b.HTML, "geen pdf, jpg, png of heic"),
        (b.maak_zip(), "geen pdf, jpg, png of heic"),
        (b.EICAR, "geen pdf, jpg, png of heic"),
        (b"\x7fELF" + bytes(100), "geen pdf, jpg, png of heic"),
        (b"GIF89a" + bytes(100), "geen pdf, jpg, png of heic"),
        (b"II*\0" + bytes(100), "geen pdf, jpg, png of heic"),
        (b"", "leeg"),
        (b"%PDF-1.7\nniets", "niet openen"),
        (b.maak_pdf()[:200], "niet openen"),
        (b.maak_jpeg()[:600], "niet openen"),
        (b.maak_png()[:90], "niet openen"),
        (b.maak_heic()[:500], "is beschadigd"),
        (b.maak_pdf() + b.maak_zip(), "nog een ander bestand"),
        (b.beveiligd("wachtwoord"), "beveiligd"),
        (b.beveiligd(), "beveiligd"),
        (b.met_actie(S=NAAM("/JavaScript"), JS=pikepdf.String("x")), "een programma"),
        (b.met_actie(S=NAAM("/Launch"), F=pikepdf.String("cmd.exe")), "een programma"),
        (b.met_actie(S=NAAM("/SubmitForm"), F=pikepdf.String("https://kwaad.voorbeeld.nl")), "een programma"),
        (b.maak_pdf(AcroForm=pikepdf.Dictionary(XFA=pikepdf.Array())), "een programma"),
        (b.met_bestand(), "ander bestand"),
        (b.diep_verstopt(), "een programma"),
        (b.pdf_bom(1), "een programma"),
        (b.pdf_bom(200), "niet openen"),
        (b.pdf_van_delen(pdf.DELEN), "te veel onderdelen"),
        (b.pdf_van_delen(pdf.DELEN, gezegd=12), "te veel onderdelen"),
        (b.maak_pdf(0), "niet openen"),
        (b.png_bom(), "te veel beeldpunten"),
        (b.png_bom(8000), "te veel beeldpunten"),
    ],
)
def test_wat_niet_binnenkomt_krijgt_een_zin(inhoud: bytes, deel: str) -> None:
    for naam, soort in (("machtiging.pdf", "application/pdf"), ("foto.jpg", "image/jpeg")):
        assert deel in zin(naam, inhoud, soort)


@pytest.mark.parametrize(
    ("naam", "deel"),
    [
        ("../../etc/passwd.pdf", "gewone naam"),
        ("C:\\stukken\\machtiging.pdf", "gewone naam"),
        (".pdf", "gewone naam"),
        ("factuur\u202efdp.exe", "teken dat u niet ziet"),
        ("machti\u200bging.pdf", "teken dat u niet ziet"),
        ("machtiging\n.pdf", "teken dat u niet ziet"),
        ("m" * 97 + ".pdf", "te lang"),
        ("machtiging", "geen einde"),
    ],
)
def test_een_naam_die_niet_kan(naam: str, deel: str) -> None:
    bestand = b.geladen("x.pdf", b.maak_pdf())
    bestand._name = naam  # as who goes past Django's own cleaning
    with pytest.raises(Afgekeurd, match=deel):
        keur(bestand)


def test_te_groot(settings) -> None:
    settings.BIJLAGE_MAX_BYTES = 1024 * 1024
    inhoud = b.maak_pdf() + b"\n" * 1024 * 1024
    assert zin("groot.pdf", inhoud) == ("Dit bestand is te groot. Kies een bestand van niet meer dan 1 MB.")


def test_een_pdf_blijft_zoals_zij_kwam() -> None:
    """It may be signed."""
    inhoud = b.maak_pdf(3)
    gekeurd = keur(b.geladen("Machtiging Ünal (2).PDF", inhoud, "text/plain"))
    assert (gekeurd.naam, gekeurd.soort, gekeurd.bladzijden) == ("Machtiging Ünal (2).PDF", pdf.SOORT, 3)
    assert gekeurd.inhoud == inhoud


def test_namen_in_een_pdf_zijn_niet_altijd_utf8() -> None:
    """Old programs call a font by its name as their own machine writes it."""
    inhoud = b.maak_pdf(Font=pikepdf.Object.parse(b"<< /F#f3nt /Caf#e9 >>"))
    assert keur(b.geladen("oud.pdf", inhoud)).bladzijden == 1
    verhuld = b.maak_pdf(OpenAction=pikepdf.Object.parse(b"<< /S /J#61vaScript >>"))
    assert "een programma" in zin("oud.pdf", verhuld)


@pytest.mark.parametrize(
    ("naam", "inhoud", "wordt", "soort"),
    [
        ("foto.jpeg", b.maak_jpeg(), "foto.jpeg", beeld.JPEG),
        ("IMG_01.HEIC", b.maak_heic(), "IMG_01.jpg", beeld.JPEG),
        ("scan.png", b.maak_png(), "scan.png", beeld.PNG),
        ("machtiging.pdf", b.maak_png(), "machtiging.png", beeld.PNG),
        ("virus.exe", b.maak_jpeg(), "virus.jpg", beeld.JPEG),
    ],
)
def test_een_afbeelding_komt_zonder_wat_de_camera_wist(
    naam: str, inhoud: bytes, wordt: str, soort: str
) -> None:
    with Image.open(BytesIO(inhoud)) as voor:
        ifd = voor.getexif().get_ifd(ExifTags.IFD.GPSInfo)
        assert ifd[ExifTags.GPS.GPSLatitude] == b.PLAATS, "the test must send what is to be gone"
    gekeurd = keur(b.geladen(naam, inhoud))
    assert (gekeurd.naam, gekeurd.soort, gekeurd.bladzijden) == (wordt, soort, 0)
    with Image.open(BytesIO(gekeurd.inhoud)) as na:
        na.load()
        assert na.get_format_mimetype() == soort
        assert dict(na.getexif()) == {}
        assert na.getexif().get_ifd(ExifTags.IFD.GPSInfo) == {}
        assert not na.info.keys() & {"exif", "xmp", "comment", "icc_profile", "Author"}
    assert b"Geheim" not in gekeurd.inhoud
    assert b"Exif" not in gekeurd.inhoud


def test_een_gedraaide_foto_staat_recht() -> None:
    """What the camera noted about up and down is done, before it is thrown away."""
    gekeurd = keur(b.geladen("foto.jpg", b.maak_jpeg(richting=6)))
    with Image.open(BytesIO(gekeurd.inhoud)) as na:
        assert na.size == (40, 60)
        rood, groen, _ = na.convert("RGB").getpixel((20, 5))
        assert rood > 200
        assert groen < 80


@pytest.mark.parametrize("richting", range(10))
def test_elke_richting_staat_recht(richting: int) -> None:
    """As Pillow itself turns it, which reads more of what the camera wrote than we do."""
    inhoud = b.maak_jpeg(richting)
    with (
        Image.open(BytesIO(inhoud)) as voor,
        Image.open(BytesIO(keur(b.geladen("x.jpg", inhoud)).inhoud)) as na,
    ):
        recht = ImageOps.exif_transpose(voor)
        assert na.size == recht.size
        verschil = ImageChops.difference(na.convert("L"), recht.convert("L")).getextrema()
    assert max(verschil) < 40, "more than writing a JPEG again makes of it"


@pytest.mark.parametrize(("label", "soort"), [(0x011A, 2), (0x0128, 2)])
def test_wat_een_camera_fout_schrijft_houdt_de_foto_niet_tegen(label: int, soort: int) -> None:
    gekeurd = keur(b.geladen("foto.jpg", b.met_kapotte_exif(label, soort)))
    with Image.open(BytesIO(gekeurd.inhoud)) as na:
        assert na.size == (40, 60)


def test_een_heic_die_meer_geheugen_vraagt_dan_mag_krijgt_een_zin() -> None:
    """What it shows is small, what it says to decode for that is not: libheif refuses with a RuntimeError."""
    uit = BytesIO()
    Image.new("RGB", (40, 30)).save(uit, "HEIF")
    inhoud = uit.getvalue()
    plek = inhoud.index(b"ispe") + 8  # width and height of what is decoded follow
    gelogen = inhoud[:plek] + (0x91000040).to_bytes(4, "big") + inhoud[plek + 4 :]
    assert "niet openen" in zin("foto.heic", gelogen)


def test_een_grote_foto_wordt_leesbaar_bewaard() -> None:
    gekeurd = keur(b.geladen("foto.jpg", b.maak_jpeg(maat=(6000, 3000))))
    with Image.open(BytesIO(gekeurd.inhoud)) as na:
        assert na.size == (4000, 2000)


@pytest.mark.parametrize("modus", ["1", "L", "LA", "P", "RGBA", "I;16", "CMYK"])
def test_elke_kleurwijze_kan(modus: str) -> None:
    soort, uit = ("JPEG", BytesIO()) if modus == "CMYK" else ("PNG", BytesIO())
    Image.new(modus, (8, 8)).save(uit, soort)
    with Image.open(BytesIO(keur(b.geladen("x.png", uit.getvalue())).inhoud)) as na:
        assert na.size == (8, 8)
