"""Pytest plugin that runs the tests of a clause against each mutant of it, instead of running the suite.

Each mutant gets a process of its own, forked when the tests are collected and once run: it puts the parts of the
mutant into the one Beleid object everybody imported, and runs the tests until one fails. The fork is why no test
sees another's mutant. A killer is a test that carries one of the mutant's clauses and may kill (see `mag_doden`); once a
convenant is built it goes through gate and database too (see `telt`).
"""

import fcntl
import gc
import os
import random
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from statistics import fmean
from tempfile import TemporaryFile
from typing import IO, cast

import pytest
from _pytest.runner import runtestprotocol
from django.db import connections

from convenant.beleid.taal import Beleid
from tests.eisen import BEWIJST_NIETS
from tools.catalogus import GEBOUWD

from .mutanten import mutanten
from .rij import Mutant
from .zonder_poort import zonder_poort

# Chromium and its driver do not survive a fork; full doses are too slow to run per mutant.
TE_ZWAAR = ("browser", "volledig")
DATABASE = {"db", "transactional_db", "live_server", "client", "als_eigenaar"}
GEDOOD, OVERLEEFT = 1, 0
GEDULD = 60  # seconds; a mutant that makes a test run forever is noticed too


@dataclass(frozen=True)
class Uitslag:
    """What became of the mutants of one Beleid; a survivor comes with the tests that were tried."""

    beleid: Beleid
    aantal: int
    overlevers: tuple[tuple[Mutant, tuple[str, ...]], ...]


class Proef:
    """`keuze` gives the policies once Django is up; `deel` is the percentage of the mutants to try."""

    def __init__(self, keuze: Callable[[], Iterable[Beleid]], deel: int, processen: int):
        self.keuze, self.deel, self.processen = keuze, deel, processen
        self.uitslagen: list[Uitslag] = []
        self.fouten: list[str] = []
        self.rood: list[str] = []

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.fouten.append(f"{report.nodeid}: {report.longrepr}")

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        if self.fouten:
            return True
        proeven = [(beleid, steekproef(beleid, self.deel)) for beleid in self.keuze()]
        gezocht = {eis for _, lijst in proeven for mutant in lijst for eis in mutant.eisen}
        tests = self._groen(session, [i for i in session.items if mag_doden(i) and gezocht & eisen_van(i)])
        connections.close_all()
        gc.freeze()  # what is there now stays in pages that all the forks share
        with TemporaryFile() as slot:
            for beleid, lijst in proeven:
                self.uitslagen.append(self._proef(session, beleid, lijst, tests, slot))
        return True

    def _groen(self, session: pytest.Session, items: Sequence[pytest.Item]) -> list[pytest.Item]:
        """The items that pass while nothing has changed: those without a database first, cheapest module first.

        This also makes the test database, once for all.
        """
        duur: dict[pytest.Item, float] = {}
        for item, volgende in met_volgende(session, items):
            begin = time.perf_counter()
            if slaagt(item, volgende):
                duur[item] = time.perf_counter() - begin
            else:
                self.rood.append(item.nodeid)
        per_module = defaultdict(list)
        for item, seconden in duur.items():
            per_module[item.path].append(seconden)
        return sorted(
            duur,
            key=lambda item: (gebruikt_database(item), fmean(per_module[item.path]), item.path, duur[item]),
        )

    def _proef(
        self,
        session: pytest.Session,
        beleid: Beleid,
        lijst: Sequence[Mutant],
        tests: Sequence[pytest.Item],
        slot: IO[bytes],
    ) -> Uitslag:
        per_eis = defaultdict(list)
        for nummer, item in enumerate(tests):
            for eis in eisen_van(item):
                per_eis[eis].append(nummer)
        taken = [
            (mutant, [tests[n] for n in _kandidaten(mutant, per_eis) if telt(beleid, mutant, tests[n])])
            for mutant in lijst
        ]
        werk = ((lambda m=m, k=k: doodt(session, beleid, m, k, slot)) for m, k in taken)
        zeg(session, f"{beleid.code} ")
        overlevers = []
        for nummer, leeft in vorken(werk, self.processen):
            if leeft:
                mutant, geprobeerd = taken[nummer]
                overlevers.append((nummer, mutant, tuple(item.nodeid for item in geprobeerd)))
                zeg(session, f"\n  {mutant.rij}: {mutant.wat} ")
            if nummer % 10 == 0:
                zeg(session, ".")
        zeg(session, "\n")
        return Uitslag(
            beleid, len(taken), tuple((m, t) for _, m, t in sorted(overlevers, key=lambda o: o[0]))
        )


