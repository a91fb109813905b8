"""The fence around making an extract from the live BRP. Numbers for who started it, addresses for the worker alone."""

from convenant.poort.hek import functie

from .sql import EIGEN_UITTREKSEL, VANDAAG_IN_BEZIT

TAAK = "ophalen"
EIGEN = "convenant_id = ctx_convenant() and ctx_eigen_groep(groep_id)"
LEES = f"{EIGEN} or ctx_taak() = '{TAAK}'"
WERK_BIJ = f"({EIGEN_UITTREKSEL}) or ctx_taak() = '{TAAK}'"
KOLOMMEN = "status, wacht_op, niet_voor, autorisatie_id"

# The same dwelling in today's stock as a row of work or of an extract.
IN_BEZIT = f"""b.convenant_id = ctx_convenant() and {VANDAAG_IN_BEZIT}
      and b.adres_sleutel = {{rij}}.adres_sleutel and b.bag_id = {{rij}}.bag_id"""


def _van_eigen_groep(status: str, en: str = "true") -> str:
    """Locks the job, which must be the own group's: what comes after is done by one at a time."""
    return f"""
  if not (ctx_mag('uittreksel_laden') and {en}) then
    raise exception 'ophaling buiten de context';
  end if;
  perform 1 from brpinzage_ophaling o where o.id = welke and o.convenant_id = ctx_convenant()
    and ctx_eigen_groep(o.groep_id) and o.status = any({status}) for update;
"""


ALS_TAAK = f"ctx_taak() = '{TAAK}'"
LOOPT, OPEN = "'{loopt}'", "'{loopt,pauze}'"

# Every address in the stock of a corporatie that takes part today, and not in the work yet.
VUL = functie(
    "ophaling_vul(welke uuid)",
    f"""
declare
  aantal bigint;
begin
  {_van_eigen_groep(LOOPT)}
  if not found then
    return 0;
  end if;
  insert into brpinzage_ophaaladres (ophaling_id, adres_sleutel, bag_id, gedaan)
    select distinct welke, b.adres_sleutel, b.bag_id, false
    from brpinzage_bezit b join partijen_deelname d on d.id = b.deelname_id
    where b.convenant_id = ctx_convenant() and {VANDAAG_IN_BEZIT} and d.toegang_ingetrokken_op is null
      and d.getekend_op <= ctx_dag() and (d.einde is null or d.einde > ctx_dag())
    on conflict do nothing;
  get diagnostics aantal = row_count;
  update brpinzage_ophaling set totaal = totaal + aantal where id = welke;
  return aantal;
end
""",
    geeft="bigint",
)

# For the worker alone. An address that left the stock meanwhile comes without its parts: nobody asks it any more.
NEEM = functie(
    "ophaling_neem(welke uuid, mijn_bewijs uuid, hoogstens int, tot timestamptz)",
    f"""
begin
  if not (ctx_mag('uittreksel_laden') and {ALS_TAAK}) then
    raise exception 'ophaling buiten de context';
  end if;
  return query
    with vrij as (
      select a.id from brpinzage_ophaaladres a join brpinzage_ophaling o on o.id = a.ophaling_id
      where o.id = welke and o.convenant_id = ctx_convenant() and ctx_eigen_groep(o.groep_id)
        and o.status = 'loopt' and not a.gedaan and (a.genomen_tot is null or a.genomen_tot <= ctx_nu())
      order by a.id limit hoogstens for update of a skip locked
    ), genomen as (
      update brpinzage_ophaaladres a set bewijs = mijn_bewijs, genomen_tot = tot from vrij
        where a.id = vrij.id returning a.adres_sleutel, a.bag_id
    )
    select g.adres_sleutel::text, g.bag_id::text, b.postcode::text, b.huisnummer::text, b.huisletter::text,
      b.huisnummertoevoeging::text
    from genomen g left join lateral (
      select * from brpinzage_bezit b where {IN_BEZIT.format(rij="g")} limit 1) b on true;
end
""",
    geeft="table (adres_sleutel text, bag_id text, postcode text, huisnummer text, huisletter text, toevoeging text)",
)

