"""Giving notice, ending, a law, and taking it back: through gate and database."""

from datetime import date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from convenant.beleid.kalender import AMSTERDAM
from convenant.looptijd import beeindigen
from convenant.looptijd.beeindigen import Invoer
from convenant.looptijd.models import Beeindiging, Brief
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig
from convenant.tijd import stel_in
from tests import werelden
from tests.wereld import NU, Wereld

from .conftest import VANDAAG, brief, einden, log, post, zeg_op


def foutveld(poging) -> set[str]:
    with pytest.raises(Ongeldig) as fout:
        poging()
    return set(fout.value.fouten)


@pytest.mark.eis("HEE-9.3", "HEE-9.4")
def test_een_corporatie_eindigt_haar_eigen_deelname(wereld, als_eigenaar):
    zeg_op(wereld, "ina", ontvangen_op=date(2026, 11, 10))
    assert einden(wereld) == {"linde": date(2027, 2, 1)}  # up to and including 31 January
    assert log(als_eigenaar, "opzeggen") == [("opzeggen", "ontvangen 10-11-2026", "HEE-9.3")]
    assert post(als_eigenaar) == [
        ("hugo", "Er is een einde vastgelegd"),
        ("jan", "Er is een einde vastgelegd"),
    ]


@pytest.mark.eis("HEE-9.3", "HEE-9.4")
def test_de_gemeente_eindigt_alles(wereld):
    zeg_op(wereld, "hugo")
    assert einden(wereld) == {"alles": date(2027, 2, 1)}


@pytest.mark.eis("HEE-9.3")
@pytest.mark.parametrize("wie", ["anna", "eva", "frits", "gerda", "dirk"])
def test_wie_het_werkwoord_niet_heeft(wereld, wie):
    with pytest.raises(NietGevonden):
        zeg_op(wereld, wie)
    assert einden(wereld) == {}


@pytest.mark.eis("HEE-9.3")
@pytest.mark.parametrize(
    ("wie", "invoer", "veld"),
    [
        ("ina", {"ontvangen_op": VANDAAG + timedelta(days=1)}, "ontvangen_op"),
        ("ina", {"ontvangen_op": date(2020, 5, 31)}, "ontvangen_op"),
        ("hugo", {"handeling": "vervallen_verklaren"}, "laatste_dag"),
        ("hugo", {"handeling": "vervallen_verklaren", "laatste_dag": date(2020, 5, 30)}, "laatste_dag"),
    ],
)
def test_een_dag_die_niet_kan(wereld, wie, invoer, veld):
    assert foutveld(lambda: zeg_op(wereld, wie, **invoer)) == {veld}
    assert einden(wereld) == {}


@pytest.mark.eis("HEE-9.4")
def test_ontvangen_in_de_nacht_van_de_zomertijd(wereld):
    """A minute before midnight on 28 March is still that day in the Netherlands, whatever the server thinks."""
    with stel_in(datetime(2027, 3, 28, 23, 59, tzinfo=AMSTERDAM)):
        zeg_op(wereld, "ina", ontvangen_op=date(2027, 3, 28))
    assert einden(wereld) == {"linde": date(2027, 6, 1)}
    with stel_in(datetime(2027, 3, 28, 0, 0, tzinfo=AMSTERDAM)):
        assert foutveld(lambda: zeg_op(wereld, "jan", ontvangen_op=date(2027, 3, 29))) == {"ontvangen_op"}


@pytest.mark.eis("HEE-9.3")
def test_een_tweede_keer_opzeggen_kan_niet_en_eerder_kan_ook_niet(wereld):
    zeg_op(wereld, "ina")
    with wereld.als("ina"):
        assert beeindigen.mogelijk() == []
    assert foutveld(lambda: zeg_op(wereld, "ina")) == {""}
    assert einden(wereld) == {"linde": date(2027, 2, 1)}


@pytest.mark.eis("HEE-9.3")
def test_intrekken_door_wie_opzegde(wereld, als_eigenaar):
    opzegging = zeg_op(wereld, "ina")
    for ander in ("jan", "hugo", "anna"):
        with pytest.raises((NietGevonden, Geweigerd)), wereld.als(ander):
            beeindigen.trek_in(opzegging)
    with wereld.als("ina"):
        beeindigen.trek_in(opzegging)
    assert einden(wereld) == {}
    assert [regel[1] for regel in log(als_eigenaar, "opzeggen")] == ["ontvangen 23-11-2026", "ingetrokken"]
    with wereld.als("ina"):
        assert [rij.stand for rij in beeindigen.overzicht()] == ["ingetrokken"]
        assert len(beeindigen.mogelijk()) == 1


