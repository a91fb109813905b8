"""What a file of arrears would change, and changing it: set statements over all rows at once.

Parameters: `inlezing`, `groep`, `convenant`, `heel`, `deurwaarder` (whether the file has that column), `einde` (the steps in which a
case has ended), `dag`, `nu` and `maandhuren` (how many are owed at the threshold).
"""

WAARDEN = (
    "naam",
    "geboortedatum",
    "telefoonnummer",
    "straatnaam",
    "huisnummer",
    "huisletter",
    "huisnummertoevoeging",
    "postcode",
    "plaats",
    "aantal_ingeschreven_bewoners",
    "huur_per_maand",
    "schuld",
    "achterstand_sinds",
)
# Not said is kept.
KEUZES = ("bewind", "alleen_strafbaar_feit", "bezwaar_doorgeven", "betalingsregeling")
REGELING = ("regeling_sinds", "regeling_per_maand", "regeling_tot")
KOLOMMEN = ", ".join(("contractnummer", *WAARDEN, "deurwaarder_op", *KEUZES, *REGELING))

LAAD = f"""
insert into huisuitzetting_inleesrij (inlezing_id, rij, {KOLOMMEN})
select %(inlezing)s, rij, {KOLOMMEN} from jsonb_to_recordset(%(rijen)s::jsonb) r(rij int, contractnummer text, naam text,
  geboortedatum date, telefoonnummer text, straatnaam text, huisnummer int, huisletter text, huisnummertoevoeging text,
  postcode text, plaats text, aantal_ingeschreven_bewoners int, huur_per_maand numeric, schuld numeric,
  achterstand_sinds date, deurwaarder_op date, bewind bool, alleen_strafbaar_feit bool, bezwaar_doorgeven bool,
  betalingsregeling text, regeling_sinds date, regeling_per_maand numeric, regeling_tot date)
"""
LAAD_FOUTEN = """
insert into huisuitzetting_inleesfout (inlezing_id, rij, kolom, zin)
select %(inlezing)s, rij, kolom, zin from jsonb_to_recordset(%(rijen)s::jsonb) r(rij int, kolom text, zin text)
"""
EIGEN = "h.groep_id = %(groep)s"
ANDERE_HUURDER = f"""r.inlezing_id = %(inlezing)s and r.contractnummer = h.contractnummer and {EIGEN}
  and r.geboortedatum <> h.geboortedatum and z.id = h.zaak_id"""
# Another birthday is another tenant: never on the case of the one before, as long as that runs.
KEUR_AF = f"""
with ander as (
  delete from huisuitzetting_inleesrij r using huisuitzetting_huurovereenkomst h, zaken_zaak z
  where {ANDERE_HUURDER} and z.stap <> all(%(einde)s) returning r.rij)
insert into huisuitzetting_inleesfout (inlezing_id, rij, kolom, zin)
select %(inlezing)s, rij, 'geboortedatum', %(zin)s from ander
"""
# Once it has ended, the new tenant starts anew.
MAAK_LOS = f"""
update huisuitzetting_huurovereenkomst h set zaak_id = null, gesloten_om = '', betalingsregeling = '',
  regeling_sinds = null, regeling_per_maand = null, regeling_tot = null, drempel_bereikt_op = null, bewind = false, alleen_strafbaar_feit = false, bezwaar_doorgeven = false
from huisuitzetting_inleesrij r, zaken_zaak z where {ANDERE_HUURDER} and z.stap = any(%(einde)s)
"""
IN_BESTAND = """exists (select 1 from huisuitzetting_inleesrij r
  where r.inlezing_id = %(inlezing)s and r.contractnummer = h.contractnummer)"""
