"""The second fence: SQL for row-level security, written by migrations and held by PostgreSQL.

The context of a transaction is seven settings, all local to it and empty outside the gate:
`app.convenant`, `app.groepen` (ids of Django groups), `app.account` (whose own messages these are), `app.woning` (the one
address of a raadpleging), `app.dag` and `app.nu` (the Dutch date and the moment of `nu()`: nothing legal hangs on the server's clock) and `app.taak` (a named context: systeem).
"""

APP, EIGENAAR = "convenant_app", "convenant_eigenaar"

CONTEXT_FUNCTIES = """
create function ctx_convenant() returns bigint stable parallel safe language sql as
  $$ select nullif(current_setting('app.convenant', true), '')::bigint $$;
create function ctx_groepen() returns bigint[] stable parallel safe language sql as
  $$ select coalesce(nullif(current_setting('app.groepen', true), '')::bigint[], '{}') $$;
create function ctx_woning() returns bigint stable parallel safe language sql as
  $$ select nullif(current_setting('app.woning', true), '')::bigint $$;
create function ctx_dag() returns date stable parallel safe language sql as
  $$ select nullif(current_setting('app.dag', true), '')::date $$;
create function ctx_nu() returns timestamptz stable parallel safe language sql as
  $$ select nullif(current_setting('app.nu', true), '')::timestamptz $$;
create function ctx_taak() returns text stable parallel safe language sql as
  $$ select coalesce(current_setting('app.taak', true), '') $$;
grant execute on function ctx_convenant(), ctx_groepen(), ctx_woning(), ctx_dag(), ctx_nu(), ctx_taak() to convenant_app;
"""
CONTEXT_FUNCTIES_TERUG = """
drop function ctx_convenant(), ctx_groepen(), ctx_woning(), ctx_dag(), ctx_nu(), ctx_taak();
"""
# Its own statement: the functions above were landed before it.
CONTEXT_ACCOUNT = """
create function ctx_account() returns bigint stable parallel safe language sql as
  $$ select nullif(current_setting('app.account', true), '')::bigint $$;
grant execute on function ctx_account() to convenant_app;
"""
CONTEXT_ACCOUNT_TERUG = "drop function ctx_account();"


def hek(tabel: str, *, kolommen: str = "", **beleid: str) -> tuple[str, str]:
    """SQL that fences a table and its reverse, for RunSQL.

    Keywords are `select`, `insert`, `update`, `delete`, each a condition for the app's role; a command without one
    is revoked. `kolommen` limits what an update may touch. The owner, who migrates and owns the definer functions, sees all rows through a policy of its own.
    """
    rechten = ", ".join(
        f"update ({kolommen})" if opdracht == "update" and kolommen else opdracht for opdracht in beleid
    )
    regels = [
        f"alter table {tabel} enable row level security;",
        f"alter table {tabel} force row level security;",
        f"create policy beheer on {tabel} to {EIGENAAR} using (true) with check (true);",
        f"revoke all on {tabel} from {APP};",
    ]
    if beleid:
        regels.append(f"grant {rechten} on {tabel} to {APP};")
    for opdracht, voorwaarde in beleid.items():
        deel = {
            "insert": f"with check ({voorwaarde})",
            "update": f"using ({voorwaarde}) with check ({voorwaarde})",
        }.get(opdracht, f"using ({voorwaarde})")
        regels.append(f'create policy "{opdracht}" on {tabel} for {opdracht} to {APP} {deel};')
    weg = [f'drop policy "{naam}" on {tabel};' for naam in ("beheer", *beleid)]
    weg += [
        f"alter table {tabel} no force row level security;",
        f"alter table {tabel} disable row level security;",
        f"grant select, insert, update, delete on {tabel} to {APP};",
    ]
    return "\n".join(regels), "\n".join(weg)


def functie(kop: str, lichaam: str, *, geeft: str = "void", taal: str = "plpgsql") -> tuple[str, str]:
    """SQL for a function that works with the owner's rights and may be called by the app, and its reverse.

    `kop` is name and arguments; the search path is fixed, so that nobody's own schema can shadow a table.
    """
    namen = kop[: kop.index("(")]
    maak = (
        f"create function {kop} returns {geeft} language {taal} security definer set search_path = public, pg_temp"
        f" as $functie$ {lichaam} $functie$;\n"
        f"revoke all on function {namen} from public;\ngrant execute on function {namen} to {APP};"
    )
    return maak, f"drop function {namen};"
