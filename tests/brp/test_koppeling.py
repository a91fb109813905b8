"""How a municipality is connected: settings, headers per purpose, key, token, certificate."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
from django.core.exceptions import ImproperlyConfigured

from convenant.brp import BrpClient, KoppelingMislukt
from convenant.brp.koppeling import Koppeling
from convenant.brp.velden import VELDEN, lees_velden

from . import spec
from .gateway import Gateway, antwoord, fout, gateway, zwijg
from .test_vijandige_gateway import BAG, NAAM, goed, persoon

WORTEL = Path(__file__).resolve().parents[2]
TOKEN = antwoord({"access_token": "sleutelwoord", "token_type": "bearer", "expires_in": 3600})


def koppeling(bron: Gateway, **anders: Any) -> Koppeling:
    return Koppeling("0397", bron.url, **({"seconden": 1.0, "pauze": 0.01} | anders))


def test_headers_go_per_purpose_and_name_who_asks() -> None:
    koppen = {
        "*": {"x-origin-oin": "00000001001234567000", "x-verwerking": "algemeen"},
        "HEE-1.c": {"x-doelbinding": "BRPACT-Proef", "x-verwerking": "inzage", "x-gebruiker": "{gebruiker}"},
    }
    with gateway(goed(persoon())) as bron:
        client = BrpClient(koppeling(bron, koppen=koppen))
        client.zoek_op_adres(BAG, velden=NAAM, doel="HEE-1.c", gebruiker="m-7f3a")
        with pytest.raises(KoppelingMislukt, match="niet_ingesteld"):
            client.zoek_op_adres(BAG, velden=NAAM, doel="HEE-1.e")
        with pytest.raises(ValueError, match="pseudonym"):
            client.zoek_op_adres(BAG, velden=NAAM, doel="HEE-1.c", gebruiker="a\r\nx-doelbinding: alles")
    ((gezien, _),) = bron.vragen
    namen = ("x-origin-oin", "x-doelbinding", "x-verwerking", "x-gebruiker")
    assert [gezien[naam] for naam in namen] == ["00000001001234567000", "BRPACT-Proef", "inzage", "m-7f3a"]


def test_a_key_of_its_own_header() -> None:
    with gateway(goed()) as bron:
        BrpClient(koppeling(bron, api_sleutel="abc")).zoek_op_adres(BAG, velden=NAAM)
        BrpClient(koppeling(bron, api_sleutel="abc", api_sleutel_kop="apikey")).zoek_op_adres(
            BAG, velden=NAAM
        )
    assert [bron.vragen[0][0]["x-api-key"], bron.vragen[1][0]["apikey"]] == ["abc", "abc"]


def test_a_token_is_fetched_once_and_again_after_a_refusal() -> None:
    with gateway(TOKEN) as loket, gateway(goed(), goed(), fout(401, "authentication"), goed()) as bron:
        client = BrpClient(
            koppeling(
                bron,
                token_url=loket.url,
                client_id="gemeente",
                client_secret="geheim&=",
                scope="000000-0397",
                token_velden={"resourceServer": "ResourceServer01"},
            )
        )
        client.zoek_op_adres(BAG, velden=NAAM)
        client.zoek_op_adres(BAG, velden=NAAM)
        assert len(loket.vragen) == 1
        with pytest.raises(KoppelingMislukt):
            client.zoek_op_adres(BAG, velden=NAAM)
        client.zoek_op_adres(BAG, velden=NAAM)
    assert len(loket.vragen) == 2
    assert {koppen["authorization"] for koppen, _ in bron.vragen} == {"Bearer sleutelwoord"}
    assert parse_qs(loket.vragen[0][1].decode()) == {
        "grant_type": ["client_credentials"],
        "client_id": ["gemeente"],
        "client_secret": ["geheim&="],
        "scope": ["000000-0397"],
        "resourceServer": ["ResourceServer01"],
    }


def test_a_token_that_is_about_to_end_is_not_used_twice() -> None:
    kort = antwoord({"access_token": "kort", "expires_in": 20})
    with gateway(kort) as loket, gateway(goed()) as bron:
        client = BrpClient(koppeling(bron, token_url=loket.url))
        client.zoek_op_adres(BAG, velden=NAAM)
        client.zoek_op_adres(BAG, velden=NAAM)
    assert len(loket.vragen) == 2


@pytest.mark.parametrize(
    ("loket", "code"),
    [
        (fout(403, "x"), "geen_toegang"),
        (fout(503, "x"), "notAvailable"),
        (antwoord({"access_token": ["x"]}), "geen_toegang"),
        (antwoord({"access_token": "a\r\nb"}), "geen_toegang"),
        (antwoord([]), "geen_toegang"),
        (antwoord(b"<html>", soort="text/html"), "geen_json"),
        (zwijg, "te_laat"),
    ],
)
def test_without_a_token_nothing_is_asked(loket: Any, code: str) -> None:
    with gateway(loket) as deur, gateway(goed()) as bron:
        with pytest.raises(KoppelingMislukt) as mislukt:
            BrpClient(koppeling(bron, token_url=deur.url)).zoek_op_adres(BAG, velden=NAAM)
        assert (mislukt.value.code, bron.vragen) == (code, [])


@pytest.mark.parametrize(
    "velden",
    [(), "naam", ["burgerservicenummer"], ["gezag"], ["inOnderzoek"], ["naam.inOnderzoek"], ["verblijfplaats"], ["Naam"], ["naam", "aNummer"]],
)  # fmt: skip
def test_what_may_not_be_asked_is_not_asked(velden: Any) -> None:
    with gateway(goed()) as bron:
        with pytest.raises(ValueError, match=r"may not be asked|at least one"):
            BrpClient(koppeling(bron)).zoek_op_adres(BAG, velden=velden)
        assert bron.vragen == []


@spec.heeft_specificatie
def test_the_fields_are_those_of_the_specification() -> None:
    officieel = (spec.VELDEN / "fields-filtered-GezagPersoonBeperkt.csv").read_text().split()[1:]
    assert set(officieel) - {"burgerservicenummer", "gezag"} == VELDEN
    assert lees_velden(["geboorte", "leeftijd"]) == {"geboorte.datum", "leeftijd"}


def test_settings_come_from_the_environment() -> None:
    """In a process of its own: settings are read once."""
    vraag = (
        "import json; from django.conf import settings; from convenant.brp.koppeling import Koppeling;"
        "k = Koppeling.voor('0397'); print(json.dumps([k.url, k.koppen, k.seconden, k.api_sleutel_kop, list(settings.BRP)]))"
    )
    omgeving = os.environ | {
        "BRP_GEMEENTEN": "0397,0392",
        "BRP_0397_URL": "https://brp.example/personen",
        "BRP_0397_KOPPEN": '{"*": {"x-origin-oin": "1"}}',
        "BRP_0397_SECONDEN": "7.5",
    }
    klaar = subprocess.run(
        [sys.executable, "-c", f"import django; django.setup(); {vraag}"],
        env=omgeving,
        cwd=WORTEL,
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(klaar.stdout) == [
        "https://brp.example/personen",
        {"*": {"x-origin-oin": "1"}},
        7.5,
        "X-API-KEY",
        ["0397", "0392"],
    ]


def test_a_connection_that_is_not_whole_is_refused(settings: Any) -> None:
    settings.BRP = {"0397": {"url": ""}, "0392": {"url": "https://x.example/", "seconden": "lang"}}
    for gemeente in ("0397", "0392", "0518"):
        with pytest.raises(ImproperlyConfigured):
            Koppeling.voor(gemeente)
    for gemeente, url in (("397", "https://x.example/"), ("0397", "http://x.example/"), ("0397", "ftp://x/")):
        with pytest.raises(ImproperlyConfigured):
            Koppeling(gemeente, url)
    with pytest.raises(ImproperlyConfigured):
        Koppeling("0397", "https://x.example/", token_url="http://x.example/")


def test_its_secrets_are_in_no_repr() -> None:
    geheim = Koppeling("0397", "https://x.example/", api_sleutel="sleutelwoord", client_secret="sleutelwoord")
    assert "sleutelwoord" not in repr(geheim) + repr(BrpClient(geheim).__dict__)
