from django.db import migrations

from convenant.poort.hek import hek
from huisuitzetting import sql_werkafspraken as sql


class Migration(migrations.Migration):
    """Fence evaluations and meetings: read by who evaluates, written by who leads them."""

    dependencies = [("huisuitzetting", "0017_werkafspraken"), ("poort", "0001_context")]
    operations = [
        migrations.RunSQL(
            *hek(
                "huisuitzetting_evaluatie",
                select=sql.EVALUEERT,
                insert=sql.LEIDT_EVALUATIE,
                update=sql.LEIDT_EVALUATIE,
                kolommen="besluit, besloten_op, verslag, besluit_kenmerk, voortgezet_tot",
            )
        ),
        migrations.RunSQL(
            *hek("huisuitzetting_overleg", select=sql.EVALUEERT, insert=sql.PLANT_OVERLEG)
        ),
    ]
