"""The fence around the working agreements: numbers for who tells them, evaluations for who evaluates."""

from convenant.poort.hek import functie

EVALUEERT = """convenant_id = ctx_convenant() and (ctx_mag('evaluatie_openen')
  or ctx_mag('telling_wijkteam_delen') or ctx_mag('telling_corporatie_delen'))"""
LEIDT_EVALUATIE = (
    "convenant_id = ctx_convenant() and ctx_mag('evaluatie_openen') and ctx_eigen_groep(groep_id)"
)
PLANT_OVERLEG = "convenant_id = ctx_convenant() and ctx_mag('overleg_plannen') and ctx_eigen_groep(groep_id)"
# Of a corporatie the annex is hers and the gemeente's; another corporatie's is not hers to read.
LEEST_AFSPRAAK = """convenant_id = ctx_convenant() and exists (
  select 1 from partijen_groep g join partijen_deelname d on d.id = g.deelname_id
  where g.group_id = any(ctx_groepen()) and g.convenant_id = ctx_convenant()
    and (d.soort = 'gemeente' or d.id = huisuitzetting_aanvullendeafspraak.deelname_id))"""
VOEGT_AFSPRAAK_TOE = "convenant_id = ctx_convenant() and ctx_mag('aanvullende_afspraak_toevoegen')"
# Sums without ids, to who must tell them: of the handovers all, of evictions those of the own corporatie.
GETELD = functie(
    "kengetal_geteld(welke_maat text, van date, tot date)",
    """
begin
  if not (welke_maat = 'melding' and ctx_mag('telling_wijkteam_delen')
    or welke_maat in ('uitzetting', 'sleutels', 'voorkomen') and ctx_mag('telling_corporatie_delen')) then
    raise exception 'geen recht op deze tellingen' using errcode = 'insufficient_privilege';
  end if;
  return query select t.waarde::text, sum(t.aantal)::bigint from zaken_telling t
    where t.convenant_id = ctx_convenant() and t.maat = welke_maat and t.maand >= van and t.maand < tot
      and (welke_maat = 'melding' or split_part(t.waarde, ':', 1) in (
        select g.deelname_id::text from partijen_groep g where g.group_id = any(ctx_groepen())))
    group by t.waarde;
end
""",
    geeft="table(waarde text, aantal bigint)",
)
