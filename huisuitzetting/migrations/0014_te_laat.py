from django.db import migrations

from huisuitzetting import sql_ontruiming as sql


class Migration(migrations.Migration):
    """Tell who leads the wijkteams what is late, and of a case no more than its number."""

    dependencies = [("huisuitzetting", "0013_kengetallen"), ("termijnen", "__first__"), ("zaken", "__first__")]
    operations = [migrations.RunSQL(*sql.TE_LAAT)]
