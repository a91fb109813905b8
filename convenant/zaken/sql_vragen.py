"""Who was asked something has the move too, until the answer: whoever was brought in for a question reads that it waits for them.

`vragen` is of the policy: which set asks, and the verb that answers. Only the row of who was asked changes; nobody else's shows it.
"""

from .sql_kader_eigen import BEWEEG_EIGEN

_ZET, _ZET_OOK = "v.kant = any(kanten)", "(v.kant = any(kanten) or v.gevraagd)"
_WIE = "t2.group_id = any(ctx_groepen()) as eigen,"
_GEVRAAGD = """
          exists (select from jsonb_each_text(vragen) q join verstrekkingen_verstrekking w on w.gegevensset = q.key
            join verstrekkingen_ontvangst o on o.verstrekking_id = w.id and o.groep_id = t2.group_id
            where w.zaak_id = van_zaak and w.door_groep_id <> t2.group_id and w.ingetrokken_op is null
              and not exists (select from zaken_gebeurtenis e where e.zaak_id = van_zaak and e.groep_id = t2.group_id
                and e.handeling = q.value and e.moment >= w.moment)) as gevraagd,"""
_ERBIJ, _ERBIJ_OOK = "krijgen bigint[])", "krijgen bigint[], vragen jsonb)"


def met_vragen(sql: str) -> str:
    """The same function, whose rows of a case know of open questions."""
    assert _ZET in sql
    assert _WIE in sql
    return sql.replace(_ZET, _ZET_OOK).replace(_WIE, _WIE + _GEVRAAGD)


assert _ERBIJ in BEWEEG_EIGEN
BEWEEG_MET_VRAGEN = met_vragen(BEWEEG_EIGEN).replace(_ERBIJ, _ERBIJ_OOK)
