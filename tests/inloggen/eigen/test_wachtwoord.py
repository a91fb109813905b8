"""Which passwords are refused: short ones, known ones, and words of this work and person; never for their signs."""

import logging
import threading
from collections.abc import Iterator
from hashlib import sha1
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.contrib.auth.hashers import identify_hasher, make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from pwned_passwords_django.api import PwnedPasswords
from pwned_passwords_django.validators import PwnedPasswordsValidator

from convenant.partijen.models import Account
from convenant.settings import base

KARIN = Account(email="karin.de.vries@voorbeeld.nl", naam="Karin de Vries")
RAADBAAR = "Dit wachtwoord is te makkelijk te raden."


@pytest.mark.parametrize(
    "wachtwoord",
    [
        "fiets lamp regen boterham",
        "ALLEEN HOOFDLETTERS DANSEN",
        "zonder cijfers of tekens maar lang",
        "爱丽丝在花园里种了三棵苹果树和梨树",
        "  spaties vooraan en achteraan  ",
        "x7!" + "lang en toch goed " * 20,
    ],
)
def test_lang_is_genoeg_zonder_regels_over_tekens(wereld, wachtwoord: str) -> None:
    validate_password(wachtwoord, KARIN)


@pytest.mark.parametrize(
    ("wachtwoord", "zin"),
    [
        ("veertien teken", "te kort"),
        ("aaaaaaaaaaaaaaaaaaaa", RAADBAAR),
        ("123456789012345678", RAADBAAR),
        ("qwertyuiopasdfgh", RAADBAAR),
        ("passwordpassword1", RAADBAAR),
        ("heemstedeheemstede", RAADBAAR),
        ("waterkantwaterkant", RAADBAAR),
        ("welkomconvenant2026", RAADBAAR),
        ("karin.de.vries@voorbeeld.nl", "lijkt te veel op"),
    ],
)
def test_wat_te_raden_is_wordt_geweigerd(wereld, wachtwoord: str, zin: str) -> None:
    with pytest.raises(ValidationError) as fout:
        validate_password(wachtwoord, KARIN)
    assert zin in " ".join(fout.value.messages)


def test_een_wachtwoord_geldt_zoals_het_getypt_is(anna, ingelogd) -> None:
    """Not trimmed, not shortened, not in small letters."""
    wachtwoord = "  Fiets lamp regen boterham " + "é" * 200 + "  "
    anna.set_password(wachtwoord)
    anna.save()
    for getypt, goed in (
        (wachtwoord, True),
        (wachtwoord.strip(), False),
        (wachtwoord.lower(), False),
        (wachtwoord[:128], False),
    ):
        antwoord = Client().post(reverse("account_login"), {"login": anna.email, "password": getypt})
        assert (antwoord.status_code == 302) is goed


def test_plakken_en_wachtwoordkluizen_mogen(anna, ingelogd) -> None:
    client, _ = ingelogd(anna)
    html = client.get(reverse("account_change_password")).content.decode()
    assert html.count('autocomplete="new-password"') == 2
    assert html.count('autocomplete="current-password"') == 1
    assert "onpaste" not in html
    assert "maxlength" not in html


def test_wachtwoorden_worden_bewaard_met_argon2(settings) -> None:
    settings.PASSWORD_HASHERS = base.PASSWORD_HASHERS
    opgeslagen = make_password("fiets lamp regen boterham")
    assert opgeslagen.startswith("argon2$argon2id$")
    assert identify_hasher(make_password("x", hasher="pbkdf2_sha256")).algorithm == "pbkdf2_sha256"


GESTOLEN = "fiets lamp regen boterham"


class Lekken(BaseHTTPRequestHandler):
    """The list of stolen passwords, as its site publishes it: suffixes of hashes after five signs."""

    gevraagd: list[str] = []

    def do_GET(self) -> None:
        self.gevraagd.append(self.path)
        staart = sha1(GESTOLEN.encode()).hexdigest().upper()[5:]
        self.send_response(200)
        self.end_headers()
        self.wfile.write(f"{'0' * 35}:1\r\n{staart}:42\r\n".encode())

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def lekken() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Lekken)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/range/"
    server.shutdown()


def vraag_na(adres: str, wachtwoord: str) -> None:
    bron = PwnedPasswords()
    bron.api_endpoint = adres
    PwnedPasswordsValidator(error_message="Gestolen.", api_client=bron).validate(wachtwoord)


def test_de_lijst_van_gestolen_wachtwoorden_hoort_alleen_vijf_tekens(lekken: str) -> None:
    with pytest.raises(ValidationError, match="Gestolen"):
        vraag_na(lekken, GESTOLEN)
    vraag_na(lekken, "een wachtwoord dat niemand stal")
    assert [len(pad.removeprefix("/range/")) for pad in Lekken.gevraagd] == [5, 5]


def test_antwoordt_de_lijst_niet_dan_gaat_het_zonder_met_een_regel_in_het_logboek(caplog) -> None:
    with caplog.at_level(logging.ERROR):
        vraag_na("http://127.0.0.1:1/range/", "een wachtwoord dat niemand stal")
    assert "Falling back" in caplog.text
    assert "niemand stal" not in caplog.text
