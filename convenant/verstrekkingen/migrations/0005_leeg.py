from django.db import migrations

from convenant.verstrekkingen import sql


class Migration(migrations.Migration):
    """What a copy is found and recognised by dies with it; a sender names the case; a copy can end before its time."""

    dependencies = [("verstrekkingen", "0004_zoeken"), ("zaken", "0004_hek_spoor")]
    operations = [
        migrations.RunSQL(sql.LEEG, sql.LEEG_TERUG),
        migrations.RunSQL(*sql.HERKEN),
        migrations.RunSQL(*sql.BEEINDIG),
    ]
