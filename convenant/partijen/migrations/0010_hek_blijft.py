from django.db import migrations

from convenant.partijen.sql import BLIJFT, BLIJFT_TERUG


class Migration(migrations.Migration):
    """What ended, was refused or suspended stays so, whoever writes the row."""

    dependencies = [("partijen", "0009_hek_inrichting")]
    operations = [migrations.RunSQL(BLIJFT, BLIJFT_TERUG)]
