from django.db import migrations

from convenant.poort.hek import hek
from convenant.zaken import sql


class Migration(migrations.Migration):
    """Fence the track of a case and who has seen it; a group keeps its own reference, assignee and clock."""

    dependencies = [("zaken", "0003_spoor")]
    operations = [
        migrations.RunSQL(*sql.BEWEEG),
        migrations.RunSQL(sql.EIGEN_REGELS, sql.EIGEN_REGELS_TERUG),
        migrations.RunSQL(*sql.TEL),
        migrations.RunSQL(*hek("zaken_telling", select=sql.LEEST_CIJFERS)),
        migrations.RunSQL(*hek("zaken_gebeurtenis", select=sql.OP_DE_ZAAK, insert=sql.SCHRIJFT_SPOOR)),
        migrations.RunSQL(
            *hek(
                "zaken_gezien",
                kolommen="wijziging",
                select=sql.EIGEN_GEZIEN,
                insert=sql.EIGEN_GEZIEN,
                update=sql.EIGEN_GEZIEN,
            )
        ),
    ]
