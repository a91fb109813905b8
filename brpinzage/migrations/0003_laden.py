from django.db import migrations

from brpinzage import sql

# The reverse leaves what 0002 takes away.
LAAD = [("drop function uittreksel_laad", migrations.RunSQL.noop), (sql.LAAD[0], migrations.RunSQL.noop)]
HEK = f"""
drop policy "select" on brpinzage_ingeschrevene;
create policy "select" on brpinzage_ingeschrevene for select to convenant_app using ({sql.OP_DIT_ADRES});
"""


class Migration(migrations.Migration):
    """One dwelling is one BAG id where both sides have one; loads wait for each other; forgotten concepts go."""

    dependencies = [("brpinzage", "0002_hek")]
    operations = [
        *(migrations.RunSQL(*stap) for stap in LAAD),
        migrations.RunSQL(HEK, migrations.RunSQL.noop),
        migrations.RunSQL(*sql.BEGIN),
        migrations.RunSQL(*sql.VERGEET),
    ]
