"""Whatever a register sends: no address that is none, no wait beyond the limit, and nothing of question or answer in a log."""

import json
import logging
import time
import traceback
from typing import Any

import pytest

from convenant.adressen.register import zoek
from convenant.lijn import GeenAntwoord

from .gedrag import Gedrag, antwoord, druppel, gateway, stroom, zwijg
from .registers import WONINGEN, BagServer, PdokServer, Woning

GEHEIM = "Geheimlaan"
GETYPT = "2101ab12"
SCRIPT = "<script>alert(1)</script>laan"


def docs(*rijen: Any) -> Gedrag:
    return antwoord({"response": {"docs": list(rijen)}})


def doc(**anders: Any) -> dict[str, Any]:
    return PdokServer().doc(WONINGEN[0]) | anders


@pytest.mark.parametrize(
    ("gedrag", "code"),
    [
        (antwoord(f"<html>{GEHEIM}</html>".encode(), soort="text/html"), "geen_json"),
        (antwoord(f"<html>{GEHEIM}</html>".encode()), "geen_json"),
        (antwoord([GEHEIM]), "geen_json"),
        (antwoord(b"[" * 100_000), "geen_json"),
        (antwoord(b"{}", Content_Encoding="gzip"), "geen_json"),
        (antwoord({}, "302 Elders", Location="https://elders.example/"), "status_302"),
        (antwoord({}, "404 Weg"), "status_404"),
        (antwoord({}, "500 Stuk"), "status_500"),
        (stroom, "te_groot"),
        (zwijg, "te_laat"),
        (druppel(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n"), "te_laat"),
        (druppel(b"HTTP/1.1 200"), "te_laat"),
    ],
)
@pytest.mark.parametrize("soort", ["bag", "pdok"])
def test_geen_bruikbaar_antwoord(stel_in_op, caplog, soort: str, gedrag: Gedrag, code: str) -> None:
    caplog.set_level(logging.DEBUG)
    with gateway(gedrag) as bron:
        stel_in_op(soort, bron.url, seconden=1.0)
        begin = time.monotonic()
        with pytest.raises(GeenAntwoord) as fout:
            zoek(GETYPT, "Heemstede")
        assert time.monotonic() - begin < 3
    assert fout.value.code == code
    alles = caplog.text + "".join(traceback.format_exception(fout.value))
    assert f"adressen: {code}" in caplog.text
    assert "2101" not in alles
    assert GEHEIM not in alles
    assert "sleutel-van-niemand" not in alles


def test_niemand_thuis(stel_in_op) -> None:
    stel_in_op("bag", "http://127.0.0.1:1")
    with pytest.raises(GeenAntwoord, match="geen_verbinding"):
        zoek("2101ab12", "Heemstede")


VREEMD = [
    {"huisnummer": "12"},
    {"huisnummer": 0},
    {"huisnummer": True},
    {"huisnummer": 10**9},
    {"huisletter": "AB"},
    {"huisletter": None},
    {"huisnummertoevoeging": "a b"},
    {"postcode": "2101 AB"},
    {"postcode": ["2101AB"]},
    {"straatnaam": "Linde\nlaan"},
    {"straatnaam": "x" * 81},
    {"straatnaam": {"a": 1}},
    {"woonplaatsnaam": ""},
    {"adresseerbaarobject_id": "0397200000000001"},
    {"gemeentenaam": "Amsterdam"},
    {"gemeentenaam": None},
]


@pytest.mark.parametrize("anders", VREEMD, ids=json.dumps)
def test_een_rij_die_geen_adres_is_valt_weg_en_de_rest_blijft(stel_in_op, anders: dict[str, Any]) -> None:
    with gateway(docs("tekst", None, doc(**anders), doc())) as bron:
        stel_in_op("pdok", bron.url)
        assert [adres.regel for adres in zoek("2101ab12", "Heemstede")] == ["Lindelaan 12, 2101 AB Heemstede"]


def test_tienduizend_treffers_zijn_er_honderd(stel_in_op) -> None:
    # As many as fit: beyond half a megabyte the whole answer is refused.
    veel = [{**doc(huisnummer=nummer), "weergavenaam": ""} for nummer in range(1, 2_001)]
    with gateway(docs(*veel)) as bron:
        stel_in_op("pdok", bron.url)
        assert len(zoek("lindelaan", "Heemstede")) == 100
    with gateway(docs(*veel * 5)) as bron:
        stel_in_op("pdok", bron.url)
        with pytest.raises(GeenAntwoord, match="te_groot"):
            zoek("lindelaan", "Heemstede")


def test_een_straat_met_een_script_is_tekst(bag: BagServer) -> None:
    bag.woningen += (Woning(SCRIPT, 1, "", "", "2109ZZ", 1),)
    assert zoek("2109zz1", "Heemstede")[0].straatnaam == SCRIPT


def test_een_hele_lijst_woonplaatsen_houdt_niet_op(bag: BagServer, stel_in_op) -> None:
    """An answer that would make us ask the municipality of a hundred places ends at the limit of time."""
    adressen = [
        bag.adres(WONINGEN[0]) | {"woonplaatsIdentificatie": str(plaats)} for plaats in range(3000, 3100)
    ]
    antwoorden = [antwoord({"_embedded": {"adressen": adressen}}, soort="application/hal+json"), zwijg]
    with gateway(*antwoorden) as bron:
        stel_in_op("bag", bron.url, seconden=0.5)
        with pytest.raises(GeenAntwoord, match="te_laat"):
            zoek("2101ab12", "Heemstede")
