from django.db import migrations

from huisuitzetting import sql_betaling, sql_huur


class Migration(migrations.Migration):
    """The task that lets arrangements end; and of one that debt counselling replaces nothing is left."""

    dependencies = [("huisuitzetting", "0030_regeling")]
    operations = [
        migrations.RunSQL(*sql_huur.REGELINGEN_VOORBIJ),
        migrations.RunSQL(*sql_huur.TE_DOEN),
        migrations.RunSQL(*sql_betaling.REGELING_EINDIGT_GEHEEL),
    ]
