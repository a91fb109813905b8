"""The clock's tasks, through a real Redis and a real Celery worker."""

import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from uuid import uuid4

import pytest
from celery import Task
from celery.contrib.testing.worker import start_worker
from django.conf import settings as instellingen
from django.db import connection, connections

from brpinzage import laden
from brpinzage.tasks import vergeet_concepten
from convenant.celery import app
from convenant.poort.tasks import teken_koppen, vernietig_verlopen
from convenant.tijd import stel_in
from tests.brpinzage.test_laden import NIEUW, kaarten
from tests.wereld import LINDELAAN_12, NU


@pytest.fixture
def doe() -> Iterator[Callable[[Task], None]]:
    """Sends a task to a worker of our own; others on this Redis have their own queue."""
    rij = f"proef-{uuid4()}"

    def stuur(taak: Task) -> None:
        taak.apply_async(queue=rij)

    with start_worker(app, pool="solo", queues=[rij], perform_ping_check=False, loglevel="WARNING"):
        yield stuur
    connections.close_all()


def wacht_tot(klaar: Callable[[], bool]) -> None:
    for _ in range(200):
        if klaar():
            return
        time.sleep(0.05)
    pytest.fail("the worker did not do its task within ten seconds")


def test_elke_taak_van_de_klok_bestaat_en_krijgt_niets_mee():
    app.loader.import_default_modules()
    for regel in instellingen.CELERY_BEAT_SCHEDULE.values():
        assert regel["task"] in app.tasks
        assert "args" not in regel
        assert "kwargs" not in regel


@pytest.mark.eis("HEE-14", "HEE-OW.6")
def test_de_werker_tekent_vernietigt_en_vergeet(vaste_wereld, doe, settings, tmp_path):
    settings.LOGBOEK_KOPPEN = str(tmp_path / "koppen")
    vaste_wereld.raadpleeg("anna", LINDELAAN_12)
    with vaste_wereld.als("eva"):
        laden.laad_uittreksel([NIEUW], NU)
    doe(teken_koppen)
    wacht_tot(lambda: (tmp_path / "koppen").exists() and (tmp_path / "koppen").read_text().count("\n") == 1)
    with stel_in(NU + timedelta(days=2)):
        doe(vernietig_verlopen)
        doe(vergeet_concepten)
        wacht_tot(lambda: kaarten(vaste_wereld) == [("actief", 4, 0)])
    with vaste_wereld.als("anna"), connection.cursor() as cursor:
        cursor.execute("select waarden, sleutel from verstrekkingen_ontvangst")
        assert cursor.fetchall() == [(None, None)]


def test_elke_taak_loopt_ook_op_een_klok_die_doorloopt(db, settings, tmp_path):
    """The other tests stop the clock, and then two moments are one."""
    settings.LOGBOEK_KOPPEN = str(tmp_path / "koppen")
    app.loader.import_default_modules()
    for regel in settings.CELERY_BEAT_SCHEDULE.values():
        app.tasks[regel["task"]]()
