from django.db import migrations

from convenant.poort.hek import hek
from huisuitzetting import sql_ontruiming as sql


class Migration(migrations.Migration):
    """Fence the way to the judge: the corporatie's own days and deviations; of what was done only whether it was told changes."""

    dependencies = [("huisuitzetting", "0009_procedure"), ("poort", "0001_context")]
    operations = [
        migrations.RunSQL(
            *hek(
                tabel,
                select=sql.LEES,
                insert=sql.schrijf(tabel),
                update=sql.schrijf(tabel),
                kolommen=kolommen,
            )
        )
        for tabel, kolommen in ((sql.PROCEDURE, sql.DAGEN), (sql.AFWIJKING, "verstuurd_op"))
    ]
