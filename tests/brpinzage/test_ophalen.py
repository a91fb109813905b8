"""An extract from the live BRP: what it holds, what it never keeps, and what happens when the BRP does not answer."""

import json

import pytest
from django.db import DatabaseError, connection

from brpinzage import ophalen
from convenant.poort.handeling import Geweigerd
from convenant.poort.models import Logregel
from tests.brp.gateway import antwoord, gateway
from tests.brpinzage.ophalen import (
    GEMEENTE,
    KANARIE,
    aangesloten,
    begin,
    brp,
    bsn,
    drie_woningen,
    in_redis,
    namen,
    neem_in_gebruik,
    rijen,
    stand,
    tel,
    werk,
)
from tests.brpinzage.test_laden import kaarten
from tests.schermen.klant import VLUCHTIG, tabellen
from tests.wereld import KADE_3, LINDELAAN_12, LINDELAAN_14A

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.eis("HEE-OW.6", "HEE-2.5", "HEE-3.3")
def test_alle_adressen_van_alle_corporaties_worden_een_gewoon_concept(vaste_wereld, als_eigenaar):
    with brp(drie_woningen()):
        nummer = begin(vaste_wereld)
        assert sorted(kaarten(vaste_wereld)) == [("actief", 4, 0), ("ophalen", 0, 0)]
        werk()
    voortgang = stand(vaste_wereld)
    assert (voortgang.status, voortgang.totaal, voortgang.gedaan, voortgang.soorten) == ("klaar", 3, 3, ())
    assert rijen(als_eigenaar) == [
        ("2101AB|12||", f"Fien {KANARIE}", False),
        ("2101AB|12||", f"Wout {KANARIE}", False),
        ("2101AB|14|A|2", "", True),
        ("2102CD|3||", f"Sjaak {KANARIE}", False),
    ]
    assert sorted(kaarten(vaste_wereld)) == [("actief", 4, 0), ("concept", 4, 0)]
    neem_in_gebruik(vaste_wereld)
    assert nummer == stand(vaste_wereld).id
    assert namen(vaste_wereld, "anna", LINDELAAN_12) == [f"Fien {KANARIE}", f"Wout {KANARIE}"]
    assert namen(vaste_wereld, "carla", KADE_3) == [f"Sjaak {KANARIE}"]
    with pytest.raises(Geweigerd):
        vaste_wereld.raadpleeg("anna", LINDELAAN_14A)
    assert tel(als_eigenaar, "brpinzage_ophaaladres") == 0


@pytest.mark.eis("HEE-OW.6", "HEE-2.5")
def test_de_vraag_is_zo_klein_als_zij_kan_zijn(vaste_wereld):
    leeg = [
        antwoord({"type": soort, "personen": []})
        for soort in ("ZoekMetPostcodeEnHuisnummer", "ZoekMetAdresseerbaarObjectIdentificatie")
    ]
    with gateway(leeg[0], leeg[1], leeg[0]) as poort, aangesloten(poort.url):
        begin(vaste_wereld)
        werk()
    vragen = [json.loads(lading) for _, lading in poort.vragen]
    assert [(vraag.get("postcode"), vraag.get("adresseerbaarObjectIdentificatie")) for vraag in vragen] == [
        ("2101AB", None),
        (None, LINDELAAN_14A.bag_id),
        ("2102CD", None),
    ]
    for vraag in vragen:
        assert vraag["gemeenteVanInschrijving"] == GEMEENTE
        assert vraag["fields"] == [
            "adresseringBinnenland.adresregel1",
            "adresseringBinnenland.adresregel2",
            "burgerservicenummer",
            "naam.volledigeNaam",
        ]
    assert stand(vaste_wereld).is_klaar


@pytest.mark.eis("HEE-OW.6", "HEE-PAR.1")
@pytest.mark.parametrize("wie", ["anna", "ina", "dirk", "frits", "gerda", "hugo"])
def test_alleen_burgerzaken_haalt_op(vaste_wereld, wie):
    with brp(drie_woningen()):
        nummer = begin(vaste_wereld)
        for daad in (
            ophalen.begin,
            lambda: ophalen.pauzeer(nummer),
            lambda: ophalen.hervat(nummer),
            lambda: ophalen.stop(nummer),
        ):
            with pytest.raises(Geweigerd), vaste_wereld.als(wie):
                daad()
        with vaste_wereld.als(wie):
            assert ophalen.laatste() is None
    assert stand(vaste_wereld).loopt


@pytest.mark.eis("HEE-OW.6")
def test_wie_ophaalt_ziet_geen_adres_en_geen_persoon(vaste_wereld):
    """The functions that give addresses and take answers are the worker's: not even burgerzaken can call them."""
    with brp(drie_woningen()):
        nummer = begin(vaste_wereld)
    vragen = (
        "select * from brpinzage_ophaaladres",
        f"select * from ophaling_neem('{nummer}', '{nummer}', 10, now())",
        f"select ophaling_bewaar('{nummer}', '{nummer}', '[]')",
        f"select ophaling_klaar('{nummer}', now())",
    )
    for vraag in vragen:
        with pytest.raises(DatabaseError, match=r"context|permission"), vaste_wereld.als("eva"):
            connection.cursor().execute(vraag)


# --- when it does not go well


# --- the stock changes meanwhile


# --- nothing more than that


@pytest.mark.eis("HEE-2.5", "HEE-3.3", "HEE-OW.6")
def test_nergens_staat_meer_dan_de_naam(vaste_wereld, als_eigenaar, caplog):
    """The number of a person and the name of a hidden one: in no table, not in Redis, not in the log of the process."""
    caplog.set_level("DEBUG")
    with brp(drie_woningen()):
        begin(vaste_wereld)
        werk()
    inhoud = {}
    with als_eigenaar(), connection.cursor() as cursor:
        for tabel in (*tabellen(), *VLUCHTIG):
            cursor.execute(f"select coalesce(string_agg(t::text, '|'), '') from {tabel} t")
            inhoud[tabel] = cursor.fetchone()[0]
    assert {tabel for tabel, tekst in inhoud.items() if KANARIE in tekst} == {"brpinzage_ingeschrevene"}
    overal = "".join(inhoud.values()) + caplog.text + in_redis()
    for verboden in (*(bsn(n) for n in range(1, 8)), "Geheimina", "Ver Weg", "Zaliger", "Buiten"):
        assert verboden not in overal, verboden
    for alleen_tabel in (KANARIE, "2101AB", "Lindelaan"):
        assert alleen_tabel not in caplog.text + in_redis() + inhoud["poort_logregel"]


@pytest.mark.eis("HEE-4")
def test_elke_keer_staat_voor_en_na_het_vragen_in_het_logboek(vaste_wereld):
    with brp(drie_woningen()):
        nummer = begin(vaste_wereld)
        werk()
    with vaste_wereld.als("frits"):
        regels = Logregel.objects.filter(object=str(nummer)).order_by("volg")
        gezegd = [tuple(zin for zin, _ in regel.redenen) for regel in regels]
    assert gezegd == [
        (),
        ("De BRP wordt gevraagd naar adressen: 3.",),
        ("De BRP is gevraagd naar adressen: 3.",),
        (),
    ]
