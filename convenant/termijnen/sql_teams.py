"""Whose clock it is where a functie has several teams: that of the team which has the case."""

from .sql import VOOR_WIE

# Who must act: the own group, else of the own party the one that has the case, else the only one of the own party, else
# the one that has the case; of the convenant itself the only one there is. Where more than one could be meant nobody is.
# A team that closed is none of them.
_VERVANG = "create or replace function"
VOOR_WELK_TEAM = (
    f"""
{_VERVANG} klok_voor_wie(in_convenant bigint, van_zaak bigint, van_soort text, van_functie text) returns bigint
  stable language sql as $$
  with g as (select g.group_id, g.group_id = any(ctx_groepen()) as eigen,
      g.deelname_id in (select e.deelname_id from partijen_groep e where e.group_id = any(ctx_groepen())) as eigen_partij,
      exists (select from zaken_toegang t where t.zaak_id = van_zaak and t.group_id = g.group_id
        and (t.geldig_tot is null or t.geldig_tot > ctx_nu())) as heeft_zaak
    from partijen_groep g join partijen_deelname d on d.id = g.deelname_id
    where g.convenant_id = in_convenant and d.soort = van_soort and g.functie = van_functie and g.gesloten_op is null),
  k as (select group_id, case when eigen then 0 when eigen_partij and heeft_zaak then 1 when eigen_partij then 2
    when van_zaak is null or heeft_zaak then 3 end as rang from g)
  select case when count(*) = 1 then min(group_id) end from k where rang = (select min(rang) from k)
$$;
""",
    VOOR_WIE.replace("create function", _VERVANG, 1),
)
