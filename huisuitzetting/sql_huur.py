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
