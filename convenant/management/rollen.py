"""The two database roles, and what a new table gives the role that the application works as.

`convenant_eigenaar` owns and migrates; `convenant_app` owns nothing, is no superuser and does not bypass row-level
security. Functions give nobody anything: a migration that makes one for the application says so itself,
`GRANT EXECUTE ON FUNCTION naam(int) TO convenant_app`.
"""

import hashlib
from urllib.parse import unquote, urlsplit

import psycopg
from psycopg import sql

EIGENAAR = "convenant_eigenaar"
APP = "convenant_app"

RECHTEN = f"""
    REVOKE ALL ON SCHEMA public FROM PUBLIC;
    GRANT ALL ON SCHEMA public TO {EIGENAAR};
    GRANT USAGE ON SCHEMA public TO {APP};
    ALTER DEFAULT PRIVILEGES FOR ROLE {EIGENAAR} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {APP};
    ALTER DEFAULT PRIVILEGES FOR ROLE {EIGENAAR} GRANT USAGE ON SEQUENCES TO {APP};
    ALTER DEFAULT PRIVILEGES FOR ROLE {EIGENAAR} REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
"""
# Values stand in the statements and messages of the server, and its log has no retention of ours: what fails here is
# reported by the application (convenant/storingen.py), and the server keeps silent about it.
ZWIJGT = {
    "log_min_messages": "log",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_statement": "none",
    "log_min_duration_statement": "-1",
    "log_min_duration_sample": "-1",
    "log_transaction_sample_rate": "0",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
}
# The empty database that tests copy. Its name changes with the rights in it.
SJABLOON = "convenant_sjabloon_" + hashlib.sha256(RECHTEN.encode()).hexdigest()[:8]


class RolError(Exception):
    """A role or address is not what it must be; the message says which, in Dutch."""


def richt_in(beheer_url: str, eigenaar_url: str, app_url: str, *, ontwikkeling: bool) -> None:
    """Makes roles, database and rights as they must be; safe to repeat.

    With `ontwikkeling` the owner may also make databases and take the application's role, as the tests do.
    Raises RolError when an address names another role or a role can do more than it may.
    """
    with psycopg.connect(beheer_url, autocommit=True) as beheer:
        # Two of these at the same time would trip over each other.
        beheer.execute("SELECT pg_advisory_lock(hashtext('convenant rollen'))")
        _maak_rol(beheer, EIGENAAR, eigenaar_url)
        _maak_rol(beheer, APP, app_url)
        if ontwikkeling:
            beheer.execute(f"ALTER ROLE {EIGENAAR} CREATEDB")
            beheer.execute(f"GRANT {APP} TO {EIGENAAR} WITH INHERIT FALSE, SET TRUE")
            # Emptying tables after a test may not trip over triggers that forbid it.
            beheer.execute(f"GRANT SET ON PARAMETER session_replication_role TO {EIGENAAR}")
            _maak_database(beheer, SJABLOON, beheer_url)
        _maak_database(beheer, urlsplit(app_url).path.lstrip("/"), beheer_url)


def _maak_rol(beheer: psycopg.Connection, rol: str, url: str) -> None:
    parts = urlsplit(url)
    if parts.username != rol or not parts.password:
        raise RolError(f"Het adres voor {rol} moet die rol noemen, met een wachtwoord.")
    # Hashed here, so that the server's own log never shows it.
    wachtwoord = beheer.pgconn.encrypt_password(
        unquote(parts.password).encode(), rol.encode(), b"scram-sha-256"
    )
    if not beheer.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [rol]).fetchone():
        beheer.execute(sql.SQL("CREATE ROLE {}").format(sql.Identifier(rol)))
    beheer.execute(
        sql.SQL("ALTER ROLE {} LOGIN PASSWORD {}").format(
            sql.Identifier(rol), sql.Literal(wachtwoord.decode())
        )
    )
    for instelling, waarde in ZWIJGT.items():
        beheer.execute(
            sql.SQL("ALTER ROLE {} SET {} = {}").format(
                sql.Identifier(rol), sql.Identifier(instelling), sql.Literal(waarde)
            )
        )
    te_veel = beheer.execute(
        "SELECT 1 FROM pg_roles WHERE rolname = %s AND (rolsuper OR rolbypassrls OR rolcreaterole)", [rol]
    ).fetchone()
    if te_veel:
        raise RolError(
            f"De rol {rol} mag meer dan is toegestaan (superuser, rollen maken of de scheiding omzeilen)."
        )


def _maak_database(beheer: psycopg.Connection, naam: str, beheer_url: str) -> None:
    database = sql.Identifier(naam)
    if not beheer.execute("SELECT 1 FROM pg_database WHERE datname = %s", [naam]).fetchone():
        beheer.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(database, sql.Identifier(EIGENAAR)))
    elif naam == SJABLOON:
        # Nobody may be connected to it while a test run copies it.
        return
    beheer.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(database))
    beheer.execute(
        sql.SQL("GRANT CONNECT, TEMPORARY ON DATABASE {} TO {}").format(database, sql.Identifier(APP))
    )
    with psycopg.connect(beheer_url, dbname=naam, autocommit=True) as connection:
        connection.execute(RECHTEN)
        bezit = connection.execute(
            "SELECT 1 FROM pg_class WHERE relowner = %s::regrole LIMIT 1", [APP]
        ).fetchone()
    if bezit:
        raise RolError(f"De rol {APP} bezit tabellen in {naam}; de toepassing mag niets bezitten.")
