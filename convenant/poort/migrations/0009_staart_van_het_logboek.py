from django.db import migrations

from convenant.poort.logboek_sql import BREUK_NA


class Migration(migrations.Migration):
    """The end of a chain can be checked by itself."""

    dependencies = [("poort", "0008_account_in_context")]
    operations = [migrations.RunSQL(*BREUK_NA)]
