from django.db import migrations

from convenant.poort.hek import hek
from convenant.toezicht import sql


class Migration(migrations.Migration):
    """Fence supervision; the database draws, closes and forgets a sample."""

    dependencies = [("toezicht", "0001_tabellen"), ("poort", "0003_hek"), ("partijen", "0003_groep_handelingen")]
    operations = [
        migrations.RunSQL(*sql.LOTING),
        migrations.RunSQL(*sql.TREK),
        migrations.RunSQL(*sql.ROND_AF),
        migrations.RunSQL(*sql.VERNIETIG),
        migrations.RunSQL(*hek("toezicht_steekproef", select=sql.TREKT)),
        migrations.RunSQL(
            *hek(
                "toezicht_steekproefregel",
                kolommen="oordeel, toelichting, beoordeeld_op, beoordeeld_door_id",
                select=sql.TREKT,
                update=sql.BEOORDEELT,
            )
        ),
        migrations.RunSQL(*hek("toezicht_uitvoer", select=sql.VOERT_UIT, insert=sql.VOERT_UIT)),
    ]
