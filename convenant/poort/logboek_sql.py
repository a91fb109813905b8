"""The log's functions in the database: the only writer, and the check that names the first broken line."""

from .hek import functie

# One text per row, whatever the session's own time zone or byte notation.
HASH = """
create function logregel_hash(regel poort_logregel) returns bytea immutable language sql
  set timezone = 'UTC' set bytea_output = 'hex' as
  $$ select sha256(convert_to((to_jsonb(regel) - 'hash' - 'id')::text, 'UTF8')) $$;
"""
HASH_TERUG = "drop function logregel_hash(poort_logregel);"

SCHRIJF = functie(
    "logboek_schrijf(regel jsonb, sleutels text[], redenen_verborgen jsonb)",
    """
declare
  nieuw poort_logregel;
  kop poort_logkop;
  zout bytea;
  sleutel text;
begin
  if ctx_convenant() is null then
    raise exception 'logregel zonder context';
  end if;
  if regel->>'groep_id' is not null and not (regel->>'groep_id')::bigint = any(ctx_groepen()) then
    raise exception 'logregel voor een andere groep';
  end if;
  if not exists (select 1 from partijen_deelname d join partijen_medewerker m on m.partij_id = d.partij_id
    where d.id = (regel->>'deelname_id')::bigint and d.convenant_id = ctx_convenant()
      and m.id = (regel->>'medewerker_id')::bigint
      and (regel->>'groep_id' is null or exists (select 1 from partijen_groep g
        where g.group_id = (regel->>'groep_id')::bigint and g.deelname_id = d.id)))
  then
    raise exception 'logregel van iemand anders';
  end if;
  if abs(((regel->>'moment')::timestamptz at time zone 'Europe/Amsterdam')::date - ctx_dag()) > 1 then
    raise exception 'logregel op een andere dag';
  end if;
  insert into poort_logkop (convenant_id, volg, hash) values (ctx_convenant(), 0, '') on conflict do nothing;
  select * into kop from poort_logkop where convenant_id = ctx_convenant() for update;
  nieuw := jsonb_populate_record(null::poort_logregel, regel);
  nieuw.id := nextval(pg_get_serial_sequence('poort_logregel', 'id'));
  nieuw.convenant_id := ctx_convenant();
  nieuw.volg := kop.volg + 1;
  nieuw.vorige := kop.hash;
  nieuw.betrokkenen := '{}';
  foreach sleutel in array sleutels loop
    zout := uuid_send(gen_random_uuid());
    insert into poort_logbetrokkene (convenant_id, volg, sleutel, zout)
      values (nieuw.convenant_id, nieuw.volg, decode(sleutel, 'hex'), zout);
    nieuw.betrokkenen := nieuw.betrokkenen || sha256(zout || decode(sleutel, 'hex'));
  end loop;
  if jsonb_array_length(redenen_verborgen) > 0 then
    zout := uuid_send(gen_random_uuid());
    insert into poort_logverborgen (convenant_id, volg, redenen, zout)
      values (nieuw.convenant_id, nieuw.volg, redenen_verborgen, zout);
    nieuw.verborgen := sha256(zout || convert_to(redenen_verborgen::text, 'UTF8'));
  end if;
  nieuw.hash := logregel_hash(nieuw);
  insert into poort_logregel select (nieuw).*;
  update poort_logkop set volg = nieuw.volg, hash = nieuw.hash where convenant_id = nieuw.convenant_id;
  return nieuw.volg;
end
""",
    geeft="bigint",
)

# The clock acts for nobody: its lines name no person and no group, and a party of the convenant or none.
_VAN_IEMAND = "  if not exists (select 1 from partijen_deelname d join partijen_medewerker m"
_VAN_TAAK = """  if (ctx_taak() <> '' and regel->>'medewerker_id' is null and regel->>'groep_id' is null
      and (regel->>'deelname_id' is null or exists (select 1 from partijen_deelname d
        where d.id = (regel->>'deelname_id')::bigint and d.convenant_id = ctx_convenant()))) is not true
    and not exists (select 1 from partijen_deelname d join partijen_medewerker m"""
_OPNIEUW = SCHRIJF[0].replace("create function", "create or replace function", 1)
OOK_TAKEN = (_OPNIEUW.replace(_VAN_IEMAND, _VAN_TAAK, 1), _OPNIEUW)