def zeg(session: pytest.Session, tekst: str) -> None:
    """Past pytest, which keeps what the tests say."""
    with session.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
        print(tekst, end="", flush=True)


def steekproef(beleid: Beleid, deel: int) -> list[Mutant]:
    """`deel` percent of the mutants, in order, the same ones every time."""
    alle = list(mutanten(beleid))
    nummers = random.Random(beleid.code).sample(range(len(alle)), k=-(-len(alle) * deel // 100))  # noqa: S311
    return [alle[nummer] for nummer in sorted(nummers)]


def mag_doden(item: pytest.Item) -> bool:
    return not any(item.get_closest_marker(naam) for naam in (*BEWIJST_NIETS, *TE_ZWAAR))


def eisen_van(item: pytest.Item) -> set[str]:
    return {eis for marker in item.iter_markers("eis") for eis in marker.args}


def gebruikt_database(item: pytest.Item) -> bool:
    return bool(
        item.get_closest_marker("django_db") or DATABASE.intersection(getattr(item, "fixturenames", ()))
    )


def telt(beleid: Beleid, mutant: Mutant, item: pytest.Item) -> bool:
    """A convenant that is built is proven through gate and database, but for what these cannot show."""
    return beleid.code not in GEBOUWD or zonder_poort(mutant) or gebruikt_database(item)


def _kandidaten(mutant: Mutant, per_eis: Mapping[str, Sequence[int]]) -> list[int]:
    """The numbers of the tests that carry one of the mutant's clauses, in the order of the tests."""
    return sorted({nummer for eis in mutant.eisen for nummer in per_eis.get(eis, ())})


def met_volgende(
    session: pytest.Session, items: Sequence[pytest.Item]
) -> Iterator[tuple[pytest.Item, pytest.Item]]:
    """Each with the next; after the last one comes the session, which keeps what is its own (the database)."""
    return zip(items, (*items[1:], cast("pytest.Item", session)))  # noqa: B905 - no items, no pairs


def slaagt(item: pytest.Item, volgende: pytest.Item) -> bool:
    """Runs one test; what it shares with the next (a database, the world of its module) stays up."""
    rapporten = runtestprotocol(item, log=False, nextitem=volgende)
    return not any(rapport.failed for rapport in rapporten)


def doodt(
    session: pytest.Session, beleid: Beleid, mutant: Mutant, tests: Sequence[pytest.Item], slot: IO[bytes]
) -> int:
    """In a child: GEDOOD as soon as a test fails on the mutant. One child at a time uses the database."""
    for deel in fields(Beleid):
        object.__setattr__(beleid, deel.name, getattr(mutant.beleid, deel.name))
    for item, volgende in met_volgende(session, tests):
        if gebruikt_database(item):
            fcntl.lockf(slot, fcntl.LOCK_EX)  # not flock: the forks share one open file
        signal.alarm(GEDULD)
        if not slaagt(item, volgende):
            return GEDOOD
    return OVERLEEFT


def vorken(werk: Iterable[Callable[[], int]], processen: int) -> Iterator[tuple[int, bool]]:
    """Runs each piece of work in a fork, `processen` at a time; gives its number and whether the mutant lives.

    Raises RuntimeError when a child ends in another way than it should: then it said nothing about the mutant.
    """
    bezig: dict[int, int] = {}
    for nummer, taak in enumerate(werk):
        if len(bezig) == processen:
            yield _wacht(bezig)
        bezig[_vork(taak)] = nummer
    while bezig:
        yield _wacht(bezig)


def _vork(taak: Callable[[], int]) -> int:
    sys.stdout.flush()
    sys.stderr.flush()
    if pid := os.fork():
        return pid
    status = 70  # what the tool itself did wrong
    try:
        status = taak()
    finally:
        os._exit(status)


def _wacht(bezig: dict[int, int]) -> tuple[int, bool]:
    pid, status = os.wait()
    nummer = bezig.pop(pid)
    code = os.waitstatus_to_exitcode(status)
    if code not in (GEDOOD, OVERLEEFT, -signal.SIGALRM):
        raise RuntimeError(f"Mutant {nummer} stopped with {code}")
    return nummer, code == OVERLEEFT
