from django.db import migrations

from convenant.partijen.sql import GESCHIEDENIS, INRICHTING, INRICHTING_TERUG


class Migration(migrations.Migration):
    """Set up only by who has the verb for it, and with a history that only grows."""

    dependencies = [("partijen", "0008_inrichting"), ("poort", "0001_context")]
    operations = [
        migrations.RunSQL(*GESCHIEDENIS),
        migrations.RunSQL(INRICHTING, INRICHTING_TERUG),
    ]
