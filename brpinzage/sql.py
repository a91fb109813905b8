"""The fence around stock and extract: stock is the own party's; of the extract only the address of the raadpleging."""

from convenant.poort.hek import functie


def eigen_deelname(tabel: str, extra: str = "true") -> str:
    """The row is of the own party in the convenant of the act."""
    return (
        "convenant_id = ctx_convenant() and exists (select 1 from partijen_groep g where g.deelname_id ="
        f" {tabel}.deelname_id and g.group_id = any(ctx_groepen()) and {extra})"
    )


EIGEN_DEELNAME = eigen_deelname("brpinzage_bezit")
EIGEN_VOORSTEL = eigen_deelname("brpinzage_bezitvoorstel", "g.functie = 'beheerder'")
# The proposal is fenced itself, so a proposal of another party is not there for this sub-select.
RIJ_VAN_EIGEN_VOORSTEL = (
    "exists (select 1 from brpinzage_bezitvoorstel v where v.id = brpinzage_bezitvoorstelrij.voorstel_id)"
)
EIGEN_UITTREKSEL = (
    "convenant_id = ctx_convenant() and ctx_eigen_groep(groep_id) and ctx_mag('uittreksel_laden')"
)
BIJHOUDEN = f"{EIGEN_DEELNAME} and ctx_mag('bezit_bijhouden')"
IN_CONVENANT = "convenant_id = ctx_convenant() and cardinality(ctx_groepen()) > 0"
VANDAAG_IN_BEZIT = "b.van <= ctx_dag() and (b.tot is null or b.tot > ctx_dag())"


def _woning(kolom: str) -> str:
    """A column of the one address of this raadpleging. Asked once per query, so that the indexes can be used; bezit
    is fenced itself, so an address of another party is not there for this sub-select either."""
    return f"(select b.{kolom} from brpinzage_bezit b where b.id = ctx_woning() and {VANDAAG_IN_BEZIT})"


# The same dwelling: by BAG id where both have one, else by postcode, number, letter and addition.
OP_DIT_ADRES = f"""
convenant_id = ctx_convenant() and uittreksel_id = (
  select u.id from brpinzage_uittreksel u where u.convenant_id = ctx_convenant() and u.status = 'actief')
and (bag_id <> '' and bag_id = {_woning("bag_id")}
  or adres_sleutel = {_woning("adres_sleutel")} and (bag_id = '' or {_woning("bag_id")} in ('', bag_id)))
"""

# Two loads of one convenant go one after the other, until the end of their transaction. A concept that was left lying
# is destroyed: there is never more than one of a group.
BEGIN = functie(
    "uittreksel_begin()",
    """
begin
  if not ctx_mag('uittreksel_laden') then
    raise exception 'uittreksel buiten de context';
  end if;
  perform pg_advisory_xact_lock(hashtext('uittreksel'), ctx_convenant()::int);
  delete from brpinzage_ingeschrevene i using brpinzage_uittreksel u where i.uittreksel_id = u.id
    and u.status = 'concept' and u.convenant_id = ctx_convenant() and u.groep_id = any(ctx_groepen());
  delete from brpinzage_uittreksel u
    where u.status = 'concept' and u.convenant_id = ctx_convenant() and u.groep_id = any(ctx_groepen());
end
""",
)

# The loader writes and never reads: rows outside every participating party's stock are left out and counted.
LAAD = functie(
    "uittreksel_laad(welk uuid, rijen jsonb)",
    f"""
declare
  aantal bigint;
begin
  if not ctx_mag('uittreksel_laden') then
    raise exception 'uittreksel buiten de context';
  end if;
  if not exists (select 1 from brpinzage_uittreksel u where u.id = welk and u.status = 'concept'
    and u.convenant_id = ctx_convenant() and u.groep_id = any(ctx_groepen()))
  then
    raise exception 'uittreksel buiten de context';
  end if;
  insert into brpinzage_ingeschrevene
      (uittreksel_id, convenant_id, adres_sleutel, bag_id, naam, persoon_sleutel, afgeschermd)
    select welk, ctx_convenant(), r.adres_sleutel, r.bag_id, r.naam, r.persoon_sleutel, r.afgeschermd
    from jsonb_to_recordset(rijen)
      r(adres_sleutel text, bag_id text, naam text, persoon_sleutel text, afgeschermd boolean)
    where exists (select 1 from brpinzage_bezit b where b.convenant_id = ctx_convenant() and {VANDAAG_IN_BEZIT}
        and b.adres_sleutel = r.adres_sleutel and (r.bag_id = '' or b.bag_id in ('', r.bag_id)))
      or r.bag_id <> '' and exists (select 1 from brpinzage_bezit b where b.convenant_id = ctx_convenant()
        and {VANDAAG_IN_BEZIT} and b.bag_id = r.bag_id);
  get diagnostics aantal = row_count;
  return aantal;
end
""",
    geeft="bigint",
)

