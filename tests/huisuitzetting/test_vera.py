"""Arrears from VERA 4.3: the same rows and faults as a CSV file, and a sentence for everything that VERA does not say so."""

import json
import random
import time
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convenant.bestand import BestandFout, Fouten, Rijfout
from convenant.jsonbestand import GEEN_JSON
from convenant.poort.handeling import Ongeldig
from convenant.tijd import stel_in
from huisuitzetting.achterstand import huurbestand, inlezen, vera
from huisuitzetting.achterstand.huur import Huur
from huisuitzetting.achterstand.vera import codes
from huisuitzetting.achterstand.vera.delen import GEEN_VERA, Bij
from huisuitzetting.models import Huurovereenkomst, Inlezing
from tests.huisuitzetting import vera as v
from tests.huisuitzetting.huur import MELDER, maak_csv, regel
from tests.huisuitzetting.test_inlezen import hoogste_geheugen
from tests.huisuitzetting.vera import (
    bestand,
    boeking,
    code,
    eenheid,
    heeft_specificatie,
    incasso,
    overeenkomst,
    persoon,
    regeling,
    relatie,
    rol,
)
from tests.wereld import NU, Wereld

pytestmark = pytest.mark.eis("HAA-B2.1.b")
ELF_NOVEMBER = {"vervaldatum": "2026-11-11"}


@pytest.fixture(autouse=True)
def _op_maandagochtend() -> Iterator[None]:
    with stel_in(NU):
        yield


def lees(bron: BytesIO) -> tuple[list[Huur], list[Rijfout], int]:
    """The rows, the faults, and how many agreements were left out."""
    fouten = Fouten(1000)
    _, rijen = vera.open_bestand(bron, fouten)
    return [huur for _, huur in rijen], fouten.eerste, fouten.overgeslagen


def huur(**delen: Any) -> Huur:
    (rij,), fouten, overgeslagen = lees(bestand(**delen))
    assert (fouten, overgeslagen) == ([], 0)
    return rij


def fout(**delen: Any) -> tuple[int, str, str]:
    """The one fault in this file, which gives no row."""
    rijen, (gevonden,), _ = lees(bestand(**delen))
    assert rijen == []
    return gevonden.rij, gevonden.kolom, gevonden.zin


def met(**anders: Any) -> dict[str, Any]:
    return {"overeenkomsten": [overeenkomst(**anders)]}


def test_een_overeenkomst_is_de_rij_die_een_csv_bestand_gehad_zou_hebben() -> None:
    kolommen, rijen = huurbestand.open_bestand(maak_csv(regel()), Fouten())
    ((_, uit_csv),) = rijen
    # What the agreement says of a person goes before what the list of relations says.
    assert huur() == uit_csv
    assert list(kolommen) == [
        kolom for kolom in vera.open_bestand(bestand(), Fouten())[0] if kolom != "bewind"
    ]


@heeft_specificatie
@pytest.mark.parametrize(
    ("service", "soort", "ding"),
    [
        ("BOG", "Overeenkomsten-Huurovereenkomst", overeenkomst()),
        ("BFG", "Boekingen-Boekingbericht", boeking(id="b1")),
        ("INC", "Betalingsregelingen-Betalingsregelingbericht", regeling("BEE", eindeReden=code("ONI"))),
        ("INC", "ExterneIncassos-ExterneIncassobericht", incasso()),
        ("BRG", "Relaties-NatuurlijkPersoon", persoon(overlijdensdatum="2026-01-01", tussenvoegsels="de")),
        ("BVG", "Eenheden-Eenheidbericht", eenheid(adres={"huisletter": "a", "huisnummerToevoeging": "2"})),
    ],
)
def test_de_voorbeelden_zijn_van_vera(service: str, soort: str, ding: v.Ding) -> None:
    assert v.fouten(service, soort, ding) == []
    assert v.fouten(service, soort, ding | {"saldootje": 1}) == [f"{soort}.saldootje: unknown"]


@heeft_specificatie
@pytest.mark.parametrize(
    ("lijst", "tabel"),
    [
        ("OVEREENKOMSTSOORT", codes.SOORT),
        ("OVEREENKOMSTSTATUS", codes.STATUS),
        ("BOEKINGSOORT", codes.BOEKINGSOORT),
        ("BOEKINGDETAILSOORT", codes.HUUR),
        ("BOEKINGSTATUS", codes.BOEKINGSTATUS),
        ("BETALINGSREGELINGSTATUS", codes.REGELING),
        ("BETALINGSREGELINGEINDEREDEN", codes.EINDEREDEN),
        ("EXTERNEINCASSOSOORT", codes.DEURWAARDER),
        ("EXTERNEINCASSOSTATUS", codes.INCASSOSTATUS),
        ("RELATIESOORT", codes.RELATIESOORT),
        ("EENHEIDSOORT", codes.WONING),
        ("RELATIEROLSOORT", codes.ROL),
    ],
)
def test_elke_code_van_vera_heeft_een_betekenis(lijst: str, tabel: dict[str, object]) -> None:
    in_gebruik = {naam: not isinstance(betekenis, codes.Vervallen) for naam, betekenis in tabel.items()}
    assert in_gebruik == v.codes(lijst)


