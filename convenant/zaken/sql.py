"""The fence around cases. Access is written by functions only: who could write it could grant itself anything."""

from convenant.poort.hek import functie

# A scalar sub-select with limit 1, not exists: the planner would hash all grants (measured, see docs/adr).
EIGEN_TOEGANG = (
    "(select true from zaken_toegang t where t.zaak_id = {zaak} and t.group_id = any(ctx_groepen())"
    " and (t.geldig_tot is null or t.geldig_tot > ctx_nu()) limit 1)"
)
ZAAK_LEES = "convenant_id = ctx_convenant() and " + EIGEN_TOEGANG.format(zaak="zaken_zaak.id")

OPEN = functie(
    "zaak_open(versie int, in_stap text, groep int, grond text, eis text, moment timestamptz)",
    """
declare
  nieuw bigint;
  van_jaar int := extract(year from moment at time zone 'Europe/Amsterdam');
  volgnummer int;
begin
  if not ctx_eigen_groep(groep) then
    raise exception 'zaak voor een andere groep';
  end if;
  insert into zaken_zaakteller as t (convenant_id, jaar, laatste) values (ctx_convenant(), van_jaar, 1)
    on conflict (convenant_id, jaar) do update set laatste = t.laatste + 1 returning t.laatste into volgnummer;
  insert into zaken_zaak (convenant_id, beleid_versie, nummer, stap, geopend_op)
    values (ctx_convenant(), versie, van_jaar || '-' || lpad(volgnummer::text, 6, '0'), in_stap, moment)
    returning id into nieuw;
  perform toegang_schrijf(nieuw, groep, grond, eis, moment, null);
  return nieuw;
end
""",
    geeft="bigint",
)

SCHRIJF = """
create function toegang_schrijf(van_zaak bigint, voor_groep int, om_grond text, om_eis text, vanaf timestamptz, tot_aan timestamptz)
  returns void language plpgsql as $$
declare
  welke bigint;
begin
  insert into zaken_toegang (group_id, permission_id, zaak_id, convenant_id, open, label)
    select voor_groep, p.id, van_zaak, ctx_convenant(), true, '' from auth_permission p
    join django_content_type c on c.id = p.content_type_id
    where c.app_label = 'zaken' and p.codename = 'view_zaak'
    on conflict (group_id, permission_id, zaak_id) do update set open = true
    returning id into welke;
  insert into zaken_toegangsgrond (toegang_id, groep_id, grond, eis, van, tot)
    values (welke, voor_groep, om_grond, om_eis, vanaf, tot_aan);
  update zaken_toegang t set geldig_tot = (
    select case when bool_or(g.tot is null) then null else max(g.tot) end
    from zaken_toegangsgrond g where g.toegang_id = t.id) where t.id = welke;
end $$;
"""
SCHRIJF_TERUG = "drop function toegang_schrijf;"

VERLEEN = functie(
    "toegang_verleen(van_zaak bigint, voor_groep int, grond text, eis text, van timestamptz, tot timestamptz)",
    f"""
begin
  if {EIGEN_TOEGANG.format(zaak="van_zaak")} is not true or not exists (
    select 1 from partijen_groep g where g.group_id = voor_groep and g.convenant_id = ctx_convenant())
    or not exists (select 1 from zaken_zaak z where z.id = van_zaak and z.convenant_id = ctx_convenant())
  then
    raise exception 'toegang buiten de context';
  end if;
  perform toegang_schrijf(van_zaak, voor_groep, grond, eis, van, tot);
end
""",
)

