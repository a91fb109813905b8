"""A clause that is invalid: what rests on it alone stops from that day, with the reason, until an amendment repairs it."""

from contextlib import suppress
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction

from convenant.beleid.beslissing import Stand, Vraag, beslis
from convenant.beleid.register import register
from convenant.beleid.taal import Bevoegdheid
from convenant.looptijd import ongeldig, voorstellen
from convenant.partijen.models import Convenant
from convenant.poort.daad import Daad, weeg
from convenant.poort.handeling import Geweigerd, Ongeldig
from convenant.tijd import stel_in
from huisuitzetting.beleid import HAARLEM
from huisuitzetting.melding import toestemmingen
from tests import werelden
from tests.huisuitzetting.evalueren import plan
from tests.huisuitzetting.verhaal import gemeld_met_toestemming
from tests.wereld import NU, Wereld

from .conftest import VANDAAG, log, post
from .samen import ADVISEUR, BUUR, MANAGER, PARTIJEN, stel_voor, teken

LATER = date(2026, 12, 20)
ZIN = "Dit artikel is ongeldig sinds 23-11-2026. Reden: Uitspraak van de rechter."


@pytest.fixture
def haarlem(db: None):
    with stel_in(NU):
        yield werelden.maak("haarlem")


def verklaar(wereld: Wereld, eis: str = "HAA-9.4", vanaf: date = VANDAAG, wie: str = ADVISEUR) -> None:
    with wereld.als(wie):
        ongeldig.verklaar(eis, vanaf, "Uitspraak van de rechter.")


@pytest.mark.eis("HAA-PR13.1")
def test_wat_op_het_artikel_rust_stopt_en_de_rest_niet(haarlem: Wereld) -> None:
    plan(haarlem, LATER)
    verklaar(haarlem)
    with pytest.raises(Geweigerd) as weigering:
        plan(haarlem, LATER)
    assert [(reden.tekst, reden.eis) for reden in weigering.value.redenen] == [(ZIN, "HAA-9.4")]
    with haarlem.als(ADVISEUR) as beurt:
        assert weeg(Daad(Vraag(beurt.wie.kant, "aanvullende_afspraak_toevoegen"))).mag


@pytest.mark.eis("HAA-PR13.1")
def test_pas_vanaf_de_dag(haarlem: Wereld) -> None:
    verklaar(haarlem, vanaf=VANDAAG + timedelta(days=1))
    plan(haarlem, LATER)
    with stel_in(NU + timedelta(days=1)), pytest.raises(Geweigerd):
        plan(haarlem, LATER)


@pytest.mark.eis("HAA-PR13.1", "HAA-PR13.2")
def test_een_wijziging_herstelt_het(haarlem: Wereld, als_eigenaar) -> None:
    """Whoever may propose is asked for one; once it works, what stopped goes on."""
    verklaar(haarlem)
    assert ("corporatie-manager", "Een bepaling is ongeldig") in post(als_eigenaar)
    dag = VANDAAG + timedelta(days=7)
    voorstel = stel_voor(haarlem, MANAGER, "wijziging_voorstellen", dag=dag, herstelt="HAA-9.4")
    teken(haarlem, voorstel, *PARTIJEN)
    with haarlem.als(ADVISEUR):
        assert ongeldig.nu_ongeldig() == ["HAA-9.4"]
        voorstellen.besluit(voorstel)
    with haarlem.als(ADVISEUR):
        (bepaling,) = ongeldig.overzicht()
        assert (bepaling.tot, bepaling.is_hersteld, ongeldig.nu_ongeldig()) == (dag, False, [])
    with pytest.raises(Geweigerd):
        plan(haarlem, LATER)
    with stel_in(NU + timedelta(days=7)):
        plan(haarlem, LATER)


@pytest.mark.eis("HAA-PR13.1")
def test_alleen_wat_ongeldig_is_wordt_hersteld(haarlem: Wereld) -> None:
    with pytest.raises(Ongeldig) as fout:
        stel_voor(haarlem, MANAGER, "wijziging_voorstellen", herstelt="HAA-9.4")
    assert set(fout.value.fouten) == {"herstelt"}


@pytest.mark.eis("HAA-PR13.1")
@pytest.mark.parametrize("wie", [MANAGER, BUUR, "gemeente/teamleider", "gemeente/privacycoordinator"])
def test_alleen_de_beleidsadviseur(haarlem: Wereld, wie: str) -> None:
    with pytest.raises(Geweigerd):
        verklaar(haarlem, wie=wie)


