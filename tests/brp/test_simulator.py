"""The simulator against the official OpenAPI and against what the specification says in words."""

from typing import Any

import pytest

from brpinzage.simulator import velden
from convenant.tijd import stel_in
from tests.wereld import NU

from . import spec
from .conftest import Vraag, stel

AOI = {"type": "ZoekMetAdresseerbaarObjectIdentificatie", "fields": ["naam.volledigeNaam"]}
POSTCODE = {"type": "ZoekMetPostcodeEnHuisnummer", "fields": ["burgerservicenummer", "adresseringBinnenland"]}
BSN = "RaadpleegMetBurgerservicenummer"
SOORTEN: dict[str, dict[str, Any]] = {
    BSN: {"burgerservicenummer": ["999971104", "000009830"]},
    "ZoekMetGeslachtsnaamEnGeboortedatum": {"geslachtsnaam": "Melap*", "geboortedatum": "1946-09-12"},
    "ZoekMetNaamEnGemeenteVanInschrijving": {
        "geslachtsnaam": "melapatti",
        "voornamen": "JULIA*",
        "gemeenteVanInschrijving": "0518",
    },
    "ZoekMetPostcodeEnHuisnummer": {"postcode": "2585 ae", "huisnummer": 50},
    "ZoekMetStraatHuisnummerEnGemeenteVanInschrijving": {
        "straat": "javastr*",
        "huisnummer": 50,
        "gemeenteVanInschrijving": "0518",
    },
    "ZoekMetNummeraanduidingIdentificatie": {"nummeraanduidingIdentificatie": "0518200000583526"},
    "ZoekMetAdresseerbaarObjectIdentificatie": {"adresseerbaarObjectIdentificatie": "0518010000583527"},
}


@pytest.mark.parametrize("soort", SOORTEN)
def test_each_kind_of_question_finds_and_answers_as_the_openapi_says(soort: str, vraag: Vraag) -> None:
    inhoud = {"type": soort, "fields": ["burgerservicenummer", "naam", "adressering", "geboorte.datum"]}
    assert not spec.fouten_in_vraag(inhoud | SOORTEN[soort])
    status, antwoord = vraag(**inhoud, **SOORTEN[soort])
    assert status == 200
    assert antwoord["personen"]
    assert not spec.fouten_in_antwoord(antwoord)


@pytest.mark.parametrize(
    ("soort", "boom"),
    [
        ("Persoon", velden.PERSOON),
        ("PersoonBeperkt", velden.BEPERKT),
        ("GezagPersoonBeperkt", velden.GEZAG_BEPERKT),
    ],
)
@spec.heeft_specificatie
def test_exactly_the_official_fields_can_be_asked(soort: str, boom: velden.Boom) -> None:
    officieel = {
        pad
        for naam in (f"fields-{soort}.csv", f"fields-filtered-{soort}.csv")
        for pad in (spec.VELDEN / naam).read_text().split()[1:]
    }

    def paden(tak: velden.Boom, voor: str = "") -> set[str]:
        return {voor + naam for naam in tak}.union(*(paden(o, f"{voor}{n}.") for n, o in tak.items()))

    assert paden(boom) == officieel


@pytest.mark.volledig
def test_every_published_person_is_answered_in_the_official_shape(
    vraag: Vraag, gepubliceerd: list[dict[str, Any]]
) -> None:
    for begin in range(0, len(gepubliceerd), 20):
        bsns = [persoon["burgerservicenummer"] for persoon in gepubliceerd[begin : begin + 20]]
        status, antwoord = vraag(type=BSN, burgerservicenummer=bsns, fields=list(velden.PERSOON))
        assert (status, len(antwoord["personen"])) == (200, len(bsns))
        assert not [fout for persoon in antwoord["personen"] for fout in spec.fouten_in_persoon(persoon)]


def test_a_sample_of_the_published_persons_is_answered_in_the_official_shape(
    vraag: Vraag, gepubliceerd: list[dict[str, Any]]
) -> None:
    bsns = [persoon["burgerservicenummer"] for persoon in gepubliceerd[::53]]
    status, antwoord = vraag(type=BSN, burgerservicenummer=bsns, fields=list(velden.PERSOON))
    assert (status, len(antwoord["personen"])) == (200, len(bsns))
    assert not spec.fouten_in_antwoord(antwoord, vrije_tekst=True)


@pytest.mark.parametrize(
    ("anders", "verwacht"),
    [
        ({"fields": None}, [("fields", "required")]),
        ({"fields": []}, [("fields", "minItems")]),
        ({"fields": "naam,geslacht"}, [("fields", "array")]),
        ({"fields": ["naam"] * 131}, [("fields", "maxItems")]),
        ({"fields": ["naam", "Naam"]}, [("fields[1]", "fields")]),
        ({"fields": ["verblijfplaats"]}, [("fields[0]", "fields")]),
        ({"fields": ["naam.inOnderzoek", "rni", "na am"]}, [("fields[0]", "fields"), ("fields[1]", "fields"), ("fields[2]", "pattern")]),
        ({"postcode": "0123AB", "huisnummer": "2"}, [("postcode", "pattern"), ("huisnummer", "integer")]),
        ({"huisnummer": 0}, [("huisnummer", "minimum")]),
        ({"huisnummer": 100000}, [("huisnummer", "maximum")]),
        ({"huisletter": "AB"}, [("huisletter", "pattern")]),
        ({"inclusiefOverledenPersonen": "ja"}, [("inclusiefOverledenPersonen", "boolean")]),
        ({"geboortedatum": "2026-02-30"}, [("geboortedatum", "date")]),
        ({"gemeenteVanInschrijving": "518"}, [("gemeenteVanInschrijving", "pattern")]),
        ({"straat": "Turfmarkt"}, [("straat", "unknownParam")]),
        ({"type": None}, [("type", "required")]),
        ({"type": "ZoekAlles"}, [("type", "value")]),
    ],
)  # fmt: skip
def test_all_that_is_wrong_with_a_question_is_said_at_once(
    vraag: Vraag, anders: dict[str, Any], verwacht: list[tuple[str, str]]
) -> None:
    status, fout = vraag(**({"postcode": "2585AE", "huisnummer": 50} | POSTCODE | anders))
    assert (status, fout["code"]) == (400, "paramsValidation")
    assert [(een["name"], een["code"]) for een in fout["invalidParams"]] == verwacht
    assert not spec.fouten_in_fout(fout)


