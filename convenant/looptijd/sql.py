"""The fence around the end of a convenant: everyone in it may know, who has the verb may act, the clock sets down."""

from convenant.poort.hek import APP, functie

IN_CONVENANT = "convenant_id = ctx_convenant() and cardinality(ctx_groepen()) > 0"
KLOK = "ctx_taak() = 'looptijd'"
WEET = f"({IN_CONVENANT}) or {KLOK}"
# The verb of the row itself, for the own participation.
EIGEN_DAAD = """
convenant_id = ctx_convenant() and ctx_mag(handeling) and exists (
  select 1 from partijen_groep g
  where g.group_id = any(ctx_groepen()) and g.deelname_id = looptijd_beeindiging.deelname_id)
"""
NOG_TE_KEREN = f"{EIGEN_DAAD} and werkt_op > ctx_dag()"
SCHRIJFT_BRIEF = """
convenant_id = ctx_convenant() and exists (
  select 1 from looptijd_beeindiging b join partijen_groep g on g.deelname_id = b.deelname_id
  where b.id = beeindiging_id and g.group_id = any(ctx_groepen()) and ctx_mag(b.handeling))
"""
LEEST_BRIEF = """
convenant_id = ctx_convenant() and (ctx_mag('opzeggen') or ctx_mag('beeindigen') or ctx_mag('convenant_inrichten'))
"""
ZEGT_AFSCHEID = f"({IN_CONVENANT} and soort = 'afscheid') or {KLOK}"
LEEST_VERSLAG = f"(convenant_id = ctx_convenant() and ctx_mag('convenant_inrichten')) or {KLOK}"

# What the parties decide together: everyone in it may know; by the verbs of its own kind one writes.
_SAMEN = " or ".join(
    f"ctx_mag({{soort}} || '_{wat}')"
    for wat in ("voorstellen", "instemmen", "ondertekenen", "vaststellen", "aannemen", "weigeren")
)
SAMEN = f"({_SAMEN.format(soort='soort')} or soort = 'beeindiging' and ctx_mag('beeindigen'))"
EIGEN_DEELNAME = """exists (select 1 from partijen_groep g
  where g.group_id = any(ctx_groepen()) and g.deelname_id = {tabel}.deelname_id)"""
STELT_VOOR = f"""convenant_id = ctx_convenant() and ctx_mag(soort || '_voorstellen')
  and {EIGEN_DEELNAME.format(tabel="looptijd_voorstel")}"""
BESLUIT_SAMEN = f"convenant_id = ctx_convenant() and {SAMEN}"
TEKENT = f"""convenant_id = ctx_convenant() and {EIGEN_DEELNAME.format(tabel="looptijd_akkoord")}
  and exists (select 1 from looptijd_voorstel v where v.id = voorstel_id and v.besloten_op is null
    and (ctx_mag(v.soort || '_instemmen') or ctx_mag(v.soort || '_ondertekenen')))"""
LEEST_STUK = f"""convenant_id = ctx_convenant() and exists (
  select 1 from looptijd_voorstel v where v.id = voorstel_id and (v.werkt_op is not null or {SAMEN.replace("soort", "v.soort")}))"""
# What one writes oneself: one's own proposal, or what the own party signed.
SCHRIJFT_STUK = """convenant_id = ctx_convenant() and exists (
  select 1 from partijen_groep g where g.group_id = any(ctx_groepen()) and g.deelname_id = coalesce(
    (select a.deelname_id from looptijd_akkoord a where a.id = akkoord_id),
    (select v.deelname_id from looptijd_voorstel v where v.id = voorstel_id and akkoord_id is null)))"""

# What is still open at a participation, by number and step: nothing of what stands in it.
OPEN_ZAKEN = functie(
    "looptijd_open_zaken(van_deelname bigint)",
    """
begin
  if ctx_taak() <> 'looptijd' then
    raise exception 'alleen de klok van de looptijd telt open zaken';
  end if;
  return (select coalesce(jsonb_agg(jsonb_build_array(nummer, stap) order by nummer), '[]') from (
    select distinct z.nummer, z.stap from zaken_zaak z join zaken_toegang t on t.zaak_id = z.id
      join partijen_groep g on g.group_id = t.group_id
    where g.deelname_id = van_deelname and t.open) zaak);
end
""",
    geeft="jsonb",
)

# The dates that the facts read: within a request only for who may end something, and of a party only its own.
EINDDATUM = f"""
create function einddatum_door_wie_mag() returns trigger language plpgsql as $$
begin
  if current_user <> '{APP}' or ctx_convenant() is null or ctx_mag('convenant_inrichten') then
    return new;
  end if;
  if tg_table_name = 'partijen_deelname' then
    if ctx_mag('opzeggen') and exists (select 1 from partijen_groep g
        where g.group_id = any(ctx_groepen()) and g.deelname_id = (to_jsonb(new) ->> 'id')::bigint) then
      return new;
    end if;
  elsif (to_jsonb(new) ->> 'id')::bigint = ctx_convenant()
      and (ctx_mag('opzeggen') or ctx_mag('beeindigen') or ctx_mag('vervallen_verklaren')) then
    return new;
  end if;
  raise exception 'no right to end this' using errcode = 'insufficient_privilege';
end $$;
create trigger einddatum_door_wie_mag before update on partijen_deelname
  for each row when (old.einde is distinct from new.einde) execute function einddatum_door_wie_mag();
create trigger einddatum_door_wie_mag before update on partijen_convenant
  for each row when ((old.einde, old.vervallen_op) is distinct from (new.einde, new.vervallen_op))
  execute function einddatum_door_wie_mag();
"""
# Which clauses hold is for who may say so, and for who sets down the amendment that repairs one.
ONGELDIG = f"""
create function ongeldig_door_wie_mag() returns trigger language plpgsql as $$
begin
  if current_user <> '{APP}' or ctx_convenant() is null then
    return new;
  end if;
  if new.id = ctx_convenant() and (ctx_mag('bepaling_ongeldig_verklaren') or ctx_mag('wijziging_vaststellen')
      or ctx_mag('wijziging_aannemen')) then
    return new;
  end if;
  raise exception 'no right to say what is invalid' using errcode = 'insufficient_privilege';
end $$;
create trigger ongeldig_door_wie_mag before update on partijen_convenant
  for each row when (old.buiten_werking is distinct from new.buiten_werking)
  execute function ongeldig_door_wie_mag();
"""
ONGELDIG_TERUG = """
drop trigger ongeldig_door_wie_mag on partijen_convenant;
drop function ongeldig_door_wie_mag();
"""
EINDDATUM_TERUG = """
drop trigger einddatum_door_wie_mag on partijen_deelname;
drop trigger einddatum_door_wie_mag on partijen_convenant;
drop function einddatum_door_wie_mag();
"""
