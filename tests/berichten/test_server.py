"""A mail server that cannot be reached, hangs or hangs up: what waits stays, and nothing else waits for it."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import connection
from django.test import override_settings

from convenant.berichten.models import Post
from convenant.poort import post
from convenant.poort.grens import als_systeem
from tests.wereld import NU

from .conftest import MINUUT, later, schrijf


@pytest.fixture
def buiten_transacties() -> Iterator[list[bool]]:
    """Whether a transaction was open at each moment that a mail was tried."""
    gezien: list[bool] = []
    origineel = post.maak_mail

    def kijk(*args, **kwargs):
        gezien.append(connection.in_atomic_block)
        return origineel(*args, **kwargs)

    post.maak_mail = kijk
    yield gezien
    post.maak_mail = origineel


def test_een_server_die_hangt_kost_een_keer_wachten(wereld, postbus, standen):
    """One time-out for all that waits, then the server is left alone; what waits goes when it answers again."""
    postbus.na_data = "hang"
    for _ in range(3):
        schrijf(wereld)
    assert post.verstuur() == 0
    schrijf(wereld)  # new mail is no reason to try again
    assert post.verstuur() == later(MINUUT) == 0
    assert postbus.gesprekken == 1
    assert set(standen()) == {Post.WACHT}
    assert post.stand() == post.Stand(NU, Post.SERVER)
    postbus.na_data = ""
    assert later(3 * MINUUT) == 7
    assert later(6 * MINUUT) == 1
    assert post.stand() == post.Stand(None, "")


def test_een_trage_server_krijgt_het_in_delen(wereld, postbus, monkeypatch):
    """The worker has more to do: what does not fit in one round goes in the next, at once."""
    postbus.na_data = "traag"
    monkeypatch.setattr(post, "BUDGET", 0.5)
    for _ in range(5):
        schrijf(wereld)
    rondes = [post.verstuur()]
    while rondes[-1]:
        rondes.append(post.verstuur())
    assert sum(rondes) == 10
    assert max(rondes) < 5


@pytest.mark.django_db(transaction=True)
def test_terwijl_de_server_hangt_is_er_geen_transactie(vaste_wereld, postbus, buiten_transacties):
    postbus.na_data = "hang"
    schrijf(vaste_wereld)
    post.verstuur()
    assert buiten_transacties == [False]


def test_zonder_server_blijft_het_liggen_en_na_een_week_niet_meer(wereld, standen):
    schrijf(wereld)
    with override_settings(
        EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend", EMAIL_HOST="127.0.0.1", EMAIL_PORT=1
    ):
        assert post.verstuur() == 0
        assert standen() == [Post.WACHT, Post.WACHT]
        assert later(timedelta(days=8)) == 0
    assert standen() == [Post.MISLUKT, Post.MISLUKT]


def test_valt_de_lijn_weg_na_de_mail_dan_gaat_die_nog_eens_met_hetzelfde_nummer(wereld, postbus):
    postbus.na_data = "weg"
    schrijf(wereld, "gemeente", "convenantbeheerder")
    assert post.verstuur() == 0
    postbus.na_data = ""
    assert later(6 * MINUUT) == 1
    eerste, tweede = postbus.post
    assert eerste["Message-ID"] == tweede["Message-ID"]


def test_een_mail_waar_de_server_bij_wegvalt_houdt_de_andere_niet_op(wereld, postbus, als_eigenaar):
    postbus.antwoord = {"anna@voorbeeld.nl": "421 weg"}
    schrijf(wereld)
    assert post.verstuur() + later(3 * MINUUT) == 1
    assert later(6 * MINUUT) == later(9 * MINUUT) == 0
    assert postbus.aan == ["bert"]


def test_wie_gestopt_is_houdt_niets_vast(wereld, postbus):
    """A worker that died had mail in hand: a while later another sends it."""
    schrijf(wereld)
    with als_systeem(post.TAAK) as moment:
        post._verdeel(moment)
        assert len(post._neem(moment)) == 2
    assert later(4 * MINUUT) == 0
    assert later(6 * MINUUT) == 2
