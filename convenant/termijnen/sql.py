"""The fence around clocks: seen by who must act and who may know, written by functions, moved on by the machine."""

from convenant.poort.hek import functie, hek
from convenant.zaken.sql import EIGEN_TOEGANG

MACHINE = "ctx_taak() = 'termijnen'"
# Of a case the groups that have it; of the convenant itself whom the policy names.
ZIET = f"""convenant_id = ctx_convenant() and (groep_id = any(ctx_groepen()) or zien && ctx_groepen())
  and (zaak_id is null or {EIGEN_TOEGANG.format(zaak="termijnen_klok.zaak_id")})"""
VAN_KLOK = "exists (select from termijnen_klok k where k.id = klok_id)"

KLOK = hek(
    "termijnen_klok",
    select=f"({ZIET}) or {MACHINE}",
    update=MACHINE,
    kolommen="volgende, verlopen_op",
)
# Who sets the convenant up lays them down and takes them back; every clock in it counts by them.
RICHT_IN = "convenant_id = ctx_convenant() and ctx_mag('convenant_inrichten')"
VRIJE_DAG = hek(
    "termijnen_vrijedag",
    select="convenant_id = ctx_convenant() or ctx_taak() in ('termijnen', 'looptijd', 'rechten')",
    insert=RICHT_IN,
    update=MACHINE,
    delete=RICHT_IN,
    kolommen="verwerkt_op",
)
KLOKFEIT = hek("termijnen_klokfeit", select=VAN_KLOK, insert=MACHINE)

# Who is in the context may act on clocks of its own case, or of the convenant it works in; a named task on its own.
MAG_SCHRIJVEN = f"""
create function klok_mag(in_convenant bigint, van_zaak bigint) returns boolean stable language sql as $$
  select coalesce(case when ctx_convenant() is null then ctx_taak() in ('termijnen', 'looptijd', 'rechten')
    else in_convenant = ctx_convenant() and cardinality(ctx_groepen()) > 0 and (van_zaak is null or (
      exists (select from zaken_zaak z where z.id = van_zaak and z.convenant_id = in_convenant)
      and {EIGEN_TOEGANG.format(zaak="van_zaak")})) end, false)
$$;
"""
MAG_SCHRIJVEN_TERUG = "drop function klok_mag;"

# The clock a group's list goes by is the earliest that still asks something and that it may see.
TELT = """
create function klok_telt(van_zaak bigint) returns void language sql as $$
  update zaken_toegang t set termijn = e.eerste from (
    select t2.id, case when t2.open then min(k.vervalt_op) end as eerste from zaken_toegang t2
    left join termijnen_klok k on k.zaak_id = van_zaak and k.stand = 'loopt'
      and (k.groep_id = t2.group_id or t2.group_id = any(k.zien))
    where t2.zaak_id = van_zaak group by t2.id) e
  where e.id = t.id and t.termijn is distinct from e.eerste
$$;
"""
TELT_TERUG = "drop function klok_telt;"

# Who must act: of the groups with that functie the own one, else one of the own party, else the one that has the case;
# of the convenant itself the only one there is. Where more than one could be meant nobody is.
VOOR_WIE = """
create function klok_voor_wie(in_convenant bigint, van_zaak bigint, van_soort text, van_functie text) returns bigint
  stable language sql as $$
  with k as (select g.group_id, case
      when g.group_id = any(ctx_groepen()) then 0
      when g.deelname_id in (select e.deelname_id from partijen_groep e where e.group_id = any(ctx_groepen())) then 1
      when van_zaak is null or exists (select from zaken_toegang t where t.zaak_id = van_zaak and t.group_id = g.group_id
        and (t.geldig_tot is null or t.geldig_tot > ctx_nu())) then 2 end as rang
    from partijen_groep g join partijen_deelname d on d.id = g.deelname_id
    where g.convenant_id = in_convenant and d.soort = van_soort and g.functie = van_functie)
  select case when count(*) = 1 then min(group_id) end from k where rang = (select min(rang) from k)
$$;
"""
VOOR_WIE_TERUG = "drop function klok_voor_wie;"

