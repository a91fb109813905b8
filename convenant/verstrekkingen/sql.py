"""The fence around exchanges: a copy is its holder's alone; who performed the verb makes the copies."""

from convenant.poort.hek import functie
from convenant.zaken.sql import EIGEN_TOEGANG

# In a function, because the two tables' policies would otherwise refer to each other.
VAN_MIJ = functie(
    "verstrekking_is_van_mij(welke uuid)",
    "select exists (select 1 from verstrekkingen_verstrekking v where v.id = welke"
    " and v.convenant_id = ctx_convenant() and v.door_groep_id = any(ctx_groepen()))",
    geeft="boolean stable",
    taal="sql",
)
BIJ_MIJ = functie(
    "verstrekking_is_bij_mij(welke uuid)",
    "select exists (select 1 from verstrekkingen_ontvangst o where o.verstrekking_id = welke"
    " and o.convenant_id = ctx_convenant() and o.groep_id = any(ctx_groepen()))",
    geeft="boolean stable",
    taal="sql",
)

MAAKT = "convenant_id = ctx_convenant() and ctx_eigen_groep(door_groep_id)"
HOUDT = "convenant_id = ctx_convenant() and groep_id = any(ctx_groepen())"
LEEST_VERSTREKKING = (
    "convenant_id = ctx_convenant() and (door_groep_id = any(ctx_groepen()) or verstrekking_is_bij_mij(id))"
)
MAAKT_ONTVANGST = (
    "convenant_id = ctx_convenant() and verstrekking_is_van_mij(verstrekking_id) and exists (select 1 from"
    " partijen_groep g where g.group_id = groep_id and g.convenant_id = ctx_convenant())"
)
LEEST_RAADPLEGING = (
    "convenant_id = ctx_convenant() and (groep_id = any(ctx_groepen()) or exists (select 1 from partijen_groep g"
    " where g.convenant_id = ctx_convenant() and g.group_id = any(ctx_groepen()) and g.leest_logboek))"
)

# The sender cannot see the receivers' copies, but must be able to destroy them.
TREK_IN = functie(
    "verstrekking_trek_in(welke uuid, reden text, per timestamptz)",
    """
begin
  update verstrekkingen_verstrekking set ingetrokken_op = per, intrekreden = reden
    where id = welke and convenant_id = ctx_convenant() and door_groep_id = any(ctx_groepen())
      and ingetrokken_op is null;
  if not found then
    return false;
  end if;
  update verstrekkingen_ontvangst set waarden = null, sleutel = null, vernietigd_op = per
    where verstrekking_id = welke and vernietigd_op is null;
  return true;
end
""",
    geeft="boolean",
)

VERNIETIG_VERLOPEN = functie(
    "ontvangsten_vernietig_verlopen(moment timestamptz)",
    """
declare
  aantal bigint;
begin
  if ctx_taak() <> 'bewaring' or moment > ctx_nu() then
    raise exception 'alleen de taak bewaring vernietigt, en niet te vroeg';
  end if;
  update verstrekkingen_ontvangst set waarden = null, sleutel = null, vernietigd_op = moment
    where vernietigd_op is null and bewaren_tot <= moment;
  get diagnostics aantal = row_count;
  return aantal;
end
""",
    geeft="bigint",
)

# Every holder reads that there is a newer version, also one who does not get it.
VERVANG = functie(
    "verstrekking_vervang(welke uuid, per timestamptz)",
    """
begin
  update verstrekkingen_verstrekking set vervangen_op = per
    where id = welke and convenant_id = ctx_convenant() and door_groep_id = any(ctx_groepen())
      and vervangen_op is null;
  return found;
end
""",
    geeft="boolean",
)

BESTAAT = functie(
    "verstrekking_bestaat(welke uuid)",
    "select exists (select 1 from verstrekkingen_verstrekking where id = welke)",
    geeft="boolean stable",
    taal="sql",
)

# Whichever way the values of a copy go, what one could find or recognise it by goes with them.
LEEG = """
create function ontvangst_leeg() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  new.adres_sleutel := '';
  update zaken_toegang set label = '', label_van = null where label_van = new.id;
  return new;
end $$;
revoke all on function ontvangst_leeg() from public;
create trigger ontvangst_leeg before update on verstrekkingen_ontvangst for each row
  when (old.vernietigd_op is null and new.vernietigd_op is not null) execute function ontvangst_leeg();
"""
LEEG_TERUG = "drop trigger ontvangst_leeg on verstrekkingen_ontvangst; drop function ontvangst_leeg();"

# The sender says by what a holder finds its copy and knows the case: no more than stands in that copy.
HERKEN = functie(
    "ontvangst_herken(welke_ontvangst uuid, tekst text, welke_sleutel text)",
    """
begin
  update verstrekkingen_ontvangst o set adres_sleutel = welke_sleutel from verstrekkingen_verstrekking v
    where o.id = welke_ontvangst and v.id = o.verstrekking_id and v.convenant_id = ctx_convenant()
      and v.door_groep_id = any(ctx_groepen());
  update zaken_toegang t set label = tekst, label_van = o.id
    from verstrekkingen_ontvangst o join verstrekkingen_verstrekking v on v.id = o.verstrekking_id
    where o.id = welke_ontvangst and v.convenant_id = ctx_convenant() and v.door_groep_id = any(ctx_groepen())
      and t.zaak_id = v.zaak_id and t.group_id = o.groep_id;
end
""",
)

# A copy that has served its purpose goes at once.
BEEINDIG = functie(
    "ontvangst_beeindig(welke uuid, per timestamptz)",
    """
begin
  update verstrekkingen_ontvangst set waarden = null, sleutel = null, vernietigd_op = per
    where id = welke and convenant_id = ctx_convenant() and groep_id = any(ctx_groepen()) and vernietigd_op is null;
  return found;
end
""",
    geeft="boolean",
)

# What a condition asks about a case, of who has it: that something went, never what or to whom.
VERSTUURD = functie(
    "zaak_verstuurd(van_zaak bigint, sets text[])",
    f"""select max(v.moment) from verstrekkingen_verstrekking v
    where v.zaak_id = van_zaak and v.convenant_id = ctx_convenant() and v.gegevensset = any(sets)
      and v.ingetrokken_op is null and {EIGEN_TOEGANG.format(zaak="van_zaak")}""",
    geeft="timestamptz stable",
    taal="sql",
)
IS_BIJ = functie(
    "zaak_is_bij(van_zaak bigint, welke_groep int)",
    f"""select exists (select 1 from zaken_toegang t where t.zaak_id = van_zaak and t.group_id = welke_groep
      and (t.geldig_tot is null or t.geldig_tot > ctx_nu()) and {EIGEN_TOEGANG.format(zaak="van_zaak")})""",
    geeft="boolean stable",
    taal="sql",
)
