
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('partijen', '0004_gemeentecode'),
        ('zaken', '0004_hek_spoor'),
    ]

    operations = [
        migrations.AlterField(
            model_name='toegang',
            name='convenant',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partijen.convenant'),
        ),
    ]
