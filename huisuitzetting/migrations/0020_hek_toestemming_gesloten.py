from django.db import migrations


class Migration(migrations.Migration):
    """Who reported with consent may keep why it closed the case."""

    dependencies = [("huisuitzetting", "0019_toestemming_gesloten")]
    operations = [
        migrations.RunSQL(
            "grant update (gesloten_om) on huisuitzetting_toestemming to convenant_app",
            "revoke update (gesloten_om) on huisuitzetting_toestemming from convenant_app",
        )
    ]
