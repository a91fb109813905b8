"""What a browser is told about every answer."""

import pytest
from django.test import Client

STREEPJES = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@pytest.mark.parametrize("pad", ["/account/login/", "/bestaat/niet/echt/", "/heemstede/", "/demo/inloggen/"])
def test_elk_antwoord_zegt_wat_de_browser_niet_mag(db, pad: str) -> None:
    koppen = Client().get(pad).headers
    assert {naam: koppen.get(naam) for naam in STREEPJES} == STREEPJES
    assert "camera=()" in koppen["Permissions-Policy"]
    assert "default-src 'none'" in koppen["Content-Security-Policy"]
    assert "unsafe" not in koppen["Content-Security-Policy"]


def test_de_cookies_zijn_van_deze_site_alleen(anna, ingelogd) -> None:
    client, _ = ingelogd(anna)
    for naam in ("sessionid", "csrftoken"):
        cookie = client.cookies[naam]
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"
        assert not cookie["domain"]
    assert not client.cookies["sessionid"]["max-age"], "closing the browser ends it too"


@pytest.mark.parametrize("pad", ["/account/login/", "/account/bezig/", "/heemstede/", "/demo/"])
def test_trace_geeft_niets_terug(db, pad: str) -> None:
    antwoord = Client().trace(pad, headers={"X-Geheim": "echo-echo"})
    assert antwoord.status_code in (302, 405)
    assert b"echo-echo" not in antwoord.content
