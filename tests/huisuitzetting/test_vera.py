"""Arrears from VERA 4.3: the same rows as a CSV file, by what each code means."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convenant.bestand import Fouten
from convenant.tijd import stel_in
from huisuitzetting.achterstand import huurbestand, vera
from huisuitzetting.achterstand.vera import codes
from huisuitzetting.achterstand.vera.delen import Bij
from tests.huisuitzetting import vera as v
from tests.huisuitzetting.huur import maak_csv, regel
from tests.huisuitzetting.vera import (
    bestand,
    boeking,
    code,
    eenheid,
    heeft_specificatie,
    huur,
    huurder,
    incasso,
    lees,
    met,
    met_relaties,
    overeenkomst,
    persoon,
    regeling,
    relatie,
    rol,
)
from tests.wereld import NU

pytestmark = pytest.mark.eis("HAA-B2.1.b")


ELF_NOVEMBER = {"vervaldatum": "2026-11-11"}


@pytest.fixture(autouse=True)
def _op_maandagochtend() -> Iterator[None]:
    with stel_in(NU):
        yield


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
    assert v.fouten_volgens_vera(service, soort, ding) == []
    assert v.fouten_volgens_vera(service, soort, ding | {"saldootje": 1}) == [f"{soort}.saldootje: unknown"]


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
        # Uncollectable is an end, not a payment that was missed.
        ([regeling("BEE", eindeReden=code("ONI"))], ""),
        ([regeling("ANN", eindeReden=code("ONI"))], ""),
        ([regeling("ACT"), regeling("ANN", begindatum="2026-11-01")], "loopt"),
        ([regeling("BEV"), regeling("BEE", begindatum="2026-11-01")], ""),
    ],
)
def test_de_betalingsregeling(regelingen: list[v.Ding], stand: str) -> None:
    gelezen = huur(betalingsregelingen=regelingen)
    assert gelezen.betalingsregeling == stand
    assert (gelezen.regeling_sinds, gelezen.regeling_per_maand, gelezen.regeling_tot) == (None, None, None)


@pytest.mark.eis("HAA-3.4")
@pytest.mark.parametrize(
    ("anders", "per_maand", "tot"),
    [
        ({"bedrag": 1000.0, "termijnenAantal": 10, "einddatum": "2027-07-15"}, "100.00", date(2027, 7, 15)),
        ({"bedrag": 1000.0, "termijnenAantal": 3}, "333.33", date(2026, 12, 1)),
        ({"prolongatieInterval": "P1M", "bedrag": 100, "termijnenAantal": 2.0}, "50.00", date(2026, 11, 1)),
        (
            {"termijnen": [v.termijn(90.5, "2026-10-05"), v.termijn(9.5, "2027-01-05")]},
            "90.50",
            date(2027, 1, 5),
        ),
        ({"termijnen": [v.termijn(90.5, None)], "einddatum": "2026-12-31"}, "90.50", date(2026, 12, 31)),
    ],
)
def test_wat_vera_van_een_regeling_zegt(anders: v.Ding, per_maand: str, tot: date) -> None:
    gelezen = huur(betalingsregelingen=[regeling("ACT"), regeling("ACT", **anders)])
    assert gelezen.betalingsregeling == "loopt"
    assert (gelezen.regeling_sinds, gelezen.regeling_tot) == (date(2026, 10, 1), tot)
    assert gelezen.regeling_per_maand == Decimal(per_maand)


@pytest.mark.eis("HAA-3.4")
@pytest.mark.parametrize(
    "anders",
    [
        {"bedrag": 1000.0, "einddatum": "2027-07-15"},
        {"bedrag": 1000.0, "termijnenAantal": 10, "prolongatieInterval": "P1W"},
        {"bedrag": 0, "termijnenAantal": 10},
        {"bedrag": 1000.0, "termijnenAantal": 10, "begindatum": None},
        {"termijnen": [v.termijn(100.0, None)]},
    ],
)
def test_van_een_regeling_die_vera_half_zegt_weten_wij_niets(anders: v.Ding) -> None:
    gelezen = huur(betalingsregelingen=[regeling("ACT", **anders)])
    assert (gelezen.betalingsregeling, gelezen.regeling_tot) == ("loopt", None)
    assert gelezen.regeling_per_maand is None


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


def test_wat_de_lijsten_niet_zeggen_zegt_de_rij_niet() -> None:
    kolommen, rijen = vera.open_bestand(bestand(), Fouten())
    ((_, rij),) = rijen
    assert not {"betalingsregeling", "deurwaarder_op"} & set(kolommen)
    assert (rij.betalingsregeling, rij.bewind) == (None, None)
    kolommen, _ = vera.open_bestand(bestand(betalingsregelingen=[], externe_incassos=[]), Fouten())
    assert {"betalingsregeling", "deurwaarder_op"} < set(kolommen)


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
