"""Every process of production writes lines of JSON, and nothing of what somebody typed: real processes, read from outside."""

import http.client
import json
import logging
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from textwrap import dedent
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client

from convenant.celery import app
from convenant.storingen import SLEUTELS, opmaak
from convenant.web import views
from tests.huis.test_settings import GOOD
from tests.schermen.klant import log_in
from tests.wereld import Wereld
from tools.postgres import free_port

WORTEL = Path(__file__).resolve().parents[2]
NAAM = "Verzonnen-Naam"


@contextmanager
def proces(tmp_path: Path, *opdracht: str) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    """One process of production on the database of this test, and the file with what it writes."""
    adres = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}")
    omgeving = (
        {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "convenant.settings.productie"}
        | GOOD
        | {
            "DATABASE_URL": adres.geturl(),
            "REDIS_URL": os.environ["REDIS_URL"],
            # Without the files of the design no page can be made: each ends in a fault, and its error page too.
            "STATIC_ROOT": str(tmp_path / "leeg"),
            "PYTHONWARNINGS": "ignore",
        }
    )
    uit = tmp_path / "uit"
    with uit.open("w") as bestand:
        deel = subprocess.Popen(
            [sys.executable, *opdracht],
            cwd=WORTEL,
            env=omgeving,
            stdout=bestand,
            stderr=bestand,
            text=True,
        )
        try:
            yield deel, uit
        finally:
            deel.kill()
            deel.wait()


def lees(uit: Path) -> list[dict]:
    tekst = uit.read_text()
    assert NAAM not in tekst
    regels = [json.loads(regel) for regel in tekst.splitlines()]
    assert all(set(regel) <= set(SLEUTELS) for regel in regels)
    return regels


def wacht_op(uit: Path, tekst: str) -> None:
    for _ in range(400):
        if tekst in uit.read_text():
            return
        time.sleep(0.05)
    pytest.fail(f"not written: {tekst}\n{uit.read_text()}")


@pytest.mark.django_db(transaction=True)
def test_de_webserver(tmp_path) -> None:
    poort = free_port()
    with proces(
        tmp_path, "-m", "gunicorn", "convenant.wsgi", "--bind", f"127.0.0.1:{poort}", "--threads", "2"
    ) as (
        _,
        uit,
    ):
        for _ in range(200):
            try:
                lijn = http.client.HTTPConnection("127.0.0.1", poort, timeout=20)
                lijn.request("GET", "/gezondheid/levend/")
                assert lijn.getresponse().read() == b'{"stand": "ok"}'
                break
            except ConnectionRefusedError:
                time.sleep(0.05)
        koppen = {"Host": GOOD["ALLOWED_HOSTS"], "X-Forwarded-Proto": "https"}
        for adres in (f"/{NAAM}/", f"/account/login/?naam={NAAM}"):
            lijn = http.client.HTTPConnection("127.0.0.1", poort, timeout=20)
            lijn.request("GET", adres, headers=koppen)
            lijn.getresponse().read()
        lijn = http.client.HTTPConnection("127.0.0.1", poort, timeout=20)
        lijn.request("GET", "/", headers=koppen | {"Host": f"{NAAM}.voorbeeld.nl"})
        lijn.getresponse().read()
        wacht_op(uit, "DisallowedHost")
    regels = lees(uit)
    naar_inloggen = next(regel for regel in regels if regel.get("route") == "werkbegin")
    assert (naar_inloggen["method"], naar_inloggen["status"]) == ("GET", 302)
    assert "convenant" not in naar_inloggen, "anything can be typed there"
    assert any("ValueError" in regel.get("error", ()) for regel in regels)


