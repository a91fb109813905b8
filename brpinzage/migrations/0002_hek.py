from django.db import migrations

from brpinzage import sql
from convenant.poort.hek import hek


class Migration(migrations.Migration):
    """Fence stock and extract: own stock, and of the extract the one own address of a raadpleging."""

    dependencies = [("brpinzage", "0001_tabellen"), ("poort", "0001_context"), ("partijen", "0003_groep_handelingen")]
    operations = [
        migrations.RunSQL(*sql.LAAD),
        migrations.RunSQL(*sql.ACTIVEER),
        migrations.RunSQL(*sql.WIS),
        migrations.RunSQL(
            *hek(
                "brpinzage_bezit",
                select=sql.EIGEN_DEELNAME,
                insert=sql.BIJHOUDEN,
                update=sql.BIJHOUDEN,
            )
        ),
        migrations.RunSQL(
            *hek(
                "brpinzage_uittreksel",
                kolommen="aantal, buiten_bezit",
                select=sql.IN_CONVENANT,
                insert=sql.EIGEN_UITTREKSEL,
                update=sql.EIGEN_UITTREKSEL,
            )
        ),
        migrations.RunSQL(*hek("brpinzage_ingeschrevene", select=sql.OP_DIT_ADRES)),
    ]
