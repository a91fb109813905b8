from django.db import migrations

from convenant.zaken import sql


class Migration(migrations.Migration):
    """Count a work list along its indexes, with the rights of who asks."""

    dependencies = [("zaken", "0005_zonder_index_op_convenant")]
    operations = [migrations.RunSQL(sql.TEL_TOEGANG, sql.TEL_TOEGANG_TERUG)]
