"""Signs of life are read by whoever asks, and set down by the one task that looks."""

from convenant.poort.hek import APP, functie

ALLEEN_LEZEN = f"revoke insert, update, delete on gezondheid_hartslag from {APP};"
ALLEEN_LEZEN_TERUG = f"grant insert, update, delete on gezondheid_hartslag to {APP};"

ZET = functie(
    "hartslag_zet(deel text, wat text)",
    """
begin
  if ctx_taak() <> 'gezondheid' then
    raise exception 'alleen de taak gezondheid legt vast hoe het gaat';
  end if;
  insert into gezondheid_hartslag as h (naam, moment, goed_op, fout)
    values (deel, clock_timestamp(), case when wat = '' then clock_timestamp() end, wat)
    on conflict (naam) do update
      set moment = excluded.moment, fout = excluded.fout, goed_op = coalesce(excluded.goed_op, h.goed_op);
end
""",
)