# Whole: from one moment to the next the old extract is gone and the new one there. Two at once wait for each other.
ACTIVEER = functie(
    "uittreksel_activeer(welk uuid)",
    """
declare
  nieuw brpinzage_uittreksel;
begin
  if not ctx_mag('uittreksel_laden') then
    raise exception 'uittreksel buiten de context';
  end if;
  perform pg_advisory_xact_lock(hashtext('uittreksel'), ctx_convenant()::int);
  select * into nieuw from brpinzage_uittreksel u where u.id = welk and u.status = 'concept'
    and u.convenant_id = ctx_convenant() and u.groep_id = any(ctx_groepen());
  if not found then
    return 'weg';
  end if;
  if exists (select 1 from brpinzage_uittreksel u where u.convenant_id = ctx_convenant() and u.status = 'actief'
    and u.peilmoment > nieuw.peilmoment)
  then
    return 'ouder';
  end if;
  -- A raadpleging holds this shared, from deciding to reading: it sees one extract, never two.
  perform pg_advisory_xact_lock(hashtext('uittreksel in gebruik'), ctx_convenant()::int);
  delete from brpinzage_ingeschrevene i where i.convenant_id = ctx_convenant() and i.uittreksel_id in (
    select u.id from brpinzage_uittreksel u where u.convenant_id = ctx_convenant() and u.status = 'actief');
  update brpinzage_uittreksel u set status = 'vervangen'
    where u.convenant_id = ctx_convenant() and u.status = 'actief';
  update brpinzage_uittreksel u set status = 'actief' where u.id = welk;
  return 'actief';
end
""",
    geeft="text",
)

WIS = functie(
    "uittreksel_wis(welk uuid)",
    """
begin
  if not ctx_mag('uittreksel_laden') then
    raise exception 'uittreksel buiten de context';
  end if;
  delete from brpinzage_ingeschrevene i using brpinzage_uittreksel u where u.id = welk and i.uittreksel_id = u.id
    and u.status = 'concept' and u.convenant_id = ctx_convenant() and u.groep_id = any(ctx_groepen());
  delete from brpinzage_uittreksel u where u.id = welk and u.status = 'concept'
    and u.convenant_id = ctx_convenant() and u.groep_id = any(ctx_groepen());
end
""",
)

# For the task, without a person: concepts that nobody came back to.
VERGEET = functie(
    "uittreksels_vergeten(voor timestamptz)",
    """
declare
  aantal bigint;
begin
  if ctx_taak() <> 'bewaring' then
    raise exception 'alleen de taak bewaring vergeet uittreksels';
  end if;
  delete from brpinzage_ingeschrevene i using brpinzage_uittreksel u where i.uittreksel_id = u.id
    and u.status = 'concept' and u.geladen_op < voor;
  delete from brpinzage_uittreksel u where u.status = 'concept' and u.geladen_op < voor;
  get diagnostics aantal = row_count;
  return aantal;
end
""",
    geeft="bigint",
)

# Whether another participating party has this dwelling in its stock on one of these days: yes or no, never whose
# (HEE-2.3). Only a beheerder has a reason to ask.
ELDERS = functie(
    "bezit_elders(sleutel text, bag text, eerste_dag date, niet_meer date)",
    """
declare
  eigen bigint := (select g.deelname_id from partijen_groep g
    where g.group_id = any(ctx_groepen()) and g.functie = 'beheerder' and g.convenant_id = ctx_convenant() limit 1);
begin
  if eigen is null then
    raise exception 'alleen de beheerder van een corporatie vraagt naar bezit van een ander';
  end if;
  return exists (
    select 1 from (
      select b.deelname_id, b.van, b.tot from brpinzage_bezit b where b.convenant_id = ctx_convenant()
        and b.adres_sleutel = sleutel and (bag = '' or b.bag_id in ('', bag))
      union all
      select b.deelname_id, b.van, b.tot from brpinzage_bezit b where b.convenant_id = ctx_convenant()
        and b.bag_id <> '' and b.bag_id = bag
    ) b join partijen_deelname d on d.id = b.deelname_id
    where d.id <> eigen and d.toegang_ingetrokken_op is null
      and d.getekend_op <= ctx_dag() and (d.einde is null or d.einde > ctx_dag())
      and b.van < coalesce(niet_meer, 'infinity') and coalesce(b.tot, 'infinity') > eerste_dag);
end
""",
    geeft="boolean",
)

