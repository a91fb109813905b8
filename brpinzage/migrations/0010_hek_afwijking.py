from django.db import migrations

from convenant.poort.hek import hek

EIGEN = "convenant_id = ctx_convenant() and ctx_eigen_groep(groep_id)"


class Migration(migrations.Migration):
    """Fence the deviation that was not sent yet: the own group's alone."""

    dependencies = [("brpinzage", "0009_afwijking")]
    operations = [
        migrations.RunSQL(
            *hek("brpinzage_afwijking", select=EIGEN, insert=EIGEN, update=EIGEN, delete=EIGEN)
        ),
    ]
