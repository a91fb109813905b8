"""Taking lines out of the log: said what for, written down, as CSV and in the form of the Logboek Dataverwerkingen."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction
from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from convenant.poort.handeling import Geweigerd, Ongeldig
from convenant.poort.logboek import MISLUKT
from convenant.poort.logboek_filter import Filter
from convenant.poort.logboek_lezen import deelnemers
from convenant.poort.models import Logregel
from convenant.tijd import stel_in
from convenant.toezicht import uitvoer
from convenant.toezicht.models import Uitvoer
from convenant.toezicht.tasks import vernietig_toezicht
from tests.schermen.test_vragen import hoogstens, vragen
from tests.toezicht.conftest import laatste_regels, op, raadpleeg, tekst
from tests.wereld import KADE_3, LINDELAAN_12, LINDELAAN_14A, NU, Wereld

pytestmark = pytest.mark.eis("HEE-4")
PAGINA = "/heemstede/logboek/uitvoer/"
WAARVOOR = "Jaarlijkse controle van artikel 4."
ADRES = "Lindelaan 12, 2101 AB Heemstede"
LDV = Path(__file__).resolve().parents[3] / "shared" / "standaarden" / "ldv"


def haal(frits, vorm: str = "csv", query: str = "", waarvoor: str = WAARVOOR) -> str:
    antwoord = frits.post(PAGINA + query, {"vorm": vorm, "waarvoor": waarvoor})
    assert antwoord.streaming, antwoord.content.decode()[:2000]
    return b"".join(antwoord.streaming_content).decode()


def als_tabel(inhoud: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(inhoud.removeprefix("\ufeff")), delimiter=";"))


def test_csv_heeft_elke_regel_van_het_filter_met_alles_wat_de_eis_noemt(oktober, frits, als_eigenaar):
    rijen = als_tabel(haal(frits, query="?uitkomst=toegestaan&handeling=raadplegen"))
    with als_eigenaar():
        volgen = list(
            Logregel.objects.filter(handeling="raadplegen", uitkomst="toegestaan")
            .order_by("-volg")
            .values_list("volg", flat=True)
        )
    assert [int(rij["regel"]) for rij in rijen] == volgen
    van_carla = rijen[[rij["medewerker"] for rij in rijen].index("Carla")]
    assert (
        van_carla
        | {
            "partij": "Waterkant",
            "doel": "woningtoewijzing",
            "artikel": "HEE-2.5",
            "waarover": "Kade 3, 2102 CD Heemstede",
            "betrokkenen": "1",
            "noodzaak": "Huurder meldt zich voor medehuur.",
            "identiteit": "R. Vink, huurder, paspoort, 2026-09-30",
            "moment": "2026-10-31T23:00:00+01:00",
        }
        == van_carla
    )


def test_een_weigering_staat_er_met_reden_en_verborgen_reden(oktober, frits):
    (rij, _) = als_tabel(haal(frits, query="?uitkomst=geweigerd"))
    assert "(HEE-2.3)" in rij["redenen"]
    assert rij["waarover"] == ADRES


def test_een_formule_in_een_veld_wordt_tekst(oktober, frits):
    raadpleeg(oktober, "anna", LINDELAAN_12, op(16), noodzaak='=HYPERLINK("http://x")')
    rijen = als_tabel(haal(frits, query="?handeling=raadplegen&vanaf=16-10-2026&tot_en_met=16-10-2026"))
    assert [rij["noodzaak"] for rij in rijen] == ['\'=HYPERLINK("http://x")']


def test_een_adres_uit_de_sessie_beperkt_ook_de_uitvoer(oktober, frits):
    frits.post("/heemstede/logboek/", {"onderwerp": ADRES})
    rijen = als_tabel(haal(frits, query="?gezocht=ja"))
    assert {rij["waarover"] for rij in rijen} == {ADRES}
    assert len(rijen) == 12


def test_meer_dan_een_stuk_is_een_geheel(oktober, frits, monkeypatch, als_eigenaar):
    heel = als_tabel(haal(frits))
    monkeypatch.setattr(uitvoer, "PER_STUK", 4)
    in_stukken = als_tabel(haal(frits))
    assert [rij["regel"] for rij in in_stukken[-len(heel) :]] == [rij["regel"] for rij in heel]
    nummers = [int(rij["regel"]) for rij in in_stukken]
    assert nummers == list(range(nummers[0], 0, -1))


def ldv_schema() -> Draft202012Validator:
    if not LDV.exists():
        pytest.skip("../shared/standaarden/ldv is not here, so there is no schema to judge by")
    openapi = json.loads((LDV / "openapi.valid.json").read_text())
    openapi["components"]["schemas"].pop("Nlgovproblem")
    attributen = json.loads((LDV / "attributes.schema.json").read_text())
    register = Registry().with_resources(
        [
            ("http://ldv/openapi.json", DRAFT202012.create_resource(openapi)),
            ("http://ldv/attributes.schema.json", DRAFT202012.create_resource(attributen)),
        ]
    )
    verwijzing = {"$ref": "http://ldv/openapi.json#/components/schemas/ListProcessingActivities"}
    return Draft202012Validator(verwijzing, registry=register)


def test_ldv_past_op_het_schema_van_de_standaard(oktober, frits):
    ldv_schema().validate(json.loads(haal(frits, "ldv")))


def test_ldv_een_ouder_per_regel_en_een_kind_per_betrokkene(oktober, frits, als_eigenaar):
    activiteiten = json.loads(haal(frits, "ldv", "?handeling=raadplegen"))["processingActivities"]
    ouders = [a for a in activiteiten if "parentSpanId" not in a]
    with als_eigenaar():
        regels = {regel.volg: regel for regel in Logregel.objects.filter(handeling="raadplegen")}
    assert [ouder["attributes"]["convenant.regel"] for ouder in ouders] == sorted(regels, reverse=True)
    for ouder in ouders:
        regel = regels[ouder["attributes"]["convenant.regel"]]
        kinderen = [a for a in activiteiten if a.get("parentSpanId") == ouder["spanId"]]
        assert [kind["attributes"]["dpl.core.data_subject_id"] for kind in kinderen] == [
            bytes(sleutel).hex() for sleutel in regel.betrokkenen
        ]
        assert {kind["traceId"] for kind in kinderen} <= {ouder["traceId"]}
        assert ouder["status"] == {"toegestaan": "Ok", "geweigerd": "Unset"}[regel.uitkomst]
        assert ouder["startTime"] == round(regel.moment.timestamp() * 1000)
    spans = [a["spanId"] for a in activiteiten]
    assert len(spans) == len(set(spans)), "each record has an id of its own"


def test_ldv_een_aanroep_naar_buiten_die_mislukte_is_een_fout(oktober, frits):
    """Only a failure of a system is an error in the words of the standard; this line is as the gate writes one."""
    with oktober.als("eva") as beurt:
        beurt.regels.append(beurt.regel("brp_bevragen", MISLUKT, eis="HEE-11.1"))
    (activiteit,) = json.loads(haal(frits, "ldv", "?uitkomst=mislukt"))["processingActivities"]
    assert (activiteit["status"], activiteit["name"]) == ("Error", "brp_bevragen")


def test_ldv_noemt_geen_gebruiker_geen_adres_en_geen_getypte_tekst(oktober, frits):
    # Sooner or later a random number has any four digits in it.
    inhoud = re.sub(r"[0-9a-f-]{16,}", "", haal(frits, "ldv"))
    for gegeven in ("Anna", "Carla", "Frits", "Lindelaan", "2101", "Vink", "medehuur", "Fatima"):
        assert gegeven not in inhoud
    for naam in ("anna", "carla", "frits"):
        assert f'"{oktober.mensen[naam].pk}"' not in inhoud


def test_twee_keer_uitgevoerd_zijn_de_nummers_gelijk(oktober, frits):
    query = "?handeling=raadplegen"
    assert haal(frits, "ldv", query) == haal(frits, "ldv", query)


def test_het_staat_in_het_logboek_en_in_de_lijst_met_waarvoor(oktober, frits, als_eigenaar):
    haal(frits, query="?handeling=raadplegen")
    with als_eigenaar():
        (rij,) = Uitvoer.objects.all()
    assert laatste_regels(oktober, als_eigenaar, 1) == [("logboek_uitvoeren", str(rij.pk))]
    assert (rij.waarvoor, rij.vorm, rij.aantal, rij.moment) == (WAARVOOR, "csv", 17, NU)
    assert rij.filter["handeling"] == "raadplegen"
    assert WAARVOOR in tekst(frits.get(PAGINA))


@pytest.mark.parametrize("waarvoor", ["", "  ", "controle", "voor mij"])
def test_zonder_zin_geen_bestand(oktober, frits, als_eigenaar, waarvoor):
    antwoord = frits.post(PAGINA, {"vorm": "csv", "waarvoor": waarvoor})
    assert not antwoord.streaming
    assert "Schrijf in een zin waarvoor u het logboek uitvoert." in tekst(antwoord)
    with als_eigenaar():
        assert not Uitvoer.objects.exists()


def test_geweigerd_voor_er_iets_is_gelezen(oktober, als_eigenaar):
    """Even before a piece is asked for: the refusal comes with the call."""
    with oktober.als("frits"), pytest.raises(Ongeldig):
        uitvoer.voer_uit(Filter(), "csv", "", deelnemers())
    for wie in ("anna", "ina", "eva", "hugo"):
        with oktober.als(wie), pytest.raises(Geweigerd):
            uitvoer.voer_uit(Filter(), "csv", WAARVOOR, ())


@pytest.mark.parametrize("wie", ["anna", "ina", "eva", "hugo"])
def test_niemand_anders(oktober, frits, klant, wie):
    haal(frits)
    assert klant(wie).post(PAGINA, {"vorm": "csv", "waarvoor": WAARVOOR}).status_code == 403
    with oktober.als(wie):
        assert not Uitvoer.objects.exists()
    assert "Uitvoeren" not in tekst(klant("ina").get("/heemstede/logboek/")).split("<main")[1]


def test_wat_er_staat_verandert_niemand(oktober, frits):
    haal(frits)
    for opdracht in ("update toezicht_uitvoer set waarvoor = 'x'", "delete from toezicht_uitvoer"):
        geweigerd = pytest.raises(DatabaseError, match="permission denied")
        with oktober.als("frits"), geweigerd, transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(opdracht)


@pytest.mark.eis("HEE-14")
def test_na_de_bewaartijd_weg(oktober, frits, als_eigenaar):
    haal(frits)
    with als_eigenaar():
        tot = Uitvoer.objects.get().bewaren_tot
    with stel_in(tot):
        vernietig_toezicht()
    with als_eigenaar():
        assert not Uitvoer.objects.exists()


@pytest.mark.eis("HEE-4")
def test_ook_na_afloop_van_het_convenant(oktober: Wereld, frits):
    oktober.convenant.einde = NU.date()
    oktober.convenant.save()
    assert als_tabel(haal(frits, query="?handeling=raadplegen"))
    assert "/heemstede/steekproeven/" in frits.post("/heemstede/steekproeven/").url
    assert frits.get("/heemstede/signalen/").status_code == 200


def test_aantal_vragen(oktober, frits):
    haal(frits)
    kort = vragen(frits, "get", PAGINA)
    for minuut in range(5):
        raadpleeg(oktober, "carla", KADE_3, op(19).replace(minute=minuut))
        raadpleeg(oktober, "bert", LINDELAAN_14A, op(19).replace(minute=minuut))
    assert len(vragen(frits, "get", PAGINA)) == len(kort)
    hoogstens(9, kort)
