
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('partijen', '0004_gemeentecode'),
        ('verstrekkingen', '0005_leeg'),
    ]

    operations = [
        migrations.AlterField(
            model_name='ontvangst',
            name='convenant',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partijen.convenant'),
        ),
        migrations.AlterField(
            model_name='verstrekking',
            name='convenant',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partijen.convenant'),
        ),
    ]
