from django.db import migrations

from convenant.poort.hek import hek
from huisuitzetting import sql_wijkteam as sql


class Migration(migrations.Migration):
    """Fence what the Sociaal Wijkteam keeps about its own work."""

    dependencies = [("huisuitzetting", "0015_wijkteam"), ("poort", "0001_context"), ("zaken", "0003_spoor")]
    operations = [
        migrations.RunSQL(
            *hek(
                "huisuitzetting_wachtlijstplek",
                select=sql.OP_WACHTLIJST,
                insert=sql.PLAATSEN,
                update=sql.PLAATSEN,
            )
        ),
        migrations.RunSQL(
            *hek(
                "huisuitzetting_regie",
                select=sql.EIGEN,
                insert=sql.REGIE_BELEGGEN,
                update=sql.REGIE_BELEGGEN,
            )
        ),
        migrations.RunSQL(*hek("huisuitzetting_interventie", select=sql.EIGEN, insert=sql.VASTLEGGEN)),
        migrations.RunSQL(sql.VERLATEN, sql.VERLATEN_TERUG),
        migrations.RunSQL(*sql.REGIEVOERDER),
    ]
