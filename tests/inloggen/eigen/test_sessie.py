"""How long one stays signed in, where, and who ends it."""

import logging
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from convenant import sessies
from convenant.tijd import stel_in
from tests.inloggen.eigen.test_factor import naar
from tests.wereld import NU

LOGIN = reverse("account_login")
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"


def is_binnen(client: Client) -> bool:
    return client.get("/heemstede/").status_code == 200


@pytest.mark.eis("HEE-6.1")
def test_een_half_uur_niets_doen_logt_uit(anna, ingelogd) -> None:
    client, _ = ingelogd(anna)
    with stel_in(NU + timedelta(minutes=30)):
        assert is_binnen(client), "just in time, and it counts from here"
    with stel_in(NU + timedelta(minutes=60)):
        assert is_binnen(client)
    with stel_in(NU + timedelta(minutes=90, seconds=1)):
        antwoord = client.get("/heemstede/")
        assert antwoord.url == f"{LOGIN}?next=%2Fheemstede%2F&verlopen=1"
        assert SESSION_KEY not in client.session
        assert "U was een tijd niet bezig" in client.get(antwoord.url).content.decode()


def test_een_halve_dag_is_het_langst_ook_voor_wie_steeds_bezig_is(anna, ingelogd) -> None:
    client, _ = ingelogd(anna)
    for kwartier in range(1, 48):
        with stel_in(NU + timedelta(minutes=15 * kwartier)):
            assert is_binnen(client)
    with stel_in(NU + timedelta(hours=12)):
        assert naar(client.get("/heemstede/")) == LOGIN


@pytest.mark.parametrize(
    "avond",
    [datetime(2026, 10, 24, 20, tzinfo=AMSTERDAM), datetime(2027, 3, 27, 20, tzinfo=AMSTERDAM)],
    ids=["winter begint", "zomer begint"],
)
def test_de_nacht_dat_de_klok_verspringt_duurt_alles_even_lang(anna, ingelogd, avond: datetime) -> None:
    begin = avond.astimezone(UTC)
    assert (begin + timedelta(hours=8)).astimezone(AMSTERDAM).hour != 4, "no change that night"
    with stel_in(begin):
        client, _ = ingelogd(anna)
    for halfuur in range(1, 24):
        with stel_in(begin + timedelta(minutes=30 * halfuur)):
            assert is_binnen(client)
    with stel_in(begin + timedelta(hours=12)):
        assert not is_binnen(client)


def test_typen_telt_als_bezig_zijn(anna, ingelogd) -> None:
    client, _ = ingelogd(anna)
    for minuut in (25, 50, 75):
        with stel_in(NU + timedelta(minutes=minuut)):
            assert client.post(reverse("bezig")).status_code == 204
    with stel_in(NU + timedelta(minutes=100)):
        assert is_binnen(client)
    with stel_in(NU + timedelta(minutes=131)):
        assert naar(client.post(reverse("bezig"))) == LOGIN, "too late is too late"


def test_een_pagina_die_zichzelf_ververst_is_niet_iemand_die_bezig_is(anna, ingelogd) -> None:
    client, _ = ingelogd(anna)
    with stel_in(NU + timedelta(minutes=20)):
        assert client.get("/heemstede/", headers={"HX-Request": "true"}).status_code == 200
    with stel_in(NU + timedelta(minutes=31)):
        antwoord = client.get("/heemstede/", headers={"HX-Request": "true"})
        assert (antwoord.status_code, antwoord.content) == (204, b"")
        assert antwoord.headers["HX-Redirect"] == f"{LOGIN}?next=%2Fheemstede%2F&verlopen=1"


def test_de_rij_wordt_hoogstens_eens_per_minuut_geschreven(anna, ingelogd) -> None:
    client, _ = ingelogd(anna)

    def schrijft(seconden: int) -> bool:
        sleutel = client.session.session_key
        eerst = Session.objects.get(pk=sleutel).session_data
        with stel_in(NU + timedelta(seconds=seconden)):
            client.get(reverse("mfa_index"))
        return Session.objects.get(pk=sleutel).session_data != eerst

    schrijft(1)  # the messages of signing in are read
    assert [schrijft(n) for n in (2, 59, 60, 61, 119, 120)] == [False, False, True, False, False, True]


def test_een_gestolen_cookie_houdt_op_bij_uitloggen(anna, ingelogd) -> None:
    client, _ = ingelogd(anna)
    dief = Client(headers={"user-agent": "iets anders"})
    dief.cookies["sessionid"] = client.cookies["sessionid"].value
    assert is_binnen(dief), (
        "a session is bound to its key alone: an address and a browser change in honest use too"
    )
    client.post(reverse("account_logout"))
    assert naar(dief.get("/heemstede/")) == LOGIN
    assert not UserSession.objects.filter(user=anna).exists()


def test_een_verzonnen_of_oude_sleutel_wordt_nooit_de_sleutel_van_een_sessie(anna, ingelogd) -> None:
    """Fixation: what stood in the cookie before signing in means nothing after it."""
    client = Client()
    client.get(LOGIN)
    client.cookies["sessionid"] = "a" * 32
    client.post(LOGIN, {"login": anna.email, "password": "vier-paarden-in-de-wei"})
    assert client.cookies["sessionid"].value != "a" * 32


