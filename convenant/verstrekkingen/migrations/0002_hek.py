from django.db import migrations

from convenant.poort.hek import hek
from convenant.verstrekkingen import sql


class Migration(migrations.Migration):
    """Fence the exchanges: the act for who took part in it, the copy for its holder alone."""

    dependencies = [("verstrekkingen", "0001_tabellen"), ("poort", "0001_context"), ("partijen", "0003_groep_handelingen")]
    operations = [
        migrations.RunSQL(*sql.VAN_MIJ),
        migrations.RunSQL(*sql.BIJ_MIJ),
        migrations.RunSQL(*sql.TREK_IN),
        migrations.RunSQL(*sql.VERNIETIG_VERLOPEN),
        migrations.RunSQL(
            *hek("verstrekkingen_verstrekking", select=sql.LEEST_VERSTREKKING, insert=sql.MAAKT)
        ),
        migrations.RunSQL(
            *hek("verstrekkingen_ontvangst", kolommen="geopend_op, bevestigd_op", select=sql.HOUDT, insert=sql.MAAKT_ONTVANGST, update=sql.HOUDT)
        ),
        migrations.RunSQL(
            *hek("verstrekkingen_raadpleging", select=sql.LEEST_RAADPLEGING, insert=sql.HOUDT)
        ),
    ]
