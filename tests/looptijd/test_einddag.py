"""The last day and the first day after it: doors close at midnight in the Netherlands, supervision goes on."""

from datetime import date, datetime, timedelta

import pytest

from convenant.beleid.beslissing import Vraag
from convenant.beleid.kalender import AMSTERDAM
from convenant.looptijd.tasks import werk_looptijd_bij
from convenant.partijen.models import Convenant, Deelname
from convenant.poort import poort
from convenant.poort.daad import Daad, weeg
from convenant.poort.grens import binnen
from convenant.poort.handeling import Geweigerd
from convenant.poort.wie import werkplekken
from convenant.tijd import stel_in
from tests import werelden
from tests.schermen.klant import Formulieren, log_in
from tests.wereld import KADE_3, LINDELAAN_12, NU, Wereld

from .conftest import zeg_op

SECONDE = timedelta(seconds=1)
# Winter, the night the clock goes forward, the night it goes back; each as the first day without.
NACHTEN = [date(2027, 2, 1), date(2027, 3, 28), date(2027, 10, 31)]


def middernacht(dag: date) -> datetime:
    return datetime(dag.year, dag.month, dag.day, tzinfo=AMSTERDAM)


def redenen(poging) -> set[str]:
    with pytest.raises(Geweigerd) as weigering:
        poging()
    return {reden.eis for reden in weigering.value.redenen}


@pytest.mark.eis("HEE-9.5")
@pytest.mark.parametrize("dag", NACHTEN)
def test_het_convenant_sluit_om_middernacht(wereld: Wereld, dag):
    Convenant.objects.filter(pk=wereld.convenant.pk).update(einde=dag)
    wereld.convenant.refresh_from_db()
    with stel_in(middernacht(dag) - SECONDE):
        kopie = wereld.raadpleeg("anna", LINDELAAN_12)
    with stel_in(middernacht(dag)):
        assert redenen(lambda: wereld.raadpleeg("anna", LINDELAAN_12)) == {"HEE-9.5"}
        with wereld.als("anna"):
            assert "HEE-9.5" in redenen(lambda: poort.lees(kopie))


@pytest.mark.eis("HEE-9.3", "HEE-9.5")
@pytest.mark.parametrize("dag", NACHTEN)
def test_een_deelname_sluit_om_middernacht_en_de_ander_werkt_door(wereld: Wereld, dag):
    Deelname.objects.filter(pk=wereld.deelnames["linde"].pk).update(einde=dag)
    with stel_in(middernacht(dag) - SECONDE):
        wereld.raadpleeg("anna", LINDELAAN_12)
    with stel_in(middernacht(dag)):
        assert redenen(lambda: wereld.raadpleeg("anna", LINDELAAN_12)) == {"HEE-OND"}
        assert wereld.raadpleeg("carla", KADE_3)


@pytest.mark.eis("HEE-15")
def test_wie_later_tekent_doet_mee_vanaf_de_eigen_dag(wereld: Wereld):
    dag = date(2026, 11, 24)
    Deelname.objects.filter(pk=wereld.deelnames["waterkant"].pk).update(getekend_op=dag)
    with stel_in(middernacht(dag) - SECONDE):
        assert redenen(lambda: wereld.raadpleeg("carla", KADE_3)) == {"HEE-OND"}
    with stel_in(middernacht(dag)):
        assert wereld.raadpleeg("carla", KADE_3)


@pytest.mark.eis("HEE-9.5")
def test_een_open_tabblad_helpt_niet(wereld: Wereld):
    """The wizard was open at one minute to twelve; what is sent a minute later is refused, and nothing is looked up."""
    zeg_op(wereld, "hugo")
    formulieren = Formulieren(log_in(wereld, "anna"))
    with stel_in(middernacht(date(2027, 2, 1)) - SECONDE):
        assert formulieren.tot_controle().status_code == 302
    with stel_in(middernacht(date(2027, 2, 1))):
        antwoord = formulieren.stuur("controle").content.decode()
        assert "Het convenant is niet van kracht." in antwoord
        assert "Willem de Vries" not in antwoord
        assert formulieren.client.get("/heemstede/zaken/").status_code == 403


