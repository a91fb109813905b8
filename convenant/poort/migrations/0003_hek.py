from django.db import migrations

from convenant.poort.hek import hek
from convenant.poort.logboek_sql import (
    EERSTE_BREUK,
    HASH,
    HASH_OP,
    HASH_TERUG,
    KOPPEN,
    LEEST_ALLES,
    LEEST_REGEL,
    ONVERANDERLIJK,
    ONVERANDERLIJK_TERUG,
    SCHRIJF,
)


class Migration(migrations.Migration):
    """Fence the log: the app reads what its groups may, and writes through one function."""

    dependencies = [("poort", "0002_tabellen")]
    operations = [
        migrations.RunSQL(HASH, HASH_TERUG),
        migrations.RunSQL(*SCHRIJF),
        migrations.RunSQL(*EERSTE_BREUK),
        migrations.RunSQL(*KOPPEN),
        migrations.RunSQL(*HASH_OP),
        migrations.RunSQL(ONVERANDERLIJK, ONVERANDERLIJK_TERUG),
        migrations.RunSQL(*hek("poort_logregel", select=LEEST_REGEL)),
        migrations.RunSQL(*hek("poort_logverborgen", select=LEEST_ALLES)),
        migrations.RunSQL(*hek("poort_logbetrokkene")),
        migrations.RunSQL(*hek("poort_logkop")),
    ]