@pytest.mark.parametrize(
    ("boekingen", "schuld", "sinds"),
    [
        ([boeking(250.5), boeking(199.99, vervaldatum="2026-10-01")], "450.49", date(2026, 10, 1)),
        ([boeking(), boeking(vervaldatum="2026-11-23")], "700", date(2026, 11, 1)),
        ([boeking(700)], "700", date(2026, 11, 1)),
        ([boeking(0.1 + 0.2)], "0.30", date(2026, 11, 1)),
        ([boeking(0)], "0", None),
        ([], "0", None),
        # A credit pays the oldest first; it has no due date to wait for.
        ([boeking(), boeking(100, **ELF_NOVEMBER), boeking(-650)], "150", date(2026, 11, 1)),
        ([boeking(), boeking(100, **ELF_NOVEMBER), boeking(-700)], "100", date(2026, 11, 11)),
        ([boeking(), boeking(-700)], "0", None),
        ([boeking(-20, vervaldatum=None)], "0", None),
        ([boeking(), boeking(50, soort=code("ONT"), vervaldatum=None)], "650", date(2026, 11, 1)),
        ([boeking(), boeking(-50, soort=code("ONT"))], "650", date(2026, 11, 1)),
        ([boeking(), boeking(-50, soort=code("MEM"), detailSoort=code("AFB"))], "650", date(2026, 11, 1)),
        # What is no rent, what is provisional, and the sums of an arrangement beside the claims it is about.
        ([boeking(), boeking(90, detailSoort=code("FAC"))], "700", date(2026, 11, 1)),
        ([boeking(), boeking(700, detailSoort=code("BET"))], "700", date(2026, 11, 1)),
        ([boeking(), boeking(90, status=code("VRL"))], "700", date(2026, 11, 1)),
        ([boeking(), boeking(90, soort=code("UIT"))], "700", date(2026, 11, 1)),
        ([boeking(detailSoort=None, status=None)], "700", date(2026, 11, 1)),
    ],
)
def test_schuld_is_open_huur_voorbij_de_vervaldatum(
    boekingen: list[v.Ding], schuld: str, sinds: date | None
) -> None:
    rij = huur(boekingen=boekingen)
    assert (rij.schuld, rij.achterstand_sinds) == (Decimal(schuld), sinds)


BEDRAGEN = st.lists(
    st.tuples(st.dates(date(2020, 1, 1), date(2026, 11, 22)), st.integers(1, 500_000)), min_size=1
)


@given(BEDRAGEN, st.integers(0, 1_000_000))
def test_een_tegoed_verlaagt_de_schuld_en_maakt_haar_nooit_ouder(
    open_: list[tuple[date, int]], tegoed: int
) -> None:
    vorderingen = [(dag, Decimal(cent) / 100) for dag, cent in open_]
    zonder, oudste = Bij(vorderingen).schuld()
    schuld, sinds = Bij(vorderingen, Decimal(tegoed) / 100).schuld()
    assert oudste == min(dag for dag, _ in vorderingen)
    assert schuld == max(Decimal(0), zonder - Decimal(tegoed) / 100)
    assert (sinds is None) == (schuld == 0)
    assert sinds is None or sinds >= oudste


