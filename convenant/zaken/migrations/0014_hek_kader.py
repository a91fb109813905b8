from django.db import migrations

from convenant.zaken import sql_kader as sql


class Migration(migrations.Migration):
    """Show of a case's steps and track what the policy gives each functie."""

    dependencies = [("zaken", "0013_kader")]
    operations = [
        migrations.RunSQL(sql.SPOOR, sql.SPOOR_TERUG),
        migrations.RunSQL(sql.BEWEEG, sql.BEWEEG_TERUG),
        migrations.RunSQL(sql.KADER, sql.KADER_TERUG),
    ]
