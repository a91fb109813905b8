from django.db import migrations

from convenant.zaken import sql_verloop as sql


class Migration(migrations.Migration):
    """Write the step, the first day and the closing day of a group's case where access is written; fill what is there."""

    dependencies = [("zaken", "0008_verloop")]
    operations = [
        migrations.RunSQL(*sql.SCHRIJF_MET_VERLOOP),
        migrations.RunSQL(*sql.BEWEEG_MET_VERLOOP),
        migrations.RunSQL(sql.VUL, migrations.RunSQL.noop),
        migrations.RunSQL(sql.TEL_DASHBOARD, sql.TEL_DASHBOARD_TERUG),
    ]
