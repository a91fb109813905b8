"""The clocks of the convenant itself: its period, what comes back, the term of a notice; seen by who can act on them."""

from datetime import date, datetime, timedelta

import pytest

from convenant.beleid.kalender import AMSTERDAM
from convenant.looptijd import beeindigen, klok
from convenant.looptijd.tasks import werk_looptijd_bij
from convenant.partijen.models import Convenant
from convenant.poort import klokken, klokwerk
from convenant.termijnen.models import Klok
from convenant.tijd import stel_in
from tests import werelden
from tests.wereld import NU, Wereld

from .conftest import VANDAAG, brief, zeg_op


def om(dag: date) -> datetime:
    return datetime.combine(dag, datetime.min.time(), AMSTERDAM)


def klokken_van(wereld: Wereld, naam: str) -> dict[str, tuple[date, date]]:
    """The first and the last day of each clock of the convenant that runs."""
    with wereld.als(naam):
        return {
            stand.termijn: (
                stand.na.astimezone(AMSTERDAM).date(),
                (stand.vervalt_op.astimezone(AMSTERDAM) - timedelta(microseconds=1)).date(),
            )
            for stand in klokken.van_het_convenant()
        }


@pytest.mark.eis("HEE-9.1.b")
def test_de_lopende_periode_is_een_klok_voor_wie_kan_opzeggen(wereld):
    for _ in range(2):
        werk_looptijd_bij()
    verwacht = {"verlenging": (date(2026, 5, 31), date(2027, 5, 31))}
    assert klokken_van(wereld, "hugo") == klokken_van(wereld, "ina") == verwacht
    assert klokken_van(wereld, "anna") == {}


@pytest.mark.eis("HEE-9.1.b")
def test_op_de_laatste_dag_verlengt_het_zich_en_begint_de_volgende_ronde(wereld):
    werk_looptijd_bij()
    over = om(date(2027, 6, 1))
    with stel_in(over - timedelta(seconds=1)):
        assert klokwerk.werk_bij() == []
    with stel_in(over):
        (welke,) = klokwerk.werk_bij()
        klokwerk.doe_zelf(welke)
        klokwerk.doe_zelf(welke)
        assert klokken_van(wereld, "hugo") == {"verlenging": (date(2027, 5, 31), date(2028, 5, 31))}
        werk_looptijd_bij()
        assert klokken_van(wereld, "hugo") == {"verlenging": (date(2027, 5, 31), date(2028, 5, 31))}


@pytest.mark.eis("HEE-9.1")
def test_de_eerste_periode_telt_vanaf_de_inwerkingtreding(wereld, als_eigenaar):
    with als_eigenaar():
        Convenant.objects.filter(pk=wereld.convenant.pk).update(ingang=date(2026, 6, 1))
    werk_looptijd_bij()
    assert klokken_van(wereld, "hugo") == {"looptijd": (date(2026, 6, 1), date(2027, 5, 31))}
    over = om(date(2027, 6, 1))
    with stel_in(over):
        (welke,) = klokwerk.werk_bij()
        klokwerk.doe_zelf(welke)
        werk_looptijd_bij()
        assert klokken_van(wereld, "hugo") == {"verlenging": (date(2027, 5, 31), date(2028, 5, 31))}


@pytest.mark.eis("HEE-9.4")
def test_een_opzegging_heeft_een_klok_tot_haar_laatste_dag(wereld):
    with wereld.als("ina"):
        papier = brief()
    rij = zeg_op(wereld, "ina", brief=papier)
    assert klokken_van(wereld, "ina") == {"opzegging": (VANDAAG, date(2027, 1, 31))}
    assert klokken_van(wereld, "hugo") == {"opzegging": (VANDAAG, date(2027, 1, 31))}
    with wereld.als("ina"):
        beeindigen.trek_in(rij)
    assert klokken_van(wereld, "ina") == {}
    with wereld.als("ina"):
        papier = brief()
    zeg_op(wereld, "ina", brief=papier)
    assert klokken_van(wereld, "ina") == {"opzegging": (VANDAAG, date(2027, 1, 31))}