BEGIN = functie(
    "klok_begin(in_convenant bigint, versie int, welke text, om_eis text, over text, van_sleutel text,"
    " van_zaak bigint, voor_groep bigint, van_soort text, van_functie text, wie_ziet text[], vanaf timestamptz,"
    " tot_aan timestamptz, kijk_op timestamptz, nu_is timestamptz, door_wie bigint)",
    """
declare
  nieuw bigint;
begin
  if not klok_mag(in_convenant, van_zaak) then
    raise exception 'klok buiten de context' using errcode = 'insufficient_privilege';
  end if;
  insert into termijnen_klok (convenant_id, beleid_versie, termijn, eis, onderwerp, sleutel, zaak_id, groep_id, zien, na,
      vervalt_op, volgende, stand)
    select in_convenant, versie, welke, om_eis, over, van_sleutel, van_zaak,
      coalesce(voor_groep, klok_voor_wie(in_convenant, van_zaak, van_soort, van_functie)),
      (select coalesce(array_agg(g.group_id), '{}') from partijen_groep g join partijen_deelname d on d.id = g.deelname_id
        where g.convenant_id = in_convenant and d.soort || '/' || g.functie = any(wie_ziet)),
      vanaf, tot_aan, kijk_op, 'loopt'
    on conflict do nothing returning id into nieuw;
  if nieuw is null then
    return null;
  end if;
  insert into termijnen_klokfeit (klok_id, soort, gepland, moment, door_id, reden)
    values (nieuw, 'begonnen', vanaf, nu_is, door_wie, '');
  if van_zaak is not null then
    perform klok_telt(van_zaak);
  end if;
  return nieuw;
end
""",
    geeft="bigint",
)

# From which state into which: a clock that has ended stays ended.
ZET = functie(
    "klok_zet(in_convenant bigint, van_zaak bigint, welke text[], van_sleutel text, naar text, nu_is timestamptz,"
    " door_wie bigint, waarom text)",
    """
declare
  rij record;
begin
  if not klok_mag(in_convenant, van_zaak) then
    raise exception 'klok buiten de context' using errcode = 'insufficient_privilege';
  end if;
  for rij in
    select k.id, k.stand, k.vervalt_op, k.verlopen_op, k.termijn, k.na from termijnen_klok k
    where k.convenant_id = in_convenant and k.sleutel = van_sleutel and k.zaak_id is not distinct from van_zaak
      and (welke is null or k.termijn = any(welke)) and k.stand in ('loopt', 'opgeschort') and k.stand <> naar
    order by k.id for update
  loop
    update termijnen_klok set stand = naar,
      voldaan_op = case when naar = 'voldaan' then nu_is end,
      voldaan_door_id = case when naar = 'voldaan' then door_wie end,
      verlopen_op = case when naar = 'voldaan' and rij.vervalt_op <= nu_is and rij.na < nu_is
        then coalesce(rij.verlopen_op, nu_is) else rij.verlopen_op end
      where id = rij.id;
    insert into termijnen_klokfeit (klok_id, soort, gepland, moment, door_id, reden)
      values (rij.id, case when naar = 'loopt' then 'hervat' else naar end, nu_is, nu_is, door_wie, waarom)
      on conflict do nothing;
    if naar = 'voldaan' and rij.verlopen_op is null then
      perform klok_tel(in_convenant, rij.termijn, rij.vervalt_op > nu_is or rij.na >= nu_is, nu_is);
    end if;
    klok := rij.id; termijn := rij.termijn; vervalt_op := rij.vervalt_op;
    return next;
  end loop;
  if van_zaak is not null then
    perform klok_telt(van_zaak);
  end if;
end
""",
    geeft="table(klok bigint, termijn text, vervalt_op timestamptz)",
)

