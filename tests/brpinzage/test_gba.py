"""Persons of the BRP made into rows: who a search on an address gives, and by which name."""

import json
from collections import Counter
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import settings as doses
from hypothesis import strategies as st

from brpinzage.gba import lees_personen, volledige_naam
from convenant.bestand import BestandFout
from convenant.brp.sleutel import persoon_sleutel


def persoon(**anders) -> dict:
    """An invented person at Lindelaan 12 in the shape of the BRP."""
    return {
        "burgerservicenummer": "999990019",
        "geslacht": {"code": "V"},
        "naam": {"voornamen": "Sanne ", "geslachtsnaam": "Vos"},
        "verblijfplaats": {"straat": "Lindelaan", "huisnummer": "12", "postcode": "2101AB"},
    } | anders


def rijen(*personen):
    weggelaten: Counter[str] = Counter()
    return list(lees_personen(BytesIO(json.dumps(personen).encode()), weggelaten)), weggelaten


@pytest.mark.parametrize(
    ("geslacht", "naam", "verwacht"),
    [
        ("M", ("Gerrit", "", "den", "Braber"), "Gerrit den Braber"),
        ("M", ("", "", "", "Obbadah"), "Obbadah"),
        ("V", ("Dian Marini Maya ", "", "", "."), "Dian Marini Maya"),
        ("V", ("Jo  Anne", "JH", "van", "Hoogh"), "jonkvrouw Jo Anne van Hoogh"),
        ("O", ("Jo Anne", "JV", "van", "Hoogh"), "jonkvrouw Jo Anne van Hoogh"),
        ("M", ("Robin Sam", "GI", "van  den", "Aedel"), "Robin Sam graaf van den Aedel"),
        ("V", ("Robin Sam", "R", "van den", "Aedel"), "Robin Sam ridder van den Aedel"),
        ("O", ("Robin Sam", "PS", "van den", "Aedel"), "Robin Sam prinses van den Aedel"),
        ("", ("", "", "", "."), ""),
    ],
)
def test_de_naam_is_die_van_de_brp(geslacht, naam, verwacht):
    delen = dict(zip(("voornamen", "titel", "voorvoegsel", "geslachtsnaam"), naam, strict=True))
    delen["adellijkeTitelPredicaat"] = {"code": delen.pop("titel")}
    assert volledige_naam({"geslacht": {"code": geslacht}, "naam": delen}) == verwacht


@pytest.mark.eis("HEE-2.5")
@pytest.mark.parametrize(
    ("code", "reden"),
    [
        ("O", "overleden"),
        ("E", "vertrokken naar het buitenland"),
        ("M", "opgeschort bij ministerieel besluit"),
        ("R", "niet-ingezetene"),
        ("F", "fout opgenomen"),
        ("W", "gewist"),
        (".", "opgeschort om een andere reden"),
    ],
)
def test_wie_niet_meer_staat_ingeschreven_valt_weg(code, reden):
    assert rijen(persoon(opschortingBijhouding={"reden": {"code": code}})) == ([], {reden: 1})


@pytest.mark.eis("HEE-2.5")
@pytest.mark.parametrize(
    "verblijfplaats",
    [
        {"land": {"code": "0000"}},
        {"land": {"code": "6030"}, "regel1": "Rue 1"},
        {"locatiebeschrijving": "Bos"},
        {},
    ],
)
def test_wie_geen_nederlands_adres_heeft_valt_weg(verblijfplaats):
    assert rijen(persoon(verblijfplaats=verblijfplaats)) == ([], {"zonder Nederlands adres": 1})


@pytest.mark.parametrize(
    "verblijf",
    [
        {"functieAdres": {"code": "B"}},
        {"inOnderzoek": {"aanduidingGegevensInOnderzoek": "089999"}},
    ],
)
def test_briefadres_en_adres_in_onderzoek_blijven(verblijf):
    gewoon = persoon()["verblijfplaats"]
    ((rij,), _) = rijen(persoon(verblijfplaats=gewoon | verblijf))
    assert (rij.naam, rij.adres.regel) == ("Sanne Vos", "Lindelaan 12, 2101 AB")


@pytest.mark.eis("HEE-3.3")
@pytest.mark.parametrize("indicatie", "1234567")
def test_geheimhouding_is_een_vlag_zonder_naam(indicatie):
    ((rij,), _) = rijen(persoon(geheimhoudingPersoonsgegevens=indicatie))
    assert (rij.naam, rij.afgeschermd) == ("", True)