@pytest.mark.parametrize(
    ("anders", "kolom", "zin"),
    [
        ({"saldo": "700.00"}, "schuld", "saldo een getal"),
        ({"saldo": True}, "schuld", "saldo een getal"),
        ({"saldo": [700]}, "schuld", "saldo een getal"),
        ({"saldo": None}, "schuld", "saldo ontbreekt"),
        ({"saldo": 1e12}, "schuld", "te groot"),
        ({"saldo": 12.345}, "schuld", "delen van een cent"),
        ({"vervaldatum": None}, "schuld", "vervaldatum ontbreekt"),
        ({"vervaldatum": "01-11-2026"}, "schuld", "kunnen wij niet lezen"),
        ({"vervaldatum": "2026-11-01T00:00:00Z"}, "schuld", "kunnen wij niet lezen"),
        ({"vervaldatum": "2026-02-30"}, "schuld", "bestaat niet"),
        ({"vervaldatum": 20261101}, "schuld", "vervaldatum tekst"),
        ({"soort": None}, "schuld", "soort ontbreekt"),
        ({"soort": "VOR"}, "schuld", "soort een groep"),
        ({"soort": code("XYZ")}, "schuld", "soort kennen wij niet"),
        ({"detailSoort": code("XYZ")}, "schuld", "detailSoort kennen wij niet"),
        ({"status": code("XYZ")}, "schuld", "status kennen wij niet"),
    ],
)
def test_een_boeking_die_niet_te_lezen_is(anders: v.Ding, kolom: str, zin: str) -> None:
    rij, waar, gezegd = fout(boekingen=[boeking(**anders)])
    assert (rij, waar) == (1, kolom)
    assert gezegd.startswith("H-1001: Bij een van de boekingen: ")
    assert zin in gezegd


def test_dezelfde_boeking_telt_geen_twee_keer() -> None:
    assert "twee keer" in fout(boekingen=[boeking(id="b1"), boeking(id="b1")])[2]
    assert huur(boekingen=[boeking(id="b1"), boeking(id="b2")]).schuld == 1400


@pytest.mark.parametrize(
    "los",
    [
        boeking(nummer="H-2"),
        boeking(overeenkomst=None),
        boeking(overeenkomst="o-H-1001"),
        boeking(-20, overeenkomst={}),
        boeking("x", nummer="H-2"),
    ],
)
def test_een_open_bedrag_zonder_overeenkomst_wordt_gemeld(los: v.Ding) -> None:
    rijen, fouten, _ = lees(bestand(boekingen=[boeking(), los]))
    assert [rij.schuld for rij in rijen] == [700]
    assert [(een.rij, een.kolom) for een in fouten] == [(0, "boekingen")]
    assert "in dit bestand: 1." in fouten[0].zin


def test_wat_nergens_bij_hoort_en_niets_doet_wordt_niet_gemeld() -> None:
    los = [
        boeking(-20, nummer="H-2"),
        boeking(0, nummer="H-2"),
        boeking(9, nummer="H-2", vervaldatum="2027-01-01"),
    ]
    assert huur(boekingen=[boeking(), *los]).schuld == 700


@pytest.mark.eis("HAA-3.4")
@pytest.mark.parametrize(
    ("regelingen", "stand"),
    [
        ([], ""),
        ([regeling("ACT")], "loopt"),
        ([regeling("AAN")], ""),
        ([regeling("BEV")], "verbroken"),
        ([regeling("BEE")], ""),
        ([regeling("BEE", eindeReden=code("AFB"))], ""),
        ([regeling("BEE", eindeReden=code("ONI"))], "verbroken"),
        ([regeling("ANN", eindeReden=code("ONI"))], "verbroken"),
        ([regeling("ACT"), regeling("ANN", eindeReden=code("ONI"), begindatum="2026-11-01")], "loopt"),
        ([regeling("BEE", eindeReden=code("ONI")), regeling("BEE", begindatum="2026-11-01")], ""),
    ],
)
def test_de_betalingsregeling(regelingen: list[v.Ding], stand: str) -> None:
    assert huur(betalingsregelingen=regelingen).betalingsregeling == stand


@pytest.mark.parametrize(
    ("incassos", "op"),
    [
        ([], None),
        ([incasso()], date(2026, 12, 20)),
        ([incasso("ACT", overdrachtsdatum="2026-11-02"), incasso()], date(2026, 11, 2)),
        ([incasso("EIN")], None),
        ([incasso(overdrachtsdatum=None)], None),
        ([incasso(soort=code("INC"))], None),
        ([incasso(overeenkomsten=None, overeenkomst=v.naar("H-1001"))], date(2026, 12, 20)),
    ],
)
def test_de_deurwaarder(incassos: list[v.Ding], op: date | None) -> None:
    assert huur(externe_incassos=incassos).deurwaarder_op == op
    assert huur(externeIncassos=incassos).deurwaarder_op == op


