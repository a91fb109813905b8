"""What policies and functions ask about the groups of the context, and what holds for rights whoever writes them."""

from convenant.poort.hek import APP, functie, hek

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

GEBEURTENIS = hek(
    "partijen_autorisatiegebeurtenis",
    select="""ctx_taak() = 'rechten' or ctx_mag('rechten_inzien') and exists (
        select 1 from partijen_autorisatie a join partijen_groep g on g.group_id = a.groep_id
        where a.id = autorisatie_id and g.convenant_id = ctx_convenant())""",
    # The first people of a convenant are set up before anyone has a functie in it.
    insert="true",
)
HERSTEL = hek(
    "partijen_factorherstel",
    kolommen="besloten_door_id, besloten_op, toegestaan",
    select="""convenant_id = ctx_convenant()
        and (ctx_mag('factor_herstel_vragen') or ctx_mag('factor_herstel_toestaan'))""",
    insert="convenant_id = ctx_convenant() and ctx_mag('factor_herstel_vragen')",
    update="convenant_id = ctx_convenant() and ctx_mag('factor_herstel_toestaan')",
)
# Access of a party is closed and opened by the functions of its tekortkoming only.
DEELNAME = f"""
revoke update on partijen_deelname from {APP};
grant update (getekend_op, ondertekenaar, einde) on partijen_deelname to {APP};
"""
DEELNAME_TERUG = f"grant update on partijen_deelname to {APP};"
# How many hold the functie at the busiest moment of a period, `behalve` left out. Two at once wait for each other.
RECHTEN = f"""
create function autorisaties_tegelijk(in_groep int, vanaf date, tot_dag date, behalve bigint) returns bigint
language plpgsql security definer set search_path = public as $$
declare hoogste bigint;
begin
  perform pg_advisory_xact_lock(hashtext('autorisatie'), in_groep);
  with rij as (
    select van, tot from partijen_autorisatie
    where groep_id = in_groep and id is distinct from behalve and van is not null
      and (tot is null or tot > greatest(van, vanaf)) and (tot_dag is null or van < tot_dag)
  ), dag as (select greatest(van, vanaf) as op from rij)
  select coalesce(max(aantal), 0) into hoogste from (
    select (select count(*) from rij where rij.van <= dag.op and (rij.tot is null or dag.op < rij.tot)) as aantal
    from dag) as telling;
  return hoogste;
end $$;
revoke all on function autorisaties_tegelijk(int, date, date, bigint) from public;
grant execute on function autorisaties_tegelijk(int, date, date, bigint) to {APP};

create function autorisatie_houdt_stand() returns trigger
language plpgsql security definer set search_path = public as $$
declare grens int; groep_convenant bigint;
begin
  select g.maximum, g.convenant_id into grens, groep_convenant from partijen_groep g where g.group_id = new.groep_id;
  if ctx_convenant() is not null then
    if groep_convenant is distinct from ctx_convenant() or not (ctx_mag('medewerker_aanmelden')
        or new.van is not null and ctx_mag('autorisatie_verlenen')
        or new.afgesloten_op is not null and ctx_mag('autorisatie_weigeren')) then
      raise exception 'no right to write this autorisatie' using errcode = 'insufficient_privilege';
    end if;
    if tg_op = 'UPDATE' and old.van is null and new.van is not null and not ctx_mag('autorisatie_verlenen') then
      raise exception 'no right to grant' using errcode = 'insufficient_privilege';
    end if;
  end if;
  if tg_op = 'UPDATE' and (old.medewerker_id, old.groep_id, old.aangemeld_door_id, old.aangemeld_op)
      is distinct from (new.medewerker_id, new.groep_id, new.aangemeld_door_id, new.aangemeld_op) then
    raise exception 'a registration does not change' using errcode = 'check_violation';
  end if;
  if tg_op = 'UPDATE' and old.van is not null
      and (old.van, old.verleend_door_id) is distinct from (new.van, new.verleend_door_id) then
    raise exception 'a grant does not change' using errcode = 'check_violation';
  end if;
  if new.van is not null and (select count(distinct account_id) from partijen_medewerker
      where id in (new.medewerker_id, new.verleend_door_id)) < 2 or new.van is not null and
      (select count(distinct account_id) from partijen_medewerker
      where id in (new.aangemeld_door_id, new.verleend_door_id)) < 2 then
    raise exception 'one person for two pairs of eyes' using errcode = 'check_violation';
  end if;
  if grens is not null and new.van is not null
      and autorisaties_tegelijk(new.groep_id, new.van, new.tot, new.id) >= grens then
    raise exception 'too many people with this functie' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger houdt_stand before insert or update on partijen_autorisatie
  for each row execute function autorisatie_houdt_stand();
revoke delete, truncate on partijen_autorisatie from {APP};
"""
RECHTEN_TERUG = f"""
drop trigger houdt_stand on partijen_autorisatie;
drop function autorisatie_houdt_stand();
drop function autorisaties_tegelijk(int, date, date, bigint);
grant delete on partijen_autorisatie to {APP};
"""

