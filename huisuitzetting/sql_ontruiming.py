"""The fence around the way to the judge: rows of the own group of melders; and what a teamleider may know."""

from convenant.poort.hek import functie
from convenant.zaken.sql import EIGEN_TOEGANG

from .sql_huur import BIJ_EIGEN_ZAAK, EIGEN

PROCEDURE, AFWIJKING = "huisuitzetting_procedure", "huisuitzetting_afwijking"
LEES = EIGEN
DAGEN = "begonnen_op, deurwaarder_op, dagvaarding_op, vonnis_op, ontruiming_op"


def schrijf(tabel: str) -> str:
    return BIJ_EIGEN_ZAAK.format(tabel=tabel)


# For who leads the wijkteams: which duty is late, by the number of the case. The rows themselves stay behind the fence.
TE_LAAT = functie(
    "zaken_te_laat(per timestamptz, termijnen text[], lopend text[], vanaf int, hoogstens int)",
    """
begin
  if not ctx_mag('te_late_zaken_lezen') then
    raise exception 'alleen wie het wijkteam leidt ziet wat te laat is' using errcode = 'insufficient_privilege';
  end if;
  return query
    with klok as (
      select k.*, z.nummer as van_zaak, z.stap, not exists (select from verstrekkingen_verstrekking v
          where v.zaak_id = k.zaak_id and v.gegevensset = 'regie' and v.ingetrokken_op is null) as ongeregeld
      from termijnen_klok k join zaken_zaak z on z.id = k.zaak_id join partijen_groep g on g.group_id = k.groep_id
      where k.convenant_id = ctx_convenant() and k.termijn = any(termijnen) and k.vervalt_op <= per and g.functie = 'swt'
        and g.deelname_id in (select e.deelname_id from partijen_groep e where e.group_id = any(ctx_groepen())))
    select b.van_zaak::text, b.groep_id::bigint, b.wat, b.vervalt_op, b.ongeregeld from (
      select k.van_zaak, k.groep_id, k.termijn::text as wat, k.vervalt_op, k.ongeregeld, k.id from klok k where k.stand = 'loopt'
      union all
      select k.van_zaak, k.groep_id, 'regie', k.vervalt_op, true, k.id from klok k
        where k.termijn = 'terugkoppeling' and k.stand <> 'ingetrokken' and k.ongeregeld and k.stap = any(lopend)
          and exists (select from zaken_gebeurtenis e where e.zaak_id = k.zaak_id and e.handeling = 'in_behandeling_nemen')
    ) b order by b.vervalt_op, b.id, b.wat offset vanaf limit hoogstens;
end
""",
    geeft="table (nummer text, groep bigint, termijn text, sinds timestamptz, zonder_regie boolean) stable",
)

# The last attempt together comes after the bailiff, whoever of the three writes it down: they know the step, this is its day.
DEURWAARDER_OP = functie(
    "zaak_deurwaarder_op(van_zaak bigint)",
    f"""
select p.deurwaarder_op from huisuitzetting_procedure p
  where p.zaak_id = van_zaak and p.convenant_id = ctx_convenant() and {EIGEN_TOEGANG.format(zaak="van_zaak")}
""",
    geeft="date stable",
    taal="sql",
)
