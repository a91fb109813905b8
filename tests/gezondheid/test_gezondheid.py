"""What a monitor, the one who sets up and everybody else see of the machinery, well and unwell."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
import redis
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from convenant.celery import app
from convenant.gezondheid.models import LOGBOEK, STIL_NA, WORKER
from convenant.poort import hartslag, klokwerk
from convenant.poort.tasks import sla, teken_koppen, werk_termijnen_bij
from convenant.termijnen.models import Klok
from convenant.tijd import stel_in
from tests.schermen.klant import log_in
from tests.tables import als_eigenaar
from tests.wereld import NU, Wereld

ALLES = ("database", "klok", "redis", "worker", "beat", "termijnen", "mail", "logboek")
MELDING = "Het systeem loopt achter"


@pytest.fixture(autouse=True)
def _eigen(tmp_path, settings):
    """Heads and a queue of this test's own."""
    settings.LOGBOEK_KOPPEN = str(tmp_path / "koppen")
    gewoon, app.conf.task_default_queue = app.conf.task_default_queue, f"proef-{uuid4()}"
    yield
    app.conf.task_default_queue = gewoon


@pytest.fixture
def gezond(wereld: Wereld) -> Wereld:
    sla()
    teken_koppen()
    return wereld


@pytest.fixture
def verouder(als_eigenaar):
    """Let a part have been silent for so long."""

    def doe(naam: str, duur: timedelta) -> None:
        with als_eigenaar(), connection.cursor() as cursor:
            cursor.execute(
                "update gezondheid_hartslag set moment = clock_timestamp() - make_interval(secs => %s) where naam = %s",
                [duur.total_seconds(), naam],
            )

    return doe


@pytest.fixture
def wachtrij():
    """A task that waits for a worker."""
    lijn = redis.Redis.from_url(settings.REDIS_URL)
    lijn.rpush(app.conf.task_default_queue, "x")
    yield
    lijn.delete(app.conf.task_default_queue)
    lijn.close()


def vraag(client: Client | None = None) -> tuple[int, set[str]]:
    """The status, and which parts do not work."""
    antwoord = (client or Client()).get("/gezondheid/")
    inhoud = json.loads(antwoord.content)
    assert tuple(inhoud["delen"]) == ALLES
    assert {*inhoud["delen"].values(), inhoud["stand"]} <= {"ok", "fout"}
    fout = {naam for naam, stand in inhoud["delen"].items() if stand == "fout"}
    assert inhoud["stand"] == ("fout" if fout else "ok")
    return antwoord.status_code, fout


def test_alles_werkt(gezond: Wereld) -> None:
    assert vraag() == (200, set())


def test_een_machine_die_nooit_begon_is_niet_gezond(wereld: Wereld) -> None:
    assert vraag() == (503, {"worker", "beat", "termijnen", "mail", "logboek"})


def test_beat_en_worker_zijn_uit_elkaar_te_houden(gezond, verouder, wachtrij) -> None:
    """Where tasks wait, beat sends: only the worker does not work."""
    verouder(WORKER, STIL_NA + timedelta(seconds=5))
    assert vraag() == (503, {"worker"})


def test_zonder_taken_die_wachten_bewijst_ook_beat_zich_niet(gezond, verouder) -> None:
    verouder(WORKER, STIL_NA - timedelta(seconds=20))
    assert vraag() == (200, set())
    verouder(WORKER, STIL_NA + timedelta(seconds=5))
    assert vraag() == (503, {"worker", "beat"})


def test_wie_lang_niet_keek_weet_het_niet(gezond, verouder) -> None:
    verouder(LOGBOEK, timedelta(minutes=16))
    assert vraag() == (503, {"logboek"})


def test_een_klok_die_verkeerd_loopt(gezond, monkeypatch) -> None:
    echt = hartslag._eigen_klok
    for scheef, fout in ((59, set()), (-59, set()), (62, {"klok"}), (-62, {"klok"})):
        monkeypatch.setattr(hartslag, "_eigen_klok", lambda s=scheef: echt() + timedelta(seconds=s))
        assert vraag()[1] == fout


def test_redis_is_weg(gezond, settings) -> None:
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    assert vraag() == (503, {"redis"})


def test_de_database_is_weg(gezond, monkeypatch) -> None:
    """Redis still shows itself; nothing else can. Whoever is signed in asks nothing more of the database."""
    client = log_in(gezond, "hugo")

    def weg(*_: object, **__: object) -> None:
        raise OperationalError("connection refused")

    with monkeypatch.context() as stuk:
        stuk.setattr(connection, "cursor", weg)
        assert vraag(client) == (503, set(ALLES) - {"redis"})
        assert client.get("/gezondheid/levend/").json() == {"stand": "ok"}


def test_de_vraag_kost_bijna_niets_en_laat_niets_achter(gezond, django_assert_num_queries) -> None:
    client = log_in(gezond, "hugo")
    with django_assert_num_queries(2):
        antwoord = client.get("/gezondheid/")
    assert not antwoord.cookies
    assert "no-store" in antwoord["Cache-Control"]
    assert client.post("/gezondheid/").status_code == 405
    with django_assert_num_queries(0):
        client.get("/gezondheid/levend/")