def test_de_worker(tmp_path) -> None:
    """What Celery cannot carry out it quotes in full; what failed it names with its arguments."""
    rij = f"proef-{uuid4()}"
    opdracht = ("-m", "celery", "--quiet", "--app", "convenant", "worker", "--pool", "solo", "--queues", rij)
    taak = "convenant.poort.tasks.teken_koppen"
    with app.connection_for_write() as lijn:
        app.send_task(NAAM, args=[NAAM], queue=rij, connection=lijn)
        app.send_task(taak, args=[NAAM], queue=rij, connection=lijn)
    with proces(tmp_path, *opdracht) as (_, uit):
        wacht_op(uit, "taak mislukt")
    regels = lees(uit)
    mislukt = next(regel for regel in regels if regel["event"] == "taak mislukt")
    assert (mislukt["task"], mislukt["error"], mislukt["level"]) == (taak, ["TypeError"], "error")
    assert any(regel["logger"] == "celery.worker.consumer.consumer" for regel in regels)


@pytest.mark.django_db(transaction=True)
def test_een_opdracht(tmp_path) -> None:
    """What nothing caught: the database says in its message what was typed."""
    code = f"""
        import django; django.setup()
        from django.db import connection
        connection.cursor().execute("select %s::int", ["{NAAM}"])"""
    with proces(tmp_path, "-c", dedent(code)) as (deel, uit):
        deel.wait(30)
    (regel,) = lees(uit)
    assert regel["error"] == ["django.db.utils.DataError", "psycopg.errors.InvalidTextRepresentation 22P02"]


@pytest.fixture
def regels() -> Iterator[list[dict]]:
    """What the process of the test writes meanwhile, as production would."""
    geschreven: list[dict] = []

    class Vanger(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            geschreven.append(json.loads(opmaak(json=True).format(record)))

    logging.getLogger().addHandler(vanger := Vanger())
    yield geschreven
    logging.getLogger().removeHandler(vanger)


def test_wie_een_storing_ziet_kan_haar_nummer_noemen(wereld: Wereld, monkeypatch, regels) -> None:
    """A real refusal of the database, whose message holds what was looked for."""

    def stuk(*_: object) -> None:
        with connection.cursor() as cursor:
            cursor.execute("select %s::int", [NAAM])

    monkeypatch.setattr(views, "begin_van", stuk)
    client = log_in(wereld, "anna", raise_request_exception=False)
    pagina = client.get(f"/heemstede/?naam={NAAM}").content.decode()
    Client().get("/heemstede/")
    fout, verzoek, ander = regels
    assert fout["error"][0] == "django.db.utils.DataError"
    assert (verzoek["route"], verzoek["status"], verzoek["convenant"]) == ("werkbegin", 500, "heemstede")
    assert f"noem het nummer <strong>{verzoek['request']}</strong>" in pagina
    assert fout["request"] == verzoek["request"] != ander["request"]
    assert NAAM not in json.dumps(regels)


def test_wat_iemand_typt_staat_in_geen_regel(wereld: Wereld, regels) -> None:
    """Well-formed or not, accepted or not, there or not."""
    client = log_in(wereld, "anna")
    adres = f"/heemstede/raadplegen/{uuid4()}/adres/"
    Client().post("/account/login/", {"login": f"{NAAM}@voorbeeld.nl", "password": NAAM})
    Client(enforce_csrf_checks=True).post("/account/login/", {"login": NAAM})
    client.post(adres, {"adres-postcode": NAAM, "adres-huisnummer": NAAM, "adres-straatnaam": NAAM})
    client.post("/heemstede/zaken/zoeken/", {"zoek": NAAM})
    client.post("/heemstede/zaken/nieuw/verhuizing_doorgeven/", {"naam_huurder": NAAM, "verhuisdatum": NAAM})
    client.get(f"/heemstede/bijlage/{NAAM}/")
    client.get(f"/{NAAM}/zaken/")
    client.get("/", headers={"host": NAAM})
    assert len(regels) >= 8
    assert NAAM not in json.dumps(regels)
    assert {sleutel for regel in regels for sleutel in regel} <= set(SLEUTELS)
