import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('partijen', '0012_hek_mensen'),
    ]

    operations = [
        migrations.CreateModel(
            name='Adres',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sleutel_hash', models.CharField(max_length=64, unique=True)),
                ('gemaakt_op', models.DateTimeField()),
                ('geldig_tot', models.DateTimeField()),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('convenant', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='partijen.convenant')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('account', 'convenant'), name='agenda_een_adres')],
            },
        ),
    ]
