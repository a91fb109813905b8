"""The fence around mail that waits: whoever acts can write it, only the task that sends it can read it."""

SCHRIJFT = """convenant_id = ctx_convenant() and cardinality(ctx_groepen()) > 0 and exists (
  select 1 from partijen_medewerker m join partijen_deelname d on d.partij_id = m.partij_id
  where m.account_id = berichten_bericht.account_id and d.convenant_id = ctx_convenant())"""
VERSTUURT = "ctx_taak() = 'berichten'"
