from django.db import migrations

from huisuitzetting import sql_werkafspraken as sql


class Migration(migrations.Migration):
    """Who tells numbers may read what the system counted for them."""

    dependencies = [("huisuitzetting", "0012_hek_betaling"), ("zaken", "0004_hek_spoor"), ("partijen", "0002_tabellen")]
    operations = [migrations.RunSQL(*sql.GETELD)]
