from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('huisuitzetting', '0029_deurwaarder_op'),
        ('partijen', '0014_hek_teams'),
        ('zaken', '0016_kader_eigen'),
    ]

    operations = [
        migrations.AddField(
            model_name='huurovereenkomst',
            name='regeling_per_maand',
            field=models.DecimalField(decimal_places=2, max_digits=9, null=True),
        ),
        migrations.AddField(
            model_name='huurovereenkomst',
            name='regeling_sinds',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='huurovereenkomst',
            name='regeling_tot',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='inleesrij',
            name='regeling_per_maand',
            field=models.DecimalField(decimal_places=2, max_digits=9, null=True),
        ),
        migrations.AddField(
            model_name='inleesrij',
            name='regeling_sinds',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='inleesrij',
            name='regeling_tot',
            field=models.DateField(null=True),
        ),
        migrations.AlterField(
            model_name='huurovereenkomst',
            name='betalingsregeling',
            field=models.CharField(blank=True, choices=[('', 'geen'), ('loopt', 'loopt en wordt nagekomen'), ('verbroken', 'niet nagekomen'), ('afgelopen', 'de einddatum is voorbij')], max_length=10),
        ),
        migrations.AddIndex(
            model_name='huurovereenkomst',
            index=models.Index(condition=models.Q(('betalingsregeling', 'loopt')), fields=['regeling_tot'], name='huurovereenkomst_regeling_tot'),
        ),
        migrations.AddConstraint(
            model_name='huurovereenkomst',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('regeling_per_maand__gt', 0), ('regeling_tot__gte', models.F('regeling_sinds'))), models.Q(('regeling_per_maand', None), ('regeling_sinds', None), ('regeling_tot', None)), _connector='OR'), name='huurovereenkomst_regeling'),
        ),
    ]
