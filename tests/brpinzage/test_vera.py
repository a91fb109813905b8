"""Own stock from VERA 4.3: exactly its fields, and a sentence for what it is not."""

import json
import random
from datetime import date

import pytest

from brpinzage.inlezen import lees_bezit
from brpinzage.rijen import Bezitrij
from brpinzage.vera import GEEN_VERA
from convenant.bestand import BestandFout
from convenant.brp.adres import maak_adres
from convenant.jsonbestand import GEEN_JSON

pytestmark = pytest.mark.eis("HEE-2.3")
WOONRUIMTE = {"code": "WOO", "naam": "Woonruimte"}


def eenheid(**anders) -> dict:
    """A unit as a VERA system gives it, with things that are not asked for."""
    adres = {
        "straatnaam": "Dorpsplein",
        "huisnummer": "7",
        "huisletter": "a",
        "huisnummerToevoeging": "2",
        "postcode": "2103EF",
        "woonplaats": {"id": "w1", "naam": "Heemstede"},
    } | anders.pop("adres", {})
    return {
        "id": "e1",
        "soort": WOONRUIMTE,
        "adres": adres,
        "adresseerbaarObjectBasisregistratie": {"bagIdentificatie": "0397010000001401"},
        "inExploitatiedatum": "2020-06-01",
        "brutohuur": 731.5,
        "relaties": ["urn:1"],
    } | anders


def lees(*eenheden, voor: bytes = b"") -> list[Bezitrij]:
    return list(lees_bezit(voor + json.dumps(eenheden, ensure_ascii=False).encode()))


def fout(inhoud: bytes) -> BestandFout:
    with pytest.raises(BestandFout) as gevangen:
        list(lees_bezit(inhoud))
    return gevangen.value


@pytest.mark.parametrize("voor", [b"", b"\xef\xbb\xbf", b"\n  "])
def test_een_eenheid_wordt_een_rij(voor):
    (rij,) = lees(eenheid(uitExploitatiedatum="2026-12-31"), voor=voor)
    adres = maak_adres("2103 EF", "7", "A", "2", "Dorpsplein", "Heemstede", "0397010000001401")
    assert (rij, rij.rij) == (Bezitrij(adres, date(2020, 6, 1), date(2026, 12, 31)), 1)


def test_wat_leeg_mag_mag_ontbreken_of_null_zijn():
    zonder = eenheid(adresseerbaarObjectBasisregistratie=None, uitExploitatiedatum=None)
    del zonder["adres"]["huisletter"], zonder["adres"]["huisnummerToevoeging"]
    (rij,) = lees(zonder)
    assert (rij.adres.bag_id, rij.adres.huisletter, rij.adres.huisnummertoevoeging, rij.tot) == (
        "",
        "",
        "",
        None,
    )


def test_wat_geen_woonruimte_is_telt_niet_mee_en_de_nummers_blijven():
    rijen = lees(
        eenheid(soort={"code": "PAR"}), eenheid(), eenheid(soort={"code": "BED"}, adres={"postcode": ""})
    )
    assert [rij.rij for rij in rijen] == [2]


@pytest.mark.parametrize(
    ("anders", "kolom", "zin"),
    [
        ({"adres": {"huisnummer": 7}}, "huisnummer", "Bij VERA is adres.huisnummer tekst"),
        ({"adres": {"woonplaats": "Heemstede"}}, "woonplaats", "adres.woonplaats.naam"),
        ({"adres": {"woonplaats": {"naam": ""}}}, "woonplaats", "leeg"),
        ({"adres": {"postcode": "2103"}}, "postcode", "postcode klopt niet"),
        ({"adres": {"huisnummer": "7a"}}, "huisnummer", "alleen het getal"),
        ({"adres": {"straatnaam": "=SOM(A1)"}}, "straatnaam", "formule"),
        ({"adres": {"straatnaam": "ZoÃ«pad"}}, "straatnaam", "beschadigd"),
        ({"adresseerbaarObjectBasisregistratie": {"bagIdentificatie": "12"}}, "bag_id", "16 cijfers"),
        ({"adresseerbaarObjectBasisregistratie": ["x"]}, "bag_id", "bagIdentificatie tekst"),
        ({"inExploitatiedatum": None}, "van", "begindatum ontbreekt"),
        ({"inExploitatiedatum": "2020-06-01T00:00:00Z"}, "van", "kunnen wij niet lezen"),
        ({"inExploitatiedatum": "2020-02-30"}, "van", "bestaat niet"),
        ({"uitExploitatiedatum": "2020-06-01"}, "tot", "niet na de begindatum"),
        ({"soort": None}, "soort", "soort van deze eenheid ontbreekt"),
        ({"soort": "WOO"}, "soort", "soort van deze eenheid ontbreekt"),
    ],
)
def test_wat_niet_klopt_is_een_fout_in_die_eenheid(anders, kolom, zin):
    gevangen = fout(json.dumps([eenheid(adres={"huisnummer": "1"}), eenheid(**anders)]).encode())
    assert [(rij.rij, rij.kolom) for rij in gevangen.rijen] == [(2, kolom)]
    assert zin in gevangen.rijen[0].zin


