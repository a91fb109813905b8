"""The functions of clocks again, after a second look at who could call them with what.

Of a case they ask for access to it, as before; of the rest that one must act or may know. Figures are counted at the end of
the request (poort/tellingen.py), in one order for everyone: two acts that count never wait for each other's.
"""

from convenant.poort.hek import functie
from convenant.zaken.sql_verloop import SCHRIJF_MET_VERLOOP

from .sql import BEGIN, VERZET, WERK, ZET

_OPNIEUW = "create or replace function"


def _vervang(was: tuple[str, str], *paren: tuple[str, str]) -> tuple[str, str]:
    """The function with these changes, and as it was."""
    terug = maak = was[0].replace("create function", _OPNIEUW, 1)
    for oud, nieuw in paren:
        assert maak.count(oud) == 1, oud
        maak = maak.replace(oud, nieuw)
    return maak, terug


BEGIN_BINNEN = _vervang(
    BEGIN,
    (
        "  insert into termijnen_klok (",
        """  if voor_groep is not null
    and not exists (select from partijen_groep g where g.group_id = voor_groep and g.convenant_id = in_convenant)
  then
    raise exception 'klok voor een groep van elders' using errcode = 'insufficient_privilege';
  end if;
  insert into termijnen_klok (""",
    ),
    # Where more than one could be meant, each of them may know that somebody must.
    (
        "= any(wie_ziet)),",
        """= any(wie_ziet || case when voor_groep is null
            and klok_voor_wie(in_convenant, van_zaak, van_soort, van_functie) is null then van_soort || '/' || van_functie end)),""",
    ),
)
ZET_VAN_WIE = (
    "drop function klok_zet;\n"
    + ZET[0]
    .replace(
        "k.stand <> naar\n",
        """k.stand <> naar
      and (van_zaak is not null or ctx_convenant() is null or k.groep_id = any(ctx_groepen()) or k.zien && ctx_groepen()
        -- begun in this same request
        or exists (select from termijnen_klokfeit f where f.klok_id = k.id and f.soort = 'begonnen'
          and f.door_id = door_wie and f.moment >= ctx_nu()))
""",
    )
    .replace(
        """    if naar = 'voldaan' and rij.verlopen_op is null then
      perform klok_tel(in_convenant, rij.termijn, rij.vervalt_op > nu_is or rij.na >= nu_is, nu_is);
    end if;
""",
        "",
    )
    .replace(
        "klok := rij.id; termijn := rij.termijn; vervalt_op := rij.vervalt_op;",
        """klok := rij.id; termijn := rij.termijn; vervalt_op := rij.vervalt_op;
    op_tijd := case when naar = 'voldaan' and rij.verlopen_op is null then rij.vervalt_op > nu_is or rij.na >= nu_is end;""",
    )
    .replace(
        "table(klok bigint, termijn text, vervalt_op timestamptz)",
        "table(klok bigint, termijn text, vervalt_op timestamptz, op_tijd boolean)",
    ),
    "drop function klok_zet;\n" + ZET[0],
)
VERZET_DOOR_WIE = _vervang(
    VERZET,
    (
        "  if rij.stand not in",
        """  -- Who may only know of it makes nobody's term longer.
  if om = 'verlengd' and ctx_convenant() is not null and (rij.groep_id = any(ctx_groepen())) is not true then
    raise exception 'termijn van een ander' using errcode = 'insufficient_privilege';
  end if;
  if rij.stand not in""",
    ),
)
# Who has the case no longer hears nothing of it.
WERK_VOOR_WIE = _vervang(
    WERK,
    ("d.groep_id::bigint,", "case when d.zaak_id is null or t.id is not null then d.groep_id::bigint end,"),
    (
        "t.group_id = d.groep_id\n",
        "t.group_id = d.groep_id\n      and (t.geldig_tot is null or t.geldig_tot > van)\n",
    ),
)
# What the system itself did: the clock ended as it was meant to.
LOOP_AF = functie(
    "klok_loop_af(welke bigint, nu_is timestamptz)",
    """
begin
  if ctx_taak() <> 'termijnen' then
    raise exception 'alleen de machine' using errcode = 'insufficient_privilege';
  end if;
  update termijnen_klok set stand = 'vervallen' where id = welke and stand = 'loopt';
  if found then
    insert into termijnen_klokfeit (klok_id, soort, gepland, moment, reden) values (welke, 'vervallen', nu_is, nu_is, '')
      on conflict do nothing;
  end if;
end
""",
)
# Who gets a case while a clock runs that it may see, has it in its list at once. Who may not see its steps learns none by
# being given it again.
SCHRIJF_MET_KLOK = (
    SCHRIJF_MET_VERLOOP[0]
    .replace("where t.id = welke;\nend $$;", "where t.id = welke;\n  perform klok_telt(van_zaak);\nend $$;")
    .replace(
        "set open = true, stap = excluded.stap,",
        "set open = true,\n      stap = case when zaken_toegang.ziet_spoor then excluded.stap else zaken_toegang.stap end,",
    ),
    SCHRIJF_MET_VERLOOP[0],
)
