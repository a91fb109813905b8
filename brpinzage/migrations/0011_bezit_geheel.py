from django.db import migrations

from brpinzage import sql


class Migration(migrations.Migration):
    """Ask of a whole stock file at once what is another's: row by row takes seconds for a hundred thousand."""

    dependencies = [("brpinzage", "0010_hek_afwijking")]
    operations = [migrations.RunSQL(*sql.VOORSTEL_ELDERS)]
