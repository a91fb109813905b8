from django.db import migrations

from brpinzage import sql
from convenant.poort.hek import hek


class Migration(migrations.Migration):
    """Fence the proposals of stock; whether a dwelling is another's is answered with yes or no."""

    dependencies = [("brpinzage", "0005_bezit"), ("poort", "0001_context")]
    operations = [
        migrations.RunSQL(*hek("brpinzage_bezitvoorstel", select=sql.EIGEN_VOORSTEL, insert=sql.EIGEN_VOORSTEL)),
        migrations.RunSQL(
            *hek(
                "brpinzage_bezitvoorstelrij",
                select=sql.RIJ_VAN_EIGEN_VOORSTEL,
                insert=sql.RIJ_VAN_EIGEN_VOORSTEL,
            )
        ),
        migrations.RunSQL(*sql.ELDERS),
        migrations.RunSQL(*sql.VOORSTEL_WIS),
        migrations.RunSQL(*sql.VOORSTELLEN_VERGEET),
    ]
