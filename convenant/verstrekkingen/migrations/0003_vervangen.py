from django.db import migrations, models

from convenant.verstrekkingen import sql


class Migration(migrations.Migration):
    """Mark a replaced act for every holder; leave room for the longest address."""

    dependencies = [("verstrekkingen", "0002_hek")]
    operations = [
        migrations.AddField("verstrekking", "vervangen_op", models.DateTimeField(null=True)),
        migrations.AlterField("raadpleging", "adres", models.CharField(max_length=400)),
        migrations.RunSQL(*sql.VERVANG),
        migrations.RunSQL(*sql.BESTAAT),
    ]