@pytest.mark.eis("HEE-9.5")
def test_wat_al_liep_stopt_om_middernacht(wereld: Wereld):
    """A task that began before holds its Wie; its next act is weighed on the new day."""
    zeg_op(wereld, "hugo")
    with stel_in(middernacht(date(2027, 2, 1)) - SECONDE):
        (wie, *_) = werkplekken(wereld.mensen["eva"].account, Convenant.objects.get(pk=wereld.convenant.pk))
        with binnen(wie), poort.handel("uittreksel_laden"):
            pass
    with (
        stel_in(middernacht(date(2027, 2, 1))),
        binnen(wie),
        pytest.raises(Geweigerd),
        poort.handel("uittreksel_laden"),
    ):
        pass


@pytest.mark.eis("HEE-9.5", "HEE-3.9", "HEE-4")
def test_na_het_einde_is_wie_uitwisselde_uitgelogd_en_het_logboek_open(wereld: Wereld):
    wereld.raadpleeg("anna", LINDELAAN_12)
    zeg_op(wereld, "hugo")
    anna, frits, hugo = (log_in(wereld, naam) for naam in ("anna", "frits", "hugo"))
    with stel_in(middernacht(date(2027, 2, 1))):
        werk_looptijd_bij()
        assert anna.get("/heemstede/raadplegen/").url.startswith("/account/login/")
    with stel_in(middernacht(date(2027, 2, 1)) + timedelta(hours=9)):
        frits, hugo, anna = (log_in(wereld, naam) for naam in ("frits", "hugo", "anna"))
        logboek = frits.get("/heemstede/logboek/")
        assert logboek.status_code == 200
        assert "Lindelaan 12" in logboek.content.decode()
        for pad in ("steekproeven/", "signalen/", "looptijd/"):
            assert frits.get(f"/heemstede/{pad}").status_code == 200, pad
        assert "Het convenant is geëindigd." in hugo.get("/heemstede/looptijd/").content.decode()
        assert anna.get("/heemstede/raadplegen/").status_code == 403
        assert anna.get("/heemstede/looptijd/").status_code == 200


@pytest.mark.eis("HEE-4", "HEE-3.9")
def test_na_het_einde_van_een_deelname_ziet_de_gemeente_haar_logboek(wereld: Wereld):
    wereld.raadpleeg("anna", LINDELAAN_12)
    zeg_op(wereld, "ina")
    with stel_in(middernacht(date(2027, 2, 1)) + timedelta(hours=9)):
        werk_looptijd_bij()
        assert "Lindelaan 12" in log_in(wereld, "frits").get("/heemstede/logboek/").content.decode()
        assert log_in(wereld, "ina").get("/heemstede/logboek/").status_code == 403


@pytest.mark.parametrize(
    ("code", "wie", "handeling", "eis"),
    [
        pytest.param(*rij, marks=pytest.mark.eis(rij[-1]), id=rij[0])
        for rij in (
            ("heemstede", "corporatie/contactpersoon", "raadplegen", "HEE-9.5"),
            ("maassluis", "rovm/medewerker", "aanmelden", "MAA-20"),
            ("zoeklicht", "directie_wonen/meldpunt", "routeren", "ZOE-13.1"),
            ("haarlem", "corporatie/melder", "achterstand_vastleggen", "HAA-9.1"),
            ("krimpen", "politie/behandelaar", "aanmelden", "KRI-16.1"),
        )
    ],
)
def test_elk_convenant_sluit_op_zijn_dag(db: None, code: str, wie: str, handeling: str, eis: str) -> None:
    """Through the gate of each of the five: open the day before, and that day refused with the article of the term."""
    with stel_in(NU):
        elders = werelden.maak(code)
    gezien = {}
    for einde in (NU.date() + timedelta(days=1), NU.date()):
        Convenant.objects.filter(pk=elders.convenant.pk).update(einde=einde)
        elders.convenant.refresh_from_db()
        with stel_in(NU), elders.als(wie) as beurt:
            over_convenant = {feit.naam for feit in beurt.wie.beleid.feiten if feit.over == "convenant"}
            gemis = weeg(Daad(Vraag(beurt.wie.kant, handeling))).gemis
            gezien[einde] = {reden.eis for reden in gemis if reden.feit in over_convenant}
    ervoor, op_de_dag = gezien.values()
    assert op_de_dag - ervoor == {eis}
