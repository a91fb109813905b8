from django.db import migrations

from huisuitzetting import sql_huur as sql

LEES = 'alter policy "select" on huisuitzetting_huurovereenkomst using ({})'


class Migration(migrations.Migration):
    """Ask whose rows these are once per query."""

    dependencies = [("huisuitzetting", "0005_gesloten_om")]
    operations = [migrations.RunSQL(LEES.format(sql.EIGEN_VOOR_LIJSTEN), LEES.format(sql.EIGEN))]
