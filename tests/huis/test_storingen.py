"""A statement that fails leaves no value behind: not in the server's own log, not on the console."""

import logging
import os
import smtplib
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from django.core.exceptions import ValidationError
from django.db import DataError, connection, transaction

from convenant.management.rollen import richt_in
from convenant.storingen import WEGGELATEN, Regel

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


def _regel(fout: Exception, tekst: str = "Internal Server Error: %s", *args: object) -> str:
    try:
        raise fout
    except Exception as gevangen:  # noqa: BLE001
        soort = (type(gevangen), gevangen, gevangen.__traceback__)
    regel = logging.LogRecord("django.request", logging.ERROR, __file__, 1, tekst, args or ("/pad/",), soort)
    return Regel("{levelname} {name}: {message}", style="{").format(regel)


@pytest.mark.django_db
def test_the_console_says_where_and_not_what():
    """A real error of the database, wrapped by Django, raised into something else."""
    naam = f"Verzonnen Naam {uuid4()}"
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT %s::int", [naam])
    except DataError as gevangen:
        fout = RuntimeError(f"Het ging mis: {gevangen}")
        fout.__cause__ = gevangen
    geschreven = _regel(fout)
    assert naam not in geschreven
    assert geschreven.startswith("ERROR django.request: Internal Server Error: /pad/\n")
    assert "psycopg.errors.InvalidTextRepresentation 22P02" in geschreven
    assert "django.db.utils.DataError" in geschreven
    assert "test_storingen.py" in geschreven


def test_a_message_in_the_line_itself_goes_too():
    """As Celery writes it."""
    naam = f"Verzonnen Naam {uuid4()}"
    fout = ValidationError(f"‘{naam}’ is geen geldige UUID.")
    geschreven = _regel(fout, "Task %s raised unexpected: %r", "teken_koppen", fout)
    assert naam not in geschreven
    assert f"Task teken_koppen raised unexpected: {WEGGELATEN}" in geschreven


def test_an_address_that_the_mail_server_refused_goes_too():
    adres = f"{uuid4()}@voorbeeld.nl"
    fout = smtplib.SMTPRecipientsRefused({adres: (550, b"no such user")})
    assert adres not in _regel(fout, "Error calling %s in on_commit() (%s).", "stuur", fout)


def test_other_faults_keep_their_message():
    assert "ValueError: dit mag er staan" in _regel(ValueError("dit mag er staan"))


def test_the_console_of_the_settings_writes_this_way():
    assert [type(handler.formatter) for handler in logging.getLogger().handlers].count(Regel) == 1
