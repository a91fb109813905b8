from django.db import migrations

from convenant.termijnen import sql_dicht as sql


class Migration(migrations.Migration):
    """Hold the functions of clocks to who must act or may know, and tell nobody of a case that is theirs no longer."""

    dependencies = [("termijnen", "0008_standen"), ("zaken", "0014_hek_kader")]
    operations = [
        migrations.RunSQL(*sql.BEGIN_BINNEN),
        migrations.RunSQL(*sql.ZET_VAN_WIE),
        migrations.RunSQL(*sql.VERZET_DOOR_WIE),
        migrations.RunSQL(*sql.WERK_VOOR_WIE),
        migrations.RunSQL(*sql.LOOP_AF),
        migrations.RunSQL(*sql.SCHRIJF_MET_KLOK),
    ]
