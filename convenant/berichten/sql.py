"""The fence around mail that waits: whoever acts can write it, only the task that sends it can read it."""

SCHRIJFT = """convenant_id = ctx_convenant() and cardinality(ctx_groepen()) > 0 and exists (
  select 1 from partijen_medewerker m join partijen_deelname d on d.partij_id = m.partij_id
  where m.account_id = berichten_bericht.account_id and d.convenant_id = ctx_convenant())"""
# A named task acts for nobody, and writes to people of the convenant it is about.
SCHRIJFT_ALS_TAAK = """ctx_taak() <> '' and exists (
  select 1 from partijen_medewerker m join partijen_deelname d on d.partij_id = m.partij_id
  where m.account_id = berichten_bericht.account_id and d.convenant_id = berichten_bericht.convenant_id)"""
VERSTUURT = "ctx_taak() = 'berichten'"

TAAK = f"""
create policy insert_als_taak on berichten_bericht for insert to convenant_app with check ({SCHRIJFT_ALS_TAAK});
"""
TAAK_TERUG = "drop policy insert_als_taak on berichten_bericht;"
