"""The dates of the five texts, as pure sums: first day, periods, last day of notice, the day a notice works."""

from datetime import date, timedelta
from itertools import islice

import pytest

from convenant.beleid import looptijd
from convenant.beleid.register import register
from convenant.beleid.taal import Beleid, Kant

EEN_DAG = timedelta(days=1)
ALLE = ("heemstede", "maassluis", "zoeklicht", "haarlem", "krimpen")
MET_PERIODEN = ("heemstede", "zoeklicht", "krimpen")
# Every day of two years around a leap day, and the days the clock changes among them.
DAGEN = [date(2027, 6, 1) + n * EEN_DAG for n in range(731)]


def beleid(code: str) -> Beleid:
    return register.geef(code, 1)


def eerste_dag(code: str, vast: str | None, *getekend: str | None) -> date | None:
    dagen = [date.fromisoformat(dag) if dag else None for dag in getekend]
    return looptijd.ingang(beleid(code), date.fromisoformat(vast) if vast else None, dagen)


def eis(*rijen: tuple) -> list:
    """Rows of which the first is the clause."""
    return [
        pytest.param(*rest, marks=pytest.mark.eis(clause), id=f"{clause}-{i}")
        for i, (clause, *rest) in enumerate(rijen)
    ]


@pytest.mark.parametrize(
    ("code", "vast", "getekend", "ingang"),
    eis(
        ("HEE-15", "heemstede", "2020-06-01", ("2020-05-12", "2020-05-20"), "2020-06-01"),
        ("HEE-15", "heemstede", "2020-06-01", ("2020-05-12", None), "2020-06-01"),
        ("HEE-15", "heemstede", None, ("2020-05-12", "2020-05-20"), None),
        ("ZOE-13.1", "zoeklicht", "2020-04-01", ("2020-03-01",), "2020-04-01"),
        ("KRI-16.1", "krimpen", None, ("2026-06-01", "2026-06-05"), "2026-06-06"),
        ("KRI-16.1", "krimpen", None, ("2028-02-28",), "2028-02-29"),
        ("KRI-16.1", "krimpen", None, ("2026-06-01", None), None),
        ("KRI-16.1", "krimpen", None, (), None),
        ("MAA-21", "maassluis", None, ("2012-02-22", "2012-02-20"), "2012-02-23"),
        ("MAA-21", "maassluis", None, ("2012-02-24",), "2012-02-25"),  # a Friday: days, not working days
        ("MAA-21", "maassluis", None, ("2012-02-22", None), None),
        ("HAA-9.1", "haarlem", None, ("2026-01-05", "2026-01-09"), "2026-01-09"),
        ("HAA-PR4.1", "haarlem", None, ("2026-01-05", "2026-01-09"), "2026-01-09"),
        ("HAA-9.1", "haarlem", None, ("2026-01-05", None), None),
    ),
)
def test_eerste_dag(code, vast, getekend, ingang):
    assert eerste_dag(code, vast, *getekend) == (date.fromisoformat(ingang) if ingang else None)


@pytest.mark.parametrize(
    ("code", "van", "getekend", "einden"),
    eis(
        ("HEE-9.1", "heemstede", "2020-06-01", None, ["2021-05-31", "2022-05-31", "2023-05-31"]),
        ("HEE-9.1.b", "heemstede", "2027-03-01", None, ["2028-02-29", "2029-02-28", "2030-02-28"]),
        ("HEE-9.1.b", "heemstede", "2024-02-29", None, ["2025-02-27", "2026-02-27", "2027-02-27"]),
        ("ZOE-13.1", "zoeklicht", "2020-04-01", None, ["2024-03-31", "2025-03-31", "2026-03-31"]),
        ("ZOE-13.2", "zoeklicht", "2020-02-29", None, ["2024-02-28", "2025-02-27", "2026-02-27"]),
        ("KRI-16.2", "krimpen", "2026-06-06", "2026-06-05", ["2027-06-04", "2028-06-04", "2029-06-04"]),
        ("KRI-16.2.b", "krimpen", "2028-02-29", "2028-02-28", ["2029-02-27", "2030-02-27", "2031-02-27"]),
        ("MAA-20", "maassluis", "2012-02-23", None, [None]),
        ("HAA-9.3", "haarlem", "2026-01-09", None, [None]),
    ),
)
def test_perioden(code, van, getekend, einden):
    """The last day of each period, 'tot en met'."""
    ondertekend = date.fromisoformat(getekend) if getekend else None
    perioden = list(islice(looptijd.perioden(beleid(code), date.fromisoformat(van), ondertekend), 3))
    assert [str(p.tot - EEN_DAG) if p.tot else None for p in perioden] == einden
    assert perioden[0].van == date.fromisoformat(van)


