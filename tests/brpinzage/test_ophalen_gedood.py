"""A real worker that is killed half way, and another that goes on where it stopped: nobody twice, nobody left out."""

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from django.db import connection

from brpinzage.models import Ingeschrevene
from brpinzage.ophaalwerk import PER_KEER
from brpinzage.simulator.bron import Bron
from brpinzage.tasks import haal_uittreksels_op
from convenant.brp.adres import maak_adres
from tests.brp.conftest import draai
from tests.brpinzage.ophalen import GEMEENTE, aangesloten, begin, neem_in_bezit, persoon, stand
from tests.klok import voorbij_nu

pytestmark = pytest.mark.django_db(transaction=True)
WORTEL = Path(__file__).resolve().parents[2]
AANTAL = 5 * PER_KEER


@contextmanager
def werker(url: str, per_seconde: str, bestand: Path, dagen: int = 0):
    """A Celery worker in a process of its own, with a queue of its own, on the database of this test."""
    rij = f"proef-{uuid4()}"
    omgeving = (
        os.environ
        | {
            "DJANGO_SETTINGS_MODULE": "convenant.settings.demo",
            "DATABASE_URL": urlsplit(os.environ["DATABASE_URL"])
            ._replace(path=f"/{connection.settings_dict['NAME']}")
            .geturl(),
            "BRP_GEMEENTEN": GEMEENTE,
            f"BRP_{GEMEENTE}_URL": url,
            f"BRP_{GEMEENTE}_PER_SECONDE": per_seconde,
        }
        | voorbij_nu(bestand, dagen)
    )
    opdracht = ["celery", "--quiet", "--app", "convenant", "worker", "--pool", "solo", "--queues", rij]
    proces = subprocess.Popen([sys.executable, "-m", *opdracht], cwd=WORTEL, env=omgeving)
    haal_uittreksels_op.apply_async(queue=rij)
    try:
        yield proces
    finally:
        proces.kill()
        proces.wait()


def wacht_tot(wereld, klaar) -> None:
    for _ in range(600):
        if klaar(stand(wereld)):
            return
        time.sleep(0.05)
    pytest.fail(f"the worker did not come so far: {stand(wereld)}")


@pytest.mark.eis("HEE-OW.6")
def test_een_gedode_werker_laat_niets_half_achter(vaste_wereld, als_eigenaar, tmp_path):
    adressen = [maak_adres("2103 AA", str(n), "", "", "Laan", "Heemstede") for n in range(1, AANTAL + 1)]
    neem_in_bezit(vaste_wereld, *adressen)
    bron = Bron([persoon(n, f"N{n}", adres) for n, adres in enumerate(adressen, 10)])
    with draai(bron) as url:
        with aangesloten(url):
            begin(vaste_wereld)
        with werker(url, "40", tmp_path / "klok") as proces:
            wacht_tot(vaste_wereld, lambda nu: nu.gedaan >= PER_KEER)
            proces.send_signal(signal.SIGKILL)
            proces.wait()
        assert PER_KEER <= stand(vaste_wereld).gedaan < AANTAL
        with werker(url, "1000", tmp_path / "klok", dagen=1):
            wacht_tot(vaste_wereld, lambda nu: nu.is_klaar)
    assert stand(vaste_wereld).gedaan == AANTAL + 3
    with als_eigenaar():
        namen = list(
            Ingeschrevene.objects.filter(uittreksel__status="concept").values_list("naam", flat=True)
        )
    assert len(namen) == len(set(namen)) == AANTAL
