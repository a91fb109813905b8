
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('partijen', '0004_gemeentecode'),
        ('poort', '0005_zoeken'),
    ]

    operations = [
        migrations.AlterField(
            model_name='logregel',
            name='convenant',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='partijen.convenant'),
        ),
    ]
