from django.db import migrations

from convenant.poort.hek import hek
from huisuitzetting import sql_huur as sql


class Migration(migrations.Migration):
    """Fence a file that was read: the own group's, to decide on and to throw away."""

    dependencies = [("huisuitzetting", "0003_inlezing")]
    operations = [
        migrations.RunSQL(
            *hek(
                "huisuitzetting_inlezing",
                kolommen="rijen, fouten, kolommen",
                select=sql.VASTLEGGEN,
                insert=sql.VASTLEGGEN,
                update=sql.VASTLEGGEN,
                delete=sql.VASTLEGGEN,
            )
        ),
        *(
            migrations.RunSQL(
                *hek(tabel, **dict.fromkeys(("select", "insert", "delete"), sql.VAN_EIGEN_INLEZING.format(tabel=tabel)))
            )
            for tabel in ("huisuitzetting_inleesrij", "huisuitzetting_inleesfout")
        ),
        migrations.RunSQL(*sql.INLEZINGEN_VERGEET),
    ]
