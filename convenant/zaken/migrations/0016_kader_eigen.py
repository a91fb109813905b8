from django.db import migrations

from convenant.zaken.sql_kader import BEWEEG
from convenant.zaken.sql_kader_eigen import BEWEEG_EIGEN


class Migration(migrations.Migration):
    """Show "with whom" from the own act on, when the next move is another's."""

    dependencies = [("zaken", "0015_vanzelf")]
    operations = [migrations.RunSQL(BEWEEG_EIGEN, BEWEEG)]
