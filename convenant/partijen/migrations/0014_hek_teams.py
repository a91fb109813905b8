from django.db import migrations

from convenant.partijen import sql


class Migration(migrations.Migration):
    """Teams are divided and closed by who sets up, and a team that still has work stays open."""

    dependencies = [("partijen", "0013_teams"), ("zaken", "0014_hek_kader")]
    operations = [
        migrations.RunSQL(sql.TEAMPOSTCODES, sql.TEAMPOSTCODES_TERUG),
        migrations.RunSQL(*sql.TEAM_SLUIT),
    ]