VERZET = functie(
    "klok_verzet(welke bigint, tot_aan timestamptz, kijk_op timestamptz, om text, nu_is timestamptz, door_wie bigint,"
    " waarom text)",
    """
declare
  rij termijnen_klok;
begin
  select * into rij from termijnen_klok where id = welke for update;
  if not found or not klok_mag(rij.convenant_id, rij.zaak_id) then
    raise exception 'klok buiten de context' using errcode = 'insufficient_privilege';
  end if;
  if rij.stand not in ('loopt', 'opgeschort') or rij.verlopen_op is not null or tot_aan <= rij.vervalt_op
    or (om = 'verlengd' and rij.verlengd_tot is not null)
  then
    return false;
  end if;
  update termijnen_klok set vervalt_op = tot_aan, volgende = kijk_op,
    verlengd_tot = case when om = 'verlengd' then tot_aan else rij.verlengd_tot end where id = welke;
  insert into termijnen_klokfeit (klok_id, soort, gepland, moment, door_id, reden)
    values (welke, om, tot_aan, nu_is, door_wie, waarom);
  if rij.zaak_id is not null then
    perform klok_telt(rij.zaak_id);
  end if;
  return true;
end
""",
    geeft="boolean",
)

# Figures without ids: met in time, or not; counted once, when it was known.
TEL = """
create function klok_tel(in_convenant bigint, welke text, op_tijd boolean, nu_is timestamptz) returns void language sql as $$
  insert into zaken_telling as t (convenant_id, maand, maat, waarde, aantal)
    values (in_convenant, date_trunc('month', nu_is at time zone 'Europe/Amsterdam')::date, 'termijn:' || welke,
      case when op_tijd then 'op_tijd' else 'te_laat' end, 1)
    on conflict (convenant_id, maand, maat, waarde) do update set aantal = t.aantal + 1
$$;
"""
TEL_TERUG = "drop function klok_tel;"

# What the machine tells people by: the case, and who handles it there.
WERK = functie(
    "klok_werk(van timestamptz, hoogstens int, alleen bigint)",
    """
begin
  if ctx_taak() <> 'termijnen' then
    raise exception 'alleen de machine' using errcode = 'insufficient_privilege';
  end if;
  return query
    with deze as materialized (
      select k.* from termijnen_klok k where k.stand = 'loopt' and k.volgende <= van and alleen is null
      order by k.volgende limit hoogstens for update skip locked),
    of_deze as materialized (
      select k.* from termijnen_klok k where k.id = alleen and k.stand = 'loopt' for update),
    alle as (select * from deze union all select * from of_deze)
    select d.id, d.convenant_id, d.beleid_versie, d.termijn, d.sleutel, d.zaak_id, z.nummer, d.groep_id::bigint,
      t.behandelaar_id, d.vervalt_op, case when alleen is null then d.volgende end, d.verlopen_op
    from alle d left join zaken_zaak z on z.id = d.zaak_id
    left join zaken_toegang t on t.zaak_id = d.zaak_id and t.group_id = d.groep_id
    order by d.volgende, d.id;
end
""",
    geeft="table(klok bigint, convenant bigint, versie int, naam varchar, van_sleutel varchar, zaak bigint,"
    " nummer varchar, groep bigint, behandelaar bigint, om timestamptz, kijk_op timestamptz, was_om timestamptz)",
)
VERLOOP = functie(
    "klok_verloop(in_convenant bigint, welke text, aantal int, nu_is timestamptz)",
    """
begin
  if ctx_taak() <> 'termijnen' then
    raise exception 'alleen de machine' using errcode = 'insufficient_privilege';
  end if;
  insert into zaken_telling as t (convenant_id, maand, maat, waarde, aantal)
    values (in_convenant, date_trunc('month', nu_is at time zone 'Europe/Amsterdam')::date, 'termijn:' || welke,
      'te_laat', klok_verloop.aantal)
    on conflict (convenant_id, maand, maat, waarde) do update set aantal = t.aantal + klok_verloop.aantal;
end
""",
)

# What starts by the dates of the convenant is looked at by the task that keeps those.
OOK_LOOPTIJD = f"""
drop policy "select" on termijnen_klok;
create policy "select" on termijnen_klok for select to convenant_app
  using (({ZIET}) or ctx_taak() in ('termijnen', 'looptijd'));
"""
OOK_LOOPTIJD_TERUG = f"""
drop policy "select" on termijnen_klok;
create policy "select" on termijnen_klok for select to convenant_app using (({ZIET}) or {MACHINE});
"""
