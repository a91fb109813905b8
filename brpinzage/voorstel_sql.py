"""What a stock file would change, worked out in SQL: a proposal against the own stock of the moment (HEE-2.3).

Each statement looks at all rows at once. Parameters: `voorstel`, `deelname`, `convenant`, `heel` and `per`.
"""

from convenant.bestand import GETOOND

NIEUW, GEWIJZIGD, EINDIGT, ONGEWIJZIGD = "nieuw", "gewijzigd", "eindigt", "ongewijzigd"
PER_PAGINA = 50
ADRES = "straatnaam, huisnummer, huisletter, huisnummertoevoeging, postcode, woonplaats, bag_id"
KOLOMMEN = f"adres_sleutel, {ADRES}, van, tot"

LAAD = f"""
insert into brpinzage_bezitvoorstelrij (voorstel_id, rij, {KOLOMMEN})
select %(voorstel)s, rij, {KOLOMMEN} from jsonb_to_recordset(%(rijen)s::jsonb) r(rij int, adres_sleutel text,
  straatnaam text, huisnummer text, huisletter text, huisnummertoevoeging text, postcode text, woonplaats text,
  bag_id text, van date, tot date)
"""
# The rows of this proposal; which own row each is (the same address and first day, or in a file that is the whole stock
# the one dwelling that got another address); and what the file does not name, as it will be afterwards.
BASIS = """
with r as materialized (select * from brpinzage_bezitvoorstelrij where voorstel_id = %(voorstel)s),
b as materialized (
  select b.* from brpinzage_bezit b where b.deelname_id = %(deelname)s),
genoemd as materialized (
  select r.id as rij_id, b.id as bezit_id from r join b on b.adres_sleutel = r.adres_sleutel and b.van = r.van),
hernummerd as materialized (
  select min(r.id) as rij_id, min(b.id) as bezit_id from r join b on b.bag_id = r.bag_id and b.van = r.van
  where %(heel)s and r.bag_id <> '' and b.van < %(per)s::date and (b.tot is null or b.tot > %(per)s::date)
    and not exists (select 1 from genoemd g where g.rij_id = r.id)
    and not exists (select 1 from genoemd g where g.bezit_id = b.id)
  group by r.bag_id, r.van having count(*) = 1),
paar as materialized (select * from genoemd union all select * from hernummerd),
ongenoemd as materialized (
  select b.id, b.adres_sleutel, b.bag_id, b.van,
    case when %(heel)s and b.van < %(per)s::date then least(b.tot, %(per)s::date) else b.tot end as tot
  from b where not exists (select 1 from paar where paar.bezit_id = b.id))
"""
OVERLAP = "r.van < coalesce(a.tot, 'infinity') and a.van < coalesce(r.tot, 'infinity')"
# Two BAG ids are two dwellings; one BAG id may have two addresses, and then each is a row of its own.
ZELFDE = "a.adres_sleutel = r.adres_sleutel and (r.bag_id = '' or a.bag_id in ('', r.bag_id))"
DUBBEL = f"""{BASIS}
select r.rij, min(a.rij), count(*) over () from r join r a on {ZELFDE} and a.rij < r.rij where {OVERLAP}
group by r.rij order by r.rij limit {GETOOND}
"""
EIGEN = f"""{BASIS}
select r.rij, min(a.van), count(*) over () from r join ongenoemd a on {ZELFDE} where {OVERLAP}
group by r.rij order by r.rij limit {GETOOND}
"""
ELDERS = f"""
select rij, null, count(*) over () from bezitvoorstel_elders(%(voorstel)s) rij order by rij limit {GETOOND}
"""
DELEN = (*ADRES.split(", "), "tot")
VERSCHILT = " or ".join(f"b.{deel} is distinct from r.{deel}" for deel in DELEN)
OUD = ", ".join(f"b.{deel} as oud_{deel}" for deel in DELEN)
WIJZIGINGEN = f"""{BASIS},
wijzigingen as (
  select case when b.id is null then '{NIEUW}' when {VERSCHILT} then '{GEWIJZIGD}' else '{ONGEWIJZIGD}' end as soort,
    r.rij::bigint as nummer, r.straatnaam, r.huisnummer, r.huisletter, r.huisnummertoevoeging, r.postcode, r.woonplaats,
    r.bag_id, r.van, r.tot, {OUD}
  from r left join paar on paar.rij_id = r.id left join b on b.id = paar.bezit_id
  union all
  select '{EINDIGT}', b.id, b.straatnaam, b.huisnummer, b.huisletter, b.huisnummertoevoeging, b.postcode, b.woonplaats,
    b.bag_id, b.van, o.tot, {OUD}
  from ongenoemd o join b on b.id = o.id where o.tot is distinct from b.tot)
"""
AANTALLEN = f"{WIJZIGINGEN} select soort, count(*) from wijzigingen group by soort"
BLADZIJDE = f"""{WIJZIGINGEN}
select nummer, van, {ADRES}, tot, {", ".join(f"oud_{deel}" for deel in DELEN)} from wijzigingen
where soort = %(soort)s and nummer > %(na)s order by nummer limit {PER_PAGINA + 1}
"""
HERNUMMER = f"""{BASIS}
update brpinzage_bezit set (adres_sleutel, {ADRES}) = row(r.adres_sleutel, {", ".join(f"r.{deel}" for deel in DELEN[:-1])})
from hernummerd h join r on r.id = h.rij_id where brpinzage_bezit.id = h.bezit_id
"""
BEEINDIG = f"""{BASIS}
update brpinzage_bezit set tot = o.tot from ongenoemd o
where o.id = brpinzage_bezit.id and o.tot is distinct from brpinzage_bezit.tot
"""
SCHRIJF = f"""
insert into brpinzage_bezit as b (convenant_id, deelname_id, {KOLOMMEN})
select %(convenant)s, %(deelname)s, {KOLOMMEN} from brpinzage_bezitvoorstelrij where voorstel_id = %(voorstel)s
on conflict (deelname_id, adres_sleutel, van) do update set {", ".join(f"{deel} = excluded.{deel}" for deel in DELEN)}
where {VERSCHILT.replace("r.", "excluded.")}
"""
