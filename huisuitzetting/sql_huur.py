"""The fence around arrears: rows of the own group of melders. What hangs on a case is written once and stays."""

from convenant.poort.hek import functie

EIGEN = "convenant_id = ctx_convenant() and ctx_eigen_groep(groep_id)"
VASTLEGGEN = f"{EIGEN} and ctx_mag('achterstand_vastleggen')"
# A tenancy with a case stays: it is the case's history.
ZONDER_ZAAK = f"{VASTLEGGEN} and zaak_id is null"
BIJ_EIGEN_ZAAK = f"{VASTLEGGEN} and exists (select 1 from huisuitzetting_huurovereenkomst h where h.zaak_id = {{tabel}}.zaak_id)"
# The file is fenced itself, so another's is not there for this sub-select.
VAN_EIGEN_INLEZING = "exists (select 1 from huisuitzetting_inlezing i where i.id = {tabel}.inlezing_id)"

# For the task, without a person: files that nobody came back to.
INLEZINGEN_VERGEET = functie(
    "inlezingen_vergeten(voor timestamptz)",
    """
declare
  aantal bigint;
begin
  if ctx_taak() <> 'bewaring' then
    raise exception 'alleen de taak bewaring vergeet inlezingen';
  end if;
  delete from huisuitzetting_inleesrij r using huisuitzetting_inlezing i
    where r.inlezing_id = i.id and i.gemaakt_op < voor;
  delete from huisuitzetting_inleesfout f using huisuitzetting_inlezing i
    where f.inlezing_id = i.id and i.gemaakt_op < voor;
  delete from huisuitzetting_inlezing i where i.gemaakt_op < voor;
  get diagnostics aantal = row_count;
  return aantal;
end
""",
    geeft="bigint",
)
# The same as EIGEN, asked once per query and not once per row: a list of 50,000 is counted whole.
EIGEN_VOOR_LIJSTEN = """convenant_id = ctx_convenant() and groep_id in (
  select g.group_id from partijen_groep g where g.group_id = any(ctx_groepen()) and g.convenant_id = ctx_convenant())"""

# For the task, without a person: arrangements of which the last day has gone by end, and what wat_nu.py asks of the tenancy is
# given back without anybody's name. How far the corporatie is says `eigen_stap` as huren.py does.
REGELINGEN_VOORBIJ = functie(
    "huur_regelingen_voorbij(rechter text[], meldingen text[], hoogstens int)",
    """
begin
  if ctx_taak() <> 'termijnen' then
    raise exception 'alleen de taak termijnen laat regelingen aflopen';
  end if;
  return query with voorbij as (
    update huisuitzetting_huurovereenkomst u set betalingsregeling = 'afgelopen' where u.id in (
      select h.id from huisuitzetting_huurovereenkomst h where h.betalingsregeling = 'loopt' and h.regeling_tot < ctx_dag()
      order by h.id limit hoogstens for update skip locked)
    returning u.*)
  select v.id, v.convenant_id, z.id, z.beleid_versie, z.nummer::text, case
      when not z.stap = any(rechter) or exists (select from verstrekkingen_verstrekking w
        where w.zaak_id = z.id and w.gegevensset = any(meldingen) and w.ingetrokken_op is null) then z.stap::text
      when not exists (select from huisuitzetting_contactpoging c where c.zaak_id = z.id) then 'achterstand'
      when exists (select from huisuitzetting_herinneringsbrief b where b.zaak_id = z.id) then 'herinnerd'
      else 'contact' end,
    v.schuld, v.achterstand_sinds, v.deurwaarder_op, v.drempel_bereikt_op, v.alleen_strafbaar_feit, v.bezwaar_doorgeven
  from voorbij v left join zaken_zaak z on z.id = v.zaak_id;
end
""",
    geeft="table(huur bigint, convenant bigint, zaak bigint, versie int, nummer text, eigen_stap text, schuld numeric,"
    " achterstand_sinds date, deurwaarder_op date, drempel_bereikt_op date, strafbaar boolean, bezwaar boolean)",
)
TE_DOEN = functie(
    "huur_te_doen(welke bigint, wat text, wanneer date)",
    """
begin
  if ctx_taak() <> 'termijnen' then
    raise exception 'alleen de taak termijnen zet wat er moet';
  end if;
  update huisuitzetting_huurovereenkomst set te_doen = wat, uiterlijk = wanneer where id = welke;
end
""",
)
