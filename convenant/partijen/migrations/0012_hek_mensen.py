from django.db import migrations

from convenant.partijen.sql import MENSEN, MENSEN_TERUG


class Migration(migrations.Migration):
    """Who works where and what was declared is written by the registering side, and ends but never goes."""

    dependencies = [("partijen", "0011_hek_geschiedenis")]
    operations = [migrations.RunSQL(MENSEN, MENSEN_TERUG)]
