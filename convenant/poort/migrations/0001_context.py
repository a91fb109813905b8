from django.db import migrations

from convenant.poort.hek import CONTEXT_FUNCTIES, CONTEXT_FUNCTIES_TERUG


class Migration(migrations.Migration):
    """What every policy asks the transaction for; first, so that each app's fence can use it."""

    dependencies = []
    operations = [migrations.RunSQL(CONTEXT_FUNCTIES, CONTEXT_FUNCTIES_TERUG)]