@pytest.mark.eis("HEE-9.3", "HEE-9.5")
def test_intrekken_kan_tot_en_met_de_laatste_dag(wereld):
    opzegging = zeg_op(wereld, "hugo")
    einde = datetime(2027, 2, 1, tzinfo=AMSTERDAM)
    with stel_in(einde), wereld.als("hugo"), pytest.raises((Geweigerd, Ongeldig)):
        beeindigen.trek_in(opzegging)
    assert einden(wereld) == {"alles": date(2027, 2, 1)}
    with stel_in(einde - timedelta(seconds=1)), wereld.als("hugo"):
        beeindigen.trek_in(opzegging)
    assert einden(wereld) == {}


@pytest.mark.eis("HEE-9.3")
def test_een_ingegane_opzegging_van_een_partij_blijft(wereld):
    """Its own facts already refuse her; the database too, for whoever comes past them."""
    opzegging = zeg_op(wereld, "ina")
    with stel_in(datetime(2027, 2, 1, tzinfo=AMSTERDAM)), wereld.als("ina"):
        assert Beeindiging.objects.filter(pk=opzegging).update(ingetrokken_op=NU) == 0


@pytest.mark.eis("HEE-9.2")
def test_een_wet_laat_het_convenant_vervallen(wereld):
    vervallen = zeg_op(
        wereld, "hugo", "vervallen_verklaren", laatste_dag=date(2026, 12, 31), wet="Wet X, artikel 1"
    )
    assert einden(wereld) == {"wet": date(2027, 1, 1)}
    with wereld.als("jan"):
        (rij,) = beeindigen.overzicht()
        assert (rij.wet, rij.laatste_dag, rij.alles) == ("Wet X, artikel 1", date(2026, 12, 31), True)
    with wereld.als("hugo"):
        beeindigen.trek_in(vervallen)
    assert einden(wereld) == {}


@pytest.mark.eis("HEE-9.2", "HEE-9.3")
def test_wat_er_eerder_stond_komt_terug(wereld):
    """A notice and a law beside each other; and an end that was set up before is not lost by taking one back."""
    convenant = wereld.convenant
    convenant.einde = date(2028, 1, 1)
    convenant.save()
    opzegging = zeg_op(wereld, "hugo")
    zeg_op(wereld, "hugo", "vervallen_verklaren", laatste_dag=date(2027, 5, 31))
    assert einden(wereld) == {"alles": date(2027, 2, 1), "wet": date(2027, 6, 1)}
    with wereld.als("hugo"):
        beeindigen.trek_in(opzegging)
    assert einden(wereld) == {"alles": date(2028, 1, 1), "wet": date(2027, 6, 1)}


@pytest.mark.eis("HEE-9.3")
def test_de_brief_is_voor_wie_ermee_te_maken_heeft(wereld):
    with wereld.als("ina"):
        opzegging = beeindigen.leg_vast(Invoer("opzeggen", VANDAAG, brief=brief()))
    for lezer in ("ina", "jan", "hugo"):
        with wereld.als(lezer):
            bestand = beeindigen.lees_brief(opzegging)
            assert (bestand.naam, bestand.soort) == ("opzegging.pdf", "application/pdf")
            assert bestand.inhoud.startswith(b"%PDF")
    for ander in ("anna", "eva", "frits", "dirk"):
        with wereld.als(ander), pytest.raises(NietGevonden):
            beeindigen.lees_brief(opzegging)


@pytest.mark.eis("HEE-9.3")
def test_de_brief_ligt_verzegeld(wereld, als_eigenaar):
    with wereld.als("ina"):
        beeindigen.leg_vast(Invoer("opzeggen", VANDAAG, brief=brief()))
    with als_eigenaar():
        rij = Brief.objects.get()
        assert b"%PDF" not in bytes(rij.inhoud)
        assert b"opzegging" not in bytes(rij.kop)


@pytest.mark.eis("HEE-9.3")
def test_een_brief_van_een_ander_is_er_niet(wereld):
    with wereld.als("anna"):
        van_anna = brief()
    with wereld.als("ina"):
        assert foutveld(lambda: beeindigen.leg_vast(Invoer("opzeggen", VANDAAG, brief=van_anna))) == {"brief"}
    assert einden(wereld) == {}