# What ended, was refused or was suspended does not come back by writing the row: that takes a new registration, or the
# verb to resume. In a request nothing begins as granted, and nobody is registered for another party's functie.
BLIJFT = """
create function autorisatie_blijft_beeindigd() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'INSERT' then
    if new.van is not null and ctx_convenant() is not null then
      raise exception 'a right is registered before it is granted' using errcode = 'insufficient_privilege';
    end if;
    if not exists (select 1 from partijen_medewerker m, partijen_groep g
        join partijen_deelname d on d.id = g.deelname_id
        where m.id = new.medewerker_id and g.group_id = new.groep_id and d.partij_id = m.partij_id) then
      raise exception 'not a person of this party' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if old.afgesloten_op is not null and new.afgesloten_op is distinct from old.afgesloten_op
      or old.van is not null and old.tot is not null and (new.tot is null or new.tot > old.tot) then
    raise exception 'what ended does not begin again' using errcode = 'check_violation';
  end if;
  if old.geschorst_op is not null and new.geschorst_op is null and ctx_convenant() is not null
      and not ctx_mag('autorisatie_hervatten') then
    raise exception 'no right to resume' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger blijft_beeindigd before insert or update on partijen_autorisatie
  for each row execute function autorisatie_blijft_beeindigd();
"""
BLIJFT_TERUG = """
drop trigger blijft_beeindigd on partijen_autorisatie;
drop function autorisatie_blijft_beeindigd();
"""

GESCHIEDENIS = hek(
    "partijen_inrichtingsgebeurtenis",
    select="convenant_id = ctx_convenant() and ctx_mag('convenant_inrichten')",
    # The first rows of a convenant are laid down by command, before anyone has a functie in it.
    insert="""ctx_convenant() is null
        or convenant_id = ctx_convenant() and ctx_mag('convenant_inrichten')""",
)
# Set up before there is a request: outside one the commands write, inside one only who has the verb, in this convenant.
# What other acts change (the end of a deelname, access that closes) is no part of the set-up.
_INGERICHT = {
    "partijen_convenant": (
        "id",
        "code, naam, gemeente, gemeentecode, huisstijl, beleid_code, beleid_versie, ingang",
    ),
    "partijen_deelname": (
        "convenant_id",
        "convenant_id, partij_id, soort, getekend_op, ondertekenaar, ondertekenaar_functie",
    ),
    "partijen_instellingwaarde": ("convenant_id", "convenant_id, deelname_id, naam, waarde"),
    "partijen_groep": ("convenant_id", ""),
    "partijen_partij": ("", "naam, kvk_nummer, onderdeel_van_id"),
}


def _inrichting() -> tuple[str, str]:
    maak = f"""
create function inrichting_door_wie_mag() returns trigger language plpgsql as $$
declare elders boolean := false;
begin
  -- The functions of other acts work with the owner's rights and ask for their own verb.
  if current_user <> '{APP}' or ctx_convenant() is null then
    return coalesce(new, old);
  end if;
  if tg_argv[0] <> '' then
    elders := coalesce((to_jsonb(old) ->> tg_argv[0])::bigint <> ctx_convenant(), false)
      or coalesce((to_jsonb(new) ->> tg_argv[0])::bigint <> ctx_convenant(), false);
  end if;
  if elders or not ctx_mag('convenant_inrichten') then
    raise exception 'no right to set up' using errcode = 'insufficient_privilege';
  end if;
  return coalesce(new, old);
end $$;
revoke delete, truncate on partijen_convenant, partijen_deelname, partijen_partij from {APP};
grant update (ondertekenaar_functie) on partijen_deelname to {APP};
"""
    terug = f"""
drop function inrichting_door_wie_mag();
grant delete on partijen_convenant, partijen_deelname, partijen_partij to {APP};
"""
    for tabel, (sleutel, kolommen) in _INGERICHT.items():
        oud, nieuw = (", ".join(f"{rij}.{kolom}" for kolom in kolommen.split(", ")) for rij in ("old", "new"))
        triggers = {
            "insert": "",
            "update": f"when (({oud}) is distinct from ({nieuw}))" if kolommen else None,
            "delete": "" if tabel == "partijen_instellingwaarde" else None,
        }
        for opdracht, wanneer in triggers.items():
            if wanneer is not None:
                maak += f"""
create trigger inrichting_{opdracht} before {opdracht} on {tabel}
  for each row {wanneer} execute function inrichting_door_wie_mag('{sleutel}');"""
                terug = f"drop trigger inrichting_{opdracht} on {tabel};\n{terug}"
    return maak, terug


INRICHTING, INRICHTING_TERUG = _inrichting()