@pytest.mark.parametrize(
    ("delen", "kolom", "zin"),
    [
        ({"betalingsregelingen": [regeling("XYZ")]}, "betalingsregeling", "kennen wij niet"),
        (
            {"betalingsregelingen": [regeling("BEE", eindeReden=code("X"))]},
            "betalingsregeling",
            "eindeReden kennen",
        ),
        (
            {"betalingsregelingen": [regeling("ACT", begindatum="gisteren")]},
            "betalingsregeling",
            "begindatum",
        ),
        ({"externe_incassos": [incasso(soort=code("X"))]}, "deurwaarder_op", "soort kennen"),
        (
            {"externe_incassos": [incasso("ACT", overdrachtsdatum=None)]},
            "deurwaarder_op",
            "overdrachtsdatum ontbreekt",
        ),
        ({"externe_incassos": [incasso(overdrachtsdatum=5)]}, "deurwaarder_op", "overdrachtsdatum tekst"),
    ],
)
def test_een_regeling_of_incasso_die_niet_te_lezen_is(delen: v.Ding, kolom: str, zin: str) -> None:
    rij, waar, gezegd = fout(**delen)
    assert (rij, waar) == (1, kolom)
    assert zin in gezegd


def test_een_regeling_of_incasso_zonder_overeenkomst() -> None:
    _, fouten, _ = lees(
        bestand(
            betalingsregelingen=[regeling("ACT", overeenkomst=None)],
            externe_incassos=[incasso(overeenkomsten=["o-H-1001"]), incasso(overeenkomsten="x")],
        )
    )
    assert [(een.rij, een.kolom, een.zin.split(": ")[1][:2]) for een in fouten] == [
        (0, "betalingsregelingen", "1."),
        (0, "externe-incassos", "2."),
    ]


def test_wat_de_lijsten_niet_zeggen_zegt_de_rij_niet() -> None:
    kolommen, rijen = vera.open_bestand(bestand(), Fouten())
    ((_, rij),) = rijen
    assert not {"betalingsregeling", "deurwaarder_op"} & set(kolommen)
    assert (rij.betalingsregeling, rij.bewind) == (None, None)
    kolommen, _ = vera.open_bestand(bestand(betalingsregelingen=[], externe_incassos=[]), Fouten())
    assert {"betalingsregeling", "deurwaarder_op"} < set(kolommen)


def met_relaties(*erbij: v.Ding) -> dict[str, Any]:
    return met(relaties=[*overeenkomst()["relaties"], *erbij])


@pytest.mark.parametrize(
    ("rollen", "bewind"),
    [
        ([rol("BWI")], True),
        ([rol("BWI", einddatum="2026-11-23")], True),
        ([rol("BWI", einddatum="2026-11-22")], False),
        ([rol("BWI", begindatum="2026-11-24")], False),
        ([rol("BWI", einddatum="2020-01-01"), rol("BWI")], True),
        ([rol("CPE")], None),
    ],
)
def test_bewind_alleen_zolang_de_rol_loopt(rollen: list[v.Ding], bewind: bool | None) -> None:
    assert huur(**met_relaties(relatie("b", *rollen, soort=code("REC")))).bewind is bewind


def test_bewoners_tellen_elk_een_keer_en_alleen_wie_er_nu_woont() -> None:
    assert huur(**met_relaties(relatie("t", rol("BEW"), rol("MBW")))).aantal_ingeschreven_bewoners == 4
    assert huur(**met_relaties(relatie("t", rol("CPE")))).aantal_ingeschreven_bewoners == 3
    assert (
        huur(**met_relaties(relatie("t", rol("KIN", einddatum="2021-12-31")))).aantal_ingeschreven_bewoners
        == 3
    )


def huurder(wie: str, **anders: Any) -> v.Ding:
    persoon = {
        "achternaam": "Jansen",
        "voornaam": "Bo",
        "tussenvoegsels": "van",
        "geboortedatum": "1990-02-03",
    }
    return relatie(
        wie, rol("HUU", **{"begindatum": "2019-05-01"} | anders.pop("rol", {})), **persoon | anders
    )


def test_van_twee_huurders_wie_het_langst_huurt_en_anders_het_eerste_id() -> None:
    a, b = huurder("a"), huurder("b", achternaam="Bakker")
    for samen in ([a, b], [b, a]):
        assert huur(**met(relaties=samen)).naam == "Bo van Jansen"
    langer = huurder("c", achternaam="Bakker", rol={"begindatum": "2018-01-01"})
    assert huur(**met(relaties=[a, langer])).naam == "Bo van Bakker"
    weg = huurder("0", rol={"einddatum": "2026-11-01"})
    assert huur(**met(relaties=[weg, b])).naam == "Bo van Bakker"
    overleden = huurder("0", overlijdensdatum="2026-11-01")
    assert huur(**met(relaties=[overleden, b])).naam == "Bo van Bakker"


