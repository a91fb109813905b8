"""A deviation from raadpleging to outcome, through gate and database (HEE-2.6)."""

from datetime import timedelta
from functools import partial
from uuid import uuid4

import pytest

from brpinzage import afwijkingen
from brpinzage.afwijkingen import Bevinding
from brpinzage.models import Afwijking
from convenant.poort import dossier, poort, werklijst
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig
from convenant.poort.lijst import AAN_ZET, GESLOTEN, WACHT, Lijst
from convenant.poort.models import Logregel
from convenant.poort.tellingen import cijfers
from convenant.tijd import stel_in, vandaag
from convenant.verstrekkingen.models import Ontvangst
from tests.wereld import LINDELAAN_12, NU, Wereld
from tests.zaken import tegelijk, velden, zie

pytestmark = pytest.mark.eis("HEE-2.6")
FOUT = Bevinding(["komt_overeen", "mist"], "bewoner_niet_in_administratie", "Wij kennen alleen mevrouw.")
NAMEN = ["Fatima Yılmaz", "Willem de Vries"]


def bevind(wereld: Wereld, naam: str = "anna", **anders: object) -> int:
    """A raadpleging that deviates, kept as a case."""
    ontvangst = wereld.raadpleeg(naam, LINDELAAN_12, **anders)
    with wereld.als(naam):
        return afwijkingen.wijkt_af(ontvangst, FOUT)


def meld(wereld: Wereld, naam: str = "anna", **anders: object) -> int:
    zaak = bevind(wereld, naam, **anders)
    with wereld.als(naam):
        return afwijkingen.meld(zaak, FOUT.aard, FOUT.toelichting, uuid4())


@pytest.mark.eis("HEE-OW.5")
def test_alles_komt_overeen_is_een_oordeel_zonder_zaak(wereld):
    ontvangst = wereld.raadpleeg("anna", LINDELAAN_12)
    with wereld.als("anna"):
        afwijkingen.komt_overeen(ontvangst)
        assert werklijst.werklijst() == []
    with wereld.als("anna"):
        assert Logregel.objects.filter(handeling="beoordelen_overeenkomst").count() == 1


def test_een_afwijking_blijft_op_de_lijst_tot_zij_is_verstuurd(wereld):
    zaak = bevind(wereld)
    with wereld.als("anna"):
        (regel,) = werklijst.werklijst(Lijst(AAN_ZET))
    assert (regel.zaak_id, regel.stap, regel.label) == (zaak, "wijkt_af", LINDELAAN_12.regel)
    assert regel.termijn is not None
    assert (regel.termijn - timedelta(seconds=1)).date().isoformat() == "2026-11-30"  # five werkdagen later
    with wereld.als("eva"), pytest.raises(NietGevonden):
        dossier.lees_zaak(zaak)
    assert meld(wereld) == zaak  # the same address: the same case
    with wereld.als("anna"):
        assert werklijst.werklijst(Lijst(AAN_ZET)) == []
        assert [r.zaak_id for r in werklijst.werklijst(Lijst(WACHT))] == [zaak]


def test_de_gemeente_krijgt_precies_wat_artikel_2_6_noemt(wereld):
    zaak = meld(wereld)
    assert velden(wereld, "eva", zaak, "afwijkingsmelding") == {
        "adres": LINDELAAN_12.regel,
        "naam_bewoner_volgens_brp": ["Willem de Vries: staat niet in onze administratie"],
        "aard_afwijking": FOUT.aard,
        "toelichting": FOUT.toelichting,
        "datum_raadpleging": "2026-11-23",
    }
    for naam in ("carla", "frits", "hugo", "gerda", "ina"):
        with wereld.als(naam), pytest.raises(NietGevonden):
            dossier.lees_zaak(zaak)


@pytest.mark.eis("HEE-14")
def test_na_het_melden_zijn_de_geraadpleegde_namen_weg(wereld, als_eigenaar):
    ontvangst = wereld.raadpleeg("anna", LINDELAAN_12)
    with wereld.als("anna"):
        zaak = afwijkingen.wijkt_af(ontvangst, FOUT)
        assert poort.lees(ontvangst).waarde("naam_bewoner") == NAMEN
        afwijkingen.meld(zaak, FOUT.aard, FOUT.toelichting, uuid4())
        with pytest.raises(Geweigerd, match="HEE-14"):
            poort.lees(ontvangst)
    with als_eigenaar():
        rij = Ontvangst.objects.get(pk=ontvangst)
        assert (rij.waarden, rij.sleutel, rij.vernietigd_op) == (None, None, NU)
        assert not Afwijking.objects.exists()


