from django.db import migrations

from convenant.zaken.sql_kader_eigen import BEWEEG_EIGEN
from convenant.zaken.sql_vragen import BEWEEG_MET_VRAGEN


class Migration(migrations.Migration):
    """Give the move to who was asked something, until the answer."""

    dependencies = [("zaken", "0016_kader_eigen"), ("verstrekkingen", "0008_feiten_van_een_zaak")]
    operations = [migrations.RunSQL(BEWEEG_MET_VRAGEN, BEWEEG_EIGEN)]
