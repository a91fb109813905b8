from django.db import migrations

from huisuitzetting import sql_wijkteam as sql


def _alter(tabel: str, voorwaarde: str) -> str:
    return f"""
alter policy "insert" on {tabel} with check ({voorwaarde});
alter policy "update" on {tabel} using ({voorwaarde}) with check ({voorwaarde});
"""


class Migration(migrations.Migration):
    """The wijkteam keeps a place on the list and who leads of the cases it has, and of no other."""

    dependencies = [("huisuitzetting", "0027_hek_ingetrokken")]
    operations = [
        migrations.RunSQL(_alter(tabel, nu), _alter(tabel, was))
        for tabel, nu, was in (
            ("huisuitzetting_wachtlijstplek", sql.PLAATSEN_IN_ZAAK, sql.PLAATSEN),
            ("huisuitzetting_regie", sql.REGIE_IN_ZAAK, sql.REGIE_BELEGGEN),
        )
    ]
