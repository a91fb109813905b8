"""Arrears from VERA 4.3: what it does not say so is a fault with a sentence, at the agreement that it is about."""

from collections.abc import Iterator

import pytest

from convenant.tijd import stel_in
from tests.huisuitzetting import vera as v
from tests.huisuitzetting.vera import (
    bestand,
    boeking,
    code,
    eenheid,
    fout,
    huur,
    huurder,
    incasso,
    lees,
    overeenkomst,
    persoon,
    regeling,
    relatie,
    rol,
)
from tests.wereld import NU

pytestmark = pytest.mark.eis("HAA-B2.1.b")


@pytest.fixture(autouse=True)
def _op_maandagochtend() -> Iterator[None]:
    with stel_in(NU):
        yield


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
        (
            {"betalingsregelingen": [regeling("ACT", termijnenAantal="tien")]},
            "betalingsregeling",
            "termijnenAantal",
        ),
        (
            {"betalingsregelingen": [regeling("ACT", bedrag=50, termijnenAantal=1, einddatum="2026-01-01")]},
            "regeling_tot",
            "voor het begin",
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


def test_zonder_schuld_houdt_een_gemis_de_anderen_niet_op() -> None:
    zonder = overeenkomst("H-2", relaties=[])
    rijen, fouten, overgeslagen = lees(bestand(overeenkomsten=[overeenkomst(), zonder]))
    assert ([rij.contractnummer for rij in rijen], fouten, overgeslagen) == (["H-1001"], [], 1)
    rijen, _, _ = lees(bestand(boekingen=[]))
    assert [rij.schuld for rij in rijen] == [0]