BEEINDIG = functie(
    "toegang_beeindig(van_zaak bigint, voor_groep int, welke_grond text, moment timestamptz)",
    f"""
begin
  if {EIGEN_TOEGANG.format(zaak="van_zaak")} is not true
    or not exists (select 1 from zaken_zaak z where z.id = van_zaak and z.convenant_id = ctx_convenant())
  then
    raise exception 'toegang buiten de context';
  end if;
  update zaken_toegangsgrond g set tot = moment from zaken_toegang t
    where t.id = g.toegang_id and t.zaak_id = van_zaak and t.group_id = voor_groep and g.grond = welke_grond
      and (g.tot is null or g.tot > moment);
  update zaken_toegang t set label = '', geldig_tot = (
    select case when bool_or(g.tot is null) then null else max(g.tot) end
    from zaken_toegangsgrond g where g.toegang_id = t.id) where t.zaak_id = van_zaak and t.group_id = voor_groep;
end
""",
)

# Whoever has the case moves it; what that does to the rows of others is not theirs to write.
BEWEEG = functie(
    "zaak_beweeg(van_zaak bigint, naar text, kanten text[], is_einde boolean)",
    f"""
begin
  if {EIGEN_TOEGANG.format(zaak="van_zaak")} is not true
    or not exists (select 1 from zaken_zaak z where z.id = van_zaak and z.convenant_id = ctx_convenant())
  then
    raise exception 'zaak buiten de context';
  end if;
  update zaken_zaak set stap = naar where id = van_zaak;
  update zaken_toegang t set open = not is_einde, wijziging = t.wijziging + 1,
    termijn = case when is_einde then null else t.termijn end,
    aan_zet = not is_einde and exists (
      select 1 from partijen_groep g join partijen_deelname d on d.id = g.deelname_id
      where g.group_id = t.group_id and d.soort || '/' || g.functie = any(kanten))
    where t.zaak_id = van_zaak;
end
""",
)

EIGEN_GROEP = "convenant_id = ctx_convenant() and group_id = any((select ctx_groepen())::bigint[])"
# What a group keeps about a case for itself.
EIGEN_REGELS = f"""
grant update (kenmerk, behandelaar_id, termijn, label) on zaken_toegang to convenant_app;
create policy "update" on zaken_toegang for update to convenant_app using ({EIGEN_GROEP}) with check ({EIGEN_GROEP});
"""
EIGEN_REGELS_TERUG = """
drop policy "update" on zaken_toegang;
revoke update (kenmerk, behandelaar_id, termijn, label) on zaken_toegang from convenant_app;
"""

OP_DE_ZAAK = "convenant_id = ctx_convenant() and " + EIGEN_TOEGANG.format(zaak="zaken_gebeurtenis.zaak_id")
SCHRIJFT_SPOOR = OP_DE_ZAAK + " and ctx_eigen_groep(groep_id)"
EIGEN_GEZIEN = (
    "groep_id = any(ctx_groepen()) and exists (select 1 from zaken_toegang t"
    " where t.id = toegang_id and t.group_id = groep_id and t.convenant_id = ctx_convenant())"
)

LEEST_CIJFERS = "convenant_id = ctx_convenant() and ctx_mag('cijfers_inzien')"
TEL = functie(
    "telling_tel(welke_maat text, welke_waarde text)",
    """
begin
  if ctx_convenant() is null or not exists (select 1 from partijen_groep g
    where g.group_id = any(ctx_groepen()) and g.convenant_id = ctx_convenant())
  then
    raise exception 'telling buiten de context';
  end if;
  insert into zaken_telling as t (convenant_id, maand, maat, waarde, aantal)
    values (ctx_convenant(), date_trunc('month', ctx_dag())::date, welke_maat, welke_waarde, 1)
    on conflict (convenant_id, maand, maat, waarde) do update set aantal = t.aantal + 1;
end
""",
)

