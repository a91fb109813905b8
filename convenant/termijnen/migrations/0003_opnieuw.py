from django.db import migrations, models


class Migration(migrations.Migration):
    """What was withdrawn may turn out to have happened after all; the convenant's own clocks look at what runs."""

    dependencies = [("termijnen", "0002_hek")]
    operations = [
        migrations.RemoveConstraint("klok", "klok_een_per_gebeurtenis"),
        migrations.AddConstraint(
            "klok",
            models.UniqueConstraint(
                fields=["convenant", "termijn", "sleutel", "na"],
                condition=~models.Q(stand="ingetrokken"),
                name="klok_een_per_gebeurtenis",
            ),
        ),
    ]
