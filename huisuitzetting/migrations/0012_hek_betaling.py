from django.db import migrations

from convenant.poort.hek import hek
from huisuitzetting import sql_betaling as sql


class Migration(migrations.Migration):
    """Fence what corporatie and SDV keep for themselves."""

    dependencies = [("huisuitzetting", "0011_betaling"), ("zaken", "0014_hek_kader")]
    operations = [
        *(
            migrations.RunSQL(*hek(tabel, **sql.van_wie_mag(handeling, tabel)))
            for tabel, handeling in (
                ("huisuitzetting_opschorting", "incasso_opschorten"),
                ("huisuitzetting_beoordeling", "beoordeling_melden"),
            )
        ),
        migrations.RunSQL(*sql.REGELING_EINDIGT),
    ]
