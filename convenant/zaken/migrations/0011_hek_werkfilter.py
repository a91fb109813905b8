from django.db import migrations

from convenant.poort.hek import hek
from convenant.zaken import sql


class Migration(migrations.Migration):
    """Count what nobody has too; a saved filter is its owner's alone."""

    dependencies = [("zaken", "0010_werkfilter"), ("poort", "0008_account_in_context")]
    operations = [
        migrations.RunSQL(sql.TEL_LIJST, sql.TEL_LIJST_TERUG),
        migrations.RunSQL(
            *hek(
                "zaken_werkfilter",
                kolommen="naam, keuze, standaard",
                select=sql.EIGEN_FILTER,
                insert=sql.EIGEN_FILTER,
                update=sql.EIGEN_FILTER,
                delete=sql.EIGEN_FILTER,
            )
        ),
    ]
