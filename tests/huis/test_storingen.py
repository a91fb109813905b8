"""A statement that fails leaves no value behind: not in the server's own log, not in that of our processes."""

import json
import logging
import os
import smtplib
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast
from uuid import uuid4

import psycopg
import pytest
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.db import DataError, connection, transaction
from structlog.contextvars import bound_contextvars
from structlog.stdlib import ProcessorFormatter

from convenant.management.rollen import richt_in
from convenant.storingen import SLEUTELS, WEGGELATEN, opmaak

ADRESSEN = ["DATABASE_BEHEER_URL", "DATABASE_OWNER_URL", "DATABASE_URL"]


@pytest.fixture
def serverlog() -> Path:
    """The log of the server of this checkout, with the roles set up as they must be."""
    if any(name not in os.environ for name in ADRESSEN):
        pytest.skip("no address of the administrator: this database is somebody else's, and so is its log")
    richt_in(*(os.environ[name] for name in ADRESSEN), ontwikkeling=True)
    with psycopg.connect(os.environ["DATABASE_BEHEER_URL"]) as beheer:
        found = beheer.execute("SHOW data_directory").fetchone()
    assert found
    log = Path(found[0]) / "server.log"
    if not os.access(log, os.R_OK):
        pytest.skip(f"the server's log is not readable from here: {log.name}")
    return log


def _faal(adres: str, naam: str) -> None:
    """In a statement, in its parameters, in the message, in DETAIL and in the context of a function."""
    with psycopg.connect(adres, autocommit=True) as sessie:
        sessie.execute(
            "CREATE TEMPORARY TABLE bewoner (naam text PRIMARY KEY CHECK (naam <> 'x'), leeftijd int)"
        )
        sessie.execute("INSERT INTO bewoner VALUES (%s)", [naam])
        for opdracht in (
            "SELECT %s FROM tabel_die_er_niet_is",
            "SELECT %s::text::uuid",
            "INSERT INTO bewoner VALUES (%s)",
            "INSERT INTO bewoner VALUES (%s, 'oud')",
        ):
            with pytest.raises(psycopg.Error):
                sessie.execute(opdracht, [naam])
            with pytest.raises(psycopg.Error):
                psycopg.ClientCursor(sessie).execute(opdracht, [naam])
        with pytest.raises(psycopg.Error):
            sessie.execute(f"DO $$ BEGIN PERFORM 1 / 0; RAISE 'niet {naam}'; END $$")


@pytest.mark.parametrize("rol", ["DATABASE_URL", "DATABASE_OWNER_URL"])
def test_the_server_keeps_no_value_of_a_statement_that_failed(serverlog, rol):
    naam, tegenproef = f"Verzonnen Naam {uuid4()}", f"tegenproef {uuid4()}"
    _faal(os.environ[rol], naam)
    with psycopg.connect(os.environ["DATABASE_BEHEER_URL"]) as beheer, pytest.raises(psycopg.Error):
        beheer.execute(f"SELECT '{tegenproef}' FROM tabel_die_er_niet_is")
    geschreven = serverlog.read_text(errors="replace")
    assert tegenproef in geschreven, "this is not the log of this server"
    assert naam not in geschreven


def _vang(doe: Callable[[], object]) -> tuple[type[BaseException], BaseException, Any]:
    try:
        doe()
    except Exception as gevangen:  # noqa: BLE001
        return type(gevangen), gevangen, gevangen.__traceback__
    raise AssertionError("it must fail")


def _werp(fout: BaseException) -> Callable[[], object]:
    def doe() -> object:
        raise fout

    return doe


ANDER = "/x/site-packages/celery/app/trace.py"


def _regel(
    tekst: object, *args: object, exc_info: Any = None, bestand: str = __file__, **extra: object
) -> Any:
    """What production writes, read back; `bestand` is where the call stands."""
    record = logging.LogRecord("naam", logging.ERROR, bestand, 7, cast(str, tekst), args, exc_info, "doe")
    record.__dict__.update(extra)
    geschreven = opmaak(json=True).format(record)
    assert "\n" not in geschreven
    return json.loads(geschreven)


