
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Hartslag',
            fields=[
                ('naam', models.CharField(max_length=20, primary_key=True, serialize=False)),
                ('moment', models.DateTimeField()),
                ('goed_op', models.DateTimeField(null=True)),
                ('fout', models.CharField(blank=True, max_length=40)),
            ],
        ),
    ]