@pytest.mark.parametrize(
    ("contact", "nummer"),
    [
        ([], ""),
        (None, ""),
        ([{"soort": code("EMA"), "waarde": "a@example.org"}], ""),
        ([{"soort": code("TEL"), "waarde": "+31 23 1"}, {"soort": code("MOB"), "waarde": "06"}], "+31 23 1"),
        ([{"soort": code("TEL"), "waarde": "023", "status": code("ONG")}], ""),
        ([{"soort": code("TEL"), "waarde": "023", "vertrouwelijkheid": code("GEH")}], ""),
    ],
)
def test_het_nummer_om_te_bellen(contact: list[v.Ding] | None, nummer: str) -> None:
    assert huur(relaties=[persoon(contactgegevens=contact)]).telefoonnummer == nummer


@pytest.mark.parametrize(
    ("anders", "kolom", "zin"),
    [
        ({"code": None}, "contractnummer", "overeenkomst.code"),
        ({"code": 1001}, "contractnummer", "code tekst"),
        ({"code": "9" * 41}, "contractnummer", "te lang"),
        ({"brutohuur": None}, "huur_per_maand", "brutohuur ontbreekt"),
        ({"brutohuur": "700,00"}, "huur_per_maand", "brutohuur een getal"),
        ({"brutohuur": 0}, "huur_per_maand", "meer dan 0"),
        ({"brutohuur": 123456.0}, "huur_per_maand", "te groot"),
        ({"status": code("XYZ")}, "overeenkomst", "status kennen wij niet"),
        ({"status": None}, "overeenkomst", "status ontbreekt"),
        ({"soort": None}, "overeenkomst", "soort ontbreekt"),
        ({"soort": code("XYZ")}, "overeenkomst", "soort kennen wij niet"),
        ({"einddatum": "2026-11-22"}, "overeenkomst", "einddatum is voorbij"),
        ({"einddatum": "morgen"}, "overeenkomst", "einddatum kunnen wij niet lezen"),
        ({"id": None}, "overeenkomst", "id van de overeenkomst ontbreekt"),
        ({"eenheden": []}, "straatnaam", "woning ontbreekt"),
        (
            {"eenheden": ["https://vera.example.org/eenheden/1"]},
            "straatnaam",
            "eenheden een lijst met gegevens",
        ),
        ({"eenheden": [{"id": "weg"}]}, "straatnaam", "Lever ook de lijst ‘eenheden’ aan"),
        ({"eenheden": [eenheid("a"), eenheid("b")]}, "straatnaam", "meer woningen"),
        ({"relaties": []}, "naam", "geen van de relaties heeft nu de rol HUU"),
        ({"relaties": "https://vera.example.org/relaties/1"}, "relaties", "relaties een lijst"),
        ({"relaties": [{"id": "weg", "rollen": [rol("HUU")]}]}, "naam", "Lever ook de lijst ‘relaties’ aan"),
        ({"relaties": [huurder("g", soort=code("GRO"))]}, "naam", "is hier een groep"),
        ({"relaties": [huurder("g", soort=code("XYZ"))]}, "naam", "soort kennen wij niet"),
        ({"relaties": [huurder("g", overlijdensdatum="2026-01-01")]}, "naam", "overleden"),
        ({"relaties": [huurder("g", achternaam="")]}, "naam", "relatie.achternaam"),
        ({"relaties": [huurder("g", geboortedatum=None)]}, "geboortedatum", "relatie.geboortedatum"),
        ({"relaties": [huurder("g", geboortedatum="1856-05-17")]}, "geboortedatum", "ouder dan 120"),
        (
            {"relaties": [huurder("g"), relatie("h", rol("HOO"))]},
            "relaties",
            "vervallen. Gebruik Bewoner (BEW)",
        ),
        ({"relaties": [huurder("g"), relatie("h", rol("KLA"))]}, "relaties", "Gebruik Huurder (HUU)"),
        ({"relaties": [huurder("g"), relatie("h", rol("XYZ"))]}, "relaties", "kennen wij niet"),
        ({"relaties": [huurder("g"), relatie("h", rol("BEW", einddatum="2026"))]}, "relaties", "einddatum"),
        ({"relaties": [huurder("g", contactgegevens={"waarde": "06"})]}, "telefoonnummer", "een lijst"),
    ],
)
def test_wat_niet_klopt_is_een_fout_bij_die_overeenkomst(anders: v.Ding, kolom: str, zin: str) -> None:
    boekingen = [boeking(), boeking(nummer="H-2")]
    eerst = overeenkomst("H-2", relaties=[huurder("z")], eenheden=[eenheid("z")])
    delen = {"overeenkomsten": [eerst, overeenkomst(**anders)], "boekingen": boekingen}
    rijen, fouten, _ = lees(bestand(**delen))
    fouten = [een for een in fouten if een.rij]
    assert [rij.contractnummer for rij in rijen] == ["H-2"]
    assert [(een.rij, een.kolom) for een in fouten] == [(2, kolom)]
    assert zin in fouten[0].zin
    assert len(fouten[0].zin) <= 300


