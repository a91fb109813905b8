"""Two loads at once, and loads that are killed: real connections, real processes, and never half an extract."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from django.db import connection, connections

from brpinzage import laden
from brpinzage.rijen import Persoonsrij
from convenant.poort.handeling import Ongeldig
from tests.brpinzage.test_inlezen import bestand
from tests.brpinzage.test_laden import activeer, kaarten, namen
from tests.klok import voorbij_nu
from tests.wereld import LINDELAAN_12, NU

WORTEL = Path(__file__).resolve().parents[2]
OUD = ["Fatima Yılmaz", "Willem de Vries"]


def bewoner(nummer: int) -> Persoonsrij:
    return Persoonsrij(LINDELAAN_12, f"Bewoner {nummer}", f"k{nummer}")


# --- two at once


class Langzaam:
    """Rows that stop half way, until they may go on."""

    def __init__(self) -> None:
        self.halverwege, self.verder = threading.Event(), threading.Event()

    def __iter__(self) -> Iterator[Persoonsrij]:
        yield bewoner(1)
        self.halverwege.set()
        assert self.verder.wait(20)
        yield bewoner(2)


class Draad(threading.Thread):
    """Works on a connection of its own; `uitkomst` is what came out of it."""

    def __init__(self, werk: Callable[[], object]):
        super().__init__(daemon=True)
        self._werk, self.uitkomst = werk, None
        self.start()

    def run(self) -> None:
        try:
            self.uitkomst = self._werk()
        except Ongeldig as fout:
            self.uitkomst = fout
        finally:
            connections.close_all()

    def klaar(self) -> object:
        self.join(20)
        assert not self.is_alive()
        return self.uitkomst


def wacht_tot_er_een_wacht() -> None:
    """Until some connection to this database waits for another one's lock."""
    wachters = (
        "select count(*) from pg_locks join pg_stat_activity using (pid) where not granted and datname = %s"
    )
    for _ in range(400):
        with connection.cursor() as cursor:
            cursor.execute(wachters, [connection.settings_dict["NAME"]])
            if cursor.fetchone()[0]:
                return
        time.sleep(0.05)
    pytest.fail("nobody waits")


def laad(wereld, rijen, *, peilmoment=NU, in_gebruik=False):
    with wereld.als("eva"):
        uittreksel = laden.laad_uittreksel(rijen, peilmoment)
        if in_gebruik:
            laden.activeer_uittreksel(uittreksel)
    return uittreksel


@pytest.mark.eis("HEE-OW.6")
def test_twee_keer_laden_tegelijk_de_tweede_wacht_en_blijft_over(vaste_wereld):
    traag = Langzaam()
    eerste = Draad(lambda: laad(vaste_wereld, traag))
    assert traag.halverwege.wait(20)
    tweede = Draad(lambda: laad(vaste_wereld, [bewoner(3)]))
    wacht_tot_er_een_wacht()
    traag.verder.set()
    eerste_id, tweede_id = eerste.klaar(), tweede.klaar()
    assert kaarten(vaste_wereld) == [("actief", 4, 0), ("concept", 1, 0)]
    with pytest.raises(Ongeldig):
        activeer(vaste_wereld, eerste_id)
    assert namen(vaste_wereld) == OUD
    activeer(vaste_wereld, tweede_id)
    assert namen(vaste_wereld) == ["Bewoner 3"]


@pytest.mark.eis("HEE-OW.6", "HEE-11.1")
def test_twee_keer_laden_en_in_gebruik_nemen_tegelijk_de_nieuwste_wint(vaste_wereld):
    traag = Langzaam()
    eerste = Draad(lambda: laad(vaste_wereld, traag, in_gebruik=True))
    assert traag.halverwege.wait(20)
    ouder = NU - timedelta(minutes=1)
    tweede = Draad(lambda: laad(vaste_wereld, [bewoner(3)], peilmoment=ouder, in_gebruik=True))
    wacht_tot_er_een_wacht()
    traag.verder.set()
    eerste.klaar()
    assert isinstance(tweede.klaar(), Ongeldig)
    assert kaarten(vaste_wereld) == [("actief", 2, 0), ("vervangen", 4, 0)]
    assert namen(vaste_wereld) == ["Bewoner 1", "Bewoner 2"]


@pytest.mark.eis("HEE-OW.6")
def test_wie_raadpleegt_tijdens_het_laden_ziet_het_oude(vaste_wereld):
    traag = Langzaam()
    eerste = Draad(lambda: laad(vaste_wereld, traag, in_gebruik=True))
    assert traag.halverwege.wait(20)
    assert namen(vaste_wereld) == OUD
    traag.verder.set()
    eerste.klaar()
    assert namen(vaste_wereld) == ["Bewoner 1", "Bewoner 2"]


# --- killed


