"""The fence around addresses: each its own person's, and found by its hash before anybody is known."""

from convenant.poort.hek import hek

TAAK = "agenda"
EIGEN = "account_id = ctx_account() and convenant_id = ctx_convenant()"
OOK_TAAK = f"({EIGEN}) or ctx_taak() = '{TAAK}'"

HEK = hek("agenda_adres", select=OOK_TAAK, insert=EIGEN, update=EIGEN, delete=OOK_TAAK)
