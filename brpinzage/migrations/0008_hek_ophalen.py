from django.db import migrations

from brpinzage import sql_ophalen as sql
from convenant.poort.hek import hek


class Migration(migrations.Migration):
    """Fence the making of an extract from the live BRP: numbers for burgerzaken, addresses for the worker alone."""

    dependencies = [("brpinzage", "0007_ophalen"), ("poort", "0001_context")]
    operations = [
        migrations.RunSQL(
            *hek(
                "brpinzage_ophaling",
                kolommen=sql.KOLOMMEN,
                select=sql.LEES,
                insert=sql.EIGEN_UITTREKSEL,
                update=sql.WERK_BIJ,
            )
        ),
        migrations.RunSQL(*hek("brpinzage_ophaaladres")),
        migrations.RunSQL(*sql.VUL),
        migrations.RunSQL(*sql.NEEM),
        migrations.RunSQL(*sql.BEWAAR),
        migrations.RunSQL(*sql.KLAAR),
        migrations.RunSQL(*sql.STOP),
        migrations.RunSQL(*sql.VERGEET),
    ]
