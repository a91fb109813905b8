"""The fence around consent: the row is of who asked for it. Of a report that rests on it, who has the case may know that it
holds; and whoever of them hears that it is withdrawn ends everything that rested on it."""

from convenant.poort.hek import functie
from convenant.zaken.sql import EIGEN_TOEGANG

LEES = "convenant_id = ctx_convenant() and ctx_eigen_groep(groep_id)"
SCHRIJF = f"""{LEES} and (ctx_mag('melden_met_toestemming') or ctx_mag('warm_overdragen')) and {
    EIGEN_TOEGANG.format(zaak="huisuitzetting_toestemming.zaak_id")
}"""

# None when there is none (any more). Of other consents nobody else learns anything.
SINDS = functie(
    "melding_toestemming_sinds(van_zaak bigint)",
    f"""
select t.gegeven_op from huisuitzetting_toestemming t where t.zaak_id = van_zaak and t.soort = 'melding'
  and t.convenant_id = ctx_convenant() and t.ingetrokken_op is null and {EIGEN_TOEGANG.format(zaak="van_zaak")}
""",
    geeft="date stable",
    taal="sql",
)

# Withdrawn consent destroys at once, at every holder (decision 65); that it was withdrawn is all that stays (HAA-3.3).
TREK_IN = functie(
    "melding_toestemming_intrekken(van_zaak bigint, dag date)",
    f"""
begin
  if {EIGEN_TOEGANG.format(zaak="van_zaak")} is not true or not ctx_mag('toestemming_intrekken') or not exists (
    select 1 from zaken_zaak z where z.id = van_zaak and z.convenant_id = ctx_convenant() and z.stap = 'gestopt')
  then
    raise exception 'toestemming intrekken buiten de zaak';
  end if;
  update huisuitzetting_toestemming set ingetrokken_op = greatest(dag, gegeven_op)
    where zaak_id = van_zaak and ingetrokken_op is null;
  update verstrekkingen_verstrekking set ingetrokken_op = ctx_nu(),
      intrekreden = 'De huurder heeft zijn toestemming ingetrokken.'
    where zaak_id = van_zaak and gegevensset <> 'intrekking_toestemming' and ingetrokken_op is null;
  update verstrekkingen_ontvangst o set waarden = null, sleutel = null, vernietigd_op = ctx_nu()
    from verstrekkingen_verstrekking v where v.id = o.verstrekking_id and v.zaak_id = van_zaak
      and v.gegevensset <> 'intrekking_toestemming' and o.vernietigd_op is null;
end
""",
)

# The same, and with it what the wijkteam kept of its own work that rested on the report. Its place on the waiting list went
# when the case stopped (sql_wijkteam.VERLATEN).
TREK_ALLES_IN = functie(
    "melding_toestemming_intrekken(van_zaak bigint, dag date)",
    f"""
begin
  if {EIGEN_TOEGANG.format(zaak="van_zaak")} is not true or not ctx_mag('toestemming_intrekken') or not exists (
    select 1 from zaken_zaak z where z.id = van_zaak and z.convenant_id = ctx_convenant() and z.stap = 'gestopt')
  then
    raise exception 'toestemming intrekken buiten de zaak';
  end if;
  delete from huisuitzetting_bewijsstuk b using huisuitzetting_toestemming t
    where t.id = b.toestemming_id and t.zaak_id = van_zaak;
  delete from huisuitzetting_toestemming where zaak_id = van_zaak and soort <> 'melding';
  delete from huisuitzetting_interventie where zaak_id = van_zaak;
  delete from huisuitzetting_regie where zaak_id = van_zaak;
  update huisuitzetting_toestemming set ingetrokken_op = greatest(dag, gegeven_op)
    where zaak_id = van_zaak and ingetrokken_op is null;
  update verstrekkingen_verstrekking set ingetrokken_op = ctx_nu(),
      intrekreden = 'De huurder heeft zijn toestemming ingetrokken.'
    where zaak_id = van_zaak and gegevensset <> 'intrekking_toestemming' and ingetrokken_op is null;
  update verstrekkingen_ontvangst o set waarden = null, sleutel = null, vernietigd_op = ctx_nu()
    from verstrekkingen_verstrekking v where v.id = o.verstrekking_id and v.zaak_id = van_zaak
      and v.gegevensset <> 'intrekking_toestemming' and o.vernietigd_op is null;
end
""",
)

# The same of a case that was closed: it stays closed, and that the withdrawal is on its track stands for the step.
OOK_GESLOTEN = tuple(
    sql.replace("create function", "create or replace function", 1)
    for sql in (
        TREK_ALLES_IN[0].replace(
            "z.stap = 'gestopt')",
            """z.stap in ('gestopt', 'gesloten'))
    or not exists (select 1 from zaken_gebeurtenis e where e.zaak_id = van_zaak and e.handeling = 'toestemming_intrekken')""",
        ),
        TREK_ALLES_IN[0],
    )
)

# What a tenant took back stays back: who wants it again asks again.
BLIJFT_INGETROKKEN = """
create function toestemming_blijft_ingetrokken() returns trigger language plpgsql as $functie$
begin
  raise exception 'deze toestemming is ingetrokken' using errcode = 'insufficient_privilege';
end
$functie$;
create trigger toestemming_blijft_ingetrokken before update of ingetrokken_op on huisuitzetting_toestemming for each row
  when (old.ingetrokken_op is not null and new.ingetrokken_op is distinct from old.ingetrokken_op)
  execute function toestemming_blijft_ingetrokken();
"""
BLIJFT_INGETROKKEN_TERUG = """
drop trigger toestemming_blijft_ingetrokken on huisuitzetting_toestemming; drop function toestemming_blijft_ingetrokken;
"""
