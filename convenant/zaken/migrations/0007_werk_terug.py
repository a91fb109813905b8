from django.db import migrations

from convenant.zaken import sql


class Migration(migrations.Migration):
    """The work of who leaves goes back to the group."""

    dependencies = [("zaken", "0006_tellen"), ("partijen", "0006_hek_rechten")]
    operations = [migrations.RunSQL(*sql.WERK_TERUG)]