def test_waar_ben_ik_ingelogd_en_log_daar_uit(anna, ingelogd) -> None:
    telefoon, app = ingelogd(anna)
    with stel_in(NU + timedelta(minutes=5)):
        thuis = Client(headers={"user-agent": FIREFOX}, REMOTE_ADDR="203.0.113.7")
        thuis.post(LOGIN, {"login": anna.email, "password": "vier-paarden-in-de-wei"})
        thuis.post(reverse("mfa_authenticate"), {"code": app.herstelcode()})
        html = thuis.get(reverse("sessies")).content.decode()
        assert html.count("Ingelogd sinds") == 2
        assert "Firefox op Windows" in html
        assert "203.0.113.7" in html
        assert "23 november, 10:35 uur" in html, "by our clock, in the Netherlands"
        ander = UserSession.objects.get(user=anna, session_key=telefoon.cookies["sessionid"].value)
        assert naar(thuis.post(reverse("sessies"), {"sessie": ander.pk})) == reverse("sessies")
    assert naar(telefoon.get("/heemstede/")) == LOGIN
    assert is_binnen(thuis)


def test_overal_uitloggen_behalve_hier(wereld, anna, ingelogd) -> None:
    bert, _ = ingelogd(wereld.mensen["bert"].account)
    eerste, app = ingelogd(anna)
    hier = Client()
    hier.post(LOGIN, {"login": anna.email, "password": "vier-paarden-in-de-wei"})
    hier.post(reverse("mfa_authenticate"), {"code": app.herstelcode()})
    hier.post(reverse("sessies"))
    assert [is_binnen(client) for client in (eerste, hier, bert)] == [False, True, True]


def test_de_sessie_van_een_ander_is_er_niet(wereld, anna, ingelogd) -> None:
    bert, _ = ingelogd(wereld.mensen["bert"].account)
    client, _ = ingelogd(anna)
    van_bert = UserSession.objects.get(user=wereld.mensen["bert"].account)
    assert client.post(reverse("sessies"), {"sessie": van_bert.pk}).status_code == 404
    assert client.post(reverse("sessies"), {"sessie": "x"}).status_code == 404
    assert is_binnen(bert)


def test_het_internetadres_verdwijnt_met_de_sessie(anna, ingelogd) -> None:
    client, _ = ingelogd(anna)
    assert UserSession.objects.filter(user=anna).count() == 1
    Session.objects.filter(pk=client.cookies["sessionid"].value).update(expire_date=NU)
    sessies.vergeet_verlopen()
    assert not UserSession.objects.filter(user=anna).exists()


def test_een_ander_wachtwoord_beeindigt_elke_sessie(anna, ingelogd) -> None:
    client, _ = ingelogd(anna)
    anna.set_password("acht-koeien-op-een-rij")
    anna.save()
    assert naar(client.get("/heemstede/")) == LOGIN


def test_een_account_dat_uit_gaat_is_bij_de_volgende_klik_buiten(anna, ingelogd) -> None:
    client, _ = ingelogd(anna)
    anna.is_active = False
    anna.save()
    assert naar(client.get("/heemstede/")) == LOGIN


@pytest.mark.eis("HEE-6.1")
def test_de_terugknop_vindt_niets_in_de_browser(anna, ingelogd) -> None:
    client, _ = ingelogd(anna)
    for pad in ("/", "/heemstede/", "/niet/hier/", *map(reverse, ("mfa_index", "sessies", "account_logout"))):
        for wie in (client, Client()):
            assert "no-store" in wie.get(pad).headers["Cache-Control"], pad


def test_twee_tabbladen_delen_een_aanmelding_en_haar_einde(anna, ingelogd) -> None:
    tab_een, _ = ingelogd(anna)
    tab_twee = Client()
    tab_twee.cookies = tab_een.cookies
    with stel_in(NU + timedelta(minutes=20)):
        assert is_binnen(tab_twee)
    with stel_in(NU + timedelta(minutes=45)):
        assert is_binnen(tab_een), "what is done in one tab counts for the other"
        tab_twee.post(reverse("account_logout"))
        assert not is_binnen(tab_een)


def test_wie_in_en_uitlogt_staat_er_met_een_nummer_en_met_niets_anders(anna, ingelogd, caplog) -> None:
    with caplog.at_level(logging.INFO, "convenant.inloggen"):
        client, app = ingelogd(anna)
        ander = Client()
        ander.post(LOGIN, {"login": anna.email, "password": "fout-fout-fout-fout"})
        ander.post(LOGIN, {"login": anna.email, "password": "vier-paarden-in-de-wei"})
        ander.post(reverse("mfa_authenticate"), {"code": "000000"})
        ander.post(reverse("mfa_authenticate"), {"code": app.herstelcode()})
        client.post(reverse("account_logout"))
    regels = [regel.getMessage() for regel in caplog.records if regel.name.startswith("convenant.inloggen")]
    nummer = f"account {anna.pk}: "
    assert regels == [
        nummer + "ingelogd",
        nummer + "tweede factor gegeven (mfa_reauthenticate)",
        "inloggen mislukt: e-mailadres of wachtwoord klopt niet",
        nummer + "code geweigerd",
        nummer + "tweede factor gegeven (mfa_reauthenticate)",
        nummer + "ingelogd",
        nummer + "uitgelogd",
    ]
