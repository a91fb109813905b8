from django.db import migrations

from convenant.termijnen import sql_vanzelf as sql


class Migration(migrations.Migration):
    """Let the machine do what the text gives to a clock of a case."""

    dependencies = [("termijnen", "0009_hek_dicht"), ("zaken", "0015_vanzelf")]
    operations = [migrations.RunSQL(*sql.ZAAK_VOOR_KLOK), migrations.RunSQL(*sql.ZAAK_VANZELF)]
