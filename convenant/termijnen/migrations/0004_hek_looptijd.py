from django.db import migrations

from convenant.termijnen import sql


class Migration(migrations.Migration):
    """The task of the looptijd sees which clocks it started."""

    dependencies = [("termijnen", "0003_opnieuw")]
    operations = [migrations.RunSQL(sql.OOK_LOOPTIJD, sql.OOK_LOOPTIJD_TERUG)]
