from django.db import migrations

from convenant.poort.hek import hek
from convenant.zaken.sql import BEEINDIG, OPEN, SCHRIJF, SCHRIJF_TERUG, VERLEEN, ZAAK_LEES

EIGEN_GROEP = "convenant_id = ctx_convenant() and group_id = any((select ctx_groepen())::bigint[])"
EIGEN_GROND = "groep_id = any(ctx_groepen())"


class Migration(migrations.Migration):
    """Fence the cases: a zaak is there for who has a current Toegang, and Toegang is written by functions."""

    dependencies = [("zaken", "0001_tabellen"), ("poort", "0001_context"), ("partijen", "0003_groep_handelingen")]
    operations = [
        migrations.RunSQL(SCHRIJF, SCHRIJF_TERUG),
        migrations.RunSQL(*OPEN),
        migrations.RunSQL(*VERLEEN),
        migrations.RunSQL(*BEEINDIG),
        migrations.RunSQL(*hek("zaken_toegang", select=EIGEN_GROEP)),
        migrations.RunSQL(*hek("zaken_toegangsgrond", select=EIGEN_GROND)),
        migrations.RunSQL(*hek("zaken_zaakteller")),
        migrations.RunSQL(*hek("zaken_zaak", kolommen="stap", select=ZAAK_LEES, update=ZAAK_LEES)),
    ]