def test_dezelfde_eenheid_twee_keer():
    gevangen = fout(json.dumps([eenheid(), eenheid()]).encode())
    assert [(rij.rij, rij.kolom) for rij in gevangen.rijen] == [(2, "van")]


@pytest.mark.parametrize("los", ["een tekst", 12, None, ["x"]])
def test_iets_anders_tussen_de_eenheden(los):
    assert [rij.rij for rij in fout(json.dumps([eenheid(), los]).encode()).rijen] == [2]


@pytest.mark.parametrize(
    "inhoud",
    [
        b"[]",
        b"{}",
        b'{"eenheden": []}',
        b'{"type": "FeatureCollection", "features": [{"adres": "x"}]}',
        b'["a", "b"]',
        b"[[], []]",
        b'[{"naam": "Fatima", "bsn": "999990019"}]',
        json.dumps(eenheid()).encode(),
    ],
)
def test_json_die_geen_vera_is_krijgt_een_zin(inhoud):
    assert fout(inhoud).fouten == {"bestand": GEEN_VERA}


GOED = json.dumps([eenheid()]).encode()


@pytest.mark.parametrize(
    "inhoud",
    [
        GOED[:-1],
        GOED[:80],
        GOED + b"]",
        GOED.replace(b"Dorpsplein", b"Dorpspl\xffin"),
        GOED.replace(b'"Dorpsplein"', b"Dorpsplein"),
        GOED.replace(b"731.5", b"NaN"),
        GOED.replace(b"731.5", b"-" + b"9" * 5000),
        GOED.replace(b"731.5", b"1e99999999999999999999"),
        b"[",
        b"{",
    ],
)
def test_kapotte_json_krijgt_een_zin(inhoud):
    gevangen = fout(inhoud)
    assert gevangen.fouten["bestand"] in (GEEN_JSON, GEEN_VERA)
    assert len(gevangen.rijen) == 1


def test_te_veel_eenheden_en_te_veel_bytes(settings):
    settings.INLEZEN_MAX_RIJEN = 2
    assert "meer dan 2 eenheden" in fout(json.dumps([eenheid()] * 3).encode()).rijen[-1].zin
    settings.INLEZEN_MAX_BYTES = 100
    assert "te groot" in fout(json.dumps([eenheid()]).encode()).fouten["bestand"]


def test_diep_genest_is_een_zin_en_geen_ongeluk():
    diep = b'[{"adres":' + b"[" * 100_000 + b"]" * 100_000 + b"}]"
    assert fout(diep).fouten == {"bestand": GEEN_VERA}


def test_willekeurig_beschadigde_bestanden_geven_altijd_een_zin():
    loterij = random.Random(2026)
    zinnen = []
    for _ in range(300):
        stuk = bytearray(GOED)
        for _ in range(loterij.randint(1, 6)):
            stuk[loterij.randrange(1, len(stuk))] = loterij.randrange(256)
        try:
            list(lees_bezit(bytes(stuk)))
        except BestandFout as gevangen:
            zinnen.append(gevangen.fouten["bestand"])
    assert len(zinnen) > 100
    assert all(zin.endswith(".") for zin in zinnen)
