from django.db import migrations

from convenant.berichten import sql
from convenant.poort.hek import hek


class Migration(migrations.Migration):
    """Fence the mail that waits."""

    dependencies = [("berichten", "0001_tabellen"), ("poort", "0001_context")]
    operations = [
        migrations.RunSQL(
            *hek(
                "berichten_bericht",
                select=sql.VERSTUURT,
                insert=sql.SCHRIJFT,
                update=sql.VERSTUURT,
                delete=sql.VERSTUURT,
                kolommen="genomen_tot",
            )
        ),
    ]
