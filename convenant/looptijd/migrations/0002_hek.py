from django.db import migrations

from convenant.looptijd import sql
from convenant.poort.hek import hek


class Migration(migrations.Migration):
    """Fence what ends a convenant."""

    dependencies = [
        ("looptijd", "0001_tabellen"),
        ("poort", "0003_hek"),
        ("partijen", "0003_groep_handelingen"),
        ("zaken", "0002_hek"),
    ]
    operations = [
        migrations.RunSQL(
            *hek(
                "looptijd_beeindiging",
                kolommen="ingetrokken_op, ingetrokken_door_id",
                select=sql.WEET,
                insert=sql.EIGEN_DAAD,
                update=sql.NOG_TE_KEREN,
            )
        ),
        migrations.RunSQL(*hek("looptijd_brief", select=sql.LEEST_BRIEF, insert=sql.SCHRIJFT_BRIEF)),
        migrations.RunSQL(*hek("looptijd_feit", select=sql.WEET, insert=sql.ZEGT_AFSCHEID)),
        migrations.RunSQL(*hek("looptijd_eindverslag", select=sql.LEEST_VERSLAG, insert=sql.KLOK)),
        migrations.RunSQL(*sql.OPEN_ZAKEN),
        migrations.RunSQL(sql.EINDDATUM, sql.EINDDATUM_TERUG),
    ]