@pytest.fixture
def omgeving(tmp_path: Path) -> dict[str, str]:
    """For a process of its own on the database of this test, with a clock past the tests' moment."""
    naam = connection.settings_dict["NAME"]
    return (
        os.environ
        | {
            "DJANGO_SETTINGS_MODULE": "convenant.settings.demo",
            "DATABASE_URL": urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{naam}").geturl(),
        }
        | voorbij_nu(tmp_path / "klok")
    )


def start(omgeving: dict[str, str], csv: Path) -> subprocess.Popen[bytes]:
    """`manage.py uittreksel --activeer`, in a process of its own."""
    opdracht = [
        sys.executable,
        "manage.py",
        "uittreksel",
        "--activeer",
        f"--csv={csv}",
        "--convenant=heemstede",
    ]
    wie_wanneer = ["--als=eva@voorbeeld.nl", f"--peilmoment={NU.isoformat()}"]
    return subprocess.Popen(
        opdracht + wie_wanneer, cwd=WORTEL, env=omgeving, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )


def dood(proces: subprocess.Popen[bytes]) -> None:
    proces.send_signal(signal.SIGKILL)
    proces.communicate()


@contextmanager
def oude_uittreksel_vastgehouden() -> Iterator[None]:
    """Someone holds the row of the extract in use: whoever wants to replace it, has done all else and waits here."""
    adres = (
        urlsplit(os.environ["DATABASE_OWNER_URL"])
        ._replace(path=f"/{connection.settings_dict['NAME']}")
        .geturl()
    )
    with psycopg.connect(adres) as eigenaar:
        eigenaar.execute("select 1 from brpinzage_uittreksel where status = 'actief' for update")
        yield
        eigenaar.rollback()


def wacht_tot_de_rest_weg_is() -> None:
    """Until the server has noticed that the killed process is gone, and undone what it did."""
    anderen = "select count(*) from pg_stat_activity where datname = %s and pid <> pg_backend_pid() and state <> 'idle'"
    for _ in range(400):
        with connection.cursor() as cursor:
            cursor.execute(anderen, [connection.settings_dict["NAME"]])
            if not cursor.fetchone()[0]:
                return
        time.sleep(0.05)
    pytest.fail("the connection of the killed process stays")


def aantal_rijen(als_eigenaar) -> int:
    with als_eigenaar(), connection.cursor() as cursor:
        cursor.execute("select count(*) from brpinzage_ingeschrevene")
        return cursor.fetchone()[0]


@pytest.mark.eis("HEE-OW.6")
def test_gedood_terwijl_het_vorige_wordt_vernietigd(omgeving, vaste_wereld, als_eigenaar, tmp_path):
    csv = tmp_path / "uittreksel.csv"
    csv.write_bytes(bestand(*(f"2101AB;12;;;;Bewoner {n};k{n};nee" for n in range(6_000))))
    with oude_uittreksel_vastgehouden():
        proces = start(omgeving, csv)
        wacht_tot_er_een_wacht()
        dood(proces)
    wacht_tot_de_rest_weg_is()
    assert kaarten(vaste_wereld) == [("actief", 4, 0)]
    assert aantal_rijen(als_eigenaar) == 4
    assert namen(vaste_wereld) == OUD
    csv.write_bytes(bestand("2101AB;12;;;;Nieuwe Bewoner;n1;nee"))
    opnieuw = start(omgeving, csv)
    uitvoer, _ = opnieuw.communicate(timeout=60)
    assert opnieuw.returncode == 0, uitvoer
    assert namen(vaste_wereld) == ["Nieuwe Bewoner"]
    assert aantal_rijen(als_eigenaar) == 1


@pytest.mark.volledig
@pytest.mark.eis("HEE-OW.6")
def test_gedood_op_willekeurige_momenten(omgeving, vaste_wereld, als_eigenaar, tmp_path):
    """A hundred thousand rows, killed at moments all over the load: the old extract or the new one, never a part."""
    csv = tmp_path / "uittreksel.csv"
    csv.write_bytes(bestand(*(f"2101AB;{12 + n % 3};;;;Bewoner {n};k{n};nee" for n in range(100_000))))
    begin = time.monotonic()
    proces = start(omgeving, csv)
    proces.communicate()
    duur = time.monotonic() - begin
    in_gebruik = [33_334]
    assert kaarten(vaste_wereld)[0][:2] == ("actief", in_gebruik[0])
    loterij = random.Random(2026)
    for _ in range(8):
        proces = start(omgeving, csv)
        time.sleep(loterij.uniform(0.3, 1.0) * duur)
        dood(proces)
        wacht_tot_de_rest_weg_is()
        assert aantal_rijen(als_eigenaar) == in_gebruik[0]
        assert [kaart for kaart in kaarten(vaste_wereld) if kaart[0] == "concept"] == []
        assert sum(kaart[0] == "actief" for kaart in kaarten(vaste_wereld)) == 1
