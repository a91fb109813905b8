from django.db import migrations

from huisuitzetting import sql_melding as sql


class Migration(migrations.Migration):
    """Withdrawn consent takes what the wijkteam kept with it, and stays withdrawn."""

    dependencies = [("huisuitzetting", "0026_hek_overgeslagen")]
    operations = [
        migrations.RunSQL(sql.TREK_IN[1], sql.TREK_IN[0]),
        migrations.RunSQL(*sql.TREK_ALLES_IN),
        migrations.RunSQL(sql.BLIJFT_INGETROKKEN, sql.BLIJFT_INGETROKKEN_TERUG),
    ]
