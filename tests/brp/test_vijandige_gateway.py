"""Whatever a gateway sends: nothing that was not asked is returned, kept or logged, and the wait ends in time."""

import json
import logging
import time
import traceback
from typing import Any

import pytest

from convenant.brp import Antwoord, BrpClient, KoppelingMislukt
from convenant.brp.adres import maak_adres
from convenant.brp.fouten import LATER, VAN_DE_BRP, ZINNEN
from convenant.brp.koppeling import Koppeling
from convenant.lijn import HOOGSTENS_BYTES

from . import spec
from .gateway import Gateway, Gedrag, antwoord, druppel, fout, gateway, stroom, zwijg

BAG = maak_adres("2100 AA", "4", straatnaam="Kerklaan", woonplaats="Heemstede", bag_id="0397010000000001")
POSTCODE = maak_adres("2100 AA", "4", straatnaam="Kerklaan", woonplaats="Heemstede")
NAAM = ("naam.volledigeNaam",)
OP_BAG = "ZoekMetAdresseerbaarObjectIdentificatie"
OP_POSTCODE = "ZoekMetPostcodeEnHuisnummer"
BSN = "999990019"
# What a hostile answer carries and nobody may ever see.
GEHEIM = ("999990019", "Piet", "Geheim", "partij", "0363")


def persoon(**anders: Any) -> dict[str, Any]:
    return {
        "burgerservicenummer": BSN,
        "naam": {"volledigeNaam": "Anna Proef"},
        "adressering": {"adresregel1": "Kerklaan 4", "adresregel2": "2100 AA  HEEMSTEDE"},
    } | anders


def goed(*personen: dict[str, Any], soort: str = OP_BAG) -> Gedrag:
    return antwoord({"type": soort, "personen": list(personen)})


def vraag(bron: Gateway, adres: Any = BAG, velden: tuple[str, ...] = NAAM, **anders: Any) -> Antwoord:
    koppeling = Koppeling("0397", bron.url, **({"seconden": 0.6, "pauze": 0.01} | anders))
    return BrpClient(koppeling).zoek_op_adres(adres, velden=velden)


def mislukt(gedrag: Gedrag, adres: Any = BAG, **anders: Any) -> KoppelingMislukt:
    with gateway(gedrag) as bron, pytest.raises(KoppelingMislukt) as fout:
        vraag(bron, adres, **anders)
    return fout.value


