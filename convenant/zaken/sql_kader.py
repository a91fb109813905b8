"""The frame of a case per group: who may not see its steps knows whose move it is, and what the own group did.

`dicht` are the kanten ("soort/functie") to whom the policy gives no steps. For them the step is `buiten` (with whom the
case is), unless the own act brought it where it is; news is only what changes that, or a copy of their own. What was hidden
from a group once stays so.
"""

from .sql import EIGEN_TOEGANG, SCHRIJFT_SPOOR
from .sql_verloop import BEWEEG_MET_VERLOOP

_ZIET_SPOOR = EIGEN_TOEGANG.replace(" limit 1)", " and t.ziet_spoor limit 1)")
_EIGEN_OF_OPEN = f"""convenant_id = ctx_convenant() and (
  {_ZIET_SPOOR.format(zaak="zaken_gebeurtenis.zaak_id")}
  or groep_id = any(ctx_groepen()) and {EIGEN_TOEGANG.format(zaak="zaken_gebeurtenis.zaak_id")})"""

SPOOR = f"""
drop policy "select" on zaken_gebeurtenis;
create policy "select" on zaken_gebeurtenis for select to convenant_app using ({_EIGEN_OF_OPEN});
"""
SPOOR_TERUG = f"""
drop policy "select" on zaken_gebeurtenis;
create policy "select" on zaken_gebeurtenis for select to convenant_app
  using ({SCHRIJFT_SPOOR.removesuffix(" and ctx_eigen_groep(groep_id)")});
"""

# The step of a case, and with it the row of every group that has it.
VERZET_RIJEN = """  update zaken_zaak set stap = naar where id = van_zaak;
  update zaken_toegang t set open = not is_einde, ziet_spoor = t.ziet_spoor and v.ziet, stap = v.stap,
    wijziging = t.wijziging + case when v.ziet or v.eigen or t.stap <> v.stap or t.group_id = any(krijgen) then 1 else 0 end,
    gesloten_op = case when is_einde then coalesce(t.gesloten_op, ctx_dag()) end,
    termijn = case when is_einde then null else t.termijn end,
    aan_zet = not is_einde and v.kant = any(kanten)
    from (select s.*, case when s.ziet then naar when not s.eigen then buiten when verzet then naar else s.was end as stap
      from (select t2.id, t2.stap as was, d.soort || '/' || g.functie as kant, t2.group_id = any(ctx_groepen()) as eigen,
          d.soort || '/' || g.functie <> all(dicht) as ziet
        from zaken_toegang t2 join partijen_groep g on g.group_id = t2.group_id join partijen_deelname d on d.id = g.deelname_id
        where t2.zaak_id = van_zaak) s) v
    where v.id = t.id;
"""

BEWEEG = f"""
drop function zaak_beweeg;
create function zaak_beweeg(van_zaak bigint, naar text, kanten text[], is_einde boolean, dicht text[], buiten text,
    verzet boolean, krijgen bigint[])
  returns void language plpgsql security definer set search_path = public, pg_temp as $functie$
begin
  if {EIGEN_TOEGANG.format(zaak="van_zaak")} is not true
    or not exists (select 1 from zaken_zaak z where z.id = van_zaak and z.convenant_id = ctx_convenant())
  then
    raise exception 'zaak buiten de context';
  end if;
{VERZET_RIJEN}end
$functie$;
revoke all on function zaak_beweeg from public;
grant execute on function zaak_beweeg to convenant_app;
"""
BEWEEG_TERUG = (
    "drop function zaak_beweeg;"
    + BEWEEG_MET_VERLOOP[0].replace("or replace ", "", 1)
    + """
revoke all on function zaak_beweeg from public;
grant execute on function zaak_beweeg to convenant_app;
"""
)

# Access by itself, without a step: who gets it then.
KADER = f"""
create function zaak_kader(van_zaak bigint, dicht text[], buiten text)
  returns void language plpgsql security definer set search_path = public, pg_temp as $functie$
begin
  if {EIGEN_TOEGANG.format(zaak="van_zaak")} is not true then
    raise exception 'zaak buiten de context';
  end if;
  update zaken_toegang t set ziet_spoor = false, stap = buiten from partijen_groep g, partijen_deelname d
    where t.zaak_id = van_zaak and g.group_id = t.group_id and d.id = g.deelname_id and t.ziet_spoor
      and d.soort || '/' || g.functie = any(dicht) and not t.group_id = any(ctx_groepen());
end
$functie$;
revoke all on function zaak_kader from public;
grant execute on function zaak_kader to convenant_app;
"""
KADER_TERUG = "drop function zaak_kader;"
