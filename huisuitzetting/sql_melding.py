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
