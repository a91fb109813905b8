from django.db import migrations

from huisuitzetting import sql_ontruiming as sql


class Migration(migrations.Migration):
    """Whoever of the three writes down the last attempt together is held to the day of the bailiff."""

    dependencies = [("huisuitzetting", "0028_hek_in_de_zaak")]
    operations = [migrations.RunSQL(*sql.DEURWAARDER_OP)]
