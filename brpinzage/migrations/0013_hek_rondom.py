from django.db import migrations

from brpinzage import sql_rondom as sql
from convenant.poort.hek import hek


class Migration(migrations.Migration):
    """Fence what stands beside the exchange; closing and opening the access of a corporatie goes by its case."""

    dependencies = [
        ("brpinzage", "0012_rondom"),
        ("bijlagen", "0002_hek"),
        ("partijen", "0003_groep_handelingen"),
        ("poort", "0001_context"),
        ("zaken", "0004_hek_spoor"),
    ]
    operations = [
        migrations.RunSQL(
            *hek(
                "brpinzage_aankondiging",
                select=sql.IN_CONVENANT,
                insert=sql.ONDERHOUD,
                update=sql.ONDERHOUD,
                kolommen="ingetrokken_op",
            )
        ),
        migrations.RunSQL(
            *hek(
                "brpinzage_handreiking",
                select=sql.LEEST_HANDREIKING,
                insert=sql.PLAATST,
                update=sql.PLAATST,
                kolommen="vervallen_op",
            )
        ),
        migrations.RunSQL(
            *hek(
                "brpinzage_handreikingbevestiging",
                select=sql.LEEST_BEVESTIGING,
                insert=sql.EIGEN_BEVESTIGING,
            )
        ),
        migrations.RunSQL(
            *hek(
                "brpinzage_beveiligingsmaatregelen",
                select=sql.LEEST_MAATREGELEN,
                insert=sql.EIGEN_MAATREGELEN,
            )
        ),
        migrations.RunSQL(*sql.CORPORATIE),
        migrations.RunSQL(*sql.SLUIT),
        migrations.RunSQL(*sql.OPEN),
    ]
