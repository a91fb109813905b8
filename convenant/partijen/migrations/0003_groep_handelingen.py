import django.contrib.postgres.fields
from django.db import migrations, models

from convenant.partijen.sql import CONTEXT, CONTEXT_TERUG


class Migration(migrations.Migration):
    """A group carries its verbs, so that the fence can ask whether the context may perform one."""

    dependencies = [("partijen", "0002_tabellen"), ("poort", "0001_context")]
    operations = [
        migrations.AddField(
            "groep",
            "handelingen",
            django.contrib.postgres.fields.ArrayField(models.CharField(max_length=60), default=list, size=None),
        ),
        migrations.RunSQL(CONTEXT, CONTEXT_TERUG),
    ]
