"""What a clock of a case brings about when it runs out, where the text gives that to the clock: the next step.

For the machine alone, and only while that clock runs and its moment has come. Nobody acts, so the track names nobody.
"""

from convenant.poort.hek import functie
from convenant.zaken.sql_kader import VERZET_RIJEN
from convenant.zaken.sql_vragen import met_vragen

_VERLOPEN = """select k.id from termijnen_klok k where k.zaak_id = van_zaak and k.termijn = welke and k.stand = 'loopt'
      and k.vervalt_op <= ctx_nu()"""
_MACHINE = """
  if ctx_taak() <> 'termijnen' then
    raise exception 'alleen de machine' using errcode = 'insufficient_privilege';
  end if;
"""

# Whoever acts on the case at this moment goes first.
ZAAK_VOOR_KLOK = functie(
    "zaak_voor_klok(van_zaak bigint, welke text)",
    f"""
begin{_MACHINE}
  return query select z.stap, z.beleid_versie, z.nummer from zaken_zaak z where z.id = van_zaak
    and exists ({_VERLOPEN}) for no key update of z;
end
""",
    geeft="table(in_stap varchar, versie int, zaaknummer varchar)",
)
# Who must act now, and who handles the case there.
_KOP = (
    "zaak_vanzelf(van_zaak bigint, welke text, doet text, naar text, om_eis text, kanten text[], is_einde boolean,"
    " dicht text[], buiten text"
)
_DOE = f"""
declare
  de_klok bigint;
  verzet constant boolean := true;
  krijgen constant bigint[] := '{{}}';
begin{_MACHINE}
  de_klok := ({_VERLOPEN} limit 1);
  if de_klok is null then
    raise exception 'geen verlopen klok' using errcode = 'insufficient_privilege';
  end if;
  update termijnen_klok set stand = 'vervallen' where id = de_klok;
  insert into termijnen_klokfeit (klok_id, soort, gepland, moment, reden)
    values (de_klok, 'vervallen', ctx_nu(), ctx_nu(), '') on conflict do nothing;
  insert into zaken_gebeurtenis (zaak_id, convenant_id, handeling, stap, eis, moment)
    select z.id, z.convenant_id, doet, naar, om_eis, ctx_nu() from zaken_zaak z where z.id = van_zaak;
{VERZET_RIJEN}  perform klok_telt(van_zaak);
  return query select t.group_id::bigint, t.behandelaar_id from zaken_toegang t
    where t.zaak_id = van_zaak and t.aan_zet and (t.geldig_tot is null or t.geldig_tot > ctx_nu());
end
"""
_GEEFT = "table(groep bigint, behandelaar bigint)"
ZAAK_VANZELF = functie(_KOP + ")", _DOE, geeft=_GEEFT)
ZAAK_VANZELF_MET_VRAGEN = functie(_KOP + ", vragen jsonb)", met_vragen(_DOE), geeft=_GEEFT)
