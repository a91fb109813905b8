"""Production starts with a good environment, and with nothing of the demo."""

import base64
import json
import os
import string
import subprocess
import sys

import pytest

GOOD = {
    "SECRET_KEY": string.ascii_letters,
    "ALLOWED_HOSTS": "convenant.voorbeeld.nl",
    "DATABASE_URL": "postgresql://convenant_app:x@127.0.0.1/convenant",
    "REDIS_URL": "redis://127.0.0.1/0",
    "PSEUDONIEM_SLEUTEL": string.ascii_letters,
    "HOOFDSLEUTEL": base64.b64encode(b"0" * 32).decode(),
}


OIDC = {
    "OIDC_AANBIEDERS": "linde",
    "OIDC_LINDE_NAAM": "De Linde",
    "OIDC_LINDE_URL": "https://inloggen.delinde.voorbeeld.nl/realms/linde",
    "OIDC_LINDE_CLIENT_ID": "convenant",
    "OIDC_LINDE_CLIENT_SECRET": "geheim",
    "OIDC_LINDE_PARTIJ": "12345678",
}


def _check(**environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        env={"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "convenant.settings.productie"}
        | environment,
        capture_output=True,
        text=True,
    )


def test_a_good_environment_passes_djangos_own_deployment_check():
    result = _check(**GOOD)
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("missing", GOOD)
def test_without_a_secret_or_an_address_it_does_not_start(missing):
    result = _check(**{name: value for name, value in GOOD.items() if name != missing})
    assert result.returncode
    assert missing in result.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DEBUG", "1"),
        ("DEMO", "true"),
        ("TWEEDE_FACTOR", "0"),
        ("KLOK_BESTAND", "/tmp/klok"),
        ("POSTVAK", "/tmp/post"),
        ("ADRESREGISTER", "demo"),
        ("ADRESREGISTER", "bestaat-niet"),
        ("ADRESREGISTER_URL", "http://register.voorbeeld.nl/"),
        ("SECRET_KEY", "kort"),
        ("ALLOWED_HOSTS", ""),
    ],
)
def test_what_belongs_to_the_demo_stops_it(name, value):
    result = _check(**GOOD | {name: value})
    assert result.returncode
    assert "ImproperlyConfigured" in result.stderr
    assert name in result.stderr


def test_it_starts_with_a_provider_to_sign_in_through():
    result = _check(**GOOD | OIDC)
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("missing", sorted(OIDC.keys() - {"OIDC_AANBIEDERS"}))
def test_a_provider_with_something_missing_stops_it(missing):
    result = _check(**GOOD | {name: value for name, value in OIDC.items() if name != missing})
    assert result.returncode
    assert missing in result.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("OIDC_LINDE_URL", "http://inloggen.delinde.voorbeeld.nl/realms/linde"),
        # A name says nothing of which account it is.
        ("OIDC_LINDE_CLAIM", "name"),
        ("OIDC_LINDE_PARTIJ", "De Linde"),
        ("OIDC_LINDE_PARTIJ", ""),
    ],
)
def test_a_provider_that_proves_nothing_stops_it(name, value):
    result = _check(**GOOD | OIDC | {name: value})
    assert result.returncode
    assert "ImproperlyConfigured" in result.stderr
    assert name in result.stderr


def test_an_organisation_is_compared_by_its_kvk_number():
    wrong = {"OIDC_LINDE_ORGANISATIE": "kvk", "OIDC_LINDE_PARTIJ": "12"}
    result = _check(**GOOD | OIDC | wrong)
    assert result.returncode
    assert "OIDC_LINDE_ORGANISATIE" in result.stderr


def test_the_command_line_is_production_unless_told_otherwise():
    """On a server where somebody forgot the settings, nothing of the demo starts, with secrets of its own."""
    result = subprocess.run(
        [sys.executable, "manage.py", "demo", "--tabel"],
        env={"PATH": os.environ["PATH"]} | GOOD,
        capture_output=True,
        text=True,
    )
    assert result.returncode
    assert "De demo laadt alleen" in result.stderr
    bare = subprocess.run(
        [sys.executable, "manage.py", "check"],
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
    )
    assert "ImproperlyConfigured: Set the SECRET_KEY environment variable" in bare.stderr


@pytest.mark.parametrize(
    "poging", ["with stel_in(datetime.now(UTC)): pass", "zet_vooruit(datetime.now(UTC) + timedelta(days=1))"]
)
def test_production_sets_no_clock(poging):
    code = f"import django; django.setup(); from datetime import *; from convenant.tijd import *\n{poging}"
    result = subprocess.run(
        [sys.executable, "-c", code],
        env={"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "convenant.settings.productie"} | GOOD,
        capture_output=True,
        text=True,
    )
    assert json.loads(result.stderr)["error"] == ["RuntimeError"]
