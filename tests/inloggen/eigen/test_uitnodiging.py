"""The link with which a new account begins, and the one for a forgotten password: single use, and not for ever."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth import SESSION_KEY
from django.db import transaction
from django.test import Client
from django.urls import reverse

from convenant.inloggen import uitnodiging
from convenant.partijen.models import Account
from convenant.tijd import stel_in
from tests.inloggen.eigen.test_factor import naar
from tests.wereld import NU

NIEUW = "acht koeien op een lange rij"
OP = "Deze link werkt niet meer"


@pytest.fixture
def nieuw(wereld) -> Account:
    return Account.objects.create_user("nieuw@voorbeeld.nl", naam="Noor Nieuw")


@pytest.fixture
def link(nieuw, mailoutbox, django_capture_on_commit_callbacks) -> str:
    with django_capture_on_commit_callbacks(execute=True):
        uitnodiging.stuur(nieuw)
    return link_in(mailoutbox)


def link_in(mailoutbox) -> str:
    gevonden = re.search(r"https?://[^/\s]+(/\S+)", mailoutbox[-1].body)
    assert gevonden
    return gevonden[1]


def kies(link: str, wachtwoord: str = NIEUW) -> Client:
    client = Client()
    formulier = client.get(link, follow=True).request["PATH_INFO"]
    client.post(formulier, {"password1": wachtwoord, "password2": wachtwoord})
    return client


def test_van_uitnodiging_tot_werkende_factor(nieuw, link, mailoutbox) -> None:
    assert mailoutbox[0].to == ["nieuw@voorbeeld.nl"]
    assert mailoutbox[0].subject == "Uw account voor Convenant"
    client = kies(link)
    assert SESSION_KEY not in client.session, "a link alone signs nobody in"
    antwoord = client.post(reverse("account_login"), {"login": nieuw.email, "password": NIEUW})
    assert naar(antwoord) == "/"
    assert naar(client.get("/")) == reverse("mfa_activate_totp")


def test_de_link_werkt_een_keer(nieuw, link) -> None:
    kies(link)
    assert OP in Client().get(link, follow=True).content.decode()
    nieuw.refresh_from_db()
    kies(link, "een heel ander wachtwoord van later")
    nieuw.refresh_from_db()
    assert nieuw.check_password(NIEUW)


def test_de_link_werkt_drie_dagen(nieuw, link) -> None:
    with stel_in(NU + timedelta(days=3)):
        assert OP not in Client().get(link, follow=True).content.decode()
    with stel_in(NU + timedelta(days=3, seconds=1)):
        assert OP in Client().get(link, follow=True).content.decode()


def test_het_formulier_dat_al_openstond_is_na_drie_dagen_ook_op(nieuw, link) -> None:
    client = Client()
    formulier = client.get(link, follow=True).request["PATH_INFO"]
    with stel_in(NU + timedelta(days=3, seconds=1)):
        client.post(formulier, {"password1": NIEUW, "password2": NIEUW})
    nieuw.refresh_from_db()
    assert not nieuw.check_password(NIEUW)


@pytest.mark.parametrize("verandering", ["x", "", "-", "é"])
def test_een_veranderde_link_werkt_niet(link, verandering: str) -> None:
    kapot = link.rstrip("/")[:-1] + verandering + "/"
    antwoord = Client().get(kapot, follow=True)
    assert antwoord.status_code in (200, 404)
    assert "Nieuw wachtwoord kiezen" not in antwoord.content.decode()


def test_de_link_van_een_ander_account_werkt_niet(wereld, link) -> None:
    anna = wereld.mensen["anna"].account
    van_anna = re.sub(r"key/[0-9a-z]+-", f"key/{anna.pk}-", link)
    assert OP in Client().get(van_anna, follow=True).content.decode()


def test_wie_al_eens_inlogde_wordt_niet_uitgenodigd(anna, ingelogd) -> None:
    ingelogd(anna)
    anna.refresh_from_db()
    with pytest.raises(ValueError):
        uitnodiging.stuur(anna)


def test_gaat_het_uitgeven_van_het_account_niet_door_dan_gaat_er_geen_mail(nieuw, mailoutbox) -> None:
    with transaction.atomic():
        uitnodiging.stuur(nieuw)
        transaction.set_rollback(True)
    assert mailoutbox == []


def test_een_vergeten_wachtwoord_heeft_een_uur(anna, ingelogd, mailoutbox) -> None:
    ingelogd(anna)
    Client().post(reverse("account_reset_password"), {"email": anna.email})
    assert mailoutbox[0].subject == "Kies een nieuw wachtwoord voor Convenant"
    assert mailoutbox[0].body.startswith(f"Beste {anna.naam},")
    link = link_in(mailoutbox)
    with stel_in(NU + timedelta(hours=1)):
        assert OP not in Client().get(link, follow=True).content.decode()
    with stel_in(NU + timedelta(hours=1, seconds=1)):
        assert OP in Client().get(link, follow=True).content.decode()


def test_een_nieuw_wachtwoord_haalt_de_factor_niet_weg_en_beeindigt_elke_sessie(
    anna, ingelogd, mailoutbox
) -> None:
    client, app = ingelogd(anna)
    Client().post(reverse("account_reset_password"), {"email": anna.email})
    kies(link_in(mailoutbox))
    assert naar(client.get("/heemstede/")) == reverse("account_login")
    ander = Client()
    ander.post(reverse("account_login"), {"login": anna.email, "password": NIEUW})
    assert SESSION_KEY not in ander.session
    ander.post(reverse("mfa_authenticate"), {"code": app.herstelcode()})
    assert ander.get("/heemstede/").status_code == 200


def test_een_onbekend_adres_krijgt_geen_mail_en_dezelfde_pagina(wereld, anna, mailoutbox) -> None:
    bladen = []
    for adres in ("niemand@voorbeeld.nl", anna.email):
        antwoord = Client().post(reverse("account_reset_password"), {"email": adres}, follow=True)
        bladen.append((antwoord.status_code, antwoord.content))
    assert bladen[0] == bladen[1]
    assert [post.to for post in mailoutbox] == [[anna.email]]