AANTALLEN = f"""
select case when h.id is null and r.schuld > 0 then 'nieuw' when h.id is null then 'zonder'
    when r.schuld > h.schuld then 'hoger' when r.schuld = 0 and h.schuld > 0 then 'afgelost'
    when r.schuld < h.schuld then 'lager' else 'gelijk' end as soort, count(*)
from huisuitzetting_inleesrij r
left join huisuitzetting_huurovereenkomst h on h.contractnummer = r.contractnummer and {EIGEN}
where r.inlezing_id = %(inlezing)s group by 1
union all
select 'weg', count(*) from huisuitzetting_huurovereenkomst h
where %(heel)s and {EIGEN} and h.schuld > 0 and not {IN_BESTAND}
"""
# What it was stays known as long as the file says no other and nothing ended it; one that starts anew must say its own.
VAN_REGELING = """case when r.regeling_sinds is not null then r.{kolom}
    when r.betalingsregeling = '' then null
    when r.betalingsregeling = 'loopt' and h.betalingsregeling <> 'loopt' then null else h.{kolom} end"""
# A case that ended is let go of when arrears began anew after it.
WERK_BIJ = f"""
update huisuitzetting_huurovereenkomst h set {", ".join(f"{kolom} = r.{kolom}" for kolom in WAARDEN)},
  {", ".join(f"{kolom} = coalesce(r.{kolom}, h.{kolom})" for kolom in KEUZES)},
  {", ".join(f"{kolom} = {VAN_REGELING.format(kolom=kolom)}" for kolom in REGELING)},
  deurwaarder_op = case when %(deurwaarder)s then r.deurwaarder_op else h.deurwaarder_op end,
  zaak_id = case when r.achterstand_sinds > h.achterstand_sinds and exists (
    select 1 from zaken_zaak z where z.id = h.zaak_id and z.stap = any(%(einde)s)) then null else h.zaak_id end,
  ontleend_aan = 'import', bijgewerkt_op = %(nu)s
from huisuitzetting_inleesrij r
where r.inlezing_id = %(inlezing)s and r.contractnummer = h.contractnummer and {EIGEN}
"""
VOEG_TOE = f"""
insert into huisuitzetting_huurovereenkomst (convenant_id, groep_id, contractnummer, {", ".join(WAARDEN)}, deurwaarder_op,
  {", ".join(KEUZES)}, {", ".join(REGELING)}, ontleend_aan, bijgewerkt_op, te_doen, gesloten_om)
select %(convenant)s, %(groep)s, contractnummer, {", ".join(WAARDEN)}, deurwaarder_op, coalesce(bewind, false),
  coalesce(alleen_strafbaar_feit, false), coalesce(bezwaar_doorgeven, false), coalesce(betalingsregeling, ''),
  {", ".join(REGELING)}, 'import', %(nu)s, '', ''
from huisuitzetting_inleesrij r
where r.inlezing_id = %(inlezing)s and r.schuld > 0 and not exists (
  select 1 from huisuitzetting_huurovereenkomst h where {EIGEN} and h.contractnummer = r.contractnummer)
"""
# Who is not in a file of all arrears owes nothing any more.
LOS_AF = f"""
update huisuitzetting_huurovereenkomst h set schuld = 0, deurwaarder_op = null, bijgewerkt_op = %(nu)s
where %(heel)s and {EIGEN} and h.schuld > 0 and not {IN_BESTAND}
"""
RUIM_OP = (
    f"delete from huisuitzetting_huurovereenkomst h where {EIGEN} and h.schuld = 0 and h.zaak_id is null"
)
DREMPEL = f"""
update huisuitzetting_huurovereenkomst h set drempel_bereikt_op = case
  when schuld >= %(maandhuren)s * huur_per_maand then coalesce(drempel_bereikt_op, %(dag)s) end
where {EIGEN} and (schuld >= %(maandhuren)s * huur_per_maand) <> (drempel_bereikt_op is not null)
"""
WIS = (
    "delete from huisuitzetting_inleesrij where inlezing_id = %(inlezing)s",
    "delete from huisuitzetting_inleesfout where inlezing_id = %(inlezing)s",
    "delete from huisuitzetting_inlezing where id = %(inlezing)s",
)
