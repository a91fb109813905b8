from django.db import migrations

from convenant.poort.hek import hek
from huisuitzetting import sql_vastlegging as sql


class Migration(migrations.Migration):
    """Fence what a party records under the privacyreglement."""

    dependencies = [("huisuitzetting", "0034_vastlegging"), ("poort", "0001_context")]
    operations = [
        migrations.RunSQL(
            *hek("huisuitzetting_vastlegging", select=sql.LEEST_VASTLEGGING, insert=sql.LEGT_VAST)
        )
    ]
