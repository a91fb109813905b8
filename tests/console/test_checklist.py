"""What keeps a convenant from going live: pure, over the policies of all five."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from convenant.beleid.instelling import fout_in, in_woorden
from convenant.beleid.register import register
from convenant.beleid.taal import Beleid, Instelling
from convenant.console.checklist import (
    CONVENANT,
    DEEL,
    PARTIJ,
    Gebrek,
    Partijstand,
    Stand,
    gebreken,
    keten_heel,
    leeft,
    vereist_van,
)
from convenant.partijen.vastleggen import eerste_ingang

DAG = date(2026, 11, 23)
GAAT_OVER = {
    "convenant_actief": "ingang",
    "convenant_van_kracht": "ingang",
    "deelname_getekend": "ondertekening",
    "convenant_getekend": "ondertekening",
    "alle_partijen_getekend": "ondertekening",
    "is_partij": "ondertekening",
}
CODES = ("heemstede", "maassluis", "zoeklicht", "haarlem", "krimpen")


def beleid_van(code: str) -> Beleid:
    """The policy in which one party of a soort is enough; how many the text asks stands in test_partijsoorten."""
    beleid = register.geef(code, 1)
    rijen = (replace(rij, minimum=min(rij.minimum, 1)) for rij in beleid.partijsoorten)
    return beleid.anders(partijsoorten=tuple(rijen))


def gevuld(beleid: Beleid, van: str) -> dict[str, Any]:
    return {rij.naam: "ingevuld" for rij in beleid.instellingen if rij.van == van}


def in_orde(code: str) -> Stand:
    """One party of each soort, two people in each functie, everything signed and filled in."""
    beleid = beleid_van(code)
    partijen = []
    for nummer, soort in enumerate(dict.fromkeys(functie.soort for functie in beleid.functies), start=1):
        functies = [functie.naam for functie in beleid.functies if functie.soort == soort]
        houders = {
            naam: frozenset({100 * nummer + 2 * i, 100 * nummer + 2 * i + 1})
            for i, naam in enumerate(functies)
        }
        feiten = dict.fromkeys(vereist_van(beleid, soort), True)
        partijen.append(
            Partijstand(nummer, soort.capitalize(), soort, True, feiten, gevuld(beleid, "deelname"), houders)
        )
    feiten = {feit.naam: True for feit in beleid.feiten if feit.over == "convenant"}
    return Stand(DAG, date(2020, 6, 1), feiten, gevuld(beleid, "convenant"), partijen, GAAT_OVER)


def met_partij(stand: Stand, soort: str, **anders: Any) -> Stand:
    """The same, but for the party of this soort."""
    partijen = [replace(p, **anders) if p.soort == soort else p for p in stand.partijen]
    return replace(stand, partijen=partijen)


def zonder_houders(stand: Stand, soort: str, functie: str, over: frozenset[int] = frozenset()) -> Stand:
    (houders,) = (p.houders for p in stand.partijen if p.soort == soort)
    return met_partij(stand, soort, houders={**houders, functie: over})


@pytest.mark.parametrize("code", CODES)
def test_alles_in_orde(code: str) -> None:
    stand = in_orde(code)
    assert gebreken(beleid_van(code), stand) == []
    assert leeft(stand, [])


INGANG = {
    "heemstede": "HEE-9.1",
    "maassluis": "MAA-21",
    "zoeklicht": "ZOE-13.1",
    "haarlem": "HAA-9.1",
    "krimpen": "KRI-16.1",
}


@pytest.mark.eis("HEE-15", "MAA-21", "ZOE-13.1", "HAA-9.1", "KRI-16.1")
@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("ingang", [None, date(2026, 11, 24)])
def test_zonder_ingang(code: str, ingang: date | None) -> None:
    stand = replace(in_orde(code), ingang=ingang)
    lijst = gebreken(beleid_van(code), stand)
    assert [(g.eis, g.sluit, g.plek) for g in lijst] == [(INGANG[code], CONVENANT, "ingang")]
    assert not leeft(stand, lijst)


# Who did not sign: which clause says so, and whether the others can go on without.
ONDERTEKENING = {
    "heemstede": ("corporatie", "HEE-OND", PARTIJ),
    "maassluis": ("rovm", "MAA-OND", PARTIJ),
    "zoeklicht": ("corporatie", "ZOE-PAR.2", PARTIJ),
    "haarlem": ("corporatie", "HAA-OND", CONVENANT),
    "krimpen": ("politie", "KRI-20", PARTIJ),
}


@pytest.mark.eis("HEE-PAR.2", "MAA-1.3", "ZOE-PAR.2", "HAA-PAR.2", "KRI-PAR.1")
@pytest.mark.parametrize("code", CODES)
def test_een_partij_die_niet_tekende(code: str) -> None:
    soort, eis, sluit = ONDERTEKENING[code]
    stand = met_partij(in_orde(code), soort, getekend=False)
    (gebrek,) = gebreken(beleid_van(code), stand)
    assert (gebrek.eis, gebrek.sluit, gebrek.plek) == (eis, sluit, "ondertekening")
    assert leeft(stand, [gebrek]) is (sluit != CONVENANT)


@pytest.mark.eis("HEE-PAR.1", "HAA-PAR.1", "MAA-2.2", "MAA-1.7", "KRI-PAR.2", "ZOE-PAR.1")
@pytest.mark.parametrize(
    ("code", "soort", "eis"),
    [
        ("heemstede", "gemeente", "HEE-PAR.1"),
        ("haarlem", "gemeente", "HAA-PAR.1"),
        ("maassluis", "rovm", "MAA-2.2"),
        ("maassluis", "college", "MAA-1.7"),
        ("krimpen", "gemeente", "KRI-PAR.2"),
        ("zoeklicht", "directie_inkomen", "ZOE-PAR.1"),
        ("zoeklicht", "gemeente", "ZOE-PAR.1"),
    ],
)
def test_een_soort_zonder_partij(code: str, soort: str, eis: str) -> None:
    stand = in_orde(code)
    stand = replace(stand, partijen=[p for p in stand.partijen if p.soort != soort])
    gevonden = [g for g in gebreken(beleid_van(code), stand) if g.plek == "partijen"]
    assert [(g.eis, g.naam, g.sluit) for g in gevonden] == [(eis, soort, DEEL)]


@pytest.mark.eis("HEE-1.a")
def test_een_verklaring_die_ontbreekt_houdt_de_partij_tegen() -> None:
    beleid = beleid_van("heemstede")
    feiten = {**dict.fromkeys(vereist_van(beleid, "corporatie"), True), "zonder_winstoogmerk": False}
    (gebrek,) = gebreken(beleid, met_partij(in_orde("heemstede"), "corporatie", feiten=feiten))
    zin = "Corporatie heeft nog niet verklaard dat zij geen winstoogmerk heeft."
    assert gebrek == Gebrek(zin, "HEE-1.a", PARTIJ, "verklaring", gebrek.partij, "zonder_winstoogmerk")


@pytest.mark.eis("HEE-1.c")
def test_zonder_mandaat_blijft_alleen_dat_doel_dicht() -> None:
    beleid = beleid_van("heemstede")
    feiten = {**dict.fromkeys(vereist_van(beleid, "corporatie"), True), "mandaat_aanwezig": False}
    (gebrek,) = gebreken(beleid, met_partij(in_orde("heemstede"), "corporatie", feiten=feiten))
    assert (gebrek.eis, gebrek.sluit) == ("HEE-1.c", DEEL)


def lege_instellingen() -> list[tuple[str, str, str, str]]:
    """Every setting without a standard, and what is closed while it is empty, as decision 39 has it."""
    gevonden = []
    for code in CODES:
        for rij in beleid_van(code).instellingen:
            if rij.standaard is None:
                gevonden.append((code, rij.naam, rij.van, rij.blokkeert))
    return gevonden


@pytest.mark.parametrize(("code", "naam", "van", "blokkeert"), lege_instellingen())
def test_een_instelling_die_leeg_is(code: str, naam: str, van: str, blokkeert: str) -> None:
    stand, leeg = in_orde(code), {naam: None}
    if van == "convenant":
        stand = replace(stand, instellingen={**stand.instellingen, **leeg})
    else:
        stand = replace(
            stand, partijen=[replace(p, instellingen={**p.instellingen, **leeg}) for p in stand.partijen]
        )
    lijst = gebreken(beleid_van(code), stand)
    assert {(g.naam, g.plek) for g in lijst} == {(naam, "instelling")}
    assert len(lijst) == (1 if van == "convenant" else len(stand.partijen))
    dicht = {"convenant": CONVENANT, "deelname": PARTIJ}.get(blokkeert, DEEL)
    assert {g.sluit for g in lijst} == {dicht}
    assert leeft(stand, lijst) is (dicht != CONVENANT)


# Per convenant a functie of the chain without which people of this party cannot come in.
KETEN = [
    ("heemstede", "corporatie", "beheerder", "corporatie", "HEE-5.6"),
    ("heemstede", "gemeente", "autorisatiebeheerder", "corporatie", "HEE-PAR.1"),
    ("heemstede", "gemeente", "convenantbeheerder", "gemeente", "HEE-7.1"),
    ("maassluis", "college", "convenantbeheerder", "rovm", "MAA-1.7"),
    ("maassluis", "college", "verantwoordelijke", "corporatie", "MAA-1.7"),
    ("zoeklicht", "directie_wonen", "beheerder", "directie_wonen", "ZOE-10.4"),
    ("haarlem", "corporatie", "privacycoordinator", "corporatie", "HAA-PR4.4"),
    ("haarlem", "gemeente", "teamleider", "gemeente", "HAA-9.2"),
    ("krimpen", "gemeente", "beheerder", "particuliere_verhuurder", "KRI-7.1"),
]


@pytest.mark.eis("HEE-PAR.1", "HEE-5.6", "MAA-9.3", "ZOE-10.4", "KRI-7.1")
@pytest.mark.parametrize(("code", "soort", "functie", "voor", "eis"), KETEN)
def test_een_keten_zonder_mens(code: str, soort: str, functie: str, voor: str, eis: str) -> None:
    stand = zonder_houders(in_orde(code), soort, functie)
    (partij,) = (p for p in stand.partijen if p.soort == voor)
    gevonden = [g for g in gebreken(beleid_van(code), stand) if g.plek == "keten" and g.partij == partij.id]
    assert {(g.eis, g.naam, g.sluit) for g in gevonden} == {(eis, functie, PARTIJ)}


@pytest.mark.eis("ZOE-10.4")
def test_een_mens_is_geen_keten() -> None:
    """Registering and granting by the same functie takes two of them."""
    stand = zonder_houders(in_orde("zoeklicht"), "corporatie", "beheerder", frozenset({7}))
    (gebrek,) = gebreken(beleid_van("zoeklicht"), stand)
    assert gebrek.zin == "Aanmelden en verlenen vraagt twee mensen, en er is er maar een."


@pytest.mark.parametrize(
    ("aanmelders", "verleners", "heel"),
    [
        ({1}, {2}, True),
        ({1}, {1}, False),
        ({1, 2}, {1, 2}, True),
        ({1, 2}, {1}, True),
        ({1}, set(), False),
        (set(), {1}, False),
    ],
)
def test_keten_heel(aanmelders: set[int], verleners: set[int], heel: bool) -> None:
    assert keten_heel(frozenset(aanmelders), frozenset(verleners)) is heel


@pytest.mark.eis("MAA-1.8")
def test_zonder_regisseur_wachten_de_zaken() -> None:
    stand = zonder_houders(in_orde("maassluis"), "rovm", "regisseur")
    (gebrek,) = gebreken(beleid_van("maassluis"), stand)
    assert (gebrek.eis, gebrek.naam, gebrek.sluit) == ("MAA-1.8", "regisseur", DEEL)


def test_wat_alles_tegenhoudt_staat_vooraan() -> None:
    stand = replace(met_partij(in_orde("heemstede"), "corporatie", getekend=False), ingang=None)
    assert [g.sluit for g in gebreken(beleid_van("heemstede"), stand)] == [CONVENANT, PARTIJ]


def test_niemand_die_tekende_is_geen_convenant() -> None:
    stand = replace(in_orde("heemstede"), partijen=[])
    assert not leeft(stand, [])


INGANGEN = [
    ("krimpen", [date(2026, 3, 1), date(2026, 3, 31)], date(2026, 4, 1)),
    ("maassluis", [date(2012, 2, 22)], date(2012, 2, 23)),
    ("maassluis", [date(2026, 3, 28), date(2024, 2, 28)], date(2026, 3, 29)),
    ("maassluis", [date(2024, 2, 28)], date(2024, 2, 29)),
    ("krimpen", [date(2026, 3, 1), None], None),
    ("krimpen", [], None),
    ("haarlem", [date(2026, 3, 1), date(2026, 2, 1)], date(2026, 3, 1)),
    ("haarlem", [date(2026, 3, 1), None], None),
    ("heemstede", [None], date(1900, 1, 1)),
]


@pytest.mark.eis("KRI-16.1", "MAA-21", "HAA-9.1")
@pytest.mark.parametrize(("code", "getekend", "eerste"), INGANGEN)
def test_de_eerste_dag_die_de_tekst_toelaat(
    code: str, getekend: list[date | None], eerste: date | None
) -> None:
    assert eerste_ingang(beleid_van(code), getekend) == eerste


WAARDEN: Mapping[str, tuple[list[Any], list[Any]]] = {
    "tekst": (["Iets."], ["", "  ", None, 5, "x" * 2001]),
    "document": (["Reglement 2026"], ["", None]),
    "getal": ([1, 100_000], [0, -1, 100_001, True, 1.5, "3", None]),
    "datum": (["2024-02-29"], ["2023-02-29", "29-02-2024", "", None, 20240229]),
    "duur": (
        [{"duur": 1, "eenheid": "jaren"}, {"duur": 20, "eenheid": "werkdagen", "bron": "Wet"}],
        [
            {"duur": 0, "eenheid": "jaren"},
            {"duur": 1, "eenheid": "uren"},
            {"eenheid": "jaren"},
            "1 jaar",
            None,
        ],
    ),
    "lijst": ([["a", "b"]], [[], ["a", "a"], ["a", ""], "a", None]),
    "janee": ([True, False], ["ja", 1, None]),
    "velden": ([], [["naam"]]),
}


@pytest.mark.parametrize("soort", WAARDEN)
def test_welke_waarde_kan(soort: str) -> None:
    instelling = Instelling("proef", soort, "convenant", "convenant", "proef.", "X-1")
    goed, fout = WAARDEN[soort]
    assert [fout_in(instelling, waarde) for waarde in goed] == [""] * len(goed)
    for waarde in fout:
        assert fout_in(instelling, waarde).endswith("."), waarde


def test_elke_soort_instelling_van_de_beleiden_is_bekend() -> None:
    soorten = {rij.soort for code in CODES for rij in beleid_van(code).instellingen}
    assert soorten <= WAARDEN.keys()


@pytest.mark.parametrize(
    ("soort", "waarde", "woorden"),
    [
        ("duur", {"duur": 1, "eenheid": "maanden"}, "1 maand"),
        ("duur", {"duur": 5, "eenheid": "jaren", "bron": "Wet"}, "5 jaren (Wet)"),
        ("datum", "2026-03-01", "01-03-2026"),
        ("janee", False, "Nee"),
        ("lijst", ["a", "b_c"], "a, b c"),
        ("getal", 20, "20"),
        ("tekst", None, ""),
    ],
)
def test_een_waarde_in_woorden(soort: str, waarde: Any, woorden: str) -> None:
    assert in_woorden(Instelling("proef", soort, "convenant", "", "proef.", "X-1"), waarde) == woorden