# Only what this worker took and nobody else has answered since. What it took and did not ask is free again.
BEWAAR = functie(
    "ophaling_bewaar(welke uuid, mijn_bewijs uuid, antwoorden jsonb)",
    f"""
declare
  geteld jsonb;
begin
  {_van_eigen_groep(OPEN, ALS_TAAK)}
  if not found then
    return;
  end if;
  with mijn as (
    update brpinzage_ophaaladres a set gedaan = true, bewijs = null
      from jsonb_to_recordset(antwoorden) r(adres_sleutel text, bag_id text, uitkomst text, personen jsonb)
      where a.ophaling_id = welke and a.bewijs = mijn_bewijs and not a.gedaan
        and a.adres_sleutel = r.adres_sleutel and a.bag_id = r.bag_id
      returning a.adres_sleutel, a.bag_id, r.uitkomst, r.personen
  ), geschreven as (
    insert into brpinzage_ingeschrevene
        (uittreksel_id, convenant_id, adres_sleutel, bag_id, naam, persoon_sleutel, afgeschermd)
      select welke, ctx_convenant(), m.adres_sleutel, m.bag_id, p.naam, p.persoon_sleutel, p.afgeschermd
      from mijn m cross join lateral
        jsonb_to_recordset(m.personen) p(naam text, persoon_sleutel text, afgeschermd boolean)
  )
  select jsonb_object_agg(uitkomst, aantal) into geteld
    from (select uitkomst, count(*) as aantal from mijn group by uitkomst) per_uitkomst;
  update brpinzage_ophaaladres set bewijs = null, genomen_tot = null
    where ophaling_id = welke and bewijs = mijn_bewijs and not gedaan;
  if geteld is not null then
    update brpinzage_ophaling o set niet_voor = null, wacht_op = case o.status when 'loopt' then '' else o.wacht_op end,
      uitkomsten = o.uitkomsten || (
        select jsonb_object_agg(g.key, g.value::bigint + coalesce((o.uitkomsten->>g.key)::bigint, 0))
        from jsonb_each_text(geteld) g)
      where o.id = welke;
  end if;
end
""",
)

# Whole: an ordinary concept from here. Who moved out of the stock while it was made is not in it.
KLAAR = functie(
    "ophaling_klaar(welke uuid, moment timestamptz)",
    f"""
begin
  {_van_eigen_groep(LOOPT, ALS_TAAK)}
  if not found or exists (
    select 1 from brpinzage_ophaaladres a where a.ophaling_id = welke and not a.gedaan)
  then
    return;
  end if;
  perform uittreksel_begin();
  delete from brpinzage_ingeschrevene i where i.uittreksel_id = welke
    and not exists (select 1 from brpinzage_bezit b where {IN_BEZIT.format(rij="i")});
  update brpinzage_uittreksel set status = 'concept', geladen_op = moment, aantal = (
    select count(*) from brpinzage_ingeschrevene i where i.uittreksel_id = welke and i.persoon_sleutel <> '')
    where id = welke;
  delete from brpinzage_ophaaladres where ophaling_id = welke;
  update brpinzage_ophaling set status = 'klaar', wacht_op = '', niet_voor = null where id = welke;
end
""",
)

WEG = """
  delete from brpinzage_ingeschrevene where uittreksel_id = any(weg);
  delete from brpinzage_uittreksel where id = any(weg);
  delete from brpinzage_ophaaladres where ophaling_id = any(weg);
  update brpinzage_ophaling set status = 'gestopt', wacht_op = '', niet_voor = null where id = any(weg);
"""

STOP = functie(
    "ophaling_stop(welke uuid)",
    f"""
declare
  weg uuid[] := array[welke];
begin
  {_van_eigen_groep(OPEN)}
  if not found then
    return;
  end if;
  {WEG}
end
""",
)

# For the task, without a person: what nobody came back to.
VERGEET = functie(
    "ophalingen_vergeten(voor timestamptz)",
    f"""
declare
  weg uuid[];
begin
  if ctx_taak() <> 'bewaring' then
    raise exception 'alleen de taak bewaring vergeet ophalingen';
  end if;
  select coalesce(array_agg(id), '{{}}') into weg from (
    select id from brpinzage_ophaling where status = any({OPEN}) and begonnen_op < voor for update) oud;
  {WEG}
  return cardinality(weg);
end
""",
    geeft="bigint",
)