# Of each view at most so many, along its index. The fence says the group once more and the planner multiplies: of a group
# with three hundred thousand cases it expects three thousand, and would fetch them all before it counted the first.
TEL_TOEGANG = """
create function toegang_tel(groep bigint, ik bigint, per timestamptz, meer int) returns bigint[]
  language sql stable set enable_bitmapscan = off as $$
  select array[
    (select count(*) from (select 1 from zaken_toegang t where t.group_id = groep and t.open and t.aan_zet
      and (t.geldig_tot is null or t.geldig_tot > per) limit meer) a),
    (select count(*) from (select 1 from zaken_toegang t where t.group_id = groep and t.open and not t.aan_zet
      and (t.geldig_tot is null or t.geldig_tot > per) limit meer) b),
    (select count(*) from (select 1 from zaken_toegang t where t.group_id = groep and t.open
      and (t.geldig_tot is null or t.geldig_tot > per) limit meer) c),
    (select count(*) from (select 1 from zaken_toegang t where t.group_id = groep and not t.open
      and (t.geldig_tot is null or t.geldig_tot > per) limit meer) d),
    (select count(*) from (select 1 from zaken_toegang t where t.group_id = groep and t.open and t.behandelaar_id = ik
      and (t.geldig_tot is null or t.geldig_tot > per) limit meer) e)]
$$;
grant execute on function toegang_tel to convenant_app;
"""
TEL_TOEGANG_TERUG = "drop function toegang_tel;"


# Who leaves a group hands its cases back; whoever ends the right does that for them, without seeing a case.
WERK_TERUG = functie(
    "werk_terug(van_wie bigint, in_groep int)",
    """
declare
  aantal int;
begin
  if ctx_taak() <> 'rechten' and not ctx_mag('medewerker_afmelden') and not ctx_mag('autorisatie_intrekken') then
    raise exception 'werk van een ander' using errcode = 'insufficient_privilege';
  end if;
  update zaken_toegang t set behandelaar_id = null
    where t.behandelaar_id = van_wie and (in_groep is null or t.group_id = in_groep)
      and (ctx_taak() = 'rechten' or t.convenant_id = ctx_convenant());
  get diagnostics aantal = row_count;
  return aantal;
end
""",
    geeft="int",
)


# The same, with what nobody has: nobody at all, or somebody who left the group.
TEL_LIJST = """
drop function toegang_tel;
create function toegang_tel(groep bigint, ik bigint, vertrokken bigint[], per timestamptz, meer int) returns bigint[]
  language sql stable set enable_bitmapscan = off as $$
  select array[
    (select count(*) from (select 1 from zaken_toegang t where t.group_id = groep and t.open and t.aan_zet
      and (t.geldig_tot is null or t.geldig_tot > per) limit meer) a),
    (select count(*) from (select 1 from zaken_toegang t where t.group_id = groep and t.open and not t.aan_zet
      and (t.geldig_tot is null or t.geldig_tot > per) limit meer) b),
    (select count(*) from (select 1 from zaken_toegang t where t.group_id = groep and t.open
      and (t.geldig_tot is null or t.geldig_tot > per) limit meer) c),
    (select count(*) from (select 1 from zaken_toegang t where t.group_id = groep and not t.open
      and (t.geldig_tot is null or t.geldig_tot > per) limit meer) d),
    (select count(*) from (select 1 from zaken_toegang t where t.group_id = groep and t.open and t.behandelaar_id = ik
      and (t.geldig_tot is null or t.geldig_tot > per) limit meer) e),
    (select count(*) from (select 1 from zaken_toegang t where t.group_id = groep and t.open
      and t.behandelaar_id is null and (t.geldig_tot is null or t.geldig_tot > per) limit meer) f)
    + (select count(*) from (select 1 from zaken_toegang t where t.group_id = groep and t.open
      and t.behandelaar_id = any(vertrokken) and (t.geldig_tot is null or t.geldig_tot > per) limit meer) g)]
$$;
grant execute on function toegang_tel to convenant_app;
"""
TEL_LIJST_TERUG = TEL_TOEGANG_TERUG + TEL_TOEGANG

EIGEN_FILTER = (
    "convenant_id = ctx_convenant() and groep_id = any(ctx_groepen()) and exists (select 1 from partijen_medewerker m"
    " where m.id = medewerker_id and m.account_id = ctx_account())"
)
