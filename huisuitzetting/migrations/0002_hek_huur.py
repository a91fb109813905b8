from django.db import migrations

from convenant.poort.hek import hek
from huisuitzetting import sql_huur as sql


class Migration(migrations.Migration):
    """Fence the arrears of a corporatie: its own melders', nobody else's."""

    dependencies = [("huisuitzetting", "0001_huur"), ("poort", "0001_context")]
    operations = [
        migrations.RunSQL(
            *hek(
                "huisuitzetting_huurovereenkomst",
                select=sql.EIGEN,
                insert=sql.VASTLEGGEN,
                update=sql.VASTLEGGEN,
                delete=sql.ZONDER_ZAAK,
            )
        ),
        *(
            migrations.RunSQL(*hek(tabel, select=sql.EIGEN, insert=sql.BIJ_EIGEN_ZAAK.format(tabel=tabel)))
            for tabel in ("huisuitzetting_contactpoging", "huisuitzetting_herinneringsbrief")
        ),
    ]
