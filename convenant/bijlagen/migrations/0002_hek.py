from django.db import migrations

from convenant.bijlagen import sql
from convenant.poort.hek import hek


class Migration(migrations.Migration):
    """Fence the files: a sealed file for who holds a key to it, a key for its holder; they go with the copy."""

    dependencies = [
        ("bijlagen", "0001_tabellen"),
        ("verstrekkingen", "0003_vervangen"),
        ("poort", "0001_context"),
        ("partijen", "0003_groep_handelingen"),
    ]
    operations = [
        migrations.RunSQL(*sql.IS_VOOR),
        migrations.RunSQL(*sql.HECHT),
        migrations.RunSQL(*sql.MET_KOPIE),
        migrations.RunSQL(*sql.BIJ_KOPIE),
        migrations.RunSQL(*sql.VERGEET),
        migrations.RunSQL(*sql.VERGEET_CONCEPTEN),
        migrations.RunSQL(*hek("bijlagen_bijlage", select=sql.LEEST_BIJLAGE, insert=sql.MAAKT_CONCEPT)),
        migrations.RunSQL(*hek("bijlagen_bijlagesleutel", select=sql.HOUDT, insert=sql.GEEFT_SLEUTEL)),
    ]
