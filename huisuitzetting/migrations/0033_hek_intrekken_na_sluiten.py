from django.db import migrations

from huisuitzetting import sql_melding as sql


class Migration(migrations.Migration):
    """Consent can be withdrawn of a closed case too; and a handover's consent knows its letter."""

    dependencies = [("huisuitzetting", "0032_toestemming_per_overdracht")]
    operations = [
        migrations.RunSQL(*sql.OOK_GESLOTEN),
        migrations.RunSQL(
            "grant update (brief) on huisuitzetting_toestemming to convenant_app",
            "revoke update (brief) on huisuitzetting_toestemming from convenant_app",
        ),
    ]