@pytest.mark.eis("HEE-14")
def test_een_afwijking_van_gisteren_vraagt_een_nieuwe_raadpleging(wereld):
    zaak = bevind(wereld)
    with stel_in(NU + timedelta(days=1)):
        with wereld.als("anna"), pytest.raises(Ongeldig) as fout:
            afwijkingen.meld(zaak, FOUT.aard, FOUT.toelichting, uuid4())
        assert fout.value.fouten == {"": afwijkingen.NAMEN_WEG}
        with wereld.als("anna"):
            concept = afwijkingen.concept(zaak)
            assert concept is not None
            assert concept.toelichting == FOUT.toelichting  # what was typed stays
        assert meld(wereld) == zaak
    assert zie(wereld, "eva", zaak).laatste("afwijkingsmelding")


@pytest.mark.eis("HEE-14")
def test_een_verlopen_raadpleging_is_niet_meer_te_beoordelen(wereld):
    ontvangst = wereld.raadpleeg("anna", LINDELAAN_12)
    with stel_in(NU + timedelta(days=1)), wereld.als("anna"), pytest.raises(Geweigerd):
        afwijkingen.wijkt_af(ontvangst, FOUT)


@pytest.mark.django_db(transaction=True)
def test_twee_collegas_tegelijk_maken_een_zaak(vaste_wereld):
    ontvangsten = {naam: vaste_wereld.raadpleeg(naam, LINDELAAN_12) for naam in ("anna", "bert")}
    eerste, tweede = tegelijk(
        vaste_wereld,
        *((naam, partial(afwijkingen.wijkt_af, ontvangst, FOUT)) for naam, ontvangst in ontvangsten.items()),
    )
    assert eerste == tweede
    with vaste_wereld.als("anna"):
        assert len(werklijst.werklijst()) == 1


@pytest.mark.eis("HEE-OW.5")
def test_elk_oordeel_is_een_regel_ook_bij_een_zaak_die_er_al_is(wereld):
    assert bevind(wereld, "anna") == bevind(wereld, "bert")
    with wereld.als("anna"):
        regels = Logregel.objects.filter(handeling="beoordelen_afwijking", uitkomst="toegestaan")
        assert {r.medewerker_id for r in regels} == {wereld.mensen[n].pk for n in ("anna", "bert")}


def test_van_wat_nooit_is_verstuurd_blijft_geen_adres(wereld):
    zaak = bevind(wereld)
    with wereld.als("anna"):
        afwijkingen.trek_in(zaak, "Het klopt toch.")
    with wereld.als("anna"):
        (regel,) = werklijst.werklijst(Lijst(GESLOTEN))
        assert (regel.zaak_id, regel.label) == (zaak, "")


def test_dezelfde_uitkomst_twee_keer_telt_een_keer(wereld):
    zaak, nummer = meld(wereld), uuid4()
    with wereld.als("eva"):
        afwijkingen.start_onderzoek(zaak)
    for _ in range(2):
        with wereld.als("eva"):
            assert afwijkingen.leg_uitkomst_vast(zaak, "geen_wijziging", nummer) == zaak
    with wereld.als("eva"):
        maand = vandaag().replace(day=1)
        geteld = {
            c.waarde: c.aantal for c in cijfers(maand, maand + timedelta(days=31)) if "uitkomst" in c.maat
        }
    assert geteld == {"geen_wijziging": 1}


def test_twee_collegas_aan_een_melding(wereld):
    """Who comes second adds to the same case, and cannot send it twice."""
    zaak = bevind(wereld, "anna")
    assert bevind(wereld, "bert") == zaak
    eerste, tweede = uuid4(), uuid4()
    with wereld.als("bert"):
        afwijkingen.meld(zaak, FOUT.aard, FOUT.toelichting, eerste)
    with wereld.als("anna"):
        afwijkingen.meld(zaak, "anders", "Toch anders.", tweede)  # now a correction
    stukken = zie(wereld, "eva", zaak).stukken
    assert [s.gelezen.vervangen for s in stukken if s.gelezen] == [True, False]


def test_hetzelfde_formulier_twee_keer_is_een_melding(wereld):
    zaak, nummer = bevind(wereld), uuid4()
    for _ in range(2):
        with wereld.als("anna"):
            afwijkingen.meld(zaak, FOUT.aard, FOUT.toelichting, nummer)
    assert len(zie(wereld, "eva", zaak).stukken) == 1


