from django.db import migrations

from convenant.agenda import sql


class Migration(migrations.Migration):
    """Fence the addresses of calendars."""

    dependencies = [("agenda", "0001_tabellen"), ("poort", "0008_account_in_context")]
    operations = [migrations.RunSQL(*sql.HEK)]
