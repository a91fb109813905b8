"""The fence around files, and everything that attaches or destroys one: all of it stands here."""

from convenant.poort.hek import functie

HOUDT = "convenant_id = ctx_convenant() and groep_id = any(ctx_groepen())"
LEEST_BIJLAGE = (
    "convenant_id = ctx_convenant() and exists (select 1 from bijlagen_bijlagesleutel s"
    " where s.bijlage_id = bijlagen_bijlage.id and s.groep_id = any(ctx_groepen()))"
)
MAAKT_CONCEPT = (
    "convenant_id = ctx_convenant() and ctx_eigen_groep(groep_id) and verstrekking_id is null and veld = ''"
)
GEEFT_SLEUTEL = "convenant_id = ctx_convenant() and bijlage_is_voor(bijlage_id, ontvangst_id, groep_id)"

# A key to the own concept; once attached, one for each copy that has the field. The sender cannot see those copies.
IS_VOOR = functie(
    "bijlage_is_voor(welke uuid, kopie uuid, houder bigint)",
    """
select exists (
  select 1 from bijlagen_bijlage b left join verstrekkingen_ontvangst o on o.id = kopie
  where b.id = welke and b.convenant_id = ctx_convenant() and b.groep_id = any(ctx_groepen())
    and case when b.verstrekking_id is null then kopie is null and houder = b.groep_id
      else o.verstrekking_id = b.verstrekking_id and o.groep_id = houder and b.veld = any(o.velden)
        and o.vernietigd_op is null end)
""",
    geeft="boolean stable",
    taal="sql",
)

# Null when there is no such concept. Else {copy: group} of who is to hold it: whose copy has the field, nobody else.
HECHT = functie(
    "bijlage_hecht(welke uuid, bij uuid, in_veld text)",
    """
declare
  houders jsonb;
begin
  update bijlagen_bijlage set verstrekking_id = bij, veld = in_veld
    where id = welke and convenant_id = ctx_convenant() and groep_id = any(ctx_groepen())
      and verstrekking_id is null and verstrekking_is_van_mij(bij);
  if not found then
    return null;
  end if;
  delete from bijlagen_bijlagesleutel where bijlage_id = welke;
  select coalesce(jsonb_object_agg(o.id, o.groep_id), '{}') into houders from verstrekkingen_ontvangst o
    where o.verstrekking_id = bij and in_veld = any(o.velden) and o.vernietigd_op is null;
  if houders = '{}' then
    delete from bijlagen_bijlage where id = welke;
  end if;
  return houders;
end
""",
    geeft="jsonb",
)

# Whatever destroys a copy destroys its key with it. Two last copies at once wait for each other: one sees the last.
MET_KOPIE = functie(
    "bijlage_vergaat_met_kopie()",
    """
declare
  geraakt uuid[];
begin
  if tg_op = 'UPDATE' and new.vernietigd_op is null then
    return null;
  end if;
  perform 1 from bijlagen_bijlage where id in (
    select bijlage_id from bijlagen_bijlagesleutel where ontvangst_id = old.id) order by id for update;
  with weg as (delete from bijlagen_bijlagesleutel where ontvangst_id = old.id returning bijlage_id)
    select array_agg(bijlage_id) into geraakt from weg;
  delete from bijlagen_bijlage b where b.id = any(geraakt)
    and not exists (select 1 from bijlagen_bijlagesleutel s where s.bijlage_id = b.id);
  return null;
end
""",
    geeft="trigger",
)
BIJ_KOPIE = (
    "create trigger bijlage_vergaat_met_kopie after update of vernietigd_op or delete on verstrekkingen_ontvangst"
    " for each row execute function bijlage_vergaat_met_kopie()",
    "drop trigger bijlage_vergaat_met_kopie on verstrekkingen_ontvangst",
)

VERGEET = functie(
    "bijlage_vergeet(welke uuid)",
    """
begin
  delete from bijlagen_bijlagesleutel s using bijlagen_bijlage b
    where b.id = welke and s.bijlage_id = b.id and b.verstrekking_id is null
      and b.convenant_id = ctx_convenant() and b.groep_id = any(ctx_groepen());
  if found then
    delete from bijlagen_bijlage where id = welke;
  end if;
end
""",
)

VERGEET_CONCEPTEN = functie(
    "bijlagen_vergeet_concepten()",
    """
declare
  oud uuid[];
begin
  if ctx_taak() <> 'bewaring' then
    raise exception 'alleen de taak bewaring vergeet concepten';
  end if;
  select array_agg(id) into oud from (
    select id from bijlagen_bijlage
      where verstrekking_id is null and gemaakt_op <= ctx_nu() - interval '1 day' for update skip locked) concept;
  delete from bijlagen_bijlagesleutel where bijlage_id = any(oud);
  delete from bijlagen_bijlage where id = any(oud);
  return coalesce(cardinality(oud), 0);
end
""",
    geeft="bigint",
)