@pytest.mark.django_db
def test_a_fault_says_where_and_not_what():
    """A real error of the database, wrapped by Django, raised into something else."""
    naam = f"Verzonnen Naam {uuid4()}"

    def faal() -> None:
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("SELECT %s::int", [naam])
        except DataError as fout:
            raise RuntimeError(f"Het ging mis: {fout}") from fout

    regel = _regel("Internal Server Error: %s", f"/zaken/{naam}/", exc_info=_vang(faal), bestand=ANDER)
    assert naam not in json.dumps(regel)
    assert regel["event"] == "Internal Server Error: %s"
    assert regel["error"] == [
        "RuntimeError",
        "django.db.utils.DataError",
        "psycopg.errors.InvalidTextRepresentation 22P02",
    ]
    assert any(plek.startswith("tests/huis/test_storingen.py:") for plek in regel["frames"])
    assert any(plek.startswith("psycopg/cursor.py:") for plek in regel["frames"])
    assert not any(plek.startswith("/") for plek in regel["frames"])


NAAM = "Verzonnen Naam"
FOUTEN = [
    ValidationError(f"‘{NAAM}’ is geen geldige UUID."),
    smtplib.SMTPRecipientsRefused({NAAM: (550, b"no such user")}),
    KeyError(NAAM),
    ValueError(f"invalid literal: {NAAM}"),
    UnicodeDecodeError("ascii", NAAM.encode(), 0, 1, NAAM),
    OSError(2, "No such file", f"/media/{NAAM}.pdf"),
]


@pytest.mark.parametrize("fout", FOUTEN, ids=lambda fout: type(fout).__name__)
def test_no_fault_tells_its_message(fout):
    """However it comes in: as what was raised, among the values, as the text itself, filled in before."""
    info = _vang(_werp(fout))
    for regel in (
        _regel("mislukt", exc_info=info),
        _regel("mislukt: %s, %r", fout, fout),
        _regel("mislukt: %(fout)s", {"fout": fout}),
        _regel(fout, exc_info=info),
        _regel("Task %(name)s raised unexpected: %(exc)s", {"name": "x", "exc": repr(fout)}, bestand=ANDER),
        _regel(f"Task failed: {fout}", bestand=ANDER),
        _regel("Not Found: %s", f"/{NAAM}/", bestand=ANDER, request=NAAM, status_code=404, convenant=NAAM),
        _regel("mislukt", account=NAAM, ip="10.0.0.1"),
    ):
        assert NAAM not in json.dumps(regel, ensure_ascii=False)
        assert set(regel) <= set(SLEUTELS)


def test_of_others_the_pattern_stays_and_otherwise_the_place():
    assert _regel("Task %s failed", "x", bestand=ANDER)["event"] == "Task %s failed"
    regel = _regel("gevuld", bestand=ANDER)
    assert (regel["event"], regel["frames"]) == (WEGGELATEN, ["celery/app/trace.py:7 doe"])


def test_our_own_sentences_stay_whole_with_what_they_are_about():
    regel = _regel("account %s: ingelogd", 7, status=200, ms=3)
    assert (regel["event"], regel["status"], regel["ms"]) == ("account 7: ingelogd", 200, 3)
    assert regel["level"] == "error"
    assert regel["logger"] == "naam"
    assert regel["time"].endswith("Z")


def test_who_has_to_repair_the_settings_reads_what_is_missing():
    fout = ImproperlyConfigured("LOGBOEK_SLEUTEL ontbreekt")
    (soort,) = _regel("mislukt", exc_info=_vang(_werp(fout)))["error"]
    assert soort == "django.core.exceptions.ImproperlyConfigured: LOGBOEK_SLEUTEL ontbreekt"


def test_on_a_screen_the_same_is_readable():
    record = logging.LogRecord(
        "convenant.x", logging.ERROR, __file__, 7, "mislukt", (), _vang(_werp(KeyError(NAAM)))
    )
    with bound_contextvars(request="a1b2c3d4"):
        eerste, soort, plek, _ = opmaak(json=False).format(record).splitlines()
    assert eerste == "ERROR convenant.x: mislukt request=a1b2c3d4"
    assert soort == "  KeyError"
    assert plek.startswith("  tests/huis/test_storingen.py:")


def test_every_handler_of_the_settings_writes_this_way():
    soorten = {type(handler.formatter) for handler in logging.getLogger().handlers}
    assert ProcessorFormatter in soorten
    assert not logging.getLogger("gunicorn.error").handlers
