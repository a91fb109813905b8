"""The fence around stock and extract: stock is the own party's; of the extract only the address of the raadpleging."""

from convenant.poort.hek import functie

EIGEN_DEELNAME = (
    "convenant_id = ctx_convenant() and exists (select 1 from partijen_groep g where g.deelname_id ="
    " brpinzage_bezit.deelname_id and g.group_id = any(ctx_groepen()))"
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