@pytest.mark.parametrize(
    ("adres", "kolom", "zin"),
    [
        ({"straatnaam": None}, "straatnaam", "adres.straatnaam"),
        ({"straatnaam": "=SOM(A1)"}, "straatnaam", "formule"),
        ({"straatnaam": "ZoÃ«pad"}, "straatnaam", "beschadigd"),
        ({"huisnummer": 12}, "huisnummer", "huisnummer tekst"),
        ({"huisnummer": "12a"}, "huisnummer", "geheel getal"),
        ({"huisletter": "AB"}, "huisletter", "huisletter klopt niet"),
        ({"postcode": "0012AB"}, "postcode", "postcode klopt niet"),
        ({"woonplaats": "Haarlem"}, "plaats", "woonplaats een groep"),
        ({"woonplaats": None}, "plaats", "adres.woonplaats.naam"),
    ],
)
def test_een_adres_dat_niet_te_lezen_is(adres: v.Ding, kolom: str, zin: str) -> None:
    rij, waar, gezegd = fout(eenheden=[eenheid(adres=adres)])
    assert (rij, waar) == (1, kolom)
    assert zin.replace("geheel", "heel") in gezegd


def test_een_id_voor_twee_verschillende_personen_of_woningen() -> None:
    assert huur(relaties=[persoon(), persoon()], eenheden=[eenheid(), eenheid()]).naam == "Samira Visser"
    assert "‘relaties’" in fout(relaties=[persoon(), persoon(geboortedatum="1990-01-01"), persoon()])[2]
    assert "‘eenheden’" in fout(eenheden=[eenheid(), eenheid(adres={"huisnummer": "14"})])[2]


def test_dezelfde_overeenkomst_twee_keer() -> None:
    for tweede in (overeenkomst(), overeenkomst(id="anders"), overeenkomst(code="H-2")):
        rijen, (een,), _ = lees(bestand(overeenkomsten=[overeenkomst(), tweede]))
        assert (len(rijen), een.rij, een.kolom) == (1, 2, "contractnummer")
        assert "plaats 1" in een.zin


@pytest.mark.eis("HAA-1.3")
@pytest.mark.parametrize(
    "anders",
    [
        {"soort": code("SER")},
        {"status": code("BEE")},
        {"status": code("VOO")},
        {"status": code("OPG"), "einddatum": "2026-11-22"},
        {"status": code("ONT"), "einddatum": "2026-06-30"},
        {"eenheden": [{"id": "g", "soort": code("PAR")}]},
        {"relaties": [huurder("g", soort=code("REC"))]},
    ],
)
def test_wat_geen_lopende_huur_van_een_woning_door_een_mens_is_telt_niet_mee(anders: v.Ding) -> None:
    assert lees(bestand(**met(**anders))) == ([], [], 1)


@pytest.mark.parametrize("status", ["LOP", "OPG", "VOP", "ONT"])
def test_een_huur_loopt_tot_en_met_haar_einddatum(status: str) -> None:
    assert huur(**met(status=code(status), einddatum="2026-11-23")).schuld == 700


def test_een_parkeerplaats_erbij_is_geen_tweede_woning() -> None:
    erbij = {"id": "g", "soort": code("PAR"), "adres": {"straatnaam": "Garagepad"}}
    assert huur(**met(eenheden=[erbij, eenheid()])).straatnaam == "Spaarnelaan"


def test_zonder_schuld_houdt_een_gemis_de_anderen_niet_op() -> None:
    zonder = overeenkomst("H-2", relaties=[])
    rijen, fouten, overgeslagen = lees(bestand(overeenkomsten=[overeenkomst(), zonder]))
    assert ([rij.contractnummer for rij in rijen], fouten, overgeslagen) == (["H-1001"], [], 1)
    rijen, _, _ = lees(bestand(boekingen=[]))
    assert [rij.schuld for rij in rijen] == [0]


