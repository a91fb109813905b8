"""The fence around what corporatie and SDV keep for themselves, and the one thing the gemeente changes about a tenancy."""

from convenant.poort.hek import functie
from convenant.zaken.sql import EIGEN_TOEGANG

from .sql_huur import EIGEN


def van_wie_mag(handeling: str, tabel: str) -> dict[str, str]:
    """Rows of the own group, written once by who has this verb, about a case of the own group."""
    eigen_zaak = EIGEN_TOEGANG.format(zaak=f"{tabel}.zaak_id")
    return {"select": EIGEN, "insert": f"{EIGEN} and ctx_mag('{handeling}') and {eigen_zaak}"}


# An arrangement that does not run (any more): said by who may, about an own case, and never that one does.
REGELING_EINDIGT = functie(
    "huur_regeling_eindigt(van_zaak bigint, stand text)",
    f"""
begin
  if {EIGEN_TOEGANG.format(zaak="van_zaak")} is not true
    or not (stand = 'verbroken' and ctx_mag('niet_nakoming_melden')
      or stand = '' and ctx_mag('schuldbemiddeling_starten'))
  then
    raise exception 'regeling buiten de context';
  end if;
  update huisuitzetting_huurovereenkomst set betalingsregeling = stand, bijgewerkt_op = ctx_nu()
    where zaak_id = van_zaak and convenant_id = ctx_convenant();
end
""",
)

# The same; of one that ended nothing is left to start again by itself.
REGELING_EINDIGT_GEHEEL = (
    REGELING_EINDIGT[0]
    .replace("create function", "create or replace function", 1)
    .replace(
        "set betalingsregeling = stand,",
        """set betalingsregeling = stand,
    regeling_sinds = case when stand = '' then null else regeling_sinds end,
    regeling_per_maand = case when stand = '' then null else regeling_per_maand end,
    regeling_tot = case when stand = '' then null else regeling_tot end,""",
    ),
    REGELING_EINDIGT[0].replace("create function", "create or replace function", 1),
)
