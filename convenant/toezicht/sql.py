"""The fence around supervision. The database itself draws a sample: nobody chooses its lines, the application neither."""

from convenant.poort.hek import functie

TREKT = "convenant_id = ctx_convenant() and ctx_mag('steekproef_trekken')"
BEOORDEELT = """
convenant_id = ctx_convenant() and ctx_mag('steekproef_beoordelen') and exists (
  select 1 from toezicht_steekproef s where s.id = steekproef_id and s.afgerond_op is null)
"""
# Who may only read the samples sees that there was a draw, and of its lines those of the own party.
ZIET = "convenant_id = ctx_convenant() and (ctx_mag('steekproef_trekken') or ctx_mag('steekproef_inzien'))"
ZIET_REGEL = """
convenant_id = ctx_convenant() and (ctx_mag('steekproef_trekken') or exists (
  select 1 from poort_logregel l join partijen_groep g on g.deelname_id = l.deelname_id
  where l.convenant_id = ctx_convenant() and l.volg = toezicht_steekproefregel.volg
    and g.convenant_id = ctx_convenant() and g.group_id = any(ctx_groepen())
    and 'steekproef_inzien' = any(g.handelingen)))
"""
VOERT_UIT = "convenant_id = ctx_convenant() and ctx_mag('logboek_uitvoeren')"

# The granted raadplegingen of a month in the order of the draw: of each party its lowest sha256 of seed and line number, then
# of each its second, and so on. Drawn again from the same seed it is the same.
LOTING = functie(
    "steekproef_loting(zaad text, maand date)",
    """
  select row_number() over (order by beurt, lot), volg from (
    select volg, lot, row_number() over (partition by deelname_id order by lot) as beurt from (
      select r.volg, r.deelname_id, sha256(convert_to(zaad || ':' || r.volg, 'UTF8')) as lot from poort_logregel r
      where r.convenant_id = ctx_convenant() and ctx_mag('steekproef_trekken')
        and r.handeling = 'raadplegen' and r.uitkomst = 'toegestaan'
        and r.moment >= maand::timestamp at time zone 'Europe/Amsterdam'
        and r.moment < (maand + interval '1 month') at time zone 'Europe/Amsterdam'
    ) gelot
  ) op_beurt
""",
    geeft="table (plaats bigint, volg bigint)",
    taal="sql",
)

# Gives the id, also when somebody drew it a moment before; null when there was nothing to draw from.
TREK = functie(
    "steekproef_trek(welke date, zoveel int, wie bigint, per timestamptz, tot timestamptz)",
    """
declare
  nieuw uuid := gen_random_uuid();
  zaad text := encode(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), 'hex');
  aantal bigint;
begin
  if not ctx_mag('steekproef_trekken') then
    raise exception 'steekproef buiten de context';
  end if;
  if not exists (select 1 from partijen_autorisatie a where a.medewerker_id = wie and a.groep_id = any(ctx_groepen()))
    or abs(extract(epoch from per - ctx_nu())) > 3600 or tot <= per
  then
    raise exception 'steekproef van een ander, op een ander moment of zonder bewaartijd';
  end if;
  if welke <> date_trunc('month', welke)::date or (welke + interval '1 month')::date > ctx_dag() or zoveel < 1 then
    raise exception 'alleen een hele maand die voorbij is';
  end if;
  select count(*) into aantal from steekproef_loting(zaad, welke);
  if aantal = 0 then
    return null;
  end if;
  insert into toezicht_steekproef
      (id, convenant_id, maand, zaad, omvang, uit, getrokken_op, getrokken_door_id, bewaren_tot)
    values (nieuw, ctx_convenant(), welke, zaad, zoveel, aantal, per, wie, tot)
    on conflict (convenant_id, maand) do nothing;
  if not found then
    return (select s.id from toezicht_steekproef s where s.convenant_id = ctx_convenant() and s.maand = welke);
  end if;
  insert into toezicht_steekproefregel (steekproef_id, convenant_id, plaats, volg, oordeel, toelichting)
    select nieuw, ctx_convenant(), l.plaats, l.volg, '', '' from steekproef_loting(zaad, welke) l
    where l.plaats <= zoveel;
  return nieuw;
end
""",
    geeft="uuid",
)

# Not before every line has its judgement, and not twice: then nobody changes it any more.
ROND_AF = functie(
    "steekproef_rond_af(welke uuid, wie bigint, per timestamptz)",
    """
begin
  if not ctx_mag('steekproef_beoordelen') or abs(extract(epoch from per - ctx_nu())) > 3600
    or not exists (select 1 from partijen_autorisatie a where a.medewerker_id = wie and a.groep_id = any(ctx_groepen()))
  then
    raise exception 'steekproef buiten de context';
  end if;
  update toezicht_steekproef s set afgerond_op = per, afgerond_door_id = wie
    where s.id = welke and s.convenant_id = ctx_convenant() and s.afgerond_op is null
      and not exists (select 1 from toezicht_steekproefregel r where r.steekproef_id = welke and r.oordeel = '');
  return found;
end
""",
    geeft="boolean",
)

VERNIETIG = functie(
    "toezicht_vernietig_verlopen(per timestamptz)",
    """
begin
  if ctx_taak() <> 'bewaring' or per > ctx_nu() then
    raise exception 'alleen de taak bewaring vernietigt, en niet te vroeg';
  end if;
  delete from toezicht_steekproefregel r using toezicht_steekproef s
    where s.id = r.steekproef_id and s.bewaren_tot <= per;
  delete from toezicht_steekproef where bewaren_tot <= per;
  delete from toezicht_uitvoer where bewaren_tot <= per;
end
""",
)