def test_geen_geheimhouding_en_een_onbekende_naam():
    ((rij,), _) = rijen(persoon(geheimhoudingPersoonsgegevens="0", naam={"geslachtsnaam": "."}))
    assert (rij.naam, rij.afgeschermd) == ("(naam onbekend)", False)


@pytest.mark.parametrize(
    ("verblijf", "sleutel", "bag_id"),
    [
        ({"huisletter": "a", "huisnummertoevoeging": "-4a"}, "2101AB|12|A|4A", ""),
        ({"aanduidingBijHuisnummer": {"code": "to"}}, "2101AB|12||TO", ""),
        ({"adresseerbaarObjectIdentificatie": "0397010000001201"}, "2101AB|12||", "0397010000001201"),
        ({"adresseerbaarObjectIdentificatie": " 39701000000120"}, "2101AB|12||", ""),
    ],
)
def test_het_adres(verblijf, sleutel, bag_id):
    ((rij,), _) = rijen(persoon(verblijfplaats=persoon()["verblijfplaats"] | verblijf))
    assert (rij.adres.sleutel, rij.adres.bag_id) == (sleutel, bag_id)


@pytest.mark.eis("HEE-2.5")
def test_de_sleutel_van_een_persoon_is_vast_en_zegt_niets(settings):
    sleutel = persoon_sleutel("999990019")
    assert sleutel == persoon_sleutel("999990019") != persoon_sleutel("999990020")
    assert len(sleutel) == 64
    settings.PSEUDONIEM_SLEUTEL = "een andere"
    assert persoon_sleutel("999990019") != sleutel


@pytest.mark.parametrize(
    ("anders", "kolom"),
    [
        ({"naam": {"geslachtsnaam": "x" * 451}}, "naam"),
        ({"naam": {"geslachtsnaam": "Vo\u0000s"}}, "naam"),
        ({"naam": "Vos"}, "naam"),
        ({"burgerservicenummer": "99999001"}, "burgerservicenummer"),
        ({"burgerservicenummer": 999990019}, "burgerservicenummer"),
        ({"geheimhoudingPersoonsgegevens": True}, "geheimhoudingPersoonsgegevens"),
        ({"verblijfplaats": {"postcode": "2101AB", "huisnummer": "0"}}, "huisnummer"),
        ({"verblijfplaats": {"postcode": "2101AB", "huisnummer": 12}}, "huisnummer"),
        (
            {"verblijfplaats": {"postcode": "2101AB", "huisnummer": "1", "huisnummertoevoeging": "\u0000"}},
            "huisnummertoevoeging",
        ),
    ],
)
def test_een_persoon_die_niet_te_lezen_is_wordt_met_zijn_plaats_genoemd(anders, kolom):
    with pytest.raises(BestandFout) as gevangen:
        rijen(persoon(), persoon(**anders))
    assert [(fout.rij, fout.kolom) for fout in gevangen.value.rijen] == [(2, kolom)]
    assert "9999" not in str(gevangen.value.rijen)


@pytest.mark.parametrize("inhoud", [b"", b"[" * 100_000, b"{", b"null", b"\xff\xfe[]", b"3"])
def test_wat_geen_lijst_van_personen_is_krijgt_een_zin(inhoud):
    with pytest.raises(BestandFout) as gevangen:
        list(lees_personen(BytesIO(inhoud), Counter()))
    assert gevangen.value.aantal == 1


VELDEN = st.sampled_from([*persoon(), *persoon()["verblijfplaats"], *persoon()["naam"], "code", "reden"])
WAARDEN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12) | st.sampled_from(["2101AB", "12", "O"]),
    lambda dieper: st.lists(dieper, max_size=3) | st.dictionaries(VELDEN, dieper, max_size=5),
    max_leaves=15,
)


@given(st.lists(WAARDEN | st.dictionaries(VELDEN, WAARDEN, max_size=6), max_size=4))
@doses(max_examples=300, deadline=None)
def test_willekeurige_json_geeft_rijen_of_een_verklaarde_fout(inhoud):
    try:
        gelezen, _ = rijen(*inhoud)
    except BestandFout:
        return
    assert all(rij.naam.isprintable() and rij.adres.postcode for rij in gelezen)
