from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('huisuitzetting', '0031_hek_regeling'),
        ('partijen', '0014_hek_teams'),
        ('zaken', '0016_kader_eigen'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='toestemming',
            name='toestemming_een_tegelijk',
        ),
        migrations.AddField(
            model_name='toestemming',
            name='brief',
            field=models.UUIDField(null=True),
        ),
        migrations.AddConstraint(
            model_name='toestemming',
            constraint=models.UniqueConstraint(condition=models.Q(('ingetrokken_op', None), models.Q(('soort', 'overdracht'), _negated=True)), fields=('zaak', 'groep', 'soort', 'aan'), name='toestemming_een_tegelijk'),
        ),
    ]
