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

# From here on: messages are read in the application too, each by whose account it is, in the convenant of the context.
EIGEN = "account_id = ctx_account() and convenant_id = ctx_convenant()"
LEEST = f"({EIGEN}) or {VERSTUURT}"
LEZEN = f"""
drop policy "select" on berichten_bericht;
drop policy "update" on berichten_bericht;
create policy "select" on berichten_bericht for select to convenant_app using ({LEEST});
create policy "update" on berichten_bericht for update to convenant_app using ({LEEST}) with check ({LEEST});
grant update (gelezen_op, te_mailen, post_id) on berichten_bericht to convenant_app;
"""
LEZEN_TERUG = f"""
drop policy "select" on berichten_bericht;
drop policy "update" on berichten_bericht;
create policy "select" on berichten_bericht for select to convenant_app using ({VERSTUURT});
create policy "update" on berichten_bericht for update to convenant_app using ({VERSTUURT}) with check ({VERSTUURT});
revoke update (gelezen_op, te_mailen, post_id) on berichten_bericht from convenant_app;
"""
# Who registers people at the parties of this convenant; the console narrows it to those one keeps.
BEHEERT = """exists (select from partijen_groep g
    where g.group_id = any(ctx_groepen()) and 'medewerker_aanmelden' = any(g.handelingen))
  and exists (select from partijen_medewerker m join partijen_deelname d on d.partij_id = m.partij_id
    where m.account_id = berichten_postfout.account_id and d.convenant_id = ctx_convenant())"""
FOUT_LEEST = f"account_id = ctx_account() or {VERSTUURT} or ({BEHEERT})"
FOUT_WIJZIGT = f"{VERSTUURT} or ({BEHEERT})"