@pytest.mark.parametrize(
    "inhoud",
    [
        b"[]",
        b"{}",
        b'[{"code": "H-1"}]',
        b'{"overeenkomsten": []}',
        b'{"overeenkomsten": {}, "boekingen": []}',
        b'{"overeenkomsten": [], "boekingen": null}',
        b'{"type": "FeatureCollection", "features": []}',
        b'{"overeenkomsten": [], "boekingen": [], "boekkingen": []}',
        b'{"overeenkomsten": ["x"], "boekingen": []}',
        b'{"overeenkomsten": [], "boekingen": [[]]}',
        b'{"": [{}]}',
        b'{"overeenkomsten": [' + b"[" * 100_000,
    ],
)
def test_json_die_dit_niet_is_krijgt_een_zin(inhoud: bytes) -> None:
    with pytest.raises(BestandFout) as gevangen:
        lees(BytesIO(inhoud))
    assert gevangen.value.rijen[0].rij == 0
    assert gevangen.value.fouten["bestand"].endswith(".")


@pytest.mark.parametrize("inhoud", ["[" * 20 + "]" * 20, "[" + "1," * 20_000 + "1]"])
def test_dieper_of_langer_dan_een_gegeven_ooit_is_wordt_niet_bewaard(inhoud: str) -> None:
    for deel in ("overeenkomsten", "relaties"):
        bron = json.dumps(v.delen() | {deel: [{"id": "DIT"}]}).replace('"DIT"', inhoud)
        with pytest.raises(BestandFout) as gevangen:
            lees(BytesIO(bron.encode()))
        assert gevangen.value.fouten == {"bestand": GEEN_VERA}


GOED = bestand(betalingsregelingen=[regeling("ACT")], externe_incassos=[incasso()]).getvalue()


@pytest.mark.parametrize(
    "inhoud",
    [
        GOED[:-1],
        GOED[:300],
        GOED + b"]",
        GOED.replace(b"Spaarnelaan", b"Spaarne\xfflaan"),
        GOED.replace(b'"Spaarnelaan"', b"Spaarnelaan"),
        GOED.replace(b"700.0", b"NaN"),
        GOED.replace(b"700.0", b"-" + b"7" * 5000),
        GOED.replace(b"700.0", b"7e99999999999999999999"),
    ],
)
def test_kapotte_json_krijgt_een_zin(inhoud: bytes) -> None:
    with pytest.raises(BestandFout) as gevangen:
        lees(BytesIO(inhoud))
    assert gevangen.value.fouten["bestand"] in (GEEN_JSON, GEEN_VERA)


def test_willekeurig_beschadigde_bestanden_geven_een_zin_of_een_rij() -> None:
    loterij = random.Random(2026)
    zinnen = 0
    for _ in range(400):
        stuk = bytearray(GOED)
        for _ in range(loterij.randint(1, 6)):
            stuk[loterij.randrange(1, len(stuk))] = loterij.randrange(256)
        try:
            _, fouten, _ = lees(BytesIO(stuk))
        except BestandFout as gevangen:
            fouten = list(gevangen.rijen)
        zinnen += bool(fouten)
        assert all(een.zin.endswith(".") and len(een.zin) <= 300 and len(een.kolom) <= 40 for een in fouten)
    assert zinnen > 100


WAARDEN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**12), 10**12)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda kind: (
        st.lists(kind, max_size=2)
        | st.dictionaries(st.sampled_from(["id", "code", "soort", "rollen", "waarde"]), kind, max_size=3)
    ),
    max_leaves=6,
)
PLEKKEN = [(deel, 0, veld) for deel, (ding, *_) in json.loads(GOED).items() for veld in ding]


@given(st.sampled_from(PLEKKEN), WAARDEN)
def test_wat_er_ook_staat_het_wordt_een_rij_of_een_zin(plek: tuple[str, int, str], waarde: object) -> None:
    inhoud = json.loads(GOED)
    inhoud[plek[0]][plek[1]][plek[2]] = waarde
    with stel_in(NU):
        try:
            rijen, fouten, overgeslagen = lees(BytesIO(json.dumps(inhoud).encode()))
        except BestandFout as gevangen:
            fouten, rijen, overgeslagen = list(gevangen.rijen), [], 0
    assert rijen or fouten or overgeslagen
    assert all(een.zin.endswith(".") and len(een.zin) <= 300 for een in fouten)


def test_te_veel_en_te_groot(settings: Any) -> None:
    settings.INLEZEN_MAX_RIJEN = 2
    with pytest.raises(BestandFout) as gevangen:
        lees(bestand(boekingen=[boeking()] * 3))
    assert "meer dan 2" in gevangen.value.fouten["bestand"]
    settings.INLEZEN_MAX_BYTES = 100
    with pytest.raises(BestandFout) as gevangen:
        lees(bestand())
    assert "te groot" in gevangen.value.fouten["bestand"]


