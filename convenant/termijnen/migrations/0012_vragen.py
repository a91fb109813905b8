from django.db import migrations

from convenant.termijnen.sql_vanzelf import ZAAK_VANZELF, ZAAK_VANZELF_MET_VRAGEN


class Migration(migrations.Migration):
    """Give the move to who was asked something, also when a clock moves the case."""

    dependencies = [("termijnen", "0011_teams"), ("zaken", "0017_vragen")]
    operations = [
        migrations.RunSQL(ZAAK_VANZELF[1], ZAAK_VANZELF[0]),
        migrations.RunSQL(*ZAAK_VANZELF_MET_VRAGEN),
    ]
