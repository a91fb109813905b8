from django.db import migrations

from convenant.poort.hek import hek
from huisuitzetting import sql_melding as sql


class Migration(migrations.Migration):
    """Fence consent: of who asked for it. Of a report that rests on it others may know that it holds, and end it."""

    dependencies = [
        ("huisuitzetting", "0007_toestemming"),
        ("verstrekkingen", "0008_feiten_van_een_zaak"),
        ("zaken", "0004_hek_spoor"),
    ]
    operations = [
        migrations.RunSQL(
            *hek(
                "huisuitzetting_toestemming",
                select=sql.LEES,
                insert=sql.SCHRIJF,
                update=sql.SCHRIJF,
                kolommen="ingetrokken_op",
            )
        ),
        migrations.RunSQL(*sql.SINDS),
        migrations.RunSQL(*sql.TREK_IN),
    ]
