from django.db import migrations

from convenant.looptijd import sql
from convenant.poort.hek import hek


class Migration(migrations.Migration):
    """Fence what the parties decide together, and which clauses hold."""

    dependencies = [
        ("looptijd", "0003_voorstellen"),
        ("partijen", "0016_buiten_werking"),
    ]
    operations = [
        migrations.RunSQL(
            *hek(
                "looptijd_voorstel",
                kolommen="stap, besloten_op, besloten_door_id, werkt_op, reden_weigering",
                select=sql.IN_CONVENANT,
                insert=sql.STELT_VOOR,
                update=sql.BESLUIT_SAMEN,
            )
        ),
        migrations.RunSQL(*hek("looptijd_akkoord", select=sql.IN_CONVENANT, insert=sql.TEKENT)),
        migrations.RunSQL(*hek("looptijd_stuk", select=sql.LEEST_STUK, insert=sql.SCHRIJFT_STUK)),
        migrations.RunSQL(sql.ONGELDIG, sql.ONGELDIG_TERUG),
    ]
