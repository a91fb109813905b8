from django.db import migrations

from convenant.toezicht import sql


def ziet(tabel: str, voorwaarde: str, eerst: str) -> migrations.RunSQL:
    alter = f'alter policy "select" on {tabel} using (%s);'
    return migrations.RunSQL(alter % voorwaarde, alter % eerst)


class Migration(migrations.Migration):
    """Who may only read the samples sees the drawn lines of the own party, and no other."""

    dependencies = [("toezicht", "0002_hek"), ("poort", "0003_hek"), ("partijen", "0003_groep_handelingen")]
    operations = [
        ziet("toezicht_steekproef", sql.ZIET, sql.TREKT),
        ziet("toezicht_steekproefregel", sql.ZIET_REGEL, sql.TREKT),
    ]
