from django.db import migrations

from convenant.poort.hek import hek
from huisuitzetting import sql_wijkteam as sql


class Migration(migrations.Migration):
    """Fence the signed papers, and tell who has a case whether the client's consent holds."""

    dependencies = [("huisuitzetting", "0023_bewijsstuk")]
    operations = [
        migrations.RunSQL(
            *hek("huisuitzetting_bewijsstuk", select=sql.EIGEN, insert=sql.BEWIJZEN, delete=sql.BEWIJZEN)
        ),
        migrations.RunSQL(*sql.KLANT_STEMT_IN),
    ]
