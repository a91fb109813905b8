from django.db import migrations

from convenant.termijnen import sql


class Migration(migrations.Migration):
    """Fence the clocks; whoever has the case starts and meets them, the machine moves them on."""

    dependencies = [("termijnen", "0001_tabellen"), ("zaken", "0007_werk_terug"), ("poort", "0001_context")]
    operations = [
        migrations.RunSQL(*sql.KLOK),
        migrations.RunSQL(*sql.KLOKFEIT),
        migrations.RunSQL(sql.MAG_SCHRIJVEN, sql.MAG_SCHRIJVEN_TERUG),
        migrations.RunSQL(sql.TELT, sql.TELT_TERUG),
        migrations.RunSQL(sql.TEL, sql.TEL_TERUG),
        migrations.RunSQL(sql.VOOR_WIE, sql.VOOR_WIE_TERUG),
        migrations.RunSQL(*sql.BEGIN),
        migrations.RunSQL(*sql.ZET),
        migrations.RunSQL(*sql.VERZET),
        migrations.RunSQL(*sql.WERK),
        migrations.RunSQL(*sql.VERLOOP),
    ]
