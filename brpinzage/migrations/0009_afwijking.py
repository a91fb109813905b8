import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("brpinzage", "0008_hek_ophalen"),
        ("partijen", "0003_groep_handelingen"),
        ("verstrekkingen", "0005_leeg"),
        ("zaken", "0004_hek_spoor"),
    ]

    operations = [
        migrations.CreateModel(
            name="Afwijking",
            fields=[
                ("zaak", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name="+", serialize=False, to="zaken.zaak")),
                ("adres", models.CharField(max_length=400)),
                ("adres_sleutel", models.CharField(max_length=40)),
                ("oordelen", models.JSONField()),
                ("aard", models.CharField(max_length=60)),
                ("toelichting", models.TextField()),
                ("convenant", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partijen.convenant")),
                ("groep", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partijen.groep")),
                ("raadpleging", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="verstrekkingen.verstrekking")),
            ],
        ),
    ]
