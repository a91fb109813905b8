"""The fence around a written request: burgerzaken learns whether its address is own stock today, and no more."""

from convenant.poort.hek import functie

from .sql import VANDAAG_IN_BEZIT

# The stock itself is not theirs to read. Only for a request they hold a copy of, by the address that stands in it.
IN_BEZIT = functie(
    "verzoek_in_bezit(van_zaak bigint)",
    f"""
  select ctx_mag('verzoek_toewijzen') and exists (
    select 1 from verstrekkingen_verstrekking v
      join verstrekkingen_ontvangst o on o.verstrekking_id = v.id and o.groep_id = any(ctx_groepen())
      join partijen_groep g on g.group_id = v.door_groep_id
      join brpinzage_bezit b on b.deelname_id = g.deelname_id and b.adres_sleutel = o.adres_sleutel
    where v.zaak_id = van_zaak and v.convenant_id = ctx_convenant() and v.gegevensset = 'schriftelijk_verzoek'
      and {VANDAAG_IN_BEZIT})
""",
    geeft="boolean stable",
    taal="sql",
)
