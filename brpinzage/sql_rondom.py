"""The fence around what stands beside the exchange, and the closing of a corporatie's access (artikel 7)."""

from convenant.poort.hek import functie
from convenant.zaken.sql import EIGEN_TOEGANG

from .sql import eigen_deelname

IN_CONVENANT = "convenant_id = ctx_convenant()"
ONDERHOUD = f"{IN_CONVENANT} and ctx_mag('onderhoud_aankondigen')"
PLAATST = f"{IN_CONVENANT} and ctx_mag('handreiking_plaatsen')"
LEEST_HANDREIKING = f"{IN_CONVENANT} and (vervallen_op is null or ctx_mag('handreiking_plaatsen'))"
EIGEN_BEVESTIGING = f"{IN_CONVENANT} and ctx_eigen_groep(groep_id) and ctx_mag('handreiking_bevestigen')"
LEEST_BEVESTIGING = f"{IN_CONVENANT} and (ctx_eigen_groep(groep_id) or ctx_mag('handreiking_plaatsen'))"
EIGEN_MAATREGELEN = eigen_deelname(
    "brpinzage_beveiligingsmaatregelen", "'beveiliging_verklaren' = any(g.handelingen)"
)
LEEST_MAATREGELEN = f"({EIGEN_MAATREGELEN}) or ({IN_CONVENANT} and ctx_mag('tekortkoming_openen'))"

# Whom an own case is about: the access of others is not there for the application's role.
CORPORATIE = functie(
    "zaak_corporatie(van_zaak bigint)",
    f"""
select d.id from zaken_toegang t join partijen_groep g on g.group_id = t.group_id
  join partijen_deelname d on d.id = g.deelname_id join zaken_zaak z on z.id = t.zaak_id
  where t.zaak_id = van_zaak and d.soort = 'corporatie' and z.convenant_id = ctx_convenant()
    and {EIGEN_TOEGANG.format(zaak="van_zaak")} limit 1
""",
    geeft="bigint stable",
    taal="sql",
)

# What a corporatie has in hand closes with its access: what it consulted, and what lies ready to be sent or confirmed.
SLUIT = functie(
    "toegang_sluit(van_zaak bigint)",
    """
declare
  welke bigint := zaak_corporatie(van_zaak);
  haar_groepen bigint[];
begin
  if welke is null or not ctx_mag('toegang_intrekken') or not exists (
    select 1 from zaken_zaak z where z.id = van_zaak and z.stap = 'toegang_ingetrokken')
  then
    raise exception 'toegang sluiten buiten de zaak';
  end if;
  select array_agg(group_id) into haar_groepen from partijen_groep where deelname_id = welke;
  update partijen_deelname set toegang_ingetrokken_op = coalesce(toegang_ingetrokken_op, ctx_nu())
    where id = welke;
  update verstrekkingen_ontvangst o set waarden = null, sleutel = null, vernietigd_op = ctx_nu()
    from verstrekkingen_verstrekking v where v.id = o.verstrekking_id and v.zaak_id is null
      and o.groep_id = any(haar_groepen) and o.vernietigd_op is null;
  delete from brpinzage_bezitvoorstelrij r using brpinzage_bezitvoorstel v
    where v.id = r.voorstel_id and v.deelname_id = welke;
  delete from brpinzage_bezitvoorstel where deelname_id = welke;
  delete from bijlagen_bijlagesleutel s using bijlagen_bijlage b
    where b.id = s.bijlage_id and b.verstrekking_id is null and b.groep_id = any(haar_groepen);
  delete from bijlagen_bijlage where verstrekking_id is null and groep_id = any(haar_groepen);
end
""",
)

# False when another case still keeps it closed.
OPEN = functie(
    "toegang_open(van_zaak bigint)",
    """
declare
  welke bigint := zaak_corporatie(van_zaak);
begin
  if welke is null or not ctx_mag('toegang_herstellen') or not exists (
    select 1 from zaken_zaak z where z.id = van_zaak and z.stap = 'tekortkoming_nagekomen')
  then
    raise exception 'toegang openen buiten de zaak';
  end if;
  update partijen_deelname set toegang_ingetrokken_op = null where id = welke and not exists (
    select 1 from zaken_zaak z join zaken_toegang t on t.zaak_id = z.id
    join partijen_groep g on g.group_id = t.group_id
    where g.deelname_id = welke and z.stap = 'toegang_ingetrokken');
  return found;
end
""",
    geeft="boolean",
)
