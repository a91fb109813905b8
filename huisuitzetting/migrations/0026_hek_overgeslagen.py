from django.db import migrations


class Migration(migrations.Migration):
    """Of a file that waits, what was left out is counted after it was read."""

    dependencies = [("huisuitzetting", "0025_overgeslagen")]
    operations = [
        migrations.RunSQL(
            "grant update (overgeslagen) on huisuitzetting_inlezing to convenant_app",
            "revoke update (overgeslagen) on huisuitzetting_inlezing from convenant_app",
        )
    ]
