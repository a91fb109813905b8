"""The fence around the wijkteam's own rows, and what the end of a place on the waiting list takes with it."""

from convenant.poort.hek import functie
from convenant.zaken.sql import EIGEN_TOEGANG

EIGEN = "convenant_id = ctx_convenant() and ctx_eigen_groep(groep_id)"
OP_WACHTLIJST = (
    f"{EIGEN} and exists (select 1 from zaken_zaak z"
    " where z.id = huisuitzetting_wachtlijstplek.zaak_id and z.stap = 'wachtlijst')"
)
PLAATSEN = f"{EIGEN} and ctx_mag('op_wachtlijst_plaatsen')"
REGIE_BELEGGEN = f"{EIGEN} and ctx_mag('regie_beleggen')"
# Only about a case the group has.
PLAATSEN_IN_ZAAK = f"{PLAATSEN} and " + EIGEN_TOEGANG.format(zaak="huisuitzetting_wachtlijstplek.zaak_id")
REGIE_IN_ZAAK = f"{REGIE_BELEGGEN} and " + EIGEN_TOEGANG.format(zaak="huisuitzetting_regie.zaak_id")
VASTLEGGEN = f"{EIGEN} and ctx_mag('interventie_vastleggen') and " + EIGEN_TOEGANG.format(
    zaak="huisuitzetting_interventie.zaak_id"
)

# Whoever moves the case off the list, and be it the corporatie: what was kept to put it in order is gone in the same act.
VERLATEN = """
create function wachtlijst_verlaten() returns trigger language plpgsql security definer set search_path = public, pg_temp
  as $functie$
begin
  delete from huisuitzetting_wachtlijstplek where zaak_id = new.id;
  update verstrekkingen_ontvangst o set waarden = null, sleutel = null, adres_sleutel = '', vernietigd_op = ctx_nu()
    from verstrekkingen_verstrekking v
    where v.id = o.verstrekking_id and v.zaak_id = new.id and v.gegevensset = 'brp_gezin_en_leeftijd'
      and o.vernietigd_op is null;
  return null;
end
$functie$;
create trigger wachtlijst_verlaten after update of stap on zaken_zaak for each row
  when (old.stap = 'wachtlijst' and new.stap <> 'wachtlijst') execute function wachtlijst_verlaten();
"""
VERLATEN_TERUG = "drop trigger wachtlijst_verlaten on zaken_zaak; drop function wachtlijst_verlaten;"

# Whoever at the gemeente has the case may know who leads it (HAA-2.2.1.regie): an id, no name.
REGIEVOERDER = functie(
    "zaak_regievoerder(van_zaak bigint)",
    f"""
begin
  if {EIGEN_TOEGANG.format(zaak="van_zaak")} is not true or not exists (
    select 1 from partijen_groep g join partijen_deelname d on d.id = g.deelname_id
    where g.group_id = any(ctx_groepen()) and g.convenant_id = ctx_convenant() and d.soort = 'gemeente')
  then
    return null;
  end if;
  return (select r.medewerker_id from huisuitzetting_regie r where r.zaak_id = van_zaak);
end
""",
    geeft="bigint",
)

BEWIJZEN = f"{EIGEN} and ctx_mag('extra_terugkoppelen')"
# Who reads what was told with consent may know that it holds; of the consent itself nothing.
KLANT_STEMT_IN = functie(
    "klant_stemt_in(van_zaak bigint)",
    f"""
select exists (select 1 from huisuitzetting_toestemming t where t.zaak_id = van_zaak and t.soort = 'klant_schriftelijk'
  and t.convenant_id = ctx_convenant() and t.ingetrokken_op is null)
  and coalesce({EIGEN_TOEGANG.format(zaak="van_zaak")}, false)
""",
    geeft="boolean stable",
    taal="sql",
)