@pytest.mark.eis("HEE-9.1.b", "ZOE-13.2", "KRI-16.2.b")
@pytest.mark.parametrize("code", MET_PERIODEN)
@pytest.mark.parametrize("van", [date(2024, 2, 29), date(2027, 8, 31), date(2026, 3, 29), date(2020, 6, 1)])
def test_verlengen_laat_geen_gat(code, van):
    """Whatever the first day: each period begins where the last one ended, and every day is in exactly one."""
    perioden = list(islice(looptijd.perioden(beleid(code), van, van), 12))
    assert all(vorige.tot == volgende.van for vorige, volgende in zip(perioden, perioden[1:], strict=False))
    assert all(periode.van < periode.tot for periode in perioden)
    dag = van
    while dag < perioden[-1].tot:
        hier = looptijd.periode_op(beleid(code), van, van, dag)
        assert hier in perioden
        assert hier.van <= dag < hier.tot
        dag += 7 * EEN_DAG
    assert looptijd.periode_op(beleid(code), van, van, van - EEN_DAG) is None


def test_een_tekst_die_niet_verlengt_houdt_op():
    tekst = beleid("heemstede")
    zonder = tekst.anders(termijnen=tuple(rij for rij in tekst.termijnen if rij.actie != looptijd.VERLENGING))
    assert looptijd.periode_op(zonder, date(2020, 6, 1), None, date(2021, 5, 31)).nummer == 1
    assert looptijd.periode_op(zonder, date(2020, 6, 1), None, date(2021, 6, 1)) is None


@pytest.mark.parametrize(
    ("code", "ontvangen", "laatste_dag"),
    eis(
        ("HEE-9.4", "heemstede", "2026-03-10", "2026-05-31"),
        ("HEE-9.4", "heemstede", "2026-03-01", "2026-05-31"),
        ("HEE-9.4", "heemstede", "2026-03-31", "2026-05-31"),
        ("HEE-9.4", "heemstede", "2026-04-01", "2026-06-30"),
        ("HEE-9.4", "heemstede", "2026-12-31", "2027-02-28"),
        ("HEE-9.4", "heemstede", "2027-12-31", "2028-02-29"),
        ("ZOE-13.3", "zoeklicht", "2026-03-10", "2027-03-10"),
        ("ZOE-13.3", "zoeklicht", "2028-02-29", "2029-02-28"),
        ("ZOE-13.3", "zoeklicht", "2026-03-29", "2027-03-29"),
        ("KRI-16.3", "krimpen", "2026-03-10", "2026-06-10"),
        ("KRI-16.3", "krimpen", "2026-11-30", "2027-02-28"),
        ("KRI-16.3", "krimpen", "2027-11-30", "2028-02-29"),
        ("KRI-16.3", "krimpen", "2026-07-25", "2026-10-25"),
    ),
)
def test_dag_waarop_een_opzegging_werkt(code, ontvangen, laatste_dag):
    rij = looptijd.termijn(beleid(code), looptijd.OPZEGTERMIJN)
    assert str(looptijd.werkt_op(rij, date.fromisoformat(ontvangen)) - EEN_DAG) == laatste_dag


@pytest.mark.eis("KRI-14.4")
def test_opzegging_wegens_wijziging_werkt_op_de_dag_van_de_wijziging():
    rij = looptijd.termijn(beleid("krimpen"), "opzegging_wegens_wijziging")
    assert looptijd.werkt_op(rij, date(2026, 7, 1)) == date(2026, 7, 1)


@pytest.mark.eis("HEE-9.4", "ZOE-13.3", "KRI-16.3")
@pytest.mark.parametrize("code", MET_PERIODEN)
def test_opzeggen_op_de_laatste_dag_is_op_tijd_en_een_dag_later_niet(code):
    """For every end in two years, leap day and clock changes among them."""
    rij = looptijd.termijn(beleid(code), looptijd.OPZEGTERMIJN)
    werkt = {dag: looptijd.werkt_op(rij, dag) for dag in DAGEN}
    assert list(werkt.values()) == sorted(werkt.values()), "who gives notice later is never out sooner"
    assert all(dag < einde for dag, einde in werkt.items())
    for tot in DAGEN:
        uiterlijk = looptijd.laatste_opzegdag(rij, tot)
        assert looptijd.werkt_op(rij, uiterlijk) <= tot < looptijd.werkt_op(rij, uiterlijk + EEN_DAG)


@pytest.mark.parametrize(
    ("code", "tot", "uiterlijk"),
    eis(
        ("HEE-9.4", "heemstede", "2027-06-01", "2027-03-31"),
        ("ZOE-13.3", "zoeklicht", "2027-04-01", "2026-03-31"),
        ("KRI-16.3", "krimpen", "2027-06-05", "2027-03-04"),
    ),
)
def test_laatste_dag_om_op_te_zeggen(code, tot, uiterlijk):
    rij = looptijd.termijn(beleid(code), looptijd.OPZEGTERMIJN)
    assert str(looptijd.laatste_opzegdag(rij, date.fromisoformat(tot))) == uiterlijk


