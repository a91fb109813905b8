from django.db import migrations

from convenant.verstrekkingen import sql


class Migration(migrations.Migration):
    """What a condition may ask about a case: whether a set was sent in it, whether a group has it."""

    dependencies = [("verstrekkingen", "0007_extern"), ("zaken", "0014_hek_kader")]
    operations = [migrations.RunSQL(*sql.VERSTUURD), migrations.RunSQL(*sql.IS_BIJ)]
