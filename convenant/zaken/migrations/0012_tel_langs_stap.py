from django.db import migrations

from convenant.zaken.sql_verloop import TEL_DASHBOARD_LANGS_STAP


class Migration(migrations.Migration):
    """Count the cases of a step along the index of the steps, whatever the planner thinks of it."""

    dependencies = [("zaken", "0011_hek_werkfilter")]
    operations = [migrations.RunSQL(*TEL_DASHBOARD_LANGS_STAP)]
