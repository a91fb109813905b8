"""What policies and functions ask about the groups of the context, once they need more than their ids."""

CONTEXT = """
create function ctx_eigen_groep(welke bigint) returns boolean stable language sql as
  $$ select welke = any(ctx_groepen()) and exists (select 1 from partijen_groep g
     where g.group_id = welke and g.convenant_id = ctx_convenant()) $$;
create function ctx_mag(handeling text) returns boolean stable language sql as
  $$ select exists (select 1 from partijen_groep g where g.group_id = any(ctx_groepen())
     and g.convenant_id = ctx_convenant() and handeling = any(g.handelingen)) $$;
grant execute on function ctx_eigen_groep(bigint), ctx_mag(text) to convenant_app;
"""
CONTEXT_TERUG = "drop function ctx_eigen_groep(bigint), ctx_mag(text);"
