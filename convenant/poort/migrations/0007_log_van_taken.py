from django.db import migrations

from convenant.poort.logboek_sql import OOK_TAKEN


class Migration(migrations.Migration):
    """The clock leaves lines too: what ended or was extended by itself."""

    dependencies = [("poort", "0006_zonder_index_op_convenant")]
    operations = [migrations.RunSQL(*OOK_TAKEN)]
