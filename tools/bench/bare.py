"""The same SQL without the application: what one request asked the database, sent again over one bare connection."""

import os
import time
from collections.abc import Callable, Sequence

import psycopg
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

TRANSACTION = ("BEGIN", "COMMIT", "ROLLBACK")


def statements_of(act: Callable[[], object]) -> list[str]:
    """Every statement of an act with its values filled in. What it did is undone."""
    with transaction.atomic():
        with CaptureQueriesContext(connection) as captured:
            act()
        transaction.set_rollback(True)
    return [query["sql"] for query in captured if not query["sql"].startswith(TRANSACTION)]


def replay(statements: Sequence[str], times: int) -> list[float]:
    """How long they take together, in milliseconds, each time in a transaction that is undone."""
    with psycopg.connect(os.environ["DATABASE_URL"], prepare_threshold=None) as app:
        return [_once(app, statements) for _ in range(times)]


def _once(app: psycopg.Connection, statements: Sequence[str]) -> float:
    begin = time.perf_counter()
    for statement in statements:
        found = app.execute(statement.encode())
        if found.description is not None:
            found.fetchall()
    passed = time.perf_counter() - begin
    app.rollback()
    return passed * 1000
