from django.db import migrations

from convenant.partijen.sql import (
    DEELNAME,
    DEELNAME_TERUG,
    GEBEURTENIS,
    HERSTEL,
    RECHTEN,
    RECHTEN_TERUG,
)


class Migration(migrations.Migration):
    """Hold in the database what must hold for every right: four eyes, the maximum, and that history only grows."""

    dependencies = [("partijen", "0005_rechten"), ("poort", "0001_context")]
    operations = [
        migrations.RunSQL(*GEBEURTENIS),
        migrations.RunSQL(*HERSTEL),
        migrations.RunSQL(DEELNAME, DEELNAME_TERUG),
        migrations.RunSQL(RECHTEN, RECHTEN_TERUG),
    ]