@pytest.mark.eis("HEE-9.3")
def test_na_een_opzegging_van_het_geheel_komt_er_geen_verlenging(wereld):
    werk_looptijd_bij()
    with wereld.als("hugo"):
        papier = brief()
    rij = zeg_op(wereld, "hugo", brief=papier)
    werk_looptijd_bij()
    assert set(klokken_van(wereld, "hugo")) == {"opzegging"}
    with wereld.als("hugo"):
        beeindigen.trek_in(rij)
    werk_looptijd_bij()
    assert set(klokken_van(wereld, "hugo")) == {"verlenging"}


@pytest.mark.eis("HEE-9.4")
def test_na_de_opzegtermijn_gaat_de_partij_dicht(wereld, als_eigenaar):
    with wereld.als("ina"):
        papier = brief()
    zeg_op(wereld, "ina", brief=papier)
    with stel_in(om(date(2027, 2, 1))):
        for welke in klokwerk.werk_bij():
            klokwerk.doe_zelf(welke)
        wereld.autorisaties["anna"].refresh_from_db()
        assert wereld.autorisaties["anna"].tot == date(2027, 2, 1)
    with als_eigenaar():
        assert not Klok.objects.filter(termijn="opzegging", stand="loopt").exists()


@pytest.mark.eis("HEE-9.5")
def test_na_het_einde_loopt_er_niets_meer(wereld, als_eigenaar):
    werk_looptijd_bij()
    with als_eigenaar():
        Convenant.objects.filter(pk=wereld.convenant.pk).update(einde=VANDAAG)
    werk_looptijd_bij()
    assert klokken_van(wereld, "hugo") == {}


@pytest.mark.parametrize(
    ("code", "wie", "verwacht"),
    [
        pytest.param(
            "krimpen",
            "gemeente/burgemeester",
            {"evaluatie": date(2027, 11, 23)},
            marks=pytest.mark.eis("KRI-14.1"),
        ),
        pytest.param(
            "krimpen",
            "politie/beheerder",
            {"evaluatie": date(2027, 11, 23), "verlenging": date(2027, 1, 5)},
            marks=pytest.mark.eis("KRI-16.2.b"),
        ),
        pytest.param(
            "zoeklicht",
            "gemeente/secretariaat_stuurgroep",
            {
                "risicoanalyse": date(2029, 11, 23),
                "communicatieoverleg": date(2027, 11, 23),
                "werkplan": date(2027, 11, 23),
                "evaluatie": date(2027, 11, 23),
                "looptijd": date(2029, 1, 5),
            },
            marks=pytest.mark.eis("ZOE-10.1", "ZOE-3.2", "ZOE-11.6", "ZOE-13.4", "ZOE-13.1"),
        ),
        pytest.param(
            "haarlem",
            "gemeente/beleidsadviseur",
            {"evaluatie": date(2027, 5, 23)},
            marks=pytest.mark.eis("HAA-9.2"),
        ),
        pytest.param(
            "maassluis", "rovm/regisseur", {"evaluatie": date(2026, 12, 31)}, marks=pytest.mark.eis("MAA-19")
        ),
    ],
)
def test_wat_terugkomt_in_de_andere_convenanten(db, code, wie, verwacht):
    """Each has been in force since 6 January 2025 and is looked at for the first time today."""
    with stel_in(NU):
        wereld = werelden.maak(code)
        klok.werk_convenant_bij(wereld.convenant.pk)
        klok.werk_convenant_bij(wereld.convenant.pk)
        with stel_in(NU + timedelta(days=3)):
            klok.werk_convenant_bij(wereld.convenant.pk)
        assert {naam: tot for naam, (_, tot) in klokken_van(wereld, wie).items()} == verwacht


@pytest.mark.eis("HEE-9.1.b")
def test_een_schrikkeljaar_maakt_de_klok_niet_korter_dan_de_periode(wereld, als_eigenaar):
    """From 1 March: the period of a leap year ends on the 29th, and so does its clock."""
    with als_eigenaar():
        Convenant.objects.filter(pk=wereld.convenant.pk).update(ingang=date(2021, 3, 1))
    with stel_in(om(date(2027, 3, 2))):
        werk_looptijd_bij()
        assert klokken_van(wereld, "hugo") == {"verlenging": (date(2027, 2, 28), date(2028, 2, 29))}
    with stel_in(om(date(2028, 3, 1))):
        (welke,) = klokwerk.werk_bij()
        klokwerk.doe_zelf(welke)
        assert klokken_van(wereld, "hugo") == {"verlenging": (date(2028, 2, 29), date(2029, 2, 28))}
