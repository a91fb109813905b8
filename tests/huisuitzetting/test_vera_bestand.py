"""Arrears from VERA 4.3: the file as a whole, broken or huge or neither, up to the list."""

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

from convenant.bestand import BestandFout
from convenant.jsonbestand import GEEN_JSON
from convenant.poort.handeling import Ongeldig
from convenant.tijd import stel_in
from huisuitzetting.achterstand import inlezen
from huisuitzetting.achterstand.vera.delen import GEEN_VERA
from huisuitzetting.models import Huurovereenkomst, Inlezing
from tests.huisuitzetting import vera as v
from tests.huisuitzetting.huur import MELDER
from tests.huisuitzetting.test_inlezen import hoogste_geheugen
from tests.huisuitzetting.vera import (
    bestand,
    boeking,
    code,
    eenheid,
    incasso,
    lees,
    overeenkomst,
    persoon,
    regeling,
)
from tests.wereld import NU, Wereld

pytestmark = pytest.mark.eis("HAA-B2.1.b")


@pytest.fixture(autouse=True)
def _op_maandagochtend() -> Iterator[None]:
    with stel_in(NU):
        yield


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
