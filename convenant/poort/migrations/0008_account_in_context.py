from django.db import migrations

from convenant.poort import hek


class Migration(migrations.Migration):
    """Whose messages these are: the account of who acts, in the context of the transaction."""

    dependencies = [("poort", "0007_log_van_taken")]
    operations = [migrations.RunSQL(hek.CONTEXT_ACCOUNT, hek.CONTEXT_ACCOUNT_TERUG)]