@pytest.mark.eis("HEE-9.3")
@pytest.mark.parametrize("wie", ["anna", "jan", "eva"])
def test_de_database_laat_een_ander_niet_opzeggen(wereld, wie):
    """Past the verbs: the row itself asks for the verb and for the own participation."""
    with wereld.als(wie) as beurt, pytest.raises(DatabaseError), transaction.atomic():
        Beeindiging.objects.create(
            convenant=wereld.convenant,
            deelname=wereld.deelnames["linde"],
            handeling="opzeggen",
            alles=False,
            ontvangen_op=VANDAAG,
            werkt_op=VANDAAG,
            vastgelegd_op=NU,
            vastgelegd_door=beurt.wie.medewerker,
        )


@pytest.mark.eis("HEE-9.3", "HEE-9.5")
@pytest.mark.parametrize(
    ("wie", "wat", "veld"),
    [
        ("anna", "linde", "einde"),
        ("jan", "linde", "einde"),
        ("frits", "linde", "einde"),
        ("anna", "alles", "einde"),
        ("gerda", "alles", "vervallen_op"),
    ],
)
def test_de_database_laat_een_ander_de_einddatum_niet_zetten(wereld, wie, wat, veld):
    rij = wereld.convenant if wat == "alles" else wereld.deelnames[wat]
    setattr(rij, veld, VANDAAG)
    with wereld.als(wie), pytest.raises(DatabaseError), transaction.atomic():
        rij.save(update_fields=[veld])


@pytest.fixture
def klein(db: None):
    """A convenant of another text, by its code."""
    with stel_in(NU):
        yield werelden.maak


@pytest.mark.parametrize(
    ("code", "wie", "handeling", "anders", "einde"),
    [
        pytest.param(
            "zoeklicht",
            "corporatie/beheerder",
            "opzeggen",
            {},
            {"corporatie": date(2027, 11, 24)},
            marks=pytest.mark.eis("ZOE-13.3"),
        ),
        pytest.param(
            "krimpen",
            "politie/beheerder",
            "opzeggen",
            {"redenen": "Wij stoppen."},
            {"politie": date(2027, 2, 24)},
            marks=pytest.mark.eis("KRI-16.3"),
        ),
        pytest.param(
            "maassluis",
            "corporatie/tekeningsbevoegde",
            "beeindigen",
            {"laatste_dag": date(2026, 11, 23)},
            {"alles": date(2026, 11, 24)},
            marks=pytest.mark.eis("MAA-20"),
        ),
    ],
)
def test_opzeggen_volgens_de_eigen_tekst(klein, code, wie, handeling, anders, einde):
    wereld: Wereld = klein(code)
    zeg_op(wereld, wie, handeling, **anders)
    assert einden(wereld) == einde
    with wereld.als(wie):
        beeindigen.trek_in(beeindigen.overzicht()[0].id)
    assert einden(wereld) == {}


@pytest.mark.parametrize(
    ("code", "wie", "handeling", "anders", "eis"),
    [
        pytest.param(
            "krimpen", "politie/beheerder", "opzeggen", {}, "KRI-16.3", marks=pytest.mark.eis("KRI-16.3")
        ),
        pytest.param(
            "maassluis",
            "rovm/tekeningsbevoegde",
            "beeindigen",
            {"laatste_dag": date(2026, 11, 22)},
            "MAA-20",
            marks=pytest.mark.eis("MAA-20"),
        ),
    ],
)
def test_wat_de_tekst_zelf_vraagt(klein, code, wie, handeling, anders, eis):
    """Reasons in Krimpen; no day in the past in Maassluis."""
    wereld: Wereld = klein(code)
    with pytest.raises(Geweigerd) as weigering:
        zeg_op(wereld, wie, handeling, **anders)
    assert eis in {reden.eis for reden in weigering.value.redenen}
    assert einden(wereld) == {}


@pytest.mark.eis("HAA-9.3", "HAA-PR4.3")
def test_in_haarlem_zegt_niemand_alleen_op(klein):
    wereld: Wereld = klein("haarlem")
    for wie in wereld.autorisaties:
        with wereld.als(wie):
            assert beeindigen.mogelijk() == []
        with pytest.raises(NietGevonden):
            zeg_op(wereld, wie, "beeindigen", laatste_dag=VANDAAG)
