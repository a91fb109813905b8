"""Each register over HTTP: found as people type it, in the own municipality only, with nothing asked twice for nothing."""

import pytest

from convenant.adressen import bag as bag_module
from convenant.adressen.register import op_bag_id, zoek
from convenant.lijn import GeenAntwoord

from . import spec
from .gedrag import antwoord, gateway
from .registers import BagServer, PdokServer

LINDELAAN_12 = "Lindelaan 12, 2101 AB Heemstede"
LINDELAAN_14A = "Lindelaan 14A-II, 2101 AB Heemstede"


def regels(tekst: str, gemeente: str = "Heemstede") -> list[str]:
    return [adres.regel for adres in zoek(tekst, gemeente)]


GEVONDEN = [
    ("2101ab12", LINDELAAN_12),
    ("2101 AB 12", LINDELAAN_12),
    ("lindelaan 12", LINDELAAN_12),
    ("Lindelaan 12, Heemstede", LINDELAAN_12),
    ("2101AB 14 A-II", LINDELAAN_14A),
    ("2101ab14aii", LINDELAAN_14A),
    ("2101 AB 14-III", "Lindelaan 14-III, 2101 AB Heemstede"),
    ("2101 AB 14 hs", "Lindelaan 14-hs, 2101 AB Heemstede"),
    ("2101 AB 14 huis", "Lindelaan 14-hs, 2101 AB Heemstede"),
    ("2101 AB 14bis", "Lindelaan 14-bis, 2101 AB Heemstede"),
    ("ĳsselkade 3", "IJsselkade 3, 2102 CD Heemstede"),
    ("Plein 1944 7", "Plein 1944 7, 2103 EF Heemstede"),
    ("0397010000001401", LINDELAAN_14A),
]


@pytest.mark.parametrize(("getypt", "regel"), GEVONDEN)
def test_de_bag_vindt_wat_mensen_typen(bag: BagServer, getypt: str, regel: str) -> None:
    assert regels(getypt) == [regel]


@pytest.mark.parametrize(("getypt", "regel"), GEVONDEN)
def test_de_locatieserver_vindt_wat_mensen_typen(pdok: PdokServer, getypt: str, regel: str) -> None:
    assert regels(getypt) == [regel]


@spec.heeft_specificatie
def test_elke_vraag_en_elk_antwoord_is_volgens_de_specificatie(bag: BagServer) -> None:
    for getypt, _ in GEVONDEN:
        zoek(getypt, "Heemstede")
    assert {pad for pad, _, _ in bag.vragen} == {"/adressen", "/adressen/zoek", "/bronhouders"}
    for pad, velden, koppen in bag.vragen:
        assert spec.fouten_in_vraag(pad, velden) == []
        assert spec.fouten_in_antwoord(pad, bag.antwoord(pad, velden, koppen)[2]) == []
        assert koppen["accept"] == "application/hal+json"


@spec.heeft_specificatie
def test_de_beoordelaar_keurt_ook_af(bag: BagServer) -> None:
    assert spec.fouten_in_vraag("/adressen", [("postcode", "2101 AB"), ("straat", "x")])
    assert spec.fouten_in_vraag("/adressen/zoek", [])
    assert spec.fouten_in_antwoord("/adressen", {"_embedded": {"adressen": [{"huisnummer": "12"}]}})


def test_de_gemeente_van_een_woonplaats_wordt_een_keer_gevraagd(bag: BagServer) -> None:
    for _ in range(3):
        zoek("2101ab12", "Heemstede")
    assert [pad for pad, _, _ in bag.vragen].count("/bronhouders") == 1
    assert set(bag_module._gemeenten[(bag.url, "2023")]) == set("Heemstede")


@pytest.mark.parametrize("bron", ["bag", "pdok"])
def test_een_adres_van_een_andere_gemeente_komt_er_niet_in(request: pytest.FixtureRequest, bron: str) -> None:
    server = request.getfixturevalue(bron)
    assert regels("1011ab12") == []
    assert regels("1011ab 12", "Amsterdam") == ["Lindelaan 12, 1011 AB Amsterdam"]
    vreemd = server.woningen[-1].bag_id
    assert op_bag_id(vreemd, "Heemstede") == []
    assert len(op_bag_id(vreemd, "Amsterdam")) == 1


def test_zonder_goede_sleutel_is_er_geen_antwoord(bag: BagServer, settings) -> None:
    settings.ADRESREGISTER_SLEUTEL = "van een ander"
    with pytest.raises(GeenAntwoord, match="status_403"):
        zoek("2101ab12", "Heemstede")
    assert len(bag.vragen) == 1, "a no is not asked again"


@pytest.mark.parametrize("status", ["429 Te veel", "500 Fout", "503 Weg"])
def test_alleen_na_429_en_5xx_nog_eens(stel_in_op, status: str) -> None:
    goed = {"response": {"docs": [PdokServer().doc(PdokServer().woningen[0])]}}
    with gateway(antwoord({}, status), antwoord(goed)) as bron:
        stel_in_op("pdok", bron.url)
        assert regels("2101ab12") == [LINDELAAN_12]
        assert len(bron.vragen) == 2


@pytest.mark.parametrize("tekst", ["", "  ", "li", "((", '"":', "1234567890123456", "x" * 10_000])
def test_te_weinig_of_onzin_vindt_niets(bag: BagServer, pdok: PdokServer, stel_in_op, tekst: str) -> None:
    for soort, server in (("bag", bag), ("pdok", pdok)):
        stel_in_op(soort, server.url)
        assert regels(tekst) == []
        assert all(len(waarde) < 200 for _, velden, _ in server.vragen for _, waarde in velden)


def test_een_zoekopdracht_is_geen_opdracht_voor_de_zoekmachine(pdok: PdokServer) -> None:
    zoek('x" OR gemeentenaam:"Amsterdam" AND *:*', "Heemstede")
    assert dict(pdok.vragen[0][1])["q"] == "x or gemeentenaam amsterdam and"


def test_zonder_register_is_er_niets(stel_in_op) -> None:
    stel_in_op("")
    assert zoek("2101ab12", "Heemstede") == []