@pytest.mark.parametrize(
    ("code", "van", "eerste", "einde", "uiterlijk"),
    eis(
        # Three months before, so that the two months' notice can still be given.
        ("HEE-9.1", "heemstede", "2026-06-01", "2027-03-02", "2027-06-01", "2027-03-31"),
        # Fifteen months before; from the second period on that is in the period before it.
        ("ZOE-13.1", "zoeklicht", "2020-04-01", "2023-01-01", "2024-04-01", "2023-03-31"),
        ("ZOE-13.1", "zoeklicht", "2020-04-01", "2024-01-01", "2025-04-01", "2024-03-31"),
        # 91 days before the end is after the last day of three months' notice: 91 days before that day, then.
        ("KRI-16.2", "krimpen", "2026-06-05", "2026-12-03", "2027-06-05", "2027-03-04"),
    ),
)
def test_herinnering(code, van, eerste, einde, uiterlijk):
    """(first day it is due, end it is about, last day of notice); not a day before it, nor after the last day."""
    van, eerste, einde, uiterlijk = map(date.fromisoformat, (van, eerste, einde, uiterlijk))

    def op(dag: date) -> tuple[date, date] | None:
        gevonden = looptijd.te_herinneren(beleid(code), van, van, dag)
        return gevonden and (gevonden[0].tot, gevonden[1])

    assert op(eerste) == op(uiterlijk) == (einde, uiterlijk)
    assert op(eerste - EEN_DAG) != (einde, uiterlijk)
    assert op(uiterlijk + EEN_DAG) != (einde, uiterlijk)


@pytest.mark.parametrize(
    ("code", "kant", "wijzen"),
    eis(
        ("HEE-9.3", "heemstede", "corporatie/beheerder", {("opzeggen", False)}),
        (
            "HEE-9.3",
            "heemstede",
            "gemeente/convenantbeheerder",
            {("opzeggen", True), ("vervallen_verklaren", True)},
        ),
        ("HEE-9.2", "heemstede", "corporatie/contactpersoon", set()),
        ("ZOE-13.3", "zoeklicht", "corporatie/beheerder", {("opzeggen", False)}),
        ("ZOE-13.3", "zoeklicht", "gemeente/beheerder", {("opzeggen", False)}),
        ("ZOE-13.3", "zoeklicht", "gemeente/secretariaat_stuurgroep", set()),
        ("KRI-16.3", "krimpen", "politie/beheerder", {("opzeggen", False)}),
        ("KRI-16.3", "krimpen", "gemeente/beheerder", {("opzeggen", False)}),
        ("MAA-20", "maassluis", "corporatie/tekeningsbevoegde", {("beeindigen", True)}),
        ("MAA-20", "maassluis", "dienstverlening/tekeningsbevoegde", {("beeindigen", True)}),
        ("MAA-20", "maassluis", "college/convenantbeheerder", set()),
        ("HAA-9.3", "haarlem", "corporatie/manager", set()),
        ("HAA-9.3", "haarlem", "gemeente/beleidsadviseur", set()),
        ("HAA-PR4.3", "haarlem", "corporatie/privacycoordinator", set()),
    ),
)
def test_wie_wat_kan_beeindigen(code, kant, wijzen):
    """(verb, whether it ends the convenant for everyone); in Haarlem nobody ends anything alone."""
    gevonden = looptijd.wijzen(beleid(code), Kant(*kant.split("/")))
    assert {(wijze.handeling, wijze.alles) for wijze in gevonden} == wijzen


@pytest.mark.eis("HEE-9.5", "HEE-3.9")
@pytest.mark.parametrize(
    ("kant", "feiten", "over"),
    [
        ("corporatie/contactpersoon", {"convenant_actief": False}, set()),
        ("gemeente/burgerzaken", {"convenant_actief": False}, set()),
        ("gemeente/toezichthouder", {"convenant_actief": False}, {"logboek_lezen", "steekproef_trekken"}),
        ("corporatie/beheerder", {"convenant_actief": False}, {"eigen_logboek_lezen", "rechten_inzien"}),
        ("corporatie/beheerder", {"deelname_getekend": False}, set()),
        (
            "corporatie/functionaris_gegevensbescherming",
            {"deelname_getekend": False},
            {"eigen_logboek_lezen"},
        ),
    ],
)
def test_wat_er_overblijft_na_het_einde(kant, feiten, over):
    tekst, wie = beleid("heemstede"), Kant(*kant.split("/"))
    gaat_door = looptijd.gaat_door(tekst, wie, feiten)
    assert over <= set(gaat_door)
    assert bool(over) == bool(gaat_door)
    assert {"raadplegen", "inzien", "uittreksel_laden"}.isdisjoint(gaat_door)