def test_paginas_van_dezelfde_lijst_tellen_samen_en_het_bom_hindert_niet() -> None:
    tekst = json.dumps(v.delen(boekingen=[])).replace(
        '"boekingen": []', '"boekingen": [%s], "boekingen": [%s]'
    )
    bron = tekst % (json.dumps(boeking()), json.dumps(boeking(300)))
    ((rij,), _, _) = lees(BytesIO(b"\xef\xbb\xbf \n" + bron.encode()))
    assert rij.schuld == 1000


def test_het_voorbeeld_in_de_handleiding_is_een_bestand() -> None:
    handleiding = Path(__file__).resolve().parents[2] / "docs/handleiding/achterstanden.md"
    voorbeeld = handleiding.read_text().split("```json\n")[1].split("```")[0]
    (rij,), fouten, overgeslagen = lees(BytesIO(voorbeeld.encode()))
    assert (rij.naam, rij.schuld, rij.aantal_ingeschreven_bewoners) == ("S. Visser", 700, 1)
    assert (fouten, overgeslagen) == ([], 0)


@pytest.mark.eis("HAA-2.1")
def test_voorbeeld_besluit_en_lijst_zijn_die_van_elk_bestand(haarlem: Wereld) -> None:
    twee = {
        "overeenkomsten": [
            overeenkomst(),
            overeenkomst("H-2", relaties=[], eenheden=[eenheid()]),
            overeenkomst("H-3", soort=code("SER")),
        ],
        "boekingen": [boeking(), boeking(nummer="H-2")],
    }
    with haarlem.als(MELDER):
        inlezing = inlezen.lees(bestand(**twee), heel=True)
        kaart = inlezen.voorbeeld(inlezing)
        assert (kaart.rijen, kaart.fouten, kaart.overgeslagen, kaart.aantallen["nieuw"]) == (1, 1, 1, 1)
        assert [(een.rij, een.kolom) for een in kaart.eerste_fouten] == [(2, "naam")]
        with pytest.raises(Ongeldig):
            inlezen.verwerk(inlezing)
        inlezen.verwerk(inlezing, fouten_overslaan=True)
        assert [rij.contractnummer for rij in Huurovereenkomst.objects.all()] == ["H-1001"]
        goed = bestand(externe_incassos=[incasso()], betalingsregelingen=[regeling("ACT")])
        inlezen.verwerk(inlezen.lees(goed, heel=True))
        rij = Huurovereenkomst.objects.get()
        assert (rij.deurwaarder_op, rij.betalingsregeling) == (date(2026, 12, 20), "loopt")
        # Without those lists what was known stays; with them empty it is over.
        inlezen.verwerk(inlezen.lees(bestand(), heel=True))
        rij.refresh_from_db()
        assert (rij.deurwaarder_op, rij.betalingsregeling) == (date(2026, 12, 20), "loopt")
        inlezen.verwerk(inlezen.lees(bestand(externe_incassos=[], betalingsregelingen=[]), heel=True))
        rij.refresh_from_db()
        assert (rij.deurwaarder_op, rij.betalingsregeling) == (None, "")
        inlezen.verwerk(inlezen.lees(bestand(boekingen=[]), heel=True))
        assert not Huurovereenkomst.objects.exists()
        with pytest.raises(BestandFout):
            inlezen.lees(BytesIO(GOED[:-1]), heel=True)
        assert not Inlezing.objects.exists()


def test_vijfduizend_huren(haarlem: Wereld) -> None:
    nummers = [f"H-{nr}" for nr in range(5000)]
    bron = bestand(
        overeenkomsten=[overeenkomst(nr) for nr in nummers],
        boekingen=[
            boeking(350.25, nr, id=f"{nr}-{maand}", vervaldatum=f"2026-{maand}-01")
            for nr in nummers
            for maand in (10, 11)
        ],
        relaties=[persoon(nr) for nr in nummers],
        eenheden=[eenheid(nr) for nr in nummers],
        betalingsregelingen=[regeling("ACT", nr) for nr in nummers[::10]],
        externe_incassos=[],
    )
    eerder, begonnen = hoogste_geheugen(opnieuw=True), time.monotonic()
    with haarlem.als(MELDER):
        inlezing = inlezen.lees(bron, heel=True)
        kaart = inlezen.voorbeeld(inlezing)
        inlezen.verwerk(inlezing)
        assert Huurovereenkomst.objects.filter(schuld=Decimal("700.50")).count() == 5000
        assert Huurovereenkomst.objects.filter(betalingsregeling="loopt").count() == 500
    duur, meer = time.monotonic() - begonnen, hoogste_geheugen() - eerder
    assert (kaart.rijen, kaart.fouten) == (5000, 0)
    assert duur < 30, f"{duur:.0f} s"
    assert meer < 60, f"{meer} MB"
