"""CSV of extract and stock: how it was saved may differ, what it says may not."""

import io
import time
import tracemalloc
from datetime import date

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as doses
from hypothesis import strategies as st

from brpinzage.inlezen import lees_bezit, lees_uittreksel
from brpinzage.rijen import Bezitrij, Persoonsrij
from convenant.bestand import BestandFout
from convenant.brp.adres import maak_adres

KOP = "postcode;huisnummer;huisletter;huisnummertoevoeging;bag_id;naam;persoon_sleutel;afgeschermd"
GOED = "2101 AB;12;;;0397010000001201;Fatima Yılmaz;p1;nee"
BEZIT_KOP = "postcode;huisnummer;huisletter;huisnummertoevoeging;straatnaam;woonplaats;bag_id;van;tot"
BEZIT_GOED = "2101 AB;12;;;Lindelaan;Heemstede;0397010000001201;01-06-2020;"
LINDELAAN_12 = maak_adres("2101AB", "12", bag_id="0397010000001201")


def bestand(*rijen: str, kop: str = KOP, regeleinde: str = "\n", codering: str = "utf-8") -> bytes:
    return regeleinde.join((kop, *rijen, "")).encode(codering)


def fouten(inhoud: bytes, lees=lees_uittreksel) -> BestandFout:
    with pytest.raises(BestandFout) as gevangen:
        list(lees(inhoud))
    return gevangen.value


def plekken(fout: BestandFout) -> list[tuple[int, str]]:
    return [(rij.rij, rij.kolom) for rij in fout.rijen]


# --- how a file was saved