# Takes out one own period, unless the own party consulted about the address in it; whether it did. Street and town may have
# been corrected since; number and postcode stay.
VERWIJDER = functie(
    "bezit_verwijder(welke bigint)",
    f"""
begin
  delete from brpinzage_bezit b where b.id = welke and {eigen_deelname("b")} and ctx_mag('bezit_bijhouden')
    and not exists (
      select 1 from partijen_groep g join verstrekkingen_raadpleging r on r.groep_id = g.group_id
      join verstrekkingen_verstrekking v on v.id = r.verstrekking_id
      where g.deelname_id = b.deelname_id and (v.moment at time zone 'Europe/Amsterdam')::date >= b.van
        and (b.tot is null or (v.moment at time zone 'Europe/Amsterdam')::date < b.tot)
        and position(' ' || b.huisnummer || b.huisletter || case when b.huisnummertoevoeging = '' then '' else '-' end
          || b.huisnummertoevoeging || ', ' || b.postcode || ' ' in r.adres) > 0);
  return found;
end
""",
    geeft="boolean",
)

# As bezit_elders, of all rows of an own proposal at once: the numbers of those that are another's.
VOORSTEL_ELDERS = functie(
    "bezitvoorstel_elders(welk uuid)",
    """
declare
  eigen bigint := (select v.deelname_id from brpinzage_bezitvoorstel v join partijen_groep g on g.deelname_id = v.deelname_id
    where v.id = welk and v.convenant_id = ctx_convenant() and g.group_id = any(ctx_groepen()) and g.functie = 'beheerder');
begin
  if eigen is null then
    raise exception 'alleen de beheerder van een corporatie vraagt naar bezit van een ander';
  end if;
  return query
    with r as materialized (
      select * from brpinzage_bezitvoorstelrij where voorstel_id = welk),
    ander as materialized (
      select b.adres_sleutel, b.bag_id, b.van, coalesce(b.tot, 'infinity') as tot
      from brpinzage_bezit b join partijen_deelname d on d.id = b.deelname_id
      where b.convenant_id = ctx_convenant() and d.id <> eigen and d.toegang_ingetrokken_op is null
        and d.getekend_op <= ctx_dag() and (d.einde is null or d.einde > ctx_dag()))
    select r.rij from r join ander a on a.adres_sleutel = r.adres_sleutel and (r.bag_id = '' or a.bag_id in ('', r.bag_id))
      where a.van < coalesce(r.tot, 'infinity') and a.tot > r.van
    union
    select r.rij from r join ander a on a.bag_id = r.bag_id and r.bag_id <> ''
      where a.van < coalesce(r.tot, 'infinity') and a.tot > r.van;
end
""",
    # The rows were just written and are no handful, as the planner would think (brpinzage/voorstel.py).
    geeft="setof integer set enable_nestloop = off",
)

# Proposals of the own party: a new one, a confirmed one and any other change of the stock take them away.
VOORSTEL_WIS = functie(
    "bezitvoorstel_wis()",
    f"""
begin
  delete from brpinzage_bezitvoorstelrij where voorstel_id in (
    select id from brpinzage_bezitvoorstel where {EIGEN_VOORSTEL});
  delete from brpinzage_bezitvoorstel where {EIGEN_VOORSTEL};
end
""",
)

# For the task, without a person: proposals that nobody came back to.
VOORSTELLEN_VERGEET = functie(
    "bezitvoorstellen_vergeten(voor timestamptz)",
    """
declare
  aantal bigint;
begin
  if ctx_taak() <> 'bewaring' then
    raise exception 'alleen de taak bewaring vergeet voorstellen';
  end if;
  delete from brpinzage_bezitvoorstelrij r using brpinzage_bezitvoorstel v
    where r.voorstel_id = v.id and v.gemaakt_op < voor;
  delete from brpinzage_bezitvoorstel v where v.gemaakt_op < voor;
  get diagnostics aantal = row_count;
  return aantal;
end
""",
    geeft="bigint",
)