@pytest.mark.eis("HEE-OW.7")
def test_onderzoek_tussenstand_en_uitkomst_terug_naar_de_melder(wereld):
    zaak = meld(wereld)
    with wereld.als("eva"):
        afwijkingen.start_onderzoek(zaak)
        afwijkingen.meld_tussenstand(zaak, uuid4())
    assert velden(wereld, "bert", zaak, "afwijking_tussenstand") == {
        "tussenstand_afwijking": "onderzoek_loopt"
    }
    with wereld.als("eva"):
        afwijkingen.leg_uitkomst_vast(zaak, "brp_aangepast", uuid4())
    assert velden(wereld, "anna", zaak, "afwijking_uitkomst") == {"uitkomst_afwijking": "brp_aangepast"}
    with wereld.als("anna"):
        assert [r.zaak_id for r in werklijst.werklijst(Lijst(GESLOTEN))] == [zaak]
        assert werklijst.aantallen()["open"] == "0"
    gezien = zie(wereld, "anna", zaak)
    assert [(s.handeling, s.eigen) for s in gezien.spoor] == [
        ("beoordelen_afwijking", True),
        ("afwijking_melden", True),
        ("onderzoek_starten", False),
        ("tussenstand_melden", False),
        ("uitkomst_vastleggen", False),
    ]
    assert gezien.spoor[2].wie == "Gemeente Heemstede, burgerzaken"  # the party, not the person


@pytest.mark.eis("HEE-OW.7")
def test_de_uitkomsten_worden_geteld(wereld):
    for uitkomst in ("brp_aangepast", "geen_wijziging", "geen_wijziging"):
        zaak = meld(wereld)
        with wereld.als("eva"):
            afwijkingen.start_onderzoek(zaak)
            afwijkingen.leg_uitkomst_vast(zaak, uitkomst, uuid4())
    dag = vandaag().replace(day=1)
    with wereld.als("hugo"):
        assert {(c.maat, c.waarde): c.aantal for c in cijfers(dag, dag + timedelta(days=1))} == {
            ("afwijking", "gemeld"): 3,
            ("termijn:herinnering_afwijking", "op_tijd"): 3,
            ("uitkomst_afwijking", "brp_aangepast"): 1,
            ("uitkomst_afwijking", "geen_wijziging"): 2,
        }
    with wereld.als("anna"), pytest.raises(Geweigerd):
        cijfers(dag, dag)


@pytest.mark.eis("HEE-3.1")
def test_de_melding_houdt_het_doel_van_haar_raadpleging(wereld):
    zaak = meld(wereld, doel="onrechtmatige_bewoning")
    gelezen = zie(wereld, "eva", zaak).laatste("afwijkingsmelding")
    assert gelezen is not None
    assert gelezen.doel == "onrechtmatige_bewoning"


def test_een_onbekende_uitkomst_kan_niet(wereld):
    zaak = meld(wereld)
    with wereld.als("eva"):
        afwijkingen.start_onderzoek(zaak)
        with pytest.raises(Ongeldig):
            afwijkingen.leg_uitkomst_vast(zaak, "fraude", uuid4())


@pytest.mark.parametrize("onderzoek", [False, True])
def test_verbeteren_vervangt_bij_de_gemeente(wereld, onderzoek):
    zaak = meld(wereld)
    if onderzoek:
        with wereld.als("eva"):
            afwijkingen.start_onderzoek(zaak)
    stap = zie(wereld, "anna", zaak).stap
    with wereld.als("anna"):
        afwijkingen.meld(zaak, "andere_bewoner", "Het gaat om de zoon.", uuid4())
    nieuw = velden(wereld, "eva", zaak, "afwijkingsmelding")
    assert (nieuw["aard_afwijking"], nieuw["toelichting"]) == ("andere_bewoner", "Het gaat om de zoon.")
    assert zie(wereld, "eva", zaak).stap == stap


def test_intrekken_vernietigt_bij_de_gemeente_en_sluit(wereld):
    zaak = meld(wereld)
    with wereld.als("anna"):
        afwijkingen.meld(zaak, "anders", "Beter gezegd.", uuid4())
        with pytest.raises(Ongeldig):
            afwijkingen.trek_in(zaak, "  ")
        afwijkingen.trek_in(zaak, "Ons bestand was fout.")
    gezien = zie(wereld, "eva", zaak)
    assert gezien.stap == "afwijking_ingetrokken"
    assert [s.gelezen for s in gezien.stukken] == [None, None]
    assert all(s.dicht and s.dicht.te_bevestigen for s in gezien.stukken)
    assert gezien.label == ""  # what the case was known by went with the copy
    with wereld.als("eva"):
        assert werklijst.zoek("", LINDELAAN_12.sleutel) == []
