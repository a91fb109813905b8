"""What happens to the tables around a test, as their owner: arranging, emptying, and putting back what was made before."""

import pickle
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, wraps
from typing import ParamSpec, TypeVar

from django.db import connection, transaction
from psycopg import sql

from convenant.management.rollen import APP, EIGENAAR

P = ParamSpec("P")
T = TypeVar("T")


@contextmanager
def als_eigenaar() -> Iterator[None]:
    """Within, the connection works as the owner; a transaction that is open goes on."""
    # A failure rolls the savepoint back, and the role with it.
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET ROLE {EIGENAAR}")
        yield
        cursor.execute(f"SET ROLE {APP}")


@contextmanager
def zonder_triggers() -> Iterator[None]:
    """As the owner, and no trigger or foreign key has a say: rows come and go as if they were never acted upon."""
    with als_eigenaar(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        yield
        cursor.execute("SET LOCAL session_replication_role = origin")


def never_analyze() -> None:
    """From now on the database plans as for tables it knows nothing of, whatever earlier tests put in them."""
    with als_eigenaar(), connection.cursor() as cursor:
        for table in _columns():
            cursor.execute(f"ALTER TABLE {table} SET (autovacuum_enabled = false)")


def count() -> dict[str, int]:
    """How many rows each table has."""
    tables = " UNION ALL ".join(f"SELECT '{table}', count(*) FROM {table}" for table in _columns())
    with als_eigenaar(), connection.cursor() as cursor:
        cursor.execute(tables)
        return dict(cursor.fetchall())


def empty(migrated: Mapping[str, int]) -> None:
    """Makes the tables as they were before the first test, once nobody writes any more.

    `migrated` is their `count` of then. Deleting is a hundred times faster than truncating, as Django would. The vacuum
    leaves no pages, and its count of rows goes too, by which the database would plan otherwise than for a new table.
    """
    others = [table for table in _columns() if not migrated[table]]
    with zonder_triggers(), connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {', '.join(others)} IN SHARE ROW EXCLUSIVE MODE")
        cursor.execute("; ".join(f"DELETE FROM {table}" for table in others))
    assert count() == migrated, "a test may not change what the migrations wrote"
    with connection.cursor() as cursor:
        cursor.execute(f"SET ROLE {EIGENAAR}")
        try:
            cursor.execute(f"VACUUM {', '.join(others)}")
            cursor.execute("SELECT pg_clear_relation_stats('public', t) FROM unnest(%s::text[]) t", [others])
        finally:
            cursor.execute(f"SET ROLE {APP}")


@dataclass(frozen=True)
class Made:
    result: bytes
    rows: str  # the statements that write them


def once(make: Callable[P, T]) -> Callable[P, T]:
    """Runs the product's own acts the first time only: after that `make` puts back the rows it made then.

    They come into the transaction of the test, or are committed where there is none, just as if they were made anew;
    what `make` returned comes as a fresh copy. `make` may only add rows. Their numbers are the same every time, and no
    other row's: a sequence never goes back.
    """
    made: dict[bytes, Made] = {}

    @wraps(make)
    def make_or_put_back(*args: P.args, **kwargs: P.kwargs) -> T:
        key = pickle.dumps((args, kwargs))
        if key in made:
            with zonder_triggers(), connection.cursor() as cursor:
                cursor.execute(made[key].rows)
        else:
            before = _rows()
            result = pickle.dumps(make(*args, **kwargs))
            made[key] = Made(result, _statements(before, _rows()))
        copy: T = pickle.loads(made[key].result)
        return copy

    return make_or_put_back


def _rows() -> dict[str, set[str]]:
    """Per table the rows it has, as JSON."""
    with als_eigenaar(), connection.cursor() as cursor:
        rows = {}
        for table in _columns():
            cursor.execute(f"SELECT to_json(t)::text FROM {table} t")
            rows[table] = {row for (row,) in cursor.fetchall()}
        return rows


def _statements(before: dict[str, set[str]], after: dict[str, set[str]]) -> str:
    statements = []
    for table, columns in _columns().items():
        assert before[table] <= after[table], (
            f"{table} lost or changed a row: @once is for what only adds them"
        )
        if new := after[table] - before[table]:
            rows = sql.Literal("[" + ",".join(sorted(new)) + "]").as_string()
            statements.append(
                f"INSERT INTO {table} ({columns})"
                f" SELECT {columns} FROM json_populate_recordset(NULL::{table}, {rows})"
            )
    return ";\n".join(statements)


@cache
def _columns() -> dict[str, str]:
    """Per table its columns, but for those the database computes."""
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT relname, string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_class
               JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0
                AND NOT attisdropped AND attgenerated = ''
               WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace GROUP BY relname"""
        )
        return dict(cursor.fetchall())