def test_more_than_the_limit_is_refused_and_never_cut(vraag: Vraag) -> None:
    status, fout = vraag(**POSTCODE, postcode="2272BV", huisnummer=54)
    assert (status, fout["code"], fout["title"]) == (400, "tooManyResults", "Teveel zoekresultaten.")
    assert not spec.fouten_in_fout(fout)
    status, fout = vraag(
        type="ZoekMetGeslachtsnaamEnGeboortedatum",
        geslachtsnaam="Digid*",
        geboortedatum="1919-12-19",
        fields=["burgerservicenummer"],
    )
    assert (status, fout["detail"]) == (
        400,
        "Meer dan maximum van 10 zoekresultaten gevonden. Verfijn de zoekopdracht.",
    )


def test_only_json_is_spoken(simulator: str) -> None:
    inhoud = POSTCODE | {"postcode": "2585AE", "huisnummer": 50}
    assert stel(simulator, inhoud, **{"Content-Type": "text/plain"})[0] == 415
    assert stel(simulator, inhoud, **{"Content-Type": "application/json; charset=utf-16"})[0] == 415
    assert stel(simulator, inhoud, Accept="application/xml")[0] == 406
    assert stel(simulator, inhoud, Accept="application/json; charset=utf-8")[0] == 200
    assert stel(simulator, b"{")[0] == 400
    assert stel(simulator, inhoud, methode="PUT")[0] == 405
    assert stel(simulator.replace("personen", "bewoningen"), inhoud)[0] == 404


def test_the_postcode_search_is_not_exact_and_a_letter_narrows_it(vraag: Vraag) -> None:
    alle = vraag(**POSTCODE, postcode="2511CA", huisnummer=21)[1]["personen"]
    regels = {persoon["adressering"]["adresregel1"] for persoon in alle}
    assert regels == {"Turfmarkt 21", "Turfmarkt 21 a"}
    alleen_a = vraag(**POSTCODE, postcode="2511CA", huisnummer=21, huisletter="A")[1]["personen"]
    assert {persoon["adressering"]["adresregel1"] for persoon in alleen_a} == {"Turfmarkt 21 a"}


def test_the_dead_are_found_by_number_or_when_asked(vraag: Vraag) -> None:
    gezocht = POSTCODE | {"postcode": "2511CA", "huisnummer": 21}
    levend = {p["burgerservicenummer"] for p in vraag(**gezocht)[1]["personen"]}
    ook_dood = vraag(**gezocht, inclusiefOverledenPersonen=True)[1]["personen"]
    (dode,) = [p for p in ook_dood if p["burgerservicenummer"] not in levend]
    assert dode["opschortingBijhouding"]["reden"]["code"] == "O"
    (zelfde,) = vraag(
        type=BSN,
        burgerservicenummer=[dode["burgerservicenummer"]],
        fields=["burgerservicenummer", "leeftijd"],
    )[1]["personen"]
    assert zelfde == {n: dode[n] for n in ("burgerservicenummer", "opschortingBijhouding")}


def test_what_comes_unasked_comes_only_with_what_was_asked(vraag: Vraag) -> None:
    def persoon(bsn: str, *fields: str) -> dict[str, Any]:
        (een,) = vraag(type=BSN, burgerservicenummer=[bsn], fields=fields)[1]["personen"]
        return dict(een)

    assert persoon("999971104", "leeftijd")["geheimhoudingPersoonsgegevens"] is True
    in_onderzoek = persoon("999970008", "adresseringBinnenland.adresregel1", "naam.volledigeNaam")
    assert in_onderzoek["adressering"]["inOnderzoek"]["adresregel1"] is True
    assert "adresregel2" not in in_onderzoek["adressering"]["inOnderzoek"]
    assert "inOnderzoek" not in persoon("999970008", "naam.volledigeNaam")["naam"]
    assert persoon("999970586", "geboorte.datum")["geboorte"]["datum"]["type"] == "JaarDatum"
    vertrokken = persoon("999994529", "verblijfplaats", "adresseringBinnenland.adresregel1")
    assert vertrokken["verblijfplaats"]["type"] == "VerblijfplaatsOnbekend"
    assert vertrokken["adressering"] == {}


def test_age_counts_on_the_clock_of_the_product(vraag: Vraag) -> None:
    def leeftijd() -> int:
        return int(
            vraag(type=BSN, burgerservicenummer=["000009866"], fields=["leeftijd"])[1]["personen"][0][
                "leeftijd"
            ]
        )

    with stel_in(NU.replace(year=2026, month=9, day=11)):
        assert leeftijd() == 79
    with stel_in(NU.replace(year=2026, month=9, day=12, hour=12)):
        assert leeftijd() == 80