# Names the first line that does not fit, or nothing. A child that has gone on its own term is no break.
EERSTE_BREUK = functie(
    "logboek_eerste_breuk(welk bigint)",
    """
declare
  breuk text;
begin
  with regels as (
    select r.volg, r.vorige, r.hash, r.betrokkenen, r.verborgen, logregel_hash(r) as berekend,
      lag(r.hash, 1, ''::bytea) over (order by r.volg) as hash_ervoor,
      lag(r.volg, 1, 0::bigint) over (order by r.volg) as volg_ervoor
    from poort_logregel r where r.convenant_id = welk
  ), fout as (
    select volg, case
      when volg <> volg_ervoor + 1 then 'er ontbreekt een regel voor regel ' || volg
      when hash <> berekend then 'regel ' || volg || ' is gewijzigd'
      when vorige <> hash_ervoor then 'regel ' || volg || ' sluit niet aan op de regel ervoor'
      when exists (select 1 from poort_logbetrokkene b where b.convenant_id = welk and b.volg = regels.volg
        and not sha256(b.zout || b.sleutel) = any(regels.betrokkenen))
        then 'de betrokkenen bij regel ' || volg || ' zijn gewijzigd'
      when exists (select 1 from poort_logverborgen v where v.convenant_id = welk and v.volg = regels.volg
        and sha256(v.zout || convert_to(v.redenen::text, 'UTF8')) is distinct from regels.verborgen)
        then 'de redenen bij regel ' || volg || ' zijn gewijzigd'
      end as wat
    from regels
  )
  select wat into breuk from fout where wat is not null order by volg limit 1;
  if breuk is null and exists (
    select 1 from poort_logkop k where k.convenant_id = welk and k.volg > 0 and not exists (
      select 1 from poort_logregel r where r.convenant_id = welk and r.volg = k.volg and r.hash = k.hash)
  ) then
    breuk := 'het logboek is aan het einde afgeknipt';
  end if;
  return breuk;
end
""",
    geeft="text",
)

# The same from one line on, which itself is only what the next must join: all of a long chain is too much for every five minutes.
BREUK_NA = tuple(
    stuk.replace("logboek_eerste_breuk(welk bigint)", "logboek_breuk_na(welk bigint, na bigint)")
    .replace("logboek_eerste_breuk", "logboek_breuk_na")
    .replace("where r.convenant_id = welk\n", "where r.convenant_id = welk and r.volg >= na\n", 1)
    .replace("from regels\n", "from regels where volg > na\n", 1)
    for stuk in EERSTE_BREUK
)

KOPPEN = functie(
    "logboek_koppen()",
    "select convenant_id, volg, hash from poort_logkop where volg > 0 order by convenant_id",
    geeft="table (convenant_id bigint, volg bigint, hash bytea)",
    taal="sql",
)

HASH_OP = functie(
    "logboek_hash_op(welk bigint, welke_volg bigint)",
    "select hash from poort_logregel where convenant_id = welk and volg = welke_volg",
    geeft="bytea",
    taal="sql",
)

# Not even the owner changes a line by accident.
ONVERANDERLIJK = """
create function logregel_onveranderlijk() returns trigger language plpgsql as
  $$ begin raise exception 'het logboek is niet te wijzigen'; end $$;
create trigger onveranderlijk before update or delete on poort_logregel
  for each row execute function logregel_onveranderlijk();
"""
ONVERANDERLIJK_TERUG = """
drop trigger onveranderlijk on poort_logregel;
drop function logregel_onveranderlijk();
"""

LEEST_ALLES = (
    "convenant_id = ctx_convenant() and exists (select 1 from partijen_groep g where g.convenant_id = ctx_convenant()"
    " and g.group_id = any(ctx_groepen()) and g.leest_logboek)"
)
LEEST_REGEL = (
    "convenant_id = ctx_convenant() and (groep_id = any(ctx_groepen()) or exists (select 1 from partijen_groep g"
    " where g.convenant_id = ctx_convenant() and g.group_id = any(ctx_groepen())"
    " and (g.leest_logboek or g.partij_logboek and g.deelname_id = poort_logregel.deelname_id)))"
)
