"""How every test meets the system: as convenant_app, on real PostgreSQL and Redis, in a real Chromium."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from django.db import connection
from django.test import TransactionTestCase
from hypothesis import settings
from psycopg import sql
from pytest_django import DjangoDbBlocker

from convenant.management.rollen import APP
from tests import tables

pytest_plugins = ["tests.eisen", "tests.browser"]

# The same examples every time: a test that is red was not green by luck. No deadline: two cores are often busy.
settings.register_profile("huis", derandomize=True, deadline=None, max_examples=60)
settings.load_profile("huis")

# Playwright keeps an event loop in the test's own thread; the tests use no asynchronous database code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


# Minutes that nothing else can share in, and no database of ours: begun last they leave the other worker idle.
EERST = ("tests/huis/test_demo.py::test_it_starts_twice", "tests/huis/test_bench.py")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Each worker begins with its part of `EERST`: xdist gives out the list in one piece per worker."""
    werkers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    eerst = [item for item in items if item.nodeid.startswith(EERST)]
    rest = [item for item in items if item not in eerst]
    stuk = len(items) // werkers
    items.clear()
    for werker in range(werkers):
        begin = eerst[werker::werkers]
        tot = stuk - len(begin) if werker < werkers - 1 else len(rest)
        items += begin + rest[:tot]
        rest = rest[tot:]


def _werk_als(rol: str | None) -> None:
    """From now on this process's connections are `rol`'s (None: the owner, who signed in)."""
    connection.settings_dict["OPTIONS"] = {"assume_role": rol} if rol else {}
    connection.close()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(worker_id: str) -> None:
    """Removes the databases of runs that were killed. Ours has our process number in its name (settings/test.py)."""
    if worker_id not in ("master", "gw0"):
        return
    address = os.environ["DATABASE_OWNER_URL"]
    with psycopg.connect(address, dbname="postgres", autocommit=True) as eigenaar:
        for (naam,) in eigenaar.execute(
            "SELECT datname FROM pg_database WHERE datname LIKE 'test_convenant_%'"
        ):
            if not _runs(int(naam.rsplit("_", 1)[1])):
                eigenaar.execute(
                    sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(naam))
                )


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The owner makes the tables; everything after that is the application's role."""
    with django_db_blocker.unblock():
        _werk_als(APP)
        _assert_powerless()
        tables.never_analyze()
        migrated = tables.count()
    original = TransactionTestCase._fixture_teardown  # type: ignore[attr-defined]
    # TestCase has a teardown of its own, by rollback, and keeps it.
    TransactionTestCase._fixture_teardown = lambda self: tables.empty(migrated)  # type: ignore[attr-defined]
    yield
    TransactionTestCase._fixture_teardown = original  # type: ignore[attr-defined]
    with django_db_blocker.unblock():
        _werk_als(None)


def _assert_powerless() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT current_user, rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb,
                      EXISTS (SELECT FROM pg_class WHERE relowner = pg_roles.oid)
               FROM pg_roles WHERE rolname = current_user"""
        )
        assert cursor.fetchone() == (APP, False, False), "the tests must run as a role that owns nothing"


@pytest.fixture(autouse=True)
def _eigen_cache(settings: Any) -> None:
    """What is counted in Redis is counted per account, and each test has accounts of the same numbers."""
    settings.CACHES = {"default": settings.CACHES["default"] | {"KEY_PREFIX": uuid4().hex}}


@pytest.fixture
def als_eigenaar(db: None) -> Callable[[], AbstractContextManager[None]]:
    """`with als_eigenaar(): …` arranges or inspects data as the owner, in the transaction of the test."""
    return tables.als_eigenaar