# Within a request history is written of the own convenant only; the set-up commands and the clock have none.
EIGEN_GESCHIEDENIS = """
alter policy "insert" on partijen_autorisatiegebeurtenis with check (ctx_convenant() is null or exists (
  select 1 from partijen_autorisatie a join partijen_groep g on g.group_id = a.groep_id
  where a.id = autorisatie_id and g.convenant_id = ctx_convenant()));
"""
EIGEN_GESCHIEDENIS_TERUG = 'alter policy "insert" on partijen_autorisatiegebeurtenis with check (true);'

# Every right rests on who works where and on what was declared: in a request only the registering side writes that.
MENSEN = f"""
create function mensen_door_wie_mag() returns trigger language plpgsql as $$
begin
  if current_user = '{APP}' and ctx_convenant() is not null
      and not (ctx_mag('medewerker_aanmelden') or ctx_mag('medewerker_afmelden')) then
    raise exception 'no right to write people' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger door_wie_mag before insert or update on partijen_medewerker
  for each row execute function mensen_door_wie_mag();
create trigger door_wie_mag_nieuw before insert on partijen_verklaring
  for each row when (new.medewerker_id is not null) execute function mensen_door_wie_mag();
create trigger door_wie_mag_anders before update on partijen_verklaring
  for each row when (old.medewerker_id is not null or new.medewerker_id is not null)
  execute function mensen_door_wie_mag();
revoke update, delete on partijen_medewerker, partijen_verklaring from {APP};
grant update (tot) on partijen_medewerker, partijen_verklaring to {APP};
revoke delete on partijen_account from {APP};
"""
MENSEN_TERUG = f"""
drop trigger door_wie_mag on partijen_medewerker;
drop trigger door_wie_mag_nieuw on partijen_verklaring;
drop trigger door_wie_mag_anders on partijen_verklaring;
drop function mensen_door_wie_mag();
grant update, delete on partijen_medewerker, partijen_verklaring to {APP};
grant delete on partijen_account to {APP};
"""

# Which team answers for a postcode: laid down by who sets up, and only of a team of that functie that is open.
TEAMPOSTCODES = f"""
revoke update, truncate on partijen_teampostcode from {APP};
create trigger inrichting_insert before insert on partijen_teampostcode
  for each row execute function inrichting_door_wie_mag('convenant_id');
create trigger inrichting_delete before delete on partijen_teampostcode
  for each row execute function inrichting_door_wie_mag('convenant_id');
create function teampostcode_van_team() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform 1 from partijen_groep g where g.group_id = new.groep_id and g.convenant_id = new.convenant_id
    and g.deelname_id = new.deelname_id and g.functie = new.functie and g.team <> '' and g.gesloten_op is null
    for share;
  if not found then
    raise exception 'not an open team of this functie' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger van_team before insert on partijen_teampostcode
  for each row execute function teampostcode_van_team();
"""
TEAMPOSTCODES_TERUG = f"""
drop trigger van_team on partijen_teampostcode;
drop function teampostcode_van_team();
drop trigger inrichting_delete on partijen_teampostcode;
drop trigger inrichting_insert on partijen_teampostcode;
grant update on partijen_teampostcode to {APP};
"""
# Closed (from `per` on) only while it has no open case and nobody in it, of which who sets up sees neither; opened again by null.
# What kept it open, "" when nothing did. Who gives it a case or a person at the same moment waits.
TEAM_SLUIT = functie(
    "team_zet(welke int, per timestamptz)",
    """
begin
  if ctx_convenant() is not null and not (ctx_mag('convenant_inrichten') and exists (
      select from partijen_groep g where g.group_id = welke and g.convenant_id = ctx_convenant())) then
    raise exception 'no right to set up' using errcode = 'insufficient_privilege';
  end if;
  perform from auth_group where id = welke for update;
  perform from partijen_groep where group_id = welke for update;
  if per is not null and exists (select from zaken_toegang t where t.group_id = welke and t.open
      and (t.geldig_tot is null or t.geldig_tot > per)) then
    return 'zaken';
  end if;
  if per is not null and exists (select from partijen_autorisatie a where a.groep_id = welke
      and a.afgesloten_op is null and (a.tot is null or a.tot > (per at time zone 'Europe/Amsterdam')::date)) then
    return 'mensen';
  end if;
  update partijen_groep set gesloten_op = per where group_id = welke;
  return '';
end
""",
    geeft="text",
)
# The name of a team, and of the group behind it, so that the old name can be given to another.
TEAM_HERNOEM = functie(
    "team_hernoem(welke int, naam text)",
    """
begin
  if ctx_convenant() is not null and not (ctx_mag('convenant_inrichten') and exists (
      select from partijen_groep g where g.group_id = welke and g.convenant_id = ctx_convenant())) then
    raise exception 'no right to set up' using errcode = 'insufficient_privilege';
  end if;
  perform from auth_group where id = welke for update;
  update auth_group a set name = left(a.name, length(a.name) - length(g.team)) || naam
    from partijen_groep g where g.group_id = a.id and a.id = welke and g.team <> '';
  update partijen_groep set team = naam where group_id = welke and team <> '';
end
""",
)
