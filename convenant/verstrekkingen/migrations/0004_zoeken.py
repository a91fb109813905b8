
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('partijen', '0003_groep_handelingen'),
        ('verstrekkingen', '0003_vervangen'),
    ]

    operations = [
        migrations.AddField(
            model_name='ontvangst',
            name='adres_sleutel',
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AddIndex(
            model_name='ontvangst',
            index=models.Index(condition=models.Q(('adres_sleutel', ''), _negated=True), fields=['groep', 'adres_sleutel'], name='ontvangst_adres'),
        ),
    ]
