from django.db import migrations

from convenant.berichten import sql
from convenant.poort.hek import hek


class Migration(migrations.Migration):
    """One's own messages and choice for oneself, mail for the task that sends it, what came back for who keeps the people."""

    dependencies = [("berichten", "0004_post"), ("poort", "0008_account_in_context")]
    operations = [
        migrations.RunSQL(sql.LEZEN, sql.LEZEN_TERUG),
        migrations.RunSQL(
            *hek(
                "berichten_post",
                select=sql.VERSTUURT,
                insert=sql.VERSTUURT,
                update=sql.VERSTUURT,
                delete=sql.VERSTUURT,
            )
        ),
        migrations.RunSQL(
            *hek(
                "berichten_postkeuze", select=sql.LEEST, insert=sql.EIGEN, update=sql.EIGEN, kolommen="wijze"
            )
        ),
        migrations.RunSQL(
            *hek(
                "berichten_postfout",
                select=sql.FOUT_LEEST,
                insert=sql.VERSTUURT,
                update=sql.FOUT_WIJZIGT,
                delete=sql.VERSTUURT,
            )
        ),
    ]
