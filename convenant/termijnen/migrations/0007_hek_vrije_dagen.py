from django.db import migrations

from convenant.termijnen import sql


class Migration(migrations.Migration):
    """Fence the free days: laid down by who sets the convenant up, counted by everyone in it."""

    dependencies = [("termijnen", "0006_vrije_dagen"), ("partijen", "0003_groep_handelingen")]
    operations = [migrations.RunSQL(*sql.VRIJE_DAG)]
