"""The second factor: nobody works without, a code is good once, and an act may ask it again."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.urls import reverse

from convenant.inloggen import factor
from convenant.tijd import stel_in
from tests.inloggen.eigen.conftest import met_wachtwoord
from tests.wereld import NU

INSTELLEN, OPNIEUW, INLOGGEN = (
    reverse(naam) for naam in ("mfa_activate_totp", "mfa_reauthenticate", "mfa_authenticate")
)


def naar(response) -> str:
    """Where a redirect leads, without what it takes along."""
    assert response.status_code == 302, response.content.decode()
    return response.url.split("?")[0]


def fout(response) -> str:
    """The first error that the page shows."""
    html = response.content.decode()
    assert response.status_code == 200
    gevonden = re.search(r'href="#id_code">(.*?)</a>', html, re.S)
    return gevonden[1].strip() if gevonden else ""


@pytest.mark.eis("HEE-6.1")
def test_zonder_factor_opent_niets_dan_het_instellen(anna) -> None:
    client = met_wachtwoord(anna)
    for pad in (
        "/",
        "/heemstede/",
        "/heemstede/raadplegen/",
        "/nergens/",
        reverse("mfa_index"),
        reverse("sessies"),
    ):
        assert naar(client.get(pad)) == INSTELLEN
        assert naar(client.post(pad)) == INSTELLEN
    assert client.get(INSTELLEN).status_code == 200


def test_eerste_keer_app_instellen_en_herstelcodes_een_keer_zien(anna, ingelogd) -> None:
    client, _ = ingelogd(anna)
    assert client.get("/heemstede/").status_code == 200
    eerst = client.get(reverse("mfa_view_recovery_codes")).content.decode()
    assert len(re.findall(r"<code class=\"app-code\">\d{8}</code>", eerst)) == 10
    daarna = client.get(reverse("mfa_view_recovery_codes")).content.decode()
    assert not re.search(r"\d{8}</code>", daarna)
    assert "nog 10 van de 10 codes" in daarna


def test_inloggen_vraagt_daarna_de_code_en_is_zonder_code_niet_begonnen(anna, ingelogd) -> None:
    _, app = ingelogd(anna)
    client = met_wachtwoord(anna)
    assert "_auth_user_id" not in client.session
    assert naar(client.get("/heemstede/")) == reverse("account_login")
    assert client.get(INLOGGEN).status_code == 200
    assert fout(client.post(INLOGGEN, {"code": "000000"})) == (
        "Deze code klopt niet of is al gebruikt. Wacht op de volgende code in uw app."
    )
    client.post(INLOGGEN, {"code": app.herstelcode()})
    assert client.get("/heemstede/").status_code == 200


def test_een_code_werkt_een_keer(anna, ingelogd) -> None:
    """The code that set up the app, and a recovery code: used again within their time they are worth nothing."""
    _, app = ingelogd(anna)
    client = met_wachtwoord(anna)
    assert fout(client.post(INLOGGEN, {"code": app.code()})), "the code that was given at setting up"
    code = app.herstelcode()
    assert naar(client.post(INLOGGEN, {"code": code})) == "/"
    ander = met_wachtwoord(anna)
    assert fout(ander.post(INLOGGEN, {"code": code}))
    assert "_auth_user_id" not in ander.session


def test_een_code_uit_de_app_werkt_geen_tweede_keer(anna, ingelogd, settings) -> None:
    settings.MFA_TOTP_PERIOD = 4
    _, app = ingelogd(anna)
    eerste, tweede = met_wachtwoord(anna), met_wachtwoord(anna)
    code = app.volgende()
    assert naar(eerste.post(INLOGGEN, {"code": code})) == "/"
    assert fout(tweede.post(INLOGGEN, {"code": code}))


def test_een_code_van_een_ander_werkt_niet(wereld, anna, ingelogd) -> None:
    ingelogd(anna)
    _, van_bert = ingelogd(wereld.mensen["bert"].account)
    client = met_wachtwoord(anna)
    assert fout(client.post(INLOGGEN, {"code": van_bert.herstelcode()}))


def test_na_vijf_verkeerde_codes_helpt_de_goede_niet_meteen(anna, ingelogd) -> None:
    _, app = ingelogd(anna)
    client = met_wachtwoord(anna)
    for _ in range(5):
        client.post(INLOGGEN, {"code": "000000"})
    assert fout(client.post(INLOGGEN, {"code": app.herstelcode()})).startswith(
        "U hebt het te vaak geprobeerd."
    )


def test_wie_zijn_factor_later_kreeg_logt_er_in_een_oude_sessie_alsnog_mee_in(anna, ingelogd) -> None:
    oud = met_wachtwoord(anna)
    _, app = ingelogd(anna)
    assert naar(oud.get("/heemstede/")) == OPNIEUW
    oud.post(OPNIEUW, {"code": app.herstelcode()})
    assert oud.get("/heemstede/").status_code == 200


def test_de_factor_van_een_ander_in_dezelfde_browser_telt_niet(wereld, anna, ingelogd) -> None:
    client, _ = ingelogd(anna)
    sessie = client.session
    sessie["factor"] = sessie["factor"] | {"account": wereld.mensen["bert"].account.pk}
    sessie.save()
    assert naar(client.get("/heemstede/")) == OPNIEUW


def test_na_een_kwartier_vraagt_raadplegen_de_factor_opnieuw(anna, ingelogd) -> None:
    client, app = ingelogd(anna)
    assert naar(client.get("/heemstede/raadplegen/nieuw/")).startswith("/heemstede/raadplegen/")
    with stel_in(NU + timedelta(minutes=15, seconds=1)):
        assert client.get("/heemstede/").status_code == 200, "not every page asks it"
        antwoord = client.get("/heemstede/raadplegen/nieuw/")
        assert antwoord.url == f"{OPNIEUW}?next=%2Fheemstede%2Fraadplegen%2Fnieuw%2F"
        assert naar(client.get(f"/heemstede/raadplegen/{uuid4()}/adres/")) == OPNIEUW
        assert naar(client.get("/heemstede/zaken/1/brp/")) == OPNIEUW
        assert naar(client.post(antwoord.url, {"code": app.herstelcode()})) == "/heemstede/raadplegen/nieuw/"
        assert naar(client.get("/heemstede/raadplegen/nieuw/")).startswith("/heemstede/raadplegen/")


def test_het_wachtwoord_is_geen_factor(anna, ingelogd) -> None:
    client, _ = ingelogd(anna)
    with stel_in(NU + timedelta(minutes=16)):
        assert (
            client.post("/account/reauthenticate/", {"password": "vier-paarden-in-de-wei"}).status_code == 404
        )
        client.post(OPNIEUW, {"password": "vier-paarden-in-de-wei"})
        assert naar(client.get("/heemstede/raadplegen/nieuw/")) == OPNIEUW


@pytest.mark.parametrize(
    "naam",
    [
        "account_change_password",
        "mfa_deactivate_totp",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
        "sessies",
    ],
)
def test_het_eigen_inloggen_verandert_alleen_met_een_verse_factor(anna, ingelogd, naam: str) -> None:
    client, _ = ingelogd(anna)
    assert client.get(reverse(naam)).status_code == 200
    with stel_in(NU + timedelta(minutes=16)):
        assert naar(client.get(reverse(naam))) == OPNIEUW


def test_na_de_factor_heeft_de_sessie_een_andere_sleutel(anna, ingelogd) -> None:
    client, app = ingelogd(anna)
    eerst = client.cookies["sessionid"].value
    client.post(OPNIEUW, {"code": app.herstelcode()})
    assert client.cookies["sessionid"].value != eerst
    assert not Session.objects.filter(pk=eerst).exists()
    assert "Hier bent u nu" in client.get(reverse("sessies")).content.decode()


def test_een_andere_app_instellen(anna, ingelogd) -> None:
    client, _ = ingelogd(anna)
    assert naar(client.post(reverse("mfa_deactivate_totp"))) == INSTELLEN
    assert naar(client.get("/heemstede/")) == INSTELLEN, "without an app nobody goes on"
    assert not Authenticator.objects.filter(user=anna).exists()


def test_het_geheim_ligt_verzegeld_in_de_tabel(anna, ingelogd) -> None:
    _, app = ingelogd(anna)
    for rij in Authenticator.objects.filter(user=anna):
        assert app.geheim not in str(rij.data)
        assert not re.search(r"[0-9a-f]{80}", str(rij.data)), "the seed of the recovery codes"


def test_een_verloren_factor_verwijderen_beeindigt_alles_en_begint_opnieuw(anna, ingelogd) -> None:
    client, _ = ingelogd(anna)
    factor.verwijder(anna)
    assert naar(client.get("/heemstede/")) == reverse("account_login")
    assert not Authenticator.objects.filter(user=anna).exists()
    assert naar(met_wachtwoord(anna).get("/heemstede/")) == INSTELLEN


def test_inloggen_terwijl_men_al_is_ingelogd_verandert_niets(wereld, anna, ingelogd) -> None:
    client, _ = ingelogd(anna)
    antwoord = client.post(
        reverse("account_login"),
        {"login": wereld.mensen["bert"].account.email, "password": "vier-paarden-in-de-wei"},
    )
    assert naar(antwoord) == "/"
    assert client.session["_auth_user_id"] == str(anna.pk)


def test_in_de_demo_is_er_geen_factor(anna, settings) -> None:
    settings.TWEEDE_FACTOR = False
    client = met_wachtwoord(anna)
    assert client.get("/heemstede/").status_code == 200
    assert naar(client.get("/heemstede/raadplegen/nieuw/")).startswith("/heemstede/raadplegen/")
