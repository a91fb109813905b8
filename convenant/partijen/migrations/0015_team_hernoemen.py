from django.db import migrations

from convenant.partijen import sql


class Migration(migrations.Migration):
    """Let who sets up give a team another name."""

    dependencies = [("partijen", "0014_hek_teams")]
    operations = [migrations.RunSQL(*sql.TEAM_HERNOEM)]
