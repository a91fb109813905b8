"""What numbers over the own list are counted from: the step of a case, since which day a group has it, when it closed.

Days without a time: that is all a week asks, and a case may keep no more (decision 68).
"""

from .sql import BEWEEG, EIGEN_TOEGANG, SCHRIJF

_OPNIEUW = "create or replace function"


def _terug(maak: str) -> str:
    return maak.replace("create function", _OPNIEUW, 1)


SCHRIJF_MET_VERLOOP = (
    f"""
{_OPNIEUW} toegang_schrijf(van_zaak bigint, voor_groep int, om_grond text, om_eis text, vanaf timestamptz, tot_aan timestamptz)
  returns void language plpgsql as $$
declare
  welke bigint;
begin
  insert into zaken_toegang (group_id, permission_id, zaak_id, convenant_id, open, label, stap, sinds)
    select voor_groep, p.id, van_zaak, ctx_convenant(), true, '', z.stap, (vanaf at time zone 'Europe/Amsterdam')::date
    from auth_permission p join django_content_type c on c.id = p.content_type_id, zaken_zaak z
    where c.app_label = 'zaken' and p.codename = 'view_zaak' and z.id = van_zaak
    on conflict (group_id, permission_id, zaak_id) do update set open = true, stap = excluded.stap, gesloten_op = null
    returning id into welke;
  insert into zaken_toegangsgrond (toegang_id, groep_id, grond, eis, van, tot)
    values (welke, voor_groep, om_grond, om_eis, vanaf, tot_aan);
  update zaken_toegang t set geldig_tot = (
    select case when bool_or(g.tot is null) then null else max(g.tot) end
    from zaken_toegangsgrond g where g.toegang_id = t.id) where t.id = welke;
end $$;
""",
    _terug(SCHRIJF),
)

BEWEEG_MET_VERLOOP = (
    f"""
{_OPNIEUW} zaak_beweeg(van_zaak bigint, naar text, kanten text[], is_einde boolean)
  returns void language plpgsql security definer set search_path = public, pg_temp as $functie$
begin
  if {EIGEN_TOEGANG.format(zaak="van_zaak")} is not true
    or not exists (select 1 from zaken_zaak z where z.id = van_zaak and z.convenant_id = ctx_convenant())
  then
    raise exception 'zaak buiten de context';
  end if;
  update zaken_zaak set stap = naar where id = van_zaak;
  update zaken_toegang t set open = not is_einde, wijziging = t.wijziging + 1, stap = naar,
    gesloten_op = case when is_einde then coalesce(t.gesloten_op, ctx_dag()) end,
    termijn = case when is_einde then null else t.termijn end,
    aan_zet = not is_einde and exists (
      select 1 from partijen_groep g join partijen_deelname d on d.id = g.deelname_id
      where g.group_id = t.group_id and d.soort || '/' || g.functie = any(kanten))
    where t.zaak_id = van_zaak;
end
$functie$;
""",
    _terug(BEWEEG[0]),
)

# Of each number at most `meer`, along its index: why, see TEL_TOEGANG. A week is named by its Monday.
TEL_DASHBOARD = """
create function toegang_tel_dashboard(groep bigint, per timestamptz, binnen timestamptz, stappen text[], weken date[],
    vanaf date, meer int)
  returns table (soort text, sleutel text, aantal bigint) language sql stable set enable_bitmapscan = off as $$
  select 'stap', s, (select count(*) from (select 1 from zaken_toegang t where t.group_id = groep and t.open and t.stap = s
    and (t.geldig_tot is null or t.geldig_tot > per) limit meer) a) from unnest(stappen) s
  union all
  select 'nieuw', w::text, (select count(*) from (select 1 from zaken_toegang t where t.group_id = groep
    and t.sinds >= w and t.sinds < w + 7 and (t.geldig_tot is null or t.geldig_tot > per) limit meer) b) from unnest(weken) w
  union all
  select 'gesloten', w::text, (select count(*) from (select 1 from zaken_toegang t where t.group_id = groep and not t.open
    and t.gesloten_op >= w and t.gesloten_op < w + 7
    and (t.geldig_tot is null or t.geldig_tot > per) limit meer) c) from unnest(weken) w
  union all
  select 'gesloten_sinds', vanaf::text, (select count(*) from (select 1 from zaken_toegang t where t.group_id = groep
    and not t.open and t.gesloten_op >= vanaf and (t.geldig_tot is null or t.geldig_tot > per) limit meer) d)
  union all
  select 'te_laat', '', (select count(*) from (select 1 from zaken_toegang t where t.group_id = groep and t.open
    and t.termijn <= per and (t.geldig_tot is null or t.geldig_tot > per) limit meer) e)
  union all
  select 'binnenkort', '', (select count(*) from (select 1 from zaken_toegang t where t.group_id = groep and t.open
    and t.termijn > per and t.termijn <= binnen and (t.geldig_tot is null or t.geldig_tot > per) limit meer) f)
$$;
grant execute on function toegang_tel_dashboard to convenant_app;
"""
TEL_DASHBOARD_TERUG = "drop function toegang_tel_dashboard;"

# Of a step that is a parameter the planner knows nothing but how many there are, and of a few steps it takes any index and
# looks through every open case (12 s at 57,000). A range it expects to be narrow: it walks the index of the steps.
_IS, _TUSSEN = "t.stap = s\n", "t.stap between s and s\n"
TEL_DASHBOARD_LANGS_STAP = (
    _terug(TEL_DASHBOARD.replace(_IS, _TUSSEN).partition("grant")[0]),
    _terug(TEL_DASHBOARD.partition("grant")[0]),
)

# What was there before these columns: from the grounds, and from the last thing that happened to a case.
VUL = """
update zaken_toegang t set stap = z.stap,
  sinds = (select min(g.van at time zone 'Europe/Amsterdam')::date from zaken_toegangsgrond g where g.toegang_id = t.id),
  gesloten_op = case when not t.open then (
    select max(b.moment at time zone 'Europe/Amsterdam')::date from zaken_gebeurtenis b where b.zaak_id = t.zaak_id) end
from zaken_zaak z where z.id = t.zaak_id;
"""
