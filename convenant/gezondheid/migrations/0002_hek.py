from django.db import migrations

from convenant.gezondheid import sql


class Migration(migrations.Migration):
    """Only the task that looks sets down what it found."""

    dependencies = [("gezondheid", "0001_tabellen"), ("poort", "0001_context")]
    operations = [
        migrations.RunSQL(sql.ALLEEN_LEZEN, sql.ALLEEN_LEZEN_TERUG),
        migrations.RunSQL(*sql.ZET),
    ]