def test_wie_vraagt_hoeft_geen_naam_of_tls_te_kennen(gezond, settings) -> None:
    """As the container does that asks on its own loopback address; every other page wants both."""
    settings.SECURE_SSL_REDIRECT, settings.ALLOWED_HOSTS = True, ["convenant.voorbeeld.nl"]
    client = Client(headers={"host": "127.0.0.1:8000"})
    assert vraag(client)[0] == client.get("/gezondheid/levend/").status_code == 200
    assert client.get("/").status_code == 400


def test_wie_inricht_leest_wat_het_betekent_en_wat_te_doen(gezond, verouder) -> None:
    client = log_in(gezond, "hugo")
    pagina = client.get("/heemstede/gezondheid/").content.decode()
    assert "Alles werkt" in pagina
    assert "Werkt niet" not in pagina
    verouder(WORKER, timedelta(hours=2))
    pagina = client.get("/heemstede/gezondheid/").content.decode()
    assert "Niet alles werkt" in pagina
    assert pagina.count("Werkt niet") == 2
    assert "Start de worker opnieuw." in pagina


def test_de_bladzijde_vraagt_voor_elk_onderdeel_samen_twee_keer(gezond) -> None:
    """What the page asks for itself, beside what every page does."""
    client = log_in(gezond, "hugo")
    with CaptureQueriesContext(connection) as gezien:
        client.get("/heemstede/gezondheid/")
    eigen = [
        vraag["sql"]
        for vraag in gezien
        if "gezondheid_hartslag" in vraag["sql"] or "clock_timestamp" in vraag["sql"]
    ]
    assert len(eigen) == 3, "the third is the one that looks up the convenant"


def test_ieder_die_werkt_ziet_op_elke_bladzijde_dat_de_machine_achterloopt(gezond, verouder) -> None:
    anna, hugo = log_in(gezond, "anna"), log_in(gezond, "hugo")
    adressen = ("/heemstede/", "/heemstede/zaken/", "/heemstede/looptijd/")
    assert not any(MELDING in anna.get(adres).content.decode() for adres in adressen)
    verouder(WORKER, STIL_NA + timedelta(seconds=5))
    for adres in adressen:
        pagina = anna.get(adres).content.decode()
        assert MELDING in pagina
        assert "Meld het bij uw beheerder." in pagina
    assert (
        'href="/heemstede/gezondheid/">Bekijk wat er niet werkt' in hugo.get("/heemstede/").content.decode()
    )


def test_een_server_die_te_ver_vooruit_is_laat_geen_termijn_aflopen(gezond, monkeypatch, caplog) -> None:
    """It would be too early: the work is left to a server that knows what time it is, and everybody is told."""
    echt = hartslag._eigen_klok
    with monkeypatch.context() as scheef:
        scheef.setattr(hartslag, "_eigen_klok", lambda: echt() + timedelta(hours=2))
        scheef.setattr(klokwerk, "werk_bij", lambda: pytest.fail("it worked by a wrong clock"))
        werk_termijnen_bij()
        sla()
    assert "de klok van deze server loopt verkeerd" in caplog.text
    assert vraag() == (503, {"termijnen"})
    assert MELDING in log_in(gezond, "anna").get("/heemstede/").content.decode()
    werk_termijnen_bij()
    sla()
    assert vraag() == (200, set())


def test_een_termijn_die_een_kwartier_blijft_liggen_valt_op(gezond) -> None:
    begin = Klok(
        convenant=gezond.convenant,
        beleid_versie=1,
        termijn="looptijd",
        eis="HEE-9.1",
        onderwerp="convenant",
        sleutel="1",
        na=NU,
        vervalt_op=NU,
        volgende=NU,
    )
    with als_eigenaar():
        begin.save()
    for later, fout in ((hartslag.LAAT, set()), (hartslag.LAAT + timedelta(seconds=1), {"termijnen"})):
        with stel_in(NU + later):
            sla()
        assert vraag()[1] == fout
    with stel_in(NU + hartslag.LAAT * 2):
        werk_termijnen_bij()
        klokwerk.doe_zelf(begin.pk)  # what the worker of this task would have done
        sla()
    assert vraag() == (200, set())


def test_de_melding_kost_geen_vraag_aan_de_database(gezond, verouder, django_assert_num_queries) -> None:
    anna = log_in(gezond, "anna")
    with CaptureQueriesContext(connection) as zonder:
        anna.get("/heemstede/looptijd/")
    verouder(WORKER, timedelta(hours=1))
    with django_assert_num_queries(len(zonder)):
        assert MELDING in anna.get("/heemstede/looptijd/").content.decode()


def test_de_opdracht_zegt_het_een_onderdeel_aan_wie_het_start(gezond, verouder, capsys) -> None:
    call_command("gezondheid")
    assert "Worker: werkt" in capsys.readouterr().out
    verouder(WORKER, timedelta(hours=1))
    with pytest.raises(CommandError):
        call_command("gezondheid", "worker")
    assert capsys.readouterr().out == (
        "Worker: Het werk op de achtergrond ligt stil: termijnen, mail, het tekenen van het logboek."
        " Start de worker opnieuw. Wat te laat is, doet hij alsnog.\n"
    )
    call_command("gezondheid", "database", "redis")
