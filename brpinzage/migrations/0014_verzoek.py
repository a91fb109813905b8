from django.db import migrations

from brpinzage import sql_verzoek as sql


class Migration(migrations.Migration):
    """Whether the address of a written request is own stock of who asks, for who grants it."""

    dependencies = [("brpinzage", "0013_hek_rondom"), ("verstrekkingen", "0004_zoeken")]
    operations = [migrations.RunSQL(*sql.IN_BEZIT)]
