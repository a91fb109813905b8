from django.db import migrations

from convenant.termijnen import sql_teams


class Migration(migrations.Migration):
    """Of several teams with one functie the clock is of the one that has the case."""

    dependencies = [("termijnen", "0010_vanzelf"), ("partijen", "0013_teams")]
    operations = [migrations.RunSQL(*sql_teams.VOOR_WELK_TEAM)]
