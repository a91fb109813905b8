
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('partijen', '0003_groep_handelingen'),
        ('zaken', '0002_hek'),
    ]

    operations = [
        migrations.CreateModel(
            name='Gebeurtenis',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('handeling', models.CharField(max_length=60)),
                ('stap', models.CharField(max_length=60)),
                ('eis', models.CharField(max_length=40)),
                ('moment', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='Telling',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('maand', models.DateField()),
                ('maat', models.CharField(max_length=60)),
                ('waarde', models.CharField(max_length=60)),
                ('aantal', models.PositiveIntegerField()),
                ('convenant', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='partijen.convenant')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('convenant', 'maand', 'maat', 'waarde'), name='telling_uniek')],
            },
        ),
        migrations.CreateModel(
            name='Gezien',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('wijziging', models.PositiveIntegerField()),
            ],
        ),
        migrations.AddField(
            model_name='toegang',
            name='aan_zet',
            field=models.BooleanField(db_default=False),
        ),
        migrations.AddField(
            model_name='toegang',
            name='behandelaar',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partijen.medewerker'),
        ),
        migrations.AddField(
            model_name='toegang',
            name='kenmerk',
            field=models.CharField(blank=True, db_default='', max_length=40),
        ),
        migrations.AddField(
            model_name='toegang',
            name='label_van',
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name='toegang',
            name='wijziging',
            field=models.PositiveIntegerField(db_default=0),
        ),
        migrations.AddIndex(
            model_name='toegang',
            index=models.Index(condition=models.Q(('open', True)), fields=['group', 'aan_zet', 'termijn', 'content_object'], name='toegang_aan_zet'),
        ),
        migrations.AddIndex(
            model_name='toegang',
            index=models.Index(condition=models.Q(('open', True)), fields=['group', 'behandelaar', 'termijn', 'content_object'], name='toegang_behandelaar'),
        ),
        migrations.AddIndex(
            model_name='toegang',
            index=models.Index(condition=models.Q(('open', False)), fields=['group', '-content_object'], name='toegang_gesloten'),
        ),
        migrations.AddIndex(
            model_name='toegang',
            index=models.Index(condition=models.Q(('kenmerk', ''), _negated=True), fields=['group', 'kenmerk'], name='toegang_kenmerk'),
        ),
        migrations.AddIndex(
            model_name='toegang',
            index=models.Index(condition=models.Q(('label_van', None), _negated=True), fields=['label_van'], name='toegang_label_van'),
        ),
        migrations.AddField(
            model_name='gebeurtenis',
            name='convenant',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partijen.convenant'),
        ),
        migrations.AddField(
            model_name='gebeurtenis',
            name='groep',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partijen.groep'),
        ),
        migrations.AddField(
            model_name='gebeurtenis',
            name='medewerker',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partijen.medewerker'),
        ),
        migrations.AddField(
            model_name='gebeurtenis',
            name='zaak',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='zaken.zaak'),
        ),
        migrations.AddField(
            model_name='gezien',
            name='groep',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='partijen.groep'),
        ),
        migrations.AddField(
            model_name='gezien',
            name='medewerker',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='partijen.medewerker'),
        ),
        migrations.AddField(
            model_name='gezien',
            name='toegang',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='zaken.toegang'),
        ),
        migrations.AddIndex(
            model_name='gebeurtenis',
            index=models.Index(fields=['zaak', 'id'], name='gebeurtenis_zaak'),
        ),
        migrations.AddConstraint(
            model_name='gezien',
            constraint=models.UniqueConstraint(fields=('toegang', 'medewerker'), name='gezien_uniek'),
        ),
    ]
