"""What is typed in a wizard waits in the session: sealed there, and not for ever."""

import base64
import os
import zlib
from datetime import timedelta
from uuid import uuid4

import pytest
from django.conf import settings as instellingen
from django.contrib.sessions.models import Session
from django.db import connection

from convenant.poort.tasks import vergeet_sessies
from convenant.sessies import SessionStore
from convenant.tijd import stel_in
from tests.wereld import NU

pytestmark = pytest.mark.django_db
NAAM = f"Verzonnen Huurder {uuid4()}"


@pytest.fixture
def sessie() -> SessionStore:
    sessie = SessionStore()
    sessie["raadplegen"] = {"identiteit": {"naam": NAAM}}
    sessie.save()
    return sessie


def _rij(sessie: SessionStore) -> str:
    with connection.cursor() as cursor:
        cursor.execute("select session_data from django_session where session_key = %s", [sessie.session_key])
        return cursor.fetchone()[0]


def _uitgepakt(rij: str) -> bytes:
    """The row as who reads the table can unpack it: without its signature, decoded, decompressed."""
    tekst = rij.split(":")[0]
    kern = tekst.lstrip(".")
    bytes_ = base64.urlsafe_b64decode(kern + "=" * (-len(kern) % 4))
    return zlib.decompress(bytes_) if tekst.startswith(".") else bytes_


def test_de_rij_bevat_niet_wat_getypt_is(sessie):
    rij = _rij(sessie)
    assert NAAM.encode() not in _uitgepakt(rij)
    assert b"raadplegen" not in _uitgepakt(rij)
    assert SessionStore(sessie.session_key)["raadplegen"]["identiteit"]["naam"] == NAAM


def test_zonder_de_hoofdsleutel_is_er_niets(sessie, settings):
    settings.HOOFDSLEUTEL = base64.b64encode(os.urandom(32)).decode()
    assert dict(SessionStore(sessie.session_key).items()) == {}


def test_dezelfde_inhoud_staat_er_elke_keer_anders(sessie):
    eerst = _rij(sessie)
    sessie.save()
    assert _uitgepakt(_rij(sessie)) != _uitgepakt(eerst)


def test_de_klok_ruimt_op_wat_voorbij_is_en_niets_anders(sessie):
    over = SessionStore()
    over.create()
    Session.objects.filter(pk=sessie.session_key).update(expire_date=NU)
    Session.objects.filter(pk=over.session_key).update(expire_date=NU + timedelta(seconds=1))
    with stel_in(NU):
        vergeet_sessies()
    assert list(Session.objects.values_list("pk", flat=True)) == [over.session_key]


def test_de_klok_doet_het_elk_uur():
    taken = {regel["task"]: regel["schedule"] for regel in instellingen.CELERY_BEAT_SCHEDULE.values()}
    assert taken["convenant.poort.tasks.vergeet_sessies"] == 3600


def test_een_sessie_duurt_een_werkdag(sessie):
    assert instellingen.SESSION_COOKIE_AGE == 12 * 3600
    assert sessie.get_expire_at_browser_close()
