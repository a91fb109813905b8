from django.db import migrations

from convenant.berichten import sql


class Migration(migrations.Migration):
    """Tasks write mail too: what is due, what has ended."""

    dependencies = [("berichten", "0002_hek"), ("partijen", "0006_hek_rechten")]
    operations = [migrations.RunSQL(sql.TAAK, sql.TAAK_TERUG)]