VIJANDIG: dict[str, tuple[Gedrag, str]] = {
    "html": (antwoord(b"<html>Piet Geheim 999990019</html>", soort="text/html"), "geen_json"),
    "html that says it is json": (antwoord(b"<html>Piet Geheim 999990019</html>"), "geen_json"),
    "json of another type": (antwoord({"personen": []}, soort="text/plain"), "geen_json"),
    "half of an answer": (antwoord(b'{"type": "Zoek', Content_Length="9999"), "geen_verbinding"),
    "compressed": (antwoord(b"{}", Content_Encoding="gzip"), "geen_json"),
    "deeply nested": (antwoord(b"[" * 200_000), "geen_json"),
    "a list": (antwoord([persoon()]), "ongeldig_antwoord"),
    "nothing": (antwoord(None), "ongeldig_antwoord"),
    "another kind of answer": (goed(persoon(), soort="RaadpleegMetBurgerservicenummer"), "ongeldig_antwoord"),
    "people that are no object": (antwoord({"type": OP_BAG, "personen": ["Piet Geheim"]}), "ongeldig_antwoord"),
    "a name that is no text": (goed(persoon(naam={"volledigeNaam": ["Piet Geheim"]})), "ongeldig_antwoord"),
    "a name with a line end": (goed(persoon(naam={"volledigeNaam": "Piet\nGeheim"})), "ongeldig_antwoord"),
    "a name without end": (goed(persoon(naam={"volledigeNaam": "Piet" * 200})), "ongeldig_antwoord"),
    "geheimhouding that is no yes": (goed(persoon(geheimhoudingPersoonsgegevens="Piet")), "ongeldig_antwoord"),
    "253 residents": (goed(*[persoon()] * 253), "te_veel_personen"),
    "another municipality": (goed(persoon(), persoon(gemeenteVanInschrijving={"code": "0363"})), "andere_gemeente"),
    "another postcode": (goed(persoon(adressering={"adresregel1": "Kerklaan 4", "adresregel2": "2100 AB  X"})), "ander_adres"),
    "another number": (goed(persoon(adressering={"adresregel1": "Kerklaan 14", "adresregel2": "2100 AA  X"})), "ander_adres"),
    "no address": (goed(persoon(adressering={})), "ander_adres"),
    "no number of the person": (goed(persoon(burgerservicenummer=None)), "zonder_sleutel"),
    "half a number": (goed(persoon(burgerservicenummer="99999001")), "zonder_sleutel"),
    "a redirect": (antwoord(b"", "302 Found", Location="https://elders.example/partij"), "omgeleid"),
    "a redirect that keeps the question": (antwoord(b"", "307 Temporary Redirect", Location="https://elders.example/"), "omgeleid"),
    "a status of its own": (antwoord({"code": "Piet Geheim"}, "299 Fijn"), "onbekend_antwoord"),
    "an unknown code": (fout(403, "Piet Geheim"), "unauthorized"),
    "a code that is no text": (fout(403, ["Piet Geheim"]), "unauthorized"),
    "one of our own codes": (fout(400, "andere_gemeente"), "paramsValidation"),
    "too many under another status": (fout(406, "tooManyResults"), "notAcceptable"),
    "a fault in html": (antwoord(b"<h1>Piet Geheim</h1>", "401 Nee", "text/html"), "authentication"),
    "no http": (lambda lijn: lijn.sendall(b"999990019 Piet Geheim\r\n\r\n"), "geen_verbinding"),
    "headers without end": (lambda lijn: lijn.sendall(b"HTTP/1.1 200 OK\r\n" + b"A: partij\r\n" * 50_000), "geen_verbinding"),
    "a body without end": (stroom, "te_groot"),
    "silence": (zwijg, "te_laat"),
    "a slow drip of the body": (druppel(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n"), "te_laat"),
    "a slow drip of the headers": (druppel(b"HTTP/1.1 200 OK\r\nX-Lang: "), "te_laat"),
}  # fmt: skip


@pytest.mark.parametrize("wat", VIJANDIG)
def test_a_hostile_answer_becomes_one_sentence(wat: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    gedrag, code = VIJANDIG[wat]
    begonnen = time.monotonic()
    fout = mislukt(gedrag)
    assert fout.code == code
    assert time.monotonic() - begonnen < 3
    assert [regel.getMessage() for regel in caplog.records] == [f"brp: {code}"]
    alles = "".join(traceback.format_exception(fout)) + repr(fout) + fout.zin + caplog.text
    assert not [woord for woord in GEHEIM if woord in alles.replace(__file__, "")]
    # Nothing that is linked to the exception holds the answer either.
    assert fout.__cause__ is None
    assert fout.__context__ is None


def test_a_huge_answer_is_not_read_to_its_end() -> None:
    groot = antwoord(b" " * (HOOGSTENS_BYTES + 1))
    assert mislukt(groot).code == "te_groot"
    with gateway(antwoord(json.dumps({"type": OP_BAG, "personen": []}).encode() + b" " * 1000)) as bron:
        assert vraag(bron).personen == ()


def test_more_fields_than_asked_are_dropped_and_said_without_them(caplog: pytest.LogCaptureFixture) -> None:
    meer = persoon(
        aNummer="1234567890",
        partners=[{"naam": {"geslachtsnaam": "Geheim"}}],
        geboorte={"datum": {"type": "Datum", "datum": "1980-04-01", "langFormaat": "1 april 1980"}},
        naam={"volledigeNaam": "Anna Proef", "voornamen": "Geheim"},
        inOnderzoek={"geslacht": True},
    )
    with gateway(goed(meer)) as bron:
        (gevonden,) = vraag(bron).personen
    waarden = vars(gevonden)
    assert waarden["volledige_naam"] == "Anna Proef"
    leeg = {"", None, False, ()}
    assert {n for n, w in waarden.items() if w not in leeg} == {"sleutel", "volledige_naam"}
    assert [regel.getMessage() for regel in caplog.records] == ["brp: meer_velden"]


def test_the_number_of_a_person_comes_out_as_its_key_only() -> None:
    from convenant.brp.sleutel import persoon_sleutel

    with gateway(goed(persoon())) as bron:
        antwoord = vraag(bron)
    (gevonden,) = antwoord.personen
    assert gevonden.sleutel == persoon_sleutel(BSN)
    assert BSN not in str(vars(gevonden))
    assert "Anna" not in repr(gevonden) + repr(antwoord)


def test_the_postcode_search_is_made_exact() -> None:
    def op(regel: str) -> dict[str, Any]:
        return persoon(
            naam={"volledigeNaam": regel},
            adressering={"adresregel1": regel, "adresregel2": "2100 AA  HEEMSTEDE"},
        )

    regels = "Kerklaan 4|Kerklaan 4 A|Kerklaan 4-2|Kerklaan 4 A2|Kerklaan t/o 4|Kerklaan bij 4|Kerklaan 4 III"
    alle = goed(*map(op, regels.split("|")), soort=OP_POSTCODE)

    def namen(letter: str = "", toevoeging: str = "") -> list[str]:
        adres = maak_adres("2100AA", "4", letter, toevoeging)
        with gateway(alle) as bron:
            return [p.volledige_naam for p in vraag(bron, adres).personen]

    assert namen() == ["Kerklaan 4"]
    assert namen("a") == ["Kerklaan 4 A"]
    assert namen(toevoeging="2") == namen(toevoeging="-2") == ["Kerklaan 4-2"]
    assert namen("A", "2") == ["Kerklaan 4 A2"]
    assert namen(toevoeging="iii") == ["Kerklaan 4 III"]
    assert namen(toevoeging="to") == ["Kerklaan t/o 4"]
    assert namen(toevoeging="by") == ["Kerklaan bij 4"]


ELDERS = {"adresregel1": "Dorpsstraat 9", "adresregel2": "2100 AB  HEEMSTEDE"}


def test_people_at_a_second_address_of_the_same_bag_id_are_not_shown() -> None:
    with gateway(goed(persoon(), persoon(naam={"volledigeNaam": "Piet Geheim"}, adressering=ELDERS))) as bron:
        assert [p.volledige_naam for p in vraag(bron).personen] == ["Anna Proef"]


def test_a_search_by_postcode_that_finds_another_address_is_not_believed() -> None:
    beide = goed(persoon(), persoon(adressering=ELDERS), soort=OP_POSTCODE)
    assert mislukt(beide, POSTCODE).code == "ander_adres"


def test_a_street_with_a_number_in_it_is_no_other_address() -> None:
    adres = maak_adres("2100AA", "1945")
    regels = {"adresregel1": "Boulevard 1945 1945", "adresregel2": "2100 AA  X"}
    with gateway(goed(persoon(adressering=regels), soort=OP_POSTCODE)) as bron:
        assert len(vraag(bron, adres).personen) == 1
    ander = {"adresregel1": "Boulevard 1945 7", "adresregel2": "2100 AA  X"}
    with gateway(goed(persoon(adressering=ander), soort=OP_POSTCODE)) as bron:
        assert vraag(bron, adres).personen == ()


@pytest.mark.parametrize("code", sorted(VAN_DE_BRP))
def test_every_fault_of_the_specification_is_one_dutch_sentence(code: str) -> None:
    assert mislukt(fout(403, code)).zin == ZINNEN[code]
    assert ZINNEN[code].endswith(".")


@pytest.mark.parametrize("status", [400, 401, 403, 406, 415, 404, 502, 504])
def test_nothing_else_is_asked_again(status: int) -> None:
    with gateway(fout(status, "x"), goed(persoon())) as bron:
        with pytest.raises(KoppelingMislukt):
            vraag(bron)
        assert len(bron.vragen) == 1


@pytest.mark.parametrize("status", sorted(LATER))
def test_what_passes_is_asked_again(status: int) -> None:
    with gateway(fout(status, "x"), fout(status, "x"), goed(persoon())) as bron:
        assert len(vraag(bron).personen) == 1
        assert len(bron.vragen) == 3
    with gateway(fout(status, "x")) as bron:
        with pytest.raises(KoppelingMislukt) as gestopt:
            vraag(bron)
        assert (gestopt.value.code, len(bron.vragen)) == (LATER[status], 3)


def test_nobody_waits_longer_than_the_deadline_for_another_try() -> None:
    with gateway(fout(503, "notAvailable")) as bron:
        with pytest.raises(KoppelingMislukt):
            vraag(bron, pauze=5, seconden=1)
        assert len(bron.vragen) == 1


def test_too_many_is_an_outcome_and_no_fault() -> None:
    with gateway(fout(400, "tooManyResults")) as bron:
        antwoord = vraag(bron)
    assert (antwoord.te_veel, antwoord.personen) == (True, ())


def test_a_gateway_that_is_not_there() -> None:
    with gateway(zwijg) as bron:
        pass
    with pytest.raises(KoppelingMislukt) as fout:
        vraag(bron)
    assert fout.value.code == "geen_verbinding"


@spec.heeft_specificatie
@pytest.mark.parametrize("adres", [BAG, POSTCODE, maak_adres("2100AA", "4", "b", "to 2"), maak_adres("2100AA", "4", "b", "bis")])  # fmt: skip
def test_every_question_is_one_of_the_specification(adres: Any) -> None:
    alle = ("naam", "geslacht", "leeftijd", "geboorte", "adressering", "adresseringBinnenland")
    with gateway(goed(soort=OP_BAG if adres.bag_id else OP_POSTCODE)) as bron:
        assert vraag(bron, adres, alle).personen == ()
    ((koppen, lading),) = bron.vragen
    gesteld = json.loads(lading)
    assert not spec.fouten_in_vraag(gesteld)
    assert gesteld["gemeenteVanInschrijving"] == "0397"
    assert "burgerservicenummer" in gesteld["fields"]
    officieel = (spec.VELDEN / "fields-filtered-PersoonBeperkt.csv").read_text().split()
    assert set(gesteld["fields"]) <= set(officieel)
    assert (koppen["content-type"], koppen["accept"]) == ("application/json", "application/json")