@pytest.mark.eis("HEE-OW.6")
@pytest.mark.parametrize("scheiding", [";", ",", "\t"])
@pytest.mark.parametrize("regeleinde", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig"])
def test_elke_gangbare_csv_wordt_gelezen(scheiding, regeleinde, codering):
    inhoud = bestand(
        GOED.replace(";", scheiding),
        "2101 ab;0014;a;II;;;p2;JA".replace(";", scheiding),
        kop=KOP.replace(";", scheiding),
        regeleinde=regeleinde,
        codering=codering,
    )
    assert list(lees_uittreksel(inhoud)) == [
        Persoonsrij(LINDELAAN_12, "Fatima Yılmaz", "p1"),
        Persoonsrij(maak_adres("2101 AB", "14", "A", "II"), "", "p2", afgeschermd=True),
    ]


@pytest.mark.parametrize(
    "naam", ["Zoë Çelik", "Joke van ’t Hof", "Daniël Müller-Böhm", "Žaneta Šimková", "Ñoño"]
)
def test_windows_1252_wordt_herkend(naam):
    inhoud = bestand(f"2101AB;12;;;;{naam};p1;nee", codering="cp1252")
    assert [rij.naam for rij in lees_uittreksel(inhoud)] == [naam]


def test_een_lang_bestand_in_windows_1252_met_een_accent_ver_weg():
    rijen = [f"2101AB;{n};;;;Jan Smit;p{n};nee" for n in range(1, 5000)]
    inhoud = bestand(*rijen, "2101AB;1;;;;André Vink;q1;nee", codering="cp1252")
    assert list(lees_uittreksel(inhoud))[-1].naam == "André Vink"


@pytest.mark.parametrize("codering", ["cp850", "cp437", "utf-16", "utf-16-le", "utf-32"])
def test_een_andere_codering_wordt_geweigerd_en_niet_geraden(codering):
    rijen = [
        f"2101AB;{n};;;;{naam};p{n};nee" for n, naam in enumerate(("Zoë Vink", "André Böhm", "Núria"), 1)
    ]
    fout = fouten(bestand(*rijen, codering=codering))
    assert len(fout.fouten["bestand"]) < 200


def test_letters_van_een_oude_mac_vallen_op_in_de_naam():
    fout = fouten(bestand("2101AB;12;;;;Daniël Vink;p1;nee", codering="mac_roman"))
    assert plekken(fout) == [(2, "naam")]


@pytest.mark.parametrize("naam", ["Zo\ufffd Vink", "ZoÃ« Vink", "AndrÃ© Vink", "YÄ±lmaz"])
def test_beschadigde_accenten_worden_niet_geladen(naam):
    fout = fouten(bestand(f"2101AB;12;;;;{naam};p1;nee"))
    assert plekken(fout) == [(2, "naam")]
    assert "accenten" in fout.rijen[0].zin


def test_cellen_tussen_aanhalingstekens_en_volgorde_van_kolommen():
    inhoud = bestand(
        '"nee","p1","van der Berg, Jan","","","","12","2101 AB","Lindelaan"',
        kop="Afgeschermd,persoon_sleutel,NAAM,bag_id,huisnummertoevoeging,huisletter,huisnummer, postcode ,straatnaam",
    )
    (rij,) = lees_uittreksel(inhoud)
    assert (rij.naam, rij.adres.straatnaam) == ("van der Berg, Jan", "Lindelaan")


def test_een_naam_in_losse_accenten_wordt_een_letter():
    (rij,) = lees_uittreksel(bestand("2101AB;12;;;;Zoe\u0308 Vink;p1;nee"))
    assert rij.naam == "Zoë Vink"


def test_een_stroom_mag_ook_en_blijft_open():
    stroom = io.BytesIO(bestand(GOED))
    assert list(lees_uittreksel(stroom)) == list(lees_uittreksel(stroom))
    assert not stroom.closed


# --- what a file says


@pytest.mark.eis("HEE-OW.6")
@pytest.mark.parametrize(
    ("rij", "kolom"),
    [
        ("2101;12;;;;Jan Smit;p9;nee", "postcode"),
        ("0101AB;12;;;;Jan Smit;p9;nee", "postcode"),
        ("2101AB;;;;;Jan Smit;p9;nee", "huisnummer"),
        ("2101AB;0;;;;Jan Smit;p9;nee", "huisnummer"),
        ("2101AB;12a;;;;Jan Smit;p9;nee", "huisnummer"),
        ("2101AB;123456;;;;Jan Smit;p9;nee", "huisnummer"),
        ("2101AB;" + "9" * 5000 + ";;;;Jan Smit;p9;nee", "huisnummer"),
        ("2101AB;١٢;;;;Jan Smit;p9;nee", "huisnummer"),
        ("2101AB;12;AB;;;Jan Smit;p9;nee", "huisletter"),
        ("2101AB;12;;tweehoogachter;;Jan Smit;p9;nee", "huisnummertoevoeging"),
        ("2101AB;12;;;397010000001201;Jan Smit;p9;nee", "bag_id"),
        ("2101AB;12;;;3,97E+14;Jan Smit;p9;nee", "bag_id"),
        ("2101AB;12;;;;;p9;nee", "naam"),
        ("2101AB;12;;;;Jan Smit;p9;ja", "naam"),
        (f"2101AB;12;;;;{'x' * 451};p9;nee", "naam"),
        ("2101AB;12;;;;Jan\x07Smit;p9;nee", "naam"),
        ("2101AB;12;;;;Jan\u202eSmit;p9;nee", "naam"),
        ('2101AB;12;;;;"Jan\nSmit";p9;nee', "naam"),
        ("2101AB;12;;;;Jan Smit;;nee", "persoon_sleutel"),
        (f"2101AB;12;;;;Jan Smit;{'k' * 65};nee", "persoon_sleutel"),
        ("2101AB;12;;;;Jan Smit;p9;", "afgeschermd"),
        ("2101AB;12;;;;Jan Smit;p9;misschien", "afgeschermd"),
        ("2101AB;12;;;Jan Smit;p9;nee", ""),
        ("2101AB;12;;;;Jan Smit;p9;nee;extra", ""),
        ("Jan Smit", ""),
    ],
)
def test_een_fout_wordt_genoemd_met_rij_en_kolom(rij, kolom):
    fout = fouten(bestand(GOED, rij))
    assert plekken(fout) == [(3, kolom)]
    assert len(fout.rijen[0].zin) < 200


@pytest.mark.eis("HEE-2.5")
@pytest.mark.parametrize("sleutel", ["999990019", "99990019", "1234567890"])
def test_een_nummer_van_een_persoon_mag_niet_als_sleutel(sleutel):
    fout = fouten(bestand(f"2101AB;12;;;;Jan Smit;{sleutel};nee"))
    assert plekken(fout) == [(2, "persoon_sleutel")]
    assert "BSN" in fout.rijen[0].zin
    assert sleutel not in fout.rijen[0].zin


@pytest.mark.parametrize("teken", "=+-@")
@pytest.mark.parametrize("kolom", range(8))
def test_een_formule_is_een_fout_in_elke_cel(teken, kolom):
    cellen = GOED.split(";")
    cellen[kolom] = f" {teken}1+1"
    fout = fouten(bestand(";".join(cellen)))
    assert plekken(fout) == [(2, KOP.split(";")[kolom])]
    assert "formule" in fout.rijen[0].zin


def test_dezelfde_persoon_twee_keer_op_een_adres():
    fout = fouten(bestand(GOED, "2101AB;12;;;;F. Yılmaz;p1;nee"))
    assert plekken(fout) == [(3, "persoon_sleutel")]
    assert "rij 2" in fout.rijen[0].zin
    assert len(list(lees_uittreksel(bestand(GOED, "2101AB;13;;;;F. Yılmaz;p1;nee")))) == 2


def test_alle_fouten_worden_geteld_en_twintig_getoond():
    fout = fouten(bestand(*("2101;0;;;;Jan Smit;p1;nee" for _ in range(60))))
    assert (fout.aantal, len(fout.rijen)) == (60, 20)
    assert "60 fouten" in fout.fouten["bestand"]


def test_na_een_fout_komt_er_geen_rij_meer_uit():
    rijen = lees_uittreksel(bestand(GOED, "2101AB;13;;;;;p2;nee", "2101AB;14;;;;Jan Smit;p3;nee"))
    assert next(rijen).naam == "Fatima Yılmaz"
    with pytest.raises(BestandFout):
        next(rijen)


def test_ontbrekende_onbekende_en_dubbele_kolommen_worden_genoemd():
    fout = fouten(
        bestand("x", kop="postcode;huisnummer;huisletter;bag_id;naam;naam;afgeschermd;geboortedatum")
    )
    assert {(rij.kolom, rij.zin.split()[0]) for rij in fout.rijen} == {
        ("huisnummertoevoeging", "Deze"),
        ("persoon_sleutel", "Deze"),
        ("geboortedatum", "Deze"),
        ("naam", "Deze"),
    }


def test_zonder_kolomnamen_wordt_niets_van_de_rij_herhaald():
    fout = fouten(GOED.encode())
    assert plekken(fout) == [(1, "")]
    assert "Fatima" not in fout.rijen[0].zin


@pytest.mark.parametrize(
    "inhoud",
    [
        b"",
        b"\xef\xbb\xbf",
        KOP.encode(),
        bestand(),
        bestand("", "", ""),
        b"PK\x03\x04" + KOP.encode(),
        b"%PDF-1.7\n",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500,
        b"\x1f\x8b\x08" + KOP.encode(),
        b"\x89PNG\r\n\x1a\n",
        KOP.encode() + b"\n\0\0\0",
        bestand(GOED, 'x;"' + "y" * 1000),
        bestand(GOED, '2101AB;12;;;;"Jan "de" Smit";p2;nee'),
        bestand(GOED, "x" * 1024 * 1024),
        b"x" * 1024 * 1024,
        bytes(range(1, 256)) * 40,
        b'{"personen": []}',
        "пост;код".encode("koi8-r"),
    ],
    ids=lambda inhoud: repr(inhoud[:20]),
)
def test_wat_geen_bruikbare_csv_is_krijgt_een_zin(inhoud):
    fout = fouten(inhoud)
    assert fout.aantal == 1
    assert 20 < len(fout.rijen[0].zin) < 250


def test_een_te_groot_bestand_wordt_niet_gelezen(settings):
    settings.INLEZEN_MAX_BYTES = 1024 * 1024

    class Bodemloos(io.BytesIO):
        gelezen = 0

        def read(self, aantal=-1):
            assert aantal > 0, "the whole file was asked for"
            self.gelezen += aantal
            return b"2101AB;12;;;;Jan Smit;p1;nee\n" * (aantal // 29)

    bodemloos = Bodemloos()
    fout = fouten(bodemloos)
    assert "1 MB" in fout.fouten["bestand"]
    assert bodemloos.gelezen < 2 * 1024 * 1024


def test_te_veel_rijen(settings):
    settings.INLEZEN_MAX_RIJEN = 3
    vier = [f"2101AB;{n};;;;Jan Smit;p{n};nee" for n in range(1, 5)]
    assert len(list(lees_uittreksel(bestand(*vier[:3])))) == 3
    assert "3 rijen" in fouten(bestand(*vier)).fouten["bestand"]


def test_honderdduizend_rijen_snel_en_in_weinig_geheugen():
    inhoud = bestand(*(f"{1000 + n % 9000}AB;{n % 99 + 1};;;;Zoë Vink {n};p{n};nee" for n in range(100_000)))
    begin = time.process_time()
    assert sum(1 for _ in lees_uittreksel(inhoud)) == 100_000
    assert time.process_time() - begin < 8
    tracemalloc.start()
    sum(1 for _ in lees_uittreksel(inhoud[: len(inhoud) // 10].rpartition(b"\n")[0]))
    _, hoogst = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert hoogst < 5 * 1024 * 1024


# --- own stock


@pytest.mark.eis("HEE-2.3")
def test_bezit_met_datums_in_beide_schrijfwijzen():
    inhoud = bestand(BEZIT_GOED, "2101AB;14;A;2;Lindelaan;Heemstede;;2020-06-01;31-12-2026", kop=BEZIT_KOP)
    eerste, tweede = lees_bezit(inhoud)
    assert eerste == Bezitrij(
        maak_adres("2101 AB", "12", "", "", "Lindelaan", "Heemstede", "0397010000001201"), date(2020, 6, 1)
    )
    assert (tweede.van, tweede.tot) == (date(2020, 6, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("rij", "kolom"),
    [
        ("2101AB;13;;;;Heemstede;;01-06-2020;", "straatnaam"),
        ("2101AB;13;;;Lindelaan;;;01-06-2020;", "woonplaats"),
        (f"2101AB;13;;;{'x' * 101};Heemstede;;01-06-2020;", "straatnaam"),
        ("2101AB;13;;;Lindelaan;Heemstede;;;", "van"),
        ("2101AB;13;;;Lindelaan;Heemstede;;1 juni 2020;", "van"),
        ("2101AB;13;;;Lindelaan;Heemstede;;06/01/2020;", "van"),
        ("2101AB;13;;;Lindelaan;Heemstede;;31-02-2020;", "van"),
        ("2101AB;13;;;Lindelaan;Heemstede;;01-06-0020;", "van"),
        ("2101AB;13;;;Lindelaan;Heemstede;;43983;", "van"),
        ("2101AB;13;;;Lindelaan;Heemstede;;01-06-2020;01-06-2020", "tot"),
        ("2101AB;13;;;Lindelaan;Heemstede;;01-06-2020;31-05-2020", "tot"),
        ("2101 AB;0012;;;Lindelaan;Heemstede;;1-6-2020;1-7-2020", "van"),
    ],
)
def test_fouten_in_bezit(rij, kolom):
    fout = fouten(bestand(BEZIT_GOED, rij, kop=BEZIT_KOP), lees_bezit)
    assert plekken(fout) == [(3, kolom)]


# --- whatever comes in


@given(st.binary(max_size=3000))
@doses(max_examples=200, deadline=None)
def test_willekeurige_bytes_geven_rijen_of_een_verklaarde_fout(inhoud):
    for lees in (lees_uittreksel, lees_bezit):
        lees_of_fout(lees, inhoud)


@given(st.lists(st.lists(st.text(max_size=20), min_size=8, max_size=9), max_size=5), st.sampled_from(";,\t"))
@doses(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_willekeurige_cellen_geven_rijen_of_een_verklaarde_fout(rijen, scheiding):
    for lees, kop in ((lees_uittreksel, KOP), (lees_bezit, BEZIT_KOP)):
        inhoud = "\n".join([kop.replace(";", scheiding), *(scheiding.join(rij) for rij in rijen)])
        lees_of_fout(lees, inhoud.encode("utf-8", "surrogatepass"))


def lees_of_fout(lees, inhoud: bytes) -> None:
    try:
        assert all(rij.adres.postcode for rij in lees(inhoud))
    except BestandFout as gevangen:
        fout = gevangen
    else:
        return
    assert fout.rijen
    assert all(rij.zin.endswith(".") for rij in fout.rijen)
