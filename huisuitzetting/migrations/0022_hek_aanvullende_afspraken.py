from django.db import migrations

from convenant.poort.hek import hek
from huisuitzetting import sql_werkafspraken as sql


class Migration(migrations.Migration):
    """Fence the annexes: of a corporatie hers and the gemeente's."""

    dependencies = [("huisuitzetting", "0021_aanvullende_afspraken"), ("poort", "0001_context")]
    operations = [
        migrations.RunSQL(
            *hek(
                "huisuitzetting_aanvullendeafspraak",
                select=sql.LEEST_AFSPRAAK,
                insert=sql.VOEGT_AFSPRAAK_TOE,
            )
        )
    ]