@pytest.mark.eis("HAA-PR13.1")
@pytest.mark.parametrize("wie", ["corporatie/melder", "gemeente/swt"])
def test_de_database_laat_een_ander_niets_ongeldig_maken(haarlem: Wereld, wie: str) -> None:
    rij = Convenant.objects.get(pk=haarlem.convenant.pk)
    rij.buiten_werking = {"HAA-9.4": {"vanaf": "2026-01-01", "tot": None, "reden": "", "deelname": 1}}
    with haarlem.als(wie), pytest.raises(DatabaseError), transaction.atomic():
        rij.save(update_fields=["buiten_werking"])


@pytest.mark.eis("HAA-PR13.1")
@pytest.mark.parametrize(
    ("eis", "vanaf", "veld"),
    [
        ("HAA-9.4", VANDAAG - timedelta(days=1), "vanaf"),
        ("HAA-PR13.2", VANDAAG, "eis"),
        ("HAA-PR13.1", VANDAAG, "eis"),
        ("HAA-OW.1", VANDAAG, "eis"),
    ],
)
def test_wat_niet_kan(haarlem: Wereld, eis: str, vanaf: date, veld: str) -> None:
    """The articles by which the parties repair the text stay: without them nothing could be repaired."""
    with pytest.raises(Ongeldig) as fout:
        verklaar(haarlem, eis, vanaf)
    assert set(fout.value.fouten) == {veld}


@pytest.mark.eis("HAA-PR13.1", "HAA-3.3")
@pytest.mark.parametrize("eis", ["HAA-1.1", "HAA-PR2.3", "HAA-3.3.intrekking"])
def test_wat_de_wet_iemand_geeft_stopt_nooit(haarlem: Wereld, eis: str) -> None:
    """Consent is withdrawn whatever the parties have lost; a clause that only carries such acts cannot be chosen."""
    zaak = gemeld_met_toestemming(haarlem)
    with suppress(Ongeldig):
        verklaar(haarlem, eis)
    with haarlem.als("corporatie/melder"):
        toestemmingen.trek_in(zaak, VANDAAG, uuid4())
    assert not set(ongeldig.geraakt(HAARLEM, eis)) & set(HAARLEM.stopt_nooit)


@pytest.mark.eis("HAA-PR13.1")
def test_een_tweede_keer_en_te_ver_weg(haarlem: Wereld) -> None:
    """While a repair is under way nobody starts the clause again by declaring it again later."""
    verklaar(haarlem)
    with haarlem.als(ADVISEUR):
        ongeldig.herstel("HAA-9.4", VANDAAG + timedelta(days=30))
        ongeldig.herstel("HAA-9.4", VANDAAG + timedelta(days=200))
        (kaart,) = ongeldig.overzicht()
    assert kaart.tot == VANDAAG + timedelta(days=30)
    for vanaf in (VANDAAG + timedelta(days=300), VANDAAG + timedelta(days=400)):
        with pytest.raises(Ongeldig):
            verklaar(haarlem, vanaf=vanaf)


def test_een_keer(haarlem: Wereld, als_eigenaar) -> None:
    for _ in range(2):
        verklaar(haarlem)
    assert len(post(als_eigenaar)) == len(set(post(als_eigenaar))) == 3
    with pytest.raises(Ongeldig):
        verklaar(haarlem, vanaf=VANDAAG + timedelta(days=1))
    assert {regel[1:] for regel in log(als_eigenaar, ongeldig.VERKLAREN)} >= {("HAA-9.4", "HAA-PR13.1")}


@pytest.mark.eis("HAA-PR13.1")
def test_elk_kiesbaar_artikel_raakt_iets() -> None:
    beleid = register.geef("haarlem", 1)
    eisen = ongeldig.kiesbaar(beleid)
    assert len(eisen) > 40
    assert all(ongeldig.geraakt(beleid, eis) for eis in eisen)
    assert ongeldig.geraakt(beleid, "HAA-9.4") == ["overleg_plannen"]


@pytest.mark.eis("HAA-PR13.1")
def test_een_handeling_die_ook_op_een_ander_artikel_rust_gaat_door() -> None:
    """Two clauses give the verb: one that holds is enough."""
    beleid = register.geef("haarlem", 1)
    ander = Bevoegdheid("beleidsadviseur", "gemeente", ("overleg_plannen",), "HAA-9.2")
    dubbel = beleid.anders(bevoegdheden=(*beleid.bevoegdheden, ander))
    kant = next(rij for rij in beleid.bevoegdheden if "overleg_plannen" in rij.handelingen)
    waar = {feit.naam: True for feit in beleid.feiten}
    stand = Stand(waar, {rij.naam: 1 for rij in beleid.instellingen}, {"HAA-9.4": ZIN})
    vraag = Vraag(type(beleid.functies[0].registreert)(kant.soort, kant.functie), "overleg_plannen")
    assert not beslis(beleid, vraag, stand).mag
    assert beslis(dubbel, vraag, stand).mag
    assert ongeldig.geraakt(dubbel, "HAA-9.4") == []
